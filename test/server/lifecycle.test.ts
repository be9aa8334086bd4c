import {mkdtempSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {ClassicLevel} from 'classic-level';
import type pg from 'pg';
import {serialize} from 'pg-protocol';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {eventually, TestServer} from '../support/server.ts';
import {WireClient} from '../wire/wire-client.ts';

let server: TestServer;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'millrace-lifecycle-'));
  server = await TestServer.start();
});

afterEach(async () => {
  await server.dispose();
  rmSync(folder, {recursive: true, force: true});
});

const pause = (ms: number): Promise<unknown> => new Promise(resolve => setTimeout(resolve, ms));

async function failure(query: Promise<unknown>): Promise<string> {
  return query.then(
    () => 'no error',
    (error: pg.DatabaseError) => error.code ?? String(error),
  );
}

async function cancel(client: pg.Client): Promise<void> {
  const {processID, secretKey} = client as unknown as {processID: number; secretKey: number};
  const raw = await WireClient.open(server.port);
  raw.send(serialize.cancel(processID, secretKey));
  await raw.closed();
}

function lines(count: number): string {
  return Array.from({length: count}, (_, i) => `${JSON.stringify({n: i})}\n`).join('');
}

/** A source of 20,000 records of which a view has read everything, and whose file is then gone. */
async function sourceWithoutItsFile(client: pg.Client): Promise<{restore(): void}> {
  const path = join(folder, 'events.jsonl');
  writeFileSync(path, lines(20_000));
  await client.query(`CREATE SOURCE events (n int) FROM FILE (PATH '${path}', FOLLOW true) FORMAT JSON`);
  await client.query('CREATE MATERIALIZED VIEW first AS SELECT count(*)::int AS n FROM events');
  await eventually(
    async () => ((await client.query('SELECT n FROM first')).rows[0].n === 20_000 ? true : null),
    10_000,
    'the first view did not fill',
  );
  renameSync(path, `${path}.away`);
  return {restore: () => renameSync(`${path}.away`, path)};
}

describe('a view whose source cannot be read', () => {
  test('keeps its CREATE waiting until that is cancelled, and fills when the source is back', async () => {
    const client = await server.connect();
    const other = await server.connect();
    const {restore} = await sourceWithoutItsFile(client);
    const creating = failure(client.query('CREATE MATERIALIZED VIEW second AS SELECT sum(n)::int AS s FROM events'));
    await pause(200);
    // Others go on, with catalog changes too.
    await other.query('CREATE TABLE unrelated (a int)');
    await other.query('INSERT INTO unrelated VALUES (1)');
    await cancel(client);
    expect(await creating).toBe('57014');
    expect((await other.query("SELECT state FROM millrace.views WHERE name = 'second'")).rows).toEqual([
      {state: 'hydrating'},
    ]);
    await other.query("SET statement_timeout = '100ms'");
    expect(await failure(other.query('SELECT * FROM second'))).toBe('57014');
    expect(await failure(other.query('SELECT count(*) FROM events'))).toBe('57014');
    restore();
    await other.query("SET statement_timeout = '10s'");
    expect((await other.query('SELECT s FROM second')).rows).toEqual([{s: (20_000 * 19_999) / 2}]);
  });

  test('can be dropped, and the server stopped and started, meanwhile', async () => {
    const client = await server.connect();
    await sourceWithoutItsFile(client);
    await client.query("SET statement_timeout = '100ms'");
    for (const name of ['second', 'third']) {
      expect(await failure(client.query(`CREATE MATERIALIZED VIEW ${name} AS SELECT n FROM events`))).toBe('57014');
    }
    await client.query('RESET statement_timeout');
    await client.query('DROP MATERIALIZED VIEW second');
    expect(await server.end('SIGTERM')).toBe(0);
    await server.start();
    const again = await server.connect();
    expect((await again.query('SELECT n FROM first')).rows).toEqual([{n: 20_000}]);
    expect((await again.query('SELECT name FROM millrace.views ORDER BY name')).rows).toEqual([
      {name: 'first'},
      {name: 'third'},
    ]);
    await again.query('DROP SOURCE events CASCADE');
    expect(await server.end('SIGTERM')).toBe(0);
  });
});

