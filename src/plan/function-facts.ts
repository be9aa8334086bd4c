import type {Expr} from '../expr/expr.ts';
import {functionBySignature} from '../expr/registry.ts';
import {exprChildren, someExpr} from './map-expr.ts';

// What the planner may assume of the functions that expressions call.

/** What a signature is made of: asked again and again of the same few. */
const parts = new Map<string, {readonly name: string; readonly types: readonly string[]}>();
const MOST_SIGNATURES = 10_000;

function partsOf(signature: string): {readonly name: string; readonly types: readonly string[]} {
  let known = parts.get(signature);
  if (!known) {
    const at = signature.lastIndexOf('(');
    const inside = signature.slice(at + 1, -1);
    known = {name: signature.slice(0, at), types: inside === '' ? [] : inside.split(',')};
    // Users make functions of their own.
    if (parts.size >= MOST_SIGNATURES) parts.clear();
    parts.set(signature, known);
  }
  return known;
}

/** '+(int4,int4)' → '+'. */
export function functionName(signature: string): string {
  return partsOf(signature).name;
}

/** '+(int4,int4)' → ['int4', 'int4']. */
export function argumentTypes(signature: string): readonly string[] {
  return partsOf(signature).types;
}

/** NULL in, NULL out. */
export function isStrict(signature: string): boolean {
  return functionBySignature(signature).strict;
}

export function isVolatile(expr: Expr): boolean {
  return someExpr(expr, part => signatureOf(part) !== null && volatilityOf(signatureOf(part)!) === 'volatile');
}

const clocks = new Set(
  (
    'now transaction_timestamp statement_timestamp current_timestamp current_date current_time localtime ' +
    'localtimestamp mz_now'
  ).split(' '),
);

/** A zone's offset is that of the day on which they are asked. */
const offsetsOfToday = new Set(['cast(time,timetz)', 'timezone(text,timetz)']);

/**
 * Its value may change from tick to tick though no row does: now(), random(). What is stable because it follows a
 * setting (timestamptz + interval follows TimeZone) does not: a view keeps the settings that it was made under.
 */
export function dependsOnTime(expr: Expr): boolean {
  return someExpr(expr, part => {
    const signature = signatureOf(part);
    if (signature === null) return false;
    return (
      clocks.has(functionName(signature)) ||
      offsetsOfToday.has(signature) ||
      (signature.startsWith('age(timestamp') && !signature.includes(',')) ||
      volatilityOf(signature) === 'volatile'
    );
  });
}

export function isImmutable(expr: Expr): boolean {
  return !someExpr(expr, part => signatureOf(part) !== null && volatilityOf(signatureOf(part)!) !== 'immutable');
}

function volatilityOf(signature: string): 'immutable' | 'stable' | 'volatile' {
  return functionBySignature(signature).volatility;
}

function signatureOf(expr: Expr): string | null {
  return expr.op === 'call' || expr.op === 'quantified' ? expr.signature : null;
}

const comparisons = new Set(['=', '<>', '<', '<=', '>', '>=']);

/** `left OP right` of the registry by one of = <> < <= > >=, else null. */
export function comparisonOf(expr: Expr): {operator: string; left: Expr; right: Expr} | null {
  if (expr.op !== 'call' || expr.args.length !== 2) return null;
  const operator = functionName(expr.signature);
  return comparisons.has(operator) ? {operator, left: expr.args[0], right: expr.args[1]} : null;
}

/**
 * Evaluating the expression may raise an error for some row. A filter that may fail keeps its place after the filters
 * that were written before it, since these may be there to protect it.
 */
export function canFail(expr: Expr): boolean {
  const signature = signatureOf(expr);
  // Its CHECK may refuse the value.
  if (expr.op === 'call' && expr.type.domain !== undefined) return true;
  if (signature !== null && !neverFails(signature, exprChildren(expr))) return true;
  return exprChildren(expr).some(canFail);
}

const safeFunctions = new Set(
  (
    'lower upper initcap length char_length character_length octet_length bit_length btrim ltrim rtrim reverse ' +
    'position strpos starts_with left right md5 concat concat_ws coalesce nullif isfinite ' +
    '~~ !~~ ~~* !~~* || ->> -> #> #>> @> <@ ? && ' +
    'now current_timestamp current_date date_part'
  ).split(' '),
);
const exactNumbers = ['int2', 'int4', 'int8', 'numeric'];
const characterTypes = ['text', 'varchar', 'bpchar', 'name', 'char'];

function neverFails(signature: string, args: readonly Expr[]): boolean {
  const name = functionName(signature);
  if (comparisons.has(name) || safeFunctions.has(name)) return true;
  const types = argumentTypes(signature);
  if (name === 'cast') return safeCast(types[0], types[1]);
  if (name === '+' || name === '-' || name === '*') return types.every(type => type === 'numeric');
  if (name === '%') return isNonZero(args[1]);
  if (name === '/')
    return (
      types.every(type => type === 'numeric' || type.startsWith('int')) && isNonZero(args[1]) && !isMinusOne(args[1])
    );
  return false;
}

function safeCast(from: string, to: string): boolean {
  if (from === to) return true;
  if (to === 'text' || (characterTypes.includes(from) && characterTypes.includes(to))) return true;
  if (exactNumbers.includes(from) && exactNumbers.includes(to))
    return exactNumbers.indexOf(from) <= exactNumbers.indexOf(to);
  if (to === 'float8') return from === 'float4' || from.startsWith('int');
  return from === 'date' && (to === 'timestamp' || to === 'timestamptz');
}

function isNonZero(expr: Expr | undefined): boolean {
  if (expr?.op !== 'literal' || expr.value === null) return false;
  const {value} = expr;
  if (typeof value === 'object') return 'coefficient' in value && value.coefficient !== 0n;
  return (typeof value === 'number' || typeof value === 'bigint') && Number(value) !== 0;
}

function isMinusOne(expr: Expr): boolean {
  return expr.op === 'literal' && Number(expr.value) === -1;
}

const sequenceFunctions: ReadonlySet<string> = new Set(['nextval', 'currval', 'lastval', 'setval']);

/** What it gives depends on the rows that came before. */
export function usesSequence(expr: Expr): boolean {
  return someExpr(expr, part => part.op === 'call' && sequenceFunctions.has(functionName(part.signature)));
}
