import {isValid, columnAt, validity} from '../layout';
import {mem_release, mem_size} from '../memory/allocator';
import {rowEqual, rowsEqual} from '../hash/equal';
import {hash_columns} from '../hash/hash';
import {firstKeyIndex, weightBefore} from './arrangement';
import {allocate, allocateZeroed, ensure, free} from './buffer';
import {NO_ROW, SEGMENT_MASK, SEGMENT_ROWS, SEGMENT_SHIFT, columnNumber, columnsOf, rowAt} from './directory';
import {findCandidates} from './resolve';
import {ordinalOf, referenceOf, storeAccount, storeDirectory, storeEnd, storeSegments, weightOf} from './row-store';
import {NONE, slotOf, slotValue, slotsAddress, slotsFind, slotsFree, slotsInit, slotsInsert, slotsMask, slotsUsed} from './slots';

// Finds the rows of an arrangement by key. A slot names the last row of a key; from there a chain leads through all rows with
// exactly this key, so that a probe compares keys once a chain. Chains are pages of u32[rows] a segment: the reference of the
// next row + 1, 0 = end. Dead rows stay in their chains until compaction.
//
// The struct: 0 next key index, 4 key columns, 8 their numbers (address), 12 slots, 20 directory of pages.

export const INDEX_BYTES: u32 = 24;
const ALL: u32 = 0xffffffff;

// @ts-ignore: decorator
@inline function width(k: usize): u32 { return load<u32>(k, 4); }
// @ts-ignore: decorator
@inline function list(k: usize): usize { return <usize>load<u32>(k, 8); }
// @ts-ignore: decorator
@inline export function heads(k: usize): usize { return k + 12; }
// @ts-ignore: decorator
@inline
export function linkOf(k: usize, reference: u32): usize {
  const page = <usize>load<u32>(<usize>load<u32>(k, 20) + (<usize>(reference >> SEGMENT_SHIFT) << 2));
  return page + (<usize>(reference & SEGMENT_MASK) << 2);
}

/** A new index over all rows of an arrangement; `columns` (u32[count]) is copied. */
export function key_index_create_address(a: usize, columns: usize, count: u32): usize {
  const account = storeAccount(a);
  const k = allocateZeroed(account, INDEX_BYTES);
  store<u32>(k, <u32>firstKeyIndex(a));
  store<u32>(k, count, 4);
  const copy = allocate(account, count << 2);
  memory.copy(copy, columns, <usize>count << 2);
  store<u32>(k, <u32>copy, 8);
  slotsInit(account, heads(k), 0);
  store<u32>(a, <u32>k, 80);
  keyIndexAppend(a, k, 0, ordinalOf(storeEnd(a)));
  return k;
}

/** Returns the next index. */
export function keyIndexFree(account: usize, k: usize): usize {
  const next = <usize>load<u32>(k);
  freePages(account, k);
  slotsFree(account, heads(k));
  free(account, list(k));
  free(account, k);
  return next;
}

export function freePages(account: usize, k: usize): void {
  const pages = <usize>load<u32>(k, 20);
  if (pages == 0) return;
  const count = mem_size(pages) >> 2;
  for (let i: u32 = 0; i < count; i++) free(account, <usize>load<u32>(pages + (<usize>i << 2)));
  free(account, pages);
  store<u32>(k, 0, 20);
}

/** Enters the rows with ordinals from … to - 1. */
export function keyIndexAppend(a: usize, k: usize, from: u32, to: u32): void {
  while (from < to) {
    const reference = referenceOf(from);
    const n = min<u32>(to - from, SEGMENT_ROWS - (reference & SEGMENT_MASK));
    enterRows(a, k, reference, n);
    from += n;
  }
}

/** n rows of one segment. */
function enterRows(a: usize, k: usize, first: u32, n: u32): void {
  const account = storeAccount(a);
  ensurePage(account, k, first >> SEGMENT_SHIFT, (first & SEGMENT_MASK) + n);
  const columns = columnsOf(storeDirectory(a), first);
  const scratch = allocate(0, n * 25);
  const state = scratch;
  const hashes = scratch + (<usize>n << 3);
  const rows = hashes + (<usize>n << 2);
  const candidates = rows + (<usize>n << 2);
  const positions = candidates + (<usize>n << 2);
  const mask = positions + (<usize>n << 2);
  for (let i: u32 = 0; i < n; i++) store<u32>(rows + (<usize>i << 2), (first & SEGMENT_MASK) + i);
  hash_columns(columns, list(k), width(k), rows, n, 0, state, hashes);
  slotsFind(heads(k), hashes, <usize>n, state, positions);
  const slots = slotsAddress(heads(k));
  for (let i: usize = 0; i < <usize>n; i++) {
    const at = load<u32>(positions + (i << 2));
    store<u8>(mask + i, <u8>(at != NONE));
    if (at != NONE) store<u32>(candidates + (i << 2), slotValue(load<u64>(slots + (<usize>at << 3))));
  }
  rowsEqual(columns, list(k), rows, storeDirectory(a), list(k), candidates, width(k), <usize>n, false, mask);

  let grown: u32 = 0;
  for (let i: u32 = 0; i < n; i++) {
    const hash = load<u32>(hashes + (<usize>i << 2));
    let at = NONE;
    if (grown == 0 && load<u8>(mask + <usize>i) != 0) at = load<u32>(positions + (<usize>i << 2));
    else at = findHead(a, k, hash, columns, list(k), (first & SEGMENT_MASK) + i);
    const link = linkOf(k, first + i);
    if (at == NONE) {
      store<u32>(link, 0);
      grown |= slotsInsert(account, heads(k), hash, first + i);
    } else {
      const slot = slotsAddress(heads(k)) + (<usize>at << 3);
      store<u32>(link, slotValue(load<u64>(slot)) + 1);
      store<u64>(slot, slotOf(hash, first + i));
    }
  }
  free(0, scratch);
}

