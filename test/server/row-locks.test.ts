import type pg from 'pg';
import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest';
import {TestServer} from '../support/server.ts';

let server: TestServer;
let a: pg.Client;
let b: pg.Client;
let c: pg.Client;

beforeAll(async () => {
  server = await TestServer.start();
  [a, b, c] = await Promise.all([server.connect(), server.connect(), server.connect()]);
  await a.query('CREATE TABLE t (k int PRIMARY KEY, v int UNIQUE)');
  await a.query('CREATE TABLE plain (v int)');
});

afterAll(async () => {
  await server.dispose();
});

beforeEach(async () => {
  for (const client of [a, b, c]) await client.query('ROLLBACK');
  await a.query('DELETE FROM t');
  await a.query('DELETE FROM plain');
  await a.query('INSERT INTO t VALUES (1, 10), (2, 20), (3, 30)');
});

async function rows(client: pg.Client, sql: string): Promise<unknown[][]> {
  return (await client.query<unknown[]>({text: sql, rowMode: 'array'})).rows;
}

async function failure(work: Promise<unknown>): Promise<string | null> {
  return work.then(
    () => null,
    (error: pg.DatabaseError) => error.code ?? String(error),
  );
}

/** Starts a statement that must wait; `end` awaits what becomes of it. */
async function waiting(client: pg.Client, sql: string): Promise<{end(): Promise<string | null>}> {
  let done = false;
  const outcome = failure(client.query(sql)).finally(() => (done = true));
  await new Promise(resolve => setTimeout(resolve, 80));
  expect(done, `${sql} should wait`).toBe(false);
  return {end: () => outcome};
}

