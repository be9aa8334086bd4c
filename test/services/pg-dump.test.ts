import {execFile} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {TestPostgres} from '../support/postgres.ts';
import {TestServer} from '../support/server.ts';

const run = promisify(execFile);

const SHOP = `
  CREATE SCHEMA shop;
  CREATE TYPE shop.state AS ENUM ('open', 'paid');
  CREATE TABLE shop.customers (id serial PRIMARY KEY, name text NOT NULL DEFAULT 'nobody', credit numeric(10,2) CHECK (credit >= 0));
  CREATE TABLE shop.orders (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, customer int REFERENCES shop.customers ON DELETE CASCADE,
    state shop.state, at timestamptz, twice int GENERATED ALWAYS AS (customer * 2) STORED);
  CREATE INDEX orders_at ON shop.orders (at DESC) WHERE state = 'open';
  CREATE FUNCTION shop.next(a int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT a + 1';
  CREATE VIEW shop.names AS SELECT id, upper(name) AS name FROM shop.customers;
  CREATE MATERIALIZED VIEW shop.totals AS SELECT customer, count(*) AS orders FROM shop.orders GROUP BY customer;
  COMMENT ON TABLE shop.orders IS 'what was ordered';
  GRANT SELECT ON shop.orders TO PUBLIC;
  ALTER TABLE shop.customers ENABLE ROW LEVEL SECURITY;
  CREATE POLICY all_of_them ON shop.customers USING (true);
  INSERT INTO shop.customers (name, credit) VALUES ('Ada', 1.50), (E'tab\\tand \\\\', NULL);
  INSERT INTO shop.orders (customer, state, at) VALUES (1, 'open', '2024-01-01'), (1, 'paid', NULL), (2, NULL, '2024-02-03 04:05:06.789')`;

describe('pg_dump and pg_restore', () => {
  const folder = mkdtempSync(join(tmpdir(), 'millrace-dump-'));
  let millrace: TestServer;
  let postgres: TestPostgres;

  beforeAll(async () => {
    millrace = await TestServer.start();
    // The same owner, so that the dumps name the same one.
    postgres = await TestPostgres.start('millrace');
  }, 60_000);

  afterAll(async () => {
    await millrace.dispose();
    await postgres.dispose();
    rmSync(folder, {recursive: true});
  });

  /** Without what is another each time, and what says who dumps. */
  async function dumped(url: string): Promise<string> {
    const {stdout} = await run('pg_dump', ['-n', 'shop', url]);
    return stdout.replaceAll(/^\\(?:un)?restrict .*$|^-- Dumped (?:from|by) .*$/gm, '');
  }

  async function dropped(url: string): Promise<void> {
    await run('psql', ['-Xq', url, '-c', 'DROP SCHEMA shop CASCADE']);
  }

  test('what is dumped here is what PostgreSQL dumps, and is read back by both', async () => {
    for (const {url} of [millrace, postgres]) await run('psql', ['-Xq', '-v', 'ON_ERROR_STOP=1', url, '-c', SHOP]);
    const expected = await dumped(postgres.url);
    expect(await dumped(millrace.url)).toBe(expected);

    const file = join(folder, 'shop.dump');
    await run('pg_dump', ['-Fc', '-n', 'shop', '-f', file, millrace.url]);
    for (const {url} of [millrace, postgres]) {
      await dropped(url);
      await run('pg_restore', ['--exit-on-error', '-d', url, file]);
      expect(await dumped(url)).toBe(expected);
    }
  });

  test('what PostgreSQL dumps is read here', async () => {
    const file = join(folder, 'shop.sql');
    await run('pg_dump', ['-n', 'shop', '-f', file, postgres.url]);
    await dropped(millrace.url);
    await run('psql', ['-Xq', '-v', 'ON_ERROR_STOP=1', millrace.url, '-f', file]);
    expect(await dumped(millrace.url)).toBe(await dumped(postgres.url));
  });
});
