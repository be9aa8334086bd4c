import type {Expression, FunctionCall, NamedArgument, SortKey, TypeName, WindowName, WindowSpec} from '../ast/index.ts';
import {type Cursor, node, NONE} from './cursor.ts';
import {parseExpression} from './expression.ts';
import {castString} from './primary.ts';
import {parseSortClause} from './sort.ts';
import * as token from './token.ts';
import {parseWindowSpec} from './window.ts';

/** A call of the function whose name is read, or `typename(3) '…'`, which only what follows tells from it. */
export function parseFunctionCall(c: Cursor, name: readonly string[], start: number): Expression {
  c.enter();
  const application = parseApplication(c, name, start);
  c.leave();
  if (c.type === token.STRING) return parseTypedLiteral(c, application);
  return finishCall(c, application);
}

/** func_application: the name's parentheses, without FILTER and OVER. */
export function parseApplication(c: Cursor, name: readonly string[], start: number): FunctionCall {
  c.expect('(');
  let args: readonly (Expression | NamedArgument)[] = NONE;
  let star = false;
  let distinct = false;
  let variadic = false;
  let orderBy: readonly SortKey[] = NONE;
  if (c.at('*')) {
    c.advance();
    star = true;
  } else if (!c.at(')')) {
    const quantified = c.at('distinct') || c.at('all');
    if (quantified) distinct = c.take() === 'distinct';
    const list: (Expression | NamedArgument)[] = [];
    do {
      if (c.at('variadic') && !quantified) {
        c.advance();
        variadic = true;
      }
      list.push(parseArgument(c));
    } while (!variadic && c.accept(','));
    args = Object.freeze(list);
    orderBy = parseSortClause(c);
  }
  c.expect(')');
  return node({
    kind: 'function_call',
    name: Object.freeze(name),
    args,
    star,
    distinct,
    variadic,
    orderBy,
    withinGroup: false,
    filter: null,
    over: null,
    sqlSyntax: false,
    at: start,
    span: c.span(start),
  });
}

function parseArgument(c: Cursor): Expression | NamedArgument {
  const next = c.peek();
  if ((next === '=>' || next === ':=') && token.isTypeOrFunctionName(c.type)) {
    const {start} = c;
    const name = c.take();
    c.advance();
    const value = parseExpression(c);
    return node({kind: 'named_argument', name, value, span: c.span(start)});
  }
  return parseExpression(c);
}

function parseTypedLiteral(c: Cursor, call: FunctionCall): Expression {
  if (call.args.length === 0 || call.star || call.distinct || call.variadic) throw c.syntaxError();
  const place = call.span.start;
  const modifiers: Expression[] = [];
  for (const arg of call.args) {
    if (arg.kind === 'named_argument') {
      throw c.errorAt(arg.span.start, 'type modifier cannot have parameter name');
    }
    modifiers.push(arg);
  }
  if (call.orderBy.length > 0) {
    throw c.errorAt(wordBefore(c, call.orderBy[0].span.start), 'type modifier cannot have ORDER BY');
  }
  const type: TypeName = node({
    kind: 'type_name',
    names: call.name,
    modifiers: Object.freeze(modifiers),
    intervalFields: null,
    arrayBounds: NONE,
    setof: false,
    struct: null,
    span: call.span,
  });
  return castString(c, type, place);
}

/** Where the `ORDER BY` stands whose first key starts at `offset`. */
function wordBefore(c: Cursor, offset: number): number {
  return c.sql.slice(0, offset).toLowerCase().lastIndexOf('order');
}

function finishCall(c: Cursor, call: FunctionCall): FunctionCall {
  if (!token.isLabel(c.type)) return call;
  let {orderBy, withinGroup} = call;
  const at = c.start;
  if (c.accept('within')) {
    c.expect('group');
    c.expect('(');
    if (!c.at('order')) throw c.syntaxError();
    orderBy = parseSortClause(c);
    c.expect(')');
    withinGroup = true;
  }
  const filter = parseFilter(c);
  const over = parseOver(c);
  if (withinGroup) checkWithinGroup(c, call, at);
  if (!withinGroup && filter === null && over === null) return call;
  return node({...call, orderBy, withinGroup, filter, over, span: c.span(call.span.start)});
}

function checkWithinGroup(c: Cursor, call: FunctionCall, at: number): void {
  if (call.orderBy.length > 0) throw c.errorAt(at, 'cannot use multiple ORDER BY clauses with WITHIN GROUP');
  if (call.distinct) throw c.errorAt(at, 'cannot use DISTINCT with WITHIN GROUP');
  if (call.variadic) throw c.errorAt(at, 'cannot use VARIADIC with WITHIN GROUP');
}

export function parseFilter(c: Cursor): Expression | null {
  if (!c.accept('filter')) return null;
  c.expect('(');
  c.expect('where');
  const filter = parseExpression(c);
  c.expect(')');
  return filter;
}

export function parseOver(c: Cursor): WindowSpec | WindowName | null {
  if (!c.accept('over')) return null;
  if (c.at('(')) return parseWindowSpec(c);
  const {start} = c;
  const name = c.name();
  return node({kind: 'window_name', name, span: c.span(start)});
}
