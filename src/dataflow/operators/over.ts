import {Batch} from '../../columnar/batch.ts';
import {vectorFromDatums, weightsFrom} from '../../columnar/builder.ts';
import {makeVectors, releaseVector} from '../../columnar/vector-references.ts';
import type {Vector} from '../../columnar/vector.ts';
import {evaluateConstant} from '../../expr/evaluate.ts';
import {inRangeOf} from '../../expr/in-range.ts';
import {type FrameBound, offsetColumns, type WindowFrame} from '../../expr/window-call.ts';
import type {Memory} from '../../kernels/memory.ts';
import type {PhysicalWindowCall, SortKey, WindowSpan} from '../../plan/physical.ts';
import type {Datum} from '../../types/datum.ts';
import type {Schema} from '../../types/schema.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {Tick} from '../../types/tick.ts';
import {type ChangedRange, OrderedPartitions} from '../arrangement/ordered-partitions.ts';
import {Coalescer} from '../coalescer.ts';
import type {OperatorContext} from '../operator-context.ts';
import type {Checkpointable, Operator, Output} from '../operator.ts';
import {rowPrinter} from '../row-errors.ts';
import {addChanges, type SideResults} from '../window/changes.ts';
import type {CallEvaluator} from '../window/call-evaluator.ts';
import {callEvaluator, callResults} from '../window/call-results.ts';
import {Frames, type RangeOrder, type ResolvedFrame} from '../window/frames.ts';
import {PartitionRows, StretchValues} from '../window/partition-rows.ts';
import type {Outcome} from '../window/same-datum.ts';
import {changedStretch} from '../window/stretch.ts';

type OverOptions = {
  readonly partition: readonly number[];
  readonly keys: readonly SortKey[];
  readonly calls: readonly PhysicalWindowCall[];
  readonly span: WindowSpan;
};

const CHUNK = 4096;
const UNBOUNDED: ResolvedFrame['start'] = {type: 'currentRow', offset: null};

/**
 * O = each row of I with the results of the calls over its partition, in the order of the keys (ties by the whole row; a row
 * of weight w is w rows in sequence). ΔO = over(I + ΔI) − over(I), of the partitions that ΔI touches: their rows from before
 * and after the tick are met in one walk, the calls are evaluated for both sides, and rows that differ come out. Of a
 * partition only the stretch is walked whose results can differ, and what these read, where `span` bounds it. A row for
 * which a call fails is an error row. State: every row of I, in order.
 */
export class OverOperator implements Operator {
  readonly name = 'window functions';
  readonly schema: Schema;
  private readonly memory: Memory;
  private readonly input: Schema;
  private readonly options: OverOptions;
  private readonly context: OperatorContext;
  private readonly rows: OrderedPartitions;
  private readonly evaluators: readonly CallEvaluator[];
  private readonly output: Coalescer;
  private work: Iterator<null> | null = null;

  constructor(schema: Schema, input: Schema, options: OverOptions, context: OperatorContext) {
    this.schema = schema;
    this.memory = context.memory;
    this.input = input;
    this.options = options;
    this.context = context;
    this.rows = new OrderedPartitions(context.memory, input, options.partition, options.keys);
    this.evaluators = options.calls.map(call => callEvaluator(call, input, context.environment));
    this.output = new Coalescer(context.memory, schema);
  }

  get stateBytes(): number {
    return this.rows.bytes;
  }

  get state(): readonly Checkpointable[] {
    return [this.rows];
  }

  push(_port: number, delta: Batch): void {
    this.rows.append(delta);
  }

  flush(_tick: Tick, out: Output): 'done' | 'more' {
    this.work ??= this.run(out);
    if (!this.work.next().done) return 'more';
    this.work = null;
    this.output.flush(out);
    this.rows.endTick();
    return 'done';
  }

  /** Yields every few thousand rows. */
  private *run(out: Output): Generator<null> {
    // A frame that cannot be is an error of the query, even over no rows.
    const frames = this.options.calls.map(({frame}) => (offsetColumns(frame).length > 0 ? null : this.resolved(frame)));
    const ranges = yield* this.rows.changed();
    for (const range of ranges) {
      yield* this.partition(range, frames, out);
      yield null;
    }
  }

  private *partition(range: ChangedRange, frames: readonly (ResolvedFrame | null)[], out: Output): Generator<null> {
    const {keys, calls, span} = this.options;
    const {stretch, from, compareTo} = yield* changedStretch(this.rows, range, span);
    const read = calls.flatMap(({args, filter, frame}) => [
      ...args,
      ...(filter === null ? [] : [filter]),
      ...offsetColumns(frame),
    ]);
    const values = yield* StretchValues.read(this.rows, stretch, read, span.peers ? keys : null);
    const compareFrom = span.peersAhead ? values.startOfGroup(from) : from;
    const before = yield* this.side(values, stretch.before, compareFrom, compareTo, frames);
    const after = yield* this.side(values, stretch.after, compareFrom, compareTo, frames);
    let [atBefore, atAfter] = [before.first, after.first];
    let chunk = new OutputRows(calls.length);
    for (let i = compareFrom; i < compareTo; i++) {
      const [was, is] = [stretch.before[i], stretch.after[i]];
      addChanges(
        {side: before, at: atBefore, copies: was},
        {side: after, at: atAfter, copies: is},
        (outcomes, weight) => chunk.add(stretch.references[i], outcomes, weight),
      );
      atBefore += was;
      atAfter += is;
      if (chunk.length >= CHUNK) {
        this.emit(chunk, out);
        chunk = new OutputRows(calls.length);
        yield null;
      } else if (i % CHUNK === CHUNK - 1) yield null;
    }
    this.emit(chunk, out);
  }

