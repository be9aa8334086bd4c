import {
  civilFromDays,
  daysFromCivil,
  isInfiniteTimestamp,
  MICROS_PER_DAY,
  MICROS_PER_SECOND,
  splitMicros,
  TIMESTAMP_INFINITY,
} from '../../types/calendar.ts';
import type {Interval} from '../../types/datum.ts';
import {
  type Decimal,
  DECIMAL_INFINITY,
  DECIMAL_NEGATIVE_INFINITY,
  decimalAdd,
  decimalDiv,
  decimalFromBigint,
} from '../../types/decimal.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {TimeZone} from '../../types/time-zone.ts';
import type {Timetz} from '../../types/timetz.ts';

// The fields that EXTRACT, date_part and date_trunc name.

export type TimeField =
  | 'microseconds'
  | 'milliseconds'
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century'
  | 'millennium'
  | 'dow'
  | 'isodow'
  | 'doy'
  | 'isoyear'
  | 'julian'
  | 'epoch'
  | 'timezone'
  | 'timezone_hour'
  | 'timezone_minute';

const names: Readonly<Record<TimeField, string>> = {
  microseconds: 'us usec usecs usecond useconds microsecond microseconds microsecon',
  milliseconds: 'ms msec msecs msecond mseconds millisecond milliseconds millisecon',
  second: 's sec secs second seconds',
  minute: 'm min mins minute minutes',
  hour: 'h hr hrs hour hours',
  day: 'd day days',
  week: 'w week weeks',
  month: 'mon mons month months',
  quarter: 'qtr quarter',
  year: 'y yr yrs year years',
  decade: 'dec decs decade decades',
  century: 'c cent century centuries',
  millennium: 'mil mils millennia millennium',
  dow: 'dow',
  isodow: 'isodow',
  doy: 'doy',
  isoyear: 'isoyear',
  julian: 'j jd julian',
  epoch: 'epoch',
  timezone: 'timezone',
  timezone_hour: 'timezone_h timezone_hour',
  timezone_minute: 'timezone_m timezone_minute',
};

const fieldsByName = new Map(
  Object.entries(names).flatMap(([field, all]) => all.split(' ').map(name => [name, field as TimeField] as const)),
);

/** The field that a text names; null for none. */
export function timeField(name: string): TimeField | null {
  return fieldsByName.get(name.toLowerCase()) ?? null;
}

export function unknownField(name: string, type: string): SqlError {
  return new SqlError('22023', `unit "${name.toLowerCase()}" not recognized for type ${type}`);
}

export function unsupportedField(name: string, type: string): SqlError {
  const lower = name.toLowerCase();
  return new SqlError('0A000', `unit "${lower}" not supported for type ${type}`);
}

const whole = (value: bigint | number): Decimal => decimalFromBigint(value);
const scaled = (value: bigint, scale: number): Decimal => ({coefficient: value, scale});

/** ISO 8601 week and the year that it belongs to. */
export function isoWeek(days: number): {readonly week: number; readonly year: number} {
  // The Thursday of the same week is in the ISO year.
  const thursday = days - (mondayIndex(days) - 3);
  const {year} = civilFromDays(thursday);
  return {week: Math.floor((thursday - daysFromCivil(year, 1, 1)) / 7) + 1, year};
}

/** 0 = Monday. */
export function mondayIndex(days: number): number {
  return (((days + 3) % 7) + 7) % 7;
}

/** Fields that infinities have as an infinity: those that grow without bound. */
function infiniteField(field: TimeField, positive: boolean, name: string, type: string): Decimal | null {
  switch (field) {
    case 'year':
    case 'decade':
    case 'century':
    case 'millennium':
    case 'julian':
    case 'isoyear':
    case 'epoch':
      return positive ? DECIMAL_INFINITY : DECIMAL_NEGATIVE_INFINITY;
    case 'timezone':
    case 'timezone_hour':
    case 'timezone_minute':
      if (type !== 'timestamp with time zone') throw unsupportedField(name, type);
      return null;
    default:
      return null;
  }
}

/** A field of the wall clock and calendar, by year as Postgres numbers it (no year 0). */
function calendarField(field: TimeField, days: number, time: bigint): Decimal | null {
  switch (field) {
    case 'microseconds':
      return whole(time % 60_000_000n);
    case 'milliseconds':
      return scaled(time % 60_000_000n, 3);
    case 'second':
      return scaled(time % 60_000_000n, 6);
    case 'minute':
      return whole((time / 60_000_000n) % 60n);
    case 'hour':
      return whole(time / 3_600_000_000n);
    case 'dow':
      return whole((mondayIndex(days) + 1) % 7);
    case 'isodow':
      return whole(mondayIndex(days) + 1);
    case 'week':
      return whole(isoWeek(days).week);
    case 'isoyear': {
      const {year} = isoWeek(days);
      return whole(year > 0 ? year : year - 1);
    }
    default:
      return dateField(field, days, time);
  }
}

