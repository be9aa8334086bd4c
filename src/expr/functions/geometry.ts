import {
  isAtLeast,
  isAtMost,
  isGreater,
  isLess,
  isSame,
  isSamePoint,
  isZero,
  numbersOf,
  type Point,
  pointsDatum,
  pointsOf,
  slope,
} from '../../types/geometry.ts';
import {boxDatum, isClosed, lineDatum, pathDatum} from '../../types/io/geometry.ts';
import {SqlError} from '../../types/sql-error.ts';
import {
  BOOLEAN,
  BOX,
  CIRCLE,
  DOUBLE,
  INTEGER,
  LINE,
  LSEG,
  PATH,
  POINT,
  POLYGON,
  type SqlType,
} from '../../types/sql-type.ts';
import {cast, func, operator} from '../define.ts';
import type {CastContext, FunctionRow} from '../function-row.ts';
import {
  areaOfBox,
  areaOfCircle,
  boundingBox,
  boxOf,
  centerOfBox,
  type Circle,
  circleDatum,
  circleOf,
  distance,
  hypotenuse,
  lengthOf,
  lineOf,
  pathOf,
  pointDatum,
  pointOf,
  segmentDatum,
  segmentOf,
  segmentsOf,
  uprightSlopeOfSegment,
} from '../geometry/shapes.ts';
import {linesMeet} from '../geometry/closest.ts';
import {divisionByZero, float8, isInfinite} from './ranges.ts';

// Geometric values: making, measuring, moving and converting them (PostgreSQL manual, 9.11).

type One = readonly [Uint8Array];
type Two = readonly [Uint8Array, Uint8Array];

const checked = (result: number, ...inputs: readonly number[]): number =>
  float8(result, !inputs.some(isInfinite), false);

const add = (a: Point, b: Point): Point => ({x: checked(a.x + b.x, a.x, b.x), y: checked(a.y + b.y, a.y, b.y)});
const subtract = (a: Point, b: Point): Point => ({x: checked(a.x - b.x, a.x, b.x), y: checked(a.y - b.y, a.y, b.y)});

/** Points multiply as complex numbers: scaled and turned. */
function multiply(a: Point, b: Point): Point {
  return {
    x: checked(a.x * b.x - a.y * b.y, a.x, a.y, b.x, b.y),
    y: checked(a.x * b.y + a.y * b.x, a.x, a.y, b.x, b.y),
  };
}

/** Errors: 22012. */
function divide(a: Point, b: Point): Point {
  const size = checked(b.x * b.x + b.y * b.y, b.x, b.y);
  if (size === 0) throw divisionByZero();
  return {
    x: checked((a.x * b.x + a.y * b.y) / size, a.x, a.y, b.x, b.y),
    y: checked((a.y * b.x - a.x * b.y) / size, a.x, a.y, b.x, b.y),
  };
}

type Move = {
  readonly symbol: string;
  readonly says: string;
  readonly move: (point: Point, by: Point) => Point;
  /** What becomes of a radius. */
  readonly scale: (radius: number, by: Point) => number;
};

const moves: readonly Move[] = [
  {symbol: '+', says: 'moved', move: add, scale: radius => radius},
  {symbol: '-', says: 'moved back', move: subtract, scale: radius => radius},
  {symbol: '*', says: 'scaled and turned', move: multiply, scale: (radius, {x, y}) => radius * hypotenuse(x, y)},
  {symbol: '/', says: 'scaled and turned back', move: divide, scale: (radius, {x, y}) => radius / hypotenuse(x, y)},
];

const moveRows = moves.flatMap(({symbol, says, move, scale}) => [
  operator(symbol, [POINT, POINT], POINT, says, ([a, b]: Two) => pointDatum(move(pointOf(a), pointOf(b)))),
  operator(symbol, [BOX, POINT], BOX, says, ([a, b]: Two) => {
    const [box, by] = [boxOf(a), pointOf(b)];
    return boxDatum(move(box.high, by), move(box.low, by));
  }),
  operator(symbol, [PATH, POINT], PATH, says, ([a, b]: Two) => {
    const [{closed, points}, by] = [pathOf(a), pointOf(b)];
    return pathDatum(
      closed,
      points.map(point => move(point, by)),
    );
  }),
  operator(symbol, [CIRCLE, POINT], CIRCLE, says, ([a, b]: Two) => {
    const [{center, radius}, by] = [circleOf(a), pointOf(b)];
    return circleDatum({center: move(center, by), radius: scale(radius, by)});
  }),
]);

