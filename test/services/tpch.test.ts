import {execFile} from 'node:child_process';
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {homedir, tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {promisify} from 'node:util';
import {parse} from 'csv-parse/sync';
import pg from 'pg';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {TestPostgres} from '../support/postgres.ts';
import {TestServer} from '../support/server.ts';

const FOLDER = 'test/services/tpch';
const TABLES = ['region', 'nation', 'part', 'supplier', 'partsupp', 'customer', 'orders', 'lineitem'];
const queries = readdirSync(FOLDER)
  .filter(file => /^q\d\d\.sql$/.test(file))
  .map(file => ({name: file.slice(0, 3), sql: readFileSync(join(FOLDER, file), 'utf8')}));

let server: TestServer;
let postgres: TestPostgres;
let ours: pg.Client;
let theirs: pg.Client;

beforeAll(async () => {
  [server, postgres] = await Promise.all([TestServer.start(), TestPostgres.start()]);
  [ours, theirs] = await Promise.all([server.connect(), postgres.connect()]);
  await both(readFileSync(join(FOLDER, 'schema.sql'), 'utf8'));
  for (const {name, sql} of queries) await ours.query(`CREATE MATERIALIZED VIEW ${name} AS ${sql}`);
  await load();
}, 240_000);

afterAll(async () => {
  await theirs.end();
  await server.dispose();
  await postgres.dispose();
});

async function both(sql: string): Promise<void> {
  await Promise.all([ours.query(sql), theirs.query(sql)]);
}

/** Everything goes in through INSERT, so that the views are fed by deltas. */
async function load(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'millrace-tpch-'));
  const python = process.env['MILLRACE_PYTHON'] ?? join(homedir(), '.cache/millrace-test-venv/bin/python');
  await promisify(execFile)(join(dirname(python), 'tpchgen-cli'), ['csv', '-s', '0.01', '--output-dir', folder]);
  for (const table of TABLES) {
    const rows = parse(readFileSync(join(folder, `${table}.csv`), 'utf8'), {from_line: 2}) as string[][];
    for (let at = 0; at < rows.length; at += 1000) {
      const values = rows.slice(at, at + 1000).map(row => `(${row.map(value => pg.escapeLiteral(value)).join()})`);
      await both(`INSERT INTO ${table} VALUES ${values.join()}`);
    }
  }
  rmSync(folder, {recursive: true});
}

async function rows(client: pg.Client, sql: string): Promise<unknown[][]> {
  return (await client.query({text: sql, rowMode: 'array'})).rows;
}

const sorted = (answer: unknown[][]): string[] => answer.map(row => JSON.stringify(row)).sort();

async function compareAll(): Promise<void> {
  for (const {name, sql} of queries) {
    const expected = await rows(theirs, sql);
    expect(await rows(ours, sql), `${name} once`).toEqual(expected);
    expect(sorted(await rows(ours, `SELECT * FROM ${name}`)), `${name} as a view`).toEqual(sorted(expected));
  }
}

describe('TPC-H at scale 0.01 as PostgreSQL answers it', () => {
  test('all 22 queries, once and as views', async () => {
    expect(queries).toHaveLength(22);
    expect((await rows(ours, 'SELECT count(*) FROM lineitem'))[0][0]).toBe('60175');
    await compareAll();
  }, 120_000);

  test('after orders have gone, come back and changed', async () => {
    await both('DELETE FROM lineitem WHERE l_orderkey % 7 = 0; DELETE FROM orders WHERE o_orderkey % 7 = 0');
    await compareAll();
    await both('UPDATE lineitem SET l_quantity = l_quantity + 1, l_discount = 0.05 WHERE l_orderkey % 5 = 1');
    await both(
      "UPDATE part SET p_name = 'forest green ' || substr(p_name, 1, 40), p_size = 15 WHERE p_partkey % 4 = 0",
    );
    await both('UPDATE customer SET c_acctbal = c_acctbal + 100 WHERE c_custkey % 3 = 0');
    await both("UPDATE supplier SET s_comment = 'Customer insists on Complaints' WHERE s_suppkey % 10 = 0");
    await both(
      'INSERT INTO orders SELECT o_orderkey + 100000, o_custkey, o_orderstatus, o_totalprice * 2, o_orderdate, o_orderpriority, o_clerk, o_shippriority, o_comment FROM orders WHERE o_orderkey % 3 = 0',
    );
    await both(
      'INSERT INTO lineitem SELECT l_orderkey + 100000, l_partkey, l_suppkey, l_linenumber, l_quantity * 2, l_extendedprice, l_discount, l_tax, l_returnflag, l_linestatus, l_shipdate, l_commitdate, l_receiptdate, l_shipinstruct, l_shipmode, l_comment FROM lineitem WHERE l_orderkey % 3 = 0 AND l_orderkey < 100000',
    );
    await compareAll();
  }, 120_000);

  test('when everything has gone', async () => {
    for (const table of TABLES.toReversed()) await both(`DELETE FROM ${table}`);
    await compareAll();
  }, 120_000);
});
