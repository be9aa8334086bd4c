import type pg from 'pg';
import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest';
import {TestServer} from '../support/server.ts';

let server: TestServer;
let a: pg.Client;
let b: pg.Client;

beforeAll(async () => {
  server = await TestServer.start();
  a = await server.connect();
  b = await server.connect();
  await a.query('CREATE TABLE t (k int PRIMARY KEY, v int)');
  await a.query('CREATE TABLE plain (v int)');
  await a.query('CREATE MATERIALIZED VIEW total AS SELECT count(*) AS n, sum(v) AS s FROM t');
});

afterAll(async () => {
  await server.dispose();
});

beforeEach(async () => {
  await a.query('ROLLBACK');
  await b.query('ROLLBACK');
  await a.query('DELETE FROM t; DELETE FROM plain; RESET ALL');
});

async function rows(client: pg.Client, sql: string): Promise<unknown[]> {
  return (await client.query<unknown[]>({text: sql, rowMode: 'array'})).rows;
}

/** SQLSTATE of what the statement fails with. */
async function failure(client: pg.Client, query: string | pg.QueryConfig): Promise<string> {
  try {
    await client.query(query);
  } catch (error) {
    return (error as pg.DatabaseError).code ?? String(error);
  }
  return 'no error';
}

describe('a transaction', () => {
  test('is seen by others at its end, all at once, by itself at once', async () => {
    await a.query('BEGIN');
    await a.query('INSERT INTO t VALUES (1, 10), (2, 20)');
    await a.query('UPDATE t SET v = v + 1 WHERE k = 1');
    expect(await rows(a, 'SELECT k, v FROM t ORDER BY k')).toEqual([
      [1, 11],
      [2, 20],
    ]);
    expect(await rows(a, 'SELECT count(*)::int, sum(v)::int FROM t')).toEqual([[2, 31]]);
    expect(await rows(b, 'SELECT * FROM t')).toEqual([]);
    expect(await rows(b, 'SELECT n::int FROM total')).toEqual([[0]]);
    await a.query('COMMIT');
    expect(await rows(b, 'SELECT k, v FROM t ORDER BY k')).toEqual([
      [1, 11],
      [2, 20],
    ]);
    expect(await rows(b, 'SELECT n::int, s::int FROM total')).toEqual([[2, 31]]);
  });

  test('leaves nothing behind when it is rolled back', async () => {
    await a.query('INSERT INTO t VALUES (1, 10)');
    await a.query('BEGIN');
    await a.query('DELETE FROM t');
    await a.query('INSERT INTO t VALUES (1, 11), (5, 5)');
    expect(await rows(a, 'SELECT k, v FROM t ORDER BY k')).toEqual([
      [1, 11],
      [5, 5],
    ]);
    await a.query('ROLLBACK');
    expect(await rows(a, 'SELECT k, v FROM t')).toEqual([[1, 10]]);
  });

  test('reads what others have committed meanwhile', async () => {
    await a.query('BEGIN');
    expect(await rows(a, 'SELECT count(*)::int FROM plain')).toEqual([[0]]);
    await b.query('INSERT INTO plain VALUES (1)');
    expect(await rows(a, 'SELECT count(*)::int FROM plain')).toEqual([[1]]);
    await a.query('COMMIT');
  });

  test('that failed accepts nothing but its end', async () => {
    await a.query('BEGIN');
    await a.query('INSERT INTO plain VALUES (1)');
    expect(await failure(a, 'SELECT 1 / 0')).toBe('22012');
    expect(await failure(a, 'SELECT 1')).toBe('25P02');
    expect(await failure(a, {text: 'SELECT $1::int', values: [1]})).toBe('25P02');
    expect(await failure(a, 'no such statement')).toBe('42601');
    expect(await failure(a, 'SELECT * FROM nowhere')).toBe('25P02');
    const {command} = await a.query('COMMIT');
    expect(command).toBe('ROLLBACK');
    expect(await rows(a, 'SELECT * FROM plain')).toEqual([]);
  });

  test('a syntax error fails it too', async () => {
    await a.query('BEGIN');
    expect(await failure(a, 'SELEC 1')).toBe('42601');
    expect(await failure(a, 'SELECT 1')).toBe('25P02');
    await a.query('ROLLBACK');
    expect(await rows(a, 'SELECT 1 AS one')).toEqual([[1]]);
  });

  test('changes the catalog as a whole, and until it commits for nobody else', async () => {
    await a.query('BEGIN');
    await a.query('CREATE TABLE made (k serial PRIMARY KEY, v int)');
    await a.query('INSERT INTO made (v) SELECT * FROM generate_series(1, 3)');
    await a.query('CREATE VIEW over AS SELECT sum(v)::int AS s FROM made');
    expect(await rows(a, 'SELECT * FROM over')).toEqual([[6]]);
    expect(await failure(b, 'SELECT * FROM made')).toBe('42P01');
    // A change of another's waits for this one.
    const other = b.query('CREATE TABLE made_too (a int)');
    await a.query('COMMIT');
    await other;
    expect(await rows(b, 'SELECT * FROM over')).toEqual([[6]]);
    await a.query('BEGIN');
    await a.query('DROP TABLE made CASCADE');
    expect(await failure(a, 'SELECT * FROM over')).toBe('42P01');
    await a.query('ROLLBACK');
    expect(await rows(a, 'SELECT * FROM over')).toEqual([[6]]);
    await a.query('DROP TABLE made, made_too CASCADE');
  });

  test('of a client that leaves takes its changes of the catalog along', async () => {
    const c = await server.connect();
    await c.query('BEGIN');
    await c.query('CREATE TABLE gone (a int)');
    (c as unknown as {connection: {stream: {destroy(): void}}}).connection.stream.destroy();
    await a.query('CREATE TABLE gone (b int)');
    await a.query('DROP TABLE gone');
  });

  test('takes no statement that starts something', async () => {
    for (const [sql, code] of [
      ["CREATE SOURCE x (a int) FROM KAFKA (BROKERS 'localhost:1', TOPIC 't') FORMAT JSON", '25001'],
      ['DISCARD ALL', '25001'],
    ]) {
      await a.query('BEGIN');
      expect([sql, await failure(a, sql)]).toEqual([sql, code]);
      await a.query('ROLLBACK');
    }
  });

  test('that is read only does not write', async () => {
    for (const sql of ['INSERT INTO plain VALUES (1)', 'DELETE FROM plain', 'CREATE TABLE x (a int)']) {
      await a.query('BEGIN READ ONLY');
      expect([sql, await failure(a, sql)]).toEqual([sql, '25006']);
      await a.query('ROLLBACK');
    }
    await a.query('SET default_transaction_read_only = on');
    expect(await failure(a, 'INSERT INTO plain VALUES (1)')).toBe('25006');
    await a.query('BEGIN READ WRITE');
    await a.query('INSERT INTO plain VALUES (1)');
    await a.query('COMMIT');
    expect(await rows(a, 'SELECT count(*)::int FROM plain')).toEqual([[1]]);
    await a.query('RESET default_transaction_read_only');
  });

  test('of REPEATABLE READ sees one moment of tables and views, and what it changes must be as it was', async () => {
    await a.query('INSERT INTO t VALUES (1, 1)');
    await a.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    expect(await rows(a, 'SELECT n, s FROM total')).toEqual([['1', '1']]);
    await b.query('UPDATE t SET v = 5; INSERT INTO t VALUES (2, 2)');
    expect(await rows(a, 'SELECT v FROM t')).toEqual([[1]]);
    expect(await rows(a, 'SELECT n, s FROM total')).toEqual([['1', '1']]);
    expect(await failure(a, 'UPDATE t SET v = v + 1')).toBe('40001');
    await a.query('ROLLBACK');
    expect(await rows(a, 'SELECT k, v FROM t ORDER BY k')).toEqual([
      [1, 5],
      [2, 2],
    ]);
  });

  test('of SERIALIZABLE does not commit when what it read has changed', async () => {
    await a.query('INSERT INTO t VALUES (1, 1), (2, 1)');
    for (const client of [a, b]) await client.query('BEGIN ISOLATION LEVEL SERIALIZABLE');
    for (const client of [a, b]) expect(await rows(client, 'SELECT sum(v)::int FROM t')).toEqual([[2]]);
    // Each takes one away in the belief that the other stays: write skew.
    await a.query('UPDATE t SET v = 0 WHERE k = 1');
    await b.query('UPDATE t SET v = 0 WHERE k = 2');
    await a.query('COMMIT');
    expect(await failure(b, 'COMMIT')).toBe('40001');
    expect(await rows(a, 'SELECT sum(v)::int FROM t')).toEqual([[1]]);
    // Who is not SERIALIZABLE takes no part in it, as in PostgreSQL.
    await b.query('BEGIN ISOLATION LEVEL SERIALIZABLE');
    expect(await rows(b, 'SELECT sum(v)::int FROM t')).toEqual([[1]]);
    await a.query('UPDATE t SET v = 1 WHERE k = 1');
    await b.query('UPDATE t SET v = 2 WHERE k = 2');
    await b.query('COMMIT');
    expect(await rows(a, 'SELECT sum(v)::int FROM t')).toEqual([[3]]);
    // Reading alone never fails.
    await b.query('BEGIN ISOLATION LEVEL SERIALIZABLE');
    await rows(b, 'SELECT * FROM t');
    await a.query('UPDATE t SET v = 7');
    await b.query('COMMIT');
  });

  test('reads a table in the order of insertion, what it has inserted itself last, and equal rows together', async () => {
    await a.query('CREATE TABLE in_order (v int)');
    await a.query('INSERT INTO in_order SELECT i FROM generate_series(20000, 1, -1) i');
    await a.query('BEGIN');
    await a.query('INSERT INTO in_order VALUES (20007)');
    await a.query('INSERT INTO in_order VALUES (20003)');
    await a.query('INSERT INTO in_order VALUES (20005)');
    expect(await rows(a, 'SELECT v FROM in_order LIMIT 2')).toEqual([[20000], [19999]]);
    expect(await rows(a, 'SELECT v FROM in_order OFFSET 19999')).toEqual([[1], [20007], [20003], [20005]]);
    await a.query('COMMIT');
    expect(await rows(a, 'SELECT v FROM in_order OFFSET 19999')).toEqual([[1], [20007], [20003], [20005]]);
  });

  test('that idles too long ends with its session', async () => {
    const c = await server.connect();
    const ended = new Promise<string>(resolve =>
      c.on('error', error => resolve((error as pg.DatabaseError).code ?? '')),
    );
    await c.query('SET idle_in_transaction_session_timeout = 100');
    await c.query('BEGIN');
    await c.query('INSERT INTO t VALUES (5, 5)');
    expect(await ended).toBe('25P03');
    expect(await rows(a, 'SELECT count(*)::int FROM t')).toEqual([[0]]);
  });

  test('AND CHAIN begins the next', async () => {
    await a.query('BEGIN');
    await a.query('INSERT INTO plain VALUES (1)');
    await a.query('COMMIT AND CHAIN');
    await a.query('INSERT INTO plain VALUES (2)');
    await a.query('ROLLBACK');
    expect(await rows(a, 'SELECT v FROM plain')).toEqual([[1]]);
  });

  test('of a client that leaves is gone', async () => {
    const c = await server.connect();
    await c.query('BEGIN');
    await c.query('INSERT INTO t VALUES (77, 7)');
    (c as unknown as {connection: {stream: {destroy(): void}}}).connection.stream.destroy();
    await a.query('INSERT INTO t VALUES (77, 8)');
    expect(await rows(a, 'SELECT k, v FROM t')).toEqual([[77, 8]]);
  });
});

