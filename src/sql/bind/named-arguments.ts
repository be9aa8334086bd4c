import type {Expr} from '../../expr/expr.ts';
import type {ParameterType} from '../../expr/function-row.ts';
import {parameterNames} from '../../expr/parameter-names.ts';
import type {SqlType} from '../../types/sql-type.ts';
import type {Datum} from '../../types/datum.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {FunctionCall} from '../ast/index.ts';
import {noFunction} from './call.ts';
import type {Env} from './clause.ts';
import type {BindContext} from './context.ts';
import {bindExpression} from './expression.ts';
import {arrayParameter, type Resolution, resolveOverload} from './overload.ts';

/** Something that can be called with arguments by name. */
type Callable = {
  readonly args: readonly ParameterType[];
  readonly variadic?: boolean;
  readonly optional?: number;
  readonly settledLater?: boolean;
  readonly place?: number;
  readonly signature?: string;
  readonly names?: readonly string[];
  readonly defaults?: readonly Datum[];
  /** What stands for a parameter that is left out; null: nothing. */
  readonly defaultExprs?: readonly (Expr | null)[];
};

/** An overload as this call sees it: parameters in the order of the call's arguments. */
type Arranged<Row> = {
  readonly row: Row;
  readonly args: readonly ParameterType[];
  readonly variadic?: boolean;
  readonly optional?: number;
  readonly settledLater?: boolean;
  readonly place?: number;
  /** Parameter → argument; undefined: left out. null: nothing is named. */
  readonly places: readonly (number | undefined)[] | null;
};

export type ResolvedCall<Row> = {
  readonly row: Row;
  readonly args: readonly Expr[];
  readonly parameters: readonly SqlType[];
};

/** The values of a call's arguments, in the order in which they are written. */
export function bindArgumentValues(ctx: BindContext, env: Env, ast: FunctionCall): Expr[] {
  return ast.args.map(arg => bindExpression(ctx, env, arg.kind === 'named_argument' ? arg.value : arg));
}

/** The arguments of what takes none by name, aggregates and window functions. Errors: 42601, 42883 where one is named. */
export function bindPositional(ctx: BindContext, env: Env, ast: FunctionCall): Expr[] {
  const named = argumentNames(ctx, ast);
  if (named && ast.withinGroup) throw positionalBehind(ctx.at(ast.orderBy[0].expression.span.start));
  const args = bindArgumentValues(ctx, env, ast);
  if (!named) return args;
  const types = args.map(arg => arg.type);
  throw noFunction(ast.name.join('.'), types, 'none', ctx.at(ast), ast.args);
}

/** Chooses among overloads, and puts arguments given by name in their places. Errors: 42601, and as text why there is none. */
export function resolveCall<Row extends Callable>(
  ctx: BindContext,
  rows: readonly Row[],
  ast: FunctionCall,
  args: readonly Expr[],
): ResolvedCall<Row> | Exclude<Resolution<Row>, object> {
  const names = argumentNames(ctx, ast);
  const arranged = names
    ? rows.flatMap(row => arrange(row, names, ast.variadic))
    : rows.map(row => ({...row, row, places: null}));
  const match = resolveOverload<Arranged<Row>>(
    arranged,
    args.map(arg => arg.type),
    !ast.variadic,
  );
  if (typeof match === 'string') return match;
  const {row, places} = match.row;
  // As in PostgreSQL: what is marked VARIADIC must be given to the parameter of its own number.
  if (places && ast.variadic && places[args.length - 1] !== args.length - 1) return 'none';
  if (!places) return {row, args, parameters: match.parameters};
  ctx.recorder?.argumentTypes.set(ast, match.parameters);
  return inPlace(row, places, args, match.parameters);
}

/** null: none is named. Errors: 42601 a positional one behind a named one, a name twice. */
function argumentNames(ctx: BindContext, ast: FunctionCall): readonly (string | null)[] | null {
  const names = ast.args.map(arg => (arg.kind === 'named_argument' ? arg.name : null));
  const first = names.findIndex(name => name !== null);
  if (first < 0) return null;
  for (let i = first; i < names.length; i++) {
    const position = ctx.at(ast.args[i].span.start);
    if (names[i] === null) throw positionalBehind(position);
    if (names.indexOf(names[i]) < i) {
      throw new SqlError('42601', `argument name "${names[i]}" used more than once`, {position});
    }
  }
  return names;
}

function positionalBehind(position: number): SqlError {
  return new SqlError('42601', 'positional argument cannot follow named argument', {position});
}

/** `gathered`: the call says VARIADIC, without which arguments by name do not reach a variadic function. */
function arrange<Row extends Callable>(
  row: Row,
  names: readonly (string | null)[],
  gathered: boolean,
): Arranged<Row>[] {
  const known = row.names ?? parameterNames(row.signature ?? '');
  if (!known || (row.variadic && !gathered)) return [];
  const declared = row.variadic ? [...row.args.slice(0, -1), arrayParameter(row.args[row.args.length - 1])] : row.args;
  const places: (number | undefined)[] = row.args.map(() => undefined);
  for (const [i, name] of names.entries()) {
    const place = name === null ? i : known.indexOf(name);
    if (place < 0 || place >= row.args.length || places[place] !== undefined) return [];
    places[place] = i;
  }
  const required = row.args.length - (row.optional ?? 0);
  if (places.slice(0, required).includes(undefined)) return [];
  const ordered = names.map((_, i) => declared[places.indexOf(i)]);
  return [{row, args: ordered, places, settledLater: row.settledLater, place: row.place}];
}

/** Parameters left out before the last one given are given their defaults. */
function inPlace<Row extends Callable>(
  row: Row,
  places: readonly (number | undefined)[],
  args: readonly Expr[],
  parameters: readonly SqlType[],
): ResolvedCall<Row> {
  const last = places.findLastIndex(place => place !== undefined);
  const firstDefault = row.args.length - (row.defaults?.length ?? 0);
  const placed = places.slice(0, last + 1).map((place, i): {readonly arg: Expr; readonly parameter: SqlType} => {
    if (place !== undefined) return {arg: args[place], parameter: parameters[place]};
    const type = row.args[i] as SqlType;
    const expr = row.defaultExprs?.[i];
    if (expr) return {arg: expr, parameter: type};
    return {arg: {op: 'literal', value: row.defaults?.[i - firstDefault] ?? null, type}, parameter: type};
  });
  return {row, args: placed.map(({arg}) => arg), parameters: placed.map(({parameter}) => parameter)};
}
