/**
 * A `numeric` value: coefficient × 10^-scale, or one of NaN, Infinity, -Infinity. `scale` is the display scale
 * (Postgres's dscale, 0…16383), so 1.50 and 1.5 are equal and print differently.
 */
export type Decimal = {
  readonly special?: 'NaN' | 'Infinity' | '-Infinity';
  readonly coefficient: bigint;
  readonly scale: number;
};
