import type {Expression, FunctionCall, IsDistinctExpression, Operator} from '../ast/index.ts';
import {type Cursor, node, NONE} from './cursor.ts';
import {parseSubqueryOrList} from './parenthesis.ts';
import {finishRow, parsePrimary} from './primary.ts';
import * as token from './token.ts';
import {parseTypeName} from './type-name.ts';
import {parseIsJson} from './sql-json.ts';

/** Binding powers, loosest first (manual, 4.1.6, and the grammar's own table where that is silent). */
const OR = 1;
const AND = 2;
const NOT = 3;
const IS = 4;
const COMPARISON = 5;
const MATCH = 6; // BETWEEN, IN, LIKE, ILIKE, SIMILAR
const ANY_OPERATOR = 10;
const SUM = 11;
const PRODUCT = 12;
const POWER = 13;
const AT = 14;
const COLLATE = 15;
const SIGN = 16;
const CAST = 18;

const LEVELS: ReadonlyMap<string, number> = new Map([
  ...['<', '>', '=', '<=', '>=', '<>'].map(sign => [sign, COMPARISON] as const),
  ...['+', '-'].map(sign => [sign, SUM] as const),
  ...['*', '/', '%'].map(sign => [sign, PRODUCT] as const),
  ['^', POWER] as const,
]);

export function levelOfOperator(sign: string): number {
  return LEVELS.get(sign) ?? ANY_OPERATOR;
}

/** What may end an expression though it could go on with it: only its outermost level asks. */
type Ending = 'none' | 'label' | 'similar';

/** a_expr: any expression. */
export function parseExpression(c: Cursor): Expression {
  return parseOperand(c, OR, false);
}

/**
 * b_expr: an expression without AND, OR, NOT, LIKE, IN, BETWEEN, IS NULL, COLLATE and AT outside parentheses, for
 * places where one of those words goes on differently.
 */
export function parseRestricted(c: Cursor): Expression {
  return parseOperand(c, OR, true);
}

/** An item of a select list: an operator's word may be its label (`SELECT 1 between FROM t`). */
export function parseTargetExpression(c: Cursor): Expression {
  c.enter();
  const {start} = c;
  const result = continueOperators(c, parsePrefix(c, false), start, OR, false, 'label');
  c.leave();
  return result;
}

/** The first argument of SUBSTRING, which a bare SIMILAR may follow: `SUBSTRING(a SIMILAR pattern ESCAPE e)`. */
export function parseBeforeSimilar(c: Cursor): Expression {
  c.enter();
  const {start} = c;
  const result = continueOperators(c, parsePrefix(c, false), start, OR, false, 'similar');
  c.leave();
  return result;
}

export function parseExpressionList(c: Cursor): readonly Expression[] {
  return c.list(parseExpression);
}

function parseOperand(c: Cursor, min: number, restricted: boolean): Expression {
  c.enter();
  const {start} = c;
  const result = continueOperators(c, parsePrefix(c, restricted), start, min, restricted, 'none');
  c.leave();
  return result;
}

/**
 * An expression, or an operand without operators if one of the words follows it: `OFFSET (1 + 1) ROWS`,
 * `JSON_OBJECT(key VALUE …)`. The word is consumed and returned, else null.
 */
export function parseExpressionOrOperand(c: Cursor, words: readonly string[]): [Expression, string | null] {
  const {start} = c;
  if (c.type === token.OPERATOR || c.at('not') || c.at('operator') || c.at('default'))
    return [parseExpression(c), null];
  const operand = parsePrimary(c, true);
  if (words.includes(c.word)) return [operand, c.take()];
  const whole = operand.kind === 'row' ? finishRow(c, operand, start) : operand;
  return [continueExpression(c, whole, start), null];
}

/** Goes on with an expression whose first operand is already read. */
export function continueExpression(c: Cursor, left: Expression, start: number): Expression {
  return continueOperators(c, left, start, OR, false, 'none');
}

