import {readFileSync} from 'node:fs';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {metrics} from '../../support/metrics.ts';
import {eventually, TestServer} from '../../support/server.ts';
import {fuzz} from './fuzzer.ts';
import {recordedSessions} from './sessions.ts';

// A fixed seed here; MILLRACE_FUZZ_MESSAGES=1000000 MILLRACE_FUZZ_SEED=2 for a long run that prints what it saw.
const messages = Number(process.env['MILLRACE_FUZZ_MESSAGES'] ?? 4000);
const seed = Number(process.env['MILLRACE_FUZZ_SEED'] ?? 1);

let server: TestServer;

beforeEach(async () => {
  const before = process.env['NODE_OPTIONS'];
  // A heap of this size does not hold what a million messages would leave, and is cleared before it has grown much.
  process.env['NODE_OPTIONS'] = '--max-old-space-size=128 --max-semi-space-size=8';
  try {
    server = await TestServer.start('--max-memory', '1GB');
  } finally {
    if (before === undefined) delete process.env['NODE_OPTIONS'];
    else process.env['NODE_OPTIONS'] = before;
  }
});

afterEach(() => server.dispose());

/** What mutated sessions have made is thrown away: then nothing of them may be left in memory. */
async function clean(): Promise<void> {
  const client = await server.connect();
  await client.query('DROP TABLE IF EXISTS recorded CASCADE');
  await eventually(
    async () => {
      const {rows} = await client.query('SELECT count(*)::int AS n FROM pg_stat_activity');
      return rows[0].n === 1 ? true : null;
    },
    30_000,
    'sessions are left',
  );
  await client.end();
}

function residentBytes(): number {
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)![1]) * 1024;
}

/** When those are gone that are kept for a second, for who asks catalogs again and again: the fewest within three. */
async function buffers(): Promise<number> {
  let fewest = Infinity;
  for (const end = Date.now() + 3000; Date.now() < end;) {
    fewest = Math.min(fewest, (await metrics(server)).get('millrace_live_buffers')!);
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  return fewest;
}

test(`${messages} messages, mutated, neither end nor hang nor fill the server`, {timeout: 3_600_000}, async () => {
  const sessions = recordedSessions();
  // What is made on first use is not what is lost.
  await fuzz({port: server.port, seed: 0, messages: Math.min(messages, 2000), sessions, parallel: 8});
  await clean();
  const [buffersBefore, residentBefore] = [await buffers(), residentBytes()];
  const start = Date.now();
  const report = await fuzz({
    port: server.port,
    seed,
    messages,
    sessions,
    parallel: 16,
    progress: sent =>
      process.env['MILLRACE_FUZZ_MESSAGES'] && process.stdout.write(`${sent} sent, ${residentBytes() >> 20} MB\n`),
  });
  await clean();
  const [buffersAfter, residentAfter] = [await buffers(), residentBytes()];
  if (process.env['MILLRACE_FUZZ_MESSAGES']) {
    const seconds = (Date.now() - start) / 1000;
    process.stdout.write(
      `${JSON.stringify({...report, seconds, buffersBefore, buffersAfter, residentBefore, residentAfter})}\n`,
    );
    process.stdout.write(`${[...new Set(server.stderr.match(/internal error: .*|Error: .*/g))].join('\n')}\n`);
  }
  expect(report.stuck).toEqual([]);
  // Most are understood: a mutation often makes the server skip what follows, up to a Sync.
  expect(report.replies).toBeGreaterThan(report.messages / 4);
  // Some are kept on purpose (an index that lookups have made, system tables), and that does not grow with the messages.
  expect(buffersAfter - buffersBefore).toBeLessThan(24);
  expect(residentAfter - residentBefore).toBeLessThan(200 * 2 ** 20);
});
