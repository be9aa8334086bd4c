// Walks the records of a Kafka record batch (message format v2, uncompressed; Kafka protocol guide, "Record"): varints,
// keys and headers are passed over, what comes out is where each value lies. Up to 8 bytes past the end may be read,
// never used.

// Bytes of a varint in the low 4 bits, 0 = more than 8; its value above them.
// @ts-ignore: decorator
@inline
function varint(at: usize): i64 {
  const word = load<u64>(at);
  // The highest bit of each byte that ends a varint.
  const ends = ~word & 0x8080808080808080;
  if (ends == 0) return 0;
  const used = word & (ends ^ (ends - 1)) & 0x7f7f7f7f7f7f7f7f;
  const pairs = (used & 0x007f007f007f007f) | ((used & 0x7f007f007f007f00) >> 1);
  const fours = (pairs & 0x00003fff00003fff) | ((pairs & 0x3fff00003fff0000) >> 2);
  const value = (fours & 0x0fffffff) | ((fours & 0x0fffffff00000000) >> 4);
  const bytes = (ctz(ends) + 1) >> 3;
  // zigzag
  return (<i64>((value >> 1) ^ (0 - (value & 1))) << 4) | <i64>bytes;
}

/** Bytes of a varint of any length up to 10; 0 when it is longer. */
function varintBytes(at: usize): usize {
  for (let i: usize = 0; i < 10; i++) if (load<u8>(at + i) < 0x80) return i + 1;
  return 0;
}

/**
 * Reads `count` records from `address` up to `end`. Of those with a value and first ≤ offset delta < last it writes where the
 * value lies to `values` (u32 address, u32 length) and base + offset delta to `offsets` (i64). Returns how many it has
 * written; −1 − i when record i is malformed.
 */
export function kafka_records(
  address: usize,
  end: usize,
  count: i32,
  base: i64,
  first: i64,
  last: i64,
  values: usize,
  offsets: usize,
): i32 {
  let at = address;
  let kept: usize = 0;
  for (let i = 0; i < count; i++) {
    if (at >= end) return -1 - i;
    const size = varint(at);
    if ((size & 15) == 0 || size < 0) return -1 - i;
    at += <usize>(size & 15);
    if (at > end || (size >> 4) > <i64>(end - at)) return -1 - i;
    const next = at + <usize>(size >> 4);
    at++; // attributes
    if (at >= next) return -1 - i;
    const time = varintBytes(at);
    at += time;
    if (time == 0 || at >= next) return -1 - i;
    const delta = varint(at);
    at += <usize>(delta & 15);
    if ((delta & 15) == 0 || at >= next) return -1 - i;
    const key = varint(at);
    at += <usize>(key & 15);
    if ((key & 15) == 0 || at >= next) return -1 - i;
    if (key > 0) {
      if ((key >> 4) >= <i64>(next - at)) return -1 - i;
      at += <usize>(key >> 4);
    }
    const value = varint(at);
    at += <usize>(value & 15);
    if ((value & 15) == 0 || at > next) return -1 - i;
    if (value >= 0) {
      if ((value >> 4) > <i64>(next - at)) return -1 - i;
      if ((delta >> 4) >= first && (delta >> 4) < last) {
        store<u32>(values + (kept << 3), <u32>at);
        store<u32>(values + (kept << 3), <u32>(value >> 4), 4);
        store<i64>(offsets + (kept << 3), base + (delta >> 4));
        kept++;
      }
    }
    at = next; // headers are passed over
  }
  return <i32>kept;
}
