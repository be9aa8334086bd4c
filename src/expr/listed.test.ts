import fc from 'fast-check';
import {expect, test} from 'vitest';
import type {Datum} from '../types/datum.ts';
import {BIGINT, DOUBLE, INTEGER, type SqlType, TEXT} from '../types/sql-type.ts';
import {datumEquality} from './datum-order.ts';
import {listed, quantified} from './row-semantics.ts';

const KINDS: readonly (readonly [string, SqlType, fc.Arbitrary<Datum>])[] = [
  ['integer', INTEGER, fc.integer({min: -3, max: 3})],
  ['bigint', BIGINT, fc.bigInt({min: -3n, max: 3n})],
  ['double precision', DOUBLE, fc.constantFrom(0, -0, 1.5, NaN, Infinity)],
  ['text', TEXT, fc.constantFrom('', 'a', 'A', 'ä')],
];

for (const [name, type, value] of KINDS) {
  test(`a list of ${name} is looked up as it is gone through`, () => {
    const equal = datumEquality(type);
    const datum = fc.option(value, {freq: 4});
    fc.assert(
      fc.property(
        datum,
        fc.array(datum, {minLength: 1, maxLength: 6}),
        fc.constantFrom('any', 'all'),
        (left, items, quantifier) => {
          const any = quantifier === 'any';
          const compare = (a: Datum, b: Datum): Datum => (a === null || b === null ? null : equal(a, b) === any);
          const lookUp = listed(quantifier, any ? '=' : '<>', [type, type], items)!;
          expect(lookUp([left])).toBe(quantified(quantifier, compare)([left, items]));
        },
      ),
    );
  });
}

test('other operators, and values in parts, are compared one by one', () => {
  expect(listed('any', '<', [INTEGER, INTEGER], [1])).toBeNull();
  expect(listed('all', '=', [INTEGER, INTEGER], [1])).toBeNull();
  expect(listed('any', '=', [INTEGER, BIGINT], [1n])).toBeNull();
});
