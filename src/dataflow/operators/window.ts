import {Batch} from '../../columnar/batch.ts';
import {retainVector} from '../../columnar/vector-references.ts';
import type {Vector} from '../../columnar/vector.ts';
import type {Address} from '../../kernels/memory.ts';
import type {Schema} from '../../types/schema.ts';
import type {Output} from '../operator.ts';
import {StatelessOperator} from './stateless.ts';

export type WindowOptions = {
  /** Column of int64 µs. */
  readonly time: number;
  /** All in µs; size and slide > 0. */
  readonly size: bigint;
  readonly slide: bigint;
  readonly offset: bigint;
};

/**
 * ΔO = Σ over the windows w of width `size` that start at multiples of `slide` (plus `offset`): (ΔI where time ∈ w) × {w}.
 * Adds window_start and window_end; rows with a NULL time are in no window. Linear, no state: a hop emits one batch for
 * each overlap, all sharing the input's columns.
 */
export class WindowOperator extends StatelessOperator {
  readonly name: string;
  private readonly options: WindowOptions;

  constructor(kind: 'tumble' | 'hop', schema: Schema, options: WindowOptions) {
    super(schema);
    this.name = kind;
    this.options = options;
  }

  push(_port: number, delta: Batch, out: Output): void {
    const {size, slide} = this.options;
    for (let back = 0n; back < size; back += slide) this.emitWindows(delta, back, out);
  }

  /** The windows that begin `back` before the latest one that each row is in. */
  private emitWindows(delta: Batch, back: bigint, out: Output): void {
    const {memory, length, selection, selected} = delta;
    const {time, size, slide, offset} = this.options;
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
          this.bounds(width, starts, length),
          this.bounds(width + 1, ends, length),
        ],
        weights: delta.weights,
        selection: all ? selection : rows,
        selected: count,
        consolidated: delta.consolidated,
      }),
    );
  }

  private bounds(column: number, values: Address, length: number): Vector {
    const type = this.schema[column].type;
    return {type, length, values, offsets: 0 as Address, validity: 0 as Address, children: []};
  }
}
