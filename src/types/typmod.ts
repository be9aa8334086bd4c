import {mapArray} from './array-shape.ts';
import {decimalRescale, isDecimal} from './decimal.ts';
import {isInterval, type Datum, type Interval} from './datum.ts';
import {cutToSpan, type IntervalSpan, spanMask, spanOfMask} from './interval-span.ts';
import {SqlError} from './sql-error.ts';
import {timetzDatum, timetzOf} from './timetz.ts';
import {numericOf, type SqlType, type TypeKind} from './sql-type.ts';

// Postgres packs a type's parameters into an int32, -1 = none. numeric: ((precision << 16) | 11-bit signed scale) + 4;
// varchar and bpchar: length + 4; time and timestamps: fractional digits; interval: (field mask << 16) | digits.
const HEADER = 4;
const ALL_DIGITS = 0xffff;

const INT64_MIN = -(2n ** 63n);
const INT64_MAX = 2n ** 63n - 1n;

export function typmodOf(type: SqlType): number {
  // A domain's values are as its definition says; the domain itself takes no modifiers.
  if (type.domain !== undefined) return -1;
  switch (type.kind) {
    case 'numeric':
      if (type.precision === undefined) return -1;
      return ((type.precision << 16) | ((type.scale ?? 0) & 0x7ff)) + HEADER;
    case 'varchar':
    case 'bpchar':
      return type.length === undefined ? -1 : type.length + HEADER;
    case 'bit':
    case 'varbit':
      return type.length ?? -1;
    case 'time':
    case 'timetz':
    case 'timestamp':
    case 'timestamptz':
      return type.precision ?? -1;
    case 'interval':
      if (type.precision === undefined && type.span === undefined) return -1;
      return (spanMask(type.span) << 16) | (type.precision ?? ALL_DIGITS);
    case 'array':
      return typmodOf(type.element!);
    default:
      return -1;
  }
}

/** The type with the parameters that a typmod says. */
export function withTypmod(type: SqlType, typmod: number): SqlType {
  if (typmod < 0 || type.domain !== undefined) return type;
  switch (type.kind) {
    case 'numeric': {
      const packed = typmod - HEADER;
      const scale = ((packed & 0x7ff) ^ 1024) - 1024;
      return numericOf(packed >> 16, scale);
    }
    case 'varchar':
    case 'bpchar':
      return {kind: type.kind, length: typmod - HEADER};
    case 'bit':
    case 'varbit':
      return {kind: type.kind, length: typmod};
    case 'time':
    case 'timetz':
    case 'timestamp':
    case 'timestamptz':
      return {kind: type.kind, precision: typmod};
    case 'interval':
      return intervalOf(
        spanOfMask(typmod >> 16),
        (typmod & ALL_DIGITS) === ALL_DIGITS ? undefined : typmod & ALL_DIGITS,
      );
    case 'array':
      return {kind: 'array', element: withTypmod(type.element!, typmod)};
    default:
      return type;
  }
}

/** The type without its parameters. */
export function withoutTypmod(type: SqlType): SqlType {
  if (type.kind === 'array' && type.oid === undefined) return {kind: 'array', element: withoutTypmod(type.element!)};
  if (type.kind === 'struct' || type.oid !== undefined || type.domain !== undefined) return type;
  let bare = bareTypes.get(type.kind);
  if (!bare) bareTypes.set(type.kind, (bare = Object.freeze({kind: type.kind})));
  return bare;
}

/** Types that are nothing but their kind, made once: each parameter of a statement has one. */
const bareTypes = new Map<TypeKind, SqlType>();

/** The same, where values are still laid out as they are. */
export function unconstrained(type: SqlType): SqlType {
  if (typmodOf(type) === -1) return type;
  if (type.kind === 'array') return {...type, element: unconstrained(type.element!)};
  const {precision: _precision, scale: _scale, length: _length, span: _span, ...rest} = type;
  return rest;
}

/**
 * A value of the type's kind made to fit the type's parameters: numbers are rounded to their scale, times to their
 * digits, text is cut (explicit casts) or refused (assignment, input) when it is longer than declared.
 *
 * Errors: 22003 numeric field overflow, 22001 value too long, 22008 a timestamp rounded out of range.
 */
