import {schemaMissing} from '../../catalog/name-errors.ts';
import type {Catalog} from '../../catalog/catalog.ts';
import type {DomainObject, TypeObject} from '../../catalog/object.ts';
import type {Alter, AlterSchema} from '../../sql/ast/index.ts';
import {notSupported, SqlError} from '../../types/sql-error.ts';
import type {Execution} from '../api.ts';
import type {SqlSession} from '../session.ts';
import {domainNamed} from './alter-domain.ts';
import {typeNamed} from './alter-enum.ts';
import {actionName} from './alter-table.ts';
import {changedOwner} from './change-owner.ts';
import {editCatalog} from './edit-catalog.ts';
import {refuseViews} from './type-users.ts';

/** ALTER TYPE and ALTER DOMAIN … OWNER TO. Errors: 42704, 42809, 42501. */
export function alterType({object, name, actions}: Alter, session: SqlSession): Promise<Execution> {
  const tag = object === 'domain' ? 'ALTER DOMAIN' : 'ALTER TYPE';
  return changing(tag, session, fork => {
    let type = found(fork, {object, name}, session);
    for (const change of actions) {
      if (change.action !== 'owner_to') throw notSupported(`${tag} … ${actionName(change.action)}`);
      type = changedOwner(fork, type, change.role, session);
    }
    return type;
  });
}

/** ALTER TYPE and ALTER DOMAIN … SET SCHEMA. Errors: 42704, 42809, 3F000, 42710, 0A000 while a view's text has the name. */
export function setTypeSchema({object, name, schema}: AlterSchema, session: SqlSession): Promise<Execution> {
  const tag = object === 'domain' ? 'ALTER DOMAIN' : 'ALTER TYPE';
  return changing(tag, session, fork => {
    const type = found(fork, {object, name}, session);
    if (!fork.schema(schema)) throw schemaMissing(schema);
    if (schema === type.schema) return type;
    refuseViews(fork, `${tag} … SET SCHEMA`, type.oid);
    if (fork.findType([schema, type.name], [])) {
      throw new SqlError('42710', `type "${type.name}" already exists in schema "${schema}"`);
    }
    return {...type, schema};
  });
}

function found(
  fork: Catalog,
  {object, name}: Pick<Alter, 'object' | 'name'>,
  session: SqlSession,
): TypeObject | DomainObject {
  return object === 'domain' ? domainNamed(fork, name, session) : typeNamed(fork, name, session);
}

function changing(
  tag: string,
  session: SqlSession,
  change: (fork: Catalog) => TypeObject | DomainObject,
): Promise<Execution> {
  return editCatalog(session, tag, fork => {
    fork.replace(change(fork));
    return {specs: new Map(), notices: [], tag};
  });
}
