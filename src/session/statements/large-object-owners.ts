import type {DropOwned, ReassignOwned, RenameRole} from '../../sql/ast/index.ts';
import {allObjects, changeObject, type LargeObject, unlinkObject} from '../large-objects/objects.ts';
import {hasTables} from '../large-objects/tables.ts';
import type {SqlSession} from '../session.ts';
import type {StatementHandler} from './handler.ts';
import {dropOwned, movedAcl, reassignOwned, withoutRoles} from './owned.ts';
import {roleOf} from './role-named.ts';
import {renameRole} from './roles.ts';

// What statements about roles do to large objects, which are rows and not in the catalog.

export const reassignOwnedAll: StatementHandler<ReassignOwned> = {
  run: (statement, session, sql, given) =>
    withObjects(session, async objects => {
      const {catalog} = session;
      const result = await reassignOwned.run(statement, session, sql, given);
      const from = statement.roles.map(spec => roleOf(catalog, spec, session).oid);
      const to = roleOf(catalog, statement.to, session).oid;
      for (const object of objects.filter(({owner}) => from.includes(owner))) {
        await changeObject(session, {...object, owner: to, acl: object.acl && movedAcl(object.acl, object.owner, to)});
      }
      return result;
    }),
};

export const dropOwnedAll: StatementHandler<DropOwned> = {
  run: (statement, session, sql, given) =>
    withObjects(session, async objects => {
      const {catalog} = session;
      const result = await dropOwned.run(statement, session, sql, given);
      const roles = new Set(statement.roles.map(spec => roleOf(catalog, spec, session).oid));
      for (const object of objects) {
        if (roles.has(object.owner)) await unlinkObject(session, object.oid);
        else if (object.acl) {
          const acl = withoutRoles(catalog, object.acl, object.owner, roles);
          if (acl !== object.acl) await changeObject(session, {...object, acl});
        }
      }
      return result;
    }),
};

/** Rights are kept with the names of the roles. */
export const renameRoleAll: StatementHandler<RenameRole> = {
  run: (statement, session, sql, given) =>
    withObjects(session, async objects => {
      const result = await renameRole.run(statement, session, sql, given);
      for (const object of objects) if (object.acl) await changeObject(session, object);
      return result;
    }),
};

async function withObjects<T>(session: SqlSession, work: (objects: readonly LargeObject[]) => Promise<T>): Promise<T> {
  if (session.transaction.isReadOnly || !hasTables(session.catalog)) return work([]);
  return session.atomically(async () => work(await allObjects(session)));
}
