import {mem_alloc, mem_release} from '../memory/allocator';
import {copyRun} from '../memory/copy';
import {endLane, ready, room} from './columns';
import {host} from './host';
import {
  BAD_UTF8, MAX_DEPTH, SCRATCH, SCRATCH_CAPACITY, SCRATCH_TOP, SYNTAX, TOO_DEEP, TOO_LARGE, TRUNCATED, USED, VALUES, fail,
} from './layout';
import {
  BACKSLASH, CLOSE_BRACE, CLOSE_BRACKET, COLON, COMMA, OPEN_BRACE, OPEN_BRACKET, QUOTE, isDigit,
  skipNumber, skipSpace, skipValue, skipWord, stops, syntax,
} from './scan';
import {isUtf8} from './utf8';
import {escapeLength, escaped, putRaw, putUtf8} from './text';

// jsonb in the form in which Postgres prints it: keys ordered by length, then bytes, the last of equal keys kept, `", "`
// and `": "`, no needless escapes, numbers without exponent. Written at once while the members come in that order; an
// object whose do not is put in order when it closes. Numbers with an exponent and keys with escapes are the host's.

export function jsonValue(context: usize, node: usize, p: usize, end: usize, row: u32): usize {
  const behind = skipValue(context, p, end, 0);
  return behind == 0 ? 0 : putRaw(context, node, p, behind, row);
}

/** What `canonical` answers where the host must do it: no address. */
const ASK_HOST: usize = 1;

export function jsonbValue(context: usize, node: usize, p: usize, end: usize, row: u32): usize {
  ready(node, row);
  store<u32>(context, 0, SCRATCH_TOP);
  const used = load<u32>(node, USED);
  const behind = canonical(context, node, p, end, 0);
  if (behind == 0) return 0;
  if (behind == ASK_HOST) {
    store<u32>(node, used, USED);
    const skipped = skipValue(context, p, end, 0);
    return skipped == 0 ? 0 : host(context, node, p, skipped, row);
  }
  endLane(node, row, load<u32>(node, USED));
  return behind;
}

// @ts-ignore: decorator
@inline
function advance(node: usize, bytes: usize): void {
  store<u32>(node, load<u32>(node, USED) + <u32>bytes, USED);
}

/** Appends up to four characters. */
// @ts-ignore: decorator
@inline
function put(node: usize, characters: u32, count: usize): bool {
  const out = room(node, 4);
  if (out == 0) return false;
  store<u32>(out, characters);
  advance(node, count);
  return true;
}

function canonical(context: usize, node: usize, p: usize, end: usize, depth: u32): usize {
  if (p >= end) return syntax(context, p, end);
  const c = <u32>load<u8>(p);
  if (c == QUOTE) return canonicalString(context, node, p + 1, end, false);
  if (c == OPEN_BRACE || c == OPEN_BRACKET) {
    if (depth >= MAX_DEPTH) return fail(context, TOO_DEEP, p, node);
    if (c == OPEN_BRACE) return canonicalObject(context, node, p + 1, end, depth);
    return canonicalArray(context, node, p + 1, end, depth);
  }
  if (c == 0x2d || isDigit(c)) return canonicalNumber(context, node, p, end);
  const behind = skipWord(context, p, end);
  return behind == 0 ? 0 : copied(context, node, p, behind);
}

function copied(context: usize, node: usize, p: usize, behind: usize): usize {
  const out = room(node, behind - p);
  if (out == 0) return fail(context, TOO_LARGE, p, node);
  copyRun(out, p, behind - p);
  advance(node, behind - p);
  return behind;
}

function canonicalNumber(context: usize, node: usize, p: usize, end: usize): usize {
  const behind = skipNumber(context, p, end);
  if (behind == 0) return 0;
  let digits = p;
  let zero: u32 = 0;
  if (load<u8>(p) == 0x2d) digits++;
  for (let at = digits; at < behind; at++) {
    const c = <u32>load<u8>(at);
    if ((c | 0x20) == 0x65) return ASK_HOST;
    zero |= c != 0x2e ? c - 0x30 : 0;
  }
  // There is no negative zero.
  return copied(context, node, zero == 0 ? digits : p, behind);
}

