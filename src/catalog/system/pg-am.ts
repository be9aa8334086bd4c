import {CHAR, NAME, OID} from '../../types/sql-type.ts';
import {REGPROC} from './column-types.ts';
import {HEAP_AM_OID, indexMethods} from './system-oids.ts';
import {systemRelation} from './system-relation.ts';

export const pgAm = systemRelation({
  oid: 2601,
  schema: 'pg_catalog',
  name: 'pg_am',
  columns: {
    oid: OID,
    amname: NAME,
    amhandler: REGPROC,
    amtype: CHAR,
  },
  *rows() {
    yield {oid: HEAP_AM_OID, amname: 'heap', amhandler: 3n, amtype: 't'};
    for (const [amname, {oid, handler}] of indexMethods) yield {oid, amname, amhandler: handler, amtype: 'i'};
  },
});
