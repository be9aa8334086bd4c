// Allocator over linear memory. All its state is in the memory itself, at the start of the heap, so that every
// instance of the module over one shared memory, whichever thread it is on, sees the same heap.
//
// Small blocks (header and payload ≤ 32 KiB) come in size classes four to a power of two, carved out of 64 KiB pages
// and kept on one free list a class. Larger blocks are spans of whole pages with boundary tags: freed neighbours
// merge, and a span is found in bins by the logarithm of its length. Pages of free small blocks become spans again only
// when there is no other memory.
//
// Block: 64 bytes of header {bytes asked u32, class or ~0 for a span u32, references i32, next free u32}, then the payload,
// 64-byte aligned. `address` always means the payload.

const HEADER: usize = 64;
const PAGE: usize = 65536;
const MAX_SMALL: usize = 32768;
const CLASSES: i32 = 40;
const SPAN: u32 = 0xffffffff;

// State at BASE: lock, initialised, live bytes u64, live buffers, bump pointer/limit, free lists, bins, page tags.
// @ts-ignore: decorator
@inline function base(): usize { return (__heap_base + 63) & ~63; }
const LOCK: usize = 0;
const READY: usize = 4;
const LIVE_BYTES: usize = 8;
const LIVE_BUFFERS: usize = 16;
const FIRST_PAGE: usize = 20;
const END_PAGE: usize = 24;
const FREE: usize = 64; // u32[CLASSES]
const BINS: usize = FREE + 4 * 64; // u32[17]: first page of the first free span, 0 = none
const TAGS: usize = BINS + 4 * 32; // u32[65537] a page: at a span's first and last page, length << 1 | free
const NEXT: usize = TAGS + 4 * 65540; // u32[65536]
const PREV: usize = NEXT + 4 * 65536; // u32[65536]
const STATE_END: usize = PREV + 4 * 65536;

function lock(): void {
  while (atomic.cmpxchg<i32>(base() + LOCK, 0, 1) != 0) {}
}

function unlock(): void {
  atomic.store<i32>(base() + LOCK, 0);
}

/** Idempotent; the first caller lays out the heap. */
export function mem_init(): void {
  // The state may reach past the initial memory.
  const needed: i32 = <i32>((base() + STATE_END + PAGE - 1) / PAGE);
  if (memory.size() < needed) memory.grow(needed - memory.size());
  lock();
  if (load<i32>(base() + READY) == 0) {
    const first = <u32>((base() + STATE_END + PAGE - 1) / PAGE);
    store<u32>(base() + FIRST_PAGE, first);
    store<u32>(base() + END_PAGE, first);
    store<i32>(base() + READY, 1);
  }
  unlock();
}

// @ts-ignore: decorator
@inline function tag(page: u32): usize { return base() + TAGS + (<usize>page << 2); }
// @ts-ignore: decorator
@inline function next(page: u32): usize { return base() + NEXT + (<usize>page << 2); }
// @ts-ignore: decorator
@inline function prev(page: u32): usize { return base() + PREV + (<usize>page << 2); }
// @ts-ignore: decorator
@inline function bin(pages: u32): usize { return base() + BINS + (<usize>(31 - clz(pages)) << 2); }

function setTags(page: u32, pages: u32, free: u32): void {
  store<u32>(tag(page), (pages << 1) | free);
  store<u32>(tag(page + pages - 1), (pages << 1) | free);
}

function linkSpan(page: u32, pages: u32): void {
  setTags(page, pages, 1);
  const head = bin(pages);
  const old = load<u32>(head);
  store<u32>(next(page), old);
  store<u32>(prev(page), 0);
  if (old != 0) store<u32>(prev(old), page);
  store<u32>(head, page);
}

function unlinkSpan(page: u32, pages: u32): void {
  const n = load<u32>(next(page));
  const p = load<u32>(prev(page));
  if (p != 0) store<u32>(next(p), n);
  else store<u32>(bin(pages), n);
  if (n != 0) store<u32>(prev(n), p);
}

