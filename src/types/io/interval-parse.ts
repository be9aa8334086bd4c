import type {Interval} from '../datum.ts';
import {SqlError} from '../sql-error.ts';
import {badFormat} from './datetime-parse.ts';
import {type DateTimeToken, dateTimeTokens} from './datetime-tokens.ts';
import type {FormatSettings} from './format-settings.ts';
import {roundHalfEven} from './round.ts';

const INT32_MAX = 0x7fffffff;
const MICROS_PER_DAY = 86_400_000_000;

type Unit =
  | 'microsecond'
  | 'millisecond'
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'month'
  | 'year'
  | 'decade'
  | 'century'
  | 'millennium';

// Names and abbreviations, plural forms aside (a final s may follow any name of more than one letter).
const unitNames: readonly (readonly [Unit, string])[] = [
  ['microsecond', 'us usec usecs usecond useconds microsecond microseconds microsecon'],
  ['millisecond', 'ms msec msecs msecond mseconds millisecond milliseconds millisecon'],
  ['second', 's sec secs second seconds'],
  ['minute', 'm min mins minute minutes'],
  ['hour', 'h hr hrs hour hours'],
  ['day', 'd day days'],
  ['week', 'w week weeks'],
  ['month', 'mon mons month months'],
  ['year', 'y yr yrs year years'],
  ['decade', 'dec decs decade decades'],
  ['century', 'c cent century centuries'],
  ['millennium', 'mil mils millennia millennium'],
];

const units = new Map(unitNames.flatMap(([unit, names]) => names.split(' ').map(name => [name, unit] as const)));

/**
 * Reads an interval in any of the styles of Postgres's manual (8.5.4): units with or without @ and ago, SQL standard
 * year-month and day-time, ISO 8601 with designators and in the alternative format. Errors: 22007, 22015.
 */
export function parseInterval(text: string, settings: FormatSettings): Interval {
  const total = new IntervalTotal(text);
  const tokens = dateTimeTokens(text);
  const plain = tokens !== null && tokens.length > 0 && addTokens(tokens, total, settings);
  if (!plain) {
    total.reset();
    if (!addIso8601(text, total)) throw badFormat('interval', text);
  }
  return total.interval();
}

/** Sums months, days and microseconds; fractions of a unit spill into smaller ones. */
class IntervalTotal {
  private readonly text: string;
  private years = 0;
  private months = 0;
  private days = 0;
  private micros = 0n;

  constructor(text: string) {
    this.text = text;
  }

  reset(): void {
    this.years = 0;
    this.months = 0;
    this.days = 0;
    this.micros = 0n;
  }

  overflow(): SqlError {
    return new SqlError('22015', `interval field value out of range: "${this.text}"`);
  }

  addMicros(micros: bigint): void {
    this.micros += micros;
  }

  private addFractionalMicros(fraction: number, unitMicros: number): void {
    // Half a microsecond rounds away only when it is more than half, as Postgres adds it.
    const micros = fraction * unitMicros;
    const whole = Math.trunc(micros);
    const rest = micros - whole;
    this.micros += BigInt(whole) + (rest > 0.5 ? 1n : rest < -0.5 ? -1n : 0n);
  }

  private addFractionalDays(fraction: number, unitDays: number): void {
    const days = fraction * unitDays;
    const whole = Math.trunc(days);
    this.days += whole;
    this.addFractionalMicros(days - whole, MICROS_PER_DAY);
  }

  add(whole: bigint, fraction: number, unit: Unit): void {
    switch (unit) {
      case 'microsecond':
        this.micros += whole;
        this.addFractionalMicros(fraction, 1);
        return;
      case 'millisecond':
        return this.addTime(whole, fraction, 1_000);
      case 'second':
        return this.addTime(whole, fraction, 1_000_000);
      case 'minute':
        return this.addTime(whole, fraction, 60_000_000);
      case 'hour':
        return this.addTime(whole, fraction, 3_600_000_000);
      case 'day':
        this.days += Number(whole);
        return this.addFractionalMicros(fraction, MICROS_PER_DAY);
      case 'week':
        this.days += Number(whole) * 7;
        return this.addFractionalDays(fraction, 7);
      case 'month':
        this.months += Number(whole);
        return this.addFractionalDays(fraction, 30);
      case 'year':
        return this.addYears(whole, fraction, 1);
      case 'decade':
        return this.addYears(whole, fraction, 10);
      case 'century':
        return this.addYears(whole, fraction, 100);
      case 'millennium':
        return this.addYears(whole, fraction, 1000);
    }
  }

