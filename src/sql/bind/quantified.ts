import type {Expr} from '../../expr/expr.ts';
import {SqlError} from '../../types/sql-error.ts';
import {arrayOf} from '../../types/sql-type.ts';
import type {QuantifiedExpression} from '../ast/index.ts';
import type {Env} from './clause.ts';
import {mustCoerce, resolveUnknown} from './coerce.ts';
import type {BindContext} from './context.ts';
import {bindExpression} from './expression.ts';
import {callQuantified} from './predicates.ts';
import {bindQuantifiedSubquery} from './subquery.ts';

/** `a OP ANY|ALL (array or query)`. Errors: 42809, 42883. */
export function bindQuantified(ctx: BindContext, env: Env, ast: QuantifiedExpression): Expr {
  if (ast.right.kind === 'query') {
    return bindQuantifiedSubquery(ctx, env, {
      left: ast.left,
      query: ast.right,
      operator: ast.operator,
      quantifier: ast.quantifier,
      at: ast.at,
    });
  }
  const left = bindExpression(ctx, env, ast.left);
  let array = bindExpression(ctx, env, ast.right);
  if (array.type.kind === 'unknown') {
    const element = resolveUnknown(ctx, left).type;
    array = mustCoerce(ctx, array, arrayOf(element), 'implicit', ctx.positionOf(array));
  }
  if (array.type.kind !== 'array') {
    throw new SqlError('42809', 'op ANY/ALL (array) requires array on right side', {position: ctx.at(ast)});
  }
  return callQuantified(ctx, ast.operator, ast.quantifier, left, array, ast.at);
}
