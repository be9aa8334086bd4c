import type {Alias, AsOf, DerivedTable, Join, Query, TableExpression, TableRef, TableSample} from '../ast/index.ts';
import {parseQualifiedName} from './names.ts';
import {type Cursor, node} from './cursor.ts';
import {atAsOf, parseAsOfTime} from './as-of.ts';
import {atEmit} from './emit.ts';
import {parseExpression} from './expression.ts';
import {atMatchRecognize, parseMatchRecognize} from './match-recognize.ts';
import {parseArguments} from './primary.ts';
import {atQueryStart, continueQuery, continuesQuery, parseQuery} from './query.ts';
import {parseTableFunction, parseNamedFunction} from './table-function.ts';
import * as token from './token.ts';
import {parseFlinkTable, parseWindowTable} from './window-table.ts';

/** What stands behind FROM. */
export function parseFromList(c: Cursor): readonly TableExpression[] {
  return c.list(parseTableExpression);
}

/** table_ref: a table with the joins behind it. */
export function parseTableExpression(c: Cursor): TableExpression {
  c.enter();
  const {start} = c;
  const result = continueJoins(c, parseTablePrimary(c), start);
  c.leave();
  return result;
}

function continueJoins(c: Cursor, left: TableExpression, start: number): TableExpression {
  for (;;) {
    switch (c.word) {
      case 'cross': {
        c.advance();
        c.expect('join');
        left = makeJoin(c, start, {type: 'cross', left, right: parseTablePrimary(c)});
        break;
      }
      case 'natural': {
        c.advance();
        const type = parseJoinType(c);
        left = makeJoin(c, start, {type, natural: true, left, right: parseTablePrimary(c)});
        break;
      }
      case 'join':
      case 'inner':
      case 'left':
      case 'right':
      case 'full': {
        const type = parseJoinType(c);
        // The right side may be joined itself before its condition comes: a JOIN b JOIN c ON … ON …
        const right = parseTableExpression(c);
        left = finishQualifiedJoin(c, start, type, left, right);
        break;
      }
      default:
        return left;
    }
  }
}

function makeJoin(
  c: Cursor,
  start: number,
  fields: Pick<Join, 'type' | 'left' | 'right'> & Partial<Join>,
): TableExpression {
  return node({
    kind: 'join',
    natural: false,
    on: null,
    using: null,
    usingAlias: null,
    alias: null,
    ...fields,
    span: c.span(start),
  });
}

function parseJoinType(c: Cursor): Join['type'] {
  if (c.accept('join')) return 'inner';
  const type = c.expectOne(['inner', 'left', 'right', 'full']);
  if (type !== 'inner') c.accept('outer');
  c.expect('join');
  return type;
}

function finishQualifiedJoin(
  c: Cursor,
  start: number,
  type: Join['type'],
  left: TableExpression,
  right: TableExpression,
): TableExpression {
  if (c.accept('on')) {
    const on = parseExpression(c);
    return makeJoin(c, start, {type, left, right, on});
  }
  c.expect('using');
  const using = c.names();
  const usingAlias = c.accept('as') ? c.name() : null;
  return makeJoin(c, start, {type, left, right, using, usingAlias});
}

function parseTablePrimary(c: Cursor): TableExpression {
  const {start} = c;
  const table = parseUnmatched(c, start);
  return atMatchRecognize(c) ? parseMatchRecognize(c, table, start) : table;
}

function parseUnmatched(c: Cursor, start: number): TableExpression {
  switch (c.word) {
    case '(':
      return parseParenthesized(c, start);
    case 'lateral':
      c.advance();
      if (c.at('(')) {
        const query = parseParenthesizedQuery(c);
        return finishDerived(c, query, start, true);
      }
      return parseWindowTable(c, start, true) ?? parseTableFunction(c, start, true);
    case 'only':
      return finishTable(c, parseRelation(c), start);
    case 'table':
      if (c.peek() === '(') return parseFlinkTable(c, start);
      break;
  }
  if (c.type <= token.TYPE_OR_FUNCTION) {
    const windowed = parseWindowTable(c, start, false);
    if (windowed) return windowed;
    const called = parseNamedFunction(c, start, false);
    if (called) return called;
    if (c.type === token.TYPE_OR_FUNCTION) return parseTableFunction(c, start, false);
    return finishTable(c, parseRelation(c), start);
  }
  return parseTableFunction(c, start, false);
}

function parseParenthesizedQuery(c: Cursor): Query {
  c.expect('(');
  const query = parseQuery(c);
  c.expect(')');
  return query;
}

