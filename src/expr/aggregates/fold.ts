import type {Datum} from '../../types/datum.ts';
import type {Expr} from '../expr.ts';
import type {CallContext} from '../function-row.ts';

/** How an aggregate is computed from the values of a group in order. */
export type Fold = {
  /** Arguments (the direct ones not counted) without which a row is left out. */
  readonly required?: readonly number[];
  /**
   * Reads `count` and values at some positions only, and gives the same with DISTINCT: then a group of n values costs log n,
   * not n.
   */
  readonly positional?: boolean;
  /** The result is the first arguments of all rows as an array, NULL for none: it may be made without `finish`. */
  readonly collects?: boolean;
  /** Arguments that the values are in order of, whatever the call asks for. */
  readonly order?: readonly {readonly argument: number; readonly descending: boolean}[];
  /** What is kept and put in order in place of the argument, computed from it (column 0; never failing). */
  readonly kept?: Expr;
  /**
   * Over no values too, though a group without rows is only asked without GROUP BY. `direct` are the direct arguments;
   * `context.argTypes` those of the others. Errors: SqlError.
   */
  readonly finish: (values: OrderedValues, direct: readonly Datum[], context: FoldContext) => Datum;
};

/** What a fold may look at besides its values. */
export type FoldContext = CallContext & {
  /** The direction of each sort key of the call. */
  readonly order: readonly {readonly descending: boolean; readonly nullsFirst: boolean}[];
};

/** The rows that count, in the order of the call; where it leaves rows equal, in an order of their own. */
export interface OrderedValues {
  /** How many, repeats included. */
  readonly count: number;
  /** Each different row once: its arguments, and how often it stands there. */
  rows(): Iterable<RepeatedRow>;
  /** The arguments of the row at a position in [0, count). */
  at(position: number): readonly Datum[];
}

export type RepeatedRow = {readonly row: readonly Datum[]; readonly times: number};

/** Values that are at hand as rows. */
export function orderedValues(rows: readonly RepeatedRow[]): OrderedValues {
  return {
    count: rows.reduce((sum, {times}) => sum + times, 0),
    rows: () => rows,
    at(position) {
      let rest = position;
      for (const {row, times} of rows) {
        if (rest < times) return row;
        rest -= times;
      }
      throw new Error(`no value at ${position}`);
    },
  };
}

/** The first argument of each row, repeats and all. */
export function* firstArguments(values: OrderedValues): Generator<Datum> {
  for (const {row, times} of values.rows()) for (let i = 0; i < times; i++) yield row[0];
}
