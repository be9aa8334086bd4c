import type {Datum} from '../../types/datum.ts';
import {column} from '../../types/schema.ts';
import {arrayOf, INTEGER, OID, SMALLINT, TEXT, TSVECTOR} from '../../types/sql-type.ts';
import {SqlError} from '../../types/sql-error.ts';
import {vectorOf, WEIGHTS} from '../../types/text-search/vector.ts';
import type {TableFunctionRow} from '../table-functions.ts';
import {tokenDescriptions, TokenKind, tokensOf} from '../text-search/tokens.ts';
import {tableFunction} from './define.ts';

// Full text search, taken apart: PostgreSQL manual, 9.13.

/** There is one, of that name. */
const DEFAULT_PARSER_OID = 3722n;

/** Errors: 42704. */
function checkParser(name: Datum): void {
  if (name !== 'default') throw new SqlError('42704', `text search parser "${String(name)}" does not exist`);
}

/** Without weights a lexeme that has no positions counts once. */
function entriesOf(vector: Uint8Array, weights: string): [word: string, entries: number][] {
  return vectorOf(vector).flatMap(({text, positions}) => {
    const entries =
      weights === ''
        ? Math.max(positions.length, 1)
        : positions.filter(({weight}) => weights.includes(WEIGHTS[weight])).length;
    return entries === 0 ? [] : [[text, entries]];
  });
}

export const textSearchFunctions: readonly TableFunctionRow[] = [
  tableFunction(
    'unnest',
    [TSVECTOR],
    () => [column('lexeme', TEXT), column('positions', arrayOf(SMALLINT)), column('weights', arrayOf(TEXT))],
    'the lexemes of a vector with their positions and weights',
    ([vector]: readonly [Uint8Array]) =>
      vectorOf(vector).map(({text, positions}) =>
        positions.length === 0
          ? [text, null, null]
          : [text, positions.map(({at}) => at), positions.map(({weight}) => WEIGHTS[weight])],
      ),
  ),
  tableFunction(
    '$ts_entries',
    [TSVECTOR, TEXT],
    () => [column('word', TEXT), column('nentry', INTEGER)],
    'the lexemes of a vector, and how often each stands there with one of the weights',
    ([vector, weights]: readonly [Uint8Array, string]) => entriesOf(vector, weights.toUpperCase()),
  ),
  tableFunction(
    'ts_parse',
    [TEXT, TEXT],
    () => [column('tokid', INTEGER), column('token', TEXT)],
    'the tokens of a text',
    ([parser, text]: readonly [string, string]) => {
      checkParser(parser);
      return tokensOf(text).map(token => [token.kind, token.text]);
    },
  ),
  ...[TEXT, OID].map(type =>
    tableFunction(
      'ts_token_type',
      [type],
      () => [column('tokid', INTEGER), column('alias', TEXT), column('description', TEXT)],
      'the kinds of tokens',
      ([parser]: readonly [Datum]) => {
        if (parser !== DEFAULT_PARSER_OID) checkParser(parser);
        return Object.entries(TokenKind).map(([alias, kind]) => [kind, alias, tokenDescriptions[kind - 1]]);
      },
    ),
  ),
];
