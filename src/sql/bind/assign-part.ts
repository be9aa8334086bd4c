import type {CatalogColumn} from '../../catalog/object.ts';
import type {Expr} from '../../expr/expr.ts';
import {castBetween} from '../../expr/registry.ts';
import {SqlError} from '../../types/sql-error.ts';
import {JSONB, TEXT, baseOf} from '../../types/sql-type.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {kindName} from '../../types/type-names.ts';
import type {AssignmentTarget, IndirectionStep} from '../ast/index.ts';
import type {Env} from './clause.ts';
import {asBase, coerceExactly} from './coerce.ts';
import type {BindContext} from './context.ts';
import {assignJsonbSubscripts} from './jsonb-subscripts.ts';
import {bindSubscripts, isSubscript} from './subscripts.ts';
import type {SubscriptStep} from './subscripts.ts';

/**
 * A column's value with a part of it replaced: `SET c.f = 1`, `SET a[1] = 2`, `SET c.f[2].g = 3`. What is NULL on the way
 * becomes a composite of NULLs, or an empty array. Errors: 42703 and 42804 there is no such part, 42804 a value of another
 * type.
 */
export function assignPart(
  ctx: BindContext,
  env: Env,
  target: AssignmentTarget,
  column: CatalogColumn,
  before: Expr,
  value: Expr,
): Expr {
  return new PartAssignment(ctx, env, target, value).replaced(before, column.type, target.steps, null);
}

/** DEFAULT speaks of whole columns. */
export function partDefault(ctx: BindContext, target: AssignmentTarget): SqlError {
  const what = isSubscript(target.steps[0]) ? 'an array element' : 'a subfield';
  return new SqlError('0A000', `cannot set ${what} to DEFAULT`, {position: ctx.at(target)});
}

class PartAssignment {
  private readonly ctx: BindContext;
  private readonly env: Env;
  private readonly target: AssignmentTarget;
  private readonly value: Expr;

  constructor(ctx: BindContext, env: Env, target: AssignmentTarget, value: Expr) {
    this.ctx = ctx;
    this.env = env;
    this.target = target;
    this.value = value;
  }

  /** `name`: of the field that `type` is of; null: the column itself, or an element. */
  replaced(before: Expr, type: SqlType, steps: readonly IndirectionStep[], name: string | null): Expr {
    if (steps.length === 0) return this.assigned(type, name);
    if (type.domain !== undefined) {
      const base = baseOf(type);
      const {signature} = castBetween(base, type)!;
      // Of several parts the last one's result is held against the domain.
      const checked = before.op === 'call' && before.signature === signature;
      const changed = this.replaced(checked ? before.args[0] : asBase({...before, type}), base, steps, name);
      return {op: 'call', signature, args: [changed], type};
    }
    const [step] = steps;
    if (step.kind === 'field') return this.withField(before, type, step.name, steps.slice(1));
    const count = steps.findIndex(other => !isSubscript(other));
    const run = (count < 0 ? steps : steps.slice(0, count)) as readonly SubscriptStep[];
    return this.withSubscripts(before, type, run, steps.slice(run.length));
  }

  private withField(before: Expr, type: SqlType, field: string, rest: readonly IndirectionStep[]): Expr {
    const place = `cannot assign to field "${field}" of column "${this.target.column}" because`;
    const position = this.ctx.at(this.target);
    if (!type.fields) {
      throw new SqlError('42804', `${place} its type ${kindName(type)} is not a composite type`, {position});
    }
    const index = type.fields.findIndex(({name}) => name === field);
    if (index < 0) {
      throw new SqlError('42703', `${place} there is no such column in data type ${kindName(type)}`, {position});
    }
    const args = type.fields.map((inner, i): Expr => {
      const part: Expr = {op: 'field', arg: before, index: i, type: inner.type};
      return i === index ? this.replaced(part, inner.type, rest, field) : part;
    });
    return {op: 'row', args, type};
  }

  private withSubscripts(
    before: Expr,
    type: SqlType,
    run: readonly SubscriptStep[],
    rest: readonly IndirectionStep[],
  ): Expr {
    if (type.kind === 'jsonb' && rest.length === 0) {
      return assignJsonbSubscripts(this.ctx, this.env, before, run, this.assigned(JSONB, null));
    }
    if (type.kind !== 'array') {
      const what = `cannot subscript type ${kindName(type)} because it does not support subscripting`;
      throw new SqlError('42804', what, {position: this.ctx.at(this.target)});
    }
    const {given, values, slices} = bindSubscripts(this.ctx, this.env, run);
    const part = slices ? type : type.element!;
    const which: Expr = {op: 'literal', value: given, type: TEXT};
    const inner = this.replaced(this.element(before, part, values), part, rest, null);
    return {op: 'call', signature: '$assign(anyarray,text,any,int4)', args: [before, which, inner, ...values], type};
  }

  private element(array: Expr, type: SqlType, subscripts: readonly Expr[]): Expr {
    if (subscripts.length === 1) return {op: 'subscript', arg: array, subscript: subscripts[0], type};
    return {op: 'call', signature: '$element(anyarray,int4)', args: [array, ...subscripts], type};
  }

  private assigned(type: SqlType, field: string | null): Expr {
    const position = this.ctx.positionOf(this.value);
    const assigned = coerceExactly(this.ctx, this.value, type, 'assignment', position);
    if (assigned) return assigned;
    const types = `type ${kindName(type)} but expression is of type ${kindName(this.value.type)}`;
    const {column} = this.target;
    const what = field === null ? `subscripted assignment to "${column}" requires` : `subfield "${field}" is of`;
    throw new SqlError('42804', `${what} ${types}`, {
      hint: 'You will need to rewrite or cast the expression.',
      position,
    });
  }
}
