import {Batch} from '../../columnar/batch.ts';
import {selectRows, withWeights} from '../../columnar/batch-rows.ts';
import {describeColumns} from '../../columnar/descriptor.ts';
import {retainVector} from '../../columnar/vector-references.ts';
import type {Vector} from '../../columnar/vector.ts';
import type {Address} from '../../kernels/memory.ts';
import type {Schema} from '../../types/schema.ts';
import type {SqlType} from '../../types/sql-type.ts';
import type {Output} from '../operator.ts';
import {StatelessOperator} from './stateless.ts';

type WindowOptions = {
  /** Column of int64 µs. */
  readonly time: number;
  /** All in µs; size and slide > 0. */
  readonly size: bigint;
  readonly slide: bigint;
  readonly offset: bigint;
  /**
   * Nobody reads the time itself behind the windows: it comes out as any time that is in the same windows, which lets rows
   * that differ in nothing else be one row with a larger weight.
   */
  readonly coarse?: boolean;
};

/** Merging pays when it leaves at most this share of the rows; when it does not, so many batches pass before the next try. */
const WORTH_MERGING = 3 / 4;
const BATCHES_WITHOUT = 32;

/**
 * ΔO = Σ over the windows w of width `size` that start at multiples of `slide` (plus `offset`): (ΔI where time ∈ w) × {w}.
 * Adds window_start and window_end; rows with a NULL time are in no window. Linear, no state: a hop emits one batch for
 * each overlap, all sharing the input's columns. A coarse hop first merges the rows of a batch that are equal but for
 * their place between two starts of windows, since each row is multiplied by the number of windows it is in.
 */
export class WindowOperator extends StatelessOperator {
  readonly name: string;
  private readonly options: WindowOptions;
  private readonly merging: boolean;
  private passing = 0;

  constructor(kind: 'tumble' | 'hop', schema: Schema, options: WindowOptions) {
    super(schema);
    this.name = kind;
    this.options = options;
    // Where a window may end between two starts, the times between these are not all in the same windows.
    const {size, slide, coarse} = options;
    this.merging = coarse === true && size > slide && size % slide === 0n;
  }

  push(_port: number, delta: Batch, out: Output): void {
    const {size, slide} = this.options;
    const rows = this.merging ? this.merged(delta) : delta.retain();
    for (let back = 0n; back < size; back += slide) this.emitWindows(rows, back, out);
    rows.release();
  }

  /** The rows in any window at all, with fewer times, and where that makes it worthwhile fewer rows. */
  private merged(delta: Batch): Batch {
    if (this.passing > 0) {
      this.passing--;
      return delta.retain();
    }
    const coarse = this.coarse(delta);
    const merged = mergeRows(coarse);
    if (!merged) this.passing = BATCHES_WITHOUT;
    else coarse.release();
    return merged ?? coarse;
  }

  /** The time becomes the last start of a window at or before it. */
  private coarse(delta: Batch): Batch {
    const {memory, length} = delta;
    const {time, slide} = this.options;
    const {starts, ends, rows, count} = this.bounds(delta, slide, 0n);
    memory.release(ends);
    if (delta.weights !== 0) memory.retain(delta.weights);
    return new Batch(memory, {
      schema: delta.schema,
      length,
      columns: delta.columns.map((column, i) =>
        i === time ? fixedVector(column.type, starts, length) : retainVector(memory, column),
      ),
      weights: delta.weights,
      selection: rows,
      selected: count,
    });
  }

  /** The windows that begin `back` before the latest one that each row is in. */
  private emitWindows(delta: Batch, back: bigint, out: Output): void {
    const {memory, length, selection, selected} = delta;
    const {starts, ends, rows, count} = this.bounds(delta, this.options.size, back);
    const all = count === selected;
    if (all) {
      memory.release(rows);
      if (selection !== 0) memory.retain(selection);
    }
    if (delta.weights !== 0) memory.retain(delta.weights);
    const width = delta.columns.length;
    out.emit(
      new Batch(memory, {
        schema: this.schema,
        length,
        columns: [
          ...delta.columns.map(column => retainVector(memory, column)),
          fixedVector(this.schema[width].type, starts, length),
          fixedVector(this.schema[width + 1].type, ends, length),
        ],
        weights: delta.weights,
        selection: all ? selection : rows,
        selected: count,
        consolidated: delta.consolidated,
      }),
    );
  }

  /** Lanes of starts and ends, and the list of the rows that are in such a window. */
  private bounds(
    delta: Batch,
    size: bigint,
    back: bigint,
  ): {starts: Address; ends: Address; rows: Address; count: number} {
    const {memory, length, selection, selected} = delta;
    const {time, slide, offset} = this.options;
    const times = delta.columns[time];
    const starts = memory.alloc(length * 8);
    const ends = memory.alloc(length * 8);
    const rows = memory.alloc(selected * 4);
    const count = memory.kernels.window_bounds(
      times.values,
      times.validity,
      length,
      selection,
      selected,
      size,
      slide,
      offset,
      back,
      starts,
      ends,
      rows,
    );
    return {starts, ends, rows, count};
  }
}

function fixedVector(type: SqlType, values: Address, length: number): Vector {
  return {type, length, values, offsets: 0 as Address, validity: 0 as Address, children: []};
}

/** The batch with (most) equal rows added up; null when that leaves too many of them, or a weight overflows. */
function mergeRows(batch: Batch): Batch | null {
  const {memory, length, selected} = batch;
  const rows = memory.alloc(selected * 4);
  const weights = memory.alloc(length * 8);
  const columns = describeColumns(memory, batch.columns);
  const count = memory.kernels.merge_rows(
    columns,
    batch.columns.length,
    batch.selection,
    selected,
    batch.weights,
    rows,
    weights,
  );
  memory.release(columns);
  if (count === 0 || count > selected * WORTH_MERGING) {
    memory.release(rows);
    memory.release(weights);
    return null;
  }
  const weighted = withWeights(batch, weights);
  const merged = selectRows(weighted, rows, count);
  weighted.release();
  return merged;
}
