import type {Expr} from '../../expr/expr.ts';
import type {TableCall} from '../../expr/table-call.ts';
import {type TableFunctionRow, tableFunctionsNamed} from '../../expr/table-functions.ts';
import {exprKey} from '../../plan/expr-key.ts';
import {column, type Schema} from '../../types/schema.ts';
import {SqlError} from '../../types/sql-error.ts';
import {baseOf, structOf, type SqlType} from '../../types/sql-type.ts';
import {unconstrained} from '../../types/typmod.ts';
import type {FunctionCall} from '../ast/index.ts';
import {noFunction} from './call.ts';
import type {Clause, Env} from './clause.ts';
import {mustCoerce} from './coerce.ts';
import type {BindContext} from './context.ts';
import {bindArgumentValues, type ResolvedCall, resolveCall} from './named-arguments.ts';
import {refuseAggregateSyntax} from './aggregate-syntax.ts';
import {actingCall} from './acting.ts';
import {argumentsOf, type UserCallable} from './user-function.ts';
import {bindUserSet, userSetValue} from './user-set.ts';

/** The name is that of a function that returns rows. */
export function isSetFunction(name: string): boolean {
  return tableFunctionsNamed(name).length > 0;
}

/** A call of a set-returning function: which, with what arguments, and the columns of its rows. */
type SetCall = {
  readonly row: TableFunctionRow;
  readonly args: readonly Expr[];
  readonly columns: Schema;
  /** The composite type that its rows are values of; null: they are scalars. */
  readonly rowType: SqlType | null;
  /** It returns `record`, and `definitions` say of what. */
  readonly defined: boolean;
};

/**
 * Chooses the function and binds its arguments. `definitions`: the column definition list of the call; null: none. Errors:
 * 42883, 42725, and 0A000 where nothing says what columns the function has.
 */
export function bindSetCall(
  ctx: BindContext,
  env: Env,
  ast: FunctionCall,
  name: string,
  definitions: Schema | null,
): SetCall {
  const args = bindArgumentValues(ctx, env, ast);
  const types = args.map(arg => arg.type);
  const match = resolveCall(ctx, tableFunctionsNamed(name), ast, args);
  if (typeof match === 'string') throw noFunction(ast.name.join('.'), types, match, ctx.at(ast), ast.args);
  const {row, parameters} = match;
  const coerced = match.args.map((arg, i) => mustCoerce(ctx, arg, parameters[i], 'implicit', ctx.positionOf(arg)));
  const given = coerced.map(arg => arg.type);
  if (!ast.args.some(arg => arg.kind === 'named_argument')) ctx.recorder?.argumentTypes.set(ast, given);
  if (row.definedByCall?.(given)) {
    if (definitions) return {row, args: coerced, columns: definitions, rowType: structOf(definitions), defined: true};
    throw env.clause === 'functions in FROM' ? definitionsMissing(ctx, ast) : undeterminedRow(name);
  }
  const returned = row.returns(given);
  const columns = given.some(({element}) => element?.kind === 'struct')
    ? returned
    : returned.map(each => ({...each, type: unconstrained(each.type)}));
  const rowType = row.rowType?.(given) ?? (columns.length > 1 ? structOf(columns) : null);
  return {row, args: coerced, columns, rowType, defined: false};
}

export function definitionsMissing(ctx: BindContext, ast: FunctionCall): SqlError {
  return new SqlError('42601', 'a column definition list is required for functions returning "record"', {
    position: ctx.at(ast),
  });
}

function undeterminedRow(name: string): SqlError {
  return new SqlError('0A000', `could not determine row type for result of ${name}`, {
    hint: 'Provide a non-null record argument, or call the function in the FROM clause using a column definition list.',
  });
}

const MOVE = 'You might be able to move the set-returning function into a LATERAL FROM item.';

/** Where a select list's rows are made, or groups are made of them. */
const allowed = new Set<Clause>(['SELECT', 'ORDER BY', 'GROUP BY']);

