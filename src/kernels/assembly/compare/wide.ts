// Comparisons of lanes wider than a word: intervals, uuids, and integers scaled as decimals.
import {isNaNLane, leftStep, rightStep} from '../arith/lanes';
import {mulHigh} from '../arith/int128';

const EQ = 0;
const LT = 1;
const GT = 2;

// @ts-ignore: decorator
@inline function holds(op: i32, order: i32): u32 {
  return op == EQ ? u32(order == 0) : op == LT ? u32(order < 0) : u32(order > 0);
}

const DAY: i64 = 86400000000;

// @ts-ignore: decorator
@inline function wholeDays(interval: usize): i64 {
  const micros = load<i64>(interval, 8);
  return <i64>load<i32>(interval) * 30 + <i64>load<i32>(interval, 4) + micros / DAY - i64(micros % DAY < 0);
}

// @ts-ignore: decorator
@inline function restOfDay(interval: usize): i64 {
  const rest = load<i64>(interval, 8) % DAY;
  return rest < 0 ? rest + DAY : rest;
}

/** A month is 30 days and a day 24 hours when intervals are compared. */
function intervalOrder(a: usize, b: usize): i32 {
  const x = wholeDays(a);
  const y = wholeDays(b);
  if (x != y) return x < y ? -1 : 1;
  const p = restOfDay(a);
  const q = restOfDay(b);
  return p < q ? -1 : i32(p > q);
}

function uuidOrder(a: usize, b: usize): i32 {
  const x = bswap<u64>(load<u64>(a));
  const y = bswap<u64>(load<u64>(b));
  if (x != y) return x < y ? -1 : 1;
  const p = bswap<u64>(load<u64>(a, 8));
  const q = bswap<u64>(load<u64>(b, 8));
  return p < q ? -1 : i32(p > q);
}

// @ts-ignore: decorator
@inline function compare16(op: i32, uuid: bool, mode: i32, a: usize, b: usize, out: usize, n: u32, negate: i32): void {
  const sb = rightStep(mode, 16);
  const flip: u32 = negate ? 0xff : 0;
  for (let i: u32 = 0; i < n; i += 8) {
    let byte: u32 = 0;
    const end = min<u32>(8, n - i);
    for (let j: u32 = 0; j < end; j++) {
      byte |= holds(op, uuid ? uuidOrder(a, b) : intervalOrder(a, b)) << j;
      a += 16;
      b += sb;
    }
    store<u8>(out + (i >> 3), <u8>(byte ^ flip));
  }
}

export function compare_eq_interval(mode: i32, a: usize, b: usize, out: usize, n: u32, negate: i32): void {
  compare16(EQ, false, mode, a, b, out, n, negate);
}
export function compare_lt_interval(mode: i32, a: usize, b: usize, out: usize, n: u32, negate: i32): void {
  compare16(LT, false, mode, a, b, out, n, negate);
}
export function compare_gt_interval(mode: i32, a: usize, b: usize, out: usize, n: u32, negate: i32): void {
  compare16(GT, false, mode, a, b, out, n, negate);
}
export function compare_eq_uuid(mode: i32, a: usize, b: usize, out: usize, n: u32, negate: i32): void {
  compare16(EQ, true, mode, a, b, out, n, negate);
}
export function compare_lt_uuid(mode: i32, a: usize, b: usize, out: usize, n: u32, negate: i32): void {
  compare16(LT, true, mode, a, b, out, n, negate);
}
export function compare_gt_uuid(mode: i32, a: usize, b: usize, out: usize, n: u32, negate: i32): void {
  compare16(GT, true, mode, a, b, out, n, negate);
}

/**
 * Lanes of 8 or 16 bytes, each side multiplied to the common scale (the product must fit int128). A width with 64 added says
 * that the lanes may hold NaN, which is above all numbers.
 */
// @ts-ignore: decorator
@inline function compareScaled(
  op: i32, mode: i32, a: usize, b: usize, out: usize, n: u32, negate: i32, aBytes: u32, bBytes: u32, aFactor: i64, bFactor: i64,
): void {
  const aNaN = (aBytes & 64) != 0;
  const bNaN = (bBytes & 64) != 0;
  const aWidth = aBytes & 63;
  const bWidth = bBytes & 63;
  const sa = leftStep(mode, <usize>aWidth);
  const sb = rightStep(mode, <usize>bWidth);
  const flip: u32 = negate ? 0xff : 0;
  for (let i: u32 = 0; i < n; i += 8) {
    let byte: u32 = 0;
    const end = min<u32>(8, n - i);
    for (let j: u32 = 0; j < end; j++) {
      let xl = load<u64>(a);
      let xh = aWidth == 16 ? load<i64>(a, 8) : <i64>xl >> 63;
      let yl = load<u64>(b);
      let yh = bWidth == 16 ? load<i64>(b, 8) : <i64>yl >> 63;
      const xNaN = aNaN && isNaNLane(xl, xh, aWidth);
      const yNaN = bNaN && isNaNLane(yl, yh, bWidth);
      if (aFactor != 1) {
        xh = xh * aFactor + <i64>mulHigh(xl, <u64>aFactor);
        xl *= <u64>aFactor;
      }
      if (bFactor != 1) {
        yh = yh * bFactor + <i64>mulHigh(yl, <u64>bFactor);
        yl *= <u64>bFactor;
      }
      const numbers: i32 = xh != yh ? (xh < yh ? -1 : 1) : xl < yl ? -1 : i32(xl > yl);
      const order = xNaN || yNaN ? i32(xNaN) - i32(yNaN) : numbers;
      byte |= holds(op, order) << j;
      a += sa;
      b += sb;
    }
    store<u8>(out + (i >> 3), <u8>(byte ^ flip));
  }
}

export function compare_eq_i128(mode: i32, a: usize, b: usize, out: usize, n: u32, negate: i32, aw: u32, bw: u32, af: i64, bf: i64): void {
  compareScaled(EQ, mode, a, b, out, n, negate, aw, bw, af, bf);
}
export function compare_lt_i128(mode: i32, a: usize, b: usize, out: usize, n: u32, negate: i32, aw: u32, bw: u32, af: i64, bf: i64): void {
  compareScaled(LT, mode, a, b, out, n, negate, aw, bw, af, bf);
}
export function compare_gt_i128(mode: i32, a: usize, b: usize, out: usize, n: u32, negate: i32, aw: u32, bw: u32, af: i64, bf: i64): void {
  compareScaled(GT, mode, a, b, out, n, negate, aw, bw, af, bf);
}
