import {DECIMAL_NAN, type Decimal} from './decimal-value.ts';

// A numeric in integer lanes is its coefficient, NaN the greatest integer of the lane: it is above all numbers, which have
// 18 digits at most in eight bytes and 38 in sixteen, so lanes are compared, hashed and put in order as integers.

export const NAN_LANE_64 = 2n ** 63n - 1n;
const NAN_LANE_128 = 2n ** 127n - 1n;

/** The lane of NaN, for lanes of so many digits. */
export function nanLane(precision: number): bigint {
  return precision <= 18 ? NAN_LANE_64 : NAN_LANE_128;
}

/** What a lane of eight bytes holds. */
export function decimalOfLane64(lane: bigint, scale: number): Decimal {
  return lane === NAN_LANE_64 ? DECIMAL_NAN : {coefficient: lane, scale};
}

/** What a lane of sixteen bytes holds. */
export function decimalOfLane128(lane: bigint, scale: number): Decimal {
  return lane === NAN_LANE_128 ? DECIMAL_NAN : {coefficient: lane, scale};
}
