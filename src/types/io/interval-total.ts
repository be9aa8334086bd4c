import type {Interval} from '../datum.ts';
import {SqlError} from '../sql-error.ts';
import {roundHalfEven} from './round.ts';

const INT32_MAX = 0x7fffffff;
const INT32_MIN = -0x80000000;
const MICROS_PER_DAY = 86_400_000_000;

export type IntervalUnit =
  | 'microsecond'
  | 'millisecond'
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'month'
  | 'year'
  | 'decade'
  | 'century'
  | 'millennium';

const unitMicros = {microsecond: 1, millisecond: 1_000, second: 1_000_000, minute: 60_000_000, hour: 3_600_000_000};
const unitYears = {year: 1, decade: 10, century: 100, millennium: 1000};

/**
 * Sums years, months, days (int32 each) and microseconds (int64); fractions of a unit spill into smaller ones. Errors:
 * 22015 a field overflows, 22008 years and months together do.
 */
export class IntervalTotal {
  private readonly text: string;
  private years = 0;
  private months = 0;
  private days = 0;
  private micros = 0n;

  constructor(text: string) {
    this.text = text;
  }

  reset(): void {
    this.years = 0;
    this.months = 0;
    this.days = 0;
    this.micros = 0n;
  }

  overflow(): SqlError {
    return new SqlError('22015', `interval field value out of range: "${this.text}"`);
  }

  /** `fraction` has the sign of `whole`, and is less than 1. */
  add(whole: bigint, fraction: number, unit: IntervalUnit): void {
    switch (unit) {
      case 'microsecond':
      case 'millisecond':
      case 'second':
      case 'minute':
      case 'hour':
        this.micros = this.int64(this.micros + whole * BigInt(unitMicros[unit]));
        return this.addFractionalMicros(fraction, unitMicros[unit]);
      case 'day':
        this.days = this.int32(this.days + this.scaled(whole, 1));
        return this.addFractionalMicros(fraction, MICROS_PER_DAY);
      case 'week':
        this.days = this.int32(this.days + this.scaled(whole, 7));
        return this.addFractionalDays(fraction, 7);
      case 'month':
        this.months = this.int32(this.months + this.scaled(whole, 1));
        return this.addFractionalDays(fraction, 30);
      case 'year':
      case 'decade':
      case 'century':
      case 'millennium':
        this.years = this.int32(this.years + this.scaled(whole, unitYears[unit]));
        this.months = this.int32(this.months + roundHalfEven(fraction * unitYears[unit] * 12));
    }
  }

  /** A time of day: it stands for all there is of time. */
  setTime(micros: bigint): void {
    this.micros = this.int64(micros);
  }

  negate(): void {
    const extreme = [this.years, this.months, this.days].includes(INT32_MIN);
    if (extreme || this.micros === -(2n ** 63n)) throw this.overflow();
    this.years = -this.years;
    this.months = -this.months;
    this.days = -this.days;
    this.micros = -this.micros;
  }

  interval(): Interval {
    const months = this.years * 12 + this.months;
    if (months > INT32_MAX || months < INT32_MIN) throw new SqlError('22008', 'interval out of range');
    // -0 has no place in an integer.
    return {months: months + 0, days: this.days + 0, micros: this.micros};
  }

  private addFractionalDays(fraction: number, unitDays: number): void {
    const days = fraction * unitDays;
    const whole = Math.trunc(days);
    this.days = this.int32(this.days + whole);
    this.addFractionalMicros(days - whole, MICROS_PER_DAY);
  }

  private addFractionalMicros(fraction: number, scale: number): void {
    // Half a microsecond rounds away only when it is more than half, as Postgres adds it.
    const micros = fraction * scale;
    const whole = Math.trunc(micros);
    const rest = micros - whole;
    this.micros = this.int64(this.micros + BigInt(whole) + (rest > 0.5 ? 1n : rest < -0.5 ? -1n : 0n));
  }

  private scaled(whole: bigint, factor: number): number {
    return this.int32(this.int32(Number(whole)) * factor);
  }

  private int32(value: number): number {
    if (value > INT32_MAX || value < INT32_MIN) throw this.overflow();
    return value;
  }

  private int64(value: bigint): bigint {
    if (value !== BigInt.asIntN(64, value)) throw this.overflow();
    return value;
  }
}
