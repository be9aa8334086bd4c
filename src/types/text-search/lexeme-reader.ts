import {SqlError} from '../sql-error.ts';

/**
 * Reads a word of a tsvector's or tsquery's text: quoted or not, with escapes. `operators`: they end a word, as in a tsquery;
 * `web`: neither quotes nor escapes, as websearch_to_tsquery has it.
 */
type LexemeMode = {readonly operators: boolean; readonly web: boolean};

export type ReadWord = {readonly text: string; readonly end: number};

const OPERATOR = /[!&|()<]/;

export const isSpace = (character: string): boolean => /^\s$/u.test(character);

/** The word from `at` on; null: the text ends without one. Errors: 42601. */
export function readWord(whole: string, from: number, mode: LexemeMode): ReadWord | null {
  const {operators, web} = mode;
  const syntaxError = () => new SqlError('42601', `syntax error in ${operators ? 'tsquery' : 'tsvector'}: "${whole}"`);
  let at = from;
  while (at < whole.length && isSpace(whole[at])) at++;
  if (at === whole.length) return null;
  if (!web && whole[at] === "'") return readQuoted(whole, at + 1, syntaxError);
  const ends = (character: string): boolean =>
    isSpace(character) || (operators && OPERATOR.test(character)) || (web && character === '"');
  if (ends(whole[at])) throw syntaxError();
  let text = '';
  // The first character is the word's, be it a colon.
  for (let first = true; at < whole.length && !ends(whole[at]); first = false) {
    if (!web && whole[at] === '\\') {
      const escaped = characterAt(whole, at + 1);
      if (escaped === '') throw noEscaped(whole);
      text += escaped;
      at += 1 + escaped.length;
      continue;
    }
    if (!first && whole[at] === ':') break;
    const character = characterAt(whole, at);
    text += character;
    at += character.length;
  }
  return {text, end: at};
}

function readQuoted(whole: string, from: number, syntaxError: () => SqlError): ReadWord {
  let text = '';
  for (let at = from; at < whole.length;) {
    const character = characterAt(whole, at);
    at += character.length;
    if (character === '\\') {
      const escaped = characterAt(whole, at);
      if (escaped === '') throw noEscaped(whole);
      text += escaped;
      at += escaped.length;
    } else if (character !== "'") text += character;
    else if (whole[at] === "'") {
      text += "'";
      at++;
    } else if (text === '') throw syntaxError();
    else return {text, end: at};
  }
  throw syntaxError();
}

function noEscaped(whole: string): SqlError {
  return new SqlError('42601', `there is no escaped character: "${whole}"`);
}

function characterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}
