// Finite state entropy tables (RFC 8878, 4.1): their descriptions, and the tables that decode by them.
import {COUNTS, NEXT} from './zstd-layout';

export const WEIGHT: i32 = 0;
export const LITERALS_LENGTH_CODE: i32 = 1;
export const OFFSET_CODE: i32 = 2;
export const MATCH_LENGTH_CODE: i32 = 3;

// Base and extra bits of the length codes from the first that has extra bits (RFC 8878, 3.1.1.3.2.1.1), base << 8 | bits.
const LENGTH_CODES: usize = memory.data<u32>([
  0x1001, 0x1201, 0x1401, 0x1601, 0x1802, 0x1c02, 0x2003, 0x2803, 0x3004, 0x4006, 0x8007, 0x10008, 0x20009, 0x4000a,
  0x8000b, 0x10000c, 0x20000d, 0x40000e, 0x80000f, 0x1000010,
]);
const MATCH_CODES: usize = memory.data<u32>([
  0x2301, 0x2501, 0x2701, 0x2901, 0x2b02, 0x2f02, 0x3303, 0x3b03, 0x4304, 0x5304, 0x6305, 0x8307, 0x10308, 0x20309,
  0x4030a, 0x8030b, 0x10030c, 0x20030d, 0x40030e, 0x80030f, 0x1000310,
]);

// The distributions that need no description (3.1.1.3.2.2).
const LENGTH_DEFAULT: usize = memory.data<i16>([
  4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 1, 1, 1, 1, 1, -1, -1, -1, -1,
]);
const OFFSET_DEFAULT: usize = memory.data<i16>([
  1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1,
]);
const MATCH_DEFAULT: usize = memory.data<i16>([
  1, 4, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
  1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1,
]);

/** The largest symbol of a kind. */
function lastSymbol(kind: i32): u32 {
  if (kind == LITERALS_LENGTH_CODE) return 35;
  if (kind == MATCH_LENGTH_CODE) return 52;
  if (kind == OFFSET_CODE) return 31;
  return 12;
}

/** Probabilities to COUNTS. Returns bytes taken | accuracy << 24 | symbols << 16; 0 if there is no such description. */
function readCounts(context: usize, from: usize, end: usize, mostLog: u32, kind: i32): u32 {
  if (from >= end) return 0;
  const most = lastSymbol(kind);
  const log = (<u32>load<u8>(from) & 15) + 5;
  if (log > mostLog) return 0;
  const bitEnd = <u32>(end - from) << 3;
  let bit: u32 = 4;
  let remaining: i32 = (1 << log) + 1;
  let threshold: i32 = 1 << log;
  let bits: u32 = log + 1;
  let symbol: u32 = 0;
  let zero = false;
  while (remaining > 1) {
    if (bit > bitEnd) return 0;
    if (zero) {
      let repeat: u32;
      do {
        if (bit > bitEnd) return 0;
        repeat = (<u32>load<u16>(from + (bit >> 3)) >> (bit & 7)) & 3;
        bit += 2;
        for (let i: u32 = 0; i < repeat; i++) {
          if (symbol > most) return 0;
          store<i16>(context + COUNTS + (<usize>(symbol++) << 1), 0);
        }
      } while (repeat == 3);
      zero = false;
    }
    if (symbol > most) return 0;
    const value = <i32>(load<u32>(from + (bit >> 3)) >> (bit & 7));
    const spare = 2 * threshold - 1 - remaining;
    let count = value & (threshold - 1);
    if (count < spare) {
      bit += bits - 1;
    } else {
      count = value & (2 * threshold - 1);
      if (count >= threshold) count -= spare;
      bit += bits;
    }
    count--;
    remaining -= count < 0 ? -count : count;
    store<i16>(context + COUNTS + (<usize>(symbol++) << 1), <i16>count);
    zero = count == 0;
    while (remaining < threshold) {
      bits--;
      threshold >>= 1;
    }
  }
  const bytes = (bit + 7) >> 3;
  if (remaining != 1 || bytes > <u32>(end - from)) return 0;
  return bytes | (log << 24) | (symbol << 16);
}

