import {
  MAX_DISPLAY_SCALE,
  MIN_SIGNIFICANT_DIGITS,
  decimalDiv,
  decimalExponent,
  leadingDigit,
  quotientAt,
} from './decimal-arithmetic.ts';
import {
  DECIMAL_INFINITY,
  DECIMAL_NAN,
  DECIMAL_ONE,
  DECIMAL_ZERO,
  MAX_INTEGER_DIGITS,
  type Decimal,
  coefficientAt,
  decimal,
  decimalCompare,
  decimalSign,
  decimalToNumber,
  divideRounded,
  overflow,
  pow10,
} from './decimal-value.ts';
import {SqlError} from './sql-error.ts';

// Square root, exponential, logarithm and power at the scale that Postgres 15 gives the result. The functions below
// work on fixed-point integers with guard digits; only the choice of the result's scale follows Postgres's estimates.

const GUARD = 12;
const LOG10_E = 0.434294481903252;
const POINT_NINE = {coefficient: 9n, scale: 1} satisfies Decimal;
const ONE_POINT_ONE = {coefficient: 11n, scale: 1} satisfies Decimal;

/** Errors: 2201F below zero. */
export function decimalSqrt(value: Decimal): Decimal {
  if (value.special === 'NaN' || value.special === 'Infinity') return value;
  if (decimalSign(value) < 0) throw new SqlError('2201F', 'cannot take square root of a negative number');
  const weight = Math.trunc(((leadingDigit(value).weight + 1) * 4) / 2) - 1;
  const scale = resultScale(weight, value.scale);
  return decimal(sqrtAt(value, scale), scale);
}

function sqrtAt(value: Decimal, scale: number): bigint {
  // One more digit than asked decides the rounding: the root is irrational or exact.
  const root = integerSqrt(coefficientAt({...value}, 2 * (scale + 1)));
  return divideRounded(root, 10n);
}

