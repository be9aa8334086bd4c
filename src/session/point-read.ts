import type {Batch} from '../columnar/batch.ts';
import {batchFromRows} from '../columnar/builder.ts';
import type {Snapshot} from '../dataflow/arrangement/arrangement.ts';
import {outOfMemoryError} from '../dataflow/out-of-memory.ts';
import {QueryRun} from '../dataflow/query-run.ts';
import {type Memory, OutOfMemory} from '../kernels/memory.ts';
import {bindPlanParameters} from '../plan/bind-parameters.ts';
import type {PointLookup} from '../plan/point-lookup.ts';
import type {Datum} from '../types/datum.ts';
import type {Execution} from './api.ts';
import {QueryExecution, rowsAtHand, rowsResult} from './execution.ts';
import type {PlannedStatement} from './prepared.ts';
import type {SqlSession} from './session.ts';

/** The result of a lookup that needs no word to the engine; null: the engine has to be asked. Errors: the row's. */
export function readPoint(session: SqlSession, planned: PlannedStatement, values: readonly Datum[]): Execution | null {
  const {database} = session;
  const {memory} = database.engine;
  const lookup = planned.lookup!;
  const row = database.engine.peek(lookup, values);
  if (row === undefined) return null;
  if (lookup.columns) return rowsResult(planned.columns!, row ? [row] : []);
  try {
    const plan = bindPlanParameters(planned.plan!, values);
    const {facts} = session;
    const environment = {now: facts.now, settings: facts.settings};
    const run = new QueryRun(memory, plan, new Map([[lookup.object, snapshotOf(memory, lookup, row)]]), {environment});
    return new QueryExecution(planned.columns!, rowsAtHand(rowsOf(run)), work => work());
  } catch (error) {
    throw error instanceof OutOfMemory ? outOfMemoryError(error) : error;
  }
}

function snapshotOf(memory: Memory, {schema}: PointLookup, row: readonly Datum[] | null): Snapshot {
  const batches = row ? [batchFromRows(memory, schema, [row])] : [];
  return {schema, batches, rows: batches.length, release: () => batches.forEach(batch => batch.release())};
}

function rowsOf(run: QueryRun): Batch[] {
  const batches: Batch[] = [];
  try {
    for (let next = run.next(Infinity); next !== null; next = run.next(Infinity)) {
      if (next !== 'more') batches.push(next);
    }
    return batches;
  } catch (error) {
    for (const batch of batches) batch.release();
    throw error;
  }
}
