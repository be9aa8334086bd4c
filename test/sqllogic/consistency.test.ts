import type pg from 'pg';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {TestServer} from '../support/server.ts';
import {Choices} from './fuzz/choices.ts';

const ACCOUNTS = 200;
const TOTAL = String(ACCOUNTS * 100);
const MILLISECONDS = 4000;

/**
 * Money moves between accounts in transactions of several clients while others read: whatever mixture of tables and views a
 * query looks at, it sees them at one tick, in which all the money is there.
 */
describe('one tick, one truth', () => {
  let server: TestServer;
  let end: number;
  beforeAll(async () => {
    server = await TestServer.start();
    const client = await server.connect();
    await client.query('CREATE TABLE accounts (id int PRIMARY KEY, branch int, balance int)');
    await client.query(`INSERT INTO accounts SELECT g, g % 7, 100 FROM generate_series(1, ${ACCOUNTS}) g`);
    await client.query('CREATE MATERIALIZED VIEW total AS SELECT sum(balance) AS sum, count(*) AS n FROM accounts');
    await client.query(
      'CREATE MATERIALIZED VIEW branches AS SELECT branch, sum(balance) AS sum, max(balance) AS most FROM accounts GROUP BY branch',
    );
    await client.query(
      'CREATE MATERIALIZED VIEW rich AS SELECT a.id, b.sum FROM accounts a JOIN branches b ON b.branch = a.branch WHERE a.balance = b.most',
    );
    end = Date.now() + MILLISECONDS;
  });
  afterAll(async () => {
    await server.dispose();
  });

  async function movesMoney(seed: number): Promise<number> {
    const c = new Choices(seed);
    const client = await server.connect();
    let moved = 0;
    while (Date.now() < end) {
      const amount = c.pick(50);
      try {
        await client.query('BEGIN');
        await client.query('UPDATE accounts SET balance = balance - $1 WHERE id = $2', [amount, 1 + c.pick(ACCOUNTS)]);
        await client.query('UPDATE accounts SET balance = balance + $1 WHERE id = $2', [amount, 1 + c.pick(ACCOUNTS)]);
        await client.query(c.oneIn(8) ? 'ROLLBACK' : 'COMMIT');
        moved++;
      } catch (error) {
        if ((error as {code?: string}).code !== '40001') throw error;
        await client.query('ROLLBACK');
      }
    }
    return moved;
  }

  async function looks(): Promise<void> {
    const client = await server.connect();
    while (Date.now() < end) {
      const {rows} = await client.query(
        'SELECT (SELECT sum FROM total) AS a, (SELECT sum(balance) FROM accounts) AS b, (SELECT sum(sum) FROM branches) AS c',
      );
      expect(rows).toEqual([{a: TOTAL, b: TOTAL, c: TOTAL}]);
      expect(
        await differences(
          client,
          'SELECT id, sum FROM rich',
          `SELECT a.id, b.s FROM accounts a
             JOIN (SELECT branch, sum(balance) AS s, max(balance) AS m FROM accounts GROUP BY branch) b
             ON b.branch = a.branch AND b.m = a.balance`,
        ),
      ).toEqual([]);
    }
  }

  async function makesViews(seed: number): Promise<number> {
    const client = await server.connect();
    const query = 'SELECT branch % 3 AS b, sum(balance) AS s, min(id) AS i FROM accounts GROUP BY branch % 3';
    let made = 0;
    for (; Date.now() < end; made++) {
      await client.query(`CREATE MATERIALIZED VIEW v${seed} AS ${query}`);
      for (let i = 0; i < 3; i++) expect(await differences(client, `SELECT * FROM v${seed}`, query)).toEqual([]);
      await client.query(`DROP MATERIALIZED VIEW v${seed}`);
    }
    return made;
  }

  async function differences(client: pg.Client, a: string, b: string): Promise<unknown[]> {
    const {rows} = await client.query(`((${a}) EXCEPT (${b})) UNION ALL ((${b}) EXCEPT (${a}))`);
    return rows;
  }

  test('holds while money moves and views come and go', async () => {
    const [first, second, made] = await Promise.all([
      movesMoney(1),
      movesMoney(2),
      makesViews(1),
      makesViews(2),
      looks(),
      looks(),
    ]);
    expect(Math.min(first, second, made)).toBeGreaterThan(3);
  });
});
