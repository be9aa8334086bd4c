import type {Batch} from '../columnar/batch.ts';
import {selectedRows, weightOf} from '../columnar/datum-access.ts';

/** How many rows the batch stands for. */
export function totalWeight(batch: Batch): bigint {
  if (batch.weights === 0) return BigInt(batch.selected);
  let total = 0n;
  for (const row of selectedRows(batch)) total += weightOf(batch, row);
  return total;
}
