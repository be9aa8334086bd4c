import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {parseRegex} from './parse.ts';
import {Matcher} from './matcher.ts';
import {optionsOf} from './options.ts';
import {partsOf} from './parts.ts';
import {Regex, regex} from './regex.ts';

function texts(pattern: string, text: string): (string | null)[] | null {
  const match = regex(pattern).find(text, 0);
  return match && match.map(span => span && text.slice(span[0], span[1]));
}

/** The groups of a pattern, for its automaton. */
function automaton(pattern: string, text: string) {
  const {node, captures, options} = parseRegex(pattern, optionsOf(''));
  const codes = Array.from(text, character => character.codePointAt(0)!);
  const matcher = new Matcher({part: partsOf(node), groups: new Map(), captures, options, programs: new Map()}, codes);
  for (let start = 0; start <= codes.length; start++) {
    const match = matcher.at(start);
    if (match) return match;
  }
  return null;
}

describe('regular expressions', () => {
  it('take the longest match, whatever the order of alternatives', () => {
    expect(texts('foo|foobar', 'foobar')).toEqual(['foobar']);
    expect(texts('(a|ab)(c|bcd)', 'abcd')).toEqual(['abcd', 'a', 'bcd']);
    expect(texts('a?(ab)?', 'ab')).toEqual(['ab', 'ab']);
  });

  it('take the shortest where the first quantifier says so', () => {
    expect(texts('Y*?([0-9]{1,3})', 'XY1234Z')).toEqual(['Y1', '1']);
    expect(texts('(?:(.*?)(\\d+)(.*)){1,1}', 'abc01234xyz')).toEqual(['abc01234xyz', 'abc', '01234', 'xyz']);
  });

  it('do not run away', () => {
    expect(regex('(a*)*b').test('a'.repeat(5000))).toBe(false);
    expect(regex('(a|aa)+$').test(`${'a'.repeat(5000)}b`)).toBe(false);
  });

  it('count characters beyond the basic plane as one', () => {
    expect(texts('^(.)(.)$', 'a😀')).toEqual(['a😀', 'a', '😀']);
    expect(texts('a|😀b', 'x😀b')).toEqual(['😀b']);
  });

  it('match alike by the platform and by the automaton', () => {
    const atom = fc.constantFrom('a', 'b', '[ab]', '[^a]', '.', '(a)', '(bc)', '\\w', '^', '$', '\\m', '(?=a)', 'c');
    const quantifier = fc.constantFrom('', '', '*', '+', '?', '*?', '{2}', '{1,2}', '{0,1}?');
    const pattern = fc
      .array(fc.tuple(atom, quantifier), {minLength: 1, maxLength: 4})
      .map(parts =>
        parts.map(([a, q]) => (/^[\^$\\(]/.test(a) && !a.endsWith('c)') && a !== '(a)' ? a : a + q)).join(''),
      );
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'é', ' '), {maxLength: 8}).map(parts => parts.join(''));
    fc.assert(
      fc.property(pattern, text, (p, t) => {
        expect(new Regex(p, '').find(t, 0)).toEqual(automaton(p, t));
      }),
      {numRuns: 2000},
    );
  });
});
