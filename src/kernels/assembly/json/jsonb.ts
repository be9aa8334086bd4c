import {mem_alloc, mem_release} from '../memory/allocator';
import {copyRun} from '../memory/copy';
import {endLane, ready, room} from './columns';
import {host} from './host';
import {
  BAD_UTF8, MAX_DEPTH, OUT, SCRATCH, SCRATCH_CAPACITY, SCRATCH_TOP, SYNTAX, TOO_DEEP, TOO_LARGE, TRUNCATED, VALUES, fail,
} from './layout';
import {
  BACKSLASH, CLOSE_BRACE, CLOSE_BRACKET, COLON, COMMA, OPEN_BRACE, OPEN_BRACKET, QUOTE, isDigit,
  isTerminator, leadingDigits, skipNumber, skipSpace, skipValue, skipWord, stops, syntax,
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
  // Spaces make the text half as long again at most; as much is for putting members in order.
  const start = room(node, 3 * (end - p));
  if (start == 0) return fail(context, TOO_LARGE, p, node);
  store<u32>(context, <u32>start, OUT);
  store<u32>(context, 0, SCRATCH_TOP);
  const behind = canonical(context, p, end, 0);
  if (behind == 0) return 0;
  if (behind == ASK_HOST) {
    const skipped = skipValue(context, p, end, 0);
    return skipped == 0 ? 0 : host(context, node, p, skipped, row);
  }
  endLane(node, row, load<u32>(context, OUT) - load<u32>(node, VALUES));
  return behind;
}

/** Appends up to four characters. */
// @ts-ignore: decorator
@inline
function put(context: usize, characters: u32, count: u32): void {
  const out = load<u32>(context, OUT);
  store<u32>(<usize>out, characters);
  store<u32>(context, out + count, OUT);
}

function canonical(context: usize, p: usize, end: usize, depth: u32): usize {
  if (p >= end) return syntax(context, p, end);
  const c = <u32>load<u8>(p);
  if (c == QUOTE) return canonicalText(context, p + 1, end);
  if (c == OPEN_BRACE || c == OPEN_BRACKET) {
    if (depth >= MAX_DEPTH) return fail(context, TOO_DEEP, p, 0);
    return c == OPEN_BRACE ? canonicalObject(context, p + 1, end, depth) : canonicalArray(context, p + 1, end, depth);
  }
  if (c == 0x2d || isDigit(c)) return canonicalNumber(context, p, end);
  const behind = skipWord(context, p, end);
  if (behind != 0) {
    const out = load<u32>(context, OUT);
    store<u64>(<usize>out, load<u64>(p));
    store<u32>(context, out + <u32>(behind - p), OUT);
  }
  return behind;
}

// @ts-ignore: decorator
@inline
function copied(context: usize, p: usize, behind: usize): usize {
  const out = <usize>load<u32>(context, OUT);
  copyRun(out, p, behind - p);
  store<u32>(context, <u32>(out + behind - p), OUT);
  return behind;
}

function canonicalNumber(context: usize, p: usize, end: usize): usize {
  // Mostly an integer of a few digits.
  const word = load<u64>(p);
  const count = leadingDigits(word);
  if (count - 1 < 7) {
    if (isTerminator(load<u8>(p + count))) if (p + count < end) if (count == 1 || (word & 0xff) != 0x30) {
      const out = load<u32>(context, OUT);
      store<u64>(<usize>out, word);
      store<u32>(context, out + count, OUT);
      return p + count;
    }
  }
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
  return copied(context, zero == 0 ? digits : p, behind);
}

/** A string that is no key. */
// @ts-ignore: decorator
@inline
function canonicalText(context: usize, p: usize, end: usize): usize {
  // Mostly a short one of plain characters.
  const v = v128.load(p);
  const run = <usize>ctz(stops(v) | 0x10000);
  if (run < 16) {
    const high = <u32>i8x16.bitmask(v) & ((1 << <u32>run) - 1);
    if (load<u8>(p + run) == QUOTE) if (high == 0) if (p + run < end) {
      const out = <usize>load<u32>(context, OUT);
      store<u8>(out, QUOTE);
      v128.store(out, v, 1);
      store<u8>(out + run, QUOTE, 1);
      store<u32>(context, <u32>(out + run + 2), OUT);
      return p + run + 1;
    }
  }
  return canonicalString(context, p, end, false);
}

