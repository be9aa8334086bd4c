import type {Catalog} from '../../catalog/catalog.ts';
import {schemaMissing} from '../../catalog/name-errors.ts';
import {SqlError} from '../../types/sql-error.ts';

/** Of a relation that is not there: 3F000 if it is its schema that is not, else 42P01. */
export function missingRelation(catalog: Catalog, parts: readonly string[]): SqlError {
  const schema = parts.length > 1 ? parts[parts.length - 2] : null;
  if (schema !== null && !catalog.hasSchema(schema)) return schemaMissing(schema);
  return new SqlError('42P01', `relation "${parts.join('.')}" does not exist`);
}
