import type {Expr} from '../../expr/expr.ts';
import {functionsNamed, spreadOf} from '../../expr/registry.ts';
import {windowFunctionsNamed} from '../../expr/window-functions.ts';
import {SqlError} from '../../types/sql-error.ts';
import {baseOf} from '../../types/sql-type.ts';
import {kindName} from '../../types/type-names.ts';
import type {FunctionCall} from '../ast/index.ts';
import {bindAskedXml, isAskedXml} from './asked-xml.ts';
import {bindRewriteByQuery} from './asked-query.ts';
import {refuseAggregateSyntax} from './aggregate-syntax.ts';
import {bindAggregate, isAggregate} from './aggregate-call.ts';
import {noFunction, refuseMoving} from './call.ts';
import type {Env} from './clause.ts';
import {coerce} from './coerce.ts';
import {askedOfOwner, fixedRoleTest} from './fixed-identity.ts';
import type {BindContext} from './context.ts';
import {bindExpression} from './expression.ts';
import {bindArgumentValues, resolveCall, type ResolvedCall} from './named-arguments.ts';
import {callMatched} from './operator.ts';
import {asCalled} from './polymorphic-function.ts';
import {bindSetFunction, bindUserSetFunction, isSetFunction} from './set-function.ts';
import {bindRangeConstructor} from './range-constructor.ts';
import {typeOfFunctionName} from './type-name.ts';
import {asGiven} from './record-function.ts';
import {bindUserCall, userCallables, type UserCallable} from './user-function.ts';
import {bindWindowCall} from './window-call.ts';

/** A call: of an aggregate, a set-returning function, a function, or a type's name (a cast). */
export function bindFunctionCall(ctx: BindContext, env: Env, written: FunctionCall): Expr {
  const ast = withoutVoid(ctx, env, written);
  const called = userCall(ctx, env, ast);
  const made = called && asGiven(ctx, ast, called);
  if (made?.row.object.set) return bindUserSetFunction(ctx, env, ast, made);
  if (made) return bindUserCall(ctx, env, ast, made);
  const name = functionName(ctx, env, ast);
  const fixed = fixedRoleTest(ctx, ast, name);
  if (fixed) return fixed;
  if (ast.over) return bindWindowCall(ctx, env, ast, name);
  if (windowFunctionsNamed(name).length > 0 && !isAggregate(name)) {
    throw new SqlError('42809', `window function ${name} requires an OVER clause`, {position: ctx.at(ast)});
  }
  if (name === 'ts_rewrite' && ast.args.length === 2) return bindRewriteByQuery(ctx, env, ast);
  const asked = isAskedXml(name) ? bindAskedXml(ctx, env, ast, name) : null;
  if (asked) return asked;
  if (isAggregate(name)) return bindAggregate(ctx, env, ast, name);
  if (isSetFunction(name)) return bindSetFunction(ctx, env, ast, name);
  return bindPlainCall(ctx, env, askedOfOwner(ctx, ast, name), name);
}

/** Parameters of type void are none: so JDBC marks what a call gives back (parse_func.c). */
export function withoutVoid(ctx: BindContext, env: Env, ast: FunctionCall): FunctionCall {
  if (ast.withinGroup) return ast;
  const args = ast.args.filter(arg => !isVoidParameter(ctx, env, arg));
  return args.length < ast.args.length ? {...ast, args} : ast;
}

function isVoidParameter(ctx: BindContext, env: Env, arg: FunctionCall['args'][number]): boolean {
  const marked = arg.kind === 'parameter' || (arg.kind === 'cast' && arg.type.names.at(-1) === 'void');
  if (!marked) return false;
  const bound = bindExpression(ctx, env, arg);
  return bound.op === 'parameter' && bound.type.kind === 'void';
}

