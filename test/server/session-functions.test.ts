import pg from 'pg';
import {serialize} from 'pg-protocol';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {TestServer} from '../support/server.ts';
import {WireClient} from '../wire/wire-client.ts';

describe('functions that the session calls', () => {
  let server: TestServer;
  const clients: pg.Client[] = [];
  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(async () => {
    for (const client of clients) await client.end();
    await server.dispose();
  });

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client({connectionString: server.url});
    await client.connect();
    clients.push(client);
    return client;
  }

  async function cancel(client: pg.Client): Promise<void> {
    const {processID, secretKey} = client as unknown as {processID: number; secretKey: number};
    const raw = await WireClient.open(server.port);
    raw.send(serialize.cancel(processID, secretKey));
    await raw.closed();
  }

  async function one(client: pg.Client, sql: string): Promise<unknown> {
    const {rows} = await client.query({text: sql, rowMode: 'array'});
    return (rows as unknown[][])[0][0];
  }

  it('sleep as long as they are told to', async () => {
    const client = await connect();
    const started = performance.now();
    await one(client, 'SELECT pg_sleep(0.1)');
    expect(performance.now() - started).toBeGreaterThan(95);
  });

  it('go on beside others, and are cancelled by a request', async () => {
    const [a, b] = [await connect(), await connect()];
    const sleeping = one(a, 'SELECT pg_sleep(30)').catch((error: {code: string}) => error.code);
    await one(b, 'SELECT pg_sleep(0.05)');
    await cancel(a);
    expect(await sleeping).toBe('57014');
    expect(await one(a, 'SELECT 2')).toBe(2);
  });

  it('wait for an advisory lock until it is given back', async () => {
    const [a, b] = [await connect(), await connect()];
    await one(a, 'SELECT pg_advisory_lock(10)');
    expect(await one(b, 'SELECT pg_try_advisory_lock(10)')).toBe(false);
    let got = false;
    const waiting = one(b, 'SELECT pg_advisory_lock(10)').then(() => (got = true));
    await one(a, 'SELECT pg_sleep(0.05)');
    expect(got).toBe(false);
    expect(await one(a, 'SELECT pg_advisory_unlock(10)')).toBe(true);
    await waiting;
    expect(await one(a, 'SELECT pg_try_advisory_lock(10)')).toBe(false);
  });

  it("give a transaction's locks back at its end, and a session's when it goes", async () => {
    const [a, b, c] = [await connect(), await connect(), new pg.Client({connectionString: server.url})];
    await a.query('BEGIN');
    await one(a, 'SELECT pg_advisory_xact_lock(20, 1)');
    expect(await one(b, 'SELECT pg_try_advisory_xact_lock(20, 1)')).toBe(false);
    await a.query('COMMIT');
    expect(await one(b, 'SELECT pg_try_advisory_xact_lock(20, 1)')).toBe(true);
    await c.connect();
    await one(c, 'SELECT pg_advisory_lock(21)');
    const waiting = one(b, 'SELECT pg_advisory_lock(21)');
    await c.end();
    await waiting;
    await one(b, 'SELECT pg_advisory_unlock_all()');
  });

  it('find a deadlock', async () => {
    const [a, b] = [await connect(), await connect()];
    await one(a, 'SELECT pg_advisory_lock(30)');
    await one(b, 'SELECT pg_advisory_lock(31)');
    const waiting = one(a, 'SELECT pg_advisory_lock(31)');
    await new Promise(resolve => setTimeout(resolve, 50));
    await expect(one(b, 'SELECT pg_advisory_lock(30)')).rejects.toMatchObject({code: '40P01'});
    await one(b, 'SELECT pg_advisory_unlock(31)');
    await waiting;
  });

  it('set what a session has, and end a statement that takes too long', async () => {
    const a = await connect();
    await one(a, "SELECT set_config('application_name', 'tool', false)");
    expect(await one(a, "SELECT current_setting('application_name')")).toBe('tool');
    await a.query('SET statement_timeout = 30');
    await expect(one(a, 'SELECT pg_sleep(5)')).rejects.toMatchObject({code: '57014'});
    await expect(a.query('SELECT 1 FROM generate_series(1, 3) WHERE pg_sleep(0) IS NULL')).rejects.toMatchObject({
      code: '0A000',
    });
  });
});
