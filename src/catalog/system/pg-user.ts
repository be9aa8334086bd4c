import {BOOLEAN, NAME, OID, TEXT, TIMESTAMPTZ} from '../../types/sql-type.ts';
import {TEXTS} from './column-types.ts';
import {systemRelation} from './system-relation.ts';

export const pgUser = systemRelation({
  oid: 12014,
  schema: 'pg_catalog',
  name: 'pg_user',
  relkind: 'v',
  columns: {
    usename: NAME,
    usesysid: OID,
    usecreatedb: BOOLEAN,
    usesuper: BOOLEAN,
    userepl: BOOLEAN,
    usebypassrls: BOOLEAN,
    passwd: TEXT,
    valuntil: TIMESTAMPTZ,
    useconfig: TEXTS,
  },
  *rows(snapshot) {
    for (const role of snapshot.catalog.roles) {
      if (!role.login) continue;
      yield {
        usename: role.name,
        usesysid: BigInt(role.oid),
        usecreatedb: role.superuser,
        usesuper: role.superuser,
        userepl: role.superuser,
        usebypassrls: role.superuser,
        passwd: '********',
      };
    }
  },
});
