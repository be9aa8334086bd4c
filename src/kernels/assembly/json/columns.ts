import {bitmap_count, bitmap_set_range} from '../memory/bitmap';
import {mem_alloc, mem_release} from '../memory/allocator';
import {
  BOOLEAN, BYTE_CAPACITY, CAPACITY, CHILDREN, CHILD_COUNT, DENSITY, KIND, LIST, MAX_COLUMN_BYTES, NEXT, OFFSETS, STRUCT, UNREAD,
  USED, VALIDITY, VALUES, VARIABLE, WIDTH,
} from './layout';

// The output columns: buffers that grow, filled row by row.

/** What a string's last 16-byte store may write too much. */
export const SLACK: usize = 32;

// @ts-ignore: decorator
@inline
export function childAt(node: usize, index: u32): usize {
  return <usize>load<u32>(<usize>load<u32>(node, CHILDREN) + (<usize>index << 2));
}

// @ts-ignore: decorator
@inline
function hasOffsets(node: usize): bool {
  return load<u32>(node, VARIABLE) != 0 || load<u32>(node, KIND) == LIST;
}

// @ts-ignore: decorator
@inline
function bitmapBytes(rows: u32): u32 {
  return (rows + 7) >> 3;
}

function allocate(bytes: usize): usize {
  const address = mem_alloc(<u32>bytes);
  // The host sees the trap, frees the columns and reports that memory is exhausted.
  if (address == 0) unreachable();
  return address;
}

/** What an unread column has room for to begin with. */
const UNREAD_ROWS: u32 = 16;

/** Fresh buffers for about `rows` rows; the old ones have been handed over. */
export function openColumn(node: usize, rows: u32): void {
  if (load<u32>(node, UNREAD)) {
    if (load<u32>(node, VALIDITY) != 0) return;
    rows = UNREAD_ROWS;
  }
  const kind = load<u32>(node, KIND);
  const width = load<u32>(node, WIDTH);
  store<u32>(node, rows, CAPACITY);
  store<u32>(node, 0, NEXT);
  store<u32>(node, 0, USED);
  const validity = allocate(bitmapBytes(rows));
  store<u32>(node, <u32>validity, VALIDITY);
  memory.fill(validity, 0xff, bitmapBytes(rows));
  if (width != 0) store<u32>(node, <u32>allocate(<usize>rows * width), VALUES);
  if (kind == BOOLEAN) {
    const bits = allocate(bitmapBytes(rows));
    memory.fill(bits, 0, bitmapBytes(rows));
    store<u32>(node, <u32>bits, VALUES);
  }
  if (hasOffsets(node)) {
    const offsets = allocate(<usize>(rows + 1) << 2);
    store<u32>(offsets, 0);
    store<u32>(node, <u32>offsets, OFFSETS);
  }
  if (load<u32>(node, VARIABLE)) {
    // A tenth more than the last batch had; 16 bytes a row to begin with.
    const density = max<u64>(<u64>load<u32>(node, DENSITY), 16);
    const bytes = <u32>min<u64>(((<u64>rows * density * 282) >> 16) + 64, 0x10000000);
    store<u32>(node, bytes, BYTE_CAPACITY);
    store<u32>(node, <u32>allocate(bytes), VALUES);
  }
  const children = load<u32>(node, CHILD_COUNT);
  let childRows = rows;
  if (kind == LIST) {
    const density = max<u64>(<u64>load<u32>(node, DENSITY), 256);
    childRows = <u32>min<u64>(((<u64>rows * density) >> 8) + 8, 0x1000000);
  }
  for (let i: u32 = 0; i < children; i++) openColumn(childAt(node, i), childRows);
}

function released(address: u32): void {
  if (address != 0) mem_release(address);
}

/** Frees the buffers of a batch that is given up. */
export function dropColumn(node: usize): void {
  released(load<u32>(node, VALUES));
  released(load<u32>(node, OFFSETS));
  released(load<u32>(node, VALIDITY));
  forgetColumn(node);
  const children = load<u32>(node, CHILD_COUNT);
  for (let i: u32 = 0; i < children; i++) dropColumn(childAt(node, i));
}

