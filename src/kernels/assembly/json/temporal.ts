import {isReady, lane, readyLane} from './columns';
import {host, hostValue} from './host';
import {DATE_DAYS, DATE_TEXT, TIMESTAMP} from './layout';
import {exponentOf, isNegative, mantissaOf, plainDigits, plainValue, readNumber} from './number';
import {QUOTE, isDigit, skipString} from './scan';

// Dates and times in ISO 8601's usual forms; all others are the host's.

const DAY_MICROS: i64 = 86400000000;
const NONE: i64 = i64.MIN_VALUE;

// Eight characters minus their template: a digit's byte is 0 … 9, a separator's 0. The limits, added, reach a byte's high
// bit where it is more than that; a byte below its template borrows, and has its high bit set itself.
const YEAR_MONTH: u64 = 0x2d30302d30303030; // YYYY-MM-
const YEAR_MONTH_LIMIT: u64 = 0x7f76767f76767676;
const CLOCK: u64 = 0x30303a30303a3030; // HH:MM:SS
const CLOCK_LIMIT: u64 = 0x76767f76767f7676;
const HIGH_BITS: u64 = 0x8080808080808080;

// @ts-ignore: decorator
@inline
function pair(word: u64, byte: u32): u32 {
  return <u32>(word >> (byte << 3) & 0xff) * 10 + <u32>(word >> ((byte + 1) << 3) & 0xff);
}

/** Days since 1970 of the date YYYY-MM-DD at `p`, or -2^31. */
function daysAt(p: usize): i32 {
  const word = load<u64>(p) - YEAR_MONTH;
  if (((word + YEAR_MONTH_LIMIT) | word) & HIGH_BITS) return i32.MIN_VALUE;
  const d1 = <u32>load<u8>(p, 8) - 0x30;
  const d2 = <u32>load<u8>(p, 9) - 0x30;
  if (d1 > 9 || d2 > 9) return i32.MIN_VALUE;
  const year = <i32>(pair(word, 0) * 100 + pair(word, 2));
  const month = <i32>pair(word, 5);
  const day = <i32>(d1 * 10 + d2);
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return i32.MIN_VALUE;
  // Years that begin in March put the leap day last.
  const y = month > 2 ? year : year - 1;
  const m = month > 2 ? month - 3 : month + 9;
  return y * 365 + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 - 719468;
}

