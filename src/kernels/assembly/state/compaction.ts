import {mem_release} from '../memory/allocator';
import {firstKeyIndex} from './arrangement';
import {allocate, allocateZeroed, free} from './buffer';
import {NO_ROW, SEGMENT_ROWS, SEGMENT_SHIFT} from './directory';
import {INDEX_BYTES, freePages, heads, linkOf, pagesFor} from './key-index';
import {
  STORE_BYTES, metaOf, metaRows, metaWeights, ordinalOf, referenceOf, storeAccount, storeAppend, storeColumns, storeDirectory,
  storeEnd, storeFree, storeInit, storeSegments, storeTemplate, storeVersion,
} from './row-store';
import {slotValue, slotsAddress, slotsFree, slotsInit, slotsInsert, slotsMask, slotsUsed} from './slots';

// The rows of an arrangement that have a weight, moved together: a new store beside the old one, then new slots for the identity
// index and for each key index, in steps of so much work; until all is there and put in the old's place, that is as it was. Nothing
// may be appended in between.
//
// The struct: 0 new store, 4 map (u32 a row by its old ordinal: its new reference, NO_ROW: it goes), 8 rows moved, 12 stage, 16
// position in it, 20 new identity slots, 28 first new key index, 32 the old index under way, 36 its new one, 40 the next row of the
// chain under way + 1, 44 the link that it goes to (0: the chain's head). A new key index is like an old one, whose address it
// has at 4.

const BYTES: u32 = 48;
const SEGMENTS: u32 = 0;
const IDENTITY: u32 = 1;
const KEYS: u32 = 2;
const READY: u32 = 3;

// @ts-ignore: decorator
@inline function freshStore(c: usize): usize { return <usize>load<u32>(c); }
// @ts-ignore: decorator
@inline function map(c: usize): usize { return <usize>load<u32>(c, 4); }
// @ts-ignore: decorator
@inline function moved(c: usize): u32 { return load<u32>(c, 8); }
// @ts-ignore: decorator
@inline function stage(c: usize): u32 { return load<u32>(c, 12); }
// @ts-ignore: decorator
@inline function position(c: usize): u32 { return load<u32>(c, 16); }
// @ts-ignore: decorator
@inline function freshIdentity(c: usize): usize { return c + 20; }
// @ts-ignore: decorator
@inline function newRow(c: usize, reference: u32): u32 { return load<u32>(map(c) + (<usize>ordinalOf(reference) << 2)); }

export function compactionBegin(a: usize): usize {
  const c = allocateZeroed(0, BYTES);
  const fresh = allocateZeroed(0, STORE_BYTES);
  storeInit(fresh, storeTemplate(a), storeColumns(a), load<u32>(a, 4), 1);
  store<u32>(fresh, storeVersion(a), 28);
  store<u32>(c, <u32>fresh);
  const total = ordinalOf(storeEnd(a));
  const rows = allocate(0, max<u32>(total, 1) << 2);
  memory.fill(rows, 0xff, <usize>total << 2);
  store<u32>(c, <u32>rows, 4);
  return c;
}

/** About `budget` rows and slots further; whether all is there. `identity`: the slots of the identity index, 0: it has none. */
export function compactionWork(c: usize, a: usize, identity: usize, budget: u32): bool {
  let left = <i32>min<u32>(budget, 0x7fffffff);
  while (left > 0 && stage(c) != READY) {
    if (stage(c) == SEGMENTS) left = moveSegments(c, a, identity, left);
    else if (stage(c) == IDENTITY) left = moveIdentity(c, a, identity, left);
    else left = moveKeys(c, a, left);
  }
  return stage(c) == READY;
}

function enterStage(c: usize, next: u32): void {
  store<u32>(c, next, 12);
  store<u32>(c, 0, 16);
}

function moveSegments(c: usize, a: usize, identity: usize, budget: i32): i32 {
  const scratch = allocate(0, SEGMENT_ROWS * 12);
  const rows = scratch + (<usize>SEGMENT_ROWS << 3);
  let left = budget;
  let segment = position(c);
  const segments = storeSegments(a);
  for (; segment < segments && left > 0; segment++) {
    const n = gatherLive(a, segment, rows, scratch);
    for (let i: usize = 0; i < <usize>n; i++) {
      const old = load<u32>(rows + (i << 2));
      store<u32>(map(c) + (<usize>ordinalOf(old) << 2), referenceOf(moved(c) + <u32>i));
    }
    storeAppend(freshStore(c), storeDirectory(a), 0, rows, n, scratch);
    store<u32>(c, moved(c) + n, 8);
    left -= SEGMENT_ROWS;
  }
  free(0, scratch);
  store<u32>(c, segment, 16);
  if (segment < segments) return left;
  if (identity == 0) {
    beginKey(c, a, firstKeyIndex(a));
    return left;
  }
  slotsInit(storeAccount(a), freshIdentity(c), moved(c));
  enterStage(c, IDENTITY);
  return left;
}

