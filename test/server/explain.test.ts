import type pg from 'pg';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {TestServer} from '../support/server.ts';

let server: TestServer;
let client: pg.Client;

beforeAll(async () => {
  server = await TestServer.start();
  client = await server.connect();
  await client.query('CREATE TABLE t (a int, b int)');
  await client.query('INSERT INTO t VALUES (1, 10), (2, 20), (2, 30)');
  await client.query('CREATE MATERIALIZED VIEW v AS SELECT a, count(*) AS n FROM t GROUP BY a');
});

afterAll(async () => {
  await server.dispose();
});

async function explain(sql: string): Promise<string[]> {
  const {rows} = await client.query({text: `EXPLAIN ${sql}`, rowMode: 'array'});
  return rows.map(([line]) => line as string);
}

test('ANALYZE says what each operator has done', async () => {
  const lines = await explain('(ANALYZE, TIMING off) SELECT a, sum(b) FROM t WHERE b > 10 GROUP BY a ORDER BY a');
  expect(lines.slice(0, -2).map(line => line.replace(/\d+kB/, 'nkB'))).toMatchInlineSnapshot(`
    [
      "finish order by a (actual rows=1 loops=1)",
      "  -> aggregate [a] sum(b) (actual rows=1 loops=1) (state=nkB)",
      "    -> filter b > 10 (actual rows=2 loops=1)",
      "      -> input t (actual rows=3 loops=1)",
    ]
  `);
  expect(lines.slice(-2).join()).toMatch(/^Planning Time: \d+\.\d{3} ms,Execution Time: \d+\.\d{3} ms$/);
});

test('JSON is of type json, with times', async () => {
  const {fields, rows} = await client.query('EXPLAIN (ANALYZE, FORMAT JSON) SELECT a FROM t LIMIT 2');
  expect(fields[0]).toMatchObject({name: 'QUERY PLAN', dataTypeID: 114});
  expect(rows[0]['QUERY PLAN']).toMatchObject([
    {
      Plan: {
        'Node Type': 'Limit',
        'Actual Loops': 1,
        'Actual Total Time': expect.any(Number),
        Plans: [{'Node Type': 'Result', Plans: [{'Node Type': 'Seq Scan', 'Relation Name': 't', 'Actual Rows': 3}]}],
      },
      'Planning Time': expect.any(Number),
      'Execution Time': expect.any(Number),
    },
  ]);
});

test('what a transaction has written counts', async () => {
  await client.query('BEGIN');
  expect((await explain('(ANALYZE, TIMING off, SUMMARY off) INSERT INTO t VALUES (3, 40) RETURNING a'))[0]).toBe(
    'insert into t (actual rows=1 loops=1)',
  );
  expect(await explain('(ANALYZE, TIMING off, SUMMARY off) SELECT * FROM t')).toEqual([
    'input t (actual rows=4 loops=1)',
  ]);
  await client.query('ROLLBACK');
});

test('a running view shows its counters', async () => {
  const counted = (lines: readonly string[]) => lines.map(line => line.replace(/time=\S+ | \(state.*/g, ''));
  expect(counted(await explain('ANALYZE MATERIALIZED VIEW v'))).toEqual([
    'aggregate [a] count(*) (actual rows=2 loops=1)',
    '  -> input t (actual rows=3 loops=1)',
  ]);
  expect(await explain('MATERIALIZED VIEW v')).toEqual(['aggregate [a] count(*)', '  -> input t']);
  await expect(explain('MATERIALIZED VIEW t')).rejects.toMatchObject({code: '42809'});
  await expect(explain('ANALYZE CREATE MATERIALIZED VIEW w AS SELECT 1')).rejects.toMatchObject({code: '0A000'});
});
