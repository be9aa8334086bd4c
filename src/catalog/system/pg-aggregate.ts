import {allAggregates} from '../../expr/registry.ts';
import {BOOLEAN, CHAR, INTEGER, OID, SMALLINT, TEXT} from '../../types/sql-type.ts';
import {REGPROC} from './column-types.ts';
import {systemRelation} from './system-relation.ts';

export const pgAggregate = systemRelation({
  oid: 2600,
  schema: 'pg_catalog',
  name: 'pg_aggregate',
  columns: {
    aggfnoid: REGPROC,
    aggkind: CHAR,
    aggnumdirectargs: SMALLINT,
    aggtransfn: REGPROC,
    aggfinalfn: REGPROC,
    aggcombinefn: REGPROC,
    aggserialfn: REGPROC,
    aggdeserialfn: REGPROC,
    aggmtransfn: REGPROC,
    aggminvtransfn: REGPROC,
    aggmfinalfn: REGPROC,
    aggfinalextra: BOOLEAN,
    aggmfinalextra: BOOLEAN,
    aggfinalmodify: CHAR,
    aggmfinalmodify: CHAR,
    aggsortop: OID,
    aggtranstype: OID,
    aggtransspace: INTEGER,
    aggmtranstype: OID,
    aggmtransspace: INTEGER,
    agginitval: TEXT,
    aggminitval: TEXT,
  },
  *rows() {
    for (const row of allAggregates()) {
      yield {
        aggfnoid: BigInt(row.oid),
        aggkind: row.within === undefined ? 'n' : row.within === 'orderedSet' ? 'o' : 'h',
        aggnumdirectargs: row.within === 'hypotheticalSet' ? 1 : (row.direct ?? 0),
        aggfinalextra: false,
        aggmfinalextra: false,
      };
    }
  },
});
