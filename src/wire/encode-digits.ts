import type {ByteWriter} from '../types/io/byte-writer.ts';

// Decimal digits written as bytes, without a string in between.

const ZERO = 0x30;
const MINUS = 0x2d;
/** Digits of 2^53. */
const MAX_DIGITS = 16;

/** A whole number below 2^53 in size. */
export function writeInteger(writer: ByteWriter, value: number): void {
  let at = writer.reserve(MAX_DIGITS + 1);
  const buffer = writer.buffer;
  let rest = value;
  if (rest < 0) {
    buffer[at++] = MINUS;
    rest = -rest;
  }
  const end = at + digitCount(rest);
  writer.length = end;
  let position = end;
  // Above 2^31 division is slow: nine digits at a time keep it rare.
  while (rest > 0x7fffffff) {
    const high = Math.floor(rest / 1e9);
    let low = rest - high * 1e9;
    for (let i = 0; i < 9; i++) {
      const next = (low / 10) | 0;
      buffer[--position] = ZERO + low - next * 10;
      low = next;
    }
    rest = high;
  }
  let small = rest | 0;
  while (position > at) {
    const next = (small / 10) | 0;
    buffer[--position] = ZERO + small - next * 10;
    small = next;
  }
}

function digitCount(value: number): number {
  let digits = 1;
  for (let bound = 10; value >= bound; bound *= 10) digits++;
  return digits;
}

/** Exactly `digits` digits of a number below 10^digits and 2^31. */
export function writePadded(writer: ByteWriter, value: number, digits: number): void {
  const at = writer.reserve(digits);
  const buffer = writer.buffer;
  let rest = value;
  for (let position = at + digits - 1; position >= at; position--) {
    const next = (rest / 10) | 0;
    buffer[position] = ZERO + rest - next * 10;
    rest = next;
  }
  writer.length = at + digits;
}
