import {civilFromDays, daysFromCivil, daysInMonth, FIRST_DAY, isLeapYear} from '../../types/calendar.ts';
import {SqlError} from '../../types/sql-error.ts';
import {mondayIndex} from '../time/fields.ts';
import {dateTemplate, dayNames, monthNames, romanMonths} from './date-template.ts';
import {endsNumber, SourceText} from './source-text.ts';
import type {Pattern, Piece} from './template.ts';

/** The time that a text says, read by a template. */
type ReadTime = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** µs since midnight. */
  readonly time: bigint;
  /** Seconds east of UTC; null where the template has no time zone. */
  readonly offset: number | null;
  /** Fractional digits of the last of FF1 … FF6; null without one. */
  readonly precision: number | null;
};

/** Field values as they are collected; 0 is a field that was not there. */
type Collected = {
  calendar: 'gregorian' | 'iso' | null;
  twelveHours: boolean;
  fields: Map<string, number>;
  yearDigits: number;
  zoneSign: number;
  precision: number | null;
};

/** Errors: 22007, 22008, 0A000. */
export function readTime(text: string, template: string): ReadTime {
  return assembled(collect(new SourceText(text), dateTemplate(template)), text);
}

function collect(source: SourceText, pieces: readonly Piece[]): Collected {
  const read: Collected = {
    calendar: null,
    twelveHours: false,
    fields: new Map(),
    yearDigits: 0,
    zoneSign: 0,
    precision: null,
  };
  let exact = false;
  // Blanks skipped beyond those that the template asked for.
  let extra = 0;
  for (let i = 0; i < pieces.length && !source.done; i++) {
    const piece = pieces[i];
    const isPattern = piece.kind === 'pattern';
    if (!exact && !(isPattern && piece.name === 'FX') && (isPattern || i === 0)) extra += source.skipSpaces();
    if (piece.kind === 'space' || piece.kind === 'separator') {
      if (exact) source.skipCharacter();
      else {
        extra--;
        if (source.atSpace() || source.atSeparator()) {
          source.at++;
          extra++;
        }
      }
    } else if (!isPattern) {
      if (!exact && extra > 0) extra--;
      else source.skipCharacter();
    } else {
      useCalendar(read, piece);
      if (piece.name === 'FX') exact = true;
      else readPattern(read, source, piece, pieces[i + 1], extra);
      if (!exact) extra = source.skipSpaces();
    }
  }
  return read;
}

const gregorian = /^(?:DDD|DD|D|MM|MON|MONTH|RM|WW|W|Y{1,4}|Y,YYY)$/i;
const iso = /^(?:IDDD|ID|IW|IY{0,3})$/;

function useCalendar(read: Collected, {name}: Pattern): void {
  const calendar = gregorian.test(name) ? 'gregorian' : iso.test(name) ? 'iso' : null;
  if (calendar === null) return;
  if (read.calendar !== null && read.calendar !== calendar) {
    throw new SqlError('22007', 'invalid combination of date conventions', {
      hint: 'Do not mix Gregorian and ISO week date conventions in a formatting template.',
    });
  }
  read.calendar = calendar;
}

function set(read: Collected, field: string, value: number, pattern: Pattern): void {
  const known = read.fields.get(field) ?? 0;
  if (known !== 0 && known !== value) {
    throw new SqlError('22007', `conflicting values for "${pattern.written}" field in formatting string`, {
      detail: 'This value contradicts a previous setting for the same field type.',
    });
  }
  read.fields.set(field, value);
}

/** Numbers by the pattern: the field that they set and how many characters they take. */
const numbers: Readonly<Record<string, readonly [field: string, length: number]>> = {
  HH: ['hour', 2],
  HH12: ['hour', 2],
  HH24: ['hour', 2],
  MI: ['minute', 2],
  SS: ['second', 2],
  MS: ['millis', 3],
  FF1: ['micros', 1],
  FF2: ['micros', 2],
  FF3: ['micros', 3],
  FF4: ['micros', 4],
  FF5: ['micros', 5],
  FF6: ['micros', 6],
  US: ['micros', 6],
  SSSS: ['daySeconds', 4],
  SSSSS: ['daySeconds', 5],
  MM: ['month', 2],
  DDD: ['dayOfYear', 3],
  IDDD: ['dayOfYear', 3],
  DD: ['day', 2],
  D: ['weekday', 1],
  ID: ['weekday', 1],
  WW: ['week', 2],
  IW: ['week', 2],
  CC: ['century', 2],
  YYYY: ['year', 4],
  IYYY: ['year', 4],
  YYY: ['year', 3],
  IYY: ['year', 3],
  YY: ['year', 2],
  IY: ['year', 2],
  Y: ['year', 1],
  I: ['year', 1],
  W: ['weekOfMonth', 1],
  J: ['julian', 1],
};

