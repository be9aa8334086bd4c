import {nextGeneration, withRenamedConstraint} from '../../catalog/alter-table.ts';
import {type IndexedRelation, indexesOf, type TableIndex, withIndexes} from '../../catalog/constraints.ts';
import {indexNamed} from '../../catalog/index-named.ts';
import type {Alter, QualifiedName, Rename} from '../../sql/ast/index.ts';
import {checkTablespace, indexParameters, parameterNamed} from '../../sql/bind/index.ts';
import {notSupported, SqlError} from '../../types/sql-error.ts';
import type {Execution} from '../api.ts';
import type {CatalogEdit} from '../ddl.ts';
import type {ObjectSpec} from '../engine.ts';
import {command} from '../execution.ts';
import type {SqlSession} from '../session.ts';
import {tableSpec} from '../table-spec.ts';
import {renameTable} from './alter-table.ts';
import {editCatalog} from './edit-catalog.ts';

type Target = {readonly name: QualifiedName; readonly ifExists: boolean};

/** ALTER INDEX … RENAME, which may as well name a table, as in Postgres. Errors: 42P01, 42P07. */
export async function renameIndex(statement: Rename, session: SqlSession): Promise<Execution> {
  if (!indexOf(session, statement) && isTable(session, statement)) {
    await renameTable(statement, session);
    return command('ALTER INDEX');
  }
  return changing(statement, session, (relation, index, fork) => {
    const {to} = statement;
    if (fork.inSchema(relation.schema, to) ?? fork.indexInSchema(relation.schema, to)) {
      throw new SqlError('42P07', `relation "${to}" already exists`);
    }
    // The constraint of a key has its index's name.
    if (index.constraint && relation.kind === 'table') return withRenamedConstraint(relation, index.name, to);
    return withIndex(relation, {...index, name: to});
  });
}

/** SET (…), RESET (…), SET TABLESPACE, ALTER COLUMN … SET STATISTICS, OWNER TO. Errors: 42P01, 22023, 42704, 42809. */
export function alterIndex(statement: Alter, session: SqlSession): Promise<Execution> {
  return changing(statement, session, (relation, index) => {
    let changed = index;
    for (const action of statement.actions) {
      if (action.action === 'set_options') {
        const set = indexParameters(index.method, action.options);
        const names = action.options.map(({name}) => name);
        changed = {...changed, parameters: [...without(changed, names), ...set]};
      } else if (action.action === 'reset_options') {
        for (const {name} of action.options) parameterNamed(index.method, name);
        changed = {
          ...changed,
          parameters: without(
            changed,
            action.options.map(({name}) => name),
          ),
        };
      } else if (action.action === 'set_tablespace') checkTablespace(action.tablespace);
      else if (action.action !== 'set_index_statistics' && action.action !== 'owner_to') {
        throw notSupported(`ALTER INDEX … ${action.action.replaceAll('_', ' ').toUpperCase()}`);
      }
    }
    return withIndex(relation, changed);
  });
}

function without({parameters = []}: TableIndex, names: readonly string[]): string[] {
  return parameters.filter(parameter => !names.includes(parameter.split('=')[0]));
}

function indexOf(session: SqlSession, {name}: Target) {
  return indexNamed(session.catalog, name.parts, session.settings.searchPath);
}

function isTable(session: SqlSession, {name}: Target): boolean {
  return session.catalog.find(name.parts, session.settings.searchPath)?.kind === 'table';
}

function withIndex(relation: IndexedRelation, index: TableIndex): IndexedRelation {
  const changed = withIndexes(
    relation,
    indexesOf(relation).map(each => (each.oid === index.oid ? index : each)),
  );
  return changed.kind === 'table' && index.unique ? nextGeneration(changed) : changed;
}

async function changing(
  target: Target,
  session: SqlSession,
  change: (relation: IndexedRelation, index: TableIndex, fork: SqlSession['catalog']) => IndexedRelation,
): Promise<Execution> {
  const {parts} = target.name;
  return editCatalog(session, 'ALTER INDEX', (fork): CatalogEdit => {
    const nothing = {specs: new Map<number, ObjectSpec>(), notices: [], tag: 'ALTER INDEX'};
    const {searchPath} = session.settings;
    const found = indexNamed(fork, parts, searchPath);
    if (!found) {
      const other = fork.find(parts, searchPath);
      if (other && other.kind !== 'schema') throw new SqlError('42809', `"${other.name}" is not an index`);
      const missing = new SqlError('42P01', `relation "${parts.join('.')}" does not exist`);
      if (!target.ifExists) throw missing;
      return {...nothing, notices: [{severity: 'NOTICE', code: '00000', message: `${missing.message}, skipping`}]};
    }
    const changed = change(found.table, found.index, fork);
    fork.replace(changed);
    return changed.kind === 'table' ? {...nothing, specs: new Map([[changed.oid, tableSpec(changed)]])} : nothing;
  });
}
