import type pg from 'pg';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {TestServer} from '../support/server.ts';

// What drivers send for an INSERT of many rows: two parameters a row, up to the 65,535 that a Bind may have.

const ROWS = 32_767;

let server: TestServer;
let client: pg.Client;

beforeAll(async () => {
  server = await TestServer.start();
  client = await server.connect();
});

afterAll(async () => {
  await server.dispose();
});

function rows(count: number, of: (first: number) => string): string {
  return Array.from({length: count}, (_, i) => of(2 * i + 1)).join();
}

function pairs(count: number): unknown[] {
  return Array.from({length: count}, (_, i) => [i, i % 10 === 0 ? null : `v${i}`]).flat();
}

const plain = (first: number): string => `($${first},$${first + 1})`;

async function one(sql: string): Promise<unknown[]> {
  return (await client.query<unknown[]>({text: sql, rowMode: 'array'})).rows[0];
}

describe('an INSERT of many parameters', () => {
  test('stores each value in its row and draws defaults in their order', async () => {
    await client.query(`CREATE TABLE many
      (id serial PRIMARY KEY, a int NOT NULL, b varchar(20) DEFAULT 'none', c text DEFAULT 'x' || 'y', d numeric(6,1) DEFAULT 1)`);
    const sql = `INSERT INTO many (a, b) VALUES ${rows(ROWS, plain)} RETURNING id, a`;
    const {rows: given} = await client.query<{id: number; a: number}>(sql, pairs(ROWS));
    expect(given).toHaveLength(ROWS);
    expect(given.every(({id, a}) => id === a + 1)).toBe(true);
    const nulls = Math.ceil(ROWS / 10);
    expect(await one('SELECT count(*)::int, count(b)::int, min(c), max(d)::text FROM many')).toEqual([
      ROWS,
      ROWS - nulls,
      'xy',
      '1.0',
    ]);
    expect(
      await one("SELECT count(*)::int FROM many WHERE id = a + 1 AND (b = 'v' || a OR b IS NULL AND a % 10 = 0)"),
    ).toEqual([ROWS]);
  });

  test('of casts, through a VALUES in FROM', async () => {
    await client.query('CREATE TABLE casts (id serial PRIMARY KEY, a int, b varchar(20))');
    let row = 0;
    const values = rows(5000, first => `($${first}::INTEGER,$${first + 1}::VARCHAR,${row++})`);
    const sql = `INSERT INTO casts (a, b) SELECT p0::INTEGER, p1::VARCHAR FROM (VALUES ${values}) AS v(p0, p1, n)
      ORDER BY n RETURNING id, a`;
    const {rows: given} = await client.query<{id: number; a: number}>(sql, pairs(5000));
    expect(given.every(({id, a}) => id === a + 1)).toBe(true);
    expect(await one("SELECT count(*)::int FROM casts WHERE b = 'v' || a OR a % 10 = 0")).toEqual([5000]);
  });

  test('fails as a short one does', async () => {
    await client.query('CREATE TABLE short (a int NOT NULL, b varchar(3))');
    const insert = (values: unknown[], text = rows(100, plain)): Promise<unknown> =>
      client.query(`INSERT INTO short VALUES ${text}`, values);
    const fitting = Array.from({length: 100}, (_, i) => [i, `v${i}`]).flat() as unknown[];
    await expect(insert(fitting.with(151, 'much too long'))).rejects.toMatchObject({
      code: '22001',
      message: 'value too long for type character varying(3)',
    });
    await expect(insert(fitting.with(150, null))).rejects.toMatchObject({code: '23502', column: 'a'});
    const texts = rows(100, first => `($${first === 151 ? 2 : first},$${first + 1})`);
    const position = String('INSERT INTO short VALUES '.length + texts.indexOf('($2,$152)') + 2);
    await expect(insert(fitting, texts)).rejects.toMatchObject({code: '42804', position});
    await expect(insert(fitting, `${rows(99, plain)},($199)`)).rejects.toMatchObject({code: '42601'});
    expect(await one('SELECT count(*)::int FROM short')).toEqual([0]);
    await insert(fitting);
    expect(await one("SELECT count(*)::int, sum(a)::int FROM short WHERE b = 'v' || a")).toEqual([100, 4950]);
  });
});
