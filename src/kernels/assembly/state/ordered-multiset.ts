import {mem_release, mem_size} from '../memory/allocator';
import {rowEqual} from '../hash/equal';
import {hash_columns} from '../hash/hash';
import {ARRANGEMENT_BYTES, arrangementClose, arrangementEndTick, arrangementInit, arrangement_append, arrangement_reindex, weightBefore} from './arrangement';
import {allocate, allocateZeroed, ensure, free, isExcessive} from './buffer';
import {NO_ROW, SEGMENT_MASK, SEGMENT_SHIFT, columnsOf, rowAt} from './directory';
import {metaOf, metaRows, ordinalOf, storeAccount, storeDirectory, storeEnd, storeSegments, weightOf} from './row-store';
import {NONE, slotValue, slotsAddress, slotsFree, slotsInit, slotsInsert, slotsMask, slotsUsed} from './slots';
import {logClear, logFind, logFree, logRemember} from './tick-log';
import {
  compareRows, isInTree, isRanked, moveLink, nodeOf, treapFree, treapInsert, treapRank, treapRemap, treapRemove, treapReserve, treapReweigh,
  treapSelect, treapWeight,
} from './treap';

// Rows in order within groups: an arrangement, a treap for each group over its rows of weight other than 0, and for the groups
// that the tick touched the window as it was before.
//
// The struct: 0 arrangement, 96 treap, 112 group slots, 120 partition columns u32, 124 their numbers (address), 128 groups {root
// u32, saved window + 1 u32, reference of a row with its key u32, 0} (address), 132 how many, 136 saved windows {group u32, first
// entry u32, entries u32, 0} (address), 140 how many, 144 their entries {reference u32, 0, weight i64} (address), 148 how many,
// 152 limit i64 (-1: none), 160 offset i64, 168 rows that the tick changed {reference u32, group u32} (address), 172 how many.
//
// With limit 0 nobody asks for windows, and the rows are walked instead (`ordered_walk`): what the tick takes out stays in its tree
// until the tick's end, so that one walk meets the rows of before and after.

const BYTES: u32 = 176;
const ALL: u32 = 0xffffffff;
const STACK: u32 = 1024;

// @ts-ignore: decorator
@inline function treap(o: usize): usize { return o + <usize>ARRANGEMENT_BYTES; }
// @ts-ignore: decorator
@inline function groupSlots(o: usize): usize { return o + 112; }
// @ts-ignore: decorator
@inline function width(o: usize): u32 { return load<u32>(o, 120); }
// @ts-ignore: decorator
@inline function partition(o: usize): usize { return <usize>load<u32>(o, 124); }
// @ts-ignore: decorator
@inline function groupAt(o: usize, group: u32): usize { return <usize>load<u32>(o, 128) + (<usize>group << 4); }
// @ts-ignore: decorator
@inline function savedAt(o: usize, i: u32): usize { return <usize>load<u32>(o, 136) + (<usize>i << 4); }
// @ts-ignore: decorator
@inline function isWalked(o: usize): bool { return load<i64>(o, 152) == 0; }
// @ts-ignore: decorator
@inline function entryAt(o: usize, i: u32): usize { return <usize>load<u32>(o, 144) + (<usize>i << 4); }

/** `partitionColumns`: u32[]; `order`: {column u32, flags u32}[] (sort/prefix.ts). limit -1: none. */
export function ordered_create_address(
  template: usize, columns: u32, descriptors: u32, partitionColumns: usize, partitionWidth: u32, order: usize, keys: u32, limit: i64,
  offset: i64,
): usize {
  const o = allocateZeroed(0, BYTES);
  arrangementInit(o, template, columns, descriptors, 0, 1);
  const account = storeAccount(o);
  store<u32>(treap(o), <u32>copyOf(account, order, keys << 3), 4);
  store<u32>(treap(o), keys, 8);
  slotsInit(account, groupSlots(o), 0);
  store<u32>(o, partitionWidth, 120);
  store<u32>(o, <u32>copyOf(account, partitionColumns, partitionWidth << 2), 124);
  store<i64>(o, limit, 152);
  store<i64>(o, offset, 160);
  return o;
}

function copyOf(account: usize, from: usize, bytes: u32): usize {
  const copy = allocate(account, bytes);
  memory.copy(copy, from, <usize>bytes);
  return copy;
}

