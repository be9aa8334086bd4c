// Lanes chosen between two vectors by a bitmap (1 = the first), and one value repeated over the lanes.
import {bitAt} from '../layout';
import {copyShort} from '../text/copy';

// @ts-ignore: decorator
@inline function select<T>(mask: usize, a: usize, b: usize, out: usize, n: u32): void {
  for (let i: u32 = 0; i < n; i++) {
    const at = i * sizeof<T>();
    store<T>(out + at, bitAt(mask, i) ? load<T>(a + at) : load<T>(b + at));
  }
}

/** width in bytes: 2, 4, 8, 16. */
export function select_fixed(mask: usize, a: usize, b: usize, out: usize, n: u32, width: u32): void {
  if (width == 2) select<u16>(mask, a, b, out, n);
  else if (width == 4) select<u32>(mask, a, b, out, n);
  else if (width == 8) select<u64>(mask, a, b, out, n);
  else {
    for (let i: usize = 0; i < n; i++) v128.store(out + (i << 4), v128.load((bitAt(mask, i) ? a : b) + (i << 4)));
  }
}

/** Bitmaps; an absent one (0) is all ones. */
export function select_bits(mask: usize, a: usize, b: usize, out: usize, n: u32): void {
  const bytes: usize = (n + 7) >> 3;
  for (let i: usize = 0; i < bytes; i++) {
    const m = load<u8>(mask + i);
    const x: u8 = a == 0 ? 0xff : load<u8>(a + i);
    const y: u8 = b == 0 ? 0xff : load<u8>(b + i);
    store<u8>(out + i, (m & x) | (~m & y));
  }
}

/** Writes the offsets of the chosen values and returns how many bytes they take. */
export function select_offsets(mask: usize, ao: usize, bo: usize, outOffsets: usize, n: u32): u32 {
  let end: i32 = 0;
  store<i32>(outOffsets, 0);
  for (let i: u32 = 0; i < n; i++) {
    const from = (bitAt(mask, i) ? ao : bo) + (i << 2);
    end += load<i32>(from, 4) - load<i32>(from);
    store<i32>(outOffsets + (i << 2), end, 4);
  }
  return <u32>end;
}

export function select_bytes(mask: usize, a: usize, ao: usize, b: usize, bo: usize, out: usize, n: u32): void {
  for (let i: u32 = 0; i < n; i++) {
    const first = bitAt(mask, i);
    const from = (first ? ao : bo) + (i << 2);
    const start = load<i32>(from);
    const length = load<i32>(from, 4) - start;
    copyShort(out, (first ? a : b) + start, length);
    out += length;
  }
}

export function repeat_fixed(value: usize, out: usize, n: u32, width: u32): void {
  if (width == 16) {
    const x = v128.load(value);
    for (let i: usize = 0; i < n; i++) v128.store(out + (i << 4), x);
  } else if (width == 8) {
    const x = load<u64>(value);
    for (let i: usize = 0; i < n; i++) store<u64>(out + (i << 3), x);
  } else if (width == 4) {
    const x = load<u32>(value);
    for (let i: usize = 0; i < n; i++) store<u32>(out + (i << 2), x);
  } else {
    const x = load<u16>(value);
    for (let i: usize = 0; i < n; i++) store<u16>(out + (i << 1), x);
  }
}

export function repeat_bytes(value: usize, length: u32, out: usize, outOffsets: usize, n: u32): void {
  store<i32>(outOffsets, 0);
  for (let i: usize = 0; i < n; i++) {
    copyShort(out + i * length, value, length);
    store<i32>(outOffsets + (i << 2), <i32>((i + 1) * length), 4);
  }
}
