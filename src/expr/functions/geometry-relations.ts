import {
  isAtLeast,
  isAtMost,
  isGreater,
  isLess,
  isSame,
  isSamePoint,
  isZero,
  type Line,
  type Point,
  pointsOf,
  slope,
} from '../../types/geometry.ts';
import {boxDatum} from '../../types/io/geometry.ts';
import {BOOLEAN, BOX, CIRCLE, DOUBLE, LINE, LSEG, PATH, POINT, POLYGON, type SqlType} from '../../types/sql-type.ts';
import {operator} from '../define.ts';
import type {FunctionRow} from '../function-row.ts';
import {
  boxesOverlap,
  type Closest,
  closest,
  closestOfBox,
  closestOfBoxToSegment,
  closestOfSegments,
  closestOnLine,
  closestOnSegment,
  closestToLine,
  inBox,
  linesMeet,
  onSegment,
  segmentMeetsBox,
  segmentMeetsLine,
  segmentsMeet,
} from '../geometry/closest.ts';
import {boxInBox, inPolygon, polygonContains, polygonsOverlap, samePolygon} from '../geometry/polygons.ts';
import {
  type Box,
  boundingBox,
  boxOf,
  centerOfBox,
  type Circle,
  circleOf,
  distance,
  hypotenuse,
  lineOf,
  lineSlope,
  type Path,
  pathOf,
  pointDatum,
  pointOf,
  type Segment,
  segmentOf,
  segmentsOf,
  sidesOf,
} from '../geometry/shapes.ts';

// How geometric values lie to one another: distances, closest points, where they meet, what holds what.

type Two = readonly [Uint8Array, Uint8Array];

/** How the values of a type are taken apart. */
type Shape<Value> = {readonly type: SqlType; readonly of: (datum: Uint8Array) => Value};

const point: Shape<Point> = {type: POINT, of: pointOf};
const segment: Shape<Segment> = {type: LSEG, of: segmentOf};
const line: Shape<Line> = {type: LINE, of: lineOf};
const box: Shape<Box> = {type: BOX, of: boxOf};
const circle: Shape<Circle> = {type: CIRCLE, of: circleOf};
const path: Shape<Path> = {type: PATH, of: pathOf};
const polygon: Shape<readonly Point[]> = {type: POLYGON, of: datum => pointsOf(datum)};

function relation<A, B>(
  symbol: string,
  a: Shape<A>,
  b: Shape<B>,
  says: string,
  holds: (x: A, y: B) => boolean,
): FunctionRow {
  return operator(symbol, [a.type, b.type], BOOLEAN, says, ([x, y]: Two) => holds(a.of(x), b.of(y)));
}

/** With the operator that says the same of its operands the other way round. */
function holding<A, B>(outer: Shape<A>, inner: Shape<B>, holds: (x: A, y: B) => boolean): FunctionRow[] {
  return [relation('@>', outer, inner, 'holds', holds), relation('<@', inner, outer, 'lies in', (x, y) => holds(y, x))];
}

function apart<A, B>(a: Shape<A>, b: Shape<B>, measure: (x: A, y: B) => number): FunctionRow[] {
  const row = operator('<->', [a.type, b.type], DOUBLE, 'distance', ([x, y]: Two) => measure(a.of(x), b.of(y)));
  if (a.type === b.type) return [row];
  return [row, operator('<->', [b.type, a.type], DOUBLE, 'distance', ([x, y]: Two) => measure(a.of(y), b.of(x)))];
}

/** The point of the second that is closest to the first; NULL where there is none, or where all are. */
function near<A, B>(a: Shape<A>, b: Shape<B>, find: (x: A, y: B) => Closest | null): FunctionRow {
  return operator('##', [a.type, b.type], POINT, 'closest point', ([x, y]: Two) => {
    const found = find(a.of(x), b.of(y));
    return found === null || Number.isNaN(found.distance) ? null : pointDatum(found.point);
  });
}

function meeting<A, B>(a: Shape<A>, b: Shape<B>, find: (x: A, y: B) => Point | null): FunctionRow {
  return operator('#', [a.type, b.type], POINT, 'where they meet', ([x, y]: Two) => {
    const found = find(a.of(x), b.of(y));
    return found && pointDatum(found);
  });
}

function lineDistance(a: Line, b: Line): number {
  if (linesMeet(a, b)) return 0;
  const usable = (n: number): boolean => !isZero(n) && !Number.isNaN(n);
  const ratio = usable(a.a) && usable(b.a) ? a.a / b.a : usable(a.b) && usable(b.b) ? a.b / b.b : 1;
  return Math.abs(a.c - ratio * b.c) / hypotenuse(a.a, a.b);
}

function least(distances: readonly number[]): number {
  return closest(distances.map(value => ({distance: value, point: {x: 0, y: 0}}))).distance;
}

function pathToPoint({closed, points}: Path, to: Point): number {
  const segments = segmentsOf(points, closed);
  return segments.length === 0 ? 0 : least(segments.map(part => closestOnSegment(part, to).distance));
}

