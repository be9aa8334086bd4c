import type pg from 'pg';
import {readdirSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {eventually, TestServer} from '../support/server.ts';

let server: TestServer;
let client: pg.Client;

beforeEach(async () => {
  server = await TestServer.start();
  client = await server.connect();
});

afterEach(async () => {
  await server.dispose();
});

async function rows(sql: string, by = client): Promise<unknown[]> {
  return (await by.query<unknown[]>({text: sql, rowMode: 'array'})).rows;
}

const LEFT = `SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname LIKE 'pg_temp%'`;

describe('temporary objects', () => {
  test('go with their session, whatever it left open', async () => {
    const other = await server.connect();
    await rows('CREATE TEMP TABLE t (a int PRIMARY KEY, s serial)', other);
    await rows('CREATE TEMP VIEW v AS SELECT a FROM t', other);
    await rows('CREATE FUNCTION pg_temp.f() RETURNS int LANGUAGE sql AS $$SELECT 1$$', other);
    await rows('BEGIN', other);
    await rows('INSERT INTO t VALUES (1)', other);
    expect(await rows(LEFT)).toHaveLength(4);
    await expect(rows('SELECT * FROM t')).rejects.toMatchObject({code: '42P01'});
    const [[schema]] = (await rows('SELECT nspname FROM pg_namespace WHERE oid = pg_my_temp_schema()', other)) as [
      [string],
    ];
    await expect(rows(`SELECT * FROM ${schema}.t`)).rejects.toMatchObject({
      code: '0A000',
      message: 'cannot access temporary tables of other sessions',
    });
    await expect(rows(`CREATE TABLE ${schema}.u (a int)`)).rejects.toMatchObject({code: '42P16'});
    await other.end();
    const schemas = `SELECT nspname FROM pg_namespace WHERE nspname LIKE 'pg_temp%'`;
    const gone = async (): Promise<true | null> => ((await rows(schemas)).length === 0 ? true : null);
    await eventually(gone, 10_000, 'the temporary schema is dropped');
    expect(await rows(LEFT)).toEqual([]);
  });

  test('are never left over by a crash or a stop, and what is durable beside them is', async () => {
    for (const how of ['SIGKILL', 'SIGTERM'] as const) {
      await rows('CREATE TEMP TABLE t (a int PRIMARY KEY)');
      await rows('INSERT INTO t SELECT g FROM generate_series(1, 1000) g');
      await rows(`CREATE TABLE kept_${how.toLowerCase()} AS SELECT count(*)::int AS n FROM t`);
      await rows('BEGIN');
      await rows('CREATE TEMP TABLE u (a int)');
      await rows('INSERT INTO u VALUES (1)');
      await rows(`INSERT INTO kept_${how.toLowerCase()} VALUES (7)`);
      await rows('COMMIT');
      await rows('CHECKPOINT');
      await rows('INSERT INTO t VALUES (0)');
      await server.end(how);
      await server.start();
      client = await server.connect();
      expect(await rows(LEFT)).toEqual([]);
      expect(await rows(`SELECT n FROM kept_${how.toLowerCase()} ORDER BY n`)).toEqual([[7], [1000]]);
      expect(server.stderr).not.toMatch(/ error /);
    }
  });

  test('are not written down', async () => {
    await rows('CREATE TEMP TABLE t (a int, filler text)');
    const before = bytesIn(server.dataDirectory);
    for (let i = 0; i < 20; i++) {
      await rows(`INSERT INTO t SELECT g, repeat(md5(g::text), 20) FROM generate_series(1, 1000) g`);
    }
    await rows('CHECKPOINT');
    expect(await rows('SELECT count(*)::int FROM t')).toEqual([[20_000]]);
    expect(bytesIn(server.dataDirectory) - before).toBeLessThan(100_000);
  });

  test('of the same name do not meet, in plans that are kept neither', async () => {
    const other = await server.connect();
    await rows('CREATE TABLE t (a text)');
    await rows(`INSERT INTO t VALUES ('all')`);
    const read = async (by: pg.Client): Promise<unknown> =>
      (await by.query<unknown[]>({name: 'read', text: 'SELECT a FROM t', rowMode: 'array'})).rows[0][0];
    expect([await read(client), await read(other)]).toEqual(['all', 'all']);
    await rows('CREATE TEMP TABLE t (a text)');
    await rows(`INSERT INTO t VALUES ('mine')`);
    expect([await read(client), await read(other)]).toEqual(['mine', 'all']);
    await rows('CREATE TEMP TABLE t (a text)', other);
    await rows(`INSERT INTO t VALUES ('theirs')`, other);
    expect([await read(client), await read(other)]).toEqual(['mine', 'theirs']);
    await rows('DROP TABLE t');
    expect([await read(client), await read(other)]).toEqual(['all', 'theirs']);
  });

  test('are emptied by ON COMMIT DELETE ROWS, a statement alone being a transaction too', async () => {
    await rows('CREATE TEMP TABLE t (a int) ON COMMIT DELETE ROWS');
    await rows('INSERT INTO t VALUES (1)');
    expect(await rows('SELECT * FROM t')).toEqual([]);
    await client.query('BEGIN');
    await rows('INSERT INTO t VALUES (1)');
    expect(await rows('SELECT * FROM t')).toEqual([[1]]);
    await client.query('COMMIT');
    expect(await rows('SELECT * FROM t')).toEqual([]);
  });
});

function bytesIn(directory: string): number {
  return readdirSync(directory, {withFileTypes: true}).reduce((sum, entry) => {
    const path = join(directory, entry.name);
    return sum + (entry.isDirectory() ? bytesIn(path) : statSync(path).size);
  }, 0);
}
