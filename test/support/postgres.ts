import {execFile, spawn, type ChildProcess} from 'node:child_process';
import {chownSync, mkdtempSync, rmSync} from 'node:fs';
import {createServer, type AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';
import pg from 'pg';
import {eventually} from './server.ts';

const run = promisify(execFile);
const BIN = '/usr/lib/postgresql/15/bin';

/** A PostgreSQL 15 of this test's own, to ask what is right: empty, in a temporary directory, on a free port. */
export class TestPostgres {
  readonly url: string;
  private readonly directory: string;
  private readonly process: ChildProcess;

  private constructor(directory: string, port: number, process: ChildProcess, user: string) {
    this.directory = directory;
    this.process = process;
    this.url = `postgres://${user}@127.0.0.1:${port}/postgres`;
  }

  /** `superuser`: its first, who owns everything; `more`: settings, name=value. */
  static async start(superuser = 'postgres', more: readonly string[] = []): Promise<TestPostgres> {
    const directory = mkdtempSync(join(tmpdir(), 'millrace-postgres-'));
    const user = await unprivileged();
    if (user.uid !== undefined) chownSync(directory, user.uid, user.gid!);
    const data = join(directory, 'data');
    await run(
      `${BIN}/initdb`,
      ['-D', data, '-A', 'trust', '-U', superuser, '-E', 'UTF8', '--locale', 'C.UTF-8', '--no-sync'],
      {
        cwd: directory,
        ...user,
      },
    );
    const port = await freePort();
    const settings = ['fsync=off', 'timezone=UTC', `unix_socket_directories=${directory}`, ...more].flatMap(s => [
      '-c',
      s,
    ]);
    const process = spawn(`${BIN}/postgres`, ['-D', data, '-p', String(port), ...settings], {
      cwd: directory,
      stdio: 'ignore',
      ...user,
    });
    const server = new TestPostgres(directory, port, process, superuser);
    await eventually(() => server.answers(), 30_000, 'PostgreSQL does not answer');
    return server;
  }

  async connect(): Promise<pg.Client> {
    const client = new pg.Client({connectionString: this.url});
    await client.connect();
    return client;
  }

  /** Its clients must have ended. */
  async dispose(): Promise<void> {
    const exited = new Promise(resolve => this.process.once('exit', resolve));
    this.process.kill('SIGINT');
    await exited;
    rmSync(this.directory, {recursive: true, force: true});
  }

  private async answers(): Promise<true | null> {
    try {
      await (await this.connect()).end();
      return true;
    } catch {
      return null;
    }
  }
}

/** PostgreSQL refuses to run as root: as root it is started as the user postgres. */
async function unprivileged(): Promise<{uid?: number; gid?: number}> {
  if (process.getuid!() !== 0) return {};
  const id = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout);
  return {uid: await id('-u'), gid: await id('-g')};
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  const {port} = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}
