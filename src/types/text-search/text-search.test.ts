import fc from 'fast-check';
import {expect, test} from 'vitest';

import {parseQuery} from './parse-query.ts';
import {parseVector} from './parse-vector.ts';
import {printQuery, queryDatum, type QueryNode, queryOf} from './query.ts';
import {compareUtf8} from './utf8-order.ts';
import {printVector, vectorDatum, vectorFrom, vectorOf} from './vector.ts';

const word = fc.oneof(
  fc.constantFrom('a', 'ab', 'abc', 'cat', "o'k", 'x y', 'back\\slash', ':', '&', 'é', '日本', '😀'),
  fc.string({unit: 'grapheme', minLength: 1, maxLength: 6}).filter(text => !text.includes('\0')),
);
const positions = fc.array(fc.record({at: fc.integer({min: 1, max: 16_382}), weight: fc.integer({min: 0, max: 3})}), {
  maxLength: 5,
});
const vector = fc.array(fc.record({text: word, positions}), {maxLength: 6}).map(vectorFrom);

const {query} = fc.letrec<{query: QueryNode}>(tie => ({
  query: fc.oneof(
    {maxDepth: 4},
    fc.record({
      op: fc.constant('lexeme' as const),
      text: word,
      weights: fc.integer({min: 0, max: 15}),
      prefix: fc.boolean(),
    }),
    fc.record({op: fc.constant('not' as const), arg: tie('query')}),
    fc.record({op: fc.constant('and' as const), left: tie('query'), right: tie('query')}),
    fc.record({op: fc.constant('or' as const), left: tie('query'), right: tie('query')}),
    fc.record({
      op: fc.constant('phrase' as const),
      distance: fc.integer({min: 0, max: 16_384}),
      left: tie('query'),
      right: tie('query'),
    }),
  ),
}));

test('vectors are what their bytes and their texts say', () => {
  fc.assert(
    fc.property(vector, value => {
      expect(vectorOf(vectorDatum(value))).toEqual(value);
      expect(parseVector(printVector(value))).toEqual(value);
    }),
  );
});

test('queries are what their bytes and their texts say', () => {
  fc.assert(
    fc.property(query, value => {
      expect(queryOf(queryDatum(value))).toEqual(value);
      // OR and AND of ORs and ANDs are printed without parentheses, as in PostgreSQL.
      expect(printQuery(parseQuery(printQuery(value)))).toBe(printQuery(value));
    }),
  );
});

test('lexemes stand in the order of their bytes', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(Math.sign(compareUtf8(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
  );
});

test('bytes of vectors compare as PostgreSQL compares vectors: its size, its lexemes, then one by one', () => {
  const data = ['', "'a'", "'b'", "'aa'", "'a':1B", "'a':1", "'a' 'b'"].map(text => vectorDatum(parseVector(text)));
  expect(data.toSorted(Buffer.compare)).toEqual(data);
});
