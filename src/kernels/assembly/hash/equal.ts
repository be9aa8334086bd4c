import {
  BIT, BYTES, COLUMN_BYTES, DECIMAL, FLOAT32, FLOAT64, INT16, INT32, INT64, INTERVAL, LIST, STRUCT,
  bitAt, childCount, children, columnAt, isJson, isPadded, isPlain, isValid, offsets, physical, unpaddedLength, validity, values,
} from '../layout';
import {compareJson} from '../compare/json';
import {shapeAt, shapesEqual} from '../memory/shapes';
import {SEGMENT_MASK, columnNumber, columnsOf, rowAt} from '../state/directory';
import {decimalDigits, decimalKind, decimalStart, decimalWeight} from './decimal-form';
import {intervalDays, intervalMicros} from './interval-form';

// Grouping equality of rows: NULL = NULL. `exact` compares representations, else values as GROUP BY equates them.

/**
 * Row rowsA[i] of `columns` against row reference rowsB[i] of `directory`, column listA[c] against listB[c]: clears mask[i]
 * (u8) where they differ; lanes whose mask is 0 already are not looked at.
 */
export function rowsEqual(
  columns: usize, listA: usize, rowsA: usize, directory: usize, listB: usize, rowsB: usize,
  width: u32, n: usize, exact: bool, mask: usize,
): void {
  for (let c: u32 = 0; c < width; c++) {
    const a = columnAt(columns, columnNumber(listA, c));
    const b = columnNumber(listB, c);
    const kind = physical(a);
    if (kind == INT64 || (kind == FLOAT64 && exact)) fixedEqual<u64>(a, rowsA, directory, b, rowsB, n, mask);
    else if (kind == INT32 || (kind == FLOAT32 && exact)) fixedEqual<u32>(a, rowsA, directory, b, rowsB, n, mask);
    else if (kind == INT16) fixedEqual<u16>(a, rowsA, directory, b, rowsB, n, mask);
    else if ((kind == BYTES && (exact || isPlain(a))) || (kind == DECIMAL && exact)) bytesColumnEqual(a, rowsA, directory, b, rowsB, n, mask);
    else {
      for (let i: usize = 0; i < n; i++) {
        if (load<u8>(mask + i) == 0) continue;
        const row = load<u32>(rowsB + (i << 2));
        const other = columnAt(columnsOf(directory, row), b);
        if (!valuesEqual(a, rowAt(rowsA, i), other, row & SEGMENT_MASK, exact)) store<u8>(mask + i, 0);
      }
    }
  }
}

function fixedEqual<T>(a: usize, rowsA: usize, directory: usize, b: u32, rowsB: usize, n: usize, mask: usize): void {
  const lanes = values(a);
  const bits = validity(a);
  for (let i: usize = 0; i < n; i++) {
    if (load<u8>(mask + i) == 0) continue;
    const rowA = <usize>rowAt(rowsA, i);
    const reference = load<u32>(rowsB + (i << 2));
    const other = columnAt(columnsOf(directory, reference), b);
    const rowB = <usize>(reference & SEGMENT_MASK);
    let same = load<T>(lanes + rowA * sizeof<T>()) == load<T>(values(other) + rowB * sizeof<T>());
    const otherBits = validity(other);
    if ((bits | otherBits) != 0) {
      const validA = isValid(bits, rowA);
      const validB = isValid(otherBits, rowB);
      same = validA == validB && (!validA || same);
    }
    store<u8>(mask + i, <u8>same);
  }
}

