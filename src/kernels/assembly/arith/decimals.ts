// Arithmetic of decimals that lie in integer lanes of 8 or 16 bytes. The digits of the result are known to fit (its type was
// inferred so), hence nothing is checked but in `rescale`, where the target was chosen by the user. NaN is flagged; what stands in
// flagged lanes is 0, which any layout can hold.
import {flag, isNaNLane, leftStep, rightStep} from './lanes';
import {mulHigh, power10} from './int128';

// @ts-ignore: decorator
@inline function storeLane(out: usize, width: u32, low: u64, high: i64): void {
  store<u64>(out, low);
  if (width == 16) store<i64>(out, high, 8);
}

/** a·aFactor ± b·bFactor. Widths in bytes: 4 (integer), 8 or 16. */
// @ts-ignore: decorator
@inline function sum(
  subtract: bool, mode: i32, a: usize, b: usize, out: usize, n: u32, flags: usize, aWidth: u32, bWidth: u32, outWidth: u32, aFactor: i64,
  bFactor: i64,
): i32 {
  let flagged = 0;
  const sa = leftStep(mode, <usize>aWidth);
  const sb = rightStep(mode, <usize>bWidth);
  for (let i: u32 = 0; i < n; i++) {
    let xl = aWidth == 4 ? <u64><i64>load<i32>(a) : load<u64>(a);
    let xh = aWidth == 16 ? load<i64>(a, 8) : <i64>xl >> 63;
    let yl = bWidth == 4 ? <u64><i64>load<i32>(b) : load<u64>(b);
    let yh = bWidth == 16 ? load<i64>(b, 8) : <i64>yl >> 63;
    if (isNaNLane(xl, xh, aWidth) || isNaNLane(yl, yh, bWidth)) {
      flag(flags, i);
      flagged++;
      xl = xh = yl = yh = 0;
    }
    if (aFactor != 1) {
      xh = xh * aFactor + <i64>mulHigh(xl, <u64>aFactor);
      xl *= <u64>aFactor;
    }
    if (bFactor != 1) {
      yh = yh * bFactor + <i64>mulHigh(yl, <u64>bFactor);
      yl *= <u64>bFactor;
    }
    if (subtract) {
      const low = xl - yl;
      storeLane(out, outWidth, low, xh - yh - i64(xl < yl));
    } else {
      const low = xl + yl;
      storeLane(out, outWidth, low, xh + yh + i64(low < xl));
    }
    a += sa;
    b += sb;
    out += <usize>outWidth;
  }
  return flagged;
}

export function decimal_add(mode: i32, a: usize, b: usize, out: usize, n: u32, flags: usize, aw: u32, bw: u32, ow: u32, af: i64, bf: i64): i32 {
  return sum(false, mode, a, b, out, n, flags, aw, bw, ow, af, bf);
}

export function decimal_sub(mode: i32, a: usize, b: usize, out: usize, n: u32, flags: usize, aw: u32, bw: u32, ow: u32, af: i64, bf: i64): i32 {
  return sum(true, mode, a, b, out, n, flags, aw, bw, ow, af, bf);
}

export function decimal_mul(mode: i32, a: usize, b: usize, out: usize, n: u32, flags: usize, aw: u32, bw: u32, ow: u32): i32 {
  let flagged = 0;
  const sa = leftStep(mode, <usize>aw);
  const sb = rightStep(mode, <usize>bw);
  for (let i: u32 = 0; i < n; i++) {
    const xl = aw == 4 ? <u64><i64>load<i32>(a) : load<u64>(a);
    const xh = aw == 16 ? load<i64>(a, 8) : <i64>xl >> 63;
    const yl = bw == 4 ? <u64><i64>load<i32>(b) : load<u64>(b);
    const yh = bw == 16 ? load<i64>(b, 8) : <i64>yl >> 63;
    if (xh == <i64><i32>xl >> 63 && yh == <i64><i32>yl >> 63 && <i64><i32>xl == <i64>xl && <i64><i32>yl == <i64>yl) {
      const product = <i64>xl * <i64>yl;
      storeLane(out, ow, <u64>product, product >> 63);
    } else {
      const high = <i64>mulHigh(xl, yl) + xh * <i64>yl + <i64>xl * yh;
      storeLane(out, ow, xl * yl, high);
      if (isNaNLane(xl, xh, aw) || isNaNLane(yl, yh, bw)) {
        storeLane(out, ow, 0, 0);
        flag(flags, i);
        flagged++;
      }
    }
    a += sa;
    b += sb;
    out += <usize>ow;
  }
  return flagged;
}

const NEG = 0;

/** 0 negates, 1 gives the absolute value; lanes of one width. */
export function decimal_sign(a: usize, out: usize, n: u32, flags: usize, width: u32, op: i32): i32 {
  let flagged = 0;
  for (let i: u32 = 0; i < n; i++) {
    const low = load<u64>(a);
    const high = width == 16 ? load<i64>(a, 8) : <i64>low >> 63;
    if (isNaNLane(low, high, width)) {
      flag(flags, i);
      flagged++;
      storeLane(out, width, 0, 0);
    } else if (op == NEG || high < 0) storeLane(out, width, 0 - low, ~high + i64(low == 0));
    else storeLane(out, width, low, high);
    a += <usize>width;
    out += <usize>width;
  }
  return flagged;
}

