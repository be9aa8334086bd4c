import {closeColumn, childAt, dropColumn, openColumn, truncateColumn} from './columns';
import {
  CHILD_COUNT, CONSUMED, ERRORS, ERROR_CAPACITY, ERROR_COUNT, FAIL, FAIL_AT, FAIL_HOST, FAIL_NODE, NOT_OBJECT,
  RECORD, ROOT, ROWS, SYNTAX, TRUNCATED, fail,
} from './layout';
import {objectFields} from './object';
import {OPEN_BRACE, skipSpace, skipValue} from './scan';

// Records to columns: `json_open`, `json_decode` until all records are taken, then `json_close` and the columns are in the
// nodes.

/** json_decode's answers. */
const ALL_DONE: i32 = 0;
/** A value needs the host: FAIL_AT … FAIL_END, for FAIL_NODE, in record RECORD. */
const HOST_NEEDED: i32 = 1;
/** The list of errors is full. */
const ERRORS_FULL: i32 = 2;

/**
 * Finds the lines in `length` bytes: address and length of up to `most` records into `records` (u32 pairs), blank ones left
 * out. With `final`, the last line needs no line feed. How many there are; bytes taken at CONSUMED.
 */
export function json_lines(context: usize, bytes: usize, length: u32, final: u32, records: usize, most: u32): u32 {
  const end = bytes + length;
  let start = bytes;
  let count: u32 = 0;
  let p = bytes;
  const feed = i8x16.splat(0x0a);
  while (p < end && count < most) {
    const a = i8x16.eq(v128.load(p), feed);
    const b = i8x16.eq(v128.load(p, 16), feed);
    const c = i8x16.eq(v128.load(p, 32), feed);
    const d = i8x16.eq(v128.load(p, 48), feed);
    if (v128.any_true(v128.or(v128.or(a, b), v128.or(c, d)))) {
      let found = bits(a) | (bits(b) << 16) | (bits(c) << 32) | (bits(d) << 48);
      while (found != 0 && count < most) {
        const stop = p + <usize>ctz(found);
        found &= found - 1;
        if (stop >= end) break;
        count = addLine(records, count, start, stop);
        start = stop + 1;
      }
    }
    p += 64;
  }
  if (final && count < most && start < end && p >= end) {
    count = addLine(records, count, start, end);
    start = end;
  }
  store<u32>(context, <u32>(start - bytes), CONSUMED);
  return count;
}

// @ts-ignore: decorator
@inline
function bits(lanes: v128): u64 {
  return <u64><u32>i8x16.bitmask(lanes);
}

// @ts-ignore: decorator
@inline
function addLine(records: usize, count: u32, start: usize, stop: usize): u32 {
  if (start == stop || (load<u8>(start) <= 0x20 && skipSpace(start, stop) == stop)) return count;
  store<u32>(records + (<usize>count << 3), <u32>start);
  store<u32>(records + (<usize>count << 3), <u32>(stop - start), 4);
  return count + 1;
}

/** Begins a batch of up to `rows` rows. */
export function json_open(context: usize, rows: u32): void {
  const root = <usize>load<u32>(context, ROOT);
  const columns = load<u32>(root, CHILD_COUNT);
  store<u32>(context, 0, ROWS);
  store<u32>(context, 0, ERROR_COUNT);
  for (let i: u32 = 0; i < columns; i++) openColumn(childAt(root, i), rows);
}

/** Decodes the records from … count - 1 (u32 pairs of address and length) into the open batch. */
export function json_decode(context: usize, records: usize, from: u32, count: u32): i32 {
  const root = <usize>load<u32>(context, ROOT);
  let row = load<u32>(context, ROWS);
  let record = from;
  let answer = ALL_DONE;
  for (; record < count; record++) {
    const start = <usize>load<u32>(records + (<usize>record << 3));
    const end = start + load<u32>(records + (<usize>record << 3), 4);
    if (decodeRecord(context, root, start, end, row)) {
      row++;
      continue;
    }
    const columns = load<u32>(root, CHILD_COUNT);
    for (let i: u32 = 0; i < columns; i++) truncateColumn(childAt(root, i), row);
    if (load<u32>(context, FAIL) == FAIL_HOST) {
      answer = HOST_NEEDED;
      break;
    }
    const errors = load<u32>(context, ERROR_COUNT);
    if (errors == load<u32>(context, ERROR_CAPACITY)) {
      answer = ERRORS_FULL;
      break;
    }
    const entry = <usize>load<u32>(context, ERRORS) + (<usize>errors << 4);
    store<u32>(entry, record);
    store<u32>(entry, load<u32>(context, FAIL), 4);
    store<u32>(entry, load<u32>(context, FAIL_AT) - <u32>start, 8);
    store<u32>(entry, load<u32>(context, FAIL_NODE), 12);
    store<u32>(context, errors + 1, ERROR_COUNT);
  }
  store<u32>(context, row, ROWS);
  store<u32>(context, record, RECORD);
  return answer;
}

// @ts-ignore: decorator
@inline
function decodeRecord(context: usize, root: usize, p: usize, end: usize, row: u32): bool {
  p = skipSpace(p, end);
  if (p >= end || load<u8>(p) != OPEN_BRACE) {
    notObject(context, p, end);
    return false;
  }
  p = objectFields(context, root, p + 1, end, row);
  if (p == 0) return false;
  if (p == end) return true;
  // A number was taken past the record's end.
  if (p > end) {
    fail(context, TRUNCATED, end, 0);
    return false;
  }
  p = skipSpace(p, end);
  if (p == end) return true;
  fail(context, SYNTAX, p, 0);
  return false;
}

/** Fails, as other JSON or as none. */
function notObject(context: usize, p: usize, end: usize): void {
  const behind = skipValue(context, p, end, 0);
  if (behind == 0) return;
  const rest = skipSpace(behind, end);
  if (rest < end) fail(context, SYNTAX, rest, 0);
  else fail(context, NOT_OBJECT, p, 0);
}

/** Completes the batch; its columns' buffers are the caller's, who takes them from the nodes. How many rows. */
export function json_close(context: usize): u32 {
  const root = <usize>load<u32>(context, ROOT);
  const rows = load<u32>(context, ROWS);
  const columns = load<u32>(root, CHILD_COUNT);
  for (let i: u32 = 0; i < columns; i++) closeColumn(childAt(root, i), rows);
  return rows;
}

/** Gives the open batch up and frees its buffers. */
export function json_drop(context: usize): void {
  const root = <usize>load<u32>(context, ROOT);
  const columns = load<u32>(root, CHILD_COUNT);
  for (let i: u32 = 0; i < columns; i++) dropColumn(childAt(root, i));
}
