import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {collatorOf} from './collator.ts';
import {lowered, titled, uppered} from './cases.ts';

function sorted(locale: string, words: readonly string[]): string[] {
  const collator = collatorOf(locale);
  const keyed = words.map(word => ({word, key: Buffer.from(collator.keyWithText(word))}));
  return keyed.sort((a, b) => Buffer.compare(a.key, b.key)).map(({word}) => word);
}

function equal(locale: string, a: string, b: string): boolean {
  return Buffer.compare(collatorOf(locale).key(a), collatorOf(locale).key(b)) === 0;
}

// What PostgreSQL 15 with ICU 72 answers to ORDER BY … COLLATE.
const orders: readonly (readonly [string, string])[] = [
  ['und', '_ - , a A á Á b B ö z Z'],
  ['de', 'Ader Ähre Zahn'],
  ['de-u-co-phonebk', 'Ad Ähre Af Zahn'],
  ['sv', 'a z å ä ö'],
  ['da', 'A a B Z æ ø å'],
  ['cs', 'cz h ch i'],
  ['es-u-co-trad', 'cz ch d lz ll m'],
  ['en-u-kn-true', 'a2 a10 a010a a100'],
  ['en-u-kf-upper', 'A a B b'],
  ['fr-CA', 'cote côte coté côté'],
  ['ru', 'а б я a z'],
  ['et', 's š z ž t õ ä ö ü'],
];

describe('Collator', () => {
  it.each(orders)('%s: %s', (locale, words) => {
    const list = words.split(' ');
    expect(sorted(locale, [...list].reverse())).toEqual(list);
  });

  it('leaves levels out', () => {
    expect(equal('und-u-ks-level1', 'résumé', 'RESUME')).toBe(true);
    expect(equal('und-u-ks-level2', 'résumé', 'Résumé')).toBe(true);
    expect(equal('und-u-ks-level2', 'résumé', 'resume')).toBe(false);
    expect(equal('und-u-ks-level1-kc-true', 'résumé', 'resume')).toBe(true);
    expect(equal('und-u-ks-level1-kc-true', 'resume', 'Resume')).toBe(false);
    expect(equal('und-u-ka-shifted', 'black-bird', 'black bird')).toBe(true);
    expect(equal('und', 'a', 'A')).toBe(false);
    expect(equal('und', 'é', 'e\u0301')).toBe(true);
  });

  it('agrees with Intl.Collator about letters and digits', () => {
    const letter = fc.constantFrom(...'abcxyzABCXYZ019 -éàüñÅøßæœŁčžαβΩабяЖה'.split(''));
    const word = fc.array(letter, {maxLength: 6}).map(letters => letters.join(''));
    for (const locale of ['en', 'de', 'sv', 'cs', 'ru', 'en-u-kn-true', 'en-u-kf-upper']) {
      const intl = new Intl.Collator(locale);
      const own = collatorOf(locale);
      fc.assert(
        fc.property(word, word, (a, b) => {
          const [x, y] = [a, b].map(text => Buffer.from(own.key(text)));
          expect(Buffer.compare(x, y)).toBe(Math.sign(intl.compare(a, b)));
        }),
      );
    }
  });

  it('has the text behind the key, and no zero before it', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme'}), text => {
        const valid = text.replaceAll('\0', '');
        const key = collatorOf('und').keyWithText(valid);
        expect(new TextDecoder('utf-8', {ignoreBOM: true}).decode(key.subarray(key.indexOf(0) + 1))).toBe(valid);
      }),
    );
  });

  it('refuses what ICU refuses', () => {
    expect(() => collatorOf('en-u-ks-level9')).toThrow(
      'could not open collator for locale "en-u-ks-level9": U_ILLEGAL_ARGUMENT_ERROR',
    );
    expect(() => collatorOf('zh-u-co-zhuyin')).toThrow('collation type "zhuyin"');
  });
});

describe('cases', () => {
  it('knows languages', () => {
    expect(uppered('iß', 'tr')).toBe('İSS');
    expect(lowered('I', 'tr-TR')).toBe('ı');
    expect(lowered('ÄB', 'C')).toBe('Äb');
    expect(titled("o'neil DŽungla", 'en')).toBe("O'neil Džungla");
  });
});
