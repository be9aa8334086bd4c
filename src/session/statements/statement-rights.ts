import {collationNamed, collationObject} from '../../catalog/collation.ts';
import type {Catalog, NamedObject} from '../../catalog/catalog.ts';
import {schemaMissing} from '../../catalog/name-errors.ts';
import {indexNamed} from '../../catalog/index-named.ts';
import {type CatalogObject, isRelation, type TableObject} from '../../catalog/object.ts';
import {denied, mustBeOwner, permissionDenied} from '../../catalog/rights-errors.ts';
import {mayOn, mayOnDatabase, mayUseSchema, owns, rightsOn} from '../../catalog/rights.ts';
import {PG_CHECKPOINT_OID, PG_READ_SERVER_FILES_OID} from '../../catalog/role.ts';
import {ownTemporarySchema, schemaMeant} from '../../catalog/temporary.ts';
import {systemSchemas} from '../../catalog/system/index.ts';
import type {Persistence, QualifiedName, Statement} from '../../sql/ast/index.ts';
import {intoOf} from '../../sql/bind/index.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {SqlSession} from '../session.ts';
import {findFunction} from './drop-function.ts';

/** A user who is no superuser, and what there is. */
type Asking = {
  readonly session: SqlSession;
  readonly catalog: Catalog;
  readonly role: number;
  readonly searchPath: readonly string[];
  readonly sql: string;
};

type Rule<K extends Statement['kind']> = (statement: Extract<Statement, {kind: K}>, asking: Asking) => void;

/**
 * What a statement of each kind takes besides the rights on rows, which the binder collects (catalog/needed-rights.ts). null:
 * nothing, or it sees to it itself. Every kind must stand here: a new one does not compile until somebody has thought of it.
 */
