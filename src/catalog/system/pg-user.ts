import {BOOLEAN, NAME, OID, TEXT, TIMESTAMPTZ} from '../../types/sql-type.ts';
import {TEXTS} from './column-types.ts';
import {configOf, validUntilOf} from './role-facts.ts';
import type {SystemSnapshot} from './snapshot.ts';
import {systemRelation} from './system-relation.ts';

const columns = {
  usename: NAME,
  usesysid: OID,
  usecreatedb: BOOLEAN,
  usesuper: BOOLEAN,
  userepl: BOOLEAN,
  usebypassrls: BOOLEAN,
  passwd: TEXT,
  valuntil: TIMESTAMPTZ,
  useconfig: TEXTS,
};

export const pgUser = systemRelation({
  oid: 12014,
  schema: 'pg_catalog',
  name: 'pg_user',
  relkind: 'v',
  columns,
  *rows(snapshot) {
    for (const row of usersOf(snapshot)) yield {...row, passwd: '********'};
  },
});

/** With the passwords: for superusers alone. */
export const pgShadow = systemRelation({
  oid: 12005,
  schema: 'pg_catalog',
  name: 'pg_shadow',
  relkind: 'v',
  columns,
  rows: usersOf,
});

function* usersOf({catalog}: SystemSnapshot) {
  for (const role of catalog.roles) {
    if (!role.login) continue;
    yield {
      usename: role.name,
      usesysid: BigInt(role.oid),
      usecreatedb: role.createDb,
      usesuper: role.superuser,
      userepl: role.replication,
      usebypassrls: role.bypassRls,
      passwd: role.password,
      valuntil: validUntilOf(role),
      useconfig: configOf(catalog.roleBook, role.oid, false),
    };
  }
}
