import {dateTimeWord} from './datetime-words.ts';

/** A part of a date, time or interval text. What a date is, its digits and delimiters decide later. */
export type DateTimeToken = {
  readonly kind: 'date' | 'time' | 'number' | 'zone' | 'word' | 'special';
  readonly text: string;
};

const isDigit = (c: string | undefined): boolean => c !== undefined && c >= '0' && c <= '9';
const isAlpha = (c: string | undefined): boolean =>
  c !== undefined && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
const isSpace = (c: string | undefined): boolean => c !== undefined && /[ \t\n\v\f\r]/.test(c);
const isPunctuation = (c: string): boolean => /[!-/:-@[-`{-~]/.test(c);

/**
 * Splits text into parts as the manual describes it (appendix B.1): numbers with colons are times, with -, / or . they
 * are dates (or decimal numbers), signed numbers are zones or intervals, words are names. null: a character that
 * cannot stand there.
 */
export function dateTimeTokens(text: string): DateTimeToken[] | null {
  const tokens: DateTimeToken[] = [];
  let at = 0;

  const take = (kind: DateTimeToken['kind'], from: number, prefix = ''): void => {
    tokens.push({kind, text: prefix + text.slice(from, at)});
  };
  const skipWhile = (test: (c: string) => boolean): void => {
    while (at < text.length && test(text[at])) at++;
  };

  while (at < text.length) {
    const start = at;
    const c = text[at];
    if (isSpace(c)) {
      at++;
    } else if (isDigit(c)) {
      skipWhile(isDigit);
      const delimiter = text[at];
      if (delimiter === ':') {
        skipWhile(x => isDigit(x) || x === ':' || x === '.');
        take('time', start);
      } else if (delimiter === '-' || delimiter === '/' || delimiter === '.') {
        at++;
        if (isDigit(text[at])) {
          let kind: DateTimeToken['kind'] = delimiter === '.' ? 'number' : 'date';
          skipWhile(isDigit);
          if (text[at] === delimiter) {
            kind = 'date';
            skipWhile(x => isDigit(x) || x === delimiter);
          }
          take(kind, start);
        } else {
          skipWhile(x => isDigit(x) || isAlpha(x) || x === delimiter);
          take('date', start);
        }
      } else {
        take('number', start);
      }
    } else if (c === '.') {
      at++;
      skipWhile(isDigit);
      take('number', start);
    } else if (isAlpha(c)) {
      skipWhile(isAlpha);
      let kind: DateTimeToken['kind'] = 'word';
      // A date may begin with its month; a zone's name has punctuation or digits inside, T040506 is a word and a number.
      if (text[at] === '-' || text[at] === '/' || text[at] === '.') kind = 'date';
      else if (text[at] === '+' || isDigit(text[at]))
        kind = dateTimeWord(text.slice(start, at).toLowerCase()) ? 'word' : 'date';
      if (kind === 'date') {
        skipWhile(x => /[A-Za-z0-9+\-/_:.]/.test(x));
      }
      take(kind, start);
    } else if (c === '+' || c === '-') {
      at++;
      skipWhile(isSpace);
      const from = at;
      if (isDigit(text[at]) || text[at] === '.') {
        skipWhile(x => isDigit(x) || x === ':' || x === '.' || x === '-');
        take('zone', from, c);
      } else if (isAlpha(text[at])) {
        skipWhile(isAlpha);
        take('special', from, c);
      } else {
        return null;
      }
    } else if (isPunctuation(c)) {
      at++;
    } else {
      return null;
    }
  }
  return tokens;
}

/** A date's words and numbers; one character behind each is a delimiter, whatever it is. Null: nothing behind the last. */
export function splitDate(text: string): readonly string[] | null {
  const words: string[] = [];
  let at = 0;
  while (at < text.length) {
    const skipped = /^[^A-Za-z0-9]*/.exec(text.slice(at))![0].length;
    at += skipped;
    if (at === text.length) return null;
    const [word] = /^(?:\d+|[A-Za-z]+)/.exec(text.slice(at))!;
    words.push(word);
    at += word.length + 1;
  }
  return words;
}
