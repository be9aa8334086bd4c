import {columnAt, isValid, validity, values, bitAt} from '../layout';
import {mem_release, mem_retain, mem_size} from '../memory/allocator';
import {
  ACCUMULATOR_BYTES, accumulate, cellIsEmpty, freeAccumulator, hasNoCell, holdsBlock, initAccumulator, isOutOfRange, remapCarries, restoreCarry,
} from './accumulators';
import {compactValues, valueStoreBytes} from './extreme-values';
import {allocate, allocateZeroed, ensure, ensureZeroed, free, isExcessive} from './buffer';
import {SEGMENT_MASK, SEGMENT_ROWS, SEGMENT_SHIFT, rowAt} from './directory';
import {indexSegment, remapSlots} from './arrangement';
import {releaseBlock} from './exact-float';
import {resolve} from './resolve';
import {
  STORE_BYTES, metaOf, metaRows, ordinalOf, referenceOf, storeAccount, storeAppend, storeColumns, storeDirectory, storeEnd, storeFree,
  storeInit, storeSegments, storeTemplate, storeVersion,
} from './row-store';
import {slotsFree, slotsInit} from './slots';

// Groups of a hash group-by. Their keys are a row store with an identity index; a group's reference there is its number.
// What it accumulates is a row of fixed width: the weight of its rows i64, then a cell for each accumulator (accumulators.ts).
// These rows stand in pages of a segment's groups, so that one update touches one or two cache lines of a group.
//
// The struct: 0 key store, 48 identity slots, 56 accumulators u32, 60 bytes of a row, 64 accumulators (address), 68 pages
// {address u32, version u32} (address), 72 bitmap of the touched groups, 76 log of the touched groups {reference u32, overflow
// u32, row as it was} (address), 80 entries in it, 84 first reference of this tick's groups, 88 groups with a weight, 92 a row
// of zeros, 96 one past the last page, 100 whether cells name blocks.

export const GROUPS_BYTES: u32 = 104;
const FEW: u32 = 64;
const ALL: u32 = 0xffffffff;

// @ts-ignore: decorator
@inline function identity(g: usize): usize { return g + 48; }
// @ts-ignore: decorator
@inline export function accumulatorCount(g: usize): u32 { return load<u32>(g, 56); }
// @ts-ignore: decorator
@inline export function rowBytes(g: usize): u32 { return load<u32>(g, 60); }
// @ts-ignore: decorator
@inline export function accumulatorAt(g: usize, i: u32): usize { return <usize>load<u32>(g, 64) + <usize>(i * ACCUMULATOR_BYTES); }
// @ts-ignore: decorator
@inline function pageOf(g: usize, segment: u32): usize { return <usize>load<u32>(g, 68) + (<usize>segment << 3); }
// @ts-ignore: decorator
@inline function touchedCount(g: usize): u32 { return load<u32>(g, 80); }
// @ts-ignore: decorator
@inline function tickStart(g: usize): u32 { return load<u32>(g, 84); }
// @ts-ignore: decorator
@inline function entryBytes(g: usize): u32 { return 8 + rowBytes(g); }
// @ts-ignore: decorator
@inline function entryAt(g: usize, i: u32): usize { return <usize>load<u32>(g, 76) + <usize>i * <usize>entryBytes(g); }

/** The row of a group. */
// @ts-ignore: decorator
@inline
export function groupRow(g: usize, reference: u32): usize {
  return <usize>load<u32>(pageOf(g, reference >> SEGMENT_SHIFT)) + <usize>(reference & SEGMENT_MASK) * <usize>rowBytes(g);
}

/**
 * `accumulators`: for each u32 kind, argument's physical layout, variant, and the address of the descriptor of its argument
 * (minmax: the shape of the values it keeps, and how many descriptors that is).
 */
