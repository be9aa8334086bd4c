import {childAt, endLane, fillNulls, ready, rowOf, setNull} from './columns';
import {hostValue, putBoolean} from './host';
import {
  BIGINT, BOOLEAN, BYTEA, CHILD_COUNT, DATE, DOUBLE, INTEGER, JSON, JSONB, KEY, KEY_BUFFER, KEY_LENGTH, KIND, LIST, LONGEST_TOKEN,
  NEXT, NOT_ARRAY, NOT_OBJECT, NUMERIC, NUMERIC128, NUMERIC64, ORDER, ORDER_END, REAL, SLOT_BYTES,
  SLOT_FIELD, SLOT_LENGTH, SLOT_MASK, SLOT_TOKEN, SMALLINT, STRUCT, TABLE, TABLE_MASK,
  TEXT, TIME, TIMESTAMP, TIMESTAMPTZ, TRUNCATED, USED, UUID, fail,
} from './layout';
import {jsonValue, jsonbValue} from './jsonb';
import {bigintValue, inlineBigint, doubleValue, integerValue, realValue, smallintValue} from './number';
import {numeric128Value, numeric64Value, numericValue} from './numeric';
import {byteaValue, uuidValue} from './opaque';
import {
  BACKSLASH, CLOSE_BRACE, CLOSE_BRACKET, COLON, COMMA, OPEN_BRACE, OPEN_BRACKET, QUOTE, skipSpace, skipString, skipValue,
  syntax,
} from './scan';
import {dateValue, inlineTimestamp, timeValue, timestampValue} from './temporal';
import {escapeLength, escaped, inlineText, putUtf8, textValue} from './text';

// Objects and arrays of declared shape.

const TRUE: u32 = 0x65757274;
const NULL: u32 = 0x6c6c756e;
const ALSE: u32 = 0x65736c61;

/** The value at `p` becomes the row's lane; behind it. */
function value(context: usize, node: usize, p: usize, end: usize, row: u32): usize {
  if (p >= end) return fail(context, TRUNCATED, end, 0);
  if (load<u8>(p) == 0x6e && load<u32>(p) == NULL && p + 4 <= end) {
    setNull(node, row);
    return p + 4;
  }
  switch (load<u32>(node)) {
    case BIGINT: return bigintValue(context, node, p, end, row);
    case TEXT: return textValue(context, node, p, end, row);
    case TIMESTAMP: return timestampValue(context, node, p, end, row, TIMESTAMP);
    case TIMESTAMPTZ: return timestampValue(context, node, p, end, row, TIMESTAMPTZ);
    case INTEGER: return integerValue(context, node, p, end, row);
    case DOUBLE: return doubleValue(context, node, p, end, row);
    case BOOLEAN: return booleanValue(context, node, p, end, row);
    case SMALLINT: return smallintValue(context, node, p, end, row);
    case REAL: return realValue(context, node, p, end, row);
    case NUMERIC64: return numeric64Value(context, node, p, end, row);
    case NUMERIC128: return numeric128Value(context, node, p, end, row);
    case NUMERIC: return numericValue(context, node, p, end, row);
    case BYTEA: return byteaValue(context, node, p, end, row);
    case DATE: return dateValue(context, node, p, end, row);
    case TIME: return timeValue(context, node, p, end, row);
    case UUID: return uuidValue(context, node, p, end, row);
    case JSON: return jsonValue(context, node, p, end, row);
    case JSONB: return jsonbValue(context, node, p, end, row);
    case LIST: return listValue(context, node, p, end, row);
    case STRUCT: return structValue(context, node, p, end, row);
  }
  return hostValue(context, node, p, end, row);
}

function booleanValue(context: usize, node: usize, p: usize, end: usize, row: u32): usize {
  if (load<u32>(p) == TRUE && p + 4 <= end) {
    putBoolean(node, row, 1);
    return p + 4;
  }
  if (load<u32>(p, 1) == ALSE && load<u8>(p) == 0x66 && p + 5 <= end) {
    putBoolean(node, row, 0);
    return p + 5;
  }
  return hostValue(context, node, p, end, row);
}

function structValue(context: usize, node: usize, p: usize, end: usize, row: u32): usize {
  if (load<u8>(p) != OPEN_BRACE) {
    const behind = skipValue(context, p, end, 0);
    return behind == 0 ? 0 : fail(context, NOT_OBJECT, p, node);
  }
  ready(node, row);
  p = objectFields(context, node, p + 1, end, row);
  if (p == 0) return 0;
  store<u32>(node, row + 1, NEXT);
  return p;
}

