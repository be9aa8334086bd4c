import type {Datum} from './datum.ts';
import {type Decimal, decimalCompare} from './decimal.ts';
import {SqlError} from './sql-error.ts';
import {isBinary, type RangeKind, type SqlType, type TypeKind} from './sql-type.ts';

/**
 * A range's datum is the seven fields of its layout: not empty, has a lower bound, the lower bound, it is exclusive, has
 * no upper bound, the upper bound, it is inclusive. So false before true and value before value, field by field, is the
 * order that Postgres gives ranges. A multirange's datum is the list of its ranges: none empty, in order, none touching.
 */
export type RangeDatum = readonly [
  nonempty: boolean,
  hasLower: boolean,
  lower: Datum,
  lowerExclusive: boolean,
  noUpper: boolean,
  upper: Datum,
  upperInclusive: boolean,
];

/** One end of a range. */
export type Bound = {
  readonly value: Datum;
  readonly infinite: boolean;
  readonly inclusive: boolean;
  readonly lower: boolean;
};

export const EMPTY_RANGE: RangeDatum = [false, false, null, false, false, null, false];

/** Order of two values of a range's subtype. */
export type SubtypeOrder = (a: Datum, b: Datum) => number;

const scalars: SubtypeOrder = (a, b) => (a! < b! ? -1 : a! > b! ? 1 : 0);
const bytes: SubtypeOrder = (a, b) => Buffer.compare(a as Uint8Array, b as Uint8Array);
const texts: SubtypeOrder = (a, b) =>
  a === b ? 0 : Buffer.compare(Buffer.from(a as string), Buffer.from(b as string));
/** NaN is above all, and itself. */
const floats: SubtypeOrder = (a, b) =>
  scalars(Number.isNaN(a), Number.isNaN(b)) || (Number.isNaN(a) ? 0 : scalars(a, b));
const decimals: SubtypeOrder = (a, b) => decimalCompare(a as Decimal, b as Decimal);

export function subtypeOrder(subtype: SqlType): SubtypeOrder {
  switch (subtype.kind) {
    case 'numeric':
      return decimals;
    case 'real':
    case 'double precision':
      return floats;
    case 'text':
    case 'varchar':
    case 'name':
    case 'bit':
    case 'varbit':
      return texts;
    default:
      return isBinary(subtype) ? bytes : scalars;
  }
}

/** Types of bounds whose values are in order, and equal only if they are written alike or numbers. */
const subtypes: ReadonlySet<TypeKind> = new Set<TypeKind>([
  'smallint',
  'integer',
  'bigint',
  'real',
  'double precision',
  'numeric',
  'money',
  'text',
  'varchar',
  'name',
  'bytea',
  'bit',
  'varbit',
  'date',
  'time',
  'timetz',
  'timestamp',
  'timestamptz',
  'uuid',
  'oid',
  'inet',
  'macaddr',
  'macaddr8',
  'enum',
  'boolean',
]);

/** There can be ranges of the type. */
export function mayBoundRanges(type: SqlType): boolean {
  return subtypes.has(type.kind);
}

export function isEmptyRange(range: RangeDatum): boolean {
  return !range[0];
}

export function lowerBound(range: RangeDatum): Bound {
  return {value: range[2], infinite: !range[1], inclusive: range[1] && !range[3], lower: true};
}

export function upperBound(range: RangeDatum): Bound {
  return {value: range[5], infinite: range[4], inclusive: range[6], lower: false};
}

/** Where bounds begin or end: -∞ below all, ∞ above all; at one value, `(` is behind `[`, and `)` before `]`. */
export function compareBounds(a: Bound, b: Bound, order: SubtypeOrder): number {
  if (a.infinite || b.infinite) return side(a) - side(b);
  const values = order(a.value, b.value);
  return values !== 0 ? values : offset(a) - offset(b);
}

function side({infinite, lower}: Bound): number {
  if (!infinite) return 0;
  return lower ? -1 : 1;
}

/** Exclusive bounds lie just inside of their value. */
function offset({inclusive, lower}: Bound): number {
  if (inclusive) return 0;
  return lower ? 1 : -1;
}

/** The range between two bounds, in its canonical form. Errors: 22000 lower above upper, 22003, 22008. */
export function makeRange(kind: RangeKind, lower: Bound, upper: Bound, order: SubtypeOrder): RangeDatum {
  const plain = rangeBetween(lower, upper, order);
  const step = steps[kind];
  if (!step || isEmptyRange(plain)) return plain;
  const from = lowerBound(plain);
  const to = upperBound(plain);
  return rangeBetween(
    from.infinite || from.inclusive ? from : stepped(from, step),
    to.infinite || !to.inclusive ? to : stepped(to, step),
    order,
  );
}

type Step = (value: Datum) => Datum;

/** The other kind of bound at the next value, if there is one. */
function stepped(bound: Bound, step: Step): Bound {
  const value = step(bound.value);
  return value === null ? bound : {...bound, value, inclusive: !bound.inclusive};
}

/** As it stands, a range that holds nothing being the empty one. */
function rangeBetween(lower: Bound, upper: Bound, order: SubtypeOrder): RangeDatum {
  if (!lower.infinite && !upper.infinite) {
    const values = order(lower.value, upper.value);
    if (values > 0) {
      throw new SqlError('22000', 'range lower bound must be less than or equal to range upper bound');
    }
    if (values === 0 && !(lower.inclusive && upper.inclusive)) return EMPTY_RANGE;
  }
  return [
    true,
    !lower.infinite,
    lower.infinite ? null : lower.value,
    !lower.infinite && !lower.inclusive,
    upper.infinite,
    upper.infinite ? null : upper.value,
    !upper.infinite && upper.inclusive,
  ];
}