describe('shutdown', () => {
  test('in the middle of everything is orderly, and what was confirmed is there afterwards', async () => {
    const admin = await server.connect();
    await admin.query('CREATE TABLE t (k int PRIMARY KEY)');
    await admin.query('CREATE MATERIALIZED VIEW v AS SELECT count(*)::int AS n FROM t');
    await admin.query('CREATE SOURCE s FROM LOAD GENERATOR COUNTER (RATE 10000)');
    await admin.query('CREATE MATERIALIZED VIEW w AS SELECT count(*) FROM s');
    let confirmed = 0;
    let next = 0;
    const ends: string[] = [];
    const writers = Array.from({length: 8}, async () => {
      const client = await server.connect();
      for (;;) {
        const outcome = await failure(client.query('INSERT INTO t VALUES ($1)', [next++]));
        if (outcome !== 'no error') return void ends.push(outcome);
        confirmed++;
      }
    });
    const reader = await server.connect();
    const reading = failure(
      reader.query(
        'SELECT count(*) FROM generate_series(1, 3000) a, generate_series(1, 3000) b, generate_series(1, 100) c',
      ),
    );
    await pause(300);
    const start = performance.now();
    expect(await server.end('SIGTERM')).toBe(0);
    expect(performance.now() - start).toBeLessThan(5000);
    await Promise.all(writers);
    expect(await reading).not.toBe('no error');
    expect(confirmed).toBeGreaterThan(0);
    await server.start();
    const {rows} = await (await server.connect()).query('SELECT n FROM v');
    // What was on its way may have come in without its confirmation.
    expect(rows[0].n).toBeGreaterThanOrEqual(confirmed);
    expect(rows[0].n).toBeLessThanOrEqual(confirmed + 8);
  });

  test('while a view is being filled leaves it to be filled after the start', async () => {
    const client = await server.connect();
    await client.query('CREATE TABLE t (a int)');
    await client.query('INSERT INTO t SELECT * FROM generate_series(1, 3000)');
    await client.query("SET statement_timeout = '50ms'");
    const created = await failure(
      client.query('CREATE MATERIALIZED VIEW v AS SELECT count(*)::int AS n FROM t a, t b WHERE a.a <> b.a'),
    );
    expect(created).toBe('57014');
    expect(await server.end('SIGTERM')).toBe(0);
    await server.start();
    const again = await server.connect();
    expect((await again.query('SELECT n FROM v')).rows).toEqual([{n: 3000 * 2999}]);
  });

  test('a second SIGINT ends at once', async () => {
    const {pid} = server;
    const ended = server.end('SIGINT');
    process.kill(pid, 'SIGINT');
    expect([0, 1]).toContain(await ended);
  });
});

describe('a data directory', () => {
  test('of a newer layout is refused in one line', async () => {
    await server.end('SIGTERM');
    const db = new ClassicLevel(join(server.dataDirectory, 'db'));
    await db.put('meta/version', '99');
    await db.close();
    const refused = await server.start().catch((error: Error) => error.message);
    expect(refused).toMatch(
      /^the server ended with code 1: millrace: data directory \S+ has layout version 99, but this server knows only up to \d+\n$/,
    );
  });

  test('where segments cannot be written costs nothing but checkpoints', async () => {
    await server.end('SIGTERM');
    const segments = join(server.dataDirectory, 'segments');
    await server.start();
    const client = await server.connect();
    await client.query('CREATE TABLE t (a int)');
    await client.query('INSERT INTO t VALUES (1), (2)');
    // Root may write anywhere: a file in the place of the directory stops it, too.
    renameSync(segments, `${segments}.away`);
    writeFileSync(segments, '');
    await client.query('INSERT INTO t VALUES (3)');
    expect(await server.end('SIGTERM')).toBe(1);
    expect(server.stderr).toMatch(/millrace: could not shut down cleanly: the last checkpoint failed: ENOTDIR/);
    rmSync(segments);
    renameSync(`${segments}.away`, segments);
    await server.start();
    expect((await (await server.connect()).query('SELECT a FROM t ORDER BY a')).rows).toEqual([{a: 1}, {a: 2}, {a: 3}]);
  });
});

describe('kill -9 between catalog changes', () => {
  test('leaves a catalog that fits together', async () => {
    for (let round = 0; round < 4; round++) {
      const client = await server.connect();
      const changing = (async () => {
        for (let i = 0; ; i++) {
          await client.query(`CREATE TABLE r${round}_${i} (a int)`);
          await client.query(
            `CREATE MATERIALIZED VIEW v${round}_${i} AS SELECT count(*)::int AS n FROM r${round}_${i}`,
          );
          await client.query(`INSERT INTO r${round}_${i} VALUES (1)`);
          if (i % 3 === 0) await client.query(`DROP TABLE r${round}_${i} CASCADE`);
        }
      })().catch(() => {});
      await pause(150 + round * 37);
      await server.end('SIGKILL');
      await changing;
      await server.start();
      const again = await server.connect();
      const {rows} = await again.query<{name: string}>('SELECT name FROM millrace.views ORDER BY name');
      for (const {name} of rows) {
        const table = name.replace('v', 'r');
        const counts = await again.query(
          `SELECT (SELECT n FROM ${name}) AS view, (SELECT count(*)::int FROM ${table}) AS rows`,
        );
        expect(counts.rows[0].view).toBe(counts.rows[0].rows);
      }
      // Every name is free or works.
      await again.query(`CREATE TABLE after${round} (a int)`);
      await again.end();
    }
  });
});
