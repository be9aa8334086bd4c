import type {Expr} from '../expr/expr.ts';

const NONE: readonly Expr[] = Object.freeze([]);

/** The expressions directly beneath one, in evaluation order. */
export function exprChildren(expr: Expr): readonly Expr[] {
  switch (expr.op) {
    case 'column':
    case 'outer':
    case 'literal':
    case 'parameter':
      return NONE;
    case 'call':
    case 'and':
    case 'or':
    case 'coalesce':
    case 'greatest':
    case 'least':
    case 'row':
    case 'array':
      return expr.args;
    case 'not':
    case 'isNull':
    case 'isTruth':
    case 'field':
      return [expr.arg];
    case 'distinct':
      return [expr.left, expr.right];
    case 'case':
      return [...expr.whens.flatMap(({when, then}) => [when, then]), expr.otherwise];
    case 'subscript':
      return [expr.arg, expr.subscript];
    case 'quantified':
      return [expr.left, expr.array];
  }
}

/** The expression with `f` applied to each direct child; itself when no child changed. */
export function mapExprChildren(expr: Expr, f: (child: Expr) => Expr): Expr {
  switch (expr.op) {
    case 'column':
    case 'outer':
    case 'literal':
    case 'parameter':
      return expr;
    case 'call':
    case 'and':
    case 'or':
    case 'coalesce':
    case 'greatest':
    case 'least':
    case 'row':
    case 'array': {
      const args = mapList(expr.args, f);
      return args === expr.args ? expr : {...expr, args};
    }
    case 'not':
    case 'isNull':
    case 'isTruth':
    case 'field': {
      const arg = f(expr.arg);
      return arg === expr.arg ? expr : {...expr, arg};
    }
    case 'distinct': {
      const left = f(expr.left);
      const right = f(expr.right);
      return left === expr.left && right === expr.right ? expr : {...expr, left, right};
    }
    case 'case': {
      const whens = mapList(expr.whens, branch => {
        const when = f(branch.when);
        const then = f(branch.then);
        return when === branch.when && then === branch.then ? branch : {when, then};
      });
      const otherwise = f(expr.otherwise);
      return whens === expr.whens && otherwise === expr.otherwise ? expr : {...expr, whens, otherwise};
    }
    case 'subscript': {
      const arg = f(expr.arg);
      const subscript = f(expr.subscript);
      return arg === expr.arg && subscript === expr.subscript ? expr : {...expr, arg, subscript};
    }
    case 'quantified': {
      const left = f(expr.left);
      const array = f(expr.array);
      return left === expr.left && array === expr.array ? expr : {...expr, left, array};
    }
  }
}

/** Rebuilds an expression from its leaves up; parts that `f` leaves alone keep their identity. */
export function rewriteExpr(expr: Expr, f: (expr: Expr) => Expr): Expr {
  return f(mapExprChildren(expr, child => rewriteExpr(child, f)));
}

export function someExpr(expr: Expr, test: (expr: Expr) => boolean): boolean {
  if (test(expr)) return true;
  const children = exprChildren(expr);
  return children.length > 0 && children.some(child => someExpr(child, test));
}

/** Array.map that keeps the array when no element changed. */
export function mapList<T>(list: readonly T[], f: (item: T, index: number) => T): readonly T[] {
  let changed: T[] | null = null;
  for (let i = 0; i < list.length; i++) {
    const mapped = f(list[i], i);
    if (mapped !== list[i]) (changed ??= [...list])[i] = mapped;
  }
  return changed ?? list;
}
