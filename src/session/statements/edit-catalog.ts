import {existsNotice} from '../../catalog/name-errors.ts';
import {withDefaultPrivileges} from '../../catalog/default-privileges.ts';
import type {Persistence, QualifiedName} from '../../sql/ast/index.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {Execution} from '../api.ts';
import type {CatalogEdit, CatalogEditor} from '../ddl.ts';
import {command} from '../execution.ts';
import {fill} from '../filling.ts';
import type {SqlSession} from '../session.ts';
import {endImplicit} from '../transaction-ends.ts';
import {readOnlyTransaction} from '../transaction.ts';
import {checkTypeUsage} from './type-usage.ts';

/** Statements that start something which a transaction cannot take back. */
const ALONE = new Set(['CREATE SOURCE', 'CREATE SINK']);

/**
 * Runs a statement that changes the catalog. Within a transaction that alone sees it until it commits; else it is durable
 * and in force when this resolves, views filled, or gone again if that fails. Errors: 25001 for what cannot be part of a
 * transaction block; 57014 when it is cancelled while a view is being filled, which goes on in the background.
 */
export async function editCatalog(session: SqlSession, what: string, edit: CatalogEditor): Promise<Execution> {
  const {transaction} = session;
  if (transaction.isReadOnly) throw readOnlyTransaction(what);
  if (ALONE.has(what)) {
    if (transaction.isExplicit) throw new SqlError('25001', `${what} cannot run inside a transaction block`);
    // What came before it in one query string is committed first.
    await endImplicit(session);
  }
  const within = transaction.isOpen;
  const before = new Set<number>();
  const editing: CatalogEditor = fork => {
    before.clear();
    const there = session.catalog;
    const result = edit(fork);
    withDefaultPrivileges(there, fork);
    checkTypeUsage(session, there, fork);
    for (const oid of result.specs.keys()) if (!within && session.spec(oid)) before.add(oid);
    return result;
  };
  const {notices, specs, tag} = within
    ? await transaction.edit(editing)
    : await session.database.editCatalog(editing, session.lockObjects.bind(session), transaction.mayRunAgain);
  for (const {severity, code, message, detail} of notices) session.notice(severity, code, message, detail);
  // What a transaction makes is filled when it commits.
  const started = [...specs].filter(
    ([oid, spec]) => (spec?.kind === 'view' || spec?.kind === 'sink') && !before.has(oid),
  );
  if (!within && started.length > 0)
    await fill(
      session,
      started.map(([oid]) => oid),
    );
  return command(tag);
}

/** What CREATE … IF NOT EXISTS does when the name is taken; null when it is free. */
export function alreadyThere(
  session: SqlSession,
  fork: Parameters<CatalogEditor>[0],
  statement: {readonly name: QualifiedName; readonly ifNotExists: boolean; readonly persistence?: Persistence},
  tag: string,
): CatalogEdit | null {
  const {name, ifNotExists, persistence} = statement;
  if (!ifNotExists) return null;
  const target = fork.creationTarget(name.parts, session.settings.searchPath, persistence === 'temporary');
  const found = fork.inSchema(target.schema, target.name);
  if (!found || found.kind === 'system') return null;
  return {specs: new Map(), notices: [existsNotice(found)], tag};
}
