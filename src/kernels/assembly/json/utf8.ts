// Well-formed UTF-8 by table look-ups on 16 bytes at a time (J. Keiser and D. Lemire, Validating UTF-8 in less than one
// instruction per byte, 2020). Each byte and the one before it are looked up by three of their four half-bytes; a bit that
// all three answers share names a mistake that the pair makes.

/** A lead byte, and what follows does not continue it. */
const TOO_SHORT: u8 = 1;
/** ASCII, and what follows continues it. */
const TOO_LONG: u8 = 2;
/** E0 with less than A0. */
const OVERLONG_3: u8 = 4;
/** Above F4 8F. */
const TOO_LARGE: u8 = 8;
/** ED with A0 or more. */
const SURROGATE: u8 = 16;
/** C0 and C1. */
const OVERLONG_2: u8 = 32;
/** F5 and more; or F0 with less than 90. */
const TOO_LARGE_1000: u8 = 64;
/** Two continuations one after the other: right in sequences of three and four, which are looked at apart. */
const TWO_CONTINUATIONS: u8 = 128;
const CARRY: u8 = TOO_SHORT | TOO_LONG | TWO_CONTINUATIONS;
const LARGE: u8 = CARRY | TOO_LARGE | TOO_LARGE_1000;

const FIRST_HIGH: usize = memory.data<u8>([
  TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG,
  TWO_CONTINUATIONS, TWO_CONTINUATIONS, TWO_CONTINUATIONS, TWO_CONTINUATIONS,
  TOO_SHORT | OVERLONG_2, TOO_SHORT, TOO_SHORT | OVERLONG_3 | SURROGATE, TOO_SHORT | TOO_LARGE | TOO_LARGE_1000,
]);

const FIRST_LOW: usize = memory.data<u8>([
  CARRY | OVERLONG_3 | OVERLONG_2 | TOO_LARGE_1000, CARRY | OVERLONG_2, CARRY, CARRY, CARRY | TOO_LARGE, LARGE, LARGE, LARGE,
  LARGE, LARGE, LARGE, LARGE, LARGE, LARGE | SURROGATE, LARGE, LARGE,
]);

const SECOND_HIGH: usize = memory.data<u8>([
  TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
  TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS | OVERLONG_3 | TOO_LARGE_1000,
  TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS | OVERLONG_3 | TOO_LARGE,
  TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS | SURROGATE | TOO_LARGE,
  TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS | SURROGATE | TOO_LARGE,
  TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
]);

/** Bits of the mistakes in `bytes`, which `before` precedes. */
// @ts-ignore: decorator
@inline
function mistakes(bytes: v128, before: v128): v128 {
  const one = i8x16.shuffle(before, bytes, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30);
  const two = i8x16.shuffle(before, bytes, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29);
  const three = i8x16.shuffle(before, bytes, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28);
  const pair = v128.and(
    v128.and(
      i8x16.swizzle(v128.load(FIRST_HIGH), i8x16.shr_u(one, 4)),
      i8x16.swizzle(v128.load(FIRST_LOW), v128.and(one, i8x16.splat(15))),
    ),
    i8x16.swizzle(v128.load(SECOND_HIGH), i8x16.shr_u(bytes, 4)),
  );
  // The third byte of E… and F…, and the fourth of F…, must be the second of two continuations, and no other may.
  const third = i8x16.sub_sat_u(two, i8x16.splat(0x60));
  const fourth = i8x16.sub_sat_u(three, i8x16.splat(0x70));
  return v128.xor(v128.and(v128.or(third, fourth), i8x16.splat(<i8>0x80)), pair);
}

/** No surrogates, no overlong forms, at most U+10FFFF. Up to 15 bytes behind the end are read. */
export function isUtf8(p: usize, end: usize): bool {
  let before = i8x16.splat(0);
  let wrong = i8x16.splat(0);
  for (; p + 16 <= end; p += 16) {
    const bytes = v128.load(p);
    wrong = v128.or(wrong, mistakes(bytes, before));
    before = bytes;
  }
  // What is missing to 16 bytes counts as zeros, and at least one does: a sequence that has not ended is too short there.
  const lanes = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  const bytes = v128.and(v128.load(p), i8x16.lt_u(lanes, i8x16.splat(<i8>(end - p))));
  wrong = v128.or(wrong, mistakes(bytes, before));
  return !v128.any_true(wrong);
}
