import type pg from 'pg';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {TestServer} from '../support/server.ts';

let server: TestServer;
let client: pg.Client;

beforeEach(async () => {
  server = await TestServer.start();
  client = await server.connect();
});

afterEach(async () => {
  await server.dispose();
});

async function rows(sql: string, values: unknown[] = []): Promise<unknown[]> {
  return (await client.query<unknown[]>({text: sql, values, rowMode: 'array'})).rows;
}

/** The rows of a view, and those of its query. */
async function bothWays(view: string, sql: string): Promise<unknown[][]> {
  const found = [await rows(`SELECT * FROM ${view}`), await rows(sql)];
  return found.map(all => all.map(row => JSON.stringify(row)).sort());
}

describe('a table that is altered', () => {
  test.each([
    ['inner', 'SELECT a.id AS x, b.id AS y FROM t a JOIN t b ON b.k = a.k AND b.v > a.v'],
    ['left', 'SELECT a.id AS x, b.id AS y, b.v FROM t a LEFT JOIN t b ON b.k = a.k AND b.v > a.v'],
    ['full', 'SELECT a.id AS x, b.id AS y, b.v FROM t a FULL JOIN t b ON b.k = a.id'],
    ['anti', 'SELECT a.id FROM t a WHERE NOT EXISTS (SELECT FROM t b WHERE b.k = a.k AND b.v > a.v)'],
    ['semi', 'SELECT a.id, a.v FROM t a WHERE EXISTS (SELECT FROM t b WHERE b.k = a.id)'],
    ['scalar', 'SELECT a.id, (SELECT max(b.v) FROM t b WHERE b.k = a.k AND b.id <> a.id) AS m FROM t a'],
  ])('goes on feeding joins of its own rows: %s', async (_name, query) => {
    await rows('CREATE TABLE t (id int PRIMARY KEY, k int, v text)');
    await rows("INSERT INTO t VALUES (1, 1, 'a'), (2, 1, 'ab'), (3, 2, 'x'), (4, NULL, NULL)");
    await rows(`CREATE MATERIALIZED VIEW joined AS ${query}`);
    const changes = [
      'ALTER TABLE t ADD COLUMN w int DEFAULT 5',
      "INSERT INTO t VALUES (10, 1, 'abc', 6)",
      'CREATE UNIQUE INDEX ON t (k) WHERE v IS NULL',
      "INSERT INTO t VALUES (11, 2, 'y', 7)",
      'DELETE FROM t WHERE id = 2',
      "UPDATE t SET v = v || '!', k = 1",
    ];
    for (const sql of changes) {
      await rows(sql);
      const [view, fresh] = await bothWays('joined', query);
      expect(view, sql).toEqual(fresh);
    }
  });

  test('goes on feeding the views that read it, and is whole after a kill', async () => {
    await rows('CREATE TABLE t (id int PRIMARY KEY, k int, v text)');
    await rows(`INSERT INTO t SELECT g, g % 10, 'v' || g FROM generate_series(1, 20000) g`);
    await rows('CREATE TABLE d (k int PRIMARY KEY, name text)');
    await rows(`INSERT INTO d SELECT g, 'n' || g FROM generate_series(0, 9) g`);
    await rows('CREATE MATERIALIZED VIEW sums AS SELECT k, count(*)::int AS n FROM t GROUP BY k');
    await rows('CREATE MATERIALIZED VIEW joined AS SELECT d.name, t.id FROM t JOIN d USING (k) WHERE t.id <= 5');
    const check = async (extra: number): Promise<void> => {
      expect(await rows('SELECT sum(n)::int FROM sums')).toEqual([[20000 + extra]]);
      expect(await rows('SELECT count(*)::int FROM joined')).toEqual([[5]]);
    };
    await check(0);
    await rows('ALTER TABLE t ADD COLUMN w int NOT NULL DEFAULT 3');
    await rows('ALTER TABLE d ADD COLUMN note text');
    await rows('INSERT INTO t VALUES (20001, 1, $1, 4)', ['late']);
    await rows('UPDATE d SET note = name WHERE k = 1');
    await check(1);
    await rows('ALTER TABLE t DROP COLUMN v');
    await rows('ALTER TABLE t ALTER w TYPE text USING $$w$$ || w');
    await rows('ALTER TABLE t RENAME TO tt');
    await rows('INSERT INTO tt VALUES (20002, 2, $1)', ['new']);
    await check(2);
    for (const how of ['SIGKILL', 'SIGTERM'] as const) {
      await server.end(how);
      await server.start();
      client = await server.connect();
      await check(2);
      expect(await rows('SELECT * FROM tt WHERE id IN (1, 20001, 20002) ORDER BY id')).toEqual([
        [1, 1, 'w3'],
        [20001, 1, 'w4'],
        [20002, 2, 'new'],
      ]);
    }
    await rows('DELETE FROM tt WHERE id > 10');
    expect(await rows('SELECT sum(n)::int FROM sums')).toEqual([[10]]);
    expect(await rows('SELECT count(*)::int FROM joined')).toEqual([[5]]);
  });

  test('has views of whole rows computed anew, by their new query alone after a kill', async () => {
    await rows('CREATE TABLE t (id int PRIMARY KEY, v text)');
    await rows("INSERT INTO t SELECT g, 'v' || g FROM generate_series(1, 2000) g");
    await rows('CREATE MATERIALIZED VIEW texts AS SELECT t::text AS x FROM t');
    await rows('CREATE MATERIALIZED VIEW longest AS SELECT max(length(x)) AS n, count(*)::int AS rows FROM texts');
    await rows('CREATE MATERIALIZED VIEW others AS SELECT v FROM t WHERE id < 3');
    // What is in the checkpoint has been computed by the first plans, and what comes behind it must not be added to that.
    await rows('CHECKPOINT');
    await rows("INSERT INTO t VALUES (2001, 'late')");
    await rows("ALTER TABLE t ADD COLUMN w text DEFAULT 'w'");
    await rows("INSERT INTO t VALUES (2002, 'later', 'x')");
    const check = async (): Promise<void> => {
      const [view, fresh] = await bothWays('texts', 'SELECT t::text FROM t');
      expect(view).toEqual(fresh);
      expect(view.join()).toContain('2002,later,x');
      expect(await rows('SELECT * FROM longest')).toEqual(
        await rows('SELECT max(length(t::text)), count(*)::int FROM t'),
      );
      const [others, few] = await bothWays('others', 'SELECT v FROM t WHERE id < 3');
      expect(others).toEqual(few);
    };
    await check();
    for (const then of ['ALTER TABLE t ADD COLUMN u int', 'CHECKPOINT']) {
      await server.end('SIGKILL');
      await server.start();
      client = await server.connect();
      await check();
      await rows(then);
      await check();
    }
    await rows('DELETE FROM t WHERE id <> 2002');
    await check();
  });

  test('may be given values of its own in a new column while views show whole rows of it', async () => {
    await rows('CREATE TABLE t (id int)');
    await rows('INSERT INTO t VALUES (1), (2)');
    await rows('CREATE MATERIALIZED VIEW shown AS SELECT t AS r FROM t');
    await rows('ALTER TABLE t ADD COLUMN fixed int DEFAULT 7');
    await rows('ALTER TABLE t ADD COLUMN drawn double precision DEFAULT random()');
    await rows('INSERT INTO t VALUES (3, 8, 0.5)');
    const [view, fresh] = await bothWays('(SELECT r::text FROM shown) s', 'SELECT t::text FROM t');
    expect(view).toEqual(fresh);
    expect(view).toContain('["(3,8,0.5)"]');
    expect(view.filter(row => /^\["\([12],7,0/.test(row as string))).toHaveLength(2);
  });

  test('is not given another column while a sink takes whole rows of it', async () => {
    await rows('CREATE TABLE t (id int)');
    await rows('CREATE MATERIALIZED VIEW texts AS SELECT t::text AS x FROM t');
    await rows("CREATE SINK s FROM texts WITH (connector = 'blackhole')");
    await expect(rows('ALTER TABLE t ADD COLUMN w int')).rejects.toMatchObject({code: '0A000'});
    await rows('DROP SINK s');
    await rows('ALTER TABLE t ADD COLUMN w int');
  });

  test('while others write to it loses none of their rows', async () => {
    await rows('CREATE TABLE t (id int PRIMARY KEY, v int)');
    await rows('CREATE MATERIALIZED VIEW total AS SELECT count(*)::int AS n FROM t');
    const writers = await Promise.all(Array.from({length: 4}, () => server.connect()));
    let stop = false;
    let written = 0;
    const writing = writers.map(async (writer, w) => {
      for (let i = 0; !stop; i++) {
        await writer.query('INSERT INTO t (id, v) VALUES ($1, $2)', [w * 100_000 + i, i]);
        written++;
      }
    });
    for (const change of [
      'ALTER TABLE t ADD COLUMN a int DEFAULT 1',
      'ALTER TABLE t ADD COLUMN b int',
      'ALTER TABLE t RENAME COLUMN b TO c',
      'ALTER TABLE t ADD CHECK (v >= 0)',
      'ALTER TABLE t DROP COLUMN a',
      'ALTER TABLE t ADD COLUMN d text DEFAULT $$x$$ NOT NULL',
    ]) {
      await rows(change);
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    stop = true;
    await Promise.all(writing);
    expect(await rows('SELECT count(*)::int, count(d)::int FROM t')).toEqual([[written, written]]);
    expect(await rows('SELECT n FROM total')).toEqual([[written]]);
  });
});
