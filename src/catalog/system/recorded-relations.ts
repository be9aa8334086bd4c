import {postgresColumns} from './postgres-columns.ts';
import {recordedRelation} from './recorded-relation.ts';
import type {SystemRelation} from './system-relation.ts';

/** The relations of PostgreSQL's that none of `others` is: of what does not exist here, and so without rows. */
export function remainingRelations(others: readonly SystemRelation[]): readonly SystemRelation[] {
  const known = new Set(others.map(({schema, name}) => `${schema}.${name}`));
  return Object.keys(postgresColumns)
    .filter(name => !known.has(name))
    .map(name => recordedRelation(name));
}
