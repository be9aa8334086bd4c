import type {
  CommonTable,
  CycleClause,
  Delete,
  Expression,
  Insert,
  Merge,
  Query,
  RecursionLimit,
  SearchClause,
  TypeName,
  Update,
  With,
} from '../ast/index.ts';
import {type Cursor, node, NONE} from './cursor.ts';
import {parseDelete, parseInsert, parseMerge, parseUpdate} from './dml.ts';
import {parsePrimary} from './primary.ts';
import {parseQueryWith} from './query.ts';
import * as token from './token.ts';
import {parseTypeName} from './type-name.ts';

/** `WITH [RECURSIVE | MUTUALLY RECURSIVE] …`. */
export function parseWith(c: Cursor): With {
  const {start} = c;
  c.expect('with');
  let recursion: With['recursion'] = 'none';
  let limit: With['limit'] = null;
  if (c.type === token.IDENT && c.atPair('mutually', 'recursive')) {
    c.advance();
    c.advance();
    recursion = 'mutual';
    if (c.at('(')) limit = parseRecursionLimit(c);
  } else if (c.at('recursive') && c.peek() !== 'as' && c.peek() !== '(') {
    c.advance();
    recursion = 'recursive';
  }
  const parts = c.list(inner => parseCommonTable(inner, recursion === 'mutual'));
  return node({kind: 'with', recursion, limit, parts, span: c.span(start)});
}

/** `([RETURN AT | ERROR AT] RECURSION LIMIT n)`. */
function parseRecursionLimit(c: Cursor): RecursionLimit {
  c.expect('(');
  const {start} = c;
  const word = c.word === 'return' || c.word === 'error' ? c.word : null;
  if (word !== null) {
    c.advance();
    c.expect('at');
  }
  c.expect('recursion');
  c.expect('limit');
  if (c.type !== token.INTEGER) throw c.syntaxError();
  const iterations = c.take();
  const limit = node({kind: 'recursion_limit', iterations, at: word ?? 'error', span: c.span(start)} as const);
  c.expect(')');
  return limit;
}

function parseCommonTable(c: Cursor, typed: boolean): CommonTable {
  const {start} = c;
  const name = c.name();
  const [columns, columnTypes] = typed ? parseTypedColumns(c) : [c.optionalNames(), NONE];
  c.expect('as');
  const materialized = parseMaterialized(c);
  c.expect('(');
  c.enter();
  const statement = parsePreparable(c);
  c.leave();
  c.expect(')');
  const search = c.at('search') ? parseSearch(c) : null;
  const cycle = c.at('cycle') ? parseCycle(c) : null;
  return node({
    kind: 'common_table',
    name,
    columns,
    columnTypes,
    materialized,
    statement,
    search,
    cycle,
    span: c.span(start),
  });
}

function parseTypedColumns(c: Cursor): [readonly string[], readonly TypeName[]] {
  const columns: string[] = [];
  const types: TypeName[] = [];
  c.expect('(');
  do {
    columns.push(c.name());
    types.push(parseTypeName(c));
  } while (c.accept(','));
  c.expect(')');
  return [Object.freeze(columns), Object.freeze(types)];
}

function parseMaterialized(c: Cursor): CommonTable['materialized'] {
  if (c.accept('materialized')) return 'always';
  if (!c.accept('not')) return 'default';
  c.expect('materialized');
  return 'never';
}

/** PreparableStmt: a query or a data change, with or without WITH. */
export function parsePreparable(c: Cursor): Query | Insert | Update | Delete | Merge {
  const {start} = c;
  const withClause = c.at('with') ? parseWith(c) : null;
  switch (c.word) {
    case 'insert':
      return parseInsert(c, withClause, start);
    case 'update':
      return parseUpdate(c, withClause, start);
    case 'delete':
      return parseDelete(c, withClause, start);
    case 'merge':
      return parseMerge(c, withClause, start);
  }
  return parseQueryWith(c, withClause, start);
}

function parseSearch(c: Cursor): SearchClause {
  const {start} = c;
  c.expect('search');
  const order = c.expectOne(['depth', 'breadth']);
  c.expect('first');
  c.expect('by');
  const by = c.list(inner => inner.name());
  c.expect('set');
  const set = c.name();
  return node({kind: 'search', order, by, set, span: c.span(start)});
}

function parseCycle(c: Cursor): CycleClause {
  const {start} = c;
  c.expect('cycle');
  const columns = c.list(inner => inner.name());
  c.expect('set');
  const set = c.name();
  const place = {start: c.start, end: c.start};
  let to: Expression = node({kind: 'boolean', value: true, span: place});
  let otherwise: Expression = node({kind: 'boolean', value: false, span: place});
  if (c.accept('to')) {
    to = parseConstant(c);
    c.expect('default');
    otherwise = parseConstant(c);
  }
  c.expect('using');
  const using = c.name();
  return node({kind: 'cycle', columns, set, to, default: otherwise, using, span: c.span(start)});
}

/** AexprConst: a literal, plain or typed. */
function parseConstant(c: Cursor): Expression {
  const value = parsePrimary(c, true);
  switch (value.kind) {
    case 'integer':
    case 'numeric':
    case 'string':
    case 'bit_string':
    case 'boolean':
    case 'null':
      return value;
    case 'cast':
      if (value.operand.kind === 'string') return value;
  }
  throw c.syntaxError();
}
