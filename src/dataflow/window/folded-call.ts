import {type Fold, orderedValues, type RepeatedRow} from '../../expr/aggregates/fold.ts';
import {callContext} from '../../expr/call-context.ts';
import {datumOrder} from '../../expr/datum-order.ts';
import type {EvaluationContext} from '../../expr/evaluate.ts';
import type {PhysicalWindowCall} from '../../plan/physical.ts';
import type {Schema} from '../../types/schema.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {type CallEvaluator, orError} from './call-evaluator.ts';
import type {PartitionRows} from './partition-rows.ts';
import type {Outcome} from './same-datum.ts';

/** An aggregate that looks at its values in order: those of the frame in the order of the window, for each row anew. */
export function foldedCall(
  call: PhysicalWindowCall,
  fold: Fold,
  input: Schema,
  environment: EvaluationContext,
): CallEvaluator {
  const types = call.args.map(arg => input[arg].type);
  const context = Object.assign(callContext(environment, types, call.type), {order: []});
  const arrange = ownOrder(fold, types);
  return (rows, frames) => {
    let last: Outcome = null;
    let lastFrame = '';
    return row => {
      const stretches = Array.from({length: frames.parts}, (_, part) => [
        frames.start(part, row),
        frames.end(part, row),
      ]);
      const frame = stretches.join();
      if (frame === lastFrame) return last;
      lastFrame = frame;
      last = orError(() => {
        const values = stretches.flatMap(([start, end]) => valuesOf(call, fold, rows, start, end));
        return fold.finish(orderedValues(arrange(values)), [], context);
      });
      return last;
    };
  };
}

function valuesOf(
  {args, filter}: PhysicalWindowCall,
  {required = []}: Fold,
  rows: PartitionRows,
  start: number,
  end: number,
): RepeatedRow[] {
  const values: RepeatedRow[] = [];
  for (let i = start; i < end; i++) {
    if (filter !== null && rows.value(filter, i) !== true) continue;
    const row = args.map(arg => rows.value(arg, i));
    if (required.every(argument => row[argument] !== null)) values.push({row, times: 1});
  }
  return values;
}

function ownOrder({order = []}: Fold, types: readonly SqlType[]): (rows: RepeatedRow[]) => RepeatedRow[] {
  if (order.length === 0) return rows => rows;
  const orders = order.map(({argument}) => datumOrder(types[argument]));
  return rows =>
    rows.sort((a, b) => {
      for (const [i, {argument, descending}] of order.entries()) {
        const compared = orders[i](a.row[argument], b.row[argument]);
        if (compared !== 0) return descending ? -compared : compared;
      }
      return 0;
    });
}
