import type {Expr} from '../../expr/expr.ts';
import {isVolatile} from '../../plan/function-facts.ts';
import {mapExprChildren} from '../../plan/map-expr.ts';
import {mapRelChildren, mapRelExprs} from '../../plan/rel-children.ts';
import type {Rel} from '../../plan/rel.ts';

// What stands in the body of a function for its parameters $1, $2 … once it is called.

/** An argument is put where its parameter stands: one that moves must not be put in two places. */
export function movesTwice(body: Rel, arg: Expr, index: number): boolean {
  return isVolatile(arg) && occurrences(body, index + 1) > 1;
}

function occurrences(rel: Rel, index: number): number {
  let count = 0;
  substitute(rel, expr => {
    if (expr.index === index) count++;
    return expr;
  });
  return count;
}

/** The body over the arguments of a call that stands so many applies further out. */
export function withArguments(rel: Rel, args: readonly Expr[], levels: number): Rel {
  return substitute(rel, (parameter, nesting) => deeper(args[parameter.index - 1], nesting + levels));
}

export function exprWithArguments(expr: Expr, args: readonly Expr[]): Expr {
  return substituteExpr(expr, parameter => args[parameter.index - 1], 0);
}

type Parameter = Extract<Expr, {op: 'parameter'}>;

function substitute(rel: Rel, f: (parameter: Parameter, nesting: number) => Expr, nesting = 0): Rel {
  const mapped = mapRelExprs(rel, expr => substituteExpr(expr, f, nesting));
  return mapRelChildren(mapped, (child, i) =>
    substitute(child, f, mapped.node === 'apply' && i === 1 ? nesting + 1 : nesting),
  );
}

function substituteExpr(expr: Expr, f: (parameter: Parameter, nesting: number) => Expr, nesting: number): Expr {
  if (expr.op === 'parameter') return f(expr, nesting);
  return mapExprChildren(expr, child => substituteExpr(child, f, nesting));
}

/** The expression as seen from `levels` applies further in. */
function deeper(expr: Expr, levels: number): Expr {
  if (levels === 0) return expr;
  if (expr.op === 'column') return {op: 'outer', depth: levels, index: expr.index, type: expr.type};
  if (expr.op === 'outer') return {...expr, depth: expr.depth + levels};
  return mapExprChildren(expr, child => deeper(child, levels));
}