function gatherLive(a: usize, segment: u32, rows: usize, weights: usize): u32 {
  const meta = metaOf(a, segment);
  const count = metaRows(meta);
  const from = metaWeights(meta);
  let n: u32 = 0;
  for (let i: u32 = 0; i < count; i++) {
    const weight = load<i64>(from + (<usize>i << 3));
    store<u32>(rows + (<usize>n << 2), (segment << SEGMENT_SHIFT) | i);
    store<i64>(weights + (<usize>n << 3), weight);
    n += <u32>(weight != 0);
  }
  return n;
}

/** The slots of rows that are still there, under their new references. */
function moveIdentity(c: usize, a: usize, identity: usize, budget: i32): i32 {
  const account = storeAccount(a);
  const old = slotsAddress(identity);
  const capacity = slotsMask(identity) + 1;
  const first = position(c);
  const end = min<u32>(capacity, first + <u32>budget);
  for (let i = first; i < end; i++) {
    const slot = load<u64>(old + (<usize>i << 3));
    if (slot == 0) continue;
    const reference = newRow(c, slotValue(slot));
    if (reference != NO_ROW) slotsInsert(account, freshIdentity(c), <u32>slot, reference);
  }
  store<u32>(c, end, 16);
  if (end == capacity) beginKey(c, a, firstKeyIndex(a));
  return budget - <i32>(end - first);
}

function beginKey(c: usize, a: usize, k: usize): void {
  store<u32>(c, <u32>k, 32);
  if (k == 0) return enterStage(c, READY);
  const account = storeAccount(a);
  const fresh = allocateZeroed(account, INDEX_BYTES);
  store<u32>(fresh, load<u32>(c, 28));
  store<u32>(fresh, <u32>k, 4);
  store<u32>(c, <u32>fresh, 28);
  store<u32>(c, <u32>fresh, 36);
  // Entered in the order of the old slots, they would pile up in a table that is too small for all of them.
  slotsInit(account, heads(fresh), slotsUsed(heads(k)));
  pagesFor(account, fresh, storeSegments(freshStore(c)), moved(c));
  store<u32>(c, 0, 40);
  enterStage(c, KEYS);
}

function moveKeys(c: usize, a: usize, budget: i32): i32 {
  const account = storeAccount(a);
  const k = <usize>load<u32>(c, 32);
  const fresh = <usize>load<u32>(c, 36);
  const slots = slotsAddress(heads(k));
  const capacity = slotsMask(heads(k)) + 1;
  let left = budget;
  let i = position(c);
  let reference = load<u32>(c, 40);
  let last = <usize>load<u32>(c, 44);
  while (i < capacity && left > 0) {
    const slot = load<u64>(slots + (<usize>i << 3));
    // The order of a chain is kept: `last` is the link that the next row goes to.
    if (reference == 0 && slot != 0) {
      reference = slotValue(slot) + 1;
      last = 0;
    }
    while (reference != 0 && left > 0) {
      const there = newRow(c, reference - 1);
      if (there != NO_ROW) {
        if (last == 0) slotsInsert(account, heads(fresh), <u32>slot, there);
        else store<u32>(last, there + 1);
        last = linkOf(fresh, there);
      }
      reference = load<u32>(linkOf(k, reference - 1));
      left--;
    }
    if (reference != 0) break;
    if (slot != 0 && last != 0) store<u32>(last, 0);
    i++;
    left--;
  }
  store<u32>(c, i, 16);
  store<u32>(c, reference, 40);
  store<u32>(c, <u32>last, 44);
  if (i == capacity) beginKey(c, a, <usize>load<u32>(k));
  return left;
}

/** Puts what has been made in the place of the old, and gives up the compaction: but for the map, which the caller releases. */
export function compactionEnd(c: usize, a: usize, identity: usize): usize {
  const account = storeAccount(a);
  if (identity != 0) {
    slotsFree(account, identity);
    memory.copy(identity, freshIdentity(c), 8);
  }
  let fresh = <usize>load<u32>(c, 28);
  while (fresh != 0) {
    const k = <usize>load<u32>(fresh, 4);
    const next = <usize>load<u32>(fresh);
    slotsFree(account, heads(k));
    freePages(account, k);
    memory.copy(heads(k), heads(fresh), INDEX_BYTES - 12);
    free(account, fresh);
    fresh = next;
  }
  storeFree(a);
  const bytes = load<u64>(account) + load<u64>(storeAccount(freshStore(c)));
  memory.copy(a, freshStore(c), STORE_BYTES);
  store<u64>(account, bytes);
  mem_release(freshStore(c));
  const rows = map(c);
  mem_release(c);
  return rows;
}

/** Gives it up as it is. */
export function compactionAbandon(c: usize, a: usize): void {
  const account = storeAccount(a);
  slotsFree(account, freshIdentity(c));
  let fresh = <usize>load<u32>(c, 28);
  while (fresh != 0) {
    const next = <usize>load<u32>(fresh);
    slotsFree(account, heads(fresh));
    freePages(account, fresh);
    free(account, fresh);
    fresh = next;
  }
  storeFree(freshStore(c));
  mem_release(freshStore(c));
  mem_release(map(c));
  mem_release(c);
}
