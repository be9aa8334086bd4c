import {isReady, lane, readyLane} from './columns';
import {nearestDouble} from './float';
import {host, hostValue} from './host';
import {NUMBER} from './layout';
import {isDigit, isTerminator, leadingDigits, skipNumber} from './scan';

// Integers and floating-point numbers. What is no number here (a string, a fraction in an integer column, a value out of
// range) is the host's: it reads strings as the type's input function does, and has the words for errors.

/** Value of the first `count` (1 … 8) characters of the word, all digits. */
// @ts-ignore: decorator
@inline
export function digitsValue(word: u64, count: u32): u64 {
  let v = (word - 0x3030303030303030) << (64 - (count << 3));
  v = v * 10 + (v >> 8);
  return ((v & 0x000000ff000000ff) * 0x000f424000000064 + ((v >> 16) & 0x000000ff000000ff) * 0x0000271000000001) >> 32;
}

const POWERS: usize = memory.data<u64>([
  1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000, 10000000000, 100000000000, 1000000000000,
  10000000000000, 100000000000000, 1000000000000000, 10000000000000000, 100000000000000000, 1000000000000000000,
  10000000000000000000,
]);

/** 10^n, n < 20. */
// @ts-ignore: decorator
@inline
export function power10(n: u32): u64 {
  return load<u64>(POWERS + (<usize>n << 3));
}

// What readNumber leaves at context + NUMBER: the number is ±mantissa × 10^exponent.
// @ts-ignore: decorator
@inline
export function mantissaOf(context: usize): u64 { return load<u64>(context, NUMBER); }
// @ts-ignore: decorator
@inline
export function exponentOf(context: usize): i32 { return load<i32>(context, NUMBER + 8); }
// @ts-ignore: decorator
@inline
export function isNegative(context: usize): bool { return load<u32>(context, NUMBER + 12) != 0; }
/** The number has more than 19 digits, the mantissa only the first 19 of them, and one that was left out is not 0. */
// @ts-ignore: decorator
@inline
export function isCut(context: usize): bool { return load<u32>(context, NUMBER + 16) != 0; }

/** Read at 16 - n: the first n lanes are set. */
const FIRST_LANES: usize = memory.data<u8>([
  255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
]);

/** Read at n: which lanes the last n are, of a vector whose first n are to be moved there; no lane before them. */
const TO_THE_RIGHT: usize = memory.data<u8>([
  255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
]);

/** Bit i: lane i is a digit. */
// @ts-ignore: decorator
@inline
function digitLanes(v: v128): u32 {
  const digits = i8x16.sub(v, i8x16.splat(0x30));
  return <u32>i8x16.bitmask(i8x16.eq(i8x16.min_u(digits, i8x16.splat(9)), digits));
}

/** Value of the first `count` (1 … 16) characters, all digits. */
// @ts-ignore: decorator
@inline
function lanesValue(characters: v128, count: u32): u64 {
  if (count <= 8) return digitsValue(i64x2.extract_lane(characters, 0), count);
  // Zeros before them; then pairs, fours and eights of digits become one number.
  const digits = i8x16.swizzle(i8x16.sub(characters, i8x16.splat(0x30)), v128.load(TO_THE_RIGHT + <usize>count));
  const pairs = i16x8.add(i16x8.mul(v128.and(digits, i16x8.splat(0xff)), i16x8.splat(10)), i16x8.shr_u(digits, 8));
  const fours = i32x4.dot_i16x8_s(pairs, i32x4.splat(0x00010064));
  const eights = i32x4.dot_i16x8_s(i16x8.narrow_i32x4_s(fours, fours), i32x4.splat(0x00012710));
  const both = <u64>i64x2.extract_lane(eights, 0);
  return (both & 0xffffffff) * 100000000 + (both >> 32);
}

// @ts-ignore: decorator
@inline
function noteNumber(context: usize, mantissa: u64, exponent: i32, negative: u32): void {
  store<u64>(context, mantissa, NUMBER);
  store<i32>(context, exponent, NUMBER + 8);
  store<u32>(context, negative, NUMBER + 12);
  store<u32>(context, 0, NUMBER + 16);
}

