import {mem_references, mem_release, mem_size} from '../memory/allocator';
import {allocate, allocateZeroed, free} from './buffer';

// The exact sum of floating-point numbers: no rounding until it is read, so what is added can be taken back. Most sums fit
// a window of 192 bits; others, and those with NaN or infinities among them, get an accumulator of the whole range.
//
// Cell, 32 bytes: 0 block (0: the sum is here), 4 exponent of the lowest bit i32, 8 the sum: three u64, two's complement.
// Block: counts i64 of NaN, +∞, −∞, then 36 u64 from 2^-1074 up, two's complement. It is shared with the tick's log while
// that holds the cell as it was, and copied before it is changed.

export const FLOAT_CELL: u32 = 32;
const LIMBS: u32 = 36;
const BLOCK_BYTES: u32 = 24 + LIMBS * 8;
const LOWEST: i32 = -1074;

/** Adds weight × x. */
export function floatAdd(account: usize, cell: usize, x: f64, weight: i64): void {
  const bits = reinterpret<u64>(x);
  const biased = <i32>((bits >> 52) & 0x7ff);
  if (biased == 0x7ff) {
    addSpecial(account, cell, x, weight);
    return;
  }
  let mantissa = bits & 0xfffffffffffff;
  if (biased != 0) mantissa |= <u64>1 << 52;
  if (mantissa == 0 || weight == 0) return;
  const zeros = ctz(mantissa);
  const exponent = <i32>(max(biased, 1) - 1075) + <i32>zeros;
  const value = <i64>(mantissa >> zeros);
  addProduct(account, cell, <i64>bits < 0 ? -value : value, weight, exponent);
}

/** 64 × 64 → 128 bits, signed: the high half. */
export function mulHigh(a: i64, b: i64): i64 {
  const al = <u64>a & 0xffffffff;
  const bl = <u64>b & 0xffffffff;
  const ah = a >> 32;
  const bh = b >> 32;
  const low = al * bl;
  const mid1 = ah * <i64>bl + <i64>(low >> 32);
  const mid2 = <i64>al * bh + (mid1 & 0xffffffff);
  return ah * bh + (mid1 >> 32) + (mid2 >> 32);
}

function addProduct(account: usize, cell: usize, value: i64, weight: i64, exponent: i32): void {
  const low = <u64>(value * weight);
  const high = mulHigh(value, weight);
  if (load<u32>(cell) == 0 && addInline(cell, low, high, exponent)) return;
  addToBlock(ownBlock(account, cell), low, high, exponent);
}

/** False: the sum or the product does not fit the window. */
function addInline(cell: usize, low: u64, high: i64, exponent: i32): bool {
  let s0 = load<u64>(cell, 8);
  let s1 = load<u64>(cell, 16);
  let s2 = load<i64>(cell, 24);
  let base = load<i32>(cell, 4);
  if ((s0 | s1 | <u64>s2) == 0) base = exponent;
  if (exponent < base) {
    // The sum moves up to make room below.
    const shift = base - exponent;
    const spare = <i32>signBits(s1, s2) - 2;
    if (shift >= 128 || shift > spare) return false;
    let up: u32 = <u32>shift;
    if (up >= 64) {
      s2 = <i64>s1;
      s1 = s0;
      s0 = 0;
      up -= 64;
    }
    if (up > 0) {
      s2 = (s2 << <i64>up) | <i64>(s1 >> <u64>(64 - up));
      s1 = (s1 << <u64>up) | (s0 >> <u64>(64 - up));
      s0 <<= <u64>up;
    }
    base = exponent;
  }
  const shift = <u32>(exponent - base);
  const used = 128 - <u32>signBits(low, high) + 1;
  if (used + shift > 190) return false;
  let p0 = low;
  let p1 = <u64>high;
  let p2 = high >> 63;
  let up = shift;
  while (up >= 64) {
    p2 = <i64>p1;
    p1 = p0;
    p0 = 0;
    up -= 64;
  }
  if (up > 0) {
    p2 = (p2 << <i64>up) | <i64>(p1 >> <u64>(64 - up));
    p1 = (p1 << <u64>up) | (p0 >> <u64>(64 - up));
    p0 <<= <u64>up;
  }
  const r0 = s0 + p0;
  const c0 = <u64>(r0 < s0);
  const r1 = s1 + p1;
  const c1 = <u64>(r1 < s1);
  const t1 = r1 + c0;
  const c2 = <u64>(t1 < r1);
  const t2 = s2 + p2 + <i64>(c1 + c2);
  // The top bit but one must repeat the sign.
  if ((t2 ^ (t2 << 1)) < 0) return false;
  store<i32>(cell, (r0 | t1 | <u64>t2) == 0 ? 0 : base, 4);
  store<u64>(cell, r0, 8);
  store<u64>(cell, t1, 16);
  store<i64>(cell, t2, 24);
  return true;
}

