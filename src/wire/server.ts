import {type AddressInfo, type Server, type Socket, createServer} from 'node:net';
import type {Database} from '../session/api.ts';
import {SqlError} from '../types/sql-error.ts';
import {Connection, type ConnectionLog} from './connection.ts';
import {type ConnectionLimits, DEFAULT_LIMITS} from './limits.ts';
import {toSqlError} from './report.ts';
import {SocketTransport} from './transport.ts';

export type WireServerOptions = {
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  readonly database: Database;
  readonly log: ConnectionLog;
  readonly limits?: ConnectionLimits;
};

export type WireServer = {
  readonly address: string;
  readonly port: number;
  /** Takes no new clients and tells the others 57P01; resolves when all are gone. */
  close(): Promise<void>;
};

/** A client that says nothing for so long never gets a session. */
const STARTUP_TIMEOUT_MS = 60_000;
/** At shutdown, how long a client may take to read its last message. */
const CLOSE_TIMEOUT_MS = 1_000;

/** Listens for Postgres clients. Errors: those of listen (EADDRINUSE, …). */
export async function startWireServer(options: WireServerOptions): Promise<WireServer> {
  const clients = new Map<Socket, Connection>();
  // A half-open client may have stopped sending and still read its answer; we hang up ourselves.
  const server = createServer({noDelay: true, keepAlive: true, allowHalfOpen: false}, socket => accept(socket));

  function accept(socket: Socket): void {
    const connection = new Connection(
      new SocketTransport(socket),
      options.database,
      options.log,
      options.limits ?? DEFAULT_LIMITS,
    );
    clients.set(socket, connection);
    const timer = setTimeout(() => {
      if (!connection.isStarted) socket.destroy();
    }, STARTUP_TIMEOUT_MS);
    timer.unref();
    socket.on('data', chunk => connection.received(chunk));
    socket.on('error', error => options.log.debug(`${socket.remoteAddress}: ${error.message}`));
    socket.on('close', () => {
      clearTimeout(timer);
      clients.delete(socket);
      connection.disconnected().catch(error => options.log.warn(toSqlError(error).message));
    });
  }

  await listen(server, options.host, options.port);
  const {address, port} = server.address() as AddressInfo;
  server.on('error', error => options.log.warn(`listener: ${error.message}`));

  let closed: Promise<void> | undefined;
  return {
    address,
    port,
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

async function shutDown(server: Server, clients: ReadonlyMap<Socket, Connection>): Promise<void> {
  const closed = new Promise<void>(resolve => server.close(() => resolve()));
  const reason = new SqlError('57P01', 'terminating connection due to administrator command');
  for (const connection of clients.values()) connection.terminate(reason);
  const timer = setTimeout(() => {
    for (const socket of clients.keys()) socket.destroy();
  }, CLOSE_TIMEOUT_MS);
  await closed;
  clearTimeout(timer);
}
