import {type Decimal, decimalFromBigint, decimalMul, decimalPrint, decimalRound} from '../../types/decimal.ts';
import {digitCount, pow10} from '../../types/decimal-value.ts';
import {SqlError} from '../../types/sql-error.ts';
import {int4, int8} from '../functions/ranges.ts';
import {roundHalfEven} from '../functions/float.ts';
import {hasShift, type NumberTemplate, numberTemplate} from './number-template.ts';
import {NumberWriter} from './number-writer.ts';
import {roman} from './ordinal.ts';

// to_char of numbers: each type makes its digits in its own way, the template then places them.

export function integerToChar(value: number, template: string): string {
  if (template === '') return '';
  const t = numberTemplate(template);
  if (t.roman) return romanText(t, value);
  if (t.scientific) return spaced(exponential(value, t.behind));
  // As Postgres multiplies: without a look at the range.
  const shifted = hasShift(t) ? Number(BigInt.asIntN(32, BigInt(value) * pow10(t.shift))) : value;
  return placed(t, integerDigits(String(shifted), t), t.behind);
}

export function bigintToChar(value: bigint, template: string): string {
  if (template === '') return '';
  const t = numberTemplate(template);
  if (t.roman) return romanText(t, int4(Number(value)));
  if (t.scientific) return spaced(decimalExponential(decimalFromBigint(value), t.behind));
  const shifted = hasShift(t) ? int8(value * pow10(t.shift)) : value;
  return placed(t, integerDigits(String(shifted), t), t.behind);
}

/** Integers have nothing but zeros behind their point. */
function integerDigits(text: string, {behind}: NumberTemplate): string {
  return behind > 0 ? `${text}.${'0'.repeat(behind)}` : text;
}

export function numericToChar(value: Decimal, template: string): string {
  if (template === '') return '';
  const t = numberTemplate(template);
  if (t.roman) return romanText(t, romanNumber(value));
  if (t.scientific) return value.special ? overflowing(t) : spaced(decimalExponential(value, t.behind));
  const shifted = hasShift(t) ? decimalMul(value, decimalFromBigint(pow10(t.shift))) : value;
  return placed(t, decimalPrint(decimalRound(shifted, t.behind)), t.behind);
}

function romanNumber(value: Decimal): number {
  if (value.special) {
    throw new SqlError('0A000', `cannot convert ${value.special === 'NaN' ? 'NaN' : 'infinity'} to integer`);
  }
  return int4(Number(decimalRound(value).coefficient));
}

/** `significant`: decimal digits that the type has, 6 or 15; places beyond them are not shown. */
export function floatToChar(value: number, template: string, significant: 6 | 15): string {
  if (template === '') return '';
  const t = numberTemplate(template);
  if (t.roman) return romanText(t, Number.isFinite(value) ? roundHalfEven(value) : -1);
  if (t.scientific) return Number.isFinite(value) ? spaced(exponential(value, t.behind)) : overflowing(t);
  let shifted = hasShift(t) ? value * 10 ** t.shift : value;
  if (significant === 6) shifted = Math.fround(shifted);
  const whole = fixed(Math.abs(shifted), 0).length;
  const behind = whole >= significant ? 0 : Math.min(t.behind, significant - whole);
  return placed(t, fixed(shifted, behind), behind);
}

/** C's %.*f: exact, halves to even. */
function fixed(value: number, places: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  const {coefficient, scale} = exactDecimal(Math.abs(value));
  const rounded = scale <= places ? coefficient * pow10(places - scale) : halfEven(coefficient, pow10(scale - places));
  const digits = rounded.toString().padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return value < 0 || Object.is(value, -0) ? `-${text}` : text;
}

function halfEven(n: bigint, d: bigint): bigint {
  const quotient = n / d;
  const twice = (n % d) * 2n;
  return twice > d || (twice === d && quotient % 2n === 1n) ? quotient + 1n : quotient;
}

