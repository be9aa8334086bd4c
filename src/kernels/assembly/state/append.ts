import {
  BIT, BYTES, COLUMN_BYTES, DECIMAL, FLOAT32, FLOAT64, INT128, INT16, INT32, INT64, INTERVAL, LIST, STRUCT, UUID,
  bitAt, childCount, children, columnAt, isValid, length, offsets, physical, validity, values,
} from '../layout';
import {NO_ROW, SEGMENT_MASK, SEGMENT_ROWS, columnsOf} from './directory';
import {ensure, shrink} from './buffer';
import {copyRun} from '../memory/copy';
import {SHAPE_BYTES, shapeOfSource} from '../memory/shapes';

// Appends gathered rows to a column whose descriptor is owned and whose buffers grow. Rows before the appended ones are
// never written again, so a batch that shares the buffers stays as it is; a buffer that must grow is replaced by a copy.

// Byte positions of the fields of a descriptor (layout.ts).
const LENGTH: usize = 4;
const VALUES: usize = 8;
const OFFSETS: usize = 12;
const VALIDITY: usize = 16;

const UNLIMITED: u32 = 0xffffffff;

export function laneBytes(kind: u32): u32 {
  if (kind == INT64 || kind == FLOAT64) return 8;
  if (kind == INT32 || kind == FLOAT32) return 4;
  if (kind == INT16) return 2;
  if (kind == INT128 || kind == INTERVAL || kind == UUID) return 16;
  return 0;
}

/**
 * Appends to `target` the values of column `column` of the row references rows[0 … n) of `directory`; NO_ROW is a null.
 * `limit` rows are all that the column will ever have (0: unknown).
 */
export function appendColumn(account: usize, target: usize, directory: usize, column: u32, rows: usize, n: u32, limit: u32): void {
  const kind = physical(target);
  const width = laneBytes(kind);
  if (width != 0) {
    const base = length(target);
    ensure(account, target + VALUES, base * width, (base + n) * width, limit * width);
    const to = values(target) + <usize>(base * width);
    if (width == 8) copyFixed<u64>(to, directory, column, rows, n);
    else if (width == 4) copyFixed<u32>(to, directory, column, rows, n);
    else if (width == 2) copyFixed<u16>(to, directory, column, rows, n);
    else copyWide(to, directory, column, rows, n);
    appendValidity(account, target, directory, column, rows, n, limit);
    store<u32>(target, base + n, LENGTH);
  } else if (kind == BYTES || kind == DECIMAL) {
    appendBytes(account, target, directory, column, rows, n, limit);
    appendValidity(account, target, directory, column, rows, n, limit);
    store<u32>(target, length(target) + n, LENGTH);
  } else {
    for (let i: u32 = 0; i < n; i++) {
      const row = load<u32>(rows + (<usize>i << 2));
      const source: usize = row == NO_ROW ? 0 : columnAt(columnsOf(directory, row), column);
      appendValue(account, target, source, row & SEGMENT_MASK, limit);
    }
  }
}

function copyFixed<T>(to: usize, directory: usize, column: u32, rows: usize, n: u32): void {
  for (let i: usize = 0; i < <usize>n; i++, to += sizeof<T>()) {
    const row = load<u32>(rows + (i << 2));
    if (row == NO_ROW) {
      store<T>(to, 0);
    } else {
      const source = columnAt(columnsOf(directory, row), column);
      store<T>(to, load<T>(values(source) + <usize>(row & SEGMENT_MASK) * sizeof<T>()));
    }
  }
}

function copyWide(to: usize, directory: usize, column: u32, rows: usize, n: u32): void {
  for (let i: usize = 0; i < <usize>n; i++, to += 16) {
    const row = load<u32>(rows + (i << 2));
    if (row == NO_ROW) {
      store<u64>(to, 0);
      store<u64>(to, 0, 8);
    } else {
      const source = columnAt(columnsOf(directory, row), column);
      v128.store(to, v128.load(values(source) + (<usize>(row & SEGMENT_MASK) << 4)));
    }
  }
}

