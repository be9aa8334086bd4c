import {rowEqual, rowsEqual} from '../hash/equal';
import {hash_columns} from '../hash/hash';
import {allocate, free} from './buffer';
import {SEGMENT_MASK, columnsOf, rowAt} from './directory';
import {batchDirectory, ordinalOf, referenceOf, storeAccount, storeAppend, storeDirectory, storeEnd} from './row-store';
import {NONE, slotValue, slotsAddress, slotsInsert, slotsMask} from './slots';

/**
 * Finds the rows rows[0 … n) (absent: 0, 1 …) of a batch in a store that has each row once: column list[c] of the batch (absent:
 * c) against column c. Their references go to `out`; a row that is not there is appended if `insert` (with weight 0), else
 * NONE. Returns how many were appended.
 */
export function resolve(
  t: usize, s: usize, columns: usize, list: usize, width: u32, rows: usize, n: u32, exact: bool, insert: bool, out: usize,
): u32 {
  if (n == 0) return 0;
  const scratch = allocate(0, n * 17);
  const state = scratch;
  const hashes = scratch + (<usize>n << 3);
  const fresh = hashes + (<usize>n << 2);
  const mask = fresh + (<usize>n << 2);
  hash_columns(columns, list, width, rows, n, <u32>exact, state, hashes);
  findCandidates(t, hashes, n, state, mask, out);
  rowsEqual(columns, list, rows, storeDirectory(s), 0, out, width, <usize>n, exact, mask);

  // What is left: rows that are not there, and the rare ones whose hash another row has too.
  const base = storeEnd(s);
  const baseOrdinal = ordinalOf(base);
  let count: u32 = 0;
  for (let i: usize = 0; i < <usize>n; i++) {
    if (load<u8>(mask + i) != 0) continue;
    const row = rowAt(rows, i);
    const hash = load<u32>(hashes + (i << 2));
    let found = findOne(t, s, hash, columns, list, row, width, exact, base, baseOrdinal, fresh);
    if (found == NONE && insert) {
      found = referenceOf(baseOrdinal + count);
      store<u32>(fresh + (<usize>count << 2), row);
      slotsInsert(storeAccount(s), t, hash, found);
      count++;
    }
    store<u32>(out + (i << 2), found);
  }
  if (count > 0) storeAppend(s, batchDirectory(s, columns), list, fresh, count, 0);
  free(0, scratch);
  return count;
}

/** The first row with each hash, whatever its values: mask 1 and the reference, or mask 0. `scratch`: u64 a hash. */
export function findCandidates(t: usize, hashes: usize, n: u32, scratch: usize, maskOut: usize, out: usize): void {
  const mask = slotsMask(t);
  const slots = slotsAddress(t);
  // See slotsFind.
  for (let i: usize = 0; i < <usize>n; i++) {
    const at = load<u32>(hashes + (i << 2)) & mask;
    store<u64>(scratch + (i << 3), load<u64>(slots + (<usize>at << 3)));
  }
  for (let i: usize = 0; i < <usize>n; i++) {
    const hash = load<u32>(hashes + (i << 2));
    let slot = load<u64>(scratch + (i << 3));
    if (slot != 0 && <u32>slot != hash) {
      let at = hash & mask;
      do {
        at = (at + 1) & mask;
        slot = load<u64>(slots + (<usize>at << 3));
      } while (slot != 0 && <u32>slot != hash);
    }
    // An empty slot gives NONE.
    store<u8>(maskOut + i, <u8>(slot != 0));
    store<u32>(out + (i << 2), slotValue(slot));
  }
}

/** References from `base` on are rows of the batch that are yet to be appended: fresh[…] says which. */
function findOne(
  t: usize, s: usize, hash: u32, columns: usize, list: usize, row: u32, width: u32, exact: bool,
  base: u32, baseOrdinal: u32, fresh: usize,
): u32 {
  const mask = slotsMask(t);
  const slots = slotsAddress(t);
  let at = hash & mask;
  let slot = load<u64>(slots + (<usize>at << 3));
  while (slot != 0) {
    if (<u32>slot == hash) {
      const reference = slotValue(slot);
      if (reference >= base) {
        const other = load<u32>(fresh + (<usize>(ordinalOf(reference) - baseOrdinal) << 2));
        if (rowEqual(columns, list, row, columns, list, other, width, exact)) return reference;
      } else if (
        rowEqual(columns, list, row, columnsOf(storeDirectory(s), reference), 0, reference & SEGMENT_MASK, width, exact)
      ) {
        return reference;
      }
    }
    at = (at + 1) & mask;
    slot = load<u64>(slots + (<usize>at << 3));
  }
  return NONE;
}
