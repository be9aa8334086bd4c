import {mem_release} from '../memory/allocator';
import {rowEqual} from '../hash/equal';
import {hash_columns} from '../hash/hash';
import {allocate, allocateZeroed, free} from './buffer';
import {compactionAbandon, compactionBegin, compactionEnd, compactionWork} from './compaction';
import {NO_ROW, SEGMENT_SHIFT, rowAt} from './directory';
import {keyIndexAppend, keyIndexFree} from './key-index';
import {resolve} from './resolve';
import {
  STORE_BYTES, batchDirectory, metaOf, metaRows, metaWeights, ordinalOf, referenceOf, storeAccount, storeAppend, storeColumns,
  storeDirectory, storeEnd, storeFree, storeInit, storeSegments, storeTemplate, storeVersion, weightForUpdate, weightOf,
} from './row-store';
import {NONE, slotValue, slotsAddress, slotsFree, slotsInit, slotsInsert, slotsMask, slotsUsed} from './slots';
import {logClear, logEntries, logFind, logFree, logRemember} from './tick-log';

// A Z-set: a row store in which every distinct row stands once with its weight (monotonic: as often as it came), the
// identity index that finds it, key indexes, and what the tick has changed. A row of weight 0 is dead; it stays, and may
// come back to life, until compaction.
//
// The struct: 0 row store, 48 identity slots, 56 monotonic, 60 exact, 64 live rows, 68 first reference of this tick's rows,
// 72 tick log, 80 first key index, 88 compaction under way.

export const ARRANGEMENT_BYTES: u32 = 96;

/** Fewer dead rows than this are not worth a compaction. */
const FEW: u32 = 64;
/** Of so many rows it is begun, and gone on with, before the tick ends. */
const MANY: u32 = 65536;

// @ts-ignore: decorator
@inline function identity(a: usize): usize { return a + 48; }
// @ts-ignore: decorator
@inline function monotonic(a: usize): bool { return load<u32>(a, 56) != 0; }
// @ts-ignore: decorator
@inline function exact(a: usize): bool { return load<u32>(a, 60) != 0; }
// @ts-ignore: decorator
@inline function liveRows(a: usize): u32 { return load<u32>(a, 64); }
// @ts-ignore: decorator
@inline export function tickStart(a: usize): u32 { return load<u32>(a, 68); }
// @ts-ignore: decorator
@inline function tickLog(a: usize): usize { return a + 72; }
// @ts-ignore: decorator
@inline function identityOrNone(a: usize): usize { return monotonic(a) ? 0 : identity(a); }
// @ts-ignore: decorator
@inline function compaction(a: usize): usize { return <usize>load<u32>(a, 88); }
// @ts-ignore: decorator
@inline export function firstKeyIndex(a: usize): usize { return <usize>load<u32>(a, 80); }

export function arrangement_create_address(template: usize, columns: u32, descriptors: u32, isMonotonic: u32, isExact: u32): usize {
  const a = allocateZeroed(0, ARRANGEMENT_BYTES);
  arrangementInit(a, template, columns, descriptors, isMonotonic, isExact);
  return a;
}

export function arrangementInit(a: usize, template: usize, columns: u32, descriptors: u32, isMonotonic: u32, isExact: u32): void {
  storeInit(a, template, columns, descriptors, 1);
  store<u32>(a, isMonotonic, 56);
  store<u32>(a, isExact, 60);
  if (isMonotonic == 0) slotsInit(storeAccount(a), identity(a), 0);
}

export function arrangement_free(a: usize): void {
  arrangementClose(a);
  mem_release(a);
}

export function arrangementClose(a: usize): void {
  const account = storeAccount(a);
  abandonCompaction(a);
  let index = firstKeyIndex(a);
  while (index != 0) index = keyIndexFree(account, index);
  if (!monotonic(a)) slotsFree(account, identity(a));
  logFree(account, tickLog(a));
  storeFree(a);
}

export function arrangement_bytes(a: usize): f64 {
  return <f64>load<u64>(storeAccount(a)) + <f64>ARRANGEMENT_BYTES;
}

export function arrangement_live(a: usize): u32 {
  return liveRows(a);
}

/**
 * Adds a delta: rows rows[0 … n) (absent: all) of `columns`, weights by physical row (absent: 1). The rows' references go to
 * `out`, if given. 1 if a weight would overflow: the delta is then added in part.
 */
export function arrangement_append(a: usize, columns: usize, rows: usize, n: u32, weights: usize, out: usize): u32 {
  if (n == 0) return 0;
  abandonCompaction(a);
  const firstNew = storeEnd(a);
  let overflow: u32;
  if (monotonic(a)) overflow = appendMonotonic(a, columns, rows, n, weights);
  else {
    const references = out == 0 ? allocate(0, n << 2) : out;
    resolve(identity(a), a, columns, 0, storeColumns(a), rows, n, exact(a), true, references);
    overflow = addWeights(a, references, rows, n, weights);
    if (out == 0) free(0, references);
  }
  let index = firstKeyIndex(a);
  for (; index != 0; index = <usize>load<u32>(index)) keyIndexAppend(a, index, ordinalOf(firstNew), ordinalOf(storeEnd(a)));
  return overflow;
}