export function applyTypmod(type: SqlType, value: Datum, cast: 'explicit' | 'implicit'): Datum {
  if (value === null) return null;
  switch (type.kind) {
    case 'numeric':
      if (type.precision === undefined || !isDecimal(value)) return value;
      return decimalRescale(value, type.precision, type.scale ?? 0);
    case 'varchar':
      return type.length === undefined ? value : fitLength(value as string, type.length, type.kind, cast);
    case 'bpchar':
      if (type.length === undefined) return value;
      return padEnd(fitLength(value as string, type.length, type.kind, cast), type.length);
    case 'time':
    case 'timestamp':
    case 'timestamptz':
      return type.precision === undefined ? value : roundMicros(value as bigint, type.precision);
    case 'timetz':
      return type.precision === undefined ? value : roundTimetz(value as Uint8Array, type.precision);
    case 'bit':
    case 'varbit':
      return type.length === undefined ? value : fitBits(value as string, type.length, type.kind, cast);
    case 'interval':
      return isInterval(value) ? fitInterval(type, value) : value;
    case 'array':
      return Array.isArray(value) ? mapArray(value, item => applyTypmod(type.element!, item, cast)) : value;
    case 'struct':
      return Array.isArray(value) ? value.map((item, i) => applyTypmod(type.fields![i].type, item, cast)) : value;
    default:
      return value;
  }
}

/** `interval day to second(3)`; fields and digits that are not given are all. */
export function intervalOf(span: IntervalSpan | undefined, precision: number | undefined): SqlType {
  return {kind: 'interval', ...(span && {span}), ...(precision !== undefined && {precision})};
}

function fitInterval({span, precision}: SqlType, value: Interval): Interval {
  const cut = span === undefined ? value : cutToSpan(value, span);
  return precision === undefined ? cut : {...cut, micros: roundMicros(cut.micros, precision)};
}

function fitLength(text: string, length: number, kind: 'varchar' | 'bpchar', cast: 'explicit' | 'implicit'): string {
  if (text.length <= length) return text;
  const characters = Array.from(text);
  if (characters.length <= length) return text;
  // Blanks beyond the length are cut silently even where other characters are refused.
  if (cast === 'implicit' && characters.slice(length).some(c => c !== ' ')) {
    const name = kind === 'varchar' ? 'character varying' : 'character';
    throw new SqlError('22001', `value too long for type ${name}(${length})`);
  }
  return characters.slice(0, length).join('');
}

/** Zeros are added to a bit(n), and bits cut off either's end; where that may not be: 22026, 22001. */
function fitBits(bits: string, length: number, kind: 'bit' | 'varbit', cast: 'explicit' | 'implicit'): string {
  if (kind === 'varbit') {
    if (bits.length <= length) return bits;
    if (cast === 'implicit') throw new SqlError('22001', `bit string too long for type bit varying(${length})`);
    return bits.slice(0, length);
  }
  if (bits.length === length) return bits;
  if (cast === 'implicit') {
    throw new SqlError('22026', `bit string length ${bits.length} does not match type bit(${length})`);
  }
  return bits.slice(0, length).padEnd(length, '0');
}

function roundTimetz(datum: Uint8Array, digits: number): Uint8Array {
  const {time, west} = timetzOf(datum);
  return timetzDatum(roundMicros(time, digits), west);
}

function padEnd(text: string, length: number): string {
  if (text.length >= length && Array.from(text).length >= length) return text;
  return text + ' '.repeat(length - Array.from(text).length);
}

/** µs rounded to a number of fractional digits, half away from zero; the infinities stay. */
function roundMicros(micros: bigint, digits: number): bigint {
  if (digits >= 6 || micros === INT64_MIN || micros === INT64_MAX) return micros;
  const unit = 10n ** BigInt(6 - digits);
  const half = unit / 2n;
  const rounded = micros >= 0n ? ((micros + half) / unit) * unit : -(((-micros + half) / unit) * unit);
  if (rounded > INT64_MAX || rounded < INT64_MIN) throw new SqlError('22008', 'timestamp out of range');
  return rounded;
}
