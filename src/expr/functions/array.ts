import {
  type ArrayShape,
  checkDimensions,
  checkSize,
  mapArray,
  sameLengths,
  shapeOf,
  withShape,
} from '../../types/array-shape.ts';
import type {Datum} from '../../types/datum.ts';
import {formatText} from '../../types/io/registry.ts';
import {SqlError} from '../../types/sql-error.ts';
import {arrayOf, BOOLEAN, INTEGER, NUMERIC, sameLayout, type SqlType, TEXT} from '../../types/sql-type.ts';
import {kindName} from '../../types/type-names.ts';
import {sliceOf} from '../array-subscripts.ts';
import {datumEquality, datumOrder} from '../datum-order.ts';
import {func, operator} from '../define.ts';
import {formatOf} from '../format-context.ts';
import type {CallContext, FunctionRow} from '../function-row.ts';

// Arrays: their size, their elements, and what they are joined and compared by.

type Items = readonly Datum[];
type One = readonly [Items];
type Two = readonly [Items, Items];

const first = ([type]: readonly SqlType[]): SqlType => type;

/** A dimension by its number: its length and lower bound; undefined where there is none. */
function dimension(items: Items, number: number): {readonly length: number; readonly lower: number} | undefined {
  const {lengths, lowers} = shapeOf(items);
  return number >= 1 && number <= lengths.length ? {length: lengths[number - 1], lower: lowers[number - 1]} : undefined;
}

type InDimension = readonly [Items, number];

const sizeRows: readonly FunctionRow[] = [
  func(
    'array_length',
    ['anyarray', INTEGER],
    INTEGER,
    'length of a dimension',
    ([items, n]: InDimension) => dimension(items, n)?.length ?? null,
  ),
  func('array_upper', ['anyarray', INTEGER], INTEGER, 'last subscript of a dimension', ([items, n]: InDimension) => {
    const found = dimension(items, n);
    return found ? found.lower + found.length - 1 : null;
  }),
  func(
    'array_lower',
    ['anyarray', INTEGER],
    INTEGER,
    'first subscript of a dimension',
    ([items, n]: InDimension) => dimension(items, n)?.lower ?? null,
  ),
  func(
    'array_ndims',
    ['anyarray'],
    INTEGER,
    'number of dimensions',
    ([items]: One) => shapeOf(items).lengths.length || null,
  ),
  func('array_dims', ['anyarray'], TEXT, 'bounds of the dimensions', ([items]: One) => {
    const {lengths, lowers} = shapeOf(items);
    if (lengths.length === 0) return null;
    return lengths.map((length, i) => `[${lowers[i]}:${lowers[i] + length - 1}]`).join('');
  }),
  func('cardinality', ['anyarray'], INTEGER, 'number of elements', ([items]: One) => items.length),
];

type Pair = readonly [Datum, Datum];
const nullable = {strict: false} as const;

function append([array, item]: Pair): Datum {
  const items = (array ?? []) as Items;
  return alongOne(items, [...items, item]);
}

function prepend([item, array]: Pair): Datum {
  const items = (array ?? []) as Items;
  return alongOne(items, [item, ...items]);
}

/** The elements, beginning where the array of one dimension that they come of does. Errors: 22000. */
function alongOne(from: Items, items: Items): Items {
  const {lengths, lowers} = shapeOf(from);
  if (lengths.length > 1) throw new SqlError('22000', 'argument must be empty or one-dimensional array');
  return withShape(items, {lengths: [items.length], lowers: [lowers[0] ?? 1]});
}

/** Joins along the first dimension. Errors: 2202E when the inner dimensions differ. */
function joined([a, b]: Pair): Datum {
  if (a === null || b === null) return a ?? b;
  const [x, y] = [a as Items, b as Items];
  if (x.length === 0 || y.length === 0) return x.length === 0 ? y : x;
  const [p, q] = [shapeOf(x), shapeOf(y)];
  const difference = p.lengths.length - q.lengths.length;
  if (Math.abs(difference) > 1) {
    throw incompatible(`Arrays of ${p.lengths.length} and ${q.lengths.length} dimensions`);
  }
  // An array of one dimension less is one more element.
  const outer = difference < 0 ? q : p;
  if (!sameInner(p, q, difference)) {
    throw incompatible(`Arrays with differing ${difference === 0 ? 'element ' : ''}dimensions`);
  }
  const length = difference === 0 ? p.lengths[0] + q.lengths[0] : outer.lengths[0] + 1;
  checkSize(x.length + y.length);
  return withShape([...x, ...y], {lengths: [length, ...outer.lengths.slice(1)], lowers: outer.lowers});
}