describe('keys', () => {
  test('a key that is there already fails the statement', async () => {
    await a.query('INSERT INTO t VALUES (1, 1)');
    await a.query('BEGIN');
    await a.query('INSERT INTO t VALUES (2, 2)');
    expect(await failure(a, 'INSERT INTO t VALUES (2, 3)')).toBe('23505');
    await a.query('ROLLBACK');
    await a.query('BEGIN');
    expect(await failure(a, 'INSERT INTO t VALUES (1, 3)')).toBe('23505');
    await a.query('ROLLBACK');
    await a.query('BEGIN');
    await a.query('DELETE FROM t WHERE k = 1');
    await a.query('INSERT INTO t VALUES (1, 4)');
    await a.query('COMMIT');
    expect(await rows(a, 'SELECT k, v FROM t')).toEqual([[1, 4]]);
    expect(await failure(a, 'INSERT INTO t VALUES (5, 5), (5, 6)')).toBe('23505');
    expect(await failure(a, {text: 'INSERT INTO t VALUES ($1, 9)', values: [1]})).toBe('23505');
    expect(await rows(a, 'SELECT k, v FROM t')).toEqual([[1, 4]]);
  });

  test('single statements of many clients that add to one row all succeed, and none is lost', async () => {
    await a.query('INSERT INTO t VALUES (1, 0)');
    const clients = await Promise.all(Array.from({length: 8}, () => server.connect()));
    const adds = clients.map(async (client, i) => {
      for (let done = 0; done < 10; done++) {
        if (i % 2 === 0) await client.query('UPDATE t SET v = v + 1 WHERE k = 1');
        else await client.query('UPDATE t SET v = v + $1 WHERE k = $2', [1, 1]);
      }
      await client.end();
    });
    await Promise.all(adds);
    expect(await rows(a, 'SELECT v FROM t')).toEqual([[80]]);
    expect(await rows(a, 'SELECT n::int, s::int FROM total')).toEqual([[1, 80]]);
  });
});

