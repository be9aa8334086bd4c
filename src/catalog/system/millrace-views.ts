import {BIGINT, OID, TEXT} from '../../types/sql-type.ts';
import {systemRelation} from './system-relation.ts';

export const millraceViews = systemRelation({
  oid: 15005,
  schema: 'millrace',
  name: 'views',
  relkind: 'v',
  columns: {
    oid: OID,
    schema: TEXT,
    name: TEXT,
    owner: TEXT,
    kind: TEXT,
    definition: TEXT,
    state: TEXT,
    rows: BIGINT,
    state_bytes: BIGINT,
    tick: BIGINT,
  },
  *rows({catalog, status}) {
    const statuses = new Map(Array.from(status.materializedViews(), view => [view.view, view]));
    for (const view of [...catalog.ofKind('view'), ...catalog.ofKind('materialized view')]) {
      const running = statuses.get(view.oid);
      yield {
        oid: BigInt(view.oid),
        schema: view.schema,
        name: view.name,
        owner: view.owner,
        kind: view.kind,
        definition: view.definition,
        state: running?.state ?? null,
        rows: running?.rows ?? null,
        state_bytes: running?.stateBytes ?? null,
        tick: running?.tick ?? null,
      };
    }
  },
});