/** How many leading bits of a 128-bit number repeat its sign. */
// @ts-ignore: decorator
@inline
function signBits(low: u64, high: i64): u64 {
  const flip = <u64>(high >> 63);
  const h = <u64>high ^ flip;
  return h != 0 ? clz(h) : 64 + clz(low ^ flip);
}

/** The cell's block, fit to be changed: made from the window if there is none, copied if the log shares it. */
function ownBlock(account: usize, cell: usize): usize {
  const old = <usize>load<u32>(cell);
  if (old == 0) {
    const block = allocateZeroed(account, BLOCK_BYTES);
    const base = load<i32>(cell, 4);
    const s0 = load<u64>(cell, 8);
    const s1 = load<u64>(cell, 16);
    const s2 = load<i64>(cell, 24);
    if ((s0 | s1 | <u64>s2) != 0) {
      addToBlock(block, s0, 0, base);
      addToBlock(block, s1, 0, base + 64);
      addToBlock(block, <u64>s2, s2 >> 63, base + 128);
    }
    memory.fill(cell, 0, <usize>FLOAT_CELL);
    store<u32>(cell, <u32>block);
    return block;
  }
  return unshareBlock(account, cell);
}

/** The block whose address stands at `cell`, copied first if someone else has it too. */
export function unshareBlock(account: usize, cell: usize): usize {
  const old = <usize>load<u32>(cell);
  if (mem_references(old) == 1) return old;
  const block = allocate(account, mem_size(old));
  memory.copy(block, old, <usize>mem_size(old));
  store<u32>(cell, <u32>block);
  mem_release(old);
  return block;
}

/** Gives back a reference to a block; 0 is allowed. */
export function releaseBlock(account: usize, block: usize): void {
  if (block == 0) return;
  if (mem_references(block) == 1) free(account, block);
  else mem_release(block);
}

/** Adds high:low × 2^exponent. `low` alone is unsigned. */
function addToBlock(block: usize, low: u64, high: i64, exponent: i32): void {
  const position = <u32>(exponent - LOWEST);
  const up = <u64>(position & 63);
  let limb = block + 24 + (<usize>(position >> 6) << 3);
  const end = block + <usize>BLOCK_BYTES;
  const sign = <u64>(high >> 63);
  const p0 = low << up;
  const p1 = up == 0 ? <u64>high : (<u64>high << up) | (low >> (64 - up));
  const p2 = up == 0 ? sign : <u64>(high >> (64 - up));
  let carry: u64 = 0;
  for (let i = 0; limb < end; i++, limb += 8) {
    const part = i == 0 ? p0 : i == 1 ? p1 : i == 2 ? p2 : sign;
    if (i > 2 && part + carry == 0) return;
    const old = load<u64>(limb);
    const sum = old + part;
    const total = sum + carry;
    carry = <u64>(sum < old) | <u64>(total < sum);
    store<u64>(limb, total);
  }
}

function addSpecial(account: usize, cell: usize, x: f64, weight: i64): void {
  const block = ownBlock(account, cell);
  const at = block + (x != x ? 0 : x > 0 ? 8 : 16);
  store<i64>(at, load<i64>(at) + weight);
}

/** The sum is 0 and nothing special is held. */
export function floatIsEmpty(cell: usize): bool {
  const block = <usize>load<u32>(cell);
  if (block == 0) return (load<u64>(cell, 8) | load<u64>(cell, 16) | load<u64>(cell, 24)) == 0;
  for (let at = block; at < block + <usize>BLOCK_BYTES; at += 8) if (load<u64>(at) != 0) return false;
  return true;
}

/** The sum, rounded once to `precision` bits (53: double, 24: real), half to even; as a double. */
export function floatRead(cell: usize, single: bool): f64 {
  const block = <usize>load<u32>(cell);
  if (block == 0) return rounded(cell + 8, 3, load<i32>(cell, 4), single);
  const nans = load<i64>(block) > 0;
  const plus = load<i64>(block, 8) > 0;
  const minus = load<i64>(block, 16) > 0;
  if (nans || (plus && minus)) return NaN;
  if (plus) return Infinity;
  if (minus) return -Infinity;
  return rounded(block + 24, LIMBS, LOWEST, single);
}

