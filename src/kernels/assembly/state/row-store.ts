import {COLUMN_BYTES, childCount, children, columnAt, length, offsets, physical, validity, values, LIST} from '../layout';
import {mem_references, mem_size} from '../memory/allocator';
import {appendColumn, sealColumn} from './append';
import {allocate, allocateZeroed, ensure, free} from './buffer';
import {SEGMENT_MASK, SEGMENT_ROWS, SEGMENT_SHIFT, columnsOf} from './directory';

// Rows in append-only columnar segments. Segment s has its descriptors at directory[s] and 16 bytes at metas[s]:
// {rows u32, weights u32 (address of int64[], 0: the store has none), version of the columns u32, of the weights u32}.
//
// The struct: 0 columns, 4 descriptors in a segment (nested ones included), 8 template, 12 segments, 16 directory, 20 metas,
// 24 weighted, 28 version that a change now gets, 32 bytes u64, 40 a directory of one for the batch at hand.

export const STORE_BYTES: u32 = 48;
const ALL: u32 = 0xffffffff;

// @ts-ignore: decorator
@inline export function storeColumns(s: usize): u32 { return load<u32>(s); }
// @ts-ignore: decorator
@inline export function storeTemplate(s: usize): usize { return <usize>load<u32>(s, 8); }
// @ts-ignore: decorator
@inline export function storeSegments(s: usize): u32 { return load<u32>(s, 12); }
// @ts-ignore: decorator
@inline export function storeDirectory(s: usize): usize { return <usize>load<u32>(s, 16); }
// @ts-ignore: decorator
@inline export function storeVersion(s: usize): u32 { return load<u32>(s, 28); }
// @ts-ignore: decorator
@inline export function storeAccount(s: usize): usize { return s + 32; }
// @ts-ignore: decorator
@inline export function metaOf(s: usize, segment: u32): usize { return <usize>load<u32>(s, 20) + (<usize>segment << 4); }
// @ts-ignore: decorator
@inline export function metaRows(meta: usize): u32 { return load<u32>(meta); }
// @ts-ignore: decorator
@inline export function metaWeights(meta: usize): usize { return <usize>load<u32>(meta, 4); }

/** A directory whose only segment is a batch with these descriptors; good until the next call. */
// @ts-ignore: decorator
@inline
export function batchDirectory(s: usize, columns: usize): usize {
  store<u32>(s, <u32>columns, 40);
  return s + 40;
}

/** Lays out a store in zeroed memory at `s`. `template`: descriptors of the columns, of which only the shape counts. */
export function storeInit(s: usize, template: usize, columns: u32, descriptors: u32, weighted: u32): void {
  store<u32>(s, columns);
  store<u32>(s, descriptors, 4);
  store<u32>(s, weighted, 24);
  store<u32>(s, 1, 28);
  store<u32>(s, <u32>blankDescriptors(storeAccount(s), template, descriptors), 8);
}

export function storeFree(s: usize): void {
  const segments = storeSegments(s);
  for (let i: u32 = 0; i < segments; i++) freeSegment(s, i);
  free(storeAccount(s), <usize>load<u32>(s, 16));
  free(storeAccount(s), <usize>load<u32>(s, 20));
  free(storeAccount(s), storeTemplate(s));
}

function freeSegment(s: usize, segment: u32): void {
  const columns = <usize>load<u32>(storeDirectory(s) + (<usize>segment << 2));
  freeColumns(storeAccount(s), columns, storeColumns(s));
  free(storeAccount(s), columns);
  free(storeAccount(s), metaWeights(metaOf(s, segment)));
}

export function freeColumns(account: usize, columns: usize, count: u32): void {
  for (let i: u32 = 0; i < count; i++) {
    const column = columnAt(columns, i);
    free(account, values(column));
    free(account, offsets(column));
    free(account, validity(column));
    freeColumns(account, children(column), childCount(column));
  }
}

/** A copy of descriptors of which only physical, children and scale are taken over: empty columns. */
function blankDescriptors(account: usize, template: usize, descriptors: u32): usize {
  const copy = allocate(account, max<u32>(descriptors * <u32>COLUMN_BYTES, 1));
  for (let i: u32 = 0; i < descriptors; i++) {
    const from = columnAt(template, i);
    const to = columnAt(copy, i);
    memory.copy(to, from, COLUMN_BYTES);
    store<u32>(to, 0, 4);
    store<u32>(to, 0, 8);
    store<u32>(to, 0, 12);
    store<u32>(to, 0, 16);
    if (childCount(from) > 0) store<u32>(to, <u32>(children(from) - template + copy), 24);
  }
  return copy;
}

