import {connect, type Socket} from 'node:net';
import {message, startup} from '../transcripts/messages.ts';
import {chunks, mutate, Random} from './mutate.ts';
import type {Session} from './sessions.ts';

export type FuzzOptions = {
  readonly port: number;
  readonly seed: number;
  /** How many to send, all in all. */
  readonly messages: number;
  readonly sessions: readonly Session[];
  /** Connections at a time. */
  readonly parallel: number;
  /** Called now and then. */
  readonly progress?: (sent: number) => void;
};

export type FuzzReport = {
  readonly connections: number;
  readonly messages: number;
  /** Messages that came back. */
  readonly replies: number;
  /** Connections that were not over this long after the client had left, by number: the seed and it give them again. */
  readonly stuck: readonly number[];
};

/** The client has left: the server should have noticed, cancelled what ran, and hung up. */
const PATIENCE_MS = 30_000;
/** When nothing has come for so long, there are no more answers, or they take time. */
const QUIET_MS = 15;
const FLUSH = message('H');
const SYNC = message('S');
const TERMINATE = message('X');

/** Sends mutations of what real clients said, over many connections, each its own pseudo-random numbers. */
export async function fuzz(options: FuzzOptions): Promise<FuzzReport> {
  const pool = options.sessions.flatMap(session => session.messages);
  const stuck: number[] = [];
  let [connections, sent, replies] = [0, 0, 0];

  async function worker(): Promise<void> {
    while (sent < options.messages) {
      const number = connections++;
      const script = scriptOf(new Random(options.seed * 1_000_003 + number), options.sessions, pool);
      sent += script.messages;
      const outcome = await play(options.port, script);
      replies += outcome.replies;
      if (outcome.stuck) stuck.push(number);
      if (connections % 1000 === 0) options.progress?.(sent);
    }
  }

  await Promise.all(Array.from({length: options.parallel}, worker));
  return {connections, messages: sent, replies, stuck};
}

type Script = {readonly pieces: readonly Buffer[]; readonly messages: number};

function scriptOf(random: Random, sessions: readonly Session[], pool: readonly Buffer[]): Script {
  const session = random.pick(sessions);
  const who = startup({user: 'millrace', database: 'millrace'});
  let first = [random.chance(0.8) ? who : random.pick(session.first)];
  if (random.chance(0.05)) first = session.first.map(packet => Buffer.from(packet));
  if (random.chance(0.05)) first = mutate(random, first, pool);
  const messages = session.messages.length === 0 ? [] : mutate(random, session.messages, pool);
  // Half of the clients leave as they should, the others in the middle of something.
  if (random.chance(0.5)) messages.push(SYNC, TERMINATE);
  else if (random.chance(0.3)) messages.push(FLUSH);
  return {pieces: chunks(random, Buffer.concat([...first, ...messages])), messages: first.length + messages.length};
}

async function play(port: number, {pieces}: Script): Promise<{replies: number; stuck: boolean}> {
  const socket = connect(port, '127.0.0.1');
  const counter = new ReplyCounter();
  socket.on('data', chunk => counter.count(chunk));
  socket.on('error', () => {});
  const closed = new Promise<void>(resolve => socket.on('close', () => resolve()));
  for (const piece of pieces) {
    socket.write(piece);
    if (pieces.length > 1) await new Promise(resolve => setImmediate(resolve));
  }
  // A client that leaves at once would not have its messages answered.
  await counter.quiet(QUIET_MS, closed);
  socket.end();
  const stuck = !(await within(closed, PATIENCE_MS, socket));
  return {replies: counter.replies, stuck};
}

async function within(closed: Promise<void>, ms: number, socket: Socket): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>(resolve => (timer = setTimeout(() => resolve(false), ms)));
  const inTime = await Promise.race([closed.then(() => true), late]);
  clearTimeout(timer);
  if (!inTime) socket.destroy();
  return inTime;
}

/** Counts whole messages: the answers must stay a stream that a client can cut. */
class ReplyCounter {
  replies = 0;
  private rest: Buffer = Buffer.alloc(0);
  private heard = 0;

  /** Resolves when nothing has come for so long, or all is over. */
  async quiet(ms: number, over: Promise<void>): Promise<void> {
    let ended = false;
    void over.then(() => (ended = true));
    for (let before = -1; !ended && before !== this.heard;) {
      before = this.heard;
      await new Promise(resolve => setTimeout(resolve, ms));
    }
  }

  count(chunk: Buffer): void {
    this.heard++;
    this.rest = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    let at = 0;
    while (this.rest.length - at >= 5) {
      const length = this.rest.readInt32BE(at + 1);
      if (this.rest.length - at < 1 + length) break;
      at += 1 + length;
      this.replies++;
    }
    this.rest = this.rest.subarray(at);
  }
}
