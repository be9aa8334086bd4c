import {
  BIT, BYTES, COLUMN_BYTES, DECIMAL, FLOAT32, FLOAT64, INT128, INT16, INT32, INT64, INTERVAL, LIST, STRUCT, UUID,
  bitAt, childCount, children, columnAt, isJson, isPadded, isPlain, isValid, offsets, physical, unpaddedLength, validity, values,
} from '../layout';
import {hashJson} from '../compare/json';
import {columnNumber, rowAt} from '../state/directory';
import {decimalDigits, decimalKind, decimalStart, decimalWeight} from './decimal-form';
import {intervalDays, intervalMicros} from './interval-form';

// Hashes of rows over several columns: equal values (as equal.ts has it) hash equally. `exact` takes values as they are
// represented, else as GROUP BY equates them: -0 = 0, NaN = NaN, numeric 1.0 = 1.00, interval '1 month' = '30 days', and numbers in jsonb by value.

const SEED: u64 = 0x243f6a8885a308d3;
const NULL_WORD: u64 = 0x13198a2e03707344;

// @ts-ignore: decorator
@inline
function mix(hash: u64, word: u64): u64 {
  const product = (hash ^ word) * 0x9e3779b97f4a7c15;
  return product ^ (product >> 32);
}

// @ts-ignore: decorator
@inline
function finish(hash: u64): u32 {
  const product = hash * 0xd6e8feb86659fd93;
  return <u32>(product >> 32);
}

/**
 * uint32 hash of each row of `columns` into `out`: column list[i] (absent: i), i < width; row rows[j] (absent: j).
 */
export function hash_columns(columns: usize, list: usize, width: u32, rows: usize, count: u32, exact: u32, state: usize, out: usize): void {
  const n = <usize>count;
  for (let i: usize = 0; i < n; i++) store<u64>(state + (i << 3), SEED);
  for (let c: u32 = 0; c < width; c++) hashColumn(columnAt(columns, columnNumber(list, c)), rows, n, exact != 0, state);
  for (let i: usize = 0; i < n; i++) store<u32>(out + (i << 2), finish(load<u64>(state + (i << 3))));
}

function hashColumn(column: usize, rows: usize, n: usize, exact: bool, state: usize): void {
  const kind = physical(column);
  if (kind == INT64 || (kind == FLOAT64 && exact)) hashFixed<i64>(column, rows, n, state);
  else if (kind == INT32 || (kind == FLOAT32 && exact)) hashFixed<i32>(column, rows, n, state);
  else if (kind == INT16) hashFixed<i16>(column, rows, n, state);
  else if ((kind == BYTES && (exact || isPlain(column))) || (kind == DECIMAL && exact)) hashBytesColumn(column, rows, n, state);
  else {
    for (let i: usize = 0; i < n; i++) {
      const at = state + (i << 3);
      store<u64>(at, hashValue(load<u64>(at), column, rowAt(rows, i), exact));
    }
  }
}

function hashFixed<T>(column: usize, rows: usize, n: usize, state: usize): void {
  const lanes = values(column);
  const bits = validity(column);
  if (bits == 0 && rows == 0) {
    for (let i: usize = 0; i < n; i++) {
      const at = state + (i << 3);
      store<u64>(at, mix(load<u64>(at), <u64><i64>load<T>(lanes + i * sizeof<T>())));
    }
    return;
  }
  for (let i: usize = 0; i < n; i++) {
    const row = <usize>rowAt(rows, i);
    const at = state + (i << 3);
    const word = isValid(bits, row) ? <u64><i64>load<T>(lanes + row * sizeof<T>()) : NULL_WORD;
    store<u64>(at, mix(load<u64>(at), word));
  }
}

function hashBytesColumn(column: usize, rows: usize, n: usize, state: usize): void {
  const bits = validity(column);
  const ends = offsets(column);
  const bytes = values(column);
  for (let i: usize = 0; i < n; i++) {
    const row = <usize>rowAt(rows, i);
    const at = state + (i << 3);
    if (!isValid(bits, row)) {
      store<u64>(at, mix(load<u64>(at), NULL_WORD));
    } else {
      const start = <usize>load<u32>(ends + (row << 2));
      const length = <usize>load<u32>(ends + (row << 2), 4) - start;
      store<u64>(at, hashBytes(load<u64>(at), bytes + start, length));
    }
  }
}

