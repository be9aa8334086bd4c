import {Batch} from '../columnar/batch.ts';
import {vectorFromDatums} from '../columnar/builder.ts';
import {datumReader} from '../columnar/datum-access.ts';
import {nullVector} from '../columnar/take.ts';
import {releaseVector, retainVector} from '../columnar/vector-references.ts';
import type {Vector} from '../columnar/vector.ts';
import {
  type Accumulator,
  type AccumulatedAggregate,
  accumulatorType,
  type FoldedAggregate,
  isFolded,
} from '../expr/aggregates/aggregate-row.ts';
import {type Fold, type FoldContext, type OrderedValues, orderedValues} from '../expr/aggregates/fold.ts';
import {callContext} from '../expr/call-context.ts';
import type {Expr} from '../expr/expr.ts';
import {aggregateBySignature} from '../expr/registry.ts';
import type {Address, Memory} from '../kernels/memory.ts';
import {substituteColumns} from '../plan/columns.ts';
import {sameExpr} from '../plan/expr-key.ts';
import type {PhysicalAggregate} from '../plan/physical.ts';
import type {Datum} from '../types/datum.ts';
import {decimalFromBigint} from '../types/decimal.ts';
import {type Schema, column} from '../types/schema.ts';
import {SqlError} from '../types/sql-error.ts';
import {NUMERIC, type SqlType, sameLayout} from '../types/sql-type.ts';
import {type CompiledExpr, compile} from './expressions.ts';
import type {OperatorContext} from './operator-context.ts';
import type {OrderedSlot} from './ordered-groups.ts';
import type {RowErrors} from './row-errors.ts';

/** One accumulator of the group state; aggregates over the same column share it (sum and avg, say). */
export type AccumulatorSlot = {
  readonly accumulator: Accumulator;
  /** The column that feeds it, of the input or computed. */
  readonly argument: number | null;
  readonly filter: number | null;
  /** The columns of which each different combination of values counts once; null: every row counts. */
  readonly distinct: readonly number[] | null;
  readonly type: SqlType;
};

/** One side of some groups that a tick changed, or all there is of the group of an aggregate without keys. */
export type GroupSide = {
  readonly count: number;
  readonly keys: readonly Vector[];
  /** A vector for each of the slots. */
  readonly accumulators: readonly Vector[];
  /** For each of the ordered slots. */
  readonly ordered: readonly OrderedSide[];
  /** As in GroupValues. */
  readonly overflow: Address;
  /** int64[count]: a group exists where it is above zero; 0: all do. */
  readonly weights: Address;
};

/** The values in order of groups. */
type OrderedSide = {
  /** Of each group in turn. */
  readonly groups: () => Iterable<OrderedValues>;
  /** The first argument of all rows of each group, as arrays; fresh. */
  readonly lists: (type: SqlType) => Vector;
};

/** From what is kept of groups to the results of the aggregates. */
export class AggregateResults {
  /** What the state must keep. */
  readonly accumulators: readonly AccumulatorSlot[];
  readonly ordered: readonly OrderedSlot[];
  /** Columns that follow those of the input: what accumulators are fed that is not there yet. */
  readonly computed: readonly Expr[];
  private readonly memory: Memory;
  private readonly keys: Schema;
  private readonly finishers: readonly (Accumulated | Folded)[];

  /** `types`: of the results. */
  constructor(
    types: readonly SqlType[],
    input: Schema,
    keys: readonly number[],
    aggregates: readonly PhysicalAggregate[],
    context: OperatorContext,
  ) {
    this.memory = context.memory;
    this.keys = keys.map(key => input[key]);
    const slots = new SlotList(input);
    this.finishers = aggregates.map((aggregate, i) => {
      const row = aggregateBySignature(aggregate.signature);
      const type = types[i];
      return isFolded(row)
        ? folded(row, aggregate, type, slots, context)
        : accumulated(row, aggregate, type, slots, context);
    });
    this.accumulators = slots.accumulators;
    this.ordered = slots.ordered;
    this.computed = slots.computed;
  }

  /** The result vectors, and the groups that have none (then their lanes are arbitrary). */
  evaluate(side: GroupSide): Results {
    const {count, overflow, weights} = side;
    const failed = new Map<number, SqlError>();
    if (overflow !== 0) this.overflowing(overflow, count, failed);
    const folds = this.fold(side, failed);
    const vectors: Vector[] = [];
    try {
      for (const finisher of this.finishers) {
        vectors.push(
          'fold' in finisher
            ? this.folded(finisher, side, folds)
            : this.finish(finisher, side.accumulators, count, failed),
        );
      }
    } catch (error) {
      for (const vector of vectors) releaseVector(this.memory, vector);
      throw error;
    }
    if (weights !== 0 && failed.size > 0) {
      for (const row of [...failed.keys()]) if (!this.exists(weights, row)) failed.delete(row);
    }
    return {vectors, errors: failed.size > 0 ? failed : null};
  }

