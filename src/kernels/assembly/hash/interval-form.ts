// Postgres compares intervals as spans of time, a month being 30 days and a day 24 hours. The canonical form here is whole
// days and the microseconds of a day (0 ≤ µs < 86,400,000,000); it orders as the pair.

const DAY: i64 = 86400000000;

// @ts-ignore: decorator
@inline
export function intervalDays(at: usize): i64 {
  const micros = load<i64>(at, 8);
  return <i64>load<i32>(at) * 30 + <i64>load<i32>(at, 4) + floorDays(micros);
}

// @ts-ignore: decorator
@inline
export function intervalMicros(at: usize): i64 {
  const micros = load<i64>(at, 8);
  return micros - floorDays(micros) * DAY;
}

// @ts-ignore: decorator
@inline
function floorDays(micros: i64): i64 {
  const days = micros / DAY;
  return days * DAY > micros ? days - 1 : days;
}
