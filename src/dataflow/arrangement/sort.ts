import type {Batch} from '../../columnar/batch.ts';
import type {Memory} from '../../kernels/memory.ts';
import type {SortKey} from '../../plan/physical.ts';

/**
 * The rows of `batches` in the order of `keys` (stable), rows [offset, offset + limit) of them, as fresh batches
 * without weights: a row of weight 3 stands three times, one of weight ≤ 0 not at all. The inputs are not released.
 */
export function sortBatches(
  _memory: Memory,
  _batches: readonly Batch[],
  _keys: readonly SortKey[],
  _limit: number | bigint | null = null,
  _offset: number | bigint = 0,
): Batch[] {
  throw new Error('being built');
}
