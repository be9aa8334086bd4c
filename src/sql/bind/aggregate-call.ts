import type {AggregateRow} from '../../expr/aggregates/aggregate-row.ts';
import type {AggregateCall, Expr} from '../../expr/expr.ts';
import {aggregatesNamed} from '../../expr/registry.ts';
import {exprKey, sameExpr} from '../../plan/expr-key.ts';
import {someExpr} from '../../plan/map-expr.ts';
import {SqlError} from '../../types/sql-error.ts';
import {BOOLEAN, TEXT} from '../../types/sql-type.ts';
import type {FunctionCall} from '../ast/index.ts';
import {callNamed, noFunction} from './call.ts';
import {allowsAggregates} from './clause.ts';
import type {Env} from './clause.ts';
import {coerce, mustCoerce} from './coerce.ts';
import type {BindContext} from './context.ts';
import {bindBoolean, bindExpression} from './expression.ts';
import {bindArguments} from './function-call.ts';
import {resolveOverload} from './overload.ts';

export function isAggregate(name: string): boolean {
  return name === 'string_agg' || aggregatesNamed(name).length > 0;
}

/** Errors: 42803 where aggregates may not stand, 42883, 42725, 42804, 0A000. */
export function bindAggregate(ctx: BindContext, env: Env, ast: FunctionCall, name: string): Expr {
  const position = ctx.at(ast);
  const args = bindArguments(ctx, {level: env.level, clause: 'aggregate arguments'}, ast);
  refuseOuterAggregate(ctx, ast, args);
  if (!allowsAggregates(env.clause)) {
    const message =
      env.clause === 'aggregate arguments'
        ? 'aggregate function calls cannot be nested'
        : `aggregate functions are not allowed in ${env.clause}`;
    throw new SqlError('42803', message, {position});
  }
  if (ast.withinGroup) throw ctx.unsupported('WITHIN GROUP', ast);
  refuseOrder(ctx, env, ast, name, args);
  const filter = ast.filter && bindBoolean(ctx, {level: env.level, clause: 'FILTER'}, ast.filter, 'FILTER');
  if (name === 'string_agg') return bindStringAgg(ctx, env, ast, args, filter);
  const {row, parameters} = resolve(ast, aggregatesNamed(name), args, position);
  if (args.length === 0 && !ast.star) {
    throw new SqlError('42809', `${name}(*) must be used to call a parameterless aggregate function`, {position});
  }
  const coerced = args.map((arg, i) => mustCoerce(ctx, arg, parameters[i], 'implicit', ctx.positionOf(arg)));
  return deferAggregate(env, callOf(row, coerced, ast.distinct, filter));
}

/** An aggregate belongs to the innermost query whose columns its arguments name; where that is not this one, it is refused. */
function refuseOuterAggregate(ctx: BindContext, ast: FunctionCall, args: readonly Expr[]): void {
  const names = (op: Expr['op']) => args.some(arg => someExpr(arg, node => node.op === op));
  if (names('outer') && !names('column')) throw ctx.unsupported('an aggregate that belongs to an outer query', ast);
}

function resolve(ast: FunctionCall, rows: readonly AggregateRow[], args: readonly Expr[], position: number) {
  const types = args.map(arg => arg.type);
  const match = resolveOverload(rows, types);
  if (typeof match === 'string') throw noFunction(ast.name.join('.'), types, match, position);
  return match;
}

function callOf(row: AggregateRow, args: readonly Expr[], distinct: boolean, filter: Expr | null): AggregateCall {
  return {signature: row.signature, args, distinct, filter, type: row.returns(args.map(arg => arg.type))};
}

/** Aggregates whose answer does not depend on the order of their input. */
const orderless = new Set(['count', 'sum', 'avg', 'min', 'max', 'bool_and', 'bool_or', 'every']);

/**
 * Rows have no order: where it matters, aggregates take their values in ascending order, NULLs last, so an ORDER BY that
 * asks for just that is welcome. Errors: 0A000 for any other.
 */
function refuseOrder(ctx: BindContext, env: Env, ast: FunctionCall, name: string, args: readonly Expr[]): void {
  if (ast.orderBy.length === 0 || orderless.has(name)) return;
  const [key, ...more] = ast.orderBy;
  const ascending = (key.direction === 'default' || key.direction === 'asc') && key.nulls !== 'first';
  const expr = bindExpression(ctx, {level: env.level, clause: 'aggregate arguments'}, key.expression);
  if (ascending && more.length === 0 && sameExpr(expr, args[0])) return;
  throw ctx.unsupported(`ORDER BY in ${name}() other than by its argument`, key);
}

/** string_agg(x, d) is array_to_string over the array of what is not NULL; `d` must be the same for all rows. */
function bindStringAgg(
  ctx: BindContext,
  env: Env,
  ast: FunctionCall,
  args: readonly Expr[],
  filter: Expr | null,
): Expr {
  const position = ctx.at(ast);
  const texts = args.map(arg => coerce(ctx, arg, TEXT, 'implicit', ctx.positionOf(arg)));
  const [value, delimiter] = texts;
  if (args.length !== 2 || !value || !delimiter) {
    const types = args.map(arg => arg.type);
    throw noFunction(ast.name.join('.'), types, 'none', position);
  }
  if (someExpr(delimiter, node => node.op === 'column')) {
    throw ctx.unsupported('a delimiter of string_agg() that differs from row to row', ast);
  }
  const present: Expr = {op: 'isNull', arg: value, negated: true, type: BOOLEAN};
  const counting: Expr = filter ? {op: 'and', args: [filter, present], type: BOOLEAN} : present;
  const {row} = resolve(ast, aggregatesNamed('array_agg'), [value], position);
  const array = deferAggregate(env, callOf(row, [value], ast.distinct, counting));
  return callNamed(ctx, 'array_to_string', [array, delimiter], ast.at);
}

/** The same call twice is computed once. */
function deferAggregate(env: Env, call: AggregateCall): Expr {
  const key = aggregateKey(call);
  const index = env.level.pending.findIndex(
    pending => pending.kind === 'aggregate' && aggregateKey(pending.call) === key,
  );
  if (index >= 0) return {op: 'column', index: -index - 1, type: call.type};
  return env.level.defer({kind: 'aggregate', call}, call.type);
}

function aggregateKey(call: AggregateCall): string {
  const filter = call.filter ? exprKey(call.filter) : '';
  return `${call.signature} ${call.distinct} ${call.args.map(exprKey).join()} ${filter}`;
}
