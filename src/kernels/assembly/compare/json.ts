// jsonb values, in the canonical text in which they lie in columns, compared as Postgres's default operator class does:
// object > array > boolean > number > string > null, more elements or pairs > fewer, strings and keys by their bytes, numbers
// by value. At the top an empty array is below everything: an oddity of Postgres that its documentation admits.

const QUOTE: u32 = 0x22;
const BACKSLASH: u32 = 0x5c;
const OPEN_BRACE: u32 = 0x7b;
const CLOSE_BRACE: u32 = 0x7d;
const OPEN_BRACKET: u32 = 0x5b;
const CLOSE_BRACKET: u32 = 0x5d;
const COMMA: u32 = 0x2c;
const MINUS: u32 = 0x2d;
const POINT: u32 = 0x2e;
const ZERO: u32 = 0x30;

const EMPTY_ARRAY: u32 = 0x5d5b;

// Where the walk over the two texts stands; meaningful only within one call.
let atA: usize = 0;
let atB: usize = 0;
let endA: usize = 0;
let endB: usize = 0;

// @ts-ignore: decorator
@inline function byte(at: usize): u32 { return <u32>load<u8>(at); }
// @ts-ignore: decorator
@inline function isDigit(c: u32): bool { return c - ZERO < 10; }

/** Below 0, 0, above 0. */
export function compareJson(a: usize, lengthA: usize, b: usize, lengthB: usize): i32 {
  const emptyA = lengthA == 2 && <u32>load<u16>(a) == EMPTY_ARRAY;
  const emptyB = lengthB == 2 && <u32>load<u16>(b) == EMPTY_ARRAY;
  if (emptyA || emptyB) return <i32>emptyB - <i32>emptyA;
  atA = a;
  atB = b;
  endA = a + lengthA;
  endB = b + lengthB;
  return compareHere();
}

function rank(c: u32): i32 {
  if (c == 0x6e) return 0;
  if (c == QUOTE) return 1;
  if (c == MINUS || isDigit(c)) return 2;
  if (c == OPEN_BRACKET) return 4;
  return c == OPEN_BRACE ? 5 : 3;
}

/** The values at which the walk stands; where they are equal it stands behind them afterwards. */
function compareHere(): i32 {
  const a = byte(atA);
  const kind = rank(a);
  const other = rank(byte(atB));
  if (kind != other) return kind - other;
  if (kind == 1) return compareStrings();
  if (kind == 2) return compareNumbers();
  if (kind == 4 || kind == 5) return compareContainers(kind == 5);
  // null, true and false differ in their first letters, and false comes before true as it shall.
  const words = <i32>a - <i32>byte(atB);
  const length: usize = a == 0x66 ? 5 : 4;
  atA += length;
  atB += length;
  return words;
}

function compareContainers(object: bool): i32 {
  const members = countMembers(atA);
  const others = countMembers(atB);
  if (members != others) return members < others ? -1 : 1;
  atA++;
  atB++;
  for (let i: u32 = 0; i < members; i++) {
    if (i > 0) skipSeparator();
    if (object) {
      const keys = compareStrings();
      if (keys != 0) return keys;
      skipSeparator();
    }
    const values = compareHere();
    if (values != 0) return values;
  }
  atA++;
  atB++;
  return 0;
}

/** `", "` or `": "`. */
function skipSeparator(): void {
  atA += 2;
  atB += 2;
}

/** Elements or pairs of the container at `at`. */
function countMembers(at: usize): u32 {
  const first = byte(at + 1);
  if (first == CLOSE_BRACE || first == CLOSE_BRACKET) return 0;
  let depth: u32 = 0;
  let commas: u32 = 0;
  while (true) {
    const c = byte(at);
    if (c == QUOTE) {
      at = stringEnd(at);
      continue;
    }
    if (c == OPEN_BRACE || c == OPEN_BRACKET) depth++;
    else if (c == CLOSE_BRACE || c == CLOSE_BRACKET) {
      depth--;
      if (depth == 0) return commas + 1;
    } else if (c == COMMA && depth == 1) commas++;
    at++;
  }
}

