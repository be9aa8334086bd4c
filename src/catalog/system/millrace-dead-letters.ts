import {BIGINT, TEXT} from '../../types/sql-type.ts';
import {objectName} from './object-name.ts';
import {systemRelation} from './system-relation.ts';

/** Where each source's records are that could not be decoded, and how many are there now. */
export const millraceDeadLetters = systemRelation({
  oid: 15007,
  schema: 'millrace',
  name: 'dead_letters',
  relkind: 'v',
  columns: {source: TEXT, table: TEXT, rows: BIGINT},
  *rows(snapshot) {
    const {catalog, status} = snapshot;
    const counts = new Map(Array.from(status.relations?.() ?? [], ({relation, rows}) => [relation, rows]));
    for (const table of catalog.ofKind('table')) {
      const source = table.dependsOn.find(oid => catalog.byOid(oid)?.kind === 'source');
      if (source === undefined) continue;
      yield {
        source: objectName(snapshot, source),
        table: objectName(snapshot, table.oid),
        rows: counts.get(table.oid) ?? null,
      };
    }
  },
});
