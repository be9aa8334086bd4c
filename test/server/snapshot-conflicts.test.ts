import type pg from 'pg';
import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest';
import {TestServer} from '../support/server.ts';

// What a transaction with a snapshot may do with rows that the snapshot does not show. Messages are PostgreSQL 15's.

const UPDATED = '40001 could not serialize access due to concurrent update';
const DELETED = '40001 could not serialize access due to concurrent delete';

let server: TestServer;
let a: pg.Client;
let b: pg.Client;

beforeAll(async () => {
  server = await TestServer.start();
  [a, b] = await Promise.all([server.connect(), server.connect()]);
  await a.query('CREATE TABLE t (k int PRIMARY KEY, v int, w int UNIQUE)');
});

afterAll(async () => {
  await server.dispose();
});

beforeEach(async () => {
  for (const client of [a, b]) await client.query('ROLLBACK');
  await a.query('DELETE FROM t');
  await a.query('INSERT INTO t VALUES (1, 1)');
});

async function rows(client: pg.Client, sql: string): Promise<unknown[][]> {
  return (await client.query<unknown[]>({text: sql, rowMode: 'array'})).rows;
}

/** How many rows the statement was about, or what it fails with. */
async function outcome(client: pg.Client, sql: string): Promise<number | string | null> {
  return client.query(sql).then(
    ({rowCount}) => rowCount,
    (error: pg.DatabaseError) => `${error.code} ${error.message}`,
  );
}