function listValue(context: usize, node: usize, p: usize, end: usize, row: u32): usize {
  if (load<u8>(p) != OPEN_BRACKET) {
    const behind = skipValue(context, p, end, 0);
    return behind == 0 ? 0 : fail(context, NOT_ARRAY, p, node);
  }
  ready(node, row);
  const element = childAt(node, 0);
  let count = load<u32>(node, USED);
  p = skipSpace(p + 1, end);
  if (p < end && load<u8>(p) == CLOSE_BRACKET) {
    endLane(node, row, count);
    return p + 1;
  }
  for (;;) {
    p = value(context, element, p, end, count);
    if (p == 0) return 0;
    count++;
    p = skipSpace(p, end);
    if (p >= end) return syntax(context, p, end);
    const c = <u32>load<u8>(p++);
    if (c == CLOSE_BRACKET) break;
    if (c != COMMA) return syntax(context, p - 1, end);
    p = skipSpace(p, end);
  }
  // Nulls at the end have left no lane.
  fillNulls(element, count);
  endLane(node, row, count);
  return p;
}

/** `value` with the commonest kinds at hand. */
// @ts-ignore: decorator
@inline
function fieldValue(context: usize, node: usize, p: usize, end: usize, row: u32): usize {
  const first = <u32>load<u8>(p);
  switch (load<u32>(node)) {
    case TEXT:
      if (first == QUOTE) return inlineText(context, node, p, end, row);
      break;
    case BIGINT:
      if (beginsNumber(first)) return inlineBigint(context, node, p, end, row);
      break;
    case INTEGER:
      if (beginsNumber(first)) return integerValue(context, node, p, end, row);
      break;
    case DOUBLE:
      if (beginsNumber(first)) return doubleValue(context, node, p, end, row);
      break;
    case TIMESTAMP:
    case TIMESTAMPTZ:
      if (first == QUOTE) return inlineTimestamp(context, node, p, end, row);
      break;
    case BOOLEAN:
      if (first != 0x6e) return booleanValue(context, node, p, end, row);
      break;
    case UUID:
      if (first == QUOTE) return uuidValue(context, node, p, end, row);
      break;
    case JSONB:
      if (first != 0x6e) return jsonbValue(context, node, p, end, row);
      break;
    case STRUCT:
      if (first == OPEN_BRACE) return structValue(context, node, p, end, row);
      break;
  }
  return value(context, node, p, end, row);
}

/** A digit or minus (or point or slash, which the number's own reader tells apart). */
// @ts-ignore: decorator
@inline
function beginsNumber(c: u32): bool {
  return c - 0x2d <= 0x39 - 0x2d;
}

/** The fields of the object whose brace is before `p`, in whatever order; behind its closing brace. */
export function objectFields(context: usize, node: usize, p: usize, end: usize, row: u32): usize {
  p = skipSpace(p, end);
  if (p < end && load<u8>(p) == CLOSE_BRACE) return p + 1;
  const order = <usize>load<u32>(node, ORDER);
  const lastSlot = <usize>load<u32>(node, ORDER_END) - 2 * SLOT_BYTES;
  let slot = order;
  while (true) {
    if (p >= end || load<u8>(p) != QUOTE) return syntax(context, p, end);
    // The key that stood here in the object before is likely to stand here again, or else the one after it.
    let found = matches(slot, p + 1);
    if (!found && matches(slot + SLOT_BYTES, p + 1)) {
      slot += SLOT_BYTES;
      found = true;
    }
    let field: usize;
    if (found) {
      field = <usize>load<u32>(slot, SLOT_FIELD);
      p += load<u32>(slot, SLOT_LENGTH);
    } else {
      const start = p + 1;
      p = skipString(context, start, end);
      if (p == 0) return 0;
      field = fieldByKey(context, node, start, p - 1);
      learn(slot, field, start, p + 1 - start);
      p = skipSpace(p, end);
      if (p >= end || load<u8>(p) != COLON) return syntax(context, p, end);
      p++;
    }
    // The last slot is never filled: whatever stands behind the keys that have one is looked up.
    if (slot < lastSlot) slot += SLOT_BYTES;
    if (load<u8>(p) <= 0x20) p = skipSpace(p, end);
    if (p >= end) return syntax(context, p, end);
    p = field != 0 ? fieldValue(context, field, p, end, rowOf(field, row)) : skipValue(context, p, end, 0);
    if (p == 0) return 0;
    if (load<u16>(p) == COMMA_QUOTE) {
      p++;
      continue;
    }
    p = skipSpace(p, end);
    if (p >= end) return syntax(context, p, end);
    const c = <u32>load<u8>(p++);
    if (c == CLOSE_BRACE) return p;
    if (c != COMMA) return syntax(context, p - 1, end);
    p = skipSpace(p, end);
  }
}

const COMMA_QUOTE: u32 = 0x222c;

