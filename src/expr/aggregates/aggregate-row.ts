import {arrayOf, BIGINT, DOUBLE, NUMERIC, REAL, type SqlType} from '../../types/sql-type.ts';
import type {Expr} from '../expr.ts';
import type {ParameterType} from '../function-row.ts';

/**
 * One overload of an aggregate: one row of the aggregate registry. What a group keeps is a list of accumulators, each
 * linear in the weights (or, minmax, an ordered multiset), so that retractions are exact. `finish` turns them into the
 * result: an expression whose column i is accumulator i, evaluated over the accumulators' vectors like any other.
 *
 * A group without rows left gives no row (with GROUP BY) or the row of empty accumulators (without); `finish` handles
 * the latter: count is 0, the others are NULL.
 */
export type AggregateRow = {
  /** pg_proc.oid. */
  readonly oid: number;
  readonly name: string;
  /** 'sum(int8)', 'count()'. */
  readonly signature: string;
  readonly args: readonly ParameterType[];
  readonly returns: (args: readonly SqlType[]) => SqlType;
  readonly accumulators: (args: readonly SqlType[]) => readonly Accumulator[];
  /** Over columns typed `accumulatorType(accumulators[i], args)`; its type is `returns(args)`. */
  readonly finish: (args: readonly SqlType[]) => Expr;
  readonly description: string;
};

/**
 * What a group keeps, one column of its state. Rows are those that pass the call's filter (and are distinct, where
 * asked); w is a row's weight. A NULL argument never counts, except for `count` of `rows`.
 *
 * | kind | holds | vector when read (accumulatorType) | empty |
 * |---|---|---|---|
 * | count | Σ w over the rows, or over those where the argument is not null, or is true | bigint | 0 |
 * | sum64 | Σ w·x, int64, checked: 22003 when the sum leaves the range | bigint | 0 |
 * | sum128 | Σ w·x of int2/int4/int8 or of the scaled integers of a numeric with digits, int128, checked | numeric digits (38, scale) | 0 |
 * | exactFloat | the exact real Σ w·x; NaN, +∞ and −∞ counted apart | the sum correctly rounded (half to even): real or double | 0 |
 * | decimalSum | Σ w·x of variable-length numerics, the weight held at each display scale, and of NaN, +∞, −∞ | numeric (display scale: the largest held) | 0 |
 * | minmax | the least or greatest x with positive weight: the value itself if the input is monotonic, else an ordered multiset | the argument's type, nullable | NULL |
 * | collect | every x, NULL too, with its weight | array of the argument's type, in its order, NULLs last | NULL |
 *
 * exactFloat: any NaN, or infinities of both signs, read as NaN. A finite sum beyond the range reads as ±∞; `finish`
 * tells it from an infinity among the inputs by `specials`, which stands beside it, and raises 22003.
 */
export type Accumulator =
  | {readonly kind: 'count'; readonly of: 'rows' | 'nonNull' | 'true'}
  | {readonly kind: 'sum64'; readonly part?: IntervalPart}
  | {readonly kind: 'sum128'; readonly scale: number}
  | {readonly kind: 'exactFloat'; readonly width: 32 | 64}
  /** Of the exactFloat accumulator of the same argument: how many +∞, −∞, NaN it holds (Σ w). */
  | {readonly kind: 'specials'}
  | {readonly kind: 'decimalSum'}
  | {readonly kind: 'minmax'; readonly order: 'min' | 'max'}
  | {readonly kind: 'collect'};

/** sum64 over an interval argument adds this field of it. */
export type IntervalPart = 'months' | 'days' | 'micros';

/** Type of the vector in which a group table hands out an accumulator. */
export function accumulatorType(accumulator: Accumulator, args: readonly SqlType[]): SqlType {
  switch (accumulator.kind) {
    case 'count':
    case 'sum64':
    case 'specials':
      return BIGINT;
    case 'sum128':
      return {kind: 'numeric', digits: {precision: 38, scale: accumulator.scale}};
    case 'exactFloat':
      return accumulator.width === 32 ? REAL : DOUBLE;
    case 'decimalSum':
      return NUMERIC;
    case 'minmax':
      return args[0];
    case 'collect':
      return arrayOf(args[0]);
  }
}
