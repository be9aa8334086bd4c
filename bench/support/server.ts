import {type ChildProcess, spawn} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import pg from 'pg';

/** A server of its own in a scratch directory, and a client on it. */
export type BenchServer = {
  readonly client: pg.Client;
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
};

/** `cores`: pins the whole process to these (taskset's list), null: not pinned. */
export async function startBenchServer(
  root: string,
  cores: string | null,
  ready: () => void = () => {},
  flags: readonly string[] = [],
): Promise<BenchServer> {
  const directory = mkdtempSync(join(tmpdir(), 'millrace-bench-'));
  const command = [
    ...(cores === null ? [] : ['taskset', '-c', cores]),
    process.execPath,
    join(root, 'bin/millrace'),
    ...['start', '--port', '0', '--http-port', '0', '--data-dir', directory, ...flags],
  ];
  const server = spawn(command[0], command.slice(1), {stdio: ['ignore', 'pipe', 'inherit']});
  const url = await readyUrl(server);
  ready();
  const client = new pg.Client({connectionString: url});
  await client.connect();
  return {
    client,
    url,
    pid: server.pid!,
    async stop() {
      await client.end().catch(() => {});
      const exited = new Promise(resolve => server.once('exit', resolve));
      server.kill('SIGKILL');
      await exited;
      rmSync(directory, {recursive: true, force: true});
    },
  };
}

function readyUrl(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    server.stdout!.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const match = /^ready (\S+)$/m.exec(output);
      if (match) resolve(match[1]);
    });
    server.once('exit', code => reject(new Error(`the server ended with code ${code}`)));
  });
}
