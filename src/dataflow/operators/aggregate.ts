import {Batch} from '../../columnar/batch.ts';
import {consolidate} from '../../columnar/consolidate.ts';
import {weightOf} from '../../columnar/datum-access.ts';
import {DESCRIPTOR_BYTES, describeColumns} from '../../columnar/descriptor.ts';
import {releaseVector, retainVector} from '../../columnar/vector-references.ts';
import type {Vector} from '../../columnar/vector.ts';
import {SHOWN_KEY} from '../../expr/aggregates/min-max.ts';
import {ABSENT, type Address, type Memory} from '../../kernels/memory.ts';
import type {PhysicalAggregate} from '../../plan/physical.ts';
import type {Schema} from '../../types/schema.ts';
import {hasForms} from '../../types/sql-type.ts';
import type {Tick} from '../../types/tick.ts';
import {AggregateState} from '../aggregate-state.ts';
import type {GroupChanges} from '../arrangement/group-table.ts';
import type {Side} from '../arrangement/reader.ts';
import {Coalescer} from '../coalescer.ts';
import type {OperatorContext} from '../operator-context.ts';
import type {Checkpointable, Operator, Output} from '../operator.ts';
import {type RowErrors, rowPrinter, withoutRows} from '../row-errors.ts';
import {AggregateResults} from '../aggregate-results.ts';

/**
 * O = one row a group: its keys and its aggregates. ΔO = Σ over the groups that the tick changed: −(row before) + (row
 * after), where the group existed or exists. Without keys there is one group, which exists even over no input.
 * State: a row of accumulators for each group; for DISTINCT, for min and max over an input that retracts, and for values in
 * order, the distinct values of each group; of keys that may be written in several ways (1.0, 1.00), those that are there: the
 * plainest is shown. A group whose result cannot be computed (22003) is an error row, until it can.
 */
export class AggregateOperator implements Operator {
  readonly name = 'aggregate';
  readonly schema: Schema;
  private readonly memory: Memory;
  private readonly groups: AggregateState;
  private readonly results: AggregateResults;
  private readonly keyless: boolean;
  /** For each key which of the shown keys it is, −1: it is shown as the group table has it. These follow the aggregates. */
  private readonly shownKeys: readonly number[];
  private readonly output: Coalescer;
  private changes: Iterator<ChangedGroups> | null = null;
  /** The row of a keyless aggregate is out. */
  private begun: boolean;

  constructor(
    schema: Schema,
    input: {readonly schema: Schema; readonly monotonic: boolean},
    keys: readonly number[],
    aggregates: readonly PhysicalAggregate[],
    context: OperatorContext,
  ) {
    this.schema = schema;
    this.memory = context.memory;
    const shown = keys.filter(key => hasForms(input.schema[key].type));
    this.shownKeys = keys.map(key => shown.indexOf(key));
    const calls = [...aggregates, ...shown.map(shownKey)];
    const types = [...schema.slice(keys.length), ...shown.map(key => input.schema[key])].map(({type}) => type);
    this.results = new AggregateResults(types, input.schema, keys, calls, context);
    this.groups = new AggregateState(input, keys, this.results, context);
    this.keyless = keys.length === 0;
    this.begun = context.restored;
    this.output = new Coalescer(context.memory, schema);
  }

  get stateBytes(): number {
    return this.groups.bytes;
  }

  get state(): readonly Checkpointable[] {
    return this.groups.structures;
  }

  push(_port: number, delta: Batch): void {
    this.groups.update(delta);
  }

  flush(_tick: Tick, out: Output): 'done' | 'more' {
    this.changes ??= this.changedGroups();
    const next = this.changes.next();
    if (!next.done) {
      this.emitChanges(next.value, out);
      return 'more';
    }
    if (this.keyless && !this.begun) {
      this.begun = true;
      this.emitEmptyGroup(out);
    }
    this.output.flush(out);
    this.changes = null;
    this.groups.endTick();
    return 'done';
  }

  private *changedGroups(): Generator<ChangedGroups> {
    const {groups} = this;
    groups.settle();
    const earlier: GroupResults[] = [];
    try {
      if (groups.oneSideAtATime) {
        for (const changes of groups.changes()) {
          earlier.push(this.evaluate(changes, 'before'));
          changes.release();
        }
        groups.apply();
      }
      for (const changes of groups.changes()) {
        const before = earlier.shift() ?? this.evaluate(changes, 'before');
        yield {changes, before, after: this.evaluate(changes, 'after')};
      }
    } finally {
      for (const {vectors} of earlier) for (const vector of vectors) releaseVector(this.memory, vector);
    }
  }

