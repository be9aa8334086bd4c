import {inputs, variadicElement} from '../../catalog/function-signature.ts';
import type {FunctionObject, FunctionParameterObject} from '../../catalog/object.ts';
import type {Expr} from '../../expr/expr.ts';
import type {ParameterType} from '../../expr/function-row.ts';
import {columnsOf, filter, project} from '../../plan/build.ts';
import {conjunction, isNull} from '../../plan/conjuncts.ts';
import {isVolatile} from '../../plan/function-facts.ts';
import {nextRelId} from '../../plan/rel-id.ts';
import type {Rel} from '../../plan/rel.ts';
import {notSupported} from '../../types/sql-error.ts';
import {arrayOf, BOOLEAN, TEXT} from '../../types/sql-type.ts';
import type {FunctionCall} from '../ast/index.ts';
import {actingCall, misplaced} from './acting.ts';
import {exprWithArguments, movesTwice, withArguments} from './function-arguments.ts';
import {bindFunctionBody, expressionOf} from './function-body.ts';
import type {Level, PendingSubquery} from './level.ts';
import {lateral, Placement} from './placement.ts';
import type {Env} from './clause.ts';
import {refuseAggregateSyntax} from './aggregate-syntax.ts';
import {mustCoerce} from './coerce.ts';
import type {BindContext} from './context.ts';
import {declaredParameter} from './polymorphic-function.ts';
import {checkSchema} from './relation.ts';
import type {ResolvedCall} from './named-arguments.ts';

/** A function that somebody made, as overload resolution sees it. */
export type UserCallable = {
  readonly object: FunctionObject;
  /** What a call gives values for. */
  readonly parameters: readonly FunctionParameterObject[];
  readonly args: readonly ParameterType[];
  readonly variadic: boolean;
  readonly optional: number;
  readonly names: readonly string[];
  readonly defaultExprs: readonly (Expr | null)[];
  readonly settledLater: true;
  readonly place: number;
};

/** The functions that the call may mean, besides those of pg_catalog. */
export function userCallables(ctx: BindContext, ast: FunctionCall): UserCallable[] {
  if (ast.name.length > 1 && ast.name[ast.name.length - 2] === 'pg_catalog') return [];
  checkSchema(ctx, ast.name, ast);
  return ctx.catalog
    .functionsNamed(ast.name, ctx.options.searchPath)
    .map(object => callableOf(object, inputs(object.parameters), ctx.options.searchPath.indexOf(object.schema)));
}

export function callableOf(
  object: FunctionObject,
  parameters: readonly FunctionParameterObject[],
  place: number,
): UserCallable {
  return {
    object,
    parameters,
    args: parameters.map(({mode, type}) => declaredParameter(mode === 'variadic' ? variadicElement(type) : type)),
    variadic: parameters.at(-1)?.mode === 'variadic',
    optional: parameters.filter(parameter => parameter.default !== null).length,
    names: parameters.map(({name}) => name ?? ''),
    defaultExprs: parameters.map(parameter => parameter.default?.expr ?? null),
    settledLater: true,
    place,
  };
}

/** The value of a call of a function that gives one. Errors: 0A000 where it is not IMMUTABLE in what lasts. */
export function bindUserCall(ctx: BindContext, env: Env, ast: FunctionCall, match: ResolvedCall<UserCallable>): Expr {
  const {object} = match.row;
  refuseAggregateSyntax(ctx, ast, object.name);
  const args = argumentsOf(ctx, ast, match);
  ctx.dependencies.add(object.oid);
  ctx.call(object.oid);
  if (object.acts) return actingCall(ctx, ast, object, args);
  if (object.language === 'javascript') return javaScriptCall(ctx, ast, object, args);
  const value = sqlValue(ctx, env, object, args);
  return object.strict ? nullIfAnyNull(value, args) : value;
}

/** The rows of a call in FROM; its arguments are bound one level further in than where the rows stand. Errors: 0A000. */
export function bindUserRows(
  ctx: BindContext,
  {level}: Env,
  ast: FunctionCall,
  match: ResolvedCall<UserCallable>,
): Rel {
  const {object} = match.row;
  const args = argumentsOf(ctx, ast, match);
  ctx.dependencies.add(object.oid);
  ctx.call(object.oid);
  if (object.acts) throw misplaced(ctx, ast, object);
  const body = bindFunctionBody(ctx, object);
  const rel = overArguments(level, body, args);
  if (!object.strict || args.length === 0) return rel;
  return filter(rel, conjunction(args.map(arg => isNull(arg, true))));
}

