import type {Batch} from '../../columnar/batch.ts';
import type {Vector} from '../../columnar/vector.ts';
import type {Address, Memory} from '../../kernels/memory.ts';
import type {Accumulator} from '../../expr/aggregates/aggregate-row.ts';
import type {Schema} from '../../types/schema.ts';
import type {SqlType} from '../../types/sql-type.ts';
import type {Checkpointable} from '../operator.ts';

/** An accumulator of the aggregate registry and the type of its argument (null: none, `count` of rows). */
export type GroupAccumulator = {readonly accumulator: Accumulator; readonly argument: SqlType | null};

/** Columns of the delta that feed an accumulator. */
export type AccumulatorInput = {
  /** null: none, `count` of rows. */
  readonly argument: number | null;
  /** A boolean column: rows where it is not true do not count. */
  readonly filter: number | null;
};

/** Up to 8,192 groups that the tick changed; every vector has `count` rows. */
export type GroupChanges = {
  readonly count: number;
  readonly keys: readonly Vector[];
  readonly before: GroupValues;
  readonly after: GroupValues;
  /** Releases all vectors and arrays (retain what is kept). */
  release(): void;
};

export type GroupValues = {
  /** int64[count]: weight of the group's rows; where it is 0 the group does not exist on this side, its values are empty. */
  readonly weights: Address;
  /** Vector i is accumulator i, of type `accumulatorType`. */
  readonly accumulators: readonly Vector[];
  /** uint8[count], 1 = a sum64 or sum128 of this group is out of its range (22003), its lane is arbitrary; 0 = none is. */
  readonly overflow: Address;
};

/** Hash group-by. `minmax` accumulators keep the value itself, so their input must be monotonic (else: OrderedMultiset). */
export class GroupTable implements Checkpointable {
  readonly memory: Memory;
  readonly keys: Schema;
  readonly accumulators: readonly GroupAccumulator[];

  constructor(memory: Memory, keys: Schema, accumulators: readonly GroupAccumulator[]) {
    this.memory = memory;
    this.keys = keys;
    this.accumulators = accumulators;
  }

  /** Groups with a weight. */
  get groups(): number {
    throw new Error('being built');
  }
  get bytes(): number {
    throw new Error('being built');
  }

  /** Adds the delta: `keys[i]` of its columns is key i, inputs[i] feeds accumulator i. The caller keeps its reference. */
  update(_delta: Batch, _keys: readonly number[], _inputs: readonly AccumulatorInput[]): void {
    throw new Error('being built');
  }

  /** The groups whose values differ from the start of the tick, a chunk at a time. Does not end the tick. */
  changes(): Iterable<GroupChanges> {
    throw new Error('being built');
  }

  /** All groups as they are now (hydration of a reader, tests): `before` has no groups. */
  all(): Iterable<GroupChanges> {
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
