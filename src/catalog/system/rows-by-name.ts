import type {Datum} from '../../types/datum.ts';
import type {SystemSnapshot} from './snapshot.ts';
import type {SystemRelation} from './system-relation.ts';

/** The rows of another system relation, by the names of its columns. */
export function* rowsByName(
  {columns, rows}: SystemRelation,
  snapshot: SystemSnapshot,
): Generator<Readonly<Record<string, Datum>>> {
  for (const row of rows(snapshot)) yield Object.fromEntries(columns.map(({name}, i) => [name, row[i]]));
}
