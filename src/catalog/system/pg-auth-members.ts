import {BOOLEAN, NAME, OID} from '../../types/sql-type.ts';
import {OIDS} from './column-types.ts';
import {systemRelation} from './system-relation.ts';

export const pgAuthMembers = systemRelation({
  oid: 1261,
  schema: 'pg_catalog',
  name: 'pg_auth_members',
  columns: {roleid: OID, member: OID, grantor: OID, admin_option: BOOLEAN},
  *rows({catalog}) {
    for (const {role, member, grantor, admin} of catalog.roleBook.allMemberships) {
      yield {roleid: BigInt(role), member: BigInt(member), grantor: BigInt(grantor), admin_option: admin};
    }
  },
});

/** Roles that nobody logs in as, with their members. */
export const pgGroup = systemRelation({
  oid: 12010,
  schema: 'pg_catalog',
  name: 'pg_group',
  relkind: 'v',
  columns: {groname: NAME, grosysid: OID, grolist: OIDS},
  *rows({catalog}) {
    for (const {oid, name, login} of catalog.roles) {
      if (login) continue;
      const members = catalog.roleBook.allMemberships.filter(({role}) => role === oid);
      yield {groname: name, grosysid: BigInt(oid), grolist: members.map(({member}) => BigInt(member))};
    }
  },
});