/** Every digit of a double. */
function exactDecimal(value: number): {readonly coefficient: bigint; readonly scale: number} {
  let scaled = value;
  let halvings = 0;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    halvings++;
  }
  return {coefficient: BigInt(scaled) * 5n ** BigInt(halvings), scale: halvings};
}

/** C's %.*e: at least two digits of exponent. */
function exponential(value: number, places: number): string {
  if (value === 0) return withExponent(Object.is(value, -0) ? '-' : '', '0'.repeat(places + 1), places, 0);
  const {coefficient, scale} = exactDecimal(Math.abs(value));
  const exponent = digitCount(coefficient) - scale - 1;
  const digits = String(digitsAt(coefficient, scale, places - exponent, halfEven));
  const carried = digits.length > places + 1;
  return withExponent(
    value < 0 ? '-' : '',
    carried ? digits.slice(0, -1) : digits,
    places,
    exponent + (carried ? 1 : 0),
  );
}

/** A numeric that is rounded up to a further digit keeps its exponent: 10e+01. */
function decimalExponential({coefficient, scale}: Decimal, places: number): string {
  if (coefficient === 0n) return withExponent('', '0'.repeat(places + 1), places, 0);
  const magnitude = coefficient < 0n ? -coefficient : coefficient;
  const exponent = digitCount(magnitude) - scale - 1;
  const digits = String(digitsAt(magnitude, scale, places - exponent, halfUp));
  return withExponent(coefficient < 0n ? '-' : '', digits, places, exponent);
}

function halfUp(n: bigint, d: bigint): bigint {
  return (2n * n + d) / (2n * d);
}

/** The value times 10^shift, rounded. */
function digitsAt(coefficient: bigint, scale: number, shift: number, round: (n: bigint, d: bigint) => bigint): bigint {
  return shift >= scale ? coefficient * pow10(shift - scale) : round(coefficient, pow10(scale - shift));
}

function withExponent(sign: string, digits: string, places: number, exponent: number): string {
  const whole = digits.length - places;
  const mantissa = places === 0 ? digits : `${digits.slice(0, whole)}.${digits.slice(whole)}`;
  return `${sign}${mantissa}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

/** Positive numbers keep room for the sign. */
function spaced(text: string): string {
  return text.startsWith('-') ? text : ` ${text}`;
}

/** A number without digits in a scientific template. */
function overflowing({before, behind}: NumberTemplate): string {
  const marks = '#'.repeat(before + behind + 6).split('');
  marks[0] = ' ';
  marks[before + 1] = '.';
  return marks.join('');
}

function placed(t: NumberTemplate, text: string, behind: number): string {
  const before = t.before + t.shift;
  const sign = text.startsWith('-') ? '-' : '+';
  const digits = sign === '-' ? text.slice(1) : text;
  const point = digits.indexOf('.');
  const whole = point < 0 ? digits.length : point;
  const fitting = whole > before ? `${'#'.repeat(before)}.${'#'.repeat(behind)}` : digits;
  return new NumberWriter(t, {sign, digits: fitting, before, behind}).write();
}

function romanText(t: NumberTemplate, value: number): string {
  const numeral = roman(value);
  const padded = t.fill ? numeral : numeral.padStart(15);
  let out = '';
  for (const piece of t.pieces) {
    // It has no sign, and Postgres's text ends there.
    if (piece.kind === 'pattern' && piece.name === 'SG') break;
    if (piece.kind !== 'pattern') out += piece.text;
    else if (piece.name === 'RN') out += padded;
    else out += piece.name === 'rn' ? padded.toLowerCase() : romanOther(piece.name, t.fill);
  }
  return out;
}

/** A Roman number has no other parts; marks for them stay. */
function romanOther(name: string, fill: boolean): string {
  switch (name) {
    case ',':
    case 'G':
    case 'MI':
    case 'PL':
      return fill ? '' : ' ';
    case 'L':
      return ' ';
    default:
      return '';
  }
}
