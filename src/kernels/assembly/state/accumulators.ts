import {FLOAT64, INT128, INT16, INT32, INT64, bitAt, offsets, physical, values} from '../layout';
import {decimalAdd, decimalIsEmpty} from './decimal-sum';
import {FLOAT_CELL, floatAdd, floatIsEmpty, mulHigh} from './exact-float';
import {extremeInline, extremeStored, freeValueStore, makeValueStore} from './extreme-values';
import {rowAt} from './directory';
import {logFind, logFree, logMoved, logRemember} from './tick-log';

// What a group keeps for one aggregate: a cell of the group's row, and how values are added to it.
//
// An accumulator, 48 bytes: 0 kind, 4 place of the cell in the row, 8 physical layout of the argument, 12 variant (below), 16 place
// of the flag of an inline minimum, 20 its bytes (0 or 1), 24 counts rows whose argument is null, 28 carries (tick-log.ts: by
// group), 36 value store (extreme-values.ts). A sum that leaves its cell leaves a carry: the sum is carry × 2^64 (or
// 2^128) + cell, exact, and out of range until the carry is 0 again.

export const ACCUMULATOR_BYTES: u32 = 48;

/** Variant 1: of every row, which is the weight that the group has anyway. */
export const COUNT_ROWS: u32 = 1;
export const COUNT_VALUES: u32 = 2;
export const COUNT_TRUE: u32 = 3;
/** Variant: of an interval, 0 months, 1 days, 2 microseconds. */
export const SUM64: u32 = 4;
export const SUM128: u32 = 5;
/** Variant: 1 = read as a real. */
export const EXACT_FLOAT: u32 = 6;
export const SPECIALS: u32 = 7;
export const DECIMAL_SUM: u32 = 8;
/** Variant: 0 the least, 1 the greatest. The value itself is in the cell (8 bytes) or in a value store (its reference + 1). */
export const EXTREME_INLINE: u32 = 9;
export const EXTREME_STORED: u32 = 10;

// @ts-ignore: decorator
@inline function kindOf(accumulator: usize): u32 { return load<u32>(accumulator); }
// @ts-ignore: decorator
@inline function placeOf(accumulator: usize): usize { return <usize>load<u32>(accumulator, 4); }
// @ts-ignore: decorator
@inline function carries(accumulator: usize): usize { return accumulator + 28; }

// @ts-ignore: decorator
@inline
function countsEveryRow(spec: usize): bool {
  return load<u32>(spec) == COUNT_ROWS && load<u32>(spec, 8) == 1;
}

/** No cell: it is read off the group's weight. */
// @ts-ignore: decorator
@inline
export function hasNoCell(accumulator: usize): bool {
  return placeOf(accumulator) == 0;
}

/** `spec`: u32 kind, physical, variant, template of the values, its descriptors. The cell stands at `place`; what comes after it. */
export function initAccumulator(account: usize, accumulator: usize, spec: usize, place: u32): u32 {
  const kind = load<u32>(spec);
  store<u32>(accumulator, kind);
  if (countsEveryRow(spec)) {
    store<u32>(accumulator, 1, 12);
    return place;
  }
  store<u32>(accumulator, place, 4);
  store<u32>(accumulator, load<u32>(spec, 4), 8);
  store<u32>(accumulator, load<u32>(spec, 8), 12);
  store<u32>(accumulator, <u32>(kind == EXTREME_INLINE), 20);
  store<u32>(accumulator, <u32>(kind == COUNT_ROWS), 24);
  if (kind == EXTREME_STORED) {
    store<u32>(accumulator, <u32>makeValueStore(account, <usize>load<u32>(spec, 12), load<u32>(spec, 16)), 36);
  }
  if (kind == SUM128) return place + 16;
  return place + (kind == EXACT_FLOAT ? FLOAT_CELL : 8);
}

export function freeAccumulator(account: usize, accumulator: usize): void {
  logFree(account, carries(accumulator));
  freeValueStore(account, <usize>load<u32>(accumulator, 36));
}