function parsePrefix(c: Cursor, restricted: boolean): Expression {
  const {start} = c;
  if (c.type === token.OPERATOR) {
    const sign = c.word;
    const level = levelOfOperator(sign);
    if (sign === '-') {
      c.advance();
      return negate(parseOperand(c, SIGN, restricted), start, c);
    }
    if (sign !== '+' && level !== ANY_OPERATOR) throw c.syntaxError();
    c.advance();
    const operand = parseOperand(c, sign === '+' ? SIGN : ANY_OPERATOR + 1, restricted);
    return unary(c, plainOperator(sign), operand, start);
  }
  if (c.word === 'not' && !restricted) {
    c.advance();
    const operand = parseOperand(c, NOT, false);
    return node({kind: 'not', operand, span: c.span(start)});
  }
  if (c.word === 'operator' && c.peek() === '(') {
    const operator = parseQualifiedOperator(c);
    return unary(c, operator, parseOperand(c, ANY_OPERATOR + 1, restricted), start);
  }
  return parsePrimary(c, restricted);
}

/** A minus before a number is part of it, so that the smallest bigint can be written. */
function negate(operand: Expression, start: number, c: Cursor): Expression {
  if (operand.kind === 'integer' || operand.kind === 'numeric') {
    const {text} = operand;
    const negated = text.charCodeAt(0) === 45 ? text.slice(1) : `-${text}`;
    return node({kind: operand.kind, text: negated === '-0' ? '0' : negated, span: c.span(start)});
  }
  return unary(c, plainOperator('-'), operand, start);
}

function unary(c: Cursor, operator: Operator, operand: Expression, start: number): Expression {
  return node({kind: 'unary', operator, operand, at: start, span: c.span(start)});
}

const plainOperators = new Map<string, Operator>();

/** Unqualified operators are shared: there are few of them and many uses. */
export function plainOperator(name: string): Operator {
  let operator = plainOperators.get(name);
  if (!operator) {
    operator = Object.freeze({schema: NONE, name});
    if (name.length <= 3) plainOperators.set(name, operator);
  }
  return operator;
}

/** `OPERATOR(schema.+)`. */
export function parseQualifiedOperator(c: Cursor): Operator {
  c.expect('operator');
  c.expect('(');
  const operator = parseAnyOperator(c);
  c.expect(')');
  return operator;
}

/** any_operator: an operator with or without schema. */
export function parseAnyOperator(c: Cursor): Operator {
  const schema: string[] = [];
  while (token.isName(c.type)) {
    schema.push(c.take());
    c.expect('.');
  }
  if (c.type !== token.OPERATOR) throw c.syntaxError();
  const name = c.take();
  return schema.length === 0 ? plainOperator(name) : node({schema: Object.freeze(schema), name});
}

/**
 * The precedence climb. `left` begins at `start`; operators that bind weaker than `min` are left to the caller.
 * `ending`: a select list's item may end with an operator's word, which then is its label.
 */
function continueOperators(
  c: Cursor,
  left: Expression,
  start: number,
  min: number,
  restricted: boolean,
  ending: Ending,
): Expression {
  for (;;) {
    const at = c.start;
    switch (c.type) {
      case token.OPERATOR: {
        const level = levelOfOperator(c.word);
        if (level < min) return left;
        const operator = plainOperator(c.word);
        c.advance();
        left = finishBinary(c, left, operator, level, start, at, restricted);
        continue;
      }
      case token.PUNCTUATION: {
        if (c.word !== '::') return left;
        if (CAST < min) return left;
        c.advance();
        const type = parseTypeName(c);
        left = node({kind: 'cast', operand: left, type, at, span: c.span(start)});
        continue;
      }
      case token.UNRESERVED:
      case token.COLUMN_NAME:
      case token.TYPE_OR_FUNCTION:
      case token.RESERVED: {
        const next = continueWord(c, left, start, min, restricted, ending);
        if (next === null) return left;
        left = next;
        continue;
      }
      default:
        return left;
    }
  }
}

function finishBinary(
  c: Cursor,
  left: Expression,
  operator: Operator,
  level: number,
  start: number,
  at: number,
  restricted: boolean,
): Expression {
  if (isQuantifier(c.word) && !restricted) return parseQuantified(c, left, operator, start, at);
  const right = parseOperand(c, level + 1, restricted);
  if (level === COMPARISON && c.type === token.OPERATOR && levelOfOperator(c.word) === COMPARISON) {
    throw c.syntaxError(); // comparisons do not chain
  }
  return node({kind: 'binary', operator, left, right, at, span: c.span(start)});
}