/** Behind the number at `p`. */
export function readNumber(context: usize, p: usize, end: usize): usize {
  const negative = <u32>(load<u8>(p) == 0x2d);
  const start = p + negative;
  // Both ends, of the whole digits and of the fraction's, from one look at 32 bytes.
  const others = ~(digitLanes(v128.load(start)) | (digitLanes(v128.load(start, 16)) << 16));
  const whole = <u32>ctz(others);
  let digits = whole;
  let behind = start + whole;
  if (whole - 1 > 14) return anyNumber(context, p, end);
  if (load<u8>(start) == 0x30) if (whole > 1) return anyNumber(context, p, end);
  if (load<u8>(behind) == 0x2e) {
    const stop = <u32>ctz(others & (others - 1));
    digits = stop - 1;
    behind = start + stop;
    // Nineteen digits fit.
    if (digits - whole - 1 > 18 - whole) return anyNumber(context, p, end);
  }
  const fraction = digits - whole;
  // All digits together, without the point.
  const together = v128.bitselect(v128.load(start), v128.load(start, 1), v128.load(FIRST_LANES + 16 - <usize>whole));
  let mantissa = lanesValue(together, min<u32>(digits, 16));
  for (let at = start + 17; at < behind; at++) mantissa = mantissa * 10 + <u64>(<u32>load<u8>(at) - 0x30);
  const c = <u32>load<u8>(behind);
  if (isTerminator(c)) {
    noteNumber(context, mantissa, -<i32>fraction, negative);
    return behind;
  }
  if ((c | 0x20) == 0x65) {
    const minus = load<u8>(behind, 1) == 0x2d;
    const power = behind + 1 + <usize>(minus || load<u8>(behind, 1) == 0x2b);
    const word = load<u64>(power);
    const count = leadingDigits(word);
    if (count - 1 < 4) {
      const value = <i32>digitsValue(word, count);
      if (isTerminator(load<u8>(power + count))) {
        noteNumber(context, mantissa, (minus ? -value : value) - <i32>fraction, negative);
        return power + count;
      }
    }
  }
  // More digits, white space, a mistake or the end of the record is looked at anew.
  return anyNumber(context, p, end);
}

function anyNumber(context: usize, p: usize, end: usize): usize {
  const behind = skipNumber(context, p, end);
  if (behind == 0) return 0;
  const negative = <u32>(load<u8>(p) == 0x2d);
  p += negative;
  let mantissa: u64 = 0;
  let digits: u32 = 0;
  let exponent: i32 = 0;
  let cut: u32 = 0;
  let fraction: i32 = 0;
  for (; p < behind; p++) {
    const digit = <u32>load<u8>(p) - 0x30;
    if (digit > 9) {
      if (digit != 0x2e - 0x30) break;
      fraction = 1;
    } else if (digits < 19) {
      mantissa = mantissa * 10 + digit;
      digits += <u32>(mantissa != 0);
      exponent -= fraction;
    } else {
      cut |= <u32>(digit != 0);
      exponent += 1 - fraction;
    }
  }
  if (p < behind) {
    p++; // e
    const sign = <u32>load<u8>(p);
    if (sign == 0x2d || sign == 0x2b) p++;
    let power: i32 = 0;
    for (; p < behind; p++) power = min<i32>(power * 10 + <i32>(<u32>load<u8>(p) - 0x30), 1000000);
    exponent += sign == 0x2d ? -power : power;
  }
  store<u64>(context, mantissa, NUMBER);
  store<i32>(context, exponent, NUMBER + 8);
  store<u32>(context, negative, NUMBER + 12);
  store<u32>(context, cut, NUMBER + 16);
  return behind;
}

// @ts-ignore: decorator
@inline
function storeInteger(at: usize, width: usize, value: i64): void {
  if (width == 8) store<i64>(at, value);
  else if (width == 4) store<i32>(at, <i32>value);
  else store<i16>(at, <i16>value);
}

// @ts-ignore: decorator
@inline
function inRange(width: usize, value: i64): bool {
  if (width == 8) return true;
  if (width == 4) return value == <i64><i32>value;
  return value == <i64><i16>value;
}

/** How many digits the plain integer at `digits` has: 1 … 15, none leading, and behind them the end of the value; else 0. */
// @ts-ignore: decorator
@inline
export function plainDigits(digits: usize): u32 {
  let count = leadingDigits(load<u64>(digits));
  if (count == 8) count += leadingDigits(load<u64>(digits, 8));
  if (count - 1 > 14) return 0;
  if (load<u8>(digits) == 0x30) if (count > 1) return 0;
  return isTerminator(load<u8>(digits + count)) ? count : 0;
}

