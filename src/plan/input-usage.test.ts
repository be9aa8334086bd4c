import {expect, test} from 'vitest';
import {coversUsage, type InputUsage, mergeUsage} from './input-usage.ts';

const whole: InputUsage = new Map([[0, 'all']]);
const fields = (column: number, ...numbers: number[]): InputUsage => new Map([[column, new Set(numbers)]]);

test('what several read of an input is what any of them reads', () => {
  expect(mergeUsage([fields(0, 1, 2), fields(0, 2, 3), fields(1, 0)])).toEqual(
    new Map([
      [0, new Set([1, 2, 3])],
      [1, new Set([0])],
    ]),
  );
  expect(mergeUsage([fields(0, 1), whole])).toEqual(whole);
  expect(mergeUsage([])).toEqual(new Map());
});

test('a usage covers what is part of it', () => {
  expect(coversUsage(whole, fields(0, 1))).toBe(true);
  expect(coversUsage(fields(0, 1, 2), fields(0, 2))).toBe(true);
  expect(coversUsage(fields(0, 1), new Map())).toBe(true);
  expect(coversUsage(fields(0, 1), fields(0, 1, 2))).toBe(false);
  expect(coversUsage(fields(0, 1), whole)).toBe(false);
  expect(coversUsage(whole, fields(1, 0))).toBe(false);
});
