import {planDropOf} from '../catalog/drop.ts';
import type {TableObject} from '../catalog/object.ts';
import {isTemporary, ownTemporarySchema} from '../catalog/temporary.ts';
import type {ObjectId} from '../plan/rel.ts';
import {SqlError} from '../types/sql-error.ts';
import type {CatalogEdit} from './ddl.ts';
import type {SqlSession} from './session.ts';
import {planQueryText} from './statements/planned.ts';
import {tableText} from './statements/table-rows.ts';
import {tableSpec} from './table-spec.ts';

// ON COMMIT of the session's temporary tables.

/** The statement must be part of a transaction, for something happens to one of the tables at its end. */
export function endsWithCommit(session: SqlSession, tables: readonly ObjectId[]): boolean {
  return tables.some(oid => {
    const table = session.catalog.byOid(oid);
    return table?.kind === 'table' && isTemporary(table) && table.onCommit !== undefined;
  });
}

/** All that is written is temporary: a transaction that only reads may do it. */
export function writeTemporary(session: SqlSession, tables: readonly ObjectId[]): boolean {
  return (
    tables.length > 0 &&
    tables.every(oid => {
      const table = session.catalog.byOid(oid);
      return table?.kind === 'table' && isTemporary(table);
    })
  );
}

/** As `endsWithCommit`, of a statement that changes the catalog. */
export function hasEnding(session: SqlSession): boolean {
  return tablesOf(session).length > 0;
}

/** The last work of a transaction that has written. Errors: 0A000 a table that keeps its rows references one that does not. */
export async function atCommit(session: SqlSession): Promise<void> {
  const tables = tablesOf(session);
  const dropped = tables.filter(({onCommit}) => onCommit === 'drop');
  if (dropped.length > 0) {
    await session.transaction.edit((fork): CatalogEdit => {
      const plan = planDropOf(fork, dropped, true, session.settings.searchPath);
      fork.remove(plan.objects.map(({oid}) => oid));
      for (const changed of [...plan.changed, ...plan.others]) fork.replace(changed);
      const specs = new Map(plan.changed.map(table => [table.oid, tableSpec(table)]));
      return {specs, notices: [], tag: ''};
    }, false);
  }
  const emptied = tables.filter(({onCommit}) => onCommit === 'delete rows');
  if (emptied.length > 0) await empty(session, emptied);
}

function tablesOf({catalog, settings}: SqlSession): readonly TableObject[] {
  const own = ownTemporarySchema(settings.searchPath);
  if (own === null || !catalog.schema(own)) return [];
  return catalog.ofKind('table').filter(({schema, onCommit}) => schema === own && onCommit !== undefined);
}

async function empty(session: SqlSession, tables: readonly TableObject[]): Promise<void> {
  refuseReferencing(session, tables);
  const [first, ...others] = tables.map(table => planQueryText(session, `DELETE FROM ${tableText(table)}`));
  const steps = [first, ...others].flatMap(({steps: own}) => own.map(step => ({...step, truncates: true})));
  await session.runner.write(steps, null, session.transaction.forWriting());
}

function refuseReferencing({catalog}: SqlSession, tables: readonly TableObject[]): void {
  const emptied = new Set(tables.map(({oid}) => oid));
  for (const other of catalog.ofKind('table')) {
    const key = other.foreignKeys.find(({references}) => emptied.has(references));
    if (!key || emptied.has(other.oid)) continue;
    const target = tables.find(({oid}) => oid === key.references)!;
    throw new SqlError('0A000', 'unsupported ON COMMIT and foreign key combination', {
      detail: `Table "${other.name}" references "${target.name}", but they do not have the same ON COMMIT setting.`,
    });
  }
}
