/**
 * Random numbers for event n of seed s: every event starts its own sequence, so that a generator can begin anywhere
 * and give the same events. Mulberry32 (T. Ettinger) over a mix of seed and number; 2^53 events a seed.
 */
export class EventRandom {
  private state = 0;

  start(seed: number, event: number): this {
    const low = event >>> 0;
    const high = Math.floor(event / 0x1_0000_0000) >>> 0;
    this.state = mix(mix(seed >>> 0, low), high);
    return this;
  }

  /** Uniform in [0, 1). */
  double(): number {
    return this.next() / 0x1_0000_0000;
  }

  /** Uniform in 0…bound − 1. */
  int(bound: number): number {
    return Math.floor(this.double() * bound);
  }

  pick<T>(list: readonly T[]): T {
    return list[this.int(list.length)];
  }

  /** `length` lower-case letters. */
  letters(length: number): string {
    let text = '';
    for (; length >= 5; length -= 5) {
      const bits = this.next();
      text += THREE_LETTERS[bits & 0x7fff] + TWO_LETTERS[(bits >>> 15) & 0x3ff];
    }
    if (length > 0) {
      const bits = this.next();
      text += (THREE_LETTERS[bits & 0x7fff] + TWO_LETTERS[(bits >>> 15) & 0x3ff]).slice(0, length);
    }
    return text;
  }

  private next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  }
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyzetaoin'];
/** All pairs and triples, by 5 bits a letter from the lowest. */
const TWO_LETTERS = LETTERS.flatMap(second => LETTERS.map(first => first + second));
const THREE_LETTERS = LETTERS.flatMap(third => TWO_LETTERS.map(two => two + third));

function mix(a: number, b: number): number {
  let h = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ b;
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
