import {existsNotice} from '../../catalog/catalog.ts';
import type {QualifiedName} from '../../sql/ast/index.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {Execution} from '../api.ts';
import type {CatalogEdit, CatalogEditor} from '../ddl.ts';
import {command} from '../execution.ts';
import {readOnlyTransaction, type SqlSession} from '../session.ts';

/**
 * Runs a statement that changes the catalog: durable and in force when it resolves, views filled. Statements before it in
 * an implicit transaction are committed first. Errors: 25001 within a transaction block; 57014 when it is cancelled while
 * a view is being filled, which goes on in the background.
 */
export async function editCatalog(session: SqlSession, what: string, edit: CatalogEditor): Promise<Execution> {
  if (session.transaction.isReadOnly) throw readOnlyTransaction(what);
  if (session.transaction.isExplicit) {
    throw new SqlError('25001', `${what} cannot run inside a transaction block`);
  }
  await session.endImplicit();
  const {notices, specs, tag} = await session.database.editCatalog(edit);
  for (const {severity, code, message, detail} of notices) session.notice(severity, code, message, detail);
  const filled = [...specs].filter(([, {kind}]) => kind === 'view' || kind === 'sink').map(([oid]) => oid);
  if (filled.length > 0) await session.untilPopulated(filled);
  return command(tag);
}

/** What CREATE … IF NOT EXISTS does when the name is taken; null when it is free. */
export function alreadyThere(
  session: SqlSession,
  fork: Parameters<CatalogEditor>[0],
  name: QualifiedName,
  ifNotExists: boolean,
  tag: string,
): CatalogEdit | null {
  if (!ifNotExists) return null;
  const target = fork.creationTarget(name.parts, session.settings.searchPath);
  const found = fork.inSchema(target.schema, target.name);
  if (!found || found.kind === 'system') return null;
  return {specs: new Map(), notices: [existsNotice(found)], tag};
}
