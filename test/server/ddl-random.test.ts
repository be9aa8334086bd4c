import fc from 'fast-check';
import {afterAll, beforeAll, expect, test} from 'vitest';
import type pg from 'pg';
import {eventually, rowsOf, TestServer} from '../support/server.ts';

// Whatever transactions that change the catalog do side by side, it is as if those that commit had come one after the other, in the
// order of their commits: what each was allowed to do can be done again so, and comes to the same.

let server: TestServer;
let nextRun = 1;

beforeAll(async () => {
  server = await TestServer.start();
});

afterAll(() => server.dispose());

type Step = {readonly session: number; readonly what: 'statement' | 'commit' | 'rollback'; readonly sql: string};

const name = fc.constantFrom('n0', 'n1', 'n2', 'n3');
const two = fc.tuple(name, name);

const statement: fc.Arbitrary<string> = fc.oneof(
  {weight: 4, arbitrary: name.map(n => `CREATE TABLE ${n} (a int, b int)`)},
  name.map(n => `CREATE TABLE ${n} AS SELECT 7 AS a, 8 AS b`),
  name.map(n => `CREATE TEMP TABLE own_${n} (a int)`),
  {weight: 2, arbitrary: two.map(([n, m]) => `CREATE VIEW ${n} AS SELECT a FROM ${m}`)},
  two.map(([n, m]) => `CREATE OR REPLACE VIEW ${n} AS SELECT a, a + 1 AS more FROM ${m}`),
  {
    weight: 2,
    arbitrary: two.map(
      ([n, m]) => `CREATE MATERIALIZED VIEW ${n} AS SELECT count(*)::int AS b, sum(a)::int AS a FROM ${m}`,
    ),
  },
  {weight: 2, arbitrary: name.map(n => `DROP TABLE ${n}`)},
  name.map(n => `DROP TABLE ${n} CASCADE`),
  name.map(n => `DROP VIEW ${n}`),
  name.map(n => `DROP MATERIALIZED VIEW ${n}`),
  {weight: 2, arbitrary: two.map(([n, m]) => `ALTER TABLE ${n} RENAME TO ${m}`)},
  {weight: 2, arbitrary: name.map(n => `ALTER TABLE ${n} ADD COLUMN c int DEFAULT 5`)},
  name.map(n => `ALTER TABLE ${n} DROP COLUMN c`),
  name.map(n => `ALTER TABLE ${n} ALTER COLUMN a SET NOT NULL`),
  {weight: 2, arbitrary: two.map(([n, m]) => `CREATE INDEX i_${n} ON ${m} (a)`)},
  name.map(n => `CREATE UNIQUE INDEX ON ${n} (a)`),
  name.map(n => `DROP INDEX i_${n}`),
  {
    weight: 4,
    arbitrary: fc.tuple(name, fc.integer({min: 0, max: 9})).map(([n, a]) => `INSERT INTO ${n} (a) VALUES (${a})`),
  },
  name.map(n => `GRANT SELECT ON ${n} TO PUBLIC`),
  name.map(n => `COMMENT ON TABLE ${n} IS 'said'`),
  name.map(n => `CREATE SEQUENCE ${n}`),
  name.map(n => `DROP SEQUENCE ${n}`),
  name.map(n => `CREATE TYPE ${n} AS ENUM ('x')`),
  name.map(n => `DROP TYPE ${n}`),
);

const step: fc.Arbitrary<Step> = fc.record({
  session: fc.nat({max: 2}),
  what: fc.oneof(
    {weight: 6, arbitrary: fc.constant('statement' as const)},
    {weight: 2, arbitrary: fc.constant('commit' as const)},
    {weight: 1, arbitrary: fc.constant('rollback' as const)},
  ),
  sql: statement,
});

/** One of those who change the catalog at the same time. */
class Worker {
  readonly client: pg.Client;
  /** What it has been allowed to do in its transaction. */
  done: string[] = [];
  pending: Promise<void> | null = null;

  constructor(client: pg.Client) {
    this.client = client;
  }

  /** A statement that fails leaves the transaction as it was. */
  begin(sql: string): void {
    const running = this.statement(sql).finally(() => (this.pending = null));
    this.pending = running;
  }

