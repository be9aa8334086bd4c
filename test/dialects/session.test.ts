import {readFileSync} from 'node:fs';
import pg from 'pg';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {TestServer} from '../support/server.ts';
import {dialectCases} from './cases.ts';

const tables = readFileSync(new URL('tables.sql', import.meta.url), 'utf8');

describe('sql_dialect', () => {
  let server: TestServer;
  let client: pg.Client;
  beforeAll(async () => {
    server = await TestServer.start();
    client = new pg.Client({connectionString: server.url, types: {getTypeParser: () => (value: string) => value}});
    await client.connect();
    await client.query("SET timezone = 'UTC'");
    await client.query(tables);
  });
  afterAll(async () => {
    await client.end();
    await server.dispose();
  });

  async function rows(sql: string, values: readonly string[] = []): Promise<unknown[][]> {
    const result = await client.query<unknown[]>({text: sql, rowMode: 'array', values: [...values]});
    return result.rows;
  }

  test.each(dialectCases.filter(each => each.rows.length > 0))(
    '$dialect: $text',
    async ({dialect, text, rows: wanted}) => {
      await client.query(`SET sql_dialect = '${dialect}'`);
      const found = (await rows(text)).map(row => JSON.stringify(row));
      expect(/order by/i.test(text) ? found : found.sort()).toEqual(
        /order by/i.test(text) ? wanted : [...wanted].sort(),
      );
    },
  );

  test('is a setting, checked and shown', async () => {
    await client.query("SET sql_dialect = 'MySQL'");
    expect(await rows('SHOW sql_dialect')).toEqual([['mysql']]);
    await expect(client.query("SET sql_dialect = 'oracle'")).rejects.toMatchObject({code: '22023'});
    await client.query('RESET sql_dialect');
    expect(await rows('SHOW sql_dialect')).toEqual([['postgres']]);
    expect(await rows('EXPLAIN TRANSLATE SELECT  1+1')).toEqual([['SELECT 1 + 1']]);
  });

  test('views and tables are made from queries in a dialect, and hold what they hold', async () => {
    await client.query("SET sql_dialect = 'mysql'");
    await client.query(
      'CREATE MATERIALIZED VIEW mv AS SELECT `b`, GROUP_CONCAT(s ORDER BY id SEPARATOR "+") AS names FROM t GROUP BY b',
    );
    await client.query('CREATE TABLE made (id INT PRIMARY KEY, n VARCHAR(10), x DOUBLE)');
    await client.query("INSERT INTO made (id, n) VALUES (1, 'it\\'s'), (2, \"x\")");
    await client.query("UPDATE made SET n = CONCAT(n, '!') WHERE id = 2");
    await client.query('INSERT IGNORE INTO made (id) VALUES (1)');
    expect(await rows('SELECT id, n FROM made ORDER BY id LIMIT 0, 5')).toEqual([
      ['1', "it's"],
      ['2', 'x!'],
    ]);
    expect(await rows('SELECT `b`, names FROM mv WHERE IFNULL(names, "") <> "" ORDER BY b')).toEqual([
      ['0', 'Two'],
      ['2', 'one'],
    ]);
    await client.query('BEGIN');
    await client.query('DELETE FROM made');
    await client.query('ROLLBACK');
    expect(await rows('SELECT COUNT(*) FROM made')).toEqual([['2']]);
  });

  test('errors of translated statements point nowhere, those of the translation at its text', async () => {
    await client.query("SET sql_dialect = 'mysql'");
    const missing = await client.query('SELECT nope FROM t').catch((error: unknown) => error);
    expect(missing).toMatchObject({code: '42703', message: 'column "nope" does not exist'});
    expect((missing as {position?: string}).position).toBeUndefined();
    const refused = await client.query('SELECT 1 FROM t NATURAL JOIN u').catch((error: unknown) => error);
    expect(refused).toMatchObject({code: '0A000', position: '17'});
    const divided = await client
      .query("SET sql_dialect = 'trino'")
      .then(() => client.query('SELECT a / b FROM t').catch((error: unknown) => error));
    expect(divided).toMatchObject({code: '22012'});
    expect((divided as {position?: string}).position).toBeUndefined();
  });

  test('parameters are bound in any dialect', async () => {
    await client.query("SET sql_dialect = 'mysql'");
    expect(await rows('SELECT id FROM t WHERE id = $1 AND IFNULL(a, 0) = $2', ['1', '7'])).toEqual([['1']]);
  });
});
