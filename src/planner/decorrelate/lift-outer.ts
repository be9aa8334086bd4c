import type {Expr} from '../../expr/expr.ts';
import {castBetween} from '../../expr/registry.ts';
import {signatureOf} from '../../expr/short-names.ts';
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
 * plain column (a cast to the other side's integer type is such a function). Answers the left side with these added at
 * its end.
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
    if (comparisonOf(expr)?.operator === '=') return mapExprChildren(ofOneInteger(expr), lift);
    return mapExprChildren(expr, liftSides);
  };
  const walk = (rel: Rel): Rel => mapRelChildren(mapRelExprs(rel, liftSides), walk);

  const rewritten = walk(right);
  if (lifted.length === 0) return {left, right: rewritten};
  const names = [...left.schema.map(column => column.name), ...lifted.map(() => '?column?')];
  return {left: project(left, [...columnsOf(left.schema), ...lifted.map(({expr}) => expr)], names), right: rewritten};
}

const integers = ['smallint', 'integer', 'bigint'];

/** An equation of integers of two types as one of the wider. */
function ofOneInteger(expr: Expr): Expr {
  const {left, right} = comparisonOf(expr)!;
  const [a, b] = [integers.indexOf(left.type.kind), integers.indexOf(right.type.kind)];
  if (a === b || a < 0 || b < 0 || !exprRefersToOuter(expr)) return expr;
  const type = a > b ? left.type : right.type;
  const widen = (side: Expr): Expr => {
    if (side.type.kind === type.kind) return side;
    return {op: 'call', signature: castBetween(side.type, type)!.signature, args: [side], type};
  };
  return {op: 'call', signature: signatureOf('=', [type, type]), args: [widen(left), widen(right)], type: expr.type};
}

function isOuterOnly(expr: Expr): boolean {
  return exprRefersToOuter(expr) && hasNoColumns(expr);
}

function hasNoColumns(expr: Expr): boolean {
  return expr.op !== 'column' && exprChildren(expr).every(hasNoColumns);
}