/** One for each input parameter: coerced, defaults put in, those of VARIADIC gathered. */
export function argumentsOf(ctx: BindContext, ast: FunctionCall, match: ResolvedCall<UserCallable>): Expr[] {
  const {parameters, variadic} = match.row;
  const coerced = match.args.map((arg, i) =>
    mustCoerce(ctx, arg, match.parameters[i], 'implicit', ctx.positionOf(arg)),
  );
  if (variadic && !ast.variadic && coerced.length >= parameters.length) {
    const from = parameters.length - 1;
    const {type} = parameters[from];
    const rest = coerced.slice(from);
    return [...coerced.slice(0, from), {op: 'array', args: rest, type: arrayOf(type.element!)}];
  }
  return parameters.map((parameter, i) => coerced[i] ?? parameter.default!.expr);
}

/** Arguments that are subqueries, and those that move, stand in a row beside which the body is. */
function overArguments(level: Level, body: Rel, args: readonly Expr[]): Rel {
  if (level.pending.length === 0 && !args.some(isVolatile)) return withArguments(body, args, 0);
  const placement = new Placement(level, level.rel);
  const placed = args.map(arg => placement.place(arg));
  const input = project(placement.rel, placed);
  const row: Rel = args.some(isVolatile) ? {node: 'shared', id: nextRelId(), input, schema: input.schema} : input;
  const joined = lateral(row, withArguments(body, columnsOf(row.schema), 1));
  return project(joined, columnsOf(joined.schema).slice(-body.schema.length));
}

function sqlValue(ctx: BindContext, env: Env, object: FunctionObject, args: readonly Expr[]): Expr {
  const single = asOneColumn(bindFunctionBody(ctx, object), object);
  const expression = expressionOf(single);
  if (expression && !args.some((arg, i) => movesTwice(single, arg, i))) return exprWithArguments(expression, args);
  return env.level.defer(bodyOver(single, args), object.returns);
}

/** The one value that the body gives for the arguments. */
export function bodyOver(rel: Rel, args: readonly Expr[]): PendingSubquery {
  return {kind: 'subquery', apply: 'scalar', rel, operands: args, on: null, isBody: true};
}

/** The columns of a row as one composite. */
export function asOneColumn(body: Rel, {name, returns}: FunctionObject): Rel {
  if (body.node !== 'project' || body.schema.length === 1) return body;
  const row: Expr = {op: 'row', args: body.exprs, type: returns};
  return {...body, exprs: [row], schema: [{name, type: returns, nullable: true}]};
}

export function javaScriptCall(
  ctx: BindContext,
  ast: FunctionCall,
  object: FunctionObject,
  args: readonly Expr[],
): Expr {
  const {lasting} = ctx.options;
  if (lasting && object.volatility !== 'immutable') {
    throw notSupported(
      `function ${object.name}(), which is ${object.volatility.toUpperCase()}, in a ${lasting}`,
      ctx.at(ast),
      'Declare it IMMUTABLE if its result depends on nothing but its arguments.',
    );
  }
  return javaScriptValue(object, args, ctx.at(ast));
}

export function javaScriptValue(object: FunctionObject, args: readonly Expr[], position?: number): Expr {
  const parameters = inputs(object.parameters).map(({name}, i) => name ?? `$${i + 1}`);
  const {name, body, set, returns} = object;
  const definition = JSON.stringify({name, parameters, body, ...(set ? {rows: rowsOf(body)} : {})});
  const call: Expr = {
    op: 'call',
    signature: `$javascript_${object.volatility}(text,any)`,
    args: [{op: 'literal', value: definition, type: TEXT}, ...args],
    type: set ? arrayOf(returns) : returns,
    position,
  };
  return object.strict ? nullIfAnyNull(call, args) : call;
}

/** How JavaScript makes the rows: by yielding them, or by returning something that can be gone through. */
export function rowsOf(body: string): 'yielded' | 'returned' {
  return /\byield\b/.test(body) ? 'yielded' : 'returned';
}

/** STRICT: NULL in, NULL out, and the body is not looked at. */
export function nullIfAnyNull(value: Expr, args: readonly Expr[]): Expr {
  if (args.length === 0) return value;
  const nulls = args.map(arg => isNull(arg));
  const when: Expr = nulls.length === 1 ? nulls[0] : {op: 'or', args: nulls, type: BOOLEAN};
  return {
    op: 'case',
    whens: [{when, then: {op: 'literal', value: null, type: value.type}}],
    otherwise: value,
    type: value.type,
  };
}