describe('READ COMMITTED', () => {
  test('two counters in blocks: the second waits, and nothing is lost', async () => {
    await a.query('BEGIN');
    await b.query('BEGIN');
    await a.query('UPDATE t SET v = v + 1 WHERE k = 1');
    const second = await waiting(b, 'UPDATE t SET v = v + 1 WHERE k = 1');
    await a.query('COMMIT');
    expect(await second.end()).toBe(null);
    expect(await rows(b, 'SELECT v FROM t WHERE k = 1')).toEqual([[12]]);
    await b.query('COMMIT');
    expect(await rows(a, 'SELECT v FROM t WHERE k = 1')).toEqual([[12]]);
  });

  test('after a rollback the second goes on from what was there', async () => {
    await a.query('BEGIN');
    await a.query('UPDATE t SET v = v + 1 WHERE k = 1');
    const second = await waiting(b, 'UPDATE t SET v = v + 5 WHERE k = 1');
    await a.query('ROLLBACK');
    expect(await second.end()).toBe(null);
    expect(await rows(a, 'SELECT v FROM t WHERE k = 1')).toEqual([[15]]);
  });

  test('a single statement waits for a block', async () => {
    await a.query('BEGIN');
    await a.query('DELETE FROM t WHERE k = 1');
    const second = await waiting(b, 'UPDATE t SET v = v + 5 WHERE k < 3');
    await a.query('COMMIT');
    expect(await second.end()).toBe(null);
    expect(await rows(a, 'SELECT * FROM t ORDER BY k')).toEqual([
      [2, 25],
      [3, 30],
    ]);
  });

  test('other rows are nobody else’s business', async () => {
    await a.query('BEGIN');
    await b.query('BEGIN');
    await a.query('UPDATE t SET v = 11 WHERE k = 1');
    await b.query('UPDATE t SET v = 21 WHERE k = 2');
    await c.query('UPDATE t SET v = 31 WHERE k = 3');
    await a.query('INSERT INTO t VALUES (4, 40)');
    await b.query('INSERT INTO t VALUES (5, 50)');
    await b.query('COMMIT');
    await a.query('COMMIT');
    expect(await rows(a, 'SELECT count(*)::int, sum(v)::int FROM t')).toEqual([[5, 153]]);
  });

  test('a row that no longer fits the condition is passed over', async () => {
    await a.query('BEGIN');
    await a.query('UPDATE t SET v = 99 WHERE k = 1');
    await b.query('BEGIN');
    const second = await waiting(b, 'DELETE FROM t WHERE v = 10');
    await a.query('COMMIT');
    expect(await second.end()).toBe(null);
    await b.query('COMMIT');
    expect(await rows(a, 'SELECT count(*)::int FROM t')).toEqual([[3]]);
  });

  test('an inserted key is waited for: taken if it commits, free if it does not', async () => {
    await a.query('BEGIN');
    await a.query('INSERT INTO t VALUES (7, 70)');
    const second = await waiting(b, 'INSERT INTO t VALUES (7, 71)');
    await a.query('COMMIT');
    expect(await second.end()).toBe('23505');
    await a.query('BEGIN');
    await a.query('INSERT INTO t VALUES (8, 80)');
    await b.query('BEGIN');
    const third = await waiting(b, 'INSERT INTO t VALUES (9, 80)');
    await a.query('ROLLBACK');
    expect(await third.end()).toBe(null);
    await b.query('COMMIT');
    expect(await rows(a, 'SELECT k FROM t WHERE v >= 70 ORDER BY k')).toEqual([[7], [9]]);
  });

  test('a key that is being deleted is waited for', async () => {
    await a.query('BEGIN');
    await a.query('DELETE FROM t WHERE k = 1');
    const second = await waiting(b, 'INSERT INTO t VALUES (1, 11)');
    await a.query('ROLLBACK');
    expect(await second.end()).toBe('23505');
    await a.query('BEGIN');
    await a.query('DELETE FROM t WHERE k = 1');
    const third = await waiting(b, 'INSERT INTO t VALUES (1, 11)');
    await a.query('COMMIT');
    expect(await third.end()).toBe(null);
  });

  test('ON CONFLICT waits for the key, and does with it what it finds then', async () => {
    await a.query('BEGIN');
    await a.query('INSERT INTO t VALUES (7, 70)');
    const upsert = 'INSERT INTO t VALUES (7, 1) ON CONFLICT (k) DO UPDATE SET v = t.v + excluded.v';
    const second = await waiting(b, upsert);
    await a.query('COMMIT');
    expect(await second.end()).toBe(null);
    expect(await rows(a, 'SELECT v FROM t WHERE k = 7')).toEqual([[71]]);
    await a.query('BEGIN');
    await a.query('INSERT INTO t VALUES (8, 80)');
    const third = await waiting(b, 'INSERT INTO t VALUES (8, 1) ON CONFLICT DO NOTHING');
    await a.query('COMMIT');
    expect(await third.end()).toBe(null);
    expect(await rows(a, 'SELECT v FROM t WHERE k = 8')).toEqual([[80]]);
  });

  test('ON CONFLICT never finds a duplicate, whoever writes the key meanwhile', async () => {
    const clients = await Promise.all(Array.from({length: 4}, () => server.connect()));
    for (let k = 100; k < 140; k++) {
      const upserts = clients.map(async (client, i) => {
        await client.query('BEGIN');
        const action = i % 2 === 0 ? 'NOTHING' : `UPDATE SET v = ${1000 + k}`;
        await client.query(`INSERT INTO t VALUES (${k}, ${k}) ON CONFLICT (k) DO ${action}`);
        await client.query('COMMIT');
      });
      await Promise.all(upserts);
    }
    for (const client of clients) await client.end();
    expect(await rows(a, 'SELECT count(*)::int FROM t WHERE v > 1000')).toEqual([[40]]);
  });

  test('MERGE waits too', async () => {
    await a.query('BEGIN');
    await a.query('UPDATE t SET v = 100 WHERE k = 1');
    const merge =
      'MERGE INTO t USING (VALUES (1)) s (k) ON s.k = t.k WHEN MATCHED THEN UPDATE SET v = t.v + 1 WHEN NOT MATCHED THEN INSERT VALUES (s.k, 0)';
    const second = await waiting(b, merge);
    await a.query('COMMIT');
    expect(await second.end()).toBe(null);
    expect(await rows(a, 'SELECT v FROM t WHERE k = 1')).toEqual([[101]]);
  });

  test('three in a row take their turn', async () => {
    for (const client of [a, b, c]) await client.query('BEGIN');
    await a.query('UPDATE t SET v = v + 1 WHERE k = 1');
    const second = await waiting(b, 'UPDATE t SET v = v + 1 WHERE k = 1');
    const third = await waiting(c, 'UPDATE t SET v = v + 1 WHERE k = 1');
    await a.query('COMMIT');
    const first = await Promise.race([second.end().then(() => b), third.end().then(() => c)]);
    await first.query('COMMIT');
    await Promise.all([second.end(), third.end()]);
    await (first === b ? c : b).query('COMMIT');
    expect(await rows(a, 'SELECT v FROM t WHERE k = 1')).toEqual([[13]]);
  });

  test('rows without a key are held by what they say', async () => {
    await a.query('INSERT INTO plain VALUES (1), (1), (2)');
    await a.query('BEGIN');
    await a.query('DELETE FROM plain WHERE v = 1');
    await b.query('UPDATE plain SET v = 3 WHERE v = 2');
    const second = await waiting(b, 'UPDATE plain SET v = v + 1');
    await a.query('COMMIT');
    expect(await second.end()).toBe(null);
    expect(await rows(a, 'SELECT v FROM plain')).toEqual([[4]]);
  });

  test('many blocks that add to one row lose nothing', async () => {
    await a.query('DELETE FROM t WHERE k > 1');
    const clients = await Promise.all(Array.from({length: 6}, () => server.connect()));
    await Promise.all(
      clients.map(async client => {
        for (let i = 0; i < 10; i++) {
          await client.query('BEGIN');
          await client.query('UPDATE t SET v = v + 1 WHERE k = 1');
          await client.query(i % 5 === 4 ? 'ROLLBACK' : 'COMMIT');
        }
        await client.end();
      }),
    );
    expect(await rows(a, 'SELECT v FROM t WHERE k = 1')).toEqual([[58]]);
  });

  test('blocks and single statements mixed lose nothing', async () => {
    await a.query('DELETE FROM t WHERE k > 1');
    const clients = await Promise.all(Array.from({length: 6}, () => server.connect()));
    await Promise.all(
      clients.map(async (client, n) => {
        for (let i = 0; i < 10; i++) {
          if (n % 2 === 0) await client.query('BEGIN');
          await client.query('UPDATE t SET v = v + 1 WHERE k = 1');
          if (n % 2 === 0) await client.query('COMMIT');
        }
        await client.end();
      }),
    );
    expect(await rows(a, 'SELECT v FROM t WHERE k = 1')).toEqual([[70]]);
  });
});

