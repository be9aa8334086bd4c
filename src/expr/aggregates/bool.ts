import {BIGINT, BOOLEAN} from '../../types/sql-type.ts';
import type {Expr} from '../expr.ts';
import type {AggregateRow} from './aggregate-row.ts';
import {aggregate} from './define.ts';
import {accumulated, call, unlessEmpty} from './finish-exprs.ts';
import {NON_NULL} from './sum.ts';

/** Column 0 counts the values that are not null, column 1 those that are true. */
function fold(name: string, description: string, holds: Expr): AggregateRow {
  return aggregate(name, [BOOLEAN], {
    description,
    returns: () => BOOLEAN,
    accumulators: () => [NON_NULL, {kind: 'count', of: 'true'}],
    finish: () => unlessEmpty(0, holds),
  });
}

const [nonNull, trues] = [accumulated(0, BIGINT), accumulated(1, BIGINT)];
const allTrue = call('=(int8,int8)', [trues, nonNull], BOOLEAN);
const someTrue = call('>(int8,int8)', [trues, {op: 'literal', value: 0n, type: BIGINT}], BOOLEAN);

export const boolRows: readonly AggregateRow[] = [
  fold('bool_and', 'whether all values are true', allTrue),
  fold('every', 'whether all values are true', allTrue),
  fold('bool_or', 'whether some value is true', someTrue),
];
