import {civilFromDays, splitMicros} from '../calendar.ts';
import {SqlError} from '../sql-error.ts';
import {abbreviationZone} from '../time-zone-abbreviations.ts';
import {timeZone} from '../time-zone.ts';
import {
  DATE,
  DateTimeFields,
  DAY,
  DAY_OF_YEAR,
  ERA,
  FRACTION,
  HOUR,
  MERIDIEM,
  MICROS_PER_DAY,
  MINUTE,
  MONTH,
  SECOND,
  SPECIAL,
  TIME,
  WEEKDAY,
  YEAR,
  ZONE,
} from './datetime-fields.ts';
import {type DateTimeToken, splitDate} from './datetime-tokens.ts';
import {type DateTimeWord, dateTimeWord} from './datetime-words.ts';
import {type DateOrder, type FormatSettings, dateStyleOf} from './format-settings.ts';
import type {DateTimeKind, ParsedDateTime} from './parsed-datetime.ts';
import {roundHalfEven} from './round.ts';
import {readZoneOffset} from './zone-offset.ts';
import {wallClockMicros} from '../clock.ts';

/** A letter or word that says what the number behind it is: `y2001m02d04`, `T040506`, `J2452271`. */
type Label = (DateTimeWord & {kind: 'label'})['label'];

/**
 * Decides field by field what the parts of a text are, by what was read before them, the length of numbers and the order
 * of DateStyle (Postgres's manual, appendix B.1). Errors: 22007, 22008, 22009, 22023 unknown time zone.
 */
export class DateTimeDecoder {
  private readonly kind: DateTimeKind;
  private readonly text: string;
  private readonly settings: FormatSettings;
  private readonly order: DateOrder;
  private readonly fields: DateTimeFields;
  private label: Label | undefined;
  private special: 'infinity' | '-infinity' | 'epoch' | undefined;

  constructor(kind: DateTimeKind, text: string, settings: FormatSettings) {
    this.kind = kind;
    this.fields = new DateTimeFields(kind, text);
    this.text = text;
    this.settings = settings;
    this.order = dateStyleOf(settings).order;
  }

  decode(tokens: readonly DateTimeToken[]): ParsedDateTime {
    for (let i = 0; i < tokens.length; i++) {
      const mask = this.read(tokens[i], i, tokens);
      if ((this.fields.seen & mask) !== 0) throw this.fields.bad();
      this.fields.seen |= mask;
    }
    if (this.label) throw this.fields.bad();
    if (this.special) return {special: this.special};
    return this.fields.result();
  }

  /** The fields that a part of the text gives. */
  private read(token: DateTimeToken, i: number, tokens: readonly DateTimeToken[]): number {
    switch (token.kind) {
      case 'date':
        return this.fields.timeOnly ? this.dateForTime(token.text, i, tokens) : this.datePart(token.text);
      case 'time':
        if (this.label && this.label !== 'time') throw this.fields.bad();
        this.label = undefined;
        return this.clock(token.text);
      case 'zone':
        this.fields.zone = this.offset(token.text);
        return ZONE;
      case 'number':
        if (this.label) return this.labelled(token.text, this.label);
        return this.fields.timeOnly ? this.numberForTime(token.text, i, tokens) : this.number(token.text);
      case 'word':
      case 'special':
        return this.word(token.text.toLowerCase());
    }
  }

  private offset(text: string): number {
    const offset = readZoneOffset(text, this.text);
    if (offset === null) throw this.fields.bad();
    return offset;
  }

  /** `040506-08`: a run-together time with its zone. */
  private clockAndZone(text: string, seen: number): number {
    if (this.fields.has(TIME)) throw this.fields.bad();
    const zoneAt = text.indexOf('-');
    if (zoneAt < 0) throw this.fields.bad();
    this.fields.zone = this.offset(text.slice(zoneAt));
    return this.runTogether(text.slice(0, zoneAt), seen) | ZONE;
  }

