import {
  type Decimal,
  DECIMAL_INFINITY,
  DECIMAL_NEGATIVE_INFINITY,
  DECIMAL_NAN,
  decimalAdd,
  decimalNegate,
  decimalSign,
} from '../types/decimal.ts';
import type {Datum, Interval} from '../types/datum.ts';
import {SqlError} from '../types/sql-error.ts';
import {
  DOUBLE,
  INTEGER,
  INTERVAL,
  BIGINT,
  SMALLINT,
  NUMERIC,
  TIMESTAMP,
  type SqlType,
  type TypeKind,
} from '../types/sql-type.ts';
import {type DatumOrder, datumOrder, intervalSpan} from './datum-order.ts';
import type {CallContext} from './function-row.ts';
import {dateToTimestamp, sessionZone} from './time/conversions.ts';
import {addIntervals, addToInstant, addToTimestamp, negateInterval} from './time/intervals.ts';

/** Postgres's in_range functions: how far a row's ORDER BY value may be from the current row's in a RANGE frame. */
export type InRange = {
  /** Where the frame of a row of value `base` ends, `offset` below (subtract) or above it, as a value that `order` takes. */
  readonly bound: (base: Datum, offset: Datum, subtract: boolean, context: Pick<CallContext, 'settings'>) => Datum;
  /** Of values of the column, as `compared` makes them, and bounds. */
  readonly order: DatumOrder;
  /** A value of the column as bounds are compared with it. */
  readonly compared: (value: Datum) => Datum;
  /** Errors: 22013 a negative offset. */
  readonly check: (offset: Datum) => void;
};

/** The types of offset that go with a column of the type, the one that an untyped literal takes first. */
export function rangeOffsetTypes(column: SqlType): readonly SqlType[] {
  return families[column.kind]?.offsets ?? [];
}

export function inRangeOf(column: SqlType): InRange {
  const family = families[column.kind];
  if (!family) throw new Error(`no in_range for ${column.kind}`);
  return family;
}

function invalidSize(): SqlError {
  return new SqlError('22013', 'invalid preceding or following size in window function');
}

function refuse(negative: boolean): void {
  if (negative) throw invalidSize();
}

const same = (value: Datum): Datum => value;

function family(
  offsets: readonly SqlType[],
  order: DatumOrder,
  check: InRange['check'],
  bound: InRange['bound'],
): Family {
  return {offsets, order, check, bound, compared: same};
}

type Family = InRange & {readonly offsets: readonly SqlType[]};

/** Sums beyond the range of the type are beyond all its values, and no error. */
const integers = (offsets: readonly SqlType[]): Family =>
  family(
    offsets,
    (a, b) => Number(BigInt(a as bigint) - BigInt(b as bigint)),
    offset => refuse(BigInt(offset as bigint) < 0n),
    (base, offset, subtract) => {
      const by = BigInt(offset as bigint);
      return BigInt(base as bigint) + (subtract ? -by : by);
    },
  );

const floats = family(
  [DOUBLE],
  datumOrder(DOUBLE),
  offset => refuse(Number.isNaN(offset) || (offset as number) < 0),
  (base, offset, subtract) => {
    const by = subtract ? -(offset as number) : (offset as number);
    if (Number.isNaN(base)) return NaN;
    // Infinitely far before +∞ (or behind −∞) is everything.
    if (!Number.isFinite(base) && base === -by) return by;
    return (base as number) + by;
  },
);

const numerics = family(
  [NUMERIC],
  datumOrder(NUMERIC),
  offset => refuse((offset as Decimal).special === 'NaN' || decimalSign(offset as Decimal) < 0),
  (base, offset, subtract) => {
    const [from, by] = [base as Decimal, subtract ? decimalNegate(offset as Decimal) : (offset as Decimal)];
    if (from.special === 'NaN') return DECIMAL_NAN;
    if (from.special && by.special && from.special !== by.special) {
      return subtract ? DECIMAL_NEGATIVE_INFINITY : DECIMAL_INFINITY;
    }
    return decimalAdd(from, by);
  },
);

function signed(offset: Datum, subtract: boolean): Interval {
  return subtract ? negateInterval(offset as Interval) : (offset as Interval);
}

function checkInterval(offset: Datum): void {
  refuse(intervalSpan(offset as Interval) < 0n);
}

const times = family([INTERVAL], datumOrder(TIMESTAMP), checkInterval, (base, offset, subtract) => {
  return addToTimestamp(base as bigint, signed(offset, subtract));
});

const families: Partial<Record<TypeKind, Family>> = {
  smallint: integers([INTEGER, BIGINT, SMALLINT]),
  integer: integers([INTEGER, BIGINT, SMALLINT]),
  bigint: integers([BIGINT, INTEGER, SMALLINT]),
  real: floats,
  'double precision': floats,
  numeric: numerics,
  timestamp: times,
  date: {
    ...times,
    compared: value => dateToTimestamp(value as number, true),
    bound: (base, offset, subtract) => {
      return addToTimestamp(dateToTimestamp(base as number), signed(offset, subtract));
    },
  },
  timestamptz: {
    ...times,
    bound: (base, offset, subtract, context) => {
      return addToInstant(base as bigint, signed(offset, subtract), sessionZone(context));
    },
  },
  interval: family([INTERVAL], datumOrder(INTERVAL), checkInterval, (base, offset, subtract) => {
    return addIntervals(base as Interval, signed(offset, subtract));
  }),
  // A time of day does not go round: what is before 00:00 or behind 24:00 is so for all times.
  time: family(
    [INTERVAL],
    datumOrder(TIMESTAMP),
    offset => refuse((offset as Interval).micros < 0n),
    (base, offset, subtract) => {
      const {micros} = offset as Interval;
      return (base as bigint) + (subtract ? -micros : micros);
    },
  ),
};
