import {type Acl, type AclClass, ALL_PRIVILEGES, defaultAcl, PRIVILEGES} from '../../catalog/acl.ts';
import {type Catalog, schemaMissing} from '../../catalog/catalog.ts';
import {changedAcl} from '../../catalog/grant-acl.ts';
import {type CatalogObject, isType} from '../../catalog/object.ts';
import type {DefaultPrivileges} from '../../catalog/role-book.ts';
import type {AlterDefaultPrivileges} from '../../sql/ast/index.ts';
import {SqlError} from '../../types/sql-error.ts';
import {editCatalog} from './edit-catalog.ts';
import {checked} from './grant.ts';
import type {StatementHandler} from './handler.ts';
import {granteeOid, roleOf} from './role-named.ts';

type Class = DefaultPrivileges['class'];

const CLASSES: {readonly [C in Class]: AclClass} = {
  tables: 'relation',
  sequences: 'sequence',
  functions: 'function',
  types: 'type',
  schemas: 'schema',
};

/** ALTER DEFAULT PRIVILEGES. Errors: 42501, 42704, 3F000, 0LP01. */
export const alterDefaultPrivileges: StatementHandler<AlterDefaultPrivileges> = {
  run(statement, session) {
    const tag = 'ALTER DEFAULT PRIVILEGES';
    return editCatalog(session, tag, fork => {
      const grantees = statement.grantees.map(spec => granteeOid(fork, spec, session));
      const roles =
        statement.roles.length === 0
          ? [session.currentRole]
          : statement.roles.map(spec => roleOf(fork, spec, session).oid);
      for (const role of roles) {
        if (fork.roleBook.hasRightsOf(session.currentRole, role)) continue;
        throw new SqlError('42501', 'permission denied to change default privileges');
      }
      if (statement.class === 'schemas' && statement.schemas.length > 0) {
        throw new SqlError('0LP01', 'cannot use IN SCHEMA clause when using GRANT/REVOKE ON SCHEMAS');
      }
      const schemas = statement.schemas.map(name => {
        const schema = fork.schema(name);
        if (!schema) throw schemaMissing(name);
        return schema.oid;
      });
      const kind = CLASSES[statement.class];
      const letters =
        statement.privileges.length === 0
          ? ALL_PRIVILEGES[kind]
          : checked(
              statement.privileges,
              statement.privileges.map(({name}) => PRIVILEGES.get(name ?? '') ?? '').join(''),
              kind,
            );
      for (const role of roles) {
        for (const schema of schemas.length === 0 ? [0] : schemas) {
          const book = fork.roleBook;
          const before = entryOf(fork, role, schema, statement.class);
          const start = before?.acl ?? (schema === 0 ? defaultAcl(kind, role) : []);
          const acl = changedAcl(start, role, book, {
            grants: statement.grants,
            grantor: role,
            grantees,
            privileges: letters,
            option: statement.grantOption,
            cascade: statement.behavior === 'cascade',
          });
          const rest = book.defaultPrivileges.filter(entry => entry !== before);
          const asMade = schema === 0 ? defaultAcl(kind, role) : [];
          const entry = {oid: before?.oid ?? fork.allocateOid(), role, schema, class: statement.class, acl};
          const same = JSON.stringify(acl) === JSON.stringify(asMade);
          fork.roleBook = book.with({defaultPrivileges: same ? rest : [...rest, entry]});
        }
      }
      return {specs: new Map(), notices: [], tag};
    });
  },
};

function entryOf(catalog: Catalog, role: number, schema: number, wanted: Class): DefaultPrivileges | undefined {
  return catalog.roleBook.defaultPrivileges.find(
    entry => entry.role === role && entry.schema === schema && entry.class === wanted,
  );
}

function classOf(object: CatalogObject): Class {
  if (object.kind === 'sequence') return 'sequences';
  if (object.kind === 'function') return 'functions';
  if (object.kind === 'schema') return 'schemas';
  return isType(object) ? 'types' : 'tables';
}

/** Gives what a statement has made the rights that its owner's default privileges say. */
export function withDefaultPrivileges(before: Catalog, fork: Catalog): void {
  if (fork.roleBook.defaultPrivileges.length === 0) return;
  for (const object of [...fork.all()]) {
    if (object.acl || before.byOid(object.oid)) continue;
    const acl = defaultsFor(fork, object);
    if (acl) fork.replace({...object, acl});
  }
}

function defaultsFor(catalog: Catalog, object: CatalogObject): Acl | null {
  const owner = catalog.role(object.owner);
  if (!owner) return null;
  const kind = classOf(object);
  const anywhere = entryOf(catalog, owner.oid, 0, kind);
  const schema = catalog.schema(object.schema)?.oid;
  const here = schema === undefined ? undefined : entryOf(catalog, owner.oid, schema, kind);
  if (!anywhere && !here) return null;
  const start = anywhere?.acl ?? defaultAcl(CLASSES[kind], owner.oid);
  // In Postgres's order: what holds in any schema, then this one's.
  return (here?.acl ?? []).reduce<Acl>((acl, {grantee, grantor, privileges, grantable}) => {
    const change = {grants: true, grantor, grantees: [grantee], cascade: false};
    const plain = changedAcl(acl, owner.oid, catalog.roleBook, {...change, privileges, option: false});
    if (grantable === '') return plain;
    return changedAcl(plain, owner.oid, catalog.roleBook, {...change, privileges: grantable, option: true});
  }, start);
}
