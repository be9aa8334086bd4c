import {BOOLEAN, INTEGER, NAME, OID, TEXT, TIMESTAMPTZ} from '../../types/sql-type.ts';
import {validUntilOf} from './role-facts.ts';
import {systemRelation} from './system-relation.ts';

export const pgAuthid = systemRelation({
  oid: 1260,
  schema: 'pg_catalog',
  name: 'pg_authid',
  columns: {
    oid: OID,
    rolname: NAME,
    rolsuper: BOOLEAN,
    rolinherit: BOOLEAN,
    rolcreaterole: BOOLEAN,
    rolcreatedb: BOOLEAN,
    rolcanlogin: BOOLEAN,
    rolreplication: BOOLEAN,
    rolbypassrls: BOOLEAN,
    rolconnlimit: INTEGER,
    rolpassword: TEXT,
    rolvaliduntil: TIMESTAMPTZ,
  },
  *rows(snapshot) {
    for (const role of snapshot.catalog.roles) {
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
        rolpassword: role.password,
        rolvaliduntil: validUntilOf(role),
      };
    }
  },
});