/** The value of these. */
// @ts-ignore: decorator
@inline
export function plainValue(digits: usize, count: u32): u64 {
  const word = load<u64>(digits);
  if (count <= 8) return digitsValue(word, count);
  return digitsValue(word, 8) * power10(count - 8) + digitsValue(load<u64>(digits, 8), count - 8);
}

// @ts-ignore: decorator
@inline
function integer(context: usize, node: usize, p: usize, end: usize, row: u32, width: usize): usize {
  const negative = load<u8>(p) == 0x2d;
  const digits = p + <usize>negative;
  const count = plainDigits(digits);
  if (count != 0 && isReady(node, row)) {
    const value = plainValue(digits, count);
    const signed = negative ? -<i64>value : <i64>value;
    if (inRange(width, signed)) {
      storeInteger(readyLane(node, row, width), width, signed);
      return digits + count;
    }
  }
  return anyInteger(context, node, p, end, row, width);
}

/** An integer in any form that JSON has: 1.50e2 is 150. */
function anyInteger(context: usize, node: usize, p: usize, end: usize, row: u32, width: usize): usize {
  const first = <u32>load<u8>(p);
  if (first != 0x2d && !isDigit(first)) return hostValue(context, node, p, end, row);
  const behind = readNumber(context, p, end);
  if (behind == 0) return 0;
  let value = mantissaOf(context);
  let exponent = exponentOf(context);
  if (value == 0) exponent = 0;
  for (; exponent < 0; exponent++) {
    if (value % 10 != 0) return host(context, node, p, behind, row);
    value /= 10;
  }
  for (; exponent > 0; exponent--) {
    if (value > 922337203685477580) return host(context, node, p, behind, row);
    value *= 10;
  }
  const negative = isNegative(context);
  const signed = negative ? -<i64>value : <i64>value;
  const fits = value <= 0x7fffffffffffffff || (negative && value == 0x8000000000000000);
  if (!fits || isCut(context) || !inRange(width, signed)) return host(context, node, p, behind, row);
  storeInteger(lane(node, row, width), width, signed);
  return behind;
}

export function smallintValue(context: usize, node: usize, p: usize, end: usize, row: u32): usize {
  return integer(context, node, p, end, row, 2);
}

export function integerValue(context: usize, node: usize, p: usize, end: usize, row: u32): usize {
  return integer(context, node, p, end, row, 4);
}

// @ts-ignore: decorator
@inline
export function inlineBigint(context: usize, node: usize, p: usize, end: usize, row: u32): usize {
  return integer(context, node, p, end, row, 8);
}

export function bigintValue(context: usize, node: usize, p: usize, end: usize, row: u32): usize {
  return integer(context, node, p, end, row, 8);
}

export function doubleValue(context: usize, node: usize, p: usize, end: usize, row: u32): usize {
  const first = <u32>load<u8>(p);
  if (first != 0x2d && !isDigit(first)) return hostValue(context, node, p, end, row);
  const behind = readNumber(context, p, end);
  if (behind == 0) return 0;
  const value = nearestDouble(mantissaOf(context), exponentOf(context), isCut(context));
  if (isNaN(value)) return host(context, node, p, behind, row);
  const signed = isNegative(context) ? -value : value;
  if (isReady(node, row)) store<f64>(readyLane(node, row, 8), signed);
  else store<f64>(lane(node, row, 8), signed);
  return behind;
}

export function realValue(context: usize, node: usize, p: usize, end: usize, row: u32): usize {
  const first = <u32>load<u8>(p);
  if (first != 0x2d && !isDigit(first)) return hostValue(context, node, p, end, row);
  const behind = readNumber(context, p, end);
  if (behind == 0) return 0;
  const value = nearestDouble(mantissaOf(context), exponentOf(context), isCut(context));
  if (isNaN(value)) return host(context, node, p, behind, row);
  // Rounding twice is right unless the double lies just between two reals, or the real is subnormal, zero or infinite.
  const between = (reinterpret<u64>(value) & 0x1fffffff) == 0x10000000;
  if (value != 0 && (between || value < 1.1754943508222875e-38 || value > 3.4028234663852886e38)) {
    return host(context, node, p, behind, row);
  }
  store<f32>(lane(node, row, 4), <f32>(isNegative(context) ? -value : value));
  return behind;
}
