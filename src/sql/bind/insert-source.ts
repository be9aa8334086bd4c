import type {TableObject} from '../../catalog/object.ts';
import type {Expr} from '../../expr/expr.ts';
import {columnsOf, project} from '../../plan/build.ts';
import {shiftColumns, usedColumns} from '../../plan/columns.ts';
import {isVolatile} from '../../plan/function-facts.ts';
import {someExpr} from '../../plan/map-expr.ts';
import type {Rel} from '../../plan/rel.ts';
import {SqlError} from '../../types/sql-error.ts';
import {TEXT} from '../../types/sql-type.ts';
import type {AssignmentTarget, Expression, Insert, Query} from '../ast/index.ts';
import {mustCoerce} from './coerce.ts';
import type {CommonTables} from './common-tables.ts';
import type {BindContext} from './context.ts';
import {bindExpression} from './expression.ts';
import {Level} from './level.ts';
import {asSubquery, bindQueryIn} from './query.ts';
import type {BoundQuery, QueryColumn} from './query.ts';
import {assignedTwice} from './insert.ts';
import {isSecured} from './row-security.ts';
import {valuesRel} from './values.ts';
import {assignPart, partDefault} from './assign-part.ts';
import type {Env} from './clause.ts';
import {refuseUnwritable} from './view-target.ts';
import {assign, defaultOf, targetItem, type WriteTarget} from './write-target.ts';

/** Which columns of the table the values of an INSERT go to, and what the others become. */
type InsertValues = {
  readonly ctx: BindContext;
  readonly overriding: Insert['overriding'];
  readonly target: WriteTarget;
  /** As the statement names it. */
  readonly table: TableObject;
  /** Column numbers, in the order of the values. */
  readonly targets: readonly number[];
  /** As written; empty: all. */
  readonly written: readonly AssignmentTarget[];
  /** A whole row without any value given. */
  readonly defaults: () => Expr[];
};

export function valuesFor(
  ctx: BindContext,
  target: WriteTarget,
  targets: readonly number[],
  overriding: Insert['overriding'],
  written: readonly AssignmentTarget[],
): InsertValues {
  const table = target.surface;
  let defaults: readonly Expr[] | null = null;
  return {
    ctx,
    target,
    table,
    targets,
    overriding,
    written,
    defaults: () => [...(defaults ??= table.columns.map(defaultOf))],
  };
}

/**
 * What becomes of a value given for a column that fills itself: true, it is taken; false, the default is. Errors: 428C9.
 */
function mayBeGiven({target, overriding}: InsertValues, index: number): boolean {
  const {name, generated, identity} = target.table.columns[index];
  if (generated) {
    throw new SqlError('428C9', `cannot insert a non-DEFAULT value into column "${name}"`, {
      detail: `Column "${name}" is a generated column.`,
    });
  }
  if (!identity) return true;
  if (overriding === 'user') return false;
  if (identity === 'by default' || overriding === 'system') return true;
  throw new SqlError('428C9', `cannot insert a non-DEFAULT value into column "${name}"`, {
    detail: `Column "${name}" is an identity column defined as GENERATED ALWAYS.`,
    hint: 'Use OVERRIDING SYSTEM VALUE to override.',
  });
}

/** Rows of an INSERT, whole but for columns that the engine fills once they stand in their order. */
type InsertedRows = {
  readonly rel: Rel;
  readonly late: readonly {readonly column: number; readonly expr: Expr}[];
};

/** Errors: 42601 counts that differ, 42804 … */
export function insertedRows(
  ctx: BindContext,
  ast: Insert,
  values: InsertValues,
  commonTables: CommonTables | null,
): InsertedRows {
  const {source} = ast;
  const inOrder = source && source.body.kind !== 'values' ? inOrderRows(ctx, ast, source, values, commonTables) : null;
  return inOrder ?? {rel: rowsInAnyOrder(ctx, ast, values, commonTables), late: []};
}

/**
 * INSERT … SELECT … ORDER BY: the order says which row gets which value of a serial column or of nextval, which of those in
 * conflict is the first, and how RETURNING gives them. Else they come in any.
 */