/** Behind the string at `at`. */
function stringEnd(at: usize): usize {
  at++;
  while (byte(at) != QUOTE) at += byte(at) == BACKSLASH ? 2 : 1;
  return at + 1;
}

function compareStrings(): i32 {
  let a = atA + 1;
  let b = atB + 1;
  while (true) {
    const x = byte(a);
    const y = byte(b);
    if (x == QUOTE || y == QUOTE) {
      if (x != y) return x == QUOTE ? -1 : 1;
      atA = a + 1;
      atB = b + 1;
      return 0;
    }
    if (x == y && x != BACKSLASH) {
      a++;
      b++;
      continue;
    }
    const p = x == BACKSLASH ? unescaped(a) : x;
    const q = y == BACKSLASH ? unescaped(b) : y;
    if (p != q) return <i32>p - <i32>q;
    a += x == BACKSLASH ? escapeLength(a) : 1;
    b += y == BACKSLASH ? escapeLength(b) : 1;
  }
}

/** The canonical text escapes only quotes, backslashes and control characters, the latter by a letter or as \u00xx. */
function unescaped(at: usize): u32 {
  const c = byte(at + 1);
  if (c == 0x62) return 8;
  if (c == 0x66) return 12;
  if (c == 0x6e) return 10;
  if (c == 0x72) return 13;
  if (c == 0x74) return 9;
  if (c == 0x75) return (hexDigit(byte(at + 4)) << 4) | hexDigit(byte(at + 5));
  return c;
}

// @ts-ignore: decorator
@inline
function escapeLength(at: usize): usize {
  return byte(at + 1) == 0x75 ? 6 : 2;
}

// @ts-ignore: decorator
@inline
function hexDigit(c: u32): u32 {
  return isDigit(c) ? c - ZERO : (c | 0x20) - 0x57;
}

function compareNumbers(): i32 {
  const negative = byte(atA) == MINUS;
  if (negative != (byte(atB) == MINUS)) return negative ? -1 : 1;
  if (negative) {
    atA++;
    atB++;
  }
  const order = compareMagnitudes();
  return negative ? -order : order;
}

function compareMagnitudes(): i32 {
  let order: i32 = 0;
  let a = atA;
  let b = atB;
  while (digitAt(a, endA) && digitAt(b, endB)) order = decided(order, byte(a++), byte(b++));
  if (digitAt(a, endA)) return 1;
  if (digitAt(b, endB)) return -1;
  if (a < endA && byte(a) == POINT) a++;
  if (b < endB && byte(b) == POINT) b++;
  while (true) {
    const inA = digitAt(a, endA);
    const inB = digitAt(b, endB);
    if (!inA && !inB) break;
    order = decided(order, inA ? byte(a++) : ZERO, inB ? byte(b++) : ZERO);
  }
  atA = a;
  atB = b;
  return order;
}

/** A number at the top has nothing behind it. */
// @ts-ignore: decorator
@inline function digitAt(at: usize, end: usize): bool { return at < end && isDigit(byte(at)); }

// @ts-ignore: decorator
@inline function decided(order: i32, a: u32, b: u32): i32 { return order != 0 ? order : <i32>a - <i32>b; }

// @ts-ignore: decorator
@inline
function step(hash: u64, c: u32): u64 {
  const product = (hash ^ <u64>c) * 0x9e3779b97f4a7c15;
  return product ^ (product >> 32);
}

/** `hash` continued by a value: of equal values equal, so the trailing zeros of fractions do not count. */
export function hashJson(hash: u64, at: usize, length: usize): u64 {
  const end = at + length;
  while (at < end) {
    const c = byte(at);
    if (c == QUOTE) {
      const behind = stringEnd(at);
      while (at < behind) hash = step(hash, byte(at++));
    } else if (c == POINT) {
      let digits = at + 1;
      while (digits < end && isDigit(byte(digits))) digits++;
      let significant = digits;
      while (byte(significant - 1) == ZERO) significant--;
      if (byte(significant - 1) != POINT) for (; at < significant; at++) hash = step(hash, byte(at));
      at = digits;
    } else {
      hash = step(hash, c);
      at++;
    }
  }
  return hash;
}
