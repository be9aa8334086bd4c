import type {Datum} from '../../types/datum.ts';
import {notSupported, SqlError} from '../../types/sql-error.ts';
import {
  arrayOf,
  BOOLEAN,
  CHAR,
  INTEGER,
  JSON_TYPE,
  JSONB,
  REAL,
  REGCONFIG,
  REGDICTIONARY,
  type SqlType,
  TEXT,
  TSQUERY,
  TSVECTOR,
} from '../../types/sql-type.ts';
import {checkedDistance, parseQuery} from '../../types/text-search/parse-query.ts';
import {nodesOf, printQuery, queryDatum, queryOf, type TextQuery} from '../../types/text-search/query.ts';
import {type TextVector, vectorDatum, vectorOf} from '../../types/text-search/vector.ts';
import {func, operator} from '../define.ts';
import type {CallContext, FunctionRow} from '../function-row.ts';
import {currentConfiguration, dictionaryOf} from '../text-search/configurations.ts';
import {coverRank} from '../text-search/cover-density.ts';
import {textsToVector, textToQuery, textToVector, webToQuery, wordsToQuery} from '../text-search/document.ts';
import {Headlines} from '../text-search/headline.ts';
import {DEFAULT_HEADLINE, headlineOptions} from '../text-search/headline-options.ts';
import {jsonbHeadlines, jsonHeadlines} from '../text-search/json-headlines.ts';
import {jsonKinds, jsonTexts} from '../text-search/json-texts.ts';
import {matches} from '../text-search/match.ts';
import {
  arranged,
  compareQueries,
  containsQuery,
  indexable,
  joined,
  negated,
  phrase,
  rewritten,
} from '../text-search/query-functions.ts';
import {checkedWeights, rank} from '../text-search/rank.ts';
import {
  concatenated,
  filtered,
  stripped,
  vectorFromTexts,
  weightOf,
  withoutLexemes,
  withWeight,
} from '../text-search/vector-functions.ts';

// Full text search: PostgreSQL manual, 9.13 and chapter 12.

const TEXTS = arrayOf(TEXT);

const query = (datum: Datum): TextQuery => queryOf(datum as Uint8Array);
const vector = (datum: Datum): TextVector => vectorOf(datum as Uint8Array);

/** Two rows: with a configuration, and with the session's. */
function configured(
  name: string,
  args: readonly SqlType[],
  returns: SqlType,
  says: string,
  row: (configuration: bigint, args: readonly Datum[]) => Datum,
): FunctionRow[] {
  return [
    func(name, [REGCONFIG, ...args], returns, says, ([configuration, ...rest]: readonly Datum[]) =>
      row(configuration as bigint, rest),
    ),
    func(
      name,
      args,
      returns,
      `${says}, by default_text_search_config`,
      (given: readonly Datum[], {settings}: CallContext) => row(currentConfiguration(settings), given),
      {volatility: 'stable'},
    ),
  ];
}

