import type {Batch} from '../../columnar/batch.ts';
import type {Address, Memory} from '../../kernels/memory.ts';
import type {Vector} from '../../columnar/vector.ts';

/**
 * The lanes of a batch for which an expression counts: only they may raise. Kernels compute every lane whatever this says,
 * so the bitmap is made when something asks for it: a row function, a flagged lane, a branch.
 */
export class Lanes {
  readonly length: number;
  private readonly make: () => Uint8Array | null;
  private made = false;
  private cached: Uint8Array | null = null;

  /** `make` gives the bitmap (of ceil(length / 8) bytes, none set beyond the length); null = all. */
  constructor(length: number, make: () => Uint8Array | null) {
    this.length = length;
    this.make = make;
  }

  static ofBatch(batch: Batch, active: Address): Lanes {
    return new Lanes(batch.length, () => batchBits(batch, active));
  }

  get bits(): Uint8Array | null {
    if (!this.made) {
      this.cached = this.make();
      this.made = true;
    }
    return this.cached;
  }

  has(row: number): boolean {
    const bits = this.bits;
    return bits === null || ((bits[row >>> 3] >>> (row & 7)) & 1) === 1;
  }

  isEmpty(): boolean {
    if (this.length === 0) return true;
    const bits = this.bits;
    return bits !== null && bits.every(byte => byte === 0);
  }

  each(visit: (row: number) => void): void {
    const bits = this.bits;
    if (bits === null) {
      for (let row = 0; row < this.length; row++) visit(row);
      return;
    }
    for (let i = 0; i < bits.length; i++) {
      for (let byte = bits[i], row = i * 8; byte !== 0; byte >>>= 1, row++) if (byte & 1) visit(row);
    }
  }

  /** Those of these lanes where the condition (boolean) is true, and the others. */
  split(memory: Memory, condition: Vector): {readonly taken: Lanes; readonly rest: Lanes} {
    const taken = truthBits(memory, condition);
    const base = this.bits ?? allBits(this.length);
    const rest = new Uint8Array(taken.length);
    for (let i = 0; i < taken.length; i++) {
      rest[i] = base[i] & ~taken[i];
      taken[i] &= base[i];
    }
    return {taken: fixed(this.length, taken), rest: fixed(this.length, rest)};
  }

  /** Those where the boolean is not known to be `value` yet: where AND (value false) and OR (value true) go on. */
  undecided(memory: Memory, vector: Vector, value: boolean): Lanes {
    const {length} = this;
    return new Lanes(length, () => {
      const base = this.bits ?? allBits(length);
      const bits = memory.u8;
      const left = new Uint8Array(base.length);
      for (let i = 0; i < left.length; i++) {
        const values = bits[vector.values + i];
        const decided = (value ? values : ~values) & (vector.validity === 0 ? 0xff : bits[vector.validity + i]);
        left[i] = base[i] & ~decided;
      }
      return left;
    });
  }

  /** Those where the vector is null. */
  nulls(memory: Memory, vector: Vector): Lanes {
    const base = this.bits ?? allBits(this.length);
    const left = new Uint8Array(base.length);
    if (vector.validity !== 0) {
      const bits = memory.u8;
      for (let i = 0; i < left.length; i++) left[i] = base[i] & ~bits[vector.validity + i];
    }
    return fixed(this.length, left);
  }
}

function fixed(length: number, bits: Uint8Array): Lanes {
  return new Lanes(length, () => bits);
}

function allBits(length: number): Uint8Array {
  const bits = new Uint8Array((length + 7) >>> 3).fill(0xff);
  if (length & 7) bits[bits.length - 1] = (1 << (length & 7)) - 1;
  return bits;
}

/** Where the boolean vector is true. */
function truthBits(memory: Memory, {length, values, validity}: Vector): Uint8Array {
  const bytes = (length + 7) >>> 3;
  const truth = memory.u8.slice(values, values + bytes);
  if (validity !== 0) {
    const bits = memory.u8;
    for (let i = 0; i < bytes; i++) truth[i] &= bits[validity + i];
  }
  return truth;
}

function batchBits(batch: Batch, active: Address): Uint8Array | null {
  if (batch.selection === 0 && active === 0) return null;
  const {memory, length} = batch;
  const bytes = (length + 7) >>> 3;
  const all = allBits(length);
  if (batch.selection !== 0) {
    all.fill(0);
    const rows = memory.u32;
    for (let i = 0, at = batch.selection >>> 2; i < batch.selected; i++) {
      const row = rows[at + i];
      all[row >>> 3] |= 1 << (row & 7);
    }
  }
  if (active !== 0) {
    const bits = memory.u8;
    for (let i = 0; i < bytes; i++) all[i] &= bits[active + i];
  }
  return all;
}