describe.each(['REPEATABLE READ', 'SERIALIZABLE'])('%s', level => {
  /** The snapshot is that of the first read. */
  async function begin(): Promise<void> {
    await a.query(`BEGIN ISOLATION LEVEL ${level}`);
    expect(await rows(a, 'SELECT k, v FROM t')).toEqual([[1, 1]]);
  }

  test.each([
    ['INSERT INTO t VALUES (2, 2)', 'INSERT INTO t VALUES (2, 3) ON CONFLICT DO NOTHING'],
    ['INSERT INTO t VALUES (2, 2)', 'INSERT INTO t VALUES (5, 5), (2, 3) ON CONFLICT (k) DO NOTHING'],
    ['INSERT INTO t VALUES (2, 2, 7)', 'INSERT INTO t VALUES (3, 3, 7) ON CONFLICT DO NOTHING'],
    ['UPDATE t SET v = 9', 'INSERT INTO t VALUES (1, 3) ON CONFLICT (k) DO NOTHING'],
    ['INSERT INTO t VALUES (2, 2)', 'INSERT INTO t VALUES (2, 3) ON CONFLICT (k) DO UPDATE SET v = 100'],
    ['INSERT INTO t VALUES (2, 2)', 'INSERT INTO t VALUES (2, 3) ON CONFLICT (k) DO UPDATE SET v = 100 WHERE false'],
    ['UPDATE t SET v = 9', 'INSERT INTO t VALUES (1, 3) ON CONFLICT (k) DO UPDATE SET v = t.v + 100'],
    // What comes behind that row, and what would be made of it, is not looked at.
    ['INSERT INTO t VALUES (2, 2)', 'INSERT INTO t VALUES (2, 3), (NULL, 3) ON CONFLICT DO NOTHING'],
    ['INSERT INTO t VALUES (2, 0)', 'INSERT INTO t VALUES (2, 3) ON CONFLICT (k) DO UPDATE SET v = 1 / t.v'],
  ])('after %s of another, %s is refused', async (others, own) => {
    await begin();
    await b.query(others);
    const left = await rows(b, 'SELECT * FROM t ORDER BY k');
    expect(await outcome(a, own)).toBe(UPDATED);
    await a.query('ROLLBACK');
    expect(await rows(a, 'SELECT * FROM t ORDER BY k')).toEqual(left);
  });

  test('errors of rows before the unseen one come first', async () => {
    await begin();
    await b.query('INSERT INTO t VALUES (2, 2)');
    await a.query('SAVEPOINT s');
    const notNull = '23502 null value in column "k" of relation "t" violates not-null constraint';
    expect(await outcome(a, 'INSERT INTO t VALUES (NULL, 3), (2, 3) ON CONFLICT DO NOTHING')).toBe(notNull);
    await a.query('ROLLBACK TO s');
    const twice = '21000 ON CONFLICT DO UPDATE command cannot affect row a second time';
    const upsert = 'INSERT INTO t VALUES (7, 1), (7, 2), (2, 3) ON CONFLICT (k) DO UPDATE SET v = 0';
    expect(await outcome(a, upsert)).toBe(twice);
  });

  test('rows of the snapshot and of its own are met as ever', async () => {
    await begin();
    await b.query('INSERT INTO t VALUES (2, 2)');
    expect(await outcome(a, 'INSERT INTO t VALUES (1, 8), (3, 3), (3, 4) ON CONFLICT DO NOTHING')).toBe(1);
    const add = 'ON CONFLICT (k) DO UPDATE SET v = t.v + excluded.v RETURNING k, t.v';
    expect(await rows(a, `INSERT INTO t VALUES (1, 10), (3, 10) ${add}`)).toEqual([
      [1, 11],
      [3, 13],
    ]);
    expect(await rows(a, `INSERT INTO t VALUES (1, 10) ${add}`)).toEqual([[1, 21]]);
    expect(await rows(a, 'SELECT k, v FROM t ORDER BY k')).toEqual([
      [1, 21],
      [3, 13],
    ]);
    await a.query('COMMIT');
    expect(await rows(a, 'SELECT k, v FROM t ORDER BY k')).toEqual([
      [1, 21],
      [2, 2],
      [3, 13],
    ]);
  });

  test('the key of a row that another has deleted is free', async () => {
    await begin();
    await b.query('DELETE FROM t');
    expect(await outcome(a, 'INSERT INTO t VALUES (1, 3) ON CONFLICT (k) DO UPDATE SET v = 100')).toBe(1);
    expect(await rows(a, 'SELECT k, v FROM t ORDER BY v')).toEqual([
      [1, 1],
      [1, 3],
    ]);
    await a.query('COMMIT');
    expect(await rows(a, 'SELECT k, v FROM t')).toEqual([[1, 3]]);
  });

  test('a plain INSERT of an unseen key is a duplicate', async () => {
    await begin();
    await b.query('INSERT INTO t VALUES (2, 2)');
    expect(await outcome(a, 'INSERT INTO t VALUES (2, 3)')).toBe(
      '23505 duplicate key value violates unique constraint "t_pkey"',
    );
  });

  test.each([
    ['NOTHING', 'DO NOTHING'],
    ['UPDATE', 'DO UPDATE SET v = 6'],
  ])('DO %s that has waited for the key is refused too', async (_, action) => {
    await b.query('BEGIN');
    await b.query('INSERT INTO t VALUES (2, 2)');
    await begin();
    const waiting = outcome(a, `INSERT INTO t VALUES (2, 3) ON CONFLICT (k) ${action}`);
    await b.query('COMMIT');
    expect(await waiting).toBe(UPDATED);
  });

  test.each([
    ['UPDATE t SET v = 5', 'DELETE FROM t', DELETED],
    ['DELETE FROM t', 'DELETE FROM t', DELETED],
    ['MERGE INTO t USING (VALUES (1)) s(k) ON s.k = t.k WHEN MATCHED THEN DELETE', 'DELETE FROM t', DELETED],
    ['UPDATE t SET v = 5', 'UPDATE t SET v = 4', UPDATED],
    ['DELETE FROM t', 'UPDATE t SET v = 4', UPDATED],
    ['SELECT * FROM t FOR UPDATE', 'DELETE FROM t', UPDATED],
  ])('%s after %s of another', async (own, others, error) => {
    await begin();
    await b.query(others);
    expect(await outcome(a, own)).toBe(error);
  });

  test('columns that another adds have what they have in rows of before, another type is refused', async () => {
    await b.query('CREATE TABLE altered AS SELECT 1 AS k');
    await begin();
    await b.query('ALTER TABLE altered ADD COLUMN v int DEFAULT 7');
    await b.query('UPDATE altered SET v = 8');
    expect(await rows(a, 'SELECT k, v FROM altered')).toEqual([[1, 7]]);
    await b.query('ALTER TABLE altered ALTER COLUMN k TYPE text');
    expect(await outcome(a, 'SELECT k, v FROM altered')).toBe(UPDATED);
    await a.query('ROLLBACK');
    expect(await rows(a, 'SELECT k, v FROM altered')).toEqual([['1', 8]]);
    await b.query('DROP TABLE altered');
  });

  test('nothing is seen in tables and views that were made later', async () => {
    await begin();
    await b.query('CREATE TABLE late (k int PRIMARY KEY)');
    await b.query('INSERT INTO late VALUES (1)');
    await b.query('CREATE MATERIALIZED VIEW late_count AS SELECT count(*)::int AS n FROM t');
    expect(await rows(a, 'SELECT k FROM late')).toEqual([]);
    expect(await rows(a, 'SELECT n FROM late_count')).toEqual([]);
    expect(await outcome(a, 'UPDATE late SET k = 2')).toBe(0);
    await a.query('INSERT INTO late VALUES (5)');
    expect(await rows(a, 'SELECT k FROM late')).toEqual([[5]]);
    await a.query('CREATE TABLE own AS SELECT 1 AS k');
    expect(await rows(a, 'SELECT k FROM own')).toEqual([[1]]);
    await a.query('SAVEPOINT s');
    expect(await outcome(a, 'INSERT INTO late VALUES (1) ON CONFLICT DO NOTHING')).toBe(UPDATED);
    await a.query('ROLLBACK TO s');
    await a.query('COMMIT');
    expect(await rows(a, 'SELECT k FROM late ORDER BY k')).toEqual([[1], [5]]);
    expect(await rows(a, 'SELECT n FROM late_count')).toEqual([[1]]);
    await a.query('DROP TABLE late, own; DROP MATERIALIZED VIEW late_count');
  });
});
