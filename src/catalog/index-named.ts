import type {Catalog} from './catalog.ts';
import type {TableIndex} from './constraints.ts';
import type {TableObject} from './object.ts';

/** An index, which is its table's, by a name that may be qualified; the first along the search path. */
export function indexNamed(
  catalog: Catalog,
  parts: readonly string[],
  searchPath: readonly string[],
): {readonly table: TableObject; readonly index: TableIndex} | null {
  const name = parts[parts.length - 1];
  for (const schema of parts.length > 1 ? [parts[parts.length - 2]] : searchPath) {
    for (const table of catalog.ofKind('table')) {
      const index = table.schema === schema ? table.indexes.find(each => each.name === name) : undefined;
      if (index) return {table, index};
    }
  }
  return null;
}
