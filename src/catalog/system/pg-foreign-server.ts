import {NAME, OID, TEXT} from '../../types/sql-type.ts';
import {ACLITEMS, TEXTS} from './column-types.ts';
import {WRAPPER_OID, connectorServers} from './source-options.ts';
import {bootstrapRole, roleOid} from './system-oids.ts';
import {systemRelation} from './system-relation.ts';

export const pgForeignServer = systemRelation({
  oid: 1417,
  schema: 'pg_catalog',
  name: 'pg_foreign_server',
  columns: {
    oid: OID,
    srvname: NAME,
    srvowner: OID,
    srvfdw: OID,
    srvtype: TEXT,
    srvversion: TEXT,
    srvacl: ACLITEMS,
    srvoptions: TEXTS,
  },
  *rows(snapshot) {
    const srvowner = roleOid(snapshot.catalog, bootstrapRole(snapshot.catalog));
    for (const [connector, oid] of connectorServers(snapshot.catalog)) {
      yield {oid, srvname: connector, srvowner, srvfdw: WRAPPER_OID};
    }
  },
});
