// Copies of short byte strings: a call of memory.copy costs more than the few words that most texts have.

/** The ranges do not overlap. */
// @ts-ignore: decorator
@inline export function copyShort(to: usize, from: usize, length: usize): void {
  if (length > 64) {
    memory.copy(to, from, length);
    return;
  }
  while (length >= 8) {
    store<u64>(to, load<u64>(from));
    to += 8;
    from += 8;
    length -= 8;
  }
  if (length & 4) {
    store<u32>(to, load<u32>(from));
    to += 4;
    from += 4;
  }
  if (length & 2) {
    store<u16>(to, load<u16>(from));
    to += 2;
    from += 2;
  }
  if (length & 1) store<u8>(to, load<u8>(from));
}
