// LZ4 frames (lz4/lz4, lz4_Frame_format.md and lz4_Block_format.md). Checksums are passed over: what carries the frame has
// its own.
import {copyLiterals, copyMatch, DAMAGED, MOST_BYTES, TOO_LARGE} from './copy-match';

const MAGIC: u32 = 0x184d2204;
// 16 numbers from here on open a frame to be skipped.
const SKIPPABLE: u32 = 0x184d2a50;

const HAS_BLOCK_CHECKSUM: u32 = 1 << 4;
const HAS_CONTENT_SIZE: u32 = 1 << 3;
const HAS_CONTENT_CHECKSUM: u32 = 1 << 2;
const HAS_DICTIONARY: u32 = 1;

/** The most bytes that the output can have; DAMAGED, TOO_LARGE. */
export function lz4_bound(source: usize, length: u32): i32 {
  return walkFrames(source, length, 0, 0);
}

/** Decodes into `to`, which has room for `capacity` bytes (lz4_bound) and 32 more. Returns the bytes written, or DAMAGED. */
export function lz4_decode(source: usize, length: u32, to: usize, capacity: u32): i32 {
  return walkFrames(source, length, to, capacity);
}

/** `to` = 0: counts what the blocks may hold at most. */
function walkFrames(source: usize, length: u32, to: usize, capacity: u32): i32 {
  const end = source + <usize>length;
  const start = to;
  const limit = to + <usize>capacity;
  let bound: u64 = 0;
  let at = source;
  while (at < end) {
    if (end - at < 8) return DAMAGED;
    const magic = load<u32>(at);
    if ((magic & 0xfffffff0) == SKIPPABLE) {
      const skipped = <usize>load<u32>(at, 4);
      at += 8;
      if (skipped > end - at) return DAMAGED;
      at += skipped;
      continue;
    }
    const flags = <u32>load<u8>(at, 4);
    const blockCode = (<u32>load<u8>(at, 5) >> 4) & 7;
    if (magic != MAGIC || flags >> 6 != 1 || (flags & HAS_DICTIONARY) != 0 || blockCode < 4) return DAMAGED;
    const blockMost: usize = 1 << (8 + 2 * blockCode);
    const header: usize = flags & HAS_CONTENT_SIZE ? 15 : 7;
    if (end - at < header) return DAMAGED;
    at += header;
    const frame = to;
    while (true) {
      if (end - at < 4) return DAMAGED;
      const word = load<u32>(at);
      at += 4;
      if (word == 0) break;
      const packed = <usize>(word & 0x7fffffff);
      if (packed > end - at) return DAMAGED;
      if (start == 0) {
        // A byte of input gives at most 255 of output.
        bound += word >> 31 ? <u64>packed : min<u64>(<u64>blockMost, <u64>packed * 255);
        if (bound > MOST_BYTES) return TOO_LARGE;
      } else if (word >> 31) {
        if (packed > limit - to) return DAMAGED;
        memory.copy(to, at, packed);
        to += packed;
      } else {
        to = decodeBlock(at, at + packed, to, frame, min(limit, to + blockMost));
        if (to == 0) return DAMAGED;
      }
      at += packed;
      if (flags & HAS_BLOCK_CHECKSUM) at += 4;
      if (at > end) return DAMAGED;
    }
    if (flags & HAS_CONTENT_CHECKSUM) at += 4;
    if (at > end) return DAMAGED;
  }
  return start == 0 ? <i32>bound : <i32>(to - start);
}

/** The end of the output, or 0. Matches reach back as far as `first`. */
function decodeBlock(from: usize, end: usize, to: usize, first: usize, limit: usize): usize {
  while (from < end) {
    const token = <usize>load<u8>(from++);
    let length = token >> 4;
    if (length == 15) {
      let more: usize;
      do {
        if (from >= end) return 0;
        more = <usize>load<u8>(from++);
        length += more;
      } while (more == 255);
    }
    if (length > end - from || length > limit - to) return 0;
    copyLiterals(to, from, length);
    from += length;
    to += length;
    // The last sequence has no match.
    if (from == end) return to;
    if (end - from < 2) return 0;
    const distance = <usize>load<u16>(from);
    from += 2;
    if (distance == 0 || distance > to - first) return 0;
    length = (token & 15) + 4;
    if (length == 19) {
      let more: usize;
      do {
        if (from >= end) return 0;
        more = <usize>load<u8>(from++);
        length += more;
      } while (more == 255);
    }
    if (length > limit - to) return 0;
    copyMatch(to, distance, length);
    to += length;
  }
  return 0;
}
