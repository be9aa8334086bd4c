import {copyRun} from '../memory/copy';
import {endLane, hasRoom, isReady, ready, room} from './columns';
import {host} from './host';
import {BAD_ESCAPE, BAD_UTF8, LIMIT, NUL_CHARACTER, SYNTAX, TOO_LARGE, TRUNCATED, USED, VALUES, fail} from './layout';
import {BACKSLASH, QUOTE, hex4, skipValue, stops} from './scan';
import {isUtf8} from './utf8';

// Strings, decoded to UTF-8.

/** The row's text: a string decoded, anything else as it stands. */
export function textValue(context: usize, node: usize, p: usize, end: usize, row: u32): usize {
  if (load<u8>(p) != QUOTE) return sourceText(context, node, p, end, row);
  return inlineText(context, node, p, end, row);
}

// @ts-ignore: decorator
@inline
export function inlineText(context: usize, node: usize, quote: usize, end: usize, row: u32): usize {
  if (!isReady(node, row) || !hasRoom(node, end - quote)) return preparedText(context, node, quote, end, row);
  return decoded(context, node, quote, end, row);
}

function preparedText(context: usize, node: usize, quote: usize, end: usize, row: u32): usize {
  ready(node, row);
  if (room(node, end - quote) == 0) return fail(context, TOO_LARGE, quote, node);
  return decoded(context, node, quote, end, row);
}

/** The string at `quote` as the row's lane, for which there is room. */
// @ts-ignore: decorator
@inline
function decoded(context: usize, node: usize, quote: usize, end: usize, row: u32): usize {
  const start = <usize>load<u32>(node, VALUES) + <usize>load<u32>(node, USED);
  let p = quote + 1;
  let out = start;
  let seen = i8x16.splat(0);
  let found: i32;
  while (true) {
    const v = v128.load(p);
    v128.store(out, v);
    seen = v128.or(seen, v);
    found = stops(v);
    if (found != 0) break;
    p += 16;
    out += 16;
    if (p >= end) return fail(context, TRUNCATED, end, node);
  }
  const run = ctz(found);
  p += run;
  out += run;
  // What stands behind the string was seen too; that only costs a check.
  if (p < end && load<u8>(p) == QUOTE && i8x16.bitmask(seen) == 0 && load<u32>(node, LIMIT) == 0) {
    endLane(node, row, <u32>(out - <usize>load<u32>(node, VALUES)));
    return p + 1;
  }
  return restOfText(context, node, quote, p, start, out, end, row);
}

/** What the letter behind a backslash stands for, 0 where it is not that simple. */
const ESCAPES: usize = memory.data<u8>([
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 34, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 47, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 92, 0, 0, 0,
  0, 0, 8, 0, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0, 10, 0, 0, 0, 13, 0, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
]);

/** A string that is more than ASCII in one run: decoded from `p`, what was before it stands at `start` … `out`. */
function restOfText(
  context: usize, node: usize, quote: usize, p: usize, start: usize, out: usize, end: usize, row: u32,
): usize {
  while (true) {
    if (p >= end) return fail(context, TRUNCATED, end, node);
    const c = <u32>load<u8>(p);
    if (c == QUOTE) break;
    if (c == BACKSLASH) {
      const simple = p + 1 < end ? <u32>load<u8>(ESCAPES + load<u8>(p, 1)) : 0;
      if (simple != 0) {
        store<u8>(out++, simple);
        p += 2;
      } else {
        const code = escaped(context, p, end);
        if (code < 0) return 0;
        out = putUtf8(out, <u32>code);
        p += escapeLength(p, <u32>code);
      }
    } else if (c < 0x20) {
      return fail(context, SYNTAX, p, node);
    }
    while (true) {
      const v = v128.load(p);
      v128.store(out, v);
      const found = stops(v);
      const run = <usize>(found != 0 ? ctz(found) : 16);
      p += run;
      out += run;
      if (found != 0 || p >= end) break;
    }
  }
  if (!isUtf8(start, out)) return fail(context, BAD_UTF8, quote, node);
  const limit = load<u32>(node, LIMIT);
  if (limit != 0 && <u32>(out - start) > limit && characters(start, out) > limit) {
    return host(context, node, quote, p + 1, row);
  }
  endLane(node, row, <u32>(out - <usize>load<u32>(node, VALUES)));
  return p + 1;
}

