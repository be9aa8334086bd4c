import {compact} from '../../../columnar/batch-rows.ts';
import {takeBatch, withWeights} from '../../../columnar/batch-rows.ts';
import type {Batch} from '../../../columnar/batch.ts';
import {weightsFrom} from '../../../columnar/builder.ts';
import {retainVector} from '../../../columnar/vector-references.ts';
import type {Schema} from '../../../types/schema.ts';
import type {PlainBatch} from '../messages.ts';

/** `width` columns of a batch from column `first` on, under another schema. Shares everything; a reference of its own. */
export function columnsFrom(batch: Batch, schema: Schema, first: number): Batch {
  return batch.pick(
    schema,
    schema.map((_, i) => first + i),
  );
}

/** Without a selection; takes the reference. */
export function dense(batch: Batch): Batch {
  const compacted = compact(batch);
  batch.release();
  return compacted;
}

/** These physical rows of a dense batch, with these weights. */
export function pickRows(batch: Batch, rows: readonly number[], weights: readonly bigint[]): Batch {
  const {memory} = batch;
  const places = memory.alloc(Math.max(4, rows.length * 4));
  memory.u32.set(rows, places >>> 2);
  const taken = takeBatch(batch, places, rows.length);
  memory.release(places);
  const weighted = withWeights(taken, weightsFrom(memory, weights));
  taken.release();
  return weighted;
}

/** The columns of `left`, then those of `right`, which has the same rows. Both dense; the weights are those of `left`. */
export function besides(left: Batch, right: Batch, schema: Schema): Batch {
  const {memory} = left;
  return left.withColumns(
    schema,
    [...left.columns, ...right.columns].map(column => retainVector(memory, column)),
  );
}

/** A batch for another thread: each of its addresses carries a reference of its own. Takes the reference. */
export function transferBatch(batch: Batch): PlainBatch {
  const {schema, length, weights, selection, selected, memory} = batch;
  const columns = batch.columns.map(column => retainVector(memory, column));
  if (weights !== 0) memory.retain(weights);
  if (selection !== 0) memory.retain(selection);
  batch.release();
  return {schema, length, columns, weights, selection, selected};
}
