import type {Batch} from '../../../columnar/batch.ts';
import {withWeights} from '../../../columnar/batch-rows.ts';
import {weightsFrom} from '../../../columnar/builder.ts';
import {selectedRows, weightOf} from '../../../columnar/datum-access.ts';
import type {Vector} from '../../../columnar/vector.ts';
import {conformBatch, type MissingValues} from '../../../columnar/widen.ts';
import {Arrangement, type Snapshot} from '../../../dataflow/arrangement/arrangement.ts';

/**
 * How many of each of the (dense, distinct) rows an earlier snapshot of the table has. Only the segments that have changed
 * since are looked through: a transaction may ask at each of its statements. `missing`: of columns that have come since.
 */
export function weightsInSnapshot(
  earlier: Snapshot,
  now: Arrangement,
  rows: Batch,
  missing: MissingValues,
): readonly bigint[] {
  const {memory} = rows;
  const present = now.snapshot();
  const former = earlier.batches.map(batch => conformBatch(batch, now.schema, missing));
  const wanted = new Arrangement(memory, now.schema, []);
  try {
    const found = now.weightsOf(rows);
    const sums = Array.from({length: rows.length}, (_, row) => memory.i64[(found >>> 3) + row]);
    memory.release(found);
    const numbered = withWeights(
      rows,
      weightsFrom(
        memory,
        sums.map((_, row) => BigInt(row + 1)),
      ),
    );
    wanted.append(numbered);
    numbered.release();
    const add = (batches: readonly Batch[], sign: 1n | -1n): void => {
      for (const batch of batches) {
        for (const {row, weight} of occurrences(wanted, batch)) sums[row] += sign * weight;
      }
    };
    add(without(present.batches, former), -1n);
    add(without(former, present.batches), 1n);
    return sums;
  } finally {
    wanted.close();
    for (const batch of former) batch.release();
    present.release();
  }
}

/** Where the batch has rows of `wanted`, whose weights there are their numbers from 1 on. */
function* occurrences(wanted: Arrangement, batch: Batch): Generator<{readonly row: number; readonly weight: bigint}> {
  const {memory} = batch;
  const numbers = wanted.weightsOf(batch);
  let i = 0;
  for (const place of selectedRows(batch)) {
    const number = memory.i64[(numbers >>> 3) + i++];
    if (number > 0n) yield {row: Number(number) - 1, weight: weightOf(batch, place)};
  }
  memory.release(numbers);
}

/** Segments are appended to, and what a snapshot holds of them stays as it is: what lies in the same place is the same. */
function without(batches: readonly Batch[], others: readonly Batch[]): readonly Batch[] {
  const places = new Set(others.map(placeOf));
  return batches.filter(batch => !places.has(placeOf(batch)));
}

function placeOf({length, weights, columns}: Batch): string {
  return [length, weights, ...columns.map(vectorPlace)].join();
}

function vectorPlace({values, offsets, validity, children}: Vector): string {
  return `${values} ${offsets} ${validity} (${children.map(vectorPlace).join()})`;
}
