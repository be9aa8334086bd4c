import type {PrimaryKey, TableObject} from './object.ts';

/** The keys that no two rows of the table may share, the primary key first: their numbers are what ON CONFLICT speaks of. */
export function uniqueConstraints(table: TableObject): readonly PrimaryKey[] {
  return table.primaryKey ? [table.primaryKey] : [];
}
