import {endLane, lane, ready, room} from './columns';
import {hostValue} from './host';
import {TOO_LARGE, VALUES, fail} from './layout';
import {QUOTE, nibble} from './scan';

// uuid and bytea, from hexadecimal digits.

const UUID_TEXT: usize = 38; // with its quotes

export function uuidValue(context: usize, node: usize, p: usize, end: usize, row: u32): usize {
  if (p + UUID_TEXT <= end && load<u8>(p) == QUOTE && load<u8>(p, 37) == QUOTE) {
    let low: u64 = 0;
    let high: u64 = 0;
    let bad: u32 = 0;
    let at = p + 1;
    for (let i: u32 = 0; i < 16; i++) {
      if (i == 4 || i == 6 || i == 8 || i == 10) bad |= <u32>(load<u8>(at++) != 0x2d) << 8;
      const a = nibble(load<u8>(at));
      const b = nibble(load<u8>(at, 1));
      bad |= (a | b) & ~15;
      at += 2;
      const byte = <u64>((a << 4) | (b & 15));
      if (i < 8) low |= byte << (i << 3);
      else high |= byte << ((i - 8) << 3);
    }
    if (bad == 0) {
      const to = lane(node, row, 16);
      store<u64>(to, low);
      store<u64>(to, high, 8);
      return p + UUID_TEXT;
    }
  }
  return hostValue(context, node, p, end, row);
}

/** `\x` and hexadecimal digits, the backslash escaped as JSON has it; other forms are the host's. */
export function byteaValue(context: usize, node: usize, p: usize, end: usize, row: u32): usize {
  if (p + 5 > end || load<u32>(p) != 0x785c5c22) return hostValue(context, node, p, end, row);
  ready(node, row);
  const start = room(node, (end - p) >> 1);
  if (start == 0) return fail(context, TOO_LARGE, p, node);
  let out = start;
  let at = p + 4;
  while (at + 2 <= end) {
    const a = nibble(load<u8>(at));
    const b = nibble(load<u8>(at, 1));
    if ((a | b) > 15) break;
    store<u8>(out++, (a << 4) | b);
    at += 2;
  }
  if (at >= end || load<u8>(at) != QUOTE) return hostValue(context, node, p, end, row);
  endLane(node, row, <u32>(out - <usize>load<u32>(node, VALUES)));
  return at + 1;
}
