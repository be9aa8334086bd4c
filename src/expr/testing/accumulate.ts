import type {Datum, Interval} from '../../types/datum.ts';
import {
  coefficientAt,
  type Decimal,
  DECIMAL_INFINITY,
  DECIMAL_NAN,
  DECIMAL_NEGATIVE_INFINITY,
  isDecimal,
} from '../../types/decimal.ts';
import type {SqlType} from '../../types/sql-type.ts';
import type {Accumulator} from '../aggregates/aggregate-row.ts';
import {datumOrder} from '../datum-order.ts';

type Change = {readonly value: Datum; readonly weight: bigint};

/** What an accumulator reads after these changes: its definition written out, for tests. */
export function accumulate(accumulator: Accumulator, type: SqlType, changes: readonly Change[]): Datum {
  const present = changes.filter(change => change.value !== null);
  const total = (of: (value: Datum) => bigint): bigint =>
    present.reduce((sum, {value, weight}) => sum + weight * of(value), 0n);
  switch (accumulator.kind) {
    case 'count':
      if (accumulator.of === 'rows') return changes.reduce((sum, {weight}) => sum + weight, 0n);
      return total(value => (accumulator.of === 'nonNull' || value === true ? 1n : 0n));
    case 'sum64':
      return total(value => BigInt(accumulator.part ? (value as Interval)[accumulator.part] : (value as number)));
    case 'sum128': {
      const {scale} = accumulator;
      const coefficient = total(value =>
        isDecimal(value) ? coefficientAt(value, scale) : BigInt(value as number | bigint),
      );
      return {coefficient, scale};
    }
    case 'exactFloat': {
      if (accumulator.width === 'exact') throw new Error('an exact sum has a form of its own');
      const sum = exactSum(present);
      return accumulator.width === 32 ? Math.fround(sum) : sum;
    }
    case 'specials':
      return total(value => ((isDecimal(value) ? !value.special : Number.isFinite(value)) ? 0n : 1n));
    case 'decimalSum':
      return decimalSum(present);
    case 'minmax':
      return extreme(accumulator.order, type, present);
  }
}

/** Doubles are multiples of 2^-1074. */
const UNIT = 1074n;

function exactSum(changes: readonly Change[]): number {
  const held = (wanted: (value: number) => boolean): boolean =>
    changes.reduce((sum, {value, weight}) => (wanted(value as number) ? sum + weight : sum), 0n) > 0n;
  const [positive, negative] = [held(v => v === Infinity), held(v => v === -Infinity)];
  if (held(Number.isNaN) || (positive && negative)) return NaN;
  if (positive || negative) return positive ? Infinity : -Infinity;
  let sum = 0n;
  for (const {value, weight} of changes) if (Number.isFinite(value)) sum += weight * units(value as number);
  return rounded(sum);
}

function units(value: number): bigint {
  let exponent = 0n;
  let scaled = value;
  while (!Number.isInteger(scaled) && exponent < UNIT) {
    scaled *= 2;
    exponent++;
  }
  return BigInt(scaled) << (UNIT - exponent);
}

/** Nearest double, halves to even. */
function rounded(sum: bigint): number {
  const magnitude = sum < 0n ? -sum : sum;
  const bits = BigInt(magnitude.toString(2).length);
  const cut = bits > 53n ? bits - 53n : 0n;
  let kept = magnitude >> cut;
  const rest = magnitude - (kept << cut);
  const half = cut > 0n ? 1n << (cut - 1n) : 0n;
  if (cut > 0n && (rest > half || (rest === half && (kept & 1n) === 1n))) kept++;
  let result = Number(kept);
  for (let power = Number(cut - UNIT); power !== 0;) {
    const step = Math.max(-1000, Math.min(1000, power));
    result *= 2 ** step;
    power -= step;
  }
  return sum < 0n ? -result : result;
}

function decimalSum(changes: readonly Change[]): Decimal {
  const held = (special: Decimal['special']): bigint =>
    changes.reduce((sum, {value, weight}) => ((value as Decimal).special === special ? sum + weight : sum), 0n);
  const [nan, positive, negative] = [held('NaN'), held('Infinity'), held('-Infinity')];
  if (nan > 0n || (positive > 0n && negative > 0n)) return DECIMAL_NAN;
  if (positive > 0n) return DECIMAL_INFINITY;
  if (negative > 0n) return DECIMAL_NEGATIVE_INFINITY;
  const finite = changes.filter(({value}) => !(value as Decimal).special);
  const scale = Math.max(0, ...finite.map(({value}) => (value as Decimal).scale));
  const coefficient = finite.reduce(
    (sum, {value, weight}) => sum + weight * coefficientAt(value as Decimal, scale),
    0n,
  );
  return {coefficient, scale};
}

function extreme(which: 'min' | 'max', type: SqlType, changes: readonly Change[]): Datum {
  const order = datumOrder(type);
  const sign = which === 'max' ? 1 : -1;
  let best: Datum = null;
  for (const {value} of changes) if (best === null || sign * order(value, best) > 0) best = value;
  return best;
}
