import {FLOAT64, INT16, INT32, INT64, physical, values} from '../layout';
import {compareValues, orderFloats} from '../sort/compare';
import {allocate, allocateZeroed, free} from './buffer';
import {SEGMENT_MASK, columnsOf, rowAt} from './directory';
import {groupRow} from './group-table';
import {
  STORE_BYTES, batchDirectory, ordinalOf, referenceOf, storeAccount, storeAppend, storeDirectory, storeEnd, storeFree, storeInit,
  storeTemplate, storeVersion,
} from './row-store';

// The least or greatest value of each group, over an input that never retracts. Numbers of up to 8 bytes are in the group's
// cell, with a flag that there is one; other values in a row store, the cell naming the row (reference + 1). A value that a
// better one has replaced is garbage there until it is compacted.

const FEW: u32 = 1024;

export function makeValueStore(account: usize, template: usize, descriptors: u32): usize {
  const s = allocateZeroed(account, STORE_BYTES);
  storeInit(s, template, 1, descriptors, 0);
  return s;
}

export function freeValueStore(account: usize, s: usize): void {
  if (s == 0) return;
  storeFree(s);
  free(account, s);
}

export function valueStoreBytes(accumulator: usize): u64 {
  const s = <usize>load<u32>(accumulator, 36);
  return s == 0 ? 0 : load<u64>(storeAccount(s));
}

export function extremeInline(accumulator: usize, lanes: usize, rows: usize, n: u32, weights: usize, column: usize): void {
  const kind = physical(column);
  if (kind == INT64) integers<i64>(accumulator, lanes, rows, n, weights, column);
  else if (kind == INT32) integers<i32>(accumulator, lanes, rows, n, weights, column);
  else if (kind == INT16) integers<i16>(accumulator, lanes, rows, n, weights, column);
  else if (kind == FLOAT64) floats<f64>(accumulator, lanes, rows, n, weights, column);
  else floats<f32>(accumulator, lanes, rows, n, weights, column);
}

function integers<T>(accumulator: usize, lanes: usize, rows: usize, n: u32, weights: usize, column: usize): void {
  const place = <usize>load<u32>(accumulator, 4);
  const flag = <usize>load<u32>(accumulator, 16);
  const greatest = load<u32>(accumulator, 12) != 0;
  const from = values(column);
  for (let i: usize = 0; i < <usize>n; i++) {
    const row = <usize>rowAt(rows, i);
    if (weights != 0 && load<i64>(weights + (row << 3)) <= 0) continue;
    const lane = <usize>load<u32>(lanes + (i << 2));
    const x = <i64>load<T>(from + row * sizeof<T>());
    const old = load<i64>(lane + place);
    const better = load<u8>(lane + flag) == 0 || (greatest ? x > old : x < old);
    store<i64>(lane + place, better ? x : old);
    store<u8>(lane + flag, 1);
  }
}

function floats<T>(accumulator: usize, lanes: usize, rows: usize, n: u32, weights: usize, column: usize): void {
  const place = <usize>load<u32>(accumulator, 4);
  const flag = <usize>load<u32>(accumulator, 16);
  const greatest = load<u32>(accumulator, 12) != 0;
  const from = values(column);
  for (let i: usize = 0; i < <usize>n; i++) {
    const row = <usize>rowAt(rows, i);
    if (weights != 0 && load<i64>(weights + (row << 3)) <= 0) continue;
    const lane = <usize>load<u32>(lanes + (i << 2));
    const x = <f64>load<T>(from + row * sizeof<T>());
    const compared = orderFloats(x, load<f64>(lane + place));
    if (load<u8>(lane + flag) == 0 || (greatest ? compared > 0 : compared < 0)) store<f64>(lane + place, x);
    store<u8>(lane + flag, 1);
  }
}

export function extremeStored(accumulator: usize, lanes: usize, rows: usize, n: u32, weights: usize, column: usize): void {
  const place = <usize>load<u32>(accumulator, 4);
  const greatest = load<u32>(accumulator, 12) != 0;
  const s = <usize>load<u32>(accumulator, 36);
  const fresh = allocate(0, 4);
  for (let i: usize = 0; i < <usize>n; i++) {
    const row = <usize>rowAt(rows, i);
    if (weights != 0 && load<i64>(weights + (row << 3)) <= 0) continue;
    const cell = <usize>load<u32>(lanes + (i << 2)) + place;
    const old = load<u32>(cell);
    if (old != 0) {
      const held = columnsOf(storeDirectory(s), old - 1);
      const compared = compareValues(column, row, held, <usize>((old - 1) & SEGMENT_MASK));
      if (greatest ? compared <= 0 : compared >= 0) continue;
    }
    store<u32>(fresh, <u32>row);
    // The argument's descriptor is the batch's only column here.
    store<u32>(cell, storeAppend(s, batchDirectory(s, column), 0, fresh, 1, 0) + 1);
  }
  free(0, fresh);
}

/**
 * Throws away the values that were replaced, once they are most of the store; true if it did, and has changed the cells.
 * Not while a tick's log names any.
 */
export function compactValues(g: usize, accumulator: usize): bool {
  const s = <usize>load<u32>(accumulator, 36);
  if (s == 0) return false;
  // What the next tick appends is newer.
  store<u32>(s, storeVersion(s) + 1, 28);
  const total = ordinalOf(storeEnd(s));
  const groups = ordinalOf(storeEnd(g));
  if (total < 2 * groups + FEW) return false;
  const place = <usize>load<u32>(accumulator, 4);
  const account = storeAccount(g);
  const fresh = makeValueStore(account, storeTemplate(s), load<u32>(s, 4));
  store<u32>(fresh, storeVersion(s), 28);
  const kept = allocate(0, groups << 2);
  let n: u32 = 0;
  for (let i: u32 = 0; i < groups; i++) {
    const cell = groupRow(g, referenceOf(i)) + place;
    const old = load<u32>(cell);
    if (old == 0) continue;
    store<u32>(kept + (<usize>n << 2), old - 1);
    store<u32>(cell, referenceOf(n) + 1);
    n++;
  }
  storeAppend(fresh, storeDirectory(s), 0, kept, n, 0);
  free(0, kept);
  store<u32>(fresh, storeVersion(s) + 1, 28);
  freeValueStore(account, s);
  store<u32>(accumulator, <u32>fresh, 36);
  return true;
}
