import {MICROS_PER_DAY, MICROS_PER_SECOND} from '../calendar.ts';
import {SqlError} from '../sql-error.ts';
import {offsetOfLocal, timeZone} from '../time-zone.ts';
import {timetzDatum, timetzOf} from '../timetz.ts';
import {formatTime, offsetText} from './datetime-format.ts';
import {parseDateTime} from './datetime-parse.ts';
import type {FormatSettings} from './format-settings.ts';
import type {TypeIo} from './type-io.ts';

/** What Postgres takes for an offset in binary values: less than sixteen hours. */
const MAX_OFFSET = 16 * 3600;

/** A zone by name has the offset of the date that stands beside it; without a zone it is the session's, of today. */
function parse(text: string, settings: FormatSettings): Uint8Array {
  const parsed = parseDateTime('timetz', text, settings);
  if (parsed.special) return timetzDatum(0n, 0);
  const zone = parsed.zone ?? timeZone(settings.timeZone) ?? 0;
  if (typeof zone === 'number') return timetzDatum(BigInt(parsed.time), -zone);
  const day = BigInt(parsed.days ?? Math.floor(Date.now() / 86_400_000)) * MICROS_PER_DAY;
  const local = Number((day + BigInt(parsed.time)) / MICROS_PER_SECOND);
  return timetzDatum(BigInt(parsed.time), -offsetOfLocal(zone, local));
}

export const timetzIo: TypeIo = {
  parse: (text, _type, settings) => parse(text, settings),
  format(value) {
    const {time, west} = timetzOf(value as Uint8Array);
    return formatTime(time) + offsetText(-west);
  },
  read(reader) {
    const time = reader.int64();
    if (time < 0n || time > MICROS_PER_DAY) throw new SqlError('22008', 'time out of range');
    const west = reader.int32();
    if (west <= -MAX_OFFSET || west >= MAX_OFFSET) throw new SqlError('22009', 'time zone displacement out of range');
    return timetzDatum(time, west);
  },
  write(writer, value) {
    const {time, west} = timetzOf(value as Uint8Array);
    writer.int64(time);
    writer.int32(west);
  },
};
