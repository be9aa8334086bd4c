import {isInfiniteTimestamp, MICROS_PER_DAY, splitMicros} from '../../types/calendar.ts';
import type {Datum, Interval} from '../../types/datum.ts';
import {DATE, INTERVAL, type SqlType, TIME, TIMESTAMP, TIMESTAMPTZ} from '../../types/sql-type.ts';
import {fitted} from '../casts.ts';
import {cast} from '../define.ts';
import type {CallContext, CastContext, FunctionRow} from '../function-row.ts';
import type {KernelChoice, KernelTwin} from '../kernel-twin.ts';
import {
  dateToTimestamp,
  dateToTimestamptz,
  timestampToDate,
  timestampToTimestamptz,
  timestamptzToTimestamp,
} from '../time/conversions.ts';

// Casts among date, time, timestamps and intervals; to a type with a precision they round to it.

type Convert = (value: never, context: CallContext) => Datum;

/** Kernels do not round to a precision. */
function unrounded(twin: KernelTwin): KernelChoice {
  return ({result}) => (result.precision === undefined ? twin : null);
}

function convert(
  from: SqlType,
  to: SqlType,
  context: CastContext,
  apply: Convert,
  options: {readonly stable?: boolean; readonly kernel?: KernelChoice} = {},
): FunctionRow {
  const row = ([value]: readonly [never], callContext: CallContext): Datum =>
    fitted(apply(value, callContext), callContext);
  return cast(from, to, context, row, {
    volatility: options.stable ? 'stable' : 'immutable',
    kernel: options.kernel,
  });
}

function timeOf(micros: bigint): bigint | null {
  return isInfiniteTimestamp(micros) ? null : splitMicros(micros).time;
}

function timeOfInterval({micros}: Interval): bigint {
  const rest = micros % MICROS_PER_DAY;
  return rest < 0n ? rest + MICROS_PER_DAY : rest;
}

/** To the type itself: rounding to its precision. */
function scaling(type: SqlType): FunctionRow {
  return convert(type, type, 'implicit', value => value);
}

export const datetimeCastRows: readonly FunctionRow[] = [
  ...[TIME, TIMESTAMP, TIMESTAMPTZ, INTERVAL].map(scaling),
  convert(DATE, TIMESTAMP, 'implicit', (days: number) => dateToTimestamp(days), {
    kernel: unrounded({export: 'cast_date_timestamp', shape: 'unary'}),
  }),
  convert(DATE, TIMESTAMPTZ, 'implicit', (days: number, context) => dateToTimestamptz(days, context), {stable: true}),
  convert(TIMESTAMP, DATE, 'assignment', (at: bigint) => timestampToDate(at), {
    kernel: {export: 'cast_timestamp_date', shape: 'unary'},
  }),
  convert(TIMESTAMP, TIME, 'assignment', (at: bigint) => timeOf(at)),
  convert(TIMESTAMP, TIMESTAMPTZ, 'implicit', (at: bigint, context) => timestampToTimestamptz(at, context), {
    stable: true,
  }),
  convert(
    TIMESTAMPTZ,
    DATE,
    'assignment',
    (at: bigint, context) => timestampToDate(timestamptzToTimestamp(at, context)),
    {stable: true},
  ),
  convert(TIMESTAMPTZ, TIME, 'assignment', (at: bigint, context) => timeOf(timestamptzToTimestamp(at, context)), {
    stable: true,
  }),
  convert(TIMESTAMPTZ, TIMESTAMP, 'assignment', (at: bigint, context) => timestamptzToTimestamp(at, context), {
    stable: true,
  }),
  convert(TIME, INTERVAL, 'implicit', (micros: bigint) => ({months: 0, days: 0, micros})),
  convert(INTERVAL, TIME, 'assignment', (span: Interval) => timeOfInterval(span)),
];
