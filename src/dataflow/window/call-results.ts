import {isFolded} from '../../expr/aggregates/aggregate-row.ts';
import {aggregateBySignature} from '../../expr/registry.ts';
import {type EvaluationContext, compileRowExpr} from '../../expr/evaluate.ts';
import {windowFunctionBySignature} from '../../expr/window-functions.ts';
import type {PhysicalWindowCall} from '../../plan/physical.ts';
import type {Datum} from '../../types/datum.ts';
import type {Schema} from '../../types/schema.ts';
import {SqlError} from '../../types/sql-error.ts';
import {frameAccumulation, type FrameAccumulation, type FrameAccumulator} from './frame-accumulators.ts';
import {type CallEvaluator, orError} from './call-evaluator.ts';
import {foldedCall} from './folded-call.ts';
import type {PartitionRows} from './partition-rows.ts';
import type {Outcome} from './same-datum.ts';

/** Rows between two pauses. */
const CHUNK = 4096;

export function callEvaluator(call: PhysicalWindowCall, input: Schema, environment: EvaluationContext): CallEvaluator {
  return call.kind === 'window' ? windowCall(call) : aggregateCall(call, input, environment);
}

export function* callResults(
  answer: (row: number) => Outcome,
  from: number,
  to: number,
): Generator<null, readonly Outcome[]> {
  const results: Outcome[] = [];
  for (let row = from; row < to; row++) {
    results.push(answer(row));
    if (results.length % CHUNK === 0) yield null;
  }
  return results;
}

function windowCall({signature, args}: PhysicalWindowCall): CallEvaluator {
  const {start} = windowFunctionBySignature(signature);
  return (rows, frames) => {
    const answer = start({
      rows: rows.rows,
      arg: (argument, row) => rows.value(args[argument], row),
      firstPeer: row => rows.firstPeer(row),
      behindPeers: row => rows.behindPeers(row),
      groupsBefore: row => rows.groupsBefore(row),
      nthOfFrame: (row, n) => frames.nth(row, n),
      nthOfFrameFromEnd: (row, n) => frames.nthFromEnd(row, n),
    });
    return row => orError(() => answer(row));
  };
}

function aggregateCall(call: PhysicalWindowCall, input: Schema, environment: EvaluationContext): CallEvaluator {
  const aggregate = aggregateBySignature(call.signature);
  const types = call.args.map(arg => input[arg].type);
  if (isFolded(aggregate)) return foldedCall(call, aggregate.fold(types), input, environment);
  const accumulations = aggregate.accumulators(types).map((accumulator): FedAccumulation => {
    const fed = accumulator.input && compileRowExpr(accumulator.input, environment);
    const type = accumulator.input?.type ?? types[0] ?? null;
    return {...frameAccumulation(accumulator, type), fed: fed ?? (([first = null]) => first)};
  });
  const finish = compileRowExpr(aggregate.finish(types), environment);
  return (rows, frames) => {
    const stretches = Array.from({length: frames.parts}, () => new SlidingStretch(rows, call, accumulations));
    let last: Outcome = null;
    let known = false;
    return row => {
      let moved = false;
      stretches.forEach((stretch, part) => {
        if (stretch.moveTo(frames.start(part, row), frames.end(part, row))) moved = true;
      });
      if (known && !moved) return last;
      known = true;
      last = orError(() => finish(read(accumulations, stretches)));
      return last;
    };
  };
}

function read(accumulations: readonly FrameAccumulation[], stretches: readonly SlidingStretch[]): Datum[] {
  return accumulations.map(({read: together}, i) => {
    const value = together(stretches.map(({states}) => states[i]));
    if (value instanceof SqlError) throw value;
    return value;
  });
}

/** `fed`: the value that a row gives it, of the row's arguments. */
type FedAccumulation = FrameAccumulation & {readonly fed: (args: readonly Datum[]) => Datum};

/** The accumulators of one stretch of a frame, which moves forward through the partition. */
class SlidingStretch {
  readonly states: readonly FrameAccumulator[];
  private readonly rows: PartitionRows;
  private readonly args: readonly number[];
  private readonly fed: readonly FedAccumulation['fed'][];
  private readonly filter: number | null;
  private start = 0;
  private end = 0;

  constructor(rows: PartitionRows, call: PhysicalWindowCall, accumulations: readonly FedAccumulation[]) {
    this.rows = rows;
    this.args = call.args;
    this.fed = accumulations.map(({fed}) => fed);
    this.filter = call.filter;
    this.states = accumulations.map(({make}) => make());
  }

  /** Whether that changes anything. */
  moveTo(start: number, end: number): boolean {
    if (start === this.start && end === this.end) return false;
    if (end <= start || start >= this.end) {
      const wasEmpty = this.start === this.end;
      for (const state of this.states) state.clear();
      this.start = this.end = start;
      if (end <= start) return !wasEmpty;
    }
    for (; this.end < end; this.end++) this.step(this.end, true);
    for (; this.start < start; this.start++) this.step(this.start, false);
    return true;
  }

  private step(row: number, enters: boolean): void {
    const {rows, args, fed, filter, states} = this;
    if (filter !== null && rows.value(filter, row) !== true) return;
    const values = args.map(arg => rows.value(arg, row));
    for (const [i, state] of states.entries()) {
      if (enters) state.add(fed[i](values));
      else state.remove(fed[i](values));
    }
  }
}
