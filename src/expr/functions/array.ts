import type {Datum} from '../../types/datum.ts';
import {formatText} from '../../types/io/registry.ts';
import {SqlError} from '../../types/sql-error.ts';
import {arrayOf, BOOLEAN, INTEGER, type SqlType, TEXT} from '../../types/sql-type.ts';
import {datumEquality, flattened, leafElement, shapeOf} from '../datum-order.ts';
import {func, operator} from '../define.ts';
import {formatOf} from '../format-context.ts';
import type {CallContext, FunctionRow} from '../function-row.ts';

// Arrays: their size, their elements, and what they are joined and compared by. Lower bounds are always 1.

type Items = readonly Datum[];
type One = readonly [Items];
type Two = readonly [Items, Items];

const first = ([type]: readonly SqlType[]): SqlType => type;
const second = ([, type]: readonly SqlType[]): SqlType => type;

function isComposite(type: SqlType): boolean {
  const {kind} = leafElement(type);
  return kind === 'struct' || kind === 'record';
}

function dimensions(items: Items, type: SqlType): number[] {
  return shapeOf(items, isComposite(type));
}

function leaves(items: Items, type: SqlType): Items {
  return flattened(items, dimensions(items, type).length);
}

function lengthAt([items, dimension]: readonly [Items, number], context: CallContext): number | null {
  return dimensions(items, context.argTypes[0])[dimension - 1] ?? null;
}

const sizeRows: readonly FunctionRow[] = [
  func('array_length', ['anyarray', INTEGER], INTEGER, 'length of a dimension', lengthAt),
  func('array_upper', ['anyarray', INTEGER], INTEGER, 'last subscript of a dimension', lengthAt),
  func(
    'array_lower',
    ['anyarray', INTEGER],
    INTEGER,
    'first subscript of a dimension',
    (args: readonly [Items, number], context) => (lengthAt(args, context) === null ? null : 1),
  ),
  func(
    'array_ndims',
    ['anyarray'],
    INTEGER,
    'number of dimensions',
    ([items]: One, context) => dimensions(items, context.argTypes[0]).length || null,
  ),
  func('array_dims', ['anyarray'], TEXT, 'bounds of the dimensions', ([items]: One, context) => {
    const lengths = dimensions(items, context.argTypes[0]);
    return lengths.length === 0 ? null : lengths.map(length => `[1:${length}]`).join('');
  }),
  func(
    'cardinality',
    ['anyarray'],
    INTEGER,
    'number of elements',
    ([items]: One, context) =>
      dimensions(items, context.argTypes[0]).reduce((product, length) => product * length, 1) *
      Number(items.length > 0),
  ),
];

type Pair = readonly [Datum, Datum];
const nullable = {strict: false} as const;

function append([items, item]: Pair, context: CallContext): Datum {
  return [...oneDimension((items ?? []) as Items, context.argTypes[0]), item];
}

function prepend([item, items]: Pair, context: CallContext): Datum {
  return [item, ...oneDimension((items ?? []) as Items, context.argTypes[1])];
}

/** Errors: 22000. */
function oneDimension(items: Items, type: SqlType): Items {
  if (dimensions(items, type).length <= 1) return items;
  throw new SqlError('22000', 'argument must be empty or one-dimensional array');
}

/** Joins along the first dimension. Errors: 2202E when the inner dimensions differ. */
function joined([a, b]: Pair, context: CallContext): Datum {
  if (a === null || b === null) return a ?? b;
  const [x, y] = [a as Items, b as Items];
  if (x.length === 0 || y.length === 0) return x.length === 0 ? y : x;
  const [p, q] = [dimensions(x, context.argTypes[0]), dimensions(y, context.argTypes[1])];
  // An array of one dimension less is one more element.
  const [inner, other] = [p.slice(1).join(), q.slice(1).join()];
  if (p.length === q.length && inner === other) return [...x, ...y];
  if (p.length === q.length + 1 && inner === q.join()) return [...x, y];
  if (q.length === p.length + 1 && other === p.join()) return [x, ...y];
  throw new SqlError('2202E', 'cannot concatenate incompatible arrays');
}

