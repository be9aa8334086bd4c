import {afterAll, beforeAll, expect, test} from 'vitest';
import type pg from 'pg';
import {eventually, TestServer} from '../support/server.ts';

let server: TestServer;
let first: pg.Client;
let second: pg.Client;
let observer: pg.Client;

beforeAll(async () => {
  server = await TestServer.start();
  [first, second, observer] = await Promise.all([server.connect(), server.connect(), server.connect()]);
  await first.query('CREATE TABLE accounts (id int PRIMARY KEY, money int)');
  await first.query('INSERT INTO accounts VALUES (1, 10), (2, 20)');
});

afterAll(() => server.dispose());

const pid = async (client: pg.Client): Promise<number> => {
  const {rows} = await client.query('SELECT pg_backend_pid() AS pid');
  return rows[0].pid;
};

const locks = async (who: number): Promise<unknown[]> => {
  const {rows} = await observer.query({
    text: `SELECT locktype, relation::regclass::text, mode, granted FROM pg_locks WHERE pid = $1 ORDER BY 1, 2, 3`,
    values: [who],
    rowMode: 'array',
  });
  return rows;
};

test('a transaction holds what it has written and locked; who waits for it is told', async () => {
  const [holder, waiter] = [await pid(first), await pid(second)];
  await first.query('BEGIN');
  await first.query('UPDATE accounts SET money = 11 WHERE id = 1');
  await first.query('LOCK TABLE accounts IN SHARE UPDATE EXCLUSIVE MODE');
  expect(await locks(holder)).toEqual([
    ['relation', 'accounts', 'RowExclusiveLock', true],
    ['relation', 'accounts', 'ShareUpdateExclusiveLock', true],
    ['transactionid', null, 'ExclusiveLock', true],
  ]);
  await second.query('BEGIN');
  const waiting = second.query('UPDATE accounts SET money = 12 WHERE id = 1');
  const blocking = await eventually(
    async () => {
      const {rows} = await observer.query('SELECT pg_blocking_pids($1) AS pids', [waiter]);
      return rows[0].pids.length > 0 ? rows[0].pids : null;
    },
    10_000,
    'nobody is said to wait',
  );
  expect(blocking).toEqual([holder]);
  expect(await locks(waiter)).toContainEqual(['transactionid', null, 'ShareLock', false]);
  await first.query('COMMIT');
  await waiting;
  await second.query('ROLLBACK');
  expect(await locks(holder)).toEqual([]);
  expect(await locks(waiter)).toEqual([]);
});

test('advisory locks are shown by their numbers', async () => {
  const holder = await pid(first);
  await first.query('SELECT pg_advisory_lock(4294967298), pg_advisory_lock_shared(7, -1)');
  const {rows} = await observer.query({
    text: 'SELECT classid, objid, objsubid, mode, granted FROM pg_locks WHERE pid = $1 AND locktype = $2 ORDER BY 1',
    values: [holder, 'advisory'],
    rowMode: 'array',
  });
  expect(rows).toEqual([
    [1, 2, 1, 'ExclusiveLock', true],
    [7, 4294967295, 2, 'ShareLock', true],
  ]);
  await first.query('SELECT pg_advisory_unlock_all()');
  expect(await locks(holder)).toEqual([]);
});
