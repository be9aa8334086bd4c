import {oidOf} from '../../types/catalog-oids.ts';
import {OID, rangeTypes} from '../../types/sql-type.ts';
import {REGPROC} from './column-types.ts';
import {systemRelation} from './system-relation.ts';

export const pgRange = systemRelation({
  oid: 3541,
  schema: 'pg_catalog',
  name: 'pg_range',
  columns: {
    rngtypid: OID,
    rngsubtype: OID,
    rngmultitypid: OID,
    rngcollation: OID,
    rngsubopc: OID,
    rngcanonical: REGPROC,
    rngsubdiff: REGPROC,
  },
  *rows() {
    for (const {range, multirange, subtype} of rangeTypes) {
      yield {
        rngtypid: BigInt(oidOf(range)),
        rngsubtype: BigInt(oidOf(subtype)),
        rngmultitypid: BigInt(oidOf(multirange)),
        rngcollation: 0n,
        rngsubopc: 0n,
        rngcanonical: 0n,
        rngsubdiff: 0n,
      };
    }
  },
});