function sameInner(p: ArrayShape, q: ArrayShape, difference: number): boolean {
  const inner = ({lengths, lowers}: ArrayShape, skip: boolean) =>
    skip ? [...lengths.slice(1), ...lowers.slice(1)] : [...lengths, ...lowers];
  return sameLengths(inner(p, difference >= 0), inner(q, difference <= 0));
}

function incompatible(what: string): SqlError {
  return new SqlError('2202E', 'cannot concatenate incompatible arrays', {
    detail: `${what} are not compatible for concatenation.`,
  });
}

/** The array's type; numerics are laid out in digits only where both sides are, alike. */
function withBoth(array: SqlType, other: SqlType): SqlType {
  const [a, b] = [array.element!, other.kind === 'array' ? other.element! : other];
  return a.kind !== 'numeric' || sameLayout(a, b) ? array : arrayOf(NUMERIC);
}

const either = ([a, b]: readonly SqlType[]): SqlType => withBoth(a, b);
const behind = ([item, array]: readonly SqlType[]): SqlType => withBoth(array, item);

const joiningRows: readonly FunctionRow[] = [
  operator('||', ['anycompatiblearray', 'anycompatiblearray'], either, 'one after the other', joined, nullable),
  operator('||', ['anycompatiblearray', 'anycompatible'], either, 'with an element behind', append, nullable),
  operator('||', ['anycompatible', 'anycompatiblearray'], behind, 'with an element before', prepend, nullable),
  func('array_cat', ['anycompatiblearray', 'anycompatiblearray'], either, 'one after the other', joined, nullable),
  func('array_append', ['anycompatiblearray', 'anycompatible'], either, 'with an element behind', append, nullable),
  func('array_prepend', ['anycompatible', 'anycompatiblearray'], behind, 'with an element before', prepend, nullable),
];

type Equality = (a: Datum, b: Datum) => boolean;
const equalities = new WeakMap<SqlType, Equality>();

function equalityOf(type: SqlType): Equality {
  let equal = equalities.get(type);
  if (!equal) equalities.set(type, (equal = datumEquality(type.element!)));
  return equal;
}

/** The lower bound. Errors: 0A000 for more than one dimension. */
function lowerOfOne(items: Items, what: string): number {
  const {lengths, lowers} = shapeOf(items);
  if (lengths.length > 1) throw new SqlError('0A000', `${what} multidimensional arrays is not supported`);
  return lowers[0] ?? 1;
}

function position(args: readonly [Items | null, Datum, (number | null)?], context: CallContext): number | null {
  const [items, wanted, from = -Infinity] = args;
  if (items === null || items.length === 0) return null;
  const lower = lowerOfOne(items, 'searching for elements in');
  if (from === null) throw new SqlError('22004', 'initial position must not be null');
  const equal = equalityOf(context.argTypes[0]);
  const at = items.findIndex((item, i) => i + lower >= from && equal(item, wanted));
  return at < 0 ? null : at + lower;
}

function positions([items, wanted]: readonly [Items | null, Datum], context: CallContext): Datum {
  if (items === null) return null;
  const lower = lowerOfOne(items, 'searching for elements in');
  const equal = equalityOf(context.argTypes[0]);
  return items.flatMap((item, i) => (equal(item, wanted) ? [i + lower] : []));
}

/** Every element of b is in a; a null never is. */
function contains(a: Items, b: Items, type: SqlType): boolean {
  const equal = equalityOf(type);
  return [...b].every(item => item !== null && a.some(other => other !== null && equal(other, item)));
}

function overlaps(a: Items, b: Items, type: SqlType): boolean {
  const equal = equalityOf(type);
  return [...b].some(item => item !== null && a.some(other => other !== null && equal(other, item)));
}

const searchRows: readonly FunctionRow[] = [
  func(
    'array_position',
    ['anycompatiblearray', 'anycompatible'],
    INTEGER,
    'subscript of an element',
    position,
    nullable,
  ),
  func(
    'array_position',
    ['anycompatiblearray', 'anycompatible', INTEGER],
    INTEGER,
    'subscript of an element from a place on',
    position,
    nullable,
  ),
  func(
    'array_positions',
    ['anycompatiblearray', 'anycompatible'],
    arrayOf(INTEGER),
    'subscripts of an element',
    positions,
    nullable,
  ),
  func(
    'array_remove',
    ['anycompatiblearray', 'anycompatible'],
    first,
    'without an element',
    ([items, item]: readonly [Items | null, Datum], context) => {
      if (items === null) return null;
      const lower = lowerOfOne(items, 'removing elements from');
      const equal = equalityOf(context.argTypes[0]);
      const left = items.filter(other => !equal(other, item));
      return withShape(left, {lengths: [left.length], lowers: [lower]});
    },
    nullable,
  ),
  func(
    'array_replace',
    ['anycompatiblearray', 'anycompatible', 'anycompatible'],
    ([array, , to]) => withBoth(array, to),
    'with an element replaced',
    ([items, from, to]: readonly [Items | null, Datum, Datum], context) => {
      if (items === null) return null;
      const equal = equalityOf(context.argTypes[0]);
      return mapArray(items, value => (equal(value, from) ? to : value));
    },
    nullable,
  ),
  operator('@>', ['anyarray', 'anyarray'], BOOLEAN, 'contains', ([a, b]: Two, c) => contains(a, b, c.argTypes[0])),
  operator('<@', ['anyarray', 'anyarray'], BOOLEAN, 'is contained', ([a, b]: Two, c) => contains(b, a, c.argTypes[0])),
  operator('&&', ['anyarray', 'anyarray'], BOOLEAN, 'have an element in common', ([a, b]: Two, c) =>
    overlaps(a, b, c.argTypes[0]),
  ),
];