  private exists(weights: Address, row: number): boolean {
    return weights === 0 || this.memory.i64[(weights >>> 3) + row] > 0n;
  }

  /** Of the one group of an aggregate without keys, over no input. */
  emptyGroup(): Results {
    const none = 0 as Address;
    const accumulators = this.accumulators.map(({accumulator, type}) =>
      vectorFromDatums(this.memory, type, [emptyAccumulator(accumulator)]),
    );
    const ordered = this.ordered.map((): OrderedSide => {
      return {groups: () => [orderedValues([])], lists: type => nullVector(this.memory, type, 1)};
    });
    try {
      return this.evaluate({count: 1, keys: [], accumulators, ordered, overflow: none, weights: none});
    } finally {
      for (const vector of accumulators) releaseVector(this.memory, vector);
    }
  }

  private folded(finisher: Folded, side: GroupSide, folds: ReadonlyMap<Folded, readonly Datum[]>): Vector {
    const datums = folds.get(finisher);
    if (datums) return vectorFromDatums(this.memory, finisher.type, datums);
    return retyped(side.ordered[finisher.slot].lists(finisher.type), finisher.type);
  }

  /** The results of the folds, those over the same values in one go. */
  private fold(side: GroupSide, failed: Map<number, SqlError>): ReadonlyMap<Folded, readonly Datum[]> {
    const results = new Map<Folded, Datum[]>();
    const direct = new Map<Folded, (group: number) => Datum[]>();
    const release: Vector[] = [];
    const folds = this.finishers.filter(finisher => 'fold' in finisher).filter(({collects}) => !collects);
    try {
      for (const fold of folds) {
        results.set(fold, []);
        direct.set(fold, this.directArguments(fold, side, failed, release));
      }
      side.ordered.forEach(({groups}, slot) => {
        const here = folds.filter(fold => fold.slot === slot);
        if (here.length === 0) return;
        let group = 0;
        for (const values of groups()) {
          for (const fold of here) {
            const there = this.exists(side.weights, group) && !failed.has(group);
            results.get(fold)!.push(there ? folding(fold, values, direct.get(fold)!(group), group, failed) : null);
          }
          group++;
        }
      });
    } finally {
      for (const vector of release) releaseVector(this.memory, vector);
    }
    return results;
  }

  private directArguments(
    {direct}: Folded,
    {keys, count}: GroupSide,
    failed: Map<number, SqlError>,
    release: Vector[],
  ): (group: number) => Datum[] {
    if (direct.length === 0) return () => [];
    const columns = keys.map(key => retainVector(this.memory, key));
    const batch = new Batch(this.memory, {schema: this.keys, length: count, columns});
    const readers = direct.map(expr => {
      const {vector, errors} = expr.evaluate(batch);
      for (const [group, error] of errors ?? []) if (!failed.has(group)) failed.set(group, error);
      release.push(vector);
      return datumReader(this.memory, vector);
    });
    batch.release();
    return group => readers.map(read => read(group));
  }

  private overflowing(overflow: Address, count: number, failed: Map<number, SqlError>): void {
    const flags = this.memory.u8;
    for (let row = 0; row < count; row++) {
      if (flags[overflow + row]) failed.set(row, new SqlError('22003', 'bigint out of range'));
    }
  }

