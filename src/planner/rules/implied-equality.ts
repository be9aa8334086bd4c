import type {Expr} from '../../expr/expr.ts';
import {type ColumnExpr, rewriteColumns, shiftColumns, usedColumns} from '../../plan/columns.ts';
import {conjunction, conjuncts} from '../../plan/conjuncts.ts';
import {sameExpr} from '../../plan/expr-key.ts';
import {comparisonOf, dependsOnTime} from '../../plan/function-facts.ts';
import {someExpr} from '../../plan/map-expr.ts';
import {keepsNotNull} from '../../plan/nullability.ts';
import type {JoinRel} from '../../plan/rel.ts';
import {sameType, type TypeKind} from '../../types/sql-type.ts';
import {rule} from '../rule.ts';

/** Of these, equal values are the same value (1.0 and 1.00, 0 and -0, '24 h' and '1 day' are not). */
const identical = new Set<TypeKind>(
  'boolean smallint integer bigint date time timestamp timestamptz text varchar name uuid oid'.split(' ') as TypeKind[],
);

/**
 * Where a = b joins, f(a) = f(b) says nothing new: windows that start together end together. Columns that a projection
 * beneath computes are seen as what they are computed from.
 */
export const impliedEquality = rule('implied equality', 'join', node => {
  const parts = conjuncts(node.on);
  if (parts.length < 2) return null;
  const expanded = parts.map(part => throughProjects(part, node));
  const twins = new Map<number, ColumnExpr>();
  for (const part of expanded) {
    const equality = comparisonOf(part);
    if (equality?.operator !== '=' || equality.left.op !== 'column' || equality.right.op !== 'column') continue;
    const [low, high] = [equality.left, equality.right].sort((a, b) => a.index - b.index);
    if (identical.has(low.type.kind) && sameType(low.type, high.type)) twins.set(high.index, low);
  }
  if (twins.size === 0) return null;
  const told = parts.filter((_, i) => !isImplied(expanded[i], twins));
  return told.length === parts.length ? null : {...node, on: conjunction(told)};
});

/** Right columns are numbered from far above those of the left, whatever stands beneath. */
const FAR = 1_000_000;

function throughProjects(part: Expr, node: JoinRel): Expr {
  const width = node.left.schema.length;
  return rewriteColumns(part, column => {
    const isLeft = column.index < width;
    const side = isLeft ? node.left : node.right;
    const own = {...column, index: isLeft ? column.index : column.index - width};
    const expr = side.node === 'project' ? side.exprs[own.index] : own;
    return isLeft ? expr : shiftColumns(expr, FAR);
  });
}

function isImplied(part: Expr, twins: ReadonlyMap<number, ColumnExpr>): boolean {
  const equality = comparisonOf(part);
  if (equality?.operator !== '=' || equality.left.op === 'column' || equality.right.op === 'column') return false;
  const known = new Set([...twins.keys(), ...[...twins.values()].map(column => column.index)]);
  if ([...usedColumns(part)].some(column => !known.has(column)) || dependsOnTime(part)) return false;
  if (someExpr(part, mayGiveNull)) return false;
  const unify = (expr: Expr) => rewriteColumns(expr, column => twins.get(column.index) ?? column);
  return sameExpr(unify(equality.left), unify(equality.right));
}

function mayGiveNull(expr: Expr): boolean {
  if (expr.op === 'column') return false;
  if (expr.op === 'literal') return expr.value === null;
  return expr.op !== 'call' || !keepsNotNull(expr.signature);
}
