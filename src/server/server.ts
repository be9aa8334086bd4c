import {Catalog} from '../catalog/catalog.ts';
import {needJavaScript} from '../catalog/function-signature.ts';
import {decodeObject} from '../catalog/record.ts';
import {loadJavaScript} from '../expr/javascript/sandbox.ts';
import {startHttpServer} from '../http/server.ts';
import {AuditFiles} from '../storage/audit-files.ts';
import {MillraceDatabase} from '../session/database.ts';
import {DEFAULT_ADMISSION} from '../session/admission.ts';
import {startWireServer, type WireServer} from '../wire/server.ts';
import {EngineClient} from './engine-client.ts';
import {DEFAULT_USER, type EngineThread} from './engine-thread.ts';
import type {LogLevel} from './log.ts';
import {Logger} from './log.ts';
import {checkNotOpen, readSecurity, type SecurityOptions, setInitialPassword} from './security.ts';
import {serverSettings} from './server-settings.ts';
import {ServerStartError} from './start-error.ts';
import {messageOf} from '../types/message-of.ts';

export type ServerOptions = {
  readonly host: string;
  readonly port: number;
  readonly httpPort: number;
  readonly dataDirectory: string;
  readonly logLevel: LogLevel;
  readonly security: SecurityOptions;
  /** Of the first superuser, if it has none yet. */
  readonly initialPassword?: string;
  readonly maxConnections?: number;
  /** Called when the engine dies under a running server: nothing can be served any more. */
  readonly crashed: (error: Error) => void;
};

export type RunningServer = {
  readonly database: MillraceDatabase;
  readonly user: string;
  readonly host: string;
  readonly port: number;
  readonly httpPort: number;
  /** Reads certificates and rules again; what is wrong with them is logged, and the old ones stay. */
  reload(): Promise<void>;
  /** Takes no new clients, ends the old ones (57P01), checkpoints and closes. */
  close(): Promise<void>;
};

/** Until audit_log_max_bytes says otherwise. */
const AUDIT_BYTES = 16_777_216;

/** The whole server in this process: engine thread, database, Postgres and HTTP front ends. */
export async function startServer(options: ServerOptions, thread: EngineThread): Promise<RunningServer> {
  const log = new Logger(options.logLevel);
  const engine = await EngineClient.over(thread, error => {
    log.error(`engine: ${error.stack ?? error.message}`);
    options.crashed(error);
  });
  const catalog = Catalog.restore(JSON.parse(engine.boot.header), engine.boot.records.map(decodeObject));
  if (needJavaScript(catalog.all())) await loadJavaScript();
  const audit = new AuditFiles(options.dataDirectory, AUDIT_BYTES);
  const database = new MillraceDatabase(
    catalog,
    engine,
    new Map(engine.boot.specs.map(spec => [spec.oid, spec])),
    {...DEFAULT_ADMISSION, maxConnections: options.maxConnections ?? DEFAULT_ADMISSION.maxConnections},
    serverSettings(options),
    audit,
  );
  try {
    const security = await readSecurity(options.security, options.host);
    if (options.initialPassword !== undefined) await setInitialPassword(database, options.initialPassword);
    await checkNotOpen(options.security, options.host, database.catalog);
    const wire = await startWireServer({host: options.host, port: options.port, database, log, security});
    const http = await startHttpServer({
      host: options.host,
      port: options.httpPort,
      metrics: () => engine.metrics(),
      log,
    });
    log.info(`serving on postgres://${at(options.host, wire.port)} and http://${at(options.host, http.port)}`);
    return {
      database,
      user: DEFAULT_USER,
      host: options.host,
      port: wire.port,
      httpPort: http.port,
      reload: () => reload(wire, options, log),
      async close() {
        log.info('shutting down');
        await http.close();
        await wire.close();
        await audit.close();
        await engine.shutdown();
        log.info('closed');
      },
    };
  } catch (error) {
    await engine.shutdown();
    throw listenError(error, options.host);
  }
}

async function reload(wire: WireServer, {security, host}: ServerOptions, log: Logger): Promise<void> {
  try {
    wire.renew(await readSecurity(security, host));
    log.info('certificates and rules were read again');
  } catch (error) {
    log.error(`certificates and rules stay as they were: ${messageOf(error)}`);
  }
}

/** An address of IPv6 stands in brackets before a port. */
function at(host: string, port: number): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function listenError(error: unknown, host: string): unknown {
  const {code, port, message} = error as {code?: string; port?: number; message?: string};
  if (code?.startsWith('ERR_OSSL') || code?.startsWith('ERR_SSL')) {
    return new ServerStartError(`the certificate, its key or the client CA cannot be used: ${message}`);
  }
  if (code === 'EADDRINUSE') return new ServerStartError(`port ${port} on ${host} is already in use`);
  if (code === 'EACCES') return new ServerStartError(`no permission to listen on port ${port} on ${host}`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new ServerStartError(`cannot listen on ${host}: not an address of this machine`);
  }
  return error;
}