const RULES: {readonly [K in Statement['kind']]: Rule<K> | null} = {
  query: (statement, asking) => {
    const into = intoOf(statement);
    if (into) mayCreate(asking, into.name, into.persistence);
  },
  call: null,
  insert: null,
  update: null,
  delete: null,
  merge: null,
  copy: null,
  create_table: ({name, persistence, elements}, asking) => {
    placed(asking.sql, name.span.start, () => mayCreate(asking, name, persistence));
    for (const element of elements) if (element.kind === 'like_table') mayRead(asking, element.table.parts);
  },
  create_table_as: ({name, persistence}, asking) => mayCreate(asking, name, persistence),
  create_view: ({name, persistence, orReplace}, asking) => mayCreate(asking, name, persistence, orReplace),
  create_materialized_view: ({name, orReplace}, asking) => mayCreate(asking, name, 'permanent', orReplace),
  create_index: ({table}, asking) => ownsNamed(asking, table.parts),
  create_schema: ({authorization}, {session, catalog, role}) => {
    if (!mayOnDatabase(catalog, role, 'C')) throw denied('database', catalog.database);
    if (authorization === null || ['current_user', 'session_user', 'current_role'].includes(authorization)) return;
    const owner = catalog.role(authorization);
    if (owner && !catalog.roleBook.isMember(session.currentRole, owner.oid)) {
      throw new SqlError('42501', `must be member of role "${authorization}"`);
    }
  },
  create_sequence: ({name, persistence}, asking) => mayCreate(asking, name, persistence),
  create_type: ({name}, asking) => mayCreate(asking, name),
  create_domain: ({name}, asking) => mayCreate(asking, name),
  create_function: ({name, traits}, asking) => {
    mayCreate(asking, name);
    if (traits.leakproof) throw onlySuperuser();
  },
  create_collation: ({name}, asking) => mayCreate(asking, name),
  alter_collation: ({name}, asking) => ownsCollation(asking, name.parts),
  drop_collation: ({names}, asking) => {
    for (const {parts} of names) ownsCollation(asking, parts);
  },
  alter_function: ({function: named, change, word}, asking) => {
    const {catalog, role, session, sql} = asking;
    const found = quietly(() => findFunction(catalog, session, sql, named, word));
    if (!found) return;
    if (!owns(catalog, found, role)) throw mustBeOwner(found);
    if (change.type === 'rename') mayCreateIn(asking, found.schema);
    if (change.type === 'schema') mayCreateIn(asking, change.schema);
    if (change.type === 'traits' && change.traits.leakproof) throw onlySuperuser();
  },
  drop_function: ({functions, ifExists, word}, {session, catalog, role, sql}) => {
    for (const named of functions) {
      const found = quietly(() => findFunction(catalog, session, sql, named, word));
      if (found && !mayDrop(catalog, found, role)) throw mustBeOwner(found);
      if (!found && !ifExists) return;
    }
  },
  create_source: ({name, connector}, asking) => {
    mayCreate(asking, name);
    if (connector !== 'file' || asking.catalog.roleBook.hasRightsOf(asking.role, PG_READ_SERVER_FILES_OID)) return;
    throw new SqlError(
      '42501',
      'must be superuser or have privileges of pg_read_server_files to read files of the server',
    );
  },
  create_sink: ({name}, asking) => mayCreate(asking, name),
  drop: ({object, names}, asking) => {
    for (const {parts} of names) {
      const found = targetOf(asking, object, parts);
      if (found && !mayDrop(asking.catalog, found.owned, asking.role)) throw refusal(found);
    }
  },
  alter: ({object, name}, asking) => ownsTarget(asking, object, name.parts),
  alter_composite: ({name}, asking) => ownsNamed(asking, name.parts),
  alter_domain: ({name}, asking) => ownsNamed(asking, name.parts),
  alter_enum: ({name}, asking) => ownsNamed(asking, name.parts),
  rename: ({object, name, part}, asking) => {
    ownsTarget(asking, object, name.parts);
    const found = targetOf(asking, object, name.parts);
    if (part !== 'object' || !found) return;
    if (found.owned.kind === 'schema') {
      if (!mayOnDatabase(asking.catalog, asking.role, 'C')) throw denied('database', asking.catalog.database);
    } else mayCreateIn(asking, found.owned.schema);
  },
  rename_attribute: ({name}, asking) => ownsNamed(asking, name.parts),
  alter_schema: ({object, name, schema}, asking) => {
    ownsTarget(asking, object, name.parts);
    mayCreateIn(asking, schema);
  },
  alter_system: ({setting}) => {
    throw new SqlError('42501', `permission denied to set parameter "${setting.name ?? 'all'}"`);
  },
  truncate: ({tables, behavior}, asking) => {
    for (const table of truncated(asking, tables, behavior === 'cascade')) {
      if (!mayOn(asking.catalog, table, asking.role, 'D')) throw permissionDenied(table);
    }
  },
  refresh: ({name}, asking) => ownsNamed(asking, name.parts),
  // It asks for itself: of objects that are in no catalog of objects.
  comment_on_built_in: null,
  comment_on_function: ({function: named, word}, {session, catalog, role, sql}) => {
    const found = quietly(() => findFunction(catalog, session, sql, named, word));
    if (found && !owns(catalog, found, role)) throw mustBeOwner(found);
  },
  // These ask when they have found the object.
  alter_large_object: null,
  comment_on_large_object: null,
  comment_on_part: ({on, ofDomain}, asking) => ownsNamed(asking, on.parts, ofDomain ? undefined : 'relation'),
  comment: ({object, name}, asking) => {
    if (object === 'database') {
      if (!asking.catalog.roleBook.hasRightsOf(asking.role, asking.catalog.roleBook.databaseOwner)) {
        throw new SqlError('42501', `must be owner of database ${name.parts.join('.')}`);
      }
    } else if (object === 'role') {
      const {roleBook} = asking.catalog;
      if (roleBook.named(name.parts[0])?.superuser) throw new SqlError('42501', 'must be superuser');
      if (!roleBook.ofOid(asking.role)?.createRole) throw new SqlError('42501', 'must have CREATEROLE privilege');
    } else if (object === 'extension') return;
    else if (object === 'column') ownsNamed(asking, name.parts.slice(0, -1), 'relation');
    else ownsTarget(asking, object, name.parts);
  },
  subscribe: null,
  create_role: null,
  alter_role: null,
  alter_role_set: null,
  rename_role: null,
  drop_role: null,
  grant_role: null,
  drop_owned: null,
  reassign_owned: null,
  grant: null,
  alter_default_privileges: null,
  create_policy: ({table}, asking) => ownsNamed(asking, table.parts),
  alter_policy: ({table}, asking) => ownsNamed(asking, table.parts),
  rename_policy: ({table}, asking) => ownsNamed(asking, table.parts),
  drop_policy: ({table}, asking) => ownsNamed(asking, table.parts, 'relation'),
  create_masking_policy: ({name}, asking) => mayCreate(asking, name),
  alter_masking_policy: null,
  drop_masking_policy: null,
  set: null,
  set_transaction: null,
  set_constraints: null,
  reset: null,
  discard: null,
  show: null,
  transaction: null,
  explain: null,
  prepare: null,
  execute: null,
  deallocate: null,
  declare_cursor: null,
  fetch: null,
  close: null,
  listen: null,
  notify: null,
  unlisten: null,
  checkpoint: (_statement, {catalog, role}) => {
    if (catalog.roleBook.hasRightsOf(role, PG_CHECKPOINT_OID)) return;
    throw new SqlError('42501', 'must be superuser or have privileges of pg_checkpoint to do CHECKPOINT');
  },
  maintenance: ({command, tables}, asking) => {
    for (const {parts} of tables) {
      if (command === 'cluster') ownsNamed(asking, parts);
      else warnStranger(asking, command, parts);
    }
  },
  reindex: ({what, name}, asking) => {
    if (what === 'database' || what === 'system') {
      if (asking.catalog.roleBook.hasRightsOf(asking.role, asking.catalog.roleBook.databaseOwner)) return;
      throw new SqlError('42501', `must be owner of database ${asking.catalog.database}`);
    }
    if (name) ownsTarget(asking, what, name.parts);
  },
  lock_table: ({tables, mode}, asking) => {
    const wanted = mode === 'access share' ? 'r' : mode === 'row exclusive' ? 'awdD' : 'wdD';
    for (const {parts} of tables) {
      const found = find(asking, parts);
      if (found && rightsOn(asking.catalog, found, asking.role, wanted) === '') throw permissionDenied(found);
    }
  },
  create_extension: null,
  drop_extension: null,
  do: null,
  create_database: null,
  alter_database: null,
  drop_database: ({name}, {catalog, role}) => {
    if (name === catalog.database && !catalog.roleBook.hasRightsOf(role, catalog.roleBook.databaseOwner)) {
      throw new SqlError('42501', `must be owner of database ${name}`);
    }
  },
};