  private datePart(text: string): number {
    if (this.label === 'julian') {
      const [, days, zone] = /^(\d+)(.*)$/.exec(text) ?? [];
      if (days === undefined) throw this.fields.bad();
      this.label = undefined;
      this.fields.setJulian(Number(days));
      this.fields.zone = this.offset(zone);
      return DATE | TIME | ZONE;
    }
    if (this.label || this.fields.has(MONTH | DAY)) {
      if (/^\d/.test(text) || this.label) {
        if (this.label && this.label !== 'time') throw this.fields.bad();
        this.label = undefined;
        return this.clockAndZone(text, this.fields.seen);
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
    return /^\d/.test(text) ? this.clockAndZone(text, this.fields.seen | DATE) : this.namedZone(text);
  }

  private delimitedDate(text: string): number {
    // What is no letter or digit separates, one character at least.
    const words = splitDate(text);
    if (words === null) throw this.fields.bad();
    let seen = this.fields.seen;
    let given = 0;
    const take = (mask: number): void => {
      if ((seen & mask) !== 0) throw this.fields.bad();
      seen |= mask;
      given |= mask;
    };
    for (const part of words) {
      if (/^\d/.test(part)) continue;
      const word = dateTimeWord(part.toLowerCase());
      if (word?.kind === 'ignored') continue;
      if (word?.kind !== 'month') throw this.fields.bad();
      this.fields.month = word.month;
      this.fields.textMonth = true;
      take(MONTH);
    }
    for (const part of words) if (/^\d/.test(part)) take(this.dateNumber(part, seen));
    if ((seen & ~(DAY_OF_YEAR | ZONE)) !== DATE) throw this.fields.bad();
    return given;
  }

  /** hh:mm:ss and hh:mm, but mm:ss.fff where a point stands behind one colon. */
  private clock(text: string): number {
    const match = /^(\d+):(\d*)(?::(\d*))?(\.\d*)?$/.exec(text);
    if (!match) throw this.fields.bad();
    const [, first, second, third, fraction] = match;
    const minutesFirst = third === undefined && fraction !== undefined;
    this.fields.hour = minutesFirst ? 0 : Number(first);
    this.fields.minute = Number(minutesFirst ? first : second);
    this.fields.second = Number(minutesFirst ? second : (third ?? 0));
    this.fields.micros = fractionMicros(fraction);
    if (this.fields.minute > 59 || this.fields.second > 60) throw this.fields.overflow();
    if (!this.fields.timeOnly) this.fields.checkClock();
    return TIME;
  }

  private labelled(text: string, label: Label): number {
    const value = Number(/^\d*/.exec(text)![0]);
    const fraction = text.includes('.') ? text.slice(text.indexOf('.')) : undefined;
    if (value > 0x7fffffff) throw this.fields.overflow();
    this.label = undefined;
    switch (label) {
      case 'year':
        this.fields.year = value;
        return YEAR;
      case 'month':
        // A month and an hour are known: minutes.
        if (this.fields.has(MONTH) && this.fields.has(HOUR)) {
          this.fields.minute = value;
          return MINUTE;
        }
        this.fields.month = value;
        return MONTH;
      case 'day':
        this.fields.day = value;
        return DAY;
      case 'hour':
        this.fields.hour = value;
        return HOUR;
      case 'minute':
        this.fields.minute = value;
        return MINUTE;
      case 'second':
        this.fields.second = value;
        if (fraction === undefined) return SECOND;
        this.fields.micros = fractionMicros(fraction);
        return SECOND | FRACTION;
      case 'julian':
        this.fields.setJulian(value);
        if (fraction === undefined) return DATE;
        this.fields.setClock(Math.floor((fraction === '.' ? 0 : Number(fraction)) * MICROS_PER_DAY));
        return DATE | TIME;
      case 'time': {
        const mask = this.runTogether(text, this.fields.seen | DATE);
        if (mask !== TIME) throw this.fields.bad();
        return mask;
      }
      default:
        throw this.fields.bad();
    }
  }

  private number(text: string): number {
    const point = text.indexOf('.');
    if (point >= 0 && (this.fields.seen & DATE) === 0) return this.delimitedDate(text);
    if (point > 2) return this.runTogether(text, this.fields.seen);
    // Six digits are a date or a time; fewer, and what comes when both are known, is one field.
    if (text.length >= 6 && ((this.fields.seen & DATE) === 0 || (this.fields.seen & TIME) === 0)) {
      return this.runTogether(text, this.fields.seen);
    }
    return this.dateNumber(text, this.fields.seen);
  }

  private numberForTime(text: string, i: number, tokens: readonly DateTimeToken[]): number {
    const point = text.indexOf('.');
    const seen = this.fields.seen | DATE;
    if (point >= 0) {
      if (i === 0 && tokens.length >= 2 && tokens[tokens.length - 1].kind === 'date') return this.delimitedDate(text);
      if (point > 2) return this.runTogether(text, seen);
      throw this.fields.bad();
    }
    return text.length > 4 ? this.runTogether(text, seen) : this.dateNumber(text, seen);
  }

  /** Which field a number is, by what was read before it and by DateStyle. */
  private dateNumber(text: string, seen: number): number {
    const {length} = text;
    const point = text.indexOf('.');
    if (point > 2) return this.runTogether(text, seen | DATE);
    const value = Number(point < 0 ? text : text.slice(0, point));
    if (point === 0) throw this.fields.bad();
    if (value > 0x7fffffff) throw this.fields.overflow();
    if (point > 0) this.fields.micros = fractionMicros(text.slice(point));
    const date = seen & DATE;
    if (length === 3 && date === YEAR && value >= 1 && value <= 366) {
      this.fields.dayOfYear = value;
      return DAY_OF_YEAR | MONTH | DAY;
    }
    const yearLike = length >= 3 || this.order === 'YMD';
    switch (date) {
      case 0:
        if (yearLike) return this.fields.setYear(value, length);
        return this.order === 'DMY' ? this.fields.setDay(value) : this.fields.setMonth(value);
      case YEAR:
      case DAY:
        return this.fields.setMonth(value);
      case MONTH:
        return this.fields.textMonth && yearLike ? this.fields.setYear(value, length) : this.fields.setDay(value);
      case YEAR | MONTH:
        if (this.fields.textMonth && length >= 3 && this.fields.twoDigitYear) {
          // DD-MON-YYYY in YMD order: what was taken for a year is the day.
          this.fields.day = this.fields.year;
          this.fields.year = value;
          this.fields.twoDigitYear = false;
          return DAY;
        }
        return this.fields.setDay(value);
      case MONTH | DAY:
        return this.fields.setYear(value, length);
      case DATE:
        return this.runTogether(text, seen);
      default:
        throw this.fields.bad();
    }
  }

  /** YYYYMMDD and YYMMDD as long as there is no date, then hhmmss and hhmm. */
  private runTogether(text: string, seen: number): number {
    const point = text.indexOf('.');
    const digits = point < 0 ? text : text.slice(0, point);
    if (point >= 0) {
      this.fields.micros = fractionMicros(text.slice(point));
    } else if ((seen & DATE) !== DATE && digits.length >= 6) {
      this.fields.year = Number(digits.slice(0, -4));
      this.fields.month = Number(digits.slice(-4, -2));
      this.fields.day = Number(digits.slice(-2));
      if (digits.length === 6) this.fields.twoDigitYear = true;
      return DATE;
    }
    if ((seen & TIME) === TIME || (digits.length !== 6 && digits.length !== 4)) throw this.fields.bad();
    this.fields.hour = Number(digits.slice(0, 2));
    this.fields.minute = Number(digits.slice(2, 4));
    this.fields.second = Number(digits.slice(4, 6) || 0);
    return TIME;
  }

  private word(text: string): number {
    const zone = abbreviationZone(text);
    if (zone !== undefined) {
      this.fields.zone = zone;
      if (typeof zone === 'object') this.fields.zoneToday = zone.offsetAt(Number(this.now() / 1_000_000n));
      return ZONE;
    }
    const word = dateTimeWord(text);
    switch (word?.kind) {
      case undefined:
        // Letters that are no zone's name are no date's either.
        if (timeZone(text) === undefined) throw this.fields.bad();
        return this.namedZone(text);
      case 'ignored':
        return 0;
      case 'month':
        return this.monthWord(word.month);
      case 'weekday':
        if (this.fields.timeOnly) throw this.fields.bad();
        return WEEKDAY;
      case 'meridiem':
        this.fields.meridiem = word.half;
        return MERIDIEM;
      case 'era':
        this.fields.beforeChrist = word.beforeChrist;
        return ERA;
      case 'label':
        if (this.label || (word.label === 'time' && !this.fields.timeOnly && !this.fields.has(DATE)))
          throw this.fields.bad();
        this.label = word.label;
        return 0;
      case 'allballs':
        this.fields.zone = 0;
        return TIME | ZONE;
      case 'special':
        if (this.fields.timeOnly) throw this.fields.bad();
        this.special = word.special;
        return SPECIAL;
      case 'moving':
        return this.moving(word.word);
    }
  }

  private monthWord(month: number): number {
    // A month by name after a number that was taken for one: the number was the day.
    const wasDay =
      this.fields.has(MONTH) &&
      !this.fields.textMonth &&
      !this.fields.has(DAY) &&
      this.fields.month >= 1 &&
      this.fields.month <= 31;
    if (wasDay) this.fields.day = this.fields.month;
    this.fields.month = month;
    this.fields.textMonth = true;
    if (this.fields.timeOnly) throw this.fields.bad();
    return wasDay ? DAY : MONTH;
  }

  /** The words for this moment and for the days around it, in the session's time zone. */
  private moving(word: 'now' | 'today' | 'tomorrow' | 'yesterday'): number {
    if (this.fields.timeOnly && word !== 'now') throw this.fields.bad();
    const zone = timeZone(this.settings.timeZone) ?? timeZone('UTC')!;
    const now = this.now();
    const offset = zone.offsetAt(Number(now / 1_000_000n));
    const {days, time} = splitMicros(now + BigInt(offset) * 1_000_000n);
    if (word !== 'now') {
      const moved = days + (word === 'tomorrow' ? 1 : word === 'yesterday' ? -1 : 0);
      ({year: this.fields.year, month: this.fields.month, day: this.fields.day} = civilFromDays(moved));
      return DATE;
    }
    this.fields.setClock(Number(time));
    if (this.fields.timeOnly) {
      if (this.kind === 'timetz') this.fields.zone ??= offset;
      return TIME;
    }
    ({year: this.fields.year, month: this.fields.month, day: this.fields.day} = civilFromDays(days));
    this.fields.zone = offset;
    return DATE | TIME | ZONE;
  }

  private now(): bigint {
    return this.settings.now ?? wallClockMicros();
  }

  private namedZone(name: string): number {
    const zone = timeZone(name);
    if (zone === undefined) {
      throw new SqlError('22023', `time zone "${name.toLowerCase()}" not recognized`);
    }
    this.fields.zone = zone;
    return ZONE;
  }
}

/** `.25` and `.` as µs, rounded half to even. */
function fractionMicros(fraction: string | undefined): number {
  if (fraction === undefined || fraction === '.') return 0;
  return roundHalfEven(Number(fraction) * 1_000_000);
}
