import {classOf, DIGIT, hexValue, SPACE, truncateName, WORD_PART, WORD_START} from './characters.ts';
import type {Lexer} from './lexer.ts';
import {errorNear} from './syntax-error.ts';
import * as token from './token.ts';
import type {SqlError} from '../../types/sql-error.ts';
import {unescapeEString, unescapeUnicode} from './string-escapes.ts';

/** `'…'`, with `''` for a quote and no other escape. */
export function scanString(lexer: Lexer, start: number): void {
  const value = quotedParts(lexer, start, start, 'unterminated quoted string');
  lexer.tokens.push(token.STRING, '', value, start, lexer.position);
}

/** `B'…'`, `X'…'`: no doubled quotes inside, digits unchecked. */
export function scanBitString(lexer: Lexer, start: number, type: token.TokenType): void {
  const {sql} = lexer;
  const message = type === token.BITS ? 'unterminated bit string literal' : 'unterminated hexadecimal string literal';
  let value = '';
  let open = start + 1;
  for (;;) {
    const close = sql.indexOf("'", open + 1);
    if (close < 0) throw unterminated(lexer, message, start);
    value += sql.slice(open + 1, close);
    lexer.position = close + 1;
    const next = continuation(sql, close + 1);
    if (next < 0) break;
    open = next;
  }
  lexer.tokens.push(type, '', value, start, lexer.position);
}

/** `E'…'`. */
export function scanEscapeString(lexer: Lexer, start: number): void {
  const {sql} = lexer;
  let value = '';
  let at = start + 2;
  let from = at;
  let escaped = false;
  for (;;) {
    const unit = sql.charCodeAt(at);
    if (unit === 92) {
      escaped = true;
      at += 2;
    } else if (unit === 39) {
      if (sql.charCodeAt(at + 1) === 39) {
        value += sql.slice(from, at + 1);
        at += 2;
        from = at;
        // A quote from here on is plain text, which unescaping leaves alone.
        continue;
      }
      value += sql.slice(from, at);
      lexer.position = at + 1;
      const next = continuation(sql, at + 1);
      if (next < 0) break;
      at = next + 1;
      from = at;
    } else if (at >= sql.length) {
      if (escaped) unescapeEString(lexer, start); // a broken escape on the way is reported first
      throw unterminated(lexer, 'unterminated quoted string', start);
    } else at++;
  }
  if (escaped) {
    const end = lexer.position;
    value = unescapeEString(lexer, start);
    lexer.position = end;
  }
  lexer.tokens.push(token.STRING, '', value, start, lexer.position);
}

/** `"…"`. */
export function scanQuotedName(lexer: Lexer, start: number): void {
  const name = truncateName(delimited(lexer, start, start));
  lexer.tokens.push(token.QUOTED, '', name, start, lexer.position);
}

/** `U&'…'` and `U&"…"`, with a UESCAPE that may follow. */
export function scanUnicodeLiteral(lexer: Lexer, start: number, name: boolean): void {
  const raw = name
    ? delimited(lexer, start, start + 2)
    : quotedParts(lexer, start, start + 2, 'unterminated quoted string');
  const end = lexer.position;
  const escape = scanUescape(lexer) ?? '\\';
  const value = unescapeUnicode(lexer.sql, raw, escape, start);
  lexer.tokens.push(name ? token.QUOTED : token.STRING, '', name ? truncateName(value) : value, start, end);
}

