import {allocate, allocateZeroed, free} from '../state/buffer';
import {rowAt} from '../state/directory';
import {rowsEqual} from './equal';
import {hash_columns} from './hash';

/** Rows that are remembered at once: 32 KiB, so that looking them up stays in the first cache. */
const REMEMBERED: u32 = 4096;
const NO_ROW: u32 = 0xffffffff;

/**
 * Merges equal rows among rows[0 … n) (absent: all) of a batch of at most 8,192 rows: into `outRows` (u32) those that stay, in their
 * order, and into `outWeights`, i64 by physical row, their weights (`weights` absent: 1 a row). Not every pair is found: a row
 * forgets another that hashes to the same place. How many stay; 0 if a weight would overflow.
 */
export function merge_rows(
  columns: usize, width: u32, rows: usize, n: u32, weights: usize, outRows: usize, outWeights: usize,
): u32 {
  const scratch = allocate(0, n * 17);
  const hashes = scratch + (<usize>n << 3);
  const firsts = hashes + (<usize>n << 2);
  const mask = firsts + (<usize>n << 2);
  hash_columns(columns, 0, width, rows, n, 1, scratch, hashes);
  findFirsts(hashes, rows, n, firsts, mask);
  // The batch as a directory of one.
  const directory = allocate(0, 4);
  store<u32>(directory, <u32>columns);
  rowsEqual(columns, 0, rows, directory, 0, firsts, width, <usize>n, true, mask);
  free(0, directory);
  let count: u32 = 0;
  for (let i: usize = 0; i < <usize>n; i++) {
    const row = rowAt(rows, i);
    const weight = weights == 0 ? 1 : load<i64>(weights + (<usize>row << 3));
    if (load<u8>(mask + i) == 0) {
      store<u32>(outRows + (<usize>count << 2), row);
      store<i64>(outWeights + (<usize>row << 3), weight);
      count++;
      continue;
    }
    const at = outWeights + (<usize>load<u32>(firsts + (i << 2)) << 3);
    const old = load<i64>(at);
    const sum = old + weight;
    if (((old ^ sum) & (weight ^ sum)) < 0) {
      count = 0;
      break;
    }
    store<i64>(at, sum);
  }
  free(0, scratch);
  return count;
}

/** For each row an earlier one with the same hash that stays (mask 1), if one is remembered. */
function findFirsts(hashes: usize, rows: usize, n: u32, firsts: usize, mask: usize): void {
  // u64 slots: the hash below, the row + 1 above.
  const slots = allocateZeroed(0, REMEMBERED << 3);
  for (let i: usize = 0; i < <usize>n; i++) {
    const hash = load<u32>(hashes + (i << 2));
    const slot = slots + (<usize>(hash & (REMEMBERED - 1)) << 3);
    const there = load<u64>(slot);
    const same = there != 0 && <u32>there == hash;
    store<u8>(mask + i, <u8>same);
    store<u32>(firsts + (i << 2), same ? <u32>(there >> 32) - 1 : NO_ROW);
    if (!same) store<u64>(slot, (<u64>(rowAt(rows, i) + 1) << 32) | <u64>hash);
  }
  free(0, slots);
}
