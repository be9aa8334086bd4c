// Appending a range of rows of one vector behind the rows of another; fixed-width values and bitmaps are copy_bytes and
// bitmap_copy.

/**
 * Offsets of rows from … from + count of a source behind row `at` of `to`, whose offset is `base`; the offset behind the
 * last, or -1 beyond 2^31 - 1.
 */
export function concat_offsets(offsets: usize, from: u32, count: u32, to: usize, at: u32, base: u32): i32 {
  const source = offsets + (<usize>from << 2);
  const out = to + (<usize>at << 2);
  const shift = base - load<u32>(source);
  for (let i: usize = 1; i <= <usize>count; i++) store<u32>(out + (i << 2), load<u32>(source + (i << 2)) + shift);
  const end = <u64>base + <u64>(load<u32>(source + (<usize>count << 2)) - load<u32>(source));
  return end > 0x7fffffff ? -1 : <i32>end;
}