function bytesColumnEqual(a: usize, rowsA: usize, directory: usize, b: u32, rowsB: usize, n: usize, mask: usize): void {
  const bits = validity(a);
  const ends = offsets(a);
  const bytes = values(a);
  for (let i: usize = 0; i < n; i++) {
    if (load<u8>(mask + i) == 0) continue;
    const rowA = <usize>rowAt(rowsA, i);
    const reference = load<u32>(rowsB + (i << 2));
    const other = columnAt(columnsOf(directory, reference), b);
    const rowB = <usize>(reference & SEGMENT_MASK);
    const validA = isValid(bits, rowA);
    let same = validA == isValid(validity(other), rowB);
    if (same && validA) same = bytesEqualAt(ends, bytes, rowA, offsets(other), values(other), rowB);
    store<u8>(mask + i, <u8>same);
  }
}

// @ts-ignore: decorator
@inline
function bytesEqualAt(endsA: usize, bytesA: usize, rowA: usize, endsB: usize, bytesB: usize, rowB: usize): bool {
  const startA = <usize>load<u32>(endsA + (rowA << 2));
  const startB = <usize>load<u32>(endsB + (rowB << 2));
  const length = <usize>load<u32>(endsA + (rowA << 2), 4) - startA;
  if (<usize>load<u32>(endsB + (rowB << 2), 4) - startB != length) return false;
  return bytesEqual(bytesA + startA, bytesB + startB, length);
}

function jsonEqualAt(endsA: usize, bytesA: usize, rowA: usize, endsB: usize, bytesB: usize, rowB: usize): bool {
  const startA = <usize>load<u32>(endsA + (rowA << 2));
  const startB = <usize>load<u32>(endsB + (rowB << 2));
  const lengthA = <usize>load<u32>(endsA + (rowA << 2), 4) - startA;
  const lengthB = <usize>load<u32>(endsB + (rowB << 2), 4) - startB;
  return compareJson(bytesA + startA, lengthA, bytesB + startB, lengthB) == 0;
}

// @ts-ignore: decorator
@inline
export function bytesEqual(a: usize, b: usize, length: usize): bool {
  if (length >= 8) {
    const lastA = a + length - 8;
    const lastB = b + length - 8;
    while (a < lastA) {
      if (load<u64>(a) != load<u64>(b)) return false;
      a += 8;
      b += 8;
    }
    return load<u64>(lastA) == load<u64>(lastB);
  }
  if (length >= 4) {
    return load<u32>(a) == load<u32>(b) && load<u32>(a + length - 4) == load<u32>(b + length - 4);
  }
  for (let i: usize = 0; i < length; i++) if (load<u8>(a + i) != load<u8>(b + i)) return false;
  return true;
}

/** But for the blanks at their ends. */
function paddedEqualAt(offsetsA: usize, lanesA: usize, rowA: usize, offsetsB: usize, lanesB: usize, rowB: usize): bool {
  const a = lanesA + <usize>load<u32>(offsetsA + (rowA << 2));
  const b = lanesB + <usize>load<u32>(offsetsB + (rowB << 2));
  const length = unpaddedLength(a, lanesA + <usize>load<u32>(offsetsA + (rowA << 2), 4) - a);
  if (length != unpaddedLength(b, lanesB + <usize>load<u32>(offsetsB + (rowB << 2), 4) - b)) return false;
  return bytesEqual(a, b, length);
}

