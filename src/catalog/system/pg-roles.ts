import {BOOLEAN, INTEGER, NAME, OID, TEXT, TIMESTAMPTZ} from '../../types/sql-type.ts';
import {TEXTS} from './column-types.ts';
import {systemRelation} from './system-relation.ts';

export const pgRoles = systemRelation({
  oid: 12000,
  schema: 'pg_catalog',
  name: 'pg_roles',
  relkind: 'v',
  columns: {
    rolname: NAME,
    rolsuper: BOOLEAN,
    rolinherit: BOOLEAN,
    rolcreaterole: BOOLEAN,
    rolcreatedb: BOOLEAN,
    rolcanlogin: BOOLEAN,
    rolreplication: BOOLEAN,
    rolconnlimit: INTEGER,
    rolpassword: TEXT,
    rolvaliduntil: TIMESTAMPTZ,
    rolbypassrls: BOOLEAN,
    rolconfig: TEXTS,
    oid: OID,
  },
  *rows(snapshot) {
    for (const role of snapshot.catalog.roles) {
      yield {
        oid: BigInt(role.oid),
        rolname: role.name,
        rolsuper: role.superuser,
        rolinherit: true,
        rolcreaterole: role.superuser,
        rolcreatedb: role.superuser,
        rolcanlogin: role.login,
        rolreplication: role.superuser,
        rolbypassrls: role.superuser,
        rolconnlimit: -1,
        rolpassword: '********',
      };
    }
  },
});
