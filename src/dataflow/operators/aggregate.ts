import {Batch} from '../../columnar/batch.ts';
import {releaseVector, retainVector} from '../../columnar/vector-references.ts';
import type {Vector} from '../../columnar/vector.ts';
import type {Address, Memory} from '../../kernels/memory.ts';
import type {PhysicalAggregate} from '../../plan/physical.ts';
import type {Schema} from '../../types/schema.ts';
import type {Tick} from '../../types/tick.ts';
import {AggregateState} from '../aggregate-state.ts';
import type {GroupChanges, GroupValues} from '../arrangement/group-table.ts';
import type {Side} from '../arrangement/reader.ts';
import {Coalescer} from '../coalescer.ts';
import type {OperatorContext} from '../operator-context.ts';
import type {Checkpointable, Operator, Output} from '../operator.ts';
import {positiveLanes} from '../presence.ts';
import {type RowErrors, rowPrinter, withoutRows} from '../row-errors.ts';
import {AggregateResults} from '../aggregate-results.ts';

/**
 * O = one row a group: its keys and its aggregates. ΔO = Σ over the groups that the tick changed: −(row before) + (row
 * after), where the group existed or exists. Without keys there is one group, which exists even over no input.
 * State: a row of accumulators for each group; for DISTINCT and for min and max over an input that retracts, the
 * distinct values of each group. A group whose result cannot be computed (22003) is an error row, until it can.
 */
export class AggregateOperator implements Operator {
  readonly name = 'aggregate';
  readonly schema: Schema;
  private readonly memory: Memory;
  private readonly groups: AggregateState;
  private readonly results: AggregateResults;
  private readonly keyless: boolean;
  private readonly output: Coalescer;
  private changes: Iterator<GroupChanges> | null = null;
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
    this.results = new AggregateResults(schema, input.schema, keys.length, aggregates, context);
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
    this.changes ??= this.groups.changes()[Symbol.iterator]();
    const next = this.changes.next();
    if (!next.done) {
      this.emitChanges(next.value, out);
      return 'more';
    }
    if (this.keyless && !this.begun) {
      this.begun = true;
      this.emitSide(this.results.emptyGroup(), 1, false, out);
    }
    this.output.flush(out);
    this.changes = null;
    this.groups.endTick();
    return 'done';
  }

  private emitChanges(changes: GroupChanges, out: Output): void {
    try {
      if (!this.keyless || this.begun) this.emitSide(this.sideOf(changes, 'before'), changes.count, true, out);
      this.emitSide(this.sideOf(changes, 'after'), changes.count, false, out);
      this.begun = true;
    } finally {
      changes.release();
    }
  }

  private sideOf(changes: GroupChanges, side: Side): GroupSide {
    const values: GroupValues = changes[side];
    return {
      keys: changes.keys,
      weights: values.weights,
      overflow: values.overflow,
      accumulators: this.groups.accumulators(changes, side),
    };
  }

  /** The rows of the groups that exist on one side of the tick, and the errors of those that have none. */
  private emitSide(side: GroupSide, count: number, retract: boolean, out: Output): void {
    const {memory} = this;
    const there = this.keyless ? null : positiveLanes(memory, side.weights, count);
    let vectors: readonly Vector[];
    let errors: RowErrors | null;
    try {
      ({vectors, errors} = this.results.evaluate(side, count, there));
    } finally {
      for (const vector of side.accumulators) releaseVector(memory, vector);
    }
    let weights = 0 as Address;
    if (retract) {
      weights = memory.alloc(count * 8);
      memory.kernels.fill_fixed8(weights, -1n, count);
    }
    const batch = new Batch(memory, {
      schema: this.schema,
      length: count,
      columns: [...side.keys.map(key => retainVector(memory, key)), ...vectors],
      weights,
      ...there,
      consolidated: true,
    });
    if (!errors) {
      this.output.add(batch, out);
      return;
    }
    const keyText = rowPrinter(memory, side.keys);
    for (const [row, error] of errors) out.emitError(error, retract ? -1n : 1n, keyText(row));
    this.output.add(withoutRows(batch, errors), out);
    batch.release();
  }

  advance(): void {}

  close(): void {
    this.changes?.return?.();
    this.output.close();
    this.groups.close();
  }
}

/** Groups as they stand on one side of a tick. `accumulators` holds references of its own, one vector a slot. */
export type GroupSide = {
  readonly keys: readonly Vector[];
  readonly weights: Address;
  readonly overflow: Address;
  readonly accumulators: readonly Vector[];
};
