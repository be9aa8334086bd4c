import type {Batch} from '../../columnar/batch.ts';
import type {Vector} from '../../columnar/vector.ts';
import type {Address, Memory} from '../../kernels/memory.ts';
import type {Schema} from '../../types/schema.ts';
import type {SqlType} from '../../types/sql-type.ts';
import type {Checkpointable} from '../operator.ts';

/**
 * What a group keeps for one aggregate, and the raw columns that `flush` gives for it (finishing them, avg's division
 * for one, is the aggregate's own work):
 *
 * | kind | argument | raw columns |
 * |---|---|---|
 * | count | any, or none | bigint: weight of the rows whose argument is not null |
 * | sum | smallint, integer, bigint, numeric with `digits` | bigint count as above; numeric(38, s) int128 sum, exact |
 * | sum | real, double | bigint count; double: the exact sum, rounded once |
 * | sum | numeric in variable-length form | bigint count; numeric, exact, with the largest scale of the inputs |
 * | min, max | any; input must be monotonic | the value, NULL without one |
 */
export type AccumulatorKind =
  | {readonly kind: 'count'}
  | {readonly kind: 'sum'; readonly type: SqlType}
  | {readonly kind: 'min' | 'max'; readonly type: SqlType};

/** Columns of the delta that feed an accumulator. */
export type AccumulatorInput = {
  /** null: count of rows. */
  readonly argument: number | null;
  /** A boolean column: rows where it is not true do not count. */
  readonly filter: number | null;
};

/** Up to 8,192 groups that the tick touched and that it changed. All vectors have `count` rows and belong to the caller. */
export type GroupChanges = {
  readonly count: number;
  readonly keys: readonly Vector[];
  readonly before: GroupValues;
  readonly after: GroupValues;
  /** Releases all of it (retain what is kept). */
  release(): void;
};

export type GroupValues = {
  /** int64[count]: weight of the group's rows; where it is 0 the group does not exist on this side. */
  readonly weights: Address;
  /** For each accumulator its raw columns, as the table above says. */
  readonly accumulators: readonly (readonly Vector[])[];
};

export class GroupTable implements Checkpointable {
  readonly memory: Memory;
  readonly keys: Schema;
  readonly accumulators: readonly AccumulatorKind[];

  constructor(memory: Memory, keys: Schema, accumulators: readonly AccumulatorKind[]) {
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
