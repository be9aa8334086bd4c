import type {Expression} from '../ast/index.ts';
import type {Cursor} from './cursor.ts';
import {parseExpression} from './expression.ts';
import * as token from './token.ts';

const TIME_WORDS: ReadonlySet<string> = new Set([
  'current_timestamp',
  'current_date',
  'localtimestamp',
  'cast',
  'case',
]);

/**
 * `AS OF time` comes next. `of` is a fine alias in Postgres (`FROM t AS of`), but nothing that begins a value can follow
 * an alias, so what Postgres accepts keeps its meaning.
 */
export function atAsOf(c: Cursor): boolean {
  if (c.word !== 'as' || c.peek() !== 'of') return false;
  const type = c.peekType(2);
  if (type <= token.COLUMN_NAME || (type >= token.STRING && type <= token.PARAMETER)) return true;
  const word = c.peek(2);
  return TIME_WORDS.has(word) || (type === token.OPERATOR && (word === '-' || word === '+'));
}

/** `AS OF time`. */
export function parseAsOfTime(c: Cursor): Expression {
  c.expect('as');
  c.expect('of');
  return parseExpression(c);
}
