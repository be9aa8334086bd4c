import {decimalAbs, decimalCompare, decimalParse} from '../decimal.ts';
import {SqlError} from '../sql-error.ts';
import type {FormatSettings} from './format-settings.ts';
import {type TypeIo, invalidSyntax} from './type-io.ts';

const floatPattern = /^[ \t\n\v\f\r]*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)[ \t\n\v\f\r]*$/;
const specialPattern = /^[ \t\n\v\f\r]*(?:[+-]?(nan)|([+-]?)inf(?:inity)?)[ \t\n\v\f\r]*$/i;

function parseFloatText(text: string, typeName: 'real' | 'double precision'): number {
  const match = floatPattern.exec(text);
  if (!match) return parseSpecial(text, typeName);
  const value = typeName === 'real' ? nearestReal(match[1]) : Number(match[1]);
  const vanished = value === 0 && /[1-9]/.test(match[1].split(/[eE]/)[0]);
  if (vanished || !Number.isFinite(value)) {
    throw new SqlError('22003', `"${typeName === 'real' ? text : match[1]}" is out of range for type ${typeName}`);
  }
  return value;
}

/** The real nearest to a number's text: by way of a double, which may itself have been rounded to a midpoint. */
function nearestReal(text: string): number {
  const double = Number(text);
  const real = Math.fround(double);
  if (real === double || !Number.isFinite(real) || real === 0) return real;
  const size = Math.abs(real);
  const other = neighbour(size, Math.abs(double) > size ? 1 : -1);
  if ((size + other) / 2 !== Math.abs(double)) return real;
  const written = decimalAbs(decimalParse(text));
  const midpoint = decimalParse(Math.abs(double).toExponential(100));
  const side = decimalCompare(written, midpoint);
  if (side === 0) return real;
  return (side > 0 ? Math.max(size, other) : Math.min(size, other)) * Math.sign(double);
}

function parseSpecial(text: string, typeName: string): number {
  const match = specialPattern.exec(text);
  if (!match) throw invalidSyntax(typeName, text);
  return match[1] ? NaN : match[2] === '-' ? -Infinity : Infinity;
}

/**
 * A double as Postgres prints it: the shortest text that reads back as the same value when extra_float_digits > 0
 * (the default), else 15 + extra_float_digits significant digits.
 */
export function formatDouble(value: number, extraFloatDigits = 1): string {
  if (extraFloatDigits > 0) {
    const size = Math.abs(value);
    // In this range JavaScript's notation is Postgres's.
    if (size >= 1e-4 && size < 1e15) return String(value);
    if (value === 0) return Object.is(value, -0) ? '-0' : '0';
    if (!Number.isFinite(value)) return String(value);
    return formatShortest(shortestDouble(value), 15);
  }
  return formatRounded(value, Math.max(1, 15 + extraFloatDigits));
}

/** As `formatDouble`, for a value that is a real. */
export function formatReal(value: number, extraFloatDigits = 1): string {
  if (extraFloatDigits <= 0) return formatRounded(value, Math.max(1, 6 + extraFloatDigits));
  if (Number.isInteger(value) && Math.abs(value) < 1e6) return Object.is(value, -0) ? '-0' : String(value);
  if (!Number.isFinite(value)) return String(value);
  return formatShortest(shortestReal(value), 6);
}

/** JavaScript's shortest text, but never one that lies exactly between two doubles: Postgres takes the next longer. */
function shortestDouble(value: number): string {
  const text = String(value);
  // Only here can a decimal of 17 digits at most be such a midpoint.
  const size = Math.abs(value);
  if (size < 2 ** 53 || size > 1e40 || !isMidpoint(text, size)) return text;
  for (let digits = 15; digits < 17; digits++) {
    const longer = value.toPrecision(digits);
    if (Number(longer) === value && !isMidpoint(longer, size)) return longer;
  }
  return value.toPrecision(17);
}

function isMidpoint(text: string, size: number): boolean {
  const {digits, exponent} = significantDigits(text);
  const zeros = exponent - digits.length + 1;
  if (zeros < 0) return false;
  const written = BigInt(digits) * 10n ** BigInt(zeros);
  const exact = BigInt(size);
  const spacing = 2n ** BigInt(Math.floor(Math.log2(size)) - 52);
  const distance = written - exact;
  const belowPower = (exact & (exact - 1n)) === 0n && distance < 0n;
  return (distance < 0n ? -distance : distance) * (belowPower ? 4n : 2n) === spacing;
}

