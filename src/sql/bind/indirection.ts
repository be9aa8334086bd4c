import type {Expr} from '../../expr/expr.ts';
import {SqlError} from '../../types/sql-error.ts';
import {kindName} from '../../types/type-names.ts';
import type {IndirectionExpression, IndirectionStep} from '../ast/index.ts';
import type {Env} from './clause.ts';
import type {BindContext} from './context.ts';
import {bindExpression, bindSubscript} from './expression.ts';

/** `(x).f`, `a[1]`. Errors: 42703 no such field, 42809 not a composite, 42804 not an array. */
export function bindIndirection(ctx: BindContext, env: Env, ast: IndirectionExpression): Expr {
  return bindSteps(ctx, env, ast, ast.steps);
}

/** The base and the first `steps` of an indirection: what stands before a trailing `.*`. */
export function bindSteps(
  ctx: BindContext,
  env: Env,
  ast: IndirectionExpression,
  steps: readonly IndirectionStep[],
): Expr {
  let expr = bindExpression(ctx, env, ast.base);
  for (const step of steps) expr = bindStep(ctx, env, ast, expr, step);
  return expr;
}

function bindStep(ctx: BindContext, env: Env, ast: IndirectionExpression, arg: Expr, step: IndirectionStep): Expr {
  const position = ctx.at(ast);
  switch (step.kind) {
    case 'field': {
      const {fields} = arg.type;
      if (!fields) {
        throw new SqlError(
          '42809',
          `column notation .${step.name} applied to type ${kindName(arg.type)}, which is not a composite type`,
          {position},
        );
      }
      const index = fields.findIndex(field => field.name === step.name);
      if (index < 0) {
        throw new SqlError('42703', `column "${step.name}" not found in data type ${kindName(arg.type)}`, {position});
      }
      return {op: 'field', arg, index, type: fields[index].type};
    }
    case 'subscript': {
      if (arg.type.kind === 'jsonb') throw ctx.unsupported('jsonb subscripts', ast);
      if (arg.type.kind !== 'array') {
        throw new SqlError(
          '42804',
          `cannot subscript type ${kindName(arg.type)} because it does not support subscripting`,
          {position},
        );
      }
      const subscript = bindSubscript(ctx, env, step.index);
      return {op: 'subscript', arg, subscript, type: arg.type.element!};
    }
    case 'slice':
      throw ctx.unsupported('array slices', ast);
    case 'star':
      throw ctx.unsupported('.* outside of a select list', ast);
  }
}