/** Conditions that leak nothing are looked at before policies. */
function onlySuperuser(): SqlError {
  return new SqlError('42501', 'only superuser can define a leakproof function');
}

/** Before a statement is run. Errors: 42501. */
export function checkStatement(session: SqlSession, statement: Statement, sql: string): void {
  const {catalog} = session;
  if (catalog.roleBook.isSuperuser(session.currentRole)) return;
  const rule = RULES[statement.kind] as Rule<Statement['kind']> | null;
  rule?.(statement, {session, catalog, role: session.currentRole, searchPath: session.settings.searchPath, sql});
}

/** Something may be made under this name; what it is to replace must be the user's own. */
function mayCreate(
  asking: Asking,
  {parts}: QualifiedName,
  persistence: Persistence = 'permanent',
  replaces = false,
): void {
  const {catalog, searchPath, role} = asking;
  const target = quietly(() => catalog.creationTarget(parts, searchPath, persistence === 'temporary'));
  if (!target) return;
  if (target.schema === ownTemporarySchema(searchPath)) {
    if (mayOnDatabase(catalog, role, 'T')) return;
    if (catalog.schema(target.schema)) throw denied('schema', target.schema);
    throw new SqlError('42501', `permission denied to create temporary tables in database "${catalog.database}"`);
  }
  mayCreateIn(asking, target.schema);
  const there = replaces ? catalog.inSchema(target.schema, target.name) : null;
  if (there && !owns(catalog, there, role)) throw mustBeOwner(there);
}

/** Errors of `check` point at this place of the text. */
function placed(sql: string, offset: number, check: () => void): void {
  try {
    check();
  } catch (error) {
    throw error instanceof SqlError ? error.at([...sql.slice(0, offset)].length + 1) : error;
  }
}

/** LIKE copies from it. */
function mayRead({catalog, role, searchPath}: Asking, parts: readonly string[]): void {
  const found = catalog.find(parts, searchPath);
  if (found && isRelation(found) && !mayOn(catalog, found, role, 'r')) throw permissionDenied(found);
}

