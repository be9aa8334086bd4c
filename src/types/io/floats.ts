import {SqlError} from '../sql-error.ts';
import type {FormatSettings} from './format-settings.ts';
import {type TypeIo, invalidSyntax} from './type-io.ts';

const floatPattern = /^[ \t\n\v\f\r]*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)[ \t\n\v\f\r]*$/;
const specialPattern = /^[ \t\n\v\f\r]*(?:[+-]?(nan)|([+-]?)inf(?:inity)?)[ \t\n\v\f\r]*$/i;

function parseFloatText(text: string, typeName: 'real' | 'double precision'): number {
  const match = floatPattern.exec(text);
  if (!match) return parseSpecial(text, typeName);
  const exact = Number(match[1]);
  const value = typeName === 'real' ? Math.fround(exact) : exact;
  const vanished = value === 0 && /[1-9]/.test(match[1].split(/[eE]/)[0]);
  if (vanished || !Number.isFinite(value)) {
    throw new SqlError('22003', `"${text}" is out of range for type ${typeName}`);
  }
  return value;
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
    if (Number.isInteger(value) && Math.abs(value) < 1e15) return Object.is(value, -0) ? '-0' : String(value);
    if (!Number.isFinite(value)) return String(value);
    return formatShortest(String(value), 15);
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

/** The fewest significant digits that read back as the same real. */
function shortestReal(value: number): string {
  for (let digits = 1; digits < 9; digits++) {
    const text = value.toPrecision(digits);
    if (Math.fround(Number(text)) === value) return text;
  }
  return value.toPrecision(9);
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
