import {spawn, spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync, readdirSync} from 'node:fs';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest';
import {TestServer} from '../support/server.ts';

type Outcome = {readonly code: number | null; readonly stdout: string; readonly stderr: string};

function millrace(args: readonly string[], input = '', variables: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  const env = {...process.env, PGPASSFILE: '/nowhere', ...variables};
  const child = spawn(process.execPath, ['bin/millrace', ...args], {stdio: ['pipe', 'pipe', 'pipe'], env});
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  child.stdin.end(input);
  return new Promise(resolve => child.once('exit', code => setTimeout(() => resolve({code, stdout, stderr}), 20)));
}

const scratch: string[] = [];
function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'millrace-cli-'));
  scratch.push(path);
  return path;
}

afterEach(() => {
  for (const path of scratch.splice(0)) rmSync(path, {recursive: true, force: true});
});

describe('millrace start', () => {
  test('prints one ready line, serves, and ends with 0 on SIGTERM and on SIGINT', async () => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const server = await TestServer.start();
      try {
        expect(server.url).toMatch(/^postgres:\/\/\w+@127\.0\.0\.1:\d+\/\w+$/);
        const client = await server.connect();
        expect((await client.query('SELECT 1 AS one')).rows).toEqual([{one: 1}]);
        expect(await server.end(signal)).toBe(0);
      } finally {
        await server.dispose();
      }
    }
  });

  test('stdout has the ready line and nothing else', async () => {
    const data = folder();
    const child = spawn(process.execPath, [
      'bin/millrace',
      'start',
      '--port',
      '0',
      '--http-port',
      '0',
      '--data-dir',
      data,
      '--demo',
    ]);
    let stdout = '';
    const ready = new Promise<void>(resolve => {
      child.stdout.on('data', (chunk: Buffer) => {
        stdout += chunk.toString();
        if (stdout.includes('\n')) resolve();
      });
    });
    await ready;
    const ended = new Promise(resolve => child.once('exit', resolve));
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(stdout).toMatch(/^ready postgres:\/\/[^\n]+\n$/);
  });

  test('a port in use is one line on stderr and a code that is not 0', async () => {
    const taken = createServer();
    await new Promise<void>(resolve => {
      taken.listen(0, '127.0.0.1', () => resolve());
    });
    const {port} = taken.address() as {port: number};
    const outcome = await millrace(['start', '--port', String(port), '--http-port', '0', '--data-dir', folder()]);
    taken.close();
    expect(outcome.code).not.toBe(0);
    expect(outcome.stdout).toBe('');
    expect(outcome.stderr).toBe(`millrace: port ${port} on 127.0.0.1 is already in use\n`);
  });

  test('a data directory that another server uses is refused in one line', async () => {
    const server = await TestServer.start();
    try {
      const outcome = await millrace(['start', '--port', '0', '--http-port', '0', '--data-dir', server.dataDirectory]);
      expect(outcome.code).not.toBe(0);
      expect(outcome.stderr).toBe(
        `millrace: data directory ${server.dataDirectory} is locked: another server is using it\n`,
      );
      expect((await (await server.connect()).query('SELECT 1 AS one')).rows).toEqual([{one: 1}]);
    } finally {
      await server.dispose();
    }
  });

  test('a damaged checkpoint is refused in one line, whichever file it is', async () => {
    const server = await TestServer.start();
    try {
      const client = await server.connect();
      await client.query('CREATE TABLE t (a int)');
      await client.query('INSERT INTO t SELECT * FROM generate_series(1, 1000)');
      expect(await server.end('SIGTERM')).toBe(0);
      const segments = readdirSync(join(server.dataDirectory, 'segments'));
      expect(segments.length).toBeGreaterThan(0);
      for (const name of segments) writeFileSync(join(server.dataDirectory, 'segments', name), 'nonsense');
      const outcome = await millrace(['start', '--port', '0', '--http-port', '0', '--data-dir', server.dataDirectory]);
      expect(outcome.code).not.toBe(0);
      expect(outcome.stderr).toMatch(/^millrace: data directory \S+ is damaged: [^\n]+\n$/);
    } finally {
      await server.dispose();
    }
  });

  test.each([
    [['start', '--port', 'x']],
    [['start', '--port', '70000']],
    [['start', '--nonsense']],
    [['start', '--log-level', 'loud']],
    [['nonsense']],
  ])('%j is one line on stderr and a code that is not 0', async args => {
    const outcome = await millrace(args);
    expect(outcome.code).not.toBe(0);
    expect(outcome.stdout).toBe('');
    expect(outcome.stderr).toMatch(/^millrace: [^\n]+\n$/);
  });
});

