import type {Collation} from '../../../catalog/system/collations.ts';
import type {Expr} from '../../../expr/expr.ts';
import {exprChildren, mapExprChildren} from '../../../plan/map-expr.ts';
import {SqlError} from '../../../types/sql-error.ts';
import {isCollatable, typeCollation, withCollation} from '../../../types/collatable.ts';
import {TEXT, baseOf} from '../../../types/sql-type.ts';
import type {SqlType} from '../../../types/sql-type.ts';
import {kindName} from '../../../types/type-names.ts';
import {NONE, combine, implicit, ofType, undetermined} from './derivation.ts';
import type {Derivation, FindCollation} from './derivation.ts';
import {COLLATE, comparisonKey, isBytewise, textOfKey, totalKey} from './keys.ts';
import {caseFunction, caseLocale, checkUse} from './uses.ts';

/** What an expression's columns are, as the relations beneath have found it. */
export type Scope = {
  readonly find: FindCollation;
  /** Whether a collation has its name alone or needs its schema. */
  readonly nameOf: (collation: Collation) => string;
  readonly positionOf: (expr: Expr) => number | undefined;
  readonly columns: readonly Derivation[];
  /** Of the queries around, the nearest first. */
  readonly outer: readonly (readonly Derivation[])[];
};

export type Collated = {readonly expr: Expr; readonly by: Derivation};

/**
 * The expression with everything in it that depends on a collation other than the order of bytes done over keys, and the
 * collation of what it gives. Errors: 42P21, 42P22, 0A000.
 */
export function collateExpr(expr: Expr, scope: Scope): Collated {
  const collated = dispatch(expr, scope);
  const position = scope.positionOf(expr);
  const by = collated.by.position === undefined && position !== undefined ? {...collated.by, position} : collated.by;
  return {expr: withTypeOf(collated.expr, by), by};
}

/** The collation goes on in the type, from where columns of tables and views have it. */
function withTypeOf(expr: Expr, by: Derivation): Expr {
  const type = withCollation(expr.type, by.collation);
  return !isCollatable(expr.type) || type === expr.type ? expr : {...expr, type};
}

function dispatch(expr: Expr, scope: Scope): Collated {
  switch (expr.op) {
    case 'column':
      return {expr, by: ofColumn(scope.columns[expr.index] ?? ofType(expr.type))};
    case 'outer':
      return {expr, by: asImplicit(ofColumn(scope.outer[expr.depth - 1]?.[expr.index] ?? ofType(expr.type)))};
    case 'literal':
    case 'parameter':
      return {expr, by: ofType(plainType(expr.type))};
    case 'call':
      return collateCall(expr, scope);
    case 'distinct':
      return {expr: collateDistinct(expr, scope), by: NONE};
    case 'quantified':
      return {expr: collateQuantified(expr, scope), by: NONE};
    case 'greatest':
    case 'least':
      return collateGreatest(expr, scope);
    case 'case':
      return collateCase(expr, scope);
    case 'field':
    case 'subscript': {
      const parts = collateChildren(expr, scope);
      return {expr: parts.expr, by: resultOf(expr.type, expr.op === 'field' ? ofType(expr.type) : parts.by)};
    }
    default: {
      const parts = collateChildren(expr, scope);
      return {expr: parts.expr, by: resultOf(expr.type, parts.by)};
    }
  }
}

function plainType(type: SqlType): SqlType {
  return type.collation === undefined ? type : {...type, collation: undefined};
}

/** A column for which no collation was found says nothing about what it is put together with. */
function ofColumn(by: Derivation): Derivation {
  return by.strength === 'conflict' ? NONE : by;
}

function asImplicit(by: Derivation): Derivation {
  return by.strength === 'explicit' ? {...by, strength: 'implicit'} : by;
}

/** The parts' collation where the result is a text, else none. */
function resultOf(type: SqlType, parts: Derivation): Derivation {
  if (!isCollatable(type)) return NONE;
  return parts.strength === 'none' ? implicit(typeCollation(baseOf(type))) : parts;
}

function collateChildren(expr: Expr, scope: Scope): Collated {
  const found: Derivation[] = [];
  const mapped = mapExprChildren(expr, child => {
    const {expr: changed, by} = collateExpr(child, scope);
    found.push(by);
    return changed;
  });
  return {expr: mapped, by: expr.op === 'row' ? NONE : combine(found, scope.find)};
}

function collateCall(call: Expr & {readonly op: 'call'}, scope: Scope): Collated {
  if (call.signature === COLLATE) return collateMark(call, scope);
  const parts = collateChildren(call, scope);
  const {by} = parts;
  const inner = parts.expr as Expr & {readonly op: 'call'};
  if (call.signature === 'pg_collation_for(any)') return {expr: collationFor(call, by, scope), by: implicit(100)};
  checkUse(call.signature, by, scope.find);
  const result = resultOf(call.type, by);
  if (by.strength === 'none' || by.strength === 'conflict') return {expr: inner, by: result};
  const collation = scope.find(by.collation);
  const locale = caseFunction(call.signature) ? caseLocale(collation) : null;
  if (locale !== null) {
    const literal: Expr = {op: 'literal', value: locale, type: TEXT};
    const signature = `$${call.signature.replace('(text)', '(text,text)')}`;
    return {expr: {...inner, signature, args: [inner.args[0], literal]}, by: result};
  }
  return {expr: compared(inner, collation), by: result};
}

