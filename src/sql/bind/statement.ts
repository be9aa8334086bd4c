import type {TableObject} from '../../catalog/object.ts';
import type {Rel} from '../../plan/rel.ts';
import type {SqlType} from '../../types/sql-type.ts';
import type {Delete, Insert, Query, Update} from '../ast/index.ts';
import {BindContext} from './context.ts';
import type {BindOptions} from './context.ts';
import {bindDelete} from './delete.ts';
import {bindInsert} from './insert.ts';
import {bindQueryIn} from './query.ts';
import type {QueryColumn} from './query.ts';
import {bindUpdate} from './update.ts';

/** A statement that reads or writes rows, with the types of its parameters. */
export type BoundStatement = BoundSelect | BoundWrite;

/**
 * `columns` are the visible ones, which come first in `rel`; `rel` may have more behind them, sort keys that are not
 * selected, and then its root is a sort.
 */
export type BoundSelect = {
  readonly kind: 'select';
  readonly rel: Rel;
  readonly columns: readonly QueryColumn[];
  readonly parameterTypes: readonly SqlType[];
};

/**
 * What a statement does to a table. `rel` gives, in the table's column order, for
 * - insert: the rows to add
 * - delete: the rows to take out, whole
 * - update: the old row, then the new one
 */
export type BoundWrite = {
  readonly kind: 'insert' | 'update' | 'delete';
  readonly table: TableObject;
  readonly rel: Rel;
  readonly parameterTypes: readonly SqlType[];
};

/** Binds a query or DML. Errors: SqlError as Postgres's parse analysis raises it; 0A000 for what is not there yet. */
export function bindStatement(ast: Query | Insert | Update | Delete, options: BindOptions): BoundStatement {
  const ctx = new BindContext(options);
  if (ast.kind === 'query') {
    const {rel, columns} = bindQueryIn(ctx, ast, {parent: null, commonTables: null});
    return {kind: 'select', rel, columns, parameterTypes: ctx.parameters.resolved()};
  }
  const {table, rel} = bindWrite(ctx, ast);
  return {kind: ast.kind, table, rel, parameterTypes: ctx.parameters.resolved()};
}

/** As `bindStatement`, of a query. */
export function bindQuery(ast: Query, options: BindOptions): BoundSelect {
  return bindStatement(ast, options) as BoundSelect;
}

function bindWrite(ctx: BindContext, ast: Insert | Update | Delete): {readonly table: TableObject; readonly rel: Rel} {
  switch (ast.kind) {
    case 'insert':
      return bindInsert(ctx, ast);
    case 'update':
      return bindUpdate(ctx, ast);
    case 'delete':
      return bindDelete(ctx, ast);
  }
}
