import {Batch} from '../columnar/batch.ts';
import {filterBatch} from '../columnar/batch-rows.ts';
import {releaseVector, retainVector} from '../columnar/vector-references.ts';
import type {Vector} from '../columnar/vector.ts';
import type {Address, Memory} from '../kernels/memory.ts';
import {type Schema, column} from '../types/schema.ts';
import {BOOLEAN} from '../types/sql-type.ts';
import type {AccumulatorSlot, AggregateResults, GroupSide} from './aggregate-results.ts';
import {type AccumulatorInput, type GroupChanges, GroupTable} from './arrangement/group-table.ts';
import {OrderedMultiset} from './arrangement/ordered-multiset.ts';
import type {Side} from './arrangement/reader.ts';
import {type CompiledExpr, compile} from './expressions.ts';
import type {OperatorContext} from './operator-context.ts';
import type {Checkpointable} from './operator.ts';
import {OrderedGroups} from './ordered-groups.ts';
import {presenceFlips} from './presence.ts';

/**
 * What the groups of an aggregate keep. The linear accumulators are in one group table. A DISTINCT accumulator is fed by
 * the values that enter or leave a table of the group's distinct values. Min and max over an input that retracts are the
 * first row of a multiset in order; values in order are such a multiset too. The group table is then told which groups to
 * look at again.
 */
export class AggregateState {
  private readonly memory: Memory;
  private readonly keys: readonly number[];
  /** Of the input with the computed columns. */
  private readonly schema: Schema;
  private readonly computed: readonly CompiledExpr[];
  private readonly table: GroupTable;
  /** What rows of the input feed, an entry for each accumulator of the table. */
  private readonly inputs: readonly AccumulatorInput[];
  private readonly distincts: readonly DistinctValues[];
  private readonly extremes: readonly Extreme[];
  private readonly ordered: readonly OrderedGroups[];
  /** For each slot: its accumulator in the table, or what stands beside it. */
  private readonly places: readonly (number | Extreme)[];

  constructor(
    input: {readonly schema: Schema; readonly monotonic: boolean},
    keys: readonly number[],
    {accumulators: slots, ordered, computed}: Pick<AggregateResults, 'accumulators' | 'ordered' | 'computed'>,
    context: OperatorContext,
  ) {
    this.memory = context.memory;
    this.keys = keys;
    const appendOnly = input.monotonic || (context.mode === 'once' && !context.retractions);
    const schema = [...input.schema, ...computed.map((expr, i) => column(`computed${i}`, expr.type))];
    this.schema = schema;
    this.computed = computed.map(expr => compile(expr, context));
    const never = schema.length;
    const tabled: AccumulatorSlot[] = [];
    const extremes: Extreme[] = [];
    this.places = slots.map(slot => {
      const {accumulator} = slot;
      if (accumulator.kind !== 'minmax' || (appendOnly && !accumulator.exact)) return tabled.push(slot) - 1;
      extremes.push(new Extreme(context.memory, schema, keys, slot, accumulator.order));
      return extremes.at(-1)!;
    });
    const plain = !tabled.some(({distinct}) => distinct);
    this.table = new GroupTable(
      context.memory,
      keys.map(key => input.schema[key]),
      tabled.map(slot => ({
        accumulator: slot.accumulator,
        argument: slot.argument === null ? null : schema[slot.argument].type,
        // Values of DISTINCT add to the weight of a group; without any it is the number of its rows.
        everyRow: plain && countsEveryRow(slot, schema),
      })),
    );
    this.inputs = tabled.map(({argument, filter, distinct}) => ({argument, filter: distinct ? never : filter}));
    this.extremes = extremes;
    this.ordered = ordered.map(slot => new OrderedGroups(context.memory, schema, keys, slot));
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

  private get beside(): readonly (Extreme | OrderedGroups)[] {
    return [...this.extremes, ...this.ordered];
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
    if (this.computed.length === 0) return delta.retain();
    const made = this.computed.map(expr => expr.evaluate(delta).vector);
    return delta.withColumns(this.schema, [...delta.columns.map(vector => retainVector(this.memory, vector)), ...made]);
  }

  /** Once a tick, after its last update. */
  settle(): void {
    for (const distinct of this.distincts) distinct.feed(this.table);
  }

  /** Values in order can be read as they were only until `apply`, and as they are only from then on. */
  get oneSideAtATime(): boolean {
    return this.ordered.length > 0;
  }

  apply(): void {
    for (const groups of this.ordered) groups.apply();
  }

  /** The groups that the tick touched; the same again if asked again. */
  changes(): Iterable<GroupChanges> {
    return this.table.changes({touched: this.beside.length > 0});
  }

  /** What is kept of the groups; whoever has `use` of it keeps nothing. Without keys the one group is always there. */
  side<T>(changes: GroupChanges, side: Side, use: (side: GroupSide) => T): T {
    const {keys, count} = changes;
    const {weights, overflow} = changes[side];
    const accumulators = this.places.map(place =>
      typeof place === 'number'
        ? retainVector(this.memory, changes[side].accumulators[place])
        : place.values(side, keys, count),
    );
    const ordered = this.ordered.map(groups => ({
      groups: () => groups.groups(keys, count),
      lists: () => groups.lists(keys, count),
    }));
    try {
      const there = this.keys.length === 0 ? (0 as Address) : weights;
      return use({count, keys, accumulators, ordered, overflow, weights: there});
    } finally {
      for (const vector of accumulators) releaseVector(this.memory, vector);
    }
  }

  endTick(): void {
    this.table.endTick();
    for (const {table} of this.distincts) table.endTick();
    for (const {rows} of this.extremes) rows.endTick();
    for (const groups of this.ordered) groups.endTick();
  }

  close(): void {
    this.table.close();
    for (const {table} of this.distincts) table.close();
    for (const {rows} of this.extremes) rows.close();
    for (const groups of this.ordered) groups.close();
  }
}

/** It is the number of the group's rows: its weight. */
function countsEveryRow({accumulator, argument, filter}: AccumulatorSlot, schema: Schema): boolean {
  if (accumulator.kind !== 'count' || accumulator.of === 'true' || filter !== null) return false;
  return accumulator.of === 'rows' || !schema[argument!].nullable;
}

/** The least or greatest value of each group: rows (keys, value) in order of the value. */
class Extreme {
  readonly rows: OrderedMultiset;
  private readonly schema: Schema;
  private readonly columns: readonly number[];
  private readonly filter: number | null;

  constructor(memory: Memory, input: Schema, keys: readonly number[], slot: AccumulatorSlot, order: 'min' | 'max') {
    this.columns = [...keys, slot.argument!];
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
  /** Of the rows: keys, the values, then what is computed of them. */
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
    const values = slot.distinct!;
    const fed = tabled.filter(other => sameValues(slot, other)).flatMap(({argument}) => argument ?? []);
    const computed = [...new Set(fed)].filter(argument => !values.includes(argument));
    this.columns = [...keys, ...values, ...computed];
    this.schema = this.columns.map(index => input[index]);
    this.filter = slot.filter;
    this.keys = keys.map((_, i) => i);
    // What is computed is the same for equal values (but for how it is written): as a key it divides nothing.
    this.table = new GroupTable(memory, this.schema, []);
    const place = (argument: number) => this.columns.indexOf(argument, keys.length);
    this.inputs = tabled.map(other => {
      const wanted = sameValues(slot, other);
      const argument = wanted && other.argument !== null ? place(other.argument) : null;
      return {argument, filter: wanted ? null : this.columns.length};
    });
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
  return a.distinct !== null && a.filter === b.filter && a.distinct.join() === b.distinct?.join();
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