export function groups_create_address(template: usize, columns: u32, descriptors: u32, accumulators: usize, count: u32): usize {
  const g = allocateZeroed(0, GROUPS_BYTES);
  const account = storeAccount(g);
  storeInit(g, template, columns, descriptors, 0);
  slotsInit(account, identity(g), 0);
  store<u32>(g, count, 56);
  store<u32>(g, <u32>allocateZeroed(account, max<u32>(count * ACCUMULATOR_BYTES, 4)), 64);
  let bytes: u32 = 8;
  for (let i: u32 = 0; i < count; i++) {
    bytes = initAccumulator(account, accumulatorAt(g, i), accumulators + <usize>i * 20, bytes);
    if (holdsBlock(accumulatorAt(g, i))) store<u32>(g, 1, 100);
  }
  // Flags of the inline minima stand behind the cells.
  for (let i: u32 = 0; i < count; i++) {
    store<u32>(accumulatorAt(g, i), bytes, 16);
    bytes += load<u32>(accumulatorAt(g, i), 20);
  }
  bytes = (bytes + 7) & ~7;
  store<u32>(g, bytes, 60);
  store<u32>(g, <u32>allocateZeroed(account, bytes), 92);
  return g;
}

export function groups_free(g: usize): void {
  const account = storeAccount(g);
  clearLog(g);
  freeBlocks(g);
  freePages(account, <usize>load<u32>(g, 68));
  for (let i: u32 = 0; i < accumulatorCount(g); i++) freeAccumulator(account, accumulatorAt(g, i));
  free(account, <usize>load<u32>(g, 64));
  free(account, <usize>load<u32>(g, 72));
  free(account, <usize>load<u32>(g, 76));
  free(account, <usize>load<u32>(g, 92));
  slotsFree(account, identity(g));
  storeFree(g);
  mem_release(g);
}

function freePages(account: usize, pages: usize): void {
  if (pages == 0) return;
  for (let at = pages; at < pages + <usize>mem_size(pages); at += 8) free(account, <usize>load<u32>(at));
  free(account, pages);
}

/** The blocks that cells of all groups name. */
function freeBlocks(g: usize): void {
  if (load<u32>(g, 100) == 0) return;
  const total = ordinalOf(storeEnd(g));
  for (let i: u32 = 0; i < total; i++) releaseRow(g, groupRow(g, referenceOf(i)));
}

function releaseRow(g: usize, row: usize): void {
  for (let i: u32 = 0; i < accumulatorCount(g); i++) {
    const accumulator = accumulatorAt(g, i);
    if (!holdsBlock(accumulator)) continue;
    releaseBlock(storeAccount(g), <usize>load<u32>(row + <usize>load<u32>(accumulator, 4)));
  }
}

function retainRow(g: usize, row: usize): void {
  for (let i: u32 = 0; i < accumulatorCount(g); i++) {
    const accumulator = accumulatorAt(g, i);
    if (!holdsBlock(accumulator)) continue;
    const block = <usize>load<u32>(row + <usize>load<u32>(accumulator, 4));
    if (block != 0) mem_retain(block);
  }
}

export function groups_bytes(g: usize): f64 {
  let bytes = load<u64>(storeAccount(g)) + <u64>GROUPS_BYTES;
  for (let i: u32 = 0; i < accumulatorCount(g); i++) bytes += valueStoreBytes(accumulatorAt(g, i));
  return <f64>bytes;
}

export function groups_live(g: usize): u32 {
  return load<u32>(g, 88);
}

/** Pages for the groups that the store has. */
function ensurePages(g: usize): void {
  const account = storeAccount(g);
  const segments = storeSegments(g);
  ensureZeroed(account, g + 68, load<u32>(g, 96) << 3, segments << 3);
  let segment = load<u32>(g, 96);
  if (segment > 0) segment--;
  for (; segment < segments; segment++) {
    const page = pageOf(g, segment);
    const needed = metaRows(metaOf(g, segment)) * rowBytes(g);
    const old = <usize>load<u32>(page);
    const have: u32 = old == 0 ? 0 : mem_size(old);
    if (have >= needed) continue;
    ensure(account, page, have, needed, SEGMENT_ROWS * rowBytes(g));
    const grown = <usize>load<u32>(page);
    memory.fill(grown + <usize>have, 0, <usize>(mem_size(grown) - have));
  }
  store<u32>(g, segments, 96);
}

