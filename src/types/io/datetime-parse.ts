import {daysFromCivil, daysInMonth} from '../calendar.ts';
import {DateTimeDecoder} from './datetime-decode.ts';
import {dateTimeTokens} from './datetime-tokens.ts';
import type {FormatSettings} from './format-settings.ts';
import {type DateTimeKind, type ParsedDateTime, badFormat} from './parsed-datetime.ts';
import {readZoneOffset} from './zone-offset.ts';

const isoPattern = /^\s*(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?(Z|[+-]\d\d(?::?\d\d)?)?)?\s*$/;

/** Reads a date, time or timestamp in any of the forms of Postgres's manual (8.5.1). Errors: 22007, 22008, 22009. */
export function parseDateTime(kind: DateTimeKind, text: string, settings: FormatSettings): ParsedDateTime {
  // Nearly all texts are ISO 8601; the rest is taken apart below, and so are these if a field is out of range.
  const iso = kind !== 'time' && kind !== 'timetz' ? isoPattern.exec(text) : null;
  if (iso) {
    const [, year, month, day, hour = '0', minute = '0', second = '0', fraction, zone] = iso;
    const [y, m, d, h] = [Number(year), Number(month), Number(day), Number(hour)];
    const valid = y > 0 && m >= 1 && m <= 12 && d >= 1 && d <= daysInMonth(y, m);
    if (valid && h < 24 && Number(minute) < 60 && Number(second) < 60) {
      const micros = Number((fraction ?? '').padEnd(6, '0'));
      const time = ((h * 60 + Number(minute)) * 60 + Number(second)) * 1_000_000 + micros;
      const offset = zone === undefined ? undefined : zone === 'Z' ? 0 : readZoneOffset(zone, text);
      if (offset !== null) return {days: daysFromCivil(y, m, d), time, zone: offset};
    }
  }
  const tokens = dateTimeTokens(text);
  if (tokens === null || tokens.length === 0) throw badFormat(kind, text);
  return new DateTimeDecoder(kind, text, settings).decode(tokens);
}
