import {Batch} from '../columnar/batch.ts';
import {filterBatch} from '../columnar/batch-rows.ts';
import {retainVector} from '../columnar/vector-references.ts';
import type {Vector} from '../columnar/vector.ts';
import type {Expr} from '../expr/expr.ts';
import type {Address, Memory} from '../kernels/memory.ts';
import {type Schema, column} from '../types/schema.ts';
import {BOOLEAN, NUMERIC, type SqlType} from '../types/sql-type.ts';
import type {AccumulatorSlot, AggregateResults} from './aggregate-results.ts';
import {type AccumulatorInput, type GroupChanges, GroupTable} from './arrangement/group-table.ts';
import {OrderedMultiset} from './arrangement/ordered-multiset.ts';
import type {Side} from './arrangement/reader.ts';
import {Collected} from './collected.ts';
import {type CompiledExpr, compile} from './expressions.ts';
import type {OperatorContext} from './operator-context.ts';
import type {Checkpointable} from './operator.ts';
import {presenceFlips} from './presence.ts';

/**
 * What the groups of an aggregate keep. The linear accumulators are in one group table. A DISTINCT accumulator is fed by
 * the values that enter or leave a table of the group's distinct values. Min and max over an input that retracts are the
 * first row of a multiset in order; the group table is then told which groups to look at again.
 */
export class AggregateState {
  private readonly memory: Memory;
  private readonly keys: readonly number[];
  /** Of the input with the widened columns. */
  private readonly schema: Schema;
  private readonly widened: readonly CompiledExpr[];
  private readonly table: GroupTable;
  /** What rows of the input feed, an entry for each accumulator of the table. */
  private readonly inputs: readonly AccumulatorInput[];
  private readonly distincts: readonly DistinctValues[];
  /** What is kept beside the table, by group: extremes and collected values. */
  private readonly beside: readonly (Extreme | Collected)[];
  /** For each slot: its accumulator in the table, or what stands beside it. */
  private readonly places: readonly (number | Extreme | Collected)[];

  constructor(
    input: {readonly schema: Schema; readonly monotonic: boolean},
    keys: readonly number[],
    {accumulators: slots, widened}: Pick<AggregateResults, 'accumulators' | 'widened'>,
    context: OperatorContext,
  ) {
    this.memory = context.memory;
    this.keys = keys;
    const appendOnly = input.monotonic || (context.mode === 'once' && !context.retractions);
    const schema = [...input.schema, ...widened.map(index => ({...input.schema[index], type: NUMERIC}))];
    this.schema = schema;
    this.widened = widened.map(index => compile(asVariableLength(index, input.schema[index].type), context));
    const never = schema.length;
    const tabled: AccumulatorSlot[] = [];
    const beside: (Extreme | Collected)[] = [];
    this.places = slots.map(slot => {
      if (slot.accumulator.kind === 'minmax' && !appendOnly) {
        beside.push(new Extreme(context.memory, schema, keys, slot, slot.accumulator.order));
        return beside.at(-1)!;
      }
      if (slot.accumulator.kind === 'collect') {
        beside.push(new Collected(context.memory, schema, keys, slot));
        return beside.at(-1)!;
      }
      return tabled.push(slot) - 1;
    });
    const plain = !tabled.some(({distinct}) => distinct);
    this.table = new GroupTable(
      context.memory,
      keys.map(key => input.schema[key]),
      tabled.map(({accumulator, arguments: args, filter}) => ({
        accumulator,
        argument: args.length > 0 ? schema[args[0]].type : null,
        // Values of DISTINCT add to the weight of a group; without any it is the number of its rows.
        everyRow: plain && accumulator.kind === 'count' && accumulator.of === 'rows' && filter === null,
      })),
    );
    this.inputs = tabled.map(({arguments: args, filter, distinct}) => ({
      argument: args[0] ?? null,
      filter: distinct ? never : filter,
    }));
    this.beside = beside;
    this.distincts = distinctValues(context.memory, schema, keys, tabled);
  }

  get bytes(): number {
    let bytes = this.table.bytes;
    for (const {table} of this.distincts) bytes += table.bytes;
    for (const {rows} of this.beside) bytes += rows.bytes;
    return bytes;
  }

  get structures(): readonly Checkpointable[] {
    return [this.table, ...this.distincts.map(({table}) => table), ...this.beside.map(({rows}) => rows)];
  }

  update(delta: Batch): void {
    const wide = this.widen(delta);
    if (this.distincts.length === 0) {
      this.table.update(wide, this.keys, this.inputs);
    } else {
      const fed = withNever(wide);
      this.table.update(fed, this.keys, this.inputs);
      fed.release();
    }
    for (const distinct of this.distincts) distinct.update(wide);
    for (const kept of this.beside) kept.update(wide);
    wide.release();
  }

  private widen(delta: Batch): Batch {
    if (this.widened.length === 0) return delta.retain();
    const made = this.widened.map(expr => expr.evaluate(delta).vector);
    return delta.withColumns(this.schema, [...delta.columns.map(vector => retainVector(this.memory, vector)), ...made]);
  }

  /** The groups that the tick touched. Once a tick, after its last update. */
  *changes(): Iterable<GroupChanges> {
    for (const distinct of this.distincts) distinct.feed(this.table);
    yield* this.table.changes({touched: this.beside.length > 0});
  }

