import {mem_alloc, mem_release, mem_size} from '../memory/allocator';

// Buffers of a structure. Each structure counts the bytes that it holds in a u64 `account` of its own.

const HEADER: u32 = 64;
const PAGE: u32 = 65536;
const MAX_SMALL: u32 = 32768;

/** Aborts when memory is exhausted: the structure that asked is then half changed and only fit to be thrown away. */
export function allocate(account: usize, bytes: u32): usize {
  const address = mem_alloc(bytes);
  if (address == 0) abort();
  if (account != 0) store<u64>(account, load<u64>(account) + <u64>bytes);
  return address;
}

export function allocateZeroed(account: usize, bytes: u32): usize {
  const address = allocate(account, bytes);
  memory.fill(address, 0, bytes);
  return address;
}

/** Gives up the structure's reference; 0 is allowed. */
export function free(account: usize, address: usize): void {
  if (address == 0) return;
  if (account != 0) store<u64>(account, load<u64>(account) - <u64>mem_size(address));
  mem_release(address);
}

/** The largest size that costs the allocator no more than `bytes` does. */
export function fullSize(bytes: u32): u32 {
  const total = bytes + HEADER;
  if (total > MAX_SMALL) return ((total + PAGE - 1) & ~(PAGE - 1)) - HEADER;
  if (total <= 256) return ((total + 63) & ~63) - HEADER;
  const step: u32 = 1 << (31 - clz(total - 1) - 2);
  return ((total + step - 1) & ~(step - 1)) - HEADER;
}

/**
 * Makes the buffer whose address stands at `field` at least `needed` bytes: a copy of its first `used` bytes in a new
 * buffer, since the old one may be shared. It doubles, but not beyond `limit` unless that many are needed.
 */
export function ensure(account: usize, field: usize, used: u32, needed: u32, limit: u32): void {
  const old = <usize>load<u32>(field);
  const have: u32 = old == 0 ? 0 : mem_size(old);
  if (old != 0 && have >= needed) return;
  const wanted = max<u32>(needed, min<u32>(have > 0x40000000 ? needed : have << 1, limit));
  const grown = allocate(account, min<u32>(fullSize(wanted), max<u32>(limit, needed)));
  if (used > 0) memory.copy(grown, old, <usize>used);
  free(account, old);
  store<u32>(field, <u32>grown);
}

/** As `ensure`, and what is behind `used` is zero. */
export function ensureZeroed(account: usize, field: usize, used: u32, needed: u32): void {
  const old = <usize>load<u32>(field);
  if (old != 0 && mem_size(old) >= needed) return;
  ensure(account, field, used, needed, 0xffffffff);
  const grown = <usize>load<u32>(field);
  memory.fill(grown + <usize>used, 0, <usize>(mem_size(grown) - used));
}

/** Gives back what a buffer has beyond `used` bytes, where that is worth a copy. */
export function shrink(account: usize, field: usize, used: u32): void {
  const old = <usize>load<u32>(field);
  if (old == 0 || mem_size(old) - used <= used >> 4) return;
  const fitting = allocate(account, used);
  memory.copy(fitting, old, <usize>used);
  free(account, old);
  store<u32>(field, <u32>fitting);
}

/** A buffer that only the ticks use is too large to be kept beside the state that it serves. */
export function isExcessive(account: usize, buffer: usize): bool {
  return mem_size(buffer) > 4096 && <u64>mem_size(buffer) << 4 > load<u64>(account);
}