const making: readonly FunctionRow[] = [
  ...configured('to_tsvector', [TEXT], TSVECTOR, 'the lexemes of a text', (configuration, [text]) =>
    vectorDatum(textToVector(configuration, text as string)),
  ),
  ...[JSON_TYPE, JSONB].flatMap(type =>
    configured('to_tsvector', [type], TSVECTOR, 'the lexemes of all strings of a document', (configuration, [json]) =>
      vectorDatum(textsToVector(configuration, jsonTexts(json as string, jsonKinds('["string"]')))),
    ),
  ),
  ...(
    [
      ['json_to_tsvector', JSON_TYPE],
      ['jsonb_to_tsvector', JSONB],
    ] as const
  ).flatMap(([name, type]) =>
    configured(name, [type, JSONB], TSVECTOR, 'the lexemes of what a filter names', (configuration, [json, filter]) =>
      vectorDatum(textsToVector(configuration, jsonTexts(json as string, jsonKinds(filter as string)))),
    ),
  ),
  ...configured('to_tsquery', [TEXT], TSQUERY, 'a query of words and operators', (configuration, [text]) =>
    queryDatum(textToQuery(configuration, text as string)),
  ),
  ...configured('plainto_tsquery', [TEXT], TSQUERY, 'a query for all words of a text', (configuration, [text]) =>
    queryDatum(wordsToQuery(configuration, text as string, 'and')),
  ),
  ...configured('phraseto_tsquery', [TEXT], TSQUERY, 'a query for a phrase', (configuration, [text]) =>
    queryDatum(wordsToQuery(configuration, text as string, 'phrase')),
  ),
  ...configured(
    'websearch_to_tsquery',
    [TEXT],
    TSQUERY,
    'a query as people write them to search engines',
    (configuration, [text]) => queryDatum(webToQuery(configuration, text as string)),
  ),
  func(
    'get_current_ts_config',
    [],
    REGCONFIG,
    'the configuration of default_text_search_config',
    (_args: readonly [], {settings}) => currentConfiguration(settings),
    {volatility: 'stable'},
  ),
  func(
    'ts_lexize',
    [REGDICTIONARY, TEXT],
    TEXTS,
    'the lexemes a dictionary makes of a word',
    ([oid, word]: readonly [bigint, string]) => [...dictionaryOf(oid)(word)],
  ),
  func('array_to_tsvector', [TEXTS], TSVECTOR, 'these lexemes', ([texts]: readonly [readonly (string | null)[]]) =>
    vectorDatum(vectorFromTexts(texts)),
  ),
];

type V = readonly [Uint8Array];
type Texts = readonly (string | null)[];

const ofVectors: readonly FunctionRow[] = [
  func('length', [TSVECTOR], INTEGER, 'number of lexemes', ([a]: V) => vector(a).length),
  func('strip', [TSVECTOR], TSVECTOR, 'without positions and weights', ([a]: V) => vectorDatum(stripped(vector(a)))),
  func(
    'setweight',
    [TSVECTOR, CHAR],
    TSVECTOR,
    'all positions of a weight',
    ([a, letter]: readonly [Uint8Array, string]) => vectorDatum(withWeight(vector(a), weightOf(letter), null)),
  ),
  func(
    'setweight',
    [TSVECTOR, CHAR, TEXTS],
    TSVECTOR,
    "some lexemes' positions of a weight",
    ([a, letter, lexemes]: readonly [Uint8Array, string, Texts]) =>
      vectorDatum(withWeight(vector(a), weightOf(letter), notNull(lexemes))),
  ),
  func('ts_delete', [TSVECTOR, TEXT], TSVECTOR, 'without a lexeme', ([a, lexeme]: readonly [Uint8Array, string]) =>
    vectorDatum(withoutLexemes(vector(a), [lexeme])),
  ),
  func(
    'ts_delete',
    [TSVECTOR, TEXTS],
    TSVECTOR,
    'without these lexemes',
    ([a, lexemes]: readonly [Uint8Array, Texts]) => vectorDatum(withoutLexemes(vector(a), notNull(lexemes))),
  ),
  func(
    'ts_filter',
    [TSVECTOR, arrayOf(CHAR)],
    TSVECTOR,
    'the positions of these weights',
    ([a, letters]: readonly [Uint8Array, Texts]) => vectorDatum(filtered(vector(a), letters)),
  ),
  func('tsvector_to_array', [TSVECTOR], TEXTS, 'the lexemes', ([a]: V) => vector(a).map(({text}) => text)),
  operator(
    '||',
    [TSVECTOR, TSVECTOR],
    TSVECTOR,
    'one document behind the other',
    ([a, b]: readonly [Uint8Array, Uint8Array]) => vectorDatum(concatenated(vector(a), vector(b))),
  ),
];

/** Errors: 22004. */
function notNull(lexemes: Texts): readonly string[] {
  if (lexemes.includes(null)) throw new SqlError('22004', 'lexeme array may not contain nulls');
  return lexemes as readonly string[];
}

