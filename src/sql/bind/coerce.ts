import {parseObjectIdentifier} from '../../catalog/object-identifier.ts';
import {isRegKind} from '../../types/reg-kinds.ts';
import {readAs} from '../../expr/domains.ts';
import type {Expr} from '../../expr/expr.ts';
import type {FunctionRow} from '../../expr/function-row.ts';
import {resultTypeOf} from '../../expr/function-row.ts';
import {numericLiteralType} from '../../expr/numeric-digits.ts';
import {withoutTypmodRow} from '../../expr/functions/without-typmod.ts';
import {castBetween} from '../../expr/registry.ts';
import {parseText} from '../../types/io/registry.ts';
import {isDecimal} from '../../types/decimal.ts';
import type {Datum} from '../../types/datum.ts';
import {SqlError} from '../../types/sql-error.ts';
import {TEXT, baseOf, sameDomains, sameKind, sameLayout, sameType, withoutDomains} from '../../types/sql-type.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {kindName} from '../../types/type-names.ts';
import {typmodOf, unconstrained, withoutTypmod} from '../../types/typmod.ts';
import type {BindContext} from './context.ts';
import {canCoerce} from './type-category.ts';
import type {CoercionContext} from './type-category.ts';

/**
 * The expression as a value of another type: literals are converted at once, parameters take the type, anything else
 * goes through a cast of the registry. null when there is no cast that this context allows. `position` is for what is
 * wrong with a literal's text.
 */
export function coerce(
  ctx: BindContext,
  expr: Expr,
  to: SqlType,
  context: CoercionContext,
  position?: number,
): Expr | null {
  if (to.kind === 'unknown' || sameType(expr.type, to)) return expr;
  if (to.domain !== undefined) return coerceToDomain(ctx, expr, to, context, position);
  if (expr.type.domain !== undefined) return coerce(ctx, asBase(expr), to, context, position);
  if (expr.op === 'row' && expr.type.oid === undefined && to.kind === 'struct' && to.oid !== undefined) {
    return rowAs(ctx, expr, to, context, position);
  }
  if (expr.type.kind === 'unknown') return coerceUnknown(ctx, expr, to, context, position);
  if (expr.op === 'literal' && expr.value === null) {
    return canCoerce(expr.type, to, context) ? {...expr, type: to} : null;
  }
  if (
    sameKind(expr.type, to) &&
    sameDomains(expr.type, to) &&
    typmodOf(to) === -1 &&
    (to.digits === undefined || sameLayout(expr.type, to))
  ) {
    return context === 'explicit' && typmodOf(expr.type) !== -1 ? withoutModifiers(expr) : expr;
  }
  if (expr.type.kind === 'struct' && to.kind === 'record') return expr;
  if (!canCoerce(expr.type, to, context)) return null;
  const row = castBetween(expr.type, to, context === 'assignment');
  // Same kind and no such cast: the layouts are the same, and there is nothing to do.
  if (!row) return sameKind(expr.type, to) ? expr : null;
  const type = castType(row, expr.type, to);
  const call: Expr = {op: 'call', signature: row.signature, args: [expr], type, position};
  return foldCast(row, expr, call);
}

/** `a::numeric` leaves the value as it is, but says no more that it is a numeric(10,2). */
function withoutModifiers(expr: Expr): Expr {
  const type = unconstrained(expr.type);
  if (expr.op === 'literal') return {...expr, type};
  return {op: 'call', signature: withoutTypmodRow.signature, args: [expr], type};
}

/** Converted to what the domain is over, then held to what the domain asks; that may fail when it is run only. */
function coerceToDomain(
  ctx: BindContext,
  expr: Expr,
  to: SqlType,
  context: CoercionContext,
  position: number | undefined,
): Expr | null {
  if (expr.op === 'parameter' && expr.type.kind === 'unknown') return coerceUnknown(ctx, expr, to, context, position);
  const base = baseOf(to);
  const value = coerceExactly(ctx, expr, base, context, position);
  if (!value) return null;
  return castTo(value, to);
}

/** ROW(…) as a declared type, item by item. Errors: 42846 with what does not fit. */
function rowAs(
  ctx: BindContext,
  row: Expr & {op: 'row'},
  to: SqlType,
  context: CoercionContext,
  position: number | undefined,
): Expr {
  const items = ctx.rowItems.get(row) ?? row.args;
  const fields = to.fields!;
  const fail = (detail: string, at = position) => cannotCast(row.type, to, at).with({detail});
  const args = fields.map((_field, i) => {
    const item = items[i];
    if (!item) throw fail('Input has too few columns.');
    const value = coerceExactly(ctx, item, fields[i].type, context, ctx.positionOf(item));
    if (value) return value;
    const types = `${kindName(item.type)} to ${kindName(fields[i].type)}`;
    throw fail(`Cannot cast type ${types} in column ${i + 1}.`, ctx.positionOf(item));
  });
  if (items.length > fields.length) throw fail('Input has too many columns.');
  return {op: 'row', args, type: to};
}

/** A cast that there is, made when it is run. */
function castTo(value: Expr, to: SqlType): Expr {
  return {op: 'call', signature: castBetween(value.type, to)!.signature, args: [value], type: to};
}

/** A value of a domain as one of its base type. */
export function asBase(expr: Expr): Expr {
  const base = baseOf(expr.type);
  if (base === expr.type) return expr;
  if (expr.op === 'literal') return {...expr, type: base};
  return castTo(expr, base);
}

