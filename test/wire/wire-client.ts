import {type Socket, connect} from 'node:net';
import {parse} from 'pg-protocol';

/** A backend message as pg-protocol parses it. */
export type Message = {readonly name: string; readonly [field: string]: unknown};

/** A raw client: sends bytes, collects the messages that come back. */
export class WireClient {
  readonly socket: Socket;
  readonly messages: Message[] = [];
  /** Single bytes that answered SSLRequest and GSSENCRequest. */
  readonly refusals: string[] = [];
  ended = false;
  private awaitingRefusal = 0;
  private wake: () => void = () => {};

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.on('error', () => {});
    socket.on('close', () => {
      this.ended = true;
      this.wake();
    });
    this.readRefusals();
  }

  static async open(port: number): Promise<WireClient> {
    const socket = connect(port, '127.0.0.1');
    await new Promise((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
    return new WireClient(socket);
  }

  private readRefusals(): void {
    this.socket.once('data', chunk => {
      if (this.awaitingRefusal > 0) {
        this.refusals.push(chunk.toString('latin1', 0, 1));
        this.awaitingRefusal--;
        this.wake();
        this.readRefusals();
        return;
      }
      this.socket.unshift(chunk);
      void parse(this.socket, message => {
        this.messages.push(message as unknown as Message);
        this.wake();
      }).catch(() => {});
    });
  }

  send(...parts: Uint8Array[]): void {
    this.socket.write(Buffer.concat(parts));
  }

  /** The answer to an encryption request. */
  async refusalOf(request: Buffer): Promise<string> {
    this.awaitingRefusal++;
    const before = this.refusals.length;
    this.send(request);
    await this.until(() => this.refusals.length > before);
    return this.refusals[before];
  }

  async until(condition: () => boolean): Promise<void> {
    while (!condition()) {
      if (this.ended) throw new Error(`connection closed; got ${this.names().join(' ')}`);
      await new Promise<void>(resolve => (this.wake = resolve));
    }
  }

  /** Messages up to and including the next ReadyForQuery, taken from the list. */
  async ready(): Promise<Message[]> {
    const at = (): number => this.messages.findIndex(message => message.name === 'readyForQuery');
    await this.until(() => at() >= 0);
    return this.messages.splice(0, at() + 1);
  }

  async closed(): Promise<void> {
    while (!this.ended) await new Promise<void>(resolve => (this.wake = resolve));
  }

  names(): string[] {
    return this.messages.map(message => message.name);
  }

  close(): void {
    this.socket.destroy();
  }
}
