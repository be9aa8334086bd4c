import {arrayOf, BOOLEAN, BYTEA, INTEGER, NAME, type SqlType, TEXT} from '../../types/sql-type.ts';
import {func, operator} from '../define.ts';
import type {FunctionRow} from '../function-row.ts';
import {ilike, like, likeEscape, likeKernel} from '../text/like.ts';
import {
  captures,
  matchingPart,
  refuseGlobal,
  regexpSplit,
  replaceMatches,
  withGlobal,
} from '../text/regex-functions.ts';
import {regex, similarToRegex} from '../text/regex.ts';

// Matching: LIKE, SIMILAR TO and regular expressions.

const BPCHAR: SqlType = {kind: 'bpchar'};

type T1 = readonly [string];
type T2 = readonly [string, string];
type T3 = readonly [string, string, string];

const operators: readonly {
  readonly symbol: string;
  readonly says: string;
  readonly matches: (text: string, pattern: string) => boolean;
  readonly kernel?: ReturnType<typeof likeKernel>;
}[] = [
  {symbol: '~~', says: 'like a pattern', matches: like, kernel: likeKernel(false)},
  {symbol: '!~~', says: 'not like a pattern', matches: (t, p) => !like(t, p), kernel: likeKernel(true)},
  {symbol: '~~*', says: 'like a pattern, whatever the case', matches: ilike},
  {symbol: '!~~*', says: 'not like a pattern, whatever the case', matches: (t, p) => !ilike(t, p)},
  {symbol: '~', says: 'matches a regular expression', matches: (t, p) => regex(p).test(t)},
  {symbol: '!~', says: 'does not match a regular expression', matches: (t, p) => !regex(p).test(t)},
  {symbol: '~*', says: 'matches, whatever the case', matches: (t, p) => regex(p, 'i').test(t)},
  {symbol: '!~*', says: 'does not match, whatever the case', matches: (t, p) => !regex(p, 'i').test(t)},
];

const operatorRows: readonly FunctionRow[] = operators.flatMap(({symbol, says, matches, kernel}) => [
  operator(symbol, [TEXT, TEXT], BOOLEAN, says, ([t, p]: T2) => matches(t, p), {kernel}),
  operator(symbol, [NAME, TEXT], BOOLEAN, says, ([t, p]: T2) => matches(t, p), {kernel}),
  // LIKE sees the padding of a character(n), regular expressions do not differ.
  operator(symbol, [BPCHAR, TEXT], BOOLEAN, says, ([t, p]: T2) => matches(t, p), {kernel}),
]);

/** Each byte a character. */
function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

type Bytes2 = readonly [Uint8Array, Uint8Array];

const likeRows: readonly FunctionRow[] = [
  operator('~~', [BYTEA, BYTEA], BOOLEAN, 'like a pattern of bytes', ([b, p]: Bytes2) => like(latin(b), latin(p))),
  operator('!~~', [BYTEA, BYTEA], BOOLEAN, 'not like a pattern', ([b, p]: Bytes2) => !like(latin(b), latin(p))),
  func('like_escape', [TEXT, TEXT], TEXT, 'a LIKE pattern with another escape', ([p, e]: T2) => likeEscape(p, e)),
  func('similar_to_escape', [TEXT, TEXT], TEXT, 'SIMILAR TO as a regular expression', ([p, e]: T2) =>
    similarToRegex(p, e),
  ),
  func('similar_to_escape', [TEXT], TEXT, 'SIMILAR TO as a regular expression', ([p]: T1) => similarToRegex(p, '\\')),
  func(
    'similar_escape',
    [TEXT, TEXT],
    TEXT,
    'SIMILAR TO as a regular expression',
    ([p, e]: readonly [string | null, string | null]) => (p === null ? null : similarToRegex(p, e ?? '\\')),
    {strict: false},
  ),
];

const regexRows: readonly FunctionRow[] = [
  func('regexp_replace', [TEXT, TEXT, TEXT], TEXT, 'with the first match replaced', ([t, p, r]: T3) =>
    replaceMatches(t, p, r, ''),
  ),
  func(
    'regexp_replace',
    [TEXT, TEXT, TEXT, TEXT],
    TEXT,
    'with the first match, or with g all, replaced',
    ([t, p, r, f]: readonly [string, string, string, string]) => replaceMatches(t, p, r, f),
  ),
  func('regexp_match', [TEXT, TEXT], arrayOf(TEXT), 'groups of the first match', ([t, p]: T2) =>
    captures(regex(p).exec(t)),
  ),
  func('regexp_match', [TEXT, TEXT, TEXT], arrayOf(TEXT), 'groups of the first match', ([t, p, f]: T3) =>
    captures(regex(p, refuseGlobal(f, 'regexp_match()')).exec(t)),
  ),
  func('regexp_like', [TEXT, TEXT], BOOLEAN, 'whether it matches', ([t, p]: T2) => regex(p).test(t)),
  func('regexp_like', [TEXT, TEXT, TEXT], BOOLEAN, 'whether it matches', ([t, p, f]: T3) =>
    regex(p, refuseGlobal(f, 'regexp_like()')).test(t),
  ),
  func('regexp_count', [TEXT, TEXT], INTEGER, 'number of matches', ([t, p]: T2) => {
    return [...t.matchAll(withGlobal(regex(p)))].length;
  }),
  func('regexp_split_to_array', [TEXT, TEXT], arrayOf(TEXT), 'the parts between matches', ([t, p]: T2) =>
    regexpSplit(t, p, ''),
  ),
  func('regexp_split_to_array', [TEXT, TEXT, TEXT], arrayOf(TEXT), 'the parts between matches', ([t, p, f]: T3) =>
    regexpSplit(t, p, f),
  ),
  func('substring', [TEXT, TEXT], TEXT, 'the part that matches', matchingPart),
];

export const patternRows: readonly FunctionRow[] = [...operatorRows, ...likeRows, ...regexRows];
