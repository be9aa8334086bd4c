import type {TableObject} from '../../catalog/object.ts';
import type {Expr} from '../../expr/expr.ts';
import {project} from '../../plan/build.ts';
import {columnsOf} from '../../plan/build.ts';
import type {Rel} from '../../plan/rel.ts';
import {SqlError} from '../../types/sql-error.ts';
import {TEXT} from '../../types/sql-type.ts';
import type {Expression, Insert, Query, Values} from '../ast/index.ts';
import {mustCoerce} from './coerce.ts';
import type {CommonTables} from './common-tables.ts';
import type {BindContext} from './context.ts';
import {bindExpression} from './expression.ts';
import {Level} from './level.ts';
import {asSubquery, bindQueryIn} from './query.ts';
import type {QueryColumn} from './query.ts';
import {valuesRel} from './values.ts';
import {bindWith} from './with.ts';
import {assign, defaultOf, refuseReturning, targetColumn, targetItem, writeTarget} from './write-target.ts';

/** Errors: 42P01, 42703, 42701, 42601 counts that differ, 42804, 0A000 ON CONFLICT and RETURNING. */
export function bindInsert(ctx: BindContext, ast: Insert): {readonly table: TableObject; readonly rel: Rel} {
  if (ast.onConflict) throw ctx.unsupported('ON CONFLICT', ast.onConflict);
  refuseReturning(ctx, ast.returning);
  const around = {parent: null, commonTables: null};
  const commonTables = ast.with ? bindWith(ctx, ast.with, around) : null;
  const table = writeTarget(ctx, ast.table, 'insert into');
  const targets = targetColumns(ctx, table, ast);
  return {table, rel: sourceRel(ctx, ast, table, targets, commonTables)};
}

/** Numbers of the columns that values are given for, in their order. */
function targetColumns(ctx: BindContext, table: TableObject, ast: Insert): number[] {
  if (ast.columns.length === 0) return table.columns.map((_column, i) => i);
  const targets: number[] = [];
  for (const target of ast.columns) {
    const index = targetColumn(ctx, table, target);
    if (targets.includes(index)) {
      throw new SqlError('42701', `column "${target.column}" specified more than once`, {position: ctx.at(target)});
    }
    targets.push(index);
  }
  return targets;
}

function sourceRel(
  ctx: BindContext,
  ast: Insert,
  table: TableObject,
  targets: readonly number[],
  commonTables: CommonTables | null,
): Rel {
  const names = table.columns.map(({name}) => name);
  if (!ast.source) return valuesRel(new Level(null, null), [table.columns.map(defaultOf)], names);
  const {body} = ast.source;
  if (body.kind === 'values' && isPlain(ast.source)) {
    const level = new Level(null, commonTables, [targetItem(table, ast.alias)]);
    const rows = valueRows(ctx, level, ast, table, targets, body);
    return valuesRel(level, rows, names);
  }
  return selected(ctx, ast, ast.source, table, targets, commonTables);
}

function isPlain(query: Query): boolean {
  return query.orderBy.length === 0 && !query.limit && !query.offset && !query.with;
}

function valueRows(
  ctx: BindContext,
  level: Level,
  ast: Insert,
  table: TableObject,
  targets: readonly number[],
  values: Values,
): Expr[][] {
  return values.rows.map(row => {
    if (row.length !== values.rows[0].length) {
      throw new SqlError('42601', 'VALUES lists must all be the same length', {position: ctx.at(row[0] ?? ast)});
    }
    checkCount(
      ctx,
      ast,
      targets,
      row.map(item => ctx.at(item)),
    );
    const full = table.columns.map(defaultOf);
    row.forEach((item, i) => {
      if (item.kind !== 'default') full[targets[i]] = valueFor(ctx, level, item, table, targets[i]);
    });
    return full;
  });
}

function valueFor(ctx: BindContext, level: Level, ast: Expression, table: TableObject, index: number): Expr {
  return assign(ctx, bindExpression(ctx, {level, clause: 'VALUES'}, ast), table.columns[index]);
}

function selected(
  ctx: BindContext,
  ast: Insert,
  source: Query,
  table: TableObject,
  targets: readonly number[],
  commonTables: CommonTables | null,
): Rel {
  const {rel, columns} = asSubquery(bindQueryIn(ctx, source, {parent: null, commonTables, keepUnknown: true}));
  checkCount(
    ctx,
    ast,
    targets,
    columns.map(column => column.position ?? ctx.at(source)),
  );
  const full = table.columns.map(defaultOf);
  // Over a projection the columns are assigned where they are computed, so that literals get their types there.
  const values = rel.node === 'project' ? rel.exprs : columnsOf(rel.schema);
  columns.forEach((column, i) => {
    full[targets[i]] = assign(
      ctx,
      typed(ctx, values[i], rel.node === 'project'),
      table.columns[targets[i]],
      position(column),
    );
  });
  return project(
    rel.node === 'project' ? rel.input : rel,
    full,
    table.columns.map(({name}) => name),
  );
}

/** A column of a query that has no type is text by the time it is read. */
function typed(ctx: BindContext, expr: Expr, computedHere: boolean): Expr {
  return computedHere || expr.type.kind !== 'unknown' ? expr : mustCoerce(ctx, expr, TEXT, 'implicit');
}

function position(column: QueryColumn): number | undefined {
  return column.position;
}

function checkCount(ctx: BindContext, ast: Insert, targets: readonly number[], positions: readonly number[]): void {
  if (positions.length > targets.length) {
    throw new SqlError('42601', 'INSERT has more expressions than target columns', {
      position: positions[targets.length],
    });
  }
  if (ast.columns.length > 0 && positions.length < targets.length) {
    throw new SqlError('42601', 'INSERT has more target columns than expressions', {
      position: ctx.at(ast.columns[positions.length]),
    });
  }
}
