import {afterEach, expect, it, vi} from 'vitest';

import {wallClockMicros} from './clock.ts';

afterEach(() => vi.useRealTimers());

it('runs with the wall clock, in steps finer than its milliseconds', () => {
  const readings = Array.from({length: 50_000}, () => wallClockMicros());
  expect(Math.abs(Number(readings[0]) / 1000 - Date.now())).toBeLessThan(60_000);
  expect(readings.some(micros => micros % 1000n !== 0n)).toBe(true);
  expect(readings.every((micros, i) => i === 0 || micros >= readings[i - 1]! - 4000n)).toBe(true);
});

it('follows a wall clock that somebody sets', () => {
  vi.useFakeTimers({toFake: ['Date'], now: 1_700_000_000_000});
  expect(Math.abs(Number(wallClockMicros() / 1000n) - 1_700_000_000_000)).toBeLessThanOrEqual(3);
});
