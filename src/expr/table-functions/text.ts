import type {Datum} from '../../types/datum.ts';
import {column} from '../../types/schema.ts';
import {arrayOf, TEXT} from '../../types/sql-type.ts';
import {regexpSplit} from '../text/regex-functions.ts';
import {regex} from '../text/regex.ts';
import type {TableFunctionRow} from '../table-functions.ts';
import {tableFunction} from './define.ts';

// Functions that take texts apart: PostgreSQL manual, 9.4 and 9.7.

type Two = readonly [string, string];
type Three = readonly [string, string, string];

function* matches(text: string, pattern: string, flags: string): Generator<readonly Datum[]> {
  const expression = regex(pattern, flags.replaceAll('g', ''));
  const global = new RegExp(expression.source, `${expression.flags}g`);
  for (const match of text.matchAll(global)) {
    yield [match.length === 1 ? [match[0]] : match.slice(1).map(group => group ?? null)];
    if (!flags.includes('g')) return;
  }
}

function fields(text: string, delimiter: string): readonly string[] {
  if (text === '') return [];
  return delimiter === '' ? [text] : text.split(delimiter);
}

const groups = (): readonly ReturnType<typeof column>[] => [column('regexp_matches', arrayOf(TEXT))];

export const textFunctions: readonly TableFunctionRow[] = [
  tableFunction(
    'string_to_table',
    [TEXT, TEXT],
    () => [column('string_to_table', TEXT)],
    'the fields between delimiters',
    ([text, delimiter]: Two) => fields(text, delimiter).map(field => [field]),
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
  tableFunction(
    'regexp_split_to_table',
    [TEXT, TEXT],
    () => [column('regexp_split_to_table', TEXT)],
    'the parts between matches',
    ([text, pattern]: Two) => regexpSplit(text, pattern, '').map(part => [part]),
  ),
];
