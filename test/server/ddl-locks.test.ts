import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest';
import type pg from 'pg';
import {interleave} from '../support/interleaving.ts';
import {TestServer} from '../support/server.ts';
import {SCENARIOS} from './ddl-scenarios.ts';

let server: TestServer;
let observer: pg.Client;

beforeAll(async () => {
  server = await TestServer.start();
  observer = await server.connect();
});

afterAll(() => server.dispose());

beforeEach(async () => {
  for (const schema of ['public', 'sc', 's1', 's2']) await observer.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
  await observer.query('CREATE SCHEMA public');
  await observer.query('DROP ROLE IF EXISTS ddl_r');
});

describe('transactions that change the catalog', () => {
  test.each(SCENARIOS)('$name', async ({setup, steps}) => {
    if (setup) await observer.query(setup);
    const statements = steps.map(step => step.replace(/^(. …) .*$|^(.*) → .*$/, '$1$2'));
    expect(await interleave(() => server.connect(), observer, statements)).toEqual(steps);
  });

  test('lock_timeout, NOWAIT and a cancel request end the wait, and the transaction that was waited for goes on', async () => {
    await observer.query('CREATE TABLE t (x int)');
    const [holder, waiter] = [await server.connect(), await server.connect()];
    await holder.query('BEGIN');
    await holder.query('ALTER TABLE t ADD COLUMN y int');
    await waiter.query("SET lock_timeout = '20ms'");
    for (const sql of ['DROP TABLE t', 'INSERT INTO t VALUES (1)', 'CREATE VIEW v AS SELECT * FROM t']) {
      await expect(waiter.query(sql)).rejects.toMatchObject({
        code: '55P03',
        message: 'canceling statement due to lock timeout',
      });
    }
    await waiter.query("SET lock_timeout = 0; SET statement_timeout = '20ms'");
    await expect(waiter.query('COMMENT ON TABLE t IS NULL; DROP TABLE t')).rejects.toMatchObject({code: '57014'});
    await waiter.query('SET statement_timeout = 0; BEGIN');
    await expect(waiter.query('LOCK TABLE t NOWAIT')).rejects.toMatchObject({code: '55P03'});
    await waiter.query('ROLLBACK');
    await holder.query('COMMIT');
    expect((await waiter.query('SELECT * FROM t')).fields.map(({name}) => name)).toEqual(['x', 'y']);
    await waiter.query('DROP TABLE t');
    await Promise.all([holder.end(), waiter.end()]);
  });

  test('a deadlock tells who waits for what', async () => {
    await observer.query('CREATE TABLE t1 (x int); CREATE TABLE t2 (x int)');
    const [a, b] = [await server.connect(), await server.connect()];
    const {rows} = await observer.query("SELECT 't1'::regclass::oid AS t1, 't2'::regclass::oid AS t2");
    const [first, second] = [(await pid(a))!, (await pid(b))!];
    await a.query('BEGIN; DROP TABLE t1');
    await b.query('BEGIN; DROP TABLE t2');
    const all = await Promise.allSettled([a.query('DROP TABLE t2'), b.query('DROP TABLE t1')]);
    const [failed] = all.flatMap(each => (each.status === 'rejected' ? [each.reason as pg.DatabaseError] : []));
    expect(all.map(({status}) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(failed).toMatchObject({code: '40P01', hint: 'See server log for query details.'});
    expect(failed.detail!.split('\n').sort()).toEqual(
      [
        `Process ${first} waits for AccessExclusiveLock on relation ${rows[0].t2} of database 16384; blocked by process ${second}.`,
        `Process ${second} waits for AccessExclusiveLock on relation ${rows[0].t1} of database 16384; blocked by process ${first}.`,
      ].sort(),
    );
    await Promise.all([a.end(), b.end()]);
  });
});

async function pid(client: pg.Client): Promise<number> {
  const {rows} = await client.query<{pid: number}>('SELECT pg_backend_pid() AS pid');
  return rows[0].pid;
}
