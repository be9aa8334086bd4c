import {spawn} from 'node:child_process';
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {serverVariables} from './clients.ts';
import {TestPostgres} from './postgres.ts';
import {TestServer} from './server.ts';

const FOLDER = 'test/driver-lists';
/** What a list may take; what it has not told by then has failed. */
const ENOUGH_MS = 480_000;

type Outcome = 'passed' | 'failed' | 'skipped';

/** What became of each test, by its id, and what was printed meanwhile. */
export interface ListRun {
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly output: string;
}

/** Tests that need not pass, by a pattern of their ids, and why. */
export interface Exception {
  readonly pattern: string;
  readonly reason: string;
}

export interface DriverList {
  readonly name: string;
  /** What is tried, as users know it. */
  readonly title: string;
  /** So many tests pass on PostgreSQL, at least. */
  readonly expected: number;
  /** Tests that pass on PostgreSQL and not here. */
  readonly excused: readonly Exception[];
  /** Tests that are run on neither. */
  readonly leftOut: readonly Exception[];
}

export function driverLists(): DriverList[] {
  const wanted = process.env['DRIVER_LISTS']?.split(',');
  return readdirSync(FOLDER)
    .filter(name => existsSync(join(FOLDER, name, 'run')))
    .filter(name => wanted?.includes(name) ?? !existsSync(join(FOLDER, name, 'by-hand')))
    .map(driverList);
}

function driverList(name: string): DriverList {
  const [, expected, title] = /^(\d+)\s*(.*)/.exec(readFileSync(join(FOLDER, name, 'expected'), 'utf8'))!;
  return {
    name,
    title: title || name,
    expected: Number(expected),
    excused: exceptions(join(FOLDER, name, 'excused.txt')),
    leftOut: exceptions(join(FOLDER, name, 'left-out.txt')),
  };
}

function exceptions(path: string): Exception[] {
  if (!existsSync(path)) return [];
  return linesOf(path).map(line => {
    const [pattern, reason] = line.split('\t');
    if (!reason) throw new Error(`${path}: no reason is given for ${pattern}`);
    return {pattern, reason};
  });
}

/** Runs a list on PostgreSQL and on Millrace at the same time. */
export async function runOnBoth(list: DriverList): Promise<{postgres: ListRun; millrace: ListRun}> {
  const [postgresql, server] = await Promise.all([TestPostgres.start(), TestServer.start()]);
  try {
    const [postgres, millrace] = await Promise.all([
      runList(list, postgresql.url, 'postgresql'),
      runList(list, server.url, 'millrace'),
    ]);
    return {postgres, millrace};
  } finally {
    await Promise.all([postgresql.dispose(), server.dispose()]);
  }
}

/** Runs test/driver-lists/<name>/run against a server. */
async function runList(list: DriverList, url: string, kind: 'postgresql' | 'millrace'): Promise<ListRun> {
  const scratch = mkdtempSync(join(tmpdir(), `millrace-list-${list.name}-`));
  const results = join(scratch, 'results');
  const child = spawn('./run', [], {
    cwd: join(FOLDER, list.name),
    env: {
      ...process.env,
      ...serverVariables(url, kind),
      RESULTS: results,
      LEFT_OUT: resolve(FOLDER, list.name, 'left-out.txt'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  const enough = setTimeout(() => process.kill(-child.pid!, 'SIGKILL'), ENOUGH_MS);
  const code = await new Promise(done => child.once('close', done));
  clearTimeout(enough);
  try {
    return {outcomes: outcomesIn(results, list.leftOut), output: `${output}\nexit code ${String(code)}`};
  } finally {
    rmSync(scratch, {recursive: true});
  }
}

function outcomesIn(path: string, leftOut: readonly Exception[]): Map<string, Outcome> {
  const outcomes = new Map<string, Outcome>();
  if (!existsSync(path)) return outcomes;
  for (const line of linesOf(path)) {
    const [outcome, id] = line.split('\t');
    if (!leftOut.some(exception => matches(exception, id))) outcomes.set(id, outcome as Outcome);
  }
  return outcomes;
}

/** What passes on PostgreSQL and not on Millrace: what is not excused of it, and the excuses that nothing of it needs. */
export function differences(
  list: DriverList,
  postgres: ListRun,
  millrace: ListRun,
): {failed: string[]; stale: string[]} {
  const worse = failures(postgres, millrace);
  return {
    failed: worse.filter(id => !list.excused.some(exception => matches(exception, id))),
    stale: list.excused.filter(exception => !worse.some(id => matches(exception, id))).map(({pattern}) => pattern),
  };
}

/** How many of the tests that fail here alone are excused by each reason. */
export function excuses(list: DriverList, postgres: ListRun, millrace: ListRun): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of failures(postgres, millrace)) {
    const reason = list.excused.find(exception => matches(exception, id))?.reason;
    if (reason) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return counts;
}

function failures(postgres: ListRun, millrace: ListRun): string[] {
  return [...postgres.outcomes]
    .filter(([id, outcome]) => outcome === 'passed' && millrace.outcomes.get(id) !== 'passed')
    .map(([id]) => id);
}

export function count(run: ListRun, wanted: Outcome): number {
  return [...run.outcomes.values()].filter(outcome => outcome === wanted).length;
}

function matches({pattern}: Exception, id: string): boolean {
  const parts = pattern.split('*').map(part => part.replaceAll(/[\\^$.|?+()[\]{}]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(id);
}

function linesOf(path: string): string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '');
}
