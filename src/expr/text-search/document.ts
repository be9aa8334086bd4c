import {
  asItIs,
  parseQuery,
  parseWebQuery,
  type PlacedQuery,
  type WordMeaning,
} from '../../types/text-search/parse-query.ts';
import {withoutStops} from '../../types/text-search/query-stops.ts';
import type {TextQuery} from '../../types/text-search/query.ts';
import {type Lexeme, MAX_POSITION, type TextVector, vectorFrom} from '../../types/text-search/vector.ts';
import {type Configuration, configurationOf} from './configurations.ts';
import {tokensOf} from './tokens.ts';

type PlacedLexeme = {readonly text: string; readonly at: number};

/** Bytes; longer words are left out. */
const MAX_WORD = 2046;
const MAX_POSITIONS = 255;

export function isTooLong(token: string): boolean {
  return token.length > MAX_WORD / 4 && Buffer.byteLength(token) > MAX_WORD;
}

/** The lexemes of a text with their positions, counted on from `before`; stop words have positions too. */
function lexemesOfText(
  configuration: Configuration,
  text: string,
  before = 0,
): {readonly lexemes: readonly PlacedLexeme[]; readonly end: number} {
  const lexemes: PlacedLexeme[] = [];
  let at = before;
  for (const {kind, text: token} of tokensOf(text)) {
    const dictionary = configuration.get(kind);
    if (!dictionary || isTooLong(token)) continue;
    at++;
    for (const lexeme of dictionary(token)) lexemes.push({text: lexeme, at: Math.min(at, MAX_POSITION)});
  }
  return {lexemes, end: at};
}

export function textToVector(configuration: bigint, text: string): TextVector {
  return vectorOfLexemes(lexemesOfText(configurationOf(configuration), text).lexemes);
}

/** Texts that stand for themselves, as the values of a JSON document: no phrase goes from one into the next. */
export function textsToVector(configuration: bigint, texts: readonly string[]): TextVector {
  const known = configurationOf(configuration);
  const all: PlacedLexeme[] = [];
  let before = 0;
  for (const text of texts) {
    const {lexemes, end} = lexemesOfText(known, text, before);
    all.push(...lexemes);
    if (lexemes.length > 0) before = end + 1;
    else before = end;
  }
  return vectorOfLexemes(all);
}

function vectorOfLexemes(lexemes: readonly PlacedLexeme[]): TextVector {
  return vectorFrom(lexemes.map(({text, at}): Lexeme => ({text, positions: [{at, weight: 0}]}))).map(lexeme =>
    lexeme.positions.length > MAX_POSITIONS ? {...lexeme, positions: lexeme.positions.slice(0, MAX_POSITIONS)} : lexeme,
  );
}

/** Words of a query as the configuration has them; one that comes to several is joined by `joins`. */
function meaningIn(configuration: bigint, joins: 'and' | 'phrase'): WordMeaning {
  const known = configurationOf(configuration);
  return (word, weights, prefix) => {
    let query: PlacedQuery | null = null;
    let last = 0;
    const append = (part: PlacedQuery): void => {
      query = query === null ? part : {op: joins, distance: 1, left: query, right: part};
    };
    for (const {text, at} of lexemesOfText(known, word).lexemes) {
      // Stop words between two others keep their places.
      for (; last > 0 && last + 1 < at; last++) append({op: 'stop'});
      last = at;
      append(asItIs(text, weights, prefix));
    }
    return query ?? {op: 'stop'};
  };
}

/** to_tsquery: the text has operators. Errors: as parseQuery. */
export function textToQuery(configuration: bigint, text: string): TextQuery {
  return parseQuery(text, meaningIn(configuration, 'phrase'));
}

/** plainto_tsquery and phraseto_tsquery: the text is nothing but words. */
export function wordsToQuery(configuration: bigint, text: string, joins: 'and' | 'phrase'): TextQuery {
  return text === '' ? null : withoutStops(meaningIn(configuration, joins)(text, 0, false));
}

export function webToQuery(configuration: bigint, text: string): TextQuery {
  return parseWebQuery(text, meaningIn(configuration, 'phrase'));
}
