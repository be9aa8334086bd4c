import {allCasts} from '../../expr/registry.ts';
import {CHAR, OID} from '../../types/sql-type.ts';
import {parameterOid, resultOid} from './function-oids.ts';
import {systemRelation} from './system-relation.ts';

export const pgCast = systemRelation({
  oid: 2605,
  schema: 'pg_catalog',
  name: 'pg_cast',
  columns: {
    oid: OID,
    castsource: OID,
    casttarget: OID,
    castfunc: OID,
    castcontext: CHAR,
    castmethod: CHAR,
  },
  *rows() {
    for (const row of allCasts()) {
      yield {
        oid: BigInt(row.oid),
        castsource: parameterOid(row.args[0]),
        casttarget: resultOid(row.returns),
        castfunc: row.method === 'function' ? BigInt(row.oid) : 0n,
        castcontext: row.context![0],
        castmethod: row.method === 'function' ? 'f' : row.method === 'binary' ? 'b' : 'i',
      };
    }
  },
});