const INT64_MAX = 2n ** 63n - 1n;
/** The day before the first that Postgres's dates cannot say: 5874897-12-31. */
const LAST_DATE = 2145031948;

/** The next value of a discrete subtype, null of an infinity; other subtypes have none. Errors: 22003, 22008. */
const steps: Partial<Readonly<Record<RangeKind, Step>>> = {
  int4range: value => {
    if (value === 0x7fffffff) throw new SqlError('22003', 'integer out of range');
    return (value as number) + 1;
  },
  int8range: value => {
    if (value === INT64_MAX) throw new SqlError('22003', 'bigint out of range');
    return (value as bigint) + 1n;
  },
  daterange: value => {
    if (!Number.isFinite(value as number)) return null;
    if ((value as number) >= LAST_DATE) throw new SqlError('22008', 'date out of range');
    return (value as number) + 1;
  },
};

/** Nothing lies between the end of one and the beginning of the other, and they share nothing. */
export function boundsMeet(kind: RangeKind, end: Bound, begin: Bound, order: SubtypeOrder): boolean {
  if (end.infinite || begin.infinite) return false;
  const values = order(end.value, begin.value);
  if (values === 0) return end.inclusive !== begin.inclusive;
  if (values > 0 || !steps[kind]) return false;
  // Is there a value strictly between? The gap, with the bounds turned around, then is not empty.
  const gap = makeRange(
    kind,
    {...end, inclusive: !end.inclusive, lower: true},
    {...begin, inclusive: !begin.inclusive, lower: false},
    order,
  );
  return isEmptyRange(gap);
}

/** Negative, 0 or positive: the order of ranges, empty ones first. */
export function compareRanges(a: RangeDatum, b: RangeDatum, order: SubtypeOrder): number {
  if (isEmptyRange(a) || isEmptyRange(b)) return Number(a[0]) - Number(b[0]);
  const lowers = compareBounds(lowerBound(a), lowerBound(b), order);
  return lowers !== 0 ? lowers : compareBounds(upperBound(a), upperBound(b), order);
}

/** Ranges as a multirange holds them: sorted, empty ones left out, those that overlap or meet made one. */
export function makeMultirange(
  kind: RangeKind,
  ranges: readonly RangeDatum[],
  order: SubtypeOrder,
): readonly RangeDatum[] {
  const sorted = ranges.filter(range => !isEmptyRange(range)).sort((a, b) => compareRanges(a, b, order));
  const merged: RangeDatum[] = [];
  for (const range of sorted) {
    const last = merged[merged.length - 1];
    if (last === undefined || isApart(kind, last, range, order)) merged.push(range);
    else merged[merged.length - 1] = hull(last, range, order);
  }
  return merged;
}

/** `b`, which begins no earlier, neither overlaps nor meets `a`. */
function isApart(kind: RangeKind, a: RangeDatum, b: RangeDatum, order: SubtypeOrder): boolean {
  const [end, begin] = [upperBound(a), lowerBound(b)];
  return compareBounds(end, begin, order) < 0 && !boundsMeet(kind, end, begin, order);
}

/** The smallest range that holds both; neither is empty. Of equal bounds (1.0, 1.00) the second's, as in Postgres. */
export function hull(a: RangeDatum, b: RangeDatum, order: SubtypeOrder): RangeDatum {
  const lower = compareBounds(lowerBound(a), lowerBound(b), order) < 0 ? lowerBound(a) : lowerBound(b);
  const upper = compareBounds(upperBound(a), upperBound(b), order) > 0 ? upperBound(a) : upperBound(b);
  return rangeBetween(lower, upper, order);
}

/** What both hold. */
export function intersection(a: RangeDatum, b: RangeDatum, order: SubtypeOrder): RangeDatum {
  if (!rangesOverlap(a, b, order)) return EMPTY_RANGE;
  const lower = compareBounds(lowerBound(a), lowerBound(b), order) >= 0 ? lowerBound(a) : lowerBound(b);
  const upper = compareBounds(upperBound(a), upperBound(b), order) <= 0 ? upperBound(a) : upperBound(b);
  return rangeBetween(lower, upper, order);
}

export function rangesOverlap(a: RangeDatum, b: RangeDatum, order: SubtypeOrder): boolean {
  if (isEmptyRange(a) || isEmptyRange(b)) return false;
  return (
    compareBounds(lowerBound(a), upperBound(b), order) <= 0 && compareBounds(lowerBound(b), upperBound(a), order) <= 0
  );
}

export function rangeContains(a: RangeDatum, b: RangeDatum, order: SubtypeOrder): boolean {
  if (isEmptyRange(b)) return true;
  if (isEmptyRange(a)) return false;
  return (
    compareBounds(lowerBound(a), lowerBound(b), order) <= 0 && compareBounds(upperBound(a), upperBound(b), order) >= 0
  );
}

/** What `a` holds and `b` does not: none, one or two ranges. Neither is empty. */
export function difference(a: RangeDatum, b: RangeDatum, kind: RangeKind, order: SubtypeOrder): RangeDatum[] {
  if (!rangesOverlap(a, b, order)) return [a];
  const pieces: RangeDatum[] = [];
  if (compareBounds(lowerBound(a), lowerBound(b), order) < 0) {
    pieces.push(makeRange(kind, lowerBound(a), turned(lowerBound(b)), order));
  }
  if (compareBounds(upperBound(a), upperBound(b), order) > 0) {
    pieces.push(makeRange(kind, turned(upperBound(b)), upperBound(a), order));
  }
  return pieces.filter(piece => !isEmptyRange(piece));
}

/** The end of what is on the other side of a bound. */
function turned(bound: Bound): Bound {
  return {...bound, inclusive: !bound.inclusive, lower: !bound.lower};
}