describe('whoever waits', () => {
  test('in a circle is told so, and the other goes on', async () => {
    await a.query('BEGIN');
    await b.query('BEGIN');
    await a.query('UPDATE t SET v = v + 1 WHERE k = 1');
    await b.query('UPDATE t SET v = v + 1 WHERE k = 2');
    const first = await waiting(a, 'UPDATE t SET v = v + 1 WHERE k = 2');
    expect(await failure(b.query('UPDATE t SET v = v + 1 WHERE k = 1'))).toBe('40P01');
    // It had lost what it held when it failed, not only when it says so.
    expect(await first.end()).toBe(null);
    await b.query('ROLLBACK');
    await a.query('COMMIT');
    expect(await rows(a, 'SELECT v FROM t ORDER BY k')).toEqual([[11], [21], [30]]);
  });

  test('in a circle of three', async () => {
    const clients = [a, b, c];
    for (const [i, client] of clients.entries()) {
      await client.query('BEGIN');
      await client.query(`UPDATE t SET v = v + 1 WHERE k = ${i + 1}`);
    }
    const first = await waiting(a, 'DELETE FROM t WHERE k = 2');
    const second = await waiting(b, 'DELETE FROM t WHERE k = 3');
    expect(await failure(c.query('DELETE FROM t WHERE k = 1'))).toBe('40P01');
    expect(await second.end()).toBe(null);
    await b.query('COMMIT');
    expect(await first.end()).toBe(null);
    await a.query('COMMIT');
    expect(await rows(a, 'SELECT k FROM t')).toEqual([[1]]);
  });

  test('may limit it, or be cancelled', async () => {
    await a.query('BEGIN');
    await a.query('UPDATE t SET v = v + 1 WHERE k = 1');
    await b.query("SET lock_timeout = '50ms'");
    expect(await failure(b.query('UPDATE t SET v = 0 WHERE k = 1'))).toBe('55P03');
    await b.query('RESET lock_timeout');
    await b.query("SET statement_timeout = '50ms'");
    expect(await failure(b.query('UPDATE t SET v = 0 WHERE k = 1'))).toBe('57014');
    await b.query('RESET statement_timeout');
    await a.query('COMMIT');
    await b.query('UPDATE t SET v = 0 WHERE k = 1');
  });

  test('goes on when the other has failed, gone back to a savepoint, or left', async () => {
    await a.query('BEGIN');
    await a.query('UPDATE t SET v = 0 WHERE k = 1');
    const first = await waiting(b, 'UPDATE t SET v = v + 1 WHERE k = 1');
    expect(await failure(a.query('SELECT 1 / 0'))).toBe('22012');
    expect(await first.end()).toBe(null);
    await a.query('ROLLBACK');

    await a.query('BEGIN');
    await a.query('UPDATE t SET v = 21 WHERE k = 2');
    await a.query('SAVEPOINT s');
    await a.query('UPDATE t SET v = 0 WHERE k = 1');
    const second = await waiting(b, 'UPDATE t SET v = v + 1 WHERE k = 1');
    await a.query('ROLLBACK TO s');
    expect(await second.end()).toBe(null);
    const third = await waiting(b, 'UPDATE t SET v = v + 1 WHERE k = 2');
    const leaving = await server.connect();
    await a.query('COMMIT');
    expect(await third.end()).toBe(null);

    await leaving.query('BEGIN');
    await leaving.query('UPDATE t SET v = -k');
    const fourth = await waiting(b, 'UPDATE t SET v = v + 1 WHERE k = 1');
    await leaving.end();
    expect(await fourth.end()).toBe(null);
    expect(await rows(a, 'SELECT v FROM t ORDER BY k')).toEqual([[13], [22], [30]]);
  });
});

