import type {Accumulator} from '../../expr/aggregates/aggregate-row.ts';
import {datumOrder} from '../../expr/datum-order.ts';
import {exactFloatBytes} from '../../expr/exact-float.ts';
import {
  coefficientAt,
  type Decimal,
  DECIMAL_INFINITY,
  DECIMAL_NAN,
  DECIMAL_NEGATIVE_INFINITY,
  isDecimal,
  pow10,
} from '../../types/decimal.ts';
import type {Datum, Interval} from '../../types/datum.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {ExactSum} from './exact-sum.ts';
import type {Outcome} from './same-datum.ts';

/** What an accumulator holds of one stretch of rows, which enter in order and leave in order. */
export interface FrameAccumulator {
  add(value: Datum): void;
  /** The oldest value leaves. */
  remove(value: Datum): void;
  clear(): void;
}

/** An accumulator over frames: a state for each stretch of the frame, and what several of them give together. */
export type FrameAccumulation<State extends FrameAccumulator = FrameAccumulator> = {
  readonly make: () => State;
  readonly read: (states: readonly State[]) => Outcome;
};

/** The retractable form of an accumulator over values of `type` (what it is fed, if it is fed anything). */
export function frameAccumulation(accumulator: Accumulator, type: SqlType | null): FrameAccumulation {
  switch (accumulator.kind) {
    case 'count':
      if (accumulator.of === 'rows') return counting(() => true);
      return counting(accumulator.of === 'true' ? value => value === true : value => value !== null);
    case 'specials':
      return counting(
        value => value !== null && (isDecimal(value) ? value.special !== undefined : !Number.isFinite(value)),
      );
    case 'sum64': {
      const {part} = accumulator;
      return summing(
        64,
        value => BigInt(part ? (value as Interval)[part] : (value as number)),
        sum => sum,
      );
    }
    case 'sum128': {
      const {scale} = accumulator;
      return summing(
        128,
        // NaN has no coefficient: `specials` counts it.
        value => (isDecimal(value) ? coefficientAt(value, scale) : BigInt(value as number | bigint)),
        coefficient => ({coefficient, scale}),
      );
    }
    case 'exactFloat': {
      const {width} = accumulator;
      return accumulation(
        () => new ExactSum(),
        sums => {
          if (width === 'exact') return exactFloatBytes(ExactSum.exact(sums));
          return width === 32 ? Math.fround(ExactSum.total(sums)) : ExactSum.total(sums);
        },
      );
    }
    case 'decimalSum':
      return accumulation(() => new DecimalSum(), DecimalSum.total);
    case 'minmax': {
      const order = datumOrder(type!);
      const better = accumulator.order === 'min' ? order : (a: Datum, b: Datum) => order(b, a);
      return accumulation(
        () => new Extreme(better),
        states => Extreme.best(states, better),
      );
    }
  }
}

/** The states that `read` gets are those that `make` has made. */
function accumulation<State extends FrameAccumulator>(
  make: () => State,
  read: (states: readonly State[]) => Outcome,
): FrameAccumulation {
  return {make, read} as unknown as FrameAccumulation;
}

function counting(counts: (value: Datum) => boolean): FrameAccumulation {
  return accumulation(
    () => new Count(counts),
    states => BigInt(states.reduce((sum, {count}) => sum + count, 0)),
  );
}

class Count implements FrameAccumulator {
  count = 0;
  private readonly counts: (value: Datum) => boolean;

  constructor(counts: (value: Datum) => boolean) {
    this.counts = counts;
  }

  add(value: Datum): void {
    if (this.counts(value)) this.count++;
  }

  remove(value: Datum): void {
    if (this.counts(value)) this.count--;
  }

  clear(): void {
    this.count = 0;
  }
}

function summing(bits: number, number: (value: Datum) => bigint, result: (sum: bigint) => Datum): FrameAccumulation {
  return accumulation(
    () => new Sum(number),
    states => {
      const sum = states.length === 1 ? states[0].sum : states.reduce((total, state) => total + state.sum, 0n);
      return BigInt.asIntN(bits, sum) === sum ? result(sum) : new SqlError('22003', 'bigint out of range');
    },
  );
}