// @ts-ignore: decorator
@inline
function storeEntry(at: usize, kind: i32, symbol: u32, state: u32, bits: u32): void {
  let extra: u32 = 0;
  let base = symbol;
  if (kind == OFFSET_CODE) {
    extra = symbol;
    base = <u32>1 << symbol;
  } else if (kind == LITERALS_LENGTH_CODE) {
    if (symbol >= 16) {
      const code = load<u32>(LENGTH_CODES + (<usize>(symbol - 16) << 2));
      extra = code & 255;
      base = code >> 8;
    }
  } else if (kind == MATCH_LENGTH_CODE) {
    base = symbol + 3;
    if (symbol >= 32) {
      const code = load<u32>(MATCH_CODES + (<usize>(symbol - 32) << 2));
      extra = code & 255;
      base = code >> 8;
    }
  }
  store<u32>(at, state | (bits << 16) | (extra << 24));
  store<u32>(at, base, 4);
}

/** The table of the probabilities in COUNTS; false if they make none. */
function buildTable(context: usize, table: usize, kind: i32, symbols: u32, log: u32): bool {
  const size: u32 = 1 << log;
  const mask = size - 1;
  const counts = context + COUNTS;
  const next = context + NEXT;
  let high: i32 = <i32>size - 1;
  for (let symbol: u32 = 0; symbol < symbols; symbol++) {
    const count = <i32>load<i16>(counts + (<usize>symbol << 1));
    if (count < 0) {
      if (high < 0) return false;
      store<u32>(table + (<usize>(high--) << 3), symbol);
    }
    store<u16>(next + (<usize>symbol << 1), <u16>(count < 0 ? 1 : count));
  }
  const step = (size >> 1) + (size >> 3) + 3;
  let place: u32 = 0;
  for (let symbol: u32 = 0; symbol < symbols; symbol++) {
    const count = <i32>load<i16>(counts + (<usize>symbol << 1));
    for (let i = 0; i < count; i++) {
      store<u32>(table + (<usize>place << 3), symbol);
      do place = (place + step) & mask;
      while (<i32>place > high);
    }
  }
  if (place != 0) return false;
  for (let i: u32 = 0; i < size; i++) {
    const at = table + (<usize>i << 3);
    const symbol = load<u32>(at);
    const state = <u32>load<u16>(next + (<usize>symbol << 1));
    store<u16>(next + (<usize>symbol << 1), <u16>(state + 1));
    const bits = log - (31 - <u32>clz(state));
    storeEntry(at, kind, symbol, (state << bits) - size, bits);
  }
  return true;
}

/** Reads a description and builds its table. Returns bytes taken, 0 if that fails; the accuracy goes to `logAt`. */
export function describedTable(
  context: usize,
  table: usize,
  logAt: usize,
  kind: i32,
  mostLog: u32,
  from: usize,
  end: usize,
): usize {
  const read = readCounts(context, from, end, mostLog, kind);
  if (read == 0) return 0;
  const log = read >> 24;
  if (!buildTable(context, table, kind, (read >> 16) & 255, log)) return 0;
  store<u32>(logAt, log);
  return <usize>(read & 0xffff);
}

export function defaultTable(context: usize, table: usize, logAt: usize, kind: i32): void {
  let from = LENGTH_DEFAULT;
  let log: u32 = 6;
  let symbols: u32 = 36;
  if (kind == OFFSET_CODE) {
    from = OFFSET_DEFAULT;
    log = 5;
    symbols = 29;
  } else if (kind == MATCH_LENGTH_CODE) {
    from = MATCH_DEFAULT;
    symbols = 53;
  }
  memory.copy(context + COUNTS, from, <usize>symbols << 1);
  buildTable(context, table, kind, symbols, log);
  store<u32>(logAt, log);
}

/** A table that always gives the one symbol; false if the kind has no such symbol. */
export function constantTable(table: usize, logAt: usize, kind: i32, symbol: u32): bool {
  if (symbol > lastSymbol(kind)) return false;
  storeEntry(table, kind, symbol, 0, 0);
  store<u32>(logAt, 0);
  return true;
}
