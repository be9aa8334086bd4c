import type {Datum} from '../../types/datum.ts';
import {column} from '../../types/schema.ts';
import {arrayOf, TEXT} from '../../types/sql-type.ts';
import {characters} from '../text/characters.ts';
import {allMatches, captures, regexpSplit, withoutGlobal} from '../text/regex-functions.ts';
import type {TableFunctionRow} from '../table-functions.ts';
import {tableFunction} from './define.ts';

// Functions that take texts apart: PostgreSQL manual, 9.4 and 9.7.

type Two = readonly [string, string];
type Three = readonly [string, string, string];

function* matches(text: string, pattern: string, flags: string): Generator<readonly Datum[]> {
  for (const match of allMatches(text, pattern, withoutGlobal(flags))) {
    yield [captures(text, match)];
    if (!flags.includes('g')) return;
  }
}

type Fields = readonly [string | null, string | null, (string | null)?];

/** As string_to_array: NULL parts every character, an empty delimiter nothing. */
function fields([text, delimiter, nullText = null]: Fields): readonly Datum[][] {
  if (text === null || text === '') return [];
  const all = delimiter === null ? characters(text) : delimiter === '' ? [text] : text.split(delimiter);
  return all.map(field => [field === nullText ? null : field]);
}

const groups = (): readonly ReturnType<typeof column>[] => [column('regexp_matches', arrayOf(TEXT))];

export const textFunctions: readonly TableFunctionRow[] = [
  ...[
    [TEXT, TEXT],
    [TEXT, TEXT, TEXT],
  ].map(args =>
    tableFunction(
      'string_to_table',
      args,
      () => [column('string_to_table', TEXT)],
      'the fields between delimiters, one text standing for null',
      fields,
      {strict: false},
    ),
  ),
  tableFunction('regexp_matches', [TEXT, TEXT], groups, 'the groups of the first match', ([text, pattern]: Two) =>
    matches(text, pattern, ''),
  ),
  tableFunction(
    'regexp_matches',
    [TEXT, TEXT, TEXT],
    groups,
    'the groups of the first match, or with g of all',
    ([text, pattern, flags]: Three) => matches(text, pattern, flags),
  ),
  ...[
    [TEXT, TEXT],
    [TEXT, TEXT, TEXT],
  ].map(args =>
    tableFunction(
      'regexp_split_to_table',
      args,
      () => [column('regexp_split_to_table', TEXT)],
      'the parts between matches',
      ([text, pattern, flags]: readonly [string, string, string?]) =>
        regexpSplit(text, pattern, flags ?? '', 'regexp_split_to_table()').map(part => [part]),
    ),
  ),
];
