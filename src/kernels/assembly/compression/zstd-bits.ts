// Bit streams that are read from their end (RFC 8878, 4.1): a 1 marks where they begin, below the highest bits' padding.
// A position is the number of bits that are still to be read. Bytes in front of the stream may be read, never used.

/** Bits of the stream in `length` bytes; −1 when there is no mark. */
export function streamBits(from: usize, length: usize): i32 {
  if (length == 0) return -1;
  const last = <u32>load<u8>(from + length - 1);
  if (last == 0) return -1;
  return <i32>((length - 1) << 3) + 31 - <i32>clz(last);
}

/** The stream's next 57 bits or more, the first of them in the highest place. */
// @ts-ignore: decorator
@inline
export function window(from: usize, position: i32): u64 {
  const byte = (position + 7) >> 3;
  return load<u64>(from + <usize>byte - 8) << <u64>((byte << 3) - position);
}

/** The highest `bits` of a window, 0 ≤ bits ≤ 57. */
// @ts-ignore: decorator
@inline
export function top(bitsOfStream: u64, bits: u64): u64 {
  return (bitsOfStream >> 1) >> (63 - bits);
}
