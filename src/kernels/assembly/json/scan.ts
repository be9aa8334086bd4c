import {isUtf8} from './utf8';
import {BAD_ESCAPE, BAD_UTF8, MAX_DEPTH, SYNTAX, TOO_DEEP, TRUNCATED, fail} from './layout';

// Reading JSON without keeping it. A scanner gets the address of a token and the end of the record and answers the
// address behind the token, or 0 having noted why the record fails. Up to 16 bytes past the end may be read, never used.

export const QUOTE: u32 = 0x22;
export const BACKSLASH: u32 = 0x5c;
export const COMMA: u32 = 0x2c;
export const COLON: u32 = 0x3a;
export const OPEN_BRACE: u32 = 0x7b;
export const CLOSE_BRACE: u32 = 0x7d;
export const OPEN_BRACKET: u32 = 0x5b;
export const CLOSE_BRACKET: u32 = 0x5d;

// @ts-ignore: decorator
@inline
export function skipSpace(p: usize, end: usize): usize {
  // Mostly there is none.
  if (p < end && load<u8>(p) <= 0x20) return skipSpaces(p, end);
  return p;
}

function skipSpaces(p: usize, end: usize): usize {
  while (p < end) {
    const c = <u32>load<u8>(p);
    if (c != 0x20 && c != 0x0a && c != 0x0d && c != 0x09) break;
    p++;
  }
  return p;
}

/** The record is not JSON at `p`: it ends there, or a byte is wrong. */
export function syntax(context: usize, p: usize, end: usize): usize {
  return fail(context, p >= end ? TRUNCATED : SYNTAX, min<usize>(p, end), 0);
}

/** Bits of the bytes that end a plain run in a string: quotes, backslashes and control characters. */
// @ts-ignore: decorator
@inline
export function stops(v: v128): i32 {
  return i8x16.bitmask(
    v128.or(
      v128.or(i8x16.eq(v, i8x16.splat(0x22)), i8x16.eq(v, i8x16.splat(0x5c))),
      i8x16.eq(i8x16.min_u(v, i8x16.splat(0x1f)), v),
    ),
  );
}

/** Behind the closing quote of the string whose first character is at `p`. */
export function skipString(context: usize, p: usize, end: usize): usize {
  const v = v128.load(p);
  const run = <usize>ctz(stops(v) | 0x10000);
  // Mostly a short one of plain characters.
  if (run < 16) {
    const behind = p + run + 1;
    const high = <u32>i8x16.bitmask(v) & ((1 << <u32>run) - 1);
    if (load<u8>(p + run) == QUOTE) if (high == 0) if (behind <= end) return behind;
  }
  return skipAnyString(context, p, end);
}

function skipAnyString(context: usize, p: usize, end: usize): usize {
  const start = p;
  let high: i32 = 0;
  for (;;) {
    const v = v128.load(p);
    const found = stops(v);
    if (found == 0) {
      high |= i8x16.bitmask(v);
      p += 16;
      if (p >= end) return fail(context, TRUNCATED, end, 0);
      continue;
    }
    const run = ctz(found);
    high |= i8x16.bitmask(v) & ((1 << run) - 1);
    p += run;
    if (p >= end) return fail(context, TRUNCATED, end, 0);
    const c = <u32>load<u8>(p);
    if (c == QUOTE) break;
    if (c != BACKSLASH) return fail(context, SYNTAX, p, 0);
    const behind = skipEscape(p, end);
    if (behind == 0) return fail(context, BAD_ESCAPE, p, 0);
    p = behind;
  }
  if (high != 0 && !isUtf8(start, p)) return fail(context, BAD_UTF8, start, 0);
  return p + 1;
}

/** Behind the escape whose backslash is at `p`; 0 if it is none. */
function skipEscape(p: usize, end: usize): usize {
  if (p + 2 > end) return 0;
  const c = <u32>load<u8>(p, 1);
  if (c == 0x75) {
    if (p + 6 > end || hex4(p + 2) < 0) return 0;
    return p + 6;
  }
  // " \ / b f n r t
  if (c == 0x22 || c == 0x5c || c == 0x2f || c == 0x62 || c == 0x66 || c == 0x6e || c == 0x72 || c == 0x74) return p + 2;
  return 0;
}

/** Value of a hexadecimal digit, or more than 15. */
// @ts-ignore: decorator
@inline
export function nibble(c: u32): u32 {
  const digit = c - 0x30;
  if (digit <= 9) return digit;
  const letter = (c | 0x20) - 0x61;
  return letter <= 5 ? letter + 10 : 0x10;
}

/** Four hexadecimal digits, -1 if they are not. */
export function hex4(p: usize): i32 {
  const a = nibble(load<u8>(p));
  const b = nibble(load<u8>(p, 1));
  const c = nibble(load<u8>(p, 2));
  const d = nibble(load<u8>(p, 3));
  if ((a | b | c | d) > 15) return -1;
  return <i32>((a << 12) | (b << 8) | (c << 4) | d);
}

