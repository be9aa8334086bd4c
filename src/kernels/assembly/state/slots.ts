import {mem_size} from '../memory/allocator';
import {allocateZeroed, free} from './buffer';

// Open-addressing hash table of u64 slots: the hash in the lower half, value + 1 in the upper, 0 = empty. Linear probing;
// nothing is ever deleted (compaction builds a new table), and growing needs no look at the rows, since the hash is there.
//
// The struct: 0 address of the slots, 4 used.

export const NONE: u32 = 0xffffffff;
const SMALLEST: u32 = 8;

// @ts-ignore: decorator
@inline export function slotsAddress(t: usize): usize { return <usize>load<u32>(t); }
// @ts-ignore: decorator
@inline export function slotsMask(t: usize): u32 { return (mem_size(slotsAddress(t)) >> 3) - 1; }
// @ts-ignore: decorator
@inline export function slotsUsed(t: usize): u32 { return load<u32>(t, 4); }
// @ts-ignore: decorator
@inline export function slotValue(slot: u64): u32 { return <u32>(slot >> 32) - 1; }
// @ts-ignore: decorator
@inline export function slotOf(hash: u32, value: u32): u64 { return (<u64>(value + 1) << 32) | <u64>hash; }

export function slotsInit(account: usize, t: usize, expected: u32): void {
  let capacity = SMALLEST;
  while (capacity - (capacity >> 2) < expected) capacity <<= 1;
  store<u32>(t, <u32>allocateZeroed(account, capacity << 3));
  store<u32>(t, 0, 4);
}

export function slotsFree(account: usize, t: usize): void {
  free(account, slotsAddress(t));
  store<u32>(t, 0);
}

/** Puts a value where no equal one is; grows when three quarters are full. 1 if it grew: positions are then others. */
export function slotsInsert(account: usize, t: usize, hash: u32, value: u32): u32 {
  const mask = slotsMask(t);
  const slots = slotsAddress(t);
  let at = hash & mask;
  while (load<u64>(slots + (<usize>at << 3)) != 0) at = (at + 1) & mask;
  store<u64>(slots + (<usize>at << 3), slotOf(hash, value));
  const used = slotsUsed(t) + 1;
  store<u32>(t, used, 4);
  if (used <= mask - (mask >> 2)) return 0;
  grow(account, t);
  return 1;
}

function grow(account: usize, t: usize): void {
  const old = slotsAddress(t);
  const capacity = mem_size(old) >> 3;
  const mask = (capacity << 1) - 1;
  const slots = allocateZeroed(account, capacity << 4);
  for (let i: u32 = 0; i < capacity; i++) {
    const slot = load<u64>(old + (<usize>i << 3));
    if (slot == 0) continue;
    let at = <u32>slot & mask;
    while (load<u64>(slots + (<usize>at << 3)) != 0) at = (at + 1) & mask;
    store<u64>(slots + (<usize>at << 3), slot);
  }
  free(account, old);
  store<u32>(t, <u32>slots);
}

/**
 * For each hash the position of the first slot that has it into `out` (u32), NONE where an empty slot comes first. `scratch`: u64
 * a hash.
 */
export function slotsFind(t: usize, hashes: usize, n: usize, scratch: usize, out: usize): void {
  const mask = slotsMask(t);
  const slots = slotsAddress(t);
  // Without a branch on what is loaded, the cache misses of many lanes are under way at once; those below find the line there.
  for (let i: usize = 0; i < n; i++) {
    const at = load<u32>(hashes + (i << 2)) & mask;
    store<u64>(scratch + (i << 3), load<u64>(slots + (<usize>at << 3)));
  }
  for (let i: usize = 0; i < n; i++) {
    const hash = load<u32>(hashes + (i << 2));
    let at = hash & mask;
    let slot = load<u64>(scratch + (i << 3));
    while (slot != 0 && <u32>slot != hash) {
      at = (at + 1) & mask;
      slot = load<u64>(slots + (<usize>at << 3));
    }
    store<u32>(out + (i << 2), slot == 0 ? NONE : at);
  }
}
