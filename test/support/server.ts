import {type ChildProcess, spawn} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import pg from 'pg';

/** A server process as users start it, on free ports, with a data directory of its own. */
export class TestServer {
  readonly dataDirectory: string;
  private process: ChildProcess | null = null;
  private ownsDirectory: boolean;
  private readonly clients = new Set<pg.Client>();
  url = '';
  httpUrl = '';
  stderr = '';

  constructor(dataDirectory?: string) {
    this.ownsDirectory = dataDirectory === undefined;
    this.dataDirectory = dataDirectory ?? mkdtempSync(join(tmpdir(), 'millrace-test-'));
  }

  static async start(...flags: string[]): Promise<TestServer> {
    const server = new TestServer();
    await server.start(...flags);
    return server;
  }

  /** Starts the process, again after a stop or kill. */
  async start(...flags: string[]): Promise<void> {
    const args = [
      'bin/millrace',
      'start',
      '--port',
      '0',
      '--http-port',
      '0',
      '--data-dir',
      this.dataDirectory,
      '--log-level',
      'info',
      ...flags,
    ];
    const child = spawn(process.execPath, args, {stdio: ['ignore', 'pipe', 'pipe']});
    this.process = child;
    this.stderr = '';
    await new Promise<void>((resolve, reject) => {
      let stdout = '';
      const look = (): void => {
        const ready = /^ready (\S+)$/m.exec(stdout);
        const http = /(http:\/\/\S+)\n/.exec(this.stderr);
        if (!ready || !http) return;
        this.url = ready[1];
        this.httpUrl = http[1];
        resolve();
      };
      child.stdout!.on('data', (chunk: Buffer) => {
        stdout += chunk.toString();
        look();
      });
      child.stderr!.on('data', (chunk: Buffer) => {
        this.stderr += chunk.toString();
        look();
      });
      child.once('exit', code => reject(new Error(`the server ended with code ${code}: ${this.stderr}`)));
    });
  }

  get pid(): number {
    return this.process!.pid!;
  }

  get port(): number {
    return Number(new URL(this.url).port);
  }

  async connect(user?: string): Promise<pg.Client> {
    const client = new pg.Client({connectionString: user ? this.url.replace(/\/\/[^@]*@/, `//${user}@`) : this.url});
    client.on('error', () => {
      // A killed server takes its connections with it.
    });
    await client.connect();
    this.clients.add(client);
    return client;
  }

  /** Runs the statements over a connection of their own. */
  async run(...statements: string[]): Promise<void> {
    const client = await this.connect();
    for (const sql of statements) await client.query(sql);
    await client.end();
  }

  /** The rows of a query over a connection of its own. */
  async rows(sql: string): Promise<unknown[][]> {
    const client = await this.connect();
    const rows = await rowsOf(client, sql);
    await client.end();
    return rows;
  }

  /** Ends the process with a signal; resolves with its exit code. */
  async end(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<number | null> {
    const child = this.process;
    if (!child) return null;
    this.process = null;
    const exited = new Promise<number | null>(resolve => child.once('exit', code => resolve(code)));
    const code = child.kill(signal) ? await exited : child.exitCode;
    for (const client of this.clients) await client.end().catch(() => {});
    this.clients.clear();
    return code;
  }

  /** To be called when the test is over. */
  async dispose(): Promise<void> {
    await this.end('SIGKILL');
    if (this.ownsDirectory) rmSync(this.dataDirectory, {recursive: true, force: true});
  }
}

/** The rows of a query as arrays of their values. */
export async function rowsOf(client: pg.ClientBase, sql: string, values: unknown[] = []): Promise<unknown[][]> {
  return (await client.query<unknown[]>({text: sql, values, rowMode: 'array'})).rows;
}

/** Asks again until `check` gives something, or fails after `timeoutMs` saying what was last seen. */
export async function eventually<T>(check: () => Promise<T | null>, timeoutMs: number, what: string): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const value = await check();
    if (value !== null) return value;
    if (Date.now() > end) throw new Error(`gave up after ${timeoutMs} ms: ${what}`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}
