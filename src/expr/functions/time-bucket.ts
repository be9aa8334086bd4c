import type {Interval} from '../../types/datum.ts';
import {MICROS_PER_DAY} from '../../types/calendar.ts';
import {SqlError} from '../../types/sql-error.ts';
import {
  BIGINT,
  DATE,
  INTEGER,
  INTERVAL,
  SMALLINT,
  type SqlType,
  TEXT,
  TIMESTAMP,
  TIMESTAMPTZ,
} from '../../types/sql-type.ts';
import {func} from '../define.ts';
import type {FunctionRow} from '../function-row.ts';
import {bucketKernel, bucketTimestamp, floorTo} from '../time/bucket.ts';
import {dateToTimestamp, instantToLocal, localToInstant, namedZone, timestampToDate} from '../time/conversions.ts';
import {addToTimestamp, negateInterval} from '../time/intervals.ts';
import {int2, int4, int8} from './ranges.ts';

// time_bucket(width, time [, origin | offset]): TimescaleDB's; instants are cut by UTC unless a time zone is given.

const says = 'start of the bucket that it falls in';

/** Cut as if all were earlier by the offset. */
function shifted(width: Interval, at: bigint, offset: Interval): bigint {
  return addToTimestamp(bucketTimestamp(width, addToTimestamp(at, negateInterval(offset))), offset);
}

type At = readonly [Interval, bigint];

const timestampRows: readonly FunctionRow[] = [TIMESTAMP, TIMESTAMPTZ].flatMap(type => [
  func('time_bucket', [INTERVAL, type], type, says, ([width, at]: At) => bucketTimestamp(width, at), {
    kernel: bucketKernel,
  }),
  func(
    'time_bucket',
    [INTERVAL, type, type],
    type,
    says,
    ([width, at, origin]: readonly [...At, bigint]) => bucketTimestamp(width, at, origin),
    {names: ['bucket_width', 'ts', 'origin']},
  ),
  func(
    'time_bucket',
    [INTERVAL, type, INTERVAL],
    type,
    says,
    ([width, at, offset]: readonly [...At, Interval]) => shifted(width, at, offset),
    {names: ['bucket_width', 'ts', 'offset']},
  ),
]);

type Zoned = readonly [Interval, bigint, string, (bigint | null)?, (Interval | null)?];

function inZone([width, instant, zoneName, origin = null, offset = null]: Zoned): bigint {
  const zone = namedZone(zoneName);
  const local = instantToLocal(instant, zone);
  const start = origin === null ? null : instantToLocal(origin, zone);
  if (offset === null) return localToInstant(bucketTimestamp(width, local, start), zone);
  const moved = bucketTimestamp(width, addToTimestamp(local, negateInterval(offset)), start);
  return localToInstant(addToTimestamp(moved, offset), zone);
}

function bucketDate(width: Interval, date: number, cut: (at: bigint) => bigint): number {
  if (width.micros % MICROS_PER_DAY !== 0n) throw new SqlError('22023', 'interval must not have sub-day precision');
  return timestampToDate(cut(dateToTimestamp(date)));
}

type OnDate = readonly [Interval, number];

const dateRows: readonly FunctionRow[] = [
  func('time_bucket', [INTERVAL, DATE], DATE, says, ([width, date]: OnDate) =>
    bucketDate(width, date, at => bucketTimestamp(width, at)),
  ),
  func(
    'time_bucket',
    [INTERVAL, DATE, DATE],
    DATE,
    says,
    ([width, date, origin]: readonly [...OnDate, number]) =>
      bucketDate(width, date, at => bucketTimestamp(width, at, dateToTimestamp(origin))),
    {names: ['bucket_width', 'ts', 'origin']},
  ),
  func(
    'time_bucket',
    [INTERVAL, DATE, INTERVAL],
    DATE,
    says,
    ([width, date, offset]: readonly [...OnDate, Interval]) =>
      bucketDate(width, date, at => shifted(width, at, offset)),
    {names: ['bucket_width', 'ts', 'offset']},
  ),
];

function bucketInteger(width: bigint, value: bigint, offset: bigint): bigint {
  if (width <= 0n) throw new SqlError('22023', 'period must be greater than 0');
  return floorTo(value, width, offset);
}

type Whole = readonly [number | bigint, number | bigint, (number | bigint)?];

const integerRows: readonly FunctionRow[] = (
  [
    [SMALLINT, n => int2(Number(n))],
    [INTEGER, n => int4(Number(n))],
    [BIGINT, int8],
  ] as readonly (readonly [SqlType, (n: bigint) => number | bigint])[]
).map(([type, checked]) =>
  func(
    'time_bucket',
    [type, type, type],
    type,
    says,
    ([width, value, offset = 0]: Whole) => checked(bucketInteger(BigInt(width), BigInt(value), BigInt(offset))),
    {optional: 1, names: ['bucket_width', 'ts', 'offset'], defaults: [0]},
  ),
);

export const timeBucketRows: readonly FunctionRow[] = [
  ...timestampRows,
  func('time_bucket', [INTERVAL, TIMESTAMPTZ, TEXT, TIMESTAMPTZ, INTERVAL], TIMESTAMPTZ, says, nullsLeftOut, {
    strict: false,
    optional: 2,
    names: ['bucket_width', 'ts', 'timezone', 'origin', 'offset'],
    defaults: [null, null],
  }),
  ...dateRows,
  ...integerRows,
];

/** Origin and offset may be NULL. */
function nullsLeftOut(args: Zoned): bigint | null {
  const [width, instant, zone] = args as readonly (Zoned[number] | null)[];
  return width === null || instant === null || zone === null ? null : inZone(args);
}
