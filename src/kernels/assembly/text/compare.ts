// Byte strings: comparison by bytes (the "C" collation of UTF-8), equality, and the LIKE forms that are a search for one needle.

const EQ = 0;
const LT = 1;

/** Equal byte strings of one length. */
// @ts-ignore: decorator
@inline export function sameBytes(a: usize, b: usize, length: usize): bool {
  while (length >= 16) {
    if (v128.any_true(v128.xor(v128.load(a), v128.load(b)))) return false;
    a += 16;
    b += 16;
    length -= 16;
  }
  if (length >= 8) {
    if (load<u64>(a) != load<u64>(b)) return false;
    a += 8;
    b += 8;
    length -= 8;
  }
  if (length >= 4) {
    if (load<u32>(a) != load<u32>(b)) return false;
    a += 4;
    b += 4;
    length -= 4;
  }
  while (length > 0) {
    if (load<u8>(a) != load<u8>(b)) return false;
    a++;
    b++;
    length--;
  }
  return true;
}

/** -1, 0, 1. */
export function bytesOrder(a: usize, aLength: usize, b: usize, bLength: usize): i32 {
  let length = min(aLength, bLength);
  while (length >= 8) {
    const x = load<u64>(a);
    const y = load<u64>(b);
    if (x != y) return bswap<u64>(x) < bswap<u64>(y) ? -1 : 1;
    a += 8;
    b += 8;
    length -= 8;
  }
  while (length > 0) {
    const x = load<u8>(a);
    const y = load<u8>(b);
    if (x != y) return x < y ? -1 : 1;
    a++;
    b++;
    length--;
  }
  return aLength < bLength ? -1 : i32(aLength > bLength);
}

// @ts-ignore: decorator
@inline function compare(op: i32, mode: i32, a: usize, ao: usize, b: usize, bo: usize, out: usize, n: u32, negate: i32): void {
  const flip: u32 = negate ? 0xff : 0;
  const one = mode == 1;
  for (let i: u32 = 0; i < n; i += 8) {
    let byte: u32 = 0;
    const end = min<u32>(n, i + 8);
    for (let j = i; j < end; j++) {
      const start = <usize>load<i32>(ao + (j << 2));
      const length = <usize>load<i32>(ao + (j << 2), 4) - start;
      const at = bo + (one ? 0 : j << 2);
      const otherStart = <usize>load<i32>(at);
      const otherLength = <usize>load<i32>(at, 4) - otherStart;
      let bit: u32;
      if (op == EQ) bit = u32(length == otherLength && sameBytes(a + start, b + otherStart, length));
      else {
        const order = bytesOrder(a + start, length, b + otherStart, otherLength);
        bit = op == LT ? u32(order < 0) : u32(order > 0);
      }
      byte |= bit << (j & 7);
    }
    store<u8>(out + (i >> 3), <u8>(byte ^ flip));
  }
}

export function compare_eq_bytes(mode: i32, a: usize, ao: usize, b: usize, bo: usize, out: usize, n: u32, negate: i32): void {
  compare(EQ, mode, a, ao, b, bo, out, n, negate);
}
export function compare_lt_bytes(mode: i32, a: usize, ao: usize, b: usize, bo: usize, out: usize, n: u32, negate: i32): void {
  compare(LT, mode, a, ao, b, bo, out, n, negate);
}
export function compare_gt_bytes(mode: i32, a: usize, ao: usize, b: usize, bo: usize, out: usize, n: u32, negate: i32): void {
  compare(2, mode, a, ao, b, bo, out, n, negate);
}

/** First place of the needle (not empty) at or after `at`; `end` if there is none. Sixteen candidates at a time by their first byte. */
function find(at: usize, end: usize, needle: usize, length: usize): usize {
  if (end - at < length) return end;
  const last = end - length;
  const first = i8x16.splat(load<i8>(needle));
  while (at + 15 <= last) {
    let mask = i8x16.bitmask(i8x16.eq(v128.load(at), first));
    while (mask != 0) {
      const candidate = at + <usize>ctz(mask);
      if (sameBytes(candidate, needle, length)) return candidate;
      mask &= mask - 1;
    }
    at += 16;
  }
  const byte = load<u8>(needle);
  while (at <= last) {
    if (load<u8>(at) == byte && sameBytes(at, needle, length)) return at;
    at++;
  }
  return end;
}

const PREFIX = 0;
const SUFFIX = 1;
const WHOLE = 2;

// @ts-ignore: decorator
@inline function search(kind: i32, a: usize, ao: usize, needle: usize, needleBytes: u32, out: usize, n: u32, negate: i32): void {
  const flip: u32 = negate ? 0xff : 0;
  for (let i: u32 = 0; i < n; i += 8) {
    let byte: u32 = 0;
    const end = min<u32>(n, i + 8);
    for (let j = i; j < end; j++) {
      const start = a + <usize>load<i32>(ao + (j << 2));
      const stop = a + <usize>load<i32>(ao + (j << 2), 4);
      let bit = false;
      if (stop - start >= <usize>needleBytes) {
        if (kind == PREFIX) bit = sameBytes(start, needle, needleBytes);
        else if (kind == SUFFIX) bit = sameBytes(stop - needleBytes, needle, needleBytes);
        else if (kind == WHOLE) bit = stop - start == <usize>needleBytes && sameBytes(start, needle, needleBytes);
        else bit = needleBytes == 0 || find(start, stop, needle, needleBytes) != stop;
      }
      byte |= u32(bit) << (j & 7);
    }
    store<u8>(out + (i >> 3), <u8>(byte ^ flip));
  }
}

export function text_prefix(a: usize, ao: usize, needle: usize, needleBytes: u32, out: usize, n: u32, negate: i32): void {
  search(PREFIX, a, ao, needle, needleBytes, out, n, negate);
}
export function text_suffix(a: usize, ao: usize, needle: usize, needleBytes: u32, out: usize, n: u32, negate: i32): void {
  search(SUFFIX, a, ao, needle, needleBytes, out, n, negate);
}
export function text_contains(a: usize, ao: usize, needle: usize, needleBytes: u32, out: usize, n: u32, negate: i32): void {
  search(3, a, ao, needle, needleBytes, out, n, negate);
}
export function text_equals(a: usize, ao: usize, needle: usize, needleBytes: u32, out: usize, n: u32, negate: i32): void {
  search(WHOLE, a, ao, needle, needleBytes, out, n, negate);
}
