import {
  type Acl,
  type AclClass,
  ALL_PRIVILEGES,
  defaultAcl,
  intersection,
  PRIVILEGES,
  privilegesOf,
} from '../../catalog/acl.ts';
import type {Catalog} from '../../catalog/catalog.ts';
import {schemaMissing} from '../../catalog/name-errors.ts';
import {bestGrantor, changedAcl} from '../../catalog/grant-acl.ts';
import type {CatalogNotice} from '../../catalog/notice.ts';
import {type CatalogColumn, type CatalogObject, isRelation, isType, liveColumns} from '../../catalog/object.ts';
import {denied, nounOf} from '../../catalog/rights-errors.ts';
import {aclClassOf, aclOf, databaseAcl, ownerOf, rightsOn} from '../../catalog/rights.ts';
import {systemSchemas} from '../../catalog/system/index.ts';
import type {Grant, GrantTargets, PrivilegeSpec} from '../../sql/ast/index.ts';
import {notSupported, SqlError} from '../../types/sql-error.ts';
import type {SqlSession} from '../session.ts';
import {findFunction} from './drop-function.ts';
import {editCatalog} from './edit-catalog.ts';
import type {StatementHandler} from './handler.ts';
import {granteeOid, roleOf} from './role-named.ts';

/** What is granted, worked out against one version of the catalog. */
type Work = {
  readonly fork: Catalog;
  readonly session: SqlSession;
  readonly sql: string;
  readonly statement: Grant;
  readonly grantees: readonly number[];
  readonly notices: CatalogNotice[];
};

/** GRANT and REVOKE of privileges. Errors: 42501, 0LP01, 2BP01, 42704, 42P01, 42809, 42703. */
export const grant: StatementHandler<Grant> = {
  run(statement, session, sql) {
    const tag = statement.grants ? 'GRANT' : 'REVOKE';
    return editCatalog(session, tag, fork => {
      const grantees = statement.grantees.map(spec => granteeOid(fork, spec, session));
      if (statement.grantedBy && roleOf(fork, statement.grantedBy, session).oid !== session.currentRole) {
        throw new SqlError('0A000', 'grantor must be current user');
      }
      const work: Work = {fork, session, sql, statement, grantees, notices: []};
      const {targets} = statement;
      if (targets.type === 'objects' && targets.class === 'database') grantOnDatabase(work, targets);
      else for (const object of objectsOf(work, targets)) grantOn(work, object, targets);
      return {specs: new Map(), notices: work.notices, tag};
    });
  },
};

function objectsOf({fork, session, sql}: Work, targets: GrantTargets): CatalogObject[] {
  const {searchPath} = session.settings;
  // These are no objects of the catalog (large-object.ts).
  if (targets.type === 'large objects') return [];
  if (targets.type === 'functions')
    return targets.functions.map(named => findFunction(fork, session, sql, named, targets.word));
  if (targets.type === 'schemas') {
    return targets.schemas.flatMap(name => {
      if (!fork.hasSchema(name)) throw schemaMissing(name);
      return [...fork.all()].filter(object => object.schema === name && isListed(object, targets.class));
    });
  }
  if (targets.class === 'language' || targets.class === 'tablespace') {
    throw notSupported(`GRANT ON ${targets.class.toUpperCase()}`);
  }
  return targets.names.map(({parts}) => {
    if (targets.class === 'schema') {
      const schema = fork.schema(parts[0]);
      if (schema) return schema;
      throw systemSchemas.has(parts[0]) ? denied('schema', parts[0]) : schemaMissing(parts[0]);
    }
    const found = fork.find(parts, searchPath);
    if (targets.class === 'type' || targets.class === 'domain') {
      if (!found || found.kind === 'system' || !isType(found)) {
        throw new SqlError('42704', `type "${parts.join('.')}" does not exist`);
      }
      if (targets.class === 'domain' && found.kind !== 'domain') {
        throw new SqlError('42809', `"${found.name}" is not a domain`);
      }
      return found;
    }
    if (!found || (found.kind !== 'system' && isType(found))) {
      if (parts.length === 2 && !fork.hasSchema(parts[0])) throw schemaMissing(parts[0]);
      throw new SqlError('42P01', `relation "${parts.join('.')}" does not exist`);
    }
    if (found.kind === 'system') throw notSupported(`GRANT and REVOKE on system catalog "${found.name}"`);
    const wanted = targets.class === 'table' ? null : targets.class;
    if (wanted !== null && found.kind !== wanted) throw new SqlError('42809', `"${found.name}" is not a ${wanted}`);
    return found;
  });
}

