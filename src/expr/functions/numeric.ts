import {
  type Decimal,
  decimalAbs,
  decimalAdd,
  decimalCeil,
  decimalCompare,
  decimalDiv,
  decimalExp,
  decimalFloor,
  decimalFromBigint,
  decimalLn,
  decimalLog,
  decimalMod,
  decimalMul,
  decimalNegate,
  decimalPower,
  decimalQuotient,
  decimalRound,
  decimalSign,
  decimalSqrt,
  decimalSub,
  decimalTrimScale,
  decimalTrunc,
  DECIMAL_NAN,
} from '../../types/decimal.ts';
import {SqlError} from '../../types/sql-error.ts';
import {DOUBLE, INTEGER, NUMERIC, type SqlType} from '../../types/sql-type.ts';
import {decimalDivision, decimalKernel, decimalNegation} from '../decimal-kernels.ts';
import {func, operator} from '../define.ts';
import {productType, quotientRest, sameDigits, sumType, wholeType} from '../numeric-digits.ts';
import type {FunctionRow} from '../function-row.ts';

// Arithmetic of numeric. Values are exact; the scale of a result is the one Postgres shows. Where the digits of the
// operands are known, so are those of + - * and the like, and the result lies in integer lanes (numeric-digits.ts).

type One = readonly [Decimal];
type Two = readonly [Decimal, Decimal];

const both = [NUMERIC, NUMERIC];

function one(
  name: string,
  says: string,
  row: (value: Decimal) => Decimal,
  returns: FunctionRow['returns'] = NUMERIC,
): FunctionRow {
  return func(name, [NUMERIC], returns, says, ([a]: One) => row(a));
}

function decimalSignOf(value: Decimal): Decimal {
  const sign = decimalSign(value);
  return Number.isNaN(sign) ? DECIMAL_NAN : decimalFromBigint(sign);
}

/** Errors: 2201G, as Postgres's width_bucket. */
function widthBucket(operand: Decimal, low: Decimal, high: Decimal, count: number): number {
  if (count <= 0) throw bucketError('count must be greater than zero');
  if ([operand, low, high].some(v => v.special === 'NaN')) {
    throw bucketError('operand, lower bound, and upper bound cannot be NaN');
  }
  if (low.special || high.special) throw bucketError('lower and upper bounds must be finite');
  const order = decimalCompare(low, high);
  if (order === 0) throw bucketError('lower bound cannot equal upper bound');
  const [from, to] = order < 0 ? [low, high] : [high, low];
  const below = decimalCompare(operand, from) < 0;
  const above = decimalCompare(operand, to) >= 0;
  if (order < 0) {
    if (below) return 0;
    if (above) return count + 1;
  } else {
    if (decimalCompare(operand, low) > 0) return 0;
    if (decimalCompare(operand, high) <= 0) return count + 1;
  }
  const offset = order < 0 ? decimalSub(operand, low) : decimalSub(low, operand);
  const width = order < 0 ? decimalSub(high, low) : decimalSub(low, high);
  const bucket = decimalQuotient(decimalMul(offset, decimalFromBigint(count)), width);
  return Number(bucket.coefficient) + 1;
}

function floatBucket(operand: number, low: number, high: number, count: number): number {
  if (count <= 0) throw bucketError('count must be greater than zero');
  if ([operand, low, high].some(Number.isNaN)) throw bucketError('operand, lower bound, and upper bound cannot be NaN');
  if (!Number.isFinite(low) || !Number.isFinite(high)) throw bucketError('lower and upper bounds must be finite');
  if (low === high) throw bucketError('lower bound cannot equal upper bound');
  if (low < high) {
    if (operand < low) return 0;
    if (operand >= high) return count + 1;
    return Math.min(Math.floor(((operand - low) / (high - low)) * count), count - 1) + 1;
  }
  if (operand > low) return 0;
  if (operand <= high) return count + 1;
  return Math.min(Math.floor(((low - operand) / (low - high)) * count), count - 1) + 1;
}

function bucketError(message: string): SqlError {
  return new SqlError('2201G', message);
}

function factorial(n: bigint): Decimal {
  if (n < 0n) throw new SqlError('22003', 'factorial of a negative number is undefined');
  if (n > 32177n) throw new SqlError('22003', 'value overflows numeric format');
  let product = 1n;
  for (let i = 2n; i <= n; i++) product *= i;
  return decimalFromBigint(product);
}

function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a < 0n ? -a : a;
}

function decimalGcd(a: Decimal, b: Decimal): Decimal {
  if (a.special || b.special) return DECIMAL_NAN;
  const scale = Math.max(a.scale, b.scale);
  const [x, y] = [decimalRound(a, scale), decimalRound(b, scale)];
  return {coefficient: gcd(x.coefficient, y.coefficient), scale};
}