function appendBytes(account: usize, target: usize, directory: usize, column: u32, rows: usize, n: u32, limit: u32): void {
  const base = length(target);
  ensureOffsets(account, target, base, n, limit);
  const ends = offsets(target) + (<usize>base << 2);
  const start = load<u32>(ends);
  let end: u64 = <u64>start;
  for (let i: usize = 0; i < <usize>n; i++) {
    const row = load<u32>(rows + (i << 2));
    if (row != NO_ROW) {
      const source = columnAt(columnsOf(directory, row), column);
      const at = offsets(source) + (<usize>(row & SEGMENT_MASK) << 2);
      if (isValid(validity(source), <usize>(row & SEGMENT_MASK))) end += <u64>(load<u32>(at, 4) - load<u32>(at));
    }
    store<u32>(ends + (i << 2), <u32>end, 4);
  }
  if (end > 0x7fffffff) abort();
  ensure(account, target + VALUES, start, <u32>end, UNLIMITED);
  const bytes = values(target);
  for (let i: usize = 0; i < <usize>n; i++) {
    const from = load<u32>(ends + (i << 2));
    const size = load<u32>(ends + (i << 2), 4) - from;
    if (size == 0) continue;
    const row = load<u32>(rows + (i << 2));
    const source = columnAt(columnsOf(directory, row), column);
    const at = <usize>load<u32>(offsets(source) + (<usize>(row & SEGMENT_MASK) << 2));
    copyRun(bytes + <usize>from, values(source) + at, <usize>size);
  }
}

function ensureOffsets(account: usize, target: usize, base: u32, n: u32, limit: u32): void {
  const fresh = offsets(target) == 0;
  ensure(account, target + OFFSETS, fresh ? 0 : (base + 1) << 2, (base + n + 1) << 2, limit == 0 ? UNLIMITED : (limit + 1) << 2);
  if (fresh) store<u32>(offsets(target), 0);
}

function appendValidity(account: usize, target: usize, directory: usize, column: u32, rows: usize, n: u32, limit: u32): void {
  if (validity(target) == 0 && !anyNull(directory, column, rows, n)) return;
  const base = length(target);
  ensureValidity(account, target, base, n, limit);
  const bits = validity(target);
  for (let i: u32 = 0; i < n; i++) {
    const row = load<u32>(rows + (<usize>i << 2));
    const valid = row != NO_ROW && isValid(validity(columnAt(columnsOf(directory, row), column)), <usize>(row & SEGMENT_MASK));
    putBit(bits, base + i, valid);
  }
}

function anyNull(directory: usize, column: u32, rows: usize, n: u32): bool {
  for (let i: usize = 0; i < <usize>n; i++) {
    const row = load<u32>(rows + (i << 2));
    if (row == NO_ROW) return true;
    const bits = validity(columnAt(columnsOf(directory, row), column));
    if (bits != 0 && !bitAt(bits, <usize>(row & SEGMENT_MASK))) return true;
  }
  return false;
}

/** Room in the validity bitmap; a fresh one says that the rows so far are not null. */
function ensureValidity(account: usize, target: usize, base: u32, n: u32, limit: u32): void {
  const fresh = validity(target) == 0;
  const used = (base + 7) >> 3;
  ensure(account, target + VALIDITY, fresh ? 0 : used, (base + n + 7) >> 3, limit == 0 ? UNLIMITED : (limit + 7) >> 3);
  if (fresh) memory.fill(validity(target), 0xff, <usize>used);
}

// @ts-ignore: decorator
@inline
export function putBit(bits: usize, row: u32, on: bool): void {
  const at = bits + <usize>(row >> 3);
  const mask: u8 = <u8>1 << <u8>(row & 7);
  store<u8>(at, on ? load<u8>(at) | mask : load<u8>(at) & ~mask);
}

