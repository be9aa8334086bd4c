import type {Interval} from '../datum.ts';
import {type IntervalSpan, lastField} from '../interval-span.ts';
import {type DateTimeToken, dateTimeTokens} from './datetime-tokens.ts';
import type {FormatSettings} from './format-settings.ts';
import {addIso8601} from './interval-iso8601.ts';
import {IntervalTotal, type IntervalUnit} from './interval-total.ts';
import {badFormat} from './parsed-datetime.ts';
import {roundHalfEven} from './round.ts';

// Names and abbreviations.
const unitNames: readonly (readonly [IntervalUnit, string])[] = [
  ['microsecond', 'us usec usecs useconds microsecond microsecon'],
  ['millisecond', 'ms msec msecs mseconds millisecond millisecon'],
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
 * year-month and day-time, ISO 8601 with designators and in the alternative format. `span`: the declared fields, which
 * say what a number without a unit counts. Errors: 22007, 22008, 22015.
 */
export function parseInterval(text: string, settings: FormatSettings, span?: IntervalSpan): Interval {
  const total = new IntervalTotal(text);
  const tokens = dateTimeTokens(text);
  const plain = tokens !== null && tokens.length > 0 && addTokens(tokens, total, settings, span);
  if (!plain) {
    total.reset();
    if (!addIso8601(text, total)) throw badFormat('interval', text);
  }
  return total.interval();
}

const TIME = ['hour', 'minute', 'second', 'millisecond', 'microsecond'];

/** From right to left, so that a unit is known before its number. False: not in this format. */
function addTokens(
  tokens: readonly DateTimeToken[],
  total: IntervalTotal,
  settings: FormatSettings,
  span: IntervalSpan | undefined,
): boolean {
  const seen = new Set<string>();
  const taken = (fields: readonly string[]): boolean => {
    if (fields.some(field => seen.has(field))) return false;
    for (const field of fields) seen.add(field);
    return true;
  };
  /** null: a word before a number that is none of a unit. */
  let unit: IntervalUnit | null | undefined;
  let ago = false;
  const allNegative =
    settings.intervalStyle === 'sql_standard' &&
    tokens[0].text.startsWith('-') &&
    !tokens.slice(1).some(token => /^[+-]/.test(token.text));

  for (let i = tokens.length - 1; i >= 0; i--) {
    const {kind, text} = tokens[i];
    if (kind === 'word' || kind === 'special') {
      const word = text.toLowerCase();
      unit = unitOf(word) ?? null;
      if (word === 'ago') ago = true;
      else if (unit === null) return false;
      continue;
    }
    const time = kind === 'time' ? text : kind === 'zone' && text.includes(':') ? text.slice(1) : null;
    const micros = time === null ? null : clockMicros(time, total, span);
    if (micros !== null) {
      const negative = text.startsWith('-') || (allNegative && !text.startsWith('+'));
      total.setTime(negative ? -micros : micros);
      if (!taken(TIME)) return false;
      unit = 'day';
      continue;
    }
    if (kind === 'time' || unit === null) return false;
    unit ??= span === undefined ? 'second' : lastField(span);
    const yearMonth = /^([+-]?)(\d+)-(\d*)$/.exec(text);
    if (yearMonth) {
      const [, sign, years, months] = yearMonth;
      if (outsideInt64(BigInt(years)) || Number(months) >= 12) throw total.overflow();
      const count = BigInt(years) * 12n + BigInt(months);
      unit = 'month';
      total.add(sign === '-' || allNegative ? -count : count, 0, unit);
      if (!taken([unit])) return false;
      continue;
    }
    const number = splitNumber(text, allNegative);
    if (!number) return false;
    if (outsideInt64(number.whole)) throw total.overflow();
    total.add(number.whole, number.fraction, unit);
    if (!taken(fieldsOf(unit, number.fraction))) return false;
    if (unit === 'hour') unit = 'day';
  }
  if (seen.size === 0) return false;
  if (ago) total.negate();
  return true;
}

function outsideInt64(value: bigint): boolean {
  return value !== BigInt.asIntN(64, value);
}

/** A field may be given once only; seconds with a fraction also take the milli- and microseconds. */
function fieldsOf(unit: IntervalUnit, fraction: number): readonly string[] {
  return unit === 'second' && fraction !== 0 ? ['second', 'millisecond', 'microsecond'] : [unit];
}

/** Ten letters of a unit are looked at. */
function unitOf(word: string): IntervalUnit | undefined {
  return units.get(word) ?? (word.length > 10 ? units.get(word.slice(0, 10)) : undefined);
}

function splitNumber(text: string, negative: boolean): {whole: bigint; fraction: number} | null {
  const match = /^([+-]?)(\d*)(\.\d*)?$/.exec(text);
  if (!match || (match[2] === '' && match[3] === undefined)) return null;
  const whole = BigInt(match[2] || 0);
  const fraction = match[3] && match[3] !== '.' ? Number(match[3]) : 0;
  const minus = match[1] === '-' || negative;
  return minus ? {whole: -whole, fraction: -fraction} : {whole, fraction};
}

/**
 * hh:mm:ss.ffffff, hh:mm (mm:ss where that is what is declared) and mm:ss.ffffff; hours have no limit. null: no clock
 * time.
 */
function clockMicros(text: string, total: IntervalTotal, span: IntervalSpan | undefined): bigint | null {
  const match = /^(\d+):(\d*)(?::(\d*))?(\.\d*)?$/.exec(text);
  if (!match) return null;
  const [, first, second, third, fraction] = match;
  const minutesFirst = third === undefined && (fraction !== undefined || span === 'minute to second');
  const hours = minutesFirst ? 0n : BigInt(first);
  const minutes = Number(minutesFirst ? first : second);
  const seconds = Number(minutesFirst ? second : (third ?? 0));
  if (outsideInt64(BigInt(first)) || minutes > 59 || seconds > 60) throw total.overflow();
  const rest = fraction && fraction !== '.' ? roundHalfEven(Number(fraction) * 1_000_000) : 0;
  return (hours * 3600n + BigInt(minutes * 60 + seconds)) * 1_000_000n + BigInt(rest);
}