function isQuantifier(word: string): boolean {
  return word === 'any' || word === 'all' || word === 'some';
}

/** `= ANY (query or array)`, behind the operator. */
function parseQuantified(c: Cursor, left: Expression, operator: Operator, start: number, at: number): Expression {
  const quantifier = c.take() === 'all' ? 'all' : 'any';
  const right = parseSubqueryOrList(c, true);
  const operand = right.query ?? right.items[0];
  return node({kind: 'quantified', left, operator, quantifier, right: operand, at, span: c.span(start)});
}

/** Operators that are words; null when the expression ends here. */
function continueWord(
  c: Cursor,
  left: Expression,
  start: number,
  min: number,
  restricted: boolean,
  ending: Ending,
): Expression | null {
  const level = levelOfWord(c);
  if (level === 0 || level < min) return null;
  if (restricted && !(level === IS && isRestrictedTest(c)) && c.word !== 'operator') return null;
  if (ending === 'similar' && c.word === 'similar' && c.peek() !== 'to') return null;
  if (ending === 'label' && endsTarget(c.peek(), c.peekType())) {
    if (c.word !== 'isnull' && c.word !== 'notnull') return null;
  }
  const at = c.start;
  switch (c.word) {
    case 'and':
    case 'or': {
      const operator = c.take() as 'and' | 'or';
      const right = parseOperand(c, level + 1, false);
      return logical(c, operator, left, right, start, at);
    }
    case 'is':
      return parseIs(c, left, start, at, restricted);
    case 'isnull':
    case 'notnull': {
      const negated = c.take() === 'notnull';
      return node({kind: 'is', operand: left, test: 'null', negated, at, span: c.span(start)});
    }
    case 'at':
      return parseAtTimeZone(c, left, start, at);
    case 'collate': {
      c.advance();
      const collation = c.anyName();
      return node({kind: 'collate', operand: left, collation, at, span: c.span(start)});
    }
    case 'operator': {
      const operator = parseQualifiedOperator(c);
      return finishBinary(c, left, operator, ANY_OPERATOR, start, at, restricted);
    }
  }
  const negated = c.accept('not');
  switch (c.word) {
    case 'between':
      return parseBetween(c, left, negated, start, at);
    case 'in':
      return parseIn(c, left, negated, start, at);
    default:
      return parseLike(c, left, negated, start, at);
  }
}

function levelOfWord(c: Cursor): number {
  switch (c.word) {
    case 'and':
      return AND;
    case 'or':
      return OR;
    case 'is':
    case 'isnull':
    case 'notnull':
      return IS;
    case 'between':
    case 'in':
    case 'like':
    case 'ilike':
    case 'similar':
      return MATCH;
    case 'not':
      return isMatchWord(c.peek()) ? MATCH : 0;
    case 'at':
      return AT;
    case 'collate':
      return COLLATE;
    case 'operator':
      return ANY_OPERATOR;
    default:
      return 0;
  }
}

function isMatchWord(word: string): boolean {
  return word === 'between' || word === 'in' || word === 'like' || word === 'ilike' || word === 'similar';
}

/** Of the IS tests, b_expr has only DISTINCT FROM and DOCUMENT. */
function isRestrictedTest(c: Cursor): boolean {
  return c.word === 'is';
}

/** What may follow the last word of a select list's item. */
const TARGET_ENDS: ReadonlySet<string> = new Set(
  (
    ', ) ; from into where group having window union intersect except order limit offset fetch for on with ' +
    'returning emit'
  ).split(' '),
);

function endsTarget(word: string, type: token.TokenType): boolean {
  return type === token.END || TARGET_ENDS.has(word);
}

function logical(
  c: Cursor,
  operator: 'and' | 'or',
  left: Expression,
  right: Expression,
  start: number,
  at: number,
): Expression {
  const span = c.span(start);
  if (left.kind === 'logical' && left.operator === operator) {
    const operands = Object.freeze([...left.operands, right]);
    return node({kind: 'logical', operator, operands, at: left.at, span});
  }
  return node({kind: 'logical', operator, operands: Object.freeze([left, right]), at, span});
}

