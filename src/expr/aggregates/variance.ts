import {BIGINT, BOOLEAN, INTEGER, NUMERIC, SMALLINT, type SqlType} from '../../types/sql-type.ts';
import type {Expr} from '../expr.ts';
import {type Accumulator, accumulatorType, type AggregateRow} from './aggregate-row.ts';
import {aggregate} from './define.ts';
import {accumulated, call} from './finish-exprs.ts';
import {floatMoments} from './moments.ts';
import {BIGINT_SUM, NON_NULL, numericSum} from './sum.ts';

// Variance and standard deviation. Of exact types from the exact sums of the values and of their squares, with the digits
// that Postgres gives.

type Spread = {readonly name: string; readonly sample: boolean; readonly root: boolean; readonly description: string};

const spreads: readonly Spread[] = [
  {name: 'var_pop', sample: false, root: false, description: 'population variance'},
  {name: 'var_samp', sample: true, root: false, description: 'sample variance'},
  {name: 'variance', sample: true, root: false, description: 'sample variance'},
  {name: 'stddev_pop', sample: false, root: true, description: 'population standard deviation'},
  {name: 'stddev_samp', sample: true, root: true, description: 'sample standard deviation'},
  {name: 'stddev', sample: true, root: true, description: 'sample standard deviation'},
];

const WIDE: SqlType = {kind: 'numeric', digits: {precision: 19, scale: 0}};

/** The argument as a numeric of any digits. */
function widened(type: SqlType): Expr {
  const arg = accumulated(0, type);
  if (type.kind === 'numeric') return call('cast(numeric,numeric)', [arg], NUMERIC);
  return call('cast(numeric,numeric)', [call('cast(int8,numeric)', [arg], WIDE)], NUMERIC);
}

/** The sum of the squares. Those of int2 and int4 fit int8. */
function squares(type: SqlType): Accumulator {
  if (type.kind === 'smallint' || type.kind === 'integer') {
    const cast = type.kind === 'smallint' ? 'cast(int2,int8)' : 'cast(int4,int8)';
    const wide = call(cast, [accumulated(0, type)], BIGINT);
    return {kind: 'sum128', scale: 0, input: call('*(int8,int8)', [wide, wide], BIGINT)};
  }
  const wide = widened(type);
  return {kind: 'decimalSum', input: call('*(numeric,numeric)', [wide, wide], NUMERIC)};
}

function exactSpread(spread: Spread, type: SqlType, sum: (args: readonly SqlType[]) => Accumulator): AggregateRow {
  const accumulators = (args: readonly SqlType[]) => [NON_NULL, sum(args), squares(args[0])];
  return aggregate(spread.name, [type], {
    description: spread.description,
    returns: () => NUMERIC,
    accumulators,
    finish: args => {
      const [, total, ofSquares] = accumulators(args).map((accumulator, i) =>
        accumulated(i, accumulatorType(accumulator, args)),
      );
      const flags = [spread.sample, spread.root].map((value): Expr => ({op: 'literal', value, type: BOOLEAN}));
      const sums = [asNumeric(total), asNumeric(ofSquares)];
      return call(
        '$numeric_spread(int8,numeric,numeric,bool,bool)',
        [accumulated(0, BIGINT), ...sums, ...flags],
        NUMERIC,
      );
    },
  });
}

function asNumeric(sum: Expr): Expr {
  return sum.type.kind === 'bigint' ? call('cast(int8,numeric)', [sum], WIDE) : sum;
}

export const varianceRows: readonly AggregateRow[] = spreads.flatMap(spread => [
  exactSpread(spread, SMALLINT, () => ({kind: 'sum64'})),
  exactSpread(spread, INTEGER, () => ({kind: 'sum64'})),
  exactSpread(spread, BIGINT, () => BIGINT_SUM),
  exactSpread(spread, NUMERIC, numericSum),
  ...floatMoments(spread),
]);
