import {civilFromDays, daysFromCivil, daysInMonth, splitMicros} from '../calendar.ts';
import {SqlError} from '../sql-error.ts';
import {abbreviationOffset} from '../time-zone-abbreviations.ts';
import {type TimeZone, timeZone} from '../time-zone.ts';
import type {DateTimeToken} from './datetime-tokens.ts';
import {type DateTimeWord, dateTimeWord} from './datetime-words.ts';
import {type DateOrder, type FormatSettings, dateStyleOf} from './format-settings.ts';
import {type DateTimeKind, type ParsedDateTime, badFormat} from './parsed-datetime.ts';
import {roundHalfEven} from './round.ts';
import {readZoneOffset} from './zone-offset.ts';

// What has been read, a bit a field: each may be read once.
const YEAR = 1;
const MONTH = 2;
const DAY = 4;
const HOUR = 8;
const MINUTE = 16;
const SECOND = 32;
const FRACTION = 64;
const ZONE = 128;
const DAY_OF_YEAR = 256;
const WEEKDAY = 512;
const MERIDIEM = 1024;
const ERA = 2048;
const SPECIAL = 4096;
const DATE = YEAR | MONTH | DAY;
const TIME = HOUR | MINUTE | SECOND | FRACTION;

const EPOCH_JULIAN = 2440588;
const MICROS_PER_DAY = 86_400_000_000;
const DATESTYLE_HINT = 'Perhaps you need a different "datestyle" setting.';

/** A letter or word that says what the number behind it is: `y2001m02d04`, `T040506`, `J2452271`. */
type Label = (DateTimeWord & {kind: 'label'})['label'];

/**
 * Decides field by field what the parts of a text are, by what was read before them, the length of numbers and the order
 * of DateStyle (Postgres's manual, appendix B.1). Errors: 22007, 22008, 22009, 22023 unknown time zone.
 */
export class DateTimeDecoder {
  private readonly kind: DateTimeKind;
  /** A time of day, with an offset or without: no date is needed. */
  private readonly timeOnly: boolean;
  private readonly text: string;
  private readonly settings: FormatSettings;
  private readonly order: DateOrder;
  private seen = 0;
  private label: Label | undefined;
  private year = 0;
  private month = 0;
  private day = 0;
  private dayOfYear = 0;
  private hour = 0;
  private minute = 0;
  private second = 0;
  private micros = 0;
  private julian = false;
  private twoDigitYear = false;
  private textMonth = false;
  private beforeChrist = false;
  private meridiem: 'am' | 'pm' | undefined;
  private zone: number | TimeZone | undefined;
  private special: 'infinity' | '-infinity' | 'epoch' | undefined;

  constructor(kind: DateTimeKind, text: string, settings: FormatSettings) {
    this.kind = kind;
    this.timeOnly = kind === 'time' || kind === 'timetz';
    this.text = text;
    this.settings = settings;
    this.order = dateStyleOf(settings).order;
  }

  decode(tokens: readonly DateTimeToken[]): ParsedDateTime {
    for (let i = 0; i < tokens.length; i++) {
      const mask = this.read(tokens[i], i, tokens);
      if ((this.seen & mask) !== 0) throw this.bad();
      this.seen |= mask;
    }
    if (this.label) throw this.bad();
    if (this.special) return {special: this.special};
    return this.result();
  }

  private bad(): SqlError {
    return badFormat(this.kind, this.text);
  }

  private overflow(hint?: string): SqlError {
    return new SqlError('22008', `date/time field value out of range: "${this.text}"`, {hint});
  }

  private has(mask: number): boolean {
    return (this.seen & mask) === mask;
  }

