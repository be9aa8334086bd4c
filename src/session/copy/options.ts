import type {Copy, CopyOption} from '../../sql/ast/index.ts';
import {locationOf} from '../../sql/ast/index.ts';
import {encodingName, encodingNumber} from '../../expr/text/encodings.ts';
import {SqlError} from '../../types/sql-error.ts';

/** How the rows of a COPY are written. Columns are by their names, `all` for `*`. */
export type CopyFormat = {
  readonly format: 'text' | 'csv' | 'binary';
  readonly header: 'none' | 'skip' | 'match';
  readonly delimiter: string;
  readonly nullText: string;
  readonly quote: string;
  readonly escape: string;
  readonly forceQuote: readonly string[] | 'all';
  readonly forceNotNull: readonly string[];
  readonly forceNull: readonly string[];
  /** PostgreSQL's name of it; null: the client's. */
  readonly encoding: string | null;
};

type Given = ReadonlyMap<string, CopyOption>;

const NAMES = [
  'format',
  'freeze',
  'delimiter',
  'null',
  'header',
  'quote',
  'escape',
  'force_quote',
  'force_not_null',
  'force_null',
  'encoding',
];

/** Errors: 42601, 22023 and 0A000, as Postgres has them for options that are wrong, double or do not go together. */
export function copyFormat({options, direction}: Copy, text: string): CopyFormat {
  const given = byName(options, text);
  const format = formatOf(given, text);
  const isTo = direction === 'to';
  const encoding = encodingOf(given, isTo, text);
  const mode = format.toUpperCase();
  if (format === 'binary') {
    for (const name of ['delimiter', 'null']) {
      if (given.has(name)) throw new SqlError('42601', `cannot specify ${name.toUpperCase()} in ${mode} mode`);
    }
  }
  const csv = format === 'csv';
  const delimiter = string(given, 'delimiter') ?? (csv ? ',' : '\t');
  const nullText = string(given, 'null') ?? (csv ? '' : '\\N');
  const quote = string(given, 'quote') ?? '"';
  const escape = string(given, 'escape') ?? quote;
  const header = headerOf(given.get('header'), isTo);
  checkDelimiter(delimiter, nullText, csv);
  if (format === 'binary' && header !== 'none') throw unavailable('cannot specify HEADER in BINARY mode');
  checkQuotes(given, {csv, delimiter, quote, escape});
  const forceQuote = forced(given, 'force_quote', csv, isTo ? null : 'COPY TO', text);
  const forceNotNull = forced(given, 'force_not_null', csv, isTo ? 'COPY FROM' : null, text);
  const forceNull = forced(given, 'force_null', csv, isTo ? 'COPY FROM' : null, text);
  if (nullText.includes(delimiter)) throw unavailable('COPY delimiter must not appear in the NULL specification');
  if (csv && nullText.includes(quote)) {
    throw unavailable('CSV quote character must not appear in the NULL specification');
  }
  return {
    format,
    header,
    delimiter,
    nullText,
    quote,
    escape,
    forceQuote,
    forceNotNull: forceNotNull === 'all' ? [] : forceNotNull,
    forceNull: forceNull === 'all' ? [] : forceNull,
    encoding,
  };
}

function byName(options: readonly CopyOption[], text: string): Given {
  const given = new Map<string, CopyOption>();
  for (const option of options) {
    if (!NAMES.includes(option.name)) {
      throw new SqlError('42601', `option "${option.name}" not recognized`, {position: positionOf(option, text)});
    }
    if (given.has(option.name)) {
      throw new SqlError('42601', 'conflicting or redundant options', {position: positionOf(option, text)});
    }
    given.set(option.name, option);
  }
  return given;
}

function positionOf(option: CopyOption, text: string): number {
  return [...text.slice(0, locationOf(option))].length + 1;
}

function string(given: Given, name: string): string | null {
  const option = given.get(name);
  if (!option) return null;
  if (typeof option.value !== 'string') throw new SqlError('42601', `${name} requires a parameter`);
  return option.value;
}