describe('REPEATABLE READ and SERIALIZABLE', () => {
  test.each(['REPEATABLE READ', 'SERIALIZABLE'])(
    '%s: what another has changed since fails the statement',
    async level => {
      await a.query(`BEGIN ISOLATION LEVEL ${level}`);
      await rows(a, 'SELECT * FROM t');
      await b.query('UPDATE t SET v = 11 WHERE k = 1');
      expect(await failure(a.query('UPDATE t SET v = v + 1 WHERE k = 1'))).toBe('40001');
      await a.query('ROLLBACK');
    },
  );

  test.each(['REPEATABLE READ', 'SERIALIZABLE'])(
    '%s: who has waited fails, unless the other came to nothing',
    async level => {
      for (const end of ['COMMIT', 'ROLLBACK']) {
        await a.query('BEGIN');
        await a.query('UPDATE t SET v = v + 1 WHERE k = 1');
        await b.query(`BEGIN ISOLATION LEVEL ${level}`);
        await rows(b, 'SELECT * FROM t WHERE k = 1');
        const second = await waiting(b, 'UPDATE t SET v = v + 1 WHERE k = 1');
        await a.query(end);
        expect(await second.end()).toBe(end === 'COMMIT' ? '40001' : null);
        await b.query('ROLLBACK');
      }
    },
  );

  test('write skew is refused under SERIALIZABLE', async () => {
    for (const client of [a, b]) {
      await client.query('BEGIN ISOLATION LEVEL SERIALIZABLE');
      await rows(client, 'SELECT sum(v) FROM t');
    }
    await a.query('UPDATE t SET v = 0 WHERE k = 1');
    await b.query('UPDATE t SET v = 1 WHERE k = 2');
    await a.query('COMMIT');
    expect(await failure(b.query('COMMIT'))).toBe('40001');
  });

  test('write skew goes through under REPEATABLE READ', async () => {
    for (const client of [a, b]) {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
      await rows(client, 'SELECT sum(v) FROM t');
    }
    await a.query('UPDATE t SET v = 0 WHERE k = 1');
    await b.query('UPDATE t SET v = 1 WHERE k = 2');
    await a.query('COMMIT');
    expect(await failure(b.query('COMMIT'))).toBe(null);
  });
});

