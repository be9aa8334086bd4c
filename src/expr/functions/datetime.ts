import {daysFromCivil, daysInMonth, isInfiniteTimestamp, MICROS_PER_DAY, splitMicros} from '../../types/calendar.ts';
import type {Datum, Interval} from '../../types/datum.ts';
import {readZoneOffset} from '../../types/io/zone-offset.ts';
import {SqlError} from '../../types/sql-error.ts';
import {
  BOOLEAN,
  DATE,
  DOUBLE,
  INTEGER,
  INTERVAL,
  type SqlType,
  TEXT,
  TIME,
  TIMESTAMP,
  TIMESTAMPTZ,
} from '../../types/sql-type.ts';
import type {TimeZone} from '../../types/time-zone.ts';
import {zoneAbbreviation} from '../../types/time-zone-names.ts';
import {func, operator} from '../define.ts';
import {timestampToChar} from '../format/datetime-to-char.ts';
import type {CallContext, FunctionRow} from '../function-row.ts';
import {
  dateToTimestamp,
  floorSeconds,
  inDateRange,
  instantToLocal,
  intervalZone,
  inTimestampRange,
  localToInstant,
  namedZone,
  sessionZone,
  timestamptzToTimestamp,
} from '../time/conversions.ts';
import {
  addIntervals,
  addToInstant,
  addToTimestamp,
  age,
  divideInterval,
  intervalOutOfRange,
  justifyDays,
  justifyHours,
  justifyInterval,
  multiplyInterval,
  negateInterval,
  subtractIntervals,
  timestampDifference,
} from '../time/intervals.ts';
import {shiftKernel} from '../time/kernels.ts';
import {roundHalfEven} from './float.ts';

// Arithmetic of dates, times and intervals, their construction, time zones, and what time it is.

type Stamp = readonly [bigint, Interval];

function shift(type: SqlType, add: (at: bigint, span: Interval, context: CallContext) => bigint): FunctionRow[] {
  const stable = type.kind === 'timestamptz' ? ('stable' as const) : ('immutable' as const);
  const minus = ([at, span]: Stamp, context: CallContext): bigint => add(at, negateInterval(span), context);
  return [
    operator('+', [type, INTERVAL], type, 'moved by an interval', ([at, span]: Stamp, c) => add(at, span, c), {
      volatility: stable,
      kernel: shiftKernel(0, 1, 1n),
    }),
    operator(
      '+',
      [INTERVAL, type],
      type,
      'moved by an interval',
      ([span, at]: readonly [Interval, bigint], c) => add(at, span, c),
      {
        volatility: stable,
        kernel: shiftKernel(1, 0, 1n),
      },
    ),
    operator('-', [type, INTERVAL], type, 'moved back by an interval', minus, {
      volatility: stable,
      kernel: shiftKernel(0, 1, -1n),
    }),
  ];
}

/** A time of day wraps around midnight. */
function wrapTime(micros: bigint): bigint {
  const rest = micros % MICROS_PER_DAY;
  return rest < 0n ? rest + MICROS_PER_DAY : rest;
}

function addDays([date, days]: readonly [number, number]): number {
  return Number.isFinite(date) ? inDateRange(date + days) : date;
}

function daysBetween([a, b]: readonly [number, number]): number {
  if (!Number.isFinite(a) || !Number.isFinite(b)) throw new SqlError('22008', 'cannot subtract infinite dates');
  return a - b;
}

function dateAndTime([date, time]: readonly [number, bigint]): bigint {
  const midnight = dateToTimestamp(date);
  return isInfiniteTimestamp(midnight) ? midnight : inTimestampRange(midnight + time);
}

function timeInterval(micros: bigint): Interval {
  return {months: 0, days: 0, micros};
}

