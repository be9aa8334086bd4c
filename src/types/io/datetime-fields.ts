import {civilFromDays, daysFromCivil, daysInMonth} from '../calendar.ts';
import {SqlError} from '../sql-error.ts';
import type {TimeZone} from '../time-zone.ts';
import {type DateTimeKind, type ParsedDateTime, badFormat} from './parsed-datetime.ts';

// What has been read, a bit a field: each may be read once.
export const YEAR = 1;
export const MONTH = 2;
export const DAY = 4;
export const HOUR = 8;
export const MINUTE = 16;
export const SECOND = 32;
export const FRACTION = 64;
export const ZONE = 128;
export const DAY_OF_YEAR = 256;
export const WEEKDAY = 512;
export const MERIDIEM = 1024;
export const ERA = 2048;
export const SPECIAL = 4096;
export const DATE = YEAR | MONTH | DAY;
export const TIME = HOUR | MINUTE | SECOND | FRACTION;

const EPOCH_JULIAN = 2440588;
export const MICROS_PER_DAY = 86_400_000_000;
const DATESTYLE_HINT = 'Perhaps you need a different "datestyle" setting.';

/** The fields that have been read of a date and time, and what they come to. */
export class DateTimeFields {
  /** A time of day, with an offset or without: no date is needed. */
  readonly timeOnly: boolean;
  seen = 0;
  year = 0;
  month = 0;
  day = 0;
  dayOfYear = 0;
  hour = 0;
  minute = 0;
  second = 0;
  micros = 0;
  julian = false;
  twoDigitYear = false;
  textMonth = false;
  beforeChrist = false;
  meridiem: 'am' | 'pm' | undefined;
  zone: number | TimeZone | undefined;
  /** Of an abbreviation that moves: its seconds east of UTC now, for a time without a date. */
  zoneToday: number | undefined;
  private readonly kind: DateTimeKind;
  private readonly text: string;

  constructor(kind: DateTimeKind, text: string) {
    this.kind = kind;
    this.timeOnly = kind === 'time' || kind === 'timetz';
    this.text = text;
  }

  bad(): SqlError {
    return badFormat(this.kind, this.text);
  }

  overflow(hint?: string): SqlError {
    return new SqlError('22008', `date/time field value out of range: "${this.text}"`, {hint});
  }

  has(mask: number): boolean {
    return (this.seen & mask) === mask;
  }

  setJulian(days: number): void {
    this.julian = true;
    ({year: this.year, month: this.month, day: this.day} = civilFromDays(days - EPOCH_JULIAN));
  }

  setClock(micros: number): void {
    const seconds = Math.floor(micros / 1_000_000);
    this.hour = Math.floor(seconds / 3600);
    this.minute = Math.floor(seconds / 60) % 60;
    this.second = seconds % 60;
    this.micros = micros % 1_000_000;
  }

  setYear(value: number, digits: number): number {
    this.year = value;
    this.twoDigitYear = digits <= 2;
    return YEAR;
  }

  setMonth(value: number): number {
    this.month = value;
    return MONTH;
  }

  setDay(value: number): number {
    this.day = value;
    return DAY;
  }

  /** Up to 24:00:00 all told. */
  checkClock(): void {
    const {hour, minute, second} = this;
    if (hour > 24 || minute > 59 || second > 60 || this.clockMicros() > MICROS_PER_DAY) throw this.overflow();
  }

  clockMicros(): number {
    return ((this.hour * 60 + this.minute) * 60 + this.second) * 1_000_000 + this.micros;
  }

  result(): ParsedDateTime {
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
    if (typeof this.zone !== 'object') return {time, zone: this.zone};
    if (this.zoneToday !== undefined) return {time, zone: this.zoneToday};
    if (!this.zone.fixed) throw this.bad();
    return {time, zone: this.zone.offsetAt(0)};
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
