import type {Expression} from '../ast/index.ts';
import {type Cursor, node} from './cursor.ts';
import {parseExpression, parseExpressionOrOperand} from './expression.ts';
import {parsePrimary} from './primary.ts';
import * as token from './token.ts';

export type Limit = {
  readonly count: Expression | null;
  readonly countAt: number;
  readonly offset: Expression | null;
  readonly offsetAt: number;
  readonly withTies: boolean;
  readonly tiesAt: number;
};

export function atLimit(c: Cursor): boolean {
  return c.word === 'limit' || c.word === 'offset' || c.word === 'fetch';
}

/** LIMIT or FETCH, and OFFSET, in either order. */
export function parseLimit(c: Cursor): Limit | null {
  if (!atLimit(c)) return null;
  let count: Expression | null = null;
  let offset: Expression | null = null;
  let countAt = 0;
  let offsetAt = 0;
  let tiesAt = -1;
  const parseOffset = () => {
    offsetAt = c.start;
    c.expect('offset');
    offset = parseOffsetValue(c);
  };
  const parseCount = () => {
    countAt = c.start;
    if (c.accept('fetch')) [count, tiesAt] = parseFetch(c);
    else count = parseLimitValue(c, countAt);
  };
  if (c.at('offset')) {
    parseOffset();
    if (c.at('limit') || c.at('fetch')) parseCount();
  } else {
    parseCount();
    if (c.at('offset')) parseOffset();
  }
  return {count, countAt, offset, offsetAt, withTies: tiesAt >= 0, tiesAt};
}

function parseLimitValue(c: Cursor, at: number): Expression {
  c.expect('limit');
  const {start} = c;
  const value: Expression = c.accept('all') ? node({kind: 'null', span: c.span(start)}) : parseExpression(c);
  if (c.at(',')) {
    c.advance();
    parseExpression(c);
    throw c.errorAt(at, 'LIMIT #,# syntax is not supported', '42601', 'Use separate LIMIT and OFFSET clauses.');
  }
  return value;
}

function parseOffsetValue(c: Cursor): Expression {
  // Before ROWS stands an operand without operators, or a signed number.
  const [value, word] = parseExpressionOrOperand(c, ['row', 'rows']);
  if (word === null && (c.at('row') || c.at('rows')) && isSignedNumber(value)) c.advance();
  return value;
}

function isSignedNumber(value: Expression): boolean {
  const number = value.kind === 'unary' && value.operator.name === '+' ? value.operand : value;
  return number.kind === 'integer' || number.kind === 'numeric';
}

/** `FETCH FIRST n ROWS ONLY | WITH TIES`, behind FETCH; the number is where WITH TIES stands, or -1. */
function parseFetch(c: Cursor): [Expression, number] {
  c.expectOne(['first', 'next']);
  const {start} = c;
  const implied = (c.at('row') || c.at('rows')) && (c.peek() === 'only' || c.peek() === 'with');
  const count: Expression = implied
    ? node({kind: 'integer', text: '1', span: {start, end: start}})
    : parseFetchCount(c, start);
  c.expectOne(['row', 'rows']);
  const tiesAt = c.start;
  if (c.accept('only')) return [count, -1];
  c.expect('with');
  c.expect('ties');
  return [count, tiesAt];
}

function parseFetchCount(c: Cursor, start: number): Expression {
  if (!c.at('+') && !c.at('-')) return parsePrimary(c, true);
  const {word} = c;
  c.advance();
  const type: token.TokenType = c.type;
  if (type !== token.INTEGER && type !== token.BIG_INTEGER && type !== token.NUMERIC) throw c.syntaxError();
  const kind = type === token.NUMERIC ? 'numeric' : 'integer';
  const text = c.take();
  const signed = word === '-' && text !== '0' ? `-${text}` : text;
  const number: Expression = node({kind, text: signed, span: c.span(start)});
  if (word === '-') return number;
  return node({
    kind: 'unary',
    operator: Object.freeze({schema: Object.freeze([]), name: '+'}),
    operand: number,
    at: start,
    span: c.span(start),
  });
}
