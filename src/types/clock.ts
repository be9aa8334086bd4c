/**
 * The wall clock in µs since 1970. `Date.now()` has milliseconds only, where PostgreSQL's now() and
 * clock_timestamp() have microseconds, so the monotonic clock gives the rest; where the two part by more than
 * `DRIFT` (somebody set the clock), the wall clock is right.
 */

/** Milliseconds: twice the wall clock's own grain. */
const DRIFT = 2;

let wallMinusMonotonic = Date.now() - performance.now();

/** µs since 1970-01-01 00:00 UTC. */
export function wallClockMicros(): bigint {
  return BigInt(wallClock());
}

/** The same where it is taken often and seldom asked for: a whole number. */
export function wallClock(): number {
  const wall = Date.now();
  const monotonic = performance.now();
  if (Math.abs(wallMinusMonotonic + monotonic - wall) > DRIFT) wallMinusMonotonic = wall - monotonic;
  return Math.floor((wallMinusMonotonic + monotonic) * 1000);
}