/** The text at `p` is the slot's key, a quote and a colon. */
// @ts-ignore: decorator
@inline
function matches(slot: usize, p: usize): bool {
  const mask = load<u32>(slot, SLOT_MASK);
  const first = <u32>i8x16.bitmask(i8x16.eq(v128.load(p), v128.load(slot, SLOT_TOKEN)));
  if ((first & mask) == mask) return mask != 0;
  return mask > 0xffff && matchesLong(slot, p, first, mask);
}

function matchesLong(slot: usize, p: usize, first: u32, mask: u32): bool {
  const second = <u32>i8x16.bitmask(i8x16.eq(v128.load(p, 16), v128.load(slot, SLOT_TOKEN + 16)));
  return ((first | (second << 16)) & mask) == mask;
}

/** Keeps the key at `p`, whose quote and colon end `length` bytes further (if the colon stands right there). */
function learn(slot: usize, field: usize, p: usize, length: usize): void {
  if (length > LONGEST_TOKEN || load<u8>(p + length - 1) != COLON) {
    store<u32>(slot, 0, SLOT_MASK);
    return;
  }
  store<u32>(slot, <u32>field, SLOT_FIELD);
  store<u32>(slot, (<u32>1 << <u32>length) - 1, SLOT_MASK);
  store<u32>(slot, <u32>length + 1, SLOT_LENGTH);
  v128.store(slot, v128.load(p), SLOT_TOKEN);
  v128.store(slot, v128.load(p, 16), SLOT_TOKEN + 16);
}

function keyHash(p: usize, length: usize): u32 {
  // Length, first four and last four bytes tell the keys of one object apart well enough.
  let first: u32 = 0;
  let last: u32 = 0;
  if (length >= 4) {
    first = load<u32>(p);
    last = load<u32>(p + length - 4);
  } else {
    for (let i: usize = 0; i < length; i++) first = (first << 8) | <u32>load<u8>(p + i);
  }
  let hash = (first ^ rotl<u32>(last, 13) ^ (<u32>length * 0x85ebca6b)) * 0x9e3779b1;
  return hash ^ (hash >> 15);
}

/** The declared field of this name (its raw text in the source), 0 if there is none. */
function fieldByKey(context: usize, node: usize, start: usize, stop: usize): usize {
  for (let p = start; p < stop; p++) {
    if (load<u8>(p) == BACKSLASH) return fieldByEscapedKey(context, node, start, stop);
  }
  return lookUp(node, start, stop - start);
}

function lookUp(node: usize, key: usize, length: usize): usize {
  const table = <usize>load<u32>(node, TABLE);
  const mask = load<u32>(node, TABLE_MASK);
  let slot = keyHash(key, length) & mask;
  while (true) {
    const field = <usize>load<u32>(table + (<usize>slot << 2));
    if (field == 0) return 0;
    if (<usize>load<u32>(field, KEY_LENGTH) == length && memory.compare(<usize>load<u32>(field, KEY), key, length) == 0) {
      return field;
    }
    slot = (slot + 1) & mask;
  }
}

/** A key with escapes that is longer than this is no declared one: a key is at most 63 bytes as a column's name. */
const LONGEST_KEY: usize = 1024;

function fieldByEscapedKey(context: usize, node: usize, start: usize, stop: usize): usize {
  if (stop - start > LONGEST_KEY) return 0;
  const buffer = <usize>load<u32>(context, KEY_BUFFER);
  let out = buffer;
  for (let p = start; p < stop; ) {
    const c = <u32>load<u8>(p);
    if (c != BACKSLASH) {
      store<u8>(out++, c);
      p++;
      continue;
    }
    const code = escaped(context, p, stop);
    // Characters that no column's name can have: not a declared key.
    if (code < 0) return 0;
    out = putUtf8(out, <u32>code);
    p += escapeLength(p, <u32>code);
  }
  return lookUp(node, buffer, out - buffer);
}

/** Indexes the children of a struct by their keys, and those of its children. Tables and keys are in place, zero-filled. */
export function json_index(node: usize): void {
  const count = load<u32>(node, CHILD_COUNT);
  const isStruct = load<u32>(node, KIND) == STRUCT;
  for (let i: u32 = 0; i < count; i++) {
    const child = childAt(node, i);
    if (isStruct) indexField(node, child);
    json_index(child);
  }
}

function indexField(node: usize, field: usize): void {
  const key = <usize>load<u32>(field, KEY);
  const length = <usize>load<u32>(field, KEY_LENGTH);
  const table = <usize>load<u32>(node, TABLE);
  const mask = load<u32>(node, TABLE_MASK);
  let slot = keyHash(key, length) & mask;
  while (load<u32>(table + (<usize>slot << 2)) != 0) slot = (slot + 1) & mask;
  store<u32>(table + (<usize>slot << 2), <u32>field);
}
