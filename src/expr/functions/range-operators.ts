import type {Datum} from '../../types/datum.ts';
import {
  boundsMeet,
  difference,
  EMPTY_RANGE,
  hull,
  lowerBound,
  makeMultirange,
  rangesOverlap,
  upperBound,
} from '../../types/range.ts';
import {SqlError} from '../../types/sql-error.ts';
import {BOOLEAN, rangeTypeOf, type SqlType} from '../../types/sql-type.ts';
import {func, operator} from '../define.ts';
import type {FunctionRow, ParameterType} from '../function-row.ts';
import {
  adjacent,
  asDatum,
  before,
  contains,
  containsElement,
  intersected,
  notLeft,
  notRight,
  overlaps,
  type Parts,
  partsOf,
  type RangeSort,
  sortOf,
} from '../range-parts.ts';

// Operators of ranges and multiranges, each also under the name that Postgres gives its function.

type Test = (a: Parts, b: Parts, sort: RangeSort) => boolean;
type Two = readonly [Datum, Datum];
type Sides = readonly ['anyrange' | 'anymultirange', 'anyrange' | 'anymultirange'];

const allSides: readonly Sides[] = [
  ['anyrange', 'anyrange'],
  ['anyrange', 'anymultirange'],
  ['anymultirange', 'anyrange'],
  ['anymultirange', 'anymultirange'],
];

const short = {anyrange: 'range', anymultirange: 'multirange'} as const;

/** 'range_before', 'range_before_multirange', 'multirange_before_range' … */
function named([left, right]: Sides, verb: string): string {
  return left === 'anyrange' && right === 'anyrange' ? `range_${verb}` : `${short[left]}_${verb}_${short[right]}`;
}

function both(
  symbol: string,
  name: string,
  args: readonly ParameterType[],
  says: string,
  row: BinaryRow,
): FunctionRow[] {
  return [operator(symbol, args, BOOLEAN, says, row), func(name, args, BOOLEAN, says, row)];
}

type BinaryRow = Parameters<typeof operator<Two>>[4];

function tests(symbol: string, verb: string, says: string, test: Test): FunctionRow[] {
  return allSides.flatMap(sides =>
    both(symbol, named(sides, verb), sides, says, ([a, b]: Two, {argTypes}) =>
      test(partsOf(a, argTypes[0]), partsOf(b, argTypes[1]), sortOf(argTypes[0])),
    ),
  );
}

function elementTests(range: 'anyrange' | 'anymultirange'): FunctionRow[] {
  const name = short[range];
  return [
    ...both('@>', `${name}_contains_elem`, [range, 'anyelement'], 'contains', ([a, b]: Two, {argTypes}) =>
      containsElement(partsOf(a, argTypes[0]), b, sortOf(argTypes[0])),
    ),
    ...both('<@', `elem_contained_by_${name}`, ['anyelement', range], 'is contained', ([a, b]: Two, {argTypes}) =>
      containsElement(partsOf(b, argTypes[1]), a, sortOf(argTypes[1])),
    ),
  ];
}

const first = ([type]: readonly SqlType[]): SqlType => type;

type Combine = (a: Parts, b: Parts, sort: RangeSort) => Parts;

/** Sums, differences and intersections; a range that would have a gap is an error. Errors: 22000. */
function combining(symbol: string, verb: string, says: string, combine: Combine, gap: string): FunctionRow[] {
  const row: BinaryRow = ([a, b]: Two, {argTypes: [type]}) => {
    const sort = sortOf(type);
    const parts = combine(partsOf(a, type), partsOf(b, type), sort);
    if (!rangeTypeOf(type)) return asDatum(makeMultirange(sort.kind, parts, sort.order));
    if (parts.length > 1) throw new SqlError('22000', gap);
    return asDatum(parts[0] ?? EMPTY_RANGE);
  };
  return (['anyrange', 'anymultirange'] as const).flatMap(side => [
    operator(symbol, [side, side], first, says, row),
    func(`${short[side]}_${verb}`, [side, side], first, says, row),
  ]);
}

const union: Combine = (a, b, {kind, order}) => {
  if (a.length !== 1 || b.length !== 1) return [...a, ...b];
  const [x, y] = [a[0], b[0]];
  const touch =
    rangesOverlap(x, y, order) ||
    boundsMeet(kind, upperBound(x), lowerBound(y), order) ||
    boundsMeet(kind, upperBound(y), lowerBound(x), order);
  return touch ? [hull(x, y, order)] : [x, y];
};

const minus: Combine = (a, b, {kind, order}) =>
  b.reduce<Parts>((left, y) => left.flatMap(x => difference(x, y, kind, order)), a);

export const rangeOperatorRows: readonly FunctionRow[] = [
  ...tests('&&', 'overlaps', 'overlap', overlaps),
  ...tests('@>', 'contains', 'contains', contains),
  ...tests('<@', 'contained_by', 'is contained', (a, b, sort) => contains(b, a, sort)),
  ...tests('<<', 'before', 'lies before', before),
  ...tests('>>', 'after', 'lies behind', (a, b, sort) => before(b, a, sort)),
  ...tests('&<', 'overleft', 'does not reach to the right of', notRight),
  ...tests('&>', 'overright', 'does not reach to the left of', notLeft),
  ...tests('-|-', 'adjacent', 'are adjacent', adjacent),
  ...elementTests('anyrange'),
  ...elementTests('anymultirange'),
  ...combining('+', 'union', 'union', union, 'result of range union would not be contiguous'),
  ...combining('-', 'minus', 'difference', minus, 'result of range difference would not be contiguous'),
  ...combining('*', 'intersect', 'intersection', intersected, ''),
];
