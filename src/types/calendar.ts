/**
 * The proleptic Gregorian calendar on days and microseconds since 1970-01-01. Years are astronomical: 0 is 1 BC.
 */
export const MICROS_PER_SECOND = 1_000_000n;
export const MICROS_PER_DAY = 86_400_000_000n;

/** The infinities of timestamps are int64's extremes. */
export const TIMESTAMP_INFINITY = 2n ** 63n - 1n;
export const TIMESTAMP_NEGATIVE_INFINITY = -(2n ** 63n);

/** 4714-11-24 BC, the first day of Postgres's calendar (Julian day 0). */
export const FIRST_DAY = -2440588;
/** The day after 5874897-12-31, the last that a date holds. */
export const DATE_END = 2145042906;
/** Timestamps end where int64 microseconds since 1970 do, in 294247, 29 years before Postgres's (counted from 2000). */
const TIMESTAMP_FIRST = BigInt(FIRST_DAY) * MICROS_PER_DAY;
const TIMESTAMP_END = TIMESTAMP_INFINITY;

type CivilDate = {readonly year: number; readonly month: number; readonly day: number};

/** Days since 1970-01-01 of a date; month 1…12; the day may lie outside its month. */
export function daysFromCivil(year: number, month: number, day: number): number {
  // Years from March, so that the leap day is the last; 400 years have 146,097 days.
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

export function civilFromDays(days: number): CivilDate {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day};
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : monthLengths[month - 1];
}

/** Days and the microseconds after midnight of an instant. */
export function splitMicros(micros: bigint): {readonly days: number; readonly time: bigint} {
  let days = micros / MICROS_PER_DAY;
  let time = micros % MICROS_PER_DAY;
  if (time < 0n) {
    days -= 1n;
    time += MICROS_PER_DAY;
  }
  return {days: Number(days), time};
}

export function isTimestampInRange(micros: bigint): boolean {
  return micros >= TIMESTAMP_FIRST && micros < TIMESTAMP_END;
}

export function isInfiniteTimestamp(micros: bigint): boolean {
  return micros === TIMESTAMP_INFINITY || micros === TIMESTAMP_NEGATIVE_INFINITY;
}