/**
 * Adds a delta: rows rows[0 … n) (absent: all) of `columns`, whose column list[i] is key i; weights by physical row (absent: 1).
 * inputs: for each accumulator u32 column of its argument and of its filter (ALL: none). 1 if a weight overflows.
 */
export function groups_update(g: usize, columns: usize, list: usize, rows: usize, n: u32, weights: usize, inputs: usize): u32 {
  if (n == 0) return 0;
  const lanes = allocate(0, n << 3);
  const references = lanes + (<usize>n << 2);
  const fresh = resolve(identity(g), g, columns, list, storeColumns(g), rows, n, false, true, references);
  if (fresh > 0) ensurePages(g);
  const overflow = addToGroups(g, references, rows, n, weights, lanes);
  if (overflow == 0) feed(g, columns, references, lanes, rows, n, weights, inputs);
  free(0, lanes);
  return overflow;
}

/** Adds the weights, logs the groups that the tick touches for the first time, and writes the address of each group's row. */
function addToGroups(g: usize, references: usize, rows: usize, n: u32, weights: usize, lanes: usize): u32 {
  const start = tickStart(g);
  const version = storeVersion(g);
  const stride = <usize>rowBytes(g);
  const pages = <usize>load<u32>(g, 68);
  if (start > 0) ensureZeroed(storeAccount(g), g + 72, bitmapBytes(g), (start + 7) >> 3);
  const touched = <usize>load<u32>(g, 72);
  let live = load<u32>(g, 88);
  let warm: i64 = 0;
  for (let i: usize = 0; i < <usize>n; i++) {
    const reference = load<u32>(references + (i << 2));
    const page = pages + (<usize>(reference >> SEGMENT_SHIFT) << 3);
    store<u32>(page, version, 4);
    const row = <usize>load<u32>(page) + <usize>(reference & SEGMENT_MASK) * stride;
    store<u32>(lanes + (i << 2), <u32>row);
    // Brings the row into the cache, with many such misses under way at once.
    warm |= load<i64>(row);
  }
  store<i64>(<usize>load<u32>(g, 92), warm & 0);
  for (let i: usize = 0; i < <usize>n; i++) {
    const reference = load<u32>(references + (i << 2));
    const row = <usize>load<u32>(lanes + (i << 2));
    if (reference < start && !bitAt(touched, <usize>reference)) touch(g, touched, reference, row);
    const added = weights == 0 ? 1 : load<i64>(weights + (<usize>rowAt(rows, i) << 3));
    const old = load<i64>(row);
    const sum = old + added;
    if (((old ^ sum) & (added ^ sum)) < 0) {
      store<u32>(g, live, 88);
      return 1;
    }
    store<i64>(row, sum);
    live += <u32>(old == 0) - <u32>(sum == 0);
  }
  store<u32>(g, live, 88);
  return 0;
}

// @ts-ignore: decorator
@inline
function bitmapBytes(g: usize): u32 {
  const bitmap = <usize>load<u32>(g, 72);
  return bitmap == 0 ? 0 : mem_size(bitmap);
}

// @ts-ignore: decorator
@inline
function copyRow(to: usize, from: usize, bytes: usize): void {
  for (let i: usize = 0; i < bytes; i += 8) store<u64>(to + i, load<u64>(from + i));
}

// @ts-ignore: decorator
@inline
function sameRow(a: usize, b: usize, bytes: usize): bool {
  let difference: u64 = 0;
  for (let i: usize = 0; i < bytes; i += 8) difference |= load<u64>(a + i) ^ load<u64>(b + i);
  return difference == 0;
}

function touch(g: usize, touched: usize, reference: u32, row: usize): void {
  const byte = touched + <usize>(reference >> 3);
  store<u8>(byte, load<u8>(byte) | (<u8>1 << <u8>(reference & 7)));
  const count = touchedCount(g);
  ensure(storeAccount(g), g + 76, count * entryBytes(g), (count + 1) * entryBytes(g), ALL);
  const entry = entryAt(g, count);
  store<u32>(entry, reference);
  store<u32>(entry, <u32>overflowed(g, reference), 4);
  copyRow(entry + 8, row, <usize>rowBytes(g));
  if (load<u32>(g, 100) != 0) retainRow(g, row);
  store<u32>(g, count + 1, 80);
}

