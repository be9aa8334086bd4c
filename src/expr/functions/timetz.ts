import {isInfiniteTimestamp, MICROS_PER_DAY, MICROS_PER_SECOND, splitMicros} from '../../types/calendar.ts';
import type {Datum, Interval} from '../../types/datum.ts';
import {type Decimal, decimalToNumber} from '../../types/decimal.ts';
import {BOOLEAN, DATE, DOUBLE, INTERVAL, NUMERIC, TEXT, TIME, TIMESTAMPTZ, TIMETZ} from '../../types/sql-type.ts';
import {offsetOfLocal} from '../../types/time-zone.ts';
import {timetzDatum, timetzOf} from '../../types/timetz.ts';
import {fitted} from '../casts.ts';
import {cast, func, operator} from '../define.ts';
import type {CallContext, FunctionRow} from '../function-row.ts';
import {
  dateToTimestamp,
  floorSeconds,
  instantToLocal,
  intervalZone,
  inTimestampRange,
  namedZone,
  sessionZone,
  timestamptzToTimestamp,
} from '../time/conversions.ts';
import {timeField, timetzField} from '../time/fields.ts';

// Times of day with an offset.

type Moved = readonly [Uint8Array, Interval];
type Dated = readonly [number, Uint8Array];

function wrapped(micros: bigint): bigint {
  const rest = micros % MICROS_PER_DAY;
  return rest < 0n ? rest + MICROS_PER_DAY : rest;
}

function shifted(datum: Uint8Array, micros: bigint): Uint8Array {
  const {time, west} = timetzOf(datum);
  return timetzDatum(wrapped(time + micros), west);
}

/** The same moment where another offset holds; seconds east. */
function atOffset(datum: Uint8Array, east: number): Uint8Array {
  const {time, west} = timetzOf(datum);
  return timetzDatum(wrapped(time + BigInt(west + east) * MICROS_PER_SECOND), -east);
}

/** What the session's clock shows now, and how far east it is. */
function offsetAt(time: bigint, context: CallContext): number {
  const zone = sessionZone(context);
  const {days} = splitMicros(instantToLocal(context.now, zone));
  return offsetOfLocal(zone, Number(floorSeconds(BigInt(days) * MICROS_PER_DAY + time)));
}

function instantOf([date, datum]: Dated): bigint {
  const midnight = dateToTimestamp(date);
  if (isInfiniteTimestamp(midnight)) return midnight;
  const {time, west} = timetzOf(datum);
  return inTimestampRange(midnight + time + BigInt(west) * MICROS_PER_SECOND);
}

function ofInstant(instant: bigint, context: CallContext): Uint8Array | null {
  if (isInfiniteTimestamp(instant)) return null;
  const local = timestamptzToTimestamp(instant, context);
  return timetzDatum(splitMicros(local).time, Number((instant - local) / MICROS_PER_SECOND));
}

const forth = ([at, span]: Moved): Uint8Array => shifted(at, span.micros);
const back = ([at, span]: Moved): Uint8Array => shifted(at, -span.micros);

const field = ([name, value]: readonly [string, Uint8Array]): Decimal => timetzField(name, timetzOf(value));

/** As date_part adds them up: in floating point. */
function part(args: readonly [string, Uint8Array]): number {
  if (timeField(args[0]) !== 'epoch') return decimalToNumber(field(args));
  const {time, west} = timetzOf(args[1]);
  return Number(time) / 1e6 + west;
}

type Ends = readonly [Uint8Array | null, Uint8Array | null, Uint8Array | null, Uint8Array | null];

/** Periods may be given end first; one without an end is that of its start alone. Unknown where NULL decides. */
function overlaps(ends: Ends): Datum {
  const order = Buffer.compare;
  const period = (a: Uint8Array | null, b: Uint8Array | null): readonly [Uint8Array | null, Uint8Array | null] => {
    if (a === null) return [b, null];
    return b !== null && order(a, b) > 0 ? [b, a] : [a, b];
  };
  const [a, b] = [period(ends[0], ends[1]), period(ends[2], ends[3])];
  if (a[0] === null || b[0] === null) return null;
  const starts = order(a[0], b[0]);
  if (starts === 0) return a[1] === null || b[1] === null ? null : true;
  const [first, second] = starts > 0 ? [b, a] : [a, b];
  if (first[1] === null) return null;
  if (order(second[0]!, first[1]) < 0) return true;
  return second[1] === null ? null : false;
}

const stable = {volatility: 'stable'} as const;

export const timetzRows: readonly FunctionRow[] = [
  operator('+', [TIMETZ, INTERVAL], TIMETZ, 'moved by an interval', forth),
  operator('+', [INTERVAL, TIMETZ], TIMETZ, 'moved by an interval', ([span, at]: readonly [Interval, Uint8Array]) =>
    forth([at, span]),
  ),
  operator('-', [TIMETZ, INTERVAL], TIMETZ, 'moved back by an interval', back),
  operator('+', [DATE, TIMETZ], TIMESTAMPTZ, 'date at a time', instantOf),
  operator('+', [TIMETZ, DATE], TIMESTAMPTZ, 'date at a time', ([at, date]: readonly [Uint8Array, number]) =>
    instantOf([date, at]),
  ),
  func('timestamptz', [DATE, TIMETZ], TIMESTAMPTZ, 'date at a time', instantOf),
  func('extract', [TEXT, TIMETZ], NUMERIC, 'a field of it', field),
  func('date_part', [TEXT, TIMETZ], DOUBLE, 'a field of it', part),
  func(
    'timezone',
    [TEXT, TIMETZ],
    TIMETZ,
    'the same moment where another time zone holds',
    ([name, at]: readonly [string, Uint8Array], context) =>
      atOffset(at, namedZone(name).offsetAt(Number(floorSeconds(context.now)))),
    stable,
  ),
  func(
    'timezone',
    [INTERVAL, TIMETZ],
    TIMETZ,
    'the same moment at another offset',
    ([zone, at]: readonly [Interval, Uint8Array]) => atOffset(at, intervalZone(zone).offsetAt(0)),
  ),
  func('overlaps', [TIMETZ, TIMETZ, TIMETZ, TIMETZ], BOOLEAN, 'whether two periods overlap', overlaps, {strict: false}),
  cast(TIMETZ, TIMETZ, 'implicit', ([at]: readonly [Uint8Array], context: CallContext) => fitted(at, context)),
  cast(TIMETZ, TIME, 'assignment', ([at]: readonly [Uint8Array], context: CallContext) =>
    fitted(timetzOf(at).time, context),
  ),
  cast(
    TIME,
    TIMETZ,
    'implicit',
    ([time]: readonly [bigint], context: CallContext) => fitted(timetzDatum(time, -offsetAt(time, context)), context),
    stable,
  ),
  cast(
    TIMESTAMPTZ,
    TIMETZ,
    'assignment',
    ([at]: readonly [bigint], context: CallContext) => fitted(ofInstant(at, context), context),
    stable,
  ),
];
