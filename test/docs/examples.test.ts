import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import type pg from 'pg';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {TestServer} from '../support/server.ts';

const page = (path: string): string => readFileSync(path, 'utf8');
const blocks = (path: string, language: string): string[] =>
  [...page(path).matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map(match => match[1]);

/** What the examples of a page take for granted. */
const GRANTED: Record<string, string> = {
  'README.md': '',
  'docs/connectors.md': '',
  'docs/security.md': `
    CREATE SCHEMA IF NOT EXISTS sales;
    CREATE TABLE IF NOT EXISTS sales.orders (id int, region text, total numeric);
    CREATE TABLE customers (mail text);
    CREATE TABLE orders (total numeric, region text);
    CREATE MASKING POLICY total_mask AS (val numeric, area text) RETURNS numeric -> CASE WHEN area = 'north' THEN val END`,
  'docs/sql.md': `
    CREATE TABLE bids (auction bigint, bidder bigint, price bigint, channel text, date_time timestamp);
    INSERT INTO bids VALUES (1, 7, 10, 'web', '2024-01-01 00:00:01'), (1, 7, 20, 'web', '2024-01-01 00:04:00');
    CREATE TABLE edges (a int, b int);
    INSERT INTO edges VALUES (1, 2), (2, 3)`,
};

let server: TestServer;
let client: pg.Client;

beforeAll(async () => {
  server = await TestServer.start('--demo');
  client = await server.connect();
}, 60_000);

afterAll(() => server.dispose());

describe('SQL that the pages show runs', () => {
  const examples = Object.keys(GRANTED).flatMap(path => blocks(path, 'sql').map((sql, i) => ({path, n: i + 1, sql})));

  it('is found on every page', () => {
    expect(new Set(examples.map(({path}) => path))).toEqual(new Set(Object.keys(GRANTED)));
  });

  it.each(examples)('$path, block $n', async ({path, n, sql}) => {
    const schema = `${path}, block ${n}`;
    await client.query(`CREATE SCHEMA "${schema}"; SET search_path = "${schema}"`);
    await client.query(GRANTED[path]);
    await client.query(sql);
  });
});

it('the demo answers what the README asks it', async () => {
  const [asked, columns] = /millrace=# (SELECT .*?;)\n(.*?)\n/s.exec(page('README.md'))!.slice(1);
  const result = await client.query(`SET search_path = public; ${asked}`);
  const {fields} = (result as unknown as pg.QueryResult[])[1];
  expect(fields.map(field => field.name)).toEqual(columns.split('|').map(name => name.trim()));
});

it('the README has the flags of millrace start', () => {
  const usage = /^bin\/millrace start (.*?)^bin\/millrace sql/ms.exec(page('README.md'))![1];
  const {stdout} = spawnSync(process.execPath, ['bin/millrace', 'start', '--help'], {encoding: 'utf8'});
  expect(flagsIn(usage)).toEqual(flagsIn(stdout).filter(flag => flag !== '--help'));
});

function flagsIn(text: string): string[] {
  return [...new Set([...text.matchAll(/(?<![\w-])--[a-z-]+/g)].map(match => match[0]))].sort();
}