const dateRows: readonly FunctionRow[] = [
  operator('+', [DATE, INTEGER], DATE, 'so many days later', addDays),
  operator('+', [INTEGER, DATE], DATE, 'so many days later', ([n, date]: readonly [number, number]) =>
    addDays([date, n]),
  ),
  operator('-', [DATE, INTEGER], DATE, 'so many days earlier', ([date, n]: readonly [number, number]) =>
    addDays([date, -n]),
  ),
  operator('-', [DATE, DATE], INTEGER, 'days between', daysBetween),
  operator('+', [DATE, TIME], TIMESTAMP, 'date at a time', dateAndTime),
  func('timestamp', [DATE, TIME], TIMESTAMP, 'date at a time', dateAndTime),
  func(
    'timestamptz',
    [DATE, TIME],
    TIMESTAMPTZ,
    'date at a local time',
    (args: readonly [number, bigint], context) => toInstant(dateAndTime(args), () => sessionZone(context)),
    {volatility: 'stable'},
  ),
  operator('+', [TIME, DATE], TIMESTAMP, 'date at a time', ([time, date]: readonly [bigint, number]) =>
    dateAndTime([date, time]),
  ),
  operator('+', [DATE, INTERVAL], TIMESTAMP, 'moved by an interval', ([date, span]: readonly [number, Interval]) =>
    addToTimestamp(dateToTimestamp(date), span),
  ),
  operator('+', [INTERVAL, DATE], TIMESTAMP, 'moved by an interval', ([span, date]: readonly [Interval, number]) =>
    addToTimestamp(dateToTimestamp(date), span),
  ),
  operator('-', [DATE, INTERVAL], TIMESTAMP, 'moved back by an interval', ([date, span]: readonly [number, Interval]) =>
    addToTimestamp(dateToTimestamp(date), negateInterval(span)),
  ),
  operator('+', [TIME, INTERVAL], TIME, 'moved by an interval', ([time, span]: Stamp) => wrapTime(time + span.micros)),
  operator('+', [INTERVAL, TIME], TIME, 'moved by an interval', ([span, time]: readonly [Interval, bigint]) =>
    wrapTime(time + span.micros),
  ),
  operator('-', [TIME, INTERVAL], TIME, 'moved back by an interval', ([time, span]: Stamp) =>
    wrapTime(time - span.micros),
  ),
  operator('-', [TIME, TIME], INTERVAL, 'time between', ([a, b]: readonly [bigint, bigint]) => timeInterval(a - b)),
];

type Two = readonly [bigint, bigint];

const timestampRows: readonly FunctionRow[] = [
  ...shift(TIMESTAMP, (at, span) => addToTimestamp(at, span)),
  ...shift(TIMESTAMPTZ, (at, span, context) => addToInstant(at, span, sessionZone(context))),
  operator('-', [TIMESTAMP, TIMESTAMP], INTERVAL, 'time between', ([a, b]: Two) => timestampDifference(a, b)),
  operator('-', [TIMESTAMPTZ, TIMESTAMPTZ], INTERVAL, 'time between', ([a, b]: Two) => timestampDifference(a, b)),
  func('age', [TIMESTAMP, TIMESTAMP], INTERVAL, 'years, months, days and time between', ([a, b]: Two) => age(a, b)),
  func('age', [TIMESTAMPTZ, TIMESTAMPTZ], INTERVAL, 'years, months, days and time between', ([a, b]: Two, context) =>
    age(timestamptzToTimestamp(a, context), timestamptzToTimestamp(b, context)),
  ),
  func(
    'age',
    [TIMESTAMP],
    INTERVAL,
    'age at midnight today',
    ([a]: readonly [bigint], context) => age(today(context), a),
    {
      volatility: 'stable',
    },
  ),
  func(
    'age',
    [TIMESTAMPTZ],
    INTERVAL,
    'age at midnight today',
    ([a]: readonly [bigint], context) => age(today(context), timestamptzToTimestamp(a, context)),
    {volatility: 'stable'},
  ),
  ...[DATE, TIMESTAMP, TIMESTAMPTZ].map(type =>
    func('isfinite', [type], BOOLEAN, 'whether it is no infinity', ([a]: readonly [number | bigint]) =>
      typeof a === 'number' ? Number.isFinite(a) : !isInfiniteTimestamp(a),
    ),
  ),
  func('isfinite', [INTERVAL], BOOLEAN, 'whether it is no infinity', () => true),
];

/** Midnight today, local. */
function today(context: CallContext): bigint {
  const local = timestamptzToTimestamp(context.now, context);
  return local - splitMicros(local).time;
}

type Spans = readonly [Interval, Interval];
type Scaled = readonly [Interval, number];