/** Reference of the row that is appended next. */
export function storeEnd(s: usize): u32 {
  const segments = storeSegments(s);
  if (segments == 0) return 0;
  const rows = metaRows(metaOf(s, segments - 1));
  return rows == SEGMENT_ROWS ? segments << SEGMENT_SHIFT : ((segments - 1) << SEGMENT_SHIFT) | rows;
}

/** Rows ever appended up to a reference; the inverse of `referenceOf`. */
// @ts-ignore: decorator
@inline
export function ordinalOf(reference: u32): u32 {
  return (reference >> SEGMENT_SHIFT) * SEGMENT_ROWS + (reference & SEGMENT_MASK);
}

// @ts-ignore: decorator
@inline
export function referenceOf(ordinal: u32): u32 {
  const segment = ordinal / SEGMENT_ROWS;
  return (segment << SEGMENT_SHIFT) | (ordinal - segment * SEGMENT_ROWS);
}

/** The last segment, if it has room, else a new one. */
export function storeTail(s: usize): u32 {
  const segments = storeSegments(s);
  if (segments > 0) {
    if (metaRows(metaOf(s, segments - 1)) < SEGMENT_ROWS) return segments - 1;
    sealSegment(s, segments - 1);
  }
  const account = storeAccount(s);
  ensure(account, s + 16, segments << 2, (segments + 1) << 2, ALL);
  ensure(account, s + 20, segments << 4, (segments + 1) << 4, ALL);
  const columns = blankDescriptors(account, storeTemplate(s), load<u32>(s, 4));
  store<u32>(storeDirectory(s) + (<usize>segments << 2), <u32>columns);
  const meta = metaOf(s, segments);
  store<u32>(meta, 0);
  store<u32>(meta, 0, 4);
  store<u32>(meta, storeVersion(s), 8);
  store<u32>(meta, storeVersion(s), 12);
  store<u32>(s, segments + 1, 12);
  return segments;
}

function sealSegment(s: usize, segment: u32): void {
  const columns = <usize>load<u32>(storeDirectory(s) + (<usize>segment << 2));
  const count = storeColumns(s);
  for (let i: u32 = 0; i < count; i++) sealColumn(storeAccount(s), columnAt(columns, i));
}

/**
 * Appends the rows rows[0 … n) (references into `directory`, column list[c] of it for column c). Their weights are `weights`
 * (int64 by position in `rows`), 0 if absent. The reference of the first; the others follow in order.
 */
export function storeAppend(s: usize, directory: usize, list: usize, rows: usize, n: u32, weights: usize): u32 {
  const first = storeEnd(s);
  const account = storeAccount(s);
  const count = storeColumns(s);
  let done: u32 = 0;
  while (done < n) {
    const segment = storeTail(s);
    const meta = metaOf(s, segment);
    const have = metaRows(meta);
    const part = min<u32>(n - done, SEGMENT_ROWS - have);
    const columns = <usize>load<u32>(storeDirectory(s) + (<usize>segment << 2));
    for (let c: u32 = 0; c < count; c++) {
      const from = list == 0 ? c : load<u32>(list + (<usize>c << 2));
      appendColumn(account, columnAt(columns, c), directory, from, rows + (<usize>done << 2), part, SEGMENT_ROWS);
    }
    if (load<u32>(s, 24) != 0) {
      ensure(account, meta + 4, have << 3, (have + part) << 3, SEGMENT_ROWS << 3);
      const to = metaWeights(meta) + (<usize>have << 3);
      if (weights == 0) memory.fill(to, 0, <usize>part << 3);
      else memory.copy(to, weights + (<usize>done << 3), <usize>part << 3);
    }
    store<u32>(meta, have + part);
    store<u32>(meta, storeVersion(s), 8);
    store<u32>(meta, storeVersion(s), 12);
    done += part;
  }
  return first;
}

/** Address of a row's weight, fit to be written: weights that a snapshot shares are copied first. */
// @ts-ignore: decorator
@inline
export function weightForUpdate(s: usize, reference: u32): usize {
  const meta = metaOf(s, reference >> SEGMENT_SHIFT);
  if (mem_references(metaWeights(meta)) > 1) unshareWeights(s, meta);
  store<u32>(meta, storeVersion(s), 12);
  return metaWeights(meta) + (<usize>(reference & SEGMENT_MASK) << 3);
}

function unshareWeights(s: usize, meta: usize): void {
  const old = metaWeights(meta);
  const copy = allocate(storeAccount(s), mem_size(old));
  memory.copy(copy, old, <usize>metaRows(meta) << 3);
  store<u32>(meta, <u32>copy, 4);
  free(storeAccount(s), old);
}

