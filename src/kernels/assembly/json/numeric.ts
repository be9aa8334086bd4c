import {endLane, lane, ready, room} from './columns';
import {mulHigh} from './float';
import {host, hostValue} from './host';
import {BOUND, SCALE, TOO_LARGE, VALUES, fail} from './layout';
import {exponentOf, isCut, isNegative, mantissaOf, power10, readNumber} from './number';
import {isDigit, skipDigits, skipNumber} from './scan';

// numeric columns: the number's digits are kept exactly, whatever its form.

/** mantissa × 10^-places, rounded half away from zero. */
function roundedQuotient(mantissa: u64, places: u32): u64 {
  // A mantissa has at most 19 digits.
  if (places > 19) return 0;
  const divisor = power10(places);
  const rest = mantissa % divisor;
  return mantissa / divisor + <u64>(rest >= divisor - rest);
}

/** numeric of at most 18 digits: an integer of the column's scale. */
export function numeric64Value(context: usize, node: usize, p: usize, end: usize, row: u32): usize {
  const first = <u32>load<u8>(p);
  if (first != 0x2d && !isDigit(first)) return hostValue(context, node, p, end, row);
  const behind = readNumber(context, p, end);
  if (behind == 0) return 0;
  const mantissa = mantissaOf(context);
  let value = mantissa;
  if (mantissa != 0) {
    const shift = exponentOf(context) + load<i32>(node, SCALE);
    if (isCut(context) || shift > 18) return host(context, node, p, behind, row);
    if (shift < 0) {
      value = roundedQuotient(mantissa, <u32>-shift);
    } else if (shift > 0) {
      const factor = power10(<u32>shift);
      if (mulHigh(mantissa, factor) != 0) return host(context, node, p, behind, row);
      value = mantissa * factor;
    }
    if (value >= load<u64>(node, BOUND)) return host(context, node, p, behind, row);
  }
  store<i64>(lane(node, row, 8), isNegative(context) ? -<i64>value : <i64>value);
  return behind;
}

/** numeric of at most 38 digits. */
export function numeric128Value(context: usize, node: usize, p: usize, end: usize, row: u32): usize {
  const first = <u32>load<u8>(p);
  if (first != 0x2d && !isDigit(first)) return hostValue(context, node, p, end, row);
  const behind = readNumber(context, p, end);
  if (behind == 0) return 0;
  let low = mantissaOf(context);
  let high: u64 = 0;
  if (low != 0) {
    let shift = exponentOf(context) + load<i32>(node, SCALE);
    if (isCut(context) || shift > 38) return host(context, node, p, behind, row);
    if (shift < 0) low = roundedQuotient(low, <u32>-shift);
    while (shift > 0) {
      const step = min<i32>(shift, 19);
      const factor = power10(<u32>step);
      // The bound is below 2^127, so what is lost past 128 bits shows as a high word beyond it only if it is looked for.
      const top = mulHigh(low, factor);
      if (mulHigh(high, factor) != 0 || high * factor > u64.MAX_VALUE - top) return host(context, node, p, behind, row);
      high = high * factor + top;
      low = low * factor;
      shift -= step;
    }
    const boundLow = load<u64>(node, BOUND);
    const boundHigh = load<u64>(node, BOUND + 8);
    if (high > boundHigh || (high == boundHigh && low >= boundLow)) return host(context, node, p, behind, row);
  }
  if (isNegative(context)) {
    low = ~low + 1;
    high = ~high + <u64>(low == 0);
  }
  const at = lane(node, row, 16);
  store<u64>(at, low);
  store<u64>(at, high, 8);
  return behind;
}

// @ts-ignore: decorator
@inline
function storeBig16(at: usize, value: u32): void {
  store<u8>(at, value >> 8);
  store<u8>(at, value, 1);
}

/** ⌊n / 4⌋ for negative n too. */
// @ts-ignore: decorator
@inline
function group(n: i32): i32 {
  return n >> 2;
}

