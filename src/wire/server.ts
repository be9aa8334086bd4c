import {type AddressInfo, type Server, type Socket, createServer} from 'node:net';
import type {Database} from '../session/api.ts';
import {SqlError} from '../types/sql-error.ts';
import {type HbaRule, LOOPBACK_RULES} from './auth/hba.ts';
import {LoginThrottle} from './auth/throttle.ts';
import {Connection, type ConnectionLog} from './connection.ts';
import type {Entrance} from './entrance.ts';
import {type ConnectionLimits, DEFAULT_LIMITS} from './limits.ts';
import {toSqlError} from './report.ts';
import {TlsAcceptor, type TlsFiles} from './tls-acceptor.ts';
import {SocketTransport} from './transport.ts';

type WireServerOptions = {
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  readonly database: Database;
  readonly log: ConnectionLog;
  readonly limits?: ConnectionLimits;
  /** Not given: loopback is trusted, nobody else may come. */
  readonly security?: WireSecurity;
};

/** How clients may encrypt, and what they have to show. */
export type WireSecurity = {readonly tls: TlsFiles | null; readonly rules: readonly HbaRule[]};

export type WireServer = {
  readonly address: string;
  readonly port: number;
  /** For clients that come from now on. Errors: of OpenSSL; then all stays as it was. */
  renew(security: WireSecurity): void;
  /** Takes no new clients and tells the others 57P01; resolves when all are gone. */
  close(): Promise<void>;
};

/** After so long without a word the kernel asks whether the client is still there. */
const KEEP_ALIVE_MS = 60_000;
/** At shutdown, how long a client may take to read its last message. */
const CLOSE_TIMEOUT_MS = 1_000;

/** Listens for Postgres clients. Errors: those of listen (EADDRINUSE, …), of OpenSSL for certificates that it cannot use. */
export async function startWireServer(options: WireServerOptions): Promise<WireServer> {
  const {database, log} = options;
  const limits = options.limits ?? DEFAULT_LIMITS;
  const clients = new Map<Connection, SocketTransport>();
  const strangers = new Set<SocketTransport>();
  const throttle = new LoginThrottle();
  let entrance = entranceOf(options.security ?? {tls: null, rules: LOOPBACK_RULES});
  // A half-open client may have stopped sending and still read its answer; we hang up ourselves.
  const server = createServer({noDelay: true, keepAlive: true, keepAliveInitialDelay: KEEP_ALIVE_MS}, socket =>
    accept(socket),
  );

  function entranceOf({tls, rules}: WireSecurity): Entrance {
    return {database, throttle, rules, tls: tls && new TlsAcceptor(tls)};
  }

  function accept(socket: Socket): void {
    const transport = new SocketTransport(socket, {
      received: chunk => connection.received(chunk),
      failed: error => log.debug(`${transport.remoteAddress}: ${error.message}`),
      closed: () => {
        clients.delete(connection);
        noLongerStrange();
        connection.disconnected().catch(error => log.warn(toSqlError(error).message));
      },
    });
    // Once known, a client is no stranger any more, and may take its time.
    const connection = new Connection(
      transport,
      () => entrance,
      log,
      limits,
      () => noLongerStrange(),
    );
    const timer = setTimeout(() => transport.destroy(), limits.authenticationTimeoutMs);
    const noLongerStrange = (): void => {
      clearTimeout(timer);
      strangers.delete(transport);
    };
    clients.set(connection, transport);
    strangers.add(transport);
    // Those who come and say nothing must not keep others out: the oldest has had the most time.
    if (strangers.size > limits.maxStrangers) strangers.values().next().value!.destroy();
  }

  await listen(server, options.host, options.port);
  const {address, port} = server.address() as AddressInfo;
  server.on('error', error => options.log.warn(`listener: ${error.message}`));

  let closed: Promise<void> | undefined;
  return {
    address,
    port,
    renew(security) {
      entrance = entranceOf(security);
    },
    close: () => (closed ??= shutDown(server, clients)),
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function shutDown(server: Server, clients: ReadonlyMap<Connection, SocketTransport>): Promise<void> {
  const closed = new Promise<void>(resolve => server.close(() => resolve()));
  const reason = new SqlError('57P01', 'terminating connection due to administrator command');
  for (const connection of clients.keys()) connection.terminate(reason);
  const timer = setTimeout(() => {
    for (const transport of clients.values()) transport.destroy();
  }, CLOSE_TIMEOUT_MS);
  await closed;
  clearTimeout(timer);
}