function collateMark(call: Expr & {readonly op: 'call'}, scope: Scope): Collated {
  const [operand, oid] = call.args;
  const {expr} = collateExpr(operand, scope);
  const collation = Number((oid as Expr & {readonly op: 'literal'}).value);
  return {expr, by: {strength: 'explicit', collation, position: call.position}};
}

/** Errors: 42804. */
function collationFor(call: Expr & {readonly op: 'call'}, by: Derivation, {find, nameOf}: Scope): Expr {
  const [{type}] = call.args;
  if (!isCollatable(type) && type.kind !== 'unknown')
    throw new SqlError('42804', `collations are not supported by type ${kindName(type)}`);
  // Postgres says nothing of an untyped literal's.
  const known = by.strength === 'implicit' || by.strength === 'explicit';
  return {op: 'literal', value: known ? nameOf(find(by.collation)) : null, type: TEXT};
}

const comparison = /^(=|<>|<|<=|>|>=)\((text|name|bpchar|anyarray),(text|name|bpchar|anyarray)\)$/;

/** A comparison of texts as one of keys; other calls as they are. */
function compared(call: Expr & {readonly op: 'call'}, collation: Collation): Expr {
  const match = comparison.exec(call.signature);
  if (!match || !needsKeys(match[1], collation)) return call;
  if (!call.args.every(arg => isCollatable(arg.type))) return call;
  const args = call.args.map(arg => comparisonKey(arg, collation));
  return {...call, signature: keySignature(match[1], args[0].type), args};
}

/** A deterministic collation tells apart what differs in its bytes, and nothing else. */
function needsKeys(operator: string, collation: Collation): boolean {
  if (isBytewise(collation)) return false;
  return !collation.deterministic || (operator !== '=' && operator !== '<>');
}

function keySignature(operator: string, type: SqlType): string {
  const of = type.kind === 'array' ? 'anyarray' : 'bytea';
  return `${operator}(${of},${of})`;
}

function collateDistinct(expr: Expr & {readonly op: 'distinct'}, scope: Scope): Expr {
  const parts = collateChildren(expr, scope);
  const inner = parts.expr as typeof expr;
  if (!isCollatable(expr.left.type)) return inner;
  if (parts.by.strength === 'conflict') throw undetermined('string comparison');
  if (parts.by.strength === 'none') return inner;
  const collation = scope.find(parts.by.collation);
  if (!needsKeys('=', collation)) return inner;
  return {...inner, left: comparisonKey(inner.left, collation), right: comparisonKey(inner.right, collation)};
}

function collateQuantified(expr: Expr & {readonly op: 'quantified'}, scope: Scope): Expr {
  const parts = collateChildren(expr, scope);
  const inner = parts.expr as typeof expr;
  checkUse(expr.signature, parts.by, scope.find);
  const match = comparison.exec(expr.signature);
  if (!match || parts.by.strength === 'none' || !isCollatable(expr.left.type)) return inner;
  const collation = scope.find(parts.by.collation);
  if (!needsKeys(match[1], collation)) return inner;
  const left = comparisonKey(inner.left, collation);
  return {
    ...inner,
    signature: keySignature(match[1], left.type),
    left,
    array: comparisonKey(inner.array, collation),
  };
}

function collateGreatest(expr: Expr & {readonly op: 'greatest' | 'least'}, scope: Scope): Collated {
  const parts = collateChildren(expr, scope);
  const by = resultOf(expr.type, parts.by);
  const inner = parts.expr as typeof expr;
  if (by.strength === 'conflict') throw undetermined('string comparison');
  if (by.strength === 'none' || baseOf(expr.type).kind === 'array') return {expr: inner, by};
  const collation = scope.find(by.collation);
  if (isBytewise(collation)) return {expr: inner, by};
  const keys = inner.args.map(arg => totalKey(arg, collation));
  return {expr: textOfKey({...inner, args: keys, type: keys[0].type}, expr.type), by};
}

/** The conditions have no part in it. */
function collateCase(expr: Expr & {readonly op: 'case'}, scope: Scope): Collated {
  const whens = expr.whens.map(({when, then}) => ({
    when: collateExpr(when, scope).expr,
    then: collateExpr(then, scope),
  }));
  const otherwise = collateExpr(expr.otherwise, scope);
  const by = combine([...whens.map(({then}) => then.by), otherwise.by], scope.find);
  return {
    expr: {...expr, whens: whens.map(({when, then}) => ({when, then: then.expr})), otherwise: otherwise.expr},
    by: resultOf(expr.type, by),
  };
}

/** Something in it asks for a collation by name, or has one that is not its type's. */
export function mentionsCollation(expr: Expr): boolean {
  if (expr.type.collation !== undefined) return true;
  if (expr.op === 'call' && (expr.signature === COLLATE || expr.signature === 'pg_collation_for(any)')) return true;
  return exprChildren(expr).some(mentionsCollation);
}
