import {SqlError} from './sql-error.ts';

/**
 * A `numeric` value: coefficient × 10^-scale, or one of NaN, Infinity, -Infinity. `scale` is the display scale
 * (Postgres's dscale, 0…16383), so 1.50 and 1.5 are equal and print differently.
 */
export type Decimal = {
  readonly special?: 'NaN' | 'Infinity' | '-Infinity';
  readonly coefficient: bigint;
  readonly scale: number;
};

/** Digits before and after the decimal point that Postgres's format can hold. */
export const MAX_INTEGER_DIGITS = 131072;
export const MAX_SCALE = 16383;

export const DECIMAL_NAN: Decimal = Object.freeze({special: 'NaN', coefficient: 0n, scale: 0});
export const DECIMAL_INFINITY: Decimal = Object.freeze({special: 'Infinity', coefficient: 0n, scale: 0});
export const DECIMAL_NEGATIVE_INFINITY: Decimal = Object.freeze({special: '-Infinity', coefficient: 0n, scale: 0});
export const DECIMAL_ZERO: Decimal = Object.freeze({coefficient: 0n, scale: 0});
export const DECIMAL_ONE: Decimal = Object.freeze({coefficient: 1n, scale: 0});

export function isDecimal(value: unknown): value is Decimal {
  return typeof value === 'object' && value !== null && 'coefficient' in value;
}

const powersOfTen: bigint[] = [1n];

/** 10^n, n ≥ 0; small ones are kept. */
export function pow10(n: number): bigint {
  if (n > 512) return 10n ** BigInt(n);
  for (let i = powersOfTen.length; i <= n; i++) powersOfTen.push(powersOfTen[i - 1] * 10n);
  return powersOfTen[n];
}

/** The value if Postgres's format can hold it. Errors: 22003. */
export function decimal(coefficient: bigint, scale: number): Decimal {
  // A bigint that fits 64 bits is no trouble; only huge ones pay for counting their digits.
  const huge = coefficient > 0xffffffffffffffffn || coefficient < -0xffffffffffffffffn;
  if (scale > MAX_SCALE || (huge && digitCount(coefficient) - scale > MAX_INTEGER_DIGITS)) throw overflow();
  return {coefficient, scale};
}

export function overflow(): SqlError {
  return new SqlError('22003', 'value overflows numeric format');
}

/** Decimal digits of |n|; 1 for zero. */
export function digitCount(n: bigint): number {
  const text = n.toString();
  return n < 0n ? text.length - 1 : text.length;
}

export function decimalFromBigint(value: bigint | number): Decimal {
  return {coefficient: BigInt(value), scale: 0};
}

const numericPattern = /^[ \t\n\r\v\f]*([+-]?)(?:(\d+)(?:\.(\d*))?|\.(\d+))(?:[eE]([+-]?\d+))?[ \t\n\r\v\f]*$/;
const specialPattern = /^[ \t\n\r\v\f]*(?:(nan)|([+-]?)inf(?:inity)?)[ \t\n\r\v\f]*$/i;

/** Text as `numeric` input reads it; null if it is no number. Errors: 22003. */
export function decimalTryParse(text: string): Decimal | null {
  const match = numericPattern.exec(text);
  if (!match) return parseSpecial(text);
  const [, sign, whole = '', fraction = '', bareFraction, exponent] = match;
  const decimals = bareFraction ?? fraction;
  let coefficient = BigInt(whole + decimals);
  if (sign === '-') coefficient = -coefficient;
  if (exponent === undefined) return decimal(coefficient, decimals.length);
  const shift = Number(exponent);
  if (Math.abs(shift) >= 0x3fffffff) throw overflow();
  const scale = decimals.length - shift;
  if (scale >= 0) return decimal(coefficient, scale);
  if (coefficient === 0n) return DECIMAL_ZERO;
  if (-scale > MAX_INTEGER_DIGITS) throw overflow();
  return decimal(coefficient * pow10(-scale), 0);
}

function parseSpecial(text: string): Decimal | null {
  const match = specialPattern.exec(text);
  if (!match) return null;
  if (match[1]) return DECIMAL_NAN;
  return match[2] === '-' ? DECIMAL_NEGATIVE_INFINITY : DECIMAL_INFINITY;
}

/** As `decimalTryParse`. Errors: 22P02, 22003. */
export function decimalParse(text: string): Decimal {
  const value = decimalTryParse(text);
  if (value === null) throw new SqlError('22P02', `invalid input syntax for type numeric: "${text}"`);
  return value;
}

