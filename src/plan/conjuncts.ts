import type {Expr} from '../expr/expr.ts';
import type {Datum} from '../types/datum.ts';
import {BOOLEAN, type SqlType} from '../types/sql-type.ts';

export const TRUE: Expr = Object.freeze({op: 'literal', value: true, type: BOOLEAN});
export const FALSE: Expr = Object.freeze({op: 'literal', value: false, type: BOOLEAN});
export const UNKNOWN_TRUTH: Expr = Object.freeze({op: 'literal', value: null, type: BOOLEAN});

export function literal(value: Datum, type: SqlType): Expr {
  return {op: 'literal', value, type};
}

export function isLiteral(expr: Expr, value: Datum): boolean {
  return expr.op === 'literal' && expr.value === value;
}

/** The parts of a nested AND, in evaluation order; TRUE has none. */
export function conjuncts(expr: Expr): Expr[] {
  const list: Expr[] = [];
  collect(expr, 'and', list);
  return list.filter(part => !isLiteral(part, true));
}

export function disjuncts(expr: Expr): Expr[] {
  const list: Expr[] = [];
  collect(expr, 'or', list);
  return list;
}

function collect(expr: Expr, op: 'and' | 'or', list: Expr[]): void {
  if (expr.op === op) for (const arg of expr.args) collect(arg, op, list);
  else list.push(expr);
}

export function conjunction(parts: readonly Expr[]): Expr {
  if (parts.length === 0) return TRUE;
  return parts.length === 1 ? parts[0] : {op: 'and', args: parts, type: BOOLEAN};
}

export function disjunction(parts: readonly Expr[]): Expr {
  if (parts.length === 0) return FALSE;
  return parts.length === 1 ? parts[0] : {op: 'or', args: parts, type: BOOLEAN};
}

export function isNull(arg: Expr, negated = false): Expr {
  return {op: 'isNull', arg, negated, type: BOOLEAN};
}

/** There is no value. A row of NULLs is one, though IS NULL says otherwise. */
export function isMissing(arg: Expr, negated = false): Expr {
  const {kind} = arg.type;
  if (kind !== 'struct' && kind !== 'record') return isNull(arg, negated);
  return {op: 'distinct', left: arg, right: literal(null, arg.type), negated: !negated, type: BOOLEAN};
}

/** Grouping equality: NULL equals NULL. */
export function notDistinct(left: Expr, right: Expr): Expr {
  return {op: 'distinct', left, right, negated: true, type: BOOLEAN};
}