function forgetColumn(node: usize): void {
  store<u32>(node, 0, VALUES);
  store<u32>(node, 0, OFFSETS);
  store<u32>(node, 0, VALIDITY);
  store<u32>(node, 0, CAPACITY);
}

function moved(node: usize, field: usize, used: usize, bytes: usize): usize {
  const old = <usize>load<u32>(node + field);
  const buffer = allocate(bytes);
  memory.copy(buffer, old, used);
  mem_release(old);
  store<u32>(node + field, <u32>buffer);
  return buffer;
}

function growRows(node: usize, atLeast: u32): void {
  const old = load<u32>(node, CAPACITY);
  const rows = (max<u32>(atLeast, old * 2) + 127) & ~127;
  const kind = load<u32>(node, KIND);
  const width = load<u32>(node, WIDTH);
  const oldBits = bitmapBytes(old);
  const bits = moved(node, VALIDITY, oldBits, bitmapBytes(rows));
  memory.fill(bits + oldBits, 0xff, bitmapBytes(rows) - oldBits);
  if (width != 0) moved(node, VALUES, <usize>old * width, <usize>rows * width);
  if (kind == BOOLEAN) {
    const values = moved(node, VALUES, oldBits, bitmapBytes(rows));
    memory.fill(values + oldBits, 0, bitmapBytes(rows) - oldBits);
  }
  if (hasOffsets(node)) moved(node, OFFSETS, <usize>(old + 1) << 2, <usize>(rows + 1) << 2);
  store<u32>(node, rows, CAPACITY);
}

/** Makes `row` the next lane to write: nulls before it, and what stands in it already (a key given twice) is dropped. */
function prepare(node: usize, row: u32): void {
  if (load<u32>(node, NEXT) > row) truncateColumn(node, row);
  if (row >= load<u32>(node, CAPACITY)) growRows(node, row + 1);
  fillNulls(node, row);
}

// @ts-ignore: decorator
@inline
export function ready(node: usize, row: u32): void {
  if (load<u32>(node, NEXT) != row || row >= load<u32>(node, CAPACITY)) prepare(node, row);
}

/** There is a lane for the row, and it is the next: what has a short way writes there without a call, which costs registers. */
// @ts-ignore: decorator
@inline
export function isReady(node: usize, row: u32): bool {
  return load<u32>(node, NEXT) == row && row < load<u32>(node, CAPACITY);
}

/** Address of the lane of `width` bytes that `isReady` has found; it counts as written. */
// @ts-ignore: decorator
@inline
export function readyLane(node: usize, row: u32, width: usize): usize {
  store<u32>(node, row + 1, NEXT);
  return <usize>load<u32>(node, VALUES) + <usize>row * width;
}

/** `room` would not have to grow. */
// @ts-ignore: decorator
@inline
export function hasRoom(node: usize, bytes: usize): bool {
  return <usize>load<u32>(node, USED) + bytes + SLACK <= <usize>load<u32>(node, BYTE_CAPACITY);
}

/** The row that a value of the field goes to: the one lane of a column that nobody reads is free again. */
// @ts-ignore: decorator
@inline
export function rowOf(node: usize, row: u32): u32 {
  if (load<u32>(node, UNREAD) == 0) return row;
  store<u32>(node, 0, NEXT);
  store<u32>(node, 0, USED);
  return 0;
}

/** The value of the row is null; only a key given twice leaves something to do. */
export function setNull(node: usize, row: u32): void {
  if (load<u32>(node, NEXT) > row) truncateColumn(node, row);
}

/** As memory.fill, which is a call out of the module and too dear for the few lanes that most gaps have. */
// @ts-ignore: decorator
@inline
function zero(at: usize, bytes: usize): void {
  if (bytes > 1024) {
    memory.fill(at, 0, bytes);
    return;
  }
  const end = at + bytes;
  for (; at + 16 <= end; at += 16) v128.store(at, i8x16.splat(0));
  for (; at < end; at += 2) store<u16>(at, 0);
}

