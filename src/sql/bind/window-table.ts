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
import {cumulatedWindows, sessionWindows} from './session-windows.ts';
import {requireEquality} from './sortable.ts';

const DAY = 86_400_000_000n;

/** The parameters behind the table and its time column, in order; the last may be left out. */
const parameters = {
  tumble: ['size', 'offset'],
  hop: ['slide', 'size', 'offset'],
  cumulate: ['step', 'size', 'offset'],
  session: ['gap'],
} as const;

/**
 * `TUMBLE(t, ts, size [, offset])`, `HOP(t, ts, slide, size [, offset])`, `CUMULATE(t, ts, step, size [, offset])` and
 * `SESSION(t [PARTITION BY k], ts, gap)`: the table's columns, window_start and window_end. Unless there is an alias, the
 * columns are found under the table's own name. Windows but those of SESSION are the same for all partitions.
 * Errors: 42883 wrong arguments, 42804 wrong types, 22023 sizes that are not positive, 0A000.
 */
export function bindWindowTable(ctx: BindContext, outside: Level, ast: WindowTable): FromItem {
  const kind = ast.function;
  const input = bindInput(ctx, outside, ast);
  const [time, ...rest] = positional(ctx, ast, kind);
  const index = timeColumn(ctx, input, time, kind);
  const partition = ast.partitionBy.map(key => partitionKey(ctx, input, key, kind));
  const sizes = rest.map(arg => micros(ctx, arg, kind));
  const lengths = sizes.slice(0, kind === 'tumble' || kind === 'session' ? 1 : 2);
  for (const [i, length] of lengths.entries()) {
    if (length <= 0n) {
      throw new SqlError('22023', `the ${parameters[kind][i]} of ${kind.toUpperCase()} must be positive`, {
        position: ctx.at(ast),
      });
    }
  }
  const rel = windowed(ctx, ast, kind, input.rel, {index, partition, sizes});
  return withWindowColumns(outside, ast, input, rel);
}

function windowed(
  ctx: BindContext,
  ast: WindowTable,
  kind: WindowTable['function'],
  input: Rel,
  {index, partition, sizes}: {index: number; partition: readonly Expr[]; sizes: readonly bigint[]},
): Rel {
  if (kind === 'session') return sessionWindows(input, partition, index, sizes[0]);
  const [slide, size, offset = 0n] = kind === 'tumble' ? [sizes[0], sizes[0], sizes[1]] : sizes;
  if (kind === 'cumulate') {
    if (size % slide !== 0n) {
      throw new SqlError('22023', 'the size of CUMULATE must be a multiple of its step', {position: ctx.at(ast)});
    }
    return cumulatedWindows(input, index, {step: slide, size, offset});
  }
  const {type} = input.schema[index];
  return {
    node: 'window',
    input,
    kind,
    time: index,
    size,
    slide,
    offset,
    schema: [...input.schema, column('window_start', type, false), column('window_end', type, false)],
  };
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
  const names: readonly string[] = parameters[kind];
  const list = ['table', 'time column', ...names.filter(name => name !== 'offset')].join(', ');
  const last = names.includes('offset') ? ', and optionally an offset' : '';
  return new SqlError('42883', `wrong arguments of ${kind.toUpperCase()}`, {
    hint: `It takes ${list}${last}.`,
    position: ctx.at(ast),
  });
}

function partitionKey(ctx: BindContext, input: FromItem, ast: Expression, kind: string): Expr {
  const level = levelOf(input);
  const key = bindExpression(ctx, {level, clause: 'functions in FROM'}, ast);
  if (level.pending.length > 0) throw ctx.unsupported(`subqueries in ${kind.toUpperCase()}`, ast);
  requireEquality(key.type, ctx.at(ast.span.start));
  return key;
}

/** What sees the table's columns and nothing else. */
function levelOf(input: FromItem): Level {
  const level = new Level(null, null, [...input.items]);
  level.rel = input.rel;
  level.items = input.items;
  return level;
}

function timeColumn(ctx: BindContext, input: FromItem, ast: Expression, kind: string): number {
  const level = levelOf(input);
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
