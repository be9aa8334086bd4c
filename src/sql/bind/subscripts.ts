import type {Expr} from '../../expr/expr.ts';
import {checkDimensions} from '../../types/array-shape.ts';
import {SqlError} from '../../types/sql-error.ts';
import {CHAR, DOUBLE, POINT, type SqlType, TEXT, type TypeKind} from '../../types/sql-type.ts';
import {kindName} from '../../types/type-names.ts';
import type {IndirectionStep} from '../ast/index.ts';
import type {Env} from './clause.ts';
import type {BindContext} from './context.ts';
import {bindSubscript} from './expression.ts';

/** A subscript or a slice. */
export type SubscriptStep = Extract<IndirectionStep, {readonly kind: 'subscript' | 'slice'}>;

export function isSubscript(step: IndirectionStep): step is SubscriptStep {
  return step.kind === 'subscript' || step.kind === 'slice';
}

/** Which bounds are given, as the registry's `$slice` reads it, and their values. */
type BoundSubscripts = {readonly given: string; readonly values: readonly Expr[]; readonly slices: boolean};

/** Errors: 42804. */
export function bindSubscripts(ctx: BindContext, env: Env, steps: readonly SubscriptStep[]): BoundSubscripts {
  checkDimensions(steps.length);
  const values: Expr[] = [];
  const given = steps.map(step => {
    if (step.kind === 'subscript') {
      values.push(bindSubscript(ctx, env, step.index));
      return 'e';
    }
    for (const bound of [step.lower, step.upper]) if (bound) values.push(bindSubscript(ctx, env, bound));
    return `${step.lower ? 'l' : ''}${step.upper ? 'u' : ''}`;
  });
  return {given: given.join(','), values, slices: steps.some(step => step.kind === 'slice')};
}

/** `a[1]`, `a[1][2]`, `a[1:2][:]`: subscripts that follow one another belong together. Errors: 42804. */
export function bindSubscripted(ctx: BindContext, env: Env, arg: Expr, steps: readonly SubscriptStep[]): Expr {
  if (arg.type.kind in fixedParts) return bindFixedPart(ctx, env, arg, steps);
  if (arg.type.kind !== 'array') throw noSubscripts(ctx, arg);
  const element = arg.type.element!;
  const {given, values, slices} = bindSubscripts(ctx, env, steps);
  if (slices) {
    const which: Expr = {op: 'literal', value: given, type: TEXT};
    return {op: 'call', signature: '$slice(anyarray,text,int4)', args: [arg, which, ...values], type: arg.type};
  }
  if (values.length === 1) return {op: 'subscript', arg, subscript: values[0], type: element};
  return {op: 'call', signature: '$element(anyarray,int4)', args: [arg, ...values], type: element};
}

/** What values of a fixed size are made of. */
const fixedParts: Partial<Readonly<Record<TypeKind, SqlType>>> = {
  point: DOUBLE,
  line: DOUBLE,
  lseg: POINT,
  box: POINT,
  name: CHAR,
};

/** `p[0]`: a coordinate of a point, a corner of a box, a byte of a name; NULL where there is none. Errors: 0A000. */
function bindFixedPart(ctx: BindContext, env: Env, arg: Expr, steps: readonly SubscriptStep[]): Expr {
  const {values, slices} = bindSubscripts(ctx, env, steps);
  if (slices) throw new SqlError('0A000', 'slices of fixed-length arrays not implemented');
  const type = fixedParts[arg.type.kind]!;
  if (values.length > 1) return {op: 'literal', value: null, type};
  return {op: 'call', signature: `$part(${arg.type.kind},int4)`, args: [arg, values[0]], type};
}

function noSubscripts(ctx: BindContext, arg: Expr): SqlError {
  const type = kindName(arg.type);
  return new SqlError('42804', `cannot subscript type ${type} because it does not support subscripting`, {
    position: ctx.positionOf(arg),
  });
}
