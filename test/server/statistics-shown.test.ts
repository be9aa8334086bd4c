import type pg from 'pg';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {eventually, TestServer} from '../support/server.ts';

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

describe('what is counted', () => {
  let client: pg.Client;
  beforeAll(async () => {
    client = await server.connect();
    await client.query('CREATE TABLE tallied (id int PRIMARY KEY, a int); CREATE INDEX tallied_a ON tallied (a)');
  });

  const one = async (sql: string): Promise<Record<string, unknown>> =>
    (await client.query<Record<string, unknown>>(sql)).rows[0];
  const tallied = (columns: string): Promise<Record<string, unknown>> =>
    one(`SELECT ${columns} FROM pg_stat_user_tables WHERE relname = 'tallied'`);
  const database = (columns: string): Promise<Record<string, unknown>> =>
    one(`SELECT ${columns} FROM pg_stat_database`);

  test('rows inserted, updated and deleted, also those that were rolled back', async () => {
    const before = await database('tup_inserted::int i, tup_updated::int u, tup_deleted::int d');
    await client.query('INSERT INTO tallied SELECT i, i % 10 FROM generate_series(1, 100) i');
    await client.query('UPDATE tallied SET a = 11 WHERE id <= 10');
    await client.query('DELETE FROM tallied WHERE id > 90');
    await client.query('INSERT INTO tallied VALUES (1, 0) ON CONFLICT (id) DO UPDATE SET a = 12');
    await client.query('BEGIN; INSERT INTO tallied VALUES (200, 1); ROLLBACK');
    await client.query('TRUNCATE counted');
    const counts = {n_tup_ins: '101', n_tup_upd: '11', n_tup_del: '10', n_live_tup: '90', n_dead_tup: '0'};
    expect(await tallied('n_tup_ins, n_tup_upd, n_tup_del, n_live_tup, n_dead_tup')).toEqual(counts);
    const after = await database('tup_inserted::int i, tup_updated::int u, tup_deleted::int d');
    const grown = (['i', 'u', 'd'] as const).map(name => Number(after[name]) - Number(before[name]));
    expect(grown).toEqual([101, 11, 10]);
  });

  test('scans, and lookups by the index that they went by', async () => {
    const before = await tallied('seq_scan::int scans, seq_tup_read::int rows');
    await client.query('SELECT sum(a) FROM tallied');
    const after = await tallied('seq_scan::int scans, seq_tup_read::int rows');
    expect(after).toEqual({scans: Number(before.scans) + 1, rows: Number(before.rows) + 90});
    // The first lookups make the index, on the other thread.
    const looked = async (): Promise<true | null> => {
      await client.query('SELECT a FROM tallied WHERE id = 5');
      const {n} = await one("SELECT idx_scan::int n FROM pg_stat_user_indexes WHERE indexrelname = 'tallied_pkey'");
      return Number(n) > 0 || null;
    };
    await eventually(looked, 20_000, 'no lookup goes by the key');
    const counts = `SELECT idx_scan::int s, idx_tup_fetch::int f FROM pg_stat_user_indexes WHERE indexrelname = 'tallied_pkey'`;
    const first = await one(counts);
    for (const id of [5, 6, 7777]) await client.query('SELECT a FROM tallied WHERE id = $1', [id]);
    expect(await one(counts)).toEqual({s: Number(first.s) + 3, f: Number(first.f) + 2});
    expect(await tallied('idx_scan::int s')).toEqual({s: Number(first.s) + 3});
    expect(await one("SELECT idx_scan FROM pg_stat_user_tables WHERE relname = 'empty'")).toEqual({idx_scan: null});
  });

  test('ANALYZE and VACUUM: when, how often, and what has changed since', async () => {
    const shown = 'analyze_count::int a, vacuum_count::int v, last_analyze IS NULL AS n, n_mod_since_analyze::int m';
    expect(await tallied(shown)).toEqual({a: 0, v: 0, n: true, m: 122});
    expect(await one(`SELECT reltuples FROM pg_class WHERE relname = 'tallied'`)).toEqual({reltuples: -1});
    await client.query('ANALYZE tallied (a)');
    await client.query('INSERT INTO tallied VALUES (300, 1)');
    expect(await tallied(shown)).toEqual({a: 1, v: 0, n: false, m: 1});
    expect(await one(`SELECT reltuples FROM pg_class WHERE relname = 'tallied'`)).toEqual({reltuples: 90});
    await client.query('VACUUM (VERBOSE, ANALYZE) tallied');
    expect(await tallied(shown)).toEqual({a: 2, v: 1, n: false, m: 0});
    await client.query('VACUUM');
    expect(await tallied('vacuum_count::int v, last_vacuum >= last_analyze AS later')).toEqual({v: 2, later: true});
    expect(await one(`SELECT reltuples FROM pg_class WHERE relname = 'tallied_a'`)).toEqual({reltuples: 91});
  });

  test('whose table it is not may not analyze it; a view cannot be', async () => {
    await client.query('CREATE VIEW seen_through AS SELECT 1; CREATE ROLE stranger LOGIN');
    const stranger = await server.connect('stranger');
    const warnings: string[] = [];
    for (const each of [client, stranger]) each.on('notice', ({message}) => warnings.push(message!));
    await client.query('ANALYZE seen_through');
    await client.query('VACUUM seen_through');
    await stranger.query('ANALYZE tallied');
    await stranger.query('VACUUM tallied');
    await stranger.query('ANALYZE');
    expect(warnings).toEqual([
      'skipping "seen_through" --- cannot analyze non-tables or special system tables',
      'skipping "seen_through" --- cannot vacuum non-tables or special system tables',
      'skipping "tallied" --- only table or database owner can analyze it',
      'skipping "tallied" --- only table or database owner can vacuum it',
    ]);
    expect(await tallied('analyze_count::int a')).toEqual({a: 2});
    await stranger.end();
  });

  test('transactions that commit and that do not, and sessions', async () => {
    const counts = 'xact_commit::int c, xact_rollback::int r, sessions::int s';
    const counted = async (work: () => Promise<unknown>): Promise<unknown> => {
      const before = await database(counts);
      await work();
      const after = await database(counts);
      return {
        c: Number(after.c) - Number(before.c),
        r: Number(after.r) - Number(before.r),
        s: Number(after.s) - Number(before.s),
      };
    };
    // The reading of the counters is a transaction too.
    expect(await counted(async () => {})).toEqual({c: 1, r: 0, s: 0});
    expect(await counted(() => client.query('SELECT 1'))).toEqual({c: 2, r: 0, s: 0});
    expect(await counted(() => client.query('SELECT $1::int', [1]))).toEqual({c: 2, r: 0, s: 0});
    expect(await counted(() => client.query('SELECT a FROM tallied WHERE id = 5'))).toEqual({c: 2, r: 0, s: 0});
    expect(await counted(() => client.query('BEGIN; SELECT 1; SELECT 2; COMMIT'))).toEqual({c: 2, r: 0, s: 0});
    expect(await counted(() => client.query('BEGIN; SELECT 1; ROLLBACK'))).toEqual({c: 1, r: 1, s: 0});
    expect(await counted(() => client.query('SELECT 1 / 0').catch(() => {}))).toEqual({c: 1, r: 1, s: 0});
    expect(await counted(() => client.query('CREATE TABLE made (a int)'))).toEqual({c: 2, r: 0, s: 0});
    expect(await counted(async () => (await server.connect()).end())).toEqual({c: 1, r: 0, s: 1});
    const times = await database('session_time > 0 AS session, active_time > 0 AS active, numbackends > 0 AS backends');
    expect(times).toEqual({session: true, active: true, backends: true});
  });

  test('checkpoints; of archive and log there is one row', async () => {
    const before = await one('SELECT checkpoints_req::int n FROM pg_stat_bgwriter');
    await client.query('CHECKPOINT');
    const after = await one('SELECT checkpoints_req::int n, checkpoint_write_time > 0 AS took FROM pg_stat_bgwriter');
    expect(after).toEqual({n: Number(before.n) + 1, took: true});
    expect(await one('SELECT archived_count FROM pg_stat_archiver')).toEqual({archived_count: '0'});
    expect(await one('SELECT wal_bytes FROM pg_stat_wal')).toEqual({wal_bytes: '0'});
  });
});
