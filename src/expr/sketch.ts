// The buckets of a DDSketch: a value is known by the power of GAMMA next above it, so that its bucket's middle is within
// ACCURACY of it. A sketch is how many values each bucket has, so values can be taken back.

const ACCURACY = 0.005;
const GAMMA = (1 + ACCURACY) / (1 - ACCURACY);
const LOG_GAMMA = Math.log(GAMMA);
/** The buckets of positive numbers lie around here, those of negative ones around −MIDDLE: in the order of the values. */
const MIDDLE = 200_000;
const INFINITE = 400_000;
const NOT_A_NUMBER = 400_001;

export function bucketOf(value: number): number {
  if (Number.isNaN(value)) return NOT_A_NUMBER;
  if (value === 0) return 0;
  const magnitude = Math.abs(value);
  const bucket = magnitude === Infinity ? INFINITE : MIDDLE + Math.ceil(Math.log(magnitude) / LOG_GAMMA);
  return value < 0 ? -bucket : bucket;
}

/** A value within ACCURACY of all in the bucket. */
export function bucketMiddle(bucket: number): number {
  if (bucket === 0) return 0;
  const number = Math.abs(bucket);
  if (number === NOT_A_NUMBER) return NaN;
  const magnitude = number === INFINITE ? Infinity : (2 * GAMMA ** (number - MIDDLE)) / (GAMMA + 1);
  return bucket < 0 ? -magnitude : magnitude;
}
