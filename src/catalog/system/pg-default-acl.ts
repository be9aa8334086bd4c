import {CHAR, OID} from '../../types/sql-type.ts';
import {aclTexts} from '../acl.ts';
import {ACLITEMS} from './column-types.ts';
import {systemRelation} from './system-relation.ts';

const TYPES = {tables: 'r', sequences: 'S', functions: 'f', types: 'T', schemas: 'n'} as const;

export const pgDefaultAcl = systemRelation({
  oid: 826,
  schema: 'pg_catalog',
  name: 'pg_default_acl',
  columns: {oid: OID, defaclrole: OID, defaclnamespace: OID, defaclobjtype: CHAR, defaclacl: ACLITEMS},
  *rows({catalog}) {
    for (const {oid, role, schema, class: kind, acl} of catalog.roleBook.defaultPrivileges) {
      yield {
        oid: BigInt(oid),
        defaclrole: BigInt(role),
        defaclnamespace: BigInt(schema),
        defaclobjtype: TYPES[kind],
        defaclacl: aclTexts(acl, catalog.roleBook),
      };
    }
  },
});
