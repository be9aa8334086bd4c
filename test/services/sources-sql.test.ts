import {Kafka, type Producer} from 'kafkajs';
import {appendFileSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {eventually, TestServer} from '../support/server.ts';
import {KafkaBroker} from './kafka/broker.ts';

/** Sources as users see them: status, dead letters and exactly-once through SQL, with kill -9 in between. */

let directory: string;
let server: TestServer;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'millrace-sources-'));
  server = await TestServer.start();
});

afterEach(async () => {
  await server.dispose();
  rmSync(directory, {recursive: true, force: true});
});

async function sql(text: string): Promise<unknown[][]> {
  const client = await server.connect();
  try {
    return (await client.query<unknown[]>({text, rowMode: 'array'})).rows;
  } finally {
    await client.end();
  }
}

/** Asks until the answer is this. */
async function becomes(text: string, expected: readonly (readonly unknown[])[]): Promise<void> {
  let last: unknown;
  try {
    await eventually(
      async () => {
        last = await sql(text);
        return JSON.stringify(last) === JSON.stringify(expected) ? true : null;
      },
      30_000,
      text,
    );
  } catch {
    expect(last).toEqual(expected);
  }
}

const STATUS =
  'SELECT name, partition, state, position, lag, rows, dead_letters, last_error FROM millrace.source_status';
const hex = (text: string): string => Buffer.from(text).toString('hex');
const line = (n: number): string => `{"n":${n}}\n`;
const lines = (from: number, to: number): string => Array.from({length: to - from}, (_, i) => line(from + i)).join('');

test('a file that is not followed ends finished, once the views hold all of it; bad records are in the table', async () => {
  const path = join(directory, 'records.json');
  const text = `${lines(0, 1000)}{"n":\n${lines(1000, 2000)}nonsense\n{"n":2000}`;
  writeFileSync(path, text);
  await sql(`CREATE SOURCE s (n bigint) FROM FILE (PATH '${path}') FORMAT JSON`);
  await sql('CREATE MATERIALIZED VIEW totals AS SELECT count(*) AS c, sum(n) AS total FROM s');
  const size = String(Buffer.byteLength(text));
  await becomes(STATUS, [['s', '0', 'finished', size, '0', '2001', '2', null]]);
  expect(await sql('SELECT c, total FROM totals')).toEqual([['2001', '2001000']]);

  const letters = `SELECT partition, "offset", encode(bytes, 'hex'), reason <> '' FROM s_dead_letters ORDER BY "offset"`;
  const expected = [
    ['0', String(text.indexOf('{"n":\n')), hex('{"n":'), true],
    ['0', String(text.indexOf('nonsense')), hex('nonsense'), true],
  ];
  await becomes(letters, expected);
  // The same after a restart, clean or not.
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    await server.end(signal);
    await server.start();
    await becomes('SELECT c, total FROM totals', [['2001', '2001000']]);
    await becomes(letters, expected);
    await becomes(STATUS, [['s', '0', 'finished', size, '0', '2001', '2', null]]);
  }
});

test('a followed file appended to through three kills: no line lost, none counted twice', async () => {
  const path = join(directory, 'followed.json');
  writeFileSync(path, '');
  await sql(
    `CREATE SOURCE s (n bigint) WITH (connector = 'file', path = '${path}', follow = 'true') FORMAT PLAIN ENCODE JSON`,
  );
  await sql('CREATE MATERIALIZED VIEW totals AS SELECT count(*) AS c, count(DISTINCT n) AS d, sum(n) AS total FROM s');
  let written = 0;
  let bad = 0;
  for (let round = 0; round < 4; round++) {
    const appending = (async () => {
      for (let i = 0; i < 40; i++) {
        appendFileSync(path, lines(written, written + 500));
        written += 500;
        if (i % 10 === 0) {
          appendFileSync(path, 'bad\n');
          bad++;
        }
        // The last line comes in two pieces.
        appendFileSync(path, line(written).slice(0, 4));
        await new Promise(resolve => setTimeout(resolve, 10));
        appendFileSync(path, line(written).slice(4));
        written++;
      }
    })();
    if (round < 3) {
      await new Promise(resolve => setTimeout(resolve, 200 + 150 * round));
      await server.end('SIGKILL');
      await server.start();
    }
    await appending;
  }
  const total = (BigInt(written) * BigInt(written - 1)) / 2n;
  await becomes('SELECT c, d, total FROM totals', [[String(written), String(written), String(total)]]);
  await becomes('SELECT count(*), count(DISTINCT "offset") FROM s_dead_letters', [[String(bad), String(bad)]]);
  await becomes('SELECT state, lag, rows, dead_letters, last_error FROM millrace.source_status', [
    ['idle', '0', String(written), String(bad), null],
  ]);
});

