import {BOOLEAN, INTEGER, NAME, OID, TEXT, TIMESTAMPTZ} from '../../types/sql-type.ts';
import {TEXTS} from './column-types.ts';
import {configOf, validUntilOf} from './role-facts.ts';
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
    const {roleBook, roles} = snapshot.catalog;
    for (const role of roles) {
      yield {
        oid: BigInt(role.oid),
        rolname: role.name,
        rolsuper: role.superuser,
        rolinherit: role.inherit,
        rolcreaterole: role.createRole,
        rolcreatedb: role.createDb,
        rolcanlogin: role.login,
        rolreplication: role.replication,
        rolbypassrls: role.bypassRls,
        rolconnlimit: role.connectionLimit,
        rolpassword: '********',
        rolvaliduntil: validUntilOf(role),
        rolconfig: configOf(roleBook, role.oid, false),
      };
    }
  },
});