  /** The fields that a part of the text gives. */
  private read(token: DateTimeToken, i: number, tokens: readonly DateTimeToken[]): number {
    switch (token.kind) {
      case 'date':
        return this.timeOnly ? this.dateForTime(token.text, i, tokens) : this.datePart(token.text);
      case 'time':
        if (this.label && this.label !== 'time') throw this.bad();
        this.label = undefined;
        return this.clock(token.text);
      case 'zone':
        this.zone = this.offset(token.text);
        return ZONE;
      case 'number':
        if (this.label) return this.labelled(token.text, this.label);
        return this.timeOnly ? this.numberForTime(token.text, i, tokens) : this.number(token.text);
      case 'word':
      case 'special':
        return this.word(token.text.toLowerCase());
    }
  }

  private offset(text: string): number {
    const offset = readZoneOffset(text, this.text);
    if (offset === null) throw this.bad();
    return offset;
  }

  /** `040506-08`: a run-together time with its zone. */
  private clockAndZone(text: string, seen: number): number {
    if (this.has(TIME)) throw this.bad();
    const zoneAt = text.indexOf('-');
    if (zoneAt < 0) throw this.bad();
    this.zone = this.offset(text.slice(zoneAt));
    return this.runTogether(text.slice(0, zoneAt), seen) | ZONE;
  }

  private datePart(text: string): number {
    if (this.label === 'julian') {
      const [, days, zone] = /^(\d+)(.*)$/.exec(text) ?? [];
      if (days === undefined) throw this.bad();
      this.label = undefined;
      this.setJulian(Number(days));
      this.zone = this.offset(zone);
      return DATE | TIME | ZONE;
    }
    if (this.label || this.has(MONTH | DAY)) {
      if (/^\d/.test(text) || this.label) {
        if (this.label && this.label !== 'time') throw this.bad();
        this.label = undefined;
        return this.clockAndZone(text, this.seen);
      }
      return this.namedZone(text);
    }
    return this.delimitedDate(text);
  }

  /** Of a time, a date may be part if it stands before it; else it is a time with its zone, or a zone. */
  private dateForTime(text: string, i: number, tokens: readonly DateTimeToken[]): number {
    const last = tokens[tokens.length - 1];
    if (i === 0 && tokens.length >= 2 && (last.kind === 'date' || tokens[1].kind === 'time')) {
      return this.delimitedDate(text);
    }
    return /^\d/.test(text) ? this.clockAndZone(text, this.seen | DATE) : this.namedZone(text);
  }

  private delimitedDate(text: string): number {
    // What is no letter or digit separates, one character at least.
    const words = splitDate(text);
    if (words === null) throw this.bad();
    let seen = this.seen;
    let given = 0;
    const take = (mask: number): void => {
      if ((seen & mask) !== 0) throw this.bad();
      seen |= mask;
      given |= mask;
    };
    for (const part of words) {
      if (/^\d/.test(part)) continue;
      const word = dateTimeWord(part.toLowerCase());
      if (word?.kind === 'ignored') continue;
      if (word?.kind !== 'month') throw this.bad();
      this.month = word.month;
      this.textMonth = true;
      take(MONTH);
    }
    for (const part of words) if (/^\d/.test(part)) take(this.dateNumber(part, seen));
    if ((seen & ~(DAY_OF_YEAR | ZONE)) !== DATE) throw this.bad();
    return given;
  }

  /** hh:mm:ss and hh:mm, but mm:ss.fff where a point stands behind one colon. */
  private clock(text: string): number {
    const match = /^(\d+):(\d*)(?::(\d*))?(\.\d*)?$/.exec(text);
    if (!match) throw this.bad();
    const [, first, second, third, fraction] = match;
    const minutesFirst = third === undefined && fraction !== undefined;
    this.hour = minutesFirst ? 0 : Number(first);
    this.minute = Number(minutesFirst ? first : second);
    this.second = Number(minutesFirst ? second : (third ?? 0));
    this.micros = fractionMicros(fraction);
    if (this.minute > 59 || this.second > 60) throw this.overflow();
    if (!this.timeOnly) this.checkClock();
    return TIME;
  }

  /** Up to 24:00:00 all told. */
  private checkClock(): void {
    const {hour, minute, second} = this;
    if (hour > 24 || minute > 59 || second > 60 || this.clockMicros() > MICROS_PER_DAY) throw this.overflow();
  }

