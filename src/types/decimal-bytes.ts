import {
  DECIMAL_INFINITY,
  DECIMAL_NAN,
  DECIMAL_NEGATIVE_INFINITY,
  MAX_SCALE,
  type Decimal,
  pow10,
} from './decimal-value.ts';
import {SqlError} from './sql-error.ts';

// Postgres's binary numeric: int16 ndigits, weight, sign, dscale, then base-10000 digits, all big-endian. The value is
// the sum of digit[i] × 10000^(weight - i); neither the first nor the last digit is zero.
const POSITIVE = 0x0000;
const NEGATIVE = 0x4000;
const NAN = 0xc000;
const INFINITE = 0xd000;
const NEGATIVE_INFINITE = 0xf000;
/** What Postgres sends as dscale of the infinities. */
const INFINITE_SCALE = 0x20;

const BASE = 10000n;
const BASE_DIGITS = 4;

export function decimalToBytes(value: Decimal): Uint8Array {
  if (value.special === 'NaN') return header(0, 0, NAN, 0);
  if (value.special) {
    return header(0, 0, value.special === 'Infinity' ? INFINITE : NEGATIVE_INFINITE, INFINITE_SCALE);
  }
  if (value.coefficient === 0n) return header(0, 0, POSITIVE, value.scale);

  const negative = value.coefficient < 0n;
  const magnitude = negative ? -value.coefficient : value.coefficient;
  const groups = digitGroups(magnitude, value.scale);
  let first = 0;
  while (groups[first] === 0) first++;
  let last = groups.length;
  while (groups[last - 1] === 0) last--;

  const fractionGroups = Math.ceil(value.scale / BASE_DIGITS);
  const weight = groups.length - fractionGroups - 1 - first;
  const bytes = header(last - first, weight, negative ? NEGATIVE : POSITIVE, value.scale);
  for (let i = first; i < last; i++) writeInt16(bytes, 8 + 2 * (i - first), groups[i]);
  return bytes;
}

/** Base-10000 digits, most significant first, the last ending at or below the last fractional digit. */
function digitGroups(magnitude: bigint, scale: number): number[] {
  const padding = (BASE_DIGITS - (scale % BASE_DIGITS)) % BASE_DIGITS;
  const aligned = magnitude * pow10(padding);
  const fractionGroups = Math.ceil(scale / BASE_DIGITS);
  if (aligned <= 0x1fffffffffffffn) return smallGroups(Number(aligned), fractionGroups);
  const text = aligned.toString();
  const width = Math.max(Math.ceil(text.length / BASE_DIGITS), fractionGroups) * BASE_DIGITS;
  const padded = text.padStart(width, '0');
  const groups: number[] = [];
  for (let i = 0; i < width; i += BASE_DIGITS) groups.push(Number(padded.slice(i, i + BASE_DIGITS)));
  return groups;
}

function smallGroups(magnitude: number, atLeast: number): number[] {
  const groups: number[] = [];
  for (let rest = magnitude; rest > 0 || groups.length < atLeast; rest = Math.floor(rest / 10000)) {
    groups.push(rest % 10000);
  }
  return groups.reverse();
}

function header(digits: number, weight: number, sign: number, scale: number): Uint8Array {
  const bytes = new Uint8Array(8 + 2 * digits);
  writeInt16(bytes, 0, digits);
  writeInt16(bytes, 2, weight);
  writeInt16(bytes, 4, sign);
  writeInt16(bytes, 6, scale);
  return bytes;
}

function writeInt16(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >> 8;
  bytes[at + 1] = value;
}

/** Errors: 22P03 for bytes that no numeric has. */
export function decimalFromBytes(bytes: Uint8Array, start = 0, end = bytes.length): Decimal {
  if (end - start < 8) throw malformed('invalid length in external "numeric" value');
  const digits = readInt16(bytes, start);
  const weight = (readInt16(bytes, start + 2) << 16) >> 16;
  const sign = readInt16(bytes, start + 4);
  const scale = readInt16(bytes, start + 6);
  if (sign === NAN) return DECIMAL_NAN;
  if (sign === INFINITE) return DECIMAL_INFINITY;
  if (sign === NEGATIVE_INFINITE) return DECIMAL_NEGATIVE_INFINITY;
  if (sign !== POSITIVE && sign !== NEGATIVE) throw malformed('invalid sign in external "numeric" value');
  if (scale > MAX_SCALE) throw malformed('invalid scale in external "numeric" value');
  if (end - start !== 8 + 2 * digits) throw malformed('invalid length in external "numeric" value');

  let magnitude = 0n;
  let small = 0;
  for (let i = 0; i < digits; i++) {
    const digit = readInt16(bytes, start + 8 + 2 * i);
    if (digit > 9999) throw malformed('invalid digit in external "numeric" value');
    // Three digits fit a small integer: it spares two of three bigint multiplications.
    small = small * 10000 + digit;
    if (i % 3 === 2) {
      magnitude = magnitude * 1000000000000n + BigInt(small);
      small = 0;
    }
  }
  const rest = digits % 3;
  if (rest > 0) magnitude = magnitude * BASE ** BigInt(rest) + BigInt(small);

  // The digits end at 10000^(weight - digits + 1); bring the last one to 10^-scale (truncating, as Postgres does).
  const shift = scale + (weight - digits + 1) * BASE_DIGITS;
  const coefficient = shift >= 0 ? magnitude * pow10(shift) : magnitude / pow10(-shift);
  return {coefficient: sign === NEGATIVE ? -coefficient : coefficient, scale};
}

function readInt16(bytes: Uint8Array, at: number): number {
  return (bytes[at] << 8) | bytes[at + 1];
}

function malformed(message: string): SqlError {
  return new SqlError('22P03', message);
}
