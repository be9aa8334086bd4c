import {BIGINT, INTEGER, TEXT} from '../../types/sql-type.ts';
import {objectName} from './object-name.ts';
import {systemRelation} from './system-relation.ts';

export const millraceOperators = systemRelation({
  oid: 15006,
  schema: 'millrace',
  name: 'operators',
  relkind: 'v',
  columns: {
    object: TEXT,
    worker: INTEGER,
    operator: INTEGER,
    name: TEXT,
    rows_in: BIGINT,
    rows_out: BIGINT,
    nanoseconds: BIGINT,
    state_bytes: BIGINT,
  },
  *rows(snapshot) {
    for (const operator of snapshot.status.operators()) {
      yield {
        object: operator.object === null ? null : objectName(snapshot, operator.object),
        worker: operator.worker,
        operator: operator.operator,
        name: operator.name,
        rows_in: operator.rowsIn,
        rows_out: operator.rowsOut,
        nanoseconds: operator.nanoseconds,
        state_bytes: operator.stateBytes,
      };
    }
  },
});
