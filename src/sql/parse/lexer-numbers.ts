import {classOf, DIGIT, hexValue, WORD_PART, WORD_START} from './characters.ts';
import type {Lexer} from './lexer.ts';
import {errorNear} from './syntax-error.ts';
import * as token from './token.ts';

const MAX_INT32 = 2147483647;

/** A number at `start`, which is a digit or a point before one. */
export function scanNumber(lexer: Lexer, start: number): void {
  const {sql} = lexer;
  if (sql.charCodeAt(start) === 48) {
    const letter = sql.charCodeAt(start + 1) | 32;
    if (letter === 120) return scanRadix(lexer, start, 16, 'hexadecimal');
    if (letter === 111) return scanRadix(lexer, start, 8, 'octal');
    if (letter === 98) return scanRadix(lexer, start, 2, 'binary');
  }
  let end = digits(sql, start);
  let whole = true;
  // `1..2` is an integer, two points and another one, as in array slices of PL/pgSQL.
  if (sql.charCodeAt(end) === 46 && !(end > start && sql.charCodeAt(end + 1) === 46)) {
    whole = false;
    end = digits(sql, end + 1);
  }
  if ((sql.charCodeAt(end) | 32) === 101) {
    const sign = sql.charCodeAt(end + 1);
    const exponent = sign === 43 || sign === 45 ? end + 2 : end + 1;
    const after = digits(sql, exponent);
    if (after > exponent) {
      whole = false;
      end = after;
    } else if (exponent === end + 2) throw junk(lexer, start, exponent);
  }
  rejectJunk(lexer, start, end);
  lexer.position = end;
  const raw = sql.slice(start, end);
  const text = raw.includes('_') ? raw.replaceAll('_', '') : raw;
  const type = !whole ? token.NUMERIC : fitsInt32(text) ? token.INTEGER : token.BIG_INTEGER;
  lexer.tokens.push(type, '', whole ? withoutLeadingZeros(text) : text, start, end);
}

/** `0x1F`, `0o17`, `0b11`, underscores between digits allowed. */
function scanRadix(lexer: Lexer, start: number, radix: number, name: string): void {
  const {sql} = lexer;
  let end = start + 2;
  for (;;) {
    const at = sql.charCodeAt(end) === 95 ? end + 1 : end;
    const value = hexValue(sql.charCodeAt(at));
    if (value < 0 || value >= radix) break;
    end = at + 1;
  }
  // The longest match wins, as in Postgres's lexer: junk, if there is any, else an integer without digits.
  const word = wordEnd(sql, end);
  const empty = end === start + 2;
  const fail = empty && sql.charCodeAt(end) === 95 ? end + 1 : end;
  if (word > fail) throw junk(lexer, start, word);
  if (empty) {
    lexer.position = start;
    throw errorNear(sql, `invalid ${name} integer`, start, fail);
  }
  lexer.position = end;
  const value = BigInt(sql.slice(start, end).replaceAll('_', '').toLowerCase());
  const type = value <= BigInt(MAX_INT32) ? token.INTEGER : token.BIG_INTEGER;
  lexer.tokens.push(type, '', value.toString(), start, end);
}

/** `$1`. */
export function scanParameter(lexer: Lexer, start: number): void {
  const {sql} = lexer;
  let end = start + 1;
  while ((classOf(sql.charCodeAt(end)) & DIGIT) !== 0) end++;
  const text = sql.slice(start + 1, end);
  lexer.position = start;
  // Junk is tested first: Postgres's lexer takes the longest match.
  if ((classOf(sql.charCodeAt(end)) & WORD_START) !== 0) {
    throw errorNear(sql, 'trailing junk after parameter', start, wordEnd(sql, end));
  }
  if (!fitsInt32(text)) throw errorNear(sql, 'parameter number too large', start, end);
  lexer.position = end;
  lexer.tokens.push(token.PARAMETER, '', text, start, end);
}

/** The end of `digit (_? digit)*` at `at`; `at` itself when no digit stands there. */
function digits(sql: string, at: number): number {
  if ((classOf(sql.charCodeAt(at)) & DIGIT) === 0) return at;
  at++;
  for (;;) {
    const unit = sql.charCodeAt(at);
    if ((classOf(unit) & DIGIT) !== 0) at++;
    else if (unit === 95 && (classOf(sql.charCodeAt(at + 1)) & DIGIT) !== 0) at += 2;
    else return at;
  }
}

function rejectJunk(lexer: Lexer, start: number, end: number): void {
  if ((classOf(lexer.sql.charCodeAt(end)) & WORD_START) !== 0) throw junk(lexer, start, wordEnd(lexer.sql, end));
}

function junk(lexer: Lexer, start: number, end: number): Error {
  lexer.position = start;
  return errorNear(lexer.sql, 'trailing junk after numeric literal', start, end);
}

function wordEnd(sql: string, at: number): number {
  while ((classOf(sql.charCodeAt(at)) & WORD_PART) !== 0) at++;
  return at;
}

function fitsInt32(text: string): boolean {
  return text.length < 10 || Number(text) <= MAX_INT32;
}

function withoutLeadingZeros(text: string): string {
  if (text.charCodeAt(0) !== 48 || text.length === 1) return text;
  return text.replace(/^0+(?=\d)/, '');
}
