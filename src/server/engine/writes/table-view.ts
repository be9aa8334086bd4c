import {Batch} from '../../../columnar/batch.ts';
import {readRow, selectedRows} from '../../../columnar/datum-access.ts';
import {releaseVector, retainVector} from '../../../columnar/vector-references.ts';
import type {Arrangement} from '../../../dataflow/arrangement/arrangement.ts';
import type {Datum} from '../../../types/datum.ts';
import {rowIdentity} from './row-text.ts';

/** Whether NULLs equal each other: in all columns, or by column. */
export type NullSafety = boolean | readonly boolean[];

export type FoundRow = {readonly row: readonly Datum[]; readonly weight: bigint};

/** The rows of a table as a transaction sees them: the committed ones and its own deltas. Good between two ticks. */
export class TableView {
  private readonly layers: readonly Arrangement[];

  constructor(committed: Arrangement | null, own: Arrangement | null) {
    this.layers = [committed, own].filter(layer => layer !== null);
  }

  /** How many rows there are under the key of each selected row of `batch`: `columns` of it against `keys` of the table. */
  counts(batch: Batch, columns: readonly number[], keys: readonly number[], nullSafe: NullSafety): readonly bigint[] {
    const counts = new Map<number, bigint>();
    this.eachPair(batch, columns, keys, nullSafe, (probeRow, weight) =>
      counts.set(probeRow, (counts.get(probeRow) ?? 0n) + weight),
    );
    return [...selectedRows(batch)].map(row => counts.get(row) ?? 0n);
  }

  /** The rows under the keys, by physical row of `batch`; those whose weight is above 0. */
  matches(
    batch: Batch,
    columns: readonly number[],
    keys: readonly number[],
    nullSafe: NullSafety,
  ): ReadonlyMap<number, readonly FoundRow[]> {
    const found = new Map<number, Map<string, {row: readonly Datum[]; weight: bigint}>>();
    this.eachPair(batch, columns, keys, nullSafe, (probeRow, weight, row) => {
      let rows = found.get(probeRow);
      if (!rows) found.set(probeRow, (rows = new Map()));
      const values = row();
      const text = rowIdentity(this.layers[0].schema, values);
      const known = rows.get(text);
      if (known) known.weight += weight;
      else rows.set(text, {row: values, weight});
    });
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

  private eachPair(
    batch: Batch,
    columns: readonly number[],
    keys: readonly number[],
    nullSafe: NullSafety,
    visit: (probeRow: number, weight: bigint, row: () => readonly Datum[]) => void,
  ): void {
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
        const all = layer.schema.map((_, i) => i);
        for (const {count, probeRows, storeRows, weights} of reader.probe('after', probe, columns, safe)) {
          for (let i = 0; i < count; i++) {
            visit(memory.u32[(probeRows >>> 2) + i], memory.i64[(weights >>> 3) + i], () => {
              const vectors = reader.gather(all, (storeRows + i * 4) as typeof storeRows, 1);
              const row = readRow(memory, vectors, 0);
              for (const vector of vectors) releaseVector(memory, vector);
              return row;
            });
          }
        }
      }
    } finally {
      probe.release();
    }
  }
}