type Two = readonly [Uint8Array, Uint8Array];

const comparisons = [
  ['<', 'comes before', (order: number) => order < 0],
  ['<=', 'does not come after', (order: number) => order <= 0],
  ['=', 'is the same but for weights and prefixes', (order: number) => order === 0],
  ['<>', 'is another, whatever weights and prefixes', (order: number) => order !== 0],
  ['>=', 'does not come before', (order: number) => order >= 0],
  ['>', 'comes after', (order: number) => order > 0],
] as const;

const ofQueries: readonly FunctionRow[] = [
  func('numnode', [TSQUERY], INTEGER, 'number of lexemes and operators', ([a]: V) => nodesOf(query(a))),
  func('querytree', [TSQUERY], TEXT, 'the part that an index could answer', ([a]: V) => {
    const part = indexable(query(a));
    return part === 'T' ? part : printQuery(part);
  }),
  func(
    'tsquery_phrase',
    [TSQUERY, TSQUERY, INTEGER],
    TSQUERY,
    'one so far behind the other',
    ([a, b, distance]: readonly [Uint8Array, Uint8Array, number]) =>
      queryDatum(phrase(query(a), query(b), checkedDistance(distance))),
  ),
  func('tsquery_phrase', [TSQUERY, TSQUERY], TSQUERY, 'one right behind the other', ([a, b]: Two) =>
    queryDatum(phrase(query(a), query(b), 1)),
  ),
  func(
    'ts_rewrite',
    [TSQUERY, TSQUERY, TSQUERY],
    TSQUERY,
    'another query in the place of a part',
    ([whole, part, by]: readonly [Uint8Array, Uint8Array, Uint8Array]) =>
      queryDatum(rewritten(query(whole), query(part), query(by))),
  ),
  func('ts_rewrite', [TSQUERY, TEXT], TSQUERY, 'others in the places of parts, as a query has them', () => {
    throw notSupported('ts_rewrite() of a query that is not written out');
  }),
  // Each text: how long the first of two queries is, and both.
  func(
    '$ts_rewritten',
    [TSQUERY, TEXTS],
    TSQUERY,
    'others in the places of parts, one after the other',
    ([whole, pairs]: readonly [Uint8Array, readonly string[]]) =>
      queryDatum(
        pairs.reduce<TextQuery>(
          (left, pair) => {
            const colon = pair.indexOf(':') + 1;
            const characters = [...pair.slice(colon)];
            const length = Number(pair.slice(0, colon - 1));
            const [part, by] = [characters.slice(0, length), characters.slice(length)].map(half =>
              parseQuery(half.join('')),
            );
            return rewritten(left, part, by);
          },
          arranged(query(whole)),
        ),
      ),
  ),
  operator('&&', [TSQUERY, TSQUERY], TSQUERY, 'both', ([a, b]: Two) => queryDatum(joined('and', query(a), query(b)))),
  operator('||', [TSQUERY, TSQUERY], TSQUERY, 'either', ([a, b]: Two) => queryDatum(joined('or', query(a), query(b)))),
  operator('!!', [TSQUERY], TSQUERY, 'not', ([a]: V) => queryDatum(negated(query(a)))),
  operator('<->', [TSQUERY, TSQUERY], TSQUERY, 'one right behind the other', ([a, b]: Two) =>
    queryDatum(phrase(query(a), query(b), 1)),
  ),
  operator('@>', [TSQUERY, TSQUERY], BOOLEAN, "has all the other's lexemes", ([a, b]: Two) =>
    containsQuery(query(a), query(b)),
  ),
  operator('<@', [TSQUERY, TSQUERY], BOOLEAN, 'has no lexeme that the other has not', ([a, b]: Two) =>
    containsQuery(query(b), query(a)),
  ),
  ...comparisons.map(([symbol, says, holds]) =>
    operator(symbol, [TSQUERY, TSQUERY], BOOLEAN, says, ([a, b]: Two) => holds(compareQueries(a, b, queryOf))),
  ),
];