class Sum implements FrameAccumulator {
  sum = 0n;
  private readonly number: (value: Datum) => bigint;

  constructor(number: (value: Datum) => bigint) {
    this.number = number;
  }

  add(value: Datum): void {
    if (value !== null) this.sum += this.number(value);
  }

  remove(value: Datum): void {
    if (value !== null) this.sum -= this.number(value);
  }

  clear(): void {
    this.sum = 0n;
  }
}

/** Of numerics of any scale: the sum, and how many values there are of each scale and of each special kind. */
class DecimalSum implements FrameAccumulator {
  private coefficient = 0n;
  /** Of the coefficient: the largest that was ever met. */
  private scale = 0;
  private readonly scales = new Map<number, number>();
  private readonly specials = {NaN: 0, Infinity: 0, '-Infinity': 0};

  add(value: Datum): void {
    this.change(value as Decimal | null, 1);
  }

  remove(value: Datum): void {
    this.change(value as Decimal | null, -1);
  }

  private change(value: Decimal | null, sign: 1 | -1): void {
    if (value === null) return;
    if (value.special) {
      this.specials[value.special] += sign;
      return;
    }
    if (value.scale > this.scale) {
      this.coefficient *= pow10(value.scale - this.scale);
      this.scale = value.scale;
    }
    const amount = coefficientAt(value, this.scale);
    this.coefficient += sign > 0 ? amount : -amount;
    this.scales.set(value.scale, (this.scales.get(value.scale) ?? 0) + sign);
  }

  clear(): void {
    this.coefficient = 0n;
    this.scale = 0;
    this.scales.clear();
    this.specials.NaN = this.specials.Infinity = this.specials['-Infinity'] = 0;
  }

  static total(this: void, sums: readonly DecimalSum[]): Datum {
    const held = (special: NonNullable<Decimal['special']>) => sums.some(sum => sum.specials[special] > 0);
    const [positive, negative] = [held('Infinity'), held('-Infinity')];
    if (held('NaN') || (positive && negative)) return DECIMAL_NAN;
    if (positive) return DECIMAL_INFINITY;
    if (negative) return DECIMAL_NEGATIVE_INFINITY;
    let [scale, widest] = [0, 0];
    for (const sum of sums) {
      widest = Math.max(widest, sum.scale);
      for (const [of, count] of sum.scales) if (count > 0) scale = Math.max(scale, of);
    }
    const coefficient = sums.reduce((total, sum) => total + sum.coefficient * pow10(widest - sum.scale), 0n);
    // What is left has no digits beyond the scales that are held.
    return {coefficient: coefficient / pow10(widest - scale), scale};
  }
}

/** The values that are still to be the best one as earlier ones leave: each better than all behind it, or as good. */
class Extreme implements FrameAccumulator {
  private readonly better: (a: Datum, b: Datum) => number;
  private candidates: {value: Datum; number: number}[] = [];
  private head = 0;
  private added = 0;
  private removed = 0;

  constructor(better: (a: Datum, b: Datum) => number) {
    this.better = better;
  }

  add(value: Datum): void {
    const number = this.added++;
    if (value === null) return;
    const {candidates} = this;
    while (candidates.length > this.head && this.better(value, candidates[candidates.length - 1].value) < 0) {
      candidates.pop();
    }
    candidates.push({value, number});
  }

  remove(_value: Datum): void {
    const number = this.removed++;
    if (this.candidates[this.head]?.number !== number) return;
    this.head++;
    if (this.head < 64 || this.head * 2 < this.candidates.length) return;
    this.candidates = this.candidates.slice(this.head);
    this.head = 0;
  }

  clear(): void {
    this.candidates = [];
    this.head = this.added = this.removed = 0;
  }

  static best(states: readonly Extreme[], better: (a: Datum, b: Datum) => number): Datum {
    let best: Datum = null;
    for (const {candidates, head} of states) {
      if (head === candidates.length) continue;
      const {value} = candidates[head];
      if (best === null || better(value, best) < 0) best = value;
    }
    return best;
  }
}
