import type {Expr} from '../expr/expr.ts';
import {exprChildren, mapExprChildren} from './map-expr.ts';
import {mapRelChildren, mapRelExprs, relChildren, relExprs} from './rel-children.ts';
import type {Rel} from './rel.ts';

// `depth` counts applies: an expression on the right side of an apply sees the apply's left row at depth 1, the row of
// the apply around that one at depth 2. `on` stands outside of its own apply.

type OuterExpr = Extract<Expr, {op: 'outer'}>;

/** Columns that the relation reads of the row `depth` levels out. */
export function outerColumns(rel: Rel, depth = 1, into = new Set<number>()): Set<number> {
  for (const expr of relExprs(rel)) outerColumnsOf(expr, depth, into);
  relChildren(rel).forEach((child, i) => outerColumns(child, inner(rel, i, depth), into));
  return into;
}

export function outerColumnsOf(expr: Expr, depth = 1, into = new Set<number>()): Set<number> {
  if (expr.op === 'outer') {
    if (expr.depth === depth) into.add(expr.index);
  } else {
    for (const child of exprChildren(expr)) outerColumnsOf(child, depth, into);
  }
  return into;
}

export function refersToOuter(rel: Rel, depth = 1): boolean {
  return (
    relExprs(rel).some(expr => exprRefersToOuter(expr, depth)) ||
    relChildren(rel).some((child, i) => refersToOuter(child, inner(rel, i, depth)))
  );
}

export function exprRefersToOuter(expr: Expr, depth = 1): boolean {
  if (expr.op === 'outer') return expr.depth === depth;
  return exprChildren(expr).some(child => exprRefersToOuter(child, depth));
}

/**
 * Replaces the references that leave the relation. `f` gets each with its depth as seen from the relation's top, and
 * `nesting`, the applies in between: what it returns must count these again for references it keeps.
 */
export function mapOuter(rel: Rel, f: (outer: OuterExpr, nesting: number) => Expr, nesting = 0): Rel {
  const mapped = mapRelExprs(rel, expr => mapOuterOf(expr, f, nesting));
  return mapRelChildren(mapped, (child, i) => mapOuter(child, f, inner(rel, i, nesting)));
}

export function mapOuterOf(expr: Expr, f: (outer: OuterExpr, nesting: number) => Expr, nesting = 0): Expr {
  if (expr.op !== 'outer') return mapExprChildren(expr, child => mapOuterOf(child, f, nesting));
  if (expr.depth <= nesting) return expr;
  return f(nesting === 0 ? expr : {...expr, depth: expr.depth - nesting}, nesting);
}

function inner(rel: Rel, child: number, depth: number): number {
  return rel.node === 'apply' && child === 1 ? depth + 1 : depth;
}