/** The paths one after the other; NULL if one is closed. */
function joined([a, b]: Two): Uint8Array | null {
  const [p, q] = [pathOf(a), pathOf(b)];
  return p.closed || q.closed ? null : pathDatum(false, [...p.points, ...q.points]);
}

/** Of a closed path. */
function areaOfPath([path]: One): number | null {
  const {closed, points} = pathOf(path);
  if (!closed) return null;
  let area = 0;
  points.forEach((point, i) => {
    const next = points[(i + 1) % points.length];
    area += point.x * next.y;
    area -= point.y * next.x;
  });
  return Math.abs(area) / 2;
}

function lengthOfPath([path]: One): number {
  const {closed, points} = pathOf(path);
  return segmentsOf(points, closed).reduce((sum, segment) => sum + lengthOf(segment), 0);
}

function midpoint([segment]: One): Uint8Array {
  const {from, to} = segmentOf(segment);
  return pointDatum({x: (from.x + to.x) / 2, y: (from.y + to.y) / 2});
}

/** The mean of the points, and their mean distance from it. */
function circleAround(points: readonly Point[]): Circle {
  let center: Point = {x: 0, y: 0};
  for (const point of points) center = add(center, point);
  center = {x: center.x / points.length, y: center.y / points.length};
  const total = points.reduce((sum, point) => sum + distance(point, center), 0);
  return {center, radius: total / points.length};
}

/** Errors: 0A000, 22023. */
function polygonOfCircle(count: number, circle: Uint8Array): Uint8Array {
  const {center, radius} = circleOf(circle);
  if (isZero(radius)) throw new SqlError('0A000', 'cannot convert circle with radius zero to polygon');
  if (count < 2) throw new SqlError('22023', 'must request at least 2 points');
  const step = (2 * Math.PI) / count;
  return pointsDatum(
    Array.from({length: count}, (_, i) => ({
      x: center.x - radius * Math.cos(step * i),
      y: center.y + radius * Math.sin(step * i),
    })),
  );
}

/** Errors: 22023. */
function polygonOfPath([path]: One): Uint8Array {
  const {closed, points} = pathOf(path);
  if (!closed) throw new SqlError('22023', 'open path cannot be converted to polygon');
  return pointsDatum(points);
}

function polygonOfBox([box]: One): Uint8Array {
  const {high, low} = boxOf(box);
  return pointsDatum([low, {x: low.x, y: high.y}, high, {x: high.x, y: low.y}]);
}

function boxOfCircle([circle]: One): Uint8Array {
  const {center, radius} = circleOf(circle);
  const half = radius / Math.sqrt(2);
  return boxDatum({x: center.x + half, y: center.y + half}, {x: center.x - half, y: center.y - half});
}

function circleOfBox([box]: One): Uint8Array {
  const {high, low} = boxOf(box);
  const center = centerOfBox({high, low});
  return circleDatum({center, radius: distance(center, high)});
}

const boxOfPoints = ([a, b]: Two): Uint8Array => boxDatum(pointOf(a), pointOf(b));
const boxOfPolygon = ([polygon]: One): Uint8Array => {
  const {high, low} = boundingBox(pointsOf(polygon));
  return boxDatum(high, low);
};
const boxOfPoint = ([point]: One): Uint8Array => boxDatum(pointOf(point), pointOf(point));
const centerOf = ([box]: One): Uint8Array => pointDatum(centerOfBox(boxOf(box)));
const centerOfCircle = ([circle]: One): Uint8Array => pointDatum(circleOf(circle).center);
const centerOfPolygon = ([polygon]: One): Uint8Array => pointDatum(circleAround(pointsOf(polygon)).center);
const circleOfPolygon = ([polygon]: One): Uint8Array => circleDatum(circleAround(pointsOf(polygon)));
const diagonal = ([box]: One): Uint8Array => box;
const pathOfPolygon = ([polygon]: One): Uint8Array => pathDatum(true, pointsOf(polygon));

