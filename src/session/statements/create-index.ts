import {nextGeneration} from '../../catalog/alter-table.ts';
import type {IndexedRelation, TableIndex} from '../../catalog/constraints.ts';
import type {CatalogColumn, MaterializedViewObject, TableObject} from '../../catalog/object.ts';
import {refuseAroundMasks} from './masking.ts';
import {isType} from '../../catalog/object.ts';
import type {CreateIndex} from '../../sql/ast/index.ts';
import {bindCreateIndex} from '../../sql/bind/index.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {CatalogEdit} from '../ddl.ts';
import {command} from '../execution.ts';
import type {SqlSession} from '../session.ts';
import {readOnlyTransaction} from '../transaction.ts';
import {currentTable, demand} from './alteration.ts';
import {tellOfIndex} from './debug-notices.ts';
import type {StatementHandler} from './handler.ts';
import {definingOptions} from './planned.ts';
import {checkUnique, runText, tableText} from './table-rows.ts';

/** CREATE INDEX: the rows that are there must fit a unique one. Errors: 23505, 25001, 42809, and those of the binder. */
export const createIndex: StatementHandler<CreateIndex> = {
  async run(statement, session, sql) {
    const {transaction, catalog, settings} = session;
    if (transaction.isReadOnly) throw readOnlyTransaction('CREATE INDEX');
    if (statement.concurrently) transaction.mustStandAlone('CREATE INDEX CONCURRENTLY');
    const relation = relationToIndex(session, statement.table.parts);
    const {name, ifNotExists} = statement;
    if (ifNotExists && (catalog.indexInSchema(relation.schema, name!) ?? catalog.inSchema(relation.schema, name!))) {
      session.notice('NOTICE', '42P07', `relation "${name}" already exists, skipping`);
      return command('CREATE INDEX');
    }
    refuseAroundMasks(catalog, relation, session);
    const bound = (of: IndexedRelation, fork = catalog) =>
      bindCreateIndex(statement, of, {
        ...definingOptions(session, sql),
        catalog: fork,
        searchPath: settings.searchPath,
      });
    await session.atomically(() => {
      if (relation.kind === 'materialized view') return indexView(session, relation, bound);
      return indexTable(session, relation, bound);
    });
    return command('CREATE INDEX');
  },
};

type Bound = (relation: IndexedRelation, catalog?: SqlSession['catalog']) => ReturnType<typeof bindCreateIndex>;

async function indexTable(session: SqlSession, {oid}: TableObject, bound: Bound): Promise<void> {
  let hidden: readonly CatalogColumn[] = [];
  let index: TableIndex | null = null;
  const to = {session, sql: '', oid};
  const edit = (table: TableObject, fork: SqlSession['catalog']): TableObject => {
    const made = bound(table, fork);
    ({hidden, index} = made);
    const columns = [...table.columns, ...hidden];
    const indexed = {...table, columns, indexes: [...table.indexes, made.index]};
    return made.index.unique ? nextGeneration(indexed) : indexed;
  };
  await demand(to, edit, async () => {
    if (hidden.length === 0) return;
    const assignments = hidden.map(({name}) => `"${name}" = DEFAULT`);
    await runText(session, `UPDATE ${tableText(currentTable(to))} SET ${assignments.join(', ')}`);
  });
  if (index) tellOfIndex(session, currentTable(to), index);
}

/** What a unique index asks of a view's rows is seen to now, and not again: the view is what its query gives. */
async function indexView(session: SqlSession, {oid}: MaterializedViewObject, bound: Bound): Promise<void> {
  await session.transaction.edit((fork): CatalogEdit => {
    const view = fork.byOid(oid) as MaterializedViewObject;
    fork.replace({...view, indexes: [...(view.indexes ?? []), bound(view, fork).index]});
    return {specs: new Map(), notices: [], tag: ''};
  });
  const view = session.catalog.byOid(oid) as MaterializedViewObject;
  const index = view.indexes!.at(-1)!;
  tellOfIndex(session, view, index);
  if (index.unique && !view.unpopulated) await checkUnique(session, view, index);
}

/** Errors: 42P01, 42809, 42501. */
function relationToIndex(session: SqlSession, parts: readonly string[]): IndexedRelation {
  const {catalog, settings} = session;
  const found = catalog.find(parts, settings.searchPath);
  if (found?.kind === 'table' || found?.kind === 'materialized view') {
    const spec = session.spec(found.oid);
    if (spec?.kind !== 'table' || spec.deadLettersOf === undefined) return found;
    throw new SqlError('42809', `cannot change dead-letter table "${found.name}"`);
  }
  if (found?.kind === 'system') throw new SqlError('42501', `permission denied: "${found.name}" is a system catalog`);
  if (found && !isType(found)) {
    const kinds = {view: 'views', sequence: 'sequences', source: 'sources', sink: 'sinks'} as const;
    const kind = found.kind as keyof typeof kinds;
    throw new SqlError('42809', `cannot create index on relation "${found.name}"`, {
      detail: `This operation is not supported for ${kinds[kind]}.`,
    });
  }
  return catalog.resolve(parts, settings.searchPath) as IndexedRelation;
}
