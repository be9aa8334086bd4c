// Comparisons of fixed-width lanes: one result bit a lane, written eight lanes at a time. The loops read up to the end of the
// last group of eight: buffers are padded to 64 bytes. `negate` inverts the result.
//
// Floats have Postgres's total order: NaN equals itself and is above all else.

const EQ = 0;
const LT = 1;
const GT = 2;

// @ts-ignore: decorator
@inline function test<T>(op: i32, x: v128, y: v128): v128 {
  if (isFloat<T>()) {
    if (op == EQ) return v128.or(v128.eq<T>(x, y), v128.and(v128.ne<T>(x, x), v128.ne<T>(y, y)));
    if (op == LT) return v128.or(v128.lt<T>(x, y), v128.and(v128.eq<T>(x, x), v128.ne<T>(y, y)));
    return v128.or(v128.gt<T>(x, y), v128.and(v128.ne<T>(x, x), v128.eq<T>(y, y)));
  }
  if (op == EQ) return v128.eq<T>(x, y);
  if (op == LT) return v128.lt<T>(x, y);
  return v128.gt<T>(x, y);
}

// @ts-ignore: decorator
@inline function bits<T>(mask: v128): i32 {
  if (sizeof<T>() == 2) return v128.bitmask<i16>(mask);
  if (sizeof<T>() == 4) return v128.bitmask<i32>(mask);
  return v128.bitmask<i64>(mask);
}

// @ts-ignore: decorator
@inline function compare<T>(op: i32, mode: i32, a: usize, b: usize, out: usize, n: u32, negate: i32): void {
  const flip: u8 = negate ? 0xff : 0;
  const groups: usize = (n + 7) >> 3;
  const one = mode == 1;
  const splat = v128.splat<T>(load<T>(b));
  for (let g: usize = 0; g < groups; g++) {
    let byte: i32 = 0;
    if (one) {
      byte = bits<T>(test<T>(op, v128.load(a), splat));
      if (sizeof<T>() >= 4) byte |= bits<T>(test<T>(op, v128.load(a, 16), splat)) << (sizeof<T>() == 4 ? 4 : 2);
      if (sizeof<T>() == 8) {
        byte |= bits<T>(test<T>(op, v128.load(a, 32), splat)) << 4;
        byte |= bits<T>(test<T>(op, v128.load(a, 48), splat)) << 6;
      }
    } else {
      byte = bits<T>(test<T>(op, v128.load(a), v128.load(b)));
      if (sizeof<T>() >= 4) byte |= bits<T>(test<T>(op, v128.load(a, 16), v128.load(b, 16))) << (sizeof<T>() == 4 ? 4 : 2);
      if (sizeof<T>() == 8) {
        byte |= bits<T>(test<T>(op, v128.load(a, 32), v128.load(b, 32))) << 4;
        byte |= bits<T>(test<T>(op, v128.load(a, 48), v128.load(b, 48))) << 6;
      }
      b += sizeof<T>() * 8;
    }
    a += sizeof<T>() * 8;
    store<u8>(out + g, <u8>byte ^ flip);
  }
}

export function compare_eq_i16(mode: i32, a: usize, b: usize, out: usize, n: u32, negate: i32): void {
  compare<i16>(EQ, mode, a, b, out, n, negate);
}
export function compare_lt_i16(mode: i32, a: usize, b: usize, out: usize, n: u32, negate: i32): void {
  compare<i16>(LT, mode, a, b, out, n, negate);
}
export function compare_gt_i16(mode: i32, a: usize, b: usize, out: usize, n: u32, negate: i32): void {
  compare<i16>(GT, mode, a, b, out, n, negate);
}
export function compare_eq_i32(mode: i32, a: usize, b: usize, out: usize, n: u32, negate: i32): void {
  compare<i32>(EQ, mode, a, b, out, n, negate);
}
export function compare_lt_i32(mode: i32, a: usize, b: usize, out: usize, n: u32, negate: i32): void {
  compare<i32>(LT, mode, a, b, out, n, negate);
}
export function compare_gt_i32(mode: i32, a: usize, b: usize, out: usize, n: u32, negate: i32): void {
  compare<i32>(GT, mode, a, b, out, n, negate);
}
export function compare_eq_i64(mode: i32, a: usize, b: usize, out: usize, n: u32, negate: i32): void {
  compare<i64>(EQ, mode, a, b, out, n, negate);
}
export function compare_lt_i64(mode: i32, a: usize, b: usize, out: usize, n: u32, negate: i32): void {
  compare<i64>(LT, mode, a, b, out, n, negate);
}
export function compare_gt_i64(mode: i32, a: usize, b: usize, out: usize, n: u32, negate: i32): void {
  compare<i64>(GT, mode, a, b, out, n, negate);
}
export function compare_eq_f32(mode: i32, a: usize, b: usize, out: usize, n: u32, negate: i32): void {
  compare<f32>(EQ, mode, a, b, out, n, negate);
}
export function compare_lt_f32(mode: i32, a: usize, b: usize, out: usize, n: u32, negate: i32): void {
  compare<f32>(LT, mode, a, b, out, n, negate);
}
export function compare_gt_f32(mode: i32, a: usize, b: usize, out: usize, n: u32, negate: i32): void {
  compare<f32>(GT, mode, a, b, out, n, negate);
}
export function compare_eq_f64(mode: i32, a: usize, b: usize, out: usize, n: u32, negate: i32): void {
  compare<f64>(EQ, mode, a, b, out, n, negate);
}
export function compare_lt_f64(mode: i32, a: usize, b: usize, out: usize, n: u32, negate: i32): void {
  compare<f64>(LT, mode, a, b, out, n, negate);
}
export function compare_gt_f64(mode: i32, a: usize, b: usize, out: usize, n: u32, negate: i32): void {
  compare<f64>(GT, mode, a, b, out, n, negate);
}
