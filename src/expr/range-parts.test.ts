import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {boundOf} from '../types/io/range.ts';
import {difference, makeMultirange, makeRange, type RangeDatum, subtypeOrder} from '../types/range.ts';
import {INTEGER, NUMERIC, type RangeKind} from '../types/sql-type.ts';
import type {Datum} from '../types/datum.ts';
import {
  adjacent,
  before,
  contains,
  containsElement,
  intersected,
  overlaps,
  type Parts,
  partsOf,
} from './range-parts.ts';

// Ranges over a few points, against the sets of points that they hold.

const SIZE = 12;
const POINTS = Array.from({length: 2 * SIZE + 1}, (_, i) => i);

type Case = {readonly kind: RangeKind; readonly value: (point: number) => Datum; readonly points: readonly number[]};

// Halves lie between the values of a discrete type, and are values of the other.
const integers: Case = {kind: 'int4range', value: point => point / 2, points: POINTS.filter(p => p % 2 === 0)};
const numerics: Case = {
  kind: 'numrange',
  value: point => ({coefficient: BigInt(point) * 5n, scale: 1}),
  points: POINTS,
};

function sortOfCase({kind}: Case) {
  return {kind, order: subtypeOrder(kind === 'int4range' ? INTEGER : NUMERIC)};
}

function range(given: Case): fc.Arbitrary<RangeDatum> {
  const {kind, order} = sortOfCase(given);
  const bound = fc.option(fc.nat(SIZE), {freq: 6, nil: null});
  return fc.tuple(bound, bound, fc.boolean(), fc.boolean()).map(([a, b, from, to]) => {
    const [low, high] = a !== null && b !== null && a > b ? [b, a] : [a, b];
    const value = (point: number | null): Datum => (point === null ? null : given.value(2 * point));
    return makeRange(kind, boundOf(value(low), from, true), boundOf(value(high), to, false), order);
  });
}

function multirange(given: Case): fc.Arbitrary<Parts> {
  const {kind, order} = sortOfCase(given);
  return fc.array(range(given), {maxLength: 4}).map(ranges => makeMultirange(kind, ranges, order));
}

/** Which of the points it holds. */
function held(parts: Parts, given: Case): readonly boolean[] {
  return given.points.map(point => containsElement(parts, given.value(point), sortOfCase(given)));
}

describe.each([integers, numerics])('$kind', given => {
  const sort = sortOfCase(given);
  const {kind, order} = sort;
  const each = (test: (a: Parts, b: Parts) => void): void =>
    fc.assert(fc.property(multirange(given), multirange(given), test), {numRuns: 500});

  it('a multirange of ranges holds what they hold, in parts that lie apart', () => {
    fc.assert(
      fc.property(fc.array(range(given), {maxLength: 5}), ranges => {
        const parts = makeMultirange(kind, ranges, order);
        const all = given.points.map((_, i) =>
          ranges.some(one => held(partsOf(one as unknown as Datum, {kind}), given)[i]),
        );
        expect(held(parts, given)).toEqual(all);
        for (let i = 1; i < parts.length; i++) {
          const [left, right] = [[parts[i - 1]], [parts[i]]];
          expect([before(left, right, sort), adjacent(left, right, sort)]).toEqual([true, false]);
        }
      }),
      {numRuns: 500},
    );
  });

  it('intersection and difference hold what sets do', () => {
    each((a, b) => {
      const [x, y] = [held(a, given), held(b, given)];
      const both = makeMultirange(kind, intersected(a, b, sort), order);
      expect(held(both, given)).toEqual(x.map((inside, i) => inside && y[i]));
      const left = b.reduce<Parts>((rest, part) => rest.flatMap(one => difference(one, part, kind, order)), a);
      expect(held(makeMultirange(kind, left, order), given)).toEqual(x.map((inside, i) => inside && !y[i]));
    });
  });

  it('containing and overlapping are those of sets', () => {
    each((a, b) => {
      expect(overlaps(a, b, sort)).toBe(intersected(a, b, sort).length > 0);
      const left = b.flatMap(part =>
        a.reduce<Parts>((rest, one) => rest.flatMap(r => difference(r, one, kind, order)), [part]),
      );
      expect(contains(a, b, sort)).toBe(left.length === 0);
    });
  });
});
