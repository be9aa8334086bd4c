import {liveColumns} from '../../catalog/object.ts';
import type {CatalogColumn, TableObject} from '../../catalog/object.ts';
import type {RelationUse} from '../../catalog/needed-rights.ts';
import {rowTypeOf} from '../../catalog/user-types.ts';
import {domainDefault} from '../../expr/domains.ts';
import type {Expr} from '../../expr/expr.ts';
import type {Rel} from '../../plan/rel.ts';
import {castBetween} from '../../expr/registry.ts';
import {SqlError} from '../../types/sql-error.ts';
import {baseOf} from '../../types/sql-type.ts';
import {kindName} from '../../types/type-names.ts';
import type {AssignmentTarget, QualifiedName} from '../ast/index.ts';
import {coerceExactly} from './coerce.ts';
import type {BindContext} from './context.ts';
import {shiftItems} from './from.ts';
import type {ScopeItem, SystemColumns} from './level.ts';
import {hasMasks, maskedColumns} from './masking.ts';
import {resolve} from './relation.ts';
import {withSystemColumns} from './system-columns.ts';
import {
  passOnRights,
  shownByView,
  throughView,
  type ViewPath,
  viewPath,
  writtenColumn,
  type WriteVerb,
} from './view-target.ts';

/** Where a statement writes. */
export type WriteTarget = {
  readonly table: TableObject;
  /** As the statement names it: of a view the table under its names (view-target.ts). */
  readonly surface: TableObject;
  /** In whose name the table is written: a view's owner's. */
  readonly ctx: BindContext;
  /** What the statement does with what it names. */
  readonly use: RelationUse;
  readonly path: ViewPath | null;
  readonly verb: WriteVerb;
};

/**
 * What a statement writes to, a table or a view of one. Errors: 42P01, 42809, 42501 for what cannot be written to, 55000 a view
 * that is not automatically updatable.
 */
export function writeTarget(ctx: BindContext, name: QualifiedName, verb: WriteVerb): WriteTarget {
  const relation = resolve(ctx, name.parts, name);
  switch (relation.kind) {
    case 'table':
      ctx.dependencies.add(relation.oid);
      return {table: relation, surface: relation, ctx, use: ctx.use(relation.oid), path: null, verb};
    case 'materialized view':
      throw new SqlError('42809', `cannot change materialized view "${relation.name}"`);
    case 'system':
      throw new SqlError('42501', `permission denied: "${relation.name}" is a system catalog`);
    case 'view': {
      const path = viewPath(ctx, relation, verb);
      ctx.dependencies.add(relation.oid);
      const inner = path.layers[path.layers.length - 1].ctx;
      const use = ctx.use(relation.oid);
      return {table: path.table, surface: throughView(path), ctx: inner, use, path, verb};
    }
    case 'sequence':
      throw new SqlError('42809', `cannot change sequence "${relation.name}"`);
    case 'source':
      throw new SqlError('42809', `cannot ${verb} source "${relation.name}"`);
  }
}

/** The number of a table's column to be written, or of which a part is. Errors: 42703, 0A000 a view's that is no column of the table. */
export function targetColumn(ctx: BindContext, {surface, path, verb}: WriteTarget, ast: AssignmentTarget): number {
  const columns = path ? path.view.columns : surface.columns;
  const index = columns.findIndex(column => column.name === ast.column);
  if (index < 0) {
    throw new SqlError('42703', `column "${ast.column}" of relation "${surface.name}" does not exist`, {
      position: ctx.at(ast),
    });
  }
  return path ? writtenColumn(path, index, verb) : index;
}

/** The value as the column stores it. Errors: 42804, and those of the type's input. */
export function assign(ctx: BindContext, expr: Expr, column: CatalogColumn, position = ctx.positionOf(expr)): Expr {
  const assigned = coerceExactly(ctx, expr, column.type, 'assignment', position);
  if (assigned) return assigned;
  const types = `type ${kindName(column.type)} but expression is of type ${kindName(expr.type)}`;
  throw new SqlError('42804', `column "${column.name}" is of ${types}`, {
    hint: 'You will need to rewrite or cast the expression.',
    position,
  });
}

