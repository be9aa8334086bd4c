import {copyShort} from './copy';

// Functions of UTF-8 text. Those that change case handle ASCII and say when there is something else.

/** Characters: the bytes that do not continue one. */
export function text_length(a: usize, ao: usize, out: usize, n: u32, _flags: usize): i32 {
  for (let i: usize = 0; i < n; i++) {
    let at = a + <usize>load<i32>(ao + (i << 2));
    const end = a + <usize>load<i32>(ao + (i << 2), 4);
    let count: i32 = <i32>(end - at);
    while (at + 16 <= end) {
      count -= popcnt(i8x16.bitmask(i8x16.lt_s(v128.load(at), i8x16.splat(-64))));
      at += 16;
    }
    while (at < end) {
      count -= i32((load<u8>(at) & 0xc0) == 0x80);
      at++;
    }
    store<i32>(out + (i << 2), count);
  }
  return 0;
}

export function text_octets(_a: usize, ao: usize, out: usize, n: u32, _flags: usize): i32 {
  for (let i: usize = 0; i < n; i++) store<i32>(out + (i << 2), load<i32>(ao + (i << 2), 4) - load<i32>(ao + (i << 2)));
  return 0;
}

// @ts-ignore: decorator
@inline function changeCase(a: usize, ao: usize, out: usize, n: u32, from: i8): i32 {
  const bytes = <usize>load<i32>(ao + (<usize>n << 2));
  const low = i8x16.splat(from - 1);
  const high = i8x16.splat(from + 26);
  const flip = i8x16.splat(0x20);
  let all = i8x16.splat(0);
  let i: usize = 0;
  for (; i + 16 <= bytes; i += 16) {
    const x = v128.load(a + i);
    all = v128.or(all, x);
    const inside = v128.and(i8x16.gt_s(x, low), i8x16.lt_s(x, high));
    v128.store(out + i, v128.xor(x, v128.and(inside, flip)));
  }
  let rest: u8 = 0;
  for (; i < bytes; i++) {
    const x = load<u8>(a + i);
    rest |= x;
    store<u8>(out + i, x ^ (<i8>x >= from && <i8>x < from + 26 ? 0x20 : 0));
  }
  return i32(i8x16.bitmask(all) != 0 || rest >= 128);
}

/** 0, or 1 when some byte is not ASCII (the output is then of no use). Offsets stay as they are. */
export function text_lower(a: usize, ao: usize, out: usize, n: u32): i32 {
  return changeCase(a, ao, out, n, 0x41);
}

export function text_upper(a: usize, ao: usize, out: usize, n: u32): i32 {
  return changeCase(a, ao, out, n, 0x61);
}

/** Offsets of a || b; returns the bytes it takes. */
export function text_concat_offsets(mode: i32, ao: usize, bo: usize, outOffsets: usize, n: u32): u32 {
  let end: i32 = 0;
  store<i32>(outOffsets, 0);
  for (let i: usize = 0; i < n; i++) {
    const p = ao + (mode == 2 ? 0 : i << 2);
    const q = bo + (mode == 1 ? 0 : i << 2);
    end += load<i32>(p, 4) - load<i32>(p) + load<i32>(q, 4) - load<i32>(q);
    store<i32>(outOffsets + (i << 2), end, 4);
  }
  return <u32>end;
}

export function text_concat(mode: i32, a: usize, ao: usize, b: usize, bo: usize, out: usize, n: u32): void {
  for (let i: usize = 0; i < n; i++) {
    const p = ao + (mode == 2 ? 0 : i << 2);
    const q = bo + (mode == 1 ? 0 : i << 2);
    const first = load<i32>(p, 4) - load<i32>(p);
    const second = load<i32>(q, 4) - load<i32>(q);
    copyShort(out, a + <usize>load<i32>(p), first);
    copyShort(out + first, b + <usize>load<i32>(q), second);
    out += <usize>(first + second);
  }
}

/** Decimal digits of integer lanes (2, 4 or 8 bytes). `out` has 20·n bytes. Returns the bytes used. */
export function text_of_integer(a: usize, out: usize, outOffsets: usize, n: u32, width: u32): u32 {
  const start = out;
  store<i32>(outOffsets, 0);
  for (let i: usize = 0; i < n; i++) {
    const x: i64 = width == 4 ? <i64>load<i32>(a) : width == 2 ? <i64>load<i16>(a) : load<i64>(a);
    let rest: u64 = x < 0 ? 0 - <u64>x : <u64>x;
    if (x < 0) store<u8>(out++, 0x2d);
    let digits: usize = 1;
    for (let power: u64 = 10; digits < 19 && rest >= power; power *= 10) digits++;
    for (let at = out + digits; at > out; ) {
      const tenth = (rest >> 32) == 0 ? <u64>(<u32>rest / 10) : rest / 10;
      at--;
      store<u8>(at, <u8>(0x30 + (rest - tenth * 10)));
      rest = tenth;
    }
    out += digits;
    store<i32>(outOffsets + (i << 2), <i32>(out - start), 4);
    a += <usize>width;
  }
  return <u32>(out - start);
}