/** One of the group's sums is out of its range now. */
function overflowed(g: usize, reference: u32): bool {
  for (let i: u32 = 0; i < accumulatorCount(g); i++) if (isOutOfRange(accumulatorAt(g, i), reference)) return true;
  return false;
}

/** What one accumulator is fed: lanes that count. Consecutive accumulators often want the same. */
function feed(g: usize, columns: usize, references: usize, lanes: usize, rows: usize, n: u32, weights: usize, inputs: usize): void {
  const count = accumulatorCount(g);
  if (count == 0) return;
  let scratch: usize = 0;
  let lastFilter = ALL;
  let lastBits: usize = 0;
  let chosen: u32 = 0;
  for (let a: u32 = 0; a < count; a++) {
    const accumulator = accumulatorAt(g, a);
    if (hasNoCell(accumulator)) continue;
    const argument = load<u32>(inputs + (<usize>a << 3));
    const filter = load<u32>(inputs + (<usize>a << 3), 4);
    const column: usize = argument == ALL ? 0 : columnAt(columns, argument);
    const bits: usize = column == 0 || load<u32>(accumulator, 24) != 0 ? 0 : validity(column);
    if (filter == ALL && bits == 0) {
      accumulate(storeAccount(g), accumulator, references, lanes, rows, n, weights, column);
      continue;
    }
    if (scratch == 0 || filter != lastFilter || bits != lastBits) {
      if (scratch == 0) scratch = allocate(0, n * 12);
      chosen = choose(columns, filter, bits, references, lanes, rows, n, scratch);
      lastFilter = filter;
      lastBits = bits;
    }
    const chosenLanes = scratch + (<usize>n << 2);
    accumulate(storeAccount(g), accumulator, scratch, chosenLanes, chosenLanes + (<usize>n << 2), chosen, weights, column);
  }
  if (scratch != 0) free(0, scratch);
}

/** The lanes whose filter is true and whose argument is not null: references, row addresses, physical rows, n of each apart. */
function choose(
  columns: usize, filter: u32, bits: usize, references: usize, lanes: usize, rows: usize, n: u32, out: usize,
): u32 {
  const mask: usize = filter == ALL ? 0 : columnAt(columns, filter);
  const outLanes = out + (<usize>n << 2);
  const outRows = outLanes + (<usize>n << 2);
  let count: usize = 0;
  for (let i: usize = 0; i < <usize>n; i++) {
    const row = <usize>rowAt(rows, i);
    const counts = isValid(bits, row) && (mask == 0 || (isValid(validity(mask), row) && bitAt(values(mask), row)));
    store<u32>(out + (count << 2), load<u32>(references + (i << 2)));
    store<u32>(outLanes + (count << 2), load<u32>(lanes + (i << 2)));
    store<u32>(outRows + (count << 2), <u32>row);
    count += <usize>counts;
  }
  return <u32>count;
}

/**
 * The next groups that the tick has changed, from position u32 at `position` (0 at first) on, at most `capacity`: their
 * references, the addresses of their rows before and after, and whether a sum was, and is, out of range (u8). `touched`: also
 * those whose row is as before.
 */
export function groups_changes(
  g: usize, position: usize, touched: u32, capacity: u32, references: usize, before: usize, after: usize, wasOut: usize, isOut: usize,
): u32 {
  let at = load<u32>(position);
  const logged = touchedCount(g);
  const first = ordinalOf(tickStart(g));
  const end = logged + ordinalOf(storeEnd(g)) - first;
  const zero = <usize>load<u32>(g, 92);
  let count: usize = 0;
  for (; at < end && count < <usize>capacity; at++) {
    let reference: u32;
    let old = zero;
    let was: u32 = 0;
    if (at < logged) {
      const entry = entryAt(g, at);
      reference = load<u32>(entry);
      was = load<u32>(entry, 4);
      old = entry + 8;
    } else {
      reference = referenceOf(first + at - logged);
    }
    const row = groupRow(g, reference);
    if (load<i64>(row) == 0 && load<i64>(old) == 0) continue;
    const out = <u32>overflowed(g, reference);
    if (touched == 0 && was == out && sameRow(old, row, <usize>rowBytes(g))) continue;
    store<u32>(references + (count << 2), reference);
    store<u32>(before + (count << 2), <u32>old);
    store<u32>(after + (count << 2), <u32>row);
    store<u8>(wasOut + count, <u8>was);
    store<u8>(isOut + count, <u8>out);
    count++;
  }
  store<u32>(position, at);
  return <u32>count;
}