/** What INSERT puts in a column without a value, and what DEFAULT means. */
export function defaultOf(column: CatalogColumn): Expr {
  if (column.default) return column.default.expr;
  const {type} = column;
  if (type.domain === undefined) return {op: 'literal', value: null, type};
  // A domain may have a default of its own, and may not allow that there is none.
  const base = baseOf(type);
  const value: Expr = domainDefault(type.domain) ?? {op: 'literal', value: null, type: base};
  return {op: 'call', signature: castBetween(base, type)!.signature, args: [value], type};
}

/** The target table as its statement's expressions see it: its rows as they are (`maskedTarget` hides what is masked). */
export function targetItem(table: TableObject, alias: string | null, use?: RelationUse): ScopeItem {
  return {
    alias: alias ?? table.name,
    schema: alias === null ? table.schema : null,
    hiddenName: alias === null ? null : table.name,
    columns: liveColumns(table).map(({column, index, number}) => ({
      name: column.name,
      expr: {op: 'column', index, type: column.type},
      tableOid: table.oid,
      attributeNumber: number,
      use,
    })),
    columnsVisible: true,
    nameVisible: true,
    rowType: rowTypeOf(table),
    system: {oid: table.oid, use, masked: false, stored: null},
  };
}

/**
 * The target as readers see it, over rows that begin with the table's: what masks ask of other relations stands in columns
 * behind.
 */
export function maskedTarget(ctx: BindContext, table: TableObject, rel: Rel, item: ScopeItem): TargetRows {
  if (!hasMasks(ctx, table.columns)) return {rel, item};
  const masked = maskedColumns(ctx, table.columns, rel);
  const columns = liveColumns(table).map(({index}, i) => ({...item.columns[i], expr: masked.exprs[index]}));
  return {rel: masked.rel, item: {...item, columns, system: {...item.system!, masked: true}}};
}

/** The column that tells equal rows of the target apart, to stand at `index`; none where the statement does not speak of it. */
export function numberOf(stored: SystemColumns['stored'], index: number) {
  return stored ? {number: [stored.ctid], numberedBy: index} : {number: [], numberedBy: undefined};
}

type TargetRows = {readonly rel: Rel; readonly item: ScopeItem};

/**
 * The rows of the target and how they are seen: in `rel` the table's columns come first, numbers where the statement asks for
 * them behind.
 */
export function targetRows(
  target: WriteTarget,
  get: Rel,
  alias: string | null,
): TargetRows & {readonly stored: SystemColumns['stored']} {
  const {table, ctx, use, path} = target;
  const {rel, system} = withSystemColumns(ctx, table, get, use);
  const seen = maskedTarget(ctx, table, rel, {...targetItem(table, path ? null : alias, use), system});
  const {stored} = system;
  if (!path) return {...seen, stored};
  const shown = shownByView(path, seen.rel, seen.item, true);
  return {rel: shown.rel, item: withAlias(shown.item, alias, use), stored};
}

/** How rows are seen that are written, whose columns come first in `rel`; `own`: a table, as its statement names it. */
export function writtenRows(
  target: WriteTarget,
  rel: Rel,
  alias: string | null,
  own: ScopeItem | undefined,
): TargetRows {
  const {table, ctx, use, path} = target;
  if (!path) return maskedTarget(ctx, table, rel, own!);
  const seen = maskedTarget(ctx, table, rel, targetItem(table, null, use));
  const shown = shownByView(path, seen.rel, seen.item, false);
  return {rel: shown.rel, item: withAlias(shown.item, alias, use)};
}

/** EXCLUDED: the rows of an INSERT that are in conflict with others, from column `offset` on. */
export function proposedRows({table, use, path}: WriteTarget, rel: Rel, offset: number): TargetRows {
  const [row] = shiftItems([targetItem(table, path ? null : 'excluded', use)], offset);
  // They are the user's own values: no mask hides them.
  const shown = path ? shownByView(path, rel, row, false, false) : {rel, item: row};
  return {rel: shown.rel, item: {...withAlias(shown.item, 'excluded', use), hiddenName: null}};
}

function withAlias(item: ScopeItem, alias: string | null, use: RelationUse): ScopeItem {
  const columns = item.columns.map(column => ({...column, use}));
  if (alias === null) return {...item, columns};
  return {...item, columns, alias, schema: null, hiddenName: item.alias};
}

/** To be called when all of the statement is bound: a view's owner needs the rights that it takes too. */
export function settleRights({path, use}: WriteTarget): void {
  if (path) passOnRights(path, use);
}
