import type {Vector} from '../../columnar/vector.ts';
import {releaseVector, retainVector} from '../../columnar/vector-references.ts';
import type {Address, Memory} from '../../kernels/memory.ts';
import {SqlError} from '../../types/sql-error.ts';
import {Physical, physicalOf, physicalWidth, type SqlType} from '../../types/sql-type.ts';

const NONE = 0 as Address;

/** Bytes of `length` values of fixed width (bits included). */
function valueBytes(physical: Physical, length: number): number {
  return physical === Physical.bit ? (length + 7) >>> 3 : physicalWidth[physical] * length;
}

/**
 * One evaluation: the columns it reads, the vectors it has made so far, the errors of its rows. Vectors stand on a
 * stack that owns them: a node settles what its arguments left there into its one result, so that whatever throws,
 * everything can be given back.
 */
export class Frame {
  readonly memory: Memory;
  readonly columns: readonly Vector[];
  readonly length: number;
  private readonly stack: Vector[] = [];
  private failed: Map<number, SqlError> | null = null;
  private readonly pool: Uint8Array;
  private block: Address = NONE;

  constructor(memory: Memory, columns: readonly Vector[], length: number, pool: Uint8Array) {
    this.memory = memory;
    this.columns = columns;
    this.length = length;
    this.pool = pool;
  }

  get mark(): number {
    return this.stack.length;
  }

  keep(vector: Vector): Vector {
    this.stack.push(vector);
    return vector;
  }

  /** Puts a vector that the stack holds already on top of it, with a reference of its own. */
  keepAgain(vector: Vector): Vector {
    return this.stack[this.stack.length - 1] === vector ? vector : this.keep(retainVector(this.memory, vector));
  }

  /** Gives back everything above `mark`. */
  drop(mark: number): void {
    while (this.stack.length > mark) releaseVector(this.memory, this.stack.pop()!);
  }

  /** Gives back everything above `mark` but the last vector, which is the result. */
  settle(mark: number): Vector {
    const {stack} = this;
    const result = stack.pop()!;
    while (stack.length > mark) releaseVector(this.memory, stack.pop()!);
    stack.push(result);
    return result;
  }

  /** Hands the only vector left to the caller. */
  take(): Vector {
    const vector = this.stack.pop()!;
    this.close();
    return vector;
  }

  close(): void {
    for (const vector of this.stack) releaseVector(this.memory, vector);
    this.stack.length = 0;
    if (this.block !== 0) this.memory.release(this.block);
    this.block = NONE;
  }

  /** A new vector of fixed width or bits, whose validity (one reference, or 0) it takes over; values are uninitialised. */
  fixed(type: SqlType, validity: Address): Vector {
    const {memory} = this;
    const physical = physicalOf(type);
    let values: Address;
    try {
      values = memory.alloc(valueBytes(physical, this.length));
    } catch (error) {
      if (validity !== 0) memory.release(validity);
      throw error;
    }
    return this.keep({type, length: this.length, values, offsets: NONE, validity, children: []});
  }

  /** A new reference to the validity of a strict function of a and b. */
  bothValid(a: Vector | null, b: Vector | null): Address {
    const x = a === null ? NONE : a.validity;
    const y = b === null ? NONE : b.validity;
    if (x === 0 || y === 0 || x === y) {
      const shared = x === 0 ? y : x;
      if (shared !== 0) this.memory.retain(shared);
      return shared;
    }
    const both = this.memory.alloc((this.length + 7) >>> 3);
    this.memory.kernels.bits_and(x, y, both, this.length);
    return both;
  }

  /** Where the constant at `offset` of the pool lies. */
  constant(offset: number): number {
    return this.open() + offset;
  }

  /** A zeroed bitmap of a bit a lane; `clearFlags` it after a call that set some. */
  get flags(): number {
    return this.open() + this.pool.length;
  }

  clearFlags(): void {
    const at = this.flags;
    this.memory.u8.fill(0, at, at + ((this.length + 7) >>> 3));
  }

  private open(): number {
    if (this.block === 0) {
      const {pool} = this;
      const flagBytes = (this.length + 7) >>> 3;
      this.block = this.memory.alloc(pool.length + flagBytes);
      const bytes = this.memory.u8;
      if (pool.length > 0) bytes.set(pool, this.block);
      const at = this.block + pool.length;
      if (flagBytes === 1) bytes[at] = 0;
      else bytes.fill(0, at, at + flagBytes);
    }
    return this.block;
  }

  hasFailed(row: number): boolean {
    return this.failed !== null && this.failed.has(row);
  }

  get errors(): ReadonlyMap<number, SqlError> | null {
    return this.failed;
  }

  /** The row's first error counts. Anything but a SqlError is a fault of ours and passes through. */
  fail(row: number, error: unknown): void {
    if (!(error instanceof SqlError)) throw error;
    this.failed ??= new Map();
    if (!this.failed.has(row)) this.failed.set(row, error);
  }
}