/** The call as one of a function that somebody made, where that fits best; null: it is one of pg_catalog's. */
export function userCall(ctx: BindContext, env: Env, ast: FunctionCall): ResolvedCall<UserCallable> | null {
  const users = userCallables(ctx, ast);
  if (users.length === 0) return null;
  const args = bindArgumentValues(ctx, env, ast);
  const builtIn = ast.name.length === 1 ? functionsNamed(ast.name[0], 'function') : [];
  const match = resolveCall<(typeof builtIn)[number] | UserCallable>(ctx, [...users, ...builtIn], ast, args);
  if (typeof match === 'string') {
    const types = args.map(arg => arg.type);
    throw noFunction(ast.name.join('.'), types, match, ctx.at(ast), ast.args);
  }
  if (!('object' in match.row)) return null;
  const {object} = match.row;
  if (object.procedure) {
    const shown = `${ast.name.join('.')}(${args.map(({type}) => kindName(type)).join(', ')})`;
    const hint = 'To call a procedure, use CALL.';
    throw new SqlError('42809', `${shown} is a procedure`, {hint, position: ctx.at(ast)});
  }
  ctx.recorder?.functions.set(ast, object.oid);
  if (match.args === args) ctx.recorder?.argumentTypes.set(ast, match.parameters);
  return asCalled(ctx, ast, {...match, row: match.row});
}

/** The bare name of a function of pg_catalog. Errors: 42883, 3F000 for names in other schemas, where there are none. */
export function functionName(ctx: BindContext, env: Env, ast: FunctionCall): string {
  const name = ast.name[ast.name.length - 1];
  if (ast.name.length === 1 || ast.name[ast.name.length - 2] === 'pg_catalog') return name;
  const position = ctx.at(ast);
  const schema = ast.name[ast.name.length - 2];
  // The helpers of the standard's views, which drivers call too.
  if (schema === 'information_schema' && name.startsWith('_pg_')) return name;
  if (!ctx.catalog.hasSchema(schema)) throw new SqlError('3F000', `schema "${schema}" does not exist`, {position});
  const types = bindArgumentValues(ctx, env, ast).map(arg => arg.type);
  throw noFunction(ast.name.join('.'), types, 'none', position, ast.args);
}

/** Errors: 42804. */
function mustBeArray(ctx: BindContext, arg: Expr): void {
  if (baseOf(arg.type).kind === 'array') return;
  throw new SqlError('42804', 'VARIADIC argument must be an array', {position: ctx.positionOf(arg)});
}

function bindPlainCall(ctx: BindContext, env: Env, ast: FunctionCall, name: string): Expr {
  const position = ctx.at(ast);
  const args = bindArgumentValues(ctx, env, ast);
  const types = args.map(arg => arg.type);
  const match = resolveCall(ctx, functionsNamed(name, 'function'), ast, args);
  if (typeof match === 'object') {
    refuseAggregateSyntax(ctx, ast, name);
    refuseMoving(ctx, match.row, position);
    const variadic = ast.variadic && match.row.variadic;
    if (variadic) mustBeArray(ctx, args.at(-1)!);
    const row = variadic ? spreadOf(match.row) : match.row;
    return callMatched(ctx, {...match, row}, match.args, position);
  }
  const range = match === 'none' ? bindRangeConstructor(ctx, ast, args) : null;
  if (range) return range;
  // int4(x), date(x): a type's name called as a function is a cast, unless there is such a function.
  const type = args.length === 1 ? typeOfFunctionName(name) : null;
  // A row is printed by a cast alone.
  const {fields} = args.length === 1 ? baseOf(args[0].type) : {fields: undefined};
  const printsRow = fields !== undefined && ['text', 'varchar', 'bpchar', 'name'].includes(type?.kind ?? '');
  const cast = type && match === 'none' && !printsRow ? coerce(ctx, args[0], type, 'explicit', position) : null;
  if (cast) return cast;
  // f(row) is row.f where there is no such function.
  const index =
    match === 'none' && ast.name.length === 1 ? (fields?.findIndex(field => field.name === name) ?? -1) : -1;
  if (index >= 0) return ctx.mark({op: 'field', arg: args[0], index, type: fields![index].type}, ast);
  throw noFunction(ast.name.join('.'), types, match, position, ast.args);
}
