import fc from 'fast-check';
import {expect, it} from 'vitest';
import {bucketMiddle, bucketOf} from './sketch.ts';

it('a bucket says its values within 0.5 %', () => {
  fc.assert(
    fc.property(fc.double({noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300}), value => {
      fc.pre(Math.abs(value) > 1e-300 || value === 0);
      expect(Math.abs(bucketMiddle(bucketOf(value)) - value)).toBeLessThanOrEqual(Math.abs(value) * 0.00501);
    }),
  );
});

it('buckets are in the order of the values, NaN last', () => {
  const value = fc.double();
  fc.assert(
    fc.property(value, value, (a, b) => {
      if (a < b || (Number.isNaN(b) && !Number.isNaN(a))) expect(bucketOf(a)).toBeLessThanOrEqual(bucketOf(b));
    }),
  );
});

it.each([Infinity, -Infinity, NaN, 0])('%s is its own bucket', value => {
  expect(bucketMiddle(bucketOf(value))).toBe(value);
});