function ensurePage(account: usize, k: usize, segment: u32, rows: u32): void {
  const pages = <usize>load<u32>(k, 20);
  const have: u32 = pages == 0 ? 0 : mem_size(pages);
  if (have < (segment + 1) << 2) {
    ensure(account, k + 20, have, (segment + 1) << 2, ALL);
    const grown = <usize>load<u32>(k, 20);
    memory.fill(grown + <usize>have, 0, <usize>(mem_size(grown) - have));
  }
  const page = <usize>load<u32>(k, 20) + (<usize>segment << 2);
  const old = <usize>load<u32>(page);
  ensure(account, page, old == 0 ? 0 : mem_size(old), rows << 2, SEGMENT_ROWS << 2);
}

/** Position of the slot whose key is that of row `row` of `columns`. */
function findHead(a: usize, k: usize, hash: u32, columns: usize, columnList: usize, row: u32): u32 {
  const mask = slotsMask(heads(k));
  const slots = slotsAddress(heads(k));
  let at = hash & mask;
  let slot = load<u64>(slots + (<usize>at << 3));
  while (slot != 0) {
    if (<u32>slot == hash) {
      const reference = slotValue(slot);
      const other = columnsOf(storeDirectory(a), reference);
      if (rowEqual(columns, columnList, row, other, list(k), reference & SEGMENT_MASK, width(k), false)) return at;
    }
    at = (at + 1) & mask;
    slot = load<u64>(slots + (<usize>at << 3));
  }
  return NONE;
}

/** Pages for the chains of so many rows in so many segments. */
export function pagesFor(account: usize, k: usize, segments: u32, rows: u32): void {
  for (let i: u32 = 0; i < segments; i++) {
    ensurePage(account, k, i, i + 1 < segments ? SEGMENT_ROWS : rows - i * SEGMENT_ROWS);
  }
}

/** A longer chain is left to a probe. */
const LONGEST_WALK: u32 = 4096;

/** Bytes. */
const PROBE_ROOM: i32 = 1024;
const PROBE: usize = memory.data(PROBE_ROOM, 16);

/** Where the connections' thread, the only one to do so, lays out a key to look for and what is found. */
export function probe_room(): usize {
  return PROBE;
}

/**
 * Looks for the row with a weight whose key is row 0 of `columns`, without NULLs, where no key has two: 1 and at `out` (u64[4])
 * its reference; 0: there is none; 2: not found within so many steps. Allocates nothing and changes nothing but `out`, and ends
 * whatever it reads: who calls it may find out later that all of it was being changed.
 */
export function key_index_find(a: usize, k: usize, columns: usize, out: usize): u32 {
  hash_columns(columns, 0, width(k), 0, 1, 0, out + 8, out + 16);
  const hash = load<u32>(out, 16);
  const mask = slotsMask(heads(k));
  const slots = slotsAddress(heads(k));
  const directory = storeDirectory(a);
  let at = hash & mask;
  for (let steps: u32 = 0; steps < LONGEST_WALK; steps++) {
    const slot = load<u64>(slots + (<usize>at << 3));
    if (slot == 0) return 0;
    const reference = slotValue(slot);
    if (
      <u32>slot == hash &&
      rowEqual(columns, 0, 0, columnsOf(directory, reference), list(k), reference & SEGMENT_MASK, width(k), false)
    ) {
      return findLive(a, k, reference + 1, out);
    }
    at = (at + 1) & mask;
  }
  return 2;
}

function findLive(a: usize, k: usize, first: u32, out: usize): u32 {
  let next = first;
  for (let steps: u32 = 0; steps < LONGEST_WALK; steps++) {
    if (next == 0) return 0;
    if (weightOf(a, next - 1) != 0) {
      store<u32>(out, next - 1);
      return 1;
    }
    next = load<u32>(linkOf(k, next - 1));
  }
  return 2;
}

// A probe in progress: 0 arrangement, 4 index, 8 heads of the chains u32[n] + 1, 12 row list, 16 n, 20 position, 24 next
// reference + 1 in the chain, 28 weights of the probing batch, 32 before.

