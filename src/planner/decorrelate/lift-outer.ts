import type {Expr} from '../../expr/expr.ts';
import {columnsOf, project} from '../../plan/build.ts';
import {exprKey} from '../../plan/expr-key.ts';
import {canFail, comparisonOf, isVolatile} from '../../plan/function-facts.ts';
import {exprChildren, mapExprChildren} from '../../plan/map-expr.ts';
import {exprRefersToOuter, mapOuterOf} from '../../plan/outer-references.ts';
import {mapRelChildren, mapRelExprs} from '../../plan/rel-children.ts';
import type {Rel} from '../../plan/rel.ts';
import {lower} from './push-domain.ts';

/**
 * In `own = f(outer columns)` lets the left side compute f as one more column, so that the subquery is correlated by a
 * plain column. Answers the left side with such columns added at its end.
 */
export function liftOuterExpressions(left: Rel, right: Rel): {left: Rel; right: Rel} {
  const lifted: {readonly expr: Expr; readonly key: string}[] = [];
  const width = left.schema.length;

  const lift = (expr: Expr): Expr => {
    if (expr.op !== 'call' || !isOuterOnly(expr) || canFail(expr) || isVolatile(expr)) return expr;
    const computed = mapOuterOf(expr, outer =>
      outer.depth === 1 ? {op: 'column', index: outer.index, type: outer.type} : lower(outer),
    );
    const key = exprKey(computed);
    let at = lifted.findIndex(other => other.key === key);
    if (at < 0) at = lifted.push({expr: computed, key}) - 1;
    return {op: 'outer', depth: 1, index: width + at, type: expr.type};
  };
  const liftSides = (expr: Expr): Expr => {
    if (comparisonOf(expr)?.operator === '=') return mapExprChildren(expr, lift);
    return mapExprChildren(expr, liftSides);
  };
  const walk = (rel: Rel): Rel => mapRelChildren(mapRelExprs(rel, liftSides), walk);

  const rewritten = walk(right);
  if (lifted.length === 0) return {left, right};
  const names = [...left.schema.map(column => column.name), ...lifted.map(() => '?column?')];
  return {left: project(left, [...columnsOf(left.schema), ...lifted.map(({expr}) => expr)], names), right: rewritten};
}

function isOuterOnly(expr: Expr): boolean {
  return exprRefersToOuter(expr) && hasNoColumns(expr);
}

function hasNoColumns(expr: Expr): boolean {
  return expr.op !== 'column' && exprChildren(expr).every(hasNoColumns);
}
