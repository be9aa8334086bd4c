import type {ObjectId} from '../plan/rel.ts';
import {SqlError} from '../types/sql-error.ts';
import type {SqlSession} from './session.ts';
import {abandonable} from './statement-guard.ts';

/** New views and sinks: they are filled, or are no more. Errors: what made one of them fail. */
export async function fill(session: SqlSession, oids: readonly ObjectId[]): Promise<void> {
  try {
    await untilPopulated(session, oids);
  } catch (error) {
    // Who has cancelled does not wait any longer, and that is all.
    if (!(error instanceof SqlError) || error.code === '57014') throw error;
    await session.database.editCatalog(fork => {
      const failed = oids.filter(oid => fork.byOid(oid) && fork.dependents(oid).length === 0);
      fork.remove(failed);
      return {specs: new Map(), notices: [], tag: ''};
    });
    throw error;
  }
}

/** Waits until new views are filled; the statement may be cancelled, and they go on being filled. How many rows they have. */
export async function untilPopulated(session: SqlSession, oids: readonly ObjectId[]): Promise<bigint> {
  const {work, result} = abandonable(session.database.engine.populated(oids));
  return session.waitFor(work, () => result);
}