export function ordered_free(o: usize): void {
  const account = storeAccount(o);
  treapFree(account, treap(o));
  free(account, <usize>load<u32>(treap(o), 4));
  slotsFree(account, groupSlots(o));
  free(account, partition(o));
  free(account, <usize>load<u32>(o, 128));
  free(account, <usize>load<u32>(o, 136));
  free(account, <usize>load<u32>(o, 144));
  free(account, <usize>load<u32>(o, 168));
  arrangementClose(o);
  mem_release(o);
}

/** Adds a delta, as `arrangement_append`. 1 if a weight overflows. */
export function ordered_append(o: usize, columns: usize, rows: usize, n: u32, weights: usize): u32 {
  if (n == 0) return 0;
  const scratch = allocate(0, n * 20);
  const hashes = scratch + (<usize>n << 3);
  const groups = hashes + (<usize>n << 2);
  const references = groups + (<usize>n << 2);
  hash_columns(columns, partition(o), width(o), rows, n, 0, scratch, hashes);
  for (let i: usize = 0; i < <usize>n; i++) {
    const group = findGroup(o, load<u32>(hashes + (i << 2)), columns, partition(o), rowAt(rows, i));
    store<u32>(groups + (i << 2), group);
    if (group != NONE && load<u32>(groupAt(o, group), 4) == 0) saveWindow(o, group);
  }
  memory.fill(references, 0xff, <usize>n << 2);
  const overflow = arrangement_append(o, columns, rows, n, weights, references);
  treapReserve(o, treap(o), ordinalOf(storeEnd(o)));
  for (let i: usize = 0; i < <usize>n; i++) {
    const reference = load<u32>(references + (i << 2));
    if (reference == NONE) continue;
    place(o, reference, load<u32>(hashes + (i << 2)), load<u32>(groups + (i << 2)), columns, rowAt(rows, i));
  }
  free(0, scratch);
  return overflow;
}

/** Puts the row into the tree of its group, or takes it out, as its weight now says. */
function place(o: usize, reference: u32, hash: u32, known: u32, columns: usize, row: u32): void {
  const wanted = weightOf(o, reference) != 0;
  const there = isInTree(treap(o), reference);
  if (isWalked(o) ? !wanted && !there : wanted == there) return;
  let group = known;
  if (group == NONE) group = findGroup(o, hash, columns, partition(o), row);
  if (group == NONE) group = addGroup(o, hash, reference);
  if (isWalked(o)) {
    putChanged(o, reference, group);
    if (!there) treapInsert(o, treap(o), groupAt(o, group), reference);
    else if (isRanked(treap(o))) treapReweigh(o, treap(o), groupAt(o, group), reference);
  } else if (wanted) treapInsert(o, treap(o), groupAt(o, group), reference);
  else treapRemove(o, treap(o), groupAt(o, group), reference);
}

function putChanged(o: usize, reference: u32, group: u32): void {
  const count = load<u32>(o, 172);
  ensure(storeAccount(o), o + 168, count << 3, (count + 1) << 3, ALL);
  const entry = <usize>load<u32>(o, 168) + (<usize>count << 3);
  store<u32>(entry, reference);
  store<u32>(entry, group, 4);
  store<u32>(o, count + 1, 172);
}

/** `list`: the partition's columns among `columns`. */
function findGroup(o: usize, hash: u32, columns: usize, list: usize, row: u32): u32 {
  const mask = slotsMask(groupSlots(o));
  const slots = slotsAddress(groupSlots(o));
  let at = hash & mask;
  let slot = load<u64>(slots + (<usize>at << 3));
  while (slot != 0) {
    if (<u32>slot == hash) {
      const reference = load<u32>(groupAt(o, slotValue(slot)), 8);
      const other = columnsOf(storeDirectory(o), reference);
      if (rowEqual(columns, list, row, other, partition(o), reference & SEGMENT_MASK, width(o), false)) return slotValue(slot);
    }
    at = (at + 1) & mask;
    slot = load<u64>(slots + (<usize>at << 3));
  }
  return NONE;
}

/** A group that the tick has made: its window was empty. */
function addGroup(o: usize, hash: u32, reference: u32): u32 {
  const account = storeAccount(o);
  const group = load<u32>(o, 132);
  ensure(account, o + 128, group << 4, (group + 1) << 4, ALL);
  const at = groupAt(o, group);
  store<u32>(at, 0);
  store<u32>(at, 0, 4);
  store<u32>(at, reference, 8);
  store<u32>(o, group + 1, 132);
  slotsInsert(account, groupSlots(o), hash, group);
  saveWindow(o, group);
  return group;
}

