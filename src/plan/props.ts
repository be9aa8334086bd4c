import type {ObjectId} from './rel.ts';

/** What is known of every value a relation can take. */
export type RelProps = {
  /** Sets of columns of which no two rows agree in all. */
  readonly uniqueKeys: readonly (readonly number[])[];
  /** Of an input: columns that somebody has made an index on, and all that such a list begins with may be looked up by. */
  readonly indexes?: readonly (readonly number[])[];
  /** Append-only: no row is ever retracted. */
  readonly monotonic: boolean;
  /** No row ever has a negative weight. */
  readonly nonNegative: boolean;
};

/** What the catalog knows of the rows of an object: the planner's facts come from here. */
export type PropsProvider = (object: ObjectId) => RelProps;

/** Nothing is known but that the rows are rows. */
export const NO_PROPS: RelProps = Object.freeze({uniqueKeys: [], monotonic: false, nonNegative: true});
