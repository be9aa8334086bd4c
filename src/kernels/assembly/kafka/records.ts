// Walks the records of a Kafka record batch (message format v2, uncompressed): varints, keys and headers are passed
// over, what comes out is where each value lies.

// Where reading stands and whether it ran off the end, at `cursor`: {address u32, failed u32}.
function varint(cursor: usize, end: usize): i64 {
  let at = <usize>load<u32>(cursor);
  let value: u64 = 0;
  let shift: u64 = 0;
  while (true) {
    if (at >= end || shift > 63) {
      store<u32>(cursor, 1, 4);
      return 0;
    }
    const byte = load<u8>(at++);
    value |= (<u64>(byte & 0x7f)) << shift;
    if (byte < 0x80) break;
    shift += 7;
  }
  store<u32>(cursor, <u32>at);
  // zigzag
  return <i64>((value >> 1) ^ (0 - (value & 1)));
}

/**
 * Reads `count` records from `address` up to `end` (offsets in memory). Writes for record i where its value lies to
 * values[i] (u32 address, i32 length, −1 = null) and its offset delta to deltas[i] (i32). `cursor`: 8 bytes of
 * scratch. Returns the number of records read: less than `count` if the bytes are malformed.
 */
export function kafka_records(
  address: usize,
  end: usize,
  count: i32,
  values: usize,
  deltas: usize,
  cursor: usize,
): i32 {
  store<u32>(cursor, <u32>address);
  store<u32>(cursor, 0, 4);
  for (let i = 0; i < count; i++) {
    const length = varint(cursor, end);
    const start = <usize>load<u32>(cursor);
    if (load<u32>(cursor, 4) != 0 || length < 0 || <u64>length > <u64>(end - start)) return i;
    const next = start + <usize>length;
    store<u32>(cursor, <u32>(start + 1)); // attributes
    varint(cursor, next); // timestamp delta
    const delta = varint(cursor, next);
    const keyLength = varint(cursor, next);
    if (keyLength > 0) {
      const at = <usize>load<u32>(cursor);
      if (<u64>keyLength > <u64>(next - at)) return i;
      store<u32>(cursor, <u32>(at + <usize>keyLength));
    }
    const valueLength = varint(cursor, next);
    const value = <usize>load<u32>(cursor);
    if (load<u32>(cursor, 4) != 0 || (valueLength > 0 && <u64>valueLength > <u64>(next - value))) return i;
    store<u32>(values + (<usize>i << 3), <u32>value);
    store<i32>(values + (<usize>i << 3), valueLength < 0 ? -1 : <i32>valueLength, 4);
    store<i32>(deltas + (<usize>i << 2), <i32>delta);
    store<u32>(cursor, <u32>next); // headers are passed over
  }
  return count;
}
