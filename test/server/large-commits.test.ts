import type pg from 'pg';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {TestServer} from '../support/server.ts';

// A large commit is checked in slices: what else goes on meanwhile sees all of it or nothing, and it sees what came before it.

const ROWS = 150_000;

let server: TestServer;
let writer: pg.Client;
let other: pg.Client;

beforeAll(async () => {
  server = await TestServer.start();
  [writer, other] = await Promise.all([server.connect(), server.connect()]);
});

afterAll(async () => {
  await server.dispose();
});

async function row(client: pg.Client, sql: string): Promise<unknown[]> {
  return (await client.query<unknown[]>({text: sql, rowMode: 'array'})).rows[0];
}

/** Runs the statement and does `meanwhile` again and again until it has ended; its code, if it fails. */
async function during(sql: string, meanwhile: (turn: number) => Promise<unknown>): Promise<string | null> {
  let ended = false;
  const running = writer
    .query(sql)
    .then(
      () => null,
      error => (error as pg.DatabaseError).code ?? String(error),
    )
    .finally(() => (ended = true));
  for (let turn = 0; !ended; turn++) await meanwhile(turn);
  return running;
}

describe('during a large commit', () => {
  test('reads see all of it or nothing, in the table and in its view', async () => {
    await writer.query('CREATE TABLE big (id int PRIMARY KEY, v int)');
    await writer.query('CREATE MATERIALIZED VIEW whole AS SELECT count(*) AS n, sum(v) AS v FROM big');
    const seen = new Set<string>();
    const look = async (): Promise<void> => {
      const [n, v, m, w] = await row(
        other,
        'SELECT count(b.id), sum(b.v), min(n), min(w.v) FROM whole w LEFT JOIN big b ON true',
      );
      expect([n, v]).toEqual([m, w]);
      seen.add(`${String(n)} ${String(v)}`);
    };
    expect(await during(`INSERT INTO big SELECT i, 1 FROM generate_series(1, ${ROWS}) AS g(i)`, look)).toBeNull();
    expect(await during('UPDATE big SET v = 2', look)).toBeNull();
    expect(await during('DELETE FROM big WHERE id % 3 > 0', look)).toBeNull();
    await look();
    const states = ['0 null', `${ROWS} ${ROWS}`, `${ROWS} ${2 * ROWS}`, `${ROWS / 3} ${(2 * ROWS) / 3}`];
    expect(states).toEqual(expect.arrayContaining([...seen]));
    expect(seen).toContain(states[3]);
  });

  test('objects come and go, and its keys are checked all the same', async () => {
    await writer.query('CREATE TABLE keyed (id int PRIMARY KEY, v int)');
    await writer.query('INSERT INTO keyed VALUES (7, 0)');
    const change = async (turn: number): Promise<void> => {
      await other.query(`CREATE TABLE passing_${turn} (a int)`);
      await other.query(`DROP TABLE passing_${turn}`);
    };
    const all = `INSERT INTO keyed SELECT i, 1 FROM generate_series(1, ${ROWS}) AS g(i)`;
    expect(await during(all, change)).toBe('23505');
    expect(await row(other, 'SELECT count(*)::int FROM keyed')).toEqual([1]);
    await writer.query('DELETE FROM keyed');
    expect(await during(all, change)).toBeNull();
    expect(await row(other, 'SELECT count(*)::int FROM keyed')).toEqual([ROWS]);
  });

  test('others write, and nothing of either is lost', async () => {
    await writer.query('CREATE TABLE shared (id int PRIMARY KEY, v int)');
    let added = 0;
    const add = async (turn: number): Promise<void> => {
      // Every other one in a block of its own, whose rows and keys are held until it ends.
      const insert = `INSERT INTO shared VALUES (${-1 - turn}, 0)`;
      await other.query(turn % 2 === 0 ? insert : `BEGIN; ${insert}; COMMIT`);
      added++;
    };
    const all = `INSERT INTO shared SELECT i, 1 FROM generate_series(1, ${ROWS}) AS g(i)`;
    expect(await during(all, add)).toBeNull();
    expect(await row(other, 'SELECT count(*)::int, sum(v)::int FROM shared')).toEqual([ROWS + added, ROWS]);
    const before = added;
    const update = (turn: number): Promise<void> => add(before + turn);
    expect(await during('UPDATE shared SET v = v + 1 WHERE v > 0', update)).toBeNull();
    expect(await row(other, 'SELECT count(*)::int, sum(v)::int FROM shared')).toEqual([ROWS + added, 2 * ROWS]);
  });

  test('its table can be dropped', async () => {
    await writer.query('CREATE TABLE short_lived (id int PRIMARY KEY, v int)');
    const outcome = await during(
      `INSERT INTO short_lived SELECT i, 1 FROM generate_series(1, ${ROWS}) AS g(i)`,
      async turn => {
        if (turn < 20) await row(other, 'SELECT 1');
        else await other.query('DROP TABLE IF EXISTS short_lived');
      },
    );
    expect([null, '40001', '42P01']).toContain(outcome);
    await other.query('DROP TABLE IF EXISTS short_lived');
    expect(await row(other, "SELECT count(*)::int FROM pg_class WHERE relname = 'short_lived'")).toEqual([0]);
  });
});