/** `(query)`, or `(a JOIN b …)`; two of them nested look alike until the inner one is read. */
function parseParenthesized(c: Cursor, start: number): TableExpression {
  const content = parseParentheses(c);
  if (content.query !== null) return finishDerived(c, content.query, start, false);
  const alias = parseAlias(c);
  if (alias === null) return content.join;
  return node({...content.join, alias, span: c.span(start)});
}

type Parentheses = {readonly query: Query; readonly join: null} | {readonly query: null; readonly join: Join};

function parseParentheses(c: Cursor): Parentheses {
  c.enter();
  c.expect('(');
  const result = parseParenthesesContent(c);
  c.expect(')');
  c.leave();
  return result;
}

function parseParenthesesContent(c: Cursor): Parentheses {
  const {start} = c;
  if (atQueryStart(c)) return {query: parseQuery(c), join: null};
  let table: TableExpression;
  if (c.at('(')) {
    const inner = parseParentheses(c);
    if (inner.query !== null) {
      if (c.at(')') || continuesQuery(c)) return {query: continueQuery(c, inner.query, start), join: null};
      table = finishDerived(c, inner.query, start, false);
    } else {
      const alias = parseAlias(c);
      table = alias === null ? inner.join : node({...inner.join, alias, span: c.span(start)});
      if (alias === null && c.at(')')) return inner;
    }
  } else table = parseTablePrimary(c);
  const joined = continueJoins(c, table, start);
  // Parentheses around a lone table mean nothing to SQL.
  if (joined === table || joined.kind !== 'join') throw c.syntaxError();
  return {query: null, join: joined};
}

function finishDerived(c: Cursor, query: Query, start: number, lateral: boolean): DerivedTable {
  const alias = parseAlias(c);
  return node({kind: 'derived_table', lateral, query, alias, span: c.span(start)});
}

/** relation_expr: `t`, `t *`, `ONLY t`, `ONLY (t)`, without what may follow. */
export function parseRelation(c: Cursor): TableRef {
  const {start} = c;
  const only = c.accept('only');
  const parenthesized = only && c.accept('(');
  const name = parseQualifiedName(c);
  if (parenthesized) c.expect(')');
  else if (!only) c.accept('*');
  return node({kind: 'table_ref', name, only, alias: null, sample: null, asOf: null, span: c.span(start)});
}

function finishTable(c: Cursor, table: TableRef, start: number): TableRef {
  const early = parseAsOf(c);
  const alias = parseAlias(c);
  const sample = c.at('tablesample') ? parseSample(c) : null;
  const asOf = early ?? parseAsOf(c);
  if (alias === null && sample === null && asOf === null) return table;
  return node({...table, alias, sample, asOf, span: c.span(start)});
}

/** `AS OF time`, `FOR SYSTEM_TIME AS OF time`. */
function parseAsOf(c: Cursor): AsOf | null {
  const {start} = c;
  if (c.word === 'for' && c.peek() === 'system_time') {
    c.advance();
    c.advance();
    const time = parseAsOfTime(c);
    return node({kind: 'as_of', syntax: 'for system_time', time, span: c.span(start)});
  }
  if (!atAsOf(c)) return null;
  const time = parseAsOfTime(c);
  return node({kind: 'as_of', syntax: 'as of', time, span: c.span(start)});
}

/** `[AS] name [(columns)]`. */
export function parseAlias(c: Cursor): Alias | null {
  const {start} = c;
  if (c.word === 'as') {
    if (atAsOf(c)) return null;
    c.advance();
  } else if (!atBareAlias(c)) return null;
  const name = c.name();
  const columns = c.optionalNames();
  return node({kind: 'alias', name, columns, span: c.span(start)});
}

export function atBareAlias(c: Cursor): boolean {
  if (!token.isName(c.type)) return false;
  return c.type !== token.IDENT || !(atEmit(c) || atMatchRecognize(c));
}

function parseSample(c: Cursor): TableSample {
  const {start} = c;
  c.expect('tablesample');
  const first = c.type;
  const method = [c.nonReserved()];
  if (c.word !== '.' && !token.isTypeOrFunctionName(first)) throw c.syntaxError();
  while (c.accept('.')) method.push(c.label());
  const args = parseArguments(c);
  let repeatable = null;
  if (c.accept('repeatable')) {
    c.expect('(');
    repeatable = parseExpression(c);
    c.expect(')');
  }
  return node({kind: 'table_sample', method: Object.freeze(method), args, repeatable, span: c.span(start)});
}
