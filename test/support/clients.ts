import {spawn} from 'node:child_process';
import {existsSync, readdirSync} from 'node:fs';
import {join} from 'node:path';

const FOLDER = 'test/clients';

/** What a client printed, and how many of its checks held. One that broke off has failed once more. */
export interface ClientResult {
  readonly passed: number;
  readonly failed: number;
  readonly output: string;
}

export function clientFolders(): string[] {
  return readdirSync(FOLDER).filter(name => existsSync(join(FOLDER, name, 'run')));
}

/** What the `run` of a client, or of a driver's own tests, knows of the server. */
export function serverVariables(url: string, kind: 'postgresql' | 'millrace'): Record<string, string> {
  const {hostname, port, username, pathname} = new URL(url);
  return {
    PGURL: url,
    PGHOST: hostname,
    PGPORT: port,
    PGUSER: username,
    PGDATABASE: pathname.slice(1),
    SERVER: kind,
  };
}

/** Runs test/clients/<name>/run against a server. */
export async function runClient(name: string, url: string, kind: 'postgresql' | 'millrace'): Promise<ClientResult> {
  const child = spawn('./run', [], {
    cwd: join(FOLDER, name),
    env: {...process.env, ...serverVariables(url, kind)},
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  const code = await new Promise(resolve => child.once('close', resolve));
  const summary = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  const [passed, failed] = summary ? [Number(summary[1]), Number(summary[2])] : [0, 0];
  const brokeOff = !summary || (code !== 0 && failed === 0);
  return {passed, failed: failed + (brokeOff ? 1 : 0), output: `${output}\nexit code ${String(code)}`};
}
