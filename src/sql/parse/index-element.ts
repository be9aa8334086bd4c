import type {Expression, IndexElement} from '../ast/index.ts';
import {type Cursor, node, NONE} from './cursor.ts';
import {parseExpression} from './expression.ts';
import {parseApplication} from './function-call.ts';
import {parseDirection, parseNulls} from './sort.ts';
import {parseSpecialFunction} from './special-functions.ts';
import {parseRelationOptions} from './storage-options.ts';
import * as token from './token.ts';

/** An item of an index or of a conflict target: a column, a function's call, or an expression in parentheses. */
export function parseIndexElement(c: Cursor): IndexElement {
  const {start} = c;
  const expression = parseIndexExpression(c, start);
  const collation = c.accept('collate') ? c.anyName() : null;
  let operatorClass: readonly string[] | null = null;
  let operatorClassOptions: IndexElement['operatorClassOptions'] = NONE;
  if (token.isName(c.type)) {
    operatorClass = c.anyName();
    if (c.at('(')) operatorClassOptions = parseRelationOptions(c);
  }
  const direction = parseDirection(c);
  const nulls = parseNulls(c);
  return node({
    kind: 'index_element',
    expression,
    collation,
    operatorClass,
    operatorClassOptions,
    direction,
    nulls,
    span: c.span(start),
  });
}

function parseIndexExpression(c: Cursor, start: number): Expression {
  if (c.accept('(')) {
    const expression = parseExpression(c);
    c.expect(')');
    return expression;
  }
  const special = c.type >= token.COLUMN_NAME ? parseSpecialFunction(c) : null;
  if (special) return special;
  const first = c.type;
  const name = [c.nonReserved()];
  if (c.at('.')) {
    while (c.accept('.')) name.push(c.label());
    return parseApplication(c, name, start);
  }
  if (c.at('(') && token.isTypeOrFunctionName(first)) return parseApplication(c, name, start);
  if (!token.isName(first)) throw c.syntaxError();
  return node({kind: 'column_ref', path: Object.freeze(name), star: false, span: c.span(start)});
}