/** The cell begins with the address of a block of its own. */
export function holdsBlock(accumulator: usize): bool {
  return kindOf(accumulator) == EXACT_FLOAT || kindOf(accumulator) == DECIMAL_SUM;
}

export function isOutOfRange(accumulator: usize, reference: u32): bool {
  const carry = logFind(carries(accumulator), reference);
  return carry != 0 && load<i64>(carry) != 0;
}

/** The carries under the groups' new references. */
export function remapCarries(account: usize, accumulator: usize, map: usize): void {
  logMoved(account, carries(accumulator), map);
}

export function cellIsEmpty(accumulator: usize, row: usize): bool {
  const cell = row + placeOf(accumulator);
  const kind = kindOf(accumulator);
  if (kind == EXACT_FLOAT) return floatIsEmpty(cell);
  if (kind == DECIMAL_SUM) return decimalIsEmpty(cell);
  if (kind == SUM128) return (load<u64>(cell) | load<u64>(cell, 8)) == 0;
  if (kind == EXTREME_INLINE) return load<u8>(row + <usize>load<u32>(accumulator, 16)) == 0;
  return load<u64>(cell) == 0;
}

/**
 * Adds n values: lane i is row rowAt(rows, i) of `column` (0: no argument) with weights[row] (absent: 1), of the group
 * references[i] whose row stands at lanes[i]. None of the values is null.
 */
export function accumulate(
  account: usize, accumulator: usize, references: usize, lanes: usize, rows: usize, n: u32, weights: usize, column: usize,
): void {
  const kind = kindOf(accumulator);
  if (kind == COUNT_ROWS || kind == COUNT_VALUES) addWeights(placeOf(accumulator), lanes, rows, n, weights);
  else if (kind == SUM64) sum64(account, accumulator, references, lanes, rows, n, weights, column);
  else if (kind == SUM128) sum128(account, accumulator, references, lanes, rows, n, weights, column);
  else if (kind == EXTREME_INLINE) extremeInline(accumulator, lanes, rows, n, weights, column);
  else if (kind == EXTREME_STORED) extremeStored(accumulator, lanes, rows, n, weights, column);
  else if (kind == COUNT_TRUE) addTrue(placeOf(accumulator), lanes, rows, n, weights, column);
  else if (kind == EXACT_FLOAT) addFloats(account, placeOf(accumulator), lanes, rows, n, weights, column);
  else if (kind == SPECIALS) addSpecials(placeOf(accumulator), lanes, rows, n, weights, column);
  else addDecimals(account, placeOf(accumulator), lanes, rows, n, weights, column);
}

// @ts-ignore: decorator
@inline
function laneAt(lanes: usize, i: usize): usize {
  return <usize>load<u32>(lanes + (i << 2));
}

// @ts-ignore: decorator
@inline
export function weightAt(weights: usize, row: usize): i64 {
  return weights == 0 ? 1 : load<i64>(weights + (row << 3));
}

function addWeights(place: usize, lanes: usize, rows: usize, n: u32, weights: usize): void {
  if (weights == 0) {
    for (let i: usize = 0; i < <usize>n; i++) {
      const cell = laneAt(lanes, i) + place;
      store<i64>(cell, load<i64>(cell) + 1);
    }
    return;
  }
  for (let i: usize = 0; i < <usize>n; i++) {
    const cell = laneAt(lanes, i) + place;
    store<i64>(cell, load<i64>(cell) + load<i64>(weights + (<usize>rowAt(rows, i) << 3)));
  }
}

function addTrue(place: usize, lanes: usize, rows: usize, n: u32, weights: usize, column: usize): void {
  const bits = values(column);
  for (let i: usize = 0; i < <usize>n; i++) {
    const row = <usize>rowAt(rows, i);
    if (!bitAt(bits, row)) continue;
    const cell = laneAt(lanes, i) + place;
    store<i64>(cell, load<i64>(cell) + weightAt(weights, row));
  }
}