  private addTime(whole: bigint, fraction: number, unitMicros: number): void {
    this.micros += whole * BigInt(unitMicros);
    this.addFractionalMicros(fraction, unitMicros);
  }

  private addYears(whole: bigint, fraction: number, years: number): void {
    this.years += Number(whole) * years;
    this.months += roundHalfEven(fraction * years * 12);
  }

  negate(): void {
    this.years = -this.years;
    this.months = -this.months;
    this.days = -this.days;
    this.micros = -this.micros;
  }

  interval(): Interval {
    const {years, days, micros} = this;
    const fits = [years, this.months, days].every(field => Math.abs(field) <= INT32_MAX);
    if (!fits || micros !== BigInt.asIntN(64, micros)) throw this.overflow();
    const months = years * 12 + this.months;
    if (Math.abs(months) > INT32_MAX) throw new SqlError('22008', 'interval out of range');
    return {months: months + 0, days: days + 0, micros};
  }
}

/** From right to left, so that a unit is known before its number. False: not in this format. */
function addTokens(tokens: readonly DateTimeToken[], total: IntervalTotal, settings: FormatSettings): boolean {
  const seen = new Set<string>();
  let unit: Unit | undefined;
  let unitHasNumber = true;
  let ago = false;
  const allNegative =
    settings.intervalStyle === 'sql_standard' &&
    tokens[0].text.startsWith('-') &&
    !tokens.slice(1).some(token => /^[+-]/.test(token.text));

  for (let i = tokens.length - 1; i >= 0; i--) {
    const {kind, text} = tokens[i];
    if (kind === 'word') {
      const word = text.toLowerCase();
      const found = unitOf(word);
      if (found) {
        unit = found;
        unitHasNumber = false;
      } else if (word === 'ago') {
        if (i !== tokens.length - 1) return false;
        ago = true;
      } else if (word !== 'at' && word !== 'on') {
        return false;
      }
      continue;
    }
    if (kind === 'special') return false;
    const isClock = kind === 'time' || (kind === 'zone' && unitHasNumber && text.includes(':'));
    if (isClock) {
      const negative = text.startsWith('-') || (allNegative && !text.startsWith('+'));
      const micros = clockMicros(text.replace(/^[+-]/, ''), total);
      if (micros === undefined || seen.has('time')) return false;
      seen.add('time').add('hour').add('minute').add('second');
      total.addMicros(negative ? -micros : micros);
      unit = 'day';
      unitHasNumber = true;
      continue;
    }
    const yearMonth = /^([+-]?)(\d+)-(\d+)$/.exec(text);
    if (yearMonth) {
      if (Number(yearMonth[3]) >= 12) throw total.overflow();
      if (seen.has('month') || seen.has('year')) return false;
      seen.add('month').add('year');
      const months = BigInt(yearMonth[2]) * 12n + BigInt(yearMonth[3]);
      const negative = yearMonth[1] === '-' || (allNegative && yearMonth[1] === '');
      total.add(negative ? -months : months, 0, 'month');
      unitHasNumber = true;
      continue;
    }
    const number = splitNumber(text, allNegative);
    if (!number) return false;
    const numberUnit: Unit = unit ?? 'second';
    if (outsideInt64(number.whole)) throw total.overflow();
    for (const field of fieldsOf(numberUnit, number.fraction)) {
      if (seen.has(field)) return false;
    }
    for (const field of fieldsOf(numberUnit, number.fraction)) seen.add(field);
    total.add(number.whole, number.fraction, numberUnit);
    unit = numberUnit;
    unitHasNumber = true;
  }
  if (seen.size === 0) return false;
  if (ago) total.negate();
  return true;
}

function outsideInt64(value: bigint): boolean {
  return value !== BigInt.asIntN(64, value);
}

/** A field may be given once only; seconds with a fraction also take the milli- and microseconds. */
function fieldsOf(unit: Unit, fraction: number): readonly string[] {
  return unit === 'second' && fraction !== 0 ? ['second', 'millisecond', 'microsecond'] : [unit];
}

function unitOf(word: string): Unit | undefined {
  return units.get(word) ?? units.get(word.slice(0, 10));
}

