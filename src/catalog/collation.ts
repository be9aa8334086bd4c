import {quoteIdentifier} from '../expr/text/quote.ts';
import {SqlError} from '../types/sql-error.ts';
import type {Catalog} from './catalog.ts';
import {predefinedCollation} from './system/collations.ts';
import type {Collation} from './system/collations.ts';

// Collations by name and by OID.

/** The collation of a possibly qualified name; null: there is none. */
export function collationNamed(
  _catalog: Catalog,
  parts: readonly string[],
  _searchPath: readonly string[],
): Collation | null {
  const name = parts[parts.length - 1];
  if (parts.length > 1 && parts[parts.length - 2] !== 'pg_catalog') return null;
  return predefinedCollation(name) ?? null;
}

export function findCollationByOid(_catalog: Catalog, oid: number): Collation | undefined {
  return predefinedCollation(oid);
}

/** What something already bound refers to. */
export function collationByOid(catalog: Catalog, oid: number): Collation {
  const found = findCollationByOid(catalog, oid);
  if (!found) throw new SqlError('XX000', `cache lookup failed for collation ${oid}`);
  return found;
}

/** As Postgres prints it: with its schema where the search path does not lead to it. */
export function collationName(_catalog: Catalog, {name}: Collation, _searchPath: readonly string[]): string {
  return quoteIdentifier(name);
}