/**
 * As `coerce`, where the value shares a column with others (a table's, a set operation's, a CASE's): not only the type but
 * the layout is then the wanted one.
 */
export function coerceExactly(
  ctx: BindContext,
  expr: Expr,
  to: SqlType,
  context: CoercionContext,
  position?: number,
): Expr | null {
  const coerced = coerce(ctx, expr, to, context, position);
  if (!coerced || to.domain !== undefined) return coerced;
  if (!sameKind(coerced.type, to) || sameLayout(coerced.type, to)) return coerced;
  if (coerced.op === 'literal') return {...coerced, type: to};
  const row = castBetween(coerced.type, to)!;
  return {op: 'call', signature: row.signature, args: [coerced], type: to, position};
}

/** As `coerce`, where the caller has seen to it that there is a way. */
export function mustCoerce(
  ctx: BindContext,
  expr: Expr,
  to: SqlType,
  context: CoercionContext,
  position?: number,
): Expr {
  const coerced = coerce(ctx, expr, to, context, position);
  if (!coerced) throw cannotCast(expr.type, to, position);
  return coerced;
}

export function mustCoerceExactly(
  ctx: BindContext,
  expr: Expr,
  to: SqlType,
  context: CoercionContext,
  position?: number,
): Expr {
  const coerced = coerceExactly(ctx, expr, to, context, position);
  if (!coerced) throw cannotCast(expr.type, to, position);
  return coerced;
}

export function cannotCast(from: SqlType, to: SqlType, position: number | undefined): SqlError {
  return new SqlError('42846', `cannot cast type ${kindName(from)} to ${kindName(to)}`, {position});
}

/** A value whose type nothing has decided: text, which is what Postgres falls back on. */
export function resolveUnknown(ctx: BindContext, expr: Expr): Expr {
  return expr.type.kind === 'unknown' ? mustCoerce(ctx, expr, TEXT, 'implicit') : expr;
}

function castType(row: FunctionRow, from: SqlType, to: SqlType): SqlType {
  if (to.kind !== 'numeric' || to.precision !== undefined || to.digits) return to;
  return resultTypeOf(row, [from]);
}

function coerceUnknown(
  ctx: BindContext,
  expr: Expr,
  to: SqlType,
  context: CoercionContext,
  position: number | undefined,
): Expr | null {
  if (expr.op === 'literal') {
    if (expr.value === null) return {...expr, type: to};
    return readLiteral(ctx, expr.value as string, to, context, position ?? ctx.positionOf(expr));
  }
  if (expr.op === 'parameter') {
    const type = withoutTypmod(withoutDomains(to));
    ctx.parameters.infer(expr.index, withoutDomains(to) === to ? type : to, () => ctx.positionOf(expr));
    const typed: Expr = {...expr, type};
    if (withoutDomains(to) !== to) return castTo(typed, to);
    return typmodOf(to) === -1 ? typed : coerce(ctx, typed, to, context, position);
  }
  const text: Expr = {...expr, type: TEXT};
  return to.kind === 'text' ? text : coerce(ctx, text, to, 'explicit', position);
}

/** What a client gives for one that is of a domain is held to what the domain asks; a function's arguments have been. */
export function bindParameter(ctx: BindContext, index: number, type: SqlType): Expr {
  const plain = ctx.options.routine ? type : withoutDomains(type);
  const given: Expr = {op: 'parameter', index, type: plain};
  return plain === type ? given : castTo(given, type);
}

function readLiteral(
  ctx: BindContext,
  text: string,
  to: SqlType,
  context: CoercionContext,
  position: number | undefined,
): Expr {
  const plain = withoutTypmod(withoutDomains(to));
  let literal: Expr;
  try {
    // The declared fields of an interval say what its numbers count.
    const read = parseValue(ctx, text, plain.kind === 'interval' ? withoutDomains(to) : plain);
    // What a domain asks of values within a constant is part of how that is read.
    const value = to.domain === undefined && withoutDomains(to) !== to ? readAs(to, read) : read;
    literal = {op: 'literal', value, type: literalType(plain, value)};
  } catch (error) {
    throw error instanceof SqlError ? error.at(position) : error;
  }
  // What does not fit the type's modifiers fails when it is run, as in Postgres.
  if (withoutDomains(to) !== to) return castTo(literal, to);
  return typmodOf(to) === -1 && to.digits === undefined ? literal : mustCoerce(ctx, literal, to, context);
}

function parseValue(ctx: BindContext, text: string, to: SqlType): Datum {
  if (isRegKind(to.kind)) {
    return parseObjectIdentifier(to.kind, text, ctx.catalog, ctx.options.searchPath);
  }
  if (to.kind === 'record') {
    throw new SqlError('0A000', 'input of anonymous composite types is not implemented');
  }
  return parseText(to, text, ctx.formatting);
}

function literalType(to: SqlType, value: Datum): SqlType {
  return to.kind === 'numeric' && isDecimal(value) ? numericLiteralType(value) : to;
}

/** The cast of a literal, done now if its answer is the same at any time; an error is left to whoever runs it. */
function foldCast(row: FunctionRow, arg: Expr, call: Expr & {op: 'call'}): Expr {
  if (arg.op !== 'literal' || row.volatility !== 'immutable') return call;
  try {
    const context = {argTypes: [arg.type], resultType: call.type, now: 0n, settings: new Map<string, string>()};
    return {op: 'literal', value: row.row([arg.value], context), type: call.type};
  } catch {
    return call;
  }
}