/** As `groups_changes`, of all groups, none of which was there before; the position is an ordinal. */
export function groups_all(
  g: usize, position: usize, capacity: u32, references: usize, before: usize, after: usize, wasOut: usize, isOut: usize,
): u32 {
  let at = load<u32>(position);
  const end = ordinalOf(storeEnd(g));
  let count: usize = 0;
  for (; at < end && count < <usize>capacity; at++) {
    const reference = referenceOf(at);
    const row = groupRow(g, reference);
    if (load<i64>(row) == 0) continue;
    store<u32>(references + (count << 2), reference);
    store<u32>(before + (count << 2), load<u32>(g, 92));
    store<u32>(after + (count << 2), <u32>row);
    store<u8>(wasOut + count, 0);
    store<u8>(isOut + count, <u8>overflowed(g, reference));
    count++;
  }
  store<u32>(position, at);
  return <u32>count;
}

/** The weights of the groups whose rows stand at rows[0 … n), int64 at `out`. */
export function groups_weights(rows: usize, n: u32, out: usize): void {
  for (let i: usize = 0; i < <usize>n; i++) store<i64>(out + (i << 3), load<i64>(<usize>load<u32>(rows + (i << 2))));
}

function clearLog(g: usize): void {
  const count = touchedCount(g);
  const touched = <usize>load<u32>(g, 72);
  const blocks = load<u32>(g, 100) != 0;
  for (let i: u32 = 0; i < count; i++) {
    const entry = entryAt(g, i);
    store<u8>(touched + <usize>(load<u32>(entry) >> 3), 0);
    if (blocks) releaseRow(g, entry + 8);
  }
  store<u32>(g, 0, 80);
  const log = <usize>load<u32>(g, 76);
  if (log != 0 && isExcessive(storeAccount(g), log)) {
    free(storeAccount(g), log);
    store<u32>(g, 0, 76);
  }
}

/** Ends the tick. Compacts if most groups are gone. */
export function groups_end_tick(g: usize): void {
  clearLog(g);
  store<u32>(g, storeVersion(g) + 1, 28);
  const total = ordinalOf(storeEnd(g));
  const live = load<u32>(g, 88);
  if (total - live >= FEW && total - live > live) compact(g, total);
  for (let i: u32 = 0; i < accumulatorCount(g); i++) {
    if (compactValues(g, accumulatorAt(g, i))) touchPages(g);
  }
  store<u32>(g, storeVersion(g) + 1, 28);
  store<u32>(g, storeEnd(g), 84);
}

function touchPages(g: usize): void {
  for (let i: u32 = 0; i < storeSegments(g); i++) store<u32>(pageOf(g, i), storeVersion(g), 4);
}

function isGone(g: usize, row: usize): bool {
  if (load<i64>(row) != 0) return false;
  for (let i: u32 = 0; i < accumulatorCount(g); i++) if (!cellIsEmpty(accumulatorAt(g, i), row)) return false;
  return true;
}

