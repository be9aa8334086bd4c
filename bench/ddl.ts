// Changes of the catalog against PostgreSQL 15 on the same machine, in turns: node bench/run.mjs ddl [OBJECTS]
// In one transaction, one by one, and beside many that are there already: none may take longer for each object the more there are.
import type pg from 'pg';
import {TestPostgres} from '../test/support/postgres.ts';
import {startBenchServer} from './support/server.ts';

const OBJECTS = Number(process.argv[2] ?? 400);

type Work = {readonly what: string; readonly run: (client: pg.Client, schema: string) => Promise<void>};

const each = async (client: pg.Client, count: number, sql: (i: number) => string): Promise<void> => {
  for (let i = 0; i < count; i++) await client.query(sql(i));
};

const within = async (client: pg.Client, work: () => Promise<void>): Promise<void> => {
  await client.query('BEGIN');
  await work();
  await client.query('COMMIT');
};

const WORK: readonly Work[] = [
  ...[OBJECTS / 4, OBJECTS].map((count): Work => ({
    what: `${count} tables in a transaction`,
    run: (client, schema) =>
      within(client, () =>
        each(client, count, i => `CREATE TABLE ${schema}.t${count}_${i} (a int PRIMARY KEY, b text, c int)`),
      ),
  })),
  ...[OBJECTS / 4, OBJECTS].map((count): Work => ({
    what: `${count} indexes in a transaction`,
    run: (client, schema) =>
      within(client, () => each(client, count, i => `CREATE INDEX ON ${schema}.t${count}_${i} (b)`)),
  })),
  {
    what: `${OBJECTS} tables one by one`,
    run: (client, schema) =>
      each(client, OBJECTS, i => `CREATE TABLE ${schema}.single${i} (a int PRIMARY KEY, b text, c int)`),
  },
  {
    what: `${OBJECTS / 2} materialized views one by one`,
    run: (client, schema) =>
      each(
        client,
        OBJECTS / 2,
        i =>
          `CREATE MATERIALIZED VIEW ${schema}.m${i} AS ` +
          `SELECT c, count(*) AS n, sum(a) AS s FROM ${schema}.single0 WHERE a > ${i} GROUP BY c`,
      ),
  },
  {
    what: 'DROP SCHEMA CASCADE',
    run: async (client, schema) => void (await client.query(`DROP SCHEMA ${schema} CASCADE`)),
  },
];

async function timed(work: Work, client: pg.Client, schema: string): Promise<number> {
  const start = performance.now();
  await work.run(client, schema);
  return performance.now() - start;
}

const postgres = await TestPostgres.start('postgres', ['max_locks_per_transaction=1024']);
const server = await startBenchServer(process.env['MILLRACE_ROOT']!, null);
const theirs = await postgres.connect();
try {
  for (const client of [server.client, theirs]) await client.query('CREATE SCHEMA warm');
  for (const client of [server.client, theirs]) {
    await each(client, 50, i => `CREATE TABLE warm.t${i} (a int PRIMARY KEY, b text)`);
  }
  for (const round of [1, 2]) {
    console.log(round === 1 ? 'in an empty database' : 'once more, beside nothing that is left of it');
    for (const client of [server.client, theirs]) await client.query('CREATE SCHEMA s');
    for (const work of WORK) {
      const [a, b] = [await timed(work, server.client, 's'), await timed(work, theirs, 's')];
      console.log(
        `${work.what.padEnd(36)} ${a.toFixed(0).padStart(6)} ms, PostgreSQL ${b.toFixed(0).padStart(6)} ms, ` +
          `${(a / b).toFixed(2)} of its time`,
      );
    }
  }
} finally {
  await theirs.end();
  await server.stop();
  await postgres.dispose();
}
