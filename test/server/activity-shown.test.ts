import {isDeepStrictEqual} from 'node:util';
import type pg from 'pg';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {eventually, TestServer} from '../support/server.ts';

// pg_stat_activity: since when each session is where it is, and what it waits for.

let server: TestServer;
let watcher: pg.Client;
let other: pg.Client;
let pid: number;

beforeAll(async () => {
  server = await TestServer.start();
  watcher = await server.connect();
  other = await server.connect();
  pid = (await other.query<{pid: number}>('SELECT pg_backend_pid() AS pid')).rows[0].pid;
}, 60_000);

afterAll(async () => {
  await other.end();
  await watcher.end();
  await server.dispose();
});

type Shown = {state: string; waits: string | null; open: boolean; began: boolean; ordered: boolean; xid: boolean};

async function shown(): Promise<Shown> {
  const {rows} = await watcher.query<Shown>(
    `SELECT state, wait_event_type || '/' || wait_event AS waits, xact_start IS NOT NULL AS open,
       query_start >= backend_start AS began, state_change >= query_start AS ordered, backend_xid IS NOT NULL AS xid
     FROM pg_stat_activity WHERE pid = $1`,
    [pid],
  );
  return rows[0];
}

async function reaches(wanted: Shown): Promise<void> {
  let last: Shown | null = null;
  await eventually(
    async () => isDeepStrictEqual((last = await shown()), wanted) || null,
    20_000,
    `pg_stat_activity does not come to show ${JSON.stringify(wanted)}`,
  ).catch(() => expect(last).toEqual(wanted));
}

const idle = {state: 'idle', waits: 'Client/ClientRead', open: false, began: true, ordered: true, xid: false};

test('idle, within a transaction, and after it has written', async () => {
  await reaches(idle);
  await other.query('CREATE TABLE shown_rows (id integer)');
  await other.query('BEGIN');
  await reaches({...idle, state: 'idle in transaction', open: true});
  await other.query('INSERT INTO shown_rows VALUES (1)');
  await reaches({...idle, state: 'idle in transaction', open: true, xid: true});
  await other.query('ROLLBACK');
  await reaches(idle);
});

test('the transaction and the statement of the asking session began just now', async () => {
  await watcher.query('BEGIN');
  const sql = `SELECT xact_start = now() AS now, query_start = statement_timestamp() AS statement, wait_event, state
    FROM pg_stat_activity WHERE pid = pg_backend_pid()`;
  expect((await watcher.query(sql)).rows).toEqual([{now: true, statement: true, wait_event: null, state: 'active'}]);
  await watcher.query('COMMIT');
});

test('sleeping, and waiting for an advisory lock', async () => {
  const active = {...idle, state: 'active', open: true};
  const sleeping = other.query('SELECT pg_sleep(600)').catch(() => 'cancelled');
  await reaches({...active, waits: 'Timeout/PgSleep'});
  await watcher.query('SELECT pg_cancel_backend($1)', [pid]);
  expect(await sleeping).toBe('cancelled');
  await watcher.query('SELECT pg_advisory_lock(77)');
  const locking = other.query('SELECT pg_advisory_lock(77)');
  await reaches({...active, waits: 'Lock/advisory'});
  // Without a relation that tells of sessions.
  const {rows} = await watcher.query('SELECT pg_blocking_pids($1) = ARRAY[pg_backend_pid()] AS mine', [pid]);
  expect(rows).toEqual([{mine: true}]);
  await watcher.query('SELECT pg_advisory_unlock(77)');
  await locking;
  await other.query('SELECT pg_advisory_unlock(77)');
});

test('waiting for a row that another transaction holds', async () => {
  await other.query('CREATE TABLE IF NOT EXISTS shown_rows (id integer)');
  await other.query('INSERT INTO shown_rows VALUES (2)');
  await watcher.query('BEGIN');
  await watcher.query('UPDATE shown_rows SET id = 3 WHERE id = 2');
  const waiting = other.query('DELETE FROM shown_rows WHERE id = 2');
  await reaches({...idle, state: 'active', open: true, waits: 'Lock/transactionid'});
  await watcher.query('ROLLBACK');
  await waiting;
});
