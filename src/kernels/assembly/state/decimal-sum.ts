import {mem_release, mem_size} from '../memory/allocator';
import {INFINITY, MINUS_INFINITY, NEGATIVE, NOT_A_NUMBER, ZERO, decimalKind, word} from '../hash/decimal-form';
import {allocateZeroed, free} from './buffer';
import {unshareBlock} from './exact-float';

// The exact sum of variable-length numerics. Besides the sum it holds how often each display scale occurs, since the
// result has the largest of those that are there.
//
// Cell: u32 address of a block, 0 = nothing yet; shared with the tick's log as exact-float.ts does. Block: counts i64 of NaN,
// +∞, −∞, then 24 exponent (base 10000) of the first limb i32, 28 limbs u32, 32 scales u32, 36 room for limbs u32, 40 room for
// scales u32; at 48 the scales {scale u32, 0, count i64}, behind them the limbs, lowest first: i64 in (-10000, 10000).

const HEAD: usize = 48;
const BASE: i64 = 10000;
const SPLIT: i64 = 1000000000000; // 10000^3
const SMALL_WEIGHT: i64 = 1000000000000;

// @ts-ignore: decorator
@inline function lowest(b: usize): i32 { return load<i32>(b, 24); }
// @ts-ignore: decorator
@inline function limbCount(b: usize): u32 { return load<u32>(b, 28); }
// @ts-ignore: decorator
@inline function scaleCount(b: usize): u32 { return load<u32>(b, 32); }
// @ts-ignore: decorator
@inline function scaleRoom(b: usize): u32 { return load<u32>(b, 40); }
// @ts-ignore: decorator
@inline function scaleAt(b: usize, i: u32): usize { return b + HEAD + (<usize>i << 4); }
// @ts-ignore: decorator
@inline function limbAt(b: usize, i: u32): usize { return b + HEAD + (<usize>scaleRoom(b) << 4) + (<usize>i << 3); }

/** Adds weight × the numeric at `value` (Postgres's binary form). */
export function decimalAdd(account: usize, cell: usize, value: usize, weight: i64): void {
  if (load<u32>(cell) == 0) store<u32>(cell, <u32>makeBlock(account, 4, 2));
  else unshareBlock(account, cell);
  const kind = decimalKind(value);
  if (kind == NOT_A_NUMBER || kind == INFINITY || kind == MINUS_INFINITY) {
    const at = <usize>load<u32>(cell) + (kind == NOT_A_NUMBER ? 0 : kind == INFINITY ? 8 : 16);
    store<i64>(at, load<i64>(at) + weight);
    return;
  }
  countScale(account, cell, word(value + 6), weight);
  if (kind == ZERO) return;
  const signed = kind == NEGATIVE ? -weight : weight;
  if (weight > -SMALL_WEIGHT && weight < SMALL_WEIGHT) {
    addDigits(account, cell, value, signed, 0);
  } else {
    addDigits(account, cell, value, signed % SPLIT, 0);
    addDigits(account, cell, value, signed / SPLIT, 3);
  }
}

function makeBlock(account: usize, limbs: u32, scales: u32): usize {
  const block = allocateZeroed(account, <u32>HEAD + (scales << 4) + (limbs << 3));
  store<u32>(block, limbs, 36);
  store<u32>(block, scales, 40);
  return block;
}

function countScale(account: usize, cell: usize, scale: u32, weight: i64): void {
  let block = <usize>load<u32>(cell);
  const count = scaleCount(block);
  for (let i: u32 = 0; i < count; i++) {
    const at = scaleAt(block, i);
    if (load<u32>(at) != scale) continue;
    const sum = load<i64>(at, 8) + weight;
    store<i64>(at, sum, 8);
    if (sum == 0) {
      memory.copy(at, scaleAt(block, count - 1), 16);
      store<u32>(block, count - 1, 32);
    }
    return;
  }
  if (count == scaleRoom(block)) block = resize(account, cell, limbCount(block), 0, count << 1);
  const at = scaleAt(block, count);
  store<u32>(at, scale);
  store<u32>(at, 0, 4);
  store<i64>(at, weight, 8);
  store<u32>(block, count + 1, 32);
}

/** A block with room for `limbs` limbs, the present ones moved up by `shift`, and for `scales` scales. */
function resize(account: usize, cell: usize, limbs: u32, shift: u32, scales: u32): usize {
  const old = <usize>load<u32>(cell);
  const block = makeBlock(account, max(limbs, 4), scales);
  memory.copy(block, old, 36);
  memory.copy(scaleAt(block, 0), scaleAt(old, 0), <usize>scaleCount(old) << 4);
  memory.copy(limbAt(block, shift), limbAt(old, 0), <usize>limbCount(old) << 3);
  store<i32>(block, lowest(old) - <i32>shift, 24);
  store<u32>(block, limbCount(old) + shift, 28);
  store<u32>(cell, <u32>block);
  free(account, old);
  return block;
}

