// Others beside clients that ask for much and read nothing, in turns with PostgreSQL 15: node bench/run.mjs slow-readers [CLIENTS]
// How long SELECT 1 takes while the server fills their sockets, what memory the server takes, and that it comes back.
import {readFileSync} from 'node:fs';
import {connect, type Socket} from 'node:net';
import {serialize} from 'pg-protocol';
import pg from 'pg';
import {TestPostgres} from '../test/support/postgres.ts';
import {startBenchServer} from './support/server.ts';

const CLIENTS = Number(process.argv[2] ?? 200);
const ASKED = 40;
const READY_FOR_QUERY = Buffer.from('5a0000000549', 'hex');

function residentMegabytes(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) >> 10;
}

/** Asks for some 35 MB and leaves them where they are. */
function slowReader({hostname, port, username, pathname}: URL): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(serialize.startup({user: username, database: pathname.slice(1)}));
    });
    socket.on('data', chunk => {
      if (!chunk.subarray(-6).equals(READY_FOR_QUERY)) return;
      socket.pause();
      socket.write(serialize.query('SELECT * FROM large'));
      resolve(socket);
    });
    socket.on('error', reject);
  });
}

async function measure(name: string, url: string, pid: number | null): Promise<void> {
  const client = new pg.Client({connectionString: url});
  await client.connect();
  await client.query(
    "CREATE TABLE large AS SELECT i, repeat('x', 100) || i AS t FROM generate_series(1, 300000) AS g(i)",
  );
  const before = pid === null ? 0 : residentMegabytes(pid);
  const readers = await Promise.all(Array.from({length: CLIENTS}, () => slowReader(new URL(url))));
  const waits: number[] = [];
  let most = 0;
  for (let i = 0; i < ASKED; i++) {
    const start = performance.now();
    await client.query('SELECT 1');
    waits.push(performance.now() - start);
    if (pid !== null) most = Math.max(most, residentMegabytes(pid));
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  for (const reader of readers) reader.destroy();
  waits.sort((a, b) => a - b);
  const memory = pid === null ? '' : `; ${before} MiB before, at most ${most}`;
  console.log(
    `${name.padEnd(10)} SELECT 1 beside ${CLIENTS} slow readers: median ${waits[ASKED >> 1].toFixed(1)} ms, ` +
      `longest ${waits[ASKED - 1].toFixed(0)} ms${memory}`,
  );
  await client.end();
}

const postgres = await TestPostgres.start('postgres', [`max_connections=${CLIENTS + 20}`]);
const server = await startBenchServer(process.env['MILLRACE_ROOT']!, null);
try {
  await measure('Millrace', server.url, server.pid);
  await measure('PostgreSQL', postgres.url, null);
} finally {
  await server.stop();
  await postgres.dispose();
}
