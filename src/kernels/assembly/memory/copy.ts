// Copies between buffers. A call of memory.copy costs as much as moving a few hundred bytes, so short runs are moved by
// overlapping loads and stores that never touch a byte outside the run.

// @ts-ignore: decorator
@inline
export function copyShort(to: usize, from: usize, bytes: usize): void {
  if (bytes >= 8) {
    const last = load<u64>(from + bytes - 8);
    store<u64>(to, load<u64>(from));
    store<u64>(to + bytes - 8, last);
  } else if (bytes >= 4) {
    const last = load<u32>(from + bytes - 4);
    store<u32>(to, load<u32>(from));
    store<u32>(to + bytes - 4, last);
  } else if (bytes >= 2) {
    const last = load<u16>(from + bytes - 2);
    store<u16>(to, load<u16>(from));
    store<u16>(to + bytes - 2, last);
  } else if (bytes == 1) {
    store<u8>(to, load<u8>(from));
  }
}

/** Copies between buffers that do not overlap. */
export function copyRun(to: usize, from: usize, bytes: usize): void {
  if (bytes <= 16) {
    copyShort(to, from, bytes);
  } else if (bytes <= 256) {
    const end = bytes - 16;
    for (let at: usize = 0; at < end; at += 16) v128.store(to + at, v128.load(from + at));
    v128.store(to + end, v128.load(from + end));
  } else {
    memory.copy(to, from, bytes);
  }
}

export function copy_bytes(to: usize, from: usize, bytes: u32): void {
  copyRun(to, from, bytes);
}

export function fill_bytes(to: usize, byte: u32, bytes: u32): void {
  memory.fill(to, <u8>byte, bytes);
}

/** Word by word: `value` in `count` lanes of 4 bytes. */
export function fill_fixed4(to: usize, value: u32, count: u32): void {
  for (let i: usize = 0; i < <usize>count; i++) store<u32>(to + (i << 2), value);
}

export function fill_fixed8(to: usize, value: i64, count: u32): void {
  for (let i: usize = 0; i < <usize>count; i++) store<i64>(to + (i << 3), value);
}

/** The row list first, first + 1, … */
export function rows_iota(to: usize, first: u32, count: u32): void {
  for (let i: u32 = 0; i < count; i++) store<u32>(to + (<usize>i << 2), first + i);
}

/** -weight of each lane; 1 if one does not fit, else 0. `from` = 0 means every weight is +1. */
export function weights_negate(from: usize, to: usize, count: u32): i32 {
  if (from == 0) {
    fill_fixed8(to, -1, count);
    return 0;
  }
  let bad: i32 = 0;
  for (let i: usize = 0; i < <usize>count; i++) {
    const weight = load<i64>(from + (i << 3));
    bad |= <i32>(weight == i64.MIN_VALUE);
    store<i64>(to + (i << 3), -weight);
  }
  return bad;
}
