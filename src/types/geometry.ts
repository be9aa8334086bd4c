/**
 * Geometric values. The datum (and the bytes in a column) is its numbers as float64, little-endian: a point's x and y; the
 * two points of an lseg; a box's upper right and lower left corner; A, B and C of the line Ax + By + C = 0; a circle's centre
 * and radius; the points of a polygon; of a path 1 if it is closed, else 0, then its points.
 */
export type Point = {readonly x: number; readonly y: number};

export function geometryDatum(numbers: readonly number[]): Uint8Array {
  return new Uint8Array(Float64Array.from(numbers).buffer);
}

export function numbersOf(datum: Uint8Array): Float64Array {
  // A datum may stand anywhere in a larger buffer.
  return new Float64Array(datum.slice().buffer);
}

export function pointsDatum(points: readonly Point[]): Uint8Array {
  return geometryDatum(points.flatMap(({x, y}) => [x, y]));
}

/** The points that a datum is made of, from one of its numbers on. */
export function pointsOf(datum: Uint8Array, from = 0): Point[] {
  const numbers = numbersOf(datum);
  const points: Point[] = [];
  for (let i = from; i + 1 < numbers.length; i += 2) points.push({x: numbers[i], y: numbers[i + 1]});
  return points;
}

/** What is closer counts as equal. */
const EPSILON = 1e-6;

export function isZero(a: number): boolean {
  return Math.abs(a) <= EPSILON;
}

export function isSame(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= EPSILON;
}

export function isLess(a: number, b: number): boolean {
  return a + EPSILON < b;
}

export function isAtMost(a: number, b: number): boolean {
  return a <= b + EPSILON;
}

export function isGreater(a: number, b: number): boolean {
  return a > b + EPSILON;
}

export function isAtLeast(a: number, b: number): boolean {
  return a + EPSILON >= b;
}

/** NaN is itself here. */
export function isSamePoint(a: Point, b: Point): boolean {
  const same = (p: number, q: number): boolean => isSame(p, q) || (Number.isNaN(p) && Number.isNaN(q));
  return same(a.x, b.x) && same(a.y, b.y);
}

/** Infinity for a vertical line. */
export function slope(a: Point, b: Point): number {
  if (isSame(a.x, b.x)) return Infinity;
  if (isSame(a.y, b.y)) return 0;
  return (a.y - b.y) / (a.x - b.x);
}

export type Line = {readonly a: number; readonly b: number; readonly c: number};

export function lineThrough(point: Point, m: number): Line {
  if (!Number.isFinite(m) && !Number.isNaN(m)) return {a: -1, b: 0, c: point.x};
  if (m === 0) return {a: 0, b: -1, c: point.y};
  return {a: m, b: -1, c: point.y - m * point.x + 0};
}
