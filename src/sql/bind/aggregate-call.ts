import {type AggregateRow, isFolded} from '../../expr/aggregates/aggregate-row.ts';
import type {AggregateCall, Expr, OrderKey} from '../../expr/expr.ts';
import {aggregatesNamed} from '../../expr/registry.ts';
import {exprKey} from '../../plan/expr-key.ts';
import {SqlError} from '../../types/sql-error.ts';
import {unconstrained} from '../../types/typmod.ts';
import type {FunctionCall} from '../ast/index.ts';
import {belongingTo} from './aggregate-level.ts';
import {checkDistinctOrder, bindOrder} from './aggregate-order.ts';
import {noFunction} from './call.ts';
import {allowsAggregates} from './clause.ts';
import type {Env} from './clause.ts';
import {mustCoerce} from './coerce.ts';
import {coerceAll, commonType} from './common-type.ts';
import type {BindContext} from './context.ts';
import {bindBoolean} from './expression.ts';
import type {Level} from './level.ts';
import {bindPositional} from './named-arguments.ts';
import {type Match, resolveOverload} from './overload.ts';

export function isAggregate(name: string): boolean {
  return aggregatesNamed(name).length > 0;
}

/**
 * A call of an aggregate, of this query or of one around it. Errors: 42803 where aggregates may not stand, 42809 for a
 * wrong form of call, 42883, 42725, 42804, 42P10, 0A000.
 */
export function bindAggregate(ctx: BindContext, env: Env, ast: FunctionCall, name: string): Expr {
  const call = ast.withinGroup ? bindWithinGroup(ctx, env, ast, name) : bindPlain(ctx, env, ast, name);
  const {level, levelsUp, moved} = belongingTo(ctx, env, call, ctx.at(ast));
  const clause = levelsUp === 0 ? env.clause : level.clause;
  if (clause === null || !allowsAggregates(clause)) throw misplaced(clause, ctx.at(ast));
  const column = deferAggregate(level, moved);
  return levelsUp === 0 ? column : ctx.mark({...column, op: 'outer', depth: levelsUp}, ast);
}

function misplaced(clause: Env['clause'] | null, position: number): SqlError {
  if (clause === 'aggregate arguments') {
    return new SqlError('42803', 'aggregate function calls cannot be nested', {position});
  }
  const place = clause ?? 'FROM clause of their own query level';
  return new SqlError('42803', `aggregate functions are not allowed in ${place}`, {position});
}

/** `agg([DISTINCT] x, … [ORDER BY …]) [FILTER (WHERE …)]`. */
function bindPlain(ctx: BindContext, env: Env, ast: FunctionCall, name: string): AggregateCall {
  const position = ctx.at(ast);
  const args = bindPositional(ctx, {level: env.level, clause: 'aggregate arguments'}, ast);
  if (args.length === 0 && aggregatesNamed(name).some(row => row.within === 'hypotheticalSet')) {
    throw windowFunction(name, position);
  }
  const {row, parameters} = resolve(ast, name, args, position);
  if (row.within) {
    throw new SqlError('42809', `WITHIN GROUP is required for ordered-set aggregate ${name}`, {position});
  }
  if (args.length === 0 && !ast.star) {
    throw new SqlError('42809', `${name}(*) must be used to call a parameterless aggregate function`, {position});
  }
  if (row.needsOrder && ast.orderBy.length === 0) throw windowFunction(name, position);
  const coerced = args.map((arg, i) => mustCoerce(ctx, arg, parameters[i], 'implicit', ctx.positionOf(arg)));
  ctx.recorder?.argumentTypes.set(
    ast,
    coerced.map(arg => arg.type),
  );
  const keys = bindOrder(ctx, env, ast.orderBy);
  if (ast.distinct) checkDistinctOrder(ctx, ast, args, keys);
  // DISTINCT puts the rows in order of its arguments as these are compared.
  const order = keys.map(key => {
    const same = args.findIndex(arg => exprKey(arg) === exprKey(key.expr));
    return same < 0 ? key : {...key, expr: coerced[same]};
  });
  return callOf(row, coerced, {
    distinct: ast.distinct || row.distinct === true,
    filter: bindFilter(ctx, env, ast),
    order: isFolded(row) ? order : [],
    direct: [],
  });
}

/** Postgres has window functions of these names. */
function windowFunction(name: string, position: number): SqlError {
  return new SqlError('42809', `window function ${name} requires an OVER clause`, {position});
}