// @ts-ignore: decorator
@inline
export function isDigit(c: u32): bool {
  return c - 0x30 <= 9;
}

/** 1 for each character that ends a number: comma, brace, bracket. */
const TERMINATORS: usize = memory.data<u8>([
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
]);

/**
 * What ends a number that is taken without a look at the record's end. One that runs over the end is found there: whoever
 * reads on checks that first.
 */
// @ts-ignore: decorator
@inline
export function isTerminator(c: u32): bool {
  return load<u8>(TERMINATORS + <usize>c) != 0;
}

/** How many digits (0 … 8) begin the little-endian word. */
// @ts-ignore: decorator
@inline
export function leadingDigits(word: u64): u32 {
  // A byte is no digit if its high bit is set after either; a borrow or carry only ever disturbs bytes behind such a one.
  const low = word - 0x3030303030303030;
  const marks = ((word + 0x4646464646464646) | low) & 0x8080808080808080;
  return <u32>(ctz(marks) >> 3);
}

/** Behind the number at `p`. */
export function skipNumber(context: usize, p: usize, end: usize): usize {
  // Mostly an integer of a few digits.
  const behind = p + leadingDigits(load<u64>(p));
  if (isTerminator(load<u8>(behind))) {
    if (behind < end) if (behind - p == 1 || (behind - p - 2 < 6 && load<u8>(p) != 0x30)) return behind;
  }
  return skipAnyNumber(context, p, end);
}

function skipAnyNumber(context: usize, p: usize, end: usize): usize {
  if (p < end && load<u8>(p) == 0x2d) p++;
  if (p >= end || !isDigit(load<u8>(p))) return syntax(context, p, end);
  if (load<u8>(p) == 0x30) p++;
  else p = skipDigits(p, end);
  if (p < end && load<u8>(p) == 0x2e) {
    const digits = p + 1;
    p = skipDigits(digits, end);
    if (p == digits) return syntax(context, p, end);
  }
  if (p < end && (load<u8>(p) | 0x20) == 0x65) {
    p++;
    if (p < end && (load<u8>(p) == 0x2b || load<u8>(p) == 0x2d)) p++;
    const digits = p;
    p = skipDigits(p, end);
    if (p == digits) return syntax(context, p, end);
  }
  return p;
}

export function skipDigits(p: usize, end: usize): usize {
  while (p < end && isDigit(load<u8>(p))) p++;
  return p;
}

/** Behind `true`, `false` or `null`. */
export function skipWord(context: usize, p: usize, end: usize): usize {
  const word = load<u32>(p);
  let length: usize = 0;
  if (word == 0x65757274 || word == 0x6c6c756e) length = 4;
  else if (word == 0x736c6166 && load<u8>(p, 4) == 0x65) length = 5;
  if (length == 0 || p + length > end) return fail(context, SYNTAX, p, 0);
  return p + length;
}

/** Behind the value at `p`, whatever it is. */
export function skipValue(context: usize, p: usize, end: usize, depth: u32): usize {
  if (p >= end) return syntax(context, p, end);
  const c = <u32>load<u8>(p);
  if (c == QUOTE) return skipString(context, p + 1, end);
  if (c == OPEN_BRACE || c == OPEN_BRACKET) {
    if (depth >= MAX_DEPTH) return fail(context, TOO_DEEP, p, 0);
    return c == OPEN_BRACE ? skipObject(context, p + 1, end, depth) : skipArray(context, p + 1, end, depth);
  }
  if (c == 0x2d || isDigit(c)) return skipNumber(context, p, end);
  return skipWord(context, p, end);
}

function skipObject(context: usize, p: usize, end: usize, depth: u32): usize {
  p = skipSpace(p, end);
  if (p < end && load<u8>(p) == CLOSE_BRACE) return p + 1;
  while (true) {
    if (p >= end || load<u8>(p) != QUOTE) return syntax(context, p, end);
    p = skipString(context, p + 1, end);
    if (p == 0) return 0;
    p = skipSpace(p, end);
    if (p >= end || load<u8>(p) != COLON) return syntax(context, p, end);
    p = skipValue(context, skipSpace(p + 1, end), end, depth + 1);
    if (p == 0) return 0;
    p = skipSpace(p, end);
    if (p >= end) return syntax(context, p, end);
    if (load<u8>(p) == CLOSE_BRACE) return p + 1;
    if (load<u8>(p) != COMMA) return syntax(context, p, end);
    p = skipSpace(p + 1, end);
  }
}

function skipArray(context: usize, p: usize, end: usize, depth: u32): usize {
  p = skipSpace(p, end);
  if (p < end && load<u8>(p) == CLOSE_BRACKET) return p + 1;
  while (true) {
    p = skipValue(context, p, end, depth + 1);
    if (p == 0) return 0;
    p = skipSpace(p, end);
    if (p >= end) return syntax(context, p, end);
    if (load<u8>(p) == CLOSE_BRACKET) return p + 1;
    if (load<u8>(p) != COMMA) return syntax(context, p, end);
    p = skipSpace(p + 1, end);
  }
}
