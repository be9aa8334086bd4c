// How long others wait while one client asks for something large: node bench/run.mjs stalls [ROWS]
// Lookups by key, and INSERTs until their change is read in a view, go on beside each statement.
import pg from 'pg';
import {startBenchServer} from './support/server.ts';

const ROWS = 5_000_000;
const BLOCK = 500_000;
const SETTLE_MS = 1_000;
const EVERY_MS = 5;

export type Latency = {readonly median: number; readonly p99: number; readonly worst: number};
export type Stall = {
  readonly name: string;
  readonly seconds: number;
  /** By what was done meanwhile; ms. */
  readonly others: ReadonlyMap<string, Latency>;
};

type Probe = {readonly name: string; readonly run: (client: pg.Client, i: number) => Promise<unknown>};

const lookup = (name: string, text: string, rows: number): Probe => ({
  name,
  run: (client, i) => client.query({name, text, values: [(i * 7919) % rows]}),
});

function probes(rows: number): readonly Probe[] {
  return [
    lookup('lookup elsewhere', 'SELECT v FROM kept WHERE k = $1', 1000),
    lookup('lookup in the table', 'SELECT v FROM big WHERE id = $1', rows),
    lookup('lookup in a view of it', 'SELECT n FROM counted WHERE k = $1', 1000),
    {
      name: 'INSERT until it is seen',
      async run(client) {
        await client.query('INSERT INTO small VALUES (1, 1)');
        await client.query('SELECT n FROM sums WHERE k = 1');
      },
    },
  ];
}

/** For each large statement how long the others took meanwhile; first of all while there is none. */
export async function measureStalls(root: string, report: (stall: Stall) => void, rows = ROWS): Promise<void> {
  const server = await startBenchServer(root, null);
  try {
    const {client} = server;
    await client.query('CREATE TABLE small (k int, v bigint)');
    await client.query('CREATE MATERIALIZED VIEW sums AS SELECT k, count(*) AS n FROM small GROUP BY k');
    await client.query('CREATE TABLE kept (k int PRIMARY KEY, v text)');
    await client.query("INSERT INTO kept SELECT k, 'value ' || k FROM generate_series(0, 999) AS g(k)");
    await client.query('CREATE TABLE big (id bigint PRIMARY KEY, k bigint, v bigint)');
    await client.query('CREATE MATERIALIZED VIEW counted AS SELECT id % 1000 AS k, count(*) AS n FROM big GROUP BY 1');
    await client.query('CREATE TABLE keys (k bigint)');
    for (let from = 0; from < rows; from += BLOCK) {
      const to = Math.min(rows, from + BLOCK) - 1;
      await client.query(
        `INSERT INTO big SELECT i, i % 1000003, (i::bigint * 7919) % 5000011 FROM generate_series(${from}, ${to}) AS g(i)`,
      );
    }
    const others = await Promise.all(
      probes(rows).map(async probe => {
        const other = new pg.Client({connectionString: server.url});
        await other.connect();
        // Indexes are made, and published, at the second lookup.
        for (let i = 0; i < 100; i++) await probe.run(other, i);
        return {probe, other};
      }),
    );
    const statements: readonly (readonly [string, string])[] = [
      ['nothing', 'SELECT 1'],
      ['ORDER BY of all rows', `SELECT id FROM big ORDER BY v OFFSET ${rows - 10}`],
      ['CREATE INDEX', 'CREATE INDEX ON big (v)'],
      [
        'first index on a key of all rows',
        'CREATE MATERIALIZED VIEW joined AS SELECT big.id FROM keys JOIN big ON big.k = keys.k',
      ],
      ['UPDATE of a fifth of the rows', 'UPDATE big SET v = v + 1 WHERE id % 5 = 0'],
      ['DELETE of four fifths of the rows', 'DELETE FROM big WHERE id % 5 > 0'],
    ];
    for (const [name, sql] of statements) report(await during(name, client, others, sql));
    await Promise.all(others.map(({other}) => other.end()));
  } finally {
    await server.stop();
  }
}

async function during(
  name: string,
  client: pg.Client,
  others: readonly {readonly probe: Probe; readonly other: pg.Client}[],
  sql: string,
): Promise<Stall> {
  const start = performance.now();
  let ended = Infinity;
  const running = client.query(sql).then(() => (ended = performance.now()));
  const latencies = await Promise.all(
    others.map(async ({probe, other}): Promise<[string, Latency]> => {
      const samples: number[] = [];
      // A while longer, for what comes after the answer.
      for (let i = 0; performance.now() < ended + SETTLE_MS; i++) {
        const sent = performance.now();
        await probe.run(other, i);
        const took = performance.now() - sent;
        // Who would have come meanwhile would have waited too: without them a long wait counts as one.
        for (let waited = took; waited > 0; waited -= EVERY_MS) samples.push(waited);
        await new Promise(resolve => setTimeout(resolve, Math.max(0, EVERY_MS - took)));
      }
      return [probe.name, summary(samples)];
    }),
  );
  await running;
  return {name, seconds: (ended - start) / 1000, others: new Map(latencies)};
}

function summary(samples: number[]): Latency {
  samples.sort((a, b) => a - b);
  const at = (share: number): number => samples[Math.floor(share * (samples.length - 1))];
  return {median: at(0.5), p99: at(0.99), worst: at(1)};
}

if (process.argv[1]?.endsWith('bench-stalls.mjs')) {
  const idle = new Map<string, Latency>();
  await measureStalls(
    process.env['MILLRACE_ROOT']!,
    ({name, seconds, others}) => {
      console.log(`${name}: ${seconds.toFixed(1)} s`);
      for (const [what, {median, p99, worst}] of others) {
        if (!idle.has(what)) idle.set(what, {median, p99, worst});
        const ratio = (p99 / idle.get(what)!.p99).toFixed(1);
        const shown = [median, p99, worst].map(ms => ms.toFixed(1).padStart(7));
        console.log(
          `  ${what.padEnd(24)} median ${shown[0]} ms, p99 ${shown[1]} ms (${ratio} x idle), worst ${shown[2]} ms`,
        );
      }
    },
    Number(process.argv[2] ?? ROWS),
  );
}
