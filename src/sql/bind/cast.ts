import type {Expr} from '../../expr/expr.ts';
import type {CastExpression} from '../ast/index.ts';
import type {Env} from './clause.ts';
import {mustCoerce} from './coerce.ts';
import type {BindContext} from './context.ts';
import {bindArray, bindExpression} from './expression.ts';
import {bindTypeName} from './type-name.ts';

/** `a::t` and the typed literals. Errors: 42846, 42704, those of the type's input. */
export function bindCast(ctx: BindContext, env: Env, ast: CastExpression): Expr {
  const type = bindTypeName(ctx, ast.type);
  ctx.recorder?.castTypes.set(ast, type);
  const operand =
    ast.operand.kind === 'array' && type.kind === 'array'
      ? bindArray(ctx, env, ast.operand.items, type.element!, ctx.at(ast.operand))
      : bindExpression(ctx, env, ast.operand);
  const position = operand.type.kind === 'unknown' ? ctx.positionOf(operand) : ctx.at(ast);
  return mustCoerce(ctx, operand, type, 'explicit', position);
}