describe('several statements in one message', () => {
  test('stand or fall together', async () => {
    expect(await failure(a, 'INSERT INTO plain VALUES (1); INSERT INTO plain VALUES (2); SELECT 1 / 0')).toBe('22012');
    expect(await rows(a, 'SELECT * FROM plain')).toEqual([]);
    await a.query('INSERT INTO plain VALUES (1); INSERT INTO plain VALUES (2); SELECT count(*) FROM plain');
    expect(await rows(b, 'SELECT v FROM plain ORDER BY v')).toEqual([[1], [2]]);
  });

  test('a COMMIT among them keeps what came before it', async () => {
    const sql = 'BEGIN; INSERT INTO plain VALUES (1); COMMIT; INSERT INTO plain VALUES (2); SELECT 1 / 0';
    expect(await failure(a, sql)).toBe('22012');
    expect(await rows(a, 'SELECT v FROM plain')).toEqual([[1]]);
  });

  test('a BEGIN among them takes those before it along', async () => {
    await a.query('INSERT INTO plain VALUES (1); BEGIN; INSERT INTO plain VALUES (2)');
    expect(await rows(b, 'SELECT v FROM plain')).toEqual([]);
    await a.query('ROLLBACK');
    expect(await rows(b, 'SELECT v FROM plain')).toEqual([]);
  });

  test('a syntax error in one of them runs none', async () => {
    expect(await failure(a, 'INSERT INTO plain VALUES (1); SELEC 2')).toBe('42601');
    expect(await rows(a, 'SELECT * FROM plain')).toEqual([]);
  });

  test('each sees what those before it wrote', async () => {
    const results = (await a.query(
      'INSERT INTO plain VALUES (1); SELECT count(*)::int AS n FROM plain; DELETE FROM plain; SELECT count(*)::int AS n FROM plain',
    )) as unknown as pg.QueryResult[];
    expect(results.map(result => result.rows)).toEqual([[], [{n: 1}], [], [{n: 0}]]);
  });
});

