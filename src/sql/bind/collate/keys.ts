import type {Collation} from '../../../catalog/system/collations.ts';
import type {Expr} from '../../../expr/expr.ts';
import {castBetween} from '../../../expr/registry.ts';
import {BIGINT, BYTEA, TEXT, arrayOf, baseOf} from '../../../types/sql-type.ts';
import type {SqlType} from '../../../types/sql-type.ts';

// Texts as bytes that are in the order of a collation: with them no operator and no kernel needs to know of collations.

export const COLLATE = '$collate(anyelement,int8)';

/** Texts in this collation are in the order of their bytes. */
export function isBytewise({icuLocale}: Collation): boolean {
  return icuLocale === null;
}

/** Marks the value as being of the collation, until `collateExpr` has seen it. */
export function marked(arg: Expr, collation: number, position: number): Expr {
  const oid: Expr = {op: 'literal', value: BigInt(collation), type: BIGINT};
  return {op: 'call', signature: COLLATE, args: [arg, oid], type: arg.type, position};
}

/** The bytes by which values are put in order: those of equal texts are equal, and of different ones different. */
export function totalKey(expr: Expr, collation: Collation): Expr {
  return keyCall('$collation_key', expr, collation);
}

/** The bytes by which values are compared: of texts that a collation does not tell apart, the same. */
export function comparisonKey(expr: Expr, collation: Collation): Expr {
  return keyCall(collation.deterministic ? '$collation_key' : '$collation_class', expr, collation);
}

/** The text that a total key was made of, as a value of the type. */
export function textOfKey(key: Expr, type: SqlType): Expr {
  const text: Expr = {op: 'call', signature: '$collated_text(bytea)', args: [key], type: TEXT};
  return converted(text, type);
}

function keyCall(name: string, expr: Expr, {icuLocale}: Collation): Expr {
  const isArray = baseOf(expr.type).kind === 'array';
  const wanted = isArray ? arrayOf(TEXT) : TEXT;
  const locale: Expr = {op: 'literal', value: icuLocale, type: TEXT};
  return {
    op: 'call',
    signature: `${name}(${isArray ? 'text[]' : 'text'},text)`,
    args: [converted(expr, wanted), locale],
    type: isArray ? arrayOf(BYTEA) : BYTEA,
  };
}

/** As a value of the other type of texts. */
function converted(expr: Expr, to: SqlType): Expr {
  const from = baseOf(expr.type);
  if (from.kind === to.kind && from.kind !== 'array' && from.length === to.length) return expr;
  if (from.kind === 'array' && from.element!.kind === 'text') return expr;
  const row = castBetween(from, to);
  if (!row) throw new Error(`no cast from ${from.kind} to ${to.kind}`);
  return {op: 'call', signature: row.signature, args: [expr], type: to};
}
