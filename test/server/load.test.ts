import {readFileSync} from 'node:fs';
import fc from 'fast-check';
import type pg from 'pg';
import {serialize} from 'pg-protocol';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {memoryReturnsTo, memoryUse} from '../support/metrics.ts';
import {eventually, TestServer} from '../support/server.ts';
import {WireClient} from '../wire/wire-client.ts';

/** A minute of work at least. */
const LONG = 'SELECT count(*) FROM generate_series(1, 3000) a, generate_series(1, 3000) b, generate_series(1, 100) c';

let server: TestServer;
let admin: pg.Client;

beforeAll(async () => {
  server = await TestServer.start();
  admin = await server.connect();
  await admin.query('CREATE TABLE t (k int, v text)');
  await admin.query('CREATE MATERIALIZED VIEW per_key AS SELECT k, count(*) AS n FROM t GROUP BY k');
});

afterAll(async () => {
  await server.dispose();
});

const pause = (ms: number): Promise<unknown> => new Promise(resolve => setTimeout(resolve, ms));

/** A cancel request as drivers send it: on a connection of its own. */
async function cancel(client: pg.Client): Promise<void> {
  const {processID, secretKey} = client as unknown as {processID: number; secretKey: number};
  const raw = await WireClient.open(server.port);
  raw.send(serialize.cancel(processID, secretKey));
  await raw.closed();
}