export function decimalPrint(value: Decimal): string {
  if (value.special) return value.special;
  const {coefficient, scale} = value;
  if (scale === 0) return coefficient.toString();
  const negative = coefficient < 0n;
  const digits = (negative ? -coefficient : coefficient).toString().padStart(scale + 1, '0');
  const point = digits.length - scale;
  return `${negative ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** Nearest double; the infinities and NaN map to themselves, values beyond the range to ±Infinity. */
export function decimalToNumber(value: Decimal): number {
  if (value.special) return Number(value.special);
  if (value.scale === 0) return Number(value.coefficient);
  return Number(decimalPrint(value));
}

/**
 * A float as Postgres's cast to numeric reads it: 15 significant digits of a double precision, 6 of a real.
 */
export function decimalFromNumber(value: number, significantDigits: 15 | 6 = 15): Decimal {
  if (Number.isNaN(value)) return DECIMAL_NAN;
  if (value === Infinity) return DECIMAL_INFINITY;
  if (value === -Infinity) return DECIMAL_NEGATIVE_INFINITY;
  if (Number.isSafeInteger(value) && Math.abs(value) < 10 ** significantDigits) return decimalFromBigint(value);
  const rounded = decimalTryParse(value.toPrecision(significantDigits))!;
  return decimalTrimScale(rounded);
}

/** Rounded to an integer, half away from zero; null for NaN and the infinities. */
export function decimalToBigint(value: Decimal): bigint | null {
  if (value.special) return null;
  return divideRounded(value.coefficient, pow10(value.scale));
}

/** The same value without trailing fractional zeros. */
export function decimalTrimScale(value: Decimal): Decimal {
  if (value.special || value.scale === 0) return value;
  let {coefficient, scale} = value;
  while (scale > 0 && coefficient % 10n === 0n) {
    coefficient /= 10n;
    scale--;
  }
  return {coefficient, scale};
}

/** n / d rounded half away from zero; d > 0. */
export function divideRounded(n: bigint, d: bigint): bigint {
  if (d === 1n) return n;
  const half = d / 2n;
  // d even: half is exact and a tie moves away from zero; d odd: no ties.
  return n < 0n ? -((-n + half) / d) : (n + half) / d;
}

/** The coefficient the value has at `scale` (which may be negative), rounded half away from zero. */
export function coefficientAt(value: Decimal, scale: number): bigint {
  const shift = scale - value.scale;
  return shift >= 0 ? value.coefficient * pow10(shift) : divideRounded(value.coefficient, pow10(-shift));
}

/** -1, 0, 1; -Infinity < numbers < Infinity < NaN, and NaN equals itself. */
export function decimalCompare(a: Decimal, b: Decimal): number {
  if (a.special || b.special) return Math.sign(specialRank(a) - specialRank(b));
  const scale = Math.max(a.scale, b.scale);
  const x = a.scale === scale ? a.coefficient : a.coefficient * pow10(scale - a.scale);
  const y = b.scale === scale ? b.coefficient : b.coefficient * pow10(scale - b.scale);
  return x < y ? -1 : x > y ? 1 : 0;
}

function specialRank(value: Decimal): number {
  if (!value.special) return 0;
  return value.special === 'NaN' ? 2 : value.special === 'Infinity' ? 1 : -1;
}

/** -1, 0, 1; NaN for NaN. */
export function decimalSign(value: Decimal): number {
  if (value.special === 'NaN') return NaN;
  if (value.special) return value.special === 'Infinity' ? 1 : -1;
  return value.coefficient > 0n ? 1 : value.coefficient < 0n ? -1 : 0;
}

/**
 * The value as `numeric(precision, scale)` stores it. Errors: 22003 when it does not fit.
 */
export function decimalRescale(value: Decimal, precision: number, scale: number): Decimal {
  if (value.special === 'NaN') return value;
  if (value.special) {
    throw fieldOverflow(`A field with precision ${precision}, scale ${scale} cannot hold an infinite value.`);
  }
  const coefficient = coefficientAt(value, scale);
  if (coefficient >= pow10(precision) || coefficient <= -pow10(precision)) {
    const digits = precision - scale;
    const bound = digits === 0 ? '1' : `10^${digits}`;
    throw fieldOverflow(
      `A field with precision ${precision}, scale ${scale} must round to an absolute value less than ${bound}.`,
    );
  }
  return scale >= 0 ? {coefficient, scale} : {coefficient: coefficient * pow10(-scale), scale: 0};
}

function fieldOverflow(detail: string): SqlError {
  return new SqlError('22003', 'numeric field overflow', {detail});
}
