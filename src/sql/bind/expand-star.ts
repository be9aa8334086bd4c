import type {Expr} from '../../expr/expr.ts';
import {SqlError} from '../../types/sql-error.ts';
import {kindName} from '../../types/type-names.ts';
import type {Expression} from '../ast/index.ts';
import type {Env} from './clause.ts';
import {asBase} from './coerce.ts';
import type {BindContext} from './context.ts';
import {bindSteps} from './indirection.ts';
import {knownFields, noteFields} from './known-fields.ts';
import {expandStar} from './resolve-column.ts';

/** The columns of `t.*` or the fields of `(x).*` in a list of expressions; null for any other expression. */
export function expandedStar(ctx: BindContext, env: Env, ast: Expression): Expr[] | null {
  if (ast.kind === 'column_ref' && ast.star) return expandStar(ctx, env.level, ast).map(({expr}) => expr);
  if (ast.kind !== 'indirection' || ast.steps[ast.steps.length - 1].kind !== 'star') return null;
  return compositeFields(ctx, env, ast).map(({expr}) => expr);
}

/** Errors: 42809. */
export function compositeFields(ctx: BindContext, env: Env, ast: Expression & {readonly kind: 'indirection'}) {
  const arg = asBase(bindSteps(ctx, env, ast, ast.steps.slice(0, -1)));
  if (!arg.type.fields) {
    throw new SqlError('42809', `type ${kindName(arg.type)} is not composite`);
  }
  const fields = knownFields(ctx, arg.type);
  noteFields(ctx, fields);
  ctx.recorder?.allFields.set(
    ast,
    fields.map(({current}) => current),
  );
  return fields.map(({name, type, index}) => ({name, expr: ctx.mark({op: 'field', arg, index, type} as const, ast)}));
}
