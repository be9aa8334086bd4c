import type {CaseWhen, Expression, IndirectionStep, Query, RowExpression} from '../ast/index.ts';
import {type Cursor, node, NONE} from './cursor.ts';
import {parseExpression, parseExpressionList, sqlCall} from './expression.ts';
import {parseFunctionCall} from './function-call.ts';
import {parseIndirection, parseSteps} from './indirection.ts';
import {finishParenthesized, parseSubqueryOrList} from './parenthesis.ts';
import {parseSubquery} from './query.ts';
import {parseSpecialFunction} from './special-functions.ts';
import * as token from './token.ts';
import {parseTypedLiteral} from './typed-literal.ts';

/** c_expr: an operand without operators. */
export function parsePrimary(c: Cursor, restricted: boolean): Expression {
  const {start} = c;
  switch (c.type) {
    case token.QUOTED:
    case token.IDENT:
      return parseNamed(c, start);
    case token.UNRESERVED:
    case token.COLUMN_NAME:
    case token.TYPE_OR_FUNCTION:
      return parseWord(c, start, restricted);
    case token.RESERVED:
      return parseReserved(c, start, restricted);
    case token.STRING:
      return node({kind: 'string', value: c.take(), span: c.span(start)});
    case token.INTEGER:
    case token.BIG_INTEGER:
      return node({kind: 'integer', text: c.take(), span: c.span(start)});
    case token.NUMERIC:
      return node({kind: 'numeric', text: c.take(), span: c.span(start)});
    case token.BITS:
      return node({kind: 'bit_string', base: 'b', digits: c.take(), span: c.span(start)});
    case token.HEX_BITS:
      return node({kind: 'bit_string', base: 'x', digits: c.take(), span: c.span(start)});
    case token.PARAMETER: {
      const parameter: Expression = node({kind: 'parameter', index: Number(c.take()), span: c.span(start)});
      return parseIndirection(c, parameter, start);
    }
    case token.PUNCTUATION:
      if (c.word === '(') return finishParenthesized(c, parseSubqueryOrList(c, false), start, restricted);
  }
  throw c.syntaxError();
}

/** An operand that begins with a keyword which may also be a name. */
function parseWord(c: Cursor, start: number, restricted: boolean): Expression {
  if (c.peek() === '(') {
    switch (c.word) {
      case 'exists':
        c.advance();
        return node({kind: 'exists', query: parseSubquery(c), span: c.span(start)});
      case 'row':
        return parseExplicitRow(c, start, restricted);
      case 'grouping': {
        c.advance();
        const args = parseArguments(c);
        return node({kind: 'grouping', args, span: c.span(start)});
      }
    }
    const special = parseSpecialFunction(c);
    if (special) return special;
  }
  return parseTypedLiteral(c) ?? parseSpecialFunction(c) ?? parseNamed(c, start);
}

function parseReserved(c: Cursor, start: number, restricted: boolean): Expression {
  switch (c.word) {
    case 'null':
      c.advance();
      return node({kind: 'null', span: c.span(start)});
    case 'true':
    case 'false': {
      const value = c.take() === 'true';
      return node({kind: 'boolean', value, span: c.span(start)});
    }
    case 'default':
      if (restricted) break;
      c.advance();
      return node({kind: 'default', span: c.span(start)});
    case 'case':
      return parseCase(c, start);
    case 'array':
      return parseArray(c, start);
    case 'unique':
      if (restricted) break;
      c.advance();
      if (c.accept('nulls')) {
        c.accept('not');
        c.expect('distinct');
      }
      parseSubquery(c);
      throw c.errorAt(start, 'UNIQUE predicate is not yet implemented', '0A000');
  }
  const special = parseSpecialFunction(c);
  if (special) return special;
  throw c.syntaxError();
}

/** A column, a call, or a literal of a type named here: `a.b`, `f(…)`, `mytype '…'`. */
function parseNamed(c: Cursor, start: number): Expression {
  const first = c.type;
  const name = c.take();
  if (c.type === token.PUNCTUATION) {
    if (c.word === '.' || c.word === '[') return parseDotted(c, name, first, start);
    if (c.word === '(' && token.isTypeOrFunctionName(first)) return parseFunctionCall(c, [name], start);
  } else if (c.type === token.STRING && token.isTypeOrFunctionName(first)) {
    return typedString(c, Object.freeze([name]), start);
  }
  if (!token.isName(first)) throw c.syntaxError();
  return node({kind: 'column_ref', path: Object.freeze([name]), star: false, span: c.span(start)});
}

