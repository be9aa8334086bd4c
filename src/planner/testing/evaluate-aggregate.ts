import type {Datum} from '../../types/datum.ts';
import {functionName} from '../../plan/function-facts.ts';

/** An aggregate of the planner's tests over the values that count, repeated as often as they occur. */
export function evaluateAggregate(signature: string, values: readonly (readonly Datum[])[], distinct: boolean): Datum {
  const name = functionName(signature);
  if (signature === 'count()') return BigInt(values.length);
  let present = values.map(([value]) => value as number).filter(value => value !== null);
  if (distinct) present = [...new Set(present)];
  switch (name) {
    case 'count':
      return BigInt(present.length);
    case 'sum':
      return present.length === 0 ? null : present.reduce((sum, value) => sum + BigInt(value), 0n);
    case 'min':
      return present.length === 0 ? null : present.reduce((least, value) => (value < least ? value : least));
    case 'max':
      return present.length === 0 ? null : present.reduce((most, value) => (value > most ? value : most));
    default:
      throw new Error(`the test evaluator knows no aggregate ${name}`);
  }
}
