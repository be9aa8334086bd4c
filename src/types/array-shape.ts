import type {Datum} from './datum.ts';
import {SqlError} from './sql-error.ts';

/**
 * The dimensions of an array, outermost first. A datum of an array is the flat list of its elements in row-major order;
 * one that has several dimensions, or a lower bound other than 1, carries its shape as a property of the list. So arrays
 * of one dimension, which nearly all are, are plain lists, and what asks only for elements need not know of shapes.
 */
export type ArrayShape = {readonly lengths: readonly number[]; readonly lowers: readonly number[]};

export const MAX_DIMENSIONS = 6;

/** As Postgres's MaxArraySize allows. */
const MAX_ELEMENTS = 134_217_727;

type ShapedItems = readonly Datum[] & {readonly shape?: ArrayShape};

const EMPTY: ArrayShape = {lengths: [], lowers: []};

/** The elements with this shape; a plain list where the shape says no more than its length. */
export function withShape(items: readonly Datum[], shape: ArrayShape): readonly Datum[] {
  const plain = items.length === 0 || (shape.lengths.length === 1 && shape.lowers[0] === 1);
  if (plain) return (items as ShapedItems).shape ? [...items] : items;
  return Object.assign([...items], {shape});
}

/** The shape that an array carries; undefined for one dimension from 1 on, and for none. */
export function ownShape(items: readonly Datum[]): ArrayShape | undefined {
  return (items as ShapedItems).shape;
}

/** No dimensions for an empty array. */
export function shapeOf(items: readonly Datum[]): ArrayShape {
  return ownShape(items) ?? (items.length === 0 ? EMPTY : {lengths: [items.length], lowers: [1]});
}

/** Other elements in the same shape. */
export function mapArray(items: readonly Datum[], change: (item: Datum) => Datum): readonly Datum[] {
  const changed = items.map(change);
  const shape = ownShape(items);
  return shape ? withShape(changed, shape) : changed;
}

export function sameLengths(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((length, i) => length === b[i]);
}

/** As Postgres orders arrays whose elements are equal: by number of elements, dimensions, lengths, lower bounds. */
export function compareShapes(a: readonly Datum[], b: readonly Datum[]): number {
  if (a.length !== b.length) return a.length - b.length;
  if (!ownShape(a) && !ownShape(b)) return 0;
  const [x, y] = [shapeOf(a), shapeOf(b)];
  if (x.lengths.length !== y.lengths.length) return x.lengths.length - y.lengths.length;
  const [p, q] = [
    [...x.lengths, ...x.lowers],
    [...y.lengths, ...y.lowers],
  ];
  const different = p.findIndex((value, i) => value !== q[i]);
  return different < 0 ? 0 : p[different] - q[different];
}

/** The sub-arrays along the first dimension; of an array of one dimension, its elements. */
export function outermost<T>(
  items: readonly Datum[],
  sub: (items: readonly Datum[]) => T,
  element: (item: Datum) => T,
): T[] {
  const {lengths, lowers} = shapeOf(items);
  if (lengths.length < 2) return items.map(element);
  const inner = {lengths: lengths.slice(1), lowers: lowers.slice(1)};
  const size = items.length / lengths[0];
  return Array.from({length: lengths[0]}, (_, i) => sub(withShape(items.slice(i * size, (i + 1) * size), inner)));
}

/** Arrays of one shape as the rows of an array of one dimension more. Errors: 2202E, 54000. */
export function stacked(parts: readonly (readonly Datum[])[], mismatch: () => SqlError): readonly Datum[] {
  const [head] = parts;
  if (head === undefined || head.length === 0) {
    if (parts.some(part => part.length > 0)) throw mismatch();
    return [];
  }
  const shape = shapeOf(head);
  for (const part of parts) {
    const other = shapeOf(part);
    if (!sameLengths(other.lengths, shape.lengths) || !sameLengths(other.lowers, shape.lowers)) throw mismatch();
  }
  checkDimensions(shape.lengths.length + 1);
  const items = parts.flat() as readonly Datum[];
  checkSize(items.length);
  return withShape(items, {lengths: [parts.length, ...shape.lengths], lowers: [1, ...shape.lowers]});
}

/** Errors: 54000. */
export function checkDimensions(count: number): void {
  if (count <= MAX_DIMENSIONS) return;
  throw new SqlError('54000', `number of array dimensions (${count}) exceeds the maximum allowed (${MAX_DIMENSIONS})`);
}

/** Errors: 54000. */
export function checkSize(elements: number): void {
  if (elements <= MAX_ELEMENTS) return;
  throw new SqlError('54000', `array size exceeds the maximum allowed (${MAX_ELEMENTS})`);
}
