import type {
  Alias,
  Expression,
  FunctionColumn,
  TableExpression,
  TableFunction,
  TableFunctionItem,
} from '../ast/index.ts';
import {type Cursor, node, NONE} from './cursor.ts';
import {atBareAlias} from './from.ts';
import {parseApplication} from './function-call.ts';
import {parseJsonTable} from './json-table.ts';
import {parseSpecialFunction} from './special-functions.ts';
import * as token from './token.ts';
import {parseTypeName} from './type-name.ts';
import {parseXmlTable} from './xml-table.ts';

/** A function in FROM; an error when none stands here. */
export function parseTableFunction(c: Cursor, start: number, lateral: boolean): TableExpression {
  const named = c.type <= token.TYPE_OR_FUNCTION ? parseNamedFunction(c, start, lateral) : null;
  if (named) return named;
  if (c.type <= token.TYPE_OR_FUNCTION) {
    // A name alone: what is missing is its parenthesis.
    const first = c.type;
    c.nonReserved();
    while (token.isName(first) && c.accept('.')) c.label();
    throw c.syntaxError();
  }
  const call = parseSpecialFunction(c);
  if (call === null) throw c.syntaxError();
  return finishFunction(c, [plainItem(call)], start, lateral, false);
}

/** A function whose first word may be a table's name too; null, with nothing consumed, when it is one. */
export function parseNamedFunction(c: Cursor, start: number, lateral: boolean): TableExpression | null {
  if (c.atPair('rows', 'from')) return parseRowsFrom(c, start, lateral);
  if (c.atPair('xmltable', '(')) return parseXmlTable(c, start, lateral);
  if (c.atPair('json_table', '(')) return parseJsonTable(c, start, lateral);
  const call = parseCall(c);
  return call === null ? null : finishFunction(c, [plainItem(call)], start, lateral, false);
}

/** func_expr_windowless; null when a plain name stands here. */
function parseCall(c: Cursor): Expression | null {
  const special = c.type >= token.COLUMN_NAME ? parseSpecialFunction(c) : null;
  if (special) return special;
  let ahead = 1;
  while (c.peek(ahead) === '.' && token.isLabel(c.peekType(ahead + 1))) ahead += 2;
  if (c.peek(ahead) !== '(') return null;
  if (ahead === 1 ? !token.isTypeOrFunctionName(c.type) : !token.isName(c.type)) return null;
  const {start} = c;
  const name = [c.take()];
  while (c.accept('.')) name.push(c.label());
  return parseApplication(c, name, start);
}

function plainItem(call: Expression): TableFunctionItem {
  return node({kind: 'table_function_item', call, columns: NONE, span: call.span});
}

function parseRowsFrom(c: Cursor, start: number, lateral: boolean): TableExpression {
  c.advance();
  c.advance();
  c.expect('(');
  const items = c.list(parseRowsFromItem);
  c.expect(')');
  return finishFunction(c, items, start, lateral, true);
}

function parseRowsFromItem(c: Cursor): TableFunctionItem {
  const {start} = c;
  const call = c.type <= token.RESERVED ? parseCall(c) : null;
  if (call === null) {
    if (token.isNonReserved(c.type)) {
      c.advance();
      while (c.accept('.')) c.label();
    }
    throw c.syntaxError();
  }
  let columns: readonly FunctionColumn[] = NONE;
  if (c.accept('as')) {
    c.expect('(');
    columns = parseColumnList(c);
    c.expect(')');
  }
  return node({kind: 'table_function_item', call, columns, span: c.span(start)});
}

function finishFunction(
  c: Cursor,
  functions: readonly TableFunctionItem[],
  start: number,
  lateral: boolean,
  rowsFrom: boolean,
): TableFunction {
  const ordinality = c.at('with') && (c.peek() === 'ordinality' || c.peek() === 'time');
  if (ordinality) {
    c.advance();
    c.expect('ordinality');
  }
  const {alias, columns} = parseFunctionAlias(c);
  return node({
    kind: 'table_function',
    lateral,
    rowsFrom,
    functions: Object.freeze(functions),
    ordinality,
    alias,
    columns,
    span: c.span(start),
  });
}

/** `AS t (a, b)`, `AS t (a int, b text)`, `AS (a int)`. */
function parseFunctionAlias(c: Cursor): {alias: Alias | null; columns: readonly FunctionColumn[]} {
  const {start} = c;
  if (c.accept('as')) {
    if (c.accept('(')) {
      const columns = parseColumnList(c);
      c.expect(')');
      return {alias: null, columns};
    }
  } else if (!atBareAlias(c)) return {alias: null, columns: NONE};
  const name = c.name();
  const end = c.previousEnd;
  if (!c.at('(')) return {alias: node({kind: 'alias', name, columns: NONE, span: c.span(start)}), columns: NONE};
  const next = c.peek(2);
  if (next === ',' || next === ')') {
    const columns = c.names();
    return {alias: node({kind: 'alias', name, columns, span: c.span(start)}), columns: NONE};
  }
  c.expect('(');
  const columns = parseColumnList(c);
  c.expect(')');
  return {alias: node({kind: 'alias', name, columns: NONE, span: {start, end}}), columns};
}

function parseColumnList(c: Cursor): readonly FunctionColumn[] {
  return c.list(() => {
    const {start} = c;
    const name = c.name();
    const type = parseTypeName(c);
    const collation = c.accept('collate') ? c.anyName() : null;
    return node({kind: 'function_column' as const, name, type, collation, span: c.span(start)});
  });
}
