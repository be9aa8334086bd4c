import {
  DATE_END,
  FIRST_DAY,
  isInfiniteTimestamp,
  isTimestampInRange,
  MICROS_PER_DAY,
  MICROS_PER_SECOND,
  splitMicros,
  TIMESTAMP_INFINITY,
  TIMESTAMP_NEGATIVE_INFINITY,
} from '../../types/calendar.ts';
import type {Interval} from '../../types/datum.ts';
import {formatInterval} from '../../types/io/interval.ts';
import {SqlError} from '../../types/sql-error.ts';
import {abbreviationZone} from '../../types/time-zone-abbreviations.ts';
import {offsetOfLocal, timeZone, type TimeZone} from '../../types/time-zone.ts';
import {formatOf} from '../format-context.ts';
import type {CallContext} from '../function-row.ts';

// Dates, timestamps and instants into one another. Timestamps are µs since 1970; `local` ones of the clock on the wall.

type Settings = Pick<CallContext, 'settings'>;

export function timestampOutOfRange(): SqlError {
  return new SqlError('22008', 'timestamp out of range');
}

function dateOutOfRange(): SqlError {
  return new SqlError('22008', 'date out of range');
}

export function inTimestampRange(micros: bigint): bigint {
  if (!isTimestampInRange(micros)) throw timestampOutOfRange();
  return micros;
}

export function inDateRange(days: number): number {
  if (days < FIRST_DAY || days >= DATE_END) throw dateOutOfRange();
  return days;
}

function infiniteTimestamp(days: number): bigint {
  return days > 0 ? TIMESTAMP_INFINITY : TIMESTAMP_NEGATIVE_INFINITY;
}

/**
 * Midnight of the date. For a comparison, a date beyond the range of timestamps counts as just below infinity. Errors: 22008.
 */
export function dateToTimestamp(days: number, toCompare = false): bigint {
  if (!Number.isFinite(days)) return infiniteTimestamp(days);
  const micros = BigInt(days) * MICROS_PER_DAY;
  if (isTimestampInRange(micros)) return micros;
  if (toCompare) return days > 0 ? TIMESTAMP_INFINITY - 1n : TIMESTAMP_NEGATIVE_INFINITY + 1n;
  throw new SqlError('22008', 'date out of range for timestamp');
}

export function dateToTimestamptz(days: number, context: Settings, toCompare = false): bigint {
  const local = dateToTimestamp(days, toCompare);
  if (isInfiniteTimestamp(local) || (toCompare && !isTimestampInRange(local + MICROS_PER_DAY))) return local;
  return timestampToTimestamptz(local, context);
}

/** The date of a timestamp (local, or UTC). */
export function timestampToDate(micros: bigint): number {
  if (micros === TIMESTAMP_INFINITY) return Infinity;
  if (micros === TIMESTAMP_NEGATIVE_INFINITY) return -Infinity;
  return splitMicros(micros).days;
}

/** The session's TimeZone. */
export function sessionZone(context: Settings): TimeZone {
  const name = formatOf(context).timeZone;
  const zone = timeZone(name);
  if (!zone) throw new SqlError('22023', `invalid value for parameter "TimeZone": "${name}"`);
  return zone;
}

const abbreviated = new Map<number, TimeZone>();

/** A zone named in a query: abbreviations first, as Postgres does. Errors: 22023. */
export function namedZone(name: string): TimeZone {
  const zone = abbreviationZone(name) ?? timeZone(name);
  if (typeof zone === 'number') return fixedOffset(zone);
  if (!zone) throw new SqlError('22023', `time zone "${name}" not recognized`);
  return zone;
}

export function fixedOffset(seconds: number): TimeZone {
  let zone = abbreviated.get(seconds);
  if (!zone) {
    zone = {name: String(seconds), offsetAt: () => seconds};
    abbreviated.set(seconds, zone);
  }
  return zone;
}

/** The zone that an interval stands for. Errors: 22023 when it has months or days. */
export function intervalZone(interval: Interval): TimeZone {
  if (interval.months !== 0 || interval.days !== 0) {
    const text = formatInterval(interval, 'postgres');
    throw new SqlError('22023', `interval time zone "${text}" must not include months or days`);
  }
  return fixedOffset(Number(interval.micros / MICROS_PER_SECOND));
}

export function localToInstant(local: bigint, zone: TimeZone): bigint {
  if (isInfiniteTimestamp(local)) return local;
  const offset = offsetOfLocal(zone, Number(floorSeconds(local)));
  return inTimestampRange(local - BigInt(offset) * MICROS_PER_SECOND);
}

export function instantToLocal(instant: bigint, zone: TimeZone): bigint {
  if (isInfiniteTimestamp(instant)) return instant;
  return inTimestampRange(instant + BigInt(zone.offsetAt(Number(floorSeconds(instant)))) * MICROS_PER_SECOND);
}

export function floorSeconds(micros: bigint): bigint {
  const seconds = micros / MICROS_PER_SECOND;
  return micros % MICROS_PER_SECOND < 0n ? seconds - 1n : seconds;
}

export function timestampToTimestamptz(local: bigint, context: Settings): bigint {
  return localToInstant(local, sessionZone(context));
}

export function timestamptzToTimestamp(instant: bigint, context: Settings): bigint {
  return instantToLocal(instant, sessionZone(context));
}
