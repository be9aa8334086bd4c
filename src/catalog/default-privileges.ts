import {type Acl, type AclClass, defaultAcl} from './acl.ts';
import type {Catalog} from './catalog.ts';
import {changedAcl} from './grant-acl.ts';
import {type CatalogObject, isType} from './object.ts';
import type {DefaultPrivileges} from './role-book.ts';

type Class = DefaultPrivileges['class'];

export const aclClassOfDefaults: {readonly [C in Class]: AclClass} = {
  tables: 'relation',
  sequences: 'sequence',
  functions: 'function',
  types: 'type',
  schemas: 'schema',
};

export function defaultPrivilegesOf(
  catalog: Catalog,
  role: number,
  schema: number,
  wanted: Class,
): DefaultPrivileges | undefined {
  return catalog.roleBook.defaultPrivileges.find(
    entry => entry.role === role && entry.schema === schema && entry.class === wanted,
  );
}

/** The entry says nothing that would not hold without it. */
export function isAsMade({role, schema, class: kind, acl}: DefaultPrivileges): boolean {
  const asMade = schema === 0 ? defaultAcl(aclClassOfDefaults[kind], role) : [];
  return JSON.stringify(acl) === JSON.stringify(asMade);
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
  for (const object of fork.overlayOn(before).put) {
    if (object.acl || before.byOid(object.oid)) continue;
    const acl = defaultsFor(fork, object);
    if (acl) fork.replace({...object, acl});
  }
}

function defaultsFor(catalog: Catalog, object: CatalogObject): Acl | null {
  const owner = catalog.role(object.owner);
  if (!owner) return null;
  const kind = classOf(object);
  const anywhere = defaultPrivilegesOf(catalog, owner.oid, 0, kind);
  const schema = catalog.schema(object.schema)?.oid;
  const here = schema === undefined ? undefined : defaultPrivilegesOf(catalog, owner.oid, schema, kind);
  if (!anywhere && !here) return null;
  const start = anywhere?.acl ?? defaultAcl(aclClassOfDefaults[kind], owner.oid);
  // In Postgres's order: what holds in any schema, then this one's.
  const all = (here?.acl ?? []).reduce<Acl>((acl, {grantee, grantor, privileges, grantable}) => {
    const change = {grants: true, grantor, grantees: [grantee], cascade: false};
    const plain = changedAcl(acl, owner.oid, catalog.roleBook, {...change, privileges, option: false});
    if (grantable === '') return plain;
    return changedAcl(plain, owner.oid, catalog.roleBook, {...change, privileges: grantable, option: true});
  }, start);
  return [...all].sort((a, b) => a.grantee - b.grantee || a.grantor - b.grantor);
}