/** First page of a span of `pages` pages, taken from the bins or by growing the memory; 0 = exhausted. */
function takeSpan(pages: u32): u32 {
  const page = findSpan(pages);
  if (page != 0 || !reclaimPages()) return page;
  return findSpan(pages);
}

function findSpan(pages: u32): u32 {
  let index: u32 = 31 - clz(pages);
  for (; index < 17; index++) {
    let page = load<u32>(base() + BINS + (<usize>index << 2));
    while (page != 0) {
      const have = load<u32>(tag(page)) >> 1;
      if (have >= pages) {
        unlinkSpan(page, have);
        if (have > pages) linkSpan(page + pages, have - pages);
        setTags(page, pages, 0);
        return page;
      }
      page = load<u32>(next(page));
    }
  }
  return growSpan(pages);
}

function growSpan(pages: u32): u32 {
  let start = load<u32>(base() + END_PAGE);
  // A free span at the end is the beginning of the new one.
  if (start > load<u32>(base() + FIRST_PAGE)) {
    const last = load<u32>(tag(start - 1));
    if (last & 1) {
      const have = last >> 1;
      start -= have;
      unlinkSpan(start, have);
      setTags(start, have, 0);
    }
  }
  const end = start + pages;
  // Grow ahead by an eighth: growing is a system call, and every thread's views must be made anew.
  const have = <u32>memory.size();
  if (end > have) {
    const need = end - have;
    const ahead = max<u32>(need, min<u32>(have >> 3, 1024));
    if (have + need > 65536) return giveBack(start);
    if (have + ahead > 65536 || memory.grow(<i32>ahead) < 0) {
      if (memory.grow(<i32>need) < 0) return giveBack(start);
    }
  }
  const oldEnd = load<u32>(base() + END_PAGE);
  store<u32>(base() + END_PAGE, max<u32>(end, oldEnd));
  setTags(start, pages, 0);
  return start;
}

function giveBack(start: u32): u32 {
  const end = load<u32>(base() + END_PAGE);
  if (start < end) linkSpan(start, end - start);
  return 0;
}

function freeSpan(page: u32, pages: u32): void {
  if (page > load<u32>(base() + FIRST_PAGE)) {
    const before = load<u32>(tag(page - 1));
    if (before & 1) {
      unlinkSpan(page - (before >> 1), before >> 1);
      page -= before >> 1;
      pages += before >> 1;
    }
  }
  if (page + pages < load<u32>(base() + END_PAGE)) {
    const after = load<u32>(tag(page + pages));
    if (after & 1) {
      unlinkSpan(page + pages, after >> 1);
      pages += after >> 1;
    }
  }
  linkSpan(page, pages);
}

/** Class of a block of `size` bytes, header included: 64-byte steps up to 256, then four steps to a power of two. */
function classOf(size: u32): u32 {
  if (size <= 256) return (size + 63) / 64 - 1;
  const power = 31 - clz(size - 1); // 2^power < size ≤ 2^(power + 1)
  const step: u32 = 1 << (power - 2);
  return 4 + (power - 8) * 4 + (size - 1 - (1 << power)) / step;
}

function classSize(index: u32): u32 {
  if (index < 4) return (index + 1) * 64;
  const power = 8 + (index - 4) / 4;
  return (1 << power) + (((index - 4) & 3) + 1) * (1 << (power - 2));
}

function takeSmall(index: u32): usize {
  const list = base() + FREE + (<usize>index << 2);
  let block = <usize>load<u32>(list);
  if (block == 0) {
    const page = takeSpan(1);
    if (page == 0) return 0;
    const size = <usize>classSize(index);
    const start = <usize>page * PAGE;
    for (let at = start; at + size <= start + PAGE; at += size) {
      store<u32>(at, <u32>block, 12);
      block = at;
    }
  }
  store<u32>(list, load<u32>(block, 12));
  return block;
}

/**
 * Pages of small blocks that are all free become spans again; false if there was none. A walk over every free block, so
 * only done when the memory is exhausted: what small blocks have taken once would never serve a large one otherwise.
 * A page in use has no neighbours in a bin: its `next` counts its free blocks, its `prev` those taken off the list.
 */