function toText(
  [items, separator, nullText]: readonly [Items, string, (string | null)?],
  context: CallContext,
): string {
  const element = context.argTypes[0].element!;
  const texts: string[] = [];
  for (const item of items) {
    if (item !== null) texts.push(formatText(element, item, formatOf(context)));
    else if (typeof nullText === 'string') texts.push(nullText);
  }
  return texts.join(separator);
}

const textRows: readonly FunctionRow[] = [
  func('array_to_string', ['anyarray', TEXT], TEXT, 'the elements as text with a separator between', toText, {
    volatility: 'stable',
  }),
  func(
    'array_to_string',
    ['anyarray', TEXT, TEXT],
    TEXT,
    'the elements as text, one text standing for null',
    (args: readonly [Items | null, string | null, string | null], context) => {
      const [items, separator, nullText] = args;
      return items === null || separator === null ? null : toText([items, separator, nullText], context);
    },
    {strict: false, volatility: 'stable'},
  ),
  func('trim_array', ['anyarray', INTEGER], first, 'without its last elements', ([items, n]: InDimension) => {
    const {length, lower} = dimension(items, 1) ?? {length: 0, lower: 1};
    if (n < 0 || n > length) {
      throw new SqlError('2202E', `number of elements to trim must be between 0 and ${length}`);
    }
    return sliceOf(items, [{upper: lower + length - n - 1}]);
  }),
];

function filled([item, lengths, lowers]: readonly [Datum, Items | null, (Items | null)?]): Datum {
  if (lengths === null || lowers === null) {
    throw new SqlError('22004', 'dimension array or low bound array cannot be null');
  }
  const wrong = (detail: string) => new SqlError('2202E', 'wrong number of array subscripts', {detail});
  for (const bounds of [lengths, lowers ?? []]) {
    if (shapeOf(bounds).lengths.length > 1) throw wrong('Dimension array must be one dimensional.');
    if (bounds.includes(null)) throw new SqlError('22004', 'dimension values cannot be null');
  }
  if (lowers && lowers.length !== lengths.length) {
    throw wrong('Low bound array has different size than dimensions array.');
  }
  checkDimensions(lengths.length);
  const sizes = lengths as readonly number[];
  if (sizes.some(size => size < 0)) checkSize(Infinity);
  const count = sizes.reduce((product, size) => product * size, Math.min(1, sizes.length));
  checkSize(count);
  return withShape(Array<Datum>(count).fill(item), {
    lengths: sizes,
    lowers: (lowers as readonly number[] | undefined) ?? sizes.map(() => 1),
  });
}

const choosingRows: readonly FunctionRow[] = [
  func('array_larger', ['anyarray', 'anyarray'], first, 'the greater array', ([a, b]: Two, {argTypes: [type]}) =>
    datumOrder(type)(a, b) > 0 ? a : b,
  ),
  func('array_smaller', ['anyarray', 'anyarray'], first, 'the lesser array', ([a, b]: Two, {argTypes: [type]}) =>
    datumOrder(type)(a, b) < 0 ? a : b,
  ),
];

/** Errors: 42704 an array of arrays. */
function arrayFullOf(type: SqlType): SqlType {
  if (type.kind !== 'array') return arrayOf(type);
  throw new SqlError('42704', `could not find array type for data type ${kindName(type)}`);
}

const makingRows: readonly FunctionRow[] = [
  func(
    'array_fill',
    ['anyelement', arrayOf(INTEGER)],
    ([type]) => arrayFullOf(type),
    'an array full of one value',
    filled,
    nullable,
  ),
  func(
    'array_fill',
    ['anyelement', arrayOf(INTEGER), arrayOf(INTEGER)],
    ([type]) => arrayFullOf(type),
    'an array full of one value, with lower bounds',
    filled,
    nullable,
  ),
];

export const arrayRows: readonly FunctionRow[] = [
  ...sizeRows,
  ...joiningRows,
  ...searchRows,
  ...textRows,
  ...makingRows,
  ...choosingRows,
];
