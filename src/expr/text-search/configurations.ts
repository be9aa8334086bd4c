import {createRequire} from 'node:module';
import type snowball from 'snowball-stemmers';
import {notSupported, SqlError} from '../../types/sql-error.ts';
import {stopWords} from './stop-words.ts';
import {TokenKind} from './tokens.ts';

const require = createRequire(import.meta.url);

/**
 * The dictionaries and configurations that PostgreSQL comes with (manual, 12.6 and 12.7): `simple`, and for each language a
 * Snowball stemmer with its list of stop words. Their OIDs are those of a fresh PostgreSQL 15.
 */

/** What a dictionary makes of a token: its lexemes; none: a stop word. */
type Dictionary = (token: string) => readonly string[];

export type Configuration = ReadonlyMap<number, Dictionary>;

/** In the order of their OIDs: a dictionary's and a configuration's, two by two from 13151 on. */
const LANGUAGES =
  `arabic armenian basque catalan danish dutch english finnish french german greek hindi hungarian indonesian
  irish italian lithuanian nepali norwegian portuguese romanian russian serbian spanish swedish tamil turkish yiddish`.split(
    /\s+/,
  );
const FIRST_DICTIONARY = 13_151n;
const SIMPLE_CONFIGURATION = 3748n;
const SIMPLE_DICTIONARY = 3765n;

/** Languages that write loan words in ASCII, which are English there. */
const ASCII_IS_ENGLISH: ReadonlySet<string> = new Set(['russian', 'hindi']);

const ASCII_WORDS = [TokenKind.asciiword, TokenKind.asciihword, TokenKind.hword_asciipart];
const WORDS = [TokenKind.word, TokenKind.hword, TokenKind.hword_part];
const OTHERS = [
  TokenKind.numword,
  TokenKind.email,
  TokenKind.url,
  TokenKind.host,
  TokenKind.sfloat,
  TokenKind.version,
  TokenKind.hword_numpart,
  TokenKind.numhword,
  TokenKind.url_path,
  TokenKind.file,
  TokenKind.float,
  TokenKind.int,
  TokenKind.uint,
];

/** Characters; what is longer is no word of a language. */
const MAX_STEMMED = 1000;

const simple: Dictionary = token => [token.toLowerCase()];

const stemmers = new Map<string, Dictionary>();

/** Errors: 0A000. */
function stemmerOf(language: string): Dictionary {
  let dictionary = stemmers.get(language);
  if (!dictionary) stemmers.set(language, (dictionary = makeStemmer(language)));
  return dictionary;
}

function makeStemmer(language: string): Dictionary {
  // As large as a fifth of the server: loaded for the first text.
  const known = require('snowball-stemmers') as typeof snowball;
  if (!known.algorithms().includes(language)) throw notSupported(`text search in ${language}`);
  const stops = new Set((stopWords[language] ?? '').split(/\s+/));
  const stemmer = known.newStemmer(language);
  return token => {
    const word = token.toLowerCase();
    if (stops.has(word)) return [];
    return [word.length > MAX_STEMMED ? word : stemmer.stem(word)];
  };
}

/** The languages by number: 0 is arabic; -1: the simple one. Null: nothing has that OID. */
function languageOf(oid: bigint, simpleOid: bigint, first: bigint): string | null {
  if (oid === simpleOid) return 'simple';
  const step = oid - first;
  if (step < 0n || step % 2n !== 0n) return null;
  return LANGUAGES[Number(step / 2n)] ?? null;
}

/** Errors: 42704, 0A000. */
export function dictionaryOf(oid: bigint): Dictionary {
  const language = languageOf(oid, SIMPLE_DICTIONARY, FIRST_DICTIONARY);
  if (language === null) throw new SqlError('XX000', `cache lookup failed for text search dictionary ${oid}`);
  return language === 'simple' ? simple : stemmerOf(language);
}

const configurations = new Map<string, Configuration>();

/** Which dictionary looks at which kind of token; the others are passed over. Errors: 0A000, XX000. */
export function configurationOf(oid: bigint): Configuration {
  const language = languageOf(oid, SIMPLE_CONFIGURATION, FIRST_DICTIONARY + 1n);
  if (language === null) throw new SqlError('XX000', `cache lookup failed for text search configuration ${oid}`);
  let found = configurations.get(language);
  if (!found) configurations.set(language, (found = makeConfiguration(language)));
  return found;
}

function makeConfiguration(language: string): Configuration {
  const words = language === 'simple' ? simple : stemmerOf(language);
  const asciiWords = ASCII_IS_ENGLISH.has(language) ? stemmerOf('english') : words;
  return new Map([
    ...ASCII_WORDS.map(kind => [kind, asciiWords] as const),
    ...WORDS.map(kind => [kind, words] as const),
    ...OTHERS.map(kind => [kind, simple] as const),
  ]);
}

/** The configuration that `default_text_search_config` names, `pg_catalog.english`. Errors: 42704. */
export function currentConfiguration(settings: ReadonlyMap<string, string>): bigint {
  const name = settings.get('default_text_search_config') ?? 'pg_catalog.english';
  const oid = configurationNamed(name.replace(/^pg_catalog\./, '').replaceAll('"', ''));
  if (oid !== null) return oid;
  throw new SqlError('42704', `text search configuration "${name}" does not exist`);
}

/** Its OID; null: there is none of the name. */
export function configurationNamed(name: string): bigint | null {
  if (name === 'simple') return SIMPLE_CONFIGURATION;
  const at = LANGUAGES.indexOf(name);
  return at < 0 ? null : FIRST_DICTIONARY + 1n + 2n * BigInt(at);
}