// @ts-ignore: decorator
@inline
function hashBytes(hash: u64, at: usize, length: usize): u64 {
  hash = mix(hash, <u64>length);
  let rest = length;
  while (rest >= 8) {
    hash = mix(hash, load<u64>(at));
    at += 8;
    rest -= 8;
  }
  return rest == 0 ? hash : mix(hash, tail(at, rest));
}

/** The 1 … 7 bytes at `at`, zero-extended; one load unless it would cross a 64 KiB page, beyond which memory may end. */
// @ts-ignore: decorator
@inline
function tail(at: usize, rest: usize): u64 {
  if ((at & 0xffff) <= 0xfff8) return load<u64>(at) & ((<u64>1 << (<u64>rest << 3)) - 1);
  let word: u64 = 0;
  for (let i: usize = 0; i < rest; i++) word |= <u64>load<u8>(at + i) << (<u64>i << 3);
  return word;
}

/** `hash` continued by one value of any type. */
export function hashValue(hash: u64, column: usize, row: usize, exact: bool): u64 {
  if (!isValid(validity(column), row)) return mix(hash, NULL_WORD);
  const kind = physical(column);
  const lanes = values(column);
  if (kind == BIT) return mix(hash, <u64>bitAt(lanes, row) + 1);
  if (kind == INT16) return mix(hash, <u64><i64>load<i16>(lanes + (row << 1)));
  if (kind == INT32 || (kind == FLOAT32 && exact)) return mix(hash, <u64><i64>load<i32>(lanes + (row << 2)));
  if (kind == INT64 || (kind == FLOAT64 && exact)) return mix(hash, load<u64>(lanes + (row << 3)));
  if (kind == FLOAT32) return mix(hash, canonicalFloat(<f64>load<f32>(lanes + (row << 2))));
  if (kind == FLOAT64) return mix(hash, canonicalFloat(load<f64>(lanes + (row << 3))));
  if (kind == INT128 || kind == UUID || (kind == INTERVAL && exact)) {
    return mix(mix(hash, load<u64>(lanes + (row << 4))), load<u64>(lanes + (row << 4), 8));
  }
  if (kind == INTERVAL) return mix(mix(hash, <u64>intervalDays(lanes + (row << 4))), <u64>intervalMicros(lanes + (row << 4)));
  const start = <usize>load<u32>(offsets(column) + (row << 2));
  if (kind == BYTES || (kind == DECIMAL && exact)) {
    const length = <usize>load<u32>(offsets(column) + (row << 2), 4) - start;
    if (!exact && isJson(column)) return hashJson(hash, lanes + start, length);
    if (!exact && isPadded(column)) return hashBytes(hash, lanes + start, unpaddedLength(lanes + start, length));
    return hashBytes(hash, lanes + start, length);
  }
  if (kind == DECIMAL) return hashDecimal(hash, lanes + start);
  if (kind == LIST) {
    const end = <usize>load<u32>(offsets(column) + (row << 2), 4);
    hash = mix(hash, <u64>(end - start));
    for (let i = start; i < end; i++) hash = hashValue(hash, children(column), i, exact);
    return hash;
  }
  return hashStruct(hash, column, row, exact);
}

function hashStruct(hash: u64, column: usize, row: usize, exact: bool): u64 {
  const fields = childCount(column);
  let field = children(column);
  for (let i: u32 = 0; i < fields; i++, field += COLUMN_BYTES) hash = hashValue(hash, field, row, exact);
  return hash;
}

// @ts-ignore: decorator
@inline
function canonicalFloat(x: f64): u64 {
  if (x != x) return 0x7ff8000000000000;
  return x == 0 ? 0 : reinterpret<u64>(x);
}

function hashDecimal(hash: u64, at: usize): u64 {
  const kind = decimalKind(at);
  const digits = decimalDigits(at);
  hash = mix(hash, (<u64>kind << 32) | <u64><u32>digits);
  if (digits == 0) return hash;
  hash = mix(hash, <u64><i64>decimalWeight(at));
  return hashBytes(hash, decimalStart(at), <usize>digits << 1);
}