function inOrderRows(
  ctx: BindContext,
  ast: Insert,
  source: Query,
  values: InsertValues,
  commonTables: CommonTables | null,
): InsertedRows | null {
  const {table, target, targets, written} = values;
  const full = values.defaults();
  // A policy looks at whole rows.
  if (isSecured(target.ctx, target.table)) return null;
  const bound = bindQueryIn(ctx, source, {parent: null, commonTables, keepUnknown: true, top: true});
  const {rel, columns} = bound;
  const rows = rel.node === 'sort' && rel.input.node === 'project' ? rel.input : null;
  const draws = full.some(isVolatile) || rows?.exprs.some(isDrawn) === true;
  const matters = draws || ast.onConflict !== null || ast.returning !== null;
  if (rel.node !== 'sort' || rel.keys.length === 0 || !matters) {
    return {rel: selected(ctx, source, asSubquery(bound), values, commonTables), late: []};
  }
  checkCount(
    ctx,
    values,
    columns.map(column => column.position ?? ctx.at(source)),
  );
  const given = values.targets.slice(0, columns.length);
  const late = full.flatMap((expr, column) => (!given.includes(column) && isVolatile(expr) ? [{column, expr}] : []));
  for (const {column} of late) full[column] = {op: 'literal', value: null, type: table.columns[column].type};
  const computed = columnsOf(rel.input.schema);
  const env: Env = {level: new Level(null, commonTables), clause: 'INSERT'};
  const kept = rows && [...rows.exprs];
  columns.forEach((column, i) => {
    const expr = kept?.[i];
    if (kept && expr && isDrawn(expr) && !rel.keys.some(key => usedColumns(key.expr).has(i))) {
      // As PostgreSQL does: once the rows stand in their order.
      const row = [...full];
      put(ctx, env, values, row, i, expr, position(column));
      if (written[i] === undefined || written[i].steps.length === 0) {
        late.push({column: targets[i], expr: row[targets[i]]});
        kept[i] = {op: 'literal', value: null, type: expr.type};
        full[targets[i]] = {op: 'literal', value: null, type: table.columns[targets[i]].type};
        return;
      }
    }
    put(ctx, env, values, full, i, typed(ctx, computed[i], false), position(column));
  });
  const names = [...table.columns, ...rel.input.schema].map(({name}) => name);
  const drawn =
    rows && kept
      ? project(
          rows.input,
          kept,
          rows.schema.map(({name}) => name),
        )
      : rel.input;
  const input = project(drawn, [...full, ...computed], names);
  const keys = rel.keys.map(key => ({...key, expr: shiftColumns(key.expr, full.length)}));
  return {rel: {...rel, input, keys, schema: input.schema}, late};
}

/** Another value for each row, whatever the row: nextval, random. */
function isDrawn(expr: Expr): boolean {
  return isVolatile(expr) && !someExpr(expr, ({op}) => op === 'column' || op === 'outer' || op === 'parameter');
}

function rowsInAnyOrder(ctx: BindContext, ast: Insert, values: InsertValues, commonTables: CommonTables | null): Rel {
  const names = values.table.columns.map(({name}) => name);
  if (!ast.source) return valuesRel(new Level(null, null), [values.defaults()], names);
  const {body} = ast.source;
  if (body.kind === 'values' && isPlain(ast.source)) {
    const level = new Level(null, commonTables, [targetItem(values.table, ast.alias)]);
    const env: Env = {level, clause: 'VALUES', sets: body.rows.length === 1};
    checkRow(values, body.rows[0]);
    const rows = body.rows.map(row => {
      if (row.length !== body.rows[0].length) {
        throw new SqlError('42601', 'VALUES lists must all be the same length', {position: ctx.at(row[0] ?? ast)});
      }
      return checkedRow(env, values, row);
    });
    return valuesRel(level, rows, names);
  }
  const around = {parent: null, commonTables, keepUnknown: true, top: true};
  return selected(ctx, ast.source, asSubquery(bindQueryIn(ctx, ast.source, around)), values, commonTables);
}

function isPlain(query: Query): boolean {
  return query.orderBy.length === 0 && !query.limit && !query.offset && !query.with;
}