function dateField(field: TimeField, days: number, time: bigint): Decimal | null {
  const {year, month, day} = civilFromDays(days);
  switch (field) {
    case 'day':
      return whole(day);
    case 'month':
      return whole(month);
    case 'quarter':
      return whole(Math.floor((month - 1) / 3) + 1);
    case 'year':
      return whole(year > 0 ? year : year - 1);
    case 'decade':
      return whole(Math.floor(year / 10));
    case 'century':
      return whole(year > 0 ? Math.floor((year + 99) / 100) : -Math.floor((99 - (year - 1)) / 100));
    case 'millennium':
      return whole(year > 0 ? Math.floor((year + 999) / 1000) : -Math.floor((999 - (year - 1)) / 1000));
    case 'doy':
      return whole(days - daysFromCivil(year, 1, 1) + 1);
    case 'julian':
      return decimalAdd(whole(julianDay(days)), decimalDiv(scaled(time, 0), whole(MICROS_PER_DAY)));
    default:
      return null;
  }
}

function julianDay(days: number): number {
  return days + 2440588;
}

/** EXTRACT from a timestamp without time zone. */
export function timestampField(name: string, local: bigint): Decimal | null {
  return clockField(name, local, 'timestamp without time zone', () => scaled(local, 6));
}

function clockField(
  name: string,
  local: bigint,
  type: string,
  epoch: () => Decimal,
  zone?: (field: TimeField) => Decimal | null,
): Decimal | null {
  const field = timeField(name);
  if (!field) throw unknownField(name, type);
  if (isInfiniteTimestamp(local)) return infiniteField(field, local === TIMESTAMP_INFINITY, name, type);
  if (field === 'epoch') return epoch();
  const {days, time} = splitMicros(local);
  const value = calendarField(field, days, time) ?? zone?.(field);
  if (!value) throw unsupportedField(name, type);
  return value;
}

/** EXTRACT from an instant, by the clock of `zone`; `local` is the instant there. */
export function timestamptzField(name: string, instant: bigint, local: bigint, zone: TimeZone): Decimal | null {
  return clockField(
    name,
    local,
    'timestamp with time zone',
    () => scaled(instant, 6),
    field => {
      const offset = zone.offsetAt(Number(instant / MICROS_PER_SECOND));
      if (field === 'timezone') return whole(offset);
      if (field === 'timezone_hour') return whole(Math.trunc(offset / 3600) + 0);
      if (field === 'timezone_minute') return whole(Math.trunc((offset % 3600) / 60) + 0);
      return null;
    },
  );
}

const clockFields: readonly TimeField[] = ['microseconds', 'milliseconds', 'second', 'minute', 'hour'];
const zoneFields: readonly TimeField[] = ['timezone', 'timezone_hour', 'timezone_minute'];

export function dateFieldOf(name: string, days: number): Decimal | null {
  const field = timeField(name);
  if (!field) throw unknownField(name, 'date');
  if (clockFields.includes(field) || zoneFields.includes(field)) throw unsupportedField(name, 'date');
  if (!Number.isFinite(days)) return infiniteField(field, days > 0, name, 'date');
  if (field === 'epoch') return whole(days * 86400);
  if (field === 'julian') return whole(julianDay(days));
  return calendarField(field, days, 0n);
}

export function timeFieldOf(name: string, micros: bigint): Decimal {
  const field = timeField(name);
  if (!field) throw unknownField(name, 'time without time zone');
  if (field === 'epoch') return scaled(micros, 6);
  if (!clockFields.includes(field)) throw unsupportedField(name, 'time without time zone');
  return calendarField(field, 0, micros)!;
}

export function timetzField(name: string, {time, west}: Timetz): Decimal {
  const field = timeField(name);
  const type = 'time with time zone';
  if (!field) throw unknownField(name, type);
  switch (field) {
    case 'epoch':
      return scaled(time + BigInt(west) * 1_000_000n, 6);
    case 'timezone':
      return whole(-west);
    case 'timezone_hour':
      return whole(Math.trunc(-west / 3600));
    case 'timezone_minute':
      return whole(Math.trunc(-west / 60) % 60);
    default:
      if (!clockFields.includes(field)) throw unsupportedField(name, type);
      return calendarField(field, 0, time)!;
  }
}

const DAYS_PER_YEAR_HUNDREDTHS = 36525n;

export function intervalField(name: string, {months, days, micros}: Interval): Decimal {
  const field = timeField(name);
  if (!field) throw unknownField(name, 'interval');
  const years = Math.trunc(months / 12);
  switch (field) {
    case 'microseconds':
      return whole(micros % 60_000_000n);
    case 'milliseconds':
      return scaled(micros % 60_000_000n, 3);
    case 'second':
      return scaled(micros % 60_000_000n, 6);
    case 'minute':
      return whole((micros / 60_000_000n) % 60n);
    case 'hour':
      return whole(micros / 3_600_000_000n);
    case 'day':
      return whole(days);
    case 'month':
      return whole((months % 12) + 0);
    case 'quarter':
      return whole(Math.trunc((months % 12) / 3) + 1);
    case 'year':
      return whole(years + 0);
    case 'decade':
      return whole(Math.trunc(years / 10) + 0);
    case 'century':
      return whole(Math.trunc(years / 100) + 0);
    case 'millennium':
      return whole(Math.trunc(years / 1000) + 0);
    case 'epoch': {
      // A year has 365.25 days, a month of the rest 30.
      const yearDays = (DAYS_PER_YEAR_HUNDREDTHS * BigInt(years) * MICROS_PER_DAY) / 100n;
      const rest = BigInt((months % 12) * 30 + days) * MICROS_PER_DAY;
      return scaled(yearDays + rest + micros, 6);
    }
    default:
      throw unsupportedField(name, 'interval');
  }
}