function splitNumber(text: string, negative: boolean): {whole: bigint; fraction: number} | null {
  const match = /^([+-]?)(\d*)(\.\d*)?$/.exec(text);
  if (!match || (match[2] === '' && (match[3] ?? '.') === '.')) return null;
  const whole = BigInt(match[2] || 0);
  const fraction = match[3] && match[3] !== '.' ? Number(match[3]) : 0;
  const minus = match[1] === '-' || (negative && match[1] === '');
  return minus ? {whole: -whole, fraction: -fraction} : {whole, fraction};
}

/** hh:mm:ss.ffffff, hh:mm and mm:ss.ffffff; hours have no limit. undefined: no clock time. */
function clockMicros(text: string, total: IntervalTotal): bigint | undefined {
  const match = /^(\d+):(\d+)(?::(\d+))?(\.\d*)?$/.exec(text);
  if (!match) return undefined;
  const [, first, second, third, fraction] = match;
  const minutesAndSeconds = third === undefined && fraction !== undefined;
  const hours = minutesAndSeconds ? 0n : BigInt(first);
  const minutes = Number(minutesAndSeconds ? first : second);
  const seconds = Number(minutesAndSeconds ? second : (third ?? 0));
  if (minutes > 59 || seconds > 60) throw total.overflow();
  const rest = fraction && fraction !== '.' ? roundHalfEven(Number(fraction) * 1_000_000) : 0;
  return (hours * 3600n + BigInt(minutes * 60 + seconds)) * 1_000_000n + BigInt(rest);
}

const isoDateUnits: Readonly<Record<string, Unit>> = {Y: 'year', M: 'month', W: 'week', D: 'day'};
const isoTimeUnits: Readonly<Record<string, Unit>> = {H: 'hour', M: 'minute', S: 'second'};

/** P1Y2M3DT4H5M6S, and P0001-02-03T04:05:06. False: neither. */
function addIso8601(text: string, total: IntervalTotal): boolean {
  const body = /^P(.+)$/.exec(text)?.[1];
  if (!body) return false;
  const [datePart, timePart, ...more] = body.split('T');
  if (more.length > 0) return false;
  if (!addDesignated(datePart, isoDateUnits, total) && !addAlternativeDate(datePart, total)) return false;
  if (timePart === undefined) return true;
  return addDesignated(timePart, isoTimeUnits, total) || addAlternativeTime(timePart, total);
}

function addDesignated(part: string, designators: Readonly<Record<string, Unit>>, total: IntervalTotal): boolean {
  if (part === '') return true;
  const items = [...part.matchAll(/([+-]?\d*\.?\d*)([A-Z])/gy)];
  if (items.map(item => item[0]).join('') !== part) return false;
  const parsed = items.map(([, number, letter]) => ({number: splitNumber(number, false), unit: designators[letter]}));
  if (parsed.some(item => item.number === null || item.unit === undefined)) return false;
  for (const {number, unit} of parsed) total.add(number!.whole, number!.fraction, unit);
  return true;
}

function addAlternativeDate(part: string, total: IntervalTotal): boolean {
  const match = /^(?:(-?\d+)-(-?\d+)(?:-(-?\d+))?|(\d{4})(\d\d)(\d\d)|(\d+))$/.exec(part);
  if (!match) return false;
  const [, year, month, day, packedYear, packedMonth, packedDay, lone] = match;
  total.add(BigInt(year ?? packedYear ?? lone), 0, 'year');
  total.add(BigInt(month ?? packedMonth ?? 0), 0, 'month');
  total.add(BigInt(day ?? packedDay ?? 0), 0, 'day');
  return true;
}

function addAlternativeTime(part: string, total: IntervalTotal): boolean {
  const match = /^(?:(-?\d+):(-?\d+)(?::(-?\d+)(\.\d+)?)?|(\d\d)(\d\d)(\d\d)(\.\d+)?|(\d+))$/.exec(part);
  if (!match) return false;
  const [, hour, minute, second, fraction, packedHour, packedMinute, packedSecond, packedFraction, lone] = match;
  total.add(BigInt(hour ?? packedHour ?? lone), 0, 'hour');
  total.add(BigInt(minute ?? packedMinute ?? 0), 0, 'minute');
  total.add(BigInt(second ?? packedSecond ?? 0), Number(fraction ?? packedFraction ?? 0), 'second');
  return true;
}
