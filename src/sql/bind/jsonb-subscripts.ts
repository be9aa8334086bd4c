import type {Expr} from '../../expr/expr.ts';
import {SqlError} from '../../types/sql-error.ts';
import {BOOLEAN, INTEGER, JSONB, TEXT, arrayOf} from '../../types/sql-type.ts';
import {kindName} from '../../types/type-names.ts';
import type {Env} from './clause.ts';
import {coerce, mustCoerce} from './coerce.ts';
import type {BindContext} from './context.ts';
import {bindExpression} from './expression.ts';
import type {SubscriptStep} from './subscripts.ts';
import {canCoerce} from './type-category.ts';

/** `j['a'][0]`: what a path leads to. Errors: 42804, 0A000 slices. */
export function bindJsonbSubscripts(ctx: BindContext, env: Env, arg: Expr, steps: readonly SubscriptStep[]): Expr {
  const {path} = bindPath(ctx, env, steps);
  return {op: 'call', signature: '#>(jsonb,text[])', args: [arg, path], type: JSONB};
}

/** The value with something else where subscripts lead to: `SET j['a'] = value`. */
export function assignJsonbSubscripts(
  ctx: BindContext,
  env: Env,
  target: Expr,
  steps: readonly SubscriptStep[],
  value: Expr,
): Expr {
  const {path, list} = bindPath(ctx, env, steps);
  const isList: Expr = {op: 'literal', value: list, type: BOOLEAN};
  return {
    op: 'call',
    signature: '$jsonb_assign(jsonb,text[],jsonb,bool)',
    args: [target, path, value, isList],
    type: JSONB,
  };
}

function bindPath(
  ctx: BindContext,
  env: Env,
  steps: readonly SubscriptStep[],
): {readonly path: Expr; readonly list: boolean} {
  let list = false;
  const args = steps.map((step, i) => {
    if (step.kind === 'slice') {
      const bound = step.upper ?? step.lower;
      throw new SqlError('42804', 'jsonb subscript does not support slices', {
        position: bound ? ctx.at(bound.span.start) : undefined,
      });
    }
    const bound = bindExpression(ctx, env, step.index);
    const isNumber = bound.type.kind !== 'unknown' && canCoerce(bound.type, INTEGER, 'implicit');
    if (i === 0) list = isNumber;
    return asStep(ctx, bound, isNumber);
  });
  return {path: {op: 'array', args, type: arrayOf(TEXT)}, list};
}

/** Errors: 42804 neither an integer nor a text. */
function asStep(ctx: BindContext, bound: Expr, isNumber: boolean): Expr {
  const position = ctx.positionOf(bound);
  if (isNumber) {
    return mustCoerce(ctx, mustCoerce(ctx, bound, INTEGER, 'implicit', position), TEXT, 'explicit', position);
  }
  const text = coerce(ctx, bound, TEXT, 'implicit', position);
  if (text) return text;
  throw new SqlError('42804', `subscript type ${kindName(bound.type)} is not supported`, {
    hint: 'jsonb subscript must be coercible to either integer or text.',
    position,
  });
}