describe('SELECT … FOR UPDATE', () => {
  test('holds its rows until the end', async () => {
    await a.query('BEGIN');
    expect(await rows(a, 'SELECT v FROM t WHERE k <= 2 ORDER BY k DESC FOR UPDATE')).toEqual([[20], [10]]);
    await b.query('UPDATE t SET v = 31 WHERE k = 3');
    expect(await rows(b, 'SELECT v FROM t WHERE k = 1')).toEqual([[10]]);
    const second = await waiting(b, 'UPDATE t SET v = v + 1 WHERE k = 1');
    await a.query('UPDATE t SET v = 15 WHERE k = 1');
    await a.query('COMMIT');
    expect(await second.end()).toBe(null);
    expect(await rows(a, 'SELECT v FROM t WHERE k = 1')).toEqual([[16]]);
  });

  test('waits for writers, and sees what they have left', async () => {
    await a.query('BEGIN');
    await a.query('UPDATE t SET v = v + 1 WHERE k = 1');
    await b.query('BEGIN');
    let seen: unknown[][] = [];
    const read = rows(b, 'SELECT k, v FROM t WHERE v < 15 FOR UPDATE').then(found => (seen = found));
    await new Promise(resolve => setTimeout(resolve, 60));
    expect(seen).toEqual([]);
    await a.query('COMMIT');
    expect(await read).toEqual([[1, 11]]);
    const second = await waiting(a, 'DELETE FROM t WHERE k = 1');
    await b.query('ROLLBACK');
    expect(await second.end()).toBe(null);
  });

  test('read, then write: nothing is lost', async () => {
    await a.query('DELETE FROM t WHERE k > 1');
    const clients = await Promise.all(Array.from({length: 5}, () => server.connect()));
    await Promise.all(
      clients.map(async client => {
        for (let i = 0; i < 8; i++) {
          await client.query('BEGIN');
          const [[v]] = await rows(client, 'SELECT v FROM t WHERE k = 1 FOR UPDATE');
          await client.query('UPDATE t SET v = $1 WHERE k = 1', [(v as number) + 1]);
          await client.query('COMMIT');
        }
        await client.end();
      }),
    );
    expect(await rows(a, 'SELECT v FROM t')).toEqual([[50]]);
  });

  test('FOR SHARE is shared, but not with writers', async () => {
    await a.query('BEGIN');
    await b.query('BEGIN');
    await a.query('SELECT * FROM t WHERE k = 1 FOR SHARE');
    await b.query('SELECT * FROM t WHERE k = 1 FOR SHARE');
    expect(await failure(c.query('SELECT * FROM t WHERE k = 1 FOR UPDATE NOWAIT'))).toBe('55P03');
    const second = await waiting(c, 'UPDATE t SET v = 0 WHERE k = 1');
    await a.query('COMMIT');
    await b.query('COMMIT');
    expect(await second.end()).toBe(null);
  });

  test('NOWAIT fails at once', async () => {
    await a.query('BEGIN');
    await a.query('UPDATE t SET v = 0 WHERE k = 1');
    await b.query('BEGIN');
    const error = await b.query('SELECT * FROM t FOR UPDATE NOWAIT').catch((reason: pg.DatabaseError) => reason);
    expect(error).toMatchObject({code: '55P03', message: 'could not obtain lock on row in relation "t"'});
    await b.query('ROLLBACK');
    expect(await rows(b, 'SELECT k FROM t WHERE k > 1 ORDER BY k FOR UPDATE NOWAIT')).toEqual([[2], [3]]);
  });

  test('SKIP LOCKED passes over what others hold, before LIMIT', async () => {
    const next = 'SELECT k FROM t ORDER BY k LIMIT 1 FOR UPDATE SKIP LOCKED';
    for (const client of [a, b, c]) await client.query('BEGIN');
    expect(await rows(a, next)).toEqual([[1]]);
    expect(await rows(b, next)).toEqual([[2]]);
    expect(await rows(c, next)).toEqual([[3]]);
    await a.query('DELETE FROM t WHERE k = 1');
    expect(await rows(a, next)).toEqual([]);
    await b.query('ROLLBACK');
    expect(await rows(a, next)).toEqual([[2]]);
  });

  test('a queue of jobs: each is done once', async () => {
    await a.query('CREATE TABLE jobs (id int PRIMARY KEY, state text, worker int)');
    await a.query("INSERT INTO jobs SELECT g, 'new', NULL FROM generate_series(1, 40) g");
    const clients = await Promise.all(Array.from({length: 4}, () => server.connect()));
    const done: number[] = [];
    const take = [
      "UPDATE jobs SET state = 'done', worker = $1 WHERE id = (SELECT id FROM jobs WHERE state = 'new' ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING id",
      "WITH next AS (SELECT id FROM jobs WHERE state = 'new' ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED) UPDATE jobs SET state = 'done', worker = $1 FROM next WHERE next.id = jobs.id RETURNING jobs.id",
    ];
    await Promise.all(
      clients.map(async (client, n) => {
        for (;;) {
          if (n % 2 === 1) await client.query('BEGIN');
          const {rows: taken} = await client.query<{id: number}>(take[n >> 1], [n]);
          if (n % 2 === 1) await client.query('COMMIT');
          if (taken.length === 0) break;
          done.push(taken[0].id);
        }
        await client.end();
      }),
    );
    expect(done.sort((x, y) => x - y)).toEqual(Array.from({length: 40}, (_, i) => i + 1));
  });

  test('of a join holds the rows of the tables that are named', async () => {
    await a.query('INSERT INTO plain VALUES (1), (2)');
    await a.query('BEGIN');
    const join = 'SELECT p.v, x.v FROM plain p JOIN t x ON x.k = p.v ORDER BY 1 FOR UPDATE OF x';
    expect(await rows(a, join)).toEqual([
      [1, 10],
      [2, 20],
    ]);
    await b.query('UPDATE plain SET v = 3 WHERE v = 1');
    expect(await failure(b.query('SELECT FROM t WHERE k = 2 FOR UPDATE NOWAIT'))).toBe('55P03');
    await b.query('SELECT FROM t WHERE k = 3 FOR UPDATE NOWAIT');
  });

  test('a savepoint lets go of what came after it', async () => {
    await a.query('BEGIN');
    await a.query('SELECT * FROM t WHERE k = 1 FOR UPDATE');
    await a.query('SAVEPOINT s');
    await a.query('SELECT * FROM t WHERE k = 2 FOR UPDATE');
    await a.query('ROLLBACK TO s');
    await b.query('UPDATE t SET v = 21 WHERE k = 2');
    expect(await failure(b.query('SELECT * FROM t WHERE k = 1 FOR UPDATE NOWAIT'))).toBe('55P03');
  });

  test('is refused in a read-only transaction, and in one with a snapshot where rows have changed', async () => {
    await a.query('BEGIN READ ONLY');
    expect(await failure(a.query('SELECT * FROM t FOR UPDATE'))).toBe('25006');
    await a.query('ROLLBACK');
    await a.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    await a.query('SELECT * FROM t');
    await b.query('UPDATE t SET v = 11 WHERE k = 1');
    await a.query('SELECT * FROM t WHERE k = 2 FOR UPDATE');
    expect(await failure(a.query('SELECT * FROM t WHERE k = 1 FOR UPDATE'))).toBe('40001');
  });

  test('through parameters, cursors and prepared statements', async () => {
    await a.query('BEGIN');
    const {rows: found} = await a.query({
      name: 'locking',
      text: 'SELECT v AS x FROM t WHERE k = $1 FOR UPDATE',
      values: [1],
    });
    expect(found).toEqual([{x: 10}]);
    await a.query('DECLARE c CURSOR FOR SELECT k FROM t WHERE k >= 2 ORDER BY k FOR UPDATE');
    expect(await rows(a, 'FETCH 1 c')).toEqual([[2]]);
    expect(await failure(b.query('SELECT * FROM t WHERE k = 1 FOR UPDATE NOWAIT'))).toBe('55P03');
    expect(await failure(b.query('SELECT * FROM t WHERE k = 2 FOR UPDATE NOWAIT'))).toBe('55P03');
  });
});

