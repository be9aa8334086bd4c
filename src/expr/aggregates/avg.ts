import {BIGINT, DOUBLE, INTEGER, INTERVAL, NUMERIC, REAL, SMALLINT, type SqlType} from '../../types/sql-type.ts';
import type {Expr} from '../expr.ts';
import {type Accumulator, accumulatorType, type AggregateRow} from './aggregate-row.ts';
import {aggregate} from './define.ts';
import {accumulated, call, unlessEmpty} from './finish-exprs.ts';
import {BIGINT_SUM, INTERVAL_SUMS, NON_NULL, numericSums, numericTotal} from './sum.ts';

const COUNT_DIGITS: SqlType = {kind: 'numeric', digits: {precision: 19, scale: 0}};

const description = 'mean of the values that are not null';

/** The count in column 0 as a numeric. */
function count(): Expr {
  return call('cast(int8,numeric)', [accumulated(0, BIGINT)], COUNT_DIGITS);
}

/** sum / count, at the scale that numeric division gives. */
function exactMean(type: SqlType, sum: (args: readonly SqlType[]) => Accumulator): AggregateRow {
  return aggregate('avg', [type], {
    description,
    returns: () => NUMERIC,
    accumulators: args => [NON_NULL, sum(args)],
    finish: args => {
      const sumType = accumulatorType(sum(args), args);
      const total: Expr =
        sumType.kind === 'bigint'
          ? call('cast(int8,numeric)', [accumulated(1, BIGINT)], COUNT_DIGITS)
          : accumulated(1, sumType);
      return unlessEmpty(0, call('/(numeric,numeric)', [total, count()], NUMERIC));
    },
  });
}

/** The correctly rounded sum divided by the count, in double precision. */
function floatMean(type: SqlType): AggregateRow {
  return aggregate('avg', [type], {
    description,
    returns: () => DOUBLE,
    // The sum of reals is kept as a double's: Postgres, too, averages them in double precision.
    accumulators: () => [NON_NULL, {kind: 'exactFloat', width: 64}, {kind: 'specials'}],
    finish: () => {
      const sum = call('$float_sum(float8,int8)', [accumulated(1, DOUBLE), accumulated(2, BIGINT)], DOUBLE);
      const divisor = call('cast(int8,float8)', [accumulated(0, BIGINT)], DOUBLE);
      return unlessEmpty(0, call('$float_mean(float8,float8)', [sum, divisor], DOUBLE));
    },
  });
}

export const avgRows: readonly AggregateRow[] = [
  exactMean(SMALLINT, () => ({kind: 'sum64'})),
  exactMean(INTEGER, () => ({kind: 'sum64'})),
  exactMean(BIGINT, () => BIGINT_SUM),
  aggregate('avg', [NUMERIC], {
    description,
    returns: () => NUMERIC,
    accumulators: args => [NON_NULL, ...numericSums(args)],
    finish: args => unlessEmpty(0, call('/(numeric,numeric)', [numericTotal(args, 1), count()], NUMERIC)),
  }),
  floatMean(REAL),
  floatMean(DOUBLE),
  aggregate('avg', [INTERVAL], {
    description,
    returns: () => INTERVAL,
    accumulators: () => [NON_NULL, ...INTERVAL_SUMS],
    finish: () => {
      const sum = call(
        '$interval(int8,int8,int8)',
        [1, 2, 3].map(i => accumulated(i, BIGINT)),
        INTERVAL,
      );
      const divisor = call('cast(int8,float8)', [accumulated(0, BIGINT)], DOUBLE);
      return unlessEmpty(0, call('/(interval,float8)', [sum, divisor], INTERVAL));
    },
  }),
];