function sum64(
  account: usize, accumulator: usize, references: usize, lanes: usize, rows: usize, n: u32, weights: usize, column: usize,
): void {
  const kind = physical(column);
  const variant = load<u32>(accumulator, 12);
  const from = values(column);
  if (kind == INT64) sum64Lanes<i64>(account, accumulator, references, lanes, rows, n, weights, from, 8);
  else if (kind == INT32) sum64Lanes<i32>(account, accumulator, references, lanes, rows, n, weights, from, 4);
  else if (kind == INT16) sum64Lanes<i16>(account, accumulator, references, lanes, rows, n, weights, from, 2);
  else if (variant == 2) sum64Lanes<i64>(account, accumulator, references, lanes, rows, n, weights, from + 8, 16);
  else sum64Lanes<i32>(account, accumulator, references, lanes, rows, n, weights, from + (<usize>variant << 2), 16);
}

function sum64Lanes<T>(
  account: usize, accumulator: usize, references: usize, lanes: usize, rows: usize, n: u32, weights: usize, from: usize, stride: usize,
): void {
  const place = placeOf(accumulator);
  for (let i: usize = 0; i < <usize>n; i++) {
    const row = <usize>rowAt(rows, i);
    const cell = laneAt(lanes, i) + place;
    const x = <i64>load<T>(from + row * stride);
    const old = load<i64>(cell);
    let low = x;
    let high = x >> 63;
    if (weights != 0) {
      const weight = load<i64>(weights + (row << 3));
      low = x * weight;
      high = productHigh(x, weight, low);
    }
    const sum = old + low;
    store<i64>(cell, sum);
    if (high != low >> 63 || ((old ^ sum) & (low ^ sum)) < 0) {
      const carryOut = <i64>(<u64>sum < <u64>old);
      addCarry(account, accumulator, load<u32>(references + (i << 2)), (old >> 63) + high + carryOut - (sum >> 63));
    }
  }
}

// @ts-ignore: decorator
@inline
function productHigh(x: i64, weight: i64, low: i64): i64 {
  if (<u64>(x + 0x40000000) < 0x80000000 && <u64>(weight + 0x40000000) < 0x80000000) return low >> 63;
  return mulHigh(x, weight);
}

export function restoreCarry(account: usize, accumulator: usize, reference: u32, carry: i64): void {
  logRemember(account, carries(accumulator), reference, carry);
}

function addCarry(account: usize, accumulator: usize, reference: u32, carry: i64): void {
  if (carry == 0) return;
  const log = carries(accumulator);
  const at = logFind(log, reference);
  if (at == 0) logRemember(account, log, reference, carry);
  else store<i64>(at, load<i64>(at) + carry);
}

function sum128(
  account: usize, accumulator: usize, references: usize, lanes: usize, rows: usize, n: u32, weights: usize, column: usize,
): void {
  const kind = physical(column);
  const from = values(column);
  if (kind == INT64) sum128Lanes<i64>(account, accumulator, references, lanes, rows, n, weights, from);
  else if (kind == INT32) sum128Lanes<i32>(account, accumulator, references, lanes, rows, n, weights, from);
  else if (kind == INT16) sum128Lanes<i16>(account, accumulator, references, lanes, rows, n, weights, from);
  else sumWide(account, accumulator, references, lanes, rows, n, weights, from);
}

function sum128Lanes<T>(
  account: usize, accumulator: usize, references: usize, lanes: usize, rows: usize, n: u32, weights: usize, from: usize,
): void {
  const place = placeOf(accumulator);
  const numeric = load<u32>(accumulator, 12) == 1;
  for (let i: usize = 0; i < <usize>n; i++) {
    const row = <usize>rowAt(rows, i);
    const cell = laneAt(lanes, i) + place;
    const x = <i64>load<T>(from + row * sizeof<T>());
    // A numeric's NaN, which `specials` counts.
    if (sizeof<T>() == 8 && numeric && x == i64.MAX_VALUE) continue;
    let low = <u64>x;
    let high = x >> 63;
    if (weights != 0) {
      const weight = load<i64>(weights + (row << 3));
      low = <u64>(x * weight);
      high = productHigh(x, weight, <i64>low);
    }
    const sum = load<u64>(cell) + low;
    const oldHigh = load<i64>(cell, 8);
    const sumHigh = oldHigh + high + <i64>(sum < low);
    store<u64>(cell, sum);
    store<i64>(cell, sumHigh, 8);
    if (((oldHigh ^ sumHigh) & (high ^ sumHigh)) < 0) {
      // A sum of two of the same sign that came out with the other.
      addCarry(account, accumulator, load<u32>(references + (i << 2)), sumHigh < 0 ? 1 : -1);
    }
  }
}