function formatOf(given: Given, text: string): CopyFormat['format'] {
  const value = string(given, 'format') ?? 'text';
  if (value === 'text' || value === 'csv' || value === 'binary') return value;
  const position = positionOf(given.get('format')!, text);
  throw new SqlError('22023', `COPY format "${value}" not recognized`, {position});
}

/** Errors: 22023, 42883 for an encoding that is not converted. */
function encodingOf(given: Given, isTo: boolean, text: string): string | null {
  const value = string(given, 'encoding');
  if (value === null) return null;
  const name = encodingName(encodingNumber(value));
  if (name === '') {
    const position = positionOf(given.get('encoding')!, text);
    throw new SqlError('22023', 'argument to option "encoding" must be a valid encoding name', {position});
  }
  if (name !== 'MULE_INTERNAL') return name;
  const pair = isTo ? `"UTF8" to "${name}"` : `"${name}" to "UTF8"`;
  throw new SqlError('42883', `default conversion function for encoding ${pair} does not exist`);
}

function headerOf(option: CopyOption | undefined, isTo: boolean): CopyFormat['header'] {
  if (!option) return 'none';
  const value = option.value === null ? 'true' : String(option.value).toLowerCase();
  if (['true', 'on', '1'].includes(value)) return 'skip';
  if (['false', 'off', '0'].includes(value)) return 'none';
  if (value !== 'match') throw new SqlError('42601', 'header requires a Boolean value or "match"');
  if (isTo) throw unavailable('cannot use "match" with HEADER in COPY TO');
  return 'match';
}

function checkDelimiter(delimiter: string, nullText: string, csv: boolean): void {
  if (!isOneByte(delimiter)) throw unavailable('COPY delimiter must be a single one-byte character');
  if (/[\r\n]/.test(delimiter)) throw new SqlError('22023', 'COPY delimiter cannot be newline or carriage return');
  if (/[\r\n]/.test(nullText)) {
    throw new SqlError('22023', 'COPY null representation cannot use newline or carriage return');
  }
  // A backslash sequence or a value could not be told from it.
  if (!csv && /[\\.a-z0-9]/.test(delimiter)) throw new SqlError('22023', `COPY delimiter cannot be "${delimiter}"`);
}

function checkQuotes(
  given: Given,
  {csv, delimiter, quote, escape}: {csv: boolean; delimiter: string; quote: string; escape: string},
): void {
  if (!csv && given.has('quote')) throw unavailable('COPY quote available only in CSV mode');
  if (csv && !isOneByte(quote)) throw unavailable('COPY quote must be a single one-byte character');
  if (csv && delimiter === quote) throw new SqlError('22023', 'COPY delimiter and quote must be different');
  if (!csv && given.has('escape')) throw unavailable('COPY escape available only in CSV mode');
  if (csv && !isOneByte(escape)) throw unavailable('COPY escape must be a single one-byte character');
}

function forced(
  given: Given,
  name: string,
  csv: boolean,
  onlyIn: string | null,
  text: string,
): readonly string[] | 'all' {
  const option = given.get(name);
  if (!option) return [];
  const words = name.replaceAll('_', ' ');
  const {value} = option;
  if (value === null || (typeof value === 'string' && !(value === '*' && name === 'force_quote'))) {
    throw new SqlError('22023', `argument to option "${name}" must be a list of column names`, {
      position: positionOf(option, text),
    });
  }
  if (!csv) throw unavailable(`COPY ${words} available only in CSV mode`);
  if (onlyIn !== null) throw unavailable(`COPY ${words} only available using ${onlyIn}`);
  return value === '*' ? 'all' : (value as readonly string[]);
}

function isOneByte(text: string): boolean {
  return text.length === 1 && text.charCodeAt(0) < 128;
}

function unavailable(message: string): SqlError {
  return new SqlError('0A000', message);
}
