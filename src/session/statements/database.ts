import type {Catalog} from '../../catalog/catalog.ts';
import type {RoleBook, RoleRecords} from '../../catalog/role-book.ts';
import type {AlterDatabase, CreateDatabase, DatabaseOption, DropDatabase, RoleSpec} from '../../sql/ast/index.ts';
import {notSupported, SqlError} from '../../types/sql-error.ts';
import {command} from '../execution.ts';
import type {SqlSession} from '../session.ts';
import {editCatalog} from './edit-catalog.ts';
import type {StatementHandler} from './handler.ts';
import {roleOf} from './role-named.ts';

// A server has one database, which was made with it: it can be altered, and no other can be made.

const CREATED_WITH = new Set([
  'allow_connections',
  'collation_version',
  'connection limit',
  'encoding',
  'icu_locale',
  'is_template',
  'lc_collate',
  'lc_ctype',
  'locale',
  'locale_provider',
  'location',
  'oid',
  'owner',
  'strategy',
  'tablespace',
  'template',
]);
const ALTERED_WITH = new Set(['allow_connections', 'connection limit', 'is_template', 'tablespace']);

/** What every Postgres has besides. */
const OTHERS = new Set(['postgres', 'template0', 'template1']);

/** Errors: 42601, 25001, 42704 no such owner, 42501, 42P04; 0A000 what is left. */
export const createDatabase: StatementHandler<CreateDatabase> = {
  run({name, options, span}, session) {
    session.transaction.mustStandAlone('CREATE DATABASE');
    const {catalog, currentRole} = session;
    const given = readOptions(options, CREATED_WITH);
    const owner = given.get('owner')?.value;
    if (owner !== undefined && owner !== null) roleOf(catalog, {type: 'name', name: owner}, session);
    if (!mayCreate(catalog.roleBook, currentRole)) throw new SqlError('42501', 'permission denied to create database');
    if (name === catalog.database) throw alreadyThere(name);
    throw notSupported(
      'CREATE DATABASE',
      span.start + 1,
      'A server has one database: make a schema, or start another.',
    );
  },
};

/** Errors: 3D000, 42501, 42601, 42P04, 22023, 25001, 55006, 0A000 a new name while somebody is connected, as one always is. */
export const alterDatabase: StatementHandler<AlterDatabase> = {
  run({name, change}, session) {
    if (change.action === 'options') return alterOptions(name, change.options, session);
    if (change.action === 'tablespace') {
      session.transaction.mustStandAlone('ALTER DATABASE SET TABLESPACE');
      mustOwn(name, session);
      throw inUse();
    }
    if (change.action === 'owner') {
      const owner = roleOf(session.catalog, change.owner, session).oid;
      return edited(session, fork => changeOwner(fork, name, owner, change.owner, session));
    }
    mustOwn(name, session);
    if (change.action === 'rename') {
      if (!mayCreate(session.catalog.roleBook, session.currentRole)) {
        throw new SqlError('42501', 'permission denied to rename database');
      }
      if (change.to === name) throw alreadyThere(name);
      throw new SqlError('0A000', 'current database cannot be renamed');
    }
    session.notice('NOTICE', '00000', 'version has not changed');
    return command('ALTER DATABASE');
  },
};

/** Errors: 25001, 3D000, 55006. */
export const dropDatabase: StatementHandler<DropDatabase> = {
  run({name, ifExists}, session) {
    session.transaction.mustStandAlone('DROP DATABASE');
    if (name === session.catalog.database) throw new SqlError('55006', 'cannot drop the currently open database');
    if (OTHERS.has(name)) throw notSupported('DROP DATABASE');
    if (!ifExists) throw unknown(name);
    session.notice('NOTICE', '00000', `database "${name}" does not exist, skipping`);
    return command('DROP DATABASE');
  },
};