/** int128 arguments: the product with the weight has 192 bits. */
function sumWide(
  account: usize, accumulator: usize, references: usize, lanes: usize, rows: usize, n: u32, weights: usize, from: usize,
): void {
  const place = placeOf(accumulator);
  for (let i: usize = 0; i < <usize>n; i++) {
    const row = <usize>rowAt(rows, i);
    const cell = laneAt(lanes, i) + place;
    let p0 = load<u64>(from + (row << 4));
    let p1 = load<i64>(from + (row << 4), 8);
    if (p1 == i64.MAX_VALUE && p0 == u64.MAX_VALUE) continue;
    let p2 = p1 >> 63;
    if (weights != 0) {
      const weight = load<i64>(weights + (row << 3));
      // p0 is unsigned: where its top bit is set, mulHigh takes it for 2^64 less than it is.
      const lowHigh = mulHigh(<i64>p0, weight) + (<i64>p0 < 0 ? weight : 0);
      const middle = <u64>p1 * <u64>weight;
      const top = mulHigh(p1, weight);
      p0 *= <u64>weight;
      const sum = middle + <u64>lowHigh;
      p2 = top + (lowHigh >> 63) + <i64>(sum < middle);
      p1 = <i64>sum;
    }
    const s0 = load<u64>(cell);
    const s1 = load<u64>(cell, 8);
    const r0 = s0 + p0;
    const c0 = <u64>(r0 < s0);
    const t1 = s1 + <u64>p1;
    const r1 = t1 + c0;
    const c1 = <i64>(t1 < s1) + <i64>(r1 < t1);
    store<u64>(cell, r0);
    store<u64>(cell, r1, 8);
    addCarry(account, accumulator, load<u32>(references + (i << 2)), (<i64>s1 >> 63) + p2 + c1 - (<i64>r1 >> 63));
  }
}

function addFloats(account: usize, place: usize, lanes: usize, rows: usize, n: u32, weights: usize, column: usize): void {
  const from = values(column);
  const double = physical(column) == FLOAT64;
  for (let i: usize = 0; i < <usize>n; i++) {
    const row = <usize>rowAt(rows, i);
    const x = double ? load<f64>(from + (row << 3)) : <f64>load<f32>(from + (row << 2));
    floatAdd(account, laneAt(lanes, i) + place, x, weightAt(weights, row));
  }
}

function addSpecials(place: usize, lanes: usize, rows: usize, n: u32, weights: usize, column: usize): void {
  const from = values(column);
  const kind = physical(column);
  const double = kind == FLOAT64;
  for (let i: usize = 0; i < <usize>n; i++) {
    const row = <usize>rowAt(rows, i);
    if (kind == INT64) {
      if (load<i64>(from + (row << 3)) != i64.MAX_VALUE) continue;
    } else if (kind == INT128) {
      if (load<i64>(from + (row << 4), 8) != i64.MAX_VALUE || load<u64>(from + (row << 4)) != u64.MAX_VALUE) continue;
    } else {
      const x = double ? load<f64>(from + (row << 3)) : <f64>load<f32>(from + (row << 2));
      if (x - x == 0) continue;
    }
    const cell = laneAt(lanes, i) + place;
    store<i64>(cell, load<i64>(cell) + weightAt(weights, row));
  }
}

function addDecimals(account: usize, place: usize, lanes: usize, rows: usize, n: u32, weights: usize, column: usize): void {
  const from = values(column);
  const ends = offsets(column);
  for (let i: usize = 0; i < <usize>n; i++) {
    const row = <usize>rowAt(rows, i);
    decimalAdd(account, laneAt(lanes, i) + place, from + <usize>load<u32>(ends + (row << 2)), weightAt(weights, row));
  }
}