function isListed(object: CatalogObject, wanted: Extract<GrantTargets, {type: 'schemas'}>['class']): boolean {
  if (wanted === 'tables') return (isRelation(object) && object.kind !== 'sequence') || object.kind === 'sink';
  if (wanted === 'sequences') return object.kind === 'sequence';
  if (object.kind !== 'function') return false;
  return wanted === 'routines' || (wanted === 'procedures') === (object.procedure === true);
}

function grantOn(work: Work, object: CatalogObject, targets: GrantTargets): void {
  const {fork, session, statement} = work;
  const kind = aclClassOf(object);
  const whole = wantedLetters(statement.privileges, kind, false);
  const byTable = kind === 'sequence' && targets.type === 'objects' && targets.class === 'table';
  const letters = byTable ? sequenceLetters(work, object, whole) : checked(statement.privileges, whole, kind);
  if (letters !== '') {
    const owner = ownerOf(fork, object);
    const acl = aclOf(fork, object);
    const any = rightsOn(fork, object, session.currentRole, ALL_PRIVILEGES[kind]) !== '';
    const next = changed(work, {acl, owner, kind, letters, any, noun: nounOf(object), name: object.name});
    if (next) fork.replace({...object, acl: next});
    if (!statement.grants)
      revokeOnColumns(work, fork.byOid(object.oid) as CatalogObject, intersection(letters, 'arwx'));
  }
  const named = statement.privileges.filter(({columns}) => columns.length > 0);
  if (named.length === 0) return;
  if (kind === 'sequence' && 'columns' in object) {
    for (const spec of named) grantOnColumns(work, object.oid, spec);
    return;
  }
  if (kind !== 'relation' || !('columns' in object)) {
    throw new SqlError('0LP01', 'column privileges are only valid for relations');
  }
  for (const spec of named) grantOnColumns(work, object.oid, spec);
}

/** Letters of privileges that are meant for the whole object (or, `ofColumns`, for some of its columns). */
export function wantedLetters(privileges: readonly PrivilegeSpec[], kind: AclClass, ofColumns: boolean): string {
  if (privileges.length === 0) return ofColumns ? '' : ALL_PRIVILEGES[kind];
  return privileges
    .filter(({columns}) => columns.length > 0 === ofColumns)
    .map(({name}) => (name === null ? ALL_PRIVILEGES[kind] : letterOf(name)))
    .join('');
}

function letterOf(name: string): string {
  const letter = PRIVILEGES.get(name);
  if (letter === undefined) throw new SqlError('42601', `unrecognized privilege type "${name}"`);
  return letter;
}

/** Errors: 0LP01. */
export function checked(privileges: readonly PrivilegeSpec[], letters: string, kind: AclClass): string {
  const wrong = [...letters].find(letter => !ALL_PRIVILEGES[kind].includes(letter));
  if (wrong === undefined) return letters;
  const name = privileges.find(each => each.name !== null && letterOf(each.name) === wrong)?.name ?? wrong;
  // Of a table Postgres says what it is, where some relation could have the right.
  const noun = kind === 'relation' && wrong === 'U' ? 'table' : kind;
  throw new SqlError('0LP01', `invalid privilege type ${name.toUpperCase()} for ${noun}`);
}

/** GRANT ON TABLE of a sequence: what it knows nothing of is left out with a warning. */
function sequenceLetters({statement, notices}: Work, object: CatalogObject, letters: string): string {
  if (statement.privileges.length === 0) return ALL_PRIVILEGES.sequence;
  const known = intersection(letters, ALL_PRIVILEGES.sequence);
  if (known.length < new Set(letters).size) {
    const message = `sequence "${object.name}" only supports USAGE, SELECT, and UPDATE privileges`;
    notices.push({severity: 'WARNING', code: '0LP01', message});
  }
  return known;
}

function grantOnColumns(work: Work, oid: number, spec: PrivilegeSpec): void {
  const letters = spec.name === null ? ALL_PRIVILEGES.column : checked([spec], letterOf(spec.name), 'column');
  for (const name of spec.columns) {
    const object = work.fork.byOid(oid) as CatalogObject & {readonly columns: readonly CatalogColumn[]};
    const found = liveColumns(object).find(({column}) => column.name === name);
    if (!found) throw new SqlError('42703', `column "${name}" of relation "${object.name}" does not exist`);
    changeColumn(work, object, found.index, letters);
  }
}

