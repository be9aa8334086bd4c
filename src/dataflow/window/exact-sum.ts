import type {ExactFloat} from '../../expr/exact-float.ts';
import type {Datum} from '../../types/datum.ts';
import type {FrameAccumulator} from './frame-accumulators.ts';

const lanes = new DataView(new ArrayBuffer(8));

/** The exact sum of floats, so that what is added can be taken back: an integer times a power of two, and the special values. */
export class ExactSum implements FrameAccumulator {
  private sum = 0n;
  private exponent = 0;
  private nan = 0;
  private positive = 0;
  private negative = 0;

  add(value: Datum): void {
    if (value !== null) this.change(value as number, 1);
  }

  remove(value: Datum): void {
    if (value !== null) this.change(value as number, -1);
  }

  private change(value: number, sign: 1 | -1): void {
    if (!Number.isFinite(value)) {
      if (Number.isNaN(value)) this.nan += sign;
      else if (value > 0) this.positive += sign;
      else this.negative += sign;
      return;
    }
    if (value === 0) return;
    if (Number.isInteger(value) && Math.abs(value) < 2 ** 53 && this.exponent <= 0) {
      this.sum += BigInt(sign * value) << BigInt(-this.exponent);
      return;
    }
    const {mantissa, exponent} = parts(value);
    if (exponent < this.exponent) {
      this.sum <<= BigInt(this.exponent - exponent);
      this.exponent = exponent;
    }
    const amount = mantissa << BigInt(exponent - this.exponent);
    this.sum += sign > 0 ? amount : -amount;
  }

  clear(): void {
    this.sum = 0n;
    this.exponent = this.nan = this.positive = this.negative = 0;
  }

  /** Of all the sums, correctly rounded. */
  static total(this: void, sums: readonly ExactSum[]): number {
    const {special, mantissa, exponent} = ExactSum.exact(sums);
    return special ?? rounded(mantissa, exponent);
  }

  /** Of all the sums. */
  static exact(this: void, sums: readonly ExactSum[]): ExactFloat {
    const some = (of: (sum: ExactSum) => number): boolean => sums.some(sum => of(sum) > 0);
    const [positive, negative] = [some(sum => sum.positive), some(sum => sum.negative)];
    const of = (special: number): ExactFloat => ({special, mantissa: 0n, exponent: 0});
    if (some(sum => sum.nan) || (positive && negative)) return of(NaN);
    if (positive || negative) return of(positive ? Infinity : -Infinity);
    const exponent = sums.length === 1 ? sums[0].exponent : Math.min(...sums.map(sum => sum.exponent));
    const mantissa = sums.reduce((total, sum) => total + (sum.sum << BigInt(sum.exponent - exponent)), 0n);
    return {special: null, mantissa, exponent};
  }
}

/** value = mantissa × 2^exponent, without trailing zeros in the mantissa. */
function parts(value: number): {mantissa: bigint; exponent: number} {
  lanes.setFloat64(0, value);
  const bits = lanes.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  let mantissa = bits & 0xfffffffffffffn;
  if (biased !== 0) mantissa |= 1n << 52n;
  let exponent = Math.max(biased, 1) - 1075;
  const low = Number(mantissa & 0xffffffffn);
  const zeros = low === 0 ? 32 + trailingZeros(Number(mantissa >> 32n)) : trailingZeros(low);
  mantissa >>= BigInt(zeros);
  exponent += zeros;
  return {mantissa: value < 0 ? -mantissa : mantissa, exponent};
}

function trailingZeros(word: number): number {
  return 31 - Math.clz32(word & -word);
}

/** The nearest double to sum × 2^exponent, halves to even. */
function rounded(sum: bigint, exponent: number): number {
  if (sum === 0n) return 0;
  const magnitude = sum < 0n ? -sum : sum;
  const bits = bitLength(magnitude);
  // Below 2^-1074 there is nothing, so that fewer than 53 bits may be left.
  const cut = Math.max(bits - 53, -1074 - exponent, 0);
  let kept = magnitude >> BigInt(cut);
  if (cut > 0) {
    const rest = magnitude - (kept << BigInt(cut));
    const half = 1n << BigInt(cut - 1);
    if (rest > half || (rest === half && (kept & 1n) === 1n)) kept++;
  }
  const result = scale(Number(kept), exponent + cut);
  return sum < 0n ? -result : result;
}

function bitLength(magnitude: bigint): number {
  const digits = magnitude.toString(16);
  return (digits.length - 1) * 4 + (32 - Math.clz32(parseInt(digits[0], 16)));
}

/** Exact, since what is scaled has no more bits than fit. */
function scale(value: number, power: number): number {
  let result = value;
  for (let left = power; left !== 0;) {
    const step = Math.max(-1000, Math.min(900, left));
    result *= 2 ** step;
    left -= step;
  }
  return result;
}
