// Decimals in Postgres's binary form: int16 ndigits, weight, sign, dscale, then base-10000 digits, big-endian.
import {flag, isNaNLane, leftStep, rightStep} from './lanes';
import {mulHigh, power10} from './int128';

/** At most this many bytes for a number of 39 digits. */
const MAX_BYTES: usize = 32;
/** NaN as eight bytes: no digits, weight 0, sign C000, scale 0. */
const NAN_FORM: u64 = 0xc000000000;

// @ts-ignore: decorator
@inline function storeBig(at: usize, value: i32): void { store<u16>(at, bswap<u16>(<u16>value)); }

/** Writes ±(high:low)·10^-scale at `out`; returns its length. `scratch` has room for 16 digits. */
function write(out: usize, scratch: usize, low: u64, high: u64, negative: bool, scale: u32): usize {
  const fraction: i32 = <i32>((scale + 3) >> 2);
  let groups: i32 = 0;
  let odd = scale & 3;
  while ((low | high) != 0) {
    const divisor: u64 = odd ? power10(odd) : 10000;
    let rest: u64;
    if (high == 0) {
      rest = low % divisor;
      low /= divisor;
    } else {
      const q3 = (high >> 32) / divisor;
      let x = ((high >> 32) % divisor << 32) | (high & 0xffffffff);
      const q2 = x / divisor;
      x = (x % divisor << 32) | (low >> 32);
      const q1 = x / divisor;
      x = (x % divisor << 32) | (low & 0xffffffff);
      rest = x % divisor;
      low = (q1 << 32) | (x / divisor);
      high = (q3 << 32) | q2;
    }
    if (odd) {
      rest *= power10(4 - odd);
      odd = 0;
    }
    store<u16>(scratch + (<usize>groups << 1), <u16>rest);
    groups++;
  }
  let first: i32 = 0; // the last digits that are not zero
  while (first < groups && load<u16>(scratch + (<usize>first << 1)) == 0) first++;
  const digits = groups - first;
  storeBig(out, digits);
  storeBig(out + 2, digits == 0 ? 0 : groups - fraction - 1);
  storeBig(out + 4, negative && digits > 0 ? 0x4000 : 0);
  storeBig(out + 6, scale);
  let at = out + 8;
  for (let g = groups - 1; g >= first; g--) {
    storeBig(at, load<u16>(scratch + (<usize>g << 1)));
    at += 2;
  }
  return at - out;
}

/** Integer lanes (4, 8 or 16 bytes) of a scale → decimals. `out` has 32·(n + 2) bytes. Returns the bytes used. */
export function decimal_pack(a: usize, out: usize, offsets: usize, n: u32, width: u32, scale: u32, mayBeNaN: u32): u32 {
  const scratch = out + MAX_BYTES * n;
  let at: usize = 0;
  store<i32>(offsets, 0);
  for (let i: u32 = 0; i < n; i++) {
    let low: u64 = width == 4 ? <u64><i64>load<i32>(a) : width == 2 ? <u64><i64>load<i16>(a) : load<u64>(a);
    let high: u64 = width == 16 ? load<u64>(a, 8) : <u64>(<i64>low >> 63);
    if (mayBeNaN != 0 && isNaNLane(low, <i64>high, width)) {
      store<u64>(out + at, NAN_FORM);
      at += 8;
      store<i32>(offsets + (<usize>(i + 1) << 2), <i32>at);
      a += <usize>width;
      continue;
    }
    const negative = <i64>high < 0;
    if (negative) {
      low = 0 - low;
      high = ~high + u64(low == 0);
    }
    at += write(out + at, scratch, low, high, negative, scale);
    store<i32>(offsets + (<usize>(i + 1) << 2), <i32>at);
    a += <usize>width;
  }
  return <u32>at;
}

/** Decimal digits of a word, 1 for zero. */
function digitCount(x: u64): u32 {
  let k: u32 = 1;
  while (k < 20 && x >= power10(k)) k++;
  return k;
}

/** Power of 10000 of the first base-10000 digit, and that digit, packed as weight << 16 | digit. */
function leading(x: u64, scale: i32): i32 {
  if (x == 0) return 0;
  const digits = <i32>digitCount(x);
  const exponent = digits - 1 - scale;
  const weight = exponent >> 2;
  const width = exponent - (weight << 2) + 1;
  const digit = width >= digits ? x * power10(width - digits) : x / power10(digits - width);
  return (weight << 16) | <i32>digit;
}

/**
 * a ÷ b with Postgres's choice of scale, rounded half away from zero. Lanes of 8 or 16 bytes at scales sa and sb. Flags a
 * divisor that is 0 or not below 2^32, and an intermediate that leaves 128 bits. `out` has 32·(n + 2) bytes, `flags` n bits;
 * the bytes used stand in offsets[n]. Returns the number of flagged lanes, whose value is 0.
 */
