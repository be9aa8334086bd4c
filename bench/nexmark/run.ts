import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {cpuSeconds, peakBytes} from '../support/cpu-time.ts';
import {startBenchServer} from '../support/server.ts';
import {generateNexmark} from './generate.ts';
import {NEXMARK_QUERIES, nexmarkSource} from './queries.ts';

export type NexmarkResult = {
  readonly query: string;
  readonly seconds: number;
  readonly eventsPerSecond: number;
  /** CPU time of all threads of the server in that time: what it would have taken with the core to itself. */
  readonly cpuSeconds: number;
  /** The most memory that the server had resident, start included, bytes. */
  readonly peakBytes: number;
};

/**
 * Each query over one file of combined events into a blackhole sink, the whole server pinned to one core. Timed from
 * CREATE SINK until the source is finished, which it says once the sink has had everything.
 */
export async function runNexmark(
  root: string,
  events: number,
  queries: readonly string[],
  report: (result: NexmarkResult) => void,
): Promise<NexmarkResult[]> {
  const path = join(root, '.cache', `nexmark-${events}.jsonl`);
  if (!existsSync(path)) generateNexmark(path, events);
  const results: NexmarkResult[] = [];
  for (const query of queries) {
    const server = await startBenchServer(root, '1');
    try {
      for (const sql of nexmarkSource(path)) await server.client.query(sql);
      const start = performance.now();
      const cpuStart = cpuSeconds(server.pid);
      await server.client.query(`CREATE SINK result AS ${NEXMARK_QUERIES[query]} WITH (connector = 'blackhole')`);
      await finished(server.client, 'nexmark');
      const seconds = (performance.now() - start) / 1000;
      const result = {
        query,
        seconds,
        eventsPerSecond: events / seconds,
        cpuSeconds: cpuSeconds(server.pid) - cpuStart,
        peakBytes: peakBytes(server.pid),
      };
      results.push(result);
      report(result);
    } finally {
      await server.stop();
    }
  }
  return results;
}

async function finished(
  client: {query(sql: string): Promise<{rows: {state: string; last_error: string | null}[]}>},
  source: string,
): Promise<void> {
  for (;;) {
    const {rows} = await client.query(`SELECT state, last_error FROM millrace.source_status WHERE name = '${source}'`);
    if (rows.length > 0 && rows.every(row => row.state === 'finished')) return;
    const failed = rows.find(row => row.state === 'failed');
    if (failed) throw new Error(`source ${source}: ${failed.last_error}`);
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}
