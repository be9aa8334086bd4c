import type {AggregateRow} from '../../expr/aggregates/aggregate-row.ts';
import type {Expr} from '../../expr/expr.ts';
import {aggregatesNamed, functionsNamed} from '../../expr/registry.ts';
import type {WindowCall} from '../../expr/window-call.ts';
import {windowFunctionsNamed} from '../../expr/window-functions.ts';
import {SqlError} from '../../types/sql-error.ts';
import {unconstrained} from '../../types/typmod.ts';
import type {FunctionCall} from '../ast/index.ts';
import {isAggregate} from './aggregate-call.ts';
import {noFunction} from './call.ts';
import {allowsWindowFunctions, type Clause, type Env} from './clause.ts';
import {mustCoerce} from './coerce.ts';
import type {BindContext} from './context.ts';
import {bindBoolean} from './expression.ts';
import {bindPositional} from './named-arguments.ts';
import {resolveOverload} from './overload.ts';
import {bindWindow} from './windows.ts';

/** `f(…) OVER …`. Errors: 42P20 where it may not stand, 42809, 42883, 42804, 0A000, and those of the window. */
export function bindWindowCall(ctx: BindContext, env: Env, ast: FunctionCall, name: string): Expr {
  const position = ctx.at(ast);
  const {level} = env;
  const args = bindPositional(ctx, {level, clause: 'window arguments'}, ast);
  const filter = ast.filter && bindBoolean(ctx, {level, clause: 'FILTER'}, ast.filter, 'FILTER');
  const kind = windowFunctionsNamed(name).length > 0 ? 'window' : 'aggregate';
  if (kind === 'aggregate' && !isAggregate(name)) throw notOverWindows(ctx, ast, name, args);
  refuseClauses(ctx, ast, name, kind);
  refusePlace(env.clause, position);
  const types = args.map(arg => arg.type);
  const resolved = resolveOverload<Callable>(
    kind === 'window' ? windowFunctionsNamed(name) : aggregatesNamed(name),
    types,
  );
  if (typeof resolved === 'string') throw noFunction(ast.name.join('.'), types, resolved, position);
  const {row, parameters} = resolved;
  if (args.length === 0 && !ast.star && kind === 'aggregate') {
    throw new SqlError('42809', `${name}(*) must be used to call a parameterless aggregate function`, {position});
  }
  const coerced = args.map((arg, i) => mustCoerce(ctx, arg, parameters[i], 'implicit', ctx.positionOf(arg)));
  ctx.recorder?.argumentTypes.set(
    ast,
    coerced.map(arg => arg.type),
  );
  if (row.within) throw new SqlError('0A000', `OVER is not supported for ordered-set aggregate ${name}`, {position});
  if (row.distinct) throw ctx.unsupported(`${name}() over a window`, ast);
  const {frame, partition, keys} = bindWindow(ctx, level, ast.over!);
  const type = unconstrained(row.returns(coerced.map(arg => arg.type)));
  const call: WindowCall = {kind, signature: row.signature, args: coerced, filter, frame, type};
  return level.defer({kind: 'window', call, partition, keys}, type);
}

type Callable = Parameters<typeof resolveOverload>[0][number] & {
  readonly signature: string;
  readonly within?: AggregateRow['within'];
  readonly distinct?: boolean;
  readonly returns: (args: readonly Expr['type'][]) => Expr['type'];
};

/** What such a call gives no place to. Errors: 42P20; 42803 within an aggregate. */
function refusePlace(clause: Clause, position: number): void {
  if (allowsWindowFunctions(clause)) return;
  if (clause === 'aggregate arguments') {
    throw new SqlError('42803', 'aggregate function calls cannot contain window function calls', {position});
  }
  if (clause === 'window arguments') throw new SqlError('42P20', 'window function calls cannot be nested', {position});
  const where = clause.startsWith('window ') ? 'window definitions' : clause;
  throw new SqlError('42P20', `window functions are not allowed in ${where}`, {position});
}

function notOverWindows(ctx: BindContext, ast: FunctionCall, name: string, args: readonly Expr[]): SqlError {
  const position = ctx.at(ast);
  const types = args.map(arg => arg.type);
  const match = resolveOverload(functionsNamed(name, 'function'), types);
  if (typeof match === 'string') return noFunction(ast.name.join('.'), types, match, position);
  const message = `OVER specified, but ${name} is not a window function nor an aggregate function`;
  return new SqlError('42809', message, {position});
}

function refuseClauses(ctx: BindContext, ast: FunctionCall, name: string, kind: WindowCall['kind']): void {
  const position = ctx.at(ast);
  const fail = (message: string) => new SqlError('0A000', message, {position});
  if (ast.withinGroup) throw fail(`OVER is not supported for ordered-set aggregate ${name}`);
  if (ast.distinct) throw fail('DISTINCT is not implemented for window functions');
  if (ast.orderBy.length > 0) throw fail('aggregate ORDER BY is not implemented for window functions');
  if (ast.filter && kind === 'window') throw fail('FILTER is not implemented for non-aggregate window functions');
}
