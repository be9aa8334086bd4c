import type {ObjectId} from '../../../plan/rel.ts';
import type {ObjectSpec} from '../../../session/engine.ts';
import type {ForeignKeySpec, TableSpec} from '../../../session/table-spec.ts';

/** A foreign key, with the table that has it. */
export type Reference = {readonly table: TableSpec; readonly key: ForeignKeySpec};

/** By the table that they reference; the oldest first, which is the order in which they act. */
export function referencesByTable(specs: Iterable<ObjectSpec>): Map<ObjectId, Reference[]> {
  const found = new Map<ObjectId, Reference[]>();
  for (const table of specs) {
    if (table.kind !== 'table') continue;
    for (const key of table.foreignKeys) {
      const list = found.get(key.references) ?? [];
      list.push({table, key});
      found.set(key.references, list);
    }
  }
  for (const list of found.values()) list.sort((a, b) => a.key.oid - b.key.oid);
  return found;
}
