// What the formats of the LZ77 family share. 32 bytes behind the input may be read and 32 behind the output written.

// Instead of a size: the bytes are no such stream; the output would be too large.
export const DAMAGED: i32 = -1;
export const TOO_LARGE: i32 = -2;
export const MOST_BYTES: u64 = 0x40000000;

// @ts-ignore: decorator
@inline
export function copyLiterals(to: usize, from: usize, length: usize): void {
  v128.store(to, v128.load(from));
  if (length <= 16) return;
  if (length > 256) {
    memory.copy(to, from, length);
    return;
  }
  for (let at: usize = 16; at < length; at += 16) v128.store(to + at, v128.load(from + at));
}

/** Repeats what lies `distance` bytes back, which may be less than `length`. */
// @ts-ignore: decorator
@inline
export function copyMatch(to: usize, distance: usize, length: usize): void {
  if (distance >= 16) {
    const from = to - distance;
    let at: usize = 0;
    do {
      v128.store(to + at, v128.load(from + at));
      at += 16;
    } while (at < length);
  } else {
    copyPeriod(to, distance, length);
  }
}

/** A period shorter than a vector: byte by byte until several of them fill one. */
function copyPeriod(to: usize, distance: usize, length: usize): void {
  let whole = distance;
  while (whole < 16) whole += distance;
  const end = to + length;
  const first = min(end, to + whole);
  while (to < first) {
    store<u8>(to, load<u8>(to - distance));
    to++;
  }
  while (to < end) {
    v128.store(to, v128.load(to - whole));
    to += 16;
  }
}
