import {endLane, lane, ready, room} from './columns';
import {hostValue} from './host';
import {TOO_LARGE, VALUES, fail} from './layout';
import {QUOTE, nibble} from './scan';

// uuid and bytea, from hexadecimal digits.

const UUID_TEXT: usize = 38; // with its quotes

/** The values of hexadecimal digits; lanes above 15 are none. */
// @ts-ignore: decorator
@inline
function digitValues(text: v128): v128 {
  const decimal = i8x16.sub(text, i8x16.splat(0x30));
  const isDecimal = i8x16.eq(i8x16.min_u(decimal, i8x16.splat(9)), decimal);
  // A letter's value less 10, so that what stands before it is no digit either.
  const letter = i8x16.sub(v128.or(text, i8x16.splat(0x20)), i8x16.splat(0x61));
  return v128.bitselect(decimal, i8x16.add_sat_u(letter, i8x16.splat(10)), isDecimal);
}

/** Pairs of digits, the first the higher, as 16-bit lanes. */
// @ts-ignore: decorator
@inline
function pairs(digits: v128): v128 {
  return v128.and(v128.or(i16x8.shl(digits, 4), i16x8.shr_u(digits, 8)), i16x8.splat(0xff));
}

export function uuidValue(context: usize, node: usize, p: usize, end: usize, row: u32): usize {
  if (p + UUID_TEXT <= end && load<u8>(p) == QUOTE && load<u8>(p, 37) == QUOTE) {
    // 8-4-4-4-12 digits: the first sixteen, then the others.
    const a = v128.load(p, 1);
    const b = v128.load(p, 17);
    const c = v128.load(p, 21);
    const first = i8x16.shuffle(a, b, 0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 14, 15, 16, 17);
    const second = i8x16.shuffle(b, c, 3, 4, 5, 6, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31);
    const dashes = load<u8>(p, 9) == 0x2d && load<u8>(p, 14) == 0x2d && load<u8>(p, 19) == 0x2d && load<u8>(p, 24) == 0x2d;
    const x = digitValues(first);
    const y = digitValues(second);
    if (dashes && !v128.any_true(v128.and(v128.or(x, y), i8x16.splat(<i8>0xf0)))) {
      const bytes = i8x16.narrow_i16x8_u(pairs(x), pairs(y));
      v128.store(lane(node, row, 16), bytes);
      return p + UUID_TEXT;
    }
  }
  return hostValue(context, node, p, end, row);
}

/** `\x` and hexadecimal digits, the backslash escaped as JSON has it; other forms are the host's. */
export function byteaValue(context: usize, node: usize, p: usize, end: usize, row: u32): usize {
  if (p + 5 > end || load<u32>(p) != 0x785c5c22) return hostValue(context, node, p, end, row);
  ready(node, row);
  const start = room(node, (end - p) >> 1);
  if (start == 0) return fail(context, TOO_LARGE, p, node);
  let out = start;
  let at = p + 4;
  while (at + 2 <= end) {
    const a = nibble(load<u8>(at));
    const b = nibble(load<u8>(at, 1));
    if ((a | b) > 15) break;
    store<u8>(out++, (a << 4) | b);
    at += 2;
  }
  if (at >= end || load<u8>(at) != QUOTE) return hostValue(context, node, p, end, row);
  endLane(node, row, <u32>(out - <usize>load<u32>(node, VALUES)));
  return at + 1;
}
