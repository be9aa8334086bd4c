import type {Catalog} from '../../catalog/catalog.ts';
import type {CatalogObject} from '../../catalog/object.ts';
import {denied} from '../../catalog/rights-errors.ts';
import {mayUseSchema} from '../../catalog/rights.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {SqlSession} from '../session.ts';
import {withOwner} from './owned.ts';
import {roleOf} from './role-named.ts';

/** OWNER TO. Errors: 42704, 42501 one may not become the new owner, or that may make nothing in the schema. */
export function changedOwner<O extends CatalogObject>(fork: Catalog, object: O, role: string, session: SqlSession): O {
  const special = role === 'current_user' || role === 'session_user' || role === 'current_role';
  const owner = roleOf(fork, special ? {type: role} : {type: 'name', name: role}, session);
  const book = fork.roleBook;
  if (!book.isSuperuser(session.currentRole)) {
    if (!book.isMember(session.currentRole, owner.oid)) {
      throw new SqlError('42501', `must be member of role "${owner.name}"`);
    }
    if (object.kind !== 'schema' && !mayUseSchema(fork, object.schema, owner.oid, 'C')) {
      throw denied('schema', object.schema);
    }
  }
  return withOwner(fork, object, owner);
}
