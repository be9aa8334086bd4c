// Row references. A directory is u32[]: addresses of arrays of column descriptors (layout.ts), one a segment (a batch is a
// directory of one). A row reference is u32: segment << 13 | row within it. Row lists are u32[] of references.

export const SEGMENT_SHIFT: u32 = 13;
export const SEGMENT_MASK: u32 = 8191;

/**
 * Rows that fill a segment: with the allocator's header the buffers of 1, 2, 4, 8 and 16 byte lanes then end just inside a
 * size class or a 64 KiB page, where 8,192 rows would take half as much again.
 */
export const SEGMENT_ROWS: u32 = 8128;

/** In a row list: no row (a lane of nulls). */
export const NO_ROW: u32 = 0xffffffff;

// @ts-ignore: decorator
@inline
export function columnsOf(directory: usize, row: u32): usize {
  return <usize>load<u32>(directory + (<usize>(row >> SEGMENT_SHIFT) << 2));
}

/** Row i of a row list; an absent list is 0, 1, 2 … */
// @ts-ignore: decorator
@inline
export function rowAt(rows: usize, i: usize): u32 {
  return rows == 0 ? <u32>i : load<u32>(rows + (i << 2));
}

/** Column number i of a column list; an absent list is 0, 1, 2 … */
// @ts-ignore: decorator
@inline
export function columnNumber(list: usize, i: u32): u32 {
  return list == 0 ? i : load<u32>(list + (<usize>i << 2));
}