/** Conversions are casts and functions named after the type. */
const conversions: readonly (readonly [
  from: SqlType,
  to: SqlType,
  context: CastContext,
  row: (args: One) => Uint8Array,
])[] = [
  [POINT, BOX, 'assignment', boxOfPoint],
  [LSEG, POINT, 'explicit', midpoint],
  [PATH, POLYGON, 'assignment', polygonOfPath],
  [BOX, POINT, 'explicit', centerOf],
  [BOX, LSEG, 'explicit', diagonal],
  [BOX, POLYGON, 'assignment', polygonOfBox],
  [BOX, CIRCLE, 'explicit', circleOfBox],
  [POLYGON, POINT, 'explicit', centerOfPolygon],
  [POLYGON, PATH, 'assignment', pathOfPolygon],
  [POLYGON, BOX, 'explicit', boxOfPolygon],
  [POLYGON, CIRCLE, 'explicit', circleOfPolygon],
  [CIRCLE, POINT, 'explicit', centerOfCircle],
  [CIRCLE, BOX, 'explicit', boxOfCircle],
  [CIRCLE, POLYGON, 'explicit', ([circle]) => polygonOfCircle(12, circle)],
];

const conversionRows = conversions.flatMap(([from, to, context, row]) => [
  cast(from, to, context, row),
  func(to.kind, [from], to, `as a ${to.kind}`, row),
]);

const makingRows: readonly FunctionRow[] = [
  func('point', [DOUBLE, DOUBLE], POINT, 'of its coordinates', ([x, y]: readonly [number, number]) =>
    pointDatum({x, y}),
  ),
  func('lseg', [POINT, POINT], LSEG, 'between two points', ([a, b]: Two) =>
    segmentDatum({from: pointOf(a), to: pointOf(b)}),
  ),
  func('line', [POINT, POINT], LINE, 'through two points', ([a, b]: Two) => lineDatum(pointOf(a), pointOf(b), '22023')),
  func('box', [POINT, POINT], BOX, 'of two opposite corners', boxOfPoints),
  func('bound_box', [BOX, BOX], BOX, 'the smallest box around two', ([a, b]: Two) => {
    const [p, q] = [boxOf(a), boxOf(b)];
    const around = boundingBox([p.high, p.low, q.high, q.low]);
    return boxDatum(around.high, around.low);
  }),
  func('circle', [POINT, DOUBLE], CIRCLE, 'of centre and radius', ([a, radius]: readonly [Uint8Array, number]) =>
    circleDatum({center: pointOf(a), radius}),
  ),
  func('polygon', [INTEGER, CIRCLE], POLYGON, 'of so many points on it', ([n, circle]: readonly [number, Uint8Array]) =>
    polygonOfCircle(n, circle),
  ),
  func('pclose', [PATH], PATH, 'closed', ([path]: One) => pathDatum(true, pathOf(path).points)),
  func('popen', [PATH], PATH, 'open', ([path]: One) => pathDatum(false, pathOf(path).points)),
  operator('+', [PATH, PATH], PATH, 'one after the other; NULL if one is closed', joined),
];

const count =
  (from: number) =>
  ([shape]: One): number =>
    pointsOf(shape, from).length;

