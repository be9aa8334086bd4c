// The value of a variable-length numeric (Postgres's binary form) whatever its display scale: its kind, and its base-10000
// digits without zeros at either end.

/** Order of the kinds is the order of the values: -∞ < negative < zero < positive < +∞ < NaN. */
export const MINUS_INFINITY: u32 = 0;
export const NEGATIVE: u32 = 1;
export const ZERO: u32 = 2;
export const POSITIVE: u32 = 3;
export const INFINITY: u32 = 4;
export const NOT_A_NUMBER: u32 = 5;

/** Big-endian u16. */
// @ts-ignore: decorator
@inline
export function word(at: usize): u32 {
  const x = <u32>load<u16>(at);
  return ((x << 8) | (x >> 8)) & 0xffff;
}

export function decimalKind(at: usize): u32 {
  const sign = word(at + 4);
  if (sign == 0xc000) return NOT_A_NUMBER;
  if (sign == 0xd000) return INFINITY;
  if (sign == 0xf000) return MINUS_INFINITY;
  if (decimalDigits(at) == 0) return ZERO;
  return sign == 0x4000 ? NEGATIVE : POSITIVE;
}

function leadingZeros(at: usize): u32 {
  const digits = word(at);
  let zeros: u32 = 0;
  while (zeros < digits && load<u16>(at + 8 + (<usize>zeros << 1)) == 0) zeros++;
  return zeros;
}

/** Digits between the first and the last that is not zero. */
export function decimalDigits(at: usize): u32 {
  const zeros = leadingZeros(at);
  let digits = word(at);
  while (digits > zeros && load<u16>(at + 6 + (<usize>digits << 1)) == 0) digits--;
  return digits - zeros;
}

/** Exponent (to the base 10000) of the first digit. */
export function decimalWeight(at: usize): i32 {
  return <i32><i16><u16>word(at + 2) - <i32>leadingZeros(at);
}

/** Address of the first digit. */
export function decimalStart(at: usize): usize {
  return at + 8 + (<usize>leadingZeros(at) << 1);
}
