import type {Operator, SortKey} from '../ast/index.ts';
import {type Cursor, node, NONE} from './cursor.ts';
import {parseExpression, parseQualifiedOperator, plainOperator} from './expression.ts';
import * as token from './token.ts';

/** `ORDER BY …`, or nothing. */
export function parseSortClause(c: Cursor): readonly SortKey[] {
  if (!c.accept('order')) return NONE;
  c.expect('by');
  return c.list(parseSortKey);
}

function parseSortKey(c: Cursor): SortKey {
  const {start} = c;
  const expression = parseExpression(c);
  let using: Operator | null = null;
  let direction: SortKey['direction'] = 'default';
  if (c.accept('using')) {
    using = parseSortOperator(c);
    direction = 'using';
  } else direction = parseDirection(c);
  const nulls = parseNulls(c);
  return node({kind: 'sort_key', expression, direction, using, nulls, span: c.span(start)});
}

/** qual_all_Op. */
function parseSortOperator(c: Cursor): Operator {
  if (c.at('operator')) return parseQualifiedOperator(c);
  if (c.type !== token.OPERATOR) throw c.syntaxError();
  return plainOperator(c.take());
}

export function parseDirection(c: Cursor): 'default' | 'asc' | 'desc' {
  return c.acceptOne(['asc', 'desc']) ?? 'default';
}

export function parseNulls(c: Cursor): 'default' | 'first' | 'last' {
  if (!c.at('nulls')) return 'default';
  if (c.peek() !== 'first' && c.peek() !== 'last') return 'default';
  c.advance();
  return c.expectOne(['first', 'last']);
}