function appendMonotonic(a: usize, columns: usize, rows: usize, n: u32, weights: usize): u32 {
  const scratch = allocate(0, n * 12);
  const kept = scratch + (<usize>n << 3);
  let count: u32 = 0;
  for (let i: usize = 0; i < <usize>n; i++) {
    const row = rowAt(rows, i);
    const weight = weights == 0 ? 1 : load<i64>(weights + (<usize>row << 3));
    store<u32>(kept + (<usize>count << 2), row);
    store<i64>(scratch + (<usize>count << 3), weight);
    count += <u32>(weight != 0);
  }
  storeAppend(a, batchDirectory(a, columns), 0, kept, count, scratch);
  store<u32>(a, liveRows(a) + count, 64);
  free(0, scratch);
  return 0;
}

function addWeights(a: usize, references: usize, rows: usize, n: u32, weights: usize): u32 {
  const start = tickStart(a);
  let live = liveRows(a);
  for (let i: usize = 0; i < <usize>n; i++) {
    const reference = load<u32>(references + (i << 2));
    const added = weights == 0 ? 1 : load<i64>(weights + (<usize>rowAt(rows, i) << 3));
    if (added == 0) continue;
    const at = weightForUpdate(a, reference);
    const old = load<i64>(at);
    const sum = old + added;
    if (((old ^ sum) & (added ^ sum)) < 0) {
      store<u32>(a, live, 64);
      return 1;
    }
    if (reference < start) logRemember(storeAccount(a), tickLog(a), reference, old);
    store<i64>(at, sum);
    live += <u32>(old == 0) - <u32>(sum == 0);
  }
  store<u32>(a, live, 64);
  return 0;
}

/** The weight at the start of the tick. */
// @ts-ignore: decorator
@inline
export function weightBefore(a: usize, reference: u32): i64 {
  if (reference >= tickStart(a)) return 0;
  const old = logFind(tickLog(a), reference);
  return old == 0 ? weightOf(a, reference) : load<i64>(old);
}

/** int64 weights at the start of the tick of the segment's first `rows` rows. */
export function arrangement_weights_before(a: usize, segment: u32, rows: u32, out: usize): void {
  const meta = metaOf(a, segment);
  memory.copy(out, metaWeights(meta), <usize>rows << 3);
  if (logEntries(tickLog(a)) == 0) return;
  for (let i: u32 = 0; i < rows; i++) {
    const old = logFind(tickLog(a), (segment << SEGMENT_SHIFT) | i);
    if (old != 0) store<i64>(out + (<usize>i << 3), load<i64>(old));
  }
}

/** First reference that the tick has appended. */
export function arrangement_tick_start(a: usize): u32 {
  return tickStart(a);
}

/** int64 weight of each row of a batch, 0 if it is not there. Not for a monotonic arrangement. */
export function arrangement_weights_of(a: usize, columns: usize, rows: usize, n: u32, out: usize): void {
  const references = allocate(0, n << 2);
  resolve(identity(a), a, columns, 0, storeColumns(a), rows, n, exact(a), false, references);
  for (let i: usize = 0; i < <usize>n; i++) {
    const reference = load<u32>(references + (i << 2));
    store<i64>(out + (i << 3), reference == NONE ? 0 : weightOf(a, reference));
  }
  free(0, references);
}

/**
 * Which rows a delta would leave with a negative weight: the physical row where each first stands in the delta, as u32[] at
 * `out`; how many.
 */
export function arrangement_would_go_negative(a: usize, columns: usize, rows: usize, n: u32, weights: usize, out: usize): u32 {
  if (weights == 0 || n == 0) return 0;
  const width = storeColumns(a);
  const scratch = allocate(0, n * 36);
  const sums = scratch;
  const state = scratch + (<usize>n << 3);
  const hashes = state + (<usize>n << 3);
  const firsts = hashes + (<usize>n << 2);
  const t = allocateZeroed(0, 8);
  slotsInit(0, t, n);
  hash_columns(columns, 0, width, rows, n, <u32>exact(a), state, hashes);
  // Equal rows of the delta together.
  let count: u32 = 0;
  for (let i: usize = 0; i < <usize>n; i++) {
    const row = rowAt(rows, i);
    const weight = load<i64>(weights + (<usize>row << 3));
    const hash = load<u32>(hashes + (i << 2));
    const same = findInBatch(t, hash, columns, width, row, firsts, exact(a));
    if (same != NONE) {
      store<i64>(sums + (<usize>same << 3), load<i64>(sums + (<usize>same << 3)) + weight);
    } else {
      store<u32>(firsts + (<usize>count << 2), row);
      store<i64>(sums + (<usize>count << 3), weight);
      slotsInsert(0, t, hash, count);
      count++;
    }
  }
  const there = firsts + (<usize>n << 2);
  arrangement_weights_of(a, columns, firsts, count, (there + 7) & ~7);
  let bad: u32 = 0;
  for (let i: usize = 0; i < <usize>count; i++) {
    if (load<i64>(sums + (i << 3)) + load<i64>(((there + 7) & ~7) + (i << 3)) >= 0) continue;
    store<u32>(out + (<usize>bad << 2), load<u32>(firsts + (i << 2)));
    bad++;
  }
  slotsFree(0, t);
  mem_release(t);
  free(0, scratch);
  return bad;
}

