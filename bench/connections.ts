// Many clients: node bench/run.mjs connections [IDLE [ACTIVE]]
// Memory of the server for each connection, and what the active ones (pgbench, lookups by prepared statements) get through alone
// and beside the idle ones, in turns with PostgreSQL 15 and as many active ones.
import {execFile, spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {connect, type Socket} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';
import pg from 'pg';
import {serialize} from 'pg-protocol';
import {TestPostgres} from '../test/support/postgres.ts';
import {startBenchServer} from './support/server.ts';

const IDLE = Number(process.argv[2] ?? 10_000);
const ACTIVE = Number(process.argv[3] ?? 200);
const SECONDS = 4;
const ROUNDS = 3;
const ROWS = 100_000;
/** Connections under way at a time: the kernel keeps a queue of 511. */
const AT_A_TIME = 200;
const READY_FOR_QUERY = Buffer.from('5a0000000549', 'hex');

/** Each connection is a file descriptor here and in the server: both get as many as the system lets them. */
function withManyFiles(): boolean {
  if (process.env['MILLRACE_MANY_FILES']) return true;
  const {status} = spawnSync(
    'sh',
    ['-c', 'ulimit -n $(ulimit -Hn); exec "$@"', 'sh', process.execPath, ...process.argv.slice(1)],
    {stdio: 'inherit', env: {...process.env, MILLRACE_MANY_FILES: '1'}},
  );
  process.exitCode = status ?? 1;
  return false;
}

function idleConnection(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(serialize.startup({user: 'millrace', database: 'millrace'}));
    });
    socket.on('data', chunk => {
      if (chunk.subarray(-6).equals(READY_FOR_QUERY)) resolve(socket);
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('the server hung up')));
  });
}

async function openIdle(port: number, count: number): Promise<Socket[]> {
  const sockets: Socket[] = [];
  while (sockets.length < count) {
    const some = Math.min(AT_A_TIME, count - sockets.length);
    sockets.push(...(await Promise.all(Array.from({length: some}, () => idleConnection(port)))));
  }
  return sockets;
}

const run = promisify(execFile);

const SETUP = [
  'CREATE TABLE kept (k int PRIMARY KEY, v text)',
  `INSERT INTO kept SELECT k, 'value ' || k FROM generate_series(1, ${ROWS}) AS g(k)`,
];

function residentBytes(pid: number): number {
  const match = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(match![1]) * 1024;
}

/** Memory that a process has for itself. */
function privateBytes(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const sizes = [...rollup.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+)/gm)];
  return sizes.reduce((sum, [, kilobytes]) => sum + Number(kilobytes) * 1024, 0);
}

async function set(url: string, more: readonly string[]): Promise<void> {
  const client = new pg.Client({connectionString: url});
  await client.connect();
  for (const sql of [...SETUP, ...more]) await client.query(sql);
  await client.end();
}

/** Lookups a second, by as many connections as are active. */
async function lookUp(url: string, script: string): Promise<number> {
  const {hostname, port, username, pathname} = new URL(url);
  const target = ['-h', hostname, '-p', port, '-U', username, pathname.slice(1)];
  const how = ['-n', '-M', 'prepared', '-c', String(ACTIVE), '-T', String(SECONDS), '-f', script];
  const {stdout} = await run('pgbench', [...how, ...target]);
  return Number(/^tps = ([\d.]+)/m.exec(stdout)![1]);
}

const median = (figures: readonly number[]): number => [...figures].sort((a, b) => a - b)[figures.length >> 1];

/** Medians of rounds in turns. */
async function inTurns(ours: string, theirs: string, script: string): Promise<{rate: number; ratio: number}> {
  const rounds: {readonly ours: number; readonly theirs: number}[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push({ours: await lookUp(ours, script), theirs: await lookUp(theirs, script)});
  }
  return {rate: median(rounds.map(({ours}) => ours)), ratio: median(rounds.map(({ours, theirs}) => ours / theirs))};
}

/** What PostgreSQL's processes have for themselves, each that has looked something up. */
async function postgresBytesEach(url: string): Promise<number> {
  const clients = await Promise.all(
    Array.from({length: ACTIVE}, async (_, i) => {
      const client = new pg.Client({connectionString: url});
      await client.connect();
      await client.query({name: 'lookup', text: 'SELECT v FROM kept WHERE k = $1', values: [i]});
      return client;
    }),
  );
  const {rows} = await clients[0].query<{pid: number}>(
    "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend'",
  );
  const bytes = rows.reduce((sum, {pid}) => sum + privateBytes(pid), 0) / rows.length;
  await Promise.all(clients.map(client => client.end()));
  return bytes;
}

async function measure(directory: string): Promise<void> {
  const flags = ['--max-connections', String(IDLE + ACTIVE + 100)];
  const postgres = await TestPostgres.start('postgres', [`max_connections=${ACTIVE + 100}`]);
  const server = await startBenchServer(process.env['MILLRACE_ROOT']!, null, () => {}, flags);
  const script = join(directory, 'lookup.sql');
  writeFileSync(script, `\\set k random(1, ${ROWS})\nSELECT v FROM kept WHERE k = :k;\n`);
  try {
    await set(server.url, []);
    await set(postgres.url, ['VACUUM ANALYZE kept']);
    for (const url of [server.url, postgres.url]) await lookUp(url, script);
    const alone = await inTurns(server.url, postgres.url, script);
    console.log(`${ACTIVE} active alone: ${alone.rate.toFixed(0)} lookups/s, ${alone.ratio.toFixed(2)} of PostgreSQL`);

    const before = residentBytes(server.pid);
    const start = performance.now();
    const idle = await openIdle(Number(new URL(server.url).port), IDLE);
    const seconds = (performance.now() - start) / 1000;
    const each = (residentBytes(server.pid) - before) / IDLE;
    console.log(
      `${IDLE} idle connections in ${seconds.toFixed(1)} s: ${(each / 1024).toFixed(1)} KiB each, ${before >> 20} MiB before`,
    );
    const theirs = await postgresBytesEach(postgres.url);
    console.log(
      `PostgreSQL's processes: ${(theirs / 1024).toFixed(0)} KiB each of their own, ${(theirs / each).toFixed(0)} times as much`,
    );

    // Against itself before by way of PostgreSQL, which had the same machine at either time.
    const beside = await inTurns(server.url, postgres.url, script);
    console.log(
      `${ACTIVE} active beside them: ${beside.rate.toFixed(0)} lookups/s, ${(beside.ratio / alone.ratio).toFixed(2)} of alone, ` +
        `${beside.ratio.toFixed(2)} of PostgreSQL with ${ACTIVE} alone`,
    );
    const all = residentBytes(server.pid);
    console.log(
      `at the end: ${all >> 20} MiB, ${((all - before) / (IDLE + ACTIVE) / 1024).toFixed(1)} KiB for each of ${IDLE + ACTIVE}`,
    );
    for (const socket of idle) socket.removeAllListeners('close').destroy();
  } finally {
    await server.stop();
    await postgres.dispose();
  }
}

if (withManyFiles()) {
  const directory = mkdtempSync(join(tmpdir(), 'millrace-connections-'));
  try {
    await measure(directory);
  } finally {
    rmSync(directory, {recursive: true, force: true});
  }
}
