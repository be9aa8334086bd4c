import type {Datum} from '../../types/datum.ts';
import {boundOf} from '../../types/io/range.ts';
import {
  type Bound,
  EMPTY_RANGE,
  hull,
  makeMultirange,
  makeRange,
  type RangeDatum,
  subtypeOrder,
} from '../../types/range.ts';
import {SqlError} from '../../types/sql-error.ts';
import {
  BOOLEAN,
  multirangeTypeOf,
  type RangeKind,
  rangeTypeOf,
  rangeTypes,
  type SqlType,
  TEXT,
} from '../../types/sql-type.ts';
import {cast, func} from '../define.ts';
import type {CallContext, FunctionRow} from '../function-row.ts';
import {asDatum, bounding, first, last, partsOf, sortOf} from '../range-parts.ts';

// Ranges and multiranges made, and what they begin and end with.

type One = readonly [Datum];
type Constructed = readonly [Datum, Datum, (string | null)?];

/** Errors: 22000 no bounds text, 42601 a wrong one, those of makeRange. */
function construct(range: SqlType, subtype: SqlType, [lower, upper, bounds = '[)']: Constructed): Datum {
  if (bounds === null) throw new SqlError('22000', 'range constructor flags argument must not be null');
  if (!/^[[(][\])]$/.test(bounds)) {
    throw new SqlError('42601', 'invalid range bound flags', {
      hint: 'Valid values are "[]", "[)", "(]", and "()".',
    });
  }
  const order = subtypeOrder(subtype);
  const from = boundOf(lower, bounds[0] === '[', true);
  const to = boundOf(upper, bounds[1] === ']', false);
  return asDatum(makeRange(range.kind as RangeKind, from, to, order));
}

type RangeTypes = (typeof rangeTypes)[number];

/** A range alone that is null makes none; one among others is an error. Errors: 22004. */
function several({range, subtype}: RangeTypes, ranges: readonly (RangeDatum | null)[]): Datum {
  if (ranges.includes(null)) throw new SqlError('22004', 'multirange values cannot contain null members');
  return asDatum(makeMultirange(range.kind as RangeKind, ranges as readonly RangeDatum[], subtypeOrder(subtype)));
}

/** The constructors of ranges that users made, as an Expr calls them: the type asked for is the result's. */
export const RANGE_CONSTRUCTOR = '$range(any,any,text)';
export const MULTIRANGE_CONSTRUCTOR = '$multirange(any)';

const ownRows: readonly FunctionRow[] = [
  func(
    '$range',
    ['any', 'any', TEXT],
    ([type]) => type,
    'the range between bounds',
    (args: Constructed, {resultType}) => construct(resultType, rangeTypeOf(resultType)!.subtype, args),
    {strict: false, optional: 1},
  ),
  func(
    '$multirange',
    ['any'],
    ([type]) => type,
    'the multirange of these ranges',
    (args: readonly Datum[], {resultType}) => {
      const ranges = args as unknown as readonly (RangeDatum | null)[];
      return ranges.length === 1 && ranges[0] === null ? null : several(multirangeTypeOf(resultType)!, ranges);
    },
    {variadic: true, strict: false},
  ),
];

/** How the constructors of a range or multirange that a user made are called. */
export function ownConstructors(type: SqlType): FunctionRow[] {
  const types = (rangeTypeOf(type) ?? multirangeTypeOf(type))!;
  return constructors(types).filter(row => row.kind === 'function' && row.name === type.kind);
}

function constructors(types: RangeTypes): FunctionRow[] {
  const {range, multirange, subtype} = types;
  const make = (args: Constructed): Datum => construct(range, subtype, args);
  const given = (ranges: readonly (RangeDatum | null)[]): Datum =>
    ranges.length === 1 && ranges[0] === null ? null : several(types, ranges);
  const one = ([value]: One): Datum => several(types, [value as unknown as RangeDatum]);
  const nullable = {strict: false} as const;
  return [
    func(range.kind, [subtype, subtype], range, 'the range from a lower to an upper bound', make, nullable),
    func(range.kind, [subtype, subtype, TEXT], range, 'the range between bounds as the text says', make, nullable),
    func(multirange.kind, [], multirange, 'the multirange of nothing', () => several(types, [])),
    func(
      multirange.kind,
      [range],
      multirange,
      'the multirange of these ranges',
      (ranges: readonly Datum[]) => given(ranges as unknown as readonly (RangeDatum | null)[]),
      {variadic: true, strict: false},
    ),
    cast(range, multirange, 'explicit', one),
  ];
}

const subtypeOf = ([type]: readonly SqlType[]): SqlType => (rangeTypeOf(type) ?? multirangeTypeOf(type))!.subtype;
const rangeOf = ([type]: readonly SqlType[]): SqlType => (rangeTypeOf(type) ?? multirangeTypeOf(type))!.range;
const multirangeOf = ([type]: readonly SqlType[]): SqlType => rangeTypeOf(type)!.multirange;

/** What is asked of the first or last bound; of an empty range there is none. */
function asking<T extends Datum>(end: typeof first, answer: (bound: Bound) => T, none: T) {
  return ([value]: One, {argTypes: [type]}: CallContext): Datum => {
    const parts = partsOf(value, type);
    return parts.length === 0 ? none : answer(end(parts));
  };
}

const valueOf = ({value}: Bound): Datum => value;

function boundRows(parameter: 'anyrange' | 'anymultirange'): FunctionRow[] {
  return [
    func('lower', [parameter], subtypeOf, 'lower bound', asking(first, valueOf, null)),
    func('upper', [parameter], subtypeOf, 'upper bound', asking(last, valueOf, null)),
    func(
      'isempty',
      [parameter],
      BOOLEAN,
      'whether it is empty',
      asking(first, () => false, true),
    ),
    func(
      'lower_inc',
      [parameter],
      BOOLEAN,
      'whether the lower bound is inclusive',
      asking(first, b => b.inclusive, false),
    ),
    func(
      'upper_inc',
      [parameter],
      BOOLEAN,
      'whether the upper bound is inclusive',
      asking(last, b => b.inclusive, false),
    ),
    func(
      'lower_inf',
      [parameter],
      BOOLEAN,
      'whether there is no lower bound',
      asking(first, b => b.infinite, false),
    ),
    func(
      'upper_inf',
      [parameter],
      BOOLEAN,
      'whether there is no upper bound',
      asking(last, b => b.infinite, false),
    ),
  ];
}

function merged([a, b]: readonly [Datum, Datum], {argTypes: [type]}: CallContext): Datum {
  const parts = [...partsOf(a, type), ...partsOf(b, type)];
  if (parts.length < 2) return asDatum(parts[0] ?? EMPTY_RANGE);
  return asDatum(hull(parts[0], parts[1], sortOf(type).order));
}

export const rangeRows: readonly FunctionRow[] = [
  ...rangeTypes.flatMap(constructors),
  ...ownRows,
  ...boundRows('anyrange'),
  ...boundRows('anymultirange'),
  func('range_merge', ['anyrange', 'anyrange'], ([type]) => type, 'the smallest range that holds both', merged),
  func('range_merge', ['anymultirange'], rangeOf, 'the smallest range that holds all', ([value]: One, {argTypes}) => {
    const parts = partsOf(value, argTypes[0]);
    return asDatum(parts.length === 0 ? EMPTY_RANGE : bounding(parts, sortOf(argTypes[0])));
  }),
  func('multirange', ['anyrange'], multirangeOf, 'the multirange of one range', ([value]: One, {argTypes}) =>
    asDatum(partsOf(value, argTypes[0])),
  ),
];
