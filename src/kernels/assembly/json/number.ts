import {lane} from './columns';
import {nearestDouble} from './float';
import {host, hostValue} from './host';
import {NUMBER} from './layout';
import {COMMA, CLOSE_BRACE, CLOSE_BRACKET, isDigit, skipNumber} from './scan';

// Integers and floating-point numbers. What is no number here (a string, a fraction in an integer column, a value out of
// range) is the host's: it reads strings as the type's input function does, and has the words for errors.

/** How many digits (0 … 8) begin the little-endian word. */
// @ts-ignore: decorator
@inline
export function leadingDigits(word: u64): u32 {
  // A byte is no digit if its high bit is set after either; a borrow or carry only ever disturbs bytes behind such a one.
  const low = word - 0x3030303030303030;
  const marks = ((word + 0x4646464646464646) | low) & 0x8080808080808080;
  return <u32>(ctz(marks) >> 3);
}

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

/** Digits of the run of `count` that begins with the two words, sixteen at most. */
// @ts-ignore: decorator
@inline
function runValue(first: u64, second: u64, count: u32): u64 {
  if (count <= 8) return digitsValue(first, count);
  return digitsValue(first, 8) * power10(count - 8) + digitsValue(second, count - 8);
}

// @ts-ignore: decorator
@inline
function runLength(first: u64, second: u64): u32 {
  const count = leadingDigits(first);
  return count < 8 ? count : 8 + leadingDigits(second);
}

/** Behind the number at `p`. */
export function readNumber(context: usize, p: usize, end: usize): usize {
  const negative = <u32>(load<u8>(p) == 0x2d);
  const start = p + negative;
  const first = load<u64>(start);
  const second = load<u64>(start, 8);
  const whole = runLength(first, second);
  if (whole - 1 > 14 || (whole > 1 && load<u8>(start) == 0x30)) return anyNumber(context, p, end);
  let mantissa = runValue(first, second, whole);
  let at = start + whole;
  let fraction: u32 = 0;
  if (load<u8>(at) == 0x2e) {
    const third = load<u64>(at, 1);
    const fourth = load<u64>(at, 9);
    fraction = runLength(third, fourth);
    // Nineteen digits fit.
    if (fraction == 0 || whole + fraction > 19) return anyNumber(context, p, end);
    mantissa = mantissa * power10(fraction) + runValue(third, fourth, fraction);
    at += fraction + 1;
    if (fraction == 16) {
      while (whole + fraction < 19 && isDigit(load<u8>(at))) {
        mantissa = mantissa * 10 + <u64>(<u32>load<u8>(at) - 0x30);
        fraction++;
        at++;
      }
    }
  }
  // An exponent, more digits, white space, a mistake or the end of the record is looked at anew.
  const c = <u32>load<u8>(at);
  if ((c != COMMA && c != CLOSE_BRACE && c != CLOSE_BRACKET) || at >= end) return anyNumber(context, p, end);
  store<u64>(context, mantissa, NUMBER);
  store<i32>(context, -<i32>fraction, NUMBER + 8);
  store<u32>(context, negative, NUMBER + 12);
  store<u32>(context, 0, NUMBER + 16);
  return at;
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
function putInteger(node: usize, row: u32, width: usize, value: i64): void {
  const at = lane(node, row, width);
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

// @ts-ignore: decorator
@inline
function integer(context: usize, node: usize, p: usize, end: usize, row: u32, width: usize): usize {
  const negative = load<u8>(p) == 0x2d;
  const digits = p + <usize>negative;
  const word = load<u64>(digits);
  let count = leadingDigits(word);
  if (count != 0) {
    let value = digitsValue(word, count);
    if (count == 8) {
      const second = load<u64>(digits, 8);
      const more = leadingDigits(second);
      if (more != 0) value = value * power10(more) + digitsValue(second, more);
      count += more;
    }
    // Up to fifteen digits, none leading, and behind them the end of the value: a plain integer.
    const behind = digits + count;
    if (count < 16 && behind < end && (load<u8>(digits) != 0x30 || count == 1)) {
      const c = <u32>load<u8>(behind);
      if (c == COMMA || c == CLOSE_BRACE || c == CLOSE_BRACKET) {
        const signed = negative ? -<i64>value : <i64>value;
        if (inRange(width, signed)) {
          putInteger(node, row, width, signed);
          return behind;
        }
      }
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
  putInteger(node, row, width, signed);
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
  store<f64>(lane(node, row, 8), isNegative(context) ? -value : value);
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