export function decimal_div(
  mode: i32, a: usize, b: usize, out: usize, n: u32, flags: usize, offsets: usize, aWidth: u32, bWidth: u32, sa: i32, sb: i32,
): i32 {
  const stepA = leftStep(mode, <usize>aWidth);
  const stepB = rightStep(mode, <usize>bWidth);
  const scratch = out + MAX_BYTES * n;
  let at: usize = 0;
  let flagged = 0;
  store<i32>(offsets, 0);
  for (let i: u32 = 0; i < n; i++) {
    let x = load<i64>(a);
    let y = load<i64>(b);
    let bad = isNaNLane(<u64>x, aWidth == 16 ? load<i64>(a, 8) : 0, aWidth) || isNaNLane(<u64>y, bWidth == 16 ? load<i64>(b, 8) : 0, bWidth) ||
      (aWidth == 16 && load<i64>(a, 8) != x >> 63) || (bWidth == 16 && load<i64>(b, 8) != y >> 63);
    const negative = (x < 0) != (y < 0);
    const dividend: u64 = x < 0 ? 0 - <u64>x : <u64>x;
    const divisor: u64 = y < 0 ? 0 - <u64>y : <u64>y;
    bad = bad || divisor == 0 || divisor >> 32 != 0;
    let low: u64 = 0;
    let high: u64 = 0;
    let scale: i32 = 0;
    if (!bad) {
      const p = leading(dividend, sa);
      const q = leading(divisor, sb);
      let weight = (p >> 16) - (q >> 16);
      if ((p & 0xffff) <= (q & 0xffff)) weight--;
      scale = max<i32>(max<i32>(16 - (weight << 2), max<i32>(sa, sb)), 0);
      const shift = scale + sb - sa;
      const first = power10(min<i32>(shift, 19));
      low = dividend * first;
      high = mulHigh(dividend, first);
      if (shift > 38) bad = true;
      else if (shift > 19) {
        const second = power10(shift - 19);
        bad = mulHigh(high, second) != 0;
        const carry = mulHigh(low, second);
        high = high * second + carry;
        bad = bad || high < carry;
        low *= second;
      }
      if (!bad) {
        const q3 = (high >> 32) / divisor;
        let r = ((high >> 32) % divisor << 32) | (high & 0xffffffff);
        const q2 = r / divisor;
        r = (r % divisor << 32) | (low >> 32);
        const q1 = r / divisor;
        r = (r % divisor << 32) | (low & 0xffffffff);
        low = (q1 << 32) | (r / divisor);
        high = (q3 << 32) | q2;
        if ((r % divisor) << 1 >= divisor) {
          low++;
          high += u64(low == 0);
        }
      }
    }
    if (bad) {
      low = 0;
      high = 0;
      scale = 0;
      flag(flags, i);
      flagged++;
    }
    at += write(out + at, scratch, low, high, negative, <u32>scale);
    store<i32>(offsets + (<usize>(i + 1) << 2), <i32>at);
    a += stepA;
    b += stepB;
  }
  return flagged;
}

// @ts-ignore: decorator
@inline function big(at: usize, index: usize): i32 { return <i32>bswap<u16>(load<u16>(at + (index << 1))); }

/** -∞ < numbers < ∞ < NaN. */
function rank(sign: i32): i32 {
  return sign == 0xf000 ? -1 : sign == 0xd000 ? 1 : sign == 0xc000 ? 2 : 0;
}

/** Order of two decimals: -1, 0, 1. */
export function decimalOrder(a: usize, b: usize): i32 {
  const signA = big(a, 2);
  const signB = big(b, 2);
  if (((signA | signB) & 0x8000) != 0) {
    const x = rank(signA);
    const y = rank(signB);
    return x < y ? -1 : i32(x > y);
  }
  const digitsA = big(a, 0);
  const digitsB = big(b, 0);
  const x = digitsA == 0 ? 0 : signA == 0 ? 1 : -1;
  const y = digitsB == 0 ? 0 : signB == 0 ? 1 : -1;
  if (x != y) return x < y ? -1 : 1;
  if (x == 0) return 0;
  const weightA = <i32><i16>big(a, 1);
  const weightB = <i32><i16>big(b, 1);
  if (weightA != weightB) return weightA < weightB ? -x : x;
  const shared = min(digitsA, digitsB);
  for (let i: i32 = 0; i < shared; i++) {
    const p = big(a, 4 + i);
    const q = big(b, 4 + i);
    if (p != q) return p < q ? -x : x;
  }
  return digitsA == digitsB ? 0 : digitsA < digitsB ? -x : x;
}

// @ts-ignore: decorator
@inline function compare(op: i32, mode: i32, a: usize, ao: usize, b: usize, bo: usize, out: usize, n: u32, negate: i32): void {
  const flip: u32 = negate ? 0xff : 0;
  for (let i: u32 = 0; i < n; i += 8) {
    let byte: u32 = 0;
    const end = min<u32>(n, i + 8);
    for (let j = i; j < end; j++) {
      const k = mode == 1 ? 0 : j;
      const order = decimalOrder(a + load<i32>(ao + (j << 2)), b + load<i32>(bo + (k << 2)));
      byte |= (op == 0 ? u32(order == 0) : op == 1 ? u32(order < 0) : u32(order > 0)) << (j & 7);
    }
    store<u8>(out + (i >> 3), <u8>(byte ^ flip));
  }
}

export function compare_eq_decimal(mode: i32, a: usize, ao: usize, b: usize, bo: usize, out: usize, n: u32, negate: i32): void {
  compare(0, mode, a, ao, b, bo, out, n, negate);
}
export function compare_lt_decimal(mode: i32, a: usize, ao: usize, b: usize, bo: usize, out: usize, n: u32, negate: i32): void {
  compare(1, mode, a, ao, b, bo, out, n, negate);
}
export function compare_gt_decimal(mode: i32, a: usize, ao: usize, b: usize, bo: usize, out: usize, n: u32, negate: i32): void {
  compare(2, mode, a, ao, b, bo, out, n, negate);
}