  /** A vector a slot, each with a reference for the caller. */
  accumulators(changes: GroupChanges, side: Side): readonly Vector[] {
    return this.places.map(place =>
      typeof place === 'number'
        ? retainVector(this.memory, changes[side].accumulators[place])
        : place.values(side, changes.keys, changes.count),
    );
  }

  endTick(): void {
    this.table.endTick();
    for (const {table} of this.distincts) table.endTick();
    for (const {rows} of this.beside) rows.endTick();
  }

  close(): void {
    this.table.close();
    for (const {table} of this.distincts) table.close();
    for (const {rows} of this.beside) rows.close();
  }
}

/** A numeric of fixed digits in the layout of any numeric. */
function asVariableLength(index: number, type: SqlType): Expr {
  return {op: 'call', signature: 'cast(numeric,numeric)', args: [{op: 'column', index, type}], type: NUMERIC};
}

/** The least or greatest value of each group: rows (keys, value) in order of the value. */
class Extreme {
  readonly rows: OrderedMultiset;
  private readonly schema: Schema;
  private readonly columns: readonly number[];
  private readonly filter: number | null;

  constructor(memory: Memory, input: Schema, keys: readonly number[], slot: AccumulatorSlot, order: 'min' | 'max') {
    this.columns = [...keys, slot.arguments[0]];
    this.schema = this.columns.map(index => input[index]);
    this.filter = slot.filter;
    this.rows = new OrderedMultiset(memory, this.schema, {
      partition: keys.map((_, i) => i),
      order: [{column: keys.length, descending: order === 'max', nullsFirst: false}],
      limit: 1n,
      offset: 0n,
    });
  }

  update(delta: Batch): void {
    const counting = this.filter === null ? delta.retain() : filterBatch(delta, delta.columns[this.filter]);
    const rows = counting.pick(this.schema, this.columns);
    counting.release();
    if (rows.selected > 0) this.rows.append(rows);
    rows.release();
  }

  values(side: Side, keys: readonly Vector[], count: number): Vector {
    const first = this.rows.first(side, keys, count);
    const [values] = this.rows.gather([this.columns.length - 1], first, count);
    this.rows.memory.release(first);
    return values;
  }
}

/** The distinct arguments of each group, of rows that pass one filter; feeds the accumulators that want these. */
class DistinctValues {
  readonly table: GroupTable;
  private readonly schema: Schema;
  private readonly columns: readonly number[];
  private readonly filter: number | null;
  private readonly keys: readonly number[];
  private readonly inputs: readonly AccumulatorInput[];

  constructor(
    memory: Memory,
    input: Schema,
    keys: readonly number[],
    slot: AccumulatorSlot,
    tabled: readonly AccumulatorSlot[],
  ) {
    this.columns = [...keys, ...slot.arguments];
    this.schema = this.columns.map(index => input[index]);
    this.filter = slot.filter;
    this.keys = keys.map((_, i) => i);
    this.table = new GroupTable(memory, this.schema, []);
    const value = slot.arguments.length > 0 ? keys.length : null;
    this.inputs = tabled.map(other => ({
      argument: other.arguments.length > 0 ? value : null,
      filter: sameValues(slot, other) ? null : this.columns.length,
    }));
  }

  update(delta: Batch): void {
    const counting = this.filter === null ? delta.retain() : filterBatch(delta, delta.columns[this.filter]);
    if (counting.selected > 0) this.table.update(counting, this.columns, []);
    counting.release();
  }

  /** Passes on the values that came or went in the tick. Their weight adds to the group's; that is 0 with the last row. */
  feed(target: GroupTable): void {
    const {memory} = this.table;
    for (const changes of this.table.changes()) {
      const flips = presenceFlips(memory, changes);
      if (flips) {
        const values = new Batch(memory, {
          schema: this.schema,
          length: changes.count,
          columns: changes.keys.map(key => retainVector(memory, key)),
          ...flips,
        });
        const fed = withNever(values);
        values.release();
        target.update(fed, this.keys, this.inputs);
        fed.release();
      }
      changes.release();
    }
  }
}

function distinctValues(
  memory: Memory,
  input: Schema,
  keys: readonly number[],
  tabled: readonly AccumulatorSlot[],
): readonly DistinctValues[] {
  const kinds: AccumulatorSlot[] = [];
  for (const slot of tabled) {
    if (slot.distinct && !kinds.some(other => sameValues(slot, other))) kinds.push(slot);
  }
  return kinds.map(slot => new DistinctValues(memory, input, keys, slot, tabled));
}

function sameValues(a: AccumulatorSlot, b: AccumulatorSlot): boolean {
  return a.distinct && b.distinct && a.filter === b.filter && a.arguments.join() === b.arguments.join();
}

/** The batch with one more column, false in every row: the filter of accumulators that these rows do not feed. */
function withNever(batch: Batch): Batch {
  const {memory, length} = batch;
  const never: Vector = {
    type: BOOLEAN,
    length,
    values: memory.allocZeroed((length + 7) >>> 3),
    offsets: 0 as Address,
    validity: 0 as Address,
    children: [],
  };
  return batch.withColumns(
    [...batch.schema, column('never', BOOLEAN, false)],
    [...batch.columns.map(vector => retainVector(memory, vector)), never],
  );
}
