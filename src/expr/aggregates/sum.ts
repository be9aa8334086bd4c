import {DECIMAL_NAN} from '../../types/decimal.ts';
import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  INTEGER,
  INTERVAL,
  MONEY,
  NUMERIC,
  REAL,
  SMALLINT,
  type SqlType,
} from '../../types/sql-type.ts';
import type {Expr} from '../expr.ts';
import type {Accumulator, AggregateRow} from './aggregate-row.ts';
import {accumulatorType} from './aggregate-row.ts';
import {aggregate} from './define.ts';
import {accumulated, call, unlessEmpty} from './finish-exprs.ts';

/** Digits that a sum's argument may have so that ten thousand million of them still fit int128. */
const MAX_SUMMED_DIGITS = 28;

export const NON_NULL: Accumulator = {kind: 'count', of: 'nonNull'};

/** The exact sum of a numeric argument: in int128 where its digits are known and few enough. */
export function numericSum([type]: readonly SqlType[]): Accumulator {
  const digits = type.digits;
  if (!digits || digits.precision > MAX_SUMMED_DIGITS) return {kind: 'decimalSum'};
  return {kind: 'sum128', scale: digits.scale};
}

/** The sum of a numeric argument, from which accumulator on, and what tells that NaN was among the values. */
export function numericSums(args: readonly SqlType[]): Accumulator[] {
  const sum = numericSum(args);
  return sum.kind === 'sum128' ? [sum, {kind: 'specials'}] : [sum];
}

/** What `numericSums` gives, whose accumulators begin at a column. */
export function numericTotal(args: readonly SqlType[], index: number): Expr {
  const sums = numericSums(args);
  const type = accumulatorType(sums[0], args);
  const sum = accumulated(index, type);
  if (sums.length === 1) return sum;
  const none: Expr = {op: 'literal', value: 0n, type: BIGINT};
  const finite = call('=(int8,int8)', [accumulated(index + 1, BIGINT), none], BOOLEAN);
  const nan: Expr = {op: 'literal', value: DECIMAL_NAN, type};
  return {op: 'case', whens: [{when: finite, then: sum}], otherwise: nan, type};
}

export const BIGINT_SUM: Accumulator = {kind: 'sum128', scale: 0};
export const INTERVAL_SUMS: readonly Accumulator[] = [
  {kind: 'sum64', part: 'months'},
  {kind: 'sum64', part: 'days'},
  {kind: 'sum64', part: 'micros'},
];

/** The count, then the sum as it was accumulated. */
function plainSum(type: SqlType, sum: (args: readonly SqlType[]) => Accumulator): AggregateRow {
  const returns = (args: readonly SqlType[]): SqlType => accumulatorType(sum(args), args);
  return aggregate('sum', [type], {
    description: 'sum of the values that are not null',
    returns,
    accumulators: args => [NON_NULL, sum(args)],
    finish: args => unlessEmpty(0, accumulated(1, returns(args))),
  });
}

/** The correctly rounded sum of what the group holds now, whatever came and went. */
function floatSum(type: SqlType, width: 32 | 64): AggregateRow {
  return aggregate('sum', [type], {
    description: 'sum of the values that are not null, rounded once',
    returns: () => type,
    accumulators: () => [NON_NULL, {kind: 'exactFloat', width}, {kind: 'specials'}],
    finish: () => unlessEmpty(0, checkedFloat(type)),
  });
}

/** The exactFloat accumulator in column 1, with its specials in column 2. Errors: 22003 on overflow. */
function checkedFloat(type: SqlType): Expr {
  const name = type.kind === 'real' ? 'float4' : 'float8';
  return call(`$float_sum(${name},int8)`, [accumulated(1, type), accumulated(2, BIGINT)], type);
}

export const sumRows: readonly AggregateRow[] = [
  plainSum(SMALLINT, () => ({kind: 'sum64'})),
  plainSum(INTEGER, () => ({kind: 'sum64'})),
  plainSum(BIGINT, () => BIGINT_SUM),
  aggregate('sum', [NUMERIC], {
    description: 'sum of the values that are not null',
    returns: args => accumulatorType(numericSum(args), args),
    accumulators: args => [NON_NULL, ...numericSums(args)],
    finish: args => unlessEmpty(0, numericTotal(args, 1)),
  }),
  aggregate('sum', [MONEY], {
    description: 'sum of the values that are not null',
    returns: () => MONEY,
    accumulators: () => [NON_NULL, BIGINT_SUM],
    finish: () => unlessEmpty(0, call('$money(numeric)', [accumulated(1, accumulatorType(BIGINT_SUM, []))], MONEY)),
  }),
  floatSum(REAL, 32),
  floatSum(DOUBLE, 64),
  aggregate('sum', [INTERVAL], {
    description: 'sum of the values that are not null',
    returns: () => INTERVAL,
    accumulators: () => [NON_NULL, ...INTERVAL_SUMS],
    finish: () =>
      unlessEmpty(
        0,
        call(
          '$interval(int8,int8,int8)',
          [1, 2, 3].map(i => accumulated(i, BIGINT)),
          INTERVAL,
        ),
      ),
  }),
];
