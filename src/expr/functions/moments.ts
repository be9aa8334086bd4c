import type {Datum} from '../../types/datum.ts';
import {
  type Decimal,
  DECIMAL_NAN,
  DECIMAL_ZERO,
  decimal,
  decimalFromBigint,
  decimalMul,
  decimalSign,
  decimalSub,
  pow10,
} from '../../types/decimal.ts';
import {divideRounded} from '../../types/decimal-value.ts';
import {divisionScale, quotientAt} from '../../types/decimal-arithmetic.ts';
import {BIGINT, BOOLEAN, BYTEA, DOUBLE, INTEGER, NUMERIC, TEXT} from '../../types/sql-type.ts';
import {func} from '../define.ts';
import {addExact, type ExactFloat, exactFloat, exactProduct, nearestRatio, subtractExact} from '../exact-float.ts';
import type {FunctionRow} from '../function-row.ts';
import {bucketOf} from '../sketch.ts';
import {floatOverflow} from './ranges.ts';

// Steps of statistical aggregates (see aggregates/variance.ts, aggregates/moments.ts). Names that begin with $ cannot be
// written in a query.

/** Variance, or with `root` the deviation, from how many there are, their sum and that of their squares; as Postgres rounds. */
function numericSpread([n, sum, squares, sample, root]: readonly [bigint, Decimal, Decimal, boolean, boolean]): Datum {
  if (n <= (sample ? 1n : 0n)) return null;
  if (sum.special || squares.special) return DECIMAL_NAN;
  const count = decimalFromBigint(n);
  const numerator = decimalSub(decimalMul(count, squares), decimalMul(sum, sum));
  if (decimalSign(numerator) <= 0) return DECIMAL_ZERO;
  const denominator = decimalFromBigint(n * (sample ? n - 1n : n));
  const scale = divisionScale(numerator, denominator);
  const variance = decimal(quotientAt(numerator, denominator, scale), scale);
  return root ? squareRootAt(variance, scale) : variance;
}

function squareRootAt(value: Decimal, scale: number): Decimal {
  // Two digits more, then rounded.
  const extra = 2;
  const shifted = value.coefficient * pow10(2 * (scale + extra) - value.scale);
  return decimal(divideRounded(integerRoot(shifted), pow10(extra)), scale);
}

function integerRoot(n: bigint): bigint {
  if (n < 2n) return n;
  let x = 1n << BigInt((n.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (x + n / x) >> 1n;
    if (next >= x) return x;
    x = next;
  }
}

type Sums = readonly [
  which: string,
  n: bigint,
  x: Uint8Array | null,
  y: Uint8Array | null,
  xx: Uint8Array | null,
  xxRest: Uint8Array | null,
  yy: Uint8Array | null,
  yyRest: Uint8Array | null,
  xy: Uint8Array | null,
  xyRest: Uint8Array | null,
];

const samples = new Set(['var_samp', 'stddev_samp', 'covar_samp']);

function moment([which, n, ...bytes]: Sums): Datum {
  if (n <= (samples.has(which) ? 1n : 0n)) return null;
  const [x, y, xx, xxRest, yy, yyRest, xy, xyRest] = bytes.map(sum => (sum === null ? null : exactFloat(sum)));
  const total = (sum: ExactFloat): number => sum.special ?? nearestRatio(sum, 1n);
  const mean = (sum: ExactFloat): number => sum.special ?? nearestRatio(sum, n);
  /** The sum of (a − mean a)(b − mean b), divided by `divisor`; NaN where NaN or an infinity is among the values. */
  const central = (products: ExactFloat, rest: ExactFloat, a: ExactFloat, b: ExactFloat, divisor = 1n): number => {
    if (a.special !== null || b.special !== null) return NaN;
    if (products.special !== null) throw floatOverflow();
    const count = {special: null, mantissa: n, exponent: 0};
    const times = subtractExact(exactProduct(addExact(products, rest), count), exactProduct(a, b));
    return finite(nearestRatio(times, n * divisor));
  };
  const sxx = (divisor?: bigint) => central(xx!, xxRest!, x!, x!, divisor);
  const syy = (divisor?: bigint) => central(yy!, yyRest!, y!, y!, divisor);
  const sxy = (divisor?: bigint) => central(xy!, xyRest!, x!, y!, divisor);
  switch (which) {
    case 'regr_avgx':
      return mean(x!);
    case 'regr_avgy':
      return mean(y!);
    case 'var_pop':
      return sxx(n);
    case 'var_samp':
      return sxx(n - 1n);
    case 'stddev_pop':
      return Math.sqrt(sxx(n));
    case 'stddev_samp':
      return Math.sqrt(sxx(n - 1n));
    case 'covar_pop':
      return sxy(n);
    case 'covar_samp':
      return sxy(n - 1n);
    case 'regr_sxx':
      return sxx();
    case 'regr_syy':
      return syy();
    case 'regr_sxy':
      return sxy();
    case 'corr':
      return sxx() === 0 || syy() === 0 ? null : sxy() / Math.sqrt(sxx() * syy());
    case 'regr_r2':
      if (sxx() === 0) return null;
      return syy() === 0 ? 1 : (sxy() * sxy()) / (sxx() * syy());
    case 'regr_slope':
      return sxx() === 0 ? null : sxy() / sxx();
    case 'regr_intercept':
      if (sxx() === 0) return null;
      return (total(y!) - (total(x!) * sxy()) / sxx()) / Number(n);
    default:
      throw new Error(`no such statistic: ${which}`);
  }
}

/** Errors: 22003. */
function finite(value: number): number {
  if (!Number.isFinite(value)) throw floatOverflow();
  return value;
}

type Two = readonly [number, number];

const SPLIT = 2 ** 27 + 1;

/** a × b less its rounded product: exact unless it underflows (Dekker, A floating-point technique, 1971). */
function productRest([a, b]: Two): number {
  const product = a * b;
  if (!Number.isFinite(product)) return 0;
  const [aHigh, bHigh] = [upperHalf(a), upperHalf(b)];
  const [aLow, bLow] = [a - aHigh, b - bHigh];
  const rest = aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
  return Number.isFinite(rest) ? rest : 0;
}

function upperHalf(value: number): number {
  const scaled = SPLIT * value;
  return scaled - (scaled - value);
}

export const momentRows: readonly FunctionRow[] = [
  func('$product', [DOUBLE, DOUBLE], DOUBLE, 'rounded product, ±Infinity if out of range', ([a, b]: Two) => a * b, {
    kernel: {export: 'arith_product_f64', shape: 'binary'},
  }),
  func('$product_rest', [DOUBLE, DOUBLE], DOUBLE, 'what the rounded product leaves out', productRest, {
    kernel: {export: 'arith_product_rest_f64', shape: 'binary'},
  }),
  func('$sketch_bucket', [DOUBLE], INTEGER, 'bucket of a sketch', ([value]: readonly [number]) => bucketOf(value)),
  func(
    '$numeric_spread',
    [BIGINT, NUMERIC, NUMERIC, BOOLEAN, BOOLEAN],
    NUMERIC,
    'variance or deviation',
    numericSpread,
  ),
  func(
    '$moment',
    [TEXT, BIGINT, BYTEA, BYTEA, BYTEA, BYTEA, BYTEA, BYTEA, BYTEA, BYTEA],
    DOUBLE,
    'a statistic of exact sums',
    moment,
    {strict: false},
  ),
];
