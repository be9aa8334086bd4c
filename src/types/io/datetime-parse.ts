import {civilFromDays, daysFromCivil, daysInMonth, splitMicros} from '../calendar.ts';
import {SqlError} from '../sql-error.ts';
import {abbreviationOffset} from '../time-zone-abbreviations.ts';
import {type TimeZone, timeZone} from '../time-zone.ts';
import {type DateTimeToken, dateTimeTokens} from './datetime-tokens.ts';
import {isWeekday, monthOf} from './datetime-names.ts';
import {roundHalfEven} from './round.ts';
import {type DateOrder, type FormatSettings, dateStyleOf} from './format-settings.ts';

export type DateTimeKind = 'date' | 'time' | 'timetz' | 'timestamp' | 'timestamptz';

/** What a text says. `days` is undefined where it names no date (time input only). */
export type ParsedDateTime =
  | {readonly special: 'infinity' | '-infinity' | 'epoch'}
  | {
      readonly special?: undefined;
      readonly days?: number;
      /** µs after midnight; up to and including 24:00:00. */
      readonly time: number;
      /** Seconds east of UTC, or a zone whose offset depends on the date. */
      readonly zone?: number | TimeZone;
    };

const typeNames: Readonly<Record<DateTimeKind, string>> = {
  date: 'date',
  time: 'time',
  timetz: 'time with time zone',
  timestamp: 'timestamp',
  timestamptz: 'timestamp with time zone',
};

export function badFormat(kind: DateTimeKind | 'interval', text: string): SqlError {
  const name = kind === 'interval' ? kind : typeNames[kind];
  return new SqlError('22007', `invalid input syntax for type ${name}: "${text}"`);
}

function fieldOverflow(text: string, hint?: string): SqlError {
  return new SqlError('22008', `date/time field value out of range: "${text}"`, {hint});
}

function zoneOverflow(text: string): SqlError {
  return new SqlError('22009', `time zone displacement out of range: "${text}"`);
}

const DATESTYLE_HINT = 'Perhaps you need a different "datestyle" setting.';

const isoPattern = /^\s*(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?(Z|[+-]\d\d(?::?\d\d)?)?)?\s*$/;

/** Reads a date, time or timestamp in any of the forms of Postgres's manual (8.5.1). Errors: 22007, 22008, 22009. */
export function parseDateTime(kind: DateTimeKind, text: string, settings: FormatSettings): ParsedDateTime {
  // Nearly all texts are ISO 8601; the rest is taken apart below, and so are these if a field is out of range.
  const iso = isoPattern.exec(text);
  if (iso && kind !== 'time' && kind !== 'timetz') {
    const [, year, month, day, hour = '0', minute = '0', second = '0', fraction, zone] = iso;
    const [y, m, d, h] = [Number(year), Number(month), Number(day), Number(hour)];
    const valid = y > 0 && m >= 1 && m <= 12 && d >= 1 && d <= daysInMonth(y, m);
    if (valid && h < 24 && Number(minute) < 60 && Number(second) < 60) {
      const time = clockMicros(h, Number(minute), Number(second), Number((fraction ?? '').padEnd(6, '0')));
      const offset = zone === undefined ? undefined : zone === 'Z' ? 0 : decodeOffset(zone, text);
      return {days: daysFromCivil(y, m, d), time, zone: offset};
    }
  }
  const today = movingPattern.exec(text);
  if (today && ((kind !== 'time' && kind !== 'timetz') || today[1].toLowerCase() === 'now')) {
    return parseMoving(kind, today[1].toLowerCase(), today[2] ?? '', settings);
  }
  return new DateTimeParser(kind, text, dateStyleOf(settings).order).parse();
}

const movingPattern = /^\s*(now|today|tomorrow|yesterday)(?:\s+(.*?))?\s*$/is;
const dayOffsets: Readonly<Record<string, number>> = {today: 0, tomorrow: 1, yesterday: -1};

/** The words for this moment and for the days around it, in the session's time zone; a day's may have a time behind it. */
function parseMoving(kind: DateTimeKind, word: string, time: string, settings: FormatSettings): ParsedDateTime {
  const zone = timeZone(settings.timeZone) ?? timeZone('UTC')!;
  const now = Date.now();
  const offset = zone.offsetAt(Math.floor(now / 1000));
  const {days, time: micros} = splitMicros((BigInt(now) + BigInt(offset) * 1000n) * 1000n);
  if (word === 'now')
    return {days, time: Number(micros), zone: kind === 'timestamptz' || kind === 'timetz' ? offset : undefined};
  const moved = days + dayOffsets[word];
  if (time === '') return {days: moved, time: 0, zone: undefined};
  const {year, month, day} = civilFromDays(moved);
  const two = (n: number): string => String(n).padStart(2, '0');
  return parseDateTime(kind, `${year}-${two(month)}-${two(day)} ${time}`, settings);
}

