import type {Expr} from '../../expr/expr.ts';
import {isInterval} from '../../types/datum.ts';
import {column} from '../../types/schema.ts';
import {SqlError} from '../../types/sql-error.ts';
import {INTERVAL} from '../../types/sql-type.ts';
import {kindName} from '../../types/type-names.ts';
import type {Rel} from '../../plan/rel.ts';
import type {Expression, NamedArgument, WindowTable} from '../ast/index.ts';
import {coerce} from './coerce.ts';
import type {BindContext} from './context.ts';
import {bindExpression} from './expression.ts';
import {bindTableExpression, named} from './from.ts';
import type {FromItem} from './from.ts';
import {Level} from './level.ts';
import type {ScopeColumn} from './level.ts';
import {bindColumnRef} from './resolve-column.ts';

const DAY = 86_400_000_000n;

/** The parameters behind the table and its time column, in order; the last may be left out. */
const parameters = {tumble: ['size', 'offset'], hop: ['slide', 'size', 'offset']} as const;

/**
 * `TUMBLE(t, ts, size [, offset])` and `HOP(t, ts, slide, size [, offset])`: the table's columns, window_start and
 * window_end. Unless there is an alias, the columns are found under the table's own name.
 * Errors: 42883 wrong arguments, 42804 wrong types, 22023 sizes that are not positive, 0A000.
 */
export function bindWindowTable(ctx: BindContext, outside: Level, ast: WindowTable): FromItem {
  const kind = ast.function;
  if (kind === 'session' || kind === 'cumulate') throw ctx.unsupported(kind.toUpperCase(), ast);
  if (ast.partitionBy.length > 0) throw ctx.unsupported(`PARTITION BY in ${kind.toUpperCase()}`, ast);
  const input = bindInput(ctx, outside, ast);
  const [time, ...rest] = positional(ctx, ast, kind);
  const index = timeColumn(ctx, input, time, kind);
  const sizes = rest.map(arg => micros(ctx, arg, kind));
  const [slide, size, offset = 0n] = kind === 'tumble' ? [sizes[0], sizes[0], sizes[1]] : sizes;
  for (const [i, length] of sizes.slice(0, kind === 'tumble' ? 1 : 2).entries()) {
    if (length <= 0n) {
      throw new SqlError('22023', `the ${parameters[kind][i]} of ${kind.toUpperCase()} must be positive`, {
        position: ctx.at(ast),
      });
    }
  }
  const {type} = input.rel.schema[index];
  const rel: Rel = {
    node: 'window',
    input: input.rel,
    kind,
    time: index,
    size,
    slide,
    offset,
    schema: [...input.rel.schema, column('window_start', type, false), column('window_end', type, false)],
  };
  return withWindowColumns(outside, ast, input, rel);
}

function bindInput(ctx: BindContext, outside: Level, ast: WindowTable): FromItem {
  const aside = new Level(outside.parent, outside.commonTables);
  aside.rel = outside.rel;
  // A subquery needs no alias here: nothing outside could use it.
  const table: WindowTable['input'] =
    ast.input.kind === 'derived_table' && !ast.input.alias
      ? {...ast.input, alias: {kind: 'alias', name: ast.function, columns: [], span: ast.input.span}}
      : ast.input;
  return bindTableExpression(ctx, aside, table);
}

function withWindowColumns(outside: Level, ast: WindowTable, input: FromItem, rel: Rel): FromItem {
  const [item] = input.items;
  const width = input.rel.schema.length;
  const added = ['window_start', 'window_end'].map((name, i): ScopeColumn => ({
    name,
    expr: {op: 'column', index: width + i, type: rel.schema[width + i].type},
    tableOid: 0,
    attributeNumber: 0,
  }));
  const columns = [...item.columns, ...added];
  return named(outside, rel, columns, ast.alias, {name: item.alias!, schema: item.schema});
}

type Argument = {readonly name: string; readonly value: Expression};

/** The arguments in the order of the parameters, named ones (`SIZE => …`) put in their place. */
function positional(ctx: BindContext, ast: WindowTable, kind: keyof typeof parameters): Expression[] {
  const names: readonly string[] = ['timecol', ...parameters[kind]];
  const given = ast.args.map((arg, i): Argument => argument(arg, names[i] ?? ''));
  const ordered: Expression[] = [];
  for (const name of names) {
    const found = given.find(arg => arg.name === name);
    if (found) ordered.push(found.value);
    else if (name !== 'offset') throw wrongArguments(ctx, ast, kind);
  }
  if (ordered.length !== given.length) throw wrongArguments(ctx, ast, kind);
  return ordered;
}

function argument(arg: Expression | NamedArgument, name: string): Argument {
  return arg.kind === 'named_argument' ? {name: arg.name.toLowerCase(), value: arg.value} : {name, value: arg};
}

function wrongArguments(ctx: BindContext, ast: WindowTable, kind: keyof typeof parameters): SqlError {
  const list = ['table', 'time column', ...parameters[kind].slice(0, -1)].join(', ');
  return new SqlError('42883', `wrong arguments of ${kind.toUpperCase()}`, {
    hint: `It takes ${list}, and optionally an offset.`,
    position: ctx.at(ast),
  });
}

function timeColumn(ctx: BindContext, input: FromItem, ast: Expression, kind: string): number {
  const level = new Level(null, null, [...input.items]);
  level.rel = input.rel;
  level.items = input.items;
  const bound: Expr | null = ast.kind === 'column_ref' && !ast.star ? bindColumnRef(ctx, level, ast) : null;
  if (bound?.op !== 'column') {
    throw new SqlError('42601', `the second argument of ${kind.toUpperCase()} must be a column of its table`, {
      position: ctx.at(ast),
    });
  }
  if (bound.type.kind !== 'timestamp' && bound.type.kind !== 'timestamptz') {
    throw new SqlError(
      '42804',
      `the time column of ${kind.toUpperCase()} must be a timestamp, not of type ${kindName(bound.type)}`,
      {position: ctx.at(ast)},
    );
  }
  return bound.index;
}

/** A constant interval in µs. Errors: 42804, 22023 months have no fixed length. */
function micros(ctx: BindContext, ast: Expression, kind: string): bigint {
  const position = ctx.at(ast);
  const bound = bindExpression(ctx, {level: new Level(null, null), clause: 'functions in FROM'}, ast);
  const interval = coerce(ctx, bound, INTERVAL, 'implicit', position);
  if (interval?.op !== 'literal' || interval.value === null || !isInterval(interval.value)) {
    throw new SqlError('42804', `${kind.toUpperCase()} takes constant intervals`, {position});
  }
  const {months, days, micros: rest} = interval.value;
  if (months !== 0) {
    throw new SqlError('22023', `an interval of ${kind.toUpperCase()} cannot hold months or years`, {position});
  }
  return BigInt(days) * DAY + rest;
}
