// Bob Jenkins' lookup3 hash of 32-bit words (public domain), with the starting value that Postgres gives it: its hash
// functions for hash joins, hash partitions and hashtext().

const START = (0x9e3779b9 + 3923095) | 0;

/** The state of three words, mixed in place. */
class State {
  a: number;
  b: number;
  c: number;

  constructor(length: number, seed: bigint) {
    this.a = this.b = this.c = (START + length) | 0;
    if (seed === 0n) return;
    this.a = (this.a + Number(BigInt.asIntN(32, seed >> 32n))) | 0;
    this.b = (this.b + Number(BigInt.asIntN(32, seed))) | 0;
    this.mix();
  }

  mix(): void {
    let {a, b, c} = this;
    a = (a - c) ^ rotated(c, 4);
    c = (c + b) | 0;
    b = (b - a) ^ rotated(a, 6);
    a = (a + c) | 0;
    c = (c - b) ^ rotated(b, 8);
    b = (b + a) | 0;
    a = (a - c) ^ rotated(c, 16);
    c = (c + b) | 0;
    b = (b - a) ^ rotated(a, 19);
    a = (a + c) | 0;
    c = (c - b) ^ rotated(b, 4);
    b = (b + a) | 0;
    this.a = a;
    this.b = b;
    this.c = c;
  }

  finish(): void {
    let {a, b, c} = this;
    c = ((c ^ b) - rotated(b, 14)) | 0;
    a = ((a ^ c) - rotated(c, 11)) | 0;
    b = ((b ^ a) - rotated(a, 25)) | 0;
    c = ((c ^ b) - rotated(b, 16)) | 0;
    a = ((a ^ c) - rotated(c, 4)) | 0;
    b = ((b ^ a) - rotated(a, 14)) | 0;
    c = ((c ^ b) - rotated(b, 24)) | 0;
    this.a = a;
    this.b = b;
    this.c = c;
  }
}

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

function stateOfBytes(bytes: Uint8Array, seed: bigint): State {
  const state = new State(bytes.length, seed);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  for (; bytes.length - at >= 12; at += 12) {
    state.a = (state.a + view.getInt32(at, true)) | 0;
    state.b = (state.b + view.getInt32(at + 4, true)) | 0;
    state.c = (state.c + view.getInt32(at + 8, true)) | 0;
    state.mix();
  }
  // The last bytes; the lowest of c stands for the length.
  for (let i = bytes.length - at - 1; i >= 0; i--) {
    const byte = bytes[at + i];
    if (i >= 8) state.c = (state.c + (byte << (8 * (i - 8) + 8))) | 0;
    else if (i >= 4) state.b = (state.b + (byte << (8 * (i - 4)))) | 0;
    else state.a = (state.a + (byte << (8 * i))) | 0;
  }
  state.finish();
  return state;
}

function stateOfWord(word: number, seed: bigint): State {
  const state = new State(4, seed);
  state.a = (state.a + word) | 0;
  state.finish();
  return state;
}

/** 32 bits, signed; or, given a seed, 64 bits, signed. A seed of 0 has the 32 as its low half. */
export type Hash = {readonly narrow: number; readonly wide: bigint};

function hashOf({b, c}: State): Hash {
  return {narrow: c, wide: BigInt.asIntN(64, (BigInt(b >>> 0) << 32n) | BigInt(c >>> 0))};
}

export function hashBytes(bytes: Uint8Array, seed = 0n): Hash {
  return hashOf(stateOfBytes(bytes, seed));
}

export function hashWord(word: number, seed = 0n): Hash {
  return hashOf(stateOfWord(word, seed));
}

/** A bigint hashes as the integer of its value does, where there is one. */
export function hashBigint(value: bigint, seed = 0n): Hash {
  const low = Number(BigInt.asIntN(32, value));
  const high = Number(BigInt.asIntN(32, value >> 32n));
  return hashWord(low ^ (value >= 0n ? high : ~high), seed);
}
