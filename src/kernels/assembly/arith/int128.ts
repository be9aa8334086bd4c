// 128-bit products and quotients out of 64-bit words; a number is {low u64, high i64}.

/** High word of the unsigned product. */
// @ts-ignore: decorator
@inline export function mulHigh(a: u64, b: u64): u64 {
  if (((a | b) >> 32) == 0) return 0;
  const a0 = a & 0xffffffff;
  const a1 = a >> 32;
  const b0 = b & 0xffffffff;
  const b1 = b >> 32;
  const p01 = a0 * b1;
  const p10 = a1 * b0;
  const middle = ((a0 * b0) >> 32) + (p01 & 0xffffffff) + (p10 & 0xffffffff);
  return a1 * b1 + (p01 >> 32) + (p10 >> 32) + (middle >> 32);
}

/** 10^k, 0 ≤ k ≤ 19, unsigned. */
export function power10(k: u32): u64 {
  return load<u64>(POWERS + (<usize>k << 3));
}

const POWERS = memory.data<u64>([
  1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000, 10000000000, 100000000000, 1000000000000,
  10000000000000, 100000000000000, 1000000000000000, 10000000000000000, 100000000000000000, 1000000000000000000,
  10000000000000000000,
]);
