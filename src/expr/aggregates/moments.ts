import {BIGINT, BYTEA, DOUBLE, REAL, type SqlType, TEXT} from '../../types/sql-type.ts';
import type {Expr} from '../expr.ts';
import type {Accumulator, AggregateRow} from './aggregate-row.ts';
import {aggregate} from './define.ts';
import {accumulated, call} from './finish-exprs.ts';

// Statistics of doubles, from exact sums: of the values, and of their products, each of which is fed as the rounded product
// and what the rounding left out. So nothing cancels and retractions are exact; only the result is rounded.

/** What statistic a result is: src/expr/functions/moments.ts computes it. */
type Moment =
  | 'var_pop'
  | 'var_samp'
  | 'stddev_pop'
  | 'stddev_samp'
  | 'covar_pop'
  | 'covar_samp'
  | 'corr'
  | 'regr_avgx'
  | 'regr_avgy'
  | 'regr_sxx'
  | 'regr_syy'
  | 'regr_sxy'
  | 'regr_r2'
  | 'regr_slope'
  | 'regr_intercept';

const exact = (input: Expr): Accumulator => ({kind: 'exactFloat', width: 'exact', input});

function product(a: Expr, b: Expr): Accumulator[] {
  return [
    exact(call('$product(float8,float8)', [a, b], DOUBLE)),
    exact(call('$product_rest(float8,float8)', [a, b], DOUBLE)),
  ];
}

/** `x` where the other argument is not null. */
function paired(index: number): Expr {
  const present: Expr = {op: 'isNull', arg: accumulated(1 - index, DOUBLE), negated: true, type: {kind: 'boolean'}};
  return {
    op: 'case',
    whens: [{when: present, then: accumulated(index, DOUBLE)}],
    otherwise: {op: 'literal', value: null, type: DOUBLE},
    type: DOUBLE,
  };
}

/** The sums that a statistic needs, in the order of the arguments of `$moment`: Σx Σy Σxx Σyy Σxy. */
const needs: Readonly<Record<Moment, string>> = {
  var_pop: 'x xx',
  var_samp: 'x xx',
  stddev_pop: 'x xx',
  stddev_samp: 'x xx',
  covar_pop: 'x y xy',
  covar_samp: 'x y xy',
  corr: 'x y xx yy xy',
  regr_avgx: 'x',
  regr_avgy: 'y',
  regr_sxx: 'x xx',
  regr_syy: 'y yy',
  regr_sxy: 'x y xy',
  regr_r2: 'x y xx yy xy',
  regr_slope: 'x y xx xy',
  regr_intercept: 'x y xx xy',
};

function moment(name: string, args: readonly SqlType[], which: Moment, description: string): AggregateRow {
  const single = args.length === 1;
  const wide =
    args[0].kind === 'real' ? call('cast(float4,float8)', [accumulated(0, REAL)], DOUBLE) : accumulated(0, DOUBLE);
  // Postgres's regr functions take (Y, X).
  const x = single ? wide : paired(1);
  const y = single ? wide : paired(0);
  const wanted = needs[which].split(' ');
  const fed: Readonly<Record<string, readonly Accumulator[]>> = {
    x: [exact(x)],
    y: [exact(y)],
    xx: product(x, x),
    yy: product(y, y),
    xy: product(x, y),
  };
  const accumulators: Accumulator[] = [{kind: 'count', of: 'nonNull', input: x}, ...wanted.flatMap(sum => fed[sum])];
  return aggregate(name, args, {
    description,
    returns: () => DOUBLE,
    accumulators: () => accumulators,
    finish: () => {
      let next = 1;
      const sums = Object.keys(fed).flatMap(sum =>
        fed[sum].map((): Expr =>
          wanted.includes(sum) ? accumulated(next++, BYTEA) : {op: 'literal', value: null, type: BYTEA},
        ),
      );
      const what: Expr = {op: 'literal', value: which, type: TEXT};
      const bytes = sums.map(() => 'bytea').join();
      return call(`$moment(text,int8,${bytes})`, [what, accumulated(0, BIGINT), ...sums], DOUBLE);
    },
  });
}

/** Variance and deviation of real and double precision. */
export function floatMoments(spread: {readonly name: string; readonly description: string}): AggregateRow[] {
  const which = ({variance: 'var_samp', stddev: 'stddev_samp'}[spread.name] ?? spread.name) as Moment;
  return [REAL, DOUBLE].map(type => moment(spread.name, [type], which, spread.description));
}

const pairs: readonly (readonly [Moment, string])[] = [
  ['covar_pop', 'population covariance'],
  ['covar_samp', 'sample covariance'],
  ['corr', 'correlation coefficient'],
  ['regr_avgx', 'average of the independent variable'],
  ['regr_avgy', 'average of the dependent variable'],
  ['regr_sxx', 'sum of squares of the independent variable'],
  ['regr_syy', 'sum of squares of the dependent variable'],
  ['regr_sxy', 'sum of products of both variables'],
  ['regr_r2', 'square of the correlation coefficient'],
  ['regr_slope', 'slope of the least-squares line'],
  ['regr_intercept', 'intercept of the least-squares line'],
];

export const regressionRows: readonly AggregateRow[] = [
  aggregate('regr_count', [DOUBLE, DOUBLE], {
    description: 'number of rows where neither argument is null',
    returns: () => BIGINT,
    whenEmpty: 0n,
    accumulators: () => [{kind: 'count', of: 'nonNull', input: paired(1)}],
    finish: () => accumulated(0, BIGINT),
  }),
  ...pairs.map(([which, description]) => moment(which, [DOUBLE, DOUBLE], which, description)),
];