const measureRows: readonly FunctionRow[] = [
  func('area', [BOX], DOUBLE, 'area', ([box]: One) => areaOfBox(boxOf(box))),
  func('area', [PATH], DOUBLE, 'area; NULL of an open path', areaOfPath),
  func('area', [CIRCLE], DOUBLE, 'area', ([circle]: One) => areaOfCircle(circleOf(circle))),
  func('width', [BOX], DOUBLE, 'horizontal size', ([box]: One) => boxOf(box).high.x - boxOf(box).low.x),
  func('height', [BOX], DOUBLE, 'vertical size', ([box]: One) => boxOf(box).high.y - boxOf(box).low.y),
  func('diagonal', [BOX], LSEG, 'from the upper right to the lower left', diagonal),
  func('diameter', [CIRCLE], DOUBLE, 'diameter', ([circle]: One) => 2 * circleOf(circle).radius),
  func('radius', [CIRCLE], DOUBLE, 'radius', ([circle]: One) => circleOf(circle).radius),
  func('center', [BOX], POINT, 'centre', centerOf),
  func('center', [CIRCLE], POINT, 'centre', centerOfCircle),
  operator('@@', [LSEG], POINT, 'centre', midpoint),
  operator('@@', [BOX], POINT, 'centre', centerOf),
  operator('@@', [POLYGON], POINT, 'centre', centerOfPolygon),
  operator('@@', [CIRCLE], POINT, 'centre', centerOfCircle),
  func('length', [LSEG], DOUBLE, 'length', ([segment]: One) => lengthOf(segmentOf(segment))),
  func('length', [PATH], DOUBLE, 'length', lengthOfPath),
  operator('@-@', [LSEG], DOUBLE, 'length', ([segment]: One) => lengthOf(segmentOf(segment))),
  operator('@-@', [PATH], DOUBLE, 'length', lengthOfPath),
  func('npoints', [PATH], INTEGER, 'number of points', count(1)),
  func('npoints', [POLYGON], INTEGER, 'number of points', count(0)),
  operator('#', [PATH], INTEGER, 'number of points', count(1)),
  operator('#', [POLYGON], INTEGER, 'number of points', count(0)),
  func('isclosed', [PATH], BOOLEAN, 'whether it is closed', ([path]: One) => isClosed(path)),
  func('isopen', [PATH], BOOLEAN, 'whether it is open', ([path]: One) => !isClosed(path)),
  func('slope', [POINT, POINT], DOUBLE, 'slope of the line through two points', ([a, b]: Two) =>
    slope(pointOf(a), pointOf(b)),
  ),
];

/** Directions: an operator and a function each. */
const directions: readonly (readonly [
  symbol: string,
  name: string,
  args: readonly SqlType[],
  says: string,
  row: (args: never) => boolean,
])[] = [
  [
    '?|',
    'isvertical',
    [POINT, POINT],
    'whether they are above one another',
    ([a, b]: Two) => isSame(pointOf(a).x, pointOf(b).x),
  ],
  [
    '?-',
    'ishorizontal',
    [POINT, POINT],
    'whether they are side by side',
    ([a, b]: Two) => isSame(pointOf(a).y, pointOf(b).y),
  ],
  ['?|', 'isvertical', [LSEG], 'whether it is vertical', ([s]: One) => isSame(segmentOf(s).from.x, segmentOf(s).to.x)],
  [
    '?-',
    'ishorizontal',
    [LSEG],
    'whether it is horizontal',
    ([s]: One) => isSame(segmentOf(s).from.y, segmentOf(s).to.y),
  ],
  ['?|', 'isvertical', [LINE], 'whether it is vertical', ([line]: One) => isZero(lineOf(line).b)],
  ['?-', 'ishorizontal', [LINE], 'whether it is horizontal', ([line]: One) => isZero(lineOf(line).a)],
  ['?||', 'isparallel', [LSEG, LSEG], 'whether they are parallel', ([a, b]: Two) => isSame(slopeOf(a), slopeOf(b))],
  [
    '?-|',
    'isperp',
    [LSEG, LSEG],
    'whether they are perpendicular',
    ([a, b]: Two) => isSame(slopeOf(a), uprightSlopeOfSegment(segmentOf(b))),
  ],
  [
    '?||',
    'isparallel',
    [LINE, LINE],
    'whether they are parallel',
    ([a, b]: Two) => linesMeet(lineOf(a), lineOf(b)) === null,
  ],
  ['?-|', 'isperp', [LINE, LINE], 'whether they are perpendicular', perpendicular],
];

function slopeOf(segment: Uint8Array): number {
  const {from, to} = segmentOf(segment);
  return slope(from, to);
}