function readPattern(
  read: Collected,
  source: SourceText,
  pattern: Pattern,
  following: Piece | undefined,
  extra: number,
): void {
  const {name} = pattern;
  const open = endsNumber(pattern, following);
  const number = numbers[name];
  if (number) {
    const taken = source.integer(pattern, number[1], open);
    set(read, number[0], taken.value, pattern);
    read.fields.set(number[0], scaled(name, taken));
    // An hour of the twelve, and a year of few digits, is no more than it says until all is read.
    if (name === 'HH' || name === 'HH12') read.twelveHours = true;
    if (number[0] === 'year') read.yearDigits = name.length;
    if (name.startsWith('FF')) read.precision = number[1];
    source.skipOrdinal(pattern);
    return;
  }
  switch (name) {
    case 'Q':
      source.integer(pattern, 1, open);
      source.skipOrdinal(pattern);
      return;
    case 'Y,YYY':
      readThousands(read, source, pattern);
      return;
    case 'TZH':
      readZoneHours(read, source, pattern, open, extra);
      return;
    case 'TZM':
      if (read.zoneSign === 0) read.zoneSign = 1;
      set(read, 'zoneMinutes', source.integer(pattern, 2, open).value, pattern);
      return;
    case 'TZ':
    case 'tz':
    case 'OF':
      throw new SqlError('0A000', `formatting field "${pattern.written}" is only supported in to_char`);
    default:
      readName(read, source, pattern);
  }
}

/** Fractions are of as many digits as there are; years of few digits are those nearest to 2020. */
function scaled(name: string, {value, length}: {readonly value: number; readonly length: number}): number {
  if (name === 'MS') return value * (length === 1 ? 100 : length === 2 ? 10 : 1);
  if (name === 'US' || name.startsWith('FF')) return value * 10 ** Math.max(0, 6 - length);
  if (name === 'ID') return value + 1 > 7 ? 1 : value + 1;
  if (/^(?:Y{1,3}|IY{0,2})$/.test(name)) return length < 4 ? near2020(value) : value;
  return value;
}

function near2020(year: number): number {
  if (year < 70) return year + 2000;
  if (year < 100) return year + 1900;
  if (year < 520) return year + 2000;
  return year < 1000 ? year + 1000 : year;
}

function readThousands(read: Collected, source: SourceText, pattern: Pattern): void {
  const match = /^[ \t\n\v\f\r]*([+-]?\d+),([ \t\n\v\f\r]*[+-]?\d{1,3})/.exec(source.text.slice(source.at));
  if (!match) throw new SqlError('22007', 'invalid input string for "Y,YYY"');
  set(read, 'year', Number(match[1]) * 1000 + Number(match[2]), pattern);
  read.yearDigits = 4;
  source.at += match[0].length;
  source.skipOrdinal(pattern);
}

/** A minus sign may have been taken for a separator before it. */
function readZoneHours(read: Collected, source: SourceText, pattern: Pattern, open: boolean, extra: number): void {
  if (/^[+\- ]$/.test(source.next)) {
    read.zoneSign = source.next === '-' ? -1 : 1;
    source.at++;
  } else read.zoneSign = extra > 0 && source.text[source.at - 1] === '-' ? -1 : 1;
  set(read, 'zoneHours', source.integer(pattern, 2, open).value, pattern);
}

const halves = {short: ['am', 'pm'], long: ['a.m.', 'p.m.']};
const eras = {short: ['ad', 'bc'], long: ['a.d.', 'b.c.']};

function readName(read: Collected, source: SourceText, pattern: Pattern): void {
  const name = pattern.name.toLowerCase();
  const word = (words: readonly string[]): number => source.word(pattern, words);
  switch (name) {
    case 'am':
    case 'pm':
    case 'a.m.':
    case 'p.m.':
      set(read, 'afternoon', word(name.includes('.') ? halves.long : halves.short), pattern);
      read.twelveHours = true;
      return;
    case 'ad':
    case 'bc':
    case 'a.d.':
    case 'b.c.':
      set(read, 'beforeChrist', word(name.includes('.') ? eras.long : eras.short), pattern);
      return;
    case 'month':
      set(read, 'month', word(monthNames) + 1, pattern);
      return;
    case 'mon':
      set(read, 'month', word(monthNames.map(text => text.slice(0, 3))) + 1, pattern);
      return;
    case 'day':
      set(read, 'weekday', word(dayNames), pattern);
      read.fields.set('weekday', read.fields.get('weekday')! + 1);
      return;
    case 'dy':
      set(read, 'weekday', word(dayNames.map(text => text.slice(0, 3))), pattern);
      read.fields.set('weekday', read.fields.get('weekday')! + 1);
      return;
    case 'rm':
      set(read, 'month', 12 - word([...romanMonths].reverse()), pattern);
  }
}

function overflow(text: string): SqlError {
  return new SqlError('22008', `date/time field value out of range: "${text}"`);
}

function assembled(read: Collected, text: string): ReadTime {
  const clock = clockOf(read);
  const date = dateOf(read, text);
  return {...date, time: timeOf(clock, text), offset: zoneOf(read, text), precision: read.precision};
}

type Clock = {readonly hour: number; readonly minute: number; readonly second: number; readonly micros: number};

