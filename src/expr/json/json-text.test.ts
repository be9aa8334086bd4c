import fc from 'fast-check';
import {expect, test} from 'vitest';
import {jsonAsText, jsonElement, jsonMember, jsonParts} from './json-text.ts';

const keys = fc.oneof(fc.constantFrom('a', 'b', '', 'é', 'a"b', 'x\\y', '😀'), fc.string({maxLength: 3}));

test('members are found in the text as they are in the value, with any white space and escapes', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(keys, fc.jsonValue({maxDepth: 2})), {maxLength: 5}),
      keys,
      fc.boolean(),
      (entries, wanted, escaped) => {
        const quoted = (key: string): string => {
          const literal = JSON.stringify(key);
          return escaped ? literal.replace(/[a-z]/, c => `\\u00${c.charCodeAt(0).toString(16)}`) : literal;
        };
        // An escape's own letter must stay.
        const literals = entries.map(([key]) =>
          JSON.stringify(key).includes('\\') ? JSON.stringify(key) : quoted(key),
        );
        const text = ` { ${entries.map(([, value], i) => `${literals[i]}\t:\n${JSON.stringify(value)} `).join(' , ')} } `;
        const last = entries.findLast(([key]) => key === wanted);
        expect(jsonMember(text, wanted)).toBe(last ? JSON.stringify(last[1]) : null);
        expect(jsonParts(text)!.map(({key}) => key)).toEqual(entries.map(([key]) => key));
      },
    ),
  );
});

test('elements are counted from both ends', () => {
  fc.assert(
    fc.property(
      fc.array(fc.jsonValue({maxDepth: 2}), {maxLength: 5}),
      fc.integer({min: -6, max: 6}),
      (items, index) => {
        const found = items.at(index);
        expect(jsonElement(JSON.stringify(items), index)).toBe(found === undefined ? null : JSON.stringify(found));
      },
    ),
  );
  expect(jsonAsText('"\\u00e9\\n"')).toBe('é\n');
});
