// View update latency at a fixed rate: node bench/run.mjs latency
import pg from 'pg';
import {startBenchServer} from './support/server.ts';

const RATE = 200;
const SECONDS = 10;
const GROUPS = 100;

export type LatencyFigures = {
  readonly rate: number;
  readonly p50: number;
  readonly p99: number;
  readonly samples: number;
};

/**
 * An INSERT every 1/RATE second, durable before it is confirmed, into a table under a view on a view; each sample is the
 * time from sending the INSERT to having read the changed row of the upper view on another connection. ms.
 */
export async function measureLatency(root: string): Promise<LatencyFigures> {
  const server = await startBenchServer(root, null);
  try {
    const {client} = server;
    await client.query('CREATE TABLE events (k int, v bigint)');
    await client.query(
      'CREATE MATERIALIZED VIEW sums AS SELECT k, count(*) AS n, sum(v) AS total FROM events GROUP BY k',
    );
    await client.query('CREATE MATERIALIZED VIEW big AS SELECT k, n, total FROM sums WHERE n > 0');
    const reader = new pg.Client({connectionString: server.url});
    await reader.connect();
    const insert = {name: 'insert', text: 'INSERT INTO events VALUES ($1, $2)'};
    const read = {name: 'read', text: 'SELECT n FROM big WHERE k = $1'};
    const samples: number[] = [];
    const start = performance.now();
    for (let i = 0; i < RATE * SECONDS; i++) {
      const due = start + (i * 1000) / RATE;
      while (performance.now() < due) await new Promise(resolve => setImmediate(resolve));
      const sent = performance.now();
      const k = i % GROUPS;
      await client.query({...insert, values: [k, i]});
      const {rows} = await reader.query<{n: string}>({...read, values: [k]});
      if (Number(rows[0].n) !== Math.floor(i / GROUPS) + 1) throw new Error('the view was not up to date');
      // The first second warms up.
      if (i >= RATE) samples.push(performance.now() - sent);
    }
    await reader.end();
    samples.sort((a, b) => a - b);
    const at = (share: number): number => samples[Math.floor(samples.length * share)];
    return {rate: RATE, p50: at(0.5), p99: at(0.99), samples: samples.length};
  } finally {
    await server.stop();
  }
}

if (process.argv[1]?.endsWith('bench-latency.mjs')) {
  const {rate, p50, p99} = await measureLatency(process.env['MILLRACE_ROOT']!);
  console.log(`${rate} inserts/s: p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms from INSERT to read view`);
}
