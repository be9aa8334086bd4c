import {afterAll, beforeAll, expect, test} from 'vitest';
import {TestServer} from '../support/server.ts';

let server: TestServer;
beforeAll(async () => void (server = await TestServer.start()));
afterAll(() => server.dispose());

test('pg_stat_user_tables tells how many rows tables and materialized views have', async () => {
  const client = await server.connect();
  await client.query('CREATE TABLE counted (a int)');
  await client.query('CREATE TABLE empty (a int)');
  await client.query('CREATE MATERIALIZED VIEW large AS SELECT a FROM counted WHERE a > 90');
  await client.query('INSERT INTO counted SELECT generate_series(1, 100)');
  await client.query('DELETE FROM counted WHERE a <= 10');
  const {rows} = await client.query<unknown[]>({
    text: 'SELECT relname, n_live_tup::int FROM pg_stat_user_tables ORDER BY relname',
    rowMode: 'array',
  });
  expect(rows).toEqual([
    ['counted', 90],
    ['empty', 0],
    ['large', 10],
  ]);
});
