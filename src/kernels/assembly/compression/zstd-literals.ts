// The literals of a Zstandard block and the Huffman codes that most of them are written in (RFC 8878, 3.1.1.3.1 and 4.2).
import {streamBits, top, window} from './zstd-bits';
import {describedTable, WEIGHT} from './zstd-fse';
import {
  BLOCK_MOST,
  HUFFMAN_BITS,
  HUFFMAN_TABLE,
  LITERALS,
  LITERALS_AT,
  LITERALS_LENGTH,
  NEXT,
  WEIGHT_TABLE,
  WEIGHTS,
} from './zstd-layout';

const MOST_BITS: u32 = 11;

/** The literals section at `from`; its literals are at LITERALS_AT then. Returns the address behind it, or 0. */
export function readLiterals(context: usize, from: usize, end: usize): usize {
  if (end - from < 1) return 0;
  const word = load<u32>(from);
  const kind = word & 3;
  const form = (word >> 2) & 3;
  return kind < 2 ? plainLiterals(context, from, end, word, form, kind) : codedLiterals(context, from, end, form, kind);
}

/** Raw ones (left where they are), or one byte repeated. */
function plainLiterals(context: usize, from: usize, end: usize, word: u32, form: u32, kind: u32): usize {
  let header: usize = 1;
  let length = <usize>(word & 255) >> 3;
  if (form == 1) {
    header = 2;
    length = <usize>(word & 0xffff) >> 4;
  } else if (form == 3) {
    header = 3;
    length = <usize>(word & 0xffffff) >> 4;
  }
  const packed = kind == 0 ? length : 1;
  if (length > BLOCK_MOST || end - from < header + packed) return 0;
  from += header;
  if (kind == 0) {
    store<usize>(context, from, LITERALS_AT);
  } else {
    memory.fill(context + LITERALS, load<u8>(from), length);
    store<usize>(context, context + LITERALS, LITERALS_AT);
  }
  store<usize>(context, length, LITERALS_LENGTH);
  return from + packed;
}

function codedLiterals(context: usize, from: usize, end: usize, form: u32, kind: u32): usize {
  const header: usize = form < 2 ? 3 : <usize>form + 2;
  if (end - from < header) return 0;
  const bits: u64 = form < 2 ? 10 : form == 2 ? 14 : 18;
  const mask: u64 = (1 << bits) - 1;
  const word = load<u64>(from) >> 4;
  const length = <usize>(word & mask);
  const packed = <usize>((word >> bits) & mask);
  from += header;
  if (length > BLOCK_MOST || packed > end - from) return 0;
  const behind = from + packed;
  if (kind == 2) {
    const taken = readCodes(context, from, behind);
    if (taken == 0) return 0;
    from += taken;
  } else if (load<u32>(context, HUFFMAN_BITS) == 0) return 0;
  const to = context + LITERALS;
  const decoded =
    form == 0 ? decodeOne(context, from, behind - from, to, length) : decodeFour(context, from, behind, to, length);
  if (!decoded) return 0;
  store<usize>(context, to, LITERALS_AT);
  store<usize>(context, length, LITERALS_LENGTH);
  return behind;
}

/** The description of the codes: a weight a symbol. Returns bytes taken, or 0. */
function readCodes(context: usize, from: usize, end: usize): usize {
  if (from >= end) return 0;
  const weights = context + WEIGHTS;
  const head = <usize>load<u8>(from);
  let taken: usize;
  let symbols: u32;
  if (head >= 128) {
    symbols = <u32>head - 127;
    taken = 1 + <usize>((symbols + 1) >> 1);
    if (taken > end - from) return 0;
    for (let i: u32 = 0; i < symbols; i++) {
      const pair = load<u8>(from + 1 + <usize>(i >> 1));
      store<u8>(weights + i, i & 1 ? pair & 15 : pair >> 4);
    }
  } else {
    taken = 1 + head;
    if (taken > end - from) return 0;
    symbols = codedWeights(context, from + 1, from + taken);
    if (symbols == 0) return 0;
  }
  return buildCodes(context, symbols) ? taken : 0;
}

/** Weights written in a stream of two states that take turns. Returns how many, or 0. */
function codedWeights(context: usize, from: usize, end: usize): u32 {
  const table = context + WEIGHT_TABLE;
  const logAt = context + NEXT + 508;
  const head = describedTable(context, table, logAt, WEIGHT, 6, from, end);
  if (head == 0) return 0;
  const log = load<u32>(logAt);
  from += head;
  let left = streamBits(from, end - from);
  if (left < <i32>(2 * log)) return 0;
  let first = <u32>top(window(from, left), <u64>log);
  left -= <i32>log;
  let second = <u32>top(window(from, left), <u64>log);
  left -= <i32>log;
  const weights = context + WEIGHTS;
  let count: u32 = 0;
  while (count < 254) {
    const at = table + (<usize>first << 3);
    const entry = load<u32>(at);
    store<u8>(weights + count++, <u8>load<u32>(at, 4));
    const bits = (entry >> 16) & 255;
    if (<i32>bits > left) {
      store<u8>(weights + count++, <u8>load<u32>(table + (<usize>second << 3), 4));
      return count;
    }
    const next = (entry & 0xffff) + <u32>top(window(from, left), <u64>bits);
    left -= <i32>bits;
    first = second;
    second = next;
  }
  return 0;
}

