import type {Expr} from '../../expr/expr.ts';
import {aggregatesNamed} from '../../expr/registry.ts';
import {columnsOf, project} from '../../plan/build.ts';
import type {Rel} from '../../plan/rel.ts';
import {SqlError} from '../../types/sql-error.ts';
import {BOOLEAN, structOf} from '../../types/sql-type.ts';
import type {
  ArraySubquery,
  ExistsExpression,
  Expression,
  InSubqueryExpression,
  Operator,
  Query,
  ScalarSubquery,
} from '../ast/index.ts';
import type {Env} from './clause.ts';
import {resolveUnknown} from './coerce.ts';
import type {BindContext} from './context.ts';
import {bindExpression} from './expression.ts';
import {callOperator} from './operator.ts';
import {resolveOverload} from './overload.ts';
import {compareRows} from './predicates.ts';
import {bindQueryIn, bindSubquery} from './query.ts';
import {aggregate} from './rel-builders.ts';

export function bindScalarSubquery(ctx: BindContext, env: Env, ast: ScalarSubquery): Expr {
  const {rel} = oneColumn(ctx, env, ast.query, ctx.at(ast));
  return env.level.defer({kind: 'subquery', apply: 'scalar', rel, operands: [], on: null}, rel.schema[0].type);
}

export function bindExists(ctx: BindContext, env: Env, ast: ExistsExpression): Expr {
  const {rel} = bindSubquery(ctx, ast.query, env.level);
  return env.level.defer({kind: 'subquery', apply: 'exists', rel, operands: [], on: null}, BOOLEAN);
}

/** `ARRAY(SELECT …)`: an aggregation in the order of the query, but empty, not NULL, over no rows. */
export function bindArraySubquery(ctx: BindContext, env: Env, ast: ArraySubquery): Expr {
  const around = {parent: env.level, commonTables: env.level.commonTables, ordered: true};
  const {rel, columns} = bindQueryIn(ctx, ast.query, around);
  if (columns.length !== 1)
    throw new SqlError('42601', 'subquery must return only one column', {position: ctx.at(ast)});
  const [column] = columnsOf(rel.schema);
  const order = rel.node === 'sort' ? rel.keys : undefined;
  const match = resolveOverload(aggregatesNamed('array_agg'), [column.type]);
  if (typeof match === 'string') throw ctx.unsupported('ARRAY(SELECT …)', ast);
  const type = match.row.returns([column.type]);
  const call = {signature: match.row.signature, args: [column], distinct: false, filter: null, order, type};
  const collected = aggregate(rel, [], [], [call]);
  const pending = {kind: 'subquery', apply: 'scalar', rel: collected, operands: [], on: null} as const;
  return {op: 'coalesce', args: [env.level.defer(pending, type), {op: 'array', args: [], type}], type};
}

/** `(a, b) = (SELECT x, y …)`: the subquery gives one row at most, whose fields are compared; without one, NULL. */
export function bindRowSubquery(
  ctx: BindContext,
  env: Env,
  operator: string,
  items: readonly Expression[],
  ast: ScalarSubquery,
  offset: number,
): Expr {
  const left = items.map(item => resolveUnlessParameter(ctx, bindExpression(ctx, env, item)));
  const {rel} = bindSubquery(ctx, ast.query, env.level);
  checkWidth(rel, left.length, ctx.at(offset));
  const type = structOf(rel.schema);
  const row = project(rel, [{op: 'row', args: columnsOf(rel.schema), type}], ['row']);
  const arg = env.level.defer({kind: 'subquery', apply: 'scalar', rel: row, operands: [], on: null}, type);
  const fields = rel.schema.map((field, index): Expr => ({op: 'field', arg, index, type: field.type}));
  return compareRows(ctx, operator, left, fields, offset);
}

/** `a IN (SELECT …)`, `(a, b) IN (SELECT …)`; NOT IN is the opposite of that. */
export function bindInSubquery(ctx: BindContext, env: Env, ast: InSubqueryExpression): Expr {
  const any = bindQuantifiedSubquery(ctx, env, {
    left: ast.operand,
    query: ast.query,
    operator: '=',
    quantifier: 'any',
    at: ast.at,
  });
  return ast.negated ? {op: 'not', arg: any, type: BOOLEAN} : any;
}

type QuantifiedQuery = {
  readonly left: Expression;
  readonly query: Query;
  readonly operator: Operator | string;
  readonly quantifier: 'any' | 'all';
  readonly at: number;
};

/** `a OP ANY (SELECT …)`; ALL is NOT ANY of the opposite. Errors: 42601, 42883. */
export function bindQuantifiedSubquery(ctx: BindContext, env: Env, ast: QuantifiedQuery): Expr {
  const {left, operator, at} = ast;
  const operands = (left.kind === 'row' ? left.items : [left]).map(item =>
    resolveUnlessParameter(ctx, bindExpression(ctx, env, item)),
  );
  const {rel} = bindSubquery(ctx, ast.query, env.level);
  checkWidth(rel, operands.length, ctx.at(at));
  const all = ast.quantifier === 'all';
  const compare = (sides: readonly Expr[], columns: readonly Expr[]): Expr => {
    const name = typeof operator === 'string' ? operator : operator.name;
    const test =
      sides.length > 1
        ? compareRows(ctx, name, sides, columns, at)
        : callOperator(ctx, operator, [sides[0], columns[0]], at);
    if (test.type.kind !== 'boolean') {
      throw new SqlError('42804', `row comparison operator must yield type boolean, not type ${test.type.kind}`, {
        position: ctx.at(at),
      });
    }
    return all ? {op: 'not', arg: test, type: BOOLEAN} : test;
  };
  // Once now, so that errors come in order and parameters get their types.
  compare(operands, columnsOf(rel.schema));
  const any = env.level.defer({kind: 'subquery', apply: 'quantified', rel, operands, on: compare}, BOOLEAN);
  return all ? {op: 'not', arg: any, type: BOOLEAN} : any;
}

/** A literal without a type may still become what the subquery's column is. */
function resolveUnlessParameter(ctx: BindContext, expr: Expr): Expr {
  return expr.op === 'literal' || expr.op === 'parameter' ? expr : resolveUnknown(ctx, expr);
}

function oneColumn(ctx: BindContext, env: Env, query: Query, position: number): {readonly rel: Rel} {
  const bound = bindSubquery(ctx, query, env.level);
  if (bound.rel.schema.length !== 1) {
    throw new SqlError('42601', 'subquery must return only one column', {position});
  }
  return bound;
}

function checkWidth(rel: Rel, wanted: number, position: number): void {
  const width = rel.schema.length;
  if (width === wanted) return;
  throw new SqlError('42601', `subquery has too ${width < wanted ? 'few' : 'many'} columns`, {position});
}