  private clockMicros(): number {
    return ((this.hour * 60 + this.minute) * 60 + this.second) * 1_000_000 + this.micros;
  }

  private labelled(text: string, label: Label): number {
    const value = Number(/^\d*/.exec(text)![0]);
    const fraction = text.includes('.') ? text.slice(text.indexOf('.')) : undefined;
    if (value > 0x7fffffff) throw this.overflow();
    this.label = undefined;
    switch (label) {
      case 'year':
        this.year = value;
        return YEAR;
      case 'month':
        // A month and an hour are known: minutes.
        if (this.has(MONTH) && this.has(HOUR)) {
          this.minute = value;
          return MINUTE;
        }
        this.month = value;
        return MONTH;
      case 'day':
        this.day = value;
        return DAY;
      case 'hour':
        this.hour = value;
        return HOUR;
      case 'minute':
        this.minute = value;
        return MINUTE;
      case 'second':
        this.second = value;
        if (fraction === undefined) return SECOND;
        this.micros = fractionMicros(fraction);
        return SECOND | FRACTION;
      case 'julian':
        this.setJulian(value);
        if (fraction === undefined) return DATE;
        this.setClock(Math.floor((fraction === '.' ? 0 : Number(fraction)) * MICROS_PER_DAY));
        return DATE | TIME;
      case 'time': {
        const mask = this.runTogether(text, this.seen | DATE);
        if (mask !== TIME) throw this.bad();
        return mask;
      }
      default:
        throw this.bad();
    }
  }

  private setJulian(days: number): void {
    this.julian = true;
    ({year: this.year, month: this.month, day: this.day} = civilFromDays(days - EPOCH_JULIAN));
  }

  private setClock(micros: number): void {
    const seconds = Math.floor(micros / 1_000_000);
    this.hour = Math.floor(seconds / 3600);
    this.minute = Math.floor(seconds / 60) % 60;
    this.second = seconds % 60;
    this.micros = micros % 1_000_000;
  }

  private number(text: string): number {
    const point = text.indexOf('.');
    if (point >= 0 && (this.seen & DATE) === 0) return this.delimitedDate(text);
    if (point > 2) return this.runTogether(text, this.seen);
    // Six digits are a date or a time; fewer, and what comes when both are known, is one field.
    if (text.length >= 6 && ((this.seen & DATE) === 0 || (this.seen & TIME) === 0)) {
      return this.runTogether(text, this.seen);
    }
    return this.dateNumber(text, this.seen);
  }

  private numberForTime(text: string, i: number, tokens: readonly DateTimeToken[]): number {
    const point = text.indexOf('.');
    const seen = this.seen | DATE;
    if (point >= 0) {
      if (i === 0 && tokens.length >= 2 && tokens[tokens.length - 1].kind === 'date') return this.delimitedDate(text);
      if (point > 2) return this.runTogether(text, seen);
      throw this.bad();
    }
    return text.length > 4 ? this.runTogether(text, seen) : this.dateNumber(text, seen);
  }

  /** Which field a number is, by what was read before it and by DateStyle. */
  private dateNumber(text: string, seen: number): number {
    const {length} = text;
    const point = text.indexOf('.');
    if (point > 2) return this.runTogether(text, seen | DATE);
    const value = Number(point < 0 ? text : text.slice(0, point));
    if (point === 0) throw this.bad();
    if (value > 0x7fffffff) throw this.overflow();
    if (point > 0) this.micros = fractionMicros(text.slice(point));
    const date = seen & DATE;
    if (length === 3 && date === YEAR && value >= 1 && value <= 366) {
      this.dayOfYear = value;
      return DAY_OF_YEAR | MONTH | DAY;
    }
    const yearLike = length >= 3 || this.order === 'YMD';
    switch (date) {
      case 0:
        if (yearLike) return this.setYear(value, length);
        return this.order === 'DMY' ? this.setDay(value) : this.setMonth(value);
      case YEAR:
      case DAY:
        return this.setMonth(value);
      case MONTH:
        return this.textMonth && yearLike ? this.setYear(value, length) : this.setDay(value);
      case YEAR | MONTH:
        if (this.textMonth && length >= 3 && this.twoDigitYear) {
          // DD-MON-YYYY in YMD order: what was taken for a year is the day.
          this.day = this.year;
          this.year = value;
          this.twoDigitYear = false;
          return DAY;
        }
        return this.setDay(value);
      case MONTH | DAY:
        return this.setYear(value, length);
      case DATE:
        return this.runTogether(text, seen);
      default:
        throw this.bad();
    }
  }

