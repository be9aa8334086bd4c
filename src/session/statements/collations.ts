import type {Catalog} from '../../catalog/catalog.ts';
import {schemaMissing} from '../../catalog/name-errors.ts';
import {collationNamed, collationObject} from '../../catalog/collation.ts';
import {planDropOf} from '../../catalog/drop.ts';
import type {CatalogNotice} from '../../catalog/notice.ts';
import type {CollationObject} from '../../catalog/object.ts';
import type {AlterCollation, CreateCollation, DropCollation, QualifiedName} from '../../sql/ast/index.ts';
import {bindCreateCollation} from '../../sql/bind/index.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {SqlSession} from '../session.ts';
import {tableSpec} from '../table-spec.ts';
import {readersIn} from './column-users.ts';
import {editCatalog} from './edit-catalog.ts';
import type {StatementHandler} from './handler.ts';
import {bindOptions} from './planned.ts';

export const createCollation: StatementHandler<CreateCollation> = {
  run(statement, session, sql) {
    const tag = 'CREATE COLLATION';
    return editCatalog(session, tag, fork => {
      const made = bindCreateCollation(statement, {...bindOptions(session, sql), catalog: fork});
      if (!isTaken(fork, made.schema, made.name)) {
        fork.add(made);
        return {specs: new Map(), notices: [], tag};
      }
      const taken = new SqlError('42710', `collation "${made.name}" already exists`);
      if (!statement.ifNotExists) throw taken;
      const notice: CatalogNotice = {severity: 'NOTICE', code: '42710', message: `${taken.message}, skipping`};
      return {specs: new Map(), notices: [notice], tag};
    });
  },
};

/** Errors: 42704, 2BP01. */
export const dropCollation: StatementHandler<DropCollation> = {
  run({names, ifExists, behavior}, session) {
    const tag = 'DROP COLLATION';
    return editCatalog(session, tag, fork => {
      const notices: CatalogNotice[] = [];
      const targets: CollationObject[] = [];
      for (const name of names) {
        const found = collationNamed(fork, name.parts, session.settings.searchPath);
        if (found) targets.push(mustBeMade(fork, found.oid, 'drop', found.name));
        else if (!ifExists) throw missing(name);
        else
          notices.push({
            severity: 'NOTICE',
            code: '00000',
            message: `collation "${name.parts.join('.')}" does not exist, skipping`,
          });
      }
      const path = session.settings.searchPath;
      const plan = planDropOf(fork, targets, behavior === 'cascade', path, readersIn(session, fork));
      fork.remove(plan.objects.map(({oid}) => oid));
      for (const changed of [...plan.changed, ...plan.others]) fork.replace(changed);
      const specs = new Map(plan.changed.map(table => [table.oid, tableSpec(table)]));
      return {specs, notices: [...notices, ...plan.notices], tag};
    });
  },
};

/** Errors: 42704, 42710, 3F000, 0A000 while the text of something has the name. */
export const alterCollation: StatementHandler<AlterCollation> = {
  run({name, change}, session) {
    const tag = 'ALTER COLLATION';
    return editCatalog(session, tag, fork => {
      const found = collationNamed(fork, name.parts, session.settings.searchPath);
      if (!found) throw missing(name);
      if (change.type === 'refresh') {
        return {
          specs: new Map(),
          notices: [{severity: 'NOTICE', code: '00000', message: 'version has not changed'}],
          tag,
        };
      }
      const object = mustBeMade(fork, found.oid, 'alter', found.name);
      fork.replace(changed(fork, object, change, session));
      return {specs: new Map(), notices: [], tag};
    });
  },
};

function changed(
  catalog: Catalog,
  object: CollationObject,
  change: Exclude<AlterCollation['change'], {readonly type: 'refresh'}>,
  session: SqlSession,
): CollationObject {
  switch (change.type) {
    case 'rename':
      refuseTexts(catalog, object, 'ALTER COLLATION … RENAME');
      refuseTaken(catalog, object.schema, change.to);
      return {...object, name: change.to};
    case 'schema':
      if (!catalog.schema(change.schema)) throw schemaMissing(change.schema);
      if (change.schema === object.schema) return object;
      refuseTexts(catalog, object, 'ALTER COLLATION … SET SCHEMA');
      refuseTaken(catalog, change.schema, object.name);
      return {...object, schema: change.schema};
    case 'owner': {
      const isOwn = ['current_user', 'session_user', 'current_role'].includes(change.role);
      const owner = isOwn ? session.user : change.role;
      if (!catalog.role(owner)) throw new SqlError('42704', `role "${owner}" does not exist`);
      return {...object, owner};
    }
  }
}

function isTaken(catalog: Catalog, schema: string, name: string): boolean {
  return catalog.ofKind('collation').some(other => other.schema === schema && other.name === name);
}

/** Errors: 42710. */
function refuseTaken(catalog: Catalog, schema: string, name: string): void {
  if (isTaken(catalog, schema, name)) {
    throw new SqlError('42710', `collation "${name}" already exists in schema "${schema}"`);
  }
}

/** Views name it in their texts, which are bound again whenever they are used. Errors: 0A000. */
function refuseTexts(catalog: Catalog, {oid, name}: CollationObject, what: string): void {
  const [user] = catalog.dependents(oid).filter(({kind}) => kind !== 'table' && kind !== 'domain');
  if (user)
    throw new SqlError('0A000', `${what} is not supported while ${user.kind} "${user.name}" uses collation "${name}"`);
}

/** Errors: 42501 one that is there from the beginning. */
function mustBeMade(catalog: Catalog, oid: number, verb: 'drop' | 'alter', name: string): CollationObject {
  const object = collationObject(catalog, oid);
  if (object) return object;
  if (verb === 'drop') {
    throw new SqlError('2BP01', `cannot drop collation ${name} because it is required by the database system`);
  }
  throw new SqlError('42501', `must be owner of collation ${name}`);
}

function missing({parts}: QualifiedName): SqlError {
  return new SqlError('42704', `collation "${parts.join('.')}" for encoding "UTF8" does not exist`);
}
