// Integer arithmetic, checked: a lane that overflows or divides by zero is flagged.
import {flag, leftStep, rightStep} from './lanes';

const ADD = 0;
const SUB = 1;
const MUL = 2;
const DIV = 3;
const MOD = 4;
const AND = 5;
const OR = 6;
const XOR = 7;

// @ts-ignore: decorator
@inline function binary<T>(op: i32, mode: i32, a: usize, b: usize, out: usize, n: u32, flags: usize): i32 {
  const sa = leftStep(mode, sizeof<T>());
  const sb = rightStep(mode, sizeof<T>());
  let flagged = 0;
  for (let i: u32 = 0; i < n; i++) {
    const x = load<T>(a);
    const y = load<T>(b);
    let r: T = 0 as T;
    let bad = false;
    if (op == AND) r = (x & y) as T;
    else if (op == OR) r = (x | y) as T;
    else if (op == XOR) r = (x ^ y) as T;
    else if (op == DIV || op == MOD) {
      if (y == 0 || (op == DIV && y == -1 as T && x == minimum<T>())) bad = true;
      else if (sizeof<T>() == 8 && ((<u64>x | <u64>y) >> 32) == 0) {
        // Both are small and not negative: a 32-bit division takes a third of the time.
        r = (op == DIV ? <u32>x / <u32>y : <u32>x % <u32>y) as T;
      } else r = (op == DIV ? x / y : x % y) as T;
    } else if (sizeof<T>() < 8) {
      const wide = op == ADD ? <i64>x + <i64>y : op == SUB ? <i64>x - <i64>y : <i64>x * <i64>y;
      r = wide as T;
      bad = <i64>r != wide;
    } else if (op == ADD) {
      r = (x + y) as T;
      bad = (<i64>(x ^ r) & <i64>(y ^ r)) < 0;
    } else if (op == SUB) {
      r = (x - y) as T;
      bad = (<i64>(x ^ y) & <i64>(x ^ r)) < 0;
    } else {
      r = (x * y) as T;
      if (<i64><i32>x != <i64>x || <i64><i32>y != <i64>y) {
        bad = y == -1 as T ? x == minimum<T>() : y != 0 && r / y != x;
      }
    }
    store<T>(out, r);
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

// @ts-ignore: decorator
@inline function minimum<T>(): T { return (1 as T) << (<T>(sizeof<T>() * 8 - 1)); }

const NEG = 0;
const ABS = 1;
const NOT = 2;

// @ts-ignore: decorator
@inline function unary<T>(op: i32, a: usize, out: usize, n: u32, flags: usize): i32 {
  let flagged = 0;
  for (let i: u32 = 0; i < n; i++) {
    const x = load<T>(a + i * sizeof<T>());
    let r = x;
    if (op == NOT) r = ~x as T;
    else {
      if (op == NEG || x < 0) r = (0 - x) as T;
      if (x == minimum<T>()) {
        flag(flags, i);
        flagged++;
      }
    }
    store<T>(out + i * sizeof<T>(), r);
  }
  return flagged;
}

export function arith_add_i16(mode: i32, a: usize, b: usize, out: usize, n: u32, flags: usize): i32 {
  return binary<i16>(ADD, mode, a, b, out, n, flags);
}
export function arith_sub_i16(mode: i32, a: usize, b: usize, out: usize, n: u32, flags: usize): i32 {
  return binary<i16>(SUB, mode, a, b, out, n, flags);
}
export function arith_mul_i16(mode: i32, a: usize, b: usize, out: usize, n: u32, flags: usize): i32 {
  return binary<i16>(MUL, mode, a, b, out, n, flags);
}
export function arith_div_i16(mode: i32, a: usize, b: usize, out: usize, n: u32, flags: usize): i32 {
  return binary<i16>(DIV, mode, a, b, out, n, flags);
}
export function arith_mod_i16(mode: i32, a: usize, b: usize, out: usize, n: u32, flags: usize): i32 {
  return binary<i16>(MOD, mode, a, b, out, n, flags);
}
export function arith_and_i16(mode: i32, a: usize, b: usize, out: usize, n: u32, flags: usize): i32 {
  return binary<i16>(AND, mode, a, b, out, n, flags);
}
export function arith_or_i16(mode: i32, a: usize, b: usize, out: usize, n: u32, flags: usize): i32 {
  return binary<i16>(OR, mode, a, b, out, n, flags);
}
export function arith_xor_i16(mode: i32, a: usize, b: usize, out: usize, n: u32, flags: usize): i32 {
  return binary<i16>(XOR, mode, a, b, out, n, flags);
}
export function arith_neg_i16(a: usize, out: usize, n: u32, flags: usize): i32 {
  return unary<i16>(NEG, a, out, n, flags);
}
export function arith_abs_i16(a: usize, out: usize, n: u32, flags: usize): i32 {
  return unary<i16>(ABS, a, out, n, flags);
}
export function arith_not_i16(a: usize, out: usize, n: u32, flags: usize): i32 {
  return unary<i16>(NOT, a, out, n, flags);
}
export function arith_add_i32(mode: i32, a: usize, b: usize, out: usize, n: u32, flags: usize): i32 {
  return binary<i32>(ADD, mode, a, b, out, n, flags);
}
export function arith_sub_i32(mode: i32, a: usize, b: usize, out: usize, n: u32, flags: usize): i32 {
  return binary<i32>(SUB, mode, a, b, out, n, flags);
}
export function arith_mul_i32(mode: i32, a: usize, b: usize, out: usize, n: u32, flags: usize): i32 {
  return binary<i32>(MUL, mode, a, b, out, n, flags);
}
export function arith_div_i32(mode: i32, a: usize, b: usize, out: usize, n: u32, flags: usize): i32 {
  return binary<i32>(DIV, mode, a, b, out, n, flags);
}
export function arith_mod_i32(mode: i32, a: usize, b: usize, out: usize, n: u32, flags: usize): i32 {
  return binary<i32>(MOD, mode, a, b, out, n, flags);
}
export function arith_and_i32(mode: i32, a: usize, b: usize, out: usize, n: u32, flags: usize): i32 {
  return binary<i32>(AND, mode, a, b, out, n, flags);
}
export function arith_or_i32(mode: i32, a: usize, b: usize, out: usize, n: u32, flags: usize): i32 {
  return binary<i32>(OR, mode, a, b, out, n, flags);
}
export function arith_xor_i32(mode: i32, a: usize, b: usize, out: usize, n: u32, flags: usize): i32 {
  return binary<i32>(XOR, mode, a, b, out, n, flags);
}
export function arith_neg_i32(a: usize, out: usize, n: u32, flags: usize): i32 {
  return unary<i32>(NEG, a, out, n, flags);
}
export function arith_abs_i32(a: usize, out: usize, n: u32, flags: usize): i32 {
  return unary<i32>(ABS, a, out, n, flags);
}
export function arith_not_i32(a: usize, out: usize, n: u32, flags: usize): i32 {
  return unary<i32>(NOT, a, out, n, flags);
}
export function arith_add_i64(mode: i32, a: usize, b: usize, out: usize, n: u32, flags: usize): i32 {
  return binary<i64>(ADD, mode, a, b, out, n, flags);
}
export function arith_sub_i64(mode: i32, a: usize, b: usize, out: usize, n: u32, flags: usize): i32 {
  return binary<i64>(SUB, mode, a, b, out, n, flags);
}
export function arith_mul_i64(mode: i32, a: usize, b: usize, out: usize, n: u32, flags: usize): i32 {
  return binary<i64>(MUL, mode, a, b, out, n, flags);
}
export function arith_div_i64(mode: i32, a: usize, b: usize, out: usize, n: u32, flags: usize): i32 {
  return binary<i64>(DIV, mode, a, b, out, n, flags);
}
export function arith_mod_i64(mode: i32, a: usize, b: usize, out: usize, n: u32, flags: usize): i32 {
  return binary<i64>(MOD, mode, a, b, out, n, flags);
}
export function arith_and_i64(mode: i32, a: usize, b: usize, out: usize, n: u32, flags: usize): i32 {
  return binary<i64>(AND, mode, a, b, out, n, flags);
}
export function arith_or_i64(mode: i32, a: usize, b: usize, out: usize, n: u32, flags: usize): i32 {
  return binary<i64>(OR, mode, a, b, out, n, flags);
}
export function arith_xor_i64(mode: i32, a: usize, b: usize, out: usize, n: u32, flags: usize): i32 {
  return binary<i64>(XOR, mode, a, b, out, n, flags);
}
export function arith_neg_i64(a: usize, out: usize, n: u32, flags: usize): i32 {
  return unary<i64>(NEG, a, out, n, flags);
}
export function arith_abs_i64(a: usize, out: usize, n: u32, flags: usize): i32 {
  return unary<i64>(ABS, a, out, n, flags);
}
export function arith_not_i64(a: usize, out: usize, n: u32, flags: usize): i32 {
  return unary<i64>(NOT, a, out, n, flags);
}
