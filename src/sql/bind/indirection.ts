import type {Expr} from '../../expr/expr.ts';
import {SqlError} from '../../types/sql-error.ts';
import {kindName} from '../../types/type-names.ts';
import type {Expression, IndirectionExpression, IndirectionStep} from '../ast/index.ts';
import type {Env} from './clause.ts';
import {asBase} from './coerce.ts';
import type {BindContext} from './context.ts';
import {bindExpression} from './expression.ts';
import {knownFields, noteFields} from './known-fields.ts';
import {bindJsonbSubscripts} from './jsonb-subscripts.ts';
import {bindSubscripted, isSubscript} from './subscripts.ts';
import type {SubscriptStep} from './subscripts.ts';

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
  for (let i = 0; i < steps.length; i++) {
    const run = subscriptsFrom(steps, i);
    expr = run.length > 0 ? bindSubscriptRun(ctx, env, expr, run) : bindStep(ctx, ast, expr, steps[i]);
    i += Math.max(0, run.length - 1);
  }
  return expr;
}

/** The subscripts and slices that stand side by side from a place on. */
function subscriptsFrom(steps: readonly IndirectionStep[], from: number): SubscriptStep[] {
  const run: SubscriptStep[] = [];
  for (let i = from, step = steps[i]; i < steps.length && isSubscript(step); step = steps[++i]) run.push(step);
  return run;
}

function bindSubscriptRun(ctx: BindContext, env: Env, arg: Expr, run: readonly SubscriptStep[]): Expr {
  if (arg.type.kind === 'jsonb') return bindJsonbSubscripts(ctx, env, arg, run);
  return bindSubscripted(ctx, env, arg, run);
}

function bindStep(ctx: BindContext, ast: IndirectionExpression, arg: Expr, step: IndirectionStep): Expr {
  const position = ctx.at(innermost(ast.base));
  switch (step.kind) {
    case 'field': {
      const {fields} = arg.type;
      if (arg.type.domain !== undefined && fields) return bindStep(ctx, ast, asBase(arg), step);
      if (!fields) {
        throw new SqlError(
          '42809',
          `column notation .${step.name} applied to type ${kindName(arg.type)}, which is not a composite type`,
          {position},
        );
      }
      const field = knownFields(ctx, arg.type).find(({name}) => name === step.name);
      if (!field) {
        const name = kindName(arg.type);
        const row = step === ast.steps[0] ? rowNamed(ast.base, arg) : null;
        const message =
          row !== null
            ? `column ${row}.${step.name} does not exist`
            : name === 'record'
              ? `could not identify column "${step.name}" in record data type`
              : `column "${step.name}" not found in data type ${name}`;
        throw new SqlError('42703', message, {position});
      }
      noteFields(ctx, [field]);
      ctx.recorder?.fields.set(step, field.current);
      return {op: 'field', arg, index: field.index, type: field.type};
    }
    case 'subscript':
    case 'slice':
      throw new Error('subscripts are bound together');
    case 'star':
      // Where there is no list to expand it in, it is the composite itself.
      if (arg.type.fields) return arg;
      throw new SqlError('42809', `type ${kindName(arg.type)} is not composite`, {position});
  }
}

/** Where PostgreSQL says that the value of an expression stands. */
function innermost(ast: Expression): Expression {
  switch (ast.kind) {
    case 'cast':
      return innermost(ast.operand);
    case 'indirection':
      return innermost(ast.base);
    default:
      return ast;
  }
}

/** The alias of the relation whose whole row this is; null: it is another value. */
function rowNamed(base: Expression, bound: Expr): string | null {
  return base.kind === 'column_ref' && bound.op === 'row' ? (base.path.at(-1) ?? null) : null;
}
