// Point lookups against PostgreSQL 15 on the same machine, in turns, by pgbench: node bench/run.mjs lookups [SECONDS]
import {execFile} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';
import pg from 'pg';
import {TestPostgres} from '../test/support/postgres.ts';
import {startBenchServer} from './support/server.ts';

const run = promisify(execFile);

const ROWS = 200_000;
const ROUNDS = 5;
const SECONDS = Number(process.argv[2] ?? 2);
const CLIENTS = [1, 16];

/** What pgbench calls the ways of sending a query: prepared once; unnamed, parsed each time; a text of its own each time. */
const MODES = ['prepared', 'extended', 'simple'];

const SETUP = [
  'CREATE TABLE accounts (aid int PRIMARY KEY, bid int, abalance int, filler text)',
  `INSERT INTO accounts SELECT i, i % 10, i, 'filler ' || i FROM generate_series(1, ${ROWS}) AS g(i)`,
  'CREATE MATERIALIZED VIEW balances AS SELECT bid * 100000 + aid % 100000 AS k, sum(abalance) AS balance FROM accounts GROUP BY 1',
];

const READS: readonly (readonly [string, string])[] = [
  ['table', 'SELECT abalance FROM accounts WHERE aid = :key'],
  ['view', 'SELECT balance FROM balances WHERE k = :key'],
];

async function prepare(url: string, more: readonly string[]): Promise<void> {
  const client = new pg.Client({connectionString: url});
  await client.connect();
  for (const sql of [...SETUP, ...more]) await client.query(sql);
  await client.end();
}

/** Transactions a second. */
async function rate(url: string, script: string, mode: string, clients: number): Promise<number> {
  const {hostname, port, username, pathname} = new URL(url);
  const target = ['-h', hostname, '-p', port, '-U', username, pathname.slice(1)];
  const how = ['-n', '-M', mode, '-c', String(clients), '-T', String(SECONDS), '-f', script];
  const {stdout} = await run('pgbench', [...how, ...target]);
  return Number(/^tps = ([\d.]+)/m.exec(stdout)![1]);
}

const median = (figures: readonly number[]): number => [...figures].sort((a, b) => a - b)[figures.length >> 1];

const directory = mkdtempSync(join(tmpdir(), 'millrace-lookups-'));
const postgres = await TestPostgres.start();
const millrace = await startBenchServer(process.env['MILLRACE_ROOT']!, null);
try {
  await prepare(postgres.url, ['CREATE UNIQUE INDEX ON balances (k)', 'VACUUM ANALYZE accounts', 'ANALYZE balances']);
  await prepare(millrace.url, []);
  for (const [what, sql] of READS) {
    const script = join(directory, `${what}.sql`);
    writeFileSync(script, `\\set key random(1, ${ROWS})\n${sql};\n`);
    for (const url of [millrace.url, postgres.url]) await rate(url, script, 'prepared', 1);
    for (const mode of MODES) {
      for (const clients of CLIENTS) {
        const figures: {readonly ours: number; readonly theirs: number}[] = [];
        for (let round = 0; round < ROUNDS; round++) {
          const ours = await rate(millrace.url, script, mode, clients);
          figures.push({ours, theirs: await rate(postgres.url, script, mode, clients)});
        }
        const shown = (side: 'ours' | 'theirs'): string =>
          median(figures.map(f => f[side]))
            .toFixed(0)
            .padStart(6);
        const ratio = median(figures.map(({ours, theirs}) => ours / theirs)).toFixed(2);
        console.log(
          `${what.padEnd(5)} ${mode.padEnd(8)} ${String(clients).padStart(2)} clients: ` +
            `${shown('ours')}/s, PostgreSQL ${shown('theirs')}/s, ratio ${ratio}`,
        );
      }
    }
  }
} finally {
  await millrace.stop();
  await postgres.dispose();
  rmSync(directory, {recursive: true, force: true});
}
