import type {Expression, LockingClause, Query, QueryBody, SetOperation, SortKey, With} from '../ast/index.ts';
import {expressionLocation} from '../ast/location.ts';
import {type Cursor, node, NONE} from './cursor.ts';
import {parseAsOfTime, atAsOf} from './as-of.ts';
import {atLimit, type Limit, parseLimit} from './limit.ts';
import {atLocking, parseLocking} from './locking.ts';
import {parseSelect, parseTable, parseValues} from './select.ts';
import {parseSortClause} from './sort.ts';
import {parseWith} from './with.ts';

/** A query starts `ahead` tokens from here, parentheses apart. */
export function atQueryStart(c: Cursor, ahead = 0): boolean {
  switch (c.peek(ahead)) {
    case 'select':
    case 'with':
    case 'table':
      return true;
    case 'values':
      return c.peek(ahead + 1) === '(';
  }
  return false;
}

/** select_no_parens: a query, which may itself begin with a parenthesised one. */
export function parseQuery(c: Cursor): Query {
  const {start} = c;
  return parseQueryWith(c, c.at('with') ? parseWith(c) : null, start);
}

/** A query whose WITH is read, or absent. */
export function parseQueryWith(c: Cursor, withClause: With | null, start: number): Query {
  c.enter();
  const left = parseSetOperand(c);
  const query = finishQuery(c, parseSetOperations(c, left, start, UNION), withClause, start);
  c.leave();
  return query;
}

/** select_with_parens. */
export function parseSubquery(c: Cursor): Query {
  c.expect('(');
  const query = parseQuery(c);
  c.expect(')');
  return query;
}

/** Something that only a query can be followed by comes next. */
export function continuesQuery(c: Cursor): boolean {
  return levelOf(c.word) > 0 || c.word === 'order' || atLimit(c) || atLocking(c);
}

/** The rest of a query whose first, parenthesised operand is read. */
export function continueQuery(c: Cursor, left: Query, start: number): Query {
  return finishQuery(c, parseSetOperations(c, left, start, UNION), null, start);
}

const UNION = 1;
const INTERSECT = 2;

function levelOf(word: string): number {
  if (word === 'union' || word === 'except') return UNION;
  return word === 'intersect' ? INTERSECT : 0;
}

function parseSetOperations(c: Cursor, left: Query, start: number, min: number): Query {
  for (;;) {
    const level = levelOf(c.word);
    if (level === 0 || level < min) return left;
    const at = c.start;
    const operator = c.take() as SetOperation['operator'];
    const all = c.acceptOne(['all', 'distinct']) === 'all';
    const place = c.start;
    const right = parseSetOperations(c, parseSetOperand(c), place, level + 1);
    const span = c.span(start);
    left = plainQuery(node({kind: 'set_operation', operator, all, left, right, at, span}));
  }
}

function parseSetOperand(c: Cursor): Query {
  switch (c.word) {
    case '(':
      return parseSubquery(c);
    case 'select':
      return plainQuery(parseSelect(c));
    case 'values':
      return plainQuery(parseValues(c));
    case 'table':
      return plainQuery(parseTable(c));
  }
  throw c.syntaxError();
}

function plainQuery(body: QueryBody): Query {
  return node({
    kind: 'query',
    with: null,
    body,
    orderBy: NONE,
    limit: null,
    withTies: false,
    offset: null,
    locking: NONE,
    asOf: null,
    span: body.span,
  });
}

/** ORDER BY, LIMIT and their kin; they join those of a parenthesised query, each at most once in all. */
function finishQuery(c: Cursor, query: Query, withClause: With | null, start: number): Query {
  const orderBy = parseSortClause(c);
  let locking = parseLocking(c);
  const limit = parseLimit(c);
  if (limit !== null && locking.length === 0) locking = parseLocking(c);
  const asOf = atAsOf(c) ? parseAsOfTime(c) : null;
  const added = orderBy.length > 0 || locking.length > 0 || limit !== null || withClause !== null || asOf !== null;
  if (!added) return query;
  return merge(c, query, {orderBy, locking, limit, withClause, asOf}, start);
}

type Clauses = {
  readonly orderBy: readonly SortKey[];
  readonly locking: readonly LockingClause[];
  readonly limit: Limit | null;
  readonly withClause: With | null;
  readonly asOf: Expression | null;
};

function merge(c: Cursor, query: Query, clauses: Clauses, start: number): Query {
  const {limit, withClause} = clauses;
  if (query.orderBy.length > 0 && clauses.orderBy.length > 0) {
    throw c.errorAt(expressionLocation(clauses.orderBy[0].expression), 'multiple ORDER BY clauses not allowed');
  }
  const orderBy = clauses.orderBy.length > 0 ? clauses.orderBy : query.orderBy;
  const locking = Object.freeze([...query.locking, ...clauses.locking]);
  if (limit !== null) checkLimit(c, query, limit, orderBy, locking);
  if (withClause !== null && query.with !== null) {
    throw c.errorAt(withClause.span.start, 'multiple WITH clauses not allowed');
  }
  return node({
    kind: 'query',
    with: withClause ?? query.with,
    body: query.body,
    orderBy,
    limit: limit?.count ?? query.limit,
    withTies: (limit?.withTies ?? false) || query.withTies,
    offset: limit?.offset ?? query.offset,
    locking,
    asOf: clauses.asOf ?? query.asOf,
    span: c.span(start),
  });
}

function checkLimit(
  c: Cursor,
  query: Query,
  limit: Limit,
  orderBy: readonly SortKey[],
  locking: readonly LockingClause[],
): void {
  if (limit.offset !== null && query.offset !== null) {
    throw c.errorAt(limit.offsetAt, 'multiple OFFSET clauses not allowed');
  }
  if (limit.count !== null && query.limit !== null) {
    throw c.errorAt(limit.countAt, 'multiple LIMIT clauses not allowed');
  }
  if (!limit.withTies) return;
  if (orderBy.length === 0) {
    throw c.errorAt(limit.tiesAt, 'WITH TIES cannot be specified without ORDER BY clause');
  }
  if (locking.some(clause => clause.wait === 'skip locked')) {
    throw c.errorAt(limit.tiesAt, 'SKIP LOCKED and WITH TIES options cannot be used together');
  }
}
