import {ONE_ROW, project} from '../../plan/build.ts';
import type {Rel} from '../../plan/rel.ts';
import {aggregatesNamed, functionsNamed} from '../../expr/registry.ts';
import {SqlError} from '../../types/sql-error.ts';
import {kindName} from '../../types/type-names.ts';
import type {Call, Query} from '../ast/index.ts';
import {actingCall, type ActingCall, actingCalls, misplaced} from './acting.ts';
import type {Env} from './clause.ts';
import type {BindContext} from './context.ts';
import {Level} from './level.ts';
import {bindArgumentValues, resolveCall} from './named-arguments.ts';
import type {QueryColumn} from './query.ts';
import {asCalled} from './polymorphic-function.ts';
import {argumentsOf, callableOf, type UserCallable} from './user-function.ts';

/** `SELECT * FROM f(…)` of a function that acts, as `SELECT f(…)`; null: it is something else. */
export function spreadCall(ctx: BindContext, query: Query): Query | null {
  const {with: common, body, orderBy, limit, offset, locking} = query;
  if (common || body.kind !== 'select' || orderBy.length + locking.length > 0 || limit || offset) return null;
  const {targets, from, where, groupBy, having, distinct, into} = body;
  if (where || having || distinct || into || groupBy.length > 0 || from.length !== 1 || targets.length !== 1)
    return null;
  const [item] = from;
  const [{expression: star}] = targets;
  if (
    item.kind !== 'table_function' ||
    star.kind !== 'column_ref' ||
    !star.star ||
    star.path.length > 0 ||
    item.functions.length !== 1
  )
    return null;
  const [{call, columns}] = item.functions;
  if (call.kind !== 'function_call' || columns.length + item.columns.length > 0 || item.ordinality || item.alias)
    return null;
  if (!ctx.catalog.functionsNamed(call.name, ctx.options.searchPath).some(({acts}) => acts)) return null;
  return {...query, body: {...body, targets: [{...targets[0], expression: call}], from: []}};
}

type BoundCall = {
  readonly rel: Rel;
  readonly calls: readonly ActingCall[];
  /** Of its one row; null: it gives none. */
  readonly columns: readonly QueryColumn[] | null;
};

/** CALL. Errors: 42883, 42725, 42809 it is a function, 0A000. */
export function bindCall(ctx: BindContext, {call: ast}: Call): BoundCall {
  const level = new Level(null, null);
  const env: Env = {level, clause: 'CALL arguments'};
  ctx.parameters.voidsAreOpen();
  const args = bindArgumentValues(ctx, env, ast);
  if (level.pending.length > 0) {
    const [first] = ast.args.filter(({kind}) => kind === 'subquery');
    throw new SqlError('0A000', 'cannot use subquery in CALL argument', {position: ctx.at(first ?? ast)});
  }
  const match = resolveCall(ctx, proceduresNamed(ctx, ast.name), ast, args);
  const shown = `${ast.name.join('.')}(${args.map(({type}) => kindName(type)).join(', ')})`;
  const position = ctx.at(ast);
  if (match === 'ambiguous') {
    const hint = 'Could not choose a best candidate procedure. You might need to add explicit type casts.';
    throw new SqlError('42725', `procedure ${shown} is not unique`, {hint, position});
  }
  const builtIn =
    ast.name.length === 1 ? [...functionsNamed(ast.name[0], 'function'), ...aggregatesNamed(ast.name[0])] : [];
  if (match === 'none' && typeof resolveCall(ctx, builtIn, ast, args) === 'object') {
    throw new SqlError('42809', `${shown} is not a procedure`, {hint: 'To call a function, use SELECT.', position});
  }
  if (match === 'none') {
    const hint = 'No procedure matches the given name and argument types. You might need to add explicit type casts.';
    throw new SqlError('42883', `procedure ${shown} does not exist`, {hint, position});
  }
  if (!match.row.object.procedure) {
    throw new SqlError('42809', `${shown} is not a procedure`, {hint: 'To call a function, use SELECT.', position});
  }
  const called = asCalled(ctx, ast, match);
  const {object, parameters} = called.row;
  const given = argumentsOf(ctx, ast, called).filter((_, i) => parameters[i].mode !== 'out');
  ctx.dependencies.add(object.oid);
  ctx.call(object.oid);
  const rel = project(ONE_ROW, [actingCall(ctx, ast, object, given)], [object.name]);
  const outs = object.parameters.filter(({mode}) => mode === 'out' || mode === 'inout');
  const columns = outs.map(({name, type}, i) => ({
    name: name ?? `column${i + 1}`,
    type,
    tableOid: 0,
    attributeNumber: 0,
  }));
  const acted = actingCalls(ctx, rel);
  if (!acted) throw misplaced(ctx, ctx.acting[0].ast, ctx.acting[0].object);
  const calls = acted.calls.map(call => ({...call, spread: outs.length > 1}));
  return {rel: acted.rel, calls, columns: columns.length === 0 ? null : columns};
}

/** With OUT parameters, for which a call has a place too. */
function proceduresNamed(ctx: BindContext, name: readonly string[]): UserCallable[] {
  return ctx.catalog
    .functionsNamed(name, ctx.options.searchPath)
    .map(object => callableOf(object, object.parameters, ctx.options.searchPath.indexOf(object.schema)));
}
