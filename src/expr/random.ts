/**
 * Postgres 15's generator of random() (xoroshiro128**, public domain, by Blackman and Vigna), so that the numbers after
 * setseed() are the same ones.
 */
export class SeededRandom {
  private s0: bigint;
  private s1: bigint;

  /** From -1 to 1. */
  constructor(seed: number) {
    let state = BigInt.asUintN(64, BigInt(Math.trunc((2 ** 52 - 1) * seed)));
    const mix = (): bigint => {
      state = BigInt.asUintN(64, state + 0x9e3779b97f4a7c15n);
      let value = state;
      value = BigInt.asUintN(64, (value ^ (value >> 30n)) * 0xbf58476d1ce4e5b9n);
      value = BigInt.asUintN(64, (value ^ (value >> 27n)) * 0x94d049bb133111ebn);
      return value ^ (value >> 31n);
    };
    this.s0 = mix();
    this.s1 = mix();
  }

  /** At least 0, below 1. */
  next(): number {
    const {s0} = this;
    const mixed = this.s1 ^ s0;
    const value = BigInt.asUintN(64, rotated(BigInt.asUintN(64, s0 * 5n), 7n) * 9n);
    this.s0 = BigInt.asUintN(64, rotated(s0, 24n) ^ mixed ^ (mixed << 16n));
    this.s1 = rotated(mixed, 37n);
    return Number(value >> 12n) / 2 ** 52;
  }
}

function rotated(word: bigint, by: bigint): bigint {
  return BigInt.asUintN(64, (word << by) | (word >> (64n - by)));
}
