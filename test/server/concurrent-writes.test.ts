import type pg from 'pg';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {TestServer} from '../support/server.ts';

let server: TestServer;
let clients: pg.Client[];

beforeAll(async () => {
  server = await TestServer.start();
  clients = await Promise.all(Array.from({length: 8}, () => server.connect()));
});

afterAll(async () => {
  await server.dispose();
});

async function one(sql: string): Promise<unknown[]> {
  return (await clients[0].query<unknown[]>({text: sql, rowMode: 'array'})).rows[0];
}

/** Each client does its share, all at once; codes of what failed. */
async function everybody(share: (client: pg.Client, number: number) => Promise<unknown>): Promise<string[]> {
  const outcomes = await Promise.allSettled(clients.map((client, i) => share(client, i)));
  return outcomes.flatMap(outcome =>
    outcome.status === 'rejected' ? [(outcome.reason as pg.DatabaseError).code ?? String(outcome.reason)] : [],
  );
}

describe('many clients at once', () => {
  test('that insert or update the same keys lose nothing and break no key', async () => {
    await one('CREATE TABLE counters (k int PRIMARY KEY, n int NOT NULL, tag text UNIQUE)');
    const each = 40;
    const failed = await everybody(async (client, number) => {
      for (let i = 0; i < each; i++) {
        await client.query(
          `INSERT INTO counters VALUES ($1, 1, 'k' || $1::text) ON CONFLICT (k) DO UPDATE SET n = counters.n + 1`,
          [(i * (number + 1)) % 5],
        );
      }
    });
    expect(failed).toEqual([]);
    expect(await one('SELECT sum(n)::int, count(*)::int, count(DISTINCT k)::int FROM counters')).toEqual([320, 5, 5]);
  });

  test('that insert the same key: one succeeds, the others hear of it', async () => {
    await one('CREATE TABLE keys (k int PRIMARY KEY, who int)');
    for (let k = 0; k < 10; k++) {
      const failed = await everybody((client, number) => client.query('INSERT INTO keys VALUES ($1, $2)', [k, number]));
      expect(failed).toEqual(Array.from({length: 7}, () => '23505'));
    }
    expect(await one('SELECT count(*)::int FROM keys')).toEqual([10]);
  });

  test('that do nothing on conflict agree on one row', async () => {
    await one('CREATE TABLE firsts (k int UNIQUE, who int)');
    const failed = await everybody(async (client, number) => {
      for (let k = 0; k < 30; k++)
        await client.query('INSERT INTO firsts VALUES ($1, $2) ON CONFLICT DO NOTHING', [k, number]);
    });
    expect(failed).toEqual([]);
    expect(await one('SELECT count(*)::int, count(DISTINCT k)::int FROM firsts')).toEqual([30, 30]);
  });

  test('that reference rows which others take out never leave a reference to nothing', async () => {
    await one('CREATE TABLE parents (id int PRIMARY KEY)');
    await one(
      'CREATE TABLE children (id serial PRIMARY KEY, parent int NOT NULL REFERENCES parents ON DELETE CASCADE)',
    );
    await one('INSERT INTO parents SELECT * FROM generate_series(1, 20)');
    const codes = await everybody(async (client, number) => {
      const seen = new Set<string>();
      for (let i = 1; i <= 20; i++) {
        const sql = number % 2 ? `INSERT INTO children (parent) VALUES (${i})` : `DELETE FROM parents WHERE id = ${i}`;
        await client.query(sql).catch((error: pg.DatabaseError) => seen.add(error.code!));
      }
      if (seen.size > 0) throw Object.assign(new Error(), {code: [...seen].join()});
    });
    expect(codes.every(code => code === '23503')).toBe(true);
    expect(await one('SELECT count(*)::int FROM children WHERE parent NOT IN (SELECT id FROM parents)')).toEqual([0]);
  });

  test('that merge the same rows', async () => {
    await one('CREATE TABLE stock (k int PRIMARY KEY, n int)');
    await one('INSERT INTO stock VALUES (0, 0), (1, 0), (2, 0)');
    const failed = await everybody(async client => {
      for (let i = 0; i < 20; i++) {
        await client.query(`MERGE INTO stock USING (VALUES (${i % 3})) s(k) ON stock.k = s.k
          WHEN MATCHED THEN UPDATE SET n = n + 1 WHEN NOT MATCHED THEN INSERT VALUES (s.k, 1)`);
      }
    });
    expect(failed).toEqual([]);
    expect(await one('SELECT sum(n)::int, count(*)::int FROM stock')).toEqual([160, 3]);
  });

  test('that take values of one sequence never get one twice, not after a kill either', async () => {
    await one('CREATE SEQUENCE ids');
    await one("CREATE TABLE made (id bigint PRIMARY KEY DEFAULT nextval('ids'))");
    expect(
      await everybody(async client => {
        for (let i = 0; i < 30; i++) await client.query('INSERT INTO made DEFAULT VALUES');
      }),
    ).toEqual([]);
    const seen = await one("SELECT max(id)::int, nextval('ids')::int FROM made");
    await server.end('SIGKILL');
    await server.start();
    clients = await Promise.all(Array.from({length: 8}, () => server.connect()));
    const after = await one("SELECT count(*)::int, nextval('ids')::int FROM made");
    expect(after[0]).toBe(240);
    expect(after[1]).toBeGreaterThan(seen[1] as number);
    await server.end('SIGTERM');
    await server.start();
    clients = await Promise.all(Array.from({length: 8}, () => server.connect()));
    // Closed in good order there is no gap.
    expect(await one("SELECT nextval('ids')::int")).toEqual([(after[1] as number) + 1]);
  });
});
