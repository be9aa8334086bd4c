import type {Expr, OrderKey} from '../../expr/expr.ts';
import {sameExpr} from '../../plan/expr-key.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {FunctionCall, SortKey} from '../ast/index.ts';
import type {Env} from './clause.ts';
import {resolveUnknown} from './coerce.ts';
import type {BindContext} from './context.ts';
import {bindExpression} from './expression.ts';
import {direction} from './order-by.ts';
import {requireEquality, requireOrdering} from './sortable.ts';

/** The ORDER BY of an aggregate's call: expressions over its input, a number is just a number. Errors: 42883, 42809. */
export function bindOrder(
  ctx: BindContext,
  env: Env,
  keys: readonly SortKey[],
  {keepUnknown = false}: {readonly keepUnknown?: boolean} = {},
): OrderKey[] {
  return keys.map(key => {
    const position = ctx.at(key.expression.span.start);
    const bound = bindExpression(ctx, {level: env.level, clause: 'aggregate arguments'}, key.expression);
    const expr = keepUnknown ? bound : resolveUnknown(ctx, bound);
    if (expr !== bound) ctx.markAt(expr, position);
    requireOrdering(expr.type, position);
    return {expr, ...direction(ctx, key)};
  });
}

/** Errors: 42P10 when it sorts by something else, 42883 when an argument cannot be sorted. */
export function checkDistinctOrder(
  ctx: BindContext,
  ast: FunctionCall,
  args: readonly Expr[],
  order: readonly OrderKey[],
): void {
  for (const [i, {expr}] of order.entries()) {
    if (args.some(arg => sameExpr(arg, expr))) continue;
    throw new SqlError('42P10', 'in an aggregate with DISTINCT, ORDER BY expressions must appear in argument list', {
      position: ctx.at(ast.orderBy[i].expression.span.start),
    });
  }
  for (const arg of args) {
    requireEquality(arg.type, ctx.positionOf(arg));
    requireOrdering(arg.type, ctx.positionOf(arg));
  }
}