function integerSqrt(n: bigint): bigint {
  if (n < 2n) return n;
  let x = 1n << BigInt((n.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (x + n / x) >> 1n;
    if (next >= x) return x;
    x = next;
  }
}

export function decimalExp(value: Decimal): Decimal {
  if (value.special) return value.special === '-Infinity' ? DECIMAL_ZERO : value;
  const weight = Math.min(Math.max(decimalToNumber(value) * LOG10_E, -2000), 2000);
  return expAt(value, resultScale(Math.trunc(weight), value.scale));
}

/** e^value at `scale`. */
function expAt(value: Decimal, scale: number): Decimal {
  const approximate = decimalToNumber(value);
  if (approximate * LOG10_E > MAX_INTEGER_DIGITS) throw overflow();
  if (approximate * LOG10_E < -scale - 2) return {coefficient: 0n, scale};
  const integerDigits = Math.max(0, Math.ceil(approximate * LOG10_E));
  const digits = scale + integerDigits + GUARD;
  return decimal(divideRounded(fixedExp(coefficientAt(value, digits), digits), pow10(digits - scale)), scale);
}

/** e^(x / 10^digits) × 10^digits. The argument is halved until it is small, the result squared as often. */
function fixedExp(x: bigint, digits: number): bigint {
  const magnitude = Math.abs(Number(x / pow10(Math.max(0, digits - 6)))) / 1e6;
  const halvings = Math.max(0, Math.ceil(Math.log2(magnitude + 1e-9)) + 8);
  const work = digits + Math.ceil(halvings / 3) + 4;
  const one = pow10(work);
  const small = (x * pow10(work - digits)) >> BigInt(halvings);
  let sum = one + small;
  let term = small;
  for (let n = 2n; term !== 0n && term !== -1n; n++) {
    term = (term * small) / one / n;
    sum += term;
  }
  for (let i = 0; i < halvings; i++) sum = (sum * sum) / one;
  return sum / pow10(work - digits);
}

/** Errors: 2201E at and below zero. */
export function decimalLn(value: Decimal): Decimal {
  const special = logarithmDomain(value);
  if (special) return special;
  const scale = resultScale(lnWeight(value), value.scale);
  return decimal(lnAt(value, scale), scale);
}

/** Logarithm of `value` to `base`. Errors: 2201E at and below zero, 22012 for base 1. */
export function decimalLog(base: Decimal, value: Decimal): Decimal {
  if (base.special === 'NaN' || value.special === 'NaN') return DECIMAL_NAN;
  const specialBase = logarithmDomain(base);
  const specialValue = logarithmDomain(value);
  if (specialBase && specialValue) return DECIMAL_NAN;
  if (specialBase) return DECIMAL_ZERO;
  if (specialValue) return specialValue;
  const scale = Math.max(resultScale(lnWeight(value) - lnWeight(base), base.scale), Math.min(value.scale, 1000));
  const digits = scale + GUARD + Math.abs(lnWeight(base)) + Math.abs(lnWeight(value));
  const numerator = {coefficient: lnAt(value, digits), scale: digits};
  const denominator = {coefficient: lnAt(base, digits), scale: digits};
  if (denominator.coefficient === 0n) return decimalDiv(numerator, denominator);
  return decimal(quotientAt(numerator, denominator, scale), scale);
}

function logarithmDomain(value: Decimal): Decimal | null {
  if (value.special === 'NaN') return value;
  const sign = decimalSign(value);
  if (sign < 0) throw new SqlError('2201E', 'cannot take logarithm of a negative number');
  if (sign === 0) throw new SqlError('2201E', 'cannot take logarithm of zero');
  return value.special ? DECIMAL_INFINITY : null;
}

/** Postgres's estimate of the power of ten of ln(value). */
function lnWeight(value: Decimal): number {
  if (decimalSign(value) <= 0) return 0;
  if (decimalCompare(value, POINT_NINE) >= 0 && decimalCompare(value, ONE_POINT_ONE) <= 0) {
    const scale = value.scale;
    const excess: Decimal = {coefficient: value.coefficient - pow10(scale), scale};
    if (excess.coefficient === 0n) return 0;
    const {digit, weight} = leadingDigit(excess);
    return weight * 4 + Math.trunc(Math.log10(digit));
  }
  const exponent = decimalExponent(value);
  const mantissa = Number(value.coefficient.toString().slice(0, 8).padEnd(8, '0')) / 1e7;
  const ln = Math.log(mantissa) + exponent * Math.LN10;
  return Math.trunc(Math.log10(Math.abs(ln)));
}

/** ln(value) × 10^scale, rounded; value > 0. */
function lnAt(value: Decimal, scale: number): bigint {
  const digits = scale + GUARD + 6;
  const one = pow10(digits);
  // value = mantissa × 10^exponent with mantissa in 0.3…3.2, so that the series below converges quickly.
  let exponent = decimalExponent(value);
  if (Number(value.coefficient.toString().slice(0, 3).padEnd(3, '0')) > 316) exponent++;
  const mantissa = coefficientAt({coefficient: value.coefficient, scale: value.scale + exponent}, digits);
  let ln = fixedLn(mantissa, one);
  if (exponent !== 0) ln += BigInt(exponent) * lnTen(digits);
  return divideRounded(ln, pow10(digits - scale));
}

/** ln(x / one) × one, by repeated square roots and the series of 2 artanh((x-1)/(x+1)). */
function fixedLn(x: bigint, one: bigint): bigint {
  let reduced = x;
  let doublings = 1n;
  const near = one / 20n;
  while (reduced - one > near || one - reduced > near) {
    reduced = integerSqrt(reduced * one);
    doublings *= 2n;
  }
  const z = ((reduced - one) * one) / (reduced + one);
  const square = (z * z) / one;
  let power = z;
  let sum = z;
  for (let n = 3n; power !== 0n && power !== -1n; n += 2n) {
    power = (power * square) / one;
    sum += power / n;
  }
  return sum * 2n * doublings;
}

const lnTenCache = {digits: 0, value: 0n};

function lnTen(digits: number): bigint {
  if (lnTenCache.digits < digits) {
    const work = digits + 8;
    lnTenCache.value = fixedLn(10n * pow10(work), pow10(work)) / pow10(8);
    lnTenCache.digits = digits;
  }
  return lnTenCache.value / pow10(lnTenCache.digits - digits);
}

/** Errors: 2201F for 0 to a negative power and a negative number to a fractional one, 22003. */
export function decimalPower(base: Decimal, exponent: Decimal): Decimal {
  if (base.special || exponent.special) return powerSpecial(base, exponent);
  const baseSign = decimalSign(base);
  const exponentSign = decimalSign(exponent);
  const integral = exponent.coefficient % pow10(exponent.scale) === 0n;
  if (baseSign === 0 && exponentSign < 0) throw new SqlError('2201F', 'zero raised to a negative power is undefined');
  if (baseSign < 0 && !integral) {
    throw new SqlError('2201F', 'a negative number raised to a non-integer power yields a complex result');
  }
  if (integral) {
    const n = exponent.coefficient / pow10(exponent.scale);
    if (n >= -2147483648n && n <= 2147483647n) return powerInteger(base, n);
  }
  if (baseSign === 0) return {coefficient: 0n, scale: MIN_SIGNIFICANT_DIGITS};
  return powerByLogarithm(base, exponent, integral);
}

function powerInteger(base: Decimal, n: bigint): Decimal {
  const scale = resultScale(0, base.scale);
  if (base.coefficient === 0n || n === 0n) return {coefficient: n === 0n ? pow10(scale) : 0n, scale};
  const log10 = decimalExponent(base) + Math.log10(Math.abs(mantissaOf(base)));
  const weight = Number(n) * log10;
  if (weight > MAX_INTEGER_DIGITS) throw overflow();
  if (weight + 1 < -MAX_DISPLAY_SCALE) return {coefficient: 0n, scale};
  return decimal(powerAt(base, n, scale, weight), scale);
}

/** base^n at `scale`: exact when that is cheap, else by squaring with enough guard digits. */
function powerAt(base: Decimal, n: bigint, scale: number, weight: number): bigint {
  const count = Number(n < 0n ? -n : n);
  const digits = base.coefficient.toString().length;
  if (count * digits <= 4000) {
    const power: Decimal = {coefficient: base.coefficient ** BigInt(count), scale: base.scale * count};
    return n < 0n ? quotientAt(DECIMAL_ONE, power, scale) : coefficientAt(power, scale);
  }
  // Floating: keep so many significant digits that the error of log2(n) roundings stays below the last one.
  const precision = Math.max(scale + Math.ceil(weight), 1) + GUARD + 2 * Math.ceil(Math.log2(count)) + 8;
  let result: Decimal = DECIMAL_ONE;
  let square = base;
  for (let rest = count; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = significant(multiply(result, square), precision);
    if (rest > 1) square = significant(multiply(square, square), precision);
  }
  return n < 0n ? quotientAt(DECIMAL_ONE, result, scale) : coefficientAt(result, scale);
}

function multiply(a: Decimal, b: Decimal): Decimal {
  return {coefficient: a.coefficient * b.coefficient, scale: a.scale + b.scale};
}

/** Rounded to `precision` significant digits; the scale may become negative. */
function significant(value: Decimal, precision: number): Decimal {
  const excess = value.coefficient.toString().length - precision;
  if (excess <= 0) return value;
  return {coefficient: divideRounded(value.coefficient, pow10(excess)), scale: value.scale - excess};
}

function powerByLogarithm(base: Decimal, exponent: Decimal, integral: boolean): Decimal {
  const magnitude = decimalSign(base) < 0 ? {coefficient: -base.coefficient, scale: base.scale} : base;
  const odd = integral && (exponent.coefficient / pow10(exponent.scale)) % 2n !== 0n;
  const negative = decimalSign(base) < 0 && odd;
  const estimateScale = Math.max(0, 8 - lnWeight(magnitude));
  const estimate: Decimal = {coefficient: lnAt(magnitude, estimateScale), scale: estimateScale};
  const estimated = coefficientAt(multiply(estimate, exponent), estimateScale);
  const approximate = decimalToNumber({coefficient: estimated, scale: estimateScale});
  if (Math.abs(approximate) > 2000 * 3.01) {
    if (approximate > 0) throw overflow();
    return {coefficient: 0n, scale: MAX_DISPLAY_SCALE};
  }
  const weight = Math.trunc(approximate * LOG10_E);
  const scale = Math.max(resultScale(weight, base.scale), Math.min(exponent.scale, MAX_DISPLAY_SCALE));
  const digits = scale + Math.max(0, weight) + GUARD + Math.abs(decimalExponent(exponent)) + 8;
  const product = multiply({coefficient: lnAt(magnitude, digits), scale: digits}, exponent);
  const result = expAt({coefficient: coefficientAt(product, digits), scale: digits}, scale);
  return negative ? {coefficient: -result.coefficient, scale} : result;
}

/** Powers with NaN and the infinities, as IEEE's pow has them. */
function powerSpecial(base: Decimal, exponent: Decimal): Decimal {
  const one = (value: Decimal): boolean => !value.special && decimalCompare(value, DECIMAL_ONE) === 0;
  const zeroExponent = !exponent.special && decimalSign(exponent) === 0;
  if (one(base) || zeroExponent) return DECIMAL_ONE;
  if (base.special === 'NaN' || exponent.special === 'NaN') return DECIMAL_NAN;
  if (decimalSign(base) === 0 && decimalSign(exponent) < 0) {
    throw new SqlError('2201F', 'zero raised to a negative power is undefined');
  }
  const result = Math.pow(decimalToNumber(base), specialOrSign(exponent));
  if (exponent.special) {
    const size = base.special ? Infinity : Math.abs(decimalToNumber(base));
    if (size === 1) return DECIMAL_ONE;
    return size > 1 === (exponent.special === 'Infinity') ? DECIMAL_INFINITY : DECIMAL_ZERO;
  }
  const integral = exponent.coefficient % pow10(exponent.scale) === 0n;
  if (base.special === '-Infinity' && !integral) {
    throw new SqlError('2201F', 'a negative number raised to a non-integer power yields a complex result');
  }
  if (decimalSign(exponent) < 0) return DECIMAL_ZERO;
  const odd = (exponent.coefficient / pow10(exponent.scale)) % 2n !== 0n;
  return base.special === '-Infinity' && odd ? base : result === 0 ? DECIMAL_ZERO : DECIMAL_INFINITY;
}

function specialOrSign(value: Decimal): number {
  return value.special ? Number(value.special) : decimalSign(value);
}

function mantissaOf(value: Decimal): number {
  const text = (value.coefficient < 0n ? -value.coefficient : value.coefficient).toString();
  return Number(text.slice(0, 16).padEnd(16, '0')) / 1e15;
}

/** At least 16 significant digits for a result of about 10^weight, and no fewer digits than the operand shows. */
function resultScale(weight: number, operandScale: number): number {
  return Math.min(Math.max(MIN_SIGNIFICANT_DIGITS - weight, operandScale, 0), MAX_DISPLAY_SCALE);
}
