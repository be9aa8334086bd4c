// How long other views wait while one client asks for something large: node bench/run.mjs stalls
import pg from 'pg';
import {startBenchServer} from './support/server.ts';

const ROWS = 5_000_000;
const BLOCK = 500_000;

export type Stall = {readonly name: string; readonly seconds: number; readonly median: number; readonly worst: number};

/** For each large statement: INSERTs into a table under a view go on meanwhile, each until its change is read. ms. */
export async function measureStalls(root: string, report: (stall: Stall) => void): Promise<void> {
  const server = await startBenchServer(root, null);
  try {
    const {client} = server;
    await client.query('CREATE TABLE small (k int, v bigint)');
    await client.query('CREATE MATERIALIZED VIEW sums AS SELECT k, count(*) AS n FROM small GROUP BY k');
    await client.query('CREATE TABLE big (id bigint, k bigint, v bigint)');
    await client.query('CREATE TABLE keys (k bigint)');
    for (let from = 0; from < ROWS; from += BLOCK) {
      await client.query(
        `INSERT INTO big SELECT i, i % 1000003, (i::bigint * 7919) % 5000011 FROM generate_series(${from}, ${from + BLOCK - 1}) AS g(i)`,
      );
    }
    const other = new pg.Client({connectionString: server.url});
    await other.connect();
    const statements: readonly (readonly [string, string])[] = [
      ['ORDER BY of 5 M rows', 'SELECT id FROM big ORDER BY v OFFSET 4999990'],
      [
        'first index on a key of 5 M rows',
        'CREATE MATERIALIZED VIEW joined AS SELECT big.id FROM keys JOIN big ON big.k = keys.k',
      ],
      ['retracting 4 M of 5 M rows, and compaction', 'DELETE FROM big WHERE id % 5 > 0'],
    ];
    for (const [name, sql] of statements) report(await during(name, client, other, sql));
    await other.end();
  } finally {
    await server.stop();
  }
}

async function during(name: string, client: pg.Client, other: pg.Client, sql: string): Promise<Stall> {
  const samples: number[] = [];
  const start = performance.now();
  let ended = Infinity;
  const running = client.query(sql).then(() => (ended = performance.now()));
  // A second more, for what comes after the answer.
  while (performance.now() < ended + 1000) {
    const sent = performance.now();
    await other.query('INSERT INTO small VALUES (1, 1)');
    await other.query('SELECT n FROM sums WHERE k = 1');
    samples.push(performance.now() - sent);
  }
  await running;
  samples.sort((a, b) => a - b);
  return {
    name,
    seconds: (ended - start) / 1000,
    median: samples[samples.length >> 1],
    worst: samples[samples.length - 1],
  };
}

if (process.argv[1]?.endsWith('bench-stalls.mjs')) {
  await measureStalls(process.env['MILLRACE_ROOT']!, ({name, seconds, median, worst}) =>
    console.log(
      `${name}: ${seconds.toFixed(1)} s, others meanwhile median ${median.toFixed(1)} ms, worst ${worst.toFixed(0)} ms`,
    ),
  );
}