function mayCreateIn({catalog, role}: Asking, schema: string): void {
  if (!catalog.hasSchema(schema)) throw schemaMissing(schema);
  if (!mayUseSchema(catalog, schema, role, 'C')) throw denied('schema', schema);
}

/** Errors of names are the statement's own to raise. */
function quietly<T>(find: () => T): T | null {
  try {
    return find();
  } catch (error) {
    if (error instanceof SqlError) return null;
    throw error;
  }
}

/** Errors: 42501 the user may not use the schema. */
function find({catalog, searchPath, role}: Asking, parts: readonly string[]): NamedObject | null {
  if (parts.length > 1) {
    const schema = schemaMeant(parts[parts.length - 2], searchPath);
    const own = schema === ownTemporarySchema(searchPath);
    if (!own && catalog.hasSchema(schema) && !mayUseSchema(catalog, schema, role)) throw denied('schema', schema);
  }
  return quietly(() => catalog.find(parts, searchPath));
}

/** What must be owned, and under which name and kind that is told. */
type Target = {readonly owned: CatalogObject; readonly name: string; readonly isIndex: boolean};

function targetOf(asking: Asking, object: string, parts: readonly string[]): Target | null {
  const {catalog, searchPath} = asking;
  if (object === 'schema') {
    if (systemSchemas.has(parts[0])) throw new SqlError('42501', `must be owner of schema ${parts[0]}`);
    const schema = catalog.schema(parts[0]);
    return schema && {owned: schema, name: schema.name, isIndex: false};
  }
  if (object === 'index') {
    const found = quietly(() => indexNamed(catalog, parts, searchPath));
    return found && {owned: found.table, name: found.index.name, isIndex: true};
  }
  const found = find(asking, parts);
  if (!found || found.kind === 'system') return null;
  return {owned: found, name: found.name, isIndex: false};
}

function refusal({owned, name, isIndex}: Target): SqlError {
  return isIndex ? new SqlError('42501', `must be owner of index ${name}`) : mustBeOwner(owned);
}

function ownsTarget(asking: Asking, object: string, parts: readonly string[]): void {
  const found = targetOf(asking, object, parts);
  if (found && !owns(asking.catalog, found.owned, asking.role)) throw refusal(found);
}

function ownsNamed(asking: Asking, parts: readonly string[], noun?: string): void {
  const found = find(asking, parts);
  if (!found || found.kind === 'system' || owns(asking.catalog, found, asking.role)) return;
  throw noun ? new SqlError('42501', `must be owner of ${noun} ${found.name}`) : mustBeOwner(found);
}

/** The owner of an object, and that of its schema. */
function mayDrop(catalog: Catalog, object: CatalogObject, role: number): boolean {
  if (owns(catalog, object, role)) return true;
  const schema = object.kind === 'schema' ? null : catalog.schema(object.schema);
  return schema !== null && owns(catalog, schema, role);
}

/** With all that CASCADE takes along. */
function truncated(
  asking: Asking,
  tables: readonly {readonly name: QualifiedName}[],
  cascade: boolean,
): readonly TableObject[] {
  const named = tables.flatMap(({name}) => {
    const found = find(asking, name.parts);
    return found?.kind === 'table' ? [found] : [];
  });
  const all = new Set(named);
  if (!cascade) return named;
  for (const target of all) {
    for (const other of asking.catalog.ofKind('table')) {
      if (other.foreignKeys.some(key => key.references === target.oid)) all.add(other);
    }
  }
  return [...all];
}

function warnStranger({session, ...asking}: Asking, command: string, parts: readonly string[]): void {
  const found = find({session, ...asking}, parts);
  if (!found || owns(asking.catalog, found, asking.role)) return;
  session.notice('WARNING', '01000', `skipping "${found.name}" --- only table or database owner can ${command} it`);
}

/** Errors: 42501. */
function ownsCollation({catalog, role, session}: Asking, parts: readonly string[]): void {
  const found = collationNamed(catalog, parts, session.settings.searchPath);
  const object = found && collationObject(catalog, found.oid);
  if (object && !owns(catalog, object, role)) throw new SqlError('42501', `must be owner of collation ${object.name}`);
}
