import {nullableColumns} from '../../plan/nullability.ts';
import type {Rel} from '../../plan/rel.ts';
import type {Schema} from '../../types/schema.ts';

/** Operators and join keys rely on what cannot be NULL: that is derived here, whatever a rewriting said in its schema. */
export function derivedSchema(rel: Rel): Schema {
  const nullable = nullableColumns(rel);
  return rel.schema.map((column, i) => (column.nullable === nullable[i] ? column : {...column, nullable: nullable[i]}));
}
