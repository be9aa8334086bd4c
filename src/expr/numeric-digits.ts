import type {Decimal} from '../types/decimal.ts';
import {digitCount} from '../types/decimal-value.ts';
import {NUMERIC, type SqlType} from '../types/sql-type.ts';

// Which digits the result of an operation has, so that it lies in integer lanes. A numeric with `digits` is finite,
// has exactly `scale` fractional digits (which is also what it shows) and at most `precision` digits in all.

const MAX_DIGITS = 38;

type Digits = NonNullable<SqlType['digits']>;

/** The numeric type of these digits, or of any digits where they are too many for integer lanes. */
function numericWithDigits(precision: number, scale: number): SqlType {
  return precision <= MAX_DIGITS ? {kind: 'numeric', digits: {precision, scale}} : NUMERIC;
}

/** Digits of any value of an exact type; null where they are not bounded. */
export function digitsOf(type: SqlType): Digits | null {
  switch (type.kind) {
    case 'smallint':
      return {precision: 5, scale: 0};
    case 'integer':
      return {precision: 10, scale: 0};
    case 'bigint':
      return {precision: 19, scale: 0};
    case 'numeric':
      return type.digits ?? null;
    default:
      return null;
  }
}

/** The type of a numeric literal: 0.908 has digits (3,3). */
export function numericLiteralType(value: Decimal): SqlType {
  if (value.special) return NUMERIC;
  return numericWithDigits(Math.max(digitCount(value.coefficient), value.scale, 1), value.scale);
}

function combined(args: readonly SqlType[], combine: (a: Digits, b: Digits) => Digits): SqlType {
  const a = digitsOf(args[0]);
  const b = digitsOf(args[1]);
  if (!a || !b) return NUMERIC;
  const {precision, scale} = combine(a, b);
  return numericWithDigits(precision, scale);
}

export function sumType(args: readonly SqlType[]): SqlType {
  return combined(args, (a, b) => {
    const scale = Math.max(a.scale, b.scale);
    return {precision: Math.max(a.precision - a.scale, b.precision - b.scale) + scale + 1, scale};
  });
}

export function productType(args: readonly SqlType[]): SqlType {
  return combined(args, (a, b) => ({precision: a.precision + b.precision, scale: a.scale + b.scale}));
}

/** a % b: smaller than b and no larger than a, at the finer scale. */
export function quotientRest(args: readonly SqlType[]): SqlType {
  return combined(args, (a, b) => {
    const scale = Math.max(a.scale, b.scale);
    return {precision: Math.min(a.precision - a.scale, b.precision - b.scale) + scale, scale};
  });
}

export function sameDigits(args: readonly SqlType[]): SqlType {
  const digits = digitsOf(args[0]);
  return digits ? numericWithDigits(digits.precision, digits.scale) : NUMERIC;
}

/** Rounded to an integer, which may take one digit more. */
export function wholeType(args: readonly SqlType[]): SqlType {
  const digits = digitsOf(args[0]);
  return digits ? numericWithDigits(digits.precision - digits.scale + 1, 0) : NUMERIC;
}