/** A string, decoded and escaped again: only quotes, backslashes and control characters. A key may not need escapes. */
function canonicalString(context: usize, node: usize, p: usize, end: usize, isKey: bool): usize {
  const quote = p - 1;
  // An escape never becomes longer: \u0001 stays as it is, \b is as short as can be.
  const start = room(node, end - p + 2);
  if (start == 0) return fail(context, TOO_LARGE, p, node);
  let out = start;
  store<u8>(out++, QUOTE);
  let high: i32 = 0;
  for (;;) {
    const v = v128.load(p);
    v128.store(out, v);
    const found = stops(v);
    if (found == 0) {
      high |= i8x16.bitmask(v);
      p += 16;
      out += 16;
      if (p >= end) return fail(context, TRUNCATED, end, node);
      continue;
    }
    const run = ctz(found);
    high |= i8x16.bitmask(v) & ((1 << run) - 1);
    p += run;
    out += run;
    if (p >= end) return fail(context, TRUNCATED, end, node);
    const c = <u32>load<u8>(p);
    if (c == QUOTE) break;
    if (c != BACKSLASH) return fail(context, SYNTAX, p, node);
    const code = escaped(context, p, end);
    if (code < 0) return 0;
    const mustEscape = code < 0x20 || code == QUOTE || code == BACKSLASH;
    if (mustEscape && isKey) return ASK_HOST;
    const length = escapeLength(p, <u32>code);
    out = mustEscape ? putEscape(out, <u32>code) : putUtf8(out, <u32>code);
    p += length;
  }
  if (high != 0 && !isUtf8(start + 1, out)) return fail(context, BAD_UTF8, quote, node);
  store<u8>(out++, QUOTE);
  advance(node, out - start);
  return p + 1;
}

function putEscape(out: usize, code: u32): usize {
  store<u8>(out, BACKSLASH);
  let letter: u32 = 0;
  switch (code) {
    case 0x22: case 0x5c: letter = code; break;
    case 8: letter = 0x62; break;
    case 12: letter = 0x66; break;
    case 10: letter = 0x6e; break;
    case 13: letter = 0x72; break;
    case 9: letter = 0x74; break;
  }
  if (letter != 0) {
    store<u8>(out, letter, 1);
    return out + 2;
  }
  // u00, then the code
  store<u8>(out, 0x75, 1);
  store<u16>(out, 0x3030, 2);
  const low = code & 15;
  store<u8>(out, 0x30 + (code >> 4), 4);
  store<u8>(out, low < 10 ? 0x30 + low : 0x57 + low, 5);
  return out + 6;
}

function canonicalArray(context: usize, node: usize, p: usize, end: usize, depth: u32): usize {
  p = skipSpace(p, end);
  if (p < end && load<u8>(p) == CLOSE_BRACKET) {
    return put(node, 0x5d5b, 2) ? p + 1 : fail(context, TOO_LARGE, p, node);
  }
  if (!put(node, OPEN_BRACKET, 1)) return fail(context, TOO_LARGE, p, node);
  for (;;) {
    p = canonical(context, node, p, end, depth + 1);
    if (p <= ASK_HOST) return p;
    p = skipSpace(p, end);
    if (p >= end) return syntax(context, p, end);
    const c = <u32>load<u8>(p);
    if (c == CLOSE_BRACKET) break;
    if (c != COMMA) return syntax(context, p, end);
    if (!put(node, 0x202c, 2)) return fail(context, TOO_LARGE, p, node);
    p = skipSpace(p + 1, end);
  }
  return put(node, CLOSE_BRACKET, 1) ? p + 1 : fail(context, TOO_LARGE, p, node);
}

