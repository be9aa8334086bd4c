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
import type {ScopeItem} from './level.ts';
import {hasMasks, maskedColumns} from './masking.ts';
import {resolve} from './relation.ts';
import {withSystemColumns} from './system-columns.ts';

/** The table that a statement writes to. Errors: 42P01, 42809, 42501 for what cannot be written to. */
export function writeTarget(
  ctx: BindContext,
  name: QualifiedName,
  verb: 'insert into' | 'update' | 'delete from',
): TableObject {
  const relation = resolve(ctx, name.parts, name);
  switch (relation.kind) {
    case 'table':
      ctx.dependencies.add(relation.oid);
      return relation;
    case 'materialized view':
      throw new SqlError('42809', `cannot change materialized view "${relation.name}"`);
    case 'system':
      throw new SqlError('42501', `permission denied: "${relation.name}" is a system catalog`);
    case 'view':
      throw new SqlError('55000', `cannot ${verb} view "${relation.name}"`, {
        detail: 'Views are not automatically updatable.',
      });
    case 'sequence':
      throw new SqlError('42809', `cannot change sequence "${relation.name}"`);
    case 'source':
      throw new SqlError('42809', `cannot ${verb} source "${relation.name}"`);
  }
}

/** The number of a column to be written, or of which a part is. Errors: 42703. */
export function targetColumn(ctx: BindContext, table: TableObject, ast: AssignmentTarget): number {
  const index = table.columns.findIndex(column => column.name === ast.column);
  if (index < 0) {
    throw new SqlError('42703', `column "${ast.column}" of relation "${table.name}" does not exist`, {
      position: ctx.at(ast),
    });
  }
  return index;
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
export function numberOf({system}: ScopeItem, index: number): {number: Expr[]; numberedBy: number | undefined} {
  const stored = system?.stored;
  return stored ? {number: [stored.ctid], numberedBy: index} : {number: [], numberedBy: undefined};
}

export type TargetRows = {readonly rel: Rel; readonly item: ScopeItem};

/** The rows of the target and how they are seen, numbered where the statement asks for their numbers. */
export function targetRows(
  ctx: BindContext,
  table: TableObject,
  get: Rel,
  alias: string | null,
  use: RelationUse,
): TargetRows {
  const {rel, system} = withSystemColumns(ctx, table, get, use);
  return maskedTarget(ctx, table, rel, {...targetItem(table, alias, use), system});
}