function clockMicros(hour: number, minute: number, second: number, fraction: number): number {
  return ((hour * 60 + minute) * 60 + second) * 1_000_000 + fraction;
}

/** '+02', '-0530', '+05:30:15' as seconds east. */
function decodeOffset(zone: string, text: string): number {
  const match = /^([+-])(\d+)(?::(\d+)(?::(\d+))?)?$/.exec(zone);
  if (!match) throw zoneOverflow(text);
  let hours = Number(match[2]);
  let minutes = Number(match[3] ?? 0);
  if (match[3] === undefined && match[2].length > 2) {
    minutes = hours % 100;
    hours = Math.floor(hours / 100);
  }
  const seconds = Number(match[4] ?? 0);
  if (hours > 15 || minutes > 59 || seconds > 59) throw zoneOverflow(text);
  const offset = hours * 3600 + minutes * 60 + seconds;
  return match[1] === '-' ? -offset : offset;
}

/** Positions of a date that has been read. */
type DateField = 'year' | 'month' | 'day';

class DateTimeParser {
  private readonly kind: DateTimeKind;
  /** A time of day, with an offset or without: no date is needed. */
  private readonly timeOnly: boolean;
  private readonly text: string;
  private readonly order: DateOrder;
  private readonly seen = new Set<DateField>();
  private year = 0;
  private month = 0;
  private day = 0;
  private dayOfYear = 0;
  private julianDay: number | undefined;
  /** The text is one token. */
  private alone = false;
  private twoDigitYear = false;
  private textMonth = false;
  private beforeChrist = false;
  private weekday = false;
  private meridiem: 'am' | 'pm' | undefined;
  private clock: {hour: number; minute: number; second: number; fraction: number} | undefined;
  private zone: number | TimeZone | undefined;
  private special: 'infinity' | '-infinity' | 'epoch' | undefined;
  /** ISO 8601's T or a j was read: what follows is a time or a Julian day. */
  private prefix: 't' | 'j' | undefined;

  constructor(kind: DateTimeKind, text: string, order: DateOrder) {
    this.kind = kind;
    this.timeOnly = kind === 'time' || kind === 'timetz';
    this.text = text;
    this.order = order;
  }

  parse(): ParsedDateTime {
    const tokens = dateTimeTokens(this.text);
    if (tokens === null || tokens.length === 0) throw this.bad();
    this.alone = tokens.length === 1;
    for (const token of tokens) this.accept(token);
    if (this.prefix) throw this.bad();
    if (this.special) {
      const last = tokens[tokens.length - 1];
      if (last.kind === 'time' || /\d/.test(last.text) || this.timeOnly) throw this.bad();
      return {special: this.special};
    }
    return this.result();
  }

  private bad(): SqlError {
    return badFormat(this.kind, this.text);
  }

  private hasDate(): boolean {
    return this.seen.size === 3 || this.julianDay !== undefined;
  }

  private accept(token: DateTimeToken): void {
    switch (token.kind) {
      case 'date':
        return this.dateToken(token.text);
      case 'time':
        return this.timeToken(token.text);
      case 'zone':
        return this.zoneToken(token.text);
      case 'number':
        return this.numberToken(token.text);
      case 'word':
        return this.wordToken(token.text.toLowerCase());
      case 'special':
        return this.specialToken(token.text.toLowerCase());
    }
  }

  private dateToken(text: string): void {
    if (this.prefix === 'j') {
      this.prefix = undefined;
      throw this.bad();
    }
    if (this.timeOnly && /^\d/.test(text) && !this.clock && this.alone) return this.clockAndZone(text);
    if (this.hasDate() || this.timeOnly) {
      if (/^[A-Za-z]/.test(text)) return this.namedZone(text);
      if (this.hasDate()) {
        // A run-together time with its zone behind: 040506-08.
        return this.clockAndZone(text);
      }
    }
    if (/^[A-Za-z]+[/+_]|^[A-Za-z]+-[A-Za-z]/.test(text) && monthOf(text.slice(0, 3).toLowerCase()) === 0) {
      return this.namedZone(text);
    }
    this.delimitedDate(text);
  }

  private clockAndZone(text: string): void {
    const zoneAt = text.search(/[-+]/);
    if (zoneAt < 0 || this.clock) throw this.bad();
    this.runTogether(text.slice(0, zoneAt));
    this.zone = decodeOffset(text.slice(zoneAt), this.text);
  }

