import type {Datum} from '../../types/datum.ts';
import {BIGINT, BYTEA, DOUBLE, NUMERIC, REAL, type SqlType} from '../../types/sql-type.ts';
import type {Expr} from '../expr.ts';
import type {ParameterType} from '../function-row.ts';
import type {Fold} from './fold.ts';

/**
 * One overload of an aggregate: one row of the aggregate registry. It is computed in one of two ways, each with exact
 * retractions: from accumulators, or by a fold over the group's values in order.
 *
 * A group without rows left gives no row (with GROUP BY) or the row over no values (without); then count is 0, most
 * others are NULL.
 */
export type AggregateRow = AccumulatedAggregate | FoldedAggregate;

type Signature = {
  /** pg_proc.oid. */
  readonly oid: number;
  readonly name: string;
  /** 'sum(int8)', 'count()'. */
  readonly signature: string;
  /** Of an ordered-set aggregate first the direct ones. */
  readonly args: readonly ParameterType[];
  readonly variadic?: boolean;
  /** Called with WITHIN GROUP. A hypothetical-set aggregate has as many direct arguments as sort keys. */
  readonly within?: 'orderedSet' | 'hypotheticalSet';
  /** How many of the arguments an ordered-set aggregate has outside of WITHIN GROUP. */
  readonly direct?: number;
  /** Each different value counts once, whether the call says DISTINCT or not. */
  readonly distinct?: boolean;
  /** ORDER BY may not be left out of the call. */
  readonly needsOrder?: boolean;
  readonly returns: (args: readonly SqlType[]) => SqlType;
  /** What it gives for no values; an aggregate that has it is never NULL. Absent: NULL. */
  readonly whenEmpty?: Datum;
  readonly description: string;
};

/**
 * What a group keeps is a list of accumulators, each linear in the weights (or, minmax, an ordered multiset). `finish`
 * turns them into the result: an expression whose column i is accumulator i, evaluated over the accumulators' vectors
 * like any other. The order of the values cannot matter.
 */
export type AccumulatedAggregate = Signature & {
  readonly accumulators: (args: readonly SqlType[]) => readonly Accumulator[];
  /** Over columns typed `accumulatorType(accumulators[i], args)`; its type is `returns(args)`. */
  readonly finish: (args: readonly SqlType[]) => Expr;
};

/** What a group keeps is its values, in the order that the call asks for. */
export type FoldedAggregate = Signature & {readonly fold: (args: readonly SqlType[]) => Fold};

export function isFolded(row: AggregateRow): row is FoldedAggregate {
  return 'fold' in row;
}

/**
 * What a group keeps, one column of its state. It is fed x: the call's first argument, or what `input` makes of the call's
 * arguments (column i is argument i; never failing). Rows are those that pass the call's filter (and are distinct, where
 * asked); w is a row's weight. A NULL argument never counts, except for `count` of `rows`.
 *
 * | kind | holds | vector when read (accumulatorType) | empty |
 * |---|---|---|---|
 * | count | Σ w over the rows, or over those where the argument is not null, or is true | bigint | 0 |
 * | sum64 | Σ w·x, int64, checked: 22003 when the sum leaves the range | bigint | 0 |
 * | sum128 | Σ w·x of int2/int4/int8 or of the scaled integers of a numeric with digits, int128, checked | numeric digits (38, scale) | 0 |
 * | exactFloat | the exact real Σ w·x; NaN, +∞ and −∞ counted apart | the sum correctly rounded (half to even): real or double; width 'exact': bytea, as exact-float.ts reads it | 0 |
 * | decimalSum | Σ w·x of variable-length numerics, the weight held at each display scale, and of NaN, +∞, −∞ | numeric (display scale: the largest held) | 0 |
 * | minmax | the least or greatest x with positive weight: the value itself if the input is monotonic, else an ordered multiset; `exact`: of equal ones that which is written plainest | the argument's type, nullable | NULL |
 *
 * exactFloat: any NaN, or infinities of both signs, read as NaN. A finite sum beyond the range reads as ±∞; `finish`
 * tells it from an infinity among the inputs by `specials`, which stands beside it, and raises 22003.
 */
export type Accumulator = AccumulatorKind & {readonly input?: Expr};

type AccumulatorKind =
  | {readonly kind: 'count'; readonly of: 'rows' | 'nonNull' | 'true'}
  | {readonly kind: 'sum64'; readonly part?: IntervalPart}
  | {readonly kind: 'sum128'; readonly scale: number}
  | {readonly kind: 'exactFloat'; readonly width: 32 | 64 | 'exact'}
  /** Of the exactFloat accumulator of the same argument: how many +∞, −∞, NaN it holds (Σ w). */
  | {readonly kind: 'specials'}
  | {readonly kind: 'decimalSum'}
  | {readonly kind: 'minmax'; readonly order: 'min' | 'max'; readonly exact?: boolean};

/** sum64 over an interval argument adds this field of it. */
type IntervalPart = 'months' | 'days' | 'micros';

/** Type of the vector in which a group table hands out an accumulator; `args` are the call's, or the one it is fed. */
export function accumulatorType(accumulator: Accumulator, args: readonly SqlType[]): SqlType {
  switch (accumulator.kind) {
    case 'count':
    case 'sum64':
    case 'specials':
      return BIGINT;
    case 'sum128':
      return {kind: 'numeric', digits: {precision: 38, scale: accumulator.scale}};
    case 'exactFloat':
      if (accumulator.width === 'exact') return BYTEA;
      return accumulator.width === 32 ? REAL : DOUBLE;
    case 'decimalSum':
      return NUMERIC;
    case 'minmax':
      return accumulator.input?.type ?? args[0];
  }
}