const TEXTS_WITH_HEADLINES = [
  [TEXT, 'text', (text: string, headlines: Headlines) => headlines.of(text)],
  [JSON_TYPE, 'document', jsonHeadlines],
  [JSONB, 'document', jsonbHeadlines],
] as const;

const headlines: readonly FunctionRow[] = TEXTS_WITH_HEADLINES.flatMap(([type, what, shown]) =>
  [
    [type, TSQUERY],
    [type, TSQUERY, TEXT],
  ].flatMap(args =>
    configured(
      'ts_headline',
      args,
      type,
      `the part of a ${what} that answers a query best${args.length === 3 ? ', with options' : ''}`,
      (configuration, [document, asked, options]) => {
        const chosen = options === undefined ? DEFAULT_HEADLINE : headlineOptions(options as string);
        return shown(document as string, new Headlines(configuration, query(asked), chosen));
      },
    ),
  ),
);

const matching: readonly FunctionRow[] = ['@@', '@@@'].flatMap(symbol => [
  operator(symbol, [TSVECTOR, TSQUERY], BOOLEAN, 'answers the query', ([a, b]: Two) => matches(vector(a), query(b))),
  operator(symbol, [TSQUERY, TSVECTOR], BOOLEAN, 'is answered by the document', ([a, b]: Two) =>
    matches(vector(b), query(a)),
  ),
]);

const matchingTexts: readonly FunctionRow[] = [
  operator(
    '@@',
    [TEXT, TSQUERY],
    BOOLEAN,
    'answers the query, by default_text_search_config',
    ([text, b]: readonly [string, Uint8Array], {settings}) =>
      matches(textToVector(currentConfiguration(settings), text), query(b)),
    {volatility: 'stable'},
  ),
  operator(
    '@@',
    [TEXT, TEXT],
    BOOLEAN,
    "has all the other's words, by default_text_search_config",
    ([text, words]: readonly [string, string], {settings}) => {
      const configuration = currentConfiguration(settings);
      return matches(textToVector(configuration, text), wordsToQuery(configuration, words, 'and'));
    },
    {volatility: 'stable'},
  ),
];

const ranks = (
  [
    ['ts_rank', 'how often the query is answered', rank],
    ['ts_rank_cd', "how near to each other the query's lexemes stand", coverRank],
  ] as const
).flatMap(([name, says, ranked]): FunctionRow[] => [
  func(
    name,
    [arrayOf(REAL), TSVECTOR, TSQUERY, INTEGER],
    REAL,
    `${says}, by weights, normalised`,
    ([weights, a, b, method]: readonly [readonly (number | null)[], Uint8Array, Uint8Array, number]) =>
      ranked(checkedWeights(weights), vector(a), query(b), method),
  ),
  func(
    name,
    [arrayOf(REAL), TSVECTOR, TSQUERY],
    REAL,
    `${says}, by weights`,
    ([weights, a, b]: readonly [readonly (number | null)[], Uint8Array, Uint8Array]) =>
      ranked(checkedWeights(weights), vector(a), query(b), 0),
  ),
  func(
    name,
    [TSVECTOR, TSQUERY, INTEGER],
    REAL,
    `${says}, normalised`,
    ([a, b, method]: readonly [Uint8Array, Uint8Array, number]) =>
      ranked(checkedWeights(null), vector(a), query(b), method),
  ),
  func(name, [TSVECTOR, TSQUERY], REAL, says, ([a, b]: Two) => ranked(checkedWeights(null), vector(a), query(b), 0)),
]);

export const textSearchRows: readonly FunctionRow[] = [
  ...making,
  ...ofVectors,
  ...ofQueries,
  ...headlines,
  ...matching,
  ...matchingTexts,
  ...ranks,
];
