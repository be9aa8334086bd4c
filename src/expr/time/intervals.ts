import {
  civilFromDays,
  daysFromCivil,
  daysInMonth,
  isInfiniteTimestamp,
  MICROS_PER_DAY,
  splitMicros,
} from '../../types/calendar.ts';
import type {Interval} from '../../types/datum.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {TimeZone} from '../../types/time-zone.ts';
import {roundHalfEven} from '../functions/float.ts';
import {INT64_MAX, INT64_MIN} from '../functions/ranges.ts';
import {inTimestampRange, instantToLocal, localToInstant} from './conversions.ts';

// Arithmetic of intervals: months, days and µs stay apart; only multiplication and justification move between them.

export function intervalOutOfRange(): SqlError {
  return new SqlError('22008', 'interval out of range');
}

function interval(months: number, days: number, micros: bigint): Interval {
  const fits = isInt32(months) && isInt32(days) && micros >= INT64_MIN && micros <= INT64_MAX;
  if (!fits) throw intervalOutOfRange();
  return {months, days, micros};
}

function isInt32(value: number): boolean {
  return value >= -2147483648 && value <= 2147483647;
}

export function addIntervals(a: Interval, b: Interval): Interval {
  return interval(a.months + b.months, a.days + b.days, a.micros + b.micros);
}

export function subtractIntervals(a: Interval, b: Interval): Interval {
  return interval(a.months - b.months, a.days - b.days, a.micros - b.micros);
}

export function negateInterval(a: Interval): Interval {
  return interval(0 - a.months, 0 - a.days, -a.micros);
}

const DAYS_PER_MONTH = 30;
const SECONDS_PER_DAY = 86400;

/** To the microsecond, so that 0.1 × 10 leaves no residue: as Postgres's TSROUND. */
function roundSeconds(value: number): number {
  return roundHalfEven(value * 1e6) / 1e6;
}

function scaleInterval(a: Interval, scale: (part: number) => number): Interval {
  const months = scale(a.months);
  const days = scale(a.days);
  if (!isInt32(months) || !isInt32(days)) throw intervalOutOfRange();
  const wholeMonths = Math.trunc(months) + 0;
  let wholeDays = Math.trunc(days) + 0;
  // What is left of a month goes to days, what is left of a day to seconds.
  const monthDays = roundSeconds((months - wholeMonths) * DAYS_PER_MONTH);
  let seconds = roundSeconds((days - wholeDays + monthDays - Math.trunc(monthDays)) * SECONDS_PER_DAY);
  if (Math.abs(seconds) >= SECONDS_PER_DAY) {
    const more = Math.trunc(seconds / SECONDS_PER_DAY);
    wholeDays += more;
    seconds -= more * SECONDS_PER_DAY;
  }
  wholeDays += Math.trunc(monthDays);
  const micros = roundHalfEven(scale(Number(a.micros)) + seconds * 1e6);
  if (!(Math.abs(micros) < 2 ** 63)) throw intervalOutOfRange();
  return interval(wholeMonths, wholeDays, BigInt(micros));
}

export function multiplyInterval(a: Interval, factor: number): Interval {
  return scaleInterval(a, part => part * factor);
}

export function divideInterval(a: Interval, divisor: number): Interval {
  if (divisor === 0) throw new SqlError('22012', 'division by zero');
  return scaleInterval(a, part => part / divisor);
}

/** Every 24 hours become a day; signs of days and time agree. */
export function justifyHours(a: Interval): Interval {
  let days = BigInt(a.days) + a.micros / MICROS_PER_DAY;
  let micros = a.micros % MICROS_PER_DAY;
  if (days > 0n && micros < 0n) {
    micros += MICROS_PER_DAY;
    days--;
  } else if (days < 0n && micros > 0n) {
    micros -= MICROS_PER_DAY;
    days++;
  }
  return interval(a.months, Number(days), micros);
}

/** Every 30 days become a month; signs of months and days agree. */
export function justifyDays(a: Interval): Interval {
  let months = a.months + Math.trunc(a.days / DAYS_PER_MONTH);
  let days = a.days % DAYS_PER_MONTH;
  if (months > 0 && days < 0) {
    days += DAYS_PER_MONTH;
    months--;
  } else if (months < 0 && days > 0) {
    days -= DAYS_PER_MONTH;
    months++;
  }
  return interval(months, days + 0, a.micros);
}