test('a file that is missing, then there', async () => {
  const path = join(directory, 'later.json');
  await sql(`CREATE SOURCE s (n bigint) FROM FILE (PATH '${path}', FOLLOW true) FORMAT JSON`);
  await sql('CREATE MATERIALIZED VIEW totals AS SELECT count(*) AS c FROM s');
  await becomes('SELECT state, last_error FROM millrace.source_status', [
    ['failed', `could not read file "${path}": no such file or directory`],
  ]);
  writeFileSync(path, lines(0, 10));
  await becomes('SELECT c FROM totals', [['10']]);
  await becomes('SELECT state, last_error FROM millrace.source_status', [['idle', null]]);
});

test('a second view over a source begins with its history', async () => {
  const path = join(directory, 'records.csv');
  writeFileSync(path, `n,text\n${Array.from({length: 5000}, (_, n) => `${n},"a, ${n}"\n`).join('')}`);
  await sql(`CREATE SOURCE s (text text, n bigint) FROM FILE (PATH '${path}', FOLLOW true) FORMAT CSV (HEADER true)`);
  await sql('CREATE MATERIALIZED VIEW one AS SELECT count(*) AS c FROM s');
  await becomes('SELECT c FROM one', [['5000']]);
  await sql('CREATE MATERIALIZED VIEW two AS SELECT sum(n) AS total, max(text) AS last FROM s');
  appendFileSync(path, '5000,z\n');
  await becomes('SELECT total, last FROM two', [[String((5000 * 5001) / 2), 'z']]);
  await becomes('SELECT c FROM one', [['5001']]);
  await server.end('SIGKILL');
  await server.start();
  appendFileSync(path, '5001,zz\n');
  await becomes('SELECT total, last FROM two', [[String((5001 * 5002) / 2), 'zz']]);
  await becomes('SELECT c FROM one', [['5002']]);
});

test('a load generator ends finished', async () => {
  await sql('CREATE SOURCE g FROM LOAD GENERATOR COUNTER (EVENTS 1000)');
  await sql('CREATE MATERIALIZED VIEW totals AS SELECT count(*) AS c, sum(counter) AS total FROM g');
  await becomes('SELECT c, total FROM totals', [['1000', '500500']]);
  await becomes('SELECT state, lag FROM millrace.source_status', [['finished', '0']]);
});

test('errors of options name the option, and leave nothing behind', async () => {
  await expect(sql("CREATE SOURCE s (n bigint) FROM FILE (PATH 'x', GLOB '*') FORMAT JSON")).rejects.toMatchObject({
    code: '22023',
    message: 'unrecognized option "glob" of connector FILE',
    hint: 'Its options are: path, follow.',
  });
  await expect(sql('CREATE SOURCE s (n bigint) FROM KAFKA (TOPIC t) FORMAT JSON')).rejects.toMatchObject({
    code: '22023',
    message: 'option "brokers" of connector KAFKA is required',
  });
  expect(await sql('SELECT * FROM millrace.source_status')).toEqual([]);
});

test('kafka', async () => {
  let broker: KafkaBroker | undefined;
  let producer: Producer | undefined;
  try {
    broker = await KafkaBroker.start();
    await broker.createTopic('t', 2);
    producer = new Kafka({brokers: [broker.address], logLevel: 0}).producer({
      idempotent: true,
      maxInFlightRequests: 1,
      createPartitioner:
        () =>
        ({message}) =>
          message.partition ?? 0,
    });
    await producer.connect();
    const send = (values: readonly string[], partition: number) =>
      producer!.send({topic: 't', messages: values.map(value => ({value, partition}))});
    const records = (from: number, to: number) => lines(from, to).trimEnd().split('\n');
    await send(records(0, 100), 0);

    await sql(
      `CREATE SOURCE s (n bigint) FROM KAFKA (BROKERS '${broker.address}', TOPIC 't', START latest) FORMAT JSON`,
    );
    await sql('CREATE MATERIALIZED VIEW totals AS SELECT count(*) AS c, min(n) AS least FROM s');
    const states = 'SELECT partition, state, rows, dead_letters FROM millrace.source_status ORDER BY partition';
    await becomes(states, [
      ['0', 'idle', '0', '0'],
      ['1', 'idle', '0', '0'],
    ]);

    // LATEST is the end as it was when the source was first read: what comes while the server is down is not lost.
    await new Promise(resolve => setTimeout(resolve, 1000));
    await server.end('SIGKILL');
    await send(records(100, 110), 0);
    await send([...records(110, 115), 'bad'], 1);
    await server.start();
    await becomes('SELECT c, least FROM totals', [['15', '100']]);
    await becomes(states, [
      ['0', 'idle', '10', '0'],
      ['1', 'idle', '5', '1'],
    ]);
    await becomes(`SELECT partition, "offset", encode(bytes, 'hex') FROM s_dead_letters`, [['1', '5', hex('bad')]]);

    await broker.kill();
    await becomes('SELECT DISTINCT state, last_error IS NOT NULL FROM millrace.source_status', [['failed', true]]);
    expect(await sql('SELECT c FROM totals')).toEqual([['15']]);
    await broker.restart();
    await becomes('SELECT DISTINCT state, last_error IS NOT NULL FROM millrace.source_status', [['idle', false]]);
  } finally {
    await producer?.disconnect();
    await broker?.dispose();
  }
});
