import type {Batch} from '../../columnar/batch.ts';
import type {Vector} from '../../columnar/vector.ts';
import type {Address, Memory} from '../../kernels/memory.ts';
import type {Schema} from '../../types/schema.ts';
import type {Checkpointable} from '../operator.ts';
import type {ArrangementReader, Pairs, Side} from './reader.ts';

export type ArrangementOptions = {
  /** The input never retracts: rows are appended without looking for an equal one (no identity index, less memory). */
  readonly monotonic?: boolean;
  /**
   * When two rows are one row with the sum of their weights. exact (default): same representation, so numeric 1.0 and
   * 1.00 stay two rows. grouping: equal for GROUP BY (NULL = NULL, 1.0 = 1.00, -0 = 0), as DISTINCT wants.
   */
  readonly equality?: 'exact' | 'grouping';
};

export class Arrangement implements ArrangementReader, Checkpointable {
  readonly memory: Memory;
  readonly schema: Schema;
  readonly keys: readonly number[];

  constructor(memory: Memory, schema: Schema, keys: readonly number[], _options: ArrangementOptions = {}) {
    this.memory = memory;
    this.schema = schema;
    this.keys = keys;
  }

  get rows(): number {
    throw new Error('being built');
  }
  get bytes(): number {
    throw new Error('being built');
  }

  /** Adds the delta's weights to its rows. The caller keeps its reference. Errors: 22003 when a weight overflows. */
  append(_delta: Batch): void {
    throw new Error('being built');
  }

  /** The same rows indexed by other keys; made on first demand, closed with the arrangement. */
  index(_keys: readonly number[]): ArrangementReader {
    throw new Error('being built');
  }

  probe(_side: Side, _batch: Batch, _columns: readonly number[], _nullSafe?: readonly boolean[]): Iterable<Pairs> {
    throw new Error('being built');
  }

  gather(_columns: readonly number[], _storeRows: Address, _count: number): Vector[] {
    throw new Error('being built');
  }

  scan(_side: Side): Iterable<Batch> {
    throw new Error('being built');
  }

  /** int64[selected rows of delta], fresh: the weight that each row of the delta has in the state now (0: absent). */
  weightsOf(_delta: Batch): Address {
    throw new Error('being built');
  }

  /** Physical rows of `delta` that would leave a row with a negative weight if the delta were appended; [] = none. */
  wouldGoNegative(_delta: Batch): number[] {
    throw new Error('being built');
  }

  /** An immutable view of the rows now; survives later ticks, compaction and `close`. Release it. */
  snapshot(): Snapshot {
    throw new Error('being built');
  }

  /** What was `after` becomes `before`. Dead rows may be compacted away: row references end here. */
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

/** Zero-copy batches; each holds its rows' weights and selects the rows whose weight is not 0. */
export type Snapshot = {
  readonly schema: Schema;
  readonly batches: readonly Batch[];
  /** Distinct rows with a weight. */
  readonly rows: number;
  release(): void;
};
