import {BIGINT, JSONB, OID, TEXT} from '../../types/sql-type.ts';
import {objectName} from './object-name.ts';
import {owns} from '../rights.ts';
import {optionsAsJson} from './options-as-json.ts';
import {systemRelation} from './system-relation.ts';

export const millraceSinks = systemRelation({
  oid: 15004,
  schema: 'millrace',
  name: 'sinks',
  relkind: 'v',
  columns: {
    oid: OID,
    schema: TEXT,
    name: TEXT,
    owner: TEXT,
    connector: TEXT,
    options: JSONB,
    from: TEXT,
    query: TEXT,
    definition: TEXT,
    state: TEXT,
    rows: BIGINT,
    last_error: TEXT,
  },
  *rows(snapshot) {
    const statuses = new Map(Array.from(snapshot.status.sinks(), status => [status.sink, status]));
    for (const sink of snapshot.catalog.ofKind('sink')) {
      const status = statuses.get(sink.oid);
      // Options may hold passwords.
      const own = owns(snapshot.catalog, sink, snapshot.session.role);
      yield {
        oid: BigInt(sink.oid),
        schema: sink.schema,
        name: sink.name,
        owner: sink.owner,
        connector: sink.connector,
        options: own ? optionsAsJson(sink.options) : null,
        from: sink.from === null ? null : objectName(snapshot, sink.from),
        query: sink.query,
        definition: own ? sink.definition : null,
        state: status?.state ?? null,
        rows: status?.rows ?? null,
        last_error: status?.lastError ?? null,
      };
    }
  },
});
