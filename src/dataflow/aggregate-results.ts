import {Batch} from '../columnar/batch.ts';
import {vectorFromDatums} from '../columnar/builder.ts';
import {releaseVector, retainVector} from '../columnar/vector-references.ts';
import type {Vector} from '../columnar/vector.ts';
import {type Accumulator, accumulatorType} from '../expr/aggregates/aggregate-row.ts';
import {aggregateBySignature} from '../expr/registry.ts';
import type {Address, Memory} from '../kernels/memory.ts';
import type {PhysicalAggregate} from '../plan/physical.ts';
import type {Datum} from '../types/datum.ts';
import {decimalFromBigint} from '../types/decimal.ts';
import {type Schema, column} from '../types/schema.ts';
import {SqlError} from '../types/sql-error.ts';
import {type SqlType, sameLayout} from '../types/sql-type.ts';
import {type CompiledExpr, compile} from './expressions.ts';
import type {OperatorContext} from './operator-context.ts';
import type {RowErrors} from './row-errors.ts';

/** One accumulator of the group state; aggregates over the same column share it (sum and avg, say). */
export type AccumulatorSlot = {
  readonly accumulator: Accumulator;
  /** Columns of the input, then those widened. */
  readonly arguments: readonly number[];
  readonly filter: number | null;
  /** Each distinct value of a group counts once. */
  readonly distinct: boolean;
  readonly type: SqlType;
};

/** From the accumulators of groups to the results of the aggregates. */
export class AggregateResults {
  /** The slots that the state must keep. */
  readonly accumulators: readonly AccumulatorSlot[];
  /** Numeric columns of the input that accumulators want in the variable-length layout: they follow the input's columns. */
  readonly widened: readonly number[];
  private readonly memory: Memory;
  private readonly finishers: readonly Finisher[];

  constructor(
    schema: Schema,
    input: Schema,
    keys: number,
    aggregates: readonly PhysicalAggregate[],
    context: OperatorContext,
  ) {
    this.memory = context.memory;
    const slots: AccumulatorSlot[] = [];
    const widened: number[] = [];
    const widen = (arg: number): number => {
      if (!widened.includes(arg)) widened.push(arg);
      return input.length + widened.indexOf(arg);
    };
    this.finishers = aggregates.map((aggregate, i) => {
      const row = aggregateBySignature(aggregate.signature);
      const types = aggregate.args.map(arg => input[arg].type);
      const accumulators = row.accumulators(types);
      const wide = accumulators.some(({kind}) => kind === 'decimalSum') && types[0].digits !== undefined;
      const args = wide ? aggregate.args.map(widen) : aggregate.args;
      const own = accumulators.map(accumulator => slotIndex(slots, accumulator, {...aggregate, args}, types));
      const finishSchema = own.map((slot, j) => column(`accumulator${j}`, slots[slot].type));
      const finish = row.finish(types);
      return {
        type: schema[keys + i].type,
        slots: own,
        schema: finishSchema,
        finish: finish.op === 'column' ? finish.index : compile(finish, context),
      };
    });
    this.accumulators = slots;
    this.widened = widened;
  }

  /**
   * The result vectors over `count` groups, and the groups that have none (then their lanes are arbitrary); `weights`,
   * int64[count] or 0, tells which exist (above zero), `overflow` is that of GroupValues.
   */
  evaluate(accumulators: readonly Vector[], overflow: Address, count: number, weights: Address): Results {
    const failed = new Map<number, SqlError>();
    if (overflow !== 0) this.overflowing(overflow, count, failed);
    const vectors: Vector[] = [];
    try {
      for (const finisher of this.finishers) vectors.push(this.finish(finisher, accumulators, count, failed));
    } catch (error) {
      for (const vector of vectors) releaseVector(this.memory, vector);
      throw error;
    }
    if (weights !== 0 && failed.size > 0) {
      const lanes = this.memory.i64;
      for (const row of [...failed.keys()]) if (lanes[(weights >>> 3) + row] <= 0n) failed.delete(row);
    }
    return {vectors, errors: failed.size > 0 ? failed : null};
  }

  /** Of the one group of an aggregate without keys, over no input. */
  emptyGroup(): Results {
    const none = 0 as Address;
    const accumulators = this.accumulators.map(({accumulator, type}) =>
      vectorFromDatums(this.memory, type, [emptyAccumulator(accumulator)]),
    );
    try {
      return this.evaluate(accumulators, none, 1, none);
    } finally {
      for (const vector of accumulators) releaseVector(this.memory, vector);
    }
  }

  private overflowing(overflow: Address, count: number, failed: Map<number, SqlError>): void {
    const flags = this.memory.u8;
    for (let row = 0; row < count; row++) {
      if (flags[overflow + row]) failed.set(row, new SqlError('22003', 'bigint out of range'));
    }
  }

  private finish(
    {finish, slots, schema, type}: Finisher,
    accumulators: readonly Vector[],
    count: number,
    failed: Map<number, SqlError>,
  ): Vector {
    if (typeof finish === 'number') {
      return retyped(retainVector(this.memory, accumulators[slots[finish]]), type);
    }
    const columns = slots.map(slot => retainVector(this.memory, accumulators[slot]));
    const batch = new Batch(this.memory, {schema, length: count, columns});
    try {
      const {vector, errors} = finish.evaluate(batch);
      for (const [row, error] of errors ?? []) if (!failed.has(row)) failed.set(row, error);
      return retyped(vector, type);
    } finally {
      batch.release();
    }
  }
}

type Results = {readonly vectors: readonly Vector[]; readonly errors: RowErrors | null};

type Finisher = {
  readonly type: SqlType;
  readonly slots: readonly number[];
  readonly schema: Schema;
  /** A number: accumulator as it is. */
  readonly finish: CompiledExpr | number;
};

function slotIndex(
  slots: AccumulatorSlot[],
  accumulator: Accumulator,
  aggregate: PhysicalAggregate,
  types: readonly SqlType[],
): number {
  const slot: AccumulatorSlot = {
    accumulator,
    arguments: aggregate.args,
    filter: aggregate.filter,
    // The least of the distinct values is the least of all.
    distinct: aggregate.distinct && accumulator.kind !== 'minmax',
    type: accumulatorType(accumulator, types),
  };
  const same = JSON.stringify(slot);
  const known = slots.findIndex(other => JSON.stringify(other) === same);
  if (known >= 0) return known;
  slots.push(slot);
  return slots.length - 1;
}

function emptyAccumulator(accumulator: Accumulator): Datum {
  switch (accumulator.kind) {
    case 'count':
    case 'sum64':
    case 'specials':
      return 0n;
    case 'sum128':
      return {coefficient: 0n, scale: accumulator.scale};
    case 'exactFloat':
      return 0;
    case 'decimalSum':
      return decimalFromBigint(0n);
    case 'minmax':
    case 'collect':
      return null;
  }
}

function retyped(vector: Vector, type: SqlType): Vector {
  return vector.type === type || !sameLayout(vector.type, type) ? vector : {...vector, type};
}
