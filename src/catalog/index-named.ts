import type {Catalog} from './catalog.ts';
import type {IndexedRelation, TableIndex} from './constraints.ts';
import {effectivePath, schemaMeant} from './temporary.ts';

/** An index, which is its relation's, by a name that may be qualified; the first along the search path. */
export function indexNamed(
  catalog: Catalog,
  parts: readonly string[],
  searchPath: readonly string[],
): {readonly table: IndexedRelation; readonly index: TableIndex} | null {
  const name = parts[parts.length - 1];
  for (const schema of parts.length > 1
    ? [schemaMeant(parts[parts.length - 2], searchPath)]
    : effectivePath(searchPath)) {
    const found = catalog.indexInSchema(schema, name);
    if (found) return found;
  }
  return null;
}
