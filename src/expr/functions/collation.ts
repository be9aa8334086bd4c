import {mapArray} from '../../types/array-shape.ts';
import type {Datum} from '../../types/datum.ts';
import {arrayOf, BIGINT, BYTEA, TEXT} from '../../types/sql-type.ts';
import {lowered, titled, uppered} from '../collation/cases.ts';
import {collatorOf} from '../collation/collator.ts';
import {func} from '../define.ts';
import type {FunctionRow} from '../function-row.ts';

// What the binder makes of the orders of languages (sql/bind/collate): bytes whose order is the collation's. The second argument
// is the locale, so that a plan needs no catalog to run.

type Keyed = (text: string, locale: string) => Datum;

/** Tells all texts apart, and has the text in it: for deterministic collations, and where the text is to come out again. */
const keyWithText: Keyed = (text, locale) => collatorOf(locale).keyWithText(text);

/** The same for texts that the collation takes for equal. */
const key: Keyed = (text, locale) => collatorOf(locale).key(text);

function keyed(name: string, description: string, make: Keyed): FunctionRow[] {
  return [
    func(name, [TEXT, TEXT], BYTEA, description, ([text, locale]: readonly [string, string]) => make(text, locale)),
    func(
      name,
      [arrayOf(TEXT), TEXT],
      arrayOf(BYTEA),
      `${description}, of each element`,
      ([texts, locale]: readonly [readonly Datum[], string]) =>
        mapArray(texts, text => (text === null ? null : make(text as string, locale))),
    ),
  ];
}

const decoder = new TextDecoder('utf-8', {ignoreBOM: true});

function textOfKey(key: Uint8Array): string {
  return decoder.decode(key.subarray(key.indexOf(0) + 1));
}

function cased(name: string, description: string, change: (text: string, locale: string) => string): FunctionRow {
  return func(name, [TEXT, TEXT], TEXT, description, ([text, locale]: readonly [string, string]) =>
    change(text, locale),
  );
}

export const collationRows: readonly FunctionRow[] = [
  func(
    '$collate',
    ['anyelement', BIGINT],
    ([arg]) => arg,
    'the value, of this collation',
    ([value]) => value!,
  ),
  ...keyed('$collation_key', "bytes in a collation's order, with the text", keyWithText),
  ...keyed('$collation_class', "bytes in a collation's order", key),
  func('$collated_text', [BYTEA], TEXT, 'the text of a key', ([bytes]: readonly [Uint8Array]) => textOfKey(bytes)),
  cased('$lower', "in a language's lower case", lowered),
  cased('$upper', "in a language's upper case", uppered),
  cased('$initcap', "each word with a language's capital", titled),
];
