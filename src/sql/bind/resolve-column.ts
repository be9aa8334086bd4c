import type {Expr} from '../../expr/expr.ts';
import {rewriteColumns} from '../../plan/columns.ts';
import {SqlError} from '../../types/sql-error.ts';
import {BOOLEAN, baseOf, type SqlType, structOf} from '../../types/sql-type.ts';
import type {ColumnRef} from '../ast/index.ts';
import type {BindContext} from './context.ts';
import type {Level, ScopeColumn, ScopeItem} from './level.ts';
import {missingColumn, missingTable} from './missing-name.ts';
import {systemColumnOf, systemColumns} from './system-columns.ts';

/** What a reference found: the column, and how many levels up. */
type FoundColumn = {readonly column: ScopeColumn; readonly levelsUp: number};

/**
 * The expression that a (possibly qualified) name stands for; a bare table name is its whole row.
 * Errors: 42703, 42702, 42P01, 42P09.
 */
export function bindColumnRef(ctx: BindContext, level: Level, ast: ColumnRef): Expr {
  const {path} = ast;
  refuseTooMany(ctx, ast);
  if (ast.star) return starAsRow(ctx, level, ast);
  const name = path[path.length - 1];
  if (path.length === 1) {
    const found = findUnqualified(ctx, level, name, ast);
    if (found) {
      refuseInWhen(ctx, level, found, ast);
      return reference(ctx, found, ast);
    }
    const row = findItem(ctx, level, [name], ast);
    if (row) {
      ctx.recorder?.rows.set(ast, row.item);
      return ctx.mark(wholeRow(row.item, row.levelsUp), ast);
    }
    const parameter = functionParameter(ctx, name, ast);
    if (parameter) return parameter;
    throw missingColumn(ctx, level, null, name, ast);
  }
  const qualifier = path.slice(0, -1);
  const item = findItem(ctx, level, qualifier, ast);
  const parameter = item ? null : parameterPath(ctx, path, ast);
  if (parameter) return parameter;
  if (!item) throw missingTable(ctx, level, qualifier, ast);
  const matches = item.item.columns.filter(column => column.name === name);
  if (matches.length === 0) {
    const column = systemColumnOf(item.item, name);
    if (column) {
      const found = {column, levelsUp: item.levelsUp};
      refuseInWhen(ctx, level, found, ast);
      return reference(ctx, found, ast);
    }
    throw missingColumn(ctx, level, qualifier[qualifier.length - 1], name, ast);
  }
  if (matches.length > 1) throw ambiguousColumn(ctx, name, ast);
  return reference(ctx, {column: matches[0], levelsUp: item.levelsUp}, ast);
}

/** At most `database.schema.table.column`. Errors: 42601. */
function refuseTooMany(ctx: BindContext, ast: ColumnRef): void {
  const names = ast.star ? [...ast.path, '*'] : ast.path;
  if (names.length <= 4) return;
  throw new SqlError('42601', `improper qualified name (too many dotted names): ${names.join('.')}`, {
    position: ctx.at(ast),
  });
}

/** Which row stands there is not settled yet where MERGE chooses what to do. Errors: 42P10. */
function refuseInWhen(ctx: BindContext, {clause}: Level, {column, levelsUp}: FoundColumn, ast: ColumnRef): void {
  if (clause !== 'MERGE WHEN conditions' || levelsUp > 0) return;
  if (column.attributeNumber >= 0 || column.name === 'tableoid') return;
  throw new SqlError('42P10', `cannot use system column "${column.name}" in MERGE WHEN condition`, {
    position: ctx.at(ast),
  });
}

/** `t.*` where there is no list to expand it in: the whole row. Errors: 42601 a bare star, 42P01. */
function starAsRow(ctx: BindContext, level: Level, ast: ColumnRef): Expr {
  if (ast.path.length === 0) {
    throw new SqlError('42601', 'row expansion via "*" is not supported here', {position: ctx.at(ast)});
  }
  const found = findItem(ctx, level, ast.path, ast);
  if (!found) throw missingTable(ctx, level, ast.path, ast);
  ctx.recorder?.rows.set(ast, found.item);
  return ctx.mark(wholeRow(found.item, found.levelsUp), ast);
}

/** In the body of a function, a name that no column has may be a parameter's. */
function functionParameter(ctx: BindContext, name: string, ast: ColumnRef): Expr | null {
  const index = ctx.functionParameters.indexOf(name) + 1;
  if (index === 0) return null;
  return ctx.mark({op: 'parameter', index, type: ctx.parameters.use(index, ctx.at(ast))}, ast);
}

/** `function.parameter`, `parameter.field`, `function.parameter.field`. */
function parameterPath(ctx: BindContext, path: readonly string[], ast: ColumnRef): Expr | null {
  const own = path[0] === ctx.functionName;
  if (own && path.length === 2) {
    const parameter = functionParameter(ctx, path[1], ast);
    if (parameter) return parameter;
  }
  const [name, field] = own && path.length === 3 ? path.slice(1) : path;
  if (path.length > 3 || (path.length === 3 && !own) || !ctx.functionParameters.includes(name)) return null;
  const arg = functionParameter(ctx, name, ast)!;
  const {fields} = baseOf(arg.type);
  const index = fields?.findIndex(each => each.name === field) ?? -1;
  return index < 0 ? null : ctx.mark({op: 'field', arg, index, type: fields![index].type}, ast);
}

/** The column of the catalog that an expression plainly is: what RowDescription tells of it. */
export function originOf(ctx: BindContext, level: Level, ast: ColumnRef): ScopeColumn | null {
  const name = ast.path[ast.path.length - 1];
  if (ast.path.length === 1) return findUnqualified(ctx, level, name, ast)?.column ?? null;
  const item = findItem(ctx, level, ast.path.slice(0, -1), ast);
  return item?.item.columns.find(column => column.name === name) ?? (item && systemColumnOf(item.item, name));
}