function compact(g: usize, total: u32): void {
  const account = storeAccount(g);
  const stride = rowBytes(g);
  const fresh = allocateZeroed(0, GROUPS_BYTES);
  memory.copy(fresh, g, GROUPS_BYTES);
  memory.fill(fresh, 0, STORE_BYTES);
  storeInit(fresh, storeTemplate(g), storeColumns(g), load<u32>(g, 4), 0);
  store<u32>(fresh, storeVersion(g), 28);
  store<u32>(fresh, 0, 68);
  store<u32>(fresh, 0, 96);
  const map = allocate(0, total << 2);
  memory.fill(map, 0xff, <usize>total << 2);
  const kept = allocate(0, SEGMENT_ROWS << 2);
  let moved: u32 = 0;
  for (let from: u32 = 0; from < total; from += SEGMENT_ROWS) {
    const end = min(from + SEGMENT_ROWS, total);
    let n: u32 = 0;
    for (let i = from; i < end; i++) {
      const reference = referenceOf(i);
      if (isGone(g, groupRow(g, reference))) {
        releaseRow(g, groupRow(g, reference));
        continue;
      }
      store<u32>(kept + (<usize>n << 2), reference);
      store<u32>(map + (<usize>i << 2), referenceOf(moved + n));
      n++;
    }
    storeAppend(fresh, storeDirectory(g), 0, kept, n, 0);
    ensurePages(fresh);
    for (let i: u32 = 0; i < n; i++) {
      const to = referenceOf(moved + i);
      copyRow(groupRow(fresh, to), groupRow(g, load<u32>(kept + (<usize>i << 2))), <usize>stride);
      store<u32>(pageOf(fresh, to >> SEGMENT_SHIFT), storeVersion(g), 4);
    }
    moved += n;
  }
  free(0, kept);
  remapSlots(account, identity(g), map, moved);
  for (let i: u32 = 0; i < accumulatorCount(g); i++) remapCarries(account, accumulatorAt(g, i), map);
  freePages(account, <usize>load<u32>(g, 68));
  free(account, <usize>load<u32>(g, 72));
  store<u32>(g, 0, 72);
  storeFree(g);
  const bytes = load<u64>(account) + load<u64>(storeAccount(fresh));
  memory.copy(g, fresh, STORE_BYTES);
  store<u64>(account, bytes);
  store<u32>(g, load<u32>(fresh, 68), 68);
  store<u32>(g, load<u32>(fresh, 96), 96);
  mem_release(fresh);
  free(0, map);
}

/** After the key segments have been put in place (restore): pages for their groups, zero, and the identity index. */
export function groups_reindex(g: usize): void {
  ensurePages(g);
  const segments = storeSegments(g);
  for (let segment: u32 = 0; segment < segments; segment++) {
    indexSegment(g, identity(g), segment, metaRows(metaOf(g, segment)), false);
  }
}

/** After the pages have been filled (restore): counts, and ends the tick. */
export function groups_recount(g: usize): void {
  const total = ordinalOf(storeEnd(g));
  let live: u32 = 0;
  for (let i: u32 = 0; i < total; i++) live += <u32>(load<i64>(groupRow(g, referenceOf(i))) != 0);
  store<u32>(g, live, 88);
  store<u32>(g, storeEnd(g), 84);
}

/** Where the rows of a segment's groups stand. */
export function groups_page_address(g: usize, segment: u32): usize {
  return <usize>load<u32>(pageOf(g, segment));
}

export function groups_page_version(g: usize, segment: u32): u32 {
  return load<u32>(pageOf(g, segment), 4);
}

export function groups_set_page_version(g: usize, segment: u32, version: u32): void {
  store<u32>(pageOf(g, segment), version, 4);
  store<u32>(g, max(storeVersion(g), version + 1), 28);
}

/** The address of an accumulator (accumulators.ts). */
export function groups_accumulator_address(g: usize, i: u32): usize {
  return accumulatorAt(g, i);
}


/** Room for a block of a restored group's cell, entered there; the caller fills it. */
export function groups_restore_block_address(g: usize, reference: u32, i: u32, bytes: u32): usize {
  const block = allocate(storeAccount(g), bytes);
  store<u32>(groupRow(g, reference) + <usize>load<u32>(accumulatorAt(g, i), 4), <u32>block);
  return block;
}

/** The carry of a restored group's sum. */
export function groups_restore_carry(g: usize, reference: u32, i: u32, carry: i64): void {
  restoreCarry(storeAccount(g), accumulatorAt(g, i), reference, carry);
}
