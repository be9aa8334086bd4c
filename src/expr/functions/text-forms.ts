import {shapeOf} from '../../types/array-shape.ts';
import type {Datum} from '../../types/datum.ts';
import {SqlError} from '../../types/sql-error.ts';
import {arrayOf, BOOLEAN, INTEGER, NAME, type SqlType, TEXT} from '../../types/sql-type.ts';
import {datumOrder} from '../datum-order.ts';
import {func, operator} from '../define.ts';
import type {FunctionRow} from '../function-row.ts';
import {toAscii} from '../text/encodings.ts';
import {like} from '../text/like.ts';
import {parseIdentifier} from '../text/parse-identifier.ts';
import {normalized, withoutEscapes} from '../text/unicode.ts';

// Unicode forms and escapes, identifiers, LIKE by name, order by bytes, and buckets between given bounds.

type Text2 = readonly [string, string];

const BPCHAR: SqlType = {kind: 'bpchar'};

/** Texts are ordered by their bytes anyway; these operators of indexes do so by name. */
const byteOrder = datumOrder(TEXT);
const byteOrders: readonly (readonly [symbol: string, says: string, holds: (order: number) => boolean])[] = [
  ['~<~', 'before, by the bytes', order => order < 0],
  ['~<=~', 'before or equal, by the bytes', order => order <= 0],
  ['~>~', 'after, by the bytes', order => order > 0],
  ['~>=~', 'after or equal, by the bytes', order => order >= 0],
];

/** How many bounds the value has reached. Errors: 2202E, 22004. */
function bucketAmong([value, bounds]: readonly [Datum, readonly Datum[]], type: SqlType): number {
  if (shapeOf(bounds).lengths.length > 1) throw new SqlError('2202E', 'thresholds must be one-dimensional array');
  if (bounds.includes(null)) throw new SqlError('22004', 'thresholds array must not contain NULLs');
  const order = datumOrder(type);
  let [low, high] = [0, bounds.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order(value, bounds[middle]) < 0) high = middle;
    else low = middle + 1;
  }
  return low;
}

export const textFormRows: readonly FunctionRow[] = [
  func(
    'normalize',
    [TEXT, TEXT],
    TEXT,
    'in a Unicode normalization form',
    ([t, form = 'NFC']: readonly [string, string?]) => normalized(t, form),
    {
      optional: 1,
    },
  ),
  func(
    'is_normalized',
    [TEXT, TEXT],
    BOOLEAN,
    'whether it is in a Unicode normalization form',
    ([t, form = 'NFC']: readonly [string, string?]) => normalized(t, form) === t,
    {
      optional: 1,
    },
  ),
  func('unistr', [TEXT], TEXT, 'with Unicode escapes as their characters', ([t]: readonly [string]) =>
    withoutEscapes(t),
  ),
  func('to_ascii', [TEXT], TEXT, 'with letters in place of those with accents', ([t]: readonly [string]) =>
    toAscii(t, 'UTF8'),
  ),
  func('to_ascii', [TEXT, NAME], TEXT, 'with letters in place of those with accents', ([t, name]: Text2) =>
    toAscii(t, name),
  ),
  func(
    'to_ascii',
    [TEXT, INTEGER],
    TEXT,
    'with letters in place of those with accents',
    ([t, n]: readonly [string, number]) => toAscii(t, n),
  ),
  func(
    'parse_ident',
    [TEXT, BOOLEAN],
    arrayOf(TEXT),
    'the parts of a qualified name',
    ([t, strict = true]: readonly [string, boolean?]) => parseIdentifier(t, strict),
    {optional: 1, names: ['str', 'strict'], defaults: [true]},
  ),
  ...[TEXT, NAME].flatMap(type => [
    func('like', [type, TEXT], BOOLEAN, 'like a pattern', ([t, p]: Text2) => like(t, p)),
    func('notlike', [type, TEXT], BOOLEAN, 'not like a pattern', ([t, p]: Text2) => !like(t, p)),
  ]),
  ...byteOrders.flatMap(([symbol, says, holds]) =>
    [TEXT, BPCHAR].map(type =>
      operator(symbol, [type, type], BOOLEAN, says, ([a, b]: Text2) => holds(byteOrder(a, b))),
    ),
  ),
  func(
    'width_bucket',
    ['anycompatible', 'anycompatiblearray'],
    INTEGER,
    'number of the bucket between the bounds',
    (args: readonly [Datum, readonly Datum[]], context) => bucketAmong(args, context.argTypes[0]),
  ),
];
