import {
  DATE_END,
  FIRST_DAY,
  MICROS_PER_DAY,
  MICROS_PER_SECOND,
  TIMESTAMP_INFINITY,
  TIMESTAMP_NEGATIVE_INFINITY,
  isTimestampInRange,
} from '../calendar.ts';
import {SqlError} from '../sql-error.ts';
import {offsetOfLocal, timeZone} from '../time-zone.ts';
import {formatDate, formatTime, formatTimestamp, formatTimestamptz} from './datetime-format.ts';
import {parseDateTime} from './datetime-parse.ts';
import type {FormatSettings} from './format-settings.ts';
import type {TypeIo} from './type-io.ts';

// Postgres counts days and microseconds in binary values from 2000-01-01.
const EPOCH_DAYS = 10957;
const EPOCH_MICROS = BigInt(EPOCH_DAYS) * MICROS_PER_DAY;
const INT32_MAX = 0x7fffffff;
const INT32_MIN = -0x80000000;

function parseDate(text: string, settings: FormatSettings): number {
  const parsed = parseDateTime('date', text, settings);
  if (parsed.special) return parsed.special === 'epoch' ? 0 : parsed.special === 'infinity' ? Infinity : -Infinity;
  const days = parsed.days!;
  if (days < FIRST_DAY || days >= DATE_END) throw new SqlError('22008', `date out of range: "${text}"`);
  return days;
}

export const dateIo: TypeIo = {
  parse: (text, _type, settings) => parseDate(text, settings),
  format: (value, _type, settings) => formatDate(value as number, settings),
  read(reader) {
    const days = reader.int32();
    if (days === INT32_MAX) return Infinity;
    if (days === INT32_MIN) return -Infinity;
    const date = days + EPOCH_DAYS;
    if (date < FIRST_DAY || date >= DATE_END) throw new SqlError('22008', 'date out of range');
    return date;
  },
  write(writer, value) {
    const days = value as number;
    writer.int32(days === Infinity ? INT32_MAX : days === -Infinity ? INT32_MIN : days - EPOCH_DAYS);
  },
};

export const timeIo: TypeIo = {
  parse(text, _type, settings) {
    const parsed = parseDateTime('time', text, settings);
    return parsed.special ? 0n : BigInt(parsed.time);
  },
  format: value => formatTime(value as bigint),
  read(reader) {
    const micros = reader.int64();
    if (micros < 0n || micros > MICROS_PER_DAY) throw new SqlError('22008', 'time out of range');
    return micros;
  },
  write: (writer, value) => writer.int64(value as bigint),
};

function parseTimestamp(text: string, withZone: boolean, settings: FormatSettings): bigint {
  const parsed = parseDateTime(withZone ? 'timestamptz' : 'timestamp', text, settings);
  if (parsed.special) {
    if (parsed.special === 'epoch') return 0n;
    return parsed.special === 'infinity' ? TIMESTAMP_INFINITY : TIMESTAMP_NEGATIVE_INFINITY;
  }
  let micros = BigInt(parsed.days!) * MICROS_PER_DAY + BigInt(parsed.time);
  if (withZone) {
    const zone = parsed.zone ?? timeZone(settings.timeZone) ?? 0;
    const local = Number(micros / MICROS_PER_SECOND);
    micros -= BigInt(typeof zone === 'number' ? zone : offsetOfLocal(zone, local)) * MICROS_PER_SECOND;
  }
  if (!isTimestampInRange(micros)) throw new SqlError('22008', `timestamp out of range: "${text}"`);
  return micros;
}

function readTimestamp(sent: bigint): bigint {
  if (sent === TIMESTAMP_INFINITY || sent === TIMESTAMP_NEGATIVE_INFINITY) return sent;
  const micros = sent + EPOCH_MICROS;
  if (!isTimestampInRange(micros)) throw new SqlError('22008', 'timestamp out of range');
  return micros;
}

/** The binary value of a timestamp: µs since 2000-01-01. */
export function sentMicros(micros: bigint): bigint {
  if (micros === TIMESTAMP_INFINITY || micros === TIMESTAMP_NEGATIVE_INFINITY) return micros;
  return micros - EPOCH_MICROS;
}

export const timestampIo: TypeIo = {
  parse: (text, _type, settings) => parseTimestamp(text, false, settings),
  format: (value, _type, settings) => formatTimestamp(value as bigint, settings),
  read: reader => readTimestamp(reader.int64()),
  write: (writer, value) => writer.int64(sentMicros(value as bigint)),
};

export const timestamptzIo: TypeIo = {
  parse: (text, _type, settings) => parseTimestamp(text, true, settings),
  format: (value, _type, settings) => formatTimestamptz(value as bigint, settings),
  read: reader => readTimestamp(reader.int64()),
  write: (writer, value) => writer.int64(sentMicros(value as bigint)),
};