const joiningRows: readonly FunctionRow[] = [
  operator('||', ['anycompatiblearray', 'anycompatiblearray'], first, 'one after the other', joined, nullable),
  operator('||', ['anycompatiblearray', 'anycompatible'], first, 'with an element behind', append, nullable),
  operator('||', ['anycompatible', 'anycompatiblearray'], second, 'with an element before', prepend, nullable),
  func('array_cat', ['anycompatiblearray', 'anycompatiblearray'], first, 'one after the other', joined, nullable),
  func('array_append', ['anycompatiblearray', 'anycompatible'], first, 'with an element behind', append, nullable),
  func('array_prepend', ['anycompatible', 'anycompatiblearray'], second, 'with an element before', prepend, nullable),
];

type Equality = (a: Datum, b: Datum) => boolean;
const equalities = new WeakMap<SqlType, Equality>();

function equalityOf(type: SqlType): Equality {
  let equal = equalities.get(type);
  if (!equal) equalities.set(type, (equal = datumEquality(leafElement(type))));
  return equal;
}

/** Errors: 0A000 for more than one dimension. */
function oneDimensional(items: Items, type: SqlType, what: string): void {
  if (dimensions(items, type).length > 1) {
    throw new SqlError('0A000', `${what} multidimensional arrays is not supported`);
  }
}

function position(args: readonly [Items | null, Datum, number?], context: CallContext): number | null {
  const [items, wanted, from = 1] = args;
  if (items === null) return null;
  oneDimensional(items, context.argTypes[0], 'searching for elements in');
  const equal = equalityOf(context.argTypes[0]);
  const at = items.findIndex((item, i) => i >= from - 1 && equal(item, wanted));
  return at < 0 ? null : at + 1;
}

function positions([items, wanted]: readonly [Items | null, Datum], context: CallContext): Datum {
  if (items === null) return null;
  oneDimensional(items, context.argTypes[0], 'searching for elements in');
  const equal = equalityOf(context.argTypes[0]);
  return items.flatMap((item, i) => (equal(item, wanted) ? [i + 1] : []));
}

/** Every element of b is in a; a null never is. */
function contains(a: Items, b: Items, type: SqlType): boolean {
  const equal = equalityOf(type);
  const have = [...leaves(a, type)].filter(item => item !== null);
  return [...leaves(b, type)].every(item => item !== null && have.some(other => equal(other, item)));
}

function overlaps(a: Items, b: Items, type: SqlType): boolean {
  const equal = equalityOf(type);
  const have = [...leaves(a, type)].filter(item => item !== null);
  return [...leaves(b, type)].some(item => item !== null && have.some(other => equal(other, item)));
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
      oneDimensional(items, context.argTypes[0], 'removing elements from');
      const equal = equalityOf(context.argTypes[0]);
      return items.filter(other => !equal(other, item));
    },
    nullable,
  ),
  func(
    'array_replace',
    ['anycompatiblearray', 'anycompatible', 'anycompatible'],
    first,
    'with an element replaced',
    ([items, from, to]: readonly [Items | null, Datum, Datum], context) => {
      if (items === null) return null;
      const equal = equalityOf(context.argTypes[0]);
      const depth = dimensions(items, context.argTypes[0]).length;
      const replaced = (values: Items, level: number): Items =>
        values.map(value => (level < depth ? replaced(value as Items, level + 1) : equal(value, from) ? to : value));
      return replaced(items, 1);
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
  const [type] = context.argTypes;
  const element = leafElement(type);
  const texts: string[] = [];
  for (const item of leaves(items, type)) {
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
  func(
    'trim_array',
    ['anyarray', INTEGER],
    first,
    'without its last elements',
    ([items, n]: readonly [Items, number]) => {
      if (n < 0 || n > items.length) {
        throw new SqlError('2202E', `number of elements to trim must be between 0 and ${items.length}`);
      }
      return items.slice(0, items.length - n);
    },
  ),
];

export const arrayRows: readonly FunctionRow[] = [...sizeRows, ...joiningRows, ...searchRows, ...textRows];