/** Bytes that `floatExact` writes. */
export function floatExactBytes(cell: usize): u32 {
  const block = <usize>load<u32>(cell);
  return block == 0 || isSpecial(block) ? 32 : 8 + LIMBS * 8;
}

/** The sum as src/expr/exact-float.ts reads it: u32 what special it is, i32 exponent of the lowest bit, limbs. Its bytes. */
export function floatExact(cell: usize, out: usize): u32 {
  const block = <usize>load<u32>(cell);
  if (block != 0 && !isSpecial(block)) {
    store<u32>(out, 0);
    store<i32>(out, LOWEST, 4);
    memory.copy(out + 8, block + 24, <usize>(LIMBS * 8));
    return 8 + LIMBS * 8;
  }
  memory.copy(out, cell, <usize>FLOAT_CELL);
  store<u32>(out, 0);
  if (block == 0) return 32;
  memory.fill(out, 0, 32);
  const read = floatRead(cell, false);
  store<u32>(out, read != read ? 1 : read > 0 ? 2 : 3);
  return 32;
}

function isSpecial(block: usize): bool {
  return load<i64>(block) > 0 || load<i64>(block, 8) > 0 || load<i64>(block, 16) > 0;
}

/** Two's complement limbs × 2^base. */
function rounded(limbs: usize, count: u32, base: i32, single: bool): f64 {
  const negative = load<i64>(limbs + (<usize>(count - 1) << 3)) < 0;
  const scratch = allocate(0, count << 3);
  let borrow: u64 = <u64>negative;
  let top: i32 = -1;
  for (let i: u32 = 0; i < count; i++) {
    let limb = load<u64>(limbs + (<usize>i << 3));
    if (negative) {
      limb = ~limb + borrow;
      borrow = <u64>(borrow != 0 && limb == 0);
    }
    store<u64>(scratch + (<usize>i << 3), limb);
    if (limb != 0) top = <i32>i * 64 + 63 - <i32>clz(limb);
  }
  const result = top < 0 ? 0 : roundMagnitude(scratch, top, base, single);
  free(0, scratch);
  return negative ? -result : result;
}

/** `top`: number of the highest set bit. */
function roundMagnitude(limbs: usize, top: i32, base: i32, single: bool): f64 {
  const lowest = single ? -149 : LOWEST;
  const precision = single ? 24 : 53;
  // The number of the lowest bit that the result keeps.
  let cut = max(top - precision + 1, lowest - base);
  if (cut <= 0) return scale(<f64>bitsFrom(limbs, 0, top), base);
  if (cut > top + 1) return 0;
  let kept = bitsFrom(limbs, cut, top);
  const half = bitAtLimb(limbs, cut - 1);
  if (half && ((kept & 1) != 0 || anyBelow(limbs, cut - 1))) kept++;
  const value = scale(<f64>kept, base + cut);
  if (single && value > 3.4028234663852886e38) return Infinity;
  return value;
}

/** Bits from … to of the limbs, at most 54 of them. */
function bitsFrom(limbs: usize, from: i32, to: i32): u64 {
  if (from > to) return 0;
  const limb = limbs + (<usize>(from >> 6) << 3);
  const shift = <u64>(from & 63);
  let bits = load<u64>(limb) >> shift;
  if (shift != 0 && (from & 63) + (to - from) > 63) bits |= load<u64>(limb, 8) << (64 - shift);
  const width = <u64>(to - from + 1);
  return width >= 64 ? bits : bits & ((<u64>1 << width) - 1);
}

function bitAtLimb(limbs: usize, bit: i32): bool {
  return ((load<u64>(limbs + (<usize>(bit >> 6) << 3)) >> <u64>(bit & 63)) & 1) != 0;
}

function anyBelow(limbs: usize, bit: i32): bool {
  for (let i = 0; i < bit >> 6; i++) if (load<u64>(limbs + (<usize>i << 3)) != 0) return true;
  const rest = <u64>(bit & 63);
  return rest != 0 && (load<u64>(limbs + (<usize>(bit >> 6) << 3)) & ((<u64>1 << rest) - 1)) != 0;
}

/** x × 2^exponent, exact whenever the result is a double. */
function scale(x: f64, exponent: i32): f64 {
  while (exponent > 1000) {
    x *= reinterpret<f64>(<u64>2023 << 52);
    exponent -= 1000;
  }
  while (exponent < -1000) {
    // One step of at most 2^-74 remains, so an intermediate result is never subnormal.
    const step = min(-exponent - 1000, 1000);
    x *= reinterpret<f64>(<u64>(1023 - step) << 52);
    exponent += step;
  }
  return x * reinterpret<f64>(<u64>(1023 + exponent) << 52);
}