/** numeric without limits, in Postgres's binary form: base-10000 digits are the number's own, four by four. */
export function numericValue(context: usize, node: usize, p: usize, end: usize, row: u32): usize {
  const first = <u32>load<u8>(p);
  if (first != 0x2d && !isDigit(first)) return hostValue(context, node, p, end, row);
  const behind = skipNumber(context, p, end);
  if (behind == 0) return 0;
  const negative = first == 0x2d;
  const start = p + <usize>negative;
  const wholeEnd = skipDigits(start, behind);
  let fraction = wholeEnd;
  let fractionEnd = wholeEnd;
  if (wholeEnd < behind && load<u8>(wholeEnd) == 0x2e) {
    fraction = wholeEnd + 1;
    fractionEnd = skipDigits(fraction, behind);
  }
  // Digits before the point come first; `point` of them stand before the point once the exponent has moved it.
  const wholeDigits = <i32>(wholeEnd - start);
  const digits = wholeDigits + <i32>(fractionEnd - fraction);
  if (fractionEnd < behind || digits > 1000) {
    const exponent = exponentAt(fractionEnd + 1, behind);
    if (exponent > 200 || exponent < -200 || digits > 1000) return host(context, node, p, behind, row);
    return putNumeric(context, node, start, wholeDigits, fraction, digits, wholeDigits + exponent, negative, behind, row);
  }
  return putNumeric(context, node, start, wholeDigits, fraction, digits, wholeDigits, negative, behind, row);
}

function exponentAt(p: usize, behind: usize): i32 {
  const sign = <u32>load<u8>(p);
  if (sign == 0x2d || sign == 0x2b) p++;
  let exponent: i32 = 0;
  for (; p < behind; p++) exponent = min<i32>(exponent * 10 + <i32>(<u32>load<u8>(p) - 0x30), 100000);
  return sign == 0x2d ? -exponent : exponent;
}

function putNumeric(
  context: usize, node: usize, start: usize, wholeDigits: i32, fraction: usize, digits: i32, point: i32, negative: bool,
  behind: usize, row: u32,
): usize {
  ready(node, row);
  const out = room(node, <usize>digits + 160);
  if (out == 0) return fail(context, TOO_LARGE, start, node);
  const skew = fraction - start - <usize>wholeDigits;
  let first: i32 = 0;
  while (first < digits && digitAt(start, wholeDigits, skew, first) == 0) first++;
  let last = digits - 1;
  while (last > first && digitAt(start, wholeDigits, skew, last) == 0) last--;

  let count: u32 = 0;
  let weight: i32 = 0;
  if (first < digits) {
    // Digit i stands for 10^(point - 1 - i).
    weight = group(point - 1 - first);
    const lowest = group(point - 1 - last);
    for (let g = weight; g >= lowest; g--) {
      let value: u32 = 0;
      const high = point - 1 - (g * 4 + 3);
      for (let i = high; i < high + 4; i++) {
        value = value * 10 + (i >= 0 && i < digits ? digitAt(start, wholeDigits, skew, i) : 0);
      }
      storeBig16(out + 8 + <usize>(count << 1), value);
      count++;
    }
  }
  storeBig16(out, count);
  storeBig16(out + 2, <u32>weight);
  storeBig16(out + 4, negative && count > 0 ? 0x4000 : 0);
  storeBig16(out + 6, <u32>max<i32>(digits - point, 0));
  endLane(node, row, <u32>(out + 8 + <usize>(count << 1) - <usize>load<u32>(node, VALUES)));
  return behind;
}

/** Digit i of the number; `skew` is 1 where a point stands between the digits. */
// @ts-ignore: decorator
@inline
function digitAt(start: usize, wholeDigits: i32, skew: usize, i: i32): u32 {
  return <u32>load<u8>(start + <usize>i + (i >= wholeDigits ? skew : 0)) - 0x30;
}
