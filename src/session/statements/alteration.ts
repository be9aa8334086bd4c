import type {Catalog} from '../../catalog/catalog.ts';
import {nextGeneration} from '../../catalog/alter-table.ts';
import type {CatalogNotice} from '../../catalog/notice.ts';
import type {CatalogColumn, ObjectId, TableObject} from '../../catalog/object.ts';
import {isConstrained} from '../../expr/domains.ts';
import {isVolatile} from '../../plan/function-facts.ts';
import type {AlterAction} from '../../sql/ast/index.ts';
import {defaultOf} from '../../sql/bind/index.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {CatalogEdit} from '../ddl.ts';
import type {ObjectSpec} from '../engine.ts';
import type {SqlSession} from '../session.ts';
import {tableSpec} from '../table-spec.ts';
import {checkAllRows, demands} from './table-rows.ts';
import {checkTypeUsage} from './type-usage.ts';

/** What one action of ALTER TABLE needs. */
export type Alteration = {
  readonly session: SqlSession;
  readonly sql: string;
  readonly oid: ObjectId;
};

export type Action<A extends AlterAction['action']> = Extract<AlterAction, {action: A}>;

export function tableOf(catalog: Catalog, oid: ObjectId): TableObject {
  const table = catalog.byOid(oid);
  if (table?.kind !== 'table') throw new SqlError('42P01', `relation with OID ${oid} does not exist`);
  return table;
}

/** The table as the statement has made it up to now. */
export function currentTable({session, oid}: Alteration): TableObject {
  return tableOf(session.catalog, oid);
}

/**
 * Puts on a table what its rows must first be found to hold to: while they are looked at (and `prepare` changes them) the
 * table does not claim it yet. Errors: as of `checkAllRows`.
 */
export async function demand(
  to: Alteration,
  edit: (table: TableObject, fork: Catalog) => TableObject,
  prepare: () => Promise<void> = async () => {},
): Promise<void> {
  const before = currentTable(to);
  let wanted = before;
  const look = (): boolean => demands(before, wanted) || rewrites(wanted.columns[before.columns.length]);
  const asksNothing = (): boolean => !look() && wanted.columns.length === before.columns.length;
  await change(
    to,
    (table, fork) => {
      wanted = edit(table, fork);
      return asksNothing() ? nextGeneration(wanted) : undemanding(before, wanted);
    },
    look,
  );
  if (asksNothing()) return;
  await prepare();
  await checkAllRows(to.session, before, wanted);
  await change(to, () => nextGeneration(wanted));
}

/** Each row gets a value of its own in the new column. */
export function rewrites(column: CatalogColumn | undefined): boolean {
  if (!column) return false;
  // What a domain asks of its values is asked of each row's.
  const {generated, type} = column;
  if (generated || (type.domain !== undefined && isConstrained(type.domain))) return true;
  return isVolatile(defaultOf(column));
}

function undemanding(before: TableObject, wanted: TableObject): TableObject {
  return {
    ...wanted,
    columns: wanted.columns.map((column, i) => ({...column, nullable: before.columns.at(i)?.nullable ?? true})),
    indexes: wanted.indexes.filter(({oid}) => before.indexes.some(index => index.oid === oid)),
  };
}

/** `examines`: the table's rows are going to be looked at, so that others have to wait with theirs. */
export async function change(
  {session, oid}: Alteration,
  edit: (table: TableObject, fork: Catalog) => TableObject,
  examines: (table: TableObject) => boolean = () => false,
): Promise<void> {
  await session.transaction.edit((fork): CatalogEdit => {
    const there = session.catalog;
    const table = edit(tableOf(fork, oid), fork);
    fork.replace(table);
    checkTypeUsage(session, there, fork);
    return {specs: specsOf([table]), notices: [], tag: '', examines: examines(table) ? examinedBy(table) : []};
  });
}

/** The table, and those that it references. */
function examinedBy(table: TableObject): ObjectId[] {
  return [table.oid, ...table.foreignKeys.map(({references}) => references)];
}

export function specsOf(tables: readonly TableObject[]): Map<ObjectId, ObjectSpec> {
  return new Map(tables.map(table => [table.oid, tableSpec(table)]));
}

/** What DROP … CASCADE says that it took along. */
export function cascades(texts: readonly string[]): CatalogNotice[] {
  if (texts.length === 0) return [];
  const lines = texts.map(text => `drop cascades to ${text}`);
  const message = lines.length === 1 ? lines[0] : `drop cascades to ${lines.length} other objects`;
  return [{severity: 'NOTICE', code: '00000', message, detail: lines.length === 1 ? undefined : lines.join('\n')}];
}