async function outcome(query: Promise<unknown>): Promise<string> {
  return query.then(
    () => 'done',
    (error: pg.DatabaseError) => `${error.code}: ${error.message}`,
  );
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

describe('a long query', () => {
  test('is cancelled at once, and meanwhile others are served and ticks go on', async () => {
    const client = await server.connect();
    // The first rows bring the structures that stay, the first lookups an index.
    await admin.query("INSERT INTO t VALUES (-1, 'first')");
    for (let i = 0; i < 3; i++) await admin.query('SELECT n::int FROM per_key WHERE k = -1');
    await admin.query('DELETE FROM t');
    const before = await memoryUse(server);
    const running = outcome(client.query(LONG));
    await pause(100);
    const waits: number[] = [];
    for (let i = 0; i < 10; i++) {
      waits.push(
        await milliseconds(async () => {
          await admin.query('INSERT INTO t VALUES (-1, $1)', [`row ${i}`]);
          const {rows} = await admin.query('SELECT n::int FROM per_key WHERE k = -1');
          expect(rows).toEqual([{n: i + 1}]);
        }),
      );
    }
    expect(Math.max(...waits)).toBeLessThan(1000);
    expect(await milliseconds(() => cancel(client).then(() => running))).toBeLessThan(1000);
    expect(await running).toBe('57014: canceling statement due to user request');
    expect((await client.query('SELECT 1 AS one')).rows).toEqual([{one: 1}]);
    await client.end();
    await admin.query('DELETE FROM t');
    // Rows that have come and gone leave room for others; of the query nothing is left.
    expect((await memoryUse(server)).buffers).toBe(before.buffers);
  });

  test('ends at statement_timeout, as a write does', async () => {
    const client = await server.connect();
    await client.query("SET statement_timeout = '200ms'");
    const message = '57014: canceling statement due to statement timeout';
    expect(await outcome(client.query(LONG))).toBe(message);
    expect(await outcome(client.query({text: LONG, name: 'long'}))).toBe(message);
    const writing = `INSERT INTO t ${LONG.replace('count(*)', "count(*), 'x'")}`;
    expect(await outcome(client.query(writing))).toBe(message);
    expect((await client.query('SELECT 1 AS one')).rows).toEqual([{one: 1}]);
    await client.end();
  });

  test('a write is cancelled, and has written nothing', async () => {
    const client = await server.connect();
    const writing = outcome(client.query(`INSERT INTO t ${LONG.replace('count(*)', "count(*), 'x'")}`));
    await pause(100);
    await cancel(client);
    expect(await writing).toBe('57014: canceling statement due to user request');
    expect((await client.query("SELECT count(*)::int AS n FROM t WHERE v = 'x'")).rows).toEqual([{n: 0}]);
    await client.end();
  });

  test('a cancel request with the wrong key, or for nothing, does nothing', async () => {
    const client = await server.connect();
    const {processID} = client as unknown as {processID: number};
    await cancel(client);
    const running = outcome(client.query('SELECT count(*)::int AS n FROM generate_series(1, 3000000)'));
    const raw = await WireClient.open(server.port);
    raw.send(serialize.cancel(processID, 12345));
    await raw.closed();
    expect(await running).toBe('done');
    await client.end();
  });

  test('ends when its client leaves, and everything of it is freed', async () => {
    const before = await memoryUse(server);
    for (const sql of [LONG, 'SELECT * FROM generate_series(1, 100000000)']) {
      const raw = await WireClient.open(server.port);
      raw.send(serialize.startup({user: 'millrace', database: 'millrace'}));
      await raw.ready();
      raw.send(serialize.query(sql));
      await pause(150);
      raw.close();
    }
    await eventually(
      async () => {
        const {rows} = await admin.query('SELECT count(*)::int AS n FROM pg_stat_activity');
        return rows[0].n === 1 ? true : null;
      },
      5000,
      'the sessions did not end',
    );
    await memoryReturnsTo(server, before);
  });
});

describe('a slow reader', () => {
  test('of a big result does not make the server grow, nor others wait', async () => {
    const resident = (): number =>
      Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))![1]) / 1024;
    const raw = await WireClient.open(server.port);
    raw.send(serialize.startup({user: 'millrace', database: 'millrace'}));
    await raw.ready();
    raw.socket.removeAllListeners('data');
    let bytes = 0;
    let ended = (): void => {};
    const all = new Promise<void>(resolve => (ended = resolve));
    raw.socket.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (chunk.at(-6) === 'Z'.charCodeAt(0) && chunk.at(-1) === 'I'.charCodeAt(0)) ended();
    });
    raw.send(
      serialize.query("SELECT i, 'a row of a result that is large ' || i FROM generate_series(1, 5000000) AS g(i)"),
    );
    while (bytes < 1e6) await pause(10);
    raw.socket.pause();
    const start = resident();
    let peak = start;
    for (let i = 0; i < 10; i++) {
      expect(await milliseconds(() => admin.query('SELECT 1'))).toBeLessThan(1000);
      await pause(50);
      peak = Math.max(peak, resident());
    }
    raw.socket.resume();
    const watch = setInterval(() => (peak = Math.max(peak, resident())), 20);
    await all;
    clearInterval(watch);
    raw.close();
    expect(bytes).toBeGreaterThan(250e6);
    expect(peak - start).toBeLessThan(150);
  });
});

describe('a hundred clients', () => {
  test('write and read at the same time', async () => {
    const clients = await Promise.all(Array.from({length: 100}, () => server.connect()));
    await Promise.all(
      clients.map(async (client, k) => {
        for (let i = 0; i < 10; i++) {
          await client.query('INSERT INTO t VALUES ($1, $2)', [k, `value ${i}`]);
          // What was written is in every view.
          const {rows} = await client.query('SELECT n::int FROM per_key WHERE k = $1', [k]);
          expect(rows).toEqual([{n: i + 1}]);
        }
      }),
    );
    const {rows} = await admin.query('SELECT count(*)::int AS keys, sum(n)::int AS rows FROM per_key');
    expect(rows).toEqual([{keys: 100, rows: 1000}]);
    await Promise.all(clients.map(client => client.end()));
    await admin.query('DELETE FROM t');
  });
});

