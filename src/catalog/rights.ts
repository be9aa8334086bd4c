import {type Acl, type AclClass, defaultAcl, grantableBy, privilegesOf, union} from './acl.ts';
import type {Catalog, NamedObject} from './catalog.ts';
import type {CatalogColumn, CatalogObject, Relation} from './object.ts';
import {liveColumns} from './object.ts';
import {BOOTSTRAP_ROLE_OID, PG_READ_ALL_DATA_OID, PG_READ_AUDIT_LOG_OID, PG_WRITE_ALL_DATA_OID} from './role.ts';

// Who may do what: the one place that answers it. Superusers may do everything; all others what lists of rights say.

/** Postgres's public schema: everybody may look into it. */
export const PUBLIC_SCHEMA_OID = 2200;

/** System relations that superusers alone read. */
const SECRET = new Set([
  '_pg_foreign_data_wrappers',
  '_pg_foreign_servers',
  '_pg_foreign_table_columns',
  '_pg_foreign_tables',
  '_pg_user_mappings',
  'audit_log',
  'pg_authid',
  'pg_backend_memory_contexts',
  'pg_config',
  'pg_file_settings',
  'pg_hba_file_rules',
  'pg_ident_file_mappings',
  'pg_largeobject',
  'pg_replication_origin_status',
  'pg_shadow',
  'pg_shmem_allocations',
  'pg_statistic',
  'pg_statistic_ext_data',
  'pg_user_mapping',
  'transforms',
]);

export function aclClassOf(object: NamedObject): AclClass {
  switch (object.kind) {
    case 'schema':
      return 'schema';
    case 'sequence':
      return 'sequence';
    case 'function':
      return 'function';
    case 'type':
    case 'domain':
      return 'type';
    default:
      return 'relation';
  }
}

export function ownerOf(catalog: Catalog, object: NamedObject): number {
  if (object.kind === 'system') return BOOTSTRAP_ROLE_OID;
  return catalog.role(object.owner)?.oid ?? BOOTSTRAP_ROLE_OID;
}

export function aclOf(catalog: Catalog, object: NamedObject): Acl {
  const owner = ownerOf(catalog, object);
  if (object.kind === 'system') {
    const own = defaultAcl('relation', owner);
    if (object.name === 'audit_log') {
      return [...own, {grantee: PG_READ_AUDIT_LOG_OID, grantor: owner, privileges: 'r', grantable: ''}];
    }
    return SECRET.has(object.name) ? own : [...own, {grantee: 0, grantor: owner, privileges: 'r', grantable: ''}];
  }
  if (object.acl) return object.acl;
  const made = defaultAcl(aclClassOf(object), owner);
  if (object.oid !== PUBLIC_SCHEMA_OID) return made;
  return [...made, {grantee: 0, grantor: owner, privileges: 'U', grantable: ''}];
}

/** The list as the catalogs show it: null while nobody has granted or revoked anything. */
export function shownAcl(catalog: Catalog, object: NamedObject): Acl | null {
  if (object.kind === 'system' || object.oid === PUBLIC_SCHEMA_OID) return aclOf(catalog, object);
  return object.acl ?? null;
}

export function databaseAcl(catalog: Catalog): Acl {
  return catalog.roleBook.databaseAcl ?? defaultAcl('database', catalog.roleBook.databaseOwner);
}

/** Schemas that the system brings: everybody may use them, nobody makes anything in them. */
const SYSTEM_SCHEMA: Acl = [
  {grantee: BOOTSTRAP_ROLE_OID, grantor: BOOTSTRAP_ROLE_OID, privileges: 'UC', grantable: ''},
  {grantee: 0, grantor: BOOTSTRAP_ROLE_OID, privileges: 'U', grantable: ''},
];

export function schemaAcl(catalog: Catalog, name: string): Acl {
  const schema = catalog.schema(name);
  return schema ? aclOf(catalog, schema) : SYSTEM_SCHEMA;
}

/** Which of the privileges (letters) the role has on the object. */
export function rightsOn(catalog: Catalog, object: NamedObject, role: number, wanted: string): string {
  const book = catalog.roleBook;
  if (book.isSuperuser(role)) return wanted;
  const found = privilegesOf(aclOf(catalog, object), role, book, wanted);
  const secret = object.kind === 'system' && SECRET.has(object.name);
  return found === wanted || secret ? found : union(found, rightsByRole(catalog, aclClassOf(object), role, wanted));
}

/** What membership in pg_read_all_data and pg_write_all_data gives on everything. */
function rightsByRole(catalog: Catalog, kind: AclClass, role: number, wanted: string): string {
  const book = catalog.roleBook;
  const reads = book.hasRightsOf(role, PG_READ_ALL_DATA_OID);
  const writes = book.hasRightsOf(role, PG_WRITE_ALL_DATA_OID);
  if (!reads && !writes) return '';
  const given = [...wanted].filter(letter => {
    if (kind === 'schema') return letter === 'U';
    if (kind === 'sequence') return (reads && letter === 'r') || (writes && (letter === 'w' || letter === 'U'));
    if (kind !== 'relation') return false;
    return (reads && letter === 'r') || (writes && 'awd'.includes(letter));
  });
  return given.join('');
}

/** The role may do all of this to the object. */
export function mayOn(catalog: Catalog, object: NamedObject, role: number, wanted: string): boolean {
  return rightsOn(catalog, object, role, wanted).length === wanted.length;
}

export function mayUseSchema(catalog: Catalog, name: string, role: number, letter: 'U' | 'C' = 'U'): boolean {
  const book = catalog.roleBook;
  if (book.isSuperuser(role)) return true;
  const schema = catalog.schema(name);
  if (schema) return mayOn(catalog, schema, role, letter);
  return letter === 'U' && privilegesOf(SYSTEM_SCHEMA, role, book, 'U') === 'U';
}

export function mayOnDatabase(catalog: Catalog, role: number, letter: string): boolean {
  const book = catalog.roleBook;
  return book.isSuperuser(role) || privilegesOf(databaseAcl(catalog), role, book, letter) === letter;
}

/** By a grant on the column, not on its table. */
export function mayOnColumn(catalog: Catalog, column: CatalogColumn, role: number, letter: string): boolean {
  return !!column.acl && privilegesOf(column.acl, role, catalog.roleBook, letter) === letter;
}

/** The privilege on every column of these numbers: the table's, or each column's own. */
export function mayOnColumns(
  catalog: Catalog,
  relation: Relation,
  role: number,
  letter: string,
  numbers: Iterable<number>,
): boolean {
  if (mayOn(catalog, relation, role, letter)) return true;
  const live = new Map(liveColumns(relation).map(({number, column}) => [number, column]));
  for (const number of numbers) {
    const column = live.get(number);
    if (!column || !mayOnColumn(catalog, column, role, letter)) return false;
  }
  return true;
}

/** The privilege on one column at least. */
export function mayOnAnyColumn(catalog: Catalog, relation: Relation, role: number, letter: string): boolean {
  if (mayOn(catalog, relation, role, letter)) return true;
  return liveColumns(relation).some(({column}) => mayOnColumn(catalog, column, role, letter));
}

/** Which of the privileges the role may grant on. */
export function grantableOn(catalog: Catalog, object: NamedObject, role: number, wanted: string): string {
  return grantableBy(aclOf(catalog, object), ownerOf(catalog, object), role, catalog.roleBook, wanted);
}

/** The role is the object's owner, or has the owner's rights. */
export function owns(catalog: Catalog, object: CatalogObject | NamedObject, role: number): boolean {
  return catalog.roleBook.hasRightsOf(role, ownerOf(catalog, object));
}
