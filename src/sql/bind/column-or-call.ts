import type {Expr} from '../../expr/expr.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {ColumnRef, FunctionCall} from '../ast/index.ts';
import type {Env} from './clause.ts';
import type {BindContext} from './context.ts';
import {bindFunctionCall} from './function-call.ts';
import {bindColumnRef} from './resolve-column.ts';

/** A column, a row, a parameter; `t.f` that is none of these is `f(t)`, if somebody made such a function. */
export function bindColumnOrCall(ctx: BindContext, env: Env, ast: ColumnRef): Expr {
  try {
    return bindColumnRef(ctx, env.level, ast);
  } catch (error) {
    const call = error instanceof SqlError && error.code === '42703' ? asCall(ctx, ast) : null;
    if (!call) throw error;
    return bindFunctionCall(ctx, env, call);
  }
}

function asCall(ctx: BindContext, ast: ColumnRef): FunctionCall | null {
  const name = ast.path.at(-1)!;
  if (ast.path.length < 2 || ast.star || ctx.catalog.functionsNamed([name], ctx.options.searchPath).length === 0)
    return null;
  return {
    kind: 'function_call',
    name: [name],
    args: [{...ast, path: ast.path.slice(0, -1)}],
    star: false,
    distinct: false,
    variadic: false,
    orderBy: [],
    withinGroup: false,
    filter: null,
    over: null,
    sqlSyntax: false,
    at: ast.span.start,
    span: ast.span,
  };
}