describe('ten thousand queries', () => {
  test('leave nothing behind', async () => {
    await admin.query("INSERT INTO t SELECT i, 'text ' || i FROM generate_series(1, 100) AS g(i)");
    const queries: readonly (pg.QueryConfig<unknown[]> & {readonly fails?: string})[] = [
      {text: 'SELECT * FROM t WHERE k = $1', values: [5], name: 'by key'},
      {text: 'SELECT k, upper(v) FROM t ORDER BY v DESC LIMIT 3'},
      {text: 'SELECT a.k, b.v FROM t a JOIN per_key p ON p.k = a.k LEFT JOIN t b ON b.k = a.k + 1', name: 'join'},
      {
        text: 'SELECT v, count(DISTINCT k), avg(k), max(v) FROM t GROUP BY v HAVING count(*) > $1',
        values: [0],
        name: 'group',
      },
      {text: 'SELECT $1::int[], $2::jsonb', values: [[1, 2], '{"a": 1}']},
      {text: 'SELECT relname FROM pg_class WHERE relname = $1', values: ['t'], name: 'catalog'},
      {text: 'SELECT 1 / (k - 50) FROM t', fails: '22012'},
      {text: 'SELECT k FROM t WHERE v = 1', fails: '42883'},
      {text: "BEGIN; INSERT INTO t VALUES (999, 'x'); SELECT count(*) FROM t; ROLLBACK"},
      {text: 'BEGIN; DELETE FROM t WHERE k = 7; SELECT 1 / 0', fails: '22012'},
    ];
    const clients = await Promise.all(Array.from({length: 4}, () => server.connect()));
    const round = async (client: pg.Client): Promise<void> => {
      for (const {fails, ...query} of queries) {
        const result = await outcome(client.query(query));
        expect(result.slice(0, 5)).toBe(fails ?? 'done');
        if (fails) await client.query('ROLLBACK');
      }
    };
    await round(clients[0]);
    const before = await memoryUse(server);
    await Promise.all(
      clients.map(async client => {
        for (let i = 0; i < 1000 / clients.length; i++) await round(client);
      }),
    );
    await memoryReturnsTo(server, before);
    await Promise.all(clients.map(client => client.end()));
  });
});

describe('bytes that are no protocol', () => {
  test('never harm the server', async () => {
    const startup = serialize.startup({user: 'millrace', database: 'millrace'});
    const messages = [
      serialize.query('SELECT 1'),
      serialize.parse({text: 'SELECT $1::int'}),
      serialize.bind({values: ['1']}),
      serialize.describe({type: 'P'}),
      serialize.execute({rows: 1}),
      serialize.sync(),
      serialize.close({type: 'S'}),
    ];
    const valid = fc.constantFrom(...messages);
    const damaged = fc.tuple(valid, fc.nat(), fc.integer({min: 0, max: 255})).map(([message, at, byte]) => {
      const copy = Buffer.from(message);
      copy[at % copy.length] = byte;
      return copy;
    });
    const cut = fc.tuple(valid, fc.nat()).map(([message, at]) => message.subarray(0, at % message.length));
    const noise = fc.uint8Array({minLength: 1, maxLength: 40}).map(bytes => Buffer.from(bytes));
    const piece = fc.oneof({arbitrary: valid, weight: 2}, damaged, cut, noise);
    await fc.assert(
      fc.asyncProperty(fc.boolean(), fc.array(piece, {minLength: 1, maxLength: 8}), async (started, pieces) => {
        const raw = await WireClient.open(server.port);
        if (started) {
          raw.send(startup);
          await raw.ready();
        }
        raw.send(...pieces);
        raw.socket.end();
        await Promise.race([raw.closed(), pause(50)]);
        raw.close();
      }),
      {numRuns: 1000},
    );
    expect((await admin.query('SELECT 1 AS one')).rows).toEqual([{one: 1}]);
    await eventually(
      async () => {
        const {rows} = await admin.query('SELECT count(*)::int AS n FROM pg_stat_activity');
        return rows[0].n === 1 ? true : null;
      },
      5000,
      'the sessions did not end',
    );
    expect(server.stderr).not.toContain('internal error');
  });
});