const intervalRows: readonly FunctionRow[] = [
  operator('+', [INTERVAL, INTERVAL], INTERVAL, 'sum', ([a, b]: Spans) => addIntervals(a, b)),
  operator('-', [INTERVAL, INTERVAL], INTERVAL, 'difference', ([a, b]: Spans) => subtractIntervals(a, b)),
  operator('-', [INTERVAL], INTERVAL, 'negative', ([a]: readonly [Interval]) => negateInterval(a)),
  operator('*', [INTERVAL, DOUBLE], INTERVAL, 'multiple', ([a, n]: Scaled) => multiplyInterval(a, n)),
  operator('*', [DOUBLE, INTERVAL], INTERVAL, 'multiple', ([n, a]: readonly [number, Interval]) =>
    multiplyInterval(a, n),
  ),
  operator('/', [INTERVAL, DOUBLE], INTERVAL, 'fraction', ([a, n]: Scaled) => divideInterval(a, n)),
  func('justify_hours', [INTERVAL], INTERVAL, '24 hours as a day', ([a]: readonly [Interval]) => justifyHours(a)),
  func('justify_days', [INTERVAL], INTERVAL, '30 days as a month', ([a]: readonly [Interval]) => justifyDays(a)),
  func('justify_interval', [INTERVAL], INTERVAL, 'hours as days, days as months', ([a]: readonly [Interval]) =>
    justifyInterval(a),
  ),
];

/** Errors: 22008, with the year as `shown` (make_date counts from 1 BC = 0 there, make_timestamp does not). */
function makeDate(year: number, month: number, day: number, shown = year < 0 ? year + 1 : year): number {
  const astronomical = year < 0 ? year + 1 : year;
  const valid =
    year !== 0 &&
    year > -2147483648 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(astronomical, month);
  const two = (n: number): string => String(n).padStart(2, '0');
  if (!valid) throw new SqlError('22008', `date field value out of range: ${shown}-${two(month)}-${two(day)}`);
  const days = daysFromCivil(astronomical, month, day);
  try {
    return inDateRange(days);
  } catch {
    throw new SqlError('22008', `date out of range: ${year}-${two(month)}-${two(day)}`);
  }
}

function makeTime(hour: number, minute: number, second: number): bigint {
  const fits = hour >= 0 && minute >= 0 && minute <= 59 && second >= 0 && second <= 60 && hour <= 24;
  const micros = fits ? BigInt((hour * 60 + minute) * 60) * 1_000_000n + BigInt(roundHalfEven(second * 1e6)) : -1n;
  if (!fits || micros > MICROS_PER_DAY) {
    const two = (n: number): string => String(n).padStart(2, '0');
    throw new SqlError('22008', `time field value out of range: ${hour}:${two(minute)}:${formatSeconds(second)}`);
  }
  return micros;
}

function formatSeconds(second: number): string {
  return Number.isInteger(second) ? String(second).padStart(2, '0') : String(second);
}

type Moment = readonly [number, number, number, number, number, number];

function makeTimestamp([year, month, day, hour, minute, second]: Moment): bigint {
  const days = makeDate(year, month, day, year);
  const time = makeTime(hour, minute, second);
  return inTimestampRange(BigInt(days) * MICROS_PER_DAY + time);
}

const int = INTEGER;
const momentNames = ['year', 'month', 'mday', 'hour', 'min', 'sec'];

function makeInterval(args: readonly Datum[]): Interval {
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = args as number[];
  if (!Number.isFinite(seconds)) throw intervalOutOfRange();
  const micros = BigInt(hours) * 3_600_000_000n + BigInt(minutes) * 60_000_000n + BigInt(roundHalfEven(seconds * 1e6));
  const allMonths = years * 12 + months;
  const allDays = weeks * 7 + days;
  if (Math.abs(allMonths) > 0x7fffffff || Math.abs(allDays) > 0x7fffffff) {
    throw intervalOutOfRange();
  }
  return {months: allMonths, days: allDays, micros};
}

function fromEpoch([seconds]: readonly [number]): bigint {
  if (Number.isNaN(seconds)) throw new SqlError('22008', 'timestamp cannot be NaN');
  if (!Number.isFinite(seconds)) return seconds > 0 ? 2n ** 63n - 1n : -(2n ** 63n);
  // As Postgres: in seconds since 2000, so that the fraction keeps what precision it has there.
  const shifted = seconds - 946684800;
  const micros = roundHalfEven(shifted * 1e6);
  if (!(Math.abs(micros) < 2 ** 63)) throw new SqlError('22008', `timestamp out of range: "${shortDouble(seconds)}"`);
  return inTimestampRange(BigInt(micros) + 946684800_000_000n);
}