/** Nulls in the rows next … rows - 1. */
export function fillNulls(node: usize, rows: u32): void {
  const from = load<u32>(node, NEXT);
  if (from >= rows) return;
  if (rows > load<u32>(node, CAPACITY)) growRows(node, rows);
  const count = rows - from;
  bitmap_set_range(<usize>load<u32>(node, VALIDITY), from, count, 0);
  const width = load<u32>(node, WIDTH);
  if (width != 0) {
    zero(<usize>load<u32>(node, VALUES) + <usize>from * width, <usize>count * width);
  } else if (hasOffsets(node)) {
    const used = load<u32>(node, USED);
    const offsets = <usize>load<u32>(node, OFFSETS) + 4;
    for (let row = from; row < rows; row++) store<u32>(offsets + (<usize>row << 2), used);
  }
  store<u32>(node, rows, NEXT);
}

/** Forgets the rows from `rows` on, half-written ones too. */
export function truncateColumn(node: usize, rows: u32): void {
  const written = load<u32>(node, NEXT);
  if (written > rows) {
    bitmap_set_range(<usize>load<u32>(node, VALIDITY), rows, written - rows, 1);
    store<u32>(node, rows, NEXT);
  }
  if (hasOffsets(node)) {
    const last = min<u32>(written, rows);
    store<u32>(node, load<u32>(<usize>load<u32>(node, OFFSETS) + (<usize>last << 2)), USED);
  }
  const kind = load<u32>(node, KIND);
  if (kind == STRUCT) {
    const children = load<u32>(node, CHILD_COUNT);
    for (let i: u32 = 0; i < children; i++) truncateColumn(childAt(node, i), rows);
  } else if (kind == LIST) {
    truncateColumn(childAt(node, 0), load<u32>(node, USED));
  }
}

/** Completes a column of `rows` rows and notes its density for the next batch. */
export function closeColumn(node: usize, rows: u32): void {
  if (load<u32>(node, UNREAD)) return;
  fillNulls(node, rows);
  const kind = load<u32>(node, KIND);
  if (hasOffsets(node) && rows > 0) {
    store<u32>(node, <u32>min<u64>((<u64>load<u32>(node, USED) << 8) / rows + 1, 0xffffff), DENSITY);
  }
  const validity = load<u32>(node, VALIDITY);
  if (bitmap_count(validity, rows) == rows) {
    mem_release(validity);
    store<u32>(node, 0, VALIDITY);
  }
  const children = load<u32>(node, CHILD_COUNT);
  const childRows = kind == LIST ? load<u32>(node, USED) : rows;
  for (let i: u32 = 0; i < children; i++) closeColumn(childAt(node, i), childRows);
}

/** Where the next `bytes` bytes of a variable-width lane go, with room for SLACK more; 0 if the column would be too large. */
// @ts-ignore: decorator
@inline
export function room(node: usize, bytes: usize): usize {
  const used = <usize>load<u32>(node, USED);
  if (used + bytes + SLACK > <usize>load<u32>(node, BYTE_CAPACITY)) {
    if (!growBytes(node, used + bytes + SLACK)) return 0;
  }
  return <usize>load<u32>(node, VALUES) + used;
}

function growBytes(node: usize, atLeast: usize): bool {
  if (atLeast > MAX_COLUMN_BYTES) return false;
  const bytes = min<usize>(max<usize>(atLeast, <usize>load<u32>(node, BYTE_CAPACITY) * 2), MAX_COLUMN_BYTES);
  moved(node, VALUES, load<u32>(node, USED), bytes);
  store<u32>(node, <u32>bytes, BYTE_CAPACITY);
  return true;
}

/** The lane that ends at byte `used` is complete. */
// @ts-ignore: decorator
@inline
export function endLane(node: usize, row: u32, used: u32): void {
  store<u32>(node, used, USED);
  store<u32>(<usize>load<u32>(node, OFFSETS) + (<usize>row << 2), used, 4);
  store<u32>(node, row + 1, NEXT);
}

/** Address of the row's lane of `width` bytes, which counts as written. */
// @ts-ignore: decorator
@inline
export function lane(node: usize, row: u32, width: usize): usize {
  ready(node, row);
  store<u32>(node, row + 1, NEXT);
  return <usize>load<u32>(node, VALUES) + <usize>row * width;
}
