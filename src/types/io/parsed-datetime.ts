import {SqlError} from '../sql-error.ts';
import type {TimeZone} from '../time-zone.ts';

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
