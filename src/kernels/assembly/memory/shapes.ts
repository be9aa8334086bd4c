import {isValid, validity, values} from '../layout';

// The shapes of lists (src/columnar/shape-lanes.ts): in a list's `values`, absent where every array of it has one dimension
// from 1 on, else a lane a row of thirteen int32: dimensions, six lengths, six lower bounds; zero for such an array.

export const SHAPE_BYTES: u32 = 52;

/** Address of a row's shape; 0 where it has one dimension from 1 on. */
// @ts-ignore: decorator
@inline
export function shapeAt(list: usize, row: usize): usize {
  const shapes = values(list);
  if (shapes == 0) return 0;
  const at = shapes + row * SHAPE_BYTES;
  return load<u32>(at) == 0 ? 0 : at;
}

/** Of arrays with equal elements. */
export function shapesEqual(a: usize, b: usize): bool {
  if (a == 0 || b == 0) return a == b;
  for (let i: usize = 0; i < SHAPE_BYTES; i += 4) if (load<i32>(a + i) != load<i32>(b + i)) return false;
  return true;
}

/** Of arrays with equal elements: below 0, 0, above 0. */
export function compareShapes(a: usize, b: usize): i32 {
  if (a == 0 && b == 0) return 0;
  if (a == 0) return -compareToPlain(b);
  if (b == 0) return compareToPlain(a);
  for (let i: usize = 0; i < SHAPE_BYTES; i += 4) {
    const x = load<i32>(a + i);
    const y = load<i32>(b + i);
    if (x != y) return x < y ? -1 : 1;
  }
  return 0;
}

/** A shape against that of one dimension from 1 on: it has more dimensions, or begins elsewhere. */
function compareToPlain(shape: usize): i32 {
  return load<i32>(shape) > 1 || load<i32>(shape, 28) > 1 ? 1 : -1;
}

/** Gathers lanes; how many of them are shapes. */
export function take_shapes(source: usize, rows: usize, count: u32, out: usize): u32 {
  let shaped: u32 = 0;
  for (let i: usize = 0; i < <usize>count; i++) {
    const from = source + <usize>load<u32>(rows + (i << 2)) * SHAPE_BYTES;
    memory.copy(out + i * SHAPE_BYTES, from, SHAPE_BYTES);
    shaped += <u32>(load<u32>(from) != 0);
  }
  return shaped;
}

/** The shape of a row that is there and not null; 0 as `shapeAt`. */
export function shapeOfSource(list: usize, row: u32): usize {
  return list != 0 && isValid(validity(list), <usize>row) ? shapeAt(list, <usize>row) : 0;
}