function decimalLcm(a: Decimal, b: Decimal): Decimal {
  if (a.special || b.special) return DECIMAL_NAN;
  const scale = Math.max(a.scale, b.scale);
  const [x, y] = [decimalRound(a, scale).coefficient, decimalRound(b, scale).coefficient];
  if (x === 0n || y === 0n) return {coefficient: 0n, scale};
  const multiple = (x / gcd(x, y)) * y;
  return {coefficient: multiple < 0n ? -multiple : multiple, scale};
}

/** The fewest fractional digits that show the value. */
function minimumScale(value: Decimal): number | null {
  return value.special ? null : decimalTrimScale(value).scale;
}

const BIGINT: SqlType = {kind: 'bigint'};

export const numericRows: readonly FunctionRow[] = [
  operator('+', both, sumType, 'sum', ([a, b]: Two) => decimalAdd(a, b), {kernel: decimalKernel('add')}),
  operator('-', both, sumType, 'difference', ([a, b]: Two) => decimalSub(a, b), {kernel: decimalKernel('sub')}),
  operator('*', both, productType, 'product', ([a, b]: Two) => decimalMul(a, b), {kernel: decimalKernel('mul')}),
  operator('/', both, NUMERIC, 'quotient', ([a, b]: Two) => decimalDiv(a, b), {kernel: decimalDivision}),
  operator('%', both, quotientRest, 'remainder', ([a, b]: Two) => decimalMod(a, b)),
  func('mod', both, quotientRest, 'remainder', ([a, b]: Two) => decimalMod(a, b)),
  func('div', both, NUMERIC, 'quotient truncated to an integer', ([a, b]: Two) => decimalQuotient(a, b)),
  operator('-', [NUMERIC], sameDigits, 'negative', ([a]: One) => decimalNegate(a), {kernel: decimalNegation('neg')}),
  operator('+', [NUMERIC], sameDigits, 'the value itself', ([a]: One) => a, {relabels: true}),
  operator('@', [NUMERIC], sameDigits, 'absolute value', ([a]: One) => decimalAbs(a), {kernel: decimalNegation('abs')}),
  func('abs', [NUMERIC], sameDigits, 'absolute value', ([a]: One) => decimalAbs(a), {kernel: decimalNegation('abs')}),
  operator('^', both, NUMERIC, 'a to the power of b', ([a, b]: Two) => decimalPower(a, b)),
  func('power', both, NUMERIC, 'a to the power of b', ([a, b]: Two) => decimalPower(a, b)),
  func('pow', both, NUMERIC, 'a to the power of b', ([a, b]: Two) => decimalPower(a, b)),
  one('ceil', 'nearest integer not below', decimalCeil, wholeType),
  one('ceiling', 'nearest integer not below', decimalCeil, wholeType),
  one('floor', 'nearest integer not above', decimalFloor, wholeType),
  one('round', 'nearest integer, halves away from zero', a => decimalRound(a), wholeType),
  one('trunc', 'integer part', a => decimalTrunc(a), wholeType),
  one('sign', 'sign: -1, 0 or 1', decimalSignOf),
  one('sqrt', 'square root', decimalSqrt),
  one('exp', 'e to a power', decimalExp),
  one('ln', 'natural logarithm', decimalLn),
  one('log', 'logarithm to base 10', a => decimalLog(decimalFromBigint(10n), a)),
  one('log10', 'logarithm to base 10', a => decimalLog(decimalFromBigint(10n), a)),
  one('trim_scale', 'the value without trailing zeros', decimalTrimScale),
  func('log', both, NUMERIC, 'logarithm of the second to the base of the first', ([b, a]: Two) => decimalLog(b, a)),
  func('round', [NUMERIC, INTEGER], NUMERIC, 'rounded to so many digits', ([a, n]: readonly [Decimal, number]) =>
    decimalRound(a, n),
  ),
  func('trunc', [NUMERIC, INTEGER], NUMERIC, 'cut to so many digits', ([a, n]: readonly [Decimal, number]) =>
    decimalTrunc(a, n),
  ),
  func('scale', [NUMERIC], INTEGER, 'fractional digits shown', ([a]: One) => (a.special ? null : a.scale)),
  func('min_scale', [NUMERIC], INTEGER, 'fractional digits needed', ([a]: One) => minimumScale(a)),
  func('factorial', [BIGINT], NUMERIC, 'factorial', ([n]: readonly [bigint]) => factorial(n)),
  func('gcd', both, NUMERIC, 'greatest common divisor', ([a, b]: Two) => decimalGcd(a, b)),
  func('lcm', both, NUMERIC, 'least common multiple', ([a, b]: Two) => decimalLcm(a, b)),
  func(
    'width_bucket',
    [NUMERIC, NUMERIC, NUMERIC, INTEGER],
    INTEGER,
    'number of the bucket of a histogram',
    ([a, low, high, n]: readonly [Decimal, Decimal, Decimal, number]) => widthBucket(a, low, high, n),
  ),
  func(
    'width_bucket',
    [DOUBLE, DOUBLE, DOUBLE, INTEGER],
    INTEGER,
    'number of the bucket of a histogram',
    ([a, low, high, n]: readonly [number, number, number, number]) => floatBucket(a, low, high, n),
  ),
];
