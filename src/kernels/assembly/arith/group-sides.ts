// What a tick changes in the output of a group-by.

import {valuesEqual} from '../hash/equal';
import {columnAt} from '../layout';

/**
 * Groups 0 … n - 1 before and after a tick: their results (columns `before` and `after`, `width` each) and the weights of their
 * rows (int64, 0 = every group exists). Writes into `out` (uint32[n]) the groups whose row goes, and behind n lanes of it
 * (uint32[n] more) those whose row comes: a group whose row stays as it is, in every bit, is in neither. Returns the number
 * of the first in the lower 16 bits, of the second in the upper. A group exists where its weight is above zero. `compare`
 * 0: rows that stay are in both. n ≤ 8192.
 */
export function group_sides(
  before: usize, after: usize, width: u32, weightsBefore: usize, weightsAfter: usize, n: u32, compare: u32, out: usize,
): u32 {
  let going: u32 = 0;
  let coming: u32 = 0;
  const arrivals = out + (<usize>n << 2);
  for (let i: u32 = 0; i < n; i++) {
    const was = weightsBefore == 0 || load<i64>(weightsBefore + (<usize>i << 3)) > 0;
    const is = weightsAfter == 0 || load<i64>(weightsAfter + (<usize>i << 3)) > 0;
    if (was && is && compare != 0 && same(before, after, width, i)) continue;
    store<u32>(out + (<usize>going << 2), i);
    going += <u32>was;
    store<u32>(arrivals + (<usize>coming << 2), i);
    coming += <u32>is;
  }
  return going | (coming << 16);
}

function same(before: usize, after: usize, width: u32, row: u32): bool {
  for (let c: u32 = 0; c < width; c++) {
    if (!valuesEqual(columnAt(before, c), row, columnAt(after, c), row, true)) return false;
  }
  return true;
}
