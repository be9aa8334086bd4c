import type {Expr} from '../../expr/expr.ts';
import {castBetween} from '../../expr/registry.ts';
import {columnsWithin, shiftColumns} from '../../plan/columns.ts';
import {conjuncts, TRUE} from '../../plan/conjuncts.ts';
import {comparisonOf, isVolatile} from '../../plan/function-facts.ts';
import type {JoinRel} from '../../plan/rel.ts';
import {NUMERIC, sameLayout, type SqlType, type TypeKind} from '../../types/sql-type.ts';
import {regKinds} from '../../types/reg-kinds.ts';

/** An equation between an expression of the left side and one of the right (each over its own columns), of one layout. */
export type JoinKey = {readonly left: Expr; readonly right: Expr; readonly nullSafe: boolean};

/** ON as keys to hash by, and what is left to be checked for each pair. */
export function joinKeys(rel: JoinRel): {keys: JoinKey[]; residual: Expr[]} {
  const width = rel.left.schema.length;
  const keys: JoinKey[] = [];
  const residual: Expr[] = [];
  for (const part of conjuncts(rel.on)) {
    const key = equation(part, width) ?? oneSided(part, width, rel);
    if (key && !isVolatile(part)) keys.push(key);
    else residual.push(part);
  }
  return {keys, residual};
}

function equation(part: Expr, width: number): JoinKey | null {
  const nullSafe = part.op === 'distinct' && part.negated;
  const sides = part.op === 'distinct' ? (part.negated ? part : null) : comparisonOf(part);
  if (!sides || ('operator' in sides && sides.operator !== '=')) return null;
  const swapped = columnsWithin(sides.right, 0, width);
  const left = swapped ? sides.right : sides.left;
  const right = swapped ? sides.left : sides.right;
  if (!columnsWithin(left, 0, width) || !columnsWithin(right, width, Infinity)) return null;
  return ofOneLayout(left, shiftColumns(right, -width), nullSafe);
}

/**
 * A condition of one side in an outer, semi or anti join decides whether its rows match at all, not whether they are kept:
 * it is the equation of the condition with TRUE.
 */
function oneSided(part: Expr, width: number, rel: JoinRel): JoinKey | null {
  if (rel.kind === 'inner') return null;
  if (columnsWithin(part, 0, width)) return {left: part, right: TRUE, nullSafe: false};
  if (columnsWithin(part, width, Infinity)) return {left: TRUE, right: shiftColumns(part, -width), nullSafe: false};
  return null;
}

const integers: readonly TypeKind[] = ['smallint', 'integer', 'bigint'];
const floats: readonly TypeKind[] = ['real', 'double precision'];
const dates: readonly TypeKind[] = ['date', 'timestamp'];
/** Kinds of which equal values have equal bytes. */
const alike: readonly (readonly TypeKind[])[] = [
  ['text', 'varchar', 'name'],
  ['oid', ...regKinds],
];

/** Both sides in the same layout, by a cast where they are not; null: equality is not that of the hashed values. */
function ofOneLayout(left: Expr, right: Expr, nullSafe: boolean): JoinKey | null {
  const [a, b] = [left.type, right.type];
  if (a.kind === b.kind && sameLayout(a, b)) return {left, right, nullSafe};
  if (alike.some(kinds => kinds.includes(a.kind) && kinds.includes(b.kind))) return {left, right, nullSafe};
  const common = commonType(a, b);
  return common && {left: castTo(left, common), right: castTo(right, common), nullSafe};
}

function commonType(a: SqlType, b: SqlType): SqlType | null {
  for (const kinds of [integers, floats, dates]) {
    const [i, j] = [kinds.indexOf(a.kind), kinds.indexOf(b.kind)];
    if (i >= 0 && j >= 0) return i > j ? a : b;
  }
  return a.kind === 'numeric' && b.kind === 'numeric' ? NUMERIC : null;
}

function castTo(expr: Expr, type: SqlType): Expr {
  if (expr.type.kind === type.kind && sameLayout(expr.type, type)) return expr;
  const cast = castBetween(expr.type, type)!;
  return {op: 'call', signature: cast.signature, args: [expr], type};
}