/** One row of VALUES, DEFAULT among them perhaps. Errors: 42601, 42804. */
export function valueRow(level: Level, values: InsertValues, row: readonly Expression[]): Expr[] {
  checkRow(values, row);
  return checkedRow({level, clause: 'VALUES'}, values, row);
}

/** To be asked of one of several rows that are as long. Errors: 42601. */
function checkRow(values: InsertValues, row: readonly Expression[]): void {
  checkCount(
    values.ctx,
    values,
    row.map(item => values.ctx.at(item)),
  );
}

function checkedRow(env: Env, values: InsertValues, row: readonly Expression[]): Expr[] {
  const {ctx} = values;
  const full = values.defaults();
  row.forEach((item, i) => {
    const target = values.written[i];
    if (item.kind === 'default') {
      if (target?.steps.length > 0) throw partDefault(ctx, target);
      return;
    }
    put(ctx, env, values, full, i, bindExpression(ctx, env, item));
  });
  return full;
}

function selected(
  ctx: BindContext,
  source: Query,
  {rel, columns}: BoundQuery,
  values: InsertValues,
  commonTables: CommonTables | null,
): Rel {
  const {table} = values;
  checkCount(
    ctx,
    values,
    columns.map(column => column.position ?? ctx.at(source)),
  );
  const full = values.defaults();
  // Over a projection the columns are assigned where they are computed, so that literals get their types there.
  const computed = rel.node === 'project' ? rel.exprs : columnsOf(rel.schema);
  const env: Env = {level: new Level(null, commonTables), clause: 'INSERT'};
  columns.forEach((column, i) => {
    put(ctx, env, values, full, i, typed(ctx, computed[i], rel.node === 'project'), position(column));
  });
  return project(
    rel.node === 'project' ? rel.input : rel,
    full,
    table.columns.map(({name}) => name),
  );
}

/** The value for one target, in a row that has those of the targets before it. */
function put(
  ctx: BindContext,
  env: Env,
  values: InsertValues,
  full: Expr[],
  i: number,
  value: Expr,
  where = ctx.positionOf(value),
): void {
  const {table, targets, written} = values;
  const index = targets[i];
  const column = table.columns[index];
  const target = written[i];
  if (!target || target.steps.length === 0) {
    const assigned = assign(ctx, value, column, where);
    if (mayBeGiven(values, index)) full[index] = assigned;
    return;
  }
  if (!mayBeGiven(values, index)) return;
  // A part goes into what parts before it have made, or else into nothing: the column's default has no part in it.
  const begun = targets.slice(0, i).includes(index);
  const none: Expr = {op: 'literal', value: null, type: column.type};
  full[index] = assignPart(ctx, env, target, column, begun ? full[index] : none, value);
}

/** A column of a query that has no type is text by the time it is read. */
function typed(ctx: BindContext, expr: Expr, computedHere: boolean): Expr {
  return computedHere || expr.type.kind !== 'unknown' ? expr : mustCoerce(ctx, expr, TEXT, 'implicit');
}

function position(column: QueryColumn): number | undefined {
  return column.position;
}

function checkCount(ctx: BindContext, values: InsertValues, positions: readonly number[]): void {
  const {targets, written} = values;
  noteWritten(values, targets.slice(0, positions.length));
  if (positions.length > targets.length) {
    throw new SqlError('42601', 'INSERT has more expressions than target columns', {
      position: positions[targets.length],
    });
  }
  if (written.length > 0 && positions.length < targets.length) {
    throw new SqlError('42601', 'INSERT has more target columns than expressions', {
      position: ctx.at(written[positions.length]),
    });
  }
}

/** Errors: 0A000 a column of a view that takes nothing, 42601 two that are the same one. */
function noteWritten({target: {use, path}, table, written}: InsertValues, given: readonly number[]): void {
  if (path)
    refuseUnwritable(
      path,
      given.flatMap(index => (index < 0 ? [-1 - index] : [])),
      'insert into',
    );
  given.forEach((index, i) => {
    if (written.length === 0 && given.indexOf(index) < i) throw assignedTwice(path!.table.columns[index].name);
    use.inserted.add(table.columns[index].number ?? index + 1);
  });
}