  private setYear(value: number, digits: number): number {
    this.year = value;
    this.twoDigitYear = digits <= 2;
    return YEAR;
  }

  private setMonth(value: number): number {
    this.month = value;
    return MONTH;
  }

  private setDay(value: number): number {
    this.day = value;
    return DAY;
  }

  /** YYYYMMDD and YYMMDD as long as there is no date, then hhmmss and hhmm. */
  private runTogether(text: string, seen: number): number {
    const point = text.indexOf('.');
    const digits = point < 0 ? text : text.slice(0, point);
    if (point >= 0) {
      this.micros = fractionMicros(text.slice(point));
    } else if ((seen & DATE) !== DATE && digits.length >= 6) {
      this.year = Number(digits.slice(0, -4));
      this.month = Number(digits.slice(-4, -2));
      this.day = Number(digits.slice(-2));
      if (digits.length === 6) this.twoDigitYear = true;
      return DATE;
    }
    if ((seen & TIME) === TIME || (digits.length !== 6 && digits.length !== 4)) throw this.bad();
    this.hour = Number(digits.slice(0, 2));
    this.minute = Number(digits.slice(2, 4));
    this.second = Number(digits.slice(4, 6) || 0);
    return TIME;
  }

  private word(text: string): number {
    const offset = abbreviationOffset(text);
    if (offset !== undefined) {
      this.zone = offset;
      return ZONE;
    }
    const word = dateTimeWord(text);
    switch (word?.kind) {
      case undefined:
        // Letters that are no zone's name are no date's either.
        if (timeZone(text) === undefined) throw this.bad();
        return this.namedZone(text);
      case 'ignored':
        return 0;
      case 'month':
        return this.monthWord(word.month);
      case 'weekday':
        if (this.timeOnly) throw this.bad();
        return WEEKDAY;
      case 'meridiem':
        this.meridiem = word.half;
        return MERIDIEM;
      case 'era':
        this.beforeChrist = word.beforeChrist;
        return ERA;
      case 'label':
        if (this.label || (word.label === 'time' && !this.timeOnly && !this.has(DATE))) throw this.bad();
        this.label = word.label;
        return 0;
      case 'allballs':
        this.zone = 0;
        return TIME | ZONE;
      case 'special':
        if (this.timeOnly) throw this.bad();
        this.special = word.special;
        return SPECIAL;
      case 'moving':
        return this.moving(word.word);
    }
  }

  private monthWord(month: number): number {
    // A month by name after a number that was taken for one: the number was the day.
    const wasDay = this.has(MONTH) && !this.textMonth && !this.has(DAY) && this.month >= 1 && this.month <= 31;
    if (wasDay) this.day = this.month;
    this.month = month;
    this.textMonth = true;
    if (this.timeOnly) throw this.bad();
    return wasDay ? DAY : MONTH;
  }

