// How a vector is described to a kernel: 32 bytes, mirrored by src/columnar/descriptor.ts.
//
//   0  u32 physical     one of the numbers below (src/types/sql-type.ts, Physical)
//   4  u32 length       rows
//   8  u32 values
//  12  u32 offsets
//  16  u32 validity     0 = no nulls
//  20  u32 childCount
//  24  u32 children     address of childCount descriptors, one after the other
//  28  u32 detail       decimal scale of int64/int128 numerics; of bytes: 1 where they are jsonb, 2 bpchar; else 0

export const BIT: u32 = 1;
export const INT16: u32 = 2;
export const INT32: u32 = 3;
export const INT64: u32 = 4;
export const FLOAT32: u32 = 5;
export const FLOAT64: u32 = 6;
export const INT128: u32 = 7;
export const INTERVAL: u32 = 8;
export const UUID: u32 = 9;
export const BYTES: u32 = 10;
export const DECIMAL: u32 = 11;
export const LIST: u32 = 12;
export const STRUCT: u32 = 13;

export const COLUMN_BYTES: usize = 32;

// @ts-ignore: decorator
@inline export function physical(column: usize): u32 { return load<u32>(column); }
// @ts-ignore: decorator
@inline export function length(column: usize): u32 { return load<u32>(column, 4); }
// @ts-ignore: decorator
@inline export function values(column: usize): usize { return <usize>load<u32>(column, 8); }
// @ts-ignore: decorator
@inline export function offsets(column: usize): usize { return <usize>load<u32>(column, 12); }
// @ts-ignore: decorator
@inline export function validity(column: usize): usize { return <usize>load<u32>(column, 16); }
// @ts-ignore: decorator
@inline export function childCount(column: usize): u32 { return load<u32>(column, 20); }
// @ts-ignore: decorator
@inline export function children(column: usize): usize { return <usize>load<u32>(column, 24); }
// @ts-ignore: decorator
@inline export function scale(column: usize): u32 { return load<u32>(column, 28); }
// @ts-ignore: decorator
@inline export function isJson(column: usize): bool { return physical(column) == BYTES && load<u32>(column, 28) == 1; }
/** Blanks at the end of a value do not count. */
// @ts-ignore: decorator
@inline export function isPadded(column: usize): bool { return physical(column) == BYTES && load<u32>(column, 28) == 2; }
/** Of a column of bytes: values are equal only if their bytes are, and ordered by them. */
// @ts-ignore: decorator
@inline export function isPlain(column: usize): bool { return load<u32>(column, 28) == 0; }

/** The length of a value without the blanks at its end. */
export function unpaddedLength(at: usize, length: usize): usize {
  let end = length;
  while (end > 0 && load<u8>(at + end - 1) == 0x20) end--;
  return end;
}
// @ts-ignore: decorator
@inline export function columnAt(columns: usize, index: u32): usize { return columns + <usize>index * COLUMN_BYTES; }
// @ts-ignore: decorator
@inline export function bitAt(bitmap: usize, row: usize): bool { return <bool>((load<u8>(bitmap + (row >> 3)) >> <u8>(row & 7)) & 1); }
// @ts-ignore: decorator
@inline export function isValid(validity: usize, row: usize): bool { return validity == 0 || bitAt(validity, row); }
