import type {Socket} from 'node:net';
import {createServer, type Server, type TLSSocket} from 'node:tls';

/** Certificates and keys, as PEM. */
export type TlsFiles = {
  readonly certificate: Buffer;
  readonly key: Buffer;
  /** Who signs the certificates of clients; null: none are asked for. */
  readonly clientCa: Buffer | null;
};

const HANDSHAKE_TIMEOUT_MS = 30_000;

type Waiting = {readonly done: (socket: TLSSocket) => void; readonly failed: (error: Error) => void};

/**
 * Takes over connections that have asked for TLS in the middle of a conversation. New files hold for those who come after.
 * Whether a client has shown a certificate, and a good one, is for others to judge.
 */
export class TlsAcceptor {
  private server: Server;
  private readonly waiting = new Map<string, Waiting>();

  /** Errors: those of OpenSSL, for files that it cannot use. */
  constructor(files: TlsFiles) {
    this.server = this.serverOf(files);
  }

  /** Errors: as the constructor's; then the old files stay in use. */
  renew(files: TlsFiles): void {
    this.server = this.serverOf(files);
  }

  accept(socket: Socket): Promise<TLSSocket> {
    return new Promise((resolve, reject) => {
      const key = endPoints(socket);
      const over = (): void => this.waiting.get(key)?.failed(new Error('the client has gone'));
      socket.once('close', over);
      const leave = (): void => {
        this.waiting.delete(key);
        socket.off('close', over);
      };
      this.waiting.set(key, {
        done: tls => {
          leave();
          resolve(tls);
        },
        failed: error => {
          leave();
          reject(error);
        },
      });
      this.server.emit('connection', socket);
    });
  }

  private serverOf({certificate, key, clientCa}: TlsFiles): Server {
    const server = createServer({
      cert: certificate,
      key,
      ca: clientCa ?? undefined,
      minVersion: 'TLSv1.2',
      handshakeTimeout: HANDSHAKE_TIMEOUT_MS,
      requestCert: clientCa !== null,
      rejectUnauthorized: false,
    });
    server.on('secureConnection', socket => this.settle(socket, ({done}) => done(socket)));
    server.on('tlsClientError', (error, socket) => this.settle(socket, ({failed}) => failed(error)));
    return server;
  }

  private settle(socket: TLSSocket, tell: (waiting: Waiting) => void): void {
    const waiting = this.waiting.get(endPoints(socket));
    if (waiting) tell(waiting);
    else socket.destroy();
  }
}

/** What tells a connection from all others that live. */
function endPoints({localAddress, localPort, remoteAddress, remotePort}: Socket): string {
  return `${localAddress} ${localPort} ${remoteAddress} ${remotePort}`;
}