function reclaimPages(): bool {
  let found = false;
  for (let index: u32 = 0; index < <u32>CLASSES; index++) {
    const list = base() + FREE + (<usize>index << 2);
    const full = <u32>(PAGE / <usize>classSize(index));
    for (let block = load<u32>(list); block != 0; block = load<u32>(<usize>block, 12)) {
      store<u32>(next(block / <u32>PAGE), 0);
      store<u32>(prev(block / <u32>PAGE), 0);
    }
    for (let block = load<u32>(list); block != 0; block = load<u32>(<usize>block, 12)) {
      const count = next(block / <u32>PAGE);
      store<u32>(count, load<u32>(count) + 1);
    }
    // Where the address of the next block that stays is to be written.
    let link = list;
    for (let block = load<u32>(list), after: u32 = 0; block != 0; block = after) {
      after = load<u32>(<usize>block, 12);
      const page = block / <u32>PAGE;
      if (load<u32>(next(page)) != full) {
        store<u32>(link, block);
        link = <usize>block + 12;
        continue;
      }
      const taken = load<u32>(prev(page)) + 1;
      store<u32>(prev(page), taken);
      if (taken < full) continue;
      freeSpan(page, 1);
      found = true;
    }
    store<u32>(link, 0);
  }
  return found;
}

/** An uninitialised buffer of `bytes` bytes with one reference; 0 when the memory is exhausted. */
export function mem_alloc(bytes: u32): usize {
  const size = <usize>bytes + HEADER;
  if (size < HEADER) return 0;
  lock();
  let block: usize;
  let kind: u32;
  if (size <= MAX_SMALL) {
    kind = classOf(<u32>size);
    block = takeSmall(kind);
  } else {
    kind = SPAN;
    block = <usize>takeSpan(<u32>((size + PAGE - 1) / PAGE)) * PAGE;
  }
  if (block == 0) {
    unlock();
    return 0;
  }
  store<u32>(block, bytes);
  store<u32>(block, kind, 4);
  store<i32>(block, 1, 8);
  store<u64>(base() + LIVE_BYTES, load<u64>(base() + LIVE_BYTES) + <u64>bytes);
  store<u32>(base() + LIVE_BUFFERS, load<u32>(base() + LIVE_BUFFERS) + 1);
  unlock();
  return block + HEADER;
}

export function mem_retain(address: usize): void {
  atomic.add<i32>(address - HEADER + 8, 1);
}

/** Gives back one reference; the last one frees the buffer. */
export function mem_release(address: usize): void {
  const block = address - HEADER;
  if (atomic.sub<i32>(block + 8, 1) > 1) return;
  lock();
  const bytes = load<u32>(block);
  const kind = load<u32>(block, 4);
  store<u64>(base() + LIVE_BYTES, load<u64>(base() + LIVE_BYTES) - <u64>bytes);
  store<u32>(base() + LIVE_BUFFERS, load<u32>(base() + LIVE_BUFFERS) - 1);
  if (kind == SPAN) {
    freeSpan(<u32>(block / PAGE), <u32>((<usize>bytes + HEADER + PAGE - 1) / PAGE));
  } else {
    const list = base() + FREE + (<usize>kind << 2);
    store<u32>(block, load<u32>(list), 12);
    store<u32>(list, <u32>block);
  }
  unlock();
}

/** References held to a buffer, for tests. */
export function mem_references(address: usize): i32 {
  return atomic.load<i32>(address - HEADER + 8);
}

/** Bytes a buffer was allocated with. */
export function mem_size(address: usize): u32 {
  return load<u32>(address - HEADER);
}

export function mem_live_bytes(): u32 {
  return <u32>load<u64>(base() + LIVE_BYTES);
}

export function mem_live_buffers(): u32 {
  return load<u32>(base() + LIVE_BUFFERS);
}

/** Pages of the memory as it is now, whichever thread has grown it. */
export function mem_pages(): u32 {
  return memory.size();
}
