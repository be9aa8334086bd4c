import {message} from '../transcripts/messages.ts';

/** Random numbers that a seed gives again (mulberry32). */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)];
  }
}

type Mutation = (random: Random, messages: Buffer[], pool: readonly Buffer[]) => void;

const TYPES = [...'QPBDECHSFdcfpX'];
const EDGES = [0, 1, -1, 4, 5, 127, 128, 255, 256, 32767, 32768, 65535, 2 ** 31 - 1, -(2 ** 31)];

/** Each changes a session in one way that a broken or hostile client might. */
const mutations: readonly Mutation[] = [
  // Bytes
  (random, messages) => flip(random, at(random, messages), 1 + random.below(4)),
  (random, messages) => {
    const body = at(random, messages);
    if (body.length > 9) body.writeInt32BE(random.pick(EDGES) | 0, 5 + random.below(body.length - 8));
  },
  (random, messages) => {
    const body = at(random, messages);
    if (body.length > 7) body.writeUInt16BE(random.pick(EDGES) & 0xffff, 5 + random.below(body.length - 6));
  },
  // The length says one thing, the body another.
  (random, messages) => {
    const body = at(random, messages);
    if (body.length >= 5)
      body.writeInt32BE(random.chance(0.5) ? random.pick(EDGES) | 0 : body.length - 1 + random.below(5) - 2, 1);
  },
  // The type is another's, the body and its length stay.
  (random, messages) => void at(random, messages).write(random.pick(TYPES), 'latin1'),
  // The body is shorter or longer, and its length right.
  (random, messages) => {
    const i = random.below(messages.length);
    const body = messages[i].subarray(5);
    const kept = body.subarray(0, random.below(body.length + 1));
    messages[i] = message(
      String.fromCharCode(messages[i][0]),
      kept,
      random.chance(0.3) ? bytes(random, 20) : Buffer.alloc(0),
    );
  },
  // Order
  (random, messages) => void messages.splice(random.below(messages.length), 1 + random.below(3)),
  (random, messages) => void messages.splice(random.below(messages.length), 0, Buffer.from(at(random, messages))),
  (random, messages) => {
    const [i, j] = [random.below(messages.length), random.below(messages.length)];
    [messages[i], messages[j]] = [messages[j], messages[i]];
  },
  // Something that another client said.
  (random, messages, pool) => void messages.splice(random.below(messages.length), 0, Buffer.from(random.pick(pool))),
  // Something that nobody said.
  (random, messages) =>
    void messages.splice(random.below(messages.length), 0, message(random.pick(TYPES), bytes(random, 40))),
];

/** The session's messages, changed a few times. */
export function mutate(random: Random, messages: readonly Buffer[], pool: readonly Buffer[]): Buffer[] {
  // A piece of the session: what comes late shall be reached as often as what comes first.
  const start = random.chance(0.5) ? 0 : random.below(messages.length);
  const result = messages.slice(start, start + 10 + random.below(40)).map(original => Buffer.from(original));
  const count = random.chance(0.1) ? 0 : 1 + random.below(6);
  for (let i = 0; i < count && result.length > 0; i++) random.pick(mutations)(random, result, pool);
  return result;
}

/** The whole, cut where nobody expects it. */
export function chunks(random: Random, whole: Buffer): Buffer[] {
  const pieces: Buffer[] = [];
  for (let from = 0; from < whole.length;) {
    const to = random.chance(0.7) ? whole.length : Math.min(whole.length, from + 1 + random.below(64));
    pieces.push(whole.subarray(from, to));
    from = to;
  }
  return pieces;
}

function at(random: Random, messages: readonly Buffer[]): Buffer {
  return messages[random.below(messages.length)] ?? Buffer.alloc(0);
}

function flip(random: Random, buffer: Buffer, count: number): void {
  for (let i = 0; i < count && buffer.length > 0; i++) buffer[random.below(buffer.length)] ^= 1 << random.below(8);
}

function bytes(random: Random, most: number): Buffer {
  return Buffer.from(Array.from({length: random.below(most)}, () => random.below(256)));
}
