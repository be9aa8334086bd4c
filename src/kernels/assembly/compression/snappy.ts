// Snappy blocks (google/snappy, format_description.txt): a length as a varint, then literals and copies. Kafka's Java
// clients put several of them into one frame ("xerial": 16 bytes of header, then a length in front of each block).
import {copyLiterals, copyMatch, DAMAGED, MOST_BYTES, TOO_LARGE} from './copy-match';

// The first 8 bytes of the frame: 0x82 "SNAPPY" 0.
const FRAME_MAGIC: u64 = 0x00595050414e5382;
const FRAME_HEADER: usize = 16;

/** Bytes that the block's varint takes. */
function lengthBytes(from: usize, end: usize): usize {
  for (let at = from; at < end && at < from + 5; at++) if (load<u8>(at) < 0x80) return at + 1 - from;
  return 0;
}

function blockLength(from: usize, bytes: usize): u64 {
  let length: u64 = 0;
  for (let i: usize = 0; i < bytes; i++) length |= (<u64>load<u8>(from + i) & 0x7f) << (7 * i);
  return length;
}

function isFrame(source: usize, length: u32): bool {
  return length >= FRAME_HEADER && load<u64>(source) == FRAME_MAGIC;
}

/** Bytes of the output; DAMAGED, TOO_LARGE. */
export function snappy_size(source: usize, length: u32): i32 {
  const end = source + <usize>length;
  if (!isFrame(source, length)) {
    const bytes = lengthBytes(source, end);
    if (bytes == 0) return DAMAGED;
    const size = blockLength(source, bytes);
    return size > MOST_BYTES ? TOO_LARGE : <i32>size;
  }
  let total: u64 = 0;
  let at = source + FRAME_HEADER;
  while (at < end) {
    if (end - at < 4) return DAMAGED;
    const packed = <usize>bswap<u32>(load<u32>(at));
    at += 4;
    if (packed > end - at) return DAMAGED;
    const bytes = lengthBytes(at, at + packed);
    if (bytes == 0) return DAMAGED;
    total += blockLength(at, bytes);
    if (total > MOST_BYTES) return TOO_LARGE;
    at += packed;
  }
  return <i32>total;
}

/** Decodes into `to`, which has room for `size` bytes (snappy_size) and 32 more. Returns `size`, or DAMAGED. */
export function snappy_decode(source: usize, length: u32, to: usize, size: u32): i32 {
  const end = source + <usize>length;
  const limit = to + <usize>size;
  if (!isFrame(source, length)) return decodeBlock(source, end, to, limit) == limit ? <i32>size : DAMAGED;
  let out = to;
  let at = source + FRAME_HEADER;
  while (at < end) {
    const packed = <usize>bswap<u32>(load<u32>(at));
    at += 4;
    out = decodeBlock(at, at + packed, out, limit);
    if (out == 0) return DAMAGED;
    at += packed;
  }
  return out == limit ? <i32>size : DAMAGED;
}

/** The end of the output, or 0. */
function decodeBlock(from: usize, end: usize, to: usize, limit: usize): usize {
  const bytes = lengthBytes(from, end);
  const size = <usize>blockLength(from, bytes);
  if (bytes == 0 || size > limit - to) return 0;
  const start = to;
  const last = to + size;
  from += bytes;
  while (from < end) {
    const tag = <usize>load<u8>(from++);
    let distance: usize;
    let length: usize;
    switch (tag & 3) {
      case 0: {
        length = (tag >> 2) + 1;
        if (length > 60) {
          const more = length - 60;
          if (more > end - from) return 0;
          length = <usize>((load<u32>(from) & (0xffffffff >> ((4 - <u32>more) << 3)))) + 1;
          from += more;
          if (length == 0) return 0;
        }
        if (length > end - from || length > last - to) return 0;
        copyLiterals(to, from, length);
        from += length;
        to += length;
        continue;
      }
      case 1:
        if (from + 1 > end) return 0;
        length = ((tag >> 2) & 7) + 4;
        distance = ((tag >> 5) << 8) | <usize>load<u8>(from);
        from += 1;
        break;
      case 2:
        if (from + 2 > end) return 0;
        length = (tag >> 2) + 1;
        distance = <usize>load<u16>(from);
        from += 2;
        break;
      default:
        if (from + 4 > end) return 0;
        length = (tag >> 2) + 1;
        distance = <usize>load<u32>(from);
        from += 4;
    }
    if (distance == 0 || distance > to - start || length > last - to) return 0;
    copyMatch(to, distance, length);
    to += length;
  }
  return to == last ? to : 0;
}