/** A string, decoded and escaped again: only quotes, backslashes and control characters. A key may not need escapes. */
function canonicalString(context: usize, p: usize, end: usize, isKey: bool): usize {
  const quote = p - 1;
  // An escape never becomes longer: \u0001 stays as it is, \b is as short as can be.
  const start = <usize>load<u32>(context, OUT);
  let out = start;
  store<u8>(out++, QUOTE);
  let seen = i8x16.splat(0);
  while (true) {
    const v = v128.load(p);
    v128.store(out, v);
    seen = v128.or(seen, v);
    const found = stops(v);
    if (found == 0) {
      p += 16;
      out += 16;
      if (p >= end) return fail(context, TRUNCATED, end, 0);
      continue;
    }
    const run = ctz(found);
    p += run;
    out += run;
    if (p >= end) return fail(context, TRUNCATED, end, 0);
    const c = <u32>load<u8>(p);
    if (c == QUOTE) break;
    if (c != BACKSLASH) return fail(context, SYNTAX, p, 0);
    const code = escaped(context, p, end);
    if (code < 0) return 0;
    const mustEscape = code < 0x20 || code == QUOTE || code == BACKSLASH;
    if (mustEscape && isKey) return ASK_HOST;
    const length = escapeLength(p, <u32>code);
    out = mustEscape ? putEscape(out, <u32>code) : putUtf8(out, <u32>code);
    p += length;
  }
  if (i8x16.bitmask(seen) != 0 && !isUtf8(start + 1, out)) return fail(context, BAD_UTF8, quote, 0);
  store<u8>(out++, QUOTE);
  store<u32>(context, <u32>out, OUT);
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

function canonicalArray(context: usize, p: usize, end: usize, depth: u32): usize {
  p = skipSpace(p, end);
  if (p < end && load<u8>(p) == CLOSE_BRACKET) {
    put(context, 0x5d5b, 2);
    return p + 1;
  }
  put(context, OPEN_BRACKET, 1);
  while (true) {
    p = canonical(context, p, end, depth + 1);
    if (p <= ASK_HOST) return p;
    p = skipSpace(p, end);
    if (p >= end) return syntax(context, p, end);
    const c = <u32>load<u8>(p);
    if (c == CLOSE_BRACKET) break;
    if (c != COMMA) return syntax(context, p, end);
    put(context, 0x202c, 2);
    p = skipSpace(p + 1, end);
  }
  put(context, CLOSE_BRACKET, 1);
  return p + 1;
}

// A member of an open object in the scratch memory: its place in the order u64 (the key's length in the high byte, 255 for
// more, and the key's first seven bytes), address of its text (the key's quote), where its text ends, length of the key.
const MEMBER_BYTES: u32 = 24;
const MEMBER_START: usize = 8;
const MEMBER_STOP: usize = 12;
const MEMBER_KEY: usize = 16;

function canonicalObject(context: usize, p: usize, end: usize, depth: u32): usize {
  p = skipSpace(p, end);
  if (p < end && load<u8>(p) == CLOSE_BRACE) {
    put(context, 0x7d7b, 2);
    return p + 1;
  }
  put(context, OPEN_BRACE, 1);
  const bottom = load<u32>(context, SCRATCH_TOP);
  let sorted = true;
  while (true) {
    if (p >= end || load<u8>(p) != QUOTE) return syntax(context, p, end);
    const start = load<u32>(context, OUT);
    const top = load<u32>(context, SCRATCH_TOP);
    let member: usize;
    // Mostly a short one of plain characters, its colon right behind it.
    const v = v128.load(p, 1);
    const run = <usize>ctz(stops(v) | 0x10000);
    if (run < 16 && p + run + 2 < end && load<u16>(p + run, 1) == QUOTE_COLON && i8x16.bitmask(v) == 0) {
      store<u8>(<usize>start, QUOTE);
      v128.store(<usize>start, v, 1);
      store<u32>(<usize>start + run, QUOTE_COLON_SPACE, 1);
      store<u32>(context, start + <u32>run + 4, OUT);
      member = pushMember(context, top, start, v, <u32>run);
      p += run + 3;
    } else {
      p = anyKey(context, p + 1, end);
      if (p <= ASK_HOST) return p;
      // The key stands between quotes, a colon and a space.
      member = pushMember(context, top, start, v128.load(<usize>start, 1), load<u32>(context, OUT) - start - 4);
    }
    if (top > bottom) sorted = sorted & (compareKeys(member - MEMBER_BYTES, member) < 0);
    p = canonical(context, skipSpace(p, end), end, depth + 1);
    if (p <= ASK_HOST) return p;
    store<u32>(<usize>load<u32>(context, SCRATCH) + top, load<u32>(context, OUT), MEMBER_STOP);
    p = skipSpace(p, end);
    if (p >= end) return syntax(context, p, end);
    const c = <u32>load<u8>(p);
    if (c == CLOSE_BRACE) break;
    if (c != COMMA) return syntax(context, p, end);
    put(context, 0x202c, 2);
    p = skipSpace(p + 1, end);
  }
  if (!sorted) arrange(context, bottom);
  store<u32>(context, bottom, SCRATCH_TOP);
  put(context, CLOSE_BRACE, 1);
  return p + 1;
}

const QUOTE_COLON: u32 = 0x3a22;
const QUOTE_COLON_SPACE: u32 = 0x203a22;

/** A key, its first character at `p`, with colon and space; behind its colon. */
function anyKey(context: usize, p: usize, end: usize): usize {
  p = canonicalString(context, p, end, true);
  if (p <= ASK_HOST) return p;
  p = skipSpace(p, end);
  if (p >= end || load<u8>(p) != COLON) return syntax(context, p, end);
  put(context, 0x203a, 2);
  return p + 1;
}

// @ts-ignore: decorator
@inline
function rankOf(v: v128, length: u32): u64 {
  const bytes = <u64>i64x2.extract_lane(i8x16.shuffle(v, v, 7, 6, 5, 4, 3, 2, 1, 0, 7, 6, 5, 4, 3, 2, 1, 0), 0) >> 8;
  // What stands behind the key must not count, and keys of other lengths are told apart already.
  const unused = length < 7 ? (7 - length) << 3 : 0;
  return (<u64>min<u32>(length, 255) << 56) | (bytes >> unused);
}

// @ts-ignore: decorator
@inline
function pushMember(context: usize, top: u32, start: u32, key: v128, keyLength: u32): usize {
  if (top + MEMBER_BYTES > load<u32>(context, SCRATCH_CAPACITY)) growScratch(context, top);
  const member = <usize>load<u32>(context, SCRATCH) + top;
  store<u64>(member, rankOf(key, keyLength));
  store<u32>(member, start, MEMBER_START);
  store<u32>(member, keyLength, MEMBER_KEY);
  store<u32>(context, top + MEMBER_BYTES, SCRATCH_TOP);
  return member;
}

function growScratch(context: usize, used: u32): void {
  const old = <usize>load<u32>(context, SCRATCH);
  const grown = max<u32>(load<u32>(context, SCRATCH_CAPACITY) * 2, 1536);
  const scratch = mem_alloc(grown);
  if (scratch == 0) unreachable();
  if (old != 0) {
    memory.copy(scratch, old, used);
    mem_release(old);
  }
  store<u32>(context, <u32>scratch, SCRATCH);
  store<u32>(context, grown, SCRATCH_CAPACITY);
}

// @ts-ignore: decorator
@inline
function startOf(member: usize): usize {
  return <usize>load<u32>(member, MEMBER_START);
}

/** Below 0, 0, above 0: keys by length, then by bytes. */
// @ts-ignore: decorator
@inline
function compareKeys(a: usize, b: usize): i32 {
  const rank = load<u64>(a);
  const other = load<u64>(b);
  if (rank != other) return rank < other ? -1 : 1;
  return load<u32>(a, MEMBER_KEY) < 8 && load<u32>(b, MEMBER_KEY) < 8 ? 0 : compareLong(a, b);
}

function compareLong(a: usize, b: usize): i32 {
  const length = load<u32>(a, MEMBER_KEY);
  const other = load<u32>(b, MEMBER_KEY);
  if (length != other) return length < other ? -1 : 1;
  return memory.compare(startOf(a) + 1, startOf(b) + 1, length);
}

/** Puts the members from `bottom` on in order, without those whose key comes again. */
function arrange(context: usize, bottom: u32): void {
  const members = <usize>load<u32>(context, SCRATCH) + bottom;
  const count = (load<u32>(context, SCRATCH_TOP) - bottom) / MEMBER_BYTES;
  const first = startOf(members);
  const written = <usize>load<u32>(context, OUT);
  // Equal keys keep their order: the later stands behind.
  if (count <= 16) insertMembers(members, count);
  else sortMembers(members, count);
  // In order behind what is written, where is room, and back.
  let out = written;
  for (let i: u32 = 0; i < count; i++) {
    const member = members + <usize>(i * MEMBER_BYTES);
    if (i + 1 < count && compareKeys(member, member + MEMBER_BYTES) == 0) continue;
    if (out != written) {
      store<u16>(out, 0x202c);
      out += 2;
    }
    const start = startOf(member);
    const length = <usize>load<u32>(member, MEMBER_STOP) - start;
    copyAhead(out, start, length);
    out += length;
  }
  copyAhead(first, written, out - written);
  store<u32>(context, <u32>(first + (out - written)), OUT);
}

/** Sixteen bytes at a time: up to fifteen more than are wanted. */
// @ts-ignore: decorator
@inline
function copyAhead(to: usize, from: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) v128.store(to + at, v128.load(from + at));
}

/** Merges runs of 1, 2, 4 … members: n log n for an object of any size. */
function sortMembers(members: usize, count: u32): void {
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
        const fromA = b >= bEnd || (a < aEnd && compareKeys(a, b) <= 0);
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

function insertMembers(members: usize, count: u32): void {
  for (let i: u32 = 1; i < count; i++) {
    let at = members + <usize>(i * MEMBER_BYTES);
    const moved = v128.load(at);
    const keyLength = load<u64>(at, 16);
    while (at > members && compareKeys(at - MEMBER_BYTES, at) > 0) {
      copyMember(at, at - MEMBER_BYTES);
      at -= MEMBER_BYTES;
      v128.store(at, moved);
      store<u64>(at, keyLength, 16);
    }
  }
}

// @ts-ignore: decorator
@inline
function copyMember(to: usize, from: usize): void {
  v128.store(to, v128.load(from));
  store<u64>(to, load<u64>(from, 16), 16);
}