  private delimitedDate(text: string): void {
    // Only a zone may stand before a date in one piece.
    if (this.clock || this.weekday) throw this.bad();
    const parts = text.split(/[^A-Za-z0-9]+/).flatMap(part => part.match(/[A-Za-z]+|\d+/g) ?? []);
    if (parts.length > 3) throw this.bad();
    const words = parts.filter(part => /^[A-Za-z]/.test(part));
    for (const word of words) {
      const month = monthOf(word.toLowerCase());
      if (month === 0 || this.seen.has('month')) throw this.bad();
      this.setMonthByName(month);
    }
    for (const part of parts) if (/^\d/.test(part)) this.dateNumber(part);
    if (this.seen.size < 3 && this.dayOfYear === 0) throw this.bad();
  }

  private setMonthByName(month: number): void {
    this.month = month;
    this.textMonth = true;
    this.seen.add('month');
  }

  /** Which field a number is, by what was read before it and by DateStyle. */
  private dateNumber(digits: string): void {
    const value = Number(digits);
    const {seen} = this;
    const yearLike = digits.length >= 3 || this.order === 'YMD';
    if (digits.length === 3 && seen.has('year') && seen.size === 1 && value >= 1 && value <= 366) {
      this.dayOfYear = value;
      this.month = 1;
      this.day = 1;
      seen.add('month').add('day');
    } else if (seen.size === 0) {
      if (yearLike) this.setYear(digits);
      else if (this.order === 'DMY') this.setDay(value);
      else this.setMonth(value);
    } else if (seen.size === 1 && seen.has('year')) {
      this.setMonth(value);
    } else if (seen.size === 1 && seen.has('month')) {
      if (this.textMonth && yearLike) this.setYear(digits);
      else this.setDay(value);
    } else if (seen.size === 1) {
      this.setMonth(value);
    } else if (!seen.has('day')) {
      if (this.textMonth && digits.length >= 3 && this.twoDigitYear) {
        // DD-MON-YYYY in YMD order: what was taken for a year is the day.
        this.day = this.year;
        seen.add('day');
        this.setYear(digits);
      } else {
        this.setDay(value);
      }
    } else if (!seen.has('year')) {
      this.setYear(digits);
    } else {
      throw this.bad();
    }
  }

  private setYear(digits: string): void {
    this.year = Number(digits);
    this.twoDigitYear = digits.length <= 2;
    this.seen.add('year');
  }

  private setMonth(value: number): void {
    this.month = value;
    this.seen.add('month');
  }

  private setDay(value: number): void {
    this.day = value;
    this.seen.add('day');
  }

  private timeToken(text: string): void {
    if (this.clock) throw this.bad();
    this.prefix = undefined;
    const match = /^(\d+):(\d*)(?::(\d*))?(?:\.(\d*))?$/.exec(text);
    if (!match) throw this.bad();
    const [, first, second, third, fraction] = match;
    // hh:mm:ss and hh:mm, but mm:ss.fff when one colon only stands before a point.
    const minutesFirst = third === undefined && fraction !== undefined;
    this.clock = {
      hour: minutesFirst ? 0 : Number(first),
      minute: Number(minutesFirst ? first : second),
      second: Number(minutesFirst ? second : (third ?? 0)),
      fraction: fractionMicros(fraction ?? ''),
    };
    this.checkClock();
  }

  private checkClock(): void {
    const {minute, second} = this.clock!;
    if (minute > 59 || second > 60) throw fieldOverflow(this.text);
  }

  private zoneToken(text: string): void {
    const offset = decodeOffset(text, this.text);
    const mayStand = this.timeOnly || this.clock !== undefined || this.hasDate();
    if (!mayStand || this.zone !== undefined) throw this.bad();
    this.zone = offset;
  }

  private numberToken(text: string): void {
    if (this.prefix === 'j') {
      this.prefix = undefined;
      this.julianDay = Number(text) - 2440588;
      return;
    }
    if (this.prefix === 't') {
      this.prefix = undefined;
      return this.runTogether(text);
    }
    // 2024.123 is a year and its day.
    if (text.includes('.') && this.seen.size === 0 && !this.timeOnly) return this.delimitedDate(text);
    const partsMissing = this.seen.size === 0 || !this.clock;
    if (text.includes('.') || this.hasDate() || this.timeOnly || (text.length >= 6 && partsMissing)) {
      return this.runTogether(text);
    }
    this.dateNumber(text);
  }