function findInBatch(t: usize, hash: u32, columns: usize, width: u32, row: u32, firsts: usize, isExact: bool): u32 {
  const mask = slotsMask(t);
  let at = hash & mask;
  let slot = load<u64>(slotsAddress(t) + (<usize>at << 3));
  while (slot != 0) {
    if (<u32>slot == hash) {
      const other = load<u32>(firsts + (<usize>slotValue(slot) << 2));
      if (rowEqual(columns, 0, row, columns, 0, other, width, isExact)) return slotValue(slot);
    }
    at = (at + 1) & mask;
    slot = load<u64>(slotsAddress(t) + (<usize>at << 3));
  }
  return NONE;
}

function isDueForCompaction(a: usize, least: u32): bool {
  const total = ordinalOf(storeEnd(a));
  const live = liveRows(a);
  return total >= least && total - live >= FEW && total - live > live;
}

/**
 * When all of the tick is in: about `budget` rows of the compaction that its end would make, if there are many. 1: there is more to
 * do. All stays as it is until the tick ends.
 */
export function arrangement_compact_some(a: usize, budget: u32): u32 {
  if (compaction(a) == 0) {
    if (!isDueForCompaction(a, MANY)) return 0;
    store<u32>(a, <u32>compactionBegin(a), 88);
  }
  return <u32>!compactionWork(compaction(a), a, identityOrNone(a), budget);
}

function abandonCompaction(a: usize): void {
  if (compaction(a) == 0) return;
  compactionAbandon(compaction(a), a);
  store<u32>(a, 0, 88);
}

/** Ends the tick. A new segment or changed weights get a new version from here on. Compacts if most rows are dead. */
export function arrangement_end_tick(a: usize): void {
  const map = arrangementEndTick(a);
  if (map != 0) mem_release(map);
}

/** As above; after a compaction the new reference of each row by its old ordinal (NO_ROW: gone), for the caller to release. */
export function arrangementEndTick(a: usize): usize {
  logClear(storeAccount(a), tickLog(a));
  store<u32>(a, storeVersion(a) + 1, 28);
  let map: usize = 0;
  if (isDueForCompaction(a, 0)) {
    map = compact(a);
    // What the next tick changes is newer than what the compaction wrote.
    store<u32>(a, storeVersion(a) + 1, 28);
  }
  store<u32>(a, storeEnd(a), 68);
  return map;
}

function compact(a: usize): usize {
  const begun = compaction(a);
  const c = begun == 0 ? compactionBegin(a) : begun;
  while (!compactionWork(c, a, identityOrNone(a), 0x7fffffff));
  store<u32>(a, 0, 88);
  return compactionEnd(c, a, identityOrNone(a));
}

/** The slots of rows that are still there, under their new references. */
export function remapSlots(account: usize, t: usize, map: usize, expected: u32): void {
  const old = slotsAddress(t);
  const capacity = slotsMask(t) + 1;
  slotsInit(account, t, expected);
  for (let i: u32 = 0; i < capacity; i++) {
    const slot = load<u64>(old + (<usize>i << 3));
    if (slot == 0) continue;
    const reference = load<u32>(map + (<usize>ordinalOf(slotValue(slot)) << 2));
    if (reference != NO_ROW) slotsInsert(account, t, <u32>slot, reference);
  }
  free(account, old);
}

/** After the segments have been put in place (restore): rebuilds the identity index, counts, and ends the tick. */
export function arrangement_reindex(a: usize): void {
  const segments = storeSegments(a);
  let live: u32 = 0;
  for (let segment: u32 = 0; segment < segments; segment++) {
    const meta = metaOf(a, segment);
    const rows = metaRows(meta);
    for (let i: u32 = 0; i < rows; i++) live += <u32>(load<i64>(metaWeights(meta) + (<usize>i << 3)) != 0);
    if (!monotonic(a)) indexSegment(a, identity(a), segment, rows, exact(a));
  }
  store<u32>(a, live, 64);
  let index = firstKeyIndex(a);
  for (; index != 0; index = <usize>load<u32>(index)) keyIndexAppend(a, index, 0, ordinalOf(storeEnd(a)));
  store<u32>(a, storeEnd(a), 68);
}

/** Enters all rows of a segment, which are known to be distinct. */
export function indexSegment(s: usize, t: usize, segment: u32, rows: u32, isExact: bool): void {
  const columns = <usize>load<u32>(storeDirectory(s) + (<usize>segment << 2));
  const scratch = allocate(0, rows * 12);
  const hashes = scratch + (<usize>rows << 3);
  hash_columns(columns, 0, storeColumns(s), 0, rows, <u32>isExact, scratch, hashes);
  for (let i: u32 = 0; i < rows; i++) {
    slotsInsert(storeAccount(s), t, load<u32>(hashes + (<usize>i << 2)), (segment << SEGMENT_SHIFT) | i);
  }
  free(0, scratch);
}