type WithColumns = CatalogObject & {readonly columns: readonly CatalogColumn[]};

function changeColumn(work: Work, object: WithColumns, index: number, letters: string): void {
  const {fork, session} = work;
  const owner = ownerOf(fork, object);
  const column = object.columns[index];
  const book = fork.roleBook;
  // A grant option on the table is one on its columns.
  const ofTable = aclOf(fork, object).filter(({privileges}) => intersection(privileges, 'arwx') !== '');
  const own = column.acl ?? defaultAcl('column', owner);
  const any =
    rightsOn(fork, object, session.currentRole, 'arwdDxt') !== '' ||
    privilegesOf(own, session.currentRole, book, 'arwx') !== '';
  const next = changed(work, {
    acl: own,
    owner,
    kind: 'column',
    letters,
    any,
    options: [...own, ...ofTable],
    noun: nounOf(object),
    name: object.name,
    column: column.name,
  });
  if (!next) return;
  const acl = next.length === 0 ? undefined : next;
  const columns = object.columns.map((each, i) => (i === index ? {...each, acl} : each));
  fork.replace({...object, columns} as CatalogObject);
}

/** What is revoked on the table is on each column, too. */
function revokeOnColumns(work: Work, object: CatalogObject, letters: string): void {
  if (letters === '' || !('columns' in object)) return;
  object.columns.forEach((column, index) => {
    if (!column.acl) return;
    changeColumn(work, work.fork.byOid(object.oid) as WithColumns, index, letters);
  });
}

function grantOnDatabase(work: Work, targets: Extract<GrantTargets, {type: 'objects'}>): void {
  const {fork, session, statement} = work;
  for (const {parts} of targets.names) {
    const name = parts[parts.length - 1];
    if (name !== fork.database) throw new SqlError('3D000', `database "${name}" does not exist`);
    const letters = checked(statement.privileges, wantedLetters(statement.privileges, 'database', false), 'database');
    const owner = fork.roleBook.databaseOwner;
    const acl = databaseAcl(fork);
    const book = fork.roleBook;
    const any = book.isSuperuser(session.currentRole) || privilegesOf(acl, session.currentRole, book, 'CTc') !== '';
    const next = changed(work, {acl, owner, kind: 'database', letters, any, noun: 'database', name});
    if (next) fork.roleBook = fork.roleBook.with({databaseAcl: next});
  }
}

type Change = {
  readonly acl: Acl;
  readonly owner: number;
  readonly kind: AclClass;
  readonly letters: string;
  /** The user has some privilege on the object. */
  readonly any: boolean;
  /** Where grant options are looked for, if not in the list itself. */
  readonly options?: Acl;
  readonly noun: string;
  readonly name: string;
  readonly column?: string;
};

/** The list after the statement; null: the user may grant nothing of it, and has been told. */
function changed(work: Work, change: Change): Acl | null {
  const {fork, session, statement, grantees, notices} = work;
  const {acl, owner, letters, any, options = acl, noun, name, column} = change;
  const book = fork.roleBook;
  const {grantor, grantable} = bestGrantor(options, owner, session.currentRole, book, letters);
  if (grantable === '' && !any) throw denied(noun, name);
  const all = statement.privileges.length === 0 || statement.privileges.some(each => each.name === null);
  const what = column === undefined ? `"${name}"` : `column "${column}" of relation "${name}"`;
  const warn = (message: string): void => {
    notices.push({severity: 'WARNING', code: statement.grants ? '01007' : '01006', message: `${message} ${what}`});
  };
  if (grantable === '')
    warn(statement.grants ? 'no privileges were granted for' : 'no privileges could be revoked for');
  else if (!all && grantable.length < new Set(letters).size) {
    warn(statement.grants ? 'not all privileges were granted for' : 'not all privileges could be revoked for');
  }
  if (grantable === '') return null;
  return changedAcl(acl, owner, book, {
    grants: statement.grants,
    grantor,
    grantees,
    privileges: grantable,
    option: statement.grantOption,
    cascade: statement.behavior === 'cascade',
  });
}
