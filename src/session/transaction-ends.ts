import type {ObjectId} from '../plan/rel.ts';
import {SqlError} from '../types/sql-error.ts';
import {withoutSecrets} from './error-detail.ts';
import {fill, untilPopulated} from './filling.ts';
import {atCommit} from './on-commit.ts';
import {descriptorsOf} from './large-objects/descriptors.ts';
import type {SqlSession} from './session.ts';
import {tryRecursive} from './unfilled-views.ts';

const MAX_TRIES = 20;

/** COMMIT; false if the transaction had failed and was rolled back instead. */
export async function commit(session: SqlSession): Promise<boolean> {
  const {transaction, cursors, notifications} = session;
  let committed = false;
  const views = transaction.ddl?.views.filter(oid => session.isUnfilled(oid)) ?? [];
  const made = views.filter(oid => session.database.spec(oid) === null);
  try {
    if (session.transactionStatus !== 'E') {
      await cursors.beforeCommit();
      if (transaction.hasWritten) await settle(session, views);
    }
    committed = await transaction.commit().catch((error: unknown) => {
      throw withoutSecrets(error, session.catalog, session.currentRole);
    });
  } finally {
    await cursors.afterTransaction(committed);
  }
  if (committed) passOn(session);
  else notifications.rollback();
  if (committed && made.length > 0) await fill(session, made);
  if (committed && views.length > made.length) await untilPopulated(session, views);
  return committed;
}

/** What cannot be done at its end is the end of the transaction. */
async function settle(session: SqlSession, views: readonly ObjectId[]): Promise<void> {
  try {
    await atCommit(session);
    await tryRecursive(session, views);
  } catch (error) {
    await session.transaction.rollback();
    throw error;
  }
}

export async function rollback({notifications, cursors, transaction}: SqlSession): Promise<void> {
  notifications.rollback();
  await cursors.afterTransaction(false);
  await transaction.rollback();
}

/** A statement has failed: what was no block is over, a block waits for its end. */
export async function failTransaction({transaction, notifications, cursors}: SqlSession): Promise<void> {
  if (!transaction.isExplicit) {
    notifications.rollback();
    await cursors.afterTransaction(false);
  }
  await transaction.fail();
}

/** Ends what was no block of its own. */
export async function endImplicit(session: SqlSession): Promise<void> {
  const {isOpen, isExplicit} = session.transaction;
  session.transaction.endAlone();
  if (isOpen && !isExplicit) await commit(session);
}

/** All that `work` does stands or falls together: with the transaction under way, or as one of its own. */
export async function atomically<T>(session: SqlSession, work: () => Promise<T>): Promise<T> {
  if (session.transaction.isOpen) return work();
  for (let tries = 1; ; tries++) {
    session.transaction.beginImplicit();
    try {
      const result = await work();
      await endImplicit(session);
      return result;
    } catch (error) {
      await failTransaction(session);
      // Somebody else has written in between, as READ COMMITTED lets them.
      if (!(error instanceof SqlError) || error.code !== '40001' || tries === MAX_TRIES) throw error;
    }
  }
}

/** A savepoint: what it gives takes back what the session has done since. */
export function mark(session: SqlSession): () => Promise<void> {
  const cursors = session.cursors.mark();
  const notifications = session.notifications.mark();
  const largeObjects = descriptorsOf(session).mark();
  return async () => {
    notifications();
    largeObjects();
    await cursors();
  };
}

/** What the transaction that has committed said, to all who listen. */
export function passOn({notifications, database}: SqlSession): void {
  for (const notification of notifications.commit()) database.notify(notification);
}
