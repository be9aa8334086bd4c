import {
  BIT, BYTES, COLUMN_BYTES, DECIMAL, FLOAT32, FLOAT64, INT128, INT16, INT32, INT64, INTERVAL, LIST, UUID,
  bitAt, childCount, children, isJson, isPadded, isValid, offsets, physical, unpaddedLength, validity, values,
} from '../layout';
import {NEGATIVE, POSITIVE, decimalDigits, decimalKind, decimalStart, decimalWeight} from '../hash/decimal-form';
import {compareJson} from '../compare/json';
import {intervalDays, intervalMicros} from '../hash/interval-form';
import {compareShapes, shapeAt} from '../memory/shapes';

// The order of values: that of Postgres's default operator classes, text by bytes, NaN above all other numbers.

// @ts-ignore: decorator
@inline
export function order<T>(a: T, b: T): i32 {
  return <i32>(a > b) - <i32>(a < b);
}

// @ts-ignore: decorator
@inline
export function orderFloats(a: f64, b: f64): i32 {
  if (a < b) return -1;
  if (a > b) return 1;
  return <i32>(a != a) - <i32>(b != b);
}

/** Below 0, 0, above 0. Neither value may be null. */
export function compareValues(a: usize, rowA: usize, b: usize, rowB: usize): i32 {
  const kind = physical(a);
  const x = values(a);
  const y = values(b);
  if (kind == INT64) return order<i64>(load<i64>(x + (rowA << 3)), load<i64>(y + (rowB << 3)));
  if (kind == INT32) return order<i32>(load<i32>(x + (rowA << 2)), load<i32>(y + (rowB << 2)));
  if (kind == INT16) return order<i16>(load<i16>(x + (rowA << 1)), load<i16>(y + (rowB << 1)));
  if (kind == FLOAT64) return orderFloats(load<f64>(x + (rowA << 3)), load<f64>(y + (rowB << 3)));
  if (kind == FLOAT32) return orderFloats(<f64>load<f32>(x + (rowA << 2)), <f64>load<f32>(y + (rowB << 2)));
  if (kind == BIT) return <i32>bitAt(x, rowA) - <i32>bitAt(y, rowB);
  if (kind == BYTES || kind == DECIMAL) {
    const startA = <usize>load<u32>(offsets(a) + (rowA << 2));
    const startB = <usize>load<u32>(offsets(b) + (rowB << 2));
    if (kind == DECIMAL) return compareDecimals(x + startA, y + startB);
    const endA = <usize>load<u32>(offsets(a) + (rowA << 2), 4);
    const endB = <usize>load<u32>(offsets(b) + (rowB << 2), 4);
    if (isPadded(a)) {
      const lengthA = unpaddedLength(x + startA, endA - startA);
      return compareBytes(x + startA, lengthA, y + startB, unpaddedLength(y + startB, endB - startB));
    }
    return isJson(a)
      ? compareJson(x + startA, endA - startA, y + startB, endB - startB)
      : compareBytes(x + startA, endA - startA, y + startB, endB - startB);
  }
  if (kind == INT128) {
    const high = order<i64>(load<i64>(x + (rowA << 4), 8), load<i64>(y + (rowB << 4), 8));
    return high != 0 ? high : order<u64>(load<u64>(x + (rowA << 4)), load<u64>(y + (rowB << 4)));
  }
  if (kind == UUID) return compareBytes(x + (rowA << 4), 16, y + (rowB << 4), 16);
  if (kind == INTERVAL) {
    const days = order<i64>(intervalDays(x + (rowA << 4)), intervalDays(y + (rowB << 4)));
    return days != 0 ? days : order<i64>(intervalMicros(x + (rowA << 4)), intervalMicros(y + (rowB << 4)));
  }
  return kind == LIST ? compareLists(a, rowA, b, rowB) : compareStructs(a, rowA, b, rowB);
}

/** As `compareValues`, a null above everything: how Postgres orders the elements of arrays and the fields of rows. */
export function compareNullable(a: usize, rowA: usize, b: usize, rowB: usize): i32 {
  const validA = isValid(validity(a), rowA);
  const validB = isValid(validity(b), rowB);
  if (validA && validB) return compareValues(a, rowA, b, rowB);
  return <i32>validB - <i32>validA;
}

export function compareBytes(a: usize, lengthA: usize, b: usize, lengthB: usize): i32 {
  const common = min(lengthA, lengthB);
  let i: usize = 0;
  for (; i + 8 <= common; i += 8) {
    const x = load<u64>(a + i);
    const y = load<u64>(b + i);
    if (x != y) return bswap<u64>(x) < bswap<u64>(y) ? -1 : 1;
  }
  for (; i < common; i++) {
    const x = load<u8>(a + i);
    const y = load<u8>(b + i);
    if (x != y) return <i32>x - <i32>y;
  }
  return order<usize>(lengthA, lengthB);
}

function compareDecimals(a: usize, b: usize): i32 {
  const kind = decimalKind(a);
  const kinds = order<u32>(kind, decimalKind(b));
  if (kinds != 0) return kinds;
  if (kind == POSITIVE) return compareMagnitudes(a, b);
  if (kind == NEGATIVE) return compareMagnitudes(b, a);
  return 0;
}

function compareMagnitudes(a: usize, b: usize): i32 {
  const weights = order<i32>(decimalWeight(a), decimalWeight(b));
  if (weights != 0) return weights;
  // Base-10000 digits are big-endian words, so their bytes order as they do; a longer one of equal start is greater.
  return compareBytes(decimalStart(a), <usize>decimalDigits(a) << 1, decimalStart(b), <usize>decimalDigits(b) << 1);
}

function compareLists(a: usize, rowA: usize, b: usize, rowB: usize): i32 {
  const startA = <usize>load<u32>(offsets(a) + (rowA << 2));
  const startB = <usize>load<u32>(offsets(b) + (rowB << 2));
  const lengthA = <usize>load<u32>(offsets(a) + (rowA << 2), 4) - startA;
  const lengthB = <usize>load<u32>(offsets(b) + (rowB << 2), 4) - startB;
  const common = min(lengthA, lengthB);
  for (let i: usize = 0; i < common; i++) {
    const elements = compareNullable(children(a), startA + i, children(b), startB + i);
    if (elements != 0) return elements;
  }
  return lengthA == lengthB ? compareShapes(shapeAt(a, rowA), shapeAt(b, rowB)) : order<usize>(lengthA, lengthB);
}

function compareStructs(a: usize, rowA: usize, b: usize, rowB: usize): i32 {
  const fields = childCount(a);
  for (let i: u32 = 0; i < fields; i++) {
    const at = <usize>i * COLUMN_BYTES;
    const compared = compareNullable(children(a) + at, rowA, children(b) + at, rowB);
    if (compared != 0) return compared;
  }
  return 0;
}
