import {parseStatements} from '../parse/index.ts';
import {printStatement} from '../print/index.ts';
import type {Statement} from '../ast/index.ts';
import {notSupported, SqlError} from '../../types/sql-error.ts';
import type {Dialect} from './dialect.ts';
import {dialectNamed} from './dialects/index.ts';
import {type Foreign, isForeign, Translation} from './foreign.ts';
import {Placeholders} from './placeholders.ts';
import {prepare} from './prepare.ts';
import {statementText} from './statement.ts';
import {type ForeignToken, foreignTokens} from './tokens.ts';

/** A statement as it is run: `sql` is what its spans point into. */
type ReadStatement = {readonly sql: string; readonly statement: Statement; readonly translated: boolean};

/**
 * The statements of a text that is written in a dialect. Queries and DML are translated, and CREATE TABLE; so is the query
 * of CREATE VIEW … AS and its kin. All others (SET, SHOW, BEGIN …) are ours in any dialect. Errors: 42601 and 0A000, with a
 * position where it is known.
 */
export async function readStatements(text: string, dialectName: string): Promise<readonly ReadStatement[]> {
  const dialect = dialectNamed(dialectName);
  if (!dialect) return parseStatements(text).map(statement => ({sql: text, statement, translated: false}));
  const statements: ReadStatement[] = [];
  for (const tokens of split(foreignTokens(text, dialect.quoting))) {
    statements.push(...(await readOne(text, tokens, dialect)));
  }
  return statements;
}

function split(tokens: readonly ForeignToken[]): ForeignToken[][] {
  const parts: ForeignToken[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'symbol' && token.text === ';') parts.push([]);
    else parts[parts.length - 1].push(token);
  }
  return parts.filter(part => part.length > 0);
}

async function readOne(text: string, tokens: readonly ForeignToken[], dialect: Dialect): Promise<ReadStatement[]> {
  const words = tokens.map(({kind, text: word}) => (kind === 'word' ? word.toUpperCase() : word));
  const last = tokens[tokens.length - 1];
  const from = foreignFrom(words);
  if (from === null) {
    // Blanks in front keep the positions.
    const own = `${' '.repeat(tokens[0].start)}${text.slice(tokens[0].start, last.start + last.text.length)}`;
    return parseStatements(own).map(statement => ({sql: own, statement, translated: false}));
  }
  const prefix = prefixText(tokens.slice(0, from));
  const translated = `${prefix}${await translatedText(tokens.slice(from), dialect)}`;
  try {
    return parseStatements(translated).map(statement => ({sql: translated, statement, translated: true}));
  } catch (error) {
    throw unplaced(error);
  }
}

const foreignStarts = new Set(['SELECT', 'WITH', 'INSERT', 'UPDATE', 'DELETE', 'REPLACE', 'MERGE', '(']);

/** Where what is to be translated begins; null: the statement is ours. */
function foreignFrom(words: readonly string[]): number | null {
  if (words[0] === 'EXPLAIN') {
    let at = 1;
    while (['TRANSLATE', 'ANALYZE', 'VERBOSE'].includes(words[at])) at++;
    if (words[at] === '(') at = words.indexOf(')', at) + 1;
    const inner = foreignFrom(words.slice(at));
    return inner === null ? null : at + inner;
  }
  if (foreignStarts.has(words[0])) return 0;
  if (words[0] !== 'CREATE') return null;
  const kind = words.findIndex(word => word === 'TABLE' || word === 'VIEW');
  if (
    kind < 0 ||
    words.slice(1, kind).some(word => !['OR', 'REPLACE', 'MATERIALIZED', 'TEMPORARY', 'TEMP'].includes(word))
  ) {
    return null;
  }
  const as = words.findIndex((word, i) => word === 'AS' && ['SELECT', 'WITH', '('].includes(words[i + 1]));
  if (as >= 0) return as + 1;
  return words[kind] === 'TABLE' ? 0 : null;
}

/** What stands in front of a query, in our own syntax but for the quotes. */
function prefixText(tokens: readonly ForeignToken[]): string {
  if (tokens.length === 0) return '';
  const placeholders = new Placeholders();
  const texts = tokens.map(token => {
    const text = placeholders.stand(token).replace(/'/g, '');
    return placeholders.textOf(text) ?? text;
  });
  return `${texts.join(' ').replace(/ ?(\.) ?/g, '$1')} `;
}

async function translatedText(tokens: readonly ForeignToken[], dialect: Dialect): Promise<string> {
  const placeholders = new Placeholders();
  const prepared = prepare(tokens, dialect, placeholders);
  const tree = await parsed(prepared, tokens, dialect);
  const text = statementText(new Translation(dialect, placeholders), tree);
  const {lost} = placeholders;
  if (lost !== null) throw notSupported(`what "${lost}" belongs to in this statement (${dialect.title})`);
  return minimal(text, dialect);
}

/** Without the parentheses that say nothing. */
function minimal(text: string, dialect: Dialect): string {
  try {
    return printStatement(parseStatements(text)[0]);
  } catch (error) {
    if (error instanceof SqlError && error.code === '42601') throw notSupported(`this statement (${dialect.title})`);
    throw error;
  }
}

async function parsed(text: string, tokens: readonly ForeignToken[], dialect: Dialect): Promise<Foreign> {
  const parser = await dialect.load();
  try {
    const tree = (parser as {astify(sql: string): unknown}).astify(text);
    const first = Array.isArray(tree) ? (tree as unknown[])[0] : tree;
    if (isForeign(first)) return first;
  } catch (error) {
    throw syntaxError(error, text, tokens, dialect);
  }
  throw notSupported(`this statement (${dialect.title})`);
}

/** The parser says where it stopped in the prepared text: the same word, if it stands once in the user's, is the place. */
function syntaxError(error: unknown, text: string, tokens: readonly ForeignToken[], dialect: Dialect): SqlError {
  const offset = (error as {location?: {start?: {offset?: number}}}).location?.start?.offset;
  if (offset === undefined) return notSupported(`this statement (${dialect.title})`);
  const word = /^[A-Za-z0-9_]+|^\S/.exec(text.slice(offset))?.[0];
  const detail = `The statement is read as ${dialect.title} (sql_dialect).`;
  if (word === undefined) return new SqlError('42601', 'syntax error at end of input', {detail});
  const places = tokens.filter(token => token.text === word);
  const position = places.length === 1 ? places[0].start + 1 : undefined;
  return new SqlError('42601', `syntax error at or near "${word}"`, {detail, position});
}

/** An error of a translated statement: positions in its text are none in the user's. */
export function unplaced(error: unknown): unknown {
  if (!(error instanceof SqlError) || error.fields.position === undefined) return error;
  return new SqlError(error.code, error.message, {...error.fields, position: undefined});
}