/** Keeps the group's window as it is now. */
function saveWindow(o: usize, group: u32): void {
  const account = storeAccount(o);
  const saved = load<u32>(o, 140);
  const first = load<u32>(o, 148);
  const entries = window(o, load<u32>(groupAt(o, group)), o + 144, first, load<i64>(o, 160), load<i64>(o, 152));
  ensure(account, o + 136, saved << 4, (saved + 1) << 4, ALL);
  const at = savedAt(o, saved);
  store<u32>(at, group);
  store<u32>(at, first, 4);
  store<u32>(at, entries, 8);
  store<u32>(o, saved + 1, 140);
  store<u32>(o, first + entries, 148);
  store<u32>(groupAt(o, group), saved + 1, 4);
}

/**
 * Rows [offset, offset + limit) of the tree, each counted as its weight says, as entries {reference, 0, how many of it} into the
 * growing buffer at `field`, from entry `first` on; how many.
 */
function window(o: usize, root: u32, field: usize, first: u32, offset: i64, limit: i64): u32 {
  if (root == 0 || limit == 0) return 0;
  const account = storeAccount(o);
  if (limit == 1 && offset == 0) {
    const reference = leftmost(o, root);
    if (weightOf(o, reference) > 0) {
      putEntry(account, field, first, reference, 1);
      return 1;
    }
  }
  const end = limit < 0 || offset > i64.MAX_VALUE - limit ? i64.MAX_VALUE : offset + limit;
  const stack = allocate(0, STACK << 2);
  let depth: u32 = 0;
  let current = root;
  let passed: i64 = 0;
  let count: u32 = 0;
  while ((current != 0 || depth > 0) && passed < end) {
    while (current != 0) {
      if (depth == STACK) abort();
      store<u32>(stack + (<usize>depth << 2), current);
      depth++;
      current = load<u32>(nodeOf(treap(o), current - 1));
    }
    depth--;
    const reference = load<u32>(stack + (<usize>depth << 2)) - 1;
    const weight = weightOf(o, reference);
    if (weight > 0) {
      const upTo = passed > i64.MAX_VALUE - weight ? i64.MAX_VALUE : passed + weight;
      const taken = min(upTo, end) - max(passed, offset);
      if (taken > 0) {
        putEntry(account, field, first + count, reference, taken);
        count++;
      }
      passed = upTo;
    }
    current = load<u32>(nodeOf(treap(o), reference), 4);
  }
  free(0, stack);
  return count;
}

function putEntry(account: usize, field: usize, at: u32, reference: u32, taken: i64): void {
  ensure(account, field, at << 4, (at + 1) << 4, ALL);
  const entry = <usize>load<u32>(field) + (<usize>at << 4);
  store<u32>(entry, reference);
  store<u32>(entry, 0, 4);
  store<i64>(entry, taken, 8);
}

/** The first row of a tree. */
function leftmost(o: usize, root: u32): u32 {
  let current = root;
  let left = load<u32>(nodeOf(treap(o), current - 1));
  while (left != 0) {
    current = left;
    left = load<u32>(nodeOf(treap(o), current - 1));
  }
  return current - 1;
}

// An iteration over the changes: 0 next saved window, 4 rows found and not given out yet (address), 8 how many, 12 given out,
// 16 the window now (address), 20 a map row → change (tick-log.ts).


/**
 * The next rows in which a window differs from before the tick, at most `capacity`: references and int64 changes. `state`: 28
 * bytes, zero at first, given back by `ordered_changes_close`.
 */
export function ordered_changes(o: usize, state: usize, capacity: u32, references: usize, weights: usize): u32 {
  let count: u32 = 0;
  while (count < capacity) {
    if (load<u32>(state, 12) == load<u32>(state, 8)) {
      if (load<u32>(state) == load<u32>(o, 140)) break;
      diffWindow(o, state, savedAt(o, load<u32>(state)));
      store<u32>(state, load<u32>(state) + 1);
      continue;
    }
    const entry = <usize>load<u32>(state, 4) + (<usize>load<u32>(state, 12) << 4);
    store<u32>(references + (<usize>count << 2), load<u32>(entry));
    store<i64>(weights + (<usize>count << 3), load<i64>(entry, 8));
    store<u32>(state, load<u32>(state, 12) + 1, 12);
    count++;
  }
  return count;
}

