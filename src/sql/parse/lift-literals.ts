import type {BinaryExpression, Expression, Query, Select, Statement} from '../ast/index.ts';
import {BIGINT, INTEGER, type SqlType} from '../../types/sql-type.ts';
import {tokenize} from './lexer.ts';
import * as token from './token.ts';

/** An integer or string as it stands in a text. `type`: null where what it is compared with decides. */
export type TextLiteral = {
  readonly text: string;
  readonly type: SqlType | null;
  readonly start: number;
  readonly end: number;
};

/** A text without its integers and strings: those that differ in nothing else have the same `key`, and as many literals. */
export type TextShape = {readonly key: string; readonly literals: readonly TextLiteral[]};

/** A statement some of whose literals are parameters: `lifted[n - 1]` says which literal $n is. */
export type LiftedStatement = {readonly statement: Statement; readonly lifted: readonly number[]};

const MOST_LITERALS = 64;
const LARGEST_BIGINT = '9223372036854775807';

/** null: there is nothing to lift, or there are parameters already. */
export function textShape(sql: string): TextShape | null {
  const {types, texts, starts, ends} = tokenize(sql);
  const literals: TextLiteral[] = [];
  let key = '';
  let from = 0;
  for (let i = 0; i < types.length; i++) {
    const type = types[i];
    if (type === token.PARAMETER || type === token.BROKEN) return null;
    const sign = signOf(type, texts[i]);
    if (sign === null) continue;
    if (literals.length === MOST_LITERALS) return null;
    literals.push({text: texts[i], type: LITERAL_TYPES[sign], start: starts[i], end: ends[i]});
    // Where a sign stands no text can have a character of its own: what is before it says what may follow.
    key += sql.slice(from, starts[i]) + sign;
    from = ends[i];
  }
  return literals.length === 0 ? null : {key: key + sql.slice(from), literals};
}

type Sign = '\u0001' | '\u0002' | '\u0003';
const LITERAL_TYPES: Readonly<Record<Sign, SqlType | null>> = {'\u0001': INTEGER, '\u0002': BIGINT, '\u0003': null};

function signOf(type: token.TokenType, text: string): Sign | null {
  if (type === token.INTEGER) return '\u0001';
  if (type === token.STRING) return '\u0003';
  return type === token.BIG_INTEGER && isBigint(text) ? '\u0002' : null;
}

function isBigint(text: string): boolean {
  const {length} = LARGEST_BIGINT;
  return text.length < length || (text.length === length && text <= LARGEST_BIGINT);
}

/**
 * The query with parameters for what its WHERE asks columns to be: `column = literal`, alone or among others that all must
 * hold. Such a literal decides nothing but which rows are found, so that a plan with a parameter in its place answers alike.
 * null: it asks for none.
 */
export function liftLiterals(query: Statement, {literals}: TextShape): LiftedStatement | null {
  if (query.kind !== 'query' || query.body.kind !== 'select' || !query.body.where) return null;
  const lifted: number[] = [];
  const parameterFor = (literal: Expression): Expression => {
    if (literal.kind !== 'integer' && literal.kind !== 'string') return literal;
    const {span} = literal;
    // A sign is part of an integer in the tree, though not in the text.
    const at = literals.findIndex(({start, end}) => start === span.start && end === span.end);
    if (at < 0) return literal;
    return {kind: 'parameter', index: lifted.push(at), span};
  };
  const liftWhere = (where: Expression): Expression => {
    if (where.kind === 'logical' && where.operator === 'and') {
      return {...where, operands: where.operands.map(liftWhere)};
    }
    return isEquality(where) ? liftEquality(where, parameterFor) : where;
  };
  const body: Select = {...query.body, where: liftWhere(query.body.where)};
  const statement: Query = {...query, body};
  return lifted.length === 0 ? null : {statement, lifted};
}

function isEquality(expression: Expression): expression is BinaryExpression {
  return expression.kind === 'binary' && expression.operator.name === '=' && expression.operator.schema.length === 0;
}

function liftEquality(equality: BinaryExpression, parameterFor: (literal: Expression) => Expression): Expression {
  const {left, right} = equality;
  if (left.kind === 'column_ref') return {...equality, right: parameterFor(right)};
  if (right.kind === 'column_ref') return {...equality, left: parameterFor(left)};
  return equality;
}