describe('LOCK TABLE', () => {
  test('keeps writers out, not readers', async () => {
    await a.query('BEGIN');
    await a.query('LOCK TABLE t IN SHARE MODE');
    expect(await rows(b, 'SELECT count(*)::int FROM t')).toEqual([[3]]);
    const second = await waiting(b, 'UPDATE t SET v = 0 WHERE k = 1');
    await a.query('COMMIT');
    expect(await second.end()).toBe(null);
  });

  test('waits for writers', async () => {
    await a.query('BEGIN');
    await a.query('INSERT INTO plain VALUES (1)');
    await b.query('BEGIN');
    expect(await failure(b.query('LOCK plain IN EXCLUSIVE MODE NOWAIT'))).toBe('55P03');
    await b.query('ROLLBACK');
    await b.query('BEGIN');
    const second = await waiting(b, 'LOCK plain');
    await a.query('COMMIT');
    expect(await second.end()).toBe(null);
    expect(await rows(b, 'SELECT * FROM plain')).toEqual([[1]]);
  });

  test('modes that get along, and a circle', async () => {
    await a.query('BEGIN');
    await b.query('BEGIN');
    await a.query('LOCK TABLE t IN ROW EXCLUSIVE MODE');
    await b.query('LOCK TABLE t IN ROW EXCLUSIVE MODE');
    const second = await waiting(a, 'LOCK TABLE t IN SHARE ROW EXCLUSIVE MODE');
    expect(await failure(b.query('LOCK TABLE t IN SHARE ROW EXCLUSIVE MODE'))).toBe('40P01');
    expect(await second.end()).toBe(null);
  });

  test('only within a block', async () => {
    expect(await failure(a.query('LOCK TABLE t'))).toBe('25P01');
  });
});
