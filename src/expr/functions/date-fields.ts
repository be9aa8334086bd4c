import type {Datum, Interval} from '../../types/datum.ts';
import {type Decimal, decimalToNumber} from '../../types/decimal.ts';
import {
  DATE,
  DOUBLE,
  INTERVAL,
  NUMERIC,
  type SqlType,
  TEXT,
  TIME,
  TIMESTAMP,
  TIMESTAMPTZ,
} from '../../types/sql-type.ts';
import {func} from '../define.ts';
import type {CallContext, FunctionRow} from '../function-row.ts';
import {dateToTimestamp, instantToLocal, namedZone, sessionZone} from '../time/conversions.ts';
import {dateFieldOf, intervalField, timeField, timeFieldOf, timestampField, timestamptzField} from '../time/fields.ts';
import {binKernel, fieldKernel, truncateKernel} from '../time/kernels.ts';
import {binTimestamp, truncateInstant, truncateInterval, truncateTimestamp} from '../time/truncate.ts';

// EXTRACT (numeric), date_part (double precision), date_trunc and date_bin.

type Field = (name: string, value: never, context: CallContext) => Decimal | null;

const sources: readonly {
  readonly type: SqlType;
  readonly field: Field;
  readonly part?: Field;
  readonly stable?: boolean;
  readonly lanes?: boolean;
}[] = [
  {type: TIMESTAMP, field: (name, value: bigint) => timestampField(name, value), lanes: true},
  {
    type: TIMESTAMPTZ,
    field: (name, value: bigint, context) => {
      const zone = sessionZone(context);
      return timestamptzField(name, value, instantToLocal(value, zone), zone);
    },
    stable: true,
    lanes: true,
  },
  {
    type: DATE,
    field: (name, value: number) => dateFieldOf(name, value),
    // date_part takes a date as its midnight, where extract knows that it has no time of day.
    part: (name, value: number) => timestampField(name, dateToTimestamp(value)),
  },
  {type: TIME, field: (name, value: bigint) => timeFieldOf(name, value)},
  {type: INTERVAL, field: (name, value: Interval) => intervalField(name, value)},
];

function intervalSeconds({months, days, micros}: Interval): number {
  const years = Math.trunc(months / 12);
  return Number(micros) / 1e6 + 365.25 * 86400 * years + 30 * 86400 * (months % 12) + 86400 * days;
}

const extractRows: readonly FunctionRow[] = sources.flatMap(({type, field, part = field, stable, lanes}) => {
  const volatility = stable ? ('stable' as const) : ('immutable' as const);
  const options = {volatility, kernel: lanes ? fieldKernel : undefined};
  const row = ([name, value]: readonly [string, Datum], context: CallContext): Decimal | null =>
    field(name, value as never, context);
  return [
    func('extract', [TEXT, type], NUMERIC, 'a field of it', row, options),
    func(
      'date_part',
      [TEXT, type],
      DOUBLE,
      'a field of it',
      (args: readonly [string, Datum], context) => {
        // date_part adds up an interval's seconds in floating point.
        if (type === INTERVAL && timeField(args[0]) === 'epoch') return intervalSeconds(args[1] as Interval);
        const value = part(args[0], args[1] as never, context);
        return value === null ? null : decimalToNumber(value);
      },
      options,
    ),
  ];
});

type Truncated = readonly [string, bigint];
type Binned = readonly [Interval, bigint, bigint];

export const dateFieldRows: readonly FunctionRow[] = [
  ...extractRows,
  func(
    'date_trunc',
    [TEXT, TIMESTAMP],
    TIMESTAMP,
    'cut to a unit',
    ([unit, at]: Truncated) => truncateTimestamp(unit, at),
    {kernel: truncateKernel},
  ),
  func(
    'date_trunc',
    [TEXT, TIMESTAMPTZ],
    TIMESTAMPTZ,
    'cut to a unit of local time',
    ([unit, at]: Truncated, context) => truncateInstant(unit, at, sessionZone(context)),
    {volatility: 'stable', kernel: truncateKernel},
  ),
  func(
    'date_trunc',
    [TEXT, TIMESTAMPTZ, TEXT],
    TIMESTAMPTZ,
    'cut to a unit of a time zone',
    ([unit, at, zone]: readonly [string, bigint, string]) => truncateInstant(unit, at, namedZone(zone)),
    {volatility: 'stable'},
  ),
  func('date_trunc', [TEXT, INTERVAL], INTERVAL, 'cut to a unit', ([unit, span]: readonly [string, Interval]) =>
    truncateInterval(unit, span),
  ),
  func(
    'date_bin',
    [INTERVAL, TIMESTAMP, TIMESTAMP],
    TIMESTAMP,
    'start of the bin it falls in',
    ([stride, at, origin]: Binned) => binTimestamp(stride, at, origin),
    {kernel: binKernel},
  ),
  func(
    'date_bin',
    [INTERVAL, TIMESTAMPTZ, TIMESTAMPTZ],
    TIMESTAMPTZ,
    'start of the bin it falls in',
    ([stride, at, origin]: Binned) => binTimestamp(stride, at, origin),
    {kernel: binKernel},
  ),
];
