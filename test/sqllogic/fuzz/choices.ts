/**
 * A stream of random decisions that is remembered, so that what was made by them can be made again from fewer: the first
 * alternative is always the simplest, and a stream that is used up goes on with it.
 */
export class Choices {
  readonly taken: number[] = [];
  private readonly given: readonly number[] | null;
  private state: number;

  constructor(seed: number, given: readonly number[] | null = null) {
    this.state = seed >>> 0;
    this.given = given;
  }

  /** 0 … n - 1. */
  pick(n: number): number {
    const at = this.taken.length;
    const choice = this.given ? Math.min(this.given[at] ?? 0, n - 1) : Math.floor(this.random() * n);
    this.taken.push(choice);
    return choice;
  }

  of<T>(items: readonly T[]): T {
    return items[this.pick(items.length)];
  }

  /** True in one of `n` cases. */
  oneIn(n: number): boolean {
    return this.pick(n) === n - 1;
  }

  /** mulberry32 */
  private random(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
}
