import type pg from 'pg';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {TestServer} from '../support/server.ts';

let server: TestServer;
let client: pg.Client;

beforeAll(async () => {
  server = await TestServer.start('--max-memory', '64MB');
  client = await server.connect();
  await client.query('CREATE TABLE t (a int, b text)');
  await client.query("INSERT INTO t SELECT i, 'text ' || i FROM generate_series(1, 1000) AS g(i)");
});

afterAll(async () => {
  await server.dispose();
});

async function failure(sql: string): Promise<string> {
  return client.query(sql).then(
    () => 'no error',
    (error: pg.DatabaseError) => error.code ?? String(error),
  );
}

async function count(relation: string): Promise<number> {
  return (await client.query<{n: number}>(`SELECT count(*)::int AS n FROM ${relation}`)).rows[0].n;
}

test('a read that needs more memory than there is fails alone', async () => {
  expect(await failure('SELECT a.a, b.b FROM t a, t b ORDER BY repeat(a.b || b.b, 10) DESC')).toBe('53200');
  expect(await failure('SELECT DISTINCT a.a, b.b, c.b FROM t a, t b, t c')).toBe('53200');
  expect(await count('t')).toBe(1000);
});

test('a write that does not fit is refused, and nothing of it is kept', async () => {
  expect(await failure('INSERT INTO t SELECT a.a, a.b FROM t a, t b, t c')).toBe('53200');
  expect(await count('t')).toBe(1000);
});

test('a view that does not fit fails with the statement that makes it, and is not there then', async () => {
  expect(await failure('CREATE MATERIALIZED VIEW big AS SELECT repeat(a.b || b.b, 10) AS long FROM t a, t b')).toBe(
    '53200',
  );
  expect(await failure('SELECT * FROM big')).toBe('42P01');
  expect(await count('t')).toBe(1000);
});

test('when state has filled what there is, rows are refused until some are deleted', async () => {
  const insert = (i: number): string =>
    `INSERT INTO t SELECT i, 'some more text ' || i FROM generate_series(${i * 50_000 + 1001}, ${i * 50_000 + 51_000}) AS g(i)`;
  let code = 'no error';
  for (let i = 0; i < 100 && code === 'no error'; i++) code = await failure(insert(i));
  expect(code).toBe('53200');
  const full = await count('t');
  expect(full).toBeGreaterThan(100_000);
  // All at once would have to be remembered until the tick is over.
  expect(await failure('DELETE FROM t WHERE a > 1000')).toBe('53200');
  expect(await count('t')).toBe(full);
  for (let i = 0; i <= full; i += 100_000) await client.query(`DELETE FROM t WHERE a > 1000 AND a <= ${i + 100_000}`);
  expect(await count('t')).toBe(1000);
  expect(await failure(insert(0))).toBe('no error');
  expect(await server.end('SIGTERM')).toBe(0);
  await server.start('--max-memory', '64MB');
  client = await server.connect();
  expect(await count('t')).toBe(51_000);
});