  private emitEmptyGroup(out: Output): void {
    const {vectors, errors} = this.results.emptyGroup();
    const row = new Batch(this.memory, {schema: this.schema, length: 1, columns: vectors, consolidated: true});
    if (!errors) {
      this.output.add(row, out);
      return;
    }
    row.release();
    for (const error of errors.values()) out.emitError(error, 1n, '()');
  }

  /** The rows that go and those that come; a group whose row stays as it is, is neither. */
  private emitChanges({changes, before: old, after}: ChangedGroups, out: Output): void {
    const {memory} = this;
    const {count} = changes;
    const first = this.keyless && !this.begun;
    const before = first ? {...old, errors: null} : old;
    const clean = before.errors === null && after.errors === null;
    const rows = memory.alloc(count * 8);
    const counts = this.compareSides(changes, before, after, clean && !first, rows);
    const going = first ? 0 : counts & 0xffff;
    this.begun = true;
    const batches = [
      this.rowsOf(changes, before, going, rows, -1n),
      this.rowsOf(changes, after, counts >>> 16, (rows + count * 4) as Address, 1n),
    ];
    memory.release(rows);
    if (!clean) this.emitWithErrors(changes, [before, after], batches, out);
    else for (const batch of batches) this.output.add(batch, out);
    changes.release();
  }

  private evaluate(changes: GroupChanges, side: Side): GroupResults {
    return this.groups.side(changes, side, kept => this.results.evaluate(kept));
  }

  /** Lists at `rows` the groups whose row goes, then those whose row comes; their numbers, 16 bits each. */
  private compareSides(
    changes: GroupChanges,
    before: GroupResults,
    after: GroupResults,
    compare: boolean,
    rows: Address,
  ): number {
    const {memory, keyless} = this;
    const columns = describeColumns(memory, [...before.vectors, ...after.vectors]);
    const width = before.vectors.length;
    const counts = memory.kernels.group_sides(
      columns,
      columns + width * DESCRIPTOR_BYTES,
      width,
      keyless ? ABSENT : changes.before.weights,
      keyless ? ABSENT : changes.after.weights,
      changes.count,
      Number(compare),
      rows,
    );
    memory.release(columns);
    return counts;
  }

  /** `count` groups of one side, listed at `rows`; takes over its vectors. */
  private rowsOf(
    {keys, count: length}: GroupChanges,
    {vectors}: GroupResults,
    count: number,
    rows: Address,
    weight: bigint,
  ): Batch {
    const {memory} = this;
    let selection = 0 as Address;
    if (count < length) {
      selection = memory.alloc(Math.max(count, 1) * 4);
      memory.kernels.copy_bytes(selection, rows, count * 4);
    }
    let weights = 0 as Address;
    if (weight !== 1n) {
      weights = memory.alloc(length * 8);
      memory.kernels.fill_fixed8(weights, weight, length);
    }
    const results = this.schema.length - keys.length;
    const columns = [
      ...keys.map((key, i) =>
        this.shownKeys[i] < 0 ? retainVector(memory, key) : vectors[results + this.shownKeys[i]],
      ),
      ...vectors.slice(0, results),
    ];
    return new Batch(memory, {
      schema: this.schema,
      length,
      columns,
      weights,
      selection,
      selected: count,
      consolidated: true,
    });
  }

  /** Groups without a result are error rows. Rows that stay were not left out, since failed lanes hold anything. */
  private emitWithErrors(
    {keys}: GroupChanges,
    sides: readonly GroupResults[],
    batches: readonly Batch[],
    out: Output,
  ): void {
    const {memory} = this;
    const keyText = rowPrinter(memory, keys);
    const sound = batches.map((batch, i) => {
      const {errors} = sides[i];
      for (const [row, error] of errors ?? []) out.emitError(error, weightOf(batch, row), keyText(row));
      return errors ? withoutRows(batch, errors) : batch.retain();
    });
    for (const batch of consolidate(memory, this.schema, sound)) this.output.add(batch, out);
    for (const batch of [...sound, ...batches]) batch.release();
  }

  advance(): void {}

  close(): void {
    this.changes?.return?.();
    this.output.close();
    this.groups.close();
  }
}

function shownKey(key: number): PhysicalAggregate {
  return {signature: SHOWN_KEY, args: [key], distinct: false, filter: null};
}

/** The results of groups on one side of a tick. */
type GroupResults = {
  readonly vectors: readonly Vector[];
  /** Only of groups that exist. */
  readonly errors: RowErrors | null;
};

type ChangedGroups = {readonly changes: GroupChanges; readonly before: GroupResults; readonly after: GroupResults};
