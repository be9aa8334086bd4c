import {BYTES, columnAt, isPlain, isValid, offsets, physical, validity} from '../layout';
import {allocate, free} from '../state/buffer';
import {SEGMENT_MASK, SEGMENT_SHIFT, columnsOf} from '../state/directory';
import {compareKey, keyPrefix, prefixIsExact, textPrefix} from './prefix';

// Sorts row references by several keys, stably. Each row gets the 64-bit prefix of a key; rows are put in order of the
// prefixes (by radix, or by merging when there are few). Where prefixes are equal: text by its next 8 bytes, others by the next
// key if the prefix is all of the value, else by comparing the values.
//
// While sorting a row is an item of 16 bytes: prefix u64, reference u32, 0.

const FEW: u32 = 48;
const RADIX_FROM: u32 = 512;

/**
 * Puts rows[0 … n), references into `directory`, in the order of `keys` ({column u32, flags u32}[]): as items at `items`, each with
 * its first key's prefix, which merge-runs.ts goes by.
 */
export function sort_run(directory: usize, rows: usize, n: u32, keys: usize, keyCount: u32, items: usize): void {
  for (let i: usize = 0; i < <usize>n; i++) {
    store<u64>(items + (i << 4), 0);
    store<u64>(items + (i << 4), <u64>load<u32>(rows + (i << 2)), 8);
  }
  if (n < 1 || keyCount == 0) return;
  const scratch = allocate(0, n << 4);
  sortItems(directory, items, scratch, n, keys, keyCount, 0);
  free(0, scratch);
  const column = load<u32>(keys);
  const flags = load<u32>(keys, 4);
  for (let i: usize = 0; i < <usize>n; i++) {
    const reference = load<u32>(items + (i << 4), 8);
    const source = columnAt(columnsOf(directory, reference), column);
    store<u64>(items + (i << 4), keyPrefix(source, <usize>(reference & SEGMENT_MASK), flags));
  }
}

/** `depth`: text is known to agree in so many bytes, and to have them. */
function sortItems(directory: usize, items: usize, scratch: usize, n: u32, keys: usize, keyCount: u32, depth: usize): void {
  const column = load<u32>(keys);
  const flags = load<u32>(keys, 4);
  let nulls = false;
  for (let i: usize = 0; i < <usize>n; i++) {
    const item = items + (i << 4);
    const reference = load<u32>(item, 8);
    const source = columnAt(columnsOf(directory, reference), column);
    const row = <usize>(reference & SEGMENT_MASK);
    nulls = nulls || !isValid(validity(source), row);
    store<u64>(item, depth == 0 ? keyPrefix(source, row, flags) : textPrefix(source, row, flags, depth));
  }
  sortByPrefix(items, scratch, n);

  const first = columnAt(columnsOf(directory, load<u32>(items, 8)), column);
  const kind = physical(first);
  const isText = kind == BYTES && isPlain(first);
  const exact = !nulls && prefixIsExact(kind);
  if (exact && keyCount == 1) return;
  let start: u32 = 0;
  while (start < n) {
    const prefix = load<u64>(items + (<usize>start << 4));
    let end = start + 1;
    while (end < n && load<u64>(items + (<usize>end << 4)) == prefix) end++;
    const run = items + (<usize>start << 4);
    const length = end - start;
    if (length > 1) {
      if (exact) sortItems(directory, run, scratch, length, keys + 8, keyCount - 1, 0);
      else if (isText && length > FEW && reaches(directory, run, length, column, depth + 8)) {
        sortItems(directory, run, scratch, length, keys, keyCount, depth + 8);
      } else mergeSort(directory, run, scratch, length, keys, keyCount);
    }
    start = end;
  }
}

/** Every text of the run has more than `depth` bytes (and none is null). */
function reaches(directory: usize, items: usize, n: u32, column: u32, depth: usize): bool {
  for (let i: usize = 0; i < <usize>n; i++) {
    const reference = load<u32>(items + (i << 4), 8);
    const source = columnAt(columnsOf(directory, reference), column);
    const row = <usize>(reference & SEGMENT_MASK);
    const at = offsets(source) + (row << 2);
    if (!isValid(validity(source), row) || <usize>(load<u32>(at, 4) - load<u32>(at)) <= depth) return false;
  }
  return true;
}

