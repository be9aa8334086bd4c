// Zstandard frames (RFC 8878). Dictionaries are not known, and checksums are passed over: what carries the frame has its own.
import {copyLiterals, copyMatch, DAMAGED, MOST_BYTES, TOO_LARGE} from './copy-match';
import {streamBits, top, window} from './zstd-bits';
import {
  constantTable,
  defaultTable,
  describedTable,
  LITERALS_LENGTH_CODE,
  MATCH_LENGTH_CODE,
  OFFSET_CODE,
} from './zstd-fse';
import {
  BLOCK_MOST,
  CONTEXT_BYTES,
  HUFFMAN_BITS,
  LENGTH_LOG,
  LENGTH_TABLE,
  LITERALS_AT,
  LITERALS_LENGTH,
  MATCH_LOG,
  MATCH_TABLE,
  OFFSET_LOG,
  OFFSET_TABLE,
  REPEATS,
} from './zstd-layout';
import {readLiterals} from './zstd-literals';

const MAGIC: u32 = 0xfd2fb528;
// 16 numbers from here on open a frame to be skipped.
const SKIPPABLE: u32 = 0x184d2a50;

const RAW: u32 = 0;
const REPEATED: u32 = 1;
const COMPRESSED: u32 = 2;

/** Bytes of working memory that zstd_decode takes. */
export function zstd_context_bytes(): u32 {
  return <u32>CONTEXT_BYTES;
}

/** The most bytes that the output can have; DAMAGED, TOO_LARGE. */
export function zstd_bound(source: usize, length: u32): i32 {
  return walkFrames(0, source, length, 0, 0);
}

/**
 * Decodes into `to`, which has room for `capacity` bytes (zstd_bound) and 32 more, with working memory at `context`. Returns
 * the bytes written, or DAMAGED.
 */
export function zstd_decode(context: usize, source: usize, length: u32, to: usize, capacity: u32): i32 {
  return walkFrames(context, source, length, to, capacity);
}

/** `context` = 0: counts what the blocks may hold at most. */
function walkFrames(context: usize, source: usize, length: u32, to: usize, capacity: u32): i32 {
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
    const header = headerBytes(flags);
    // Dictionaries, and a bit that must be 0.
    if (magic != MAGIC || (flags & 11) != 0 || end - at < 4 + header) return DAMAGED;
    at += 4 + header;
    if (context != 0) startFrame(context);
    const frame = to;
    let last: u32 = 0;
    while (!last) {
      if (end - at < 3) return DAMAGED;
      const word = <u32>load<u16>(at) | (<u32>load<u8>(at, 2) << 16);
      at += 3;
      last = word & 1;
      const kind = (word >> 1) & 3;
      const size = <usize>(word >> 3);
      const packed: usize = kind == REPEATED ? 1 : size;
      if (packed > end - at || (kind == COMPRESSED && size > BLOCK_MOST)) return DAMAGED;
      if (context == 0) {
        bound += kind == COMPRESSED ? <u64>BLOCK_MOST : <u64>size;
        if (bound > MOST_BYTES) return TOO_LARGE;
      } else if (kind == COMPRESSED) {
        to = decodeBlock(context, at, at + size, to, frame, min(limit, to + BLOCK_MOST));
        if (to == 0) return DAMAGED;
      } else {
        if (kind > COMPRESSED || size > limit - to) return DAMAGED;
        if (kind == RAW) memory.copy(to, at, size);
        else memory.fill(to, load<u8>(at), size);
        to += size;
      }
      at += packed;
    }
    if (flags & 4) at += 4;
    if (at > end) return DAMAGED;
  }
  return context == 0 ? <i32>bound : <i32>(to - start);
}

/** Bytes of the frame header behind the magic number. */
function headerBytes(flags: u32): usize {
  const single: u32 = (flags >> 5) & 1;
  const sizeCode = flags >> 6;
  const sizeBytes: u32 = sizeCode == 0 ? single : <u32>1 << sizeCode;
  return <usize>(1 + (1 - single) + sizeBytes);
}

function startFrame(context: usize): void {
  store<i32>(context, -1, LENGTH_LOG);
  store<i32>(context, -1, OFFSET_LOG);
  store<i32>(context, -1, MATCH_LOG);
  store<u32>(context, 0, HUFFMAN_BITS);
  store<u32>(context, 1, REPEATS);
  store<u32>(context, 4, REPEATS + 4);
  store<u32>(context, 8, REPEATS + 8);
}

/** The end of the output, or 0. Matches reach back as far as `first`. */
function decodeBlock(context: usize, from: usize, end: usize, to: usize, first: usize, limit: usize): usize {
  let at = readLiterals(context, from, end);
  if (at == 0 || at >= end) return 0;
  let sequences = <u32>load<u8>(at++);
  if (sequences >= 128) {
    if (sequences == 255) {
      if (end - at < 2) return 0;
      sequences = <u32>load<u16>(at) + 0x7f00;
      at += 2;
    } else {
      if (at >= end) return 0;
      sequences = ((sequences - 128) << 8) + <u32>load<u8>(at++);
    }
  }
  if (sequences != 0) {
    if (at >= end) return 0;
    const modes = <u32>load<u8>(at++);
    if (modes & 3) return 0;
    at = readTable(context, LENGTH_TABLE, LENGTH_LOG, LITERALS_LENGTH_CODE, 9, modes >> 6, at, end);
    if (at == 0) return 0;
    at = readTable(context, OFFSET_TABLE, OFFSET_LOG, OFFSET_CODE, 8, (modes >> 4) & 3, at, end);
    if (at == 0) return 0;
    at = readTable(context, MATCH_TABLE, MATCH_LOG, MATCH_LENGTH_CODE, 9, (modes >> 2) & 3, at, end);
    if (at == 0) return 0;
    to = runSequences(context, at, end, sequences, to, first, limit);
    if (to == 0) return 0;
  } else if (at != end) return 0;
  const rest = load<usize>(context, LITERALS_LENGTH);
  if (rest > limit - to) return 0;
  copyLiterals(to, load<usize>(context, LITERALS_AT), rest);
  return to + rest;
}

