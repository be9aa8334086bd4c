import type {Interval} from '../datum.ts';
import {fractionText} from './datetime-format.ts';
import {parseInterval} from './interval-parse.ts';
import type {TypeIo} from './type-io.ts';

/** An interval cut into the fields it is printed by; all of the time have the sign of the whole time. */
type Parts = {
  readonly years: number;
  readonly months: number;
  readonly days: number;
  readonly negativeTime: boolean;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
  readonly micros: number;
};

function partsOf(interval: Interval): Parts {
  const negativeTime = interval.micros < 0n;
  const time = negativeTime ? -interval.micros : interval.micros;
  const seconds = time / 1_000_000n;
  return {
    years: Math.trunc(interval.months / 12) + 0,
    months: (interval.months % 12) + 0,
    days: interval.days,
    negativeTime,
    hours: Number(seconds / 3600n),
    minutes: Number((seconds / 60n) % 60n),
    seconds: Number(seconds % 60n),
    micros: Number(time % 1_000_000n),
  };
}

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));

function hasTime(parts: Parts): boolean {
  return parts.hours !== 0 || parts.minutes !== 0 || parts.seconds !== 0 || parts.micros !== 0;
}

function clock(parts: Parts, hours: string): string {
  return `${hours}:${two(parts.minutes)}:${two(parts.seconds)}${fractionText(parts.micros)}`;
}

/** `1 year 2 mons -3 days +04:05:06`: a sign appears where it differs from that of the field before. */
function formatPostgres(parts: Parts): string {
  const texts: string[] = [];
  let negativeBefore = false;
  const add = (value: number, unit: string): void => {
    if (value === 0) return;
    const sign = negativeBefore && value > 0 ? '+' : '';
    texts.push(`${sign}${value} ${unit}${value === 1 ? '' : 's'}`);
    negativeBefore = value < 0;
  };
  add(parts.years, 'year');
  add(parts.months, 'mon');
  add(parts.days, 'day');
  if (texts.length === 0 || hasTime(parts)) {
    const sign = parts.negativeTime ? '-' : negativeBefore ? '+' : '';
    texts.push(sign + clock(parts, two(parts.hours)));
  }
  return texts.join(' ');
}

/** `@ 1 year 2 mons 3 days 4 hours 5 mins 6 secs ago`: signs are relative to that of the first field. */
function formatVerbose(parts: Parts): string {
  const texts: string[] = [];
  let ago = false;
  const add = (value: number, unit: string): void => {
    if (value === 0) return;
    let shown = value;
    if (texts.length === 0) {
      ago = value < 0;
      shown = Math.abs(value);
    } else if (ago) {
      shown = -value;
    }
    texts.push(`${shown} ${unit}${shown === 1 ? '' : 's'}`);
  };
  const sign = parts.negativeTime ? -1 : 1;
  add(parts.years, 'year');
  add(parts.months, 'mon');
  add(parts.days, 'day');
  add(sign * parts.hours, 'hour');
  add(sign * parts.minutes, 'min');
  if (parts.seconds !== 0 || parts.micros !== 0) {
    let negative = parts.negativeTime;
    if (texts.length === 0) {
      ago = negative;
      negative = false;
    } else if (ago) {
      negative = !negative;
    }
    const plural = parts.seconds === 1 && parts.micros === 0 ? '' : 's';
    texts.push(`${negative ? '-' : ''}${parts.seconds}${fractionText(parts.micros)} sec${plural}`);
  }
  return `@ ${texts.length === 0 ? '0' : texts.join(' ')}${ago ? ' ago' : ''}`;
}

/** `1-2 3 4:05:06`; with mixed signs every field has its own. */
function formatSqlStandard(parts: Parts): string {
  const {years, months, days} = parts;
  const yearMonth = years !== 0 || months !== 0;
  const time = hasTime(parts);
  const negative = years < 0 || months < 0 || days < 0 || (time && parts.negativeTime);
  const positive = years > 0 || months > 0 || days > 0 || (time && !parts.negativeTime);
  const size = (n: number): number => Math.abs(n);
  if (!yearMonth && days === 0 && !time) return '0';
  if ((negative && positive) || (yearMonth && (days !== 0 || time))) {
    const sign = (minus: boolean): string => (minus ? '-' : '+');
    const ym = `${sign(years < 0 || months < 0)}${size(years)}-${size(months)}`;
    const hms = `${sign(parts.negativeTime)}${clock(parts, String(parts.hours))}`;
    return `${ym} ${sign(days < 0)}${size(days)} ${hms}`;
  }
  const sign = negative ? '-' : '';
  if (yearMonth) return `${sign}${size(years)}-${size(months)}`;
  if (days !== 0) return `${sign}${size(days)} ${clock(parts, String(parts.hours))}`;
  return sign + clock(parts, String(parts.hours));
}

/** `P1Y2M3DT4H5M6S`. */
function formatIso8601(parts: Parts): string {
  const sign = parts.negativeTime ? '-' : '';
  const field = (value: number, letter: string, prefix = ''): string =>
    value === 0 ? '' : `${prefix}${value}${letter}`;
  const date = field(parts.years, 'Y') + field(parts.months, 'M') + field(parts.days, 'D');
  const seconds =
    parts.seconds === 0 && parts.micros === 0 ? '' : `${sign}${parts.seconds}${fractionText(parts.micros)}S`;
  const time = field(parts.hours, 'H', sign) + field(parts.minutes, 'M', sign) + seconds;
  if (date === '' && time === '') return 'PT0S';
  return `P${date}${time === '' ? '' : `T${time}`}`;
}

export function formatInterval(interval: Interval, style: string): string {
  const parts = partsOf(interval);
  switch (style) {
    case 'postgres_verbose':
      return formatVerbose(parts);
    case 'sql_standard':
      return formatSqlStandard(parts);
    case 'iso_8601':
      return formatIso8601(parts);
    default:
      return formatPostgres(parts);
  }
}

export const intervalIo: TypeIo = {
  parse: (text, type, settings) => parseInterval(text, settings, type.span),
  format: (value, _type, settings) => formatInterval(value as Interval, settings.intervalStyle),
  read(reader) {
    const micros = reader.int64();
    const days = reader.int32();
    return {months: reader.int32(), days, micros};
  },
  write(writer, value) {
    const {months, days, micros} = value as Interval;
    writer.int64(micros);
    writer.int32(days);
    writer.int32(months);
  },
};
