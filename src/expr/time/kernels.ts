import {MICROS_PER_DAY} from '../../types/calendar.ts';
import {type Interval, isInterval} from '../../types/datum.ts';
import type {KernelCall, KernelChoice, KernelTwin} from '../kernel-twin.ts';
import {type TimeField, timeField} from './fields.ts';
import {fixedUnits} from './truncate.ts';

// Kernels of timestamps whose other arguments are constant. They count in UTC: of an instant, only what the session's time zone
// cannot change, or everything when that is UTC.

function isUtc(settings: ReadonlyMap<string, string>): boolean {
  return /^(?:utc|gmt|etc\/utc|etc\/gmt|zulu|universal)$/i.test(settings.get('timezone') ?? 'UTC');
}

function instantsAreLocal({args, settings}: KernelCall, argument: number): boolean {
  return args[argument].kind !== 'timestamptz' || isUtc(settings);
}

/** Timestamp ± a constant interval without months. */
export function shiftKernel(timestamp: number, interval: number, sign: 1n | -1n): KernelChoice {
  return (call): KernelTwin | null => {
    const span = call.constants[interval];
    if (span === undefined || span === null || !isInterval(span)) return null;
    const {months, days, micros}: Interval = span;
    if (months !== 0 || (days !== 0 && !instantsAreLocal(call, timestamp))) return null;
    const total = sign * (BigInt(days) * MICROS_PER_DAY + micros);
    if (BigInt.asIntN(64, total) !== total) return null;
    return {export: 'time_shift', shape: 'unary', uses: [timestamp], params: [total]};
  };
}

/** The first Monday after 1970-01-01, in µs: weeks are counted from it. */
const MONDAY = 4n * MICROS_PER_DAY;
const WEEK = 7n * MICROS_PER_DAY;
const monthUnits: Partial<Readonly<Record<TimeField, number>>> = {month: 1, quarter: 3, year: 12};

/** date_trunc of a constant unit. */
export const truncateKernel: KernelChoice = (call): KernelTwin | null => {
  const unit = typeof call.constants[0] === 'string' ? timeField(call.constants[0]) : null;
  if (unit === null) return null;
  const floor = (size: bigint, origin: bigint): KernelTwin => ({
    export: 'time_floor',
    shape: 'unary',
    uses: [1],
    params: [size, origin],
  });
  const fixed = fixedUnits[unit];
  // Offsets of time zones are whole minutes at best: hours of an instant need its zone.
  if (fixed && (fixed <= 1_000_000n || instantsAreLocal(call, 1))) return floor(fixed, 0n);
  if (!instantsAreLocal(call, 1)) return null;
  if (unit === 'day') return floor(MICROS_PER_DAY, 0n);
  if (unit === 'week') return floor(WEEK, MONDAY);
  const months = monthUnits[unit];
  if (!months) return null;
  return {export: 'time_floor_months', shape: 'unary', uses: [1], params: [months]};
};

/** date_bin of a constant stride and origin. */
export const binKernel: KernelChoice = ({constants}): KernelTwin | null => {
  const [stride, , origin] = constants;
  if (stride === undefined || stride === null || !isInterval(stride) || typeof origin !== 'bigint') return null;
  const size = BigInt(stride.days) * MICROS_PER_DAY + stride.micros;
  if (stride.months !== 0 || size <= 0n || size > 2n ** 62n || origin > 2n ** 62n || origin < -(2n ** 62n)) return null;
  return {export: 'time_floor', shape: 'unary', uses: [1], params: [size, origin]};
};

/** Numbers of time_field in the kernels, and the scale at which the field is an integer. */
const fields: Partial<Readonly<Record<TimeField, readonly [field: number, scale: number]>>> = {
  microseconds: [0, 0],
  milliseconds: [0, 3],
  second: [0, 6],
  minute: [1, 0],
  hour: [2, 0],
  day: [3, 0],
  month: [4, 0],
  year: [5, 0],
  dow: [6, 0],
  isodow: [7, 0],
  doy: [8, 0],
  quarter: [9, 0],
  epoch: [10, 6],
};

/** extract and date_part of a constant field. */
export const fieldKernel: KernelChoice = (call): KernelTwin | null => {
  const name = typeof call.constants[0] === 'string' ? timeField(call.constants[0]) : null;
  const entry = name === null ? undefined : fields[name];
  if (!entry || (name !== 'epoch' && !instantsAreLocal(call, 1))) return null;
  const [field, scale] = entry;
  // Of an infinity, these are infinite (the others are null).
  const partial = name === 'year' || name === 'epoch';
  return {
    export: 'time_field',
    shape: 'unary',
    uses: [1],
    params: [field],
    partial,
    // 18 digits of µs reach the year 33658; a later epoch fits its lane all the same.
    produces: {kind: 'numeric', digits: {precision: 18, scale}},
  };
};
