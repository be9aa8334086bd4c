import {NAME, OID} from '../../types/sql-type.ts';
import {ACLITEMS, TEXTS} from './column-types.ts';
import {WRAPPER_OID} from './source-options.ts';
import {bootstrapRole, roleOid} from './system-oids.ts';
import {systemRelation} from './system-relation.ts';

export const pgForeignDataWrapper = systemRelation({
  oid: 2328,
  schema: 'pg_catalog',
  name: 'pg_foreign_data_wrapper',
  columns: {
    oid: OID,
    fdwname: NAME,
    fdwowner: OID,
    fdwhandler: OID,
    fdwvalidator: OID,
    fdwacl: ACLITEMS,
    fdwoptions: TEXTS,
  },
  *rows(snapshot) {
    const fdwowner = roleOid(snapshot.catalog, bootstrapRole(snapshot.catalog));
    yield {oid: WRAPPER_OID, fdwname: 'millrace', fdwowner, fdwhandler: 0n, fdwvalidator: 0n};
  },
});
