import {civilFromDays, daysFromCivil, FIRST_DAY, splitMicros} from '../../types/calendar.ts';
import type {Interval} from '../../types/datum.ts';
import {SqlError} from '../../types/sql-error.ts';
import {isoWeek} from '../time/fields.ts';
import {dateTemplate, dayNames, monthNames, romanMonths} from './date-template.ts';
import {ordinalOf} from './ordinal.ts';
import type {Pattern} from './template.ts';

/** What a template can show: the fields of a local time, or those of an interval. */
type Fields = {
  /** Astronomical: 0 is 1 BC. Of an interval, its years. */
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly micros: number;
  readonly dayOfYear: number;
  /** Days since 1970; null: an interval, which has no place in the calendar. */
  readonly date: number | null;
  /** Seconds east of UTC. */
  readonly offset: number;
  readonly zone: string;
};

/** to_char of a local timestamp that is not infinite. `offset` and `zone`: what OF, TZH and TZ show of an instant. */
export function timestampToChar(local: bigint, template: string, offset = 0, zone = ''): string {
  const {days, time} = splitMicros(local);
  const {year, month, day} = civilFromDays(days);
  const dayOfYear = days - daysFromCivil(year, 1, 1) + 1;
  return shown(template, {year, month, day, ...timeOf(time), dayOfYear, date: days, offset, zone});
}

export function intervalToChar(span: Interval, template: string): string {
  const year = Math.trunc(span.months / 12);
  const month = span.months % 12;
  const dayOfYear = (year * 12 + month) * 30 + span.days;
  return shown(template, {
    year,
    month,
    day: span.days,
    ...timeOf(span.micros),
    dayOfYear,
    date: null,
    offset: 0,
    zone: '',
  });
}

function timeOf(micros: bigint) {
  const seconds = micros / 1_000_000n;
  return {
    hour: Number(seconds / 3600n),
    minute: Number((seconds / 60n) % 60n),
    second: Number(seconds % 60n),
    micros: Number(micros % 1_000_000n),
  };
}

function shown(template: string, fields: Fields): string {
  let out = '';
  for (const piece of dateTemplate(template)) {
    if (piece.kind !== 'pattern') {
      out += piece.text;
      continue;
    }
    const text = patternText(piece, fields);
    out += piece.ordinal && text !== '' && counts.test(piece.name) ? text + ordinalOf(text, piece.ordinal) : text;
  }
  return out;
}

/** Patterns that show a number and so take TH. */
const counts =
  /^(?:HH|HH12|HH24|MI|SS|MS|US|FF\d|SSSSS?|MM|I?DDD|DD|I?D|WW|IW|Q|CC|Y|YY|YYY|YYYY|Y,YYY|I|IY|IYY|IYYY|W|J)$/;

function notOfIntervals(): SqlError {
  return new SqlError('22007', 'invalid format specification for an interval value', {
    hint: 'Intervals are not tied to specific calendar dates.',
  });
}

/** Padded with zeros to `width`, one more for the sign; FM pads nothing. */
function padded(value: number, width: number, {fill}: Pattern): string {
  const digits = String(Math.abs(value)).padStart(fill ? 0 : width, '0');
  return value < 0 ? `-${digits}` : digits;
}

/** Padded with zeros to `width` in all, the sign counted in. */
function paddedWhole(value: number, width: number, {fill}: Pattern): string {
  const negative = value < 0 ? 1 : 0;
  const digits = String(Math.abs(value)).padStart(fill ? 0 : width - negative, '0');
  return negative ? `-${digits}` : digits;
}

function dated(fields: Fields): number {
  if (fields.date === null) throw notOfIntervals();
  return fields.date;
}

/** Years of the calendar are counted without a year 0. */
function shownYear(year: number, fields: Fields): number {
  return fields.date === null || year > 0 ? year : 1 - year;
}

/** Days since 1970; of an interval, those of the date that its fields would be, as far as there is one. */
function daysOf({date, year, month, day}: Fields): number {
  if (date !== null) return date;
  const [months, years] = month > 2 ? [month + 1, year + 4800] : [month + 13, year + 4799];
  const century = Math.trunc(years / 100);
  const leaps = Math.trunc(years / 4) - century + Math.trunc(century / 4);
  return years * 365 - 32167 + leaps + Math.trunc((7834 * months) / 256) + day + FIRST_DAY;
}

