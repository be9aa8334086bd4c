import {
  DECIMAL_INFINITY,
  DECIMAL_NAN,
  DECIMAL_NEGATIVE_INFINITY,
  DECIMAL_ZERO,
  MAX_SCALE,
  type Decimal,
  coefficientAt,
  decimal,
  decimalSign,
  digitCount,
  divideRounded,
  pow10,
} from './decimal-value.ts';
import {SqlError} from './sql-error.ts';

/** Significant digits that division and the transcendental functions give at least. */
export const MIN_SIGNIFICANT_DIGITS = 16;
export const MAX_DISPLAY_SCALE = 1000;
const MAX_RESULT_SCALE = 2000;
const BASE_DIGITS = 4;

export function divisionByZero(): SqlError {
  return new SqlError('22012', 'division by zero');
}

export function decimalAdd(a: Decimal, b: Decimal): Decimal {
  if (a.special || b.special) return addSpecial(a, b);
  if (a.scale === b.scale) return decimal(a.coefficient + b.coefficient, a.scale);
  if (a.scale > b.scale) return decimal(a.coefficient + b.coefficient * pow10(a.scale - b.scale), a.scale);
  return decimal(a.coefficient * pow10(b.scale - a.scale) + b.coefficient, b.scale);
}

function addSpecial(a: Decimal, b: Decimal): Decimal {
  if (a.special === 'NaN' || b.special === 'NaN') return DECIMAL_NAN;
  if (a.special && b.special && a.special !== b.special) return DECIMAL_NAN;
  return a.special ? a : b;
}

export function decimalSub(a: Decimal, b: Decimal): Decimal {
  return decimalAdd(a, decimalNegate(b));
}

export function decimalNegate(value: Decimal): Decimal {
  if (value.special === 'NaN') return value;
  if (value.special) return value.special === 'Infinity' ? DECIMAL_NEGATIVE_INFINITY : DECIMAL_INFINITY;
  return {coefficient: -value.coefficient, scale: value.scale};
}

export function decimalAbs(value: Decimal): Decimal {
  return decimalSign(value) < 0 ? decimalNegate(value) : value;
}

export function decimalMul(a: Decimal, b: Decimal): Decimal {
  if (a.special || b.special) return signedInfinity(decimalSign(a) * decimalSign(b));
  const scale = a.scale + b.scale;
  const product = a.coefficient * b.coefficient;
  if (scale <= MAX_SCALE) return decimal(product, scale);
  return decimal(divideRounded(product, pow10(scale - MAX_SCALE)), MAX_SCALE);
}

/** ±Infinity by sign; NaN where the sign is 0 (0 × Infinity) or NaN. */
function signedInfinity(sign: number): Decimal {
  return sign > 0 ? DECIMAL_INFINITY : sign < 0 ? DECIMAL_NEGATIVE_INFINITY : DECIMAL_NAN;
}

/** a / b, rounded at the scale that Postgres chooses: at least 16 significant digits. Errors: 22012. */
export function decimalDiv(a: Decimal, b: Decimal): Decimal {
  if (a.special === 'NaN' || b.special === 'NaN') return DECIMAL_NAN;
  if (decimalSign(b) === 0) throw divisionByZero();
  if (a.special) return b.special ? DECIMAL_NAN : signedInfinity(decimalSign(a) * decimalSign(b));
  if (b.special) return DECIMAL_ZERO;
  const scale = divisionScale(a, b);
  return decimal(quotientAt(a, b, scale), scale);
}

/** Coefficient of a / b at `scale`, rounded half away from zero. */
export function quotientAt(a: Decimal, b: Decimal, scale: number): bigint {
  const shift = scale + b.scale - a.scale;
  let n = shift >= 0 ? a.coefficient * pow10(shift) : a.coefficient;
  let d = shift >= 0 ? b.coefficient : b.coefficient * pow10(-shift);
  if (d < 0n) {
    n = -n;
    d = -d;
  }
  return divideRounded(n, d);
}

