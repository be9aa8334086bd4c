import type {Socket} from 'node:net';

/** The bytes side of a connection: a socket, or a test's stand-in. */
export interface Transport {
  readonly remoteAddress: string;
  readonly closed: boolean;
  /** Hands over bytes; false: the other side reads slowly, wait for `drained` before the next. */
  write(bytes: Buffer): boolean;
  /** Resolves when what was written is nearly gone, or the connection is. */
  drained(): Promise<void>;
  pause(): void;
  resume(): void;
  /** Sends what was written, then closes. */
  end(): void;
  destroy(): void;
}

export class SocketTransport implements Transport {
  readonly remoteAddress: string;
  private readonly socket: Socket;

  constructor(socket: Socket) {
    this.socket = socket;
    this.remoteAddress = `${socket.remoteAddress ?? ''}:${socket.remotePort ?? ''}`;
  }

  get closed(): boolean {
    return this.socket.destroyed;
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

  pause(): void {
    this.socket.pause();
  }

  resume(): void {
    this.socket.resume();
  }

  end(): void {
    this.socket.end();
  }

  destroy(): void {
    this.socket.destroy();
  }
}
