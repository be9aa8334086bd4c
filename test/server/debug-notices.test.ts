import type pg from 'pg';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {TestServer} from '../support/server.ts';

let server: TestServer;
let client: pg.Client;

beforeAll(async () => {
  server = await TestServer.start();
  client = await server.connect();
});

afterAll(async () => {
  await server.dispose();
});

/** What the client is told while the statement runs. */
async function told(sql: string): Promise<string[]> {
  const messages: string[] = [];
  const listen = ({severity, message}: {readonly severity?: string; readonly message?: string}): void => {
    messages.push(`${severity}: ${message}`);
  };
  client.on('notice', listen as never);
  await client.query(sql);
  client.off('notice', listen as never);
  return messages;
}

// As PostgreSQL 15 says it, but for its TOAST tables.
test('what comes along with a table is told to those that ask for it', async () => {
  const create = 'CREATE TEMP TABLE z (id serial PRIMARY KEY, b int GENERATED ALWAYS AS IDENTITY, n numeric UNIQUE)';
  expect(await told(create)).toEqual([]);
  await client.query('DROP TABLE z');
  await client.query('SET client_min_messages = debug1');
  expect(await told(create)).toEqual([
    'DEBUG: CREATE TABLE will create implicit sequence "z_id_seq" for serial column "z.id"',
    'DEBUG: CREATE TABLE will create implicit sequence "z_b_seq" for serial column "z.b"',
    'DEBUG: CREATE TABLE / PRIMARY KEY will create implicit index "z_pkey" for table "z"',
    'DEBUG: building index "z_pkey" on table "z" serially',
    'DEBUG: index "z_pkey" can safely use deduplication',
    'DEBUG: CREATE TABLE / UNIQUE will create implicit index "z_n_key" for table "z"',
    'DEBUG: building index "z_n_key" on table "z" serially',
    'DEBUG: index "z_n_key" cannot use deduplication',
  ]);
  expect(await told('CREATE TEMP TABLE IF NOT EXISTS z (id serial)')).toEqual([
    'NOTICE: relation "z" already exists, skipping',
  ]);
  expect(await told('CREATE INDEX ON z (b, (b + 1))')).toEqual([
    'DEBUG: building index "z_b_expr_idx" on table "z" serially',
    'DEBUG: index "z_b_expr_idx" can safely use deduplication',
  ]);
  expect(await told('CREATE INDEX zh ON z USING hash (b)')).toEqual([
    'DEBUG: building index "zh" on table "z" serially',
  ]);
  await client.query('SET client_min_messages = log');
  expect(await told('CREATE TEMP TABLE y (id serial)')).toEqual([]);
  expect(await told('CREATE TEMP TABLE IF NOT EXISTS y (id serial)')).toHaveLength(1);
  await client.query('SET client_min_messages = warning');
  expect(await told('CREATE TEMP TABLE IF NOT EXISTS y (id serial)')).toEqual([]);
  expect(await told('COMMIT')).toEqual(['WARNING: there is no transaction in progress']);
  await client.query('SET client_min_messages = error');
  expect(await told('COMMIT')).toEqual([]);
});