function alterOptions(name: string, options: readonly DatabaseOption[], session: SqlSession) {
  const given = readOptions(options, ALTERED_WITH);
  const moved = given.get('tablespace');
  if (moved) {
    if (options.length > 1) {
      const message = 'option "tablespace" cannot be specified with other options';
      throw new SqlError('0A000', message, {position: moved.at + 1});
    }
    session.transaction.mustStandAlone('ALTER DATABASE SET TABLESPACE');
    mustOwn(name, session);
    throw inUse();
  }
  const limit = given.get('connection limit');
  const template = given.get('is_template');
  const allowed = given.get('allow_connections');
  const changed: Partial<RoleRecords> = {
    ...(limit && {databaseConnections: readLimit(limit)}),
    ...(template && {databaseIsTemplate: readBoolean(template)}),
  };
  const closes = allowed !== undefined && !readBoolean(allowed);
  return edited(session, fork => {
    mustOwn(name, session);
    if (closes) throw new SqlError('22023', 'cannot disallow connections for current database');
    fork.roleBook = fork.roleBook.with(changed);
  });
}

function changeOwner(fork: Catalog, name: string, owner: number, spec: RoleSpec, session: SqlSession): void {
  if (name !== fork.database) throw unknown(name);
  const book = fork.roleBook;
  if (book.databaseOwner === owner) return;
  mustOwn(name, session);
  if (!book.isMember(session.currentRole, owner)) {
    const {name: wanted} = roleOf(fork, spec, session);
    throw new SqlError('42501', `must be member of role "${wanted}"`);
  }
  if (!mayCreate(book, session.currentRole)) {
    throw new SqlError('42501', 'permission denied to change owner of database');
  }
  fork.roleBook = book.with({databaseOwner: owner});
}

function edited(session: SqlSession, change: (fork: Catalog) => void) {
  return editCatalog(session, 'ALTER DATABASE', fork => {
    change(fork);
    return {specs: new Map(), notices: [], tag: 'ALTER DATABASE'};
  });
}

/** Errors: 42601 one that there is not, or twice. */
function readOptions(
  options: readonly DatabaseOption[],
  known: ReadonlySet<string>,
): ReadonlyMap<string, DatabaseOption> {
  const given = new Map<string, DatabaseOption>();
  for (const option of options) {
    const position = option.at + 1;
    if (!known.has(option.name)) throw new SqlError('42601', `option "${option.name}" not recognized`, {position});
    if (given.has(option.name)) throw new SqlError('42601', 'conflicting or redundant options', {position});
    given.set(option.name, option);
  }
  return given;
}

/** Errors: 42601 no number, 22023 less than -1. */
function readLimit({name, value}: DatabaseOption): number {
  if (value === null) return -1;
  if (!/^-?[0-9]+$/.test(value)) {
    throw new SqlError('42601', `${name.replace(' ', '_')} requires an integer value`);
  }
  if (Number(value) < -1) throw new SqlError('22023', `invalid connection limit: ${value}`);
  return Number(value);
}

/** Errors: 42601. */
function readBoolean({name, value}: DatabaseOption): boolean {
  if (value === null || /^(true|on|1)$/i.test(value)) return true;
  if (/^(false|off|0)$/i.test(value)) return false;
  throw new SqlError('42601', `${name} requires a Boolean value`);
}

function mayCreate(book: RoleBook, role: number): boolean {
  return book.isSuperuser(role) || (book.ofOid(role)?.createDb ?? false);
}

/** Errors: 3D000, 42501. */
function mustOwn(name: string, session: SqlSession): void {
  const {catalog, currentRole} = session;
  if (name !== catalog.database) throw unknown(name);
  if (catalog.roleBook.hasRightsOf(currentRole, catalog.roleBook.databaseOwner)) return;
  throw new SqlError('42501', `must be owner of database ${name}`);
}

function unknown(name: string): SqlError {
  return new SqlError('3D000', `database "${name}" does not exist`);
}

function alreadyThere(name: string): SqlError {
  return new SqlError('42P04', `database "${name}" already exists`);
}

function inUse(): SqlError {
  return new SqlError('55006', 'cannot change the tablespace of the currently open database');
}