function characters(p: usize, end: usize): u32 {
  let count: u32 = 0;
  for (; p < end; p++) count += <u32>((load<u8>(p) & 0xc0) != 0x80);
  return count;
}

/** A value that is no string, as it stands. */
function sourceText(context: usize, node: usize, p: usize, end: usize, row: u32): usize {
  const behind = skipValue(context, p, end, 0);
  if (behind == 0) return 0;
  const limit = load<u32>(node, LIMIT);
  if (limit != 0 && <u32>(behind - p) > limit) return host(context, node, p, behind, row);
  return putRaw(context, node, p, behind, row);
}

/** The bytes from `p` to `behind` as the row's lane. */
export function putRaw(context: usize, node: usize, p: usize, behind: usize, row: u32): usize {
  ready(node, row);
  const out = room(node, behind - p);
  if (out == 0) return fail(context, TOO_LARGE, p, node);
  copyRun(out, p, behind - p);
  endLane(node, row, <u32>(out + (behind - p) - <usize>load<u32>(node, VALUES)));
  return behind;
}

/** The code point of the escape whose backslash is at `p` (a pair of surrogates is one); -1 having failed. */
export function escaped(context: usize, p: usize, end: usize): i32 {
  if (p + 2 > end) {
    fail(context, TRUNCATED, end, 0);
    return -1;
  }
  const c = <usize>load<u8>(p, 1);
  const simple = <i32>load<u8>(ESCAPES + c);
  if (simple != 0) return simple;
  if (c == 0x75) return codePoint(context, p, end);
  fail(context, BAD_ESCAPE, p, 0);
  return -1;
}

function codePoint(context: usize, p: usize, end: usize): i32 {
  const unit = p + 6 <= end ? hex4(p + 2) : -1;
  if (unit == 0) {
    fail(context, NUL_CHARACTER, p, 0);
    return -1;
  }
  if (unit > 0 && (unit & 0xf800) != 0xd800) return unit;
  if (unit > 0 && unit < 0xdc00 && p + 12 <= end && load<u16>(p, 6) == 0x755c) {
    const low = hex4(p + 8);
    if ((low & 0xfffffc00) == 0xdc00) return 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
  }
  fail(context, BAD_ESCAPE, p, 0);
  return -1;
}

/** Source bytes of the escape at `p` that stood for `code`. */
// @ts-ignore: decorator
@inline
export function escapeLength(p: usize, code: u32): usize {
  if (load<u8>(p, 1) != 0x75) return 2;
  return code > 0xffff ? 12 : 6;
}

export function putUtf8(out: usize, code: u32): usize {
  if (code < 0x80) {
    store<u8>(out, code);
    return out + 1;
  }
  if (code < 0x800) {
    store<u8>(out, 0xc0 | (code >> 6));
    store<u8>(out, 0x80 | (code & 0x3f), 1);
    return out + 2;
  }
  if (code < 0x10000) {
    store<u8>(out, 0xe0 | (code >> 12));
    store<u8>(out, 0x80 | ((code >> 6) & 0x3f), 1);
    store<u8>(out, 0x80 | (code & 0x3f), 2);
    return out + 3;
  }
  store<u8>(out, 0xf0 | (code >> 18));
  store<u8>(out, 0x80 | ((code >> 12) & 0x3f), 1);
  store<u8>(out, 0x80 | ((code >> 6) & 0x3f), 2);
  store<u8>(out, 0x80 | (code & 0x3f), 3);
  return out + 4;
}
