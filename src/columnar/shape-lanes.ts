import type {Address, Memory} from '../kernels/memory.ts';
import {MAX_DIMENSIONS, ownShape, withShape} from '../types/array-shape.ts';
import type {Datum} from '../types/datum.ts';
import {SHAPE_BYTES} from '../types/sql-type.ts';

// The shapes of a list vector's arrays stand in its `values`: 0 where all have one dimension from 1 on (or none), else a
// lane a row, thirteen int32: the number of dimensions, six lengths, six lower bounds, 0 where there is no such dimension;
// all 0 for an array of one dimension from 1 on. So lanes compared from the left are in the order that Postgres gives
// arrays with equal elements. The kernels' side of it is assembly/memory/shapes.ts.

const NONE = 0 as Address;
const WORDS = SHAPE_BYTES / 4;

/** The lanes of these arrays; 0 where none needs one. */
export function shapeLanes(memory: Memory, values: readonly Datum[]): Address {
  if (values.every(value => value === null || !ownShape(value as readonly Datum[]))) return NONE;
  const address = memory.allocZeroed(values.length * SHAPE_BYTES);
  const lanes = memory.i32;
  values.forEach((value, row) => {
    const shape = value === null ? undefined : ownShape(value as readonly Datum[]);
    if (!shape) return;
    const at = (address >>> 2) + row * WORDS;
    lanes[at] = shape.lengths.length;
    lanes.set(shape.lengths, at + 1);
    lanes.set(shape.lowers, at + 1 + MAX_DIMENSIONS);
  });
  return address;
}

/** The elements of row `row` with their shape. */
export function shapedItems(
  lanes: Int32Array,
  shapes: Address,
  row: number,
  items: readonly Datum[],
): readonly Datum[] {
  const at = (shapes >>> 2) + row * WORDS;
  const dimensions = lanes[at];
  if (dimensions === 0) return items;
  return withShape(items, {
    lengths: Array.from(lanes.subarray(at + 1, at + 1 + dimensions)),
    lowers: Array.from(lanes.subarray(at + 1 + MAX_DIMENSIONS, at + 1 + MAX_DIMENSIONS + dimensions)),
  });
}

/** The lanes of the rows of a row list; 0 where none of them needs one. */
export function takeShapes(memory: Memory, shapes: Address, rows: Address, count: number): Address {
  if (shapes === 0 || count === 0) return NONE;
  const taken = memory.alloc(count * SHAPE_BYTES);
  if (memory.kernels.take_shapes(shapes, rows, count, taken) > 0) return taken;
  memory.release(taken);
  return NONE;
}

/** The lanes of ranges of rows, one behind the other. */
export function concatShapes(
  memory: Memory,
  ranges: readonly {readonly shapes: Address; readonly from: number; readonly count: number}[],
  length: number,
): Address {
  if (length === 0 || ranges.every(({shapes}) => shapes === 0)) return NONE;
  const joined = memory.allocZeroed(length * SHAPE_BYTES);
  let at = joined as number;
  for (const {shapes, from, count} of ranges) {
    const bytes = count * SHAPE_BYTES;
    if (shapes !== 0 && count > 0) memory.kernels.copy_bytes(at, shapes + from * SHAPE_BYTES, bytes);
    at += bytes;
  }
  return joined;
}
