import type {Role} from '../../catalog/role.ts';
import type {SqlSession} from '../session.ts';
import {allObjects} from './objects.ts';
import {hasTables} from './tables.ts';

/** What keeps a role from being dropped, as Postgres tells it. */
export async function largeObjectUses(session: SqlSession): Promise<(role: Role) => readonly string[]> {
  const objects = hasTables(session.catalog) ? await allObjects(session) : [];
  return ({oid: role}) =>
    objects.flatMap(({oid, owner, acl}) => {
      if (owner === role) return [`owner of large object ${oid}`];
      const isNamed = acl?.some(({grantee, grantor}) => grantee === role || grantor === role);
      return isNamed ? [`privileges for large object ${oid}`] : [];
    });
}