  /** The words for this moment and for the days around it, in the session's time zone. */
  private moving(word: 'now' | 'today' | 'tomorrow' | 'yesterday'): number {
    if (this.timeOnly && word !== 'now') throw this.bad();
    const zone = timeZone(this.settings.timeZone) ?? timeZone('UTC')!;
    const now = BigInt(Date.now()) * 1000n;
    const offset = zone.offsetAt(Number(now / 1_000_000n));
    const {days, time} = splitMicros(now + BigInt(offset) * 1_000_000n);
    if (word !== 'now') {
      const moved = days + (word === 'tomorrow' ? 1 : word === 'yesterday' ? -1 : 0);
      ({year: this.year, month: this.month, day: this.day} = civilFromDays(moved));
      return DATE;
    }
    this.setClock(Number(time));
    if (this.timeOnly) {
      if (this.kind === 'timetz') this.zone ??= offset;
      return TIME;
    }
    ({year: this.year, month: this.month, day: this.day} = civilFromDays(days));
    this.zone = offset;
    return DATE | TIME | ZONE;
  }

  private namedZone(name: string): number {
    const zone = timeZone(name);
    if (zone === undefined) {
      throw new SqlError('22023', `time zone "${name.toLowerCase()}" not recognized`);
    }
    this.zone = zone;
    return ZONE;
  }

  private result(): ParsedDateTime {
    this.checkDate();
    this.applyMeridiem();
    if (this.timeOnly) return this.timeResult();
    if (!this.has(DATE)) throw this.bad();
    return {days: daysFromCivil(this.year, this.month, this.day), time: this.clockMicros(), zone: this.zone};
  }

  private timeResult(): ParsedDateTime {
    this.checkClock();
    if (!this.has(TIME)) throw this.bad();
    const time = this.clockMicros();
    if (this.has(DATE)) return {days: daysFromCivil(this.year, this.month, this.day), time, zone: this.zone};
    if ((this.seen & DATE) !== 0 && this.zone === undefined) throw this.bad();
    // The offset of a zone by name may depend on the date.
    if (typeof this.zone === 'object' && !this.zone.fixed) throw this.bad();
    return {time, zone: typeof this.zone === 'object' ? this.zone.offsetAt(0) : this.zone};
  }

  private applyMeridiem(): void {
    if (!this.meridiem) return;
    if (this.hour > 12) throw this.overflow();
    if (this.meridiem === 'pm' && this.hour !== 12) this.hour += 12;
    if (this.meridiem === 'am' && this.hour === 12) this.hour = 0;
  }

  private checkDate(): void {
    if (this.has(YEAR)) this.year = this.fullYear();
    if (this.has(DAY_OF_YEAR)) {
      const days = daysFromCivil(this.year, 1, 1) + this.dayOfYear - 1;
      ({year: this.year, month: this.month, day: this.day} = civilFromDays(days));
    }
    const wrongMonth = this.has(MONTH) && (this.month < 1 || this.month > 12);
    const wrongDay = this.has(DAY) && (this.day < 1 || this.day > 31);
    if (wrongMonth || wrongDay) throw this.overflow(DATESTYLE_HINT);
    if (this.has(DATE) && this.day > daysInMonth(this.year, this.month)) throw this.overflow();
  }

  /** Astronomical: 0 is 1 BC. */
  private fullYear(): number {
    const {year} = this;
    if (this.julian) return year;
    if (this.beforeChrist) {
      if (year <= 0) throw this.overflow();
      return 1 - year;
    }
    if (this.twoDigitYear) return year < 70 ? year + 2000 : year < 100 ? year + 1900 : year;
    if (year <= 0) throw this.overflow();
    return year;
  }
}

/** A date's words and numbers; one character behind each is a delimiter, whatever it is. Null: nothing behind the last. */
function splitDate(text: string): readonly string[] | null {
  const words: string[] = [];
  let at = 0;
  while (at < text.length) {
    const skipped = /^[^A-Za-z0-9]*/.exec(text.slice(at))![0].length;
    at += skipped;
    if (at === text.length) return null;
    const [word] = /^(?:\d+|[A-Za-z]+)/.exec(text.slice(at))!;
    words.push(word);
    at += word.length + 1;
  }
  return words;
}

/** `.25` and `.` as µs, rounded half to even. */
function fractionMicros(fraction: string | undefined): number {
  if (fraction === undefined || fraction === '.') return 0;
  return roundHalfEven(Number(fraction) * 1_000_000);
}