function daysInMonth(year: i32, month: i32): i32 {
  if (month == 2) return (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
  return 30 + ((month + (month >> 3)) & 1);
}

/** As `daysAt`; the column's events are mostly of one day. */
// @ts-ignore: decorator
@inline
function cachedDays(node: usize, p: usize): i32 {
  if (load<u64>(p) == load<u64>(node, DATE_TEXT) && load<u16>(p, 8) == load<u16>(node, DATE_TEXT + 8)) {
    return load<i32>(node, DATE_DAYS);
  }
  const days = daysAt(p);
  if (days != i32.MIN_VALUE) {
    store<u64>(node, load<u64>(p), DATE_TEXT);
    store<u16>(node, load<u16>(p, 8), DATE_TEXT + 8);
    store<i32>(node, days, DATE_DAYS);
  }
  return days;
}

/** Microseconds of the time HH:MM:SS at `p`, or NONE. */
// @ts-ignore: decorator
@inline
function clockAt(p: usize): i64 {
  const word = load<u64>(p) - CLOCK;
  if (((word + CLOCK_LIMIT) | word) & HIGH_BITS) return NONE;
  const hours = pair(word, 0);
  const minutes = pair(word, 3);
  const seconds = pair(word, 6);
  if (hours > 23 || minutes > 59 || seconds > 59) return NONE;
  return <i64>(hours * 3600 + minutes * 60 + seconds) * 1000000;
}

/** A fraction with more digits is the host's. */
const MOST_DIGITS: usize = 32;

/** Digits after a point at `p`, behind them in the result's high half, microseconds in the low; 0 if they need the host. */
// @ts-ignore: decorator
@inline
function fractionAt(p: usize): u64 {
  let micros: u32 = 0;
  let digits: u32 = 0;
  let at = p;
  for (; digits < 6; digits++) {
    const digit = <u32>load<u8>(at) - 0x30;
    if (digit > 9) break;
    micros = micros * 10 + digit;
    at++;
  }
  if (digits == 0) return 0;
  for (; digits < 6; digits++) micros *= 10;
  const next = <u32>load<u8>(at) - 0x30;
  if (next <= 9) {
    // Rounded by the first digit left out, unless it is a tie.
    if (next == 5) return 0;
    micros += <u32>(next > 5);
    while (isDigit(load<u8>(at)) && at < p + MOST_DIGITS) at++;
  }
  return (<u64>at << 32) | micros;
}

export function dateValue(context: usize, node: usize, p: usize, end: usize, row: u32): usize {
  const first = <u32>load<u8>(p);
  if (first == QUOTE && p + 12 <= end && load<u8>(p, 11) == QUOTE) {
    const days = cachedDays(node, p + 1);
    if (days != i32.MIN_VALUE) {
      store<i32>(lane(node, row, 4), days);
      return p + 12;
    }
  }
  return hostValue(context, node, p, end, row);
}

export function timeValue(context: usize, node: usize, p: usize, end: usize, row: u32): usize {
  if (load<u8>(p) == QUOTE && p + 10 <= end) {
    let micros = clockAt(p + 1);
    if (micros != NONE) {
      let at = p + 9;
      if (load<u8>(at) == 0x2e) {
        const fraction = fractionAt(at + 1);
        if (fraction == 0) return hostValue(context, node, p, end, row);
        at = <usize>(fraction >> 32);
        micros += <i64>(fraction & 0xffffffff);
      }
      if (at < end && load<u8>(at) == QUOTE) {
        store<i64>(lane(node, row, 8), micros);
        return at + 1;
      }
    }
  }
  return hostValue(context, node, p, end, row);
}

/** `timestampValue` for what most are: the day of the one before, milliseconds. */
// @ts-ignore: decorator
@inline
export function inlineTimestamp(context: usize, node: usize, p: usize, end: usize, row: u32): usize {
  if (
    p + 26 <= end &&
    load<u64>(p, 1) == load<u64>(node, DATE_TEXT) &&
    load<u16>(p, 9) == load<u16>(node, DATE_TEXT + 8)
  ) {
    const separator = <u32>load<u8>(p, 11);
    const clock = clockAt(p + 12);
    // .mmm and a quote, or Z and a quote
    const tail = load<u64>(p, 20) - 0x3030302e;
    const digits = <u32>tail;
    const quotes = <u32>(tail >> 32);
    const closed = (quotes & 0xff) == QUOTE ? 25 : (quotes & 0xffff) == 0x225a ? 26 : 0;
    const plain = ((digits + 0x7676767f) | digits) & 0x80808080;
    if (plain == 0 && closed != 0 && clock != NONE && (separator == 0x54 || separator == 0x20) && isReady(node, row)) {
      const millis = ((digits >> 8) & 0xff) * 100 + ((digits >> 16) & 0xff) * 10 + (digits >> 24);
      const micros = <i64>load<i32>(node, DATE_DAYS) * DAY_MICROS + clock + <i64>(millis * 1000);
      store<i64>(readyLane(node, row, 8), micros);
      return p + closed;
    }
  }
  return timestampValue(context, node, p, end, row, load<u32>(node));
}

/** A string is a timestamp; a number counts milliseconds since 1970. */
export function timestampValue(context: usize, node: usize, p: usize, end: usize, row: u32, kind: u32): usize {
  const first = <u32>load<u8>(p);
  if (first != QUOTE) {
    if (first == 0x2d || isDigit(first)) return epochMillis(context, node, p, end, row);
    return hostValue(context, node, p, end, row);
  }
  if (p + 21 <= end) {
    const days = cachedDays(node, p + 1);
    const separator = <u32>load<u8>(p, 11);
    let micros = clockAt(p + 12);
    if (days != i32.MIN_VALUE && micros != NONE && (separator == 0x54 || separator == 0x20)) {
      let at = p + 20;
      if (load<u8>(at) == 0x2e) {
        const fraction = fractionAt(at + 1);
        if (fraction == 0) return hostValue(context, node, p, end, row);
        at = <usize>(fraction >> 32);
        micros += <i64>(fraction & 0xffffffff);
      }
      micros += <i64>days * DAY_MICROS;
      let c = <u32>load<u8>(at);
      if (c == 0x5a) {
        c = <u32>load<u8>(++at);
      } else if (c == 0x2b || c == 0x2d) {
        const zone = zoneAt(at + 1);
        if (zone < 0) return hostValue(context, node, p, end, row);
        at += (zone & 0xf) + 1;
        // A timestamp without time zone ignores the zone, as Postgres does.
        const offset = <i64>(zone >> 4) * 60000000;
        if (kind != TIMESTAMP) micros += c == 0x2b ? -offset : offset;
        c = <u32>load<u8>(at);
      }
      if (c == QUOTE && at < end) {
        store<i64>(lane(node, row, 8), micros);
        return at + 1;
      }
    }
  }
  return hostValue(context, node, p, end, row);
}

/** The zone HH, HHMM or HH:MM at `p`: minutes << 4 | characters, or -1. */
function zoneAt(p: usize): i32 {
  const h1 = <u32>load<u8>(p) - 0x30;
  const h2 = <u32>load<u8>(p, 1) - 0x30;
  if (h1 > 9 || h2 > 9) return -1;
  const hours = h1 * 10 + h2;
  if (hours > 15) return -1;
  let at = p + 2;
  if (load<u8>(at) == 0x3a) at++;
  const m1 = <u32>load<u8>(at) - 0x30;
  const m2 = <u32>load<u8>(at, 1) - 0x30;
  if (m1 > 9 || m2 > 9) return at == p + 2 ? <i32>((hours * 60) << 4) | 2 : -1;
  if (m1 > 5) return -1;
  return <i32>((hours * 60 + m1 * 10 + m2) << 4) | <i32>(at + 2 - p);
}

function epochMillis(context: usize, node: usize, p: usize, end: usize, row: u32): usize {
  const count = plainDigits(p);
  if (count != 0) {
    // At most fifteen digits are well within the range.
    store<i64>(lane(node, row, 8), <i64>plainValue(p, count) * 1000);
    return p + count;
  }
  const behind = readNumber(context, p, end);
  if (behind == 0) return 0;
  const mantissa = mantissaOf(context);
  // Whole milliseconds within Postgres's range; fractions and the rest are the host's.
  if (exponentOf(context) != 0 || mantissa > 9223372036854774) return host(context, node, p, behind, row);
  const millis = isNegative(context) ? -<i64>mantissa : <i64>mantissa;
  if (millis < -210866803200000) return host(context, node, p, behind, row);
  store<i64>(lane(node, row, 8), millis * 1000);
  return behind;
}