/**
 * `SELECT generate_series(1, 3)`: each row once for each row of the function; of several columns, a composite. Errors:
 * 0A000 anywhere but in a select list.
 */
export function bindSetFunction(ctx: BindContext, env: Env, ast: FunctionCall, name: string): Expr {
  const position = ctx.at(ast);
  refuseElsewhere(env, position);
  const {row, args, columns, rowType} = bindSetCall(ctx, env, ast, name, null);
  const type = rowType ?? columns[0].type;
  const call: TableCall = {
    signature: row.signature,
    arity: args.length,
    columns: rowType ? [column(name, type)] : columns,
    composite: rowType !== null,
  };
  return deferSet(env, call, args, type, position);
}

/** As `bindSetFunction`, of one that somebody made. */
export function bindUserSetFunction(
  ctx: BindContext,
  env: Env,
  ast: FunctionCall,
  match: ResolvedCall<UserCallable>,
): Expr {
  const position = ctx.at(ast);
  refuseElsewhere(env, position);
  refuseAggregateSyntax(ctx, ast, match.row.object.name);
  if (match.row.object.acts) {
    ctx.dependencies.add(match.row.object.oid);
    ctx.call(match.row.object.oid);
    return actingCall(ctx, ast, match.row.object, argumentsOf(ctx, ast, match));
  }
  const set = bindUserSet(ctx, env, ast, match);
  const call = userSetValue(set, match.row.object.name);
  return deferSet(env, call, [set.array], call.columns[0].type, position);
}

function deferSet(env: Env, call: TableCall, args: readonly Expr[], type: SqlType, position: number): Expr {
  env.level.lastSetFunction = position;
  // The same call twice gives the same rows in lockstep: one is enough.
  const key = `${call.signature} ${args.map(exprKey).join()}`;
  const same = env.level.pending.findIndex(
    pending => pending.kind === 'set' && `${pending.call.signature} ${pending.args.map(exprKey).join()}` === key,
  );
  if (same >= 0) return {op: 'column', index: -same - 1, type};
  return env.level.defer({kind: 'set', call, args}, type);
}

function refuseElsewhere({clause, sets}: Env, position: number): void {
  if (sets || allowed.has(clause)) return;
  const within = (what: string): SqlError =>
    new SqlError('0A000', `${what} calls cannot contain set-returning function calls`, {hint: MOVE, position});
  if (clause === 'aggregate arguments') throw within('aggregate function');
  if (clause === 'window arguments') throw within('window function');
  if (clause === 'functions in FROM') {
    throw new SqlError('0A000', 'set-returning functions must appear at top level of FROM', {position});
  }
  throw new SqlError('0A000', `set-returning functions are not allowed in ${clause}`, {position});
}

/** Binds what must be one truth value. Errors: 42804 a set-returning function in it. */
export function notASet(env: Env, construct: string, bind: () => Expr): Expr {
  const {level} = env;
  const before = level.lastSetFunction;
  level.lastSetFunction = null;
  const bound = bind();
  if (level.lastSetFunction !== null && baseOf(bound.type).kind === 'boolean') {
    throw new SqlError('42804', `argument of ${construct} must not return a set`, {position: level.lastSetFunction});
  }
  level.lastSetFunction ??= before;
  return bound;
}

/** Binds a part of a construct that evaluates some of its parts only. Errors: 0A000 a set-returning function in it. */
export function withoutSets<T>(env: Env, construct: string, bind: () => T): T {
  const {level} = env;
  const before = level.lastSetFunction;
  level.lastSetFunction = null;
  const bound = bind();
  if (level.lastSetFunction !== null) {
    throw new SqlError('0A000', `set-returning functions are not allowed in ${construct}`, {
      hint: MOVE,
      position: level.lastSetFunction,
    });
  }
  level.lastSetFunction = before;
  return bound;
}
