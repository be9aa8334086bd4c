import {BIGINT, TEXT} from '../../types/sql-type.ts';
import {objectName} from './object-name.ts';
import {systemRelation} from './system-relation.ts';

export const millraceSourceStatus = systemRelation({
  oid: 15001,
  schema: 'millrace',
  name: 'source_status',
  relkind: 'v',
  columns: {
    name: TEXT,
    partition: TEXT,
    state: TEXT,
    position: BIGINT,
    lag: BIGINT,
    rows: BIGINT,
    dead_letters: BIGINT,
    last_error: TEXT,
  },
  *rows(snapshot) {
    for (const status of snapshot.status.sources()) {
      yield {
        name: objectName(snapshot, status.source),
        partition: status.partition,
        state: status.state,
        position: status.position,
        lag: status.lag,
        rows: status.rows,
        dead_letters: status.deadLetters,
        last_error: status.lastError,
      };
    }
  },
});
