import {allCasts} from '../../expr/registry.ts';
import {CHAR, OID} from '../../types/sql-type.ts';
import {typeOfShortName} from '../../expr/short-names.ts';
import {oidOf} from '../../types/catalog-oids.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {parameterOid} from './function-oids.ts';
import {systemRelation} from './system-relation.ts';

/** A cast's result may depend on the layout of its argument; its signature names the type: 'cast(int8,numeric)'. */
function targetOf(signature: string): SqlType {
  return typeOfShortName(signature.slice(signature.indexOf(',') + 1, -1));
}

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
        casttarget: BigInt(oidOf(targetOf(row.signature))),
        castfunc: row.method === 'function' ? BigInt(row.oid) : 0n,
        castcontext: row.context![0],
        castmethod: row.method === 'function' ? 'f' : row.method === 'binary' ? 'b' : 'i',
      };
    }
  },
});
