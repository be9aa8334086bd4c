import type {Rel} from '../../plan/rel.ts';
import type {SqlSession} from '../session.ts';
import {planOnce} from './planned.ts';

/** Whether there is any row of `rel` now. */
export async function anyRow(session: SqlSession, rel: Rel): Promise<boolean> {
  const query = session.database.engine.query({plan: planOnce(session, rel), facts: session.facts, transaction: null});
  try {
    for (;;) {
      const batch = await query.next();
      if (batch === null) return false;
      const found = batch.selected > 0;
      batch.release();
      if (found) return true;
    }
  } finally {
    await query.close();
  }
}
