import {hexValue} from './characters.ts';
import type {Lexer} from './lexer.ts';
import {continuation} from './lexer-strings.ts';
import {errorAt, errorNear, positionOf} from './syntax-error.ts';
import {SqlError} from '../../types/sql-error.ts';

const SIMPLE: Readonly<Record<string, string>> = {b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v'};

/**
 * The value of the `E'…'` string at `start`, whose escapes may be C's, `\u0041`, `\U00000041`, octal and hexadecimal
 * bytes (which must form UTF-8: 22021 otherwise). Leaves the lexer behind it.
 */
export function unescapeEString(lexer: Lexer, start: number): string {
  const {sql} = lexer;
  const value = new EscapedText();
  let high = 0; // a pending high surrogate
  let at = start + 2;
  for (;;) {
    const unit = sql.charCodeAt(at);
    if (high !== 0 && !(unit === 92 && (sql.charCodeAt(at + 1) | 32) === 117)) {
      lexer.position = start;
      throw errorNear(sql, 'invalid Unicode surrogate pair', at, at + 1);
    }
    if (unit === 39) {
      if (sql.charCodeAt(at + 1) === 39) {
        value.append("'");
        at += 2;
        continue;
      }
      const next = continuation(sql, at + 1);
      if (next < 0) break;
      at = next + 1;
      continue;
    }
    if (at >= sql.length) break;
    if (unit !== 92) {
      value.append(sql[at]);
      at++;
      continue;
    }
    const letter = sql[at + 1];
    if (letter === undefined) break;
    if (letter === 'u' || letter === 'U') {
      const digits = letter === 'u' ? 4 : 8;
      const code = hexRun(sql, at + 2, digits);
      if (code.length < digits) {
        throw new SqlError('22025', 'invalid Unicode escape', {
          position: positionOf(sql, at),
          hint: 'Unicode escapes must be \\uXXXX or \\UXXXXXXXX.',
        });
      }
      const point = parseInt(code, 16);
      const end = at + 2 + digits;
      if (high !== 0) {
        if (point < 0xdc00 || point > 0xdfff) throw errorNear(sql, 'invalid Unicode surrogate pair', at, end);
        value.append(String.fromCharCode(high, point));
        high = 0;
      } else if (point >= 0xd800 && point <= 0xdbff) high = point;
      else if (point >= 0xdc00 && point <= 0xdfff) {
        throw errorNear(sql, 'invalid Unicode surrogate pair', at, end);
      } else if (point === 0 || point > 0x10ffff) {
        throw errorNear(sql, 'invalid Unicode escape value', at, end);
      } else {
        value.append(String.fromCodePoint(point));
      }
      at = end;
    } else if (letter >= '0' && letter <= '7') {
      let end = at + 1;
      while (end < at + 4 && sql[end] >= '0' && sql[end] <= '7') end++;
      value.appendByte(parseInt(sql.slice(at + 1, end), 8) & 255);
      at = end;
    } else if (letter === 'x' && hexValue(sql.charCodeAt(at + 2)) >= 0) {
      const code = hexRun(sql, at + 2, 2);
      value.appendByte(parseInt(code, 16));
      at += 2 + code.length;
    } else {
      value.append(SIMPLE[letter] ?? letter);
      at += 2;
    }
  }
  return value.finish();
}

/** Text and the bytes that escapes put between; all of it together must be UTF-8. */
class EscapedText {
  private text = '';
  private readonly before: Buffer[] = [];

  append(text: string): void {
    this.text += text;
  }

  appendByte(byte: number): void {
    if (byte > 0 && byte < 128) this.text += String.fromCharCode(byte);
    else {
      this.before.push(Buffer.from(this.text), Buffer.of(byte));
      this.text = '';
    }
  }

  finish(): string {
    if (this.before.length === 0) return this.text;
    return decodeUtf8(Buffer.concat([...this.before, Buffer.from(this.text)]));
  }
}

function hexRun(sql: string, at: number, max: number): string {
  let end = at;
  while (end < at + max && hexValue(sql.charCodeAt(end)) >= 0) end++;
  return sql.slice(at, end);
}

const strictUtf8 = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});

function decodeUtf8(bytes: Buffer): string {
  const zero = bytes.indexOf(0);
  try {
    if (zero < 0) return strictUtf8.decode(bytes);
  } catch {
    throw invalidBytes(firstInvalid(bytes));
  }
  throw invalidBytes([0]);
}

function invalidBytes(bytes: Iterable<number>): SqlError {
  const shown = Array.from(bytes, byte => `0x${byte.toString(16).padStart(2, '0')}`).join(' ');
  return new SqlError('22021', `invalid byte sequence for encoding "UTF8": ${shown}`);
}

/** The sequence that Postgres would show: from the first bad lead byte, as long as it announces itself. */
function firstInvalid(bytes: Buffer): Buffer {
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at];
    const length =
      lead < 0x80 ? 1 : (lead & 0xe0) === 0xc0 ? 2 : (lead & 0xf0) === 0xe0 ? 3 : (lead & 0xf8) === 0xf0 ? 4 : 1;
    const sequence = bytes.subarray(at, at + length);
    try {
      strictUtf8.decode(sequence);
    } catch {
      return sequence;
    }
    at += length;
  }
  return bytes.subarray(0, 1);
}

/**
 * Resolves `\0041`, `\+000041` and `\\` (with the given escape character) of a `U&` literal. `start` is where the literal
 * stands; Postgres counts the place of an error from there, three characters on, over the content without doubled quotes.
 */
export function unescapeUnicode(sql: string, raw: string, escape: string, start: number): string {
  let at = raw.indexOf(escape);
  if (at < 0) return raw;
  let value = raw.slice(0, at);
  let high = 0;
  const place = (offset: number) => start + 3 + offset;
  while (at < raw.length) {
    if (raw[at] !== escape) {
      if (high !== 0) throw errorAt(sql, '42601', 'invalid Unicode surrogate pair', place(at));
      value += raw[at];
      at++;
      continue;
    }
    if (raw[at + 1] === escape) {
      if (high !== 0) throw errorAt(sql, '42601', 'invalid Unicode surrogate pair', place(at));
      value += escape;
      at += 2;
      continue;
    }
    const long = raw[at + 1] === '+';
    const digits = long ? 6 : 4;
    const code = hexRun(raw, at + (long ? 2 : 1), digits);
    if (code.length < digits) {
      throw errorAt(sql, '42601', 'invalid Unicode escape', place(at), 'Unicode escapes must be \\XXXX or \\+XXXXXX.');
    }
    const point = parseInt(code, 16);
    if (point === 0 || point > 0x10ffff) throw errorAt(sql, '42601', 'invalid Unicode escape value', place(at));
    if (high !== 0) {
      if (point < 0xdc00 || point > 0xdfff) throw errorAt(sql, '42601', 'invalid Unicode surrogate pair', place(at));
      value += String.fromCharCode(high, point);
      high = 0;
    } else if (point >= 0xd800 && point <= 0xdbff) high = point;
    else if (point >= 0xdc00 && point <= 0xdfff) {
      throw errorAt(sql, '42601', 'invalid Unicode surrogate pair', place(at));
    } else value += String.fromCodePoint(point);
    at += (long ? 2 : 1) + digits;
  }
  if (high !== 0) throw errorAt(sql, '42601', 'invalid Unicode surrogate pair', place(at));
  return value;
}
