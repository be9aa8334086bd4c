import {BIGINT, BOOLEAN, type SqlType} from '../../types/sql-type.ts';
import type {Expr} from '../expr.ts';

// Results of aggregates are expressions over their accumulators: column i is accumulator i.

export function accumulated(index: number, type: SqlType): Expr {
  return {op: 'column', index, type};
}

export function call(signature: string, args: readonly Expr[], type: SqlType): Expr {
  return {op: 'call', signature, args, type};
}

/** `value`, or NULL when the count in column `index` is 0: no row had a value. */
export function unlessEmpty(index: number, value: Expr): Expr {
  const none = call('=(int8,int8)', [accumulated(index, BIGINT), {op: 'literal', value: 0n, type: BIGINT}], BOOLEAN);
  return {
    op: 'case',
    whens: [{when: none, then: {op: 'literal', value: null, type: value.type}}],
    otherwise: value,
    type: value.type,
  };
}
