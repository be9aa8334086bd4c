import type {Datum} from '../types/datum.ts';
import {
  type Bound,
  boundsMeet,
  compareBounds,
  hull,
  intersection,
  isEmptyRange,
  lowerBound,
  type RangeDatum,
  rangeContains,
  rangesOverlap,
  type SubtypeOrder,
  subtypeOrder,
  upperBound,
} from '../types/range.ts';
import {multirangeTypeOf, type RangeKind, rangeTypeOf, type SqlType} from '../types/sql-type.ts';

// Ranges and multiranges alike, as the ranges they consist of: none for an empty one.

export type Parts = readonly RangeDatum[];

/** What the operators of a range type need to know of it. */
export type RangeSort = {readonly kind: RangeKind; readonly order: SubtypeOrder};

const sorts = new Map<string | number, RangeSort>();

export function sortOf(type: SqlType): RangeSort {
  const key = type.oid ?? type.kind;
  let sort = sorts.get(key);
  if (!sort) {
    const {range, subtype} = (rangeTypeOf(type) ?? multirangeTypeOf(type))!;
    sorts.set(key, (sort = {kind: range.kind as RangeKind, order: subtypeOrder(subtype)}));
  }
  return sort;
}

export function partsOf(value: Datum, type: SqlType): Parts {
  if (multirangeTypeOf(type)) return value as unknown as Parts;
  const range = value as unknown as RangeDatum;
  return isEmptyRange(range) ? [] : [range];
}

/** Ranges and multiranges are datums of their own shape. */
export function asDatum(value: RangeDatum | Parts): Datum {
  return value as unknown as Datum;
}

export function first(parts: Parts): Bound {
  return lowerBound(parts[0]);
}

export function last(parts: Parts): Bound {
  return upperBound(parts[parts.length - 1]);
}

export function overlaps(a: Parts, b: Parts, {order}: RangeSort): boolean {
  return a.some(x => b.some(y => rangesOverlap(x, y, order)));
}

/** Parts do not touch, so that what lies in several of them does not lie in all. */
export function contains(a: Parts, b: Parts, {order}: RangeSort): boolean {
  return b.every(y => a.some(x => rangeContains(x, y, order)));
}

export function containsElement(parts: Parts, value: Datum, {order}: RangeSort): boolean {
  const [from, to] = [point(value, true), point(value, false)];
  return parts.some(
    part => compareBounds(lowerBound(part), from, order) <= 0 && compareBounds(upperBound(part), to, order) >= 0,
  );
}

function point(value: Datum, lower: boolean): Bound {
  return {value, infinite: false, inclusive: true, lower};
}

/** a ends before b begins. */
export function before(a: Parts, b: Parts, {order}: RangeSort): boolean {
  return a.length > 0 && b.length > 0 && compareBounds(last(a), first(b), order) < 0;
}

/** a does not reach to the right of b. */
export function notRight(a: Parts, b: Parts, {order}: RangeSort): boolean {
  return a.length > 0 && b.length > 0 && compareBounds(last(a), last(b), order) <= 0;
}

/** a does not reach to the left of b. */
export function notLeft(a: Parts, b: Parts, {order}: RangeSort): boolean {
  return a.length > 0 && b.length > 0 && compareBounds(first(a), first(b), order) >= 0;
}

export function adjacent(a: Parts, b: Parts, {kind, order}: RangeSort): boolean {
  if (a.length === 0 || b.length === 0) return false;
  return boundsMeet(kind, last(a), first(b), order) || boundsMeet(kind, last(b), first(a), order);
}

/** What all the parts lie in. */
export function bounding(parts: Parts, {order}: RangeSort): RangeDatum {
  return hull(parts[0], parts[parts.length - 1], order);
}

export function intersected(a: Parts, b: Parts, {order}: RangeSort): RangeDatum[] {
  return a.flatMap(x => b.map(y => intersection(x, y, order))).filter(part => !isEmptyRange(part));
}