/**
 * From one scale, width and precision to another: ×10^up, or ÷10^down rounded half away from zero. Flags what needs more
 * than `precision` digits. Input widths: 2, 4, 8, 16; up ≤ 18 (more is done in two calls), down ≤ 37.
 */
export function decimal_rescale(
  a: usize, out: usize, n: u32, flags: usize, aWidth: u32, outWidth: u32, up: u32, down: u32, precision: u32,
): i32 {
  let flagged = 0;
  const factor = power10(up);
  const limitLow = limit(precision, true);
  const limitHigh = limit(precision, false);
  for (let i: u32 = 0; i < n; i++) {
    let low = aWidth == 2 ? <u64><i64>load<i16>(a) : aWidth == 4 ? <u64><i64>load<i32>(a) : load<u64>(a);
    let high: u64 = aWidth == 16 ? load<u64>(a, 8) : <u64>(<i64>low >> 63);
    const negative = <i64>high < 0;
    if (negative) {
      low = 0 - low;
      high = ~high + u64(low == 0);
    }
    let bad = isNaNLane(low, <i64>high, aWidth);
    if (up > 0) {
      bad = bad || mulHigh(high, factor) != 0;
      const carry = mulHigh(low, factor);
      const product = high * factor;
      high = product + carry;
      bad = bad || high < carry;
      low *= factor;
    } else if (down > 0) {
      let rest = down;
      let digit: u32 = 0;
      while (rest > 0) {
        const step = min<u32>(rest, 9);
        const divisor = power10(step);
        const unit = power10(step - 1);
        // Long division by 32-bit digits; the first digit cut last decides the rounding.
        let r = (high >> 32) % divisor;
        const q3 = (high >> 32) / divisor;
        let x = (r << 32) | (high & 0xffffffff);
        const q2 = x / divisor;
        x = ((x % divisor) << 32) | (low >> 32);
        const q1 = x / divisor;
        x = ((x % divisor) << 32) | (low & 0xffffffff);
        const q0 = x / divisor;
        r = x % divisor;
        high = (q3 << 32) | q2;
        low = (q1 << 32) | q0;
        digit = <u32>(r / unit);
        rest -= step;
      }
      if (digit >= 5) {
        low++;
        high += u64(low == 0);
      }
    }
    if (bad || high > limitHigh || (high == limitHigh && low >= limitLow)) {
      flag(flags, i);
      flagged++;
      low = 0;
      high = 0;
    }
    if (negative) {
      low = 0 - low;
      high = ~high + u64(low == 0);
    }
    storeLane(out, outWidth, low, <i64>high);
    a += <usize>aWidth;
    out += <usize>outWidth;
  }
  return flagged;
}

/** A word of 10^precision, precision ≤ 38. */
function limit(precision: u32, low: bool): u64 {
  if (precision <= 19) return low ? power10(precision) : 0;
  const rest = power10(precision - 19);
  return low ? power10(19) * rest : mulHigh(power10(19), rest);
}

/** To a double: exact quotients of integers below 2^53 and powers of ten up to 10^22 round correctly; others are flagged. */
export function decimal_to_f64(a: usize, out: usize, n: u32, flags: usize, width: u32, scale: u32): i32 {
  let flagged = 0;
  const divisor = scale <= 19 ? <f64>power10(scale) : <f64>power10(19) * <f64>power10(scale - 19);
  for (let i: u32 = 0; i < n; i++) {
    const low = load<i64>(a);
    const high = width == 16 ? load<i64>(a, 8) : low >> 63;
    store<f64>(out, <f64>low / divisor);
    if (isNaNLane(<u64>low, high, width) || high != low >> 63 || scale > 22 || low > 9007199254740992 || low < -9007199254740992) {
      flag(flags, i);
      flagged++;
    }
    a += <usize>width;
    out += 8;
  }
  return flagged;
}

/** To an integer lane (scale 0 already): flags what does not fit. */
export function decimal_to_int(a: usize, out: usize, n: u32, flags: usize, width: u32, outWidth: u32): i32 {
  let flagged = 0;
  for (let i: u32 = 0; i < n; i++) {
    const low = load<i64>(a);
    const high = width == 16 ? load<i64>(a, 8) : low >> 63;
    let fits = high == low >> 63 && !isNaNLane(<u64>low, high, width);
    if (outWidth == 2) {
      store<i16>(out, <i16>low);
      fits = fits && <i64><i16>low == low;
    } else if (outWidth == 4) {
      store<i32>(out, <i32>low);
      fits = fits && <i64><i32>low == low;
    } else store<i64>(out, low);
    if (!fits) {
      flag(flags, i);
      flagged++;
    }
    a += <usize>width;
    out += <usize>outWidth;
  }
  return flagged;
}
