import {daysFromCivil, isInfiniteTimestamp, isTimestampInRange, MICROS_PER_DAY} from '../../types/calendar.ts';
import type {Interval} from '../../types/datum.ts';
import type {Decimal} from '../../types/decimal.ts';
import {SqlError} from '../../types/sql-error.ts';
import {
  BIGINT,
  DATE,
  DOUBLE,
  INTEGER,
  INTERVAL,
  NUMERIC,
  REAL,
  TEXT,
  TIMESTAMP,
  TIMESTAMPTZ,
} from '../../types/sql-type.ts';
import {applyTypmod} from '../../types/typmod.ts';
import {zoneAbbreviation} from '../../types/time-zone-names.ts';
import {func} from '../define.ts';
import {readTime} from '../format/datetime-from-char.ts';
import {intervalToChar, timestampToChar} from '../format/datetime-to-char.ts';
import {numberFromChar} from '../format/number-from-char.ts';
import {bigintToChar, floatToChar, integerToChar, numericToChar} from '../format/number-to-char.ts';
import type {CallContext, FunctionRow} from '../function-row.ts';
import {
  fixedOffset,
  floorSeconds,
  inDateRange,
  instantToLocal,
  localToInstant,
  sessionZone,
  timestampOutOfRange,
} from '../time/conversions.ts';

// Templates: values as text and back (PostgreSQL manual, 9.8).

/** An infinite time, or an empty template, shows nothing. */
function showTimestamp([at, template]: readonly [bigint, string]): string | null {
  return template === '' || isInfiniteTimestamp(at) ? null : timestampToChar(at, template);
}

function showInstant([at, template]: readonly [bigint, string], context: CallContext): string | null {
  if (template === '' || isInfiniteTimestamp(at)) return null;
  const zone = sessionZone(context);
  const seconds = Number(floorSeconds(at));
  const name = zoneAbbreviation(zone, seconds);
  return timestampToChar(instantToLocal(at, zone), template, zone.offsetAt(seconds), name);
}

type Texts = readonly [string, string];

function readInstant([text, template]: Texts, context: CallContext): bigint {
  const {year, month, day, time, offset, precision} = readTime(text, template);
  const local = BigInt(daysFromCivil(year, month, day)) * MICROS_PER_DAY + time;
  if (!isTimestampInRange(local)) throw timestampOutOfRange();
  const instant = localToInstant(local, offset === null ? sessionZone(context) : fixedOffset(offset));
  return precision === null ? instant : (applyTypmod({...TIMESTAMPTZ, precision}, instant, 'explicit') as bigint);
}

function readDate([text, template]: Texts): number {
  const {year, month, day} = readTime(text, template);
  try {
    return inDateRange(daysFromCivil(year, month, day));
  } catch {
    throw new SqlError('22008', `date out of range: "${text}"`);
  }
}

const says = 'the value as text, by a template';
const options = {volatility: 'stable'} as const;

export const formattingRows: readonly FunctionRow[] = [
  func('to_char', [TIMESTAMP, TEXT], TEXT, says, showTimestamp, options),
  func('to_char', [TIMESTAMPTZ, TEXT], TEXT, says, showInstant, options),
  func(
    'to_char',
    [INTERVAL, TEXT],
    TEXT,
    says,
    ([span, template]: readonly [Interval, string]) => (template === '' ? null : intervalToChar(span, template)),
    options,
  ),
  func('to_char', [INTEGER, TEXT], TEXT, says, ([n, t]: readonly [number, string]) => integerToChar(n, t), options),
  func('to_char', [BIGINT, TEXT], TEXT, says, ([n, t]: readonly [bigint, string]) => bigintToChar(n, t), options),
  func('to_char', [NUMERIC, TEXT], TEXT, says, ([n, t]: readonly [Decimal, string]) => numericToChar(n, t), options),
  func('to_char', [REAL, TEXT], TEXT, says, ([n, t]: readonly [number, string]) => floatToChar(n, t, 6), options),
  func('to_char', [DOUBLE, TEXT], TEXT, says, ([n, t]: readonly [number, string]) => floatToChar(n, t, 15), options),
  func(
    'to_number',
    [TEXT, TEXT],
    NUMERIC,
    'the number of a text, by a template',
    ([text, t]: Texts) => numberFromChar(text, t),
    options,
  ),
  func('to_date', [TEXT, TEXT], DATE, 'the date of a text, by a template', readDate, options),
  func('to_timestamp', [TEXT, TEXT], TIMESTAMPTZ, 'the instant of a text, by a template', readInstant, options),
];