function parseDotted(c: Cursor, name: string, first: token.TokenType, start: number): Expression {
  if (!token.isName(first)) throw c.syntaxError();
  const path = [name];
  let end = c.previousEnd;
  while (c.word === '.') {
    if (c.peek() === '*') {
      c.advance();
      c.advance();
      if (c.word === '.' || c.word === '[') {
        parseSteps(c);
        throw c.errorHere('improper use of "*"');
      }
      if (c.word === '(') throw c.syntaxError();
      return node({kind: 'column_ref', path: Object.freeze(path), star: true, span: c.span(start)});
    }
    c.advance();
    path.push(c.label());
    end = c.previousEnd;
  }
  if (c.word === '(') return parseFunctionCall(c, path, start);
  if (c.type === token.STRING) return typedString(c, Object.freeze(path), start);
  const column: Expression = node({kind: 'column_ref', path: Object.freeze(path), star: false, span: {start, end}});
  if (c.word !== '[') return column;
  const steps: readonly IndirectionStep[] = parseSteps(c);
  return node({kind: 'indirection', base: column, steps, span: c.span(start)});
}

function typedString(c: Cursor, names: readonly string[], start: number): Expression {
  const type = node({
    kind: 'type_name' as const,
    names,
    modifiers: NONE,
    intervalFields: null,
    arrayBounds: NONE,
    setof: false,
    struct: null,
    span: c.span(start),
  });
  return castString(c, type, start);
}

/** The string behind a type's name. */
export function castString(c: Cursor, type: Extract<Expression, {kind: 'cast'}>['type'], start: number): Expression {
  const place = c.start;
  const value = c.string();
  const operand: Expression = node({kind: 'string', value, span: c.span(place)});
  return node({kind: 'cast', operand, type, at: start, span: c.span(start)});
}

function parseCase(c: Cursor, start: number): Expression {
  c.advance();
  const operand = c.at('when') ? null : parseExpression(c);
  const whens: CaseWhen[] = [];
  do {
    const place = c.start;
    c.expect('when');
    const condition = parseExpression(c);
    c.expect('then');
    const result = parseExpression(c);
    whens.push(node({kind: 'when', condition, result, span: c.span(place)}));
  } while (c.at('when'));
  const otherwise = c.accept('else') ? parseExpression(c) : null;
  c.expect('end');
  return node({kind: 'case', operand, whens: Object.freeze(whens), otherwise, span: c.span(start)});
}

function parseArray(c: Cursor, start: number): Expression {
  c.advance();
  if (c.at('(')) {
    const query: Query = parseSubquery(c);
    return node({kind: 'array_subquery', query, span: c.span(start)});
  }
  return parseArrayItems(c, start);
}

/** `[a, b]`, `[[a], [b]]`: within one pair of brackets either all rows or all values. */
function parseArrayItems(c: Cursor, start: number): Expression {
  c.enter();
  c.expect('[');
  let items: readonly Expression[] = NONE;
  if (c.at('[')) items = c.list(inner => parseArrayItems(inner, inner.start));
  else if (!c.at(']')) items = parseExpressionList(c);
  c.expect(']');
  c.leave();
  return node({kind: 'array', items, span: c.span(start)});
}

/** `(a, b)`, at least one. */
export function parseArguments(c: Cursor): readonly Expression[] {
  c.expect('(');
  const args = parseExpressionList(c);
  c.expect(')');
  return args;
}

function parseExplicitRow(c: Cursor, start: number, restricted: boolean): Expression {
  const row = explicitRow(c, start);
  return restricted ? row : finishRow(c, row, start);
}

function explicitRow(c: Cursor, start: number): RowExpression {
  c.expect('row');
  c.expect('(');
  const items = c.at(')') ? NONE : parseExpressionList(c);
  c.expect(')');
  return node({kind: 'row', items, explicit: true, span: c.span(start)});
}

/** A row may be the left side of OVERLAPS; nothing else may follow it that a row does not share with other operands. */
export function finishRow(c: Cursor, row: RowExpression, start: number): Expression {
  if (c.word !== 'overlaps') return row;
  const at = c.start;
  c.advance();
  const place = c.start;
  const right = parseOverlapsRow(c, place);
  if (row.items.length !== 2) {
    throw c.errorAt(start, 'wrong number of parameters on left side of OVERLAPS expression');
  }
  if (right.items.length !== 2) {
    throw c.errorAt(place, 'wrong number of parameters on right side of OVERLAPS expression');
  }
  return sqlCall(c, 'overlaps', [...row.items, ...right.items], start, at);
}

function parseOverlapsRow(c: Cursor, start: number): RowExpression {
  if (c.at('row')) return explicitRow(c, start);
  c.expect('(');
  const items = [parseExpression(c)];
  c.expect(',');
  do items.push(parseExpression(c));
  while (c.accept(','));
  c.expect(')');
  return node({kind: 'row', items: Object.freeze(items), explicit: false, span: c.span(start)});
}
