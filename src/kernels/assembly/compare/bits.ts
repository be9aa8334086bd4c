// Booleans: bitmaps of values beside bitmaps of validity (0 = all valid), in three-valued logic.

// @ts-ignore: decorator
@inline function word(bitmap: usize, at: usize): u8 { return load<u8>(bitmap + at); }
// @ts-ignore: decorator
@inline function validWord(bitmap: usize, at: usize): u8 { return bitmap == 0 ? 0xff : load<u8>(bitmap + at); }

/** out = a AND b (any = 0) or a OR b (any = 1); outValid is written where it is not 0. */
export function bool_logic(a: usize, av: usize, b: usize, bv: usize, out: usize, outValid: usize, n: u32, any: i32): void {
  const flip: u8 = any ? 0xff : 0; // OR is NOT (NOT a AND NOT b)
  const bytes: usize = (n + 7) >> 3;
  for (let i: usize = 0; i < bytes; i++) {
    const x = word(a, i) ^ flip;
    const y = word(b, i) ^ flip;
    const p = validWord(av, i);
    const q = validWord(bv, i);
    store<u8>(out + i, (x & y) ^ flip);
    if (outValid != 0) store<u8>(outValid + i, (p & q) | (p & ~x) | (q & ~y));
  }
}

export function bool_not(a: usize, out: usize, n: u32, _flags: usize): i32 {
  const bytes: usize = (n + 7) >> 3;
  for (let i: usize = 0; i < bytes; i++) store<u8>(out + i, ~word(a, i));
  return 0;
}

/** out = a & b, bit by bit; 0 stands for all ones. */
export function bits_and(a: usize, b: usize, out: usize, n: u32): void {
  const bytes: usize = (n + 7) >> 3;
  for (let i: usize = 0; i < bytes; i++) store<u8>(out + i, validWord(a, i) & validWord(b, i));
}

/** out = a & ~b (bits), 0 stands for all ones on the left. */
export function bits_and_not(a: usize, b: usize, out: usize, n: u32): void {
  const bytes: usize = (n + 7) >> 3;
  for (let i: usize = 0; i < bytes; i++) store<u8>(out + i, validWord(a, i) & ~word(b, i));
}

/** out = a XOR constant byte. */
export function bits_xor_byte(a: usize, out: usize, n: u32, byte: u32): void {
  const bytes: usize = (n + 7) >> 3;
  for (let i: usize = 0; i < bytes; i++) store<u8>(out + i, validWord(a, i) ^ <u8>byte);
}

/** Equality where null equals null: `same` holds a = b of the values; negate gives IS DISTINCT FROM. */
export function bits_distinct(same: usize, av: usize, bv: usize, out: usize, n: u32, negate: i32): void {
  const flip: u8 = negate ? 0xff : 0;
  const bytes: usize = (n + 7) >> 3;
  for (let i: usize = 0; i < bytes; i++) {
    const p = validWord(av, i);
    const q = validWord(bv, i);
    store<u8>(out + i, ((p & q & word(same, i)) | (~p & ~q)) ^ flip);
  }
}

// @ts-ignore: decorator
@inline function side(mode: i32, b: usize, i: usize): u8 { return mode == 1 ? (load<u8>(b) & 1 ? 0xff : 0) : word(b, i); }

export function compare_eq_bit(mode: i32, a: usize, b: usize, out: usize, n: u32, negate: i32): void {
  const flip: u8 = negate ? 0 : 0xff;
  const bytes: usize = (n + 7) >> 3;
  for (let i: usize = 0; i < bytes; i++) store<u8>(out + i, word(a, i) ^ side(mode, b, i) ^ flip);
}
export function compare_lt_bit(mode: i32, a: usize, b: usize, out: usize, n: u32, negate: i32): void {
  const flip: u8 = negate ? 0xff : 0;
  const bytes: usize = (n + 7) >> 3;
  for (let i: usize = 0; i < bytes; i++) store<u8>(out + i, (~word(a, i) & side(mode, b, i)) ^ flip);
}
export function compare_gt_bit(mode: i32, a: usize, b: usize, out: usize, n: u32, negate: i32): void {
  const flip: u8 = negate ? 0xff : 0;
  const bytes: usize = (n + 7) >> 3;
  for (let i: usize = 0; i < bytes; i++) store<u8>(out + i, (word(a, i) & ~side(mode, b, i)) ^ flip);
}
