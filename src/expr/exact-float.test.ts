import fc from 'fast-check';
import {expect, it} from 'vitest';
import {addExact, exactFloat, exactFloatBytes, exactProduct, nearestRatio} from './exact-float.ts';

const integer = fc.bigInt({min: -(2n ** 200n), max: 2n ** 200n});
const whole = (mantissa: bigint) => ({special: null, mantissa, exponent: 0});

it('is read as it was written', () => {
  fc.assert(
    fc.property(integer, fc.integer({min: -1074, max: 900}), (mantissa, exponent) => {
      const sum = {special: null, mantissa, exponent};
      expect(exactFloat(exactFloatBytes(sum))).toEqual(sum);
    }),
  );
  for (const special of [NaN, Infinity, -Infinity]) {
    expect(exactFloat(exactFloatBytes({special, mantissa: 0n, exponent: 0})).special).toBe(special);
  }
});

it('sums and products are those of the numbers', () => {
  fc.assert(
    fc.property(integer, integer, fc.integer({min: 0, max: 60}), (a, b, shift) => {
      const shifted = {special: null, mantissa: b, exponent: shift};
      expect(addExact(whole(a), shifted).mantissa).toBe(a + (b << BigInt(shift)));
      expect(exactProduct(whole(a), shifted).mantissa).toBe(a * b);
    }),
  );
});

it('a ratio is the nearest double', () => {
  const small = fc.bigInt({min: -(2n ** 53n), max: 2n ** 53n});
  fc.assert(
    fc.property(small, fc.bigInt({min: 1n, max: 2n ** 53n}), (a, b) => {
      // The quotient of two doubles is rounded once.
      expect(nearestRatio(whole(a), b)).toBe(a === 0n ? 0 : Number(a) / Number(b));
    }),
  );
  fc.assert(
    fc.property(integer, value => {
      expect(nearestRatio(whole(value), 1n)).toBe(Number(value));
    }),
  );
  expect(nearestRatio({special: null, mantissa: 1n, exponent: 1024}, 1n)).toBe(Infinity);
  expect(nearestRatio({special: null, mantissa: 3n, exponent: -1074}, 1n)).toBe(3 * 2 ** -1074);
});