/** The fractional digits that Postgres gives a quotient. */
export function divisionScale(a: Decimal, b: Decimal): number {
  const x = leadingDigit(a);
  const y = leadingDigit(b);
  let weight = x.weight - y.weight;
  if (x.digit <= y.digit) weight--;
  const wanted = MIN_SIGNIFICANT_DIGITS - weight * BASE_DIGITS;
  return Math.min(Math.max(wanted, a.scale, b.scale, 0), MAX_DISPLAY_SCALE);
}

/** The first base-10000 digit and its power of 10000: what Postgres estimates magnitudes by. 0 for zero. */
export function leadingDigit(value: Decimal): {readonly digit: number; readonly weight: number} {
  if (value.coefficient === 0n) return {digit: 0, weight: 0};
  const magnitude = value.coefficient < 0n ? -value.coefficient : value.coefficient;
  const text = magnitude.toString();
  const exponent = text.length - 1 - value.scale;
  const weight = Math.floor(exponent / BASE_DIGITS);
  const width = exponent - weight * BASE_DIGITS + 1;
  return {digit: Number(text.slice(0, width).padEnd(width, '0')), weight};
}

/** Remainder with the sign of `a`. Errors: 22012. */
export function decimalMod(a: Decimal, b: Decimal): Decimal {
  if (a.special === 'NaN' || b.special === 'NaN') return DECIMAL_NAN;
  if (decimalSign(b) === 0) throw divisionByZero();
  if (a.special) return DECIMAL_NAN;
  if (b.special) return a;
  const scale = Math.max(a.scale, b.scale);
  return decimal(coefficientAt(a, scale) % coefficientAt(b, scale), scale);
}

/** `div(a, b)`: the quotient truncated to an integer. Errors: 22012. */
export function decimalQuotient(a: Decimal, b: Decimal): Decimal {
  if (a.special || b.special) return decimalDiv(a, b);
  if (b.coefficient === 0n) throw divisionByZero();
  const scale = Math.max(a.scale, b.scale);
  return decimal(coefficientAt(a, scale) / coefficientAt(b, scale), 0);
}

/** Rounded half away from zero at `scale` digits, which may be negative. */
export function decimalRound(value: Decimal, scale = 0): Decimal {
  if (value.special) return value;
  const at = clampScale(scale);
  const coefficient = coefficientAt(value, at);
  return at >= 0 ? decimal(coefficient, at) : decimal(coefficient * pow10(-at), 0);
}

export function decimalTrunc(value: Decimal, scale = 0): Decimal {
  if (value.special) return value;
  const at = clampScale(scale);
  if (at >= value.scale) return decimal(value.coefficient * pow10(at - value.scale), at);
  const coefficient = value.coefficient / pow10(value.scale - at);
  return at >= 0 ? decimal(coefficient, at) : decimal(coefficient * pow10(-at), 0);
}

function clampScale(scale: number): number {
  return Math.min(Math.max(scale, -MAX_RESULT_SCALE), MAX_RESULT_SCALE);
}

export function decimalCeil(value: Decimal): Decimal {
  if (value.special) return value;
  const unit = pow10(value.scale);
  const whole = value.coefficient / unit;
  return {coefficient: value.coefficient > whole * unit ? whole + 1n : whole, scale: 0};
}

export function decimalFloor(value: Decimal): Decimal {
  if (value.special) return value;
  const unit = pow10(value.scale);
  const whole = value.coefficient / unit;
  return {coefficient: value.coefficient < whole * unit ? whole - 1n : whole, scale: 0};
}

/** Power of ten of the first digit: 0 for 1…9.99, -1 for 0.1; 0 for zero. */
export function decimalExponent(value: Decimal): number {
  return value.coefficient === 0n ? 0 : digitCount(value.coefficient) - 1 - value.scale;
}
