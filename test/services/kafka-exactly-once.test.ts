import {DuckDBInstance} from '@duckdb/node-api';
import {createWriteStream, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {NexmarkGenerator} from '../../src/connectors/loadgen/nexmark-events.ts';
import {eventually, TestServer} from '../support/server.ts';
import {KafkaBroker} from './kafka/broker.ts';

const BIDS = 5_000_000;
const PARTITIONS = 4;

type Totals = readonly (readonly string[])[];

describe('a tumbling view over Kafka', () => {
  let broker: KafkaBroker;
  let directory: string;
  let file: string;
  let expected: Totals;

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'millrace-bids-'));
    file = join(directory, 'bids.jsonl');
    await writeBids(file, BIDS);
    expected = await duckdbTotals(file);
    broker = await KafkaBroker.start();
    await broker.createTopic('bids', PARTITIONS);
  }, 300_000);

  afterAll(async () => {
    await broker?.dispose();
    rmSync(directory, {recursive: true, force: true});
  });

  test('equals DuckDB over the same records, while they are produced', async () => {
    const server = await TestServer.start();
    try {
      await createView(server);
      await broker.produceFile('bids', file, 'zstd');
      await caughtUp(server);
      expect(await viewTotals(server)).toEqual(expected);
    } finally {
      await server.dispose();
    }
  });

  test('loses and doubles nothing when killed in the middle', async () => {
    const server = await TestServer.start();
    try {
      await createView(server);
      const seen = await rowsAtLeast(server, BIDS / 10);
      await server.end('SIGKILL');
      expect(seen).toBeLessThan(BIDS);

      await server.start();
      // Again after a checkpoint, while there is still something to read.
      await rowsAtLeast(server, BIDS / 4);
      await server.end('SIGKILL');

      await server.start();
      await caughtUp(server);
      expect(await viewTotals(server)).toEqual(expected);

      expect(await server.end('SIGTERM')).toBe(0);
      await server.start();
      expect(await viewTotals(server)).toEqual(expected);
    } finally {
      await server.dispose();
    }
  });

  async function createView(server: TestServer): Promise<void> {
    const client = await server.connect();
    await client.query(
      `CREATE SOURCE bids (auction bigint, bidder bigint, price bigint, channel text, date_time timestamp)
       FROM KAFKA (BROKERS '${broker.address}', TOPIC 'bids', START earliest) FORMAT JSON`,
    );
    await client.query(
      `CREATE MATERIALIZED VIEW totals AS
       SELECT channel, window_start, count(*) AS bids, sum(price) AS total
       FROM TUMBLE(bids, date_time, INTERVAL '1 minute') GROUP BY channel, window_start`,
    );
  }
});

async function status(server: TestServer): Promise<{rows: number; behind: number}> {
  const client = await server.connect();
  const {rows} = await client.query<{rows: string; lag: string | null}>(
    "SELECT rows, lag FROM millrace.source_status WHERE name = 'bids'",
  );
  await client.end();
  const behind = rows.reduce((sum, row) => sum + Number(row.lag ?? Infinity), 0);
  return {
    rows: rows.reduce((sum, row) => sum + Number(row.rows), 0),
    behind: rows.length < PARTITIONS ? Infinity : behind,
  };
}

function rowsAtLeast(server: TestServer, wanted: number): Promise<number> {
  return eventually(
    async () => {
      const {rows} = await status(server);
      return rows >= wanted ? rows : null;
    },
    120_000,
    `the source never had ${wanted} rows`,
  );
}

function caughtUp(server: TestServer): Promise<number> {
  return eventually(
    async () => {
      const {rows, behind} = await status(server);
      return rows >= BIDS && behind === 0 ? rows : null;
    },
    300_000,
    'the source never caught up',
  );
}

async function viewTotals(server: TestServer): Promise<Totals> {
  const client = await server.connect();
  const {rows} = await client.query<string[]>({
    text: `SELECT channel, window_start::text, bids::text, total::text FROM totals ORDER BY channel, window_start`,
    rowMode: 'array',
  });
  return rows;
}

async function duckdbTotals(file: string): Promise<Totals> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(
    `SELECT channel, strftime(time_bucket(INTERVAL 1 MINUTE, date_time), '%Y-%m-%d %H:%M:%S') AS start,
       count(*)::VARCHAR, sum(price)::VARCHAR
     FROM read_json('${file}', format = 'newline_delimited',
       columns = {channel: 'VARCHAR', price: 'BIGINT', date_time: 'TIMESTAMP'})
     GROUP BY ALL ORDER BY channel, start`,
  );
  return reader.getRowsJson() as Totals;
}

async function writeBids(file: string, count: number): Promise<void> {
  const generator = new NexmarkGenerator({seed: 7, baseTime: Date.UTC(2024, 0, 1), gapMicros: 100});
  const out = createWriteStream(file);
  let block = '';
  let written = 0;
  for (let n = 0; written < count; n++) {
    const event = generator.event(n);
    if (event.event_type !== 2) continue;
    const time = new Date(event.bid.date_time).toISOString();
    block += `${JSON.stringify({...event.bid, date_time: time})}\n`;
    written++;
    if (block.length < 1 << 20) continue;
    if (!out.write(block)) await new Promise(resolve => out.once('drain', () => resolve(undefined)));
    block = '';
  }
  await new Promise<void>(resolve => {
    out.end(block, () => resolve());
  });
}
