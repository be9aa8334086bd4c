import {CHAR, INTEGER, OID} from '../../types/sql-type.ts';
import {classOids} from './system-oids.ts';
import {systemRelation} from './system-relation.ts';

export const pgDepend = systemRelation({
  oid: 2608,
  schema: 'pg_catalog',
  name: 'pg_depend',
  columns: {
    classid: OID,
    objid: OID,
    objsubid: INTEGER,
    refclassid: OID,
    refobjid: OID,
    refobjsubid: INTEGER,
    deptype: CHAR,
  },
  *rows(snapshot) {
    for (const object of snapshot.catalog.all()) {
      for (const on of object.dependsOn) {
        yield {
          classid: classOids.pg_class,
          objid: BigInt(object.oid),
          objsubid: 0,
          refclassid: classOids.pg_class,
          refobjid: BigInt(on),
          refobjsubid: 0,
          deptype: 'n',
        };
      }
    }
  },
});
