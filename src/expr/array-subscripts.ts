import {checkDimensions, checkSize, shapeOf, withShape} from '../types/array-shape.ts';
import type {Datum} from '../types/datum.ts';
import {SqlError} from '../types/sql-error.ts';

// Elements and slices of arrays, read and replaced: PostgreSQL manual, 8.15.3 and 8.15.4.

type Items = readonly Datum[];

/** The bounds that a slice gives for a dimension; undefined where it leaves one out. */
export type SliceBounds = {readonly lower?: number; readonly upper?: number};

const INT32_MAX = 0x7fffffff;

/** a[i][j]; NULL outside of the bounds, and unless there are as many subscripts as dimensions. */
export function elementAt(items: Items, subscripts: readonly number[]): Datum {
  const {lengths, lowers} = shapeOf(items);
  if (subscripts.length !== lengths.length) return null;
  let at = 0;
  for (const [i, subscript] of subscripts.entries()) {
    const offset = subscript - lowers[i];
    if (offset < 0 || offset >= lengths[i]) return null;
    at = at * lengths[i] + offset;
  }
  return items[at];
}

/** a[1:2][3:4]: what of it there is, its subscripts from 1 on; empty where a dimension has none of it. */
export function sliceOf(items: Items, bounds: readonly SliceBounds[]): Items {
  const {lengths, lowers} = shapeOf(items);
  if (lengths.length === 0 || lengths.length < bounds.length) return [];
  const firsts: number[] = [];
  const spans: number[] = [];
  for (const [i, length] of lengths.entries()) {
    const first = Math.max(bounds[i]?.lower ?? lowers[i], lowers[i]);
    const last = Math.min(bounds[i]?.upper ?? INT32_MAX, lowers[i] + length - 1);
    if (first > last) return [];
    firsts.push(first - lowers[i]);
    spans.push(last - first + 1);
  }
  const picked: Datum[] = [];
  eachCell(lengths, firsts, spans, at => picked.push(items[at]));
  return withShape(picked, {lengths: spans, lowers: spans.map(() => 1)});
}

/** Positions of the cells of a box within an array of these lengths, in row-major order. */
function eachCell(
  lengths: readonly number[],
  firsts: readonly number[],
  spans: readonly number[],
  visit: (at: number) => void,
): void {
  const walk = (dimension: number, base: number): void => {
    if (dimension === lengths.length) {
      visit(base);
      return;
    }
    for (let i = 0; i < spans[dimension]; i++) {
      walk(dimension + 1, base * lengths[dimension] + firsts[dimension] + i);
    }
  };
  walk(0, 0);
}

/** The array with one element replaced. An array of one dimension grows to it, NULLs between. Errors: 2202E, 54000. */
export function withElement(items: Items, subscripts: readonly number[], value: Datum): Items {
  const {lengths, lowers} = shapeOf(items);
  if (lengths.length === 0) {
    checkDimensions(subscripts.length);
    return withShape([value], {lengths: subscripts.map(() => 1), lowers: subscripts});
  }
  if (lengths.length !== subscripts.length) throw wrongNumber();
  if (lengths.length === 1) {
    const grown = grownTo(items, lowers[0], subscripts[0], subscripts[0]);
    grown.items[subscripts[0] - grown.lower] = value;
    return withShape(grown.items, {lengths: [grown.items.length], lowers: [grown.lower]});
  }
  let at = 0;
  for (const [i, subscript] of subscripts.entries()) {
    const offset = subscript - lowers[i];
    if (offset < 0 || offset >= lengths[i]) throw outOfRange();
    at = at * lengths[i] + offset;
  }
  const changed = [...items];
  changed[at] = value;
  return withShape(changed, {lengths, lowers});
}

/** A copy of one dimension that reaches from `first` to `last` at least. Errors: 54000. */
function grownTo(items: Items, lower: number, first: number, last: number): {items: Datum[]; lower: number} {
  const before = Math.max(0, lower - first);
  const after = Math.max(0, last - (lower + items.length - 1));
  checkSize(items.length + before + after);
  const nulls = (count: number): null[] => Array<null>(count).fill(null);
  return {items: [...nulls(before), ...items, ...nulls(after)], lower: lower - before};
}

/** The array with a slice replaced by the first elements of `source`. Errors: 2202E, 54000. */
export function withSlice(items: Items, bounds: readonly SliceBounds[], source: Items): Items {
  const {lengths, lowers} = shapeOf(items);
  if (lengths.length === 0) return fromSlice(bounds, source);
  if (lengths.length < bounds.length) throw wrongNumber();
  const firsts = lengths.map((_, i) => bounds[i]?.lower ?? lowers[i]);
  const lasts = lengths.map((length, i) => bounds[i]?.upper ?? lowers[i] + length - 1);
  if (firsts.some((first, i) => first > lasts[i])) {
    throw new SqlError('2202E', 'upper bound cannot be less than lower bound');
  }
  const spans = firsts.map((first, i) => lasts[i] - first + 1);
  if (lengths.length === 1) {
    const grown = grownTo(items, lowers[0], firsts[0], lasts[0]);
    checkSource(source, spans[0]);
    for (let i = 0; i < spans[0]; i++) grown.items[firsts[0] - grown.lower + i] = source[i];
    return withShape(grown.items, {lengths: [grown.items.length], lowers: [grown.lower]});
  }
  if (firsts.some((first, i) => first < lowers[i] || lasts[i] >= lowers[i] + lengths[i])) throw outOfRange();
  checkSource(source, product(spans));
  const changed = [...items];
  let next = 0;
  const offsets = firsts.map((first, i) => first - lowers[i]);
  eachCell(lengths, offsets, spans, at => (changed[at] = source[next++]));
  return withShape(changed, {lengths, lowers});
}

/** What assigning to a slice of an empty array makes. */
function fromSlice(bounds: readonly SliceBounds[], source: Items): Items {
  checkDimensions(bounds.length);
  if (bounds.some(({lower, upper}) => lower === undefined || upper === undefined)) {
    throw new SqlError('2202E', 'array slice subscript must provide both boundaries', {
      detail: 'When assigning to a slice of an empty array value, slice boundaries must be fully specified.',
    });
  }
  const lengths = bounds.map(({lower, upper}) => Math.max(0, 1 + upper! - lower!));
  const count = product(lengths);
  checkSize(count);
  checkSource(source, count);
  return withShape(source.slice(0, count), {lengths, lowers: bounds.map(({lower}) => lower!)});
}

function product(lengths: readonly number[]): number {
  return lengths.reduce((total, length) => total * length, 1);
}

function checkSource(source: Items, wanted: number): void {
  if (source.length < wanted) throw new SqlError('2202E', 'source array too small');
}

function wrongNumber(): SqlError {
  return new SqlError('2202E', 'wrong number of array subscripts');
}

function outOfRange(): SqlError {
  return new SqlError('2202E', 'array subscript out of range');
}