function sortByPrefix(items: usize, scratch: usize, n: u32): void {
  if (n < RADIX_FROM) mergeByPrefix(items, scratch, n);
  else radixSort(items, scratch, n);
}

// @ts-ignore: decorator
@inline
function copyItem(to: usize, from: usize): void {
  v128.store(to, v128.load(from));
}

/** Least significant byte first; a byte in which all prefixes agree costs nothing. */
function radixSort(items: usize, scratch: usize, n: u32): void {
  const counts = allocate(0, 8 * 1024);
  memory.fill(counts, 0, 8 * 1024);
  for (let i: usize = 0; i < <usize>n; i++) {
    let prefix = load<u64>(items + (i << 4));
    for (let byte: usize = 0; byte < 8; byte++) {
      const at = counts + (byte << 10) + (<usize>(prefix & 255) << 2);
      store<u32>(at, load<u32>(at) + 1);
      prefix >>= 8;
    }
  }
  let from = items;
  let to = scratch;
  for (let byte: usize = 0; byte < 8; byte++) {
    const own = counts + (byte << 10);
    const shift = <u64>byte << 3;
    if (load<u32>(own + (<usize>((load<u64>(from) >> shift) & 255) << 2)) == n) continue;
    let sum: u32 = 0;
    for (let at = own; at < own + 1024; at += 4) {
      const count = load<u32>(at);
      store<u32>(at, sum);
      sum += count;
    }
    for (let i: usize = 0; i < <usize>n; i++) {
      const item = from + (i << 4);
      const at = own + (<usize>((load<u64>(item) >> shift) & 255) << 2);
      const place = load<u32>(at);
      store<u32>(at, place + 1);
      copyItem(to + (<usize>place << 4), item);
    }
    const other = from;
    from = to;
    to = other;
  }
  if (from != items) memory.copy(items, from, <usize>n << 4);
  free(0, counts);
}

function insertByPrefix(items: usize, n: u32): void {
  for (let i: u32 = 1; i < n; i++) {
    const item = v128.load(items + (<usize>i << 4));
    const prefix = load<u64>(items + (<usize>i << 4));
    let at = items + (<usize>i << 4);
    while (at > items && load<u64>(at - 16) > prefix) {
      copyItem(at, at - 16);
      at -= 16;
    }
    v128.store(at, item);
  }
}

function mergeByPrefix(items: usize, scratch: usize, n: u32): void {
  for (let start: u32 = 0; start < n; start += FEW) {
    insertByPrefix(items + (<usize>start << 4), min(FEW, n - start));
  }
  let from = items;
  let to = scratch;
  for (let run = FEW; run < n; run <<= 1) {
    for (let start: u32 = 0; start < n; start += run << 1) {
      const middle = min(start + run, n);
      const end = min(start + (run << 1), n);
      let a = from + (<usize>start << 4);
      let b = from + (<usize>middle << 4);
      const endA = b;
      const endB = from + (<usize>end << 4);
      let out = to + (<usize>start << 4);
      while (a < endA && b < endB) {
        const first = load<u64>(a) <= load<u64>(b);
        copyItem(out, first ? a : b);
        if (first) a += 16;
        else b += 16;
        out += 16;
      }
      memory.copy(out, a, endA - a);
      memory.copy(out + (endA - a), b, endB - b);
    }
    const other = from;
    from = to;
    to = other;
  }
  if (from != items) memory.copy(items, from, <usize>n << 4);
}

export function compareItems(directory: usize, a: usize, b: usize, keys: usize, keyCount: u32): i32 {
  const x = load<u32>(a, 8);
  const y = load<u32>(b, 8);
  const columnsX = columnsOf(directory, x);
  const columnsY = columnsOf(directory, y);
  for (let i: u32 = 0; i < keyCount; i++) {
    const key = keys + (<usize>i << 3);
    const column = load<u32>(key);
    const compared = compareKey(
      columnAt(columnsX, column), <usize>(x & SEGMENT_MASK), columnAt(columnsY, column), <usize>(y & SEGMENT_MASK), load<u32>(key, 4),
    );
    if (compared != 0) return compared;
  }
  return 0;
}