function patternText(pattern: Pattern, fields: Fields): string {
  const {year, month, day, hour, minute, second, micros} = fields;
  switch (pattern.name) {
    case 'FX':
      return '';
    case 'HH':
    case 'HH12':
      return paddedSigned(hour, hour % 12 === 0 ? 12 : hour % 12, pattern);
    case 'HH24':
      return paddedSigned(hour, hour, pattern);
    case 'MI':
      return paddedSigned(minute, minute, pattern);
    case 'SS':
      return paddedSigned(second, second, pattern);
    case 'MS':
    case 'FF3':
      return digits(Math.trunc(micros / 1000), 3);
    case 'US':
    case 'FF6':
      return digits(micros, 6);
    case 'FF1':
    case 'FF2':
    case 'FF4':
    case 'FF5': {
      const width = Number(pattern.name[2]);
      return digits(Math.trunc(micros / 10 ** (6 - width)), width);
    }
    case 'SSSS':
    case 'SSSSS':
      return String(hour * 3600 + minute * 60 + second);
    case 'TZ':
    case 'tz':
      dated(fields);
      return pattern.name === 'TZ' ? fields.zone : fields.zone.toLowerCase();
    case 'TZH':
      dated(fields);
      return offsetHours(fields, 2);
    case 'TZM':
      dated(fields);
      return digits(Math.trunc((Math.abs(fields.offset) % 3600) / 60), 2);
    case 'OF': {
      dated(fields);
      const minutes = Math.trunc((Math.abs(fields.offset) % 3600) / 60);
      return offsetHours(fields, pattern.fill ? 0 : 2) + (minutes === 0 ? '' : `:${digits(minutes, 2)}`);
    }
    case 'MM':
      return paddedSigned(month, month, pattern);
    case 'DDD':
      return paddedWhole(fields.dayOfYear, 3, pattern);
    case 'IDDD':
      return paddedWhole(isoDayOfYear(daysOf(fields)), 3, pattern);
    case 'DD':
      return paddedWhole(day, 2, pattern);
    case 'D':
      return String(weekday(dated(fields)) + 1);
    case 'ID':
      return String(weekday(dated(fields)) || 7);
    case 'WW':
      return paddedWhole(Math.trunc((fields.dayOfYear - 1) / 7) + 1, 2, pattern);
    case 'IW':
      return paddedWhole(isoWeek(daysOf(fields)).week, 2, pattern);
    case 'W':
      return String(Math.trunc((day - 1) / 7) + 1);
    case 'Q':
      return month === 0 ? '' : String(Math.trunc((month - 1) / 3) + 1);
    case 'CC': {
      const century = fields.date === null ? Math.trunc(year / 100) : centuryOf(year);
      return Math.abs(century) <= 99 ? paddedSigned(century, century, pattern) : String(century);
    }
    case 'J':
      return String(daysOf(fields) - FIRST_DAY);
    case 'Y,YYY': {
      const shown = shownYear(year, fields);
      const thousands = Math.trunc(shown / 1000);
      return `${thousands},${paddedWhole(shown - thousands * 1000, 3, {...pattern, fill: false})}`;
    }
    case 'YYYY':
    case 'YYY':
    case 'YY':
    case 'Y':
      return yearText(shownYear(year, fields), fields, pattern);
    case 'IYYY':
    case 'IYY':
    case 'IY':
    case 'I':
      return yearText(shownYear(isoWeek(daysOf(fields)).year, fields), fields, pattern);
    default:
      return nameText(pattern, fields);
  }
}

/** Two digits, and the sign besides, where the field whose value this is has one. */
function paddedSigned(field: number, value: number, pattern: Pattern): string {
  return paddedWhole(value, field >= 0 ? 2 : 3, pattern);
}

function digits(value: number, width: number): string {
  return padded(value, value < 0 ? width - 1 : width, {fill: false} as Pattern);
}

function offsetHours({offset}: Fields, width: number): string {
  const hours = Math.trunc(Math.abs(offset) / 3600);
  return `${offset >= 0 ? '+' : '-'}${String(hours).padStart(width, '0')}`;
}

function weekday(days: number): number {
  return (((days + 4) % 7) + 7) % 7;
}

function isoDayOfYear(days: number): number {
  const {week} = isoWeek(days);
  return (week - 1) * 7 + (weekday(days) || 7);
}

function centuryOf(year: number): number {
  return year > 0 ? Math.trunc((year - 1) / 100) + 1 : Math.trunc(year / 100) - 1;
}

/** The last digits of the year, as many as the pattern has letters; negative ones have room for the sign. */
function yearText(year: number, fields: Fields, pattern: Pattern): string {
  const width = pattern.name.length;
  const room = shownYear(fields.year, fields) >= 0 ? width : width + 1;
  if (width === 1) return String(year % 10);
  return paddedWhole(width === 4 ? year : year % 10 ** width, room, pattern);
}

/** Names and abbreviations, in the case of the pattern. */
function nameText(pattern: Pattern, fields: Fields): string {
  const {name, fill, translated} = pattern;
  const blank = (text: string, width: number): string => (fill || translated ? text : text.padEnd(width));
  switch (name.toLowerCase()) {
    case 'am':
    case 'pm':
      return inCase(fields.hour % 24 >= 12 ? 'PM' : 'AM', name);
    case 'a.m.':
    case 'p.m.':
      return inCase(fields.hour % 24 >= 12 ? 'P.M.' : 'A.M.', name);
    case 'ad':
    case 'bc':
      dated(fields);
      return inCase(fields.year <= 0 ? 'BC' : 'AD', name);
    case 'a.d.':
    case 'b.c.':
      dated(fields);
      return inCase(fields.year <= 0 ? 'B.C.' : 'A.D.', name);
    case 'month':
      dated(fields);
      return blank(inCase(monthNames[fields.month - 1], name), 9);
    case 'mon':
      dated(fields);
      return inCase(monthNames[fields.month - 1].slice(0, 3), name);
    case 'day':
      return blank(inCase(dayNames[weekday(dated(fields))], name), 9);
    case 'dy':
      return inCase(dayNames[weekday(dated(fields))].slice(0, 3), name);
    case 'rm':
      if (fields.month === 0 && fields.year === 0) return '';
      return fill ? romanMonth(fields, name) : romanMonth(fields, name).padEnd(4);
    default:
      return '';
  }
}

function inCase(text: string, name: string): string {
  if (name === name.toUpperCase()) return text.toUpperCase();
  return name === name.toLowerCase() ? text.toLowerCase() : text;
}

/** Intervals count whole years as the month behind December, and negative months from the end of the year. */
function romanMonth({year, month}: Fields, name: string): string {
  const index = month === 0 ? (year >= 0 ? 11 : 0) : month < 0 ? 12 + month : month - 1;
  return inCase(romanMonths[index], name);
}
