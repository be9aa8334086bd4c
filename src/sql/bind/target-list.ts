import type {Expr} from '../../expr/expr.ts';
import type {Target} from '../ast/index.ts';
import type {Env} from './clause.ts';
import {resolveUnknown} from './coerce.ts';
import type {BindContext} from './context.ts';
import {bindExpression} from './expression.ts';
import {compositeFields} from './expand-star.ts';
import {columnName} from './column-name.ts';
import {expandStar, originOf} from './resolve-column.ts';

/** A column of a select list; hidden ones are sort keys that are not selected. */
export type BoundTarget = {
  readonly name: string;
  readonly expr: Expr;
  readonly tableOid: number;
  readonly attributeNumber: number;
};

/** `*` and `x.*` are expanded; unless `keepUnknown`, untyped literals become text. */
export function bindTargets(
  ctx: BindContext,
  env: Env,
  targets: readonly Target[],
  keepUnknown: boolean,
): BoundTarget[] {
  const bound = targets.flatMap(target => bindTarget(ctx, env, target));
  if (keepUnknown) return bound;
  // Only once all are bound: another use may have given a parameter its type.
  return bound.map(target => {
    const expr = resolveUnknown(ctx, target.expr);
    const position = ctx.positionOf(target.expr);
    if (expr !== target.expr && position !== undefined) ctx.markAt(expr, position);
    return {...target, expr};
  });
}

function bindTarget(ctx: BindContext, env: Env, ast: Target): BoundTarget[] {
  const {expression} = ast;
  if (expression.kind === 'column_ref' && expression.star) {
    return expandStar(ctx, env.level, expression).map(({name, expr, column}) => ({
      name,
      expr,
      tableOid: column.tableOid,
      attributeNumber: column.attributeNumber,
    }));
  }
  if (expression.kind === 'indirection' && expression.steps[expression.steps.length - 1].kind === 'star') {
    return compositeFields(ctx, env, expression).map(field => ({...field, tableOid: 0, attributeNumber: 0}));
  }
  const expr = bindExpression(ctx, env, expression);
  const origin = expression.kind === 'column_ref' ? originOf(ctx, env.level, expression) : null;
  return [
    {
      name: ast.alias ?? columnName(expression),
      expr,
      tableOid: origin?.tableOid ?? 0,
      attributeNumber: origin?.attributeNumber ?? 0,
    },
  ];
}