/** One value against one other of the same layout. */
export function valuesEqual(a: usize, rowA: usize, b: usize, rowB: usize, exact: bool): bool {
  const valid = isValid(validity(a), rowA);
  if (valid != isValid(validity(b), rowB)) return false;
  if (!valid) return true;
  const kind = physical(a);
  const lanesA = values(a);
  const lanesB = values(b);
  if (kind == BIT) return bitAt(lanesA, rowA) == bitAt(lanesB, rowB);
  if (kind == INT16) return load<u16>(lanesA + (rowA << 1)) == load<u16>(lanesB + (rowB << 1));
  if (kind == INT32 || (kind == FLOAT32 && exact)) return load<u32>(lanesA + (rowA << 2)) == load<u32>(lanesB + (rowB << 2));
  if (kind == INT64 || (kind == FLOAT64 && exact)) return load<u64>(lanesA + (rowA << 3)) == load<u64>(lanesB + (rowB << 3));
  if (kind == FLOAT32) return floatsEqual(<f64>load<f32>(lanesA + (rowA << 2)), <f64>load<f32>(lanesB + (rowB << 2)));
  if (kind == FLOAT64) return floatsEqual(load<f64>(lanesA + (rowA << 3)), load<f64>(lanesB + (rowB << 3)));
  if (kind == BYTES || (kind == DECIMAL && exact)) {
    if (bytesEqualAt(offsets(a), lanesA, rowA, offsets(b), lanesB, rowB)) return true;
    if (exact) return false;
    if (isPadded(a)) return paddedEqualAt(offsets(a), lanesA, rowA, offsets(b), lanesB, rowB);
    return isJson(a) && jsonEqualAt(offsets(a), lanesA, rowA, offsets(b), lanesB, rowB);
  }
  if (kind == DECIMAL) {
    return decimalsEqual(
      lanesA + <usize>load<u32>(offsets(a) + (rowA << 2)),
      lanesB + <usize>load<u32>(offsets(b) + (rowB << 2)),
    );
  }
  if (kind == LIST) return listsEqual(a, rowA, b, rowB, exact);
  if (kind == INTERVAL && !exact) {
    const x = lanesA + (rowA << 4);
    const y = lanesB + (rowB << 4);
    return intervalDays(x) == intervalDays(y) && intervalMicros(x) == intervalMicros(y);
  }
  if (kind == STRUCT) return structsEqual(a, rowA, b, rowB, exact);
  return (
    load<u64>(lanesA + (rowA << 4)) == load<u64>(lanesB + (rowB << 4)) &&
    load<u64>(lanesA + (rowA << 4), 8) == load<u64>(lanesB + (rowB << 4), 8)
  );
}

/** All of the listed columns. */
export function rowEqual(
  columnsA: usize, listA: usize, rowA: usize, columnsB: usize, listB: usize, rowB: usize, width: u32, exact: bool,
): bool {
  for (let c: u32 = 0; c < width; c++) {
    const a = columnAt(columnsA, columnNumber(listA, c));
    if (!valuesEqual(a, rowA, columnAt(columnsB, columnNumber(listB, c)), rowB, exact)) return false;
  }
  return true;
}

// @ts-ignore: decorator
@inline
function floatsEqual(a: f64, b: f64): bool {
  return a == b || (a != a && b != b);
}

function decimalsEqual(a: usize, b: usize): bool {
  if (decimalKind(a) != decimalKind(b)) return false;
  const digits = decimalDigits(a);
  if (digits != decimalDigits(b)) return false;
  if (digits == 0) return true;
  return decimalWeight(a) == decimalWeight(b) && bytesEqual(decimalStart(a), decimalStart(b), <usize>digits << 1);
}

function listsEqual(a: usize, rowA: usize, b: usize, rowB: usize, exact: bool): bool {
  const startA = <usize>load<u32>(offsets(a) + (rowA << 2));
  const startB = <usize>load<u32>(offsets(b) + (rowB << 2));
  const length = <usize>load<u32>(offsets(a) + (rowA << 2), 4) - startA;
  if (<usize>load<u32>(offsets(b) + (rowB << 2), 4) - startB != length) return false;
  for (let i: usize = 0; i < length; i++) {
    if (!valuesEqual(children(a), startA + i, children(b), startB + i, exact)) return false;
  }
  return shapesEqual(shapeAt(a, rowA), shapeAt(b, rowB));
}

function structsEqual(a: usize, rowA: usize, b: usize, rowB: usize, exact: bool): bool {
  const fields = childCount(a);
  for (let i: u32 = 0; i < fields; i++) {
    const at = <usize>i * COLUMN_BYTES;
    if (!valuesEqual(children(a) + at, rowA, children(b) + at, rowB, exact)) return false;
  }
  return true;
}