  /** The results for rows [from, to) of the stretch, as often as they are on the side. */
  private *side(
    values: StretchValues,
    copies: Float64Array,
    from: number,
    to: number,
    frames: readonly (ResolvedFrame | null)[],
  ): Generator<null, SideResults> {
    const first = total(copies, 0, from);
    const behind = first + total(copies, from, to);
    const rows = new PartitionRows(values, copies);
    const calls: (readonly Outcome[])[] = [];
    for (const [i, evaluator] of this.evaluators.entries()) {
      const frame = frames[i] ?? this.frameOf(this.options.calls[i].frame, values);
      if (frame instanceof SqlError) {
        calls.push(new Array<Outcome>(behind - first).fill(frame));
        continue;
      }
      const answer = evaluator(rows, new Frames(rows, frame, this.rangeOrder()));
      calls.push(yield* callResults(answer, first, behind));
    }
    return {first, calls};
  }

  private rangeOrder(): RangeOrder | null {
    const [key] = this.options.keys;
    return key ? {key, schema: this.input, environment: this.context.environment} : null;
  }

  /** With the offsets that the rows of the partition have. */
  private frameOf(frame: WindowFrame, values: StretchValues): ResolvedFrame | SqlError {
    if (values.stretch.references.length === 0) return {...frame, start: UNBOUNDED, end: UNBOUNDED};
    try {
      return this.resolved(frame, column => values.column(column)[0]);
    } catch (error) {
      if (error instanceof SqlError) return error;
      throw error;
    }
  }

  /** Errors: 22004 and 22013 for offsets that are NULL or negative. */
  private resolved(frame: WindowFrame, valueOf?: (column: number) => Datum): ResolvedFrame {
    const bound = (of: FrameBound, which: 'starting' | 'ending'): ResolvedFrame['start'] => {
      if (!('offset' in of)) return {type: of.type, offset: null};
      const offset =
        of.offset.op === 'column' ? valueOf!(of.offset.index) : evaluateConstant(of.offset, this.context.environment);
      if (offset === null) throw new SqlError('22004', `frame ${which} offset must not be null`);
      if (frame.unit === 'range') inRangeOf(this.input[this.options.keys[0].column].type).check(offset);
      else if ((offset as bigint) < 0n) throw new SqlError('22013', `frame ${which} offset must not be negative`);
      return {type: of.type, offset};
    };
    return {...frame, start: bound(frame.start, 'starting'), end: bound(frame.end, 'ending')};
  }

  private emit(chunk: OutputRows, out: Output): void {
    const {memory, schema} = this;
    if (chunk.failed.length > 0) this.emitErrors(chunk.failed, out);
    if (chunk.length === 0) return;
    const columns = makeVectors(memory, chunk.results, (values, i) =>
      vectorFromDatums(memory, schema[this.input.length + i].type, values),
    );
    const {length} = chunk;
    const weights = weightsFrom(memory, chunk.weights);
    const rows = this.gather(chunk.references);
    this.output.add(
      new Batch(memory, {schema, length, columns: [...rows, ...columns], weights, consolidated: true}),
      out,
    );
  }

  private emitErrors(failed: readonly FailedRow[], out: Output): void {
    const rows = this.gather(failed.map(({reference}) => reference));
    const text = rowPrinter(this.memory, rows);
    failed.forEach(({error, weight}, i) => out.emitError(error, weight, text(i)));
    for (const vector of rows) releaseVector(this.memory, vector);
  }

  /** The input's columns of these rows. */
  private gather(references: readonly number[]): readonly Vector[] {
    const {memory} = this;
    const list = memory.alloc(references.length * 4);
    memory.u32.set(references, list >>> 2);
    const vectors = this.rows.gather([...this.input.keys()], list, references.length);
    memory.release(list);
    return vectors;
  }

  advance(): void {}

  close(): void {
    this.work?.return?.();
    this.output.close();
    this.rows.close();
  }
}

/** A row for which a call fails. */
type FailedRow = {readonly reference: number; readonly error: SqlError; readonly weight: bigint};

/** Rows on their way out: references to the input's, and the results of the calls, a list each. */
class OutputRows {
  readonly references: number[] = [];
  readonly weights: bigint[] = [];
  readonly results: Datum[][];
  failed: FailedRow[] = [];

  constructor(calls: number) {
    this.results = Array.from({length: calls}, () => []);
  }

  get length(): number {
    return this.references.length;
  }

  add(reference: number, outcomes: readonly Outcome[], weight: bigint): void {
    const error = outcomes.find(outcome => outcome instanceof SqlError);
    if (error) {
      this.failed.push({reference, error, weight});
      return;
    }
    this.references.push(reference);
    this.weights.push(weight);
    outcomes.forEach((outcome, i) => this.results[i].push(outcome as Datum));
  }
}

function total(copies: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += copies[i];
  return sum;
}
