// Casts between integer and float lanes. Narrowing flags what does not fit; rounding is half to even, as Postgres's.
import {flag} from './lanes';

// @ts-ignore: decorator
@inline function widen<From, To>(a: usize, out: usize, n: u32): i32 {
  for (let i: u32 = 0; i < n; i++) store<To>(out + i * sizeof<To>(), <To>load<From>(a + i * sizeof<From>()));
  return 0;
}

// @ts-ignore: decorator
@inline function narrow<From, To>(a: usize, out: usize, n: u32, flags: usize): i32 {
  let flagged = 0;
  for (let i: u32 = 0; i < n; i++) {
    const x = load<From>(a + i * sizeof<From>());
    const r = <To>x;
    store<To>(out + i * sizeof<To>(), r);
    if (<From>r != x) {
      flag(flags, i);
      flagged++;
    }
  }
  return flagged;
}

// @ts-ignore: decorator
@inline function round<From, To>(a: usize, out: usize, n: u32, flags: usize): i32 {
  // The limits are powers of two, exact in any float.
  const limit = <f64>(<u64>1 << (sizeof<To>() * 8 - 1));
  let flagged = 0;
  for (let i: u32 = 0; i < n; i++) {
    const x = nearest<f64>(<f64>load<From>(a + i * sizeof<From>()));
    if (x >= -limit && x < limit) store<To>(out + i * sizeof<To>(), <To>(<i64>x));
    else {
      store<To>(out + i * sizeof<To>(), 0);
      flag(flags, i);
      flagged++;
    }
  }
  return flagged;
}

export function cast_i16_i32(a: usize, out: usize, n: u32, _flags: usize): i32 { return widen<i16, i32>(a, out, n); }
export function cast_i16_i64(a: usize, out: usize, n: u32, _flags: usize): i32 { return widen<i16, i64>(a, out, n); }
export function cast_i32_i64(a: usize, out: usize, n: u32, _flags: usize): i32 { return widen<i32, i64>(a, out, n); }
export function cast_i16_f32(a: usize, out: usize, n: u32, _flags: usize): i32 { return widen<i16, f32>(a, out, n); }
export function cast_i16_f64(a: usize, out: usize, n: u32, _flags: usize): i32 { return widen<i16, f64>(a, out, n); }
export function cast_i32_f32(a: usize, out: usize, n: u32, _flags: usize): i32 { return widen<i32, f32>(a, out, n); }
export function cast_i32_f64(a: usize, out: usize, n: u32, _flags: usize): i32 { return widen<i32, f64>(a, out, n); }
export function cast_i64_f32(a: usize, out: usize, n: u32, _flags: usize): i32 { return widen<i64, f32>(a, out, n); }
export function cast_i64_f64(a: usize, out: usize, n: u32, _flags: usize): i32 { return widen<i64, f64>(a, out, n); }
export function cast_f32_f64(a: usize, out: usize, n: u32, _flags: usize): i32 { return widen<f32, f64>(a, out, n); }
export function cast_i32_i16(a: usize, out: usize, n: u32, flags: usize): i32 { return narrow<i32, i16>(a, out, n, flags); }
export function cast_i64_i16(a: usize, out: usize, n: u32, flags: usize): i32 { return narrow<i64, i16>(a, out, n, flags); }
export function cast_i64_i32(a: usize, out: usize, n: u32, flags: usize): i32 { return narrow<i64, i32>(a, out, n, flags); }
export function cast_f32_i16(a: usize, out: usize, n: u32, flags: usize): i32 { return round<f32, i16>(a, out, n, flags); }
export function cast_f32_i32(a: usize, out: usize, n: u32, flags: usize): i32 { return round<f32, i32>(a, out, n, flags); }
export function cast_f32_i64(a: usize, out: usize, n: u32, flags: usize): i32 { return round<f32, i64>(a, out, n, flags); }
export function cast_f64_i16(a: usize, out: usize, n: u32, flags: usize): i32 { return round<f64, i16>(a, out, n, flags); }
export function cast_f64_i32(a: usize, out: usize, n: u32, flags: usize): i32 { return round<f64, i32>(a, out, n, flags); }
export function cast_f64_i64(a: usize, out: usize, n: u32, flags: usize): i32 { return round<f64, i64>(a, out, n, flags); }

/** Flags what may have become infinite or zero. */
export function cast_f64_f32(a: usize, out: usize, n: u32, flags: usize): i32 {
  let flagged = 0;
  for (let i: u32 = 0; i < n; i++) {
    const x = load<f64>(a + (i << 3));
    const r = <f32>x;
    store<f32>(out + (i << 2), r);
    if (abs<f32>(r) == <f32>Infinity || (r == 0 && x != 0)) {
      flag(flags, i);
      flagged++;
    }
  }
  return flagged;
}

export function cast_bit_i32(a: usize, out: usize, n: u32, _flags: usize): i32 {
  for (let i: u32 = 0; i < n; i++) store<i32>(out + (i << 2), (load<u8>(a + (i >> 3)) >> <u8>(i & 7)) & 1);
  return 0;
}

/** Days to µs; the infinities to the infinities, and days too far away are flagged. */
export function cast_date_timestamp(a: usize, out: usize, n: u32, flags: usize): i32 {
  const limit = 106751991; // days within int64 µs
  let flagged = 0;
  for (let i: u32 = 0; i < n; i++) {
    const days = load<i32>(a + (i << 2));
    store<i64>(out + (i << 3), <i64>days * 86400000000);
    if (days >= limit || days <= -limit) {
      flag(flags, i);
      flagged++;
    }
  }
  return flagged;
}

/** µs to days, rounded down; the infinities are flagged. */
export function cast_timestamp_date(a: usize, out: usize, n: u32, flags: usize): i32 {
  let flagged = 0;
  for (let i: u32 = 0; i < n; i++) {
    const micros = load<i64>(a + (i << 3));
    const days = micros / 86400000000;
    store<i32>(out + (i << 2), <i32>(days - i64(micros % 86400000000 < 0)));
    if (micros == i64.MAX_VALUE || micros == i64.MIN_VALUE) {
      flag(flags, i);
      flagged++;
    }
  }
  return flagged;
}
