import {SqlError} from '../../types/sql-error.ts';
import {arrayOf, BOOLEAN, BYTEA, INTEGER, NAME, type SqlType, TEXT} from '../../types/sql-type.ts';
import {func, operator, overloads} from '../define.ts';
import type {FunctionRow} from '../function-row.ts';
import {ilike, like, likeEscape, likeKernel} from '../text/like.ts';
import {
  captures,
  countMatches,
  matchingPart,
  matchPosition,
  matchText,
  refuseGlobal,
  regexpSplit,
  replaceMatches,
} from '../text/regex-functions.ts';
import {regex} from '../regex/regex.ts';
import {similarToRegex} from '../text/similar.ts';

// Matching: LIKE, SIMILAR TO and regular expressions.

const BPCHAR: SqlType = {kind: 'bpchar'};

type T1 = readonly [string];
type T2 = readonly [string, string];
type T3 = readonly [string, string, string];
type OptionalFlags = readonly [string, string, string?];

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
  func('like', [BYTEA, BYTEA], BOOLEAN, 'like a pattern of bytes', ([b, p]: Bytes2) => like(latin(b), latin(p))),
  func('notlike', [BYTEA, BYTEA], BOOLEAN, 'not like a pattern', ([b, p]: Bytes2) => !like(latin(b), latin(p))),
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

type Replacing = readonly [string, string, string];

const replaceRows: readonly FunctionRow[] = [
  func('regexp_replace', [TEXT, TEXT, TEXT], TEXT, 'with the first match replaced', ([t, p, r]: Replacing) =>
    replaceMatches(t, p, r, ''),
  ),
  func(
    'regexp_replace',
    [TEXT, TEXT, TEXT, TEXT],
    TEXT,
    'with the first match, or with g all, replaced',
    ([t, p, r, flags]: readonly [...Replacing, string]) => replaceMatches(t, p, r, knownFlags(flags)),
  ),
  ...overloads(
    'regexp_replace',
    [TEXT, TEXT, TEXT, INTEGER, INTEGER, TEXT],
    4,
    TEXT,
    'with the nth match from a position on replaced, or with 0 all',
    ([t, p, r, start, nth, flags]: readonly [...Replacing, number, number?, string?]) =>
      replaceMatches(t, p, r, flags ?? '', start, nth ?? 1),
  ),
];

/** Where flags are wanted, a number is likely to be meant for the position. Errors: 22023. */
function knownFlags(flags: string): string {
  if (!/^[0-9]/.test(flags)) return flags;
  throw new SqlError('22023', `invalid regular expression option: "${flags[0]}"`, {
    hint: 'If you meant to use regexp_replace() with a start parameter, cast the fourth argument to integer explicitly.',
  });
}

const searchRows: readonly FunctionRow[] = [
  ...overloads(
    'regexp_match',
    [TEXT, TEXT, TEXT],
    2,
    arrayOf(TEXT),
    'groups of the first match',
    ([t, p, f]: OptionalFlags) => captures(t, regex(p, refuseGlobal(f ?? '', 'regexp_match()')).find(t, 0)),
  ),
  ...overloads('regexp_like', [TEXT, TEXT, TEXT], 2, BOOLEAN, 'whether it matches', ([t, p, f]: OptionalFlags) =>
    regex(p, refuseGlobal(f ?? '', 'regexp_like()')).test(t),
  ),
  ...overloads(
    'regexp_count',
    [TEXT, TEXT, INTEGER, TEXT],
    2,
    INTEGER,
    'number of matches, from a position on',
    ([t, p, start, flags]: readonly [string, string, number?, string?]) => countMatches(t, p, start, flags),
  ),
  ...overloads(
    'regexp_instr',
    [TEXT, TEXT, INTEGER, INTEGER, INTEGER, TEXT, INTEGER],
    2,
    INTEGER,
    'where the nth match from a position on begins, or with 1 ends, 0 = nowhere',
    (args: Parameters<typeof matchPosition>) => matchPosition(...args),
  ),
  ...overloads(
    'regexp_substr',
    [TEXT, TEXT, INTEGER, INTEGER, TEXT, INTEGER],
    2,
    TEXT,
    'the nth match from a position on, or a group of it',
    (args: Parameters<typeof matchText>) => matchText(...args),
  ),
  ...overloads(
    'regexp_split_to_array',
    [TEXT, TEXT, TEXT],
    2,
    arrayOf(TEXT),
    'the parts between matches',
    ([t, p, f]: OptionalFlags) => regexpSplit(t, p, f ?? ''),
  ),
  func('substring', [TEXT, TEXT], TEXT, 'the part that matches', ([t, p]: T2) => matchingPart(t, p)),
  func(
    'substring',
    [TEXT, TEXT, TEXT],
    TEXT,
    'the part between the separators of a pattern of SIMILAR',
    ([t, p, e]: T3) => matchingPart(t, similarToRegex(p, e)),
  ),
];

export const patternRows: readonly FunctionRow[] = [...operatorRows, ...likeRows, ...replaceRows, ...searchRows];
