// What the loops over lanes share. Operands come with a mode: 0 both vectors, 1 the right and 2 the left one value for
// all lanes. A lane that a kernel cannot answer gets its bit in `flags`, which the caller has zeroed.

// @ts-ignore: decorator
@inline export function flag(flags: usize, row: u32): void {
  const at = flags + (row >> 3);
  store<u8>(at, load<u8>(at) | <u8>(<u32>1 << (row & 7)));
}

/** The lane holds NaN: the greatest integer, which no number of the lane's digits reaches. Lanes of fewer than 8 bytes have none. */
// @ts-ignore: decorator
@inline export function isNaNLane(low: u64, high: i64, width: u32): bool {
  return width == 16 ? high == i64.MAX_VALUE && low == u64.MAX_VALUE : width == 8 && low == <u64>i64.MAX_VALUE;
}

// @ts-ignore: decorator
@inline export function leftStep(mode: i32, width: usize): usize { return mode == 2 ? 0 : width; }
// @ts-ignore: decorator
@inline export function rightStep(mode: i32, width: usize): usize { return mode == 1 ? 0 : width; }
