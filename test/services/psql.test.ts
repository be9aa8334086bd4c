import {execFile, spawn} from 'node:child_process';
import {copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {TestPostgres} from '../support/postgres.ts';
import {eventually, TestServer} from '../support/server.ts';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'psql');

/** psql itself against a server, as its users have it. */
describe('psql', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(async () => {
    await server.dispose();
  });

  /** Standard output and error in the order in which they came. */
  const psql = (...args: string[]): Promise<string> => run(server, ...args);

  async function run(server: TestServer, ...args: string[]): Promise<string> {
    const command = ['psql', '-X', server.url, ...args].map(word => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
    const env = {...process.env, LC_ALL: 'C.UTF-8', PGTZ: 'UTC', PSQL_PAGER: ''};
    const {stdout} = await promisify(execFile)('sh', ['-c', `${command} 2>&1`], {cwd: folder, env});
    return stdout.replaceAll(String(server.port), 'PORT');
  }

  test('describes, complains and shows as with PostgreSQL', async () => {
    expect(await psql('-f', 'describe.sql')).toBe(readFileSync(join(folder, 'describe.out'), 'utf8'));
  });

  test('lists what the catalogs hold as with PostgreSQL', async () => {
    // It lists everything that there is: a server of its own.
    const own = await TestServer.start();
    try {
      expect(await run(own, '-f', 'catalogs.sql')).toBe(readFileSync(join(folder, 'catalogs.out'), 'utf8'));
    } finally {
      await own.dispose();
    }
  });

  // What PostgreSQL says is recorded anew by MILLRACE_RECORD=1.
  test.each(['commands', 'described'])('%s.sql as with PostgreSQL', async name => {
    const told = join(folder, `${name}.out`);
    if (process.env['MILLRACE_RECORD']) writeFileSync(told, await onPostgres(name));
    const own = await TestServer.start();
    try {
      expect(await script(own.url, name)).toBe(readFileSync(told, 'utf8'));
    } finally {
      await own.dispose();
    }
  });

  async function onPostgres(name: string): Promise<string> {
    const postgres = await TestPostgres.start('millrace');
    try {
      const client = await postgres.connect();
      await client.query("CREATE DATABASE millrace TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'");
      await client.end();
      return await script(postgres.url.replace(/[^/]*$/, 'millrace'), name);
    } finally {
      await postgres.dispose();
    }
  }

  /** In a folder of its own, for the files that it writes; without what tells a server's version and source. */
  async function script(url: string, name: string): Promise<string> {
    const cwd = mkdtempSync(join(tmpdir(), 'millrace-psql-'));
    try {
      copyFileSync(join(folder, `${name}.sql`), join(cwd, `${name}.sql`));
      const env = {...process.env, LC_ALL: 'C.UTF-8', PGTZ: 'UTC', PSQL_PAGER: ''};
      const command = `psql -X '${url}' -f ${name}.sql 2>&1 </dev/null`;
      const {stdout} = await promisify(execFile)('sh', ['-c', command], {cwd, env, maxBuffer: 2 ** 24});
      return stdout
        .replaceAll(new URL(url).port, 'PORT')
        .replaceAll(/\b15\.\d+( \(Debian [^)]*\))?/g, '15.x')
        .replaceAll(/\b1500\d\d\b/g, '1500xx')
        .replaceAll(/^LOCATION:.*\n/gm, '');
    } finally {
      rmSync(cwd, {recursive: true});
    }
  }

  test('copies data in and out as with PostgreSQL', async () => {
    const output = await psql('-f', 'copy.sql');
    const lines = output.split('\n').filter(line => !/^(LOCATION|(SCHEMA|TABLE|COLUMN|CONSTRAINT) NAME):/.test(line));
    const told = lines.map(line => line.replace(/^psql:copy.sql:\d+: /, '')).join('\n');
    expect(told).toBe(readFileSync(join(folder, 'copy.out'), 'utf8'));
  });

  test('\\timing says how long it took', async () => {
    expect(await psql('-c', '\\timing', '-c', 'SELECT 1 AS one')).toMatch(
      /^Timing is on\.\n one \n-----\n {3}1\n\(1 row\)\n\nTime: \d+\.\d{3} ms\n$/,
    );
  });

  test('-1 makes one transaction, ON_ERROR_STOP ends with 3', async () => {
    await psql('-c', 'CREATE TABLE once (a int PRIMARY KEY)');
    const failing = psql('-1', '-v', 'ON_ERROR_STOP=1', '-f', 'transaction.sql');
    await expect(failing).rejects.toMatchObject({code: 3});
    expect(await psql('-Atc', 'SELECT count(*) FROM once')).toBe('0\n');
  });

  test('\\watch shows a view as it changes', async () => {
    await psql('-c', 'CREATE TABLE seen (a int)', '-c', 'CREATE MATERIALIZED VIEW n AS SELECT count(*) AS n FROM seen');
    const watching = spawn('psql', ['-X', '-At', server.url], {stdio: ['pipe', 'pipe', 'ignore']});
    let output = '';
    watching.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    watching.stdin.write('SELECT n FROM n \\watch 0.05\n');
    const shows = (count: string): Promise<boolean> =>
      eventually(async () => output.split('\n').includes(count) || null, 10_000, `${count} in ${output}`);
    try {
      await shows('0');
      await psql('-c', 'INSERT INTO seen VALUES (1), (2)');
      await shows('2');
    } finally {
      watching.kill('SIGINT');
      watching.kill();
    }
  });
});
