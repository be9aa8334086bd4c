import {civilFromDays, daysFromCivil, isInfiniteTimestamp, MICROS_PER_DAY, splitMicros} from '../../types/calendar.ts';
import type {Interval} from '../../types/datum.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {TimeZone} from '../../types/time-zone.ts';
import {inTimestampRange, instantToLocal, localToInstant} from './conversions.ts';
import {mondayIndex, timeField, type TimeField, unknownField, unsupportedField} from './fields.ts';

/** Units of fixed length in µs; they and days are cut by arithmetic, the longer ones by the calendar. */
export const fixedUnits: Partial<Readonly<Record<TimeField, bigint>>> = {
  microseconds: 1n,
  milliseconds: 1000n,
  second: 1_000_000n,
  minute: 60_000_000n,
  hour: 3_600_000_000n,
};

const calendarUnits: readonly TimeField[] = [
  'day',
  'week',
  'month',
  'quarter',
  'year',
  'decade',
  'century',
  'millennium',
];

/** Fields that are no units: date_trunc does not know them. */
const onlyExtracted: readonly TimeField[] = ['dow', 'isodow', 'doy', 'isoyear', 'julian', 'epoch'];

function unitOf(name: string, type: string): TimeField {
  const field = timeField(name);
  if (!field || onlyExtracted.includes(field)) throw unknownField(name, type);
  if (!fixedUnits[field] && !calendarUnits.includes(field)) throw unsupportedField(name, type);
  return field;
}

/** date_trunc of a local timestamp. Errors: 22023, 0A000. */
export function truncateTimestamp(name: string, local: bigint): bigint {
  return isInfiniteTimestamp(local) ? local : cut(unitOf(name, 'timestamp without time zone'), local);
}

function cut(unit: TimeField, local: bigint): bigint {
  const fixed = fixedUnits[unit];
  const {days, time} = splitMicros(local);
  if (fixed) return inTimestampRange(local - (time % fixed));
  return inTimestampRange(BigInt(firstDay(unit, days)) * MICROS_PER_DAY);
}

function firstDay(unit: TimeField, days: number): number {
  if (unit === 'day') return days;
  if (unit === 'week') return days - mondayIndex(days);
  const {year, month} = civilFromDays(days);
  switch (unit) {
    case 'month':
      return daysFromCivil(year, month, 1);
    case 'quarter':
      return daysFromCivil(year, month - ((month - 1) % 3), 1);
    case 'decade':
      return daysFromCivil(Math.floor(year / 10) * 10, 1, 1);
    case 'century':
      return daysFromCivil(Math.floor((year - 1) / 100) * 100 + 1, 1, 1);
    case 'millennium':
      return daysFromCivil(Math.floor((year - 1) / 1000) * 1000 + 1, 1, 1);
    default:
      return daysFromCivil(year, 1, 1);
  }
}

/** date_trunc of an instant by the clock of the zone. */
export function truncateInstant(name: string, instant: bigint, zone: TimeZone): bigint {
  if (isInfiniteTimestamp(instant)) return instant;
  const unit = unitOf(name, 'timestamp with time zone');
  const local = instantToLocal(instant, zone);
  const truncated = cut(unit, local);
  // Within the day the offset stays, so that an hour that occurs twice is cut to itself.
  const fixed = fixedUnits[unit];
  return fixed ? instant - (local - truncated) : localToInstant(truncated, zone);
}

export function truncateInterval(name: string, {months, days, micros}: Interval): Interval {
  const field = timeField(name);
  if (!field || onlyExtracted.includes(field)) throw unknownField(name, 'interval');
  const fixed = fixedUnits[field];
  if (fixed) return {months, days, micros: micros - (micros % fixed)};
  const to = (count: number): Interval => ({months: months - (months % count), days: 0, micros: 0n});
  switch (field) {
    case 'day':
      return {months, days, micros: 0n};
    case 'month':
      return to(1);
    case 'quarter':
      return to(3);
    case 'year':
      return to(12);
    case 'decade':
      return to(120);
    case 'century':
      return to(1200);
    case 'millennium':
      return to(12000);
    case 'week':
      throw new SqlError('0A000', `unit "${name.toLowerCase()}" not supported for type interval`, {
        detail: 'Months usually have fractional weeks.',
      });
    default:
      throw unsupportedField(name, 'interval');
  }
}

/** date_bin: the start of the bin of `stride` aligned at `origin`. Errors: 0A000, 22008. */
export function binTimestamp(stride: Interval, micros: bigint, origin: bigint): bigint {
  if (isInfiniteTimestamp(micros)) return micros;
  if (isInfiniteTimestamp(origin)) throw new SqlError('22008', 'origin out of range');
  if (stride.months !== 0) {
    throw new SqlError('0A000', 'timestamps cannot be binned into intervals containing months or years');
  }
  const size = BigInt(stride.days) * MICROS_PER_DAY + stride.micros;
  if (!isInt64(size)) throw new SqlError('22008', 'interval out of range');
  if (size <= 0n) throw new SqlError('22008', 'stride must be greater than zero');
  const difference = micros - origin;
  if (!isInt64(difference)) throw new SqlError('22008', 'interval out of range');
  const rest = difference % size;
  return inTimestampRange(micros - rest - (rest < 0n ? size : 0n));
}

function isInt64(value: bigint): boolean {
  return BigInt.asIntN(64, value) === value;
}
