import {languageOf} from './locale.ts';

// Lower and upper case as a locale has them; the locale C knows those of ASCII alone.

export function lowered(text: string, locale: string): string {
  if (locale === 'C') return text.replace(/[A-Z]+/g, letters => letters.toLowerCase());
  return text.toLocaleLowerCase(tagOf(locale));
}

export function uppered(text: string, locale: string): string {
  if (locale === 'C') return text.replace(/[a-z]+/g, letters => letters.toUpperCase());
  return text.toLocaleUpperCase(tagOf(locale));
}

/** The first letter of each word in upper case, all others in lower case. */
export function titled(text: string, locale: string): string {
  if (locale === 'C') {
    return text.replace(/[0-9A-Za-z]+/g, word => uppered(word[0], locale) + lowered(word.slice(1), locale));
  }
  const tag = tagOf(locale);
  let result = '';
  for (const {segment} of segmenterOf(tag).segment(text)) result += titledWord(segment, tag);
  return result;
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(tag: string): Intl.Segmenter {
  let segmenter = segmenters.get(tag);
  if (!segmenter) segmenters.set(tag, (segmenter = new Intl.Segmenter(tag, {granularity: 'word'})));
  return segmenter;
}

const TITLE_LETTERS: Readonly<Record<string, string>> = {
  ǆ: 'ǅ',
  Ǆ: 'ǅ',
  ǉ: 'ǈ',
  Ǉ: 'ǈ',
  ǌ: 'ǋ',
  Ǌ: 'ǋ',
  ǳ: 'ǲ',
  Ǳ: 'ǲ',
  ß: 'Ss',
  ﬀ: 'Ff',
  ﬁ: 'Fi',
  ﬂ: 'Fl',
};

function titledWord(word: string, tag: string): string {
  const first = word.search(/[\p{L}\p{N}\p{S}\p{M}]/u);
  if (first < 0) return word;
  const begin = String.fromCodePoint(word.codePointAt(first)!);
  const size = tag === 'nl' && /^ij/i.test(word.slice(first)) ? 2 : begin.length;
  const letters = word.slice(first, first + size);
  const capital = TITLE_LETTERS[letters] ?? letters.toLocaleUpperCase(tag);
  return word.slice(0, first) + capital + word.slice(first + size).toLocaleLowerCase(tag);
}

function tagOf(locale: string): string {
  const language = languageOf(locale);
  return /^[a-z]{2,3}$/.test(language) ? language : 'und';
}