function parseIs(c: Cursor, left: Expression, start: number, at: number, restricted: boolean): Expression {
  c.advance();
  const negated = c.accept('not');
  const test = c.word;
  if (test === 'distinct') {
    c.advance();
    c.expect('from');
    const right = parseOperand(c, IS + 1, restricted);
    // IS does not chain behind an open operand.
    if (levelOfWord(c) === IS) throw c.syntaxError();
    return node<IsDistinctExpression>({kind: 'is_distinct', left, right, negated, at, span: c.span(start)});
  }
  if (restricted && test !== 'document') throw c.syntaxError();
  switch (test) {
    case 'null':
    case 'true':
    case 'false':
    case 'unknown':
    case 'document':
      c.advance();
      return node({kind: 'is', operand: left, test, negated, at, span: c.span(start)});
    case 'json':
      return parseIsJson(c, left, negated, start);
    case 'normalized':
    case 'nfc':
    case 'nfd':
    case 'nfkc':
    case 'nfkd':
      return parseIsNormalized(c, left, negated, start, at);
  }
  throw c.syntaxError();
}

function parseIsNormalized(c: Cursor, left: Expression, negated: boolean, start: number, at: number): Expression {
  const place = c.start;
  const form = c.word === 'normalized' ? null : c.take();
  const args: Expression[] = [left];
  if (form !== null) args.push(node({kind: 'string', value: form.toUpperCase(), span: c.span(place)}));
  c.expect('normalized');
  const call = sqlCall(c, 'is_normalized', args, start, at);
  return negated ? node({kind: 'not', operand: call, span: call.span}) : call;
}

/** A call written in the standard's own syntax. */
export function sqlCall(c: Cursor, name: string, args: readonly Expression[], start: number, at = start): FunctionCall {
  return node({
    kind: 'function_call',
    name: Object.freeze(['pg_catalog', name]),
    args: Object.freeze(args),
    star: false,
    distinct: false,
    variadic: false,
    orderBy: NONE,
    withinGroup: false,
    filter: null,
    over: null,
    sqlSyntax: true,
    at,
    span: c.span(start),
  });
}

function parseAtTimeZone(c: Cursor, left: Expression, start: number, at: number): Expression {
  c.advance();
  if (c.accept('local')) return sqlCall(c, 'timezone', [left], start, at);
  c.expect('time');
  c.expect('zone');
  const zone = parseOperand(c, AT + 1, false);
  return sqlCall(c, 'timezone', [zone, left], start, at);
}

function parseBetween(c: Cursor, operand: Expression, negated: boolean, start: number, at: number): Expression {
  c.advance();
  const symmetric = c.accept('symmetric');
  if (!symmetric) c.accept('asymmetric');
  const low = parseRestricted(c);
  c.expect('and');
  const high = parseOperand(c, MATCH + 1, false);
  rejectMatchChain(c);
  return node({kind: 'between', operand, low, high, symmetric, negated, at, span: c.span(start)});
}

function parseIn(c: Cursor, operand: Expression, negated: boolean, start: number, at: number): Expression {
  c.advance();
  const right = parseSubqueryOrList(c, false);
  const span = c.span(start);
  if (right.query) return node({kind: 'in_subquery', operand, query: right.query, negated, at, span});
  return node({kind: 'in_list', operand, items: right.items, negated, at, span});
}

const LIKE_OPERATORS: Readonly<Record<string, string>> = {like: '~~', ilike: '~~*'};

function parseLike(c: Cursor, operand: Expression, negated: boolean, start: number, at: number): Expression {
  const operator = c.take() as 'like' | 'ilike' | 'similar';
  if (operator === 'similar') c.expect('to');
  else if (isQuantifier(c.word)) {
    const sign = LIKE_OPERATORS[operator];
    return parseQuantified(c, operand, plainOperator(negated ? `!${sign}` : sign), start, at);
  }
  const pattern = parseOperand(c, MATCH + 1, false);
  const escape = c.accept('escape') ? parseOperand(c, MATCH + 1, false) : null;
  rejectMatchChain(c);
  return node({kind: 'like', operator, negated, operand, pattern, escape, at, span: c.span(start)});
}

/** LIKE, IN and BETWEEN do not chain behind an open operand. */
function rejectMatchChain(c: Cursor): void {
  if (levelOfWord(c) === MATCH) throw c.syntaxError();
}
