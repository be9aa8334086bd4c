import type {SystemSnapshot} from './snapshot.ts';
import type {SystemRelation} from './system-relation.ts';
import type {SystemRow} from './system-row.ts';

/** The rows of another system relation, by the names of its columns. */
export function* rowsByName({columns, rows}: SystemRelation, snapshot: SystemSnapshot): Generator<SystemRow> {
  for (const row of rows(snapshot)) yield Object.fromEntries(columns.map(({name}, i) => [name, row[i]]));
}
