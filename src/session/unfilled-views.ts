import type {MaterializedViewObject} from '../catalog/object.ts';
import {totalWeight} from '../dataflow/weights.ts';
import type {ObjectId} from '../plan/rel.ts';
import {printPath} from '../sql/print/identifier.ts';
import type {SqlSession} from './session.ts';
import {planQueryText} from './statements/planned.ts';

// Materialized views that the transaction under way has made: until it commits they are their queries.

/**
 * How many rows the view is going to have, as of now, rows that fail left out. So what cannot be filled is found while the
 * transaction can still be taken back. 0 for one over a source, whose history is read only once. Errors: 54000, 53200.
 */
export async function countUnfilled(session: SqlSession, view: ObjectId): Promise<bigint> {
  const {schema, name} = session.catalog.byOid(view) as MaterializedViewObject;
  const {plan} = planQueryText(session, `SELECT * FROM ${printPath([schema, name])}`);
  if (plan!.inputs.some(oid => session.spec(oid)?.kind === 'source')) return 0n;
  const query = session.database.engine.query({
    plan: plan!,
    facts: session.facts,
    transaction: session.transaction.forReading(),
    trial: true,
  });
  let count = 0n;
  await session.waitFor(query, async () => {
    try {
      for (let batch = await query.next(); batch; batch = await query.next()) {
        count += totalWeight(batch);
        batch.release();
      }
    } finally {
      await query.close();
    }
  });
  return count;
}

/** What has been written since may have made a recursion endless. Errors: 54000. */
export async function tryRecursive(session: SqlSession, views: readonly ObjectId[]): Promise<void> {
  for (const view of views) {
    const spec = session.spec(view);
    if (spec?.kind !== 'view' || !spec.plan.nodes.some(({node}) => node === 'recursive')) continue;
    await countUnfilled(session, view);
  }
}
