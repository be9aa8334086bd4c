import {isSame, isSamePoint, isZero, type Line, lineThrough, type Point} from '../../types/geometry.ts';
import {isAtMost} from '../../types/geometry.ts';
import {
  type Box,
  centerOfBox,
  distance,
  lengthOf,
  lineOfSegment,
  type Segment,
  sidesOf,
  uprightSlope,
  uprightSlopeOfSegment,
} from './shapes.ts';

// Where shapes meet, and which of their points are closest: step by step as Postgres finds them, since what it calls equal
// allows for a small error.

export type Closest = {readonly distance: number; readonly point: Point};

export function linesMeet(p: Line, q: Line): Point | null {
  const [first, second] = isZero(p.b) ? [q, p] : [p, q];
  if (isZero(first.b)) return null;
  if (isSame(second.a, first.a * (second.b / first.b))) return null;
  const x = (first.b * second.c - second.b * first.c) / (first.a * second.b - second.a * first.b);
  const y = -(first.a * x + first.c) / first.b;
  // No negative zeros.
  return {x: x + 0, y: y + 0};
}

export function onSegment(segment: Segment, point: Point): boolean {
  return isSame(distance(point, segment.from) + distance(point, segment.to), lengthOf(segment));
}

export function segmentMeetsLine(segment: Segment, line: Line): Point | null {
  const point = linesMeet(lineOfSegment(segment), line);
  if (!point || !onSegment(segment, point)) return null;
  if (isSamePoint(segment.from, point)) return segment.from;
  return isSamePoint(segment.to, point) ? segment.to : point;
}

export function segmentsMeet(a: Segment, b: Segment): Point | null {
  const point = segmentMeetsLine(a, lineOfSegment(b));
  return point && onSegment(b, point) ? point : null;
}

export function closestOnLine(line: Line, point: Point): Closest {
  const foot = linesMeet(lineThrough(point, uprightSlope(line)), line);
  return foot ? {distance: distance(foot, point), point: foot} : {distance: NaN, point};
}

export function closestToLine(segment: Segment, line: Line): Closest {
  const meeting = segmentMeetsLine(segment, line);
  if (meeting) return {distance: 0, point: meeting};
  const [first, second] = [closestOnLine(line, segment.from).distance, closestOnLine(line, segment.to).distance];
  return first < second ? {distance: first, point: segment.from} : {distance: second, point: segment.to};
}

export function closestOnSegment(segment: Segment, point: Point): Closest {
  const upright = lineThrough(point, uprightSlopeOfSegment(segment));
  const found = closestToLine(segment, upright).point;
  return {distance: distance(found, point), point: found};
}

/** The point of the first that is closest to the second. */
export function closestOfSegments(on: Segment, to: Segment): Closest {
  const meeting = segmentsMeet(on, to);
  if (meeting) return {distance: 0, point: meeting};
  const ends = [on.from, on.to].map(point => ({distance: closestOnSegment(to, point).distance, point}));
  return closest([closestOnSegment(on, to.from), closestOnSegment(on, to.to), ...ends]);
}

/** The first of the closest; NaN is never closer. */
export function closest(candidates: readonly Closest[]): Closest {
  return candidates.reduce((best, candidate) =>
    candidate.distance < best.distance || (Number.isNaN(best.distance) && !Number.isNaN(candidate.distance))
      ? candidate
      : best,
  );
}

export function inBox({high, low}: Box, {x, y}: Point): boolean {
  return high.x >= x && low.x <= x && high.y >= y && low.y <= y;
}

export function closestOfBox(box: Box, point: Point): Closest {
  if (inBox(box, point)) return {distance: 0, point};
  return closest(sidesOf(box).map(side => closestOnSegment(side, point)));
}

export function boxesOverlap(a: Box, b: Box): boolean {
  return (
    isAtMost(a.low.x, b.high.x) &&
    isAtMost(b.low.x, a.high.x) &&
    isAtMost(a.low.y, b.high.y) &&
    isAtMost(b.low.y, a.high.y)
  );
}

export function segmentMeetsBox(segment: Segment, box: Box): boolean {
  const {from, to} = segment;
  const around: Box = {
    high: {x: Math.max(from.x, to.x), y: Math.max(from.y, to.y)},
    low: {x: Math.min(from.x, to.x), y: Math.min(from.y, to.y)},
  };
  if (!boxesOverlap(around, box)) return false;
  if (inBox(box, from) || inBox(box, to)) return true;
  return sidesOf(box).some(side => segmentsMeet(side, segment) !== null);
}

export function closestOfBoxToSegment(box: Box, segment: Segment): Closest {
  if (segmentMeetsBox(segment, box)) {
    return {distance: 0, point: closestOnSegment(segment, centerOfBox(box)).point};
  }
  return closest(sidesOf(box).map(side => closestOfSegments(side, segment)));
}