/** `agg(x, …) WITHIN GROUP (ORDER BY …) [FILTER (WHERE …)]`. */
function bindWithinGroup(ctx: BindContext, env: Env, ast: FunctionCall, name: string): AggregateCall {
  const position = ctx.at(ast);
  const direct = bindPositional(ctx, {level: env.level, clause: 'aggregate arguments'}, ast);
  const keys = bindOrder(ctx, env, ast.orderBy, {keepUnknown: true});
  const aggregated = keys.map(key => key.expr);
  const args = [...direct, ...aggregated];
  const match = resolve(ast, name, args, position);
  const {row} = match;
  if (!row.within) {
    throw new SqlError('42809', `${name} is not an ordered-set aggregate, so it cannot have WITHIN GROUP`, {position});
  }
  checkDirectArguments(ast, row, direct, aggregated, position);
  const coerced = row.within === 'hypotheticalSet' ? paired(ctx, direct, aggregated) : asDeclared(ctx, args, match);
  ctx.recorder?.argumentTypes.set(
    ast,
    coerced.map(arg => arg.type),
  );
  const values = coerced.slice(direct.length);
  return callOf(row, values, {
    distinct: false,
    filter: bindFilter(ctx, env, ast),
    order: values.map((expr, i) => ({...keys[i], expr})),
    direct: coerced.slice(0, direct.length),
  });
}

/** Errors: 42883 with a hint. */
function checkDirectArguments(
  ast: FunctionCall,
  row: AggregateRow,
  direct: readonly Expr[],
  aggregated: readonly Expr[],
  position: number,
): void {
  const fail = (hint: string) => {
    const types = [...direct, ...aggregated].map(arg => arg.type);
    const {code, message} = noFunction(ast.name.join('.'), types, 'none', position);
    return new SqlError(code, message, {hint, position});
  };
  if (row.within === 'hypotheticalSet') {
    if (direct.length === aggregated.length) return;
    throw fail(
      `To use the hypothetical-set aggregate ${row.name}, the number of hypothetical direct arguments ` +
        `(here ${direct.length}) must match the number of ordering columns (here ${aggregated.length}).`,
    );
  }
  if (row.direct === direct.length) return;
  const wanted = `${row.direct} direct argument${row.direct === 1 ? '' : 's'}`;
  throw fail(`There is an ordered-set aggregate ${row.name}, but it requires ${wanted}, not ${direct.length}.`);
}

function asDeclared(ctx: BindContext, args: readonly Expr[], {parameters}: Match<AggregateRow>): Expr[] {
  return args.map((arg, i) => mustCoerce(ctx, arg, parameters[i], 'implicit', ctx.positionOf(arg)));
}

/** Each hypothetical value and the sort key that it is compared with, as one type. */
function paired(ctx: BindContext, direct: readonly Expr[], aggregated: readonly Expr[]): Expr[] {
  const pairs = direct.map((arg, i) => {
    const pair = [aggregated[i], arg];
    return coerceAll(ctx, pair, commonType(ctx, pair, 'WITHIN GROUP'), () => 'WITHIN GROUP');
  });
  return [...pairs.map(([, arg]) => arg), ...pairs.map(([key]) => key)];
}

function bindFilter(ctx: BindContext, env: Env, ast: FunctionCall): Expr | null {
  return ast.filter && bindBoolean(ctx, {level: env.level, clause: 'FILTER'}, ast.filter, 'FILTER');
}

function resolve(ast: FunctionCall, name: string, args: readonly Expr[], position: number): Match<AggregateRow> {
  const types = args.map(arg => arg.type);
  const match = resolveOverload(aggregatesNamed(name), types, !ast.variadic);
  if (typeof match === 'string') throw noFunction(ast.name.join('.'), types, match, position);
  return match;
}

type Rest = {
  readonly distinct: boolean;
  readonly filter: Expr | null;
  readonly order: readonly OrderKey[];
  readonly direct: readonly Expr[];
};

function callOf(row: AggregateRow, args: readonly Expr[], rest: Rest): AggregateCall {
  const {distinct, filter, order, direct} = rest;
  const type = unconstrained(row.returns([...direct, ...args].map(arg => arg.type)));
  const call = {signature: row.signature, args, distinct, filter, type};
  return {...call, ...(order.length > 0 ? {order} : {}), ...(direct.length > 0 ? {direct} : {})};
}

/** The same call twice is computed once. */
function deferAggregate(level: Level, call: AggregateCall): Expr & {readonly op: 'column'} {
  const key = aggregateKey(call);
  const index = level.pending.findIndex(pending => pending.kind === 'aggregate' && aggregateKey(pending.call) === key);
  if (index >= 0) return {op: 'column', index: -index - 1, type: call.type};
  return level.defer({kind: 'aggregate', call}, call.type);
}

function aggregateKey({signature, distinct, args, filter, order = [], direct = []}: AggregateCall): string {
  const keys = order.map(({expr, descending, nullsFirst}) => `${exprKey(expr)} ${descending} ${nullsFirst}`);
  const parts = [args.map(exprKey), filter ? exprKey(filter) : '', keys, direct.map(exprKey)];
  return `${signature} ${distinct} ${parts.join('; ')}`;
}