const realBits = new DataView(new ArrayBuffer(4));

/** The real next to `value` (positive, finite) in the order of its bits. */
function neighbour(value: number, step: 1 | -1): number {
  realBits.setFloat32(0, value);
  realBits.setInt32(0, realBits.getInt32(0) + step);
  return realBits.getFloat32(0);
}

/** The fewest significant digits that only this real is nearest to; of several such texts the nearest. */
function shortestReal(value: number): string {
  const size = Math.abs(value);
  const low = (neighbour(size, -1) + size) / 2;
  const above = neighbour(size, 1);
  const high = Number.isFinite(above) ? (above + size) / 2 : 2 * size - low;
  // Six digits always survive in a normal number, so a shorter text shows up there as trailing zeros.
  for (let digits = size < 1.2e-38 ? 1 : 6; digits < 9; digits++) {
    const text = nearestInside(size, digits, low, high);
    if (text !== null) return value < 0 ? `-${text}` : text;
  }
  return value.toPrecision(9);
}

function nearestInside(size: number, precision: number, low: number, high: number): string | null {
  const [mantissa, power] = size.toExponential(precision - 1).split('e');
  const digits = Number(mantissa.replace('.', ''));
  const unit = Number(power) - precision + 1;
  const inside = (candidate: number): boolean => {
    const read = Number(`${candidate}e${unit}`);
    return read > low && read < high;
  };
  // A tie goes to the even digit; JavaScript rounds it up. Beside a power of two the interval is lopsided, and only
  // the farther neighbour may lie inside.
  const tie = /^\d50*$/.test(
    size
      .toExponential(60)
      .replace('.', '')
      .slice(precision - 1, 58),
  );
  const order = tie && digits % 2 === 1 ? [digits - 1, digits, digits + 1] : [digits, digits + 1, digits - 1];
  const found = order.find(inside);
  return found === undefined ? null : `${found}e${unit}`;
}

/**
 * Rewrites JavaScript's digits in Postgres's notation: an exponent below 1e-4 and from 10^`fixedBelow` on, of two
 * digits at least.
 */
function formatShortest(text: string, fixedBelow: number): string {
  const {sign, digits, exponent} = significantDigits(text);
  if (exponent >= -4 && exponent < fixedBelow) return sign + fixedNotation(digits, exponent);
  return sign + exponentNotation(digits, exponent);
}

/** As C's %.{digits}g. */
function formatRounded(value: number, precision: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  const {sign, digits, exponent} = significantDigits(value.toPrecision(precision));
  if (exponent >= -4 && exponent < precision) return sign + fixedNotation(digits, exponent);
  return sign + exponentNotation(digits, exponent);
}

/** Splits a printed finite number: its digits without surrounding zeros, and the power of ten of the first. */
function significantDigits(text: string): {sign: string; digits: string; exponent: number} {
  const [mantissa, power = '0'] = text.split('e');
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole, fraction = ''] = mantissa.replace('-', '').split('.');
  const all = whole + fraction;
  const leading = /^0*/.exec(all)![0].length;
  const digits = all.slice(leading).replace(/0+$/, '') || '0';
  return {sign, digits, exponent: Number(power) + whole.length - 1 - (digits === '0' ? 0 : leading)};
}

function fixedNotation(digits: string, exponent: number): string {
  if (exponent < 0) return '0.' + '0'.repeat(-exponent - 1) + digits;
  if (digits.length <= exponent + 1) return digits.padEnd(exponent + 1, '0');
  return `${digits.slice(0, exponent + 1)}.${digits.slice(exponent + 1)}`;
}

function exponentNotation(digits: string, exponent: number): string {
  const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
  const power = String(Math.abs(exponent)).padStart(2, '0');
  return `${digits[0]}${fraction}e${exponent < 0 ? '-' : '+'}${power}`;
}

export const realIo: TypeIo = {
  parse: text => parseFloatText(text, 'real'),
  format: (value, _type, settings: FormatSettings) => formatReal(value as number, settings.extraFloatDigits),
  read: reader => reader.float32(),
  write: (writer, value) => writer.float32(value as number),
};

export const doubleIo: TypeIo = {
  parse: text => parseFloatText(text, 'double precision'),
  format: (value, _type, settings: FormatSettings) => formatDouble(value as number, settings.extraFloatDigits),
  read: reader => reader.float64(),
  write: (writer, value) => writer.float64(value as number),
};