function clockOf(read: Collected): Clock {
  const field = (name: string): number => read.fields.get(name) ?? 0;
  const seconds = field('daySeconds');
  let hour = field('hour') || Math.trunc(seconds / 3600);
  const minute = field('minute') || Math.trunc((seconds % 3600) / 60);
  const second = field('second') || seconds % 60;
  if (read.twelveHours) {
    if (hour < 1 || hour > 12) {
      throw new SqlError('22007', `hour "${hour}" is invalid for the 12-hour clock`, {
        hint: 'Use the 24-hour clock, or give an hour between 1 and 12.',
      });
    }
    if (field('afternoon') && hour < 12) hour += 12;
    else if (!field('afternoon') && hour === 12) hour = 0;
  }
  return {hour, minute, second, micros: field('millis') * 1000 + field('micros')};
}

function timeOf({hour, minute, second, micros}: Clock, text: string): bigint {
  const fits = (value: number, end: number): boolean => value >= 0 && value < end;
  if (!fits(hour, 24) || !fits(minute, 60) || !fits(second, 60) || !fits(micros, 1_000_000)) throw overflow(text);
  return BigInt(hour * 3600 + minute * 60 + second) * 1_000_000n + BigInt(micros);
}

function zoneOf(read: Collected, text: string): number | null {
  if (read.zoneSign === 0) return null;
  const [hours, minutes] = [read.fields.get('zoneHours') ?? 0, read.fields.get('zoneMinutes') ?? 0];
  if (hours < 0 || hours > 15 || minutes < 0 || minutes >= 60) {
    throw new SqlError('22009', `time zone displacement out of range: "${text}"`);
  }
  return read.zoneSign * (hours * 3600 + minutes * 60);
}

/** Fields that say less than a date are filled with the first of the year, month or week. */
function dateOf(read: Collected, text: string): {readonly year: number; readonly month: number; readonly day: number} {
  const field = (name: string): number => read.fields.get(name) ?? 0;
  let {year, known: yearKnown} = yearOf(read);
  let [month, day] = [1, 1];
  let [monthKnown, dayKnown] = [false, false];
  const useDays = (days: number): void => {
    ({year, month, day} = civilFromDays(days));
    yearKnown = monthKnown = dayKnown = true;
  };
  let dayOfYear = field('dayOfYear');
  if (field('julian')) useDays(field('julian') + FIRST_DAY);
  if (field('week')) {
    if (read.calendar === 'iso') useDays(isoWeekStart(year, field('week')) + isoWeekdayIndex(field('weekday')));
    else dayOfYear = (field('week') - 1) * 7 + 1;
  }
  const dayField = field('weekOfMonth') ? (field('weekOfMonth') - 1) * 7 + 1 : field('day');
  if (dayField) [day, dayKnown] = [dayField, true];
  if (field('month')) [month, monthKnown] = [field('month'), true];
  if (dayOfYear && (month <= 1 || day <= 1)) {
    if (year === 0 && !field('beforeChrist')) {
      throw new SqlError('22007', 'cannot calculate day of year without year information');
    }
    if (read.calendar === 'iso') useDays(isoWeekStart(year, 1) - 1 + dayOfYear);
    else {
      const found = monthOfDay(year, dayOfYear);
      if (month <= 1) month = found.month;
      if (day <= 1) day = found.day;
      monthKnown = dayKnown = true;
    }
  }
  if (monthKnown && (month < 1 || month > 12)) throw overflow(text);
  if (dayKnown && (day < 1 || day > 31)) throw overflow(text);
  if (yearKnown && monthKnown && dayKnown && day > daysInMonth(year, month)) throw overflow(text);
  return {year, month, day};
}

/** Astronomical; the century completes a year of two digits. */
function yearOf(read: Collected): {year: number; known: boolean} {
  const field = (name: string): number => read.fields.get(name) ?? 0;
  const before = field('beforeChrist') !== 0;
  const century = before ? -field('century') : field('century');
  const year = field('year');
  if (year && century && read.yearDigits <= 2) {
    const rest = year % 100;
    if (rest === 0) return {year: century * 100 + (century >= 0 ? 0 : 1), known: true};
    return {year: century >= 0 ? rest + (century - 1) * 100 : (century + 1) * 100 - rest + 1, known: true};
  }
  if (year) {
    const signed = before ? -year : year;
    return {year: signed < 0 ? signed + 1 : signed, known: true};
  }
  if (century) return {year: century >= 0 ? (century - 1) * 100 + 1 : century * 100 + 1, known: true};
  return {year: 0, known: false};
}

/** Monday of the ISO week. */
function isoWeekStart(year: number, week: number): number {
  const fourth = daysFromCivil(year, 1, 4);
  return fourth - mondayIndex(fourth) + (week - 1) * 7;
}

/** From weekday 1 = Sunday to days after Monday; without a weekday the week's first. */
function isoWeekdayIndex(weekday: number): number {
  if (weekday === 0) return 0;
  return weekday > 1 ? weekday - 2 : 6;
}

function monthOfDay(year: number, dayOfYear: number): {readonly month: number; readonly day: number} {
  const lengths = [31, isLeapYear(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  let rest = dayOfYear;
  let month = 1;
  while (month <= 12 && rest > lengths[month - 1]) rest -= lengths[month++ - 1];
  return {month, day: rest};
}
