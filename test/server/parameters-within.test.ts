import {afterAll, beforeAll, expect, test} from 'vitest';
import type pg from 'pg';
import {TestServer} from '../support/server.ts';

/** Statements that are no queries but have one within them take its parameters, as in PostgreSQL. */

let server: TestServer;
let client: pg.Client;
beforeAll(async () => {
  server = await TestServer.start();
  client = await server.connect();
});
afterAll(() => server.dispose());

async function code(run: Promise<unknown>): Promise<string> {
  return run.then(
    () => 'none',
    (error: {code: string}) => error.code,
  );
}

test('DECLARE CURSOR', async () => {
  await client.query('BEGIN');
  const text =
    'WITH RECURSIVE a (n) AS (SELECT $1::int UNION ALL SELECT n + $2::int FROM a WHERE n < $3::int) SELECT n FROM a';
  await client.query(`DECLARE c CURSOR FOR ${text}`, [1, 2, 6]);
  expect((await client.query('FETCH ALL FROM c')).rows).toEqual([{n: 1}, {n: 3}, {n: 5}, {n: 7}]);
  await client.query('COMMIT');
});

test('CREATE TABLE AS and SELECT INTO', async () => {
  await client.query('CREATE TABLE made AS SELECT i, $1::text AS s FROM generate_series(1, $2) i', ['x', 2]);
  expect((await client.query('SELECT * FROM made ORDER BY i')).rows).toEqual([
    {i: 1, s: 'x'},
    {i: 2, s: 'x'},
  ]);
  await client.query('SELECT $1::int AS a INTO put', [7]);
  expect((await client.query('SELECT a FROM put')).rows).toEqual([{a: 7}]);
});

test('EXPLAIN', async () => {
  const {rows} = await client.query<{'QUERY PLAN': string}>('EXPLAIN SELECT i FROM made WHERE i = $1', [2]);
  expect(rows.length).toBeGreaterThan(0);
  const ran = await client.query('EXPLAIN ANALYZE INSERT INTO made VALUES ($1, $2)', [3, 'y']);
  expect(ran.rows.length).toBeGreaterThan(0);
  expect((await client.query('SELECT s FROM made WHERE i = 3')).rows).toEqual([{s: 'y'}]);
});

test('what is given must be as many as there are, and none without Bind', async () => {
  expect(await code(client.query('EXPLAIN SELECT $1::int'))).toBe('42P02');
  expect(await code(client.query('CREATE TABLE none AS SELECT $1::int AS a'))).toBe('42P02');
  expect(await code(client.query('CREATE TABLE none AS SELECT $1::int AS a, $2::int AS b', [1]))).toBe('08P01');
  expect(await code(client.query('DECLARE d CURSOR WITH HOLD FOR SELECT $1::int', ['no number']))).toBe('22P02');
});

test('the types of parameters follow the table that they are compared with', async () => {
  await client.query('CREATE TABLE turned (v int); INSERT INTO turned VALUES (7)');
  const explain = (value: unknown): Promise<pg.QueryResult> =>
    client.query({name: 'turned', text: 'EXPLAIN ANALYZE SELECT v FROM turned WHERE v = $1', values: [value]});
  for (let i = 0; i < 2; i++) expect((await explain(7)).rows.length).toBeGreaterThan(0);
  expect(await code(explain('seven'))).toBe('22P02');
  await client.query('ALTER TABLE turned ALTER COLUMN v TYPE text');
  expect((await explain('seven')).rows.length).toBeGreaterThan(0);
});
