import {copyRun} from './copy';

// Gathers: lane i of the output is lane rows[i] (u32) of the source.

export function take_fixed2(source: usize, rows: usize, count: u32, out: usize): void {
  for (let i: usize = 0; i < <usize>count; i++) {
    store<u16>(out + (i << 1), load<u16>(source + (<usize>load<u32>(rows + (i << 2)) << 1)));
  }
}

export function take_fixed4(source: usize, rows: usize, count: u32, out: usize): void {
  for (let i: usize = 0; i < <usize>count; i++) {
    store<u32>(out + (i << 2), load<u32>(source + (<usize>load<u32>(rows + (i << 2)) << 2)));
  }
}

export function take_fixed8(source: usize, rows: usize, count: u32, out: usize): void {
  for (let i: usize = 0; i < <usize>count; i++) {
    store<u64>(out + (i << 3), load<u64>(source + (<usize>load<u32>(rows + (i << 2)) << 3)));
  }
}

export function take_fixed16(source: usize, rows: usize, count: u32, out: usize): void {
  for (let i: usize = 0; i < <usize>count; i++) {
    v128.store(out + (i << 4), v128.load(source + (<usize>load<u32>(rows + (i << 2)) << 4)));
  }
}

/** Gathers bits; how many of them are set. */
export function take_bit(source: usize, rows: usize, count: u32, out: usize): u32 {
  let set: u32 = 0;
  for (let i: u32 = 0; i < count; i += 8) {
    const end = min<u32>(8, count - i);
    let byte: u32 = 0;
    for (let j: u32 = 0; j < end; j++) {
      const row = load<u32>(rows + (<usize>(i + j) << 2));
      byte |= (((<u32>load<u8>(source + (row >> 3))) >> (row & 7)) & 1) << j;
    }
    store<u8>(out + (i >> 3), byte);
    set += popcnt(byte);
  }
  return set;
}

/** Offsets of the gathered values, count + 1 of them; their bytes (elements of a list) in all, or -1 beyond 2^31 - 1. */
export function take_offsets(offsets: usize, rows: usize, count: u32, out: usize): i32 {
  let total: u64 = 0;
  store<u32>(out, 0);
  for (let i: usize = 0; i < <usize>count; i++) {
    const at = offsets + (<usize>load<u32>(rows + (i << 2)) << 2);
    total += <u64>(load<u32>(at, 4) - load<u32>(at));
    store<u32>(out + (i << 2), <u32>total, 4);
  }
  return total > 0x7fffffff ? -1 : <i32>total;
}

/** Bytes of the gathered values; `outOffsets` as `take_offsets` wrote them. */
export function take_bytes(offsets: usize, bytes: usize, rows: usize, count: u32, outOffsets: usize, out: usize): void {
  // A value of up to 16 bytes is moved by one load and store where neither reaches past its buffer's end; what the
  // store writes too much is overwritten by the values behind it.
  const outEnd = out + <usize>load<u32>(outOffsets + (<usize>count << 2));
  for (let i: usize = 0; i < <usize>count; i++) {
    const at = offsets + (<usize>load<u32>(rows + (i << 2)) << 2);
    const start = <usize>load<u32>(at);
    const length = <usize>load<u32>(at, 4) - start;
    const to = out + <usize>load<u32>(outOffsets + (i << 2));
    copyRunTo(to, bytes + start, length, outEnd);
  }
}

// @ts-ignore: decorator
@inline
function copyRunTo(to: usize, from: usize, length: usize, end: usize): void {
  if (length <= 16 && to + 16 <= end && (from & 0xffff) <= 0xfff0) {
    v128.store(to, v128.load(from));
  } else {
    copyRun(to, from, length);
  }
}

/** The child rows of the gathered lists, one after the other. */
export function take_list_rows(offsets: usize, rows: usize, count: u32, out: usize): void {
  for (let i: usize = 0; i < <usize>count; i++) {
    const at = offsets + (<usize>load<u32>(rows + (i << 2)) << 2);
    const end = load<u32>(at, 4);
    for (let row = load<u32>(at); row < end; row++) {
      store<u32>(out, row);
      out += 4;
    }
  }
}

/**
 * A row list in which 0xffffffff stands for "no row": the same list with row 0 in its place, and a bitmap of the rows
 * that are there. How many are.
 */
export function take_present(rows: usize, count: u32, outRows: usize, outBits: usize): u32 {
  let present: u32 = 0;
  for (let i: u32 = 0; i < count; i += 8) {
    const end = min<u32>(8, count - i);
    let byte: u32 = 0;
    for (let j: u32 = 0; j < end; j++) {
      const row = load<u32>(rows + (<usize>(i + j) << 2));
      const there = <u32>(row != 0xffffffff);
      store<u32>(outRows + (<usize>(i + j) << 2), there ? row : 0);
      byte |= there << j;
    }
    store<u8>(outBits + (i >> 3), byte);
    present += popcnt(byte);
  }
  return present;
}
