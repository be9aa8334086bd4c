import type {TableObject} from './object.ts';

/** Places in rows of the columns that a key or foreign key of the name is over; null: it is not known. */
export function constraintColumns(table: TableObject, name: string): readonly number[] | null {
  const key = [...table.indexes, ...table.foreignKeys].find(part => part.name === name);
  return key?.columns ?? null;
}
