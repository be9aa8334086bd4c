import {type Decimal, decimalToBigint} from '../../types/decimal.ts';
import {SqlError} from '../../types/sql-error.ts';
import {BIGINT, DOUBLE, INTERVAL, MONEY, NUMERIC, REAL} from '../../types/sql-type.ts';
import {func} from '../define.ts';
import type {FunctionRow} from '../function-row.ts';
import {intervalOutOfRange} from '../time/intervals.ts';
import {float8, floatOverflow, isInfinite, outOfRange} from './ranges.ts';

// Steps that turn accumulators into the results of aggregates. Their names begin with $, which no query can write.

/** An infinite sum is an overflow unless there is an infinity (or NaN) among the values. */
function floatSum([sum, specials]: readonly [number, bigint]): number {
  if (isInfinite(sum) && specials === 0n) throw floatOverflow();
  return sum;
}

function int32(value: bigint): number {
  if (BigInt.asIntN(32, value) !== value) throw intervalOutOfRange();
  return Number(value);
}

function moneySum([sum]: readonly [Decimal]): bigint {
  const amount = decimalToBigint(sum)!;
  if (BigInt.asIntN(64, amount) !== amount) throw outOfRange('money');
  return amount;
}

/** float8 division as avg does it: underflow to zero is no error there. */
function mean([sum, count]: readonly [number, number]): number {
  if (count === 0) throw new SqlError('22012', 'division by zero');
  return float8(sum / count, false, false);
}

export const aggregateResultRows: readonly FunctionRow[] = [
  func('$float_sum', [REAL, BIGINT], REAL, 'the exact sum of floats, if it is in range', floatSum),
  func('$float_sum', [DOUBLE, BIGINT], DOUBLE, 'the exact sum of floats, if it is in range', floatSum),
  func('$float_mean', [DOUBLE, DOUBLE], DOUBLE, 'sum by count', mean, {
    kernel: {export: 'arith_div_f64', shape: 'binary'},
  }),
  func('$money', [NUMERIC], MONEY, 'an amount of so many hundredths', moneySum),
  func(
    '$interval',
    [BIGINT, BIGINT, BIGINT],
    INTERVAL,
    'an interval of months, days and microseconds',
    ([months, days, micros]: readonly [bigint, bigint, bigint]) => ({
      months: int32(months),
      days: int32(days),
      micros,
    }),
  ),
];
