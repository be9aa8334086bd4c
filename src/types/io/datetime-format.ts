import {
  MICROS_PER_SECOND,
  TIMESTAMP_INFINITY,
  TIMESTAMP_NEGATIVE_INFINITY,
  civilFromDays,
  splitMicros,
} from '../calendar.ts';
import {timeZone} from '../time-zone.ts';
import {zoneAbbreviation} from '../time-zone-names.ts';
import {type DateOrder, type DateOutput, type FormatSettings, dateStyleOf} from './format-settings.ts';

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));

/** Days since 1970-01-01, ±Infinity for the infinities. */
export function formatDate(days: number, settings: FormatSettings): string {
  if (days === Infinity) return 'infinity';
  if (days === -Infinity) return '-infinity';
  const {output, order} = dateStyleOf(settings);
  const {year, month, day} = civilFromDays(days);
  const text = datePart(yearText(year), month, day, output, order);
  return year <= 0 ? `${text} BC` : text;
}

/** At least four digits, counted from 1 on both sides of the era. */
function yearText(year: number): string {
  return String(year > 0 ? year : 1 - year).padStart(4, '0');
}

function datePart(year: string, month: number, day: number, output: DateOutput, order: DateOrder): string {
  switch (output) {
    case 'ISO':
      return `${year}-${two(month)}-${two(day)}`;
    case 'SQL':
      return order === 'DMY' ? `${two(day)}/${two(month)}/${year}` : `${two(month)}/${two(day)}/${year}`;
    case 'German':
      return `${two(day)}.${two(month)}.${year}`;
    case 'Postgres':
      return order === 'DMY' ? `${two(day)}-${two(month)}-${year}` : `${two(month)}-${two(day)}-${year}`;
  }
}

/** µs after midnight. */
export function formatTime(micros: bigint): string {
  return clockText(Number(micros));
}

function clockText(micros: number): string {
  const seconds = Math.floor(micros / 1_000_000);
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return clock + fractionText(micros % 1_000_000);
}

/** '.25' for 250,000 µs; nothing for 0. */
export function fractionText(micros: number): string {
  if (micros === 0) return '';
  return `.${String(micros).padStart(6, '0').replace(/0+$/, '')}`;
}

/** A timestamp without time zone, µs since 1970-01-01. */
export function formatTimestamp(micros: bigint, settings: FormatSettings): string {
  return infinityText(micros) ?? localText(micros, '', () => '', settings);
}

/** An instant, µs since 1970-01-01 UTC, in the session's time zone. */
export function formatTimestamptz(micros: bigint, settings: FormatSettings): string {
  const infinity = infinityText(micros);
  if (infinity) return infinity;
  const zone = timeZone(settings.timeZone) ?? timeZone('UTC')!;
  const epochSeconds = Number(
    (micros - (((micros % MICROS_PER_SECOND) + MICROS_PER_SECOND) % MICROS_PER_SECOND)) / MICROS_PER_SECOND,
  );
  const offset = zone.offsetAt(epochSeconds);
  const local = micros + BigInt(offset) * MICROS_PER_SECOND;
  return localText(local, offsetText(offset), () => ` ${zoneAbbreviation(zone, epochSeconds)}`, settings);
}

/** '+02', '-03:30', '+00:19:32'. */
export function offsetText(offset: number): string {
  const size = Math.abs(offset);
  let text = (offset < 0 ? '-' : '+') + two(Math.floor(size / 3600));
  if (size % 3600 !== 0) text += `:${two(Math.floor(size / 60) % 60)}`;
  if (size % 60 !== 0) text += `:${two(size % 60)}`;
  return text;
}

function infinityText(micros: bigint): string | undefined {
  if (micros === TIMESTAMP_INFINITY) return 'infinity';
  if (micros === TIMESTAMP_NEGATIVE_INFINITY) return '-infinity';
  return undefined;
}

function localText(micros: bigint, isoZone: string, zoneName: () => string, settings: FormatSettings): string {
  const {days, time} = splitMicros(micros);
  const {output, order} = dateStyleOf(settings);
  const {year, month, day} = civilFromDays(days);
  const era = year <= 0 ? ' BC' : '';
  const clock = clockText(Number(time));
  if (output === 'Postgres') {
    const weekday = weekdays[(((days + 4) % 7) + 7) % 7];
    const date = order === 'DMY' ? `${two(day)} ${months[month - 1]}` : `${months[month - 1]} ${two(day)}`;
    return `${weekday} ${date} ${clock} ${yearText(year)}${zoneName()}${era}`;
  }
  const zone = output === 'ISO' ? isoZone : zoneName();
  return `${datePart(yearText(year), month, day, output, order)} ${clock}${zone}${era}`;
}
