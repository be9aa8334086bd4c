// Bitmaps as Arrow has them: least significant bit first. Every buffer is padded to 64 bytes, so whole words are read and
// written past the last bit; bits behind the last are arbitrary, and whoever counts masks them away.

// @ts-ignore: decorator
@inline
function words(bits: u32): usize {
  return (<usize>bits + 127) >> 7;
}

export function bitmap_and(a: usize, b: usize, out: usize, bits: u32): void {
  const end = words(bits) << 4;
  for (let at: usize = 0; at < end; at += 16) v128.store(out + at, v128.and(v128.load(a + at), v128.load(b + at)));
}

export function bitmap_or(a: usize, b: usize, out: usize, bits: u32): void {
  const end = words(bits) << 4;
  for (let at: usize = 0; at < end; at += 16) v128.store(out + at, v128.or(v128.load(a + at), v128.load(b + at)));
}

/** a and not b */
export function bitmap_andnot(a: usize, b: usize, out: usize, bits: u32): void {
  const end = words(bits) << 4;
  for (let at: usize = 0; at < end; at += 16) v128.store(out + at, v128.andnot(v128.load(a + at), v128.load(b + at)));
}

export function bitmap_not(a: usize, out: usize, bits: u32): void {
  const end = words(bits) << 4;
  for (let at: usize = 0; at < end; at += 16) v128.store(out + at, v128.not(v128.load(a + at)));
}

/** All `bits` bits alike. */
export function bitmap_fill(out: usize, bits: u32, value: u32): void {
  memory.fill(out, value ? 0xff : 0, (<usize>bits + 7) >> 3);
}

// @ts-ignore: decorator
@inline
function tailMask(bits: u32): u64 {
  return (<u64>1 << (bits & 63)) - 1;
}

/** Set bits among the first `bits`. */
export function bitmap_count(a: usize, bits: u32): u32 {
  const full = <usize>(bits >> 6);
  let count: u64 = 0;
  for (let i: usize = 0; i < full; i++) count += popcnt(load<u64>(a + (i << 3)));
  if (bits & 63) count += popcnt(load<u64>(a + (full << 3)) & tailMask(bits));
  return <u32>count;
}

// @ts-ignore: decorator
@inline
function emitRows(word: u64, first: u32, out: usize): usize {
  while (word != 0) {
    store<u32>(out, first + <u32>ctz(word));
    out += 4;
    word &= word - 1;
  }
  return out;
}

/** The numbers of the set bits, ascending; how many. */
export function bitmap_to_rows(a: usize, bits: u32, out: usize): u32 {
  const start = out;
  const full = bits >> 6;
  for (let i: u32 = 0; i < full; i++) {
    const word = load<u64>(a + (<usize>i << 3));
    if (word == ~(<u64>0)) {
      for (let j: u32 = 0; j < 64; j++) store<u32>(out + (<usize>j << 2), (i << 6) + j);
      out += 256;
    } else {
      out = emitRows(word, i << 6, out);
    }
  }
  if (bits & 63) out = emitRows(load<u64>(a + (<usize>full << 3)) & tailMask(bits), full << 6, out);
  return <u32>((out - start) >> 2);
}

/** Those of `rows` whose bit is set, in their order; how many. `out` may be `rows`. */
export function rows_where_bit(rows: usize, count: u32, bitmap: usize, out: usize): u32 {
  let kept: usize = 0;
  for (let i: usize = 0; i < <usize>count; i++) {
    const row = load<u32>(rows + (i << 2));
    store<u32>(out + (kept << 2), row);
    kept += <usize>getBit(bitmap, row);
  }
  return <u32>kept;
}

/** Rows into a bitmap that is cleared first. */
export function rows_to_bitmap(rows: usize, count: u32, out: usize, bits: u32): void {
  memory.fill(out, 0, (<usize>bits + 7) >> 3);
  for (let i: usize = 0; i < <usize>count; i++) {
    const row = load<u32>(rows + (i << 2));
    const at = out + (row >> 3);
    store<u8>(at, <u32>load<u8>(at) | (<u32>1 << (row & 7)));
  }
}

/** bits `from`… of `source` to bits `at`… of `to`; the other bits of `to` stay. */
export function bitmap_copy(source: usize, from: u32, to: usize, at: u32, count: u32): void {
  while (count > 0 && at & 7) {
    putBit(to, at++, getBit(source, from++));
    count--;
  }
  if (count > 0 && (from & 7) == 0) {
    memory.copy(to + (at >> 3), source + (from >> 3), <usize>(count >> 3));
    from += count & ~7;
    at += count & ~7;
    count &= 7;
  }
  while (count >= 64) {
    // 57 bits are sure to be in the word after the shift; 32 of them are used.
    const word = load<u64>(source + (from >> 3)) >> (from & 7);
    store<u32>(to + (at >> 3), <u32>word);
    from += 32;
    at += 32;
    count -= 32;
  }
  for (; count > 0; count--) putBit(to, at++, getBit(source, from++));
}

/** bits `at`… of `to`, `count` of them, become `value`. Mostly a few bits of one word: a run of nulls in a decoder. */
export function bitmap_set_range(to: usize, at: u32, count: u32, value: u32): void {
  if (count == 0) return;
  const fill: u64 = value ? ~(<u64>0) : 0;
  const end = at + count;
  const first = to + (<usize>(at >> 6) << 3);
  const last = to + (<usize>((end - 1) >> 6) << 3);
  const head = ~(<u64>0) << <u64>(at & 63);
  const tail = ~(<u64>0) >> <u64>((64 - (end & 63)) & 63);
  if (first == last) {
    setBits(first, head & tail, fill);
    return;
  }
  setBits(first, head, fill);
  for (let word = first + 8; word < last; word += 8) store<u64>(word, fill);
  setBits(last, tail, fill);
}

// @ts-ignore: decorator
@inline
function setBits(word: usize, mask: u64, fill: u64): void {
  store<u64>(word, (load<u64>(word) & ~mask) | (fill & mask));
}

// @ts-ignore: decorator
@inline
function getBit(bitmap: usize, bit: u32): u32 {
  return (<u32>load<u8>(bitmap + (bit >> 3)) >> (bit & 7)) & 1;
}

// @ts-ignore: decorator
@inline
function putBit(bitmap: usize, bit: u32, value: u32): void {
  const at = bitmap + (bit >> 3);
  store<u8>(at, (<u32>load<u8>(at) & ~(<u32>1 << (bit & 7))) | (value << (bit & 7)));
}