/** The decoding table of the weights read; the last symbol's weight follows from the others'. */
function buildCodes(context: usize, symbols: u32): bool {
  const weights = context + WEIGHTS;
  let sum: u32 = 0;
  for (let i: u32 = 0; i < symbols; i++) {
    const weight = <u32>load<u8>(weights + i);
    if (weight > MOST_BITS) return false;
    sum += ((<u32>1 << weight) >> 1);
  }
  if (sum == 0) return false;
  const bits: u32 = 32 - <u32>clz(sum);
  const rest = (<u32>1 << bits) - sum;
  if (bits > MOST_BITS || (rest & (rest - 1)) != 0) return false;
  store<u8>(weights + symbols++, <u8>(32 - <u32>clz(rest)));

  const starts = context + NEXT;
  memory.fill(starts, 0, 32);
  for (let i: u32 = 0; i < symbols; i++) {
    const at = starts + (<usize>load<u8>(weights + i) << 1);
    store<u16>(at, load<u16>(at) + 1);
  }
  let place: u32 = 0;
  for (let weight: u32 = 1; weight <= bits; weight++) {
    const at = starts + (<usize>weight << 1);
    const codes = <u32>load<u16>(at);
    store<u16>(at, <u16>place);
    place += codes << (weight - 1);
  }
  const table = context + HUFFMAN_TABLE;
  for (let i: u32 = 0; i < symbols; i++) {
    const weight = <u32>load<u8>(weights + i);
    if (weight == 0) continue;
    const at = starts + (<usize>weight << 1);
    const first = <u32>load<u16>(at);
    const codes = <u32>1 << (weight - 1);
    const entry = <u16>(i | ((bits + 1 - weight) << 8));
    for (let j: u32 = 0; j < codes; j++) store<u16>(table + (<usize>(first + j) << 1), entry);
    store<u16>(at, <u16>(first + codes));
  }
  store<u32>(context, bits, HUFFMAN_BITS);
  return true;
}

/** `length` symbols of one stream, which must end with them. */
function decodeOne(context: usize, from: usize, bytes: usize, to: usize, length: usize): bool {
  const left = streamBits(from, bytes);
  return left >= 0 && decodeRest(context, from, left, to, to + length);
}

function decodeRest(context: usize, from: usize, left: i32, to: usize, end: usize): bool {
  const table = context + HUFFMAN_TABLE;
  const shift = <u64>(64 - load<u32>(context, HUFFMAN_BITS));
  while (to < end) {
    if (left <= 0) return false;
    const entry = <u32>load<u16>(table + (<usize>(window(from, left) >> shift) << 1));
    store<u8>(to++, <u8>entry);
    left -= <i32>(entry >> 8);
  }
  return left == 0;
}

// @ts-ignore: decorator
@inline
function symbol(table: usize, bits: u64, shift: u64): u32 {
  return <u32>load<u16>(table + (<usize>(bits >> shift) << 1));
}

/** Four streams of a quarter each; a table in front says where they begin. They are read side by side. */
function decodeFour(context: usize, from: usize, end: usize, to: usize, length: usize): bool {
  if (end - from < 10) return false;
  const bytes1 = <usize>load<u16>(from);
  const bytes2 = <usize>load<u16>(from, 2);
  const bytes3 = <usize>load<u16>(from, 4);
  const from1 = from + 6;
  const from2 = from1 + bytes1;
  const from3 = from2 + bytes2;
  const from4 = from3 + bytes3;
  if (from4 > end) return false;
  const quarter = (length + 3) >> 2;
  if (quarter * 3 > length) return false;
  let left1 = streamBits(from1, bytes1);
  let left2 = streamBits(from2, bytes2);
  let left3 = streamBits(from3, bytes3);
  let left4 = streamBits(from4, end - from4);
  if ((left1 | left2 | left3 | left4) < 0) return false;

  const table = context + HUFFMAN_TABLE;
  const shift = <u64>(64 - load<u32>(context, HUFFMAN_BITS));
  const last = length - quarter * 3;
  const together = last - last % 5;
  let at = to;
  const stop = to + together;
  while (at < stop) {
    if (((left1 | left2 | left3 | left4) & 0x80000000) != 0) return false;
    let bits1 = window(from1, left1);
    let bits2 = window(from2, left2);
    let bits3 = window(from3, left3);
    let bits4 = window(from4, left4);
    // A window has 57 bits or more, a symbol 11 at most.
    for (let i: usize = 0; i < 5; i++) {
      const s1 = symbol(table, bits1, shift);
      const s2 = symbol(table, bits2, shift);
      const s3 = symbol(table, bits3, shift);
      const s4 = symbol(table, bits4, shift);
      store<u8>(at, <u8>s1);
      store<u8>(at + quarter, <u8>s2);
      store<u8>(at + quarter * 2, <u8>s3);
      store<u8>(at + quarter * 3, <u8>s4);
      bits1 <<= <u64>(s1 >> 8);
      bits2 <<= <u64>(s2 >> 8);
      bits3 <<= <u64>(s3 >> 8);
      bits4 <<= <u64>(s4 >> 8);
      left1 -= <i32>(s1 >> 8);
      left2 -= <i32>(s2 >> 8);
      left3 -= <i32>(s3 >> 8);
      left4 -= <i32>(s4 >> 8);
      at++;
    }
  }
  return (
    left1 >= 0 && left2 >= 0 && left3 >= 0 && left4 >= 0 &&
    decodeRest(context, from1, left1, at, to + quarter) &&
    decodeRest(context, from2, left2, at + quarter, to + quarter * 2) &&
    decodeRest(context, from3, left3, at + quarter * 2, to + quarter * 3) &&
    decodeRest(context, from4, left4, at + quarter * 3, to + length)
  );
}
