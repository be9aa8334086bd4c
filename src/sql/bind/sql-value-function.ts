import type {Expr} from '../../expr/expr.ts';
import {DATE, TIME, TIMESTAMP, TIMETZ} from '../../types/sql-type.ts';
import type {SqlType} from '../../types/sql-type.ts';
import type {SqlValueFunction} from '../ast/index.ts';
import {callNamed} from './call.ts';
import type {Env} from './clause.ts';
import {mustCoerce} from './coerce.ts';
import type {BindContext} from './context.ts';
import {fixedUser} from './fixed-identity.ts';

/** current_date and its kin, as Postgres defines them: casts of now(), and functions of the session. */
export function bindSqlValueFunction(ctx: BindContext, _env: Env, ast: SqlValueFunction): Expr {
  const at = ast.span.start;
  const fixed = fixedUser(ctx, ast.function);
  if (fixed) return fixed;
  const now = () => callNamed(ctx, 'now', [], at);
  const as = (expr: Expr, type: SqlType) => mustCoerce(ctx, expr, type, 'explicit', ctx.at(at));
  const precise = (expr: Expr) =>
    ast.precision === null ? expr : as(expr, {kind: expr.type.kind, precision: Math.min(ast.precision, 6)});
  switch (ast.function) {
    case 'current_date':
      return as(now(), DATE);
    case 'current_timestamp':
      return precise(now());
    case 'localtimestamp':
      return precise(as(now(), TIMESTAMP));
    case 'localtime':
      return precise(as(as(now(), TIMESTAMP), TIME));
    case 'current_time':
      return precise(as(now(), TIMETZ));
    case 'current_role':
    case 'user':
      return callNamed(ctx, 'current_user', [], at);
    case 'current_catalog':
      return callNamed(ctx, 'current_database', [], at);
    case 'current_user':
    case 'session_user':
    case 'current_schema':
      return callNamed(ctx, ast.function, [], at);
  }
}
