import {isAtLeast, isAtMost, isGreater, isLess, isSamePoint, isZero, type Point} from '../../types/geometry.ts';
import {boxesOverlap, onSegment, segmentsMeet} from './closest.ts';
import {type Box, boundingBox, type Segment, segmentsOf} from './shapes.ts';

// Inside and outside of polygons.

const ON = Infinity;

/** How an edge, seen from the point, crosses the positive x axis: half crossings count one, whole ones two. */
function crossing({x, y}: Point, previous: Point): number {
  if (isZero(y)) {
    if (isZero(x)) return ON;
    if (isGreater(x, 0)) {
      if (isZero(previous.y)) return isGreater(previous.x, 0) ? 0 : ON;
      return isLess(previous.y, 0) ? 1 : -1;
    }
    return isZero(previous.y) && !isLess(previous.x, 0) ? ON : 0;
  }
  const sign = isGreater(y, 0) ? 1 : -1;
  if (isZero(previous.y)) return isLess(previous.x, 0) ? 0 : sign;
  if (sign < 0 ? isLess(previous.y, 0) : isGreater(previous.y, 0)) return 0;
  if (isAtLeast(x, 0) && isGreater(previous.x, 0)) return 2 * sign;
  if (isLess(x, 0) && isAtMost(previous.x, 0)) return 0;
  const z = x * (y - previous.y) - y * (x - previous.x);
  if (isZero(z)) return ON;
  return (sign < 0 ? isGreater(z, 0) : isLess(z, 0)) ? 0 : 2 * sign;
}

/** The point lies in the polygon or on its edge. */
export function inPolygon(point: Point, polygon: readonly Point[]): boolean {
  const seen = polygon.map(({x, y}) => ({x: x - point.x, y: y - point.y}));
  let total = 0;
  for (let i = 1; i <= seen.length; i++) {
    const cross = crossing(seen[i % seen.length], seen[i - 1]);
    if (cross === ON) return true;
    total += cross;
  }
  return total !== 0;
}

export function boxInBox(inner: Box, outer: Box): boolean {
  return (
    isAtLeast(outer.high.x, inner.high.x) &&
    isAtMost(outer.low.x, inner.low.x) &&
    isAtLeast(outer.high.y, inner.high.y) &&
    isAtMost(outer.low.y, inner.low.y)
  );
}

export function polygonsOverlap(a: readonly Point[], b: readonly Point[]): boolean {
  if (!boxesOverlap(boundingBox(a), boundingBox(b))) return false;
  const edges = segmentsOf(b, true);
  if (segmentsOf(a, true).some(edge => edges.some(other => segmentsMeet(edge, other)))) return true;
  return inPolygon(a[0], b) || inPolygon(b[0], a);
}

export function polygonContains(outer: readonly Point[], inner: readonly Point[]): boolean {
  if (!boxInBox(boundingBox(inner), boundingBox(outer))) return false;
  return segmentsOf(inner, true).every(({from, to}) => segmentInside(from, to, outer, 0));
}

/** The segment lies in the polygon, whose edges before `start` are known not to be in the way. */
function segmentInside(a: Point, b: Point, polygon: readonly Point[], start: number): boolean {
  const segment: Segment = {from: a, to: b};
  let crossed = false;
  let previous = polygon[start === 0 ? polygon.length - 1 : start - 1];
  for (let i = start; i < polygon.length; i++) {
    const edge: Segment = {from: previous, to: polygon[i]};
    previous = polygon[i];
    if (onSegment(edge, a)) {
      if (onSegment(edge, b)) return true;
      if (!touchingInside(a, b, edge, polygon, i + 1)) return false;
      continue;
    }
    if (onSegment(edge, b)) {
      if (!touchingInside(b, a, edge, polygon, i + 1)) return false;
      continue;
    }
    const meeting = segmentsMeet(segment, edge);
    if (!meeting) continue;
    crossed = true;
    if (!segmentInside(a, meeting, polygon, i + 1) || !segmentInside(b, meeting, polygon, i + 1)) return false;
  }
  return crossed || inPolygon({x: (a.x + b.x) / 2, y: (a.y + b.y) / 2}, polygon);
}

/** As `segmentInside`, where `a` lies on the edge and `b` does not. */
function touchingInside(a: Point, b: Point, edge: Segment, polygon: readonly Point[], start: number): boolean {
  const segment: Segment = {from: a, to: b};
  if (isSamePoint(a, edge.from)) {
    return onSegment(segment, edge.to) ? segmentInside(b, edge.to, polygon, start) : true;
  }
  if (isSamePoint(a, edge.to)) {
    return onSegment(segment, edge.from) ? segmentInside(b, edge.from, polygon, start) : true;
  }
  if (onSegment(segment, edge.from)) return segmentInside(b, edge.from, polygon, start);
  if (onSegment(segment, edge.to)) return segmentInside(b, edge.to, polygon, start);
  // Perhaps it is not: that shows later.
  return true;
}

/** The same points in a circle, either way round. */
export function samePolygon(a: readonly Point[], b: readonly Point[]): boolean {
  const n = a.length;
  if (b.length !== n) return false;
  return b.some((_, start) =>
    [1, -1].some(step => a.every((point, i) => isSamePoint(b[(((start + step * i) % n) + n) % n], point))),
  );
}
