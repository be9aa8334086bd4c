import type {Datum} from '../../types/datum.ts';
import {SqlError} from '../../types/sql-error.ts';
import {CHAR, INTEGER, NAME, TEXT, type SqlType} from '../../types/sql-type.ts';
import {elementAt, sliceOf, type SliceBounds, withElement, withSlice} from '../array-subscripts.ts';
import {func} from '../define.ts';
import type {FunctionRow} from '../function-row.ts';

// What subscripts stand for where there are several, or slices, or something is assigned to them. Slices say in a text which
// of their bounds are given: 'lu' for [1:2], 'l' for [1:], 'u' for [:2], '' for [:], joined by commas, and 'e' for an element.

type Items = readonly Datum[];

const element = ([type]: readonly SqlType[]): SqlType => type.element!;
const itself = ([type]: readonly SqlType[]): SqlType => type;

/** The bounds that the text says are given, taken from the subscripts in turn. */
function boundsOf(given: string, subscripts: readonly number[]): SliceBounds[] {
  let next = 0;
  return given.split(',').map(which => {
    // Beside slices, a plain subscript n means 1:n.
    if (which === 'e') return {lower: 1, upper: subscripts[next++]};
    const lower = which.includes('l') ? subscripts[next++] : undefined;
    const upper = which.includes('u') ? subscripts[next++] : undefined;
    return {lower, upper};
  });
}

function notNull(subscripts: readonly (number | null)[]): readonly number[] {
  if (!subscripts.includes(null)) return subscripts as readonly number[];
  throw new SqlError('22004', 'array subscript in assignment must not be null');
}

function assigned([array, given, value, ...rest]: readonly [Items | null, string, Datum, ...(number | null)[]]): Datum {
  const subscripts = notNull(rest);
  const items = array ?? [];
  if (given.split(',').every(which => which === 'e')) return withElement(items, subscripts, value);
  // Assigning NULL to a slice does nothing, but that no array becomes an empty one.
  return value === null ? items : withSlice(items, boundsOf(given, subscripts), value as Items);
}

/** A name has 64 bytes; those behind its end are zero. */
function byteOfName([name, index]: readonly [string, number]): string | null {
  if (index < 0 || index >= 64) return null;
  const byte = Buffer.from(name)[index] ?? 0;
  return byte === 0 ? '' : String.fromCharCode(byte);
}

export const arraySubscriptRows: readonly FunctionRow[] = [
  func(
    '$element',
    ['anyarray', INTEGER],
    element,
    'element by its subscripts',
    ([items, ...subscripts]: readonly [Items, ...number[]]) => elementAt(items, subscripts),
    {variadic: true},
  ),
  func(
    '$slice',
    ['anyarray', TEXT, INTEGER],
    itself,
    'slice of an array',
    ([items, given, ...subscripts]: readonly [Items, string, ...number[]]) =>
      sliceOf(items, boundsOf(given, subscripts)),
    {variadic: true},
  ),
  func('$assign', ['anyarray', TEXT, 'any', INTEGER], itself, 'array with a part replaced', assigned, {
    variadic: true,
    strict: false,
  }),
  func('$part', [NAME, INTEGER], CHAR, 'a byte of a name, from 0', byteOfName),
];
