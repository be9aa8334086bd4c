import {isClosed} from '../../types/io/geometry.ts';
import {
  geometryDatum,
  isSame,
  type Line,
  lineThrough,
  numbersOf,
  type Point,
  pointsDatum,
  pointsOf,
  slope,
} from '../../types/geometry.ts';
import {floatOverflow, isInfinite} from '../functions/ranges.ts';

// Geometric values taken apart, and put together again.

export type Segment = {readonly from: Point; readonly to: Point};
export type Box = {readonly high: Point; readonly low: Point};
export type Circle = {readonly center: Point; readonly radius: number};
export type Path = {readonly closed: boolean; readonly points: readonly Point[]};

export function pointOf(datum: Uint8Array): Point {
  const [x, y] = numbersOf(datum);
  return {x, y};
}

export function pointDatum(point: Point): Uint8Array {
  return geometryDatum([point.x, point.y]);
}

export function segmentOf(datum: Uint8Array): Segment {
  const [from, to] = pointsOf(datum);
  return {from, to};
}

export function segmentDatum({from, to}: Segment): Uint8Array {
  return pointsDatum([from, to]);
}

export function boxOf(datum: Uint8Array): Box {
  const [high, low] = pointsOf(datum);
  return {high, low};
}

export function lineOf(datum: Uint8Array): Line {
  const [a, b, c] = numbersOf(datum);
  return {a, b, c};
}

export function circleOf(datum: Uint8Array): Circle {
  const [x, y, radius] = numbersOf(datum);
  return {center: {x, y}, radius};
}

export function circleDatum({center, radius}: Circle): Uint8Array {
  return geometryDatum([center.x, center.y, radius]);
}

export function pathOf(datum: Uint8Array): Path {
  return {closed: isClosed(datum), points: pointsOf(datum, 1)};
}

/** The smallest box around the points. */
export function boundingBox(points: readonly Point[]): Box {
  let [left, right, bottom, top] = [points[0].x, points[0].x, points[0].y, points[0].y];
  for (const {x, y} of points) {
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < bottom) bottom = y;
    if (y > top) top = y;
  }
  return {high: {x: right, y: top}, low: {x: left, y: bottom}};
}

/** The segments between points in a row; with the one that closes it first. */
export function segmentsOf(points: readonly Point[], closed: boolean): Segment[] {
  const segments = points.slice(1).map((to, i) => ({from: points[i], to}));
  return closed ? [{from: points[points.length - 1], to: points[0]}, ...segments] : segments;
}

/** Left, upper, lower and right side, each from a corner of the box. */
export function sidesOf({high, low}: Box): Segment[] {
  const [upperLeft, lowerRight] = [
    {x: low.x, y: high.y},
    {x: high.x, y: low.y},
  ];
  return [
    {from: low, to: upperLeft},
    {from: high, to: upperLeft},
    {from: low, to: lowerRight},
    {from: high, to: lowerRight},
  ];
}

export function lineOfSegment({from, to}: Segment): Line {
  return lineThrough(from, slope(from, to));
}

export function lineSlope({a, b}: Line): number {
  if (isSame(a, 0)) return 0;
  if (isSame(b, 0)) return Infinity;
  return a / -b;
}

/** The slope of what stands upright on the line. */
export function uprightSlope({a, b}: Line): number {
  if (isSame(a, 0)) return Infinity;
  if (isSame(b, 0)) return 0;
  return b / a;
}

export function uprightSlopeOfSegment({from, to}: Segment): number {
  if (isSame(from.x, to.x)) return 0;
  if (isSame(from.y, to.y)) return Infinity;
  return (from.x - to.x) / (to.y - from.y);
}

/** Errors: 22003. */
export function hypotenuse(x: number, y: number): number {
  if (isInfinite(x) || isInfinite(y)) return Infinity;
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  const [long, short] = [Math.max(Math.abs(x), Math.abs(y)), Math.min(Math.abs(x), Math.abs(y))];
  if (short === 0) return long;
  const ratio = short / long;
  const result = long * Math.sqrt(1 + ratio * ratio);
  if (isInfinite(result)) throw floatOverflow();
  return result;
}

export function distance(a: Point, b: Point): number {
  return hypotenuse(a.x - b.x, a.y - b.y);
}

export function lengthOf({from, to}: Segment): number {
  return distance(from, to);
}

export function centerOfBox({high, low}: Box): Point {
  return {x: (high.x + low.x) / 2, y: (high.y + low.y) / 2};
}

export function areaOfBox({high, low}: Box): number {
  return (high.x - low.x) * (high.y - low.y);
}

export function areaOfCircle({radius}: Circle): number {
  return radius * radius * Math.PI;
}
