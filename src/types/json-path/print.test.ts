import fc from 'fast-check';
import {expect, test} from 'vitest';
import {parseJsonPath} from './parse.ts';
import {printJsonPath} from './print.ts';

const leaf = fc.constantFrom(
  '$',
  '$.a',
  '$.b[*]',
  '@.c',
  '1',
  '-2.5',
  '"x"',
  '$v',
  'null',
  'true',
  '$[0 to last]',
  '$.**{1 to 2}.a',
);
const {expression} = fc.letrec<{expression: string; predicate: string}>(tie => ({
  expression: fc.oneof(
    {weight: 4, arbitrary: leaf},
    {
      weight: 2,
      arbitrary: fc
        .tuple(tie('expression'), fc.constantFrom('+', '-', '*', '/', '%'), tie('expression'))
        .map(([a, op, b]) => `(${a} ${op} ${b})`),
    },
    {weight: 1, arbitrary: tie('expression').map(a => `(${a}).type()`)},
    {weight: 1, arbitrary: tie('expression').map(a => `- (${a})`)},
    {weight: 2, arbitrary: fc.tuple(leaf, tie('predicate')).map(([a, p]) => `(${a}) ? (${p})`)},
  ),
  predicate: fc.oneof(
    {
      weight: 3,
      arbitrary: fc
        .tuple(tie('expression'), fc.constantFrom('==', '!=', '<', '>='), tie('expression'))
        .map(([a, op, b]) => `${a} ${op} ${b}`),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(tie('predicate'), fc.constantFrom('&&', '||'), tie('predicate'))
        .map(([a, op, b]) => `(${a}) ${op} (${b})`),
    },
    {weight: 1, arbitrary: tie('predicate').map(p => `!(${p})`)},
    {weight: 1, arbitrary: tie('predicate').map(p => `(${p}) is unknown`)},
    {weight: 1, arbitrary: tie('expression').map(e => `exists (${e})`)},
    {weight: 1, arbitrary: tie('expression').map(e => `${e} like_regex "^a" flag "im"`)},
    {weight: 1, arbitrary: tie('expression').map(e => `${e} starts with "a"`)},
  ),
}));

test('a path that is printed reads as the same path', () => {
  fc.assert(
    fc.property(expression, fc.boolean(), (text, strict) => {
      // @ stands in filters alone.
      const path = parseJsonPath(`${strict ? 'strict ' : ''}$ ? (exists (${text}))`);
      expect(parseJsonPath(printJsonPath(path))).toEqual(path);
    }),
  );
});