export function justifyInterval(a: Interval): Interval {
  let days = a.days;
  let months = a.months;
  let micros = a.micros;
  // As Postgres does it: hours to days and days to months when the signs agree, then one unit across to fix them.
  if ((days > 0 && micros > 0n) || (days < 0 && micros < 0n)) {
    months += Math.trunc(days / DAYS_PER_MONTH);
    days %= DAYS_PER_MONTH;
  }
  const wholeDays = micros / MICROS_PER_DAY;
  micros %= MICROS_PER_DAY;
  days += Number(wholeDays);
  months += Math.trunc(days / DAYS_PER_MONTH);
  days %= DAYS_PER_MONTH;
  if (months > 0 && (days < 0 || (days === 0 && micros < 0n))) {
    days += DAYS_PER_MONTH;
    months--;
  } else if (months < 0 && (days > 0 || (days === 0 && micros > 0n))) {
    days -= DAYS_PER_MONTH;
    months++;
  }
  if (days > 0 && micros < 0n) {
    micros += MICROS_PER_DAY;
    days--;
  } else if (days < 0 && micros > 0n) {
    micros -= MICROS_PER_DAY;
    days++;
  }
  return interval(months, days + 0, micros);
}

/** Local timestamp + interval: months by the calendar (the day is cut to the month's last), then days, then time. */
export function addToTimestamp(local: bigint, span: Interval): bigint {
  if (isInfiniteTimestamp(local)) return local;
  return inTimestampRange(addCalendar(local, span.months, span.days) + span.micros);
}

function addCalendar(local: bigint, months: number, days: number): bigint {
  let result = local;
  if (months !== 0) result = inTimestampRange(addMonths(result, months));
  if (days !== 0) result = inTimestampRange(result + BigInt(days) * MICROS_PER_DAY);
  return result;
}

function addMonths(local: bigint, months: number): bigint {
  const {days, time} = splitMicros(local);
  const date = civilFromDays(days);
  const index = date.year * 12 + date.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  const day = Math.min(date.day, daysInMonth(year, month));
  return BigInt(daysFromCivil(year, month, day)) * MICROS_PER_DAY + time;
}

/** Instant + interval: months and days by the clock of the zone, time by the clock of physics. */
export function addToInstant(instant: bigint, span: Interval, zone: TimeZone): bigint {
  if (isInfiniteTimestamp(instant)) return instant;
  let result = instant;
  if (span.months !== 0 || span.days !== 0) {
    const local = instantToLocal(result, zone);
    result = localToInstant(addCalendar(local, span.months, span.days), zone);
  }
  return inTimestampRange(result + span.micros);
}

/** a - b in days and time. */
export function timestampDifference(a: bigint, b: bigint): Interval {
  if (isInfiniteTimestamp(a) || isInfiniteTimestamp(b)) {
    throw new SqlError('22008', 'cannot subtract infinite timestamps');
  }
  return justifyHours(interval(0, 0, a - b));
}

/** a - b in years, months, days and time, as a calendar is counted. Both local. Errors: 22008. */
export function age(a: bigint, b: bigint): Interval {
  if (isInfiniteTimestamp(a) || isInfiniteTimestamp(b)) {
    throw new SqlError('22008', 'timestamp out of range');
  }
  const sign = a < b ? -1 : 1;
  const [later, earlier] = sign < 0 ? [b, a] : [a, b];
  const [x, y] = [splitMicros(later), splitMicros(earlier)];
  const [p, q] = [civilFromDays(x.days), civilFromDays(y.days)];
  let months = (p.year - q.year) * 12 + p.month - q.month;
  let days = p.day - q.day;
  let micros = x.time - y.time;
  if (micros < 0n) {
    micros += MICROS_PER_DAY;
    days--;
  }
  // A month borrowed has the days of the month that the earlier time is in.
  const borrowed = q;
  while (days < 0) {
    days += daysInMonth(borrowed.year, borrowed.month);
    months--;
  }
  return interval(sign * months + 0, sign * days + 0, BigInt(sign) * micros);
}