// A member of an open object in the scratch memory: where its text begins (with the key's quote), length of the key, and
// where its text ends; offsets into the column's bytes.
const MEMBER_BYTES: u32 = 12;

function canonicalObject(context: usize, node: usize, p: usize, end: usize, depth: u32): usize {
  p = skipSpace(p, end);
  if (p < end && load<u8>(p) == CLOSE_BRACE) {
    return put(node, 0x7d7b, 2) ? p + 1 : fail(context, TOO_LARGE, p, node);
  }
  if (!put(node, OPEN_BRACE, 1)) return fail(context, TOO_LARGE, p, node);
  const bottom = load<u32>(context, SCRATCH_TOP);
  let sorted = true;
  for (;;) {
    if (p >= end || load<u8>(p) != QUOTE) return syntax(context, p, end);
    const start = load<u32>(node, USED);
    p = canonicalString(context, node, p + 1, end, true);
    if (p <= ASK_HOST) return p;
    const keyLength = load<u32>(node, USED) - start - 2;
    const top = load<u32>(context, SCRATCH_TOP);
    const member = pushMember(context, start, keyLength);
    if (top > bottom && sorted) sorted = compareKeys(node, member - MEMBER_BYTES, member) < 0;
    p = skipSpace(p, end);
    if (p >= end || load<u8>(p) != COLON) return syntax(context, p, end);
    if (!put(node, 0x203a, 2)) return fail(context, TOO_LARGE, p, node);
    p = canonical(context, node, skipSpace(p + 1, end), end, depth + 1);
    if (p <= ASK_HOST) return p;
    store<u32>(<usize>load<u32>(context, SCRATCH) + top, load<u32>(node, USED), 8);
    p = skipSpace(p, end);
    if (p >= end) return syntax(context, p, end);
    const c = <u32>load<u8>(p);
    if (c == CLOSE_BRACE) break;
    if (c != COMMA) return syntax(context, p, end);
    if (!put(node, 0x202c, 2)) return fail(context, TOO_LARGE, p, node);
    p = skipSpace(p + 1, end);
  }
  if (!sorted) {
    const scratch = <usize>load<u32>(context, SCRATCH);
    const members = (load<u32>(context, SCRATCH_TOP) - bottom) / MEMBER_BYTES;
    if (!arrange(node, scratch + bottom, members)) return fail(context, TOO_LARGE, p, node);
  }
  store<u32>(context, bottom, SCRATCH_TOP);
  return put(node, CLOSE_BRACE, 1) ? p + 1 : fail(context, TOO_LARGE, p, node);
}

function pushMember(context: usize, start: u32, keyLength: u32): usize {
  const top = load<u32>(context, SCRATCH_TOP);
  const capacity = load<u32>(context, SCRATCH_CAPACITY);
  if (top + MEMBER_BYTES > capacity) {
    const old = <usize>load<u32>(context, SCRATCH);
    const grown = max<u32>(capacity * 2, 1536);
    const scratch = mem_alloc(grown);
    if (scratch == 0) unreachable();
    if (old != 0) {
      memory.copy(scratch, old, top);
      mem_release(old);
    }
    store<u32>(context, <u32>scratch, SCRATCH);
    store<u32>(context, grown, SCRATCH_CAPACITY);
  }
  const member = <usize>load<u32>(context, SCRATCH) + top;
  store<u32>(member, start);
  store<u32>(member, keyLength, 4);
  store<u32>(context, top + MEMBER_BYTES, SCRATCH_TOP);
  return member;
}

/** Below 0, 0, above 0: by length, then by bytes. */
function compareKeys(node: usize, a: usize, b: usize): i32 {
  const length = load<u32>(a, 4);
  if (length != load<u32>(b, 4)) return length < load<u32>(b, 4) ? -1 : 1;
  const bytes = <usize>load<u32>(node, VALUES) + 1;
  return memory.compare(bytes + load<u32>(a), bytes + load<u32>(b), length);
}