/** The table of one of the three codes, as `mode` says. Returns the address behind its description, or 0. */
function readTable(
  context: usize,
  table: usize,
  log: usize,
  kind: i32,
  mostLog: u32,
  mode: u32,
  from: usize,
  end: usize,
): usize {
  switch (mode) {
    case 0:
      defaultTable(context, context + table, context + log, kind);
      return from;
    case 1:
      if (from >= end || !constantTable(context + table, context + log, kind, <u32>load<u8>(from))) return 0;
      return from + 1;
    case 2: {
      const taken = describedTable(context, context + table, context + log, kind, mostLog, from, end);
      return taken == 0 ? 0 : from + taken;
    }
    default:
      // As in the block before.
      return load<i32>(context + log) < 0 ? 0 : from;
  }
}

/** Literals and matches by turns (RFC 8878, 3.1.1.4). Returns the end of the output, or 0; literals that are left stay. */
function runSequences(
  context: usize,
  from: usize,
  end: usize,
  sequences: u32,
  to: usize,
  first: usize,
  limit: usize,
): usize {
  const lengthTable = context + LENGTH_TABLE;
  const offsetTable = context + OFFSET_TABLE;
  const matchTable = context + MATCH_TABLE;
  const lengthLog = load<u32>(context, LENGTH_LOG);
  const offsetLog = load<u32>(context, OFFSET_LOG);
  const matchLog = load<u32>(context, MATCH_LOG);
  let literals = load<usize>(context, LITERALS_AT);
  const literalsEnd = literals + load<usize>(context, LITERALS_LENGTH);
  let repeat1 = load<u32>(context, REPEATS);
  let repeat2 = load<u32>(context, REPEATS + 4);
  let repeat3 = load<u32>(context, REPEATS + 8);

  let left = streamBits(from, end - from) - <i32>(lengthLog + offsetLog + matchLog);
  if (left < 0) return 0;
  let bits = window(from, left + <i32>(lengthLog + offsetLog + matchLog));
  let lengthAt = lengthTable + (<usize>top(bits, <u64>lengthLog) << 3);
  bits <<= <u64>lengthLog;
  let offsetAt = offsetTable + (<usize>top(bits, <u64>offsetLog) << 3);
  bits <<= <u64>offsetLog;
  let matchAt = matchTable + (<usize>top(bits, <u64>matchLog) << 3);

  for (;;) {
    const lengthEntry = load<u64>(lengthAt);
    const offsetEntry = load<u64>(offsetAt);
    const matchEntry = load<u64>(matchAt);
    const offsetBits = (offsetEntry >> 24) & 255;
    const matchBits = (matchEntry >> 24) & 255;
    const lengthBits = (lengthEntry >> 24) & 255;

    bits = window(from, left);
    const value = <u32>(offsetEntry >> 32) + <u32>top(bits, offsetBits);
    bits <<= offsetBits;
    if (offsetBits + matchBits + lengthBits > 56) bits = window(from, left - <i32>offsetBits);
    const matchLength = <usize>(matchEntry >> 32) + <usize>top(bits, matchBits);
    bits <<= matchBits;
    const length = <usize>(lengthEntry >> 32) + <usize>top(bits, lengthBits);
    left -= <i32>(offsetBits + matchBits + lengthBits);
    if (left < 0) return 0;

    let distance: u32;
    if (value > 3) {
      distance = value - 3;
      repeat3 = repeat2;
      repeat2 = repeat1;
      repeat1 = distance;
    } else {
      const which = length == 0 ? value : value - 1;
      if (which == 0) {
        distance = repeat1;
      } else {
        distance = which == 1 ? repeat2 : which == 2 ? repeat3 : repeat1 - 1;
        if (which != 1) repeat3 = repeat2;
        repeat2 = repeat1;
        repeat1 = distance;
      }
    }

    if (length > literalsEnd - literals || length > limit - to) return 0;
    copyLiterals(to, literals, length);
    literals += length;
    to += length;
    if (distance == 0 || <usize>distance > to - first || matchLength > limit - to) return 0;
    copyMatch(to, <usize>distance, matchLength);
    to += matchLength;

    if (--sequences == 0) break;
    bits = window(from, left);
    const lengthMore = (lengthEntry >> 16) & 255;
    const matchMore = (matchEntry >> 16) & 255;
    const offsetMore = (offsetEntry >> 16) & 255;
    lengthAt = lengthTable + (<usize>((lengthEntry & 0xffff) + top(bits, lengthMore)) << 3);
    bits <<= lengthMore;
    matchAt = matchTable + (<usize>((matchEntry & 0xffff) + top(bits, matchMore)) << 3);
    bits <<= matchMore;
    offsetAt = offsetTable + (<usize>((offsetEntry & 0xffff) + top(bits, offsetMore)) << 3);
    left -= <i32>(lengthMore + matchMore + offsetMore);
    if (left < 0) return 0;
  }
  if (left != 0) return 0;
  store<u32>(context, repeat1, REPEATS);
  store<u32>(context, repeat2, REPEATS + 4);
  store<u32>(context, repeat3, REPEATS + 8);
  store<usize>(context, literals, LITERALS_AT);
  store<usize>(context, literalsEnd - literals, LITERALS_LENGTH);
  return to;
}
