import {quoteIdentifier} from '../expr/text/quote.ts';
import {SqlError} from '../types/sql-error.ts';
import type {Catalog} from './catalog.ts';
import type {SqlType} from '../types/sql-type.ts';
import type {CollationObject, TableObject} from './object.ts';
import {predefinedCollation} from './system/collations.ts';
import type {Collation} from './system/collations.ts';

// Collations by name and by OID: those that are there from the beginning, and those that users made.

/** The collation of a possibly qualified name; null: there is none. */
export function collationNamed(
  catalog: Catalog,
  parts: readonly string[],
  searchPath: readonly string[],
): Collation | null {
  const name = parts[parts.length - 1];
  const schemas = parts.length > 1 ? [parts[parts.length - 2]] : pathOf(searchPath);
  for (const schema of schemas) {
    if (schema === 'pg_catalog') {
      const found = predefinedCollation(name);
      if (found) return found;
    } else {
      const made = catalog.ofKind('collation').find(each => each.schema === schema && each.name === name);
      if (made) return made;
    }
  }
  return null;
}

/** pg_catalog comes first where the path does not say another place for it. */
function pathOf(searchPath: readonly string[]): readonly string[] {
  return searchPath.includes('pg_catalog') ? searchPath : ['pg_catalog', ...searchPath];
}

export function findCollationByOid(catalog: Catalog, oid: number): Collation | undefined {
  return predefinedCollation(oid) ?? collationObject(catalog, oid);
}

export function collationObject(catalog: Catalog, oid: number): CollationObject | undefined {
  const object = catalog.byOid(oid);
  return object?.kind === 'collation' ? object : undefined;
}

/** What something already bound refers to. */
export function collationByOid(catalog: Catalog, oid: number): Collation {
  const found = findCollationByOid(catalog, oid);
  if (!found) throw new SqlError('XX000', `cache lookup failed for collation ${oid}`);
  return found;
}

/** As Postgres prints it: with its schema where the search path does not lead to it. */
export function collationName(catalog: Catalog, {oid, name, schema}: Collation, searchPath: readonly string[]): string {
  if (collationNamed(catalog, [name], searchPath)?.oid === oid) return quoteIdentifier(name);
  return `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`;
}

/** Values of the type may be equal though their bytes are not. */
function mayDifferWhereEqual(catalog: Catalog, type: SqlType): boolean {
  return type.collation !== undefined && findCollationByOid(catalog, type.collation)?.deterministic === false;
}

/** Keys are found by the bytes of their values. Errors: 0A000. */
export function refuseUnequalKey(
  catalog: Catalog,
  {name, type}: {readonly name: string; readonly type: SqlType},
): void {
  if (!mayDifferWhereEqual(catalog, type)) return;
  throw new SqlError(
    '0A000',
    `a unique key of column "${name}", whose collation is nondeterministic, is not supported`,
  );
}

/** The same of a column that is to be of another type. Errors: 0A000. */
export function refuseUnequalKeys(table: TableObject, index: number, type: SqlType, catalog: Catalog): void {
  if (table.indexes.some(({unique, columns}) => unique && columns.includes(index))) {
    refuseUnequalKey(catalog, {name: table.columns[index].name, type});
  }
}