/** Puts the members in order, without those whose key comes again; false if the column would be too large. */
function arrange(node: usize, members: usize, count: u32): bool {
  // Members in order sort in one pass, and equal keys keep theirs: the later stands behind.
  sortMembers(node, members, count);
  let first: u32 = 0xffffffff;
  for (let i: u32 = 0; i < count; i++) first = min<u32>(first, load<u32>(members + <usize>(i * MEMBER_BYTES)));
  const bytes = load<u32>(node, USED) - first;
  // Behind the column's bytes is room for a copy.
  const copy = room(node, bytes);
  if (copy == 0) return false;
  const values = <usize>load<u32>(node, VALUES);
  memory.copy(copy, values + first, bytes);
  let out = values + first;
  for (let i: u32 = 0; i < count; i++) {
    const member = members + <usize>(i * MEMBER_BYTES);
    if (i + 1 < count && sameKey(copy, first, member, member + MEMBER_BYTES)) continue;
    if (out != values + first) {
      store<u16>(out, 0x202c);
      out += 2;
    }
    const start = load<u32>(member);
    const length = load<u32>(member, 8) - start;
    copyRun(out, copy + start - first, length);
    out += length;
  }
  store<u32>(node, <u32>(out - values), USED);
  return true;
}

function sameKey(copy: usize, first: u32, a: usize, b: usize): bool {
  const length = load<u32>(a, 4);
  if (length != load<u32>(b, 4)) return false;
  const bytes = copy + 1 - first;
  return memory.compare(bytes + load<u32>(a), bytes + load<u32>(b), length) == 0;
}

/** Merges runs of 1, 2, 4 … members: stable, and n log n for an object of any size. */
function sortMembers(node: usize, members: usize, count: u32): void {
  if (count <= 16) return insertMembers(node, members, count);
  const bytes = <usize>count * MEMBER_BYTES;
  const spare = mem_alloc(<u32>bytes);
  if (spare == 0) unreachable();
  for (let run: u32 = 1; run < count; run *= 2) {
    for (let start: u32 = 0; start < count; start += 2 * run) {
      let a = members + <usize>start * MEMBER_BYTES;
      const aEnd = members + <usize>min<u32>(start + run, count) * MEMBER_BYTES;
      let b = aEnd;
      const bEnd = members + <usize>min<u32>(start + 2 * run, count) * MEMBER_BYTES;
      let out = spare + <usize>start * MEMBER_BYTES;
      while (a < aEnd || b < bEnd) {
        const fromA = b >= bEnd || (a < aEnd && compareKeys(node, a, b) <= 0);
        copyMember(out, fromA ? a : b);
        out += MEMBER_BYTES;
        if (fromA) a += MEMBER_BYTES;
        else b += MEMBER_BYTES;
      }
    }
    memory.copy(members, spare, bytes);
  }
  mem_release(spare);
}

function insertMembers(node: usize, members: usize, count: u32): void {
  for (let i: u32 = 1; i < count; i++) {
    const start = load<u32>(members + <usize>(i * MEMBER_BYTES));
    const keyLength = load<u32>(members + <usize>(i * MEMBER_BYTES), 4);
    const stop = load<u32>(members + <usize>(i * MEMBER_BYTES), 8);
    let at = members + <usize>(i * MEMBER_BYTES);
    while (at > members && compareKeys(node, at - MEMBER_BYTES, at) > 0) {
      copyMember(at, at - MEMBER_BYTES);
      at -= MEMBER_BYTES;
      store<u32>(at, start);
      store<u32>(at, keyLength, 4);
      store<u32>(at, stop, 8);
    }
  }
}

// @ts-ignore: decorator
@inline
function copyMember(to: usize, from: usize): void {
  store<u64>(to, load<u64>(from));
  store<u32>(to, load<u32>(from, 8), 8);
}
