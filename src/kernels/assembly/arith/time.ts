// Calendar arithmetic over µs since 1970-01-01, UTC. The infinities (the ends of int64) are flagged.
import {flag} from './lanes';

const DAY: i64 = 86400000000;
const FIRST: i64 = -210866803200000000; // 4714-11-24 BC

// @ts-ignore: decorator
@inline function infinite(x: i64): bool { return x == i64.MAX_VALUE || x == i64.MIN_VALUE; }

// @ts-ignore: decorator
@inline function floorDiv(x: i64, y: i64): i64 { return x / y - i64(x % y < 0); }

/** Adds `micros`; flags what leaves the range of timestamps. */
export function time_shift(a: usize, out: usize, n: u32, flags: usize, micros: i64): i32 {
  let flagged = 0;
  for (let i: u32 = 0; i < n; i++) {
    const x = load<i64>(a + (i << 3));
    const r = x + micros;
    store<i64>(out + (i << 3), r);
    if (infinite(x) || ((x ^ r) & (micros ^ r)) < 0 || r < FIRST || r == i64.MAX_VALUE) {
      flag(flags, i);
      flagged++;
    }
  }
  return flagged;
}

/** The start of the `size` µs long window, aligned at `origin`, that holds the time. */
export function time_floor(a: usize, out: usize, n: u32, flags: usize, size: i64, origin: i64): i32 {
  let flagged = 0;
  for (let i: u32 = 0; i < n; i++) {
    const x = load<i64>(a + (i << 3));
    store<i64>(out + (i << 3), floorDiv(x - origin, size) * size + origin);
    if (infinite(x) || x < FIRST + DAY * 366 || x > i64.MAX_VALUE - DAY * 366) {
      flag(flags, i);
      flagged++;
    }
  }
  return flagged;
}

/** The start of the month, quarter (3) or year (12). */
export function time_floor_months(a: usize, out: usize, n: u32, flags: usize, months: i32): i32 {
  let flagged = 0;
  for (let i: u32 = 0; i < n; i++) {
    const x = load<i64>(a + (i << 3));
    const month = monthOf(floorDiv(x, DAY));
    store<i64>(out + (i << 3), daysOfMonth(floorDiv(month, <i64>months) * months) * DAY);
    if (infinite(x) || x < FIRST + DAY * 366) {
      flag(flags, i);
      flagged++;
    }
  }
  return flagged;
}

/** Days since 1970-01-01 → months since 0000-01. By 400-year eras that begin on 1 March. */
function monthOf(days: i64): i64 {
  const shifted = days + 719468;
  const era = floorDiv(shifted, 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
  const dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
  const march = (5 * dayOfYear + 2) / 153;
  return (era * 400 + yearOfEra) * 12 + march + 2;
}

/** The first day of a month since 0000-01, as days since 1970-01-01. */
function daysOfMonth(month: i64): i64 {
  const shifted = month - 2;
  const year = floorDiv(shifted, 12);
  const march = shifted - year * 12;
  const era = floorDiv(year, 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = (153 * march + 2) / 5;
  return era * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719468;
}

const MICROS = 0; // within the minute
const MINUTE = 1;
const HOUR = 2;
const DAY_OF_MONTH = 3;
const MONTH = 4;
const YEAR = 5;
const DOW = 6;
const ISODOW = 7;
const DOY = 8;
const QUARTER = 9;
const EPOCH = 10;

/** A field of the time as an integer (see the numbers above). */
export function time_field(a: usize, out: usize, n: u32, flags: usize, field: i32): i32 {
  let flagged = 0;
  for (let i: u32 = 0; i < n; i++) {
    const x = load<i64>(a + (i << 3));
    const days = floorDiv(x, DAY);
    const rest = x - days * DAY;
    let r: i64 = 0;
    switch (field) {
      case MICROS: r = rest % 60000000; break;
      case MINUTE: r = (rest / 60000000) % 60; break;
      case HOUR: r = rest / 3600000000; break;
      case DAY_OF_MONTH: r = days - daysOfMonth(monthOf(days)) + 1; break;
      case MONTH: { const m = monthOf(days); r = m - floorDiv(m, 12) * 12 + 1; break; }
      case YEAR: { const y = floorDiv(monthOf(days), 12); r = y > 0 ? y : y - 1; break; }
      case DOW: { const d = (days + 4) % 7; r = d < 0 ? d + 7 : d; break; }
      case ISODOW: { const d = (days + 3) % 7; r = (d < 0 ? d + 7 : d) + 1; break; }
      case DOY: r = days - daysOfMonth(floorDiv(monthOf(days), 12) * 12) + 1; break;
      case QUARTER: { const m = monthOf(days); r = (m - floorDiv(m, 12) * 12) / 3 + 1; break; }
      default: r = x;
    }
    store<i64>(out + (i << 3), r);
    if (infinite(x)) {
      flag(flags, i);
      flagged++;
    }
  }
  return flagged;
}