function polygonToPoint(points: readonly Point[], to: Point): number {
  if (inPolygon(to, points)) return 0;
  return least(segmentsOf(points, true).map(edge => closestOnSegment(edge, to).distance));
}

function polygonDistance(a: readonly Point[], b: readonly Point[]): number {
  if (polygonsOverlap(a, b)) return 0;
  const edges = segmentsOf(b, true);
  return least(segmentsOf(a, true).flatMap(edge => edges.map(other => closestOfSegments(edge, other).distance)));
}

/** NULL where a path has no segment. */
function pathDistance([a, b]: Two): number | null {
  const [p, q] = [pathOf(a), pathOf(b)];
  const others = segmentsOf(q.points, q.closed);
  const all = segmentsOf(p.points, p.closed).flatMap(part =>
    others.map(other => closestOfSegments(part, other).distance),
  );
  return all.length === 0 ? null : least(all);
}

const distanceRows: readonly FunctionRow[] = [
  ...apart(point, point, distance),
  ...apart(point, line, (p, l) => closestOnLine(l, p).distance),
  ...apart(point, segment, (p, s) => closestOnSegment(s, p).distance),
  ...apart(point, box, (p, b) => closestOfBox(b, p).distance),
  ...apart(point, path, (p, route) => pathToPoint(route, p)),
  ...apart(point, polygon, (p, points) => polygonToPoint(points, p)),
  ...apart(point, circle, (p, {center, radius}) => Math.max(0, distance(p, center) - radius)),
  ...apart(line, line, lineDistance),
  ...apart(line, segment, (l, s) => closestToLine(s, l).distance),
  ...apart(segment, segment, (a, b) => closestOfSegments(a, b).distance),
  ...apart(segment, box, (s, b) => closestOfBoxToSegment(b, s).distance),
  ...apart(box, box, (a, b) => distance(centerOfBox(a), centerOfBox(b))),
  ...apart(circle, circle, (a, b) => Math.max(0, distance(a.center, b.center) - (a.radius + b.radius))),
  ...apart(circle, polygon, ({center, radius}, points) => Math.max(0, polygonToPoint(points, center) - radius)),
  ...apart(polygon, polygon, polygonDistance),
  operator('<->', [PATH, PATH], DOUBLE, 'distance', pathDistance),
];

const slopeOf = ({from, to}: Segment): number => slope(from, to);

const closestRows: readonly FunctionRow[] = [
  near(point, line, (p, l) => closestOnLine(l, p)),
  near(point, segment, (p, s) => closestOnSegment(s, p)),
  near(point, box, (p, b) => closestOfBox(b, p)),
  near(segment, segment, (a, b) => (slopeOf(a) === slopeOf(b) ? null : closestOfSegments(b, a))),
  near(segment, box, (s, b) => closestOfBoxToSegment(b, s)),
  near(line, segment, (l, s) => (slopeOf(s) === lineSlope(l) ? null : closestToLine(s, l))),
];

function pathsMeet(a: Path, b: Path): boolean {
  if (!boxesOverlap(boundingBox(a.points), boundingBox(b.points))) return false;
  const others = segmentsOf(b.points, b.closed);
  return segmentsOf(a.points, a.closed).some(part => others.some(other => segmentsMeet(part, other)));
}

const meetingRows: readonly FunctionRow[] = [
  meeting(line, line, linesMeet),
  meeting(segment, segment, segmentsMeet),
  operator('#', [BOX, BOX], BOX, 'what they share', ([a, b]: Two) => {
    const [p, q] = [boxOf(a), boxOf(b)];
    if (!boxesOverlap(p, q)) return null;
    return boxDatum(
      {x: Math.min(p.high.x, q.high.x), y: Math.min(p.high.y, q.high.y)},
      {x: Math.max(p.low.x, q.low.x), y: Math.max(p.low.y, q.low.y)},
    );
  }),
  relation('?#', line, line, 'meets', (a, b) => linesMeet(a, b) !== null),
  relation('?#', line, box, 'meets', (l, b) => sidesOf(b).some(side => segmentMeetsLine(side, l))),
  relation('?#', segment, line, 'meets', (s, l) => segmentMeetsLine(s, l) !== null),
  relation('?#', segment, segment, 'meets', (a, b) => segmentsMeet(a, b) !== null),
  relation('?#', segment, box, 'meets', segmentMeetsBox),
  relation('?#', path, path, 'meets', pathsMeet),
];

function onPath({closed, points}: Path, at: Point): boolean {
  return closed ? inPolygon(at, points) : segmentsOf(points, false).some(part => onSegment(part, at));
}

const onLine = (l: Line, {x, y}: Point): boolean => isZero(l.a * x + l.b * y + l.c);

