import type {Socket} from 'node:net';
import type {PeerCertificate, TLSSocket} from 'node:tls';
import type {TlsStatus} from '../catalog/system/status.ts';
import {certificateHash} from './auth/certificate-hash.ts';
import type {TlsAcceptor} from './tls-acceptor.ts';

/** How long a client that was hung up on may take to hang up itself. */
const LINGER_MS = 1000;

/** What TLS says about a connection. */
export type Encryption = {
  /** Of the server's certificate, as tls-server-end-point has it. */
  readonly endPoint: Buffer;
  /** Common name in the certificate that the client has shown, which is good; null: it has shown none. */
  readonly clientName: string | null;
  /** Why the certificate that it has shown is not good. */
  readonly clientError: string | null;
  /** What the system views show. */
  readonly status: TlsStatus;
};

/** The bytes side of a connection: a socket, or a test's stand-in. */
export interface Transport {
  /** host:port */
  readonly remoteAddress: string;
  readonly remoteIp: string;
  readonly closed: boolean;
  /** null: all is in the clear. */
  readonly encryption: Encryption | null;
  /** Hands over bytes; false: the other side reads slowly, wait for `drained` before the next. */
  write(bytes: Buffer): boolean;
  /** Bytes handed over that the other side has not taken. */
  readonly unsentBytes: number;
  /** Resolves when what was written is nearly gone, or the connection is. */
  drained(): Promise<void>;
  /** Goes on under TLS, once `answer` is sent in the clear. Rejects when they do not come to an agreement. */
  encrypt(answer: Buffer, acceptor: TlsAcceptor): Promise<void>;
  pause(): void;
  resume(): void;
  /** Sends what was written, then closes. */
  end(): void;
  destroy(): void;
}

type SocketEvents = {
  received(chunk: Buffer): void;
  failed(error: Error): void;
  closed(): void;
};

export class SocketTransport implements Transport {
  readonly remoteIp: string;
  readonly remoteAddress: string;
  private socket: Socket;
  private tls: Encryption | null = null;
  private readonly events: SocketEvents;

  constructor(socket: Socket, events: SocketEvents) {
    this.socket = socket;
    this.events = events;
    this.remoteIp = socket.remoteAddress ?? '';
    this.remoteAddress = `${this.remoteIp}:${socket.remotePort ?? ''}`;
    socket.on('data', events.received);
    socket.on('error', events.failed);
    socket.on('close', () => events.closed());
  }

  get closed(): boolean {
    return this.socket.destroyed;
  }

  get encryption(): Encryption | null {
    return this.tls;
  }

  get unsentBytes(): number {
    return this.socket.writableLength;
  }

  write(bytes: Buffer): boolean {
    return this.socket.destroyed || this.socket.write(bytes);
  }

  drained(): Promise<void> {
    const {socket} = this;
    if (socket.destroyed || !socket.writableNeedDrain) return Promise.resolve();
    return new Promise(resolve => {
      const done = (): void => {
        socket.off('drain', done);
        socket.off('close', done);
        resolve();
      };
      socket.on('drain', done);
      socket.on('close', done);
    });
  }

  async encrypt(answer: Buffer, acceptor: TlsAcceptor): Promise<void> {
    const {socket} = this;
    // From here on what comes is TLS's.
    socket.off('data', this.events.received);
    socket.pause();
    await new Promise<void>(resolve => socket.write(answer, () => resolve()));
    let tls: TLSSocket;
    try {
      tls = await acceptor.accept(socket);
    } catch (error) {
      // There is no telling the client: it speaks TLS, we do not.
      socket.destroy();
      throw error;
    }
    tls.on('error', this.events.failed);
    tls.on('data', this.events.received);
    tls.on('close', () => this.events.closed());
    this.tls = encryptionOf(tls);
    this.socket = tls;
  }

  pause(): void {
    this.socket.pause();
  }

  resume(): void {
    this.socket.resume();
  }

  end(): void {
    const {socket} = this;
    // A client that goes on sending is to notice; it has had the time to read what it was told last.
    socket.end(() => setTimeout(() => socket.destroy(), LINGER_MS).unref());
  }

  destroy(): void {
    this.socket.destroy();
  }
}

function encryptionOf(tls: TLSSocket): Encryption {
  const own = tls.getCertificate() as {raw: Buffer};
  const shown = tls.getPeerCertificate();
  const hasShown = Object.keys(shown).length > 0;
  const name = tls.authorized ? shown.subject?.CN : undefined;
  return {
    endPoint: certificateHash(own.raw),
    clientName: typeof name === 'string' ? name : null,
    clientError: hasShown && !tls.authorized ? String(tls.authorizationError) : null,
    status: statusOf(tls, hasShown ? shown : null),
  };
}

function statusOf(tls: TLSSocket, shown: PeerCertificate | null): TlsStatus {
  const {standardName} = tls.getCipher();
  return {
    version: tls.getProtocol() ?? '',
    cipher: standardName,
    bits: /256|CHACHA20/.test(standardName) ? 256 : 128,
    clientName: shown && pathOf(shown.subject),
    clientSerial: shown && shown.serialNumber,
    issuerName: shown && pathOf(shown.issuer),
  };
}

/** As OpenSSL writes the names of a certificate on one line. */
function pathOf(names: PeerCertificate['subject']): string {
  return Object.entries(names)
    .flatMap(([name, value]) => [value].flat().map(each => `/${name}=${each}`))
    .join('');
}
