import {connect, type Socket} from 'node:net';
import {printReply} from './replies.ts';
import {startup} from './messages.ts';

/** Bytes to send, and what to wait for. */
export type Step = {
  readonly bytes: Buffer;
  /** How many ReadyForQuery; 'close': the server hangs up; a number of ms: whatever comes until then; lines: till what begins so has come. */
  readonly until: number | 'close' | {readonly ms: number} | {readonly lines: readonly string[]};
};

export type Scenario = {
  readonly name: string;
  /** null: the scenario's first step is the first packet, or what stands in its place. */
  readonly startup?: Readonly<Record<string, string>> | null;
  /** Shows what is answered to the startup too. */
  readonly showStartup?: boolean;
  readonly steps: readonly Step[];
};

const ENOUGH_MS = 20_000;

/** The bytes of a step; without `until` as many ReadyForQuery are awaited as Query and Sync are sent. */
export function send(...parts: readonly (Buffer | {readonly until: Step['until']})[]): Step {
  const bytes = Buffer.concat(parts.filter(part => Buffer.isBuffer(part)));
  const said = parts.find(part => !Buffer.isBuffer(part)) as {until: Step['until']} | undefined;
  return {bytes, until: said?.until ?? readies(bytes)};
}

function readies(bytes: Buffer): number {
  let count = 0;
  for (let at = 0; at < bytes.length; at += 1 + bytes.readInt32BE(at + 1)) {
    if ('QSF'.includes(String.fromCharCode(bytes[at]))) count++;
  }
  return count;
}

/** Plays a scenario to a server; what comes back, one message a line. */
export async function play(scenario: Scenario, port: number, who: {user: string; database: string}): Promise<string[]> {
  const client = await TranscriptClient.open(port);
  try {
    if (scenario.startup !== null) {
      await client.step({bytes: startup({...who, ...scenario.startup}), until: 1});
      if (!scenario.showStartup) client.lines.length = 0;
    }
    for (const step of scenario.steps) {
      if (client.lines.length > 0) client.lines.push('--');
      await client.step(step);
    }
    return client.lines;
  } finally {
    client.close();
  }
}

class TranscriptClient {
  readonly lines: string[] = [];
  private readonly socket: Socket;
  private unread: Buffer = Buffer.alloc(0);
  private readies = 0;
  private ended = false;
  private wake = (): void => {};
  /** Single bytes come in answer to these. */
  private answersAwaited = 0;

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.on('data', chunk => {
      this.unread = Buffer.concat([this.unread, chunk]);
      this.read();
      this.wake();
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      this.ended = true;
      this.wake();
    });
  }

  static async open(port: number): Promise<TranscriptClient> {
    const socket = connect(port, '127.0.0.1');
    await new Promise((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
    return new TranscriptClient(socket);
  }

  async step({bytes, until}: Step): Promise<void> {
    this.readies = 0;
    if (bytes.length === 8) this.answersAwaited++;
    this.socket.write(bytes);
    const limited = typeof until === 'object' && 'ms' in until;
    const deadline = Date.now() + (limited ? until.ms : ENOUGH_MS);
    const isDone = (): boolean => this.ended || this.hasCome(until);
    while (!isDone()) {
      const left = deadline - Date.now();
      if (left <= 0) {
        if (!limited) this.lines.push('nothing came');
        return;
      }
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>(resolve => {
        this.wake = resolve;
        timer = setTimeout(resolve, left);
      });
      clearTimeout(timer);
    }
    if (this.ended) this.lines.push('closed');
  }

  close(): void {
    this.socket.destroy();
  }

  private hasCome(until: Step['until']): boolean {
    if (typeof until === 'number') return this.readies >= until;
    if (typeof until !== 'object' || !('lines' in until)) return false;
    const {lines} = until;
    const last = this.lines.slice(-lines.length);
    return lines.every((line, i) => last[i]?.startsWith(line));
  }

  private read(): void {
    if (this.answersAwaited > 0 && this.unread.length > 0) {
      this.answersAwaited--;
      this.lines.push(`byte ${this.unread.toString('latin1', 0, 1)}`);
      this.unread = this.unread.subarray(1);
    }
    while (this.unread.length >= 5) {
      const length = this.unread.readInt32BE(1);
      if (this.unread.length < 1 + length) return;
      const code = String.fromCharCode(this.unread[0]);
      this.lines.push(printReply(code, this.unread.subarray(5, 1 + length)));
      this.unread = this.unread.subarray(1 + length);
      if (code === 'Z') this.readies++;
    }
  }
}
