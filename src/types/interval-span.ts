import type {Interval} from './datum.ts';

const MICROS = {minute: 60_000_000n, hour: 3_600_000_000n};

// The bits of Postgres's interval typmod, by field.
const bits = {month: 1 << 1, year: 1 << 2, day: 1 << 3, hour: 1 << 10, minute: 1 << 11, second: 1 << 12};

const {year, month, day, hour, minute, second} = bits;

/** Which fields a declared interval has (`interval day to second`), and their bits in its typmod. */
const masks = {
  year,
  month,
  day,
  hour,
  minute,
  second,
  'year to month': year | month,
  'day to hour': day | hour,
  'day to minute': day | hour | minute,
  'day to second': day | hour | minute | second,
  'hour to minute': hour | minute,
  'hour to second': hour | minute | second,
  'minute to second': minute | second,
};

export type IntervalSpan = keyof typeof masks;

/** All fields: an interval declared with digits alone. */
const ALL_FIELDS_MASK = 0x7fff;

export function spanMask(span: IntervalSpan | undefined): number {
  return span === undefined ? ALL_FIELDS_MASK : masks[span];
}

export function spanOfMask(mask: number): IntervalSpan | undefined {
  return (Object.keys(masks) as IntervalSpan[]).find(span => masks[span] === mask);
}

/** The smallest field: 'second' of 'day to second'. */
export function lastField(span: IntervalSpan): keyof typeof bits {
  return span.slice(span.lastIndexOf(' ') + 1) as keyof typeof bits;
}

/** What is smaller than the last field is cut off; what is larger than the first stays. */
export function cutToSpan({months, days, micros}: Interval, span: IntervalSpan): Interval {
  const last = lastField(span);
  switch (last) {
    case 'year':
      return {months: Math.trunc(months / 12) * 12 + 0, days: 0, micros: 0n};
    case 'month':
      return {months, days: 0, micros: 0n};
    case 'day':
      return {months, days, micros: 0n};
    case 'hour':
    case 'minute':
      return {months, days, micros: micros - (micros % MICROS[last])};
    case 'second':
      return {months, days, micros};
  }
}
