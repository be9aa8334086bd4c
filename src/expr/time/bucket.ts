import {civilFromDays, daysFromCivil, isInfiniteTimestamp, MICROS_PER_DAY, splitMicros} from '../../types/calendar.ts';
import type {Interval} from '../../types/datum.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {KernelChoice, KernelTwin} from '../kernel-twin.ts';
import {inTimestampRange} from './conversions.ts';

// time_bucket as TimescaleDB has it: like date_bin, also by months, aligned to Monday 2000-01-03, or to 2000-01-01 by months.

const MONDAY = BigInt(daysFromCivil(2000, 1, 3)) * MICROS_PER_DAY;
const MONTHS_FROM = BigInt(daysFromCivil(2000, 1, 1)) * MICROS_PER_DAY;

function invalid(message: string): SqlError {
  return new SqlError('22023', message);
}

/** The width in µs of a bucket without months. Errors: 22023. */
function widthOf({days, micros}: Interval): bigint {
  const width = BigInt(days) * MICROS_PER_DAY + micros;
  if (width <= 0n) throw invalid('period must be greater than 0');
  return width;
}

/** The largest multiple of `width` from `origin` on that is not above the value. */
export function floorTo(value: bigint, width: bigint, origin: bigint): bigint {
  const rest = (value - origin) % width;
  return value - rest - (rest < 0n ? width : 0n);
}

export function bucketTimestamp(width: Interval, at: bigint, origin: bigint | null = null): bigint {
  if (isInfiniteTimestamp(at)) return at;
  if (width.months === 0) return inTimestampRange(floorTo(at, widthOf(width), origin ?? MONDAY));
  if (width.days !== 0 || width.micros !== 0n) {
    throw new SqlError('0A000', 'month intervals cannot have day or time component');
  }
  if (width.months < 0) throw invalid('period must be greater than 0');
  const from = monthOf(origin ?? MONTHS_FROM);
  const month = floorTo(BigInt(monthOf(at)), BigInt(width.months), BigInt(from));
  return (
    BigInt(daysFromCivil(Math.floor(Number(month) / 12), (((Number(month) % 12) + 12) % 12) + 1, 1)) * MICROS_PER_DAY
  );
}

/** Months since the year 0. */
function monthOf(at: bigint): number {
  const {year, month} = civilFromDays(splitMicros(at).days);
  return year * 12 + month - 1;
}

/** A constant width without months, aligned to the Monday. */
export const bucketKernel: KernelChoice = ({constants}): KernelTwin | null => {
  const [width] = constants;
  if (typeof width !== 'object' || width === null || !('micros' in width)) return null;
  const size = BigInt(width.days) * MICROS_PER_DAY + width.micros;
  if (width.months !== 0 || size <= 0n || size > 2n ** 62n) return null;
  return {export: 'time_floor', shape: 'unary', uses: [1], params: [size, MONDAY]};
};
