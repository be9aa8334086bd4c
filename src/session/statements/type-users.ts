import type {Catalog} from '../../catalog/catalog.ts';
import type {CatalogColumn, CatalogObject, ObjectId, TableObject} from '../../catalog/object.ts';
import {mentions} from '../../catalog/user-types.ts';
import {notSupported, SqlError} from '../../types/sql-error.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {rowTypeOid} from '../../types/user-types.ts';
import type {MillraceDatabase} from '../database.ts';

// Who would notice that a type changes. What a running view has computed it takes back by computing it again, so what its
// plan computes must not change under it.

/** Errors: 0A000 while a materialized view or sink runs a call that `test` knows by its signature. */
export function refuseRunning(database: MillraceDatabase, what: string, test: (signature: string) => boolean): void {
  for (const object of database.catalog.all()) {
    const spec = database.spec(object.oid);
    if (spec && 'plan' in spec && someString(spec.plan, test)) {
      throw notSupported(`${what} while ${object.kind} "${object.name}" computes with it`);
    }
  }
}

/** Errors: 0A000 while a view's text names the type, or what it shows is of it. */
export function refuseViews(catalog: Catalog, what: string, oid: ObjectId): void {
  for (const object of catalog.all()) {
    if (object.kind !== 'view' && object.kind !== 'materialized view' && object.kind !== 'sink') continue;
    if (object.dependsOn.includes(oid) || showsType(object, oid)) {
      throw notSupported(`${what} while ${object.kind} "${object.name}" uses it`);
    }
  }
}

function showsType(object: CatalogObject, oid: ObjectId): boolean {
  return 'columns' in object && object.columns.some(column => mentions(column.type, oid));
}

/** Errors: 0A000 as Postgres has it, for what would change how stored rows look. */
export function refuseColumns(catalog: Catalog, name: string, oid: ObjectId): void {
  refuseHolders(catalog, name, oid, () => true);
}

/** But for columns of tables that hold the very type, without defaults. Errors: as of `refuseColumns`. */
export function refuseColumnsWithin(catalog: Catalog, name: string, oid: ObjectId): void {
  const rewritten = ({type, default: value}: CatalogColumn): boolean => type.oid === oid && value === null;
  refuseHolders(catalog, name, oid, ({kind}, column) => kind !== 'table' || !rewritten(column));
}

type Relation = Extract<CatalogObject, {columns: unknown}>;

function refuseHolders(
  catalog: Catalog,
  name: string,
  oid: ObjectId,
  counts: (object: Relation, column: CatalogColumn) => boolean,
): void {
  for (const object of catalog.all()) {
    if (object.oid === oid || !('columns' in object)) continue;
    const columns: readonly CatalogColumn[] = object.columns;
    const using = columns.find(column => !column.dropped && mentions(column.type, oid) && counts(object, column));
    if (using) throw usedBy(name, object.name, using.name);
  }
}

/**
 * Stored values have the fields of their type with them: a table's columns stay as they are while another table, a type or a
 * domain holds its rows. Errors: 0A000, as Postgres has it for those changes that it refuses.
 */
export function refuseRowHolders(catalog: Catalog, table: TableObject): void {
  refuseUsers(catalog, table, object => object.kind !== 'view' && object.kind !== 'materialized view');
}

/** Materialized views too. Errors: as of `refuseRowHolders`. */
export function refuseRowUsers(catalog: Catalog, table: TableObject): void {
  refuseUsers(catalog, table, object => object.kind !== 'view');
}

function refuseUsers(catalog: Catalog, table: TableObject, counts: (object: CatalogObject) => boolean): void {
  const row = rowTypeOid(table.oid);
  for (const object of catalog.all()) {
    if (object.oid === table.oid || !counts(object)) continue;
    const using = typesIn(object).find(({type}) => mentions(type, row));
    if (!using) continue;
    const user = using.name === null ? `type "${object.name}"` : `column "${object.name}.${using.name}"`;
    throw new SqlError('0A000', `cannot alter table "${table.name}" because ${user} uses its row type`);
  }
}

function typesIn(object: CatalogObject): readonly {readonly name: string | null; readonly type: SqlType}[] {
  if ('columns' in object) return object.columns.filter(({dropped}) => !dropped);
  if (object.kind === 'domain') return [{name: null, type: object.base}];
  if (object.kind !== 'type') return [];
  return object.form.type === 'composite' ? object.form.attributes : [];
}

/** Errors: 42P16 a column of its own table's row type, or of one made of that. */
export function refuseSelf(table: TableObject, type: SqlType): void {
  if (!mentions(type, rowTypeOid(table.oid))) return;
  throw new SqlError('42P16', `composite type ${table.name} cannot be made a member of itself`);
}

export function usedBy(type: string, relation: string, column: string): SqlError {
  return new SqlError('0A000', `cannot alter type "${type}" because column "${relation}.${column}" uses it`);
}

function someString(value: unknown, test: (text: string) => boolean): boolean {
  if (typeof value === 'string') return test(value);
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return false;
  return Object.values(value).some(inner => someString(inner, test));
}
