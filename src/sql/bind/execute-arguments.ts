import type {Expr} from '../../expr/expr.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {kindName} from '../../types/type-names.ts';
import type {Expression, TypeName} from '../ast/index.ts';
import {coerce} from './coerce.ts';
import {BindContext, type BindOptions} from './context.ts';
import {bindExpression} from './expression.ts';
import {Level} from './level.ts';
import {bindTypeName} from './type-name.ts';

/** The types of PREPARE name (type, …). */
export function bindTypeNames(types: readonly TypeName[], options: BindOptions): readonly SqlType[] {
  const ctx = new BindContext(options);
  return types.map(type => bindTypeName(ctx, type));
}

/** An argument of EXECUTE, free of columns, as the type of parameter $`index`. Errors: 42804, 0A000. */
export function bindArgument(ast: Expression, type: SqlType, index: number, options: BindOptions): Expr {
  const ctx = new BindContext(options);
  const level = new Level(null, null);
  const bound = bindExpression(ctx, {level, clause: 'EXECUTE parameters'}, ast);
  if (level.pending.length > 0) {
    throw new SqlError('0A000', 'cannot use subquery in EXECUTE parameter', {position: ctx.at(ast)});
  }
  const expr = coerce(ctx, bound, type, 'assignment', ctx.positionOf(bound));
  if (expr) return expr;
  throw new SqlError(
    '42804',
    `parameter $${index} of type ${kindName(bound.type)} cannot be coerced to the expected type ${kindName(type)}`,
    {hint: 'You will need to rewrite or cast the expression.', position: ctx.at(ast)},
  );
}
