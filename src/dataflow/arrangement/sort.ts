import {Batch, MAX_BATCH_ROWS} from '../../columnar/batch.ts';
import {describeColumns} from '../../columnar/descriptor.ts';
import type {Address, Memory} from '../../kernels/memory.ts';
import type {SortKey} from '../../plan/physical.ts';
import {columnList, gatherRows} from './row-store.ts';
import {sortKeyWords} from './sort-keys.ts';

const LARGEST = 2n ** 63n - 1n;

/**
 * The rows of `batches` (of one schema) in the order of `keys` (stable), rows [offset, offset + limit) of them, as fresh
 * batches without weights: a row of weight 3 stands three times, one of weight ≤ 0 not at all. The inputs are not released.
 */
export function sortBatches(
  memory: Memory,
  batches: readonly Batch[],
  keys: readonly SortKey[],
  limit: number | bigint | null = null,
  offset: number | bigint = 0,
): Batch[] {
  if (batches.length === 0) return [];
  const {kernels} = memory;
  const descriptors = batches.map(batch => describeColumns(memory, batch.columns));
  const directory = columnList(memory, descriptors);
  const weights = columnList(
    memory,
    batches.map(batch => batch.weights),
  );
  const order = columnList(memory, sortKeyWords(keys));
  const rows = memory.alloc(batches.reduce((sum, batch) => sum + batch.selected, 0) * 4);
  try {
    let count = 0;
    batches.forEach((batch, i) => {
      count += kernels.sort_collect(i, batch.selection, batch.selected, batch.weights, rows + count * 4);
    });
    kernels.sort_rows(directory, rows, count, order, keys.length);
    return cut(
      memory,
      batches[0],
      {directory, weights, rows, count},
      BigInt(offset),
      limit === null ? null : BigInt(limit),
    );
  } finally {
    for (const address of [...descriptors, directory, weights, order, rows]) memory.release(address);
  }
}

type Sorted = {
  readonly directory: Address;
  readonly weights: Address;
  readonly rows: Address;
  readonly count: number;
};

/** The window of the sorted rows, in batches. */
function cut(memory: Memory, like: Batch, sorted: Sorted, offset: bigint, limit: bigint | null): Batch[] {
  const types = like.schema.map(column => column.type);
  const all = types.map((_, i) => i);
  const end = limit === null || offset + limit > LARGEST ? LARGEST : offset + limit;
  const state = memory.allocZeroed(16);
  const chunk = memory.alloc(MAX_BATCH_ROWS * 4);
  const result: Batch[] = [];
  for (;;) {
    const {rows, count, weights, directory} = sorted;
    const length = memory.kernels.sort_window(rows, count, weights, offset, end, state, chunk, MAX_BATCH_ROWS);
    if (length === 0) break;
    const columns = gatherRows(memory, directory, types, all, chunk, length);
    result.push(new Batch(memory, {schema: like.schema, length, columns}));
  }
  memory.release(state);
  memory.release(chunk);
  return result;
}
