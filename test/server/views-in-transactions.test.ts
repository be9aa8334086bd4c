import type pg from 'pg';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {TestServer} from '../support/server.ts';

let server: TestServer;
let client: pg.Client;

beforeAll(async () => {
  server = await TestServer.start();
  client = await server.connect();
});

afterAll(async () => {
  await server.dispose();
});

async function rows(sql: string, from = client): Promise<unknown[]> {
  return (await from.query<unknown[]>({text: sql, rowMode: 'array'})).rows;
}

async function failure(sql: string): Promise<string> {
  return client.query(sql).then(
    () => 'ok',
    (error: pg.DatabaseError) => `${error.code} ${error.message}`,
  );
}

const ENDLESS = 'WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r) SELECT * FROM r';
const ENDS = '54000 recursive query "r" goes beyond 100000 iterations';

test('a materialized view of a transaction is read as its query, and runs from the commit on', async () => {
  const other = await server.connect();
  await rows('BEGIN');
  await rows('CREATE TABLE t (a int)');
  await rows('INSERT INTO t VALUES (1), (2)');
  await rows('CREATE MATERIALIZED VIEW doubled AS SELECT a * 2 AS b FROM t');
  await rows('CREATE MATERIALIZED VIEW total AS SELECT sum(b)::int AS s FROM doubled');
  await rows('INSERT INTO t VALUES (3)');
  expect(await rows('SELECT * FROM total')).toEqual([[12]]);
  expect((await rows("SELECT count(*)::int FROM pg_matviews WHERE schemaname = 'public'", other))[0]).toEqual([0]);
  await rows('COMMIT');
  expect(await rows('SELECT * FROM total', other)).toEqual([[12]]);
  await rows('DELETE FROM t WHERE a = 2', other);
  expect(await rows('SELECT * FROM total', other)).toEqual([[8]]);
});

test('ROLLBACK and ROLLBACK TO take it back', async () => {
  await rows('BEGIN');
  await rows('CREATE MATERIALIZED VIEW kept AS SELECT count(*)::int AS n FROM t');
  await rows('SAVEPOINT s');
  await rows('CREATE MATERIALIZED VIEW lost AS SELECT * FROM kept');
  await rows('DROP MATERIALIZED VIEW total');
  await rows('ROLLBACK TO s');
  await rows('COMMIT');
  expect(await rows('SELECT n, s FROM kept, total')).toEqual([[2, 8]]);
  expect(await failure('SELECT * FROM lost')).toBe('42P01 relation "lost" does not exist');
  await rows('BEGIN; CREATE MATERIALIZED VIEW lost AS SELECT 1 AS a');
  await rows('ROLLBACK');
  expect(await failure('SELECT * FROM lost')).toBe('42P01 relation "lost" does not exist');
});

test('statements of one string stand or fall together', async () => {
  expect(await failure('CREATE MATERIALIZED VIEW half AS SELECT * FROM t; SELECT 1 / 0')).toContain('22012');
  expect(await failure('SELECT * FROM half')).toBe('42P01 relation "half" does not exist');
});

test('one that cannot be filled leaves nothing behind', async () => {
  expect(await failure(`CREATE MATERIALIZED VIEW endless AS ${ENDLESS}`)).toBe(ENDS);
  expect(await rows("SELECT count(*)::int FROM pg_matviews WHERE matviewname = 'endless'")).toEqual([[0]]);
  await rows('BEGIN');
  await rows('INSERT INTO t VALUES (9)');
  expect(await failure(`CREATE MATERIALIZED VIEW endless AS ${ENDLESS}`)).toBe(ENDS);
  expect((await client.query('COMMIT')).command).toBe('ROLLBACK');
  await rows('BEGIN');
  await rows(`CREATE MATERIALIZED VIEW endless AS ${ENDLESS.replace('FROM r)', 'FROM r, t WHERE a = 10)')}`);
  await rows('INSERT INTO t VALUES (10)');
  // Nothing of the block stands.
  expect(await failure('COMMIT')).toBe(ENDS);
  expect(await rows("SELECT count(*)::int FROM pg_matviews WHERE matviewname = 'endless'")).toEqual([[0]]);
  expect(await rows('SELECT * FROM total')).toEqual([[8]]);
  await rows('INSERT INTO t VALUES (10)');
});

