// Float arithmetic: infinities and zeros that may be an overflow or an underflow are flagged, for the row to tell.
import {flag, leftStep, rightStep} from './lanes';

const ADD = 0;
const SUB = 1;
const MUL = 2;
const DIV = 3;

// @ts-ignore: decorator
@inline function binary<T>(op: i32, mode: i32, a: usize, b: usize, out: usize, n: u32, flags: usize): i32 {
  const sa = leftStep(mode, sizeof<T>());
  const sb = rightStep(mode, sizeof<T>());
  let flagged = 0;
  for (let i: u32 = 0; i < n; i++) {
    const x = load<T>(a);
    const y = load<T>(b);
    const r: T = (op == ADD ? x + y : op == SUB ? x - y : op == MUL ? x * y : x / y) as T;
    store<T>(out, r);
    let bad = abs<T>(r) == <T>Infinity;
    if (op == MUL) bad = bad || (r == 0 && x != 0 && y != 0);
    if (op == DIV) bad = bad || y == 0 || (r == 0 && x != 0);
    if (bad) {
      flag(flags, i);
      flagged++;
    }
    a += sa;
    b += sb;
    out += sizeof<T>();
  }
  return flagged;
}

const NEG = 0;
const ABS = 1;
const CEIL = 2;
const FLOOR = 3;
const TRUNC = 4;
const NEAREST = 5;
const SQRT = 6;

// @ts-ignore: decorator
@inline function unary<T>(op: i32, a: usize, out: usize, n: u32, flags: usize): i32 {
  let flagged = 0;
  for (let i: u32 = 0; i < n; i++) {
    const x = load<T>(a + i * sizeof<T>());
    let r: T = x;
    if (op == NEG) r = -x as T;
    else if (op == ABS) r = abs<T>(x);
    else if (op == CEIL) r = ceil<T>(x);
    else if (op == FLOOR) r = floor<T>(x);
    else if (op == TRUNC) r = trunc<T>(x);
    else if (op == NEAREST) r = nearest<T>(x);
    else {
      r = sqrt<T>(x);
      if (x < 0) {
        flag(flags, i);
        flagged++;
      }
    }
    store<T>(out + i * sizeof<T>(), r);
  }
  return flagged;
}

export function arith_add_f32(mode: i32, a: usize, b: usize, out: usize, n: u32, flags: usize): i32 {
  return binary<f32>(ADD, mode, a, b, out, n, flags);
}
export function arith_sub_f32(mode: i32, a: usize, b: usize, out: usize, n: u32, flags: usize): i32 {
  return binary<f32>(SUB, mode, a, b, out, n, flags);
}
export function arith_mul_f32(mode: i32, a: usize, b: usize, out: usize, n: u32, flags: usize): i32 {
  return binary<f32>(MUL, mode, a, b, out, n, flags);
}
export function arith_div_f32(mode: i32, a: usize, b: usize, out: usize, n: u32, flags: usize): i32 {
  return binary<f32>(DIV, mode, a, b, out, n, flags);
}
export function arith_neg_f32(a: usize, out: usize, n: u32, flags: usize): i32 {
  return unary<f32>(NEG, a, out, n, flags);
}
export function arith_abs_f32(a: usize, out: usize, n: u32, flags: usize): i32 {
  return unary<f32>(ABS, a, out, n, flags);
}
export function arith_add_f64(mode: i32, a: usize, b: usize, out: usize, n: u32, flags: usize): i32 {
  return binary<f64>(ADD, mode, a, b, out, n, flags);
}
export function arith_sub_f64(mode: i32, a: usize, b: usize, out: usize, n: u32, flags: usize): i32 {
  return binary<f64>(SUB, mode, a, b, out, n, flags);
}
export function arith_mul_f64(mode: i32, a: usize, b: usize, out: usize, n: u32, flags: usize): i32 {
  return binary<f64>(MUL, mode, a, b, out, n, flags);
}
export function arith_div_f64(mode: i32, a: usize, b: usize, out: usize, n: u32, flags: usize): i32 {
  return binary<f64>(DIV, mode, a, b, out, n, flags);
}
export function arith_neg_f64(a: usize, out: usize, n: u32, flags: usize): i32 {
  return unary<f64>(NEG, a, out, n, flags);
}
export function arith_abs_f64(a: usize, out: usize, n: u32, flags: usize): i32 {
  return unary<f64>(ABS, a, out, n, flags);
}
export function arith_ceil_f64(a: usize, out: usize, n: u32, flags: usize): i32 {
  return unary<f64>(CEIL, a, out, n, flags);
}
export function arith_floor_f64(a: usize, out: usize, n: u32, flags: usize): i32 {
  return unary<f64>(FLOOR, a, out, n, flags);
}
export function arith_trunc_f64(a: usize, out: usize, n: u32, flags: usize): i32 {
  return unary<f64>(TRUNC, a, out, n, flags);
}
export function arith_nearest_f64(a: usize, out: usize, n: u32, flags: usize): i32 {
  return unary<f64>(NEAREST, a, out, n, flags);
}
export function arith_sqrt_f64(a: usize, out: usize, n: u32, flags: usize): i32 {
  return unary<f64>(SQRT, a, out, n, flags);
}

// The rounded product of two doubles and what the rounding left out of it: together the product itself, unless it leaves the
// range. Never flagged.

export function arith_product_f64(mode: i32, a: usize, b: usize, out: usize, n: u32, flags: usize): i32 {
  const sa = leftStep(mode, 8);
  const sb = rightStep(mode, 8);
  for (let i: u32 = 0; i < n; i++) {
    store<f64>(out, load<f64>(a) * load<f64>(b));
    a += sa;
    b += sb;
    out += 8;
  }
  return 0;
}

export function arith_product_rest_f64(mode: i32, a: usize, b: usize, out: usize, n: u32, flags: usize): i32 {
  const sa = leftStep(mode, 8);
  const sb = rightStep(mode, 8);
  for (let i: u32 = 0; i < n; i++) {
    store<f64>(out, productRest(load<f64>(a), load<f64>(b)));
    a += sa;
    b += sb;
    out += 8;
  }
  return 0;
}

// @ts-ignore: decorator
@inline
function productRest(a: f64, b: f64): f64 {
  const product = a * b;
  if (product - product != 0) return 0;
  const ah = upperHalf(a);
  const bh = upperHalf(b);
  const al = a - ah;
  const bl = b - bh;
  const rest = al * bl - (product - ah * bh - al * bh - ah * bl);
  return rest - rest == 0 ? rest : 0;
}

// @ts-ignore: decorator
@inline
function upperHalf(x: f64): f64 {
  const scaled = 134217729.0 * x;
  return scaled - (scaled - x);
}