  /** YYYYMMDD and YYMMDD as long as there is no date, then hhmmss and hhmm. */
  private runTogether(text: string): void {
    const [digits, fraction = ''] = text.split('.');
    if (!this.hasDate() && !this.timeOnly && fraction === '' && digits.length >= 6) {
      this.setYear(digits.slice(0, -4));
      this.setMonth(Number(digits.slice(-4, -2)));
      this.setDay(Number(digits.slice(-2)));
      return;
    }
    if (this.clock || (digits.length !== 6 && digits.length !== 4)) throw this.bad();
    this.clock = {
      hour: Number(digits.slice(0, 2)),
      minute: Number(digits.slice(2, 4)),
      second: Number(digits.slice(4, 6) || 0),
      fraction: fractionMicros(fraction),
    };
    this.checkClock();
  }

  private wordToken(word: string): void {
    const month = monthOf(word);
    if (month > 0) {
      // A month by name after a number that was taken for one: the number was the day.
      if (this.seen.has('month') && !this.textMonth && !this.seen.has('day')) this.setDay(this.month);
      else if (this.seen.has('month')) throw this.bad();
      return this.setMonthByName(month);
    }
    if (isWeekday(word)) {
      this.weekday = true;
      return;
    }
    switch (word) {
      case 't':
        if (!this.hasDate() && !this.timeOnly) throw this.bad();
        this.prefix = 't';
        return;
      case 'j':
      case 'jd':
      case 'julian':
        this.prefix = 'j';
        return;
      case 'am':
      case 'pm':
        this.meridiem = word;
        return;
      case 'bc':
        this.beforeChrist = true;
        return;
      case 'ad':
      case 'at':
      case 'on':
        return;
      case 'allballs':
        this.clock = {hour: 0, minute: 0, second: 0, fraction: 0};
        this.zone = 0;
        return;
      case 'epoch':
      case 'infinity':
        this.special = word;
        return;
      default:
        this.namedZone(word);
    }
  }

  private specialToken(word: string): void {
    if (word !== '-infinity') throw this.bad();
    this.special = '-infinity';
  }

  private namedZone(name: string): void {
    if (this.zone !== undefined) throw this.bad();
    const offset = abbreviationOffset(name);
    const zone = offset ?? timeZone(name);
    if (zone === undefined) {
      if (/^[a-z]+$/i.test(name)) throw this.bad();
      throw new SqlError('22023', `time zone "${name.toLowerCase()}" not recognized`);
    }
    if (!this.clock && !this.hasDate()) throw this.bad();
    this.zone = zone;
  }

  private result(): ParsedDateTime {
    const time = this.clockTime();
    if (this.seen.size === 0 && this.julianDay === undefined) {
      if (!this.timeOnly || !this.clock) throw this.bad();
      // The offset of a zone by name depends on the date.
      if (typeof this.zone === 'object') throw this.bad();
      return {time, zone: this.zone};
    }
    if (this.timeOnly && !this.clock) throw this.bad();
    return {days: this.days(), time, zone: this.zone};
  }

  private clockTime(): number {
    if (!this.clock) return 0;
    const {minute, second, fraction} = this.clock;
    let {hour} = this.clock;
    if (this.meridiem) {
      if (hour > 12) throw fieldOverflow(this.text);
      if (this.meridiem === 'pm' && hour !== 12) hour += 12;
      if (this.meridiem === 'am' && hour === 12) hour = 0;
    }
    const beyondMidnight = hour === 24 && (minute > 0 || second > 0 || fraction > 0);
    if (hour > 24 || beyondMidnight) throw fieldOverflow(this.text);
    return clockMicros(hour, minute, second, fraction);
  }

  private days(): number {
    if (this.julianDay !== undefined) return this.julianDay;
    const year = this.seen.has('year') ? this.fullYear() : 2000;
    if (this.dayOfYear > 0) return daysFromCivil(year, 1, 1) + this.dayOfYear - 1;
    const wrongMonth = this.seen.has('month') && (this.month < 1 || this.month > 12);
    const wrongDay = this.seen.has('day') && (this.day < 1 || this.day > 31);
    if (wrongMonth || wrongDay) throw fieldOverflow(this.text, DATESTYLE_HINT);
    if (this.seen.size < 3) throw this.bad();
    if (this.day > daysInMonth(year, this.month)) throw fieldOverflow(this.text);
    return daysFromCivil(year, this.month, this.day);
  }

  private fullYear(): number {
    if (this.beforeChrist) {
      if (this.year <= 0) throw fieldOverflow(this.text);
      return 1 - this.year;
    }
    if (this.twoDigitYear) return this.year + (this.year < 70 ? 2000 : 1900);
    if (this.year <= 0) throw fieldOverflow(this.text);
    return this.year;
  }
}

/** Digits behind the point as µs, rounded half to even. */
function fractionMicros(digits: string): number {
  if (digits === '') return 0;
  return roundHalfEven(Number(`0.${digits}`) * 1_000_000);
}