describe('millrace run and millrace sql', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(async () => {
    await server.dispose();
  });

  test('a script prints its results and ends with 0', async () => {
    const file = join(folder(), 'good.sql');
    writeFileSync(
      file,
      "CREATE TABLE s1 (a int, b text);\nINSERT INTO s1 VALUES (1, 'x;y');\n-- a comment;\nSELECT * FROM s1;\n",
    );
    const outcome = await millrace(['run', file, '--url', server.url]);
    expect(outcome).toEqual({
      code: 0,
      stderr: '',
      stdout: 'CREATE TABLE\nINSERT 0 1\n a |  b\n---+-----\n 1 | x;y\n(1 row)\n\n',
    });
  });

  test('a script stops at its first error, which names file and line, with code 3', async () => {
    const file = join(folder(), 'bad.sql');
    writeFileSync(file, 'SELECT 1 AS a;\n\nSELECT\n  nope\nFROM pg_class;\nSELECT 2 AS never;\n');
    const outcome = await millrace(['run', file, '--url', server.url]);
    expect(outcome.code).toBe(3);
    expect(outcome.stdout).not.toContain('never');
    expect(outcome.stderr.split('\n').slice(0, 3)).toEqual([
      `${file}:4: ERROR:  column "nope" does not exist`,
      'LINE 2:   nope',
      '          ^',
    ]);
  });

  test('no server: one line, code 1', async () => {
    const file = join(folder(), 'x.sql');
    writeFileSync(file, 'SELECT 1;');
    const outcome = await millrace(['run', file, '--url', 'postgres://millrace@127.0.0.1:1/millrace']);
    expect(outcome.code).toBe(1);
    expect(outcome.stderr).toMatch(/^millrace: [^\n]+\n$/);
  });

  test('the prompt runs what is piped in, commands included', async () => {
    const input = '\\timing\nSELECT 1\n AS one;\n\\d\nSELECT * FROM nope;\nSELECT 2 AS two;\n\\q\nSELECT 3 AS three;\n';
    const outcome = await millrace(['sql', server.url], input);
    expect(outcome.code).toBe(1);
    expect(outcome.stdout).toContain(' one\n-----\n   1\n(1 row)');
    expect(outcome.stdout).toMatch(/Time: \d+\.\d{3} ms/);
    expect(outcome.stdout).toContain(' two\n-----\n   2\n(1 row)');
    expect(outcome.stdout).not.toContain('three');
    expect(outcome.stderr).toContain('relation "nope" does not exist');
  });

  test('\\d lists what is found without its schema, by a pattern too, and describes', async () => {
    const tables =
      'CREATE SCHEMA shelf; CREATE TABLE d_first (a int); CREATE VIEW d_second AS SELECT 1 AS b; CREATE TABLE shelf.d_third ()';
    await millrace(['sql', server.url, '-c', tables]);
    const asked = async (command: string): Promise<string> =>
      (await millrace(['sql', server.url], `${command}\n`)).stdout;
    const named = (text: string): string[] => [...text.matchAll(/^ \w+ +\| (\w+)/gm)].map(match => match[1]);
    const all = named(await asked('\\d'));
    expect(all).toEqual(expect.arrayContaining(['d_first', 'd_second']));
    expect(all.filter(name => /^(mz|rw|pg)_|^d_third$/.test(name))).toEqual([]);
    expect(named(await asked('\\dt d_*'))).toEqual(['d_first']);
    expect(named(await asked('\\d+'))).toEqual(all);
    expect(named(await asked('\\dt shelf.*'))).toEqual(['d_third']);
    expect(await asked("\\dv it's")).toBe('Did not find any relations.\n');
    expect(await asked('\\d+ d_second')).toContain('View "public.d_second"');
  });

  test('-c and -f', async () => {
    const file = join(folder(), 'f.sql');
    writeFileSync(file, 'SELECT 5 AS five');
    expect((await millrace(['sql', server.url, '-c', 'SELECT 4 AS four'])).stdout).toBe(
      ' four\n------\n    4\n(1 row)\n\n',
    );
    expect((await millrace(['sql', server.url, '-f', file])).stdout).toBe(' five\n------\n    5\n(1 row)\n\n');
  });
});

test('an empty server is ready in good time', () => {
  // The figure is the benchmark's; here only that nothing has gone badly wrong.
  const {stdout} = spawnSync(process.execPath, ['bin/millrace', '--version'], {encoding: 'utf8'});
  expect(stdout).toBe('0.1.0\n');
});

describe('millrace sql and a server that wants a password', () => {
  let server: TestServer;

  beforeAll(async () => {
    const settings = mkdtempSync(join(tmpdir(), 'millrace-cli-'));
    writeFileSync(join(settings, 'hba'), 'host all all all scram-sha-256\n');
    writeFileSync(join(settings, 'password'), 'open%sesame\n');
    server = await TestServer.start(
      '--hba-file',
      join(settings, 'hba'),
      '--initial-password-file',
      join(settings, 'password'),
    );
  });

  afterAll(() => server.dispose());

  const one = ['-c', 'SELECT 1 AS one'];

  test('finds it in PGPASSWORD, in the password file and in the URL', async () => {
    const {host} = new URL(server.url);
    const file = join(folder(), 'pgpass');
    writeFileSync(file, `${host}:*:millrace:open%sesame\n`, {mode: 0o600});
    const withPassword = server.url.replace('@', ':open%25sesame@');
    expect((await millrace(['sql', server.url, ...one], '', {PGPASSWORD: 'open%sesame'})).code).toBe(0);
    expect((await millrace(['sql', server.url, ...one], '', {PGPASSFILE: file})).code).toBe(0);
    expect((await millrace(['sql', withPassword, ...one])).code).toBe(0);
  });

  test('says where it looked when there is no terminal to ask on', async () => {
    const {code, stderr} = await millrace(['sql', server.url, ...one]);
    expect(code).toBe(1);
    expect(stderr).toContain('the server wants a password: PGPASSWORD, ~/.pgpass or the URL may hold it');
    const wrong = await millrace(['sql', server.url, ...one], '', {PGPASSWORD: 'wrong'});
    expect(wrong.stderr).toContain('password authentication failed for user "millrace"');
  });
});
