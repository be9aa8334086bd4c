/** What is known of every value a relation can take. */
export type RelProps = {
  /** Sets of columns of which no two rows agree in all. */
  readonly uniqueKeys: readonly (readonly number[])[];
  /** Append-only: no row is ever retracted. */
  readonly monotonic: boolean;
  /** No row ever has a negative weight. */
  readonly nonNegative: boolean;
};
