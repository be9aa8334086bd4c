import {execFile} from 'node:child_process';
import {existsSync} from 'node:fs';
import {homedir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {TestServer} from '../support/server.ts';

const run = promisify(execFile);

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(async () => {
  await server.dispose();
});

/** A program of test/clients: its last line says how many of its checks passed. */
async function client(folder: string, command: string, ...args: string[]): Promise<string> {
  const {stdout} = await run(command, args, {
    cwd: join('test/clients', folder),
    env: {...process.env, PGURL: server.url},
    maxBuffer: 1 << 24,
  });
  return stdout.trim().split('\n').at(-1)!;
}

/** The interpreter that .ci/run has made, with psycopg. */
function python(): string {
  const venv = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'millrace-test-venv/bin/python');
  return process.env['MILLRACE_PYTHON'] ?? (existsSync(venv) ? venv : 'python3');
}

test('psycopg 3 connects, runs parameterised queries and reads every type, as text and binary', async () => {
  expect(await client('python', python(), 'types_test.py')).toMatch(/^\d{3} passed, 0 failed$/);
});

test('pgx 5 does too', async () => {
  expect(await client('go', 'go', 'run', '.')).toMatch(/^\d{3} passed, 0 failed$/);
});

test('node-postgres does too', async () => {
  expect(await client('node', process.execPath, 'types.mjs')).toMatch(/^\d{3} passed, 0 failed$/);
});