test('WITH NO DATA waits for REFRESH, over restarts too', async () => {
  await rows('CREATE MATERIALIZED VIEW later AS SELECT sum(a)::int AS s FROM t WITH NO DATA');
  const unpopulated = '55000 materialized view "later" has not been populated';
  expect(await failure('SELECT * FROM later')).toBe(unpopulated);
  for (const how of ['SIGKILL', 'SIGTERM'] as const) {
    await server.end(how);
    await server.start();
    client = await server.connect();
    expect(await failure('SELECT * FROM later')).toBe(unpopulated);
    expect(await rows('SELECT n, s FROM kept, total')).toEqual([[3, 28]]);
  }
  await rows('BEGIN; REFRESH MATERIALIZED VIEW later');
  expect(await rows('SELECT * FROM later')).toEqual([[14]]);
  await rows('ROLLBACK');
  expect(await failure('SELECT * FROM later')).toBe(unpopulated);
  await rows('REFRESH MATERIALIZED VIEW later');
  await rows('INSERT INTO t VALUES (100)');
  expect(await rows('SELECT * FROM later')).toEqual([[114]]);
  await server.end('SIGKILL');
  await server.start();
  client = await server.connect();
  expect(await rows('SELECT * FROM later')).toEqual([[114]]);
});

test('the command tag says how many rows there are, as of CREATE TABLE AS', async () => {
  const tag = async (sql: string): Promise<string> => {
    const {command, rowCount} = await client.query(sql);
    return rowCount === null ? command : `${command} ${rowCount}`;
  };
  await rows('CREATE TABLE tagged (a int); INSERT INTO tagged VALUES (1), (1), (2), (0)');
  expect(await tag('CREATE MATERIALIZED VIEW tagged_all AS SELECT a FROM tagged')).toBe('SELECT 4');
  expect(await tag('CREATE MATERIALIZED VIEW IF NOT EXISTS tagged_all AS SELECT 1')).toBe('CREATE');
  expect(await tag('CREATE MATERIALIZED VIEW tagged_none AS SELECT a FROM tagged WITH NO DATA')).toBe('CREATE');
  // A row that fails is none of the view's.
  expect(await tag('CREATE MATERIALIZED VIEW tagged_failing AS SELECT 1 / a AS b FROM tagged')).toBe('SELECT 3');
  await rows('BEGIN');
  await rows('INSERT INTO tagged VALUES (5)');
  expect(await tag('CREATE MATERIALIZED VIEW tagged_within AS SELECT 1 / a AS b FROM tagged')).toBe('SELECT 4');
  expect(await tag('CREATE MATERIALIZED VIEW tagged_on AS SELECT b FROM tagged_within LIMIT 2')).toBe('SELECT 2');
  await rows('COMMIT');
});

test('REFRESH … WITH NO DATA ends a view until it is filled again', async () => {
  await rows('CREATE TABLE r (a int); INSERT INTO r VALUES (1), (2)');
  await rows('CREATE MATERIALIZED VIEW ended AS SELECT a FROM r');
  await rows('CREATE MATERIALIZED VIEW above AS SELECT count(*)::int AS n FROM ended');
  expect(await failure('REFRESH MATERIALIZED VIEW ended WITH NO DATA')).toMatch(/^0A000 .*"above" reads it/);
  await rows('DROP MATERIALIZED VIEW above; CHECKPOINT');
  await rows('REFRESH MATERIALIZED VIEW ended WITH NO DATA');
  const unpopulated = '55000 materialized view "ended" has not been populated';
  expect(await failure('SELECT * FROM ended')).toBe(unpopulated);
  await server.end('SIGKILL');
  await server.start();
  client = await server.connect();
  expect(await failure('SELECT * FROM ended')).toBe(unpopulated);
  await rows('BEGIN; REFRESH MATERIALIZED VIEW ended');
  expect(await rows('SELECT * FROM ended ORDER BY 1')).toEqual([[1], [2]]);
  await rows('COMMIT; INSERT INTO r VALUES (3)');
  expect(await rows('SELECT * FROM ended ORDER BY 1')).toEqual([[1], [2], [3]]);
  await rows('BEGIN; REFRESH MATERIALIZED VIEW ended WITH NO DATA');
  expect(await failure('SELECT * FROM ended')).toBe(unpopulated);
  await rows('ROLLBACK; INSERT INTO r VALUES (4)');
  await server.end('SIGKILL');
  await server.start();
  client = await server.connect();
  expect(await rows('SELECT * FROM ended ORDER BY 1')).toEqual([[1], [2], [3], [4]]);
});

test('a unique index of a view without data is looked at when that is filled', async () => {
  await rows('CREATE TABLE u (a int); INSERT INTO u VALUES (1), (1)');
  await rows(
    'CREATE MATERIALIZED VIEW single AS SELECT a FROM u WITH NO DATA; CREATE UNIQUE INDEX one_a ON single (a)',
  );
  expect(await failure('REFRESH MATERIALIZED VIEW single')).toBe('23505 could not create unique index "one_a"');
  expect(await failure('SELECT * FROM single')).toContain('has not been populated');
  await rows('TRUNCATE u; INSERT INTO u VALUES (1)');
  await rows('REFRESH MATERIALIZED VIEW single');
  expect(await rows('SELECT * FROM single')).toEqual([[1]]);
});
