import {resultColumn} from '../../catalog/function-signature.ts';
import type {FunctionObject} from '../../catalog/object.ts';
import type {Expr} from '../../expr/expr.ts';
import {aggregatesNamed} from '../../expr/registry.ts';
import type {TableCall} from '../../expr/table-call.ts';
import {columnsOf} from '../../plan/build.ts';
import type {Rel} from '../../plan/rel.ts';
import {column, type Schema} from '../../types/schema.ts';
import {arrayOf, structOf, type SqlType} from '../../types/sql-type.ts';
import type {FunctionCall} from '../ast/index.ts';
import {misplaced} from './acting.ts';
import type {Env} from './clause.ts';
import type {BindContext} from './context.ts';
import {bindFunctionBody} from './function-body.ts';
import type {ResolvedCall} from './named-arguments.ts';
import {resolveOverload} from './overload.ts';
import {aggregate} from './rel-builders.ts';
import {argumentsOf, asOneColumn, bodyOver, javaScriptCall, nullIfAnyNull, type UserCallable} from './user-function.ts';

/** The rows of a function that somebody made as one array, which unnest() takes apart again. */
type UserSet = {
  readonly array: Expr;
  /** Of the rows: the fields of a composite, or one column. */
  readonly columns: Schema;
  /** The composite that the rows are; null: they are scalars. */
  readonly rowType: SqlType | null;
  /** The one column has a name of its own. */
  readonly isNamed: boolean;
};

const UNNEST = 'unnest(anyarray)';

/**
 * What calls side by side, numbered rows and select lists want: the rows in the order of the function's ORDER BY, else of their
 * values. Errors: 0A000 rows that are arrays.
 */
export function bindUserSet(ctx: BindContext, env: Env, ast: FunctionCall, match: ResolvedCall<UserCallable>): UserSet {
  const {object} = match.row;
  const {returns, name} = object;
  if (object.acts) throw misplaced(ctx, ast, object);
  if (returns.kind === 'array') throw ctx.unsupported(`arrays as the rows of ${name}() in this place`, ast);
  const args = argumentsOf(ctx, ast, match);
  ctx.dependencies.add(object.oid);
  ctx.call(object.oid);
  const array =
    object.language === 'javascript' ? javaScriptCall(ctx, ast, object, args) : collected(ctx, env, ast, object, args);
  const {fields} = returns;
  return {
    array: object.strict ? nullIfAnyNull(array, args) : array,
    columns: fields
      ? fields.map(field => column(field.name, field.type))
      : [column(resultColumn(object) ?? name, returns)],
    isNamed: resultColumn(object) !== null,
    rowType: fields ? (returns.oid === undefined ? structOf(fields) : returns) : null,
  };
}

/** The call of it in FROM, beside others. */
export function userSetCall({columns}: UserSet): TableCall {
  return {signature: UNNEST, arity: 1, columns, composite: false};
}

/** The call of it in a select list. */
export function userSetValue({columns, rowType}: UserSet, name: string): TableCall {
  const shown = rowType ? [column(name, rowType)] : columns;
  return {signature: UNNEST, arity: 1, columns: shown, composite: rowType !== null};
}

function collected(ctx: BindContext, env: Env, ast: FunctionCall, object: FunctionObject, args: readonly Expr[]): Expr {
  const body = bindFunctionBody(ctx, object, true);
  const {rel, value, order} = inOrder(asOneColumn(body, object));
  const match = resolveOverload(aggregatesNamed('array_agg'), [value.type]);
  if (typeof match === 'string') throw ctx.unsupported(`${object.name}() in this place`, ast);
  const type = arrayOf(object.returns);
  const call = {signature: match.row.signature, args: [value], distinct: false, filter: null, order, type};
  return env.level.defer(bodyOver(aggregate(rel, [], [], [call]), args), type);
}

type Ordered = {
  readonly rel: Rel;
  readonly value: Expr;
  readonly order: Extract<Rel, {node: 'sort'}>['keys'] | undefined;
};

/** The rows before they are sorted, and how. */
function inOrder(rel: Rel): Ordered {
  if (rel.node === 'project' && rel.input.node === 'sort') {
    return {rel: rel.input, value: rel.exprs[0], order: rel.input.keys};
  }
  return {rel, value: columnsOf(rel.schema)[0], order: undefined};
}