/**
 * Begins to look up rows rows[0 … n) (absent: all) of a batch, column columnList[i] against key column i. nullSafe (u8 a key
 * column; absent: none) tells where NULL matches NULL. `rows` and `weights` must outlive the probe, the batch's columns need not.
 */
export function probe_open_address(
  a: usize, k: usize, columns: usize, columnList: usize, rows: usize, n: u32, nullSafe: usize, weights: usize, before: u32,
): usize {
  const p = allocateZeroed(0, 36);
  store<u32>(p, <u32>a);
  store<u32>(p, <u32>k, 4);
  const chains = allocate(0, n << 2);
  store<u32>(p, <u32>chains, 8);
  store<u32>(p, <u32>rows, 12);
  store<u32>(p, n, 16);
  store<u32>(p, <u32>weights, 28);
  store<u32>(p, before, 32);
  findChains(a, k, columns, columnList, rows, n, nullSafe, chains);
  return p;
}

function findChains(a: usize, k: usize, columns: usize, columnList: usize, rows: usize, n: u32, nullSafe: usize, out: usize): void {
  const scratch = allocate(0, n * 13);
  const hashes = scratch + (<usize>n << 3);
  const mask = hashes + (<usize>n << 2);
  hash_columns(columns, columnList, width(k), rows, n, 0, scratch, hashes);
  findCandidates(heads(k), hashes, n, scratch, mask, out);
  for (let c: u32 = 0; c < width(k); c++) {
    if (nullSafe != 0 && load<u8>(nullSafe + <usize>c) != 0) continue;
    const bits = validity(columnAt(columns, columnNumber(columnList, c)));
    if (bits == 0) continue;
    for (let i: usize = 0; i < <usize>n; i++) {
      if (!isValid(bits, <usize>rowAt(rows, i))) {
        store<u8>(mask + i, 0);
        store<u32>(out + (i << 2), NONE);
      }
    }
  }
  rowsEqual(columns, columnList, rows, storeDirectory(a), list(k), out, width(k), <usize>n, false, mask);
  const slots = slotsAddress(heads(k));
  for (let i: usize = 0; i < <usize>n; i++) {
    let reference = load<u32>(out + (i << 2));
    if (reference != NONE && load<u8>(mask + i) == 0) {
      // Another key has the same hash before it.
      const at = findHead(a, k, load<u32>(hashes + (i << 2)), columns, columnList, rowAt(rows, i));
      reference = at == NONE ? NONE : slotValue(load<u64>(slots + (<usize>at << 3)));
    }
    store<u32>(out + (i << 2), reference + 1);
  }
  free(0, scratch);
}

/** Up to `capacity` more pairs; how many, 0 at the end, -1 if a product of weights overflows. */
export function probe_next(p: usize, probeRows: usize, storeRows: usize, weights: usize, capacity: u32): i32 {
  const a = <usize>load<u32>(p);
  const k = <usize>load<u32>(p, 4);
  const chains = <usize>load<u32>(p, 8);
  const rows = <usize>load<u32>(p, 12);
  const n = load<u32>(p, 16);
  const batchWeights = <usize>load<u32>(p, 28);
  const before = load<u32>(p, 32) != 0;
  let position = load<u32>(p, 20);
  let next = load<u32>(p, 24);
  let count: u32 = 0;
  while (true) {
    while (next == 0) {
      if (position == n) {
        store<u32>(p, position, 20);
        store<u32>(p, 0, 24);
        return <i32>count;
      }
      next = load<u32>(chains + (<usize>position << 2));
      position++;
    }
    const row = rowAt(rows, <usize>(position - 1));
    const probeWeight = batchWeights == 0 ? 1 : load<i64>(batchWeights + (<usize>row << 3));
    while (next != 0) {
      const reference = next - 1;
      const weight = before ? weightBefore(a, reference) : weightOf(a, reference);
      if (weight != 0 && probeWeight != 0) {
        if (count == capacity) {
          store<u32>(p, position, 20);
          store<u32>(p, next, 24);
          return <i32>count;
        }
        const product = weight * probeWeight;
        if (probeWeight != 1 && overflows(weight, probeWeight, product)) return -1;
        store<u32>(probeRows + (<usize>count << 2), row);
        store<u32>(storeRows + (<usize>count << 2), reference);
        store<i64>(weights + (<usize>count << 3), product);
        count++;
      }
      next = load<u32>(linkOf(k, reference));
    }
  }
}

// @ts-ignore: decorator
@inline
function overflows(x: i64, y: i64, product: i64): bool {
  if (<u64>(x + 0x40000000) < 0x80000000 && <u64>(y + 0x40000000) < 0x80000000) return false;
  if (y == -1) return x == i64.MIN_VALUE;
  return product / y != x;
}

export function probe_close(p: usize): void {
  mem_release(<usize>load<u32>(p, 8));
  mem_release(p);
}