// @ts-ignore: decorator
@inline
export function weightOf(s: usize, reference: u32): i64 {
  return load<i64>(metaWeights(metaOf(s, reference >> SEGMENT_SHIFT)) + (<usize>(reference & SEGMENT_MASK) << 3));
}

// @ts-ignore: decorator
@inline
export function isNullKey(directory: usize, reference: u32, column: u32): bool {
  const bits = validity(columnAt(columnsOf(directory, reference), column));
  const row = <usize>(reference & SEGMENT_MASK);
  return bits != 0 && ((load<u8>(bits + (row >> 3)) >> <u8>(row & 7)) & 1) == 0;
}

/**
 * Columns list[0 … width) (absent: all) of the rows at `rows` as fresh buffers, their descriptors written at `out`, which
 * holds blank descriptors of these columns.
 */
export function store_gather(directory: usize, list: usize, width: u32, rows: usize, n: u32, out: usize): void {
  for (let c: u32 = 0; c < width; c++) {
    appendColumn(0, columnAt(out, c), directory, list == 0 ? c : load<u32>(list + (<usize>c << 2)), rows, n, n);
    finishEmpty(columnAt(out, c));
  }
}

/** A vector without rows, or without elements, has its buffers all the same. */
export function finishEmpty(column: usize): void {
  const kind = physical(column);
  if (kind >= 10 && kind <= 12 && offsets(column) == 0) {
    store<u32>(column, <u32>allocateZeroed(0, 4), 12);
  }
  if (kind != LIST && kind != 13 && values(column) == 0) store<u32>(column, <u32>allocate(0, 0), 8);
  const count = childCount(column);
  for (let i: u32 = 0; i < count; i++) finishEmpty(columnAt(children(column), i));
}

/** Bytes that the buffers of a column hold. */
export function columnBytes(column: usize): u32 {
  let bytes: u32 = 0;
  if (values(column) != 0) bytes += mem_size(values(column));
  if (offsets(column) != 0) bytes += mem_size(offsets(column));
  if (validity(column) != 0) bytes += mem_size(validity(column));
  const count = childCount(column);
  for (let i: u32 = 0; i < count; i++) bytes += columnBytes(columnAt(children(column), i));
  return bytes;
}

/** Rows of the segment with a weight, as u32[] at `out` (room for all rows); how many. */
export function live_rows(weights: usize, rows: u32, out: usize): u32 {
  let live: u32 = 0;
  for (let i: u32 = 0; i < rows; i++) {
    store<u32>(out + (<usize>live << 2), i);
    live += <u32>(load<i64>(weights + (<usize>i << 3)) != 0);
  }
  return live;
}

/** 1 if every weight is 1. */
export function all_ones(weights: usize, rows: u32): u32 {
  for (let i: u32 = 0; i < rows; i++) if (load<i64>(weights + (<usize>i << 3)) != 1) return 0;
  return 1;
}

/**
 * Takes over a segment that was written to a checkpoint: the buffers named by the descriptors at `columns`, and `weights`
 * (0: none). Segments come in order, each but the last full.
 */
export function store_adopt_segment(s: usize, columns: usize, rows: u32, weights: usize, columnsVersion: u32, weightsVersion: u32): void {
  const segment = storeTail(s);
  const own = <usize>load<u32>(storeDirectory(s) + (<usize>segment << 2));
  const count = storeColumns(s);
  for (let i: u32 = 0; i < count; i++) adoptColumn(storeAccount(s), columnAt(own, i), columnAt(columns, i));
  const meta = metaOf(s, segment);
  store<u32>(meta, rows);
  store<u32>(meta, <u32>weights, 4);
  store<u32>(meta, columnsVersion, 8);
  store<u32>(meta, weightsVersion, 12);
  if (weights != 0) store<u64>(storeAccount(s), load<u64>(storeAccount(s)) + <u64>mem_size(weights));
  store<u32>(s, max<u32>(storeVersion(s), max<u32>(columnsVersion, weightsVersion) + 1), 28);
}

function adoptColumn(account: usize, to: usize, from: usize): void {
  store<u32>(to, length(from), 4);
  for (let field: usize = 8; field <= 16; field += 4) {
    const buffer = load<u32>(from + field);
    store<u32>(to + field, buffer);
    if (buffer != 0) store<u64>(account, load<u64>(account) + <u64>mem_size(<usize>buffer));
  }
  const fields = childCount(to);
  for (let i: u32 = 0; i < fields; i++) adoptColumn(account, columnAt(children(to), i), columnAt(children(from), i));
}