export function ordered_changes_close(o: usize, state: usize): void {
  const account = storeAccount(o);
  free(account, <usize>load<u32>(state, 4));
  free(account, <usize>load<u32>(state, 16));
  logFree(account, state + 20);
}

/** Puts the rows whose count in the window has changed at `state`. */
function diffWindow(o: usize, state: usize, saved: usize): void {
  const account = storeAccount(o);
  const old = entryAt(o, load<u32>(saved, 4));
  const oldCount = load<u32>(saved, 8);
  const root = load<u32>(groupAt(o, load<u32>(saved)));
  const newCount = window(o, root, state + 16, 0, load<i64>(o, 160), load<i64>(o, 152));
  const now = <usize>load<u32>(state, 16);
  store<u32>(state, 0, 8);
  store<u32>(state, 0, 12);
  if (oldCount == newCount && memory.compare(old, now, <usize>oldCount << 4) == 0) return;
  if (load<i64>(o, 152) == 1) {
    // One row each at most, and not the same.
    if (oldCount == 1) putEntry(account, state + 4, 0, load<u32>(old), -1);
    if (newCount == 1) putEntry(account, state + 4, oldCount, load<u32>(now), 1);
    store<u32>(state, oldCount + newCount, 8);
    return;
  }
  const changes = state + 20;
  for (let i: u32 = 0; i < oldCount; i++) {
    const entry = old + (<usize>i << 4);
    logRemember(account, changes, load<u32>(entry), -load<i64>(entry, 8));
  }
  for (let i: u32 = 0; i < newCount; i++) {
    const entry = now + (<usize>i << 4);
    const at = logFind(changes, load<u32>(entry));
    if (at == 0) logRemember(account, changes, load<u32>(entry), load<i64>(entry, 8));
    else store<i64>(at, load<i64>(at) + load<i64>(entry, 8));
  }
  ensure(account, state + 4, 0, (oldCount + newCount) << 4, ALL);
  takeChanges(state, old, oldCount);
  takeChanges(state, now, newCount);
  logClear(account, changes);
}

function takeChanges(state: usize, entries: usize, n: u32): void {
  let count = load<u32>(state, 8);
  for (let i: u32 = 0; i < n; i++) {
    const reference = load<u32>(entries + (<usize>i << 4));
    const at = logFind(state + 20, reference);
    const change = load<i64>(at);
    if (change == 0) continue;
    const out = <usize>load<u32>(state, 4) + (<usize>count << 4);
    store<u32>(out, reference);
    store<i64>(out, change, 8);
    store<i64>(at, 0);
    count++;
  }
  store<u32>(state, count, 8);
}

/** For each of the keys 0 … n - 1 (columns 0 … of `columns` are the partition's) the first row of its window, or NO_ROW. */
export function ordered_first(o: usize, before: u32, columns: usize, n: u32, out: usize): void {
  const scratch = allocate(0, n * 12);
  const hashes = scratch + (<usize>n << 3);
  hash_columns(columns, 0, width(o), 0, n, 0, scratch, hashes);
  const entry = allocateZeroed(0, 4);
  for (let i: u32 = 0; i < n; i++) {
    const group = findGroup(o, load<u32>(hashes + (<usize>i << 2)), columns, 0, i);
    store<u32>(out + (<usize>i << 2), group == NONE ? NO_ROW : firstOf(o, group, before != 0, entry));
  }
  free(storeAccount(o), <usize>load<u32>(entry));
  free(0, entry);
  free(0, scratch);
}

function firstOf(o: usize, group: u32, before: bool, entry: usize): u32 {
  const saved = load<u32>(groupAt(o, group), 4);
  if (before && saved != 0) {
    const old = savedAt(o, saved - 1);
    return load<u32>(old, 8) == 0 ? NO_ROW : load<u32>(entryAt(o, load<u32>(old, 4)));
  }
  const root = load<u32>(groupAt(o, group));
  if (root != 0 && load<i64>(o, 160) == 0 && load<i64>(o, 152) != 0) {
    // Mostly the leftmost row is it.
    const reference = leftmost(o, root);
    if (weightOf(o, reference) > 0) return reference;
  }
  const limit = load<i64>(o, 152);
  if (window(o, root, entry, 0, load<i64>(o, 160), limit == 0 ? 0 : 1) == 0) return NO_ROW;
  return load<u32>(<usize>load<u32>(entry));
}

/** How many groups the tick has touched. */
export function ordered_touched(o: usize): u32 {
  return load<u32>(o, 140);
}

