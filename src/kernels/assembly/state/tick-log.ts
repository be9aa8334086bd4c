import {mem_size} from '../memory/allocator';
import {allocateZeroed, free, isExcessive} from './buffer';
import {NO_ROW} from './directory';
import {ordinalOf} from './row-store';

// The weights that rows had at the start of the tick, for the rows that the tick has changed: an open-addressing table of 16
// bytes {reference + 1 u32, 0, weight i64}. The struct: 0 address (0: none yet), 4 entries.

const SMALLEST: u32 = 4;

// @ts-ignore: decorator
@inline export function logEntries(l: usize): u32 { return load<u32>(l, 4); }

// @ts-ignore: decorator
@inline
function home(reference: u32, mask: u32): u32 {
  // By the upper bits: a table that grows is then written from its beginning to its end, as it is read.
  return ((reference + 1) * 0x9e3779b1) >> clz(mask);
}

/** Keeps `weight` unless the row is there already. */
export function logRemember(account: usize, l: usize, reference: u32, weight: i64): void {
  if (load<u32>(l) == 0) store<u32>(l, <u32>allocateZeroed(account, SMALLEST << 4));
  const entry = find(l, reference);
  if (load<u32>(entry) != 0) return;
  store<u32>(entry, reference + 1);
  store<i64>(entry, weight, 8);
  const entries = logEntries(l) + 1;
  store<u32>(l, entries, 4);
  if (entries << 5 > mem_size(<usize>load<u32>(l))) grow(account, l);
}

/** The row's entry or the empty one where it belongs. */
// @ts-ignore: decorator
@inline
function find(l: usize, reference: u32): usize {
  const table = <usize>load<u32>(l);
  const mask = (mem_size(table) >> 4) - 1;
  let at = home(reference, mask);
  let key = load<u32>(table + (<usize>at << 4));
  while (key != 0 && key != reference + 1) {
    at = (at + 1) & mask;
    key = load<u32>(table + (<usize>at << 4));
  }
  return table + (<usize>at << 4);
}

/** Address of the weight that the row had, 0 if the tick has not changed it. */
// @ts-ignore: decorator
@inline
export function logFind(l: usize, reference: u32): usize {
  if (logEntries(l) == 0) return 0;
  const entry = find(l, reference);
  return load<u32>(entry) == 0 ? 0 : entry + 8;
}

function grow(account: usize, l: usize): void {
  const old = <usize>load<u32>(l);
  const bytes = mem_size(old);
  store<u32>(l, <u32>allocateZeroed(account, bytes << 1));
  for (let at = old; at < old + <usize>bytes; at += 16) {
    const key = load<u32>(at);
    if (key == 0) continue;
    const entry = find(l, key - 1);
    store<u32>(entry, key);
    store<i64>(entry, load<i64>(at, 8), 8);
  }
  free(account, old);
}

export function logClear(account: usize, l: usize): void {
  const table = <usize>load<u32>(l);
  if (logEntries(l) == 0) return;
  store<u32>(l, 0, 4);
  if (isExcessive(account, table)) {
    free(account, table);
    store<u32>(l, 0);
  } else {
    memory.fill(table, 0, <usize>mem_size(table));
  }
}

export function logFree(account: usize, l: usize): void {
  free(account, <usize>load<u32>(l));
  store<u32>(l, 0);
}

/** Every entry under its row's new reference (map by ordinal, NO_ROW: gone); entries of weight 0 go. */
export function logMoved(account: usize, l: usize, map: usize): void {
  const old = <usize>load<u32>(l);
  if (old == 0) return;
  store<u32>(l, 0);
  store<u32>(l, 0, 4);
  for (let at = old; at < old + <usize>mem_size(old); at += 16) {
    const key = load<u32>(at);
    if (key == 0 || load<i64>(at, 8) == 0) continue;
    const moved = load<u32>(map + (<usize>ordinalOf(key - 1) << 2));
    if (moved != NO_ROW) logRemember(account, l, moved, load<i64>(at, 8));
  }
  free(account, old);
}