/** The columns of `*` (no qualifier) or `t.*`. Errors: 42601 nothing to expand, 42P01. */
export function expandStar(
  ctx: BindContext,
  level: Level,
  ast: ColumnRef,
): readonly {readonly name: string; readonly expr: Expr; readonly column: ScopeColumn}[] {
  refuseTooMany(ctx, ast);
  if (ast.path.length === 0) {
    if (level.items.length === 0) {
      throw new SqlError('42601', 'SELECT * with no tables specified is not valid', {position: ctx.at(ast)});
    }
    const all = level.items.filter(item => item.columnsVisible).flatMap(item => columnsOfItem(ctx, item, 0, ast));
    return recorded(ctx, ast, all);
  }
  const found = findItem(ctx, level, ast.path, ast);
  if (!found) throw missingTable(ctx, level, ast.path, ast);
  return recorded(ctx, ast, columnsOfItem(ctx, found.item, found.levelsUp, ast));
}

function recorded<C extends {readonly column: ScopeColumn}>(ctx: BindContext, ast: ColumnRef, columns: C[]): C[] {
  ctx.recorder?.stars.set(
    ast,
    columns.map(({column}) => column),
  );
  return columns;
}

function columnsOfItem(ctx: BindContext, item: ScopeItem, levelsUp: number, ast: ColumnRef) {
  const shown = item.columns.filter(({notInStar}) => !notInStar);
  return shown.map(column => ({name: column.name, expr: reference(ctx, {column, levelsUp}, ast), column}));
}

function findUnqualified(ctx: BindContext, from: Level, name: string, ast: ColumnRef): FoundColumn | null {
  let levelsUp = 0;
  for (let level: Level | null = from; level; level = level.parent, levelsUp++) {
    const visible = level.items.filter(item => item.columnsVisible);
    const matches = visible.flatMap(item => item.columns.filter(column => column.name === name));
    if (systemColumns.has(name)) matches.push(...visible.flatMap(item => systemColumnOf(item, name) ?? []));
    if (matches.length > 1) throw ambiguousColumn(ctx, name, ast);
    if (matches.length === 1) return {column: matches[0], levelsUp};
  }
  return null;
}

function findItem(
  ctx: BindContext,
  from: Level,
  qualifier: readonly string[],
  ast: ColumnRef,
): {readonly item: ScopeItem; readonly levelsUp: number} | null {
  const name = qualifier[qualifier.length - 1];
  const schema = qualifier.length > 1 ? qualifier[qualifier.length - 2] : null;
  let levelsUp = 0;
  for (let level: Level | null = from; level; level = level.parent, levelsUp++) {
    const matches = level.items.filter(
      item => item.nameVisible && item.alias === name && (schema === null || item.schema === schema),
    );
    if (matches.length > 1) {
      throw new SqlError('42P09', `table reference "${name}" is ambiguous`, {position: ctx.at(ast)});
    }
    if (matches.length === 1) return {item: matches[0], levelsUp};
  }
  return null;
}

function ambiguousColumn(ctx: BindContext, name: string, ast: ColumnRef): SqlError {
  return new SqlError('42702', `column reference "${name}" is ambiguous`, {position: ctx.at(ast)});
}

/** The user needs the right to read it. */
export function noteRead({use, attributeNumber}: ScopeColumn): void {
  use?.read.add(attributeNumber);
}

/** A fresh object each time: positions are kept by identity. */
function reference(ctx: BindContext, {column, levelsUp}: FoundColumn, ast: ColumnRef): Expr {
  if (column.masked) throw ctx.unsupported(`${column.name} of a table with masked columns`, ast);
  noteRead(column);
  ctx.recorder?.columns.set(ast, column);
  return ctx.mark(atDepth({...column.expr}, levelsUp), ast);
}

/** The expression as seen from `depth` levels further in. */
function atDepth(expr: Expr, depth: number): Expr {
  return depth === 0 ? expr : rewriteColumns(expr, ({index, type}) => ({op: 'outer', depth, index, type}));
}

/** A row that an outer join has not found is NULL; its columns all are, which no other row of a table with a key has. */
function wholeRow(item: ScopeItem, levelsUp: number): Expr {
  const columns = [...item.columns, ...((item.rowType && item.later) ?? [])];
  columns.forEach(noteRead);
  const args = columns.map(column => atDepth(column.expr, levelsUp));
  if (item.scalar) return args[0];
  const type =
    (item.rowType && rowTypeNow(item.rowType, args)) ??
    structOf(item.columns.map(({name}, i) => ({name, type: args[i].type})));
  const row: Expr = {op: 'row', args, type};
  return item.outer ? unlessAbsent(args, row) : row;
}

/** A view's columns may be of row types that have got more fields since it was made. */
function rowTypeNow(type: SqlType, args: readonly Expr[]): SqlType {
  if (!type.fields?.some(field => field.type.kind === 'struct')) return type;
  const fields = type.fields.map((field, i) => (field.type.kind === 'struct' ? {...field, type: args[i].type} : field));
  return {...type, fields};
}

function unlessAbsent(columns: readonly Expr[], found: Expr): Expr {
  const {type} = found;
  const absent = columns.map((arg): Expr => ({op: 'isNull', arg, negated: false, type: BOOLEAN}));
  const when: Expr = absent.length === 1 ? absent[0] : {op: 'and', args: absent, type: BOOLEAN};
  return {op: 'case', whens: [{when, then: {op: 'literal', value: null, type}}], otherwise: found, type};
}
