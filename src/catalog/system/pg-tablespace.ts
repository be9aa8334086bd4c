import {NAME, OID} from '../../types/sql-type.ts';
import {ACLITEMS, TEXTS} from './column-types.ts';
import {DEFAULT_TABLESPACE_OID, GLOBAL_TABLESPACE_OID, bootstrapRole, roleOid} from './system-oids.ts';
import {systemRelation} from './system-relation.ts';

export const pgTablespace = systemRelation({
  oid: 1213,
  schema: 'pg_catalog',
  name: 'pg_tablespace',
  columns: {
    oid: OID,
    spcname: NAME,
    spcowner: OID,
    spcacl: ACLITEMS,
    spcoptions: TEXTS,
  },
  *rows(snapshot) {
    const spcowner = roleOid(snapshot.catalog, bootstrapRole(snapshot.catalog));
    yield {oid: DEFAULT_TABLESPACE_OID, spcname: 'pg_default', spcowner};
    yield {oid: GLOBAL_TABLESPACE_OID, spcname: 'pg_global', spcowner};
  },
});
