import {BYTES, FLOAT32, INT16, INT32, physical} from '../layout';
import {DECIMAL_SUM, EXACT_FLOAT, EXTREME_INLINE, EXTREME_STORED, SUM128} from './accumulators';
import {allocate, allocateZeroed, free} from './buffer';
import {appendColumn, laneBytes, putBit} from './append';
import {decimalRead, decimalRoom} from './decimal-sum';
import {NO_ROW} from './directory';
import {floatExact, floatExactBytes, floatRead} from './exact-float';
import {finishEmpty, storeDirectory} from './row-store';

/**
 * The values of one accumulator in the groups whose rows stand at rows[0 … n), as fresh buffers written into the blank
 * descriptor at `out`.
 */
export function accumulator_read(accumulator: usize, rows: usize, n: u32, out: usize): void {
  const kind = load<u32>(accumulator);
  const place = <usize>load<u32>(accumulator, 4);
  if (kind == EXTREME_STORED) {
    readStored(accumulator, rows, n, place, out);
    return;
  }
  if (kind == DECIMAL_SUM) {
    readDecimals(rows, n, place, out);
    return;
  }
  if (kind == EXACT_FLOAT && physical(out) == BYTES) {
    readExact(rows, n, place, out);
    return;
  }
  const width = laneBytes(physical(out));
  const to = allocate(0, n * width);
  store<u32>(out, n, 4);
  store<u32>(out, <u32>to, 8);
  if (kind == SUM128) {
    for (let i: usize = 0; i < <usize>n; i++) v128.store(to + (i << 4), v128.load(rowAt(rows, i) + place));
  } else if (kind == EXACT_FLOAT) {
    for (let i: usize = 0; i < <usize>n; i++) {
      const single = width == 4;
      const x = floatRead(rowAt(rows, i) + place, single);
      if (single) store<f32>(to + (i << 2), <f32>x);
      else store<f64>(to + (i << 3), x);
    }
  } else if (kind == EXTREME_INLINE) {
    readInline(accumulator, rows, n, place, out);
  } else {
    for (let i: usize = 0; i < <usize>n; i++) store<i64>(to + (i << 3), load<i64>(rowAt(rows, i) + place));
  }
}

// @ts-ignore: decorator
@inline
function rowAt(rows: usize, i: usize): usize {
  return <usize>load<u32>(rows + (i << 2));
}

function readInline(accumulator: usize, rows: usize, n: u32, place: usize, out: usize): void {
  const flag = <usize>load<u32>(accumulator, 16);
  const kind = physical(out);
  const to = <usize>load<u32>(out, 8);
  const bits = allocateZeroed(0, (n + 7) >> 3);
  let present: u32 = 0;
  for (let i: u32 = 0; i < n; i++) {
    const row = rowAt(rows, i);
    const at = row + place;
    if (kind == INT32) store<i32>(to + (<usize>i << 2), <i32>load<i64>(at));
    else if (kind == INT16) store<i16>(to + (<usize>i << 1), <i16>load<i64>(at));
    else if (kind == FLOAT32) store<f32>(to + (<usize>i << 2), <f32>load<f64>(at));
    else store<u64>(to + (<usize>i << 3), load<u64>(at));
    const there = load<u8>(row + flag) != 0;
    if (there) putBit(bits, i, true);
    present += <u32>there;
  }
  if (present == n) free(0, bits);
  else store<u32>(out, <u32>bits, 16);
}

function readStored(accumulator: usize, rows: usize, n: u32, place: usize, out: usize): void {
  const list = allocate(0, n << 2);
  for (let i: usize = 0; i < <usize>n; i++) {
    const held = load<u32>(rowAt(rows, i) + place);
    store<u32>(list + (i << 2), held == 0 ? NO_ROW : held - 1);
  }
  appendColumn(0, out, storeDirectory(<usize>load<u32>(accumulator, 36)), 0, list, n, n);
  finishEmpty(out);
  free(0, list);
}

function readDecimals(rows: usize, n: u32, place: usize, out: usize): void {
  let room: u32 = 0;
  for (let i: usize = 0; i < <usize>n; i++) room += decimalRoom(rowAt(rows, i) + place);
  const ends = allocate(0, (n + 1) << 2);
  const bytes = allocate(0, room);
  let end: u32 = 0;
  store<u32>(ends, 0);
  for (let i: usize = 0; i < <usize>n; i++) {
    end += decimalRead(rowAt(rows, i) + place, bytes + <usize>end);
    store<u32>(ends + (i << 2), end, 4);
  }
  store<u32>(out, n, 4);
  store<u32>(out, <u32>bytes, 8);
  store<u32>(out, <u32>ends, 12);
}

function readExact(rows: usize, n: u32, place: usize, out: usize): void {
  let room: u32 = 0;
  for (let i: usize = 0; i < <usize>n; i++) room += floatExactBytes(rowAt(rows, i) + place);
  const ends = allocate(0, (n + 1) << 2);
  const bytes = allocate(0, room);
  let end: u32 = 0;
  store<u32>(ends, 0);
  for (let i: usize = 0; i < <usize>n; i++) {
    end += floatExact(rowAt(rows, i) + place, bytes + <usize>end);
    store<u32>(ends + (i << 2), end, 4);
  }
  store<u32>(out, n, 4);
  store<u32>(out, <u32>bytes, 8);
  store<u32>(out, <u32>ends, 12);
}