/** `UESCAPE 'x'`, if it comes next; else moves nothing. */
function scanUescape(lexer: Lexer): string | null {
  const {sql, tokens} = lexer;
  const before = lexer.position;
  lexer.skipBlank();
  const word = sql.slice(lexer.position, lexer.position + 7);
  const after = classOf(sql.charCodeAt(lexer.position + 7));
  if (word.toLowerCase() !== 'uescape' || (after & WORD_PART) !== 0) {
    lexer.position = before;
    return null;
  }
  lexer.position += 7;
  lexer.skipBlank();
  const start = lexer.position;
  const unicode = (sql.charCodeAt(start) | 32) === 117 && sql.charCodeAt(start + 1) === 38;
  if (start >= sql.length) throw errorNear(sql, 'UESCAPE must be followed by a simple string literal', start, start);
  lexer.scan();
  const {type, text, end} = tokens.pop();
  if (type !== token.STRING || unicode) {
    throw errorNear(sql, 'UESCAPE must be followed by a simple string literal', start, end);
  }
  if (text.length !== 1 || !isUnicodeEscape(text.charCodeAt(0))) {
    throw errorNear(sql, 'invalid Unicode escape character', start, end);
  }
  return text;
}

function isUnicodeEscape(unit: number): boolean {
  if (hexValue(unit) >= 0 || (classOf(unit) & SPACE) !== 0) return false;
  return unit !== 43 && unit !== 39 && unit !== 34 && unit < 128;
}

/** `$tag$ … $tag$`; false when what stands here is no such opening. */
export function scanDollarQuoted(lexer: Lexer, start: number): boolean {
  const {sql} = lexer;
  let at = start + 1;
  if ((classOf(sql.charCodeAt(at)) & WORD_START) !== 0) {
    at++;
    for (;;) {
      const unit = sql.charCodeAt(at);
      if (unit === 36 || (classOf(unit) & (WORD_START | DIGIT)) === 0) break;
      at++;
    }
  }
  if (sql.charCodeAt(at) !== 36) return false;
  const delimiter = sql.slice(start, at + 1);
  const close = sql.indexOf(delimiter, at + 1);
  if (close < 0) throw unterminated(lexer, 'unterminated dollar-quoted string', start);
  lexer.position = close + delimiter.length;
  lexer.tokens.push(token.STRING, '', sql.slice(at + 1, close), start, lexer.position);
  return true;
}

/** The content of a quoted string whose first quote is at `open`, and of those that continue it on later lines. */
function quotedParts(lexer: Lexer, start: number, open: number, message: string): string {
  const {sql} = lexer;
  let value = '';
  let from = open + 1;
  for (;;) {
    const close = sql.indexOf("'", from);
    if (close < 0) throw unterminated(lexer, message, start);
    if (sql.charCodeAt(close + 1) === 39) {
      value += sql.slice(from, close + 1);
      from = close + 2;
      continue;
    }
    value += sql.slice(from, close);
    lexer.position = close + 1;
    const next = continuation(sql, close + 1);
    if (next < 0) return value;
    from = next + 1;
  }
}

/** The next quote of a string that goes on after blanks with at least one line break among them; else -1. */
export function continuation(sql: string, at: number): number {
  let newline = false;
  for (;;) {
    const unit = sql.charCodeAt(at);
    if (unit === 10 || unit === 13) newline = true;
    else if (unit === 45 && sql.charCodeAt(at + 1) === 45) {
      at += 2;
      while (at < sql.length && sql.charCodeAt(at) !== 10 && sql.charCodeAt(at) !== 13) at++;
      continue;
    } else if (unit === 39) return newline ? at : -1;
    else if ((classOf(unit) & SPACE) === 0) return -1;
    at++;
  }
}

function delimited(lexer: Lexer, start: number, open: number): string {
  const {sql} = lexer;
  let name = '';
  let from = open + 1;
  for (;;) {
    const close = sql.indexOf('"', from);
    if (close < 0) throw unterminated(lexer, 'unterminated quoted identifier', start);
    if (sql.charCodeAt(close + 1) === 34) {
      name += sql.slice(from, close + 1);
      from = close + 2;
      continue;
    }
    name += sql.slice(from, close);
    lexer.position = close + 1;
    if (name === '') throw errorNear(sql, 'zero-length delimited identifier', start, close + 1);
    return name;
  }
}

function unterminated(lexer: Lexer, message: string, start: number): SqlError {
  lexer.position = start;
  return errorNear(lexer.sql, message, start, lexer.sql.length);
}
