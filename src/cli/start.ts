import {resolve} from 'node:path';
import type {LogLevel} from '../server/log.ts';
import {startEngineThread} from '../server/engine-thread.ts';
import type {RunningServer} from '../server/server.ts';
import {ServerStartError} from '../server/start-error.ts';
import {readPassword} from '../server/start-files.ts';
import {createDemo, DEMO_QUERY} from './demo.ts';
import {messageOf} from '../types/message-of.ts';

export type StartOptions = {
  readonly host: string;
  readonly port: number;
  readonly httpPort: number;
  readonly dataDir: string;
  readonly demo?: boolean;
  /** Bytes. */
  readonly maxMemory: number;
  readonly logLevel: LogLevel;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
  readonly tlsClientCa?: string;
  readonly hbaFile?: string;
  readonly initialPasswordFile?: string;
  readonly maxConnections: number;
};

/**
 * Runs the server until SIGTERM or SIGINT. When it serves, exactly one line goes to stdout:
 * `ready postgres://USER@HOST:PORT/DB`; everything else is on stderr.
 */
export async function runServer(options: StartOptions): Promise<void> {
  let server: RunningServer;
  try {
    const password = initialPassword(options);
    const dataDirectory = resolve(options.dataDir);
    const engine = startEngineThread({
      dataDirectory,
      maxMemoryBytes: options.maxMemory,
      logLevel: options.logLevel,
    });
    // Large, and loaded while the other thread loads the engine.
    const {startServer} = await import('../server/server.ts');
    const served = {
      host: options.host,
      port: options.port,
      httpPort: options.httpPort,
      dataDirectory,
      logLevel: options.logLevel,
      security: {
        tlsCertificate: options.tlsCert,
        tlsKey: options.tlsKey,
        tlsClientCa: options.tlsClientCa,
        hbaFile: options.hbaFile,
      },
      initialPassword: password,
      maxConnections: options.maxConnections,
      crashed: (error: Error) => fail(`the engine stopped unexpectedly: ${error.message.split('\n')[0]}`),
    };
    server = await startServer(served, engine);
    if (options.demo) await createDemo(server);
  } catch (error) {
    if (error instanceof ServerStartError) return fail(error.message);
    return fail(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  stopOnSignal(server);
  process.on('SIGHUP', () => void server.reload());

  const host = server.host.includes(':') ? `[${server.host}]` : server.host;
  const url = `postgres://${server.user}@${host}:${server.port}/${server.database.catalog.database}`;
  process.stdout.write(`ready ${url}\n`);
  if (options.demo) {
    process.stderr.write(`\n  psql ${url}\n\nand then, a view that is always fresh:\n\n  ${DEMO_QUERY}\n\n`);
  }
}

/** From the file, or from the environment, where container systems like to put it. */
function initialPassword({initialPasswordFile}: StartOptions): string | undefined {
  if (initialPasswordFile !== undefined) return readPassword(initialPasswordFile);
  const password = process.env['MILLRACE_INITIAL_PASSWORD'];
  // Programs that this one starts have no business with it.
  delete process.env['MILLRACE_INITIAL_PASSWORD'];
  return password;
}

/** The first signal ends the server in good order; Ctrl-C again ends it at once, as a crash would. */
function stopOnSignal(server: RunningServer): void {
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping && signal === 'SIGINT') fail('ended without a last checkpoint');
    if (stopping) return;
    stopping = true;
    server.close().then(
      () => process.exit(0),
      error => fail(`could not shut down cleanly: ${messageOf(error)}`),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

function fail(message: string): never {
  process.stderr.write(`millrace: ${message}\n`);
  process.exit(1);
}
