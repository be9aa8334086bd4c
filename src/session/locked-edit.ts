import {StillNeeded} from '../catalog/drop.ts';
import {locksToKeep} from './catalog-locks.ts';
import type {CatalogEditor} from './ddl.ts';
import type {DdlAttempt, DdlTransaction} from './ddl-transaction.ts';
import type {ObjectLock} from './engine.ts';
import type {SqlSession} from './session.ts';

/** Waits until the transaction has these locks. */
export type LockObjects = (transaction: number, locks: readonly ObjectLock[]) => Promise<void>;

/**
 * What a statement had read of the catalog is not so any more when it has got its locks, and it has changed nothing yet: it is to be
 * run again, from the beginning. Stays within the session.
 */
class CatalogMoved extends Error {}

/**
 * Makes the edit, asks for the locks on all that it turned out to be about, and if that is as it was takes the edit; else makes it
 * anew. So names and objects are known when they are locked, and nobody has to say beforehand what a statement will touch.
 * Errors: those of the edit, 40P01, 55P03, 57014, and if `again` CatalogMoved.
 */
export async function editLocked(
  ddl: DdlTransaction,
  edit: CatalogEditor,
  lock: (locks: readonly ObjectLock[]) => Promise<void>,
  again: boolean,
): Promise<DdlAttempt> {
  for (;;) {
    const before = ddl.catalog;
    const attempt = attempted(ddl, edit);
    if (attempt instanceof StillNeeded) {
      const {by} = attempt;
      // Somebody may be dropping these: then they are not in the way any more, or they stay.
      await lock(locksToKeep(by));
      if (by.every(({oid}) => ddl.catalog.byOid(oid) === before.byOid(oid))) throw attempt;
    } else {
      if (attempt.locks.length > 0) await lock(attempt.locks);
      if (ddl.isCurrent(attempt)) {
        ddl.accept(attempt);
        return attempt;
      }
    }
    if (again) throw new CatalogMoved();
  }
}

function attempted(ddl: DdlTransaction, edit: CatalogEditor): DdlAttempt | StillNeeded {
  try {
    return ddl.attempt(edit);
  } catch (error) {
    if (error instanceof StillNeeded) return error;
    throw error;
  }
}

/** Runs a statement, as often as it is told to run anew. */
export async function runAnew<T>({transaction}: SqlSession, run: () => T | Promise<T>): Promise<T> {
  for (;;) {
    transaction.mayRunAgain = true;
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof CatalogMoved)) throw error;
    } finally {
      transaction.mayRunAgain = false;
    }
  }
}
