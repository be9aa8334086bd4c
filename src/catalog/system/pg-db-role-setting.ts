import {OID} from '../../types/sql-type.ts';
import {TEXTS} from './column-types.ts';
import {configOf} from './role-facts.ts';
import {DATABASE_OID} from './system-oids.ts';
import {systemRelation} from './system-relation.ts';

export const pgDbRoleSetting = systemRelation({
  oid: 2964,
  schema: 'pg_catalog',
  name: 'pg_db_role_setting',
  columns: {setdatabase: OID, setrole: OID, setconfig: TEXTS},
  *rows({catalog}) {
    for (const role of [0, ...catalog.roles.map(({oid}) => oid)]) {
      for (const inDatabase of [false, true]) {
        const setconfig = configOf(catalog.roleBook, role, inDatabase);
        if (setconfig !== null) yield {setdatabase: inDatabase ? DATABASE_OID : 0n, setrole: BigInt(role), setconfig};
      }
    }
  },
});
