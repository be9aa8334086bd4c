import type {Batch} from '../../columnar/batch.ts';
import type {Vector} from '../../columnar/vector.ts';
import type {Address, Memory} from '../../kernels/memory.ts';
import type {SortKey} from '../../plan/physical.ts';
import type {Schema} from '../../types/schema.ts';
import type {Checkpointable} from '../operator.ts';
import type {Side} from './reader.ts';

export type OrderedOptions = {
  /** Columns that a group shares; [] = one group. */
  readonly partition: readonly number[];
  /** Order within a group; ties are broken by the whole row, so that the order does not depend on the history. */
  readonly order: readonly SortKey[];
  /** The window of a group that `changes` reports: rows [offset, offset + limit), each row counted `weight` times. */
  readonly limit: bigint | null;
  readonly offset: bigint;
};

/** Rows in order within groups: top-k, and min and max over an input that retracts (limit 1). */
export class OrderedMultiset implements Checkpointable {
  readonly memory: Memory;
  readonly schema: Schema;

  constructor(memory: Memory, schema: Schema, _options: OrderedOptions) {
    this.memory = memory;
    this.schema = schema;
  }

  /** Distinct rows whose weight is not 0. */
  get rows(): number {
    throw new Error('being built');
  }
  get bytes(): number {
    throw new Error('being built');
  }

  /** Columns of `delta` as in `schema`. Errors: 22003 when a weight overflows. */
  append(_delta: Batch): void {
    throw new Error('being built');
  }

  /** How the windows of the groups that this tick touched differ from before it; the caller releases each batch. */
  changes(): Iterable<Batch> {
    throw new Error('being built');
  }

  /**
   * uint32[count], fresh: for each group the row where its window begins (row 0 of the window), 0xffffffff without one.
   * `keys` are `count` rows of the partition columns. min(x) is the first row by x ascending, nulls last.
   */
  first(_side: Side, _keys: readonly Vector[], _count: number): Address {
    throw new Error('being built');
  }

  /** Fresh vectors: `columns` of the rows at `rows`; a row 0xffffffff gives NULLs. */
  gather(_columns: readonly number[], _rows: Address, _count: number): Vector[] {
    throw new Error('being built');
  }

  endTick(): void {
    throw new Error('being built');
  }

  segments(): {segment: number; version: number}[] {
    throw new Error('being built');
  }
  writeSegment(_segment: number): Uint8Array {
    throw new Error('being built');
  }
  restore(_segments: Iterable<{segment: number; version: number; bytes: Uint8Array}>): void {
    throw new Error('being built');
  }
  close(): void {
    throw new Error('being built');
  }
}
