import fc from 'fast-check';
import {expect, test} from 'vitest';

import {SqlError} from '../../types/sql-error.ts';
import {isWellFormed} from '../../types/xml.ts';
import {asXmlArray, queryXml} from './query.ts';

const find = (expression: string, document: string) => asXmlArray(queryXml(expression, document, []));

const content = fc.letrec<{element: string}>(tie => ({
  element: fc
    .tuple(
      fc.constantFrom('a', 'b', 'c:d'),
      fc.option(fc.constantFrom('1', '&lt;&amp;', "it's")),
      fc.array(
        fc.oneof(
          {maxDepth: 4},
          fc.constantFrom('x', 'y &gt; z', '<!--n-->', '<?p q?>', '<![CDATA[<]]>'),
          tie('element'),
        ),
        {
          maxLength: 3,
        },
      ),
    )
    .map(([name, value, parts]) => {
      const open = `<${name}${value === null ? '' : ` v="${value}"`}`;
      return parts.length === 0 ? `${open}/>` : `${open}>${parts.join('')}</${name}>`;
    }),
})).element;

test('a document found whole is itself', () => {
  fc.assert(
    fc.property(content, document => {
      expect(find('/*', document)).toEqual([document]);
      expect(find('//node()', document).length).toBe(find('/descendant::node()', document).length);
      for (const found of find('//* | //@*', document)) expect(isWellFormed(found as string, 'content')).toBe(true);
    }),
  );
});

test('every node stands before, behind, above or below every other', () => {
  fc.assert(
    fc.property(content, document => {
      const count = (expression: string) => Number(find(`count(${expression})`, document)[0]);
      const all = count('//node()');
      const parts = [
        'self::node()',
        'ancestor::node()',
        'descendant::node()',
        'preceding::node()',
        'following::node()',
      ];
      const middle = `(//node())[${Math.ceil(all / 2)}]`;
      // The document is an ancestor too.
      expect(parts.reduce((sum, part) => sum + count(`${middle}/${part}`), 0)).toBe(all + 1);
    }),
  );
});

test('any text is an expression or is refused', () => {
  const pieces = fc.array(
    fc.constantFrom(
      'a',
      '/',
      '//',
      '[',
      ']',
      '(',
      ')',
      '*',
      '@',
      '1',
      '"x"',
      '-',
      '|',
      '..',
      'and',
      '::',
      ' ',
      '$',
      ',',
      'text()',
    ),
  );
  fc.assert(
    fc.property(pieces, parts => {
      try {
        find(parts.join(''), '<a a="1"><a/></a>');
      } catch (error) {
        expect(error).toBeInstanceOf(SqlError);
      }
    }),
  );
});

test('entities are never expanded, and depth is bounded', () => {
  const bomb = '<!DOCTYPE a [<!ENTITY x "&y;&y;"><!ENTITY y "boom">]><a>&x;</a>';
  expect(() => find('/a', bomb)).toThrow('entity');
  expect(() => find('/a', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a>&x;</a>')).toThrow('entity');
  expect(() => find('/a', '<a>'.repeat(300) + '</a>'.repeat(300))).toThrow('could not parse');
  expect(() => find('('.repeat(5000) + '1' + ')'.repeat(5000), '<a/>')).toThrow('invalid XPath');
  expect(() => find(`1${'+1'.repeat(5000)}`, '<a/>')).toThrow('invalid XPath');
  expect(find(`1${'+1'.repeat(2000)}`, '<a/>')).toEqual(['2001']);
});
