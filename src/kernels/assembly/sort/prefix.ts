import {
  BIT, BYTES, DECIMAL, FLOAT32, FLOAT64, INT128, INT16, INT32, INT64, INTERVAL, UUID,
  bitAt, isJson, isPadded, isValid, offsets, physical, unpaddedLength, validity, values,
} from '../layout';
import {NEGATIVE, POSITIVE, decimalDigits, decimalKind, decimalStart, decimalWeight, word} from '../hash/decimal-form';
import {intervalDays, intervalMicros} from '../hash/interval-form';
import {compareValues} from './compare';

// A sort key is {column u32, flags u32}: 1 = descending, 2 = nulls first.

export const DESCENDING: u32 = 1;
export const NULLS_FIRST: u32 = 2;

const SIGN: u64 = 0x8000000000000000;

/**
 * A u64 for a value under a sort key such that a smaller prefix sorts first; equal prefixes say nothing. NULL has the least
 * or the greatest.
 */
export function keyPrefix(column: usize, row: usize, flags: u32): u64 {
  if (!isValid(validity(column), row)) return (flags & NULLS_FIRST) != 0 ? 0 : ~(<u64>0);
  const prefix = ascendingPrefix(column, row);
  return (flags & DESCENDING) != 0 ? ~prefix : prefix;
}

/** As `keyPrefix`, of text that is not null, from its byte `depth` on. */
export function textPrefix(column: usize, row: usize, flags: u32, depth: usize): u64 {
  const start = <usize>load<u32>(offsets(column) + (row << 2)) + depth;
  const prefix = bytesPrefix(values(column) + start, <usize>load<u32>(offsets(column) + (row << 2), 4) - start);
  return (flags & DESCENDING) != 0 ? ~prefix : prefix;
}

/** Whether keys with equal prefixes are equal, where neither is null. */
export function prefixIsExact(kind: u32): bool {
  return kind == INT64 || kind == INT32 || kind == INT16 || kind == FLOAT64 || kind == FLOAT32 || kind == BIT;
}

function ascendingPrefix(column: usize, row: usize): u64 {
  const kind = physical(column);
  const from = values(column);
  if (kind == INT64) return load<u64>(from + (row << 3)) ^ SIGN;
  if (kind == INT32) return <u64><i64>load<i32>(from + (row << 2)) ^ SIGN;
  if (kind == INT16) return <u64><i64>load<i16>(from + (row << 1)) ^ SIGN;
  if (kind == FLOAT64) return floatPrefix(load<f64>(from + (row << 3)));
  if (kind == FLOAT32) return floatPrefix(<f64>load<f32>(from + (row << 2)));
  if (kind == BIT) return <u64>bitAt(from, row);
  if (kind == INT128) return load<u64>(from + (row << 4), 8) ^ SIGN;
  if (kind == UUID) return bswap<u64>(load<u64>(from + (row << 4)));
  if (kind == INTERVAL) return intervalPrefix(from + (row << 4));
  if (kind == BYTES || kind == DECIMAL) {
    const start = <usize>load<u32>(offsets(column) + (row << 2));
    const end = <usize>load<u32>(offsets(column) + (row << 2), 4);
    if (kind == DECIMAL) return decimalPrefix(from + start);
    if (isPadded(column)) return bytesPrefix(from + start, unpaddedLength(from + start, end - start));
    return isJson(column) ? 0 : bytesPrefix(from + start, end - start);
  }
  return 0;
}

// @ts-ignore: decorator
@inline
function floatPrefix(x: f64): u64 {
  if (x != x) return ~(<u64>0);
  const bits = reinterpret<u64>(x == 0 ? 0 : x);
  return (bits & SIGN) != 0 ? ~bits : bits | SIGN;
}

function bytesPrefix(at: usize, length: usize): u64 {
  if (length >= 8) return bswap<u64>(load<u64>(at));
  let prefix: u64 = 0;
  for (let i: usize = 0; i < length; i++) prefix |= <u64>load<u8>(at + i) << (56 - (<u64>i << 3));
  return prefix;
}

/** Days in 27 bits (beyond them: the ends), microseconds of the day in 37. */
function intervalPrefix(at: usize): u64 {
  const days = intervalDays(at) + 0x4000000;
  if (days < 0) return 0;
  if (days >= 0x8000000) return ~(<u64>0);
  return (<u64>days << 37) | <u64>intervalMicros(at);
}

/** Kind in 3 bits, then the exponent and three digits of the magnitude. */
function decimalPrefix(at: usize): u64 {
  const kind = decimalKind(at);
  let magnitude: u64 = 0;
  if (kind == POSITIVE || kind == NEGATIVE) {
    const digits = decimalDigits(at);
    const start = decimalStart(at);
    magnitude = <u64>(decimalWeight(at) + 0x10000);
    for (let i: u32 = 0; i < 3; i++) magnitude = (magnitude << 14) | <u64>(i < digits ? word(start + (<usize>i << 1)) : 0);
    if (kind == NEGATIVE) magnitude = 0x1fffffffffffffff - magnitude;
  }
  return (<u64>kind << 61) | magnitude;
}

/** Compares two values under a sort key, nulls included. */
export function compareKey(a: usize, rowA: usize, b: usize, rowB: usize, flags: u32): i32 {
  const validA = isValid(validity(a), rowA);
  const validB = isValid(validity(b), rowB);
  if (validA && validB) {
    const compared = compareValues(a, rowA, b, rowB);
    return (flags & DESCENDING) != 0 ? -compared : compared;
  }
  const nulls = <i32>validB - <i32>validA; // a null alone: 1, sorts last
  return (flags & NULLS_FIRST) != 0 ? -nulls : nulls;
}