function perpendicular([a, b]: Two): boolean {
  const [p, q] = [lineOf(a), lineOf(b)];
  if (isZero(p.a)) return isZero(q.b);
  if (isZero(q.a)) return isZero(p.b);
  if (isZero(p.b)) return isZero(q.a);
  if (isZero(q.b)) return isZero(p.a);
  return isSame((p.a * q.a) / (p.b * q.b), -1);
}

const directionRows = directions.flatMap(([symbol, name, args, says, row]) => [
  operator(symbol, args, BOOLEAN, says, row as (args: readonly Uint8Array[]) => boolean),
  func(name, args, BOOLEAN, says, row as (args: readonly Uint8Array[]) => boolean),
]);

/** What is compared of a shape: its area, its length, its number of points. */
const measures: readonly (readonly [type: SqlType, measure: (shape: Uint8Array) => number, exact?: boolean])[] = [
  [BOX, box => areaOfBox(boxOf(box))],
  [CIRCLE, circle => areaOfCircle(circleOf(circle))],
  [PATH, path => pointsOf(path, 1).length],
];

const comparisons: readonly (readonly [symbol: string, says: string, holds: (a: number, b: number) => boolean])[] = [
  ['<', 'less', isLess],
  ['<=', 'less or equal', isAtMost],
  ['=', 'equal', isSame],
  ['>=', 'greater or equal', isAtLeast],
  ['>', 'greater', isGreater],
];

const different = (a: number, b: number): boolean => isLess(a, b) || isGreater(a, b);

const sameSegment = ([a, b]: Two): boolean =>
  isSamePoint(segmentOf(a).from, segmentOf(b).from) && isSamePoint(segmentOf(a).to, segmentOf(b).to);

/** Lines whose numbers are in one proportion are the same. */
function sameLine([a, b]: Two): boolean {
  const [p, q] = [numbersOf(a), numbersOf(b)];
  if ([...p, ...q].some(Number.isNaN)) return p.every((n, i) => Object.is(n, q[i]) || n === q[i]);
  const base = q.findIndex(n => !isZero(n));
  const ratio = base < 0 ? 1 : p[base] / q[base];
  return p.every((n, i) => isSame(n, ratio * q[i]));
}

const comparisonRows: readonly FunctionRow[] = [
  ...measures.flatMap(([type, measure]) =>
    comparisons.map(([symbol, says, holds]) =>
      operator(symbol, [type, type], BOOLEAN, says, ([a, b]: Two) => holds(measure(a), measure(b))),
    ),
  ),
  operator('<>', [CIRCLE, CIRCLE], BOOLEAN, 'not equal', ([a, b]: Two) =>
    different(areaOfCircle(circleOf(a)), areaOfCircle(circleOf(b))),
  ),
  ...comparisons
    .filter(([symbol]) => symbol !== '=')
    .map(([symbol, says, holds]) =>
      operator(symbol, [LSEG, LSEG], BOOLEAN, says, ([a, b]: Two) =>
        holds(lengthOf(segmentOf(a)), lengthOf(segmentOf(b))),
      ),
    ),
  operator('=', [LSEG, LSEG], BOOLEAN, 'equal', sameSegment),
  operator('<>', [LSEG, LSEG], BOOLEAN, 'not equal', (args: Two) => !sameSegment(args)),
  operator('=', [LINE, LINE], BOOLEAN, 'equal', sameLine),
];

type Subscripted = readonly [Uint8Array, number];

const numberAt = ([shape, index]: Subscripted): number | null => numbersOf(shape)[index] ?? null;
const pointAt = ([shape, index]: Subscripted): Uint8Array | null => {
  const point = pointsOf(shape)[index];
  return point ? pointDatum(point) : null;
};

/** Subscripts, from 0. */
const partRows: readonly FunctionRow[] = [
  ...[POINT, LINE].map(type => func('$part', [type, INTEGER], DOUBLE, 'a number of it', numberAt)),
  ...[LSEG, BOX].map(type => func('$part', [type, INTEGER], POINT, 'a point of it', pointAt)),
];

export const geometryRows: readonly FunctionRow[] = [
  ...partRows,
  ...makingRows,
  ...measureRows,
  ...moveRows,
  ...directionRows,
  ...comparisonRows,
  ...conversionRows,
];
