import type {Expression, Query} from '../ast/index.ts';
import type {Cursor} from './cursor.ts';
import {node, NONE} from './cursor.ts';
import {continueExpression, parseExpression} from './expression.ts';
import {parseIndirection} from './indirection.ts';
import {finishRow} from './primary.ts';
import {atQueryStart, continueQuery, continuesQuery, parseQuery} from './query.ts';

/** What parentheses hold: a query, or one or more expressions. */
type Parenthesized =
  | {readonly query: Query; readonly items: readonly never[]}
  | {readonly query: null; readonly items: readonly Expression[]};

/**
 * `( … )` where a query or a list of expressions may stand; `((SELECT 1) UNION …)` and `((SELECT 1) + 2)` show that
 * only what follows the inner parenthesis tells. `single`: a second expression is a syntax error.
 */
export function parseSubqueryOrList(c: Cursor, single: boolean): Parenthesized {
  c.enter();
  c.expect('(');
  const content = parseContent(c, single);
  c.expect(')');
  c.leave();
  return content;
}

function parseContent(c: Cursor, single: boolean): Parenthesized {
  if (atQueryStart(c)) return {query: parseQuery(c), items: NONE};
  if (!c.at('(') || !opensQuery(c)) return parseItems(c, parseExpression(c), single);
  const {start} = c;
  const inner = parseSubqueryOrList(c, false);
  if (inner.query !== null && (c.at(')') || continuesQuery(c))) {
    return {query: continueQuery(c, inner.query, start), items: NONE};
  }
  const first = continueExpression(c, finishParenthesized(c, inner, start, false), start);
  return parseItems(c, first, single);
}

function parseItems(c: Cursor, first: Expression, single: boolean): Parenthesized {
  if (single || c.word !== ',') return {query: null, items: [first]};
  const items = [first];
  while (c.accept(',')) items.push(parseExpression(c));
  return {query: null, items: Object.freeze(items)};
}

/** The operand that closed parentheses make, with `.field` and `[subscript]` behind them. */
export function finishParenthesized(c: Cursor, content: Parenthesized, start: number, restricted: boolean): Expression {
  if (content.query !== null) {
    const subquery: Expression = node({kind: 'subquery', query: content.query, span: c.span(start)});
    return parseIndirection(c, subquery, start);
  }
  if (content.items.length === 1) return parseIndirection(c, content.items[0], start);
  const row = node({kind: 'row' as const, items: content.items, explicit: false, span: c.span(start)});
  return restricted ? row : finishRow(c, row, start);
}

/** Some number of parentheses, then a query. */
function opensQuery(c: Cursor): boolean {
  let ahead = 1;
  while (c.peek(ahead) === '(') ahead++;
  return atQueryStart(c, ahead);
}