const makingRows: readonly FunctionRow[] = [
  func(
    'make_date',
    [int, int, int],
    DATE,
    'date of year, month and day',
    ([y, m, d]: readonly [number, number, number]) => makeDate(y, m, d),
    {names: ['year', 'month', 'day']},
  ),
  func(
    'make_time',
    [int, int, DOUBLE],
    TIME,
    'time of hour, minute and second',
    ([h, m, s]: readonly [number, number, number]) => makeTime(h, m, s),
    {names: ['hour', 'min', 'sec']},
  ),
  func('make_timestamp', [int, int, int, int, int, DOUBLE], TIMESTAMP, 'timestamp of its fields', makeTimestamp, {
    names: momentNames,
  }),
  func(
    'make_timestamptz',
    [int, int, int, int, int, DOUBLE],
    TIMESTAMPTZ,
    'instant of its local fields',
    (args: Moment, context) => localToInstant(makeTimestamp(args), sessionZone(context)),
    {volatility: 'stable', names: momentNames},
  ),
  func(
    'make_timestamptz',
    [int, int, int, int, int, DOUBLE, TEXT],
    TIMESTAMPTZ,
    'instant of its fields in a time zone',
    ([y, mo, d, h, mi, s, zone]: readonly [...Moment, string]) =>
      localToInstant(makeTimestamp([y, mo, d, h, mi, s]), numericOrNamedZone(zone)),
    {volatility: 'stable', names: [...momentNames, 'timezone']},
  ),
  func('make_interval', [int, int, int, int, int, int, DOUBLE], INTERVAL, 'interval of its fields', makeInterval, {
    optional: 7,
    names: ['years', 'months', 'weeks', 'days', 'hours', 'mins', 'secs'],
    defaults: [0, 0, 0, 0, 0, 0, 0],
  }),
  func('to_timestamp', [DOUBLE], TIMESTAMPTZ, 'instant of seconds since 1970', fromEpoch),
];

/** '+2' is east here, as it is in a timestamp, not west as in POSIX. Errors: 22023. */
function numericOrNamedZone(zone: string): TimeZone {
  if (/^\d/.test(zone)) {
    throw new SqlError('22023', `invalid input syntax for type numeric time zone: "${zone}"`, {
      hint: 'Numeric time zones must have "-" or "+" as first character.',
    });
  }
  const offset = numericOffset(zone);
  return offset === null ? namedZone(zone) : {name: zone, offsetAt: () => offset};
}

function numericOffset(zone: string): number | null {
  try {
    return readZoneOffset(zone, zone);
  } catch {
    throw new SqlError('22023', `numeric time zone "${zone}" out of range`);
  }
}

/** As C's %g. */
function shortDouble(value: number): string {
  const [digits, exponent] = value.toPrecision(6).split('e');
  const trimmed = digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
  return exponent === undefined ? trimmed : `${trimmed}e${exponent}`;
}

type Zoned = readonly [string, bigint];
type Shifted = readonly [Interval, bigint];

/** The infinities are the same everywhere, even where no zone is. */
function toInstant(local: bigint, zone: () => TimeZone): bigint {
  return isInfiniteTimestamp(local) ? local : localToInstant(local, zone());
}

function toLocal(instant: bigint, zone: () => TimeZone): bigint {
  return isInfiniteTimestamp(instant) ? instant : instantToLocal(instant, zone());
}

const instantOf = 'the instant of a local time';
const localOf = 'the local time of an instant';

const zoneRows: readonly FunctionRow[] = [
  func('timezone', [TEXT, TIMESTAMP], TIMESTAMPTZ, instantOf, ([zone, at]: Zoned) =>
    toInstant(at, () => namedZone(zone)),
  ),
  func('timezone', [TEXT, TIMESTAMPTZ], TIMESTAMP, localOf, ([zone, at]: Zoned) => toLocal(at, () => namedZone(zone))),
  func('timezone', [INTERVAL, TIMESTAMP], TIMESTAMPTZ, instantOf, ([zone, at]: Shifted) =>
    toInstant(at, () => intervalZone(zone)),
  ),
  func('timezone', [INTERVAL, TIMESTAMPTZ], TIMESTAMP, localOf, ([zone, at]: Shifted) =>
    toLocal(at, () => intervalZone(zone)),
  ),
];

