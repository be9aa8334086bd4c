import {BOOLEAN, CHAR, INTEGER, NAME, OID, TEXT} from '../../types/sql-type.ts';
import {DEFAULT_COLLATION_OID, PG_CATALOG_OID, bootstrapRole, roleOid} from './system-oids.ts';
import {systemRelation} from './system-relation.ts';

export const pgCollation = systemRelation({
  oid: 3456,
  schema: 'pg_catalog',
  name: 'pg_collation',
  columns: {
    oid: OID,
    collname: NAME,
    collnamespace: OID,
    collowner: OID,
    collprovider: CHAR,
    collisdeterministic: BOOLEAN,
    collencoding: INTEGER,
    collcollate: TEXT,
    collctype: TEXT,
    colliculocale: TEXT,
    collversion: TEXT,
  },
  *rows(snapshot) {
    const collowner = roleOid(snapshot.catalog, bootstrapRole(snapshot.catalog));
    const common = {collnamespace: PG_CATALOG_OID, collowner, collisdeterministic: true, collencoding: -1};
    yield {...common, oid: DEFAULT_COLLATION_OID, collname: 'default', collprovider: 'd'};
    yield {...common, oid: 950n, collname: 'C', collprovider: 'c', collcollate: 'C', collctype: 'C'};
    yield {...common, oid: 951n, collname: 'POSIX', collprovider: 'c', collcollate: 'POSIX', collctype: 'POSIX'};
    const utf8 = {...common, collprovider: 'c', collencoding: 6};
    yield {...utf8, oid: 12340n, collname: 'ucs_basic', collcollate: 'C', collctype: 'C'};
    yield {...utf8, oid: 12341n, collname: 'C.utf8', collcollate: 'C.utf8', collctype: 'C.utf8'};
  },
});
