// What the audit trail costs: pgbench as roles that differ in audit_log alone, in turns against one server. The server's CPU for a
// statement, which load on the machine moves less than throughput, and ratios to the role of which nothing is written down (Linux
// alone): node bench/run.mjs audit [SECONDS]
import {execFile} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';
import pg from 'pg';
import {startBenchServer} from './support/server.ts';

const run = promisify(execFile);

const ROWS = 200_000;
const ROUNDS = 5;
const SECONDS = Number(process.argv[2] ?? 2);
const CLIENTS = [1, 16];
const MODES = ['prepared', 'simple'];

/** Roles by what is written down of them; the first is what the others are compared with. */
const ROLES: readonly (readonly [name: string, setting: string])[] = [
  ['nothing', 'none'],
  ['usual', 'ddl, role, login, rights'],
  ['everything', 'all'],
];

const SETUP = [
  'CREATE TABLE accounts (aid int PRIMARY KEY, abalance int)',
  `INSERT INTO accounts SELECT i, i FROM generate_series(1, ${ROWS}) AS g(i)`,
  ...ROLES.flatMap(([name, setting]) => [
    `CREATE ROLE ${name} LOGIN`,
    `ALTER ROLE ${name} SET audit_log = '${setting}'`,
    `GRANT SELECT, UPDATE ON accounts TO ${name}`,
  ]),
];

const STATEMENTS: readonly (readonly [string, string])[] = [
  ['lookup', 'SELECT abalance FROM accounts WHERE aid = :key'],
  ['update', 'UPDATE accounts SET abalance = abalance + 1 WHERE aid = :key'],
];

type Cost = {readonly cpu: number; readonly perSecond: number};

/** µs of the server's CPU for a transaction, and transactions a second. */
async function cost(role: string, script: string, mode: string, clients: number): Promise<Cost> {
  const {hostname, port, pathname} = new URL(millrace.url);
  const target = ['-h', hostname, '-p', port, '-U', role, pathname.slice(1)];
  const how = ['-n', '-M', mode, '-c', String(clients), '-T', String(SECONDS), '-f', script];
  const before = cpuOf(millrace.pid);
  const {stdout} = await run('pgbench', [...how, ...target]);
  const done = Number(/actually processed: (\d+)/.exec(stdout)![1]);
  return {cpu: (cpuOf(millrace.pid) - before) / done, perSecond: Number(/^tps = ([\d.]+)/m.exec(stdout)![1])};
}

/** µs, in user and system mode, of all threads: Linux counts them in hundredths of a second. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}

const median = (figures: readonly number[]): number => [...figures].sort((a, b) => a - b)[figures.length >> 1];

const directory = mkdtempSync(join(tmpdir(), 'millrace-audit-'));
const millrace = await startBenchServer(process.env['MILLRACE_ROOT']!, null);
try {
  const client = new pg.Client({connectionString: millrace.url});
  await client.connect();
  for (const sql of SETUP) await client.query(sql);
  await client.end();
  for (const [what, sql] of STATEMENTS) {
    const script = join(directory, `${what}.sql`);
    writeFileSync(script, `\\set key random(1, ${ROWS})\n${sql};\n`);
    for (const mode of MODES) {
      for (const clients of CLIENTS) {
        const costs = ROLES.map((): Cost[] => []);
        for (let round = 0; round < ROUNDS; round++) {
          for (const [i, [role]] of ROLES.entries()) costs[i].push(await cost(role, script, mode, clients));
        }
        const shown = ROLES.map(([name], i) => {
          const cpu = median(costs[i].map((each, round) => each.cpu / costs[0][round].cpu));
          const speed = median(costs[i].map((each, round) => each.perSecond / costs[0][round].perSecond));
          return `${name}: ${median(costs[i].map(each => each.cpu)).toFixed(1)} µs, CPU ${cpu.toFixed(2)}, speed ${speed.toFixed(2)}`;
        });
        console.log(`${what} ${mode} ${clients} clients: ${shown.join('; ')}`);
      }
    }
  }
} finally {
  await millrace.stop();
  rmSync(directory, {recursive: true, force: true});
}
