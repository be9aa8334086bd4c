import {allAggregates} from '../../expr/registry.ts';
import {BOOLEAN, CHAR, INTEGER, OID, SMALLINT, TEXT} from '../../types/sql-type.ts';
import {pgAggregateRows} from './built-in/pg-aggregate.ts';
import {builtInRows, once} from './built-in-rows.ts';
import {REGPROC} from './column-types.ts';
import {systemRelation} from './system-relation.ts';

const columns = {
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
};

const recorded = once(() => builtInRows(pgAggregateRows, columns));

/** Of an aggregate that PostgreSQL has not: nothing of what PostgreSQL makes its own from. */
const nothing = {
  aggtransfn: 0n,
  aggfinalfn: 0n,
  aggcombinefn: 0n,
  aggserialfn: 0n,
  aggdeserialfn: 0n,
  aggmtransfn: 0n,
  aggminvtransfn: 0n,
  aggmfinalfn: 0n,
  aggfinalextra: false,
  aggmfinalextra: false,
  aggfinalmodify: 'r',
  aggmfinalmodify: 'r',
  aggsortop: 0n,
  aggtranstype: 2281n,
  aggtransspace: 0,
  aggmtranstype: 0n,
  aggmtransspace: 0,
};

export const pgAggregate = systemRelation({
  oid: 2600,
  schema: 'pg_catalog',
  name: 'pg_aggregate',
  columns,
  *rows() {
    const rows = new Map(allAggregates().map(row => [BigInt(row.oid), row]));
    for (const row of recorded()) if (rows.delete(row.aggfnoid as bigint)) yield row;
    for (const [oid, row] of rows) {
      yield {
        ...nothing,
        aggfnoid: oid,
        aggkind: row.within === undefined ? 'n' : row.within === 'orderedSet' ? 'o' : 'h',
        aggnumdirectargs: row.within === 'hypotheticalSet' ? 1 : (row.direct ?? 0),
      };
    }
  },
});