  private finish(
    {finish, slots, schema, type}: Accumulated,
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

type Accumulated = {
  readonly type: SqlType;
  readonly slots: readonly number[];
  readonly schema: Schema;
  /** A number: accumulator as it is. */
  readonly finish: CompiledExpr | number;
};

type Folded = {
  readonly type: SqlType;
  readonly slot: number;
  readonly fold: Fold;
  /** Its arrays are made column by column. */
  readonly collects: boolean;
  readonly direct: readonly CompiledExpr[];
  readonly context: FoldContext;
};

function accumulated(
  row: AccumulatedAggregate,
  aggregate: PhysicalAggregate,
  type: SqlType,
  slots: SlotList,
  context: OperatorContext,
): Accumulated {
  const types = aggregate.args.map(arg => slots.typeOf(arg));
  const own = row.accumulators(types).map(accumulator => slots.accumulator(accumulator, aggregate));
  const schema = own.map((slot, j) => column(`accumulator${j}`, slots.accumulators[slot].type));
  const finish = row.finish(types);
  return {type, slots: own, schema, finish: finish.op === 'column' ? finish.index : compile(finish, context)};
}

function folded(
  row: FoldedAggregate,
  aggregate: PhysicalAggregate,
  type: SqlType,
  slots: SlotList,
  context: OperatorContext,
): Folded {
  const types = aggregate.args.map(arg => slots.typeOf(arg));
  const fold = row.fold(types);
  const order = (aggregate.order ?? []).map(({descending, nullsFirst}) => ({descending, nullsFirst}));
  return {
    type,
    fold,
    collects: fold.collects === true && !aggregate.distinct,
    slot: slots.values(fold, aggregate),
    direct: (aggregate.direct ?? []).map(expr => compile(expr, context)),
    context: Object.assign(callContext(context.environment, types, type), {order}),
  };
}

function folding(
  {fold, context}: Folded,
  values: OrderedValues,
  direct: readonly Datum[],
  group: number,
  failed: Map<number, SqlError>,
): Datum {
  try {
    return fold.finish(values, direct, context);
  } catch (error) {
    if (!(error instanceof SqlError)) throw error;
    failed.set(group, error);
    return null;
  }
}

/** What the aggregates of an operator want kept; the same thing is kept once. */
class SlotList {
  readonly accumulators: AccumulatorSlot[] = [];
  readonly ordered: OrderedSlot[] = [];
  readonly computed: Expr[] = [];
  private readonly input: Schema;

  constructor(input: Schema) {
    this.input = input;
  }

  typeOf(column: number): SqlType {
    return column < this.input.length ? this.input[column].type : this.computed[column - this.input.length].type;
  }

  accumulator({input, ...accumulator}: Accumulator, {args, filter, distinct}: PhysicalAggregate): number {
    let argument = input ? this.compute(input, args) : (args[0] ?? null);
    if (accumulator.kind === 'decimalSum' && this.typeOf(argument!).digits) {
      argument = this.compute(asVariableLength(this.typeOf(argument!)), [argument!]);
    }
    const type = accumulatorType(accumulator, argument === null ? [] : [this.typeOf(argument)]);
    // The least of the distinct values is the least of all.
    const values = distinct && accumulator.kind !== 'minmax' ? args : null;
    return placeOf(this.accumulators, {accumulator, argument, filter, distinct: values, type});
  }

  /** The values that a fold is over. */
  values(
    {kept, required = [], order: own, positional = false}: Fold,
    {args, filter, distinct, order = []}: PhysicalAggregate,
  ): number {
    const stored = kept ? [this.compute(kept, args)] : args;
    const moved = order.map(key => ({...key, column: kept ? stored[args.indexOf(key.column)] : key.column}));
    const owned = own?.map(({argument, descending}) => ({column: args[argument], descending, nullsFirst: false}));
    return placeOf(this.ordered, {
      arguments: stored,
      required,
      filter,
      distinct: distinct && !positional,
      order: owned ?? moved,
      positional,
    });
  }

  /** The column of the expression, whose column i is column args[i]. */
  private compute(expr: Expr, args: readonly number[]): number {
    const over = substituteColumns(
      expr,
      args.map((index): Expr => ({op: 'column', index, type: this.typeOf(index)})),
    );
    if (over.op === 'column') return over.index;
    const there = this.computed.findIndex(other => sameExpr(other, over));
    return this.input.length + (there >= 0 ? there : this.computed.push(over) - 1);
  }
}

/** The place in the list of what is the same, put there if it is not. */
function placeOf<T>(list: T[], item: T): number {
  const text = JSON.stringify(item);
  const there = list.findIndex(other => JSON.stringify(other) === text);
  return there >= 0 ? there : list.push(item) - 1;
}

/** A numeric of fixed digits in the layout of any numeric. */
function asVariableLength(type: SqlType): Expr {
  return {op: 'call', signature: 'cast(numeric,numeric)', args: [{op: 'column', index: 0, type}], type: NUMERIC};
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
      return accumulator.width === 'exact' ? new Uint8Array(16) : 0;
    case 'decimalSum':
      return decimalFromBigint(0n);
    case 'minmax':
      return null;
  }
}

function retyped(vector: Vector, type: SqlType): Vector {
  return vector.type === type || !sameLayout(vector.type, type) ? vector : {...vector, type};
}