/** Adds factor × the value's digits × 10000^raise. */
function addDigits(account: usize, cell: usize, value: usize, factor: i64, raise: i32): void {
  if (factor == 0) return;
  const digits = word(value);
  const top = <i32><i16><u16>word(value + 2) + raise;
  const bottom = top - <i32>digits + 1;
  let block = <usize>load<u32>(cell);
  if (limbCount(block) == 0) store<i32>(block, bottom, 24);
  const first = min(bottom, lowest(block));
  const end = max(top + 1, lowest(block) + <i32>limbCount(block));
  block = cover(account, cell, first, end);

  let carry: i64 = 0;
  let exponent = bottom;
  for (let i = digits; i > 0 || carry != 0; exponent++) {
    if (<u32>(exponent - lowest(block)) >= limbCount(block)) block = cover(account, cell, lowest(block), exponent + 1);
    const at = limbAt(block, <u32>(exponent - lowest(block)));
    let sum = load<i64>(at) + carry;
    if (i > 0) {
      i--;
      sum += <i64>word(value + 8 + (<usize>i << 1)) * factor;
    }
    carry = sum / BASE;
    store<i64>(at, sum - carry * BASE);
  }
  trim(block);
}

/** Limbs for the exponents first … end - 1, the new ones zero. */
function cover(account: usize, cell: usize, first: i32, end: i32): usize {
  let block = <usize>load<u32>(cell);
  const limbs = <u32>(end - first);
  const shift = <u32>(lowest(block) - first);
  if (shift > 0 || limbs > load<u32>(block, 36)) {
    block = resize(account, cell, limbs + (limbs >> 1), shift, scaleRoom(block));
  }
  const have = limbCount(block);
  if (limbs > have) {
    memory.fill(limbAt(block, have), 0, <usize>(limbs - have) << 3);
    store<u32>(block, limbs, 28);
  }
  return block;
}

/** Zero limbs at the top go, so that a sum that came back to nothing looks like nothing. */
function trim(block: usize): void {
  let count = limbCount(block);
  while (count > 0 && load<i64>(limbAt(block, count - 1)) == 0) count--;
  store<u32>(block, count, 28);
}

export function decimalIsEmpty(cell: usize): bool {
  const block = <usize>load<u32>(cell);
  if (block == 0) return true;
  return scaleCount(block) == 0 && limbCount(block) == 0 && (load<u64>(block) | load<u64>(block, 8) | load<u64>(block, 16)) == 0;
}

/** Bytes that `decimalRead` may write. */
export function decimalRoom(cell: usize): u32 {
  const block = <usize>load<u32>(cell);
  return block == 0 ? 8 : 8 + (limbCount(block) << 1);
}

/** Writes the sum in Postgres's binary form; its bytes. */
export function decimalRead(cell: usize, out: usize): u32 {
  const block = <usize>load<u32>(cell);
  if (block == 0) return writeHeader(out, 0, 0, 0, 0);
  const plus = load<i64>(block, 8) > 0;
  const minus = load<i64>(block, 16) > 0;
  if (load<i64>(block) > 0 || (plus && minus)) return writeHeader(out, 0, 0, 0xc000, 0);
  if (plus || minus) return writeHeader(out, 0, 0, plus ? 0xd000 : 0xf000, 0);

  const count = limbCount(block);
  const negative = count > 0 && load<i64>(limbAt(block, count - 1)) < 0;
  // Digits 0 … 9999, most significant first, at their place for now: one behind the other from out + 8.
  let borrow: i64 = 0;
  for (let i: u32 = 0; i < count; i++) {
    const limb = load<i64>(limbAt(block, i));
    let digit = (negative ? -limb : limb) + borrow;
    borrow = digit < 0 ? -1 : 0;
    if (digit < 0) digit += BASE;
    writeWord(out + 8 + (<usize>(count - 1 - i) << 1), <u32>digit);
  }
  let from: u32 = 0;
  while (from < count && load<u16>(out + 8 + (<usize>from << 1)) == 0) from++;
  let to = count;
  while (to > from && load<u16>(out + 6 + (<usize>to << 1)) == 0) to--;
  if (from > 0) memory.copy(out + 8, out + 8 + (<usize>from << 1), <usize>(to - from) << 1);
  const weight = to == from ? 0 : lowest(block) + <i32>count - 1 - <i32>from;
  return writeHeader(out, to - from, weight, negative ? 0x4000 : 0, displayScale(block));
}

function displayScale(block: usize): u32 {
  let largest: u32 = 0;
  for (let i: u32 = 0; i < scaleCount(block); i++) {
    const at = scaleAt(block, i);
    if (load<i64>(at, 8) > 0) largest = max(largest, load<u32>(at));
  }
  return largest;
}

function writeHeader(out: usize, digits: u32, weight: i32, sign: u32, scale: u32): u32 {
  writeWord(out, digits);
  writeWord(out + 2, <u32>weight);
  writeWord(out + 4, sign);
  writeWord(out + 6, scale);
  return 8 + (digits << 1);
}

// @ts-ignore: decorator
@inline
function writeWord(at: usize, value: u32): void {
  store<u16>(at, <u16>((value << 8) | ((value >> 8) & 0xff)));
}