test('now() stands still in a transaction, and moves on from one to the next', async () => {
  await a.query('BEGIN');
  const first = await rows(a, 'SELECT now()::text');
  await new Promise(resolve => setTimeout(resolve, 5));
  expect(await rows(a, 'SELECT now()::text')).toEqual(first);
  await a.query('COMMIT');
  const prepared = {name: 'moment', text: 'SELECT now()::text', rowMode: 'array'} as const;
  const moment = (await a.query<unknown[]>(prepared)).rows;
  await new Promise(resolve => setTimeout(resolve, 5));
  expect((await a.query<unknown[]>(prepared)).rows).not.toEqual(moment);
});

describe('a transaction that changes the catalog', () => {
  test('is not waited for any longer by who has gone or given up', async () => {
    const [first, gone, patient] = [await server.connect(), await server.connect(), await server.connect()];
    await first.query('BEGIN');
    await first.query('CREATE TABLE held (a int)');
    await gone.query('BEGIN');
    await gone.query('CREATE TABLE never (a int)');
    const lost = gone.query('CREATE TABLE held (b int)').catch(() => {});
    await patient.query('SET statement_timeout = 200');
    await expect(patient.query('CREATE TABLE held (c int)')).rejects.toMatchObject({code: '57014'});
    (gone as unknown as {connection: {stream: {destroy(): void}}}).connection.stream.destroy();
    await lost;
    await first.query('COMMIT');
    await patient.query('SET statement_timeout = 10000');
    await patient.query('DROP TABLE held');
    expect((await patient.query("SELECT to_regclass('never') AS never")).rows).toEqual([{never: null}]);
  });
});