/** Appends one value of any layout; `source` 0 is a null. */
function appendValue(account: usize, target: usize, source: usize, row: u32, limit: u32): void {
  const kind = physical(target);
  const base = length(target);
  const valid = source != 0 && isValid(validity(source), <usize>row);
  const width = laneBytes(kind);
  if (width != 0) {
    ensure(account, target + VALUES, base * width, (base + 1) * width, limit == 0 ? UNLIMITED : limit * width);
    const to = values(target) + <usize>(base * width);
    if (valid) memory.copy(to, values(source) + <usize>(row * width), <usize>width);
    else memory.fill(to, 0, <usize>width);
  } else if (kind == BIT) {
    ensure(account, target + VALUES, (base + 7) >> 3, (base + 8) >> 3, limit == 0 ? UNLIMITED : (limit + 7) >> 3);
    putBit(values(target), base, valid && bitAt(values(source), <usize>row));
  } else if (kind == STRUCT) {
    const fields = childCount(target);
    for (let i: u32 = 0; i < fields; i++) {
      const at = <usize>i * COLUMN_BYTES;
      appendValue(account, children(target) + at, valid ? children(source) + at : 0, row, limit);
    }
  } else {
    appendVariable(account, target, kind, source, row, valid, limit);
    if (kind == LIST) appendShape(account, target, source, row, limit);
  }
  if (!valid || validity(target) != 0) {
    ensureValidity(account, target, base, 1, limit);
    putBit(validity(target), base, valid);
  }
  store<u32>(target, base + 1, LENGTH);
}

function appendVariable(account: usize, target: usize, kind: u32, source: usize, row: u32, valid: bool, limit: u32): void {
  const base = length(target);
  ensureOffsets(account, target, base, 1, limit);
  const ends = offsets(target) + (<usize>base << 2);
  const start = load<u32>(ends);
  let size: u32 = 0;
  if (valid) {
    const from = offsets(source) + (<usize>row << 2);
    const first = load<u32>(from);
    size = load<u32>(from, 4) - first;
    if (kind == LIST) {
      for (let i: u32 = 0; i < size; i++) appendValue(account, children(target), children(source), first + i, 0);
    } else {
      ensure(account, target + VALUES, start, start + size, UNLIMITED);
      memory.copy(values(target) + <usize>start, values(source) + <usize>first, <usize>size);
    }
  }
  // Every vector of this layout has a values buffer, be it empty.
  if (kind != LIST && values(target) == 0) ensure(account, target + VALUES, 0, 0, UNLIMITED);
  store<u32>(ends, start + size, 4);
}

/** A lane for the row's shape, once some row of the column has one. */
function appendShape(account: usize, target: usize, source: usize, row: u32, limit: u32): void {
  const shape = shapeOfSource(source, row);
  if (shape == 0 && values(target) == 0) return;
  const base = length(target);
  const fresh = values(target) == 0;
  const used = base * SHAPE_BYTES;
  ensure(account, target + VALUES, fresh ? 0 : used, used + SHAPE_BYTES, limit == 0 ? UNLIMITED : limit * SHAPE_BYTES);
  if (fresh) memory.fill(values(target), 0, <usize>used);
  const to = values(target) + <usize>used;
  if (shape == 0) memory.fill(to, 0, SHAPE_BYTES);
  else memory.copy(to, shape, SHAPE_BYTES);
}

/** No more rows will come: gives back what the variable-width buffers have too much. */
export function sealColumn(account: usize, target: usize): void {
  const kind = physical(target);
  if (kind == BYTES || kind == DECIMAL) {
    shrink(account, target + VALUES, load<u32>(offsets(target) + (<usize>length(target) << 2)));
  } else if (kind == LIST || kind == STRUCT) {
    if (kind == LIST && values(target) != 0) shrink(account, target + VALUES, length(target) * SHAPE_BYTES);
    const fields = childCount(target);
    for (let i: u32 = 0; i < fields; i++) sealNested(account, children(target) + <usize>i * COLUMN_BYTES, kind == LIST);
  }
}

function sealNested(account: usize, target: usize, element: bool): void {
  const rows = length(target);
  const width = laneBytes(physical(target));
  if (element && rows > 0) {
    if (width != 0) shrink(account, target + VALUES, rows * width);
    if (offsets(target) != 0) shrink(account, target + OFFSETS, (rows + 1) << 2);
  }
  if (rows > 0) sealColumn(account, target);
}

export const COLUMN_LIMIT: u32 = SEGMENT_ROWS;
