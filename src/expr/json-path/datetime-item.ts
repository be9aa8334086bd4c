import {MICROS_PER_DAY, MICROS_PER_SECOND} from '../../types/calendar.ts';
import {formatDate, formatTime, formatTimestamp, offsetText} from '../../types/io/datetime-format.ts';
import {DEFAULT_FORMAT} from '../../types/io/format-settings.ts';
import {SqlError} from '../../types/sql-error.ts';
import {type TimeZone, offsetOfLocal} from '../../types/time-zone.ts';

type DateTimeKind = 'date' | 'time' | 'timetz' | 'timestamp' | 'timestamptz';

const typeNames: Readonly<Record<DateTimeKind, string>> = {
  date: 'date',
  time: 'time without time zone',
  timetz: 'time with time zone',
  timestamp: 'timestamp without time zone',
  timestamptz: 'timestamp with time zone',
};

/** A date or time within a path. With a zone it keeps the offset that it was written with. */
export class DateTimeItem {
  readonly kind: DateTimeKind;
  /** µs since 1970-01-01 or since midnight, by the clock that was written. */
  readonly local: bigint;
  /** Seconds east of Greenwich; 0 without a zone. */
  readonly offset: number;

  constructor(kind: DateTimeKind, local: bigint, offset: number) {
    this.kind = kind;
    this.local = local;
    this.offset = offset;
  }

  get typeName(): string {
    return typeNames[this.kind];
  }

  print(): string {
    switch (this.kind) {
      case 'date':
        return formatDate(Number(this.local / MICROS_PER_DAY), DEFAULT_FORMAT);
      case 'time':
        return formatTime(this.local);
      case 'timetz':
        return formatTime(this.local) + isoOffset(this.offset);
      case 'timestamp':
        return isoTimestamp(this.local);
      case 'timestamptz':
        return isoTimestamp(this.local) + isoOffset(this.offset);
    }
  }
}

function isoTimestamp(micros: bigint): string {
  return formatTimestamp(micros, DEFAULT_FORMAT).replace(' ', 'T');
}

/** +03:00, where output elsewhere says +03. */
function isoOffset(seconds: number): string {
  const text = offsetText(seconds);
  return text.includes(':') ? text : `${text}:00`;
}

/** Its place in time: what is compared. */
function instant(item: DateTimeItem): bigint {
  return item.local - BigInt(item.offset) * MICROS_PER_SECOND;
}

const zoned: Readonly<Record<DateTimeKind, boolean>> = {
  date: false,
  time: false,
  timetz: true,
  timestamp: false,
  timestamptz: true,
};

/**
 * Negative, 0 or positive; null where they cannot be compared. `zone`: what values without a zone are in; null where the
 * session's may not be asked for. Errors: 0A000 one of them would need it.
 */
export function compareDateTimes(a: DateTimeItem, b: DateTimeItem, zone: TimeZone | null): number | null {
  const clock = (item: DateTimeItem): boolean => item.kind === 'time' || item.kind === 'timetz';
  if (clock(a) !== clock(b)) return null;
  if (zoned[a.kind] === zoned[b.kind]) return compareAlike(a, b);
  if (!zone) throw needsZone(zoned[a.kind] ? b : a, zoned[a.kind] ? a : b);
  return compareAlike(inZone(a, zone), inZone(b, zone));
}

function needsZone(plain: DateTimeItem, zonedOne: DateTimeItem): SqlError {
  return new SqlError('0A000', `cannot convert value from ${plain.kind} to ${zonedOne.kind} without time zone usage`, {
    hint: 'Use *_tz() function for time zone support.',
  });
}

function inZone(item: DateTimeItem, zone: TimeZone): DateTimeItem {
  if (zoned[item.kind]) return item;
  const offset = offsetOfLocal(zone, Number(item.local / MICROS_PER_SECOND));
  return new DateTimeItem(item.kind === 'time' ? 'timetz' : 'timestamptz', item.local, offset);
}

function compareAlike(a: DateTimeItem, b: DateTimeItem): number {
  const [x, y] = [instant(a), instant(b)];
  if (x !== y) return x < y ? -1 : 1;
  // Times of day with zones are ordered by the zone too, the more western one later.
  return a.kind === 'timetz' ? b.offset - a.offset : 0;
}