/** The i-th group that the tick has touched. */
export function ordered_touched_group(o: usize, i: u32): u32 {
  return load<u32>(savedAt(o, i));
}

/** How many entries `ordered_changed_address` has. */
export function ordered_changed(o: usize): u32 {
  return load<u32>(o, 172);
}

/** The rows that the tick has changed, {reference u32, group u32}; one may stand there several times. */
export function ordered_changed_address(o: usize): usize {
  return <usize>load<u32>(o, 168);
}

/** Below, above or 0 as row `a` comes before or after row `b` of its group. */
export function ordered_compare(o: usize, a: u32, b: u32): i32 {
  return compareRows(o, treap(o), a, b);
}

/**
 * At most `capacity` rows of the group in order, from the one next to `from` on (NO_ROW: from the end of the group where the walk
 * begins), with their weights before the tick and now.
 */
export function ordered_walk(
  o: usize, group: u32, from: u32, backward: u32, capacity: u32, references: usize, before: usize, after: usize,
): u32 {
  const near: usize = backward != 0 ? 4 : 0;
  const far: usize = 4 - near;
  const stack = allocate(0, STACK << 2);
  let depth: u32 = 0;
  let current = load<u32>(groupAt(o, group));
  while (current != 0) {
    let isAhead = from == NO_ROW;
    if (!isAhead) {
      const compared = compareRows(o, treap(o), from, current - 1);
      isAhead = backward != 0 ? compared > 0 : compared < 0;
    }
    if (isAhead) {
      if (depth == STACK) abort();
      store<u32>(stack + (<usize>depth << 2), current);
      depth++;
    }
    current = load<u32>(nodeOf(treap(o), current - 1) + (isAhead ? near : far));
  }
  let count: u32 = 0;
  while (depth > 0 && count < capacity) {
    depth--;
    const reference = load<u32>(stack + (<usize>depth << 2)) - 1;
    store<u32>(references + (<usize>count << 2), reference);
    store<i64>(before + (<usize>count << 3), weightBefore(o, reference));
    store<i64>(after + (<usize>count << 3), weightOf(o, reference));
    count++;
    current = load<u32>(nodeOf(treap(o), reference) + far);
    while (current != 0) {
      if (depth == STACK) abort();
      store<u32>(stack + (<usize>depth << 2), current);
      depth++;
      current = load<u32>(nodeOf(treap(o), current - 1) + near);
    }
  }
  free(0, stack);
  return count;
}

/** What the tick has taken out leaves its tree. */
function dropGone(o: usize): void {
  const count = load<u32>(o, 172);
  for (let i: u32 = 0; i < count; i++) {
    const entry = <usize>load<u32>(o, 168) + (<usize>i << 3);
    const reference = load<u32>(entry);
    if (weightOf(o, reference) != 0 || !isInTree(treap(o), reference)) continue;
    treapRemove(o, treap(o), groupAt(o, load<u32>(entry, 4)), reference);
  }
  store<u32>(o, 0, 172);
  shed(storeAccount(o), o + 168);
}

/** The rows are to be found by their position. For a limit of 0, before there are rows. */
export function ordered_rank(o: usize): void {
  treapRank(treap(o));
}

/**
 * For each of the keys 0 … n - 1 (columns 0 … of `columns` are the partition's) the tree of its group, for `ordered_select`, and the
 * weight of its rows.
 */
export function ordered_roots(o: usize, columns: usize, n: u32, roots: usize, weights: usize): void {
  const scratch = allocate(0, n * 12);
  const hashes = scratch + (<usize>n << 3);
  hash_columns(columns, 0, width(o), 0, n, 0, scratch, hashes);
  for (let i: u32 = 0; i < n; i++) {
    const group = findGroup(o, load<u32>(hashes + (<usize>i << 2)), columns, 0, i);
    const root = group == NONE ? 0 : load<u32>(groupAt(o, group));
    store<u32>(roots + (<usize>i << 2), root);
    store<i64>(weights + (<usize>i << 3), treapWeight(treap(o), root));
  }
  free(0, scratch);
}

/** The row at a position of a tree that `ordered_roots` gave. */
export function ordered_select(o: usize, root: u32, position: i64): u32 {
  return treapSelect(o, treap(o), root, position);
}

/**
 * All rows of the groups of the keys from … n - 1 (columns 0 … of `columns` are the partition's), in order, group by group
 * until there are `most` of them: entries {reference u32, 0, weight i64} in the growing buffer whose address stands at
 * `entries` (0 at first; `ordered_collect_close` frees it), and where those of each group end at `ends`, u32. How many groups.
 */