function mergeSort(directory: usize, items: usize, scratch: usize, n: u32, keys: usize, keyCount: u32): void {
  const few: u32 = 8;
  for (let start: u32 = 0; start < n; start += few) {
    const end = min(start + few, n);
    for (let i = start + 1; i < end; i++) {
      const item = v128.load(items + (<usize>i << 4));
      copyItem(scratch, items + (<usize>i << 4));
      let at = i;
      while (at > start && compareItems(directory, items + (<usize>(at - 1) << 4), scratch, keys, keyCount) > 0) {
        copyItem(items + (<usize>at << 4), items + (<usize>(at - 1) << 4));
        at--;
      }
      v128.store(items + (<usize>at << 4), item);
    }
  }
  let from = items;
  let to = scratch;
  for (let run = few; run < n; run <<= 1) {
    for (let start: u32 = 0; start < n; start += run << 1) {
      const middle = min(start + run, n);
      const end = min(start + (run << 1), n);
      let a = from + (<usize>start << 4);
      let b = from + (<usize>middle << 4);
      const endA = b;
      const endB = from + (<usize>end << 4);
      let out = to + (<usize>start << 4);
      while (a < endA && b < endB) {
        const first = compareItems(directory, a, b, keys, keyCount) <= 0;
        copyItem(out, first ? a : b);
        if (first) a += 16;
        else b += 16;
        out += 16;
      }
      memory.copy(out, a, endA - a);
      memory.copy(out + (endA - a), b, endB - b);
    }
    const other = from;
    from = to;
    to = other;
  }
  if (from != items) memory.copy(items, from, <usize>n << 4);
}

/** References to the rows of batch number `batch` that count and have a positive weight, at `out`; how many. */
export function sort_collect(batch: u32, selection: usize, n: u32, weights: usize, out: usize): u32 {
  let count: u32 = 0;
  for (let i: u32 = 0; i < n; i++) {
    const row = selection == 0 ? i : load<u32>(selection + (<usize>i << 2));
    store<u32>(out + (<usize>count << 2), (batch << SEGMENT_SHIFT) | row);
    count += <u32>(weights == 0 || load<i64>(weights + (<usize>row << 3)) > 0);
  }
  return count;
}

/**
 * The next rows [offset, end) of rows[0 … n), each counted as often as its weight says (`weights`: a directory of int64[], entries
 * 0: 1), at most `capacity`, at `out`; how many. `state`: u32 position in the list, 0, i64 rows passed; zero at first.
 */
export function sort_window(rows: usize, n: u32, weights: usize, offset: i64, end: i64, state: usize, out: usize, capacity: u32): u32 {
  let at = load<u32>(state);
  let passed = load<i64>(state, 8);
  let count: u32 = 0;
  while (at < n && count < capacity && passed < end) {
    const reference = load<u32>(rows + (<usize>at << 2));
    const own = <usize>load<u32>(weights + (<usize>(reference >> SEGMENT_SHIFT) << 2));
    const weight = own == 0 ? 1 : load<i64>(own + (<usize>(reference & SEGMENT_MASK) << 3));
    // What of this row is given out: copies from … to - 1 of it. 0, 12: those that are already.
    const done = <i64>load<u32>(state, 4);
    const from = max(passed + done, offset);
    const to = min(passed > i64.MAX_VALUE - weight ? i64.MAX_VALUE : passed + weight, end);
    const take = min(max(to - from, 0), <i64>(capacity - count));
    for (let i: i64 = 0; i < take; i++, count++) store<u32>(out + (<usize>count << 2), reference);
    if (from + take < to) {
      store<u32>(state, <u32>(from + take - passed), 4);
      break;
    }
    store<u32>(state, 0, 4);
    passed = to;
    at++;
  }
  store<u32>(state, at);
  store<i64>(state, passed, 8);
  return count;
}
