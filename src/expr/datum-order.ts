import {compareShapes} from '../types/array-shape.ts';
import type {Datum, Interval} from '../types/datum.ts';
import {type Decimal, decimalCompare} from '../types/decimal.ts';
import {compareRanges, type RangeDatum, subtypeOrder} from '../types/range.ts';
import {isBinary, multirangeTypeOf, rangeTypeOf, type SqlType} from '../types/sql-type.ts';
import {parseJson} from '../types/json-parse.ts';
import {compareJson} from './json-order.ts';
import {compareText} from './text-order.ts';

/** Negative, 0 or positive: Postgres's default order of two values of a type, neither of them null. */
export type DatumOrder = (a: Datum, b: Datum) => number;

/**
 * Postgres's default (btree) order of the type: NaN equals itself and is the greatest float, text goes by its UTF-8 bytes (the "C"
 * collation), NULLs inside arrays and composites are equal and greatest.
 */
export function datumOrder(type: SqlType): DatumOrder {
  switch (type.kind) {
    case 'real':
    case 'double precision':
      return (a, b) => compareFloats(a as number, b as number);
    case 'numeric':
      return (a, b) => decimalCompare(a as Decimal, b as Decimal);
    case 'interval':
      return (a, b) => compareIntervals(a as Interval, b as Interval);
    case 'bpchar':
      return (a, b) => compareText(withoutBlanks(a as string), withoutBlanks(b as string));
    case 'json':
    case 'jsonb':
      return (a, b) => (a === b ? 0 : compareJson(parseJson(a as string), parseJson(b as string)));
    case 'text':
    case 'varchar':
    case 'bit':
    case 'varbit':
    case 'xml':
    case 'refcursor':
    case 'aclitem':
    case 'name':
    case '"char"':
    case 'unknown':
    case 'void':
      return (a, b) => compareText(a as string, b as string);
    case 'array': {
      const element = nullsLast(datumOrder(type.element!));
      return (a, b) => compareArrays(a as readonly Datum[], b as readonly Datum[], element);
    }
    case 'struct':
    case 'record': {
      const fields = (type.fields ?? []).map(field => nullsLast(datumOrder(field.type)));
      return (a, b) => compareRows(a as readonly Datum[], b as readonly Datum[], fields);
    }
    default:
      if (isBinary(type)) return (a, b) => Buffer.compare(a as Uint8Array, b as Uint8Array);
      return rangeOrder(type) ?? compareScalars;
  }
}

/** Of ranges, and of multiranges range by range. */
function rangeOrder(type: SqlType): DatumOrder | null {
  const range = rangeTypeOf(type);
  if (range) {
    const order = subtypeOrder(range.subtype);
    return (a, b) => compareRanges(a as unknown as RangeDatum, b as unknown as RangeDatum, order);
  }
  const multirange = multirangeTypeOf(type);
  if (!multirange) return null;
  const order = datumOrder(multirange.range);
  return (a, b) => compareArrays(a as readonly Datum[], b as readonly Datum[], order);
}

/** Grouping equality (IS NOT DISTINCT FROM, DISTINCT): null equals null. */
export function datumEquality(type: SqlType): (a: Datum, b: Datum) => boolean {
  const order = datumOrder(type);
  return (a, b) => (a === null || b === null ? a === b : order(a, b) === 0);
}

/** A bpchar without the blanks that pad it. */
export function withoutBlanks(text: string): string {
  return text.endsWith(' ') ? text.replace(/ +$/, '') : text;
}

/** Numbers that are no floats, bigints, booleans, uuids (lower-case hex sorts as its bytes). */
function compareScalars(a: Datum, b: Datum): number {
  return a! < b! ? -1 : a! > b! ? 1 : 0;
}

export function compareFloats(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  if (a === b) return 0;
  return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
}

const DAY_MICROS = 86400000000n;

/** An interval as Postgres compares it: a month is 30 days, a day 24 hours. µs. */
export function intervalSpan(value: Interval): bigint {
  return (BigInt(value.months) * 30n + BigInt(value.days)) * DAY_MICROS + value.micros;
}

function compareIntervals(a: Interval, b: Interval): number {
  const x = intervalSpan(a);
  const y = intervalSpan(b);
  return x < y ? -1 : x > y ? 1 : 0;
}

function nullsLast(order: DatumOrder): DatumOrder {
  return (a, b) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return order(a, b);
  };
}

/** Element by element whatever the dimensions, then by their shapes. */
function compareArrays(a: readonly Datum[], b: readonly Datum[], element: DatumOrder): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const order = element(a[i], b[i]);
    if (order !== 0) return order;
  }
  return compareShapes(a, b);
}

function compareRows(a: readonly Datum[], b: readonly Datum[], fields: readonly DatumOrder[]): number {
  for (let i = 0; i < fields.length; i++) {
    const order = fields[i](a[i], b[i]);
    if (order !== 0) return order;
  }
  return 0;
}