  private async statement(sql: string): Promise<void> {
    await this.client.query('SAVEPOINT s');
    try {
      await this.client.query(sql);
      this.done.push(sql);
    } catch (error) {
      expect((error as pg.DatabaseError).code).toMatch(/^(2|4|5|0A)/);
      await this.client.query('ROLLBACK TO s');
    }
    await this.client.query('RELEASE s');
  }

  async end(how: 'COMMIT' | 'ROLLBACK'): Promise<string[]> {
    await this.client.query(how);
    const {done} = this;
    this.done = [];
    await this.client.query('BEGIN');
    return how === 'COMMIT' ? done : [];
  }
}

/** What transactions that committed did, in the order of their commits. */
async function run(schema: string, steps: readonly Step[]): Promise<string[]> {
  const workers: Worker[] = [];
  for (let i = 0; i < 3; i++) {
    const client = await server.connect();
    await client.query(`SET search_path = ${schema}`);
    await client.query('BEGIN');
    workers.push(new Worker(client));
  }
  const committed: string[] = [];
  for (const {session, what, sql} of steps) {
    const worker = workers[session];
    // It waits for one of the others.
    if (worker.pending) continue;
    if (what === 'statement') worker.begin(sql);
    else committed.push(...(await worker.end(what === 'commit' ? 'COMMIT' : 'ROLLBACK')));
    // Either it is done or it waits: what follows is right in both cases.
    await Promise.race([worker.pending, new Promise(resolve => setTimeout(resolve, 25))]);
  }
  while (workers.length > 0) {
    // Somebody waits for nobody.
    const free = await Promise.race(workers.map(async worker => (await worker.pending, worker)));
    workers.splice(workers.indexOf(free), 1);
    committed.push(...(await free.end('COMMIT')));
    await free.client.end();
  }
  return committed;
}

/** The objects of a schema with all that the statements can have made of them, and the rows. */
async function contents(client: pg.Client, schema: string): Promise<unknown> {
  await client.query(`SET search_path = ${schema}`);
  const shape = await rowsOf(
    client,
    `SELECT c.relname, c.relkind, c.relacl::text, obj_description(c.oid, 'pg_class'),
            (SELECT array_agg(a.attname || ' ' || a.atttypid::regtype || ' ' || a.attnotnull ORDER BY a.attnum)
             FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)::text,
            CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) WHEN c.relkind = 'i' THEN pg_get_indexdef(c.oid) END
     FROM pg_class c WHERE c.relnamespace = '${schema}'::regnamespace ORDER BY 1`,
  );
  const types = await rowsOf(
    client,
    `SELECT typname, typtype FROM pg_type WHERE typnamespace = '${schema}'::regnamespace AND typtype <> 'b' ORDER BY 1`,
  );
  const rows: unknown[] = [];
  for (const [relation, kind] of shape as [string, string][]) {
    if (!'rvm'.includes(kind)) continue;
    rows.push([relation, (await rowsOf(client, `SELECT * FROM ${relation}`)).map(row => row.join()).sort()]);
  }
  return JSON.parse(JSON.stringify({shape, types, rows}).replaceAll(`${schema}.`, ''));
}

test('transactions that commit are as if they had come one after the other, after a kill too', async () => {
  const all = new Map<string, unknown>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, {minLength: 10, maxLength: 50}), async steps => {
      const [schema, model] = [`run_${nextRun}`, `model_${nextRun}`];
      nextRun++;
      const observer = await server.connect();
      await observer.query(`CREATE SCHEMA ${schema}; CREATE SCHEMA ${model}`);
      const committed = await run(schema, steps);
      const found = await contents(observer, schema);
      await observer.query(`SET search_path = ${model}`);
      for (const sql of committed) if (!sql.startsWith('CREATE TEMP')) await observer.query(sql);
      expect(found).toEqual(await contents(observer, model));
      await eventually(
        // What sessions that have gone had of their own is taken away behind them.
        async () => ((await rowsOf(observer, 'SELECT 1 FROM pg_locks')).length === 0 ? true : null),
        30_000,
        'somebody still holds a lock',
      );
      all.set(schema, found);
      await observer.end();
    }),
    {numRuns: 12},
  );
  await server.end('SIGKILL');
  await server.start();
  const client = await server.connect();
  for (const [schema, found] of all) expect(await contents(client, schema)).toEqual(found);
}, 300_000);