const holdingRows: readonly FunctionRow[] = [
  ...holding(box, box, (outer, inner) => boxInBox(inner, outer)),
  ...holding(box, point, inBox),
  ...holding(path, point, onPath),
  ...holding(polygon, polygon, polygonContains),
  ...holding(polygon, point, (points, at) => inPolygon(at, points)),
  ...holding(circle, circle, (outer, inner) =>
    isAtMost(distance(outer.center, inner.center), outer.radius - inner.radius),
  ),
  ...holding(circle, point, ({center, radius}, at) => distance(center, at) <= radius),
  relation('<@', point, line, 'lies on', (at, l) => onLine(l, at)),
  relation('<@', point, segment, 'lies on', (at, s) => onSegment(s, at)),
  relation('<@', segment, line, 'lies on', ({from, to}, l) => onLine(l, from) && onLine(l, to)),
  relation('<@', segment, box, 'lies in', ({from, to}, b) => inBox(b, from) && inBox(b, to)),
];

/** The extent of a shape in x and in y. */
type Extent = {readonly low: Point; readonly high: Point};
type Compare = (a: number, b: number) => boolean;
type Comparisons = {
  readonly less: Compare;
  readonly atMost: Compare;
  readonly greater: Compare;
  readonly atLeast: Compare;
};

const nearly: Comparisons = {less: isLess, atMost: isAtMost, greater: isGreater, atLeast: isAtLeast};
const exactly: Comparisons = {
  less: (a, b) => a < b,
  atMost: (a, b) => a <= b,
  greater: (a, b) => a > b,
  atLeast: (a, b) => a >= b,
};

function placeRows(shape: Shape<Extent>, {less, atMost, greater, atLeast}: Comparisons): FunctionRow[] {
  return [
    relation('<<', shape, shape, 'lies left', (a, b) => less(a.high.x, b.low.x)),
    relation('&<', shape, shape, 'goes not further right', (a, b) => atMost(a.high.x, b.high.x)),
    relation('>>', shape, shape, 'lies right', (a, b) => greater(a.low.x, b.high.x)),
    relation('&>', shape, shape, 'goes not further left', (a, b) => atLeast(a.low.x, b.low.x)),
    relation('<<|', shape, shape, 'lies below', (a, b) => less(a.high.y, b.low.y)),
    relation('&<|', shape, shape, 'goes not further up', (a, b) => atMost(a.high.y, b.high.y)),
    relation('|>>', shape, shape, 'lies above', (a, b) => greater(a.low.y, b.high.y)),
    relation('|&>', shape, shape, 'goes not further down', (a, b) => atLeast(a.low.y, b.low.y)),
  ];
}

const extentOfCircle = (datum: Uint8Array): Extent => {
  const {center, radius} = circleOf(datum);
  return {
    low: {x: center.x - radius, y: center.y - radius},
    high: {x: center.x + radius, y: center.y + radius},
  };
};

const bothNaN = (a: number, b: number): boolean => Number.isNaN(a) && Number.isNaN(b);

const placementRows: readonly FunctionRow[] = [
  ...placeRows({type: BOX, of: boxOf}, nearly),
  ...placeRows({type: CIRCLE, of: extentOfCircle}, nearly),
  ...placeRows({type: POLYGON, of: datum => boundingBox(pointsOf(datum))}, exactly),
  relation('<<', point, point, 'lies left', (a, b) => isLess(a.x, b.x)),
  relation('>>', point, point, 'lies right', (a, b) => isGreater(a.x, b.x)),
  ...['<<|', '<^'].map(symbol => relation(symbol, point, point, 'lies below', (a, b) => isLess(a.y, b.y))),
  ...['|>>', '>^'].map(symbol => relation(symbol, point, point, 'lies above', (a, b) => isGreater(a.y, b.y))),
  relation('<^', box, box, 'lies below or touches', (a, b) => isAtMost(a.high.y, b.low.y)),
  relation('>^', box, box, 'lies above or touches', (a, b) => isAtLeast(a.low.y, b.high.y)),
  relation('&&', box, box, 'overlaps', boxesOverlap),
  relation('&&', circle, circle, 'overlaps', (a, b) => isAtMost(distance(a.center, b.center), a.radius + b.radius)),
  relation('&&', polygon, polygon, 'overlaps', polygonsOverlap),
  relation('~=', point, point, 'is the same', isSamePoint),
  relation('<>', point, point, 'is not the same', (a, b) => !isSamePoint(a, b)),
  relation('~=', box, box, 'is the same', (a, b) => isSamePoint(a.high, b.high) && isSamePoint(a.low, b.low)),
  relation('~=', polygon, polygon, 'is the same', samePolygon),
  relation(
    '~=',
    circle,
    circle,
    'is the same',
    (a, b) => (isSame(a.radius, b.radius) || bothNaN(a.radius, b.radius)) && isSamePoint(a.center, b.center),
  ),
];

export const geometryRelationRows: readonly FunctionRow[] = [
  ...distanceRows,
  ...closestRows,
  ...meetingRows,
  ...holdingRows,
  ...placementRows,
];
