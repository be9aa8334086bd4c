import {Batch} from '../../../columnar/batch.ts';
import {readRow, selectedRows} from '../../../columnar/datum-access.ts';
import {releaseVector, retainVector} from '../../../columnar/vector-references.ts';
import type {Arrangement} from '../../../dataflow/arrangement/arrangement.ts';
import type {ArrangementReader, Pairs} from '../../../dataflow/arrangement/reader.ts';
import type {Address} from '../../../kernels/memory.ts';
import type {Datum} from '../../../types/datum.ts';
import {rowIdentity} from './row-text.ts';

/** Whether NULLs equal each other: in all columns, or by column. */
type NullSafety = boolean | readonly boolean[];

export type FoundRow = {readonly row: readonly Datum[]; readonly weight: bigint};

/** The rows of a table as a transaction sees them: the committed ones and its own deltas. Good between two ticks. */
export class TableView {
  private readonly there: Arrangement | null;
  private readonly layers: readonly Arrangement[];

  constructor(committed: Arrangement | null, own: Arrangement | null) {
    this.there = committed;
    this.layers = [committed, own].filter(layer => layer !== null);
  }

  /** Without the transaction's own deltas. */
  get committed(): TableView {
    return new TableView(this.there, null);
  }

  /** How many rows there are under the key of each selected row of `batch`: `columns` of it against `keys` of the table. */
  counts(batch: Batch, columns: readonly number[], keys: readonly number[], nullSafe: NullSafety): readonly bigint[] {
    const {memory} = batch;
    const totals = this.totals(batch, columns, keys, nullSafe);
    const weights = memory.i64;
    const counts = Array.from(selectedRows(batch), row => weights[(totals >>> 3) + row]);
    memory.release(totals);
    return counts;
  }

  /** The same as int64[physical rows of `batch`], fresh. */
  totals(batch: Batch, columns: readonly number[], keys: readonly number[], nullSafe: NullSafety): Address {
    const {memory} = batch;
    const totals = memory.allocZeroed(batch.length * 8);
    try {
      for (const {pairs} of this.pairs(batch, columns, keys, nullSafe)) {
        memory.kernels.weights_add_at(pairs.probeRows, pairs.weights, pairs.count, totals);
      }
      return totals;
    } catch (error) {
      memory.release(totals);
      throw error;
    }
  }

  /** The rows under the keys, by physical row of `batch`; those whose weight is above 0. */
  matches(
    batch: Batch,
    columns: readonly number[],
    keys: readonly number[],
    nullSafe: NullSafety,
  ): ReadonlyMap<number, readonly FoundRow[]> {
    const found = new Map<number, Map<string, {row: readonly Datum[]; weight: bigint}>>();
    const {memory} = batch;
    const all = this.layers[0]?.schema.map((_, i) => i) ?? [];
    for (const {reader, pairs} of this.pairs(batch, columns, keys, nullSafe)) {
      const {count, probeRows, storeRows, weights} = pairs;
      for (let i = 0; i < count; i++) {
        const probeRow = memory.u32[(probeRows >>> 2) + i];
        const weight = memory.i64[(weights >>> 3) + i];
        const vectors = reader.gather(all, (storeRows + i * 4) as Address, 1);
        const row = readRow(memory, vectors, 0);
        for (const vector of vectors) releaseVector(memory, vector);
        let rows = found.get(probeRow);
        if (!rows) found.set(probeRow, (rows = new Map()));
        const text = rowIdentity(reader.schema, row);
        const known = rows.get(text);
        if (known) known.weight += weight;
        else rows.set(text, {row, weight});
      }
    }
    const result = new Map<number, readonly FoundRow[]>();
    for (const [probeRow, rows] of found) {
      const there = [...rows.values()].filter(({weight}) => weight > 0n);
      if (there.length > 0) result.set(probeRow, there);
    }
    return result;
  }

  /** How many of each row of the (dense) batch there are. */
  weightsOf(rows: Batch): readonly bigint[] {
    const sums = new Array<bigint>(rows.length).fill(0n);
    const {memory} = rows;
    for (const layer of this.layers) {
      const weights = layer.weightsOf(rows);
      for (let i = 0; i < rows.length; i++) sums[i] += memory.i64[(weights >>> 3) + i];
      memory.release(weights);
    }
    return sums;
  }

  /** Pairs of a selected row of the batch and a row of a layer under its key, with the latter's weight. */
  private *pairs(
    batch: Batch,
    columns: readonly number[],
    keys: readonly number[],
    nullSafe: NullSafety,
  ): Generator<{readonly reader: ArrangementReader; readonly pairs: Pairs}> {
    const {memory} = batch;
    // Without weights, so that a pair's weight is the stored row's alone.
    const probe = new Batch(memory, {
      schema: batch.schema,
      length: batch.length,
      columns: batch.columns.map(column => retainVector(memory, column)),
    });
    const safe = typeof nullSafe === 'boolean' ? keys.map(() => nullSafe) : nullSafe;
    try {
      for (const layer of this.layers) {
        const reader = layer.index(keys);
        for (const pairs of reader.probe('after', probe, columns, safe)) yield {reader, pairs};
      }
    } finally {
      probe.release();
    }
  }
}
