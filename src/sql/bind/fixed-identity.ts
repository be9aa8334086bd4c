import type {Expr} from '../../expr/expr.ts';
import {BOOLEAN, NAME} from '../../types/sql-type.ts';
import type {FunctionCall, SqlValueFunction} from '../ast/index.ts';
import type {BindContext, BindOptions} from './context.ts';

// Who current_user is, where that is settled before the statement runs. Within a SECURITY DEFINER function it is its owner.
// In what lives on, policies see whoever made it, once and for all: a materialized view holds what its owner was shown.

/** What the binding of a policy is told of who asks: nothing where that is asked anew each time. */
export function fixedIdentity(options: BindOptions): Pick<BindOptions, 'fixedRole'> {
  return options.lasting ? {fixedRole: options.as ?? options.runAs ?? options.role} : {};
}

/** current_user and its like as a constant; null: it is asked for as the statement runs. */
export function fixedUser(ctx: BindContext, name: SqlValueFunction['function']): Expr | null {
  const {runAs, fixedRole} = ctx.options;
  const role = name === 'session_user' ? fixedRole : (runAs ?? fixedRole);
  if (role === undefined || !['current_role', 'current_user', 'user', 'session_user'].includes(name)) return null;
  return {op: 'literal', value: ctx.catalog.roleBook.ofOid(role)?.name ?? '', type: NAME};
}

/** is_role_in_session('…') as a constant; null: as `fixedUser`. */
export function fixedRoleTest(ctx: BindContext, ast: FunctionCall, name: string): Expr | null {
  const role = ctx.options.runAs ?? ctx.options.fixedRole;
  const [arg] = ast.args;
  if (role === undefined || name !== 'is_role_in_session' || ast.args.length !== 1 || arg.kind !== 'string')
    return null;
  const wanted = ctx.catalog.role(arg.value);
  const value = wanted !== null && ctx.catalog.roleBook.hasRightsOf(role, wanted.oid);
  return {op: 'literal', value, type: BOOLEAN};
}

/** What asks about the current user within a SECURITY DEFINER function is told that it is its owner. Errors: 0A000. */
export function askedOfOwner(ctx: BindContext, ast: FunctionCall, name: string): FunctionCall {
  const {runAs} = ctx.options;
  if (runAs === undefined) return ast;
  if (name === 'row_security_active') throw ctx.unsupported(`${name}() in a SECURITY DEFINER function`, ast);
  const asked =
    name === 'has_column_privilege' ? 3 : name === 'pg_has_role' || /^has_\w+_privilege$/.test(name) ? 2 : -1;
  if (ast.args.length !== asked) return ast;
  const owner = ctx.catalog.roleBook.ofOid(runAs)!.name;
  return {...ast, args: [{kind: 'string', value: owner, span: ast.span}, ...ast.args]};
}
