import type {Expression, UnaryExpression} from '../ast/index.ts';
import {levelOfOperator} from '../parse/expression.ts';

/** How strongly an expression's outermost syntax binds; the parser's levels, operands on top. */
export const OR = 1;
export const AND = 2;
export const NOT = 3;
export const IS = 4;
export const COMPARISON = 5;
export const MATCH = 6;
export const ANY_OPERATOR = 10;
export const AT = 14;
export const COLLATE = 15;
export const SIGN = 16;
export const CAST = 18;
const PRIMARY = 20;

export function levelOf(e: Expression): number {
  switch (e.kind) {
    case 'logical':
      return e.operator === 'or' ? OR : AND;
    case 'not':
      return NOT;
    case 'is':
    case 'is_distinct':
    case 'is_json':
      return IS;
    case 'like':
    case 'between':
    case 'in_list':
    case 'in_subquery':
      return MATCH;
    case 'binary':
    case 'quantified':
      return e.operator.schema.length > 0 ? ANY_OPERATOR : levelOfOperator(e.operator.name);
    case 'unary':
      return isSign(e) ? SIGN : ANY_OPERATOR;
    case 'integer':
    case 'numeric':
      return e.text.startsWith('-') ? SIGN : PRIMARY;
    case 'collate':
      return COLLATE;
    case 'cast':
      return CAST;
    case 'default':
      // An operand of any expression, but of no part that must be a c_expr.
      return PRIMARY;
    case 'function_call':
      return e.sqlSyntax ? levelOfSyntax(e.name[e.name.length - 1]) : PRIMARY;
    default:
      return PRIMARY;
  }
}

function levelOfSyntax(name: string): number {
  if (name === 'timezone') return AT;
  return name === 'is_normalized' ? IS : PRIMARY;
}

/** A minus before a number would become part of it: such a one was written `OPERATOR(-) 1`. */
function isSign({operator, operand}: UnaryExpression): boolean {
  if (operator.schema.length > 0) return false;
  return operator.name === '+' || (operator.name === '-' && operand.kind !== 'integer' && operand.kind !== 'numeric');
}

/** The expression ends in a word or parenthesis of its own, so that an operator of its level may follow it. */
export function isClosed(e: Expression): boolean {
  switch (e.kind) {
    case 'is':
    case 'is_json':
    case 'in_list':
    case 'in_subquery':
    case 'quantified':
      return true;
    case 'function_call':
      return e.sqlSyntax && e.name[e.name.length - 1] === 'is_normalized';
  }
  return false;
}

/** Postgres's b_expr has no such syntax outside parentheses. */
export function isUnrestricted(e: Expression): boolean {
  switch (e.kind) {
    case 'logical':
    case 'not':
    case 'is_json':
    case 'like':
    case 'between':
    case 'in_list':
    case 'in_subquery':
    case 'quantified':
    case 'collate':
    case 'default':
      return true;
    case 'is':
      return e.test !== 'document';
    case 'function_call':
      return e.sqlSyntax && /^(timezone|is_normalized|overlaps)$/.test(e.name[e.name.length - 1]);
  }
  return false;
}
