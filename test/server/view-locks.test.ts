import type pg from 'pg';
import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest';
import {TestServer} from '../support/server.ts';

let server: TestServer;
let a: pg.Client;
let b: pg.Client;

beforeAll(async () => {
  server = await TestServer.start();
  [a, b] = await Promise.all([server.connect(), server.connect()]);
  await a.query(`
    CREATE TABLE t (k int PRIMARY KEY, v int);
    CREATE TABLE u (k int PRIMARY KEY, w text);
    CREATE VIEW plain AS SELECT v AS value, k AS key FROM t;
    CREATE VIEW several AS SELECT k, v + 1 AS more FROM t WHERE v > 10 ORDER BY v DESC;
    CREATE VIEW nested AS SELECT s.more AS m FROM several s WHERE s.k < 3;
    CREATE VIEW joined AS SELECT w, p.value FROM u JOIN plain p ON p.key = u.k;
    CREATE VIEW first AS SELECT * FROM t ORDER BY k LIMIT 1;
    CREATE VIEW walled WITH (security_barrier) AS SELECT * FROM t WHERE k = 3;
    CREATE VIEW checked AS SELECT * FROM t WHERE v < 100 WITH CHECK OPTION`);
});

afterAll(async () => {
  await server.dispose();
});

beforeEach(async () => {
  for (const client of [a, b]) await client.query('ROLLBACK');
  await a.query(`
    DELETE FROM t; DELETE FROM u;
    INSERT INTO t VALUES (1, 10), (2, 20), (3, 30);
    INSERT INTO u VALUES (1, 'one'), (3, 'three')`);
});

/** Keys of t and u that somebody holds. */
async function held(client: pg.Client): Promise<{t: number[]; u: number[]}> {
  const free = async (table: string): Promise<number[]> => {
    const {rows} = await client.query<{k: number}>(`SELECT k FROM ${table} FOR UPDATE SKIP LOCKED`);
    return rows.map(({k}) => k);
  };
  const [t, u] = [await free('t'), await free('u')];
  return {t: [1, 2, 3].filter(k => !t.includes(k)), u: [1, 3].filter(k => !u.includes(k))};
}

async function code(work: Promise<unknown>): Promise<string | undefined> {
  return work.then(
    () => undefined,
    (error: pg.DatabaseError) => error.code,
  );
}

describe('FOR UPDATE over views and subqueries', () => {
  test.each([
    ['SELECT * FROM plain WHERE key = 2 FOR UPDATE', {t: [2], u: []}],
    ['SELECT more FROM several FOR UPDATE', {t: [2, 3], u: []}],
    ['SELECT * FROM nested FOR NO KEY UPDATE', {t: [2], u: []}],
    ['SELECT * FROM joined FOR UPDATE', {t: [1, 3], u: [1, 3]}],
    ['SELECT * FROM joined j, plain p WHERE p.key = 2 AND j.w = $$one$$ FOR UPDATE', {t: [1, 2], u: [1]}],
    ['SELECT * FROM joined j, plain p WHERE p.key = 2 AND j.w = $$one$$ FOR UPDATE OF p', {t: [2], u: []}],
    ['SELECT * FROM first FOR UPDATE', {t: [1], u: []}],
    ['SELECT * FROM walled FOR UPDATE', {t: [3], u: []}],
    ['SELECT * FROM (SELECT v FROM t WHERE k > 1) s WHERE v < 30 FOR UPDATE', {t: [2], u: []}],
    ['SELECT w FROM (SELECT * FROM joined) s JOIN t ON t.v = s.value AND t.k = 3 FOR UPDATE OF s', {t: [3], u: [3]}],
    ['SELECT * FROM plain', {t: [], u: []}],
  ])('%s', async (sql, expected) => {
    await a.query('BEGIN');
    await a.query(sql);
    expect(await held(b)).toEqual(expected);
    await a.query('ROLLBACK');
    expect(await held(b)).toEqual({t: [], u: []});
  });

  test('shares are shared, and NOWAIT tells who is late', async () => {
    await a.query('BEGIN');
    await a.query('SELECT * FROM plain WHERE key = 1 FOR SHARE');
    expect(await code(b.query('SELECT * FROM nested FOR SHARE NOWAIT'))).toBeUndefined();
    expect(await code(b.query('SELECT * FROM plain WHERE key = 1 FOR SHARE NOWAIT'))).toBeUndefined();
    expect(await code(b.query('SELECT * FROM plain WHERE key = 1 FOR UPDATE NOWAIT'))).toBe('55P03');
    expect((await b.query('SELECT key FROM plain ORDER BY key FOR UPDATE SKIP LOCKED')).rows).toEqual([
      {key: 2},
      {key: 3},
    ]);
  });
});

describe('writes through views', () => {
  test('hold the rows of the table, and are gone with the transaction', async () => {
    await a.query('BEGIN');
    await a.query('UPDATE plain SET value = 0 WHERE key = 2');
    await a.query('DELETE FROM checked WHERE k = 3');
    expect((await held(b)).t).toEqual([2, 3]);
    await a.query('ROLLBACK');
    expect((await b.query('SELECT sum(v)::int AS sum FROM t')).rows).toEqual([{sum: 60}]);
  });

  test('what a check option refuses leaves nothing behind, in a block neither', async () => {
    expect(await code(a.query('INSERT INTO checked VALUES (4, 40), (5, 500)'))).toBe('44000');
    await a.query('BEGIN');
    await a.query('INSERT INTO checked VALUES (4, 40)');
    await a.query('SAVEPOINT s');
    expect(await code(a.query('UPDATE checked SET v = v + 70 WHERE k IN (1, 4)'))).toBe('44000');
    await a.query('ROLLBACK TO s');
    await a.query('COMMIT');
    expect((await b.query('SELECT k, v FROM t ORDER BY k')).rows).toEqual([
      {k: 1, v: 10},
      {k: 2, v: 20},
      {k: 3, v: 30},
      {k: 4, v: 40},
    ]);
  });

  test('materialized views follow what comes through a view', async () => {
    await a.query('CREATE MATERIALIZED VIEW total AS SELECT count(*)::int AS n, sum(value)::int AS s FROM plain');
    await a.query('INSERT INTO plain VALUES (5, 9); UPDATE several SET k = k + 50; DELETE FROM checked WHERE k = 1');
    expect((await a.query('SELECT * FROM total')).rows).toEqual([{n: 3, s: 55}]);
    await a.query('DROP MATERIALIZED VIEW total');
  });
});