export function ordered_collect(o: usize, columns: usize, from: u32, n: u32, most: u32, entries: usize, ends: usize): u32 {
  const scratch = allocate(0, n * 12);
  const hashes = scratch + (<usize>n << 3);
  hash_columns(columns, 0, width(o), 0, n, 0, scratch, hashes);
  let count: u32 = 0;
  let group = from;
  for (; group < n && count < most; group++) {
    const found = findGroup(o, load<u32>(hashes + (<usize>group << 2)), columns, 0, group);
    if (found != NONE) count += window(o, load<u32>(groupAt(o, found)), entries, count, 0, -1);
    store<u32>(ends + (<usize>(group - from) << 2), count);
  }
  free(0, scratch);
  return group - from;
}

export function ordered_collect_close(o: usize, entries: usize): void {
  free(storeAccount(o), <usize>load<u32>(entries));
}

export function ordered_end_tick(o: usize): void {
  const account = storeAccount(o);
  dropGone(o);
  const saved = load<u32>(o, 140);
  for (let i: u32 = 0; i < saved; i++) store<u32>(groupAt(o, load<u32>(savedAt(o, i))), 0, 4);
  store<u32>(o, 0, 140);
  store<u32>(o, 0, 148);
  shed(account, o + 136);
  shed(account, o + 144);
  const map = arrangementEndTick(o);
  if (map == 0) return;
  treapRemap(o, treap(o), map, mem_size(map) >> 2, ordinalOf(storeEnd(o)));
  remapGroups(o, map);
  mem_release(map);
}

/** A large buffer is not kept for a tick that may be small. */
function shed(account: usize, field: usize): void {
  const buffer = <usize>load<u32>(field);
  if (buffer == 0 || !isExcessive(account, buffer)) return;
  free(account, buffer);
  store<u32>(field, 0);
}

/** Groups without rows go, the others are named by a row that is still there. */
function remapGroups(o: usize, map: usize): void {
  const account = storeAccount(o);
  const oldGroups = <usize>load<u32>(o, 128);
  const oldSlots = slotsAddress(groupSlots(o));
  const capacity = slotsMask(groupSlots(o)) + 1;
  slotsInit(account, groupSlots(o), slotsUsed(groupSlots(o)));
  store<u32>(o, 0, 128);
  let count: u32 = 0;
  for (let i: u32 = 0; i < capacity; i++) {
    const slot = load<u64>(oldSlots + (<usize>i << 3));
    if (slot == 0) continue;
    const root = load<u32>(oldGroups + (<usize>slotValue(slot) << 4));
    if (root == 0) continue;
    ensure(account, o + 128, count << 4, (count + 1) << 4, ALL);
    const at = groupAt(o, count);
    store<u32>(at, moveLink(root, map));
    store<u32>(at, 0, 4);
    store<u32>(at, moveLink(root, map) - 1, 8);
    slotsInsert(account, groupSlots(o), <u32>slot, count);
    count++;
  }
  store<u32>(o, count, 132);
  free(account, oldSlots);
  free(account, oldGroups);
}

/** After the segments have been put in place (restore): the indexes and the trees. */
export function ordered_reindex(o: usize): void {
  arrangement_reindex(o);
  treapReserve(o, treap(o), ordinalOf(storeEnd(o)));
  for (let segment: u32 = 0; segment < storeSegments(o); segment++) {
    const rows = metaRows(metaOf(o, segment));
    const columns = columnsOf(storeDirectory(o), segment << SEGMENT_SHIFT);
    const scratch = allocate(0, rows * 12);
    const hashes = scratch + (<usize>rows << 3);
    hash_columns(columns, partition(o), width(o), 0, rows, 0, scratch, hashes);
    for (let i: u32 = 0; i < rows; i++) {
      place(o, (segment << SEGMENT_SHIFT) | i, load<u32>(hashes + (<usize>i << 2)), NONE, columns, i);
    }
    free(0, scratch);
  }
  // The tick that restores changes nothing.
  const saved = load<u32>(o, 140);
  for (let i: u32 = 0; i < saved; i++) store<u32>(groupAt(o, load<u32>(savedAt(o, i))), 0, 4);
  store<u32>(o, 0, 140);
  store<u32>(o, 0, 148);
  store<u32>(o, 0, 172);
}