/** CURRENT_TIMESTAMP(p) and LOCALTIMESTAMP(p) are these with a cast to the precision around them. */
function clock(name: string, type: SqlType, read: (context: CallContext) => Datum): FunctionRow {
  return func(name, [], type, 'time of the transaction', (_args, context) => read(context), {volatility: 'stable'});
}

const clockRows: readonly FunctionRow[] = [
  ...['now', 'transaction_timestamp', 'current_timestamp'].map(name =>
    clock(name, TIMESTAMPTZ, context => context.now),
  ),
  clock('mz_now', TIMESTAMPTZ, context => context.now),
  clock('statement_timestamp', TIMESTAMPTZ, context => context.system?.('statement_timestamp', []) ?? context.now),
  clock('localtimestamp', TIMESTAMP, context => timestamptzToTimestamp(context.now, context)),
  clock('localtime', TIME, context => splitMicros(timestamptzToTimestamp(context.now, context)).time),
  clock('current_date', DATE, context => splitMicros(timestamptzToTimestamp(context.now, context)).days),
  func('timeofday', [], TEXT, 'time of the call, as text', (_args, context) => timeOfDay(context), {
    volatility: 'volatile',
  }),
  func('clock_timestamp', [], TIMESTAMPTZ, 'time of the call', () => BigInt(Math.round(performanceMicros())), {
    volatility: 'volatile',
  }),
];

/** As the server's clock says it: Wed Feb 26 07:58:01.123456 2020 CET. */
function timeOfDay(context: CallContext): string {
  const instant = BigInt(Math.round(performanceMicros()));
  const zone = sessionZone(context);
  const name = zoneAbbreviation(zone, Number(floorSeconds(instant)));
  return `${timestampToChar(instantToLocal(instant, zone), 'Dy Mon DD HH24:MI:SS.US YYYY')} ${name}`;
}

function performanceMicros(): number {
  return (performance.timeOrigin + performance.now()) * 1000;
}

/** Two periods share a moment: each is a start and an end or a length. */
type Bounds = readonly [Datum, Datum, Datum, Datum];

/** Unknown parts decide nothing: where a start or an end is NULL, what is known may still tell. */
function overlaps(bounds: Bounds, ends: readonly PeriodEnd[], context: CallContext): boolean | null {
  const period = (start: Datum, other: Datum, end: PeriodEnd): readonly [bigint | null, bigint | null] => {
    const from = start as bigint | null;
    const to = from === null && end !== given ? null : other === null ? null : end(from ?? 0n, other, context);
    if (from === null) return [to, null];
    if (to === null) return [from, null];
    return from <= to ? [from, to] : [to, from];
  };
  const a = period(bounds[0], bounds[1], ends[0]);
  const b = period(bounds[2], bounds[3], ends[1]);
  if (a[0] === null || b[0] === null) return null;
  if (a[0] === b[0]) return a[1] === null || b[1] === null ? null : true;
  const [first, second] = a[0] > b[0] ? [b, a] : [a, b];
  if (first[1] === null) return null;
  if (second[0]! < first[1]) return true;
  return second[1] === null ? null : false;
}

/** How a period's end is found from its start and what stands for the end: a time or a length. */
type PeriodEnd = (start: bigint, other: Datum, context: CallContext) => bigint;

const given: PeriodEnd = (_start, end) => end as bigint;

const overlapRows: readonly FunctionRow[] = (
  [
    [TIMESTAMP, (start, span) => addToTimestamp(start, span as Interval)],
    [TIMESTAMPTZ, (start, span, context) => addToInstant(start, span as Interval, sessionZone(context))],
    [TIME, (start, span) => wrapTime(start + (span as Interval).micros)],
  ] as readonly (readonly [SqlType, PeriodEnd])[]
).flatMap(([type, moved]) =>
  [type, INTERVAL].flatMap(first =>
    [type, INTERVAL].map(second => {
      const ends = [first, second].map(end => (end === INTERVAL ? moved : given));
      return func(
        'overlaps',
        [type, first, type, second],
        BOOLEAN,
        'whether two periods overlap',
        (bounds: Bounds, context) => overlaps(bounds, ends, context),
        {strict: false, volatility: type === TIMESTAMPTZ && ends.includes(moved) ? 'stable' : 'immutable'},
      );
    }),
  ),
);

export const datetimeRows: readonly FunctionRow[] = [
  ...dateRows,
  ...timestampRows,
  ...intervalRows,
  ...makingRows,
  ...zoneRows,
  ...clockRows,
  ...overlapRows,
];
