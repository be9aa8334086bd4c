// Many clients: node bench/run.mjs connections [IDLE [ACTIVE]]
// Memory of the server for each idle connection, and what the active ones get through beside them.
import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {connect, type Socket} from 'node:net';
import pg from 'pg';
import {serialize} from 'pg-protocol';
import {startBenchServer} from './support/server.ts';

const IDLE = Number(process.argv[2] ?? 10_000);
const ACTIVE = Number(process.argv[3] ?? 200);
const SECONDS = 10;
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

function residentBytes(pid: number): number {
  const match = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(match![1]) * 1024;
}

/** Point lookups by prepared statement over `count` connections at once; lookups a second, and their latencies in ms. */
async function lookUp(url: string, count: number): Promise<{rate: number; p50: number; p99: number}> {
  const clients = await Promise.all(
    Array.from({length: count}, async () => {
      const client = new pg.Client({connectionString: url});
      await client.connect();
      return client;
    }),
  );
  const samples: number[] = [];
  const end = performance.now() + SECONDS * 1000;
  await Promise.all(
    clients.map(async (client, i) => {
      for (let k = i; performance.now() < end; k++) {
        const sent = performance.now();
        await client.query({name: 'lookup', text: 'SELECT v FROM kept WHERE k = $1', values: [k % 1000]});
        samples.push(performance.now() - sent);
      }
    }),
  );
  await Promise.all(clients.map(client => client.end()));
  samples.sort((a, b) => a - b);
  const at = (share: number): number => samples[Math.floor(share * (samples.length - 1))];
  return {rate: samples.length / SECONDS, p50: at(0.5), p99: at(0.99)};
}

if (withManyFiles()) {
  const flags = ['--max-connections', String(IDLE + ACTIVE + 100)];
  const server = await startBenchServer(process.env['MILLRACE_ROOT']!, null, () => {}, flags);
  const port = Number(new URL(server.url).port);
  await server.client.query('CREATE TABLE kept (k int PRIMARY KEY, v text)');
  await server.client.query("INSERT INTO kept SELECT k, 'value ' || k FROM generate_series(0, 999) AS g(k)");
  const report = (what: string, {rate, p50, p99}: {rate: number; p50: number; p99: number}): void =>
    void process.stdout.write(
      `${what}: ${rate.toFixed(0)} lookups/s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms\n`,
    );
  report(`${ACTIVE} active alone`, await lookUp(server.url, ACTIVE));
  const before = residentBytes(server.pid);
  const start = performance.now();
  const idle = await openIdle(port, IDLE);
  const seconds = (performance.now() - start) / 1000;
  const each = (residentBytes(server.pid) - before) / IDLE;
  process.stdout.write(
    `${IDLE} idle connections in ${seconds.toFixed(1)} s: ${(each / 1024).toFixed(1)} KiB each, ${before >> 20} MiB before\n`,
  );
  report(`${ACTIVE} active beside them`, await lookUp(server.url, ACTIVE));
  process.stdout.write(`at the end: ${residentBytes(server.pid) >> 20} MiB\n`);
  for (const socket of idle) socket.removeAllListeners('close').destroy();
  await server.stop();
}
