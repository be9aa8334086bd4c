import type {Batch} from '../columnar/batch.ts';
import {batchFromRows} from '../columnar/builder.ts';
import type {Snapshot} from '../dataflow/arrangement/arrangement.ts';
import {outOfMemoryError} from '../dataflow/out-of-memory.ts';
import {QueryRun} from '../dataflow/query-run.ts';
import {type Memory, OutOfMemory} from '../kernels/memory.ts';
import {bindPlanParameters} from '../plan/bind-parameters.ts';
import type {PointLookup} from '../plan/point-lookup.ts';
import type {ObjectId} from '../plan/rel.ts';
import type {Datum} from '../types/datum.ts';
import type {Execution} from './api.ts';
import {QueryExecution, rowsAtHand, rowsResult} from './execution.ts';
import type {PlannedStatement} from './prepared.ts';
import type {SqlSession} from './session.ts';

/** The result of a read that needs no word to the engine; null: the engine has to be asked. Errors: the row's. */
export function readHere(session: SqlSession, planned: PlannedStatement, values: readonly Datum[]): Execution | null {
  if (planned.lookup) return readPoint(session, planned, planned.lookup, values);
  return planned.constant ? runHere(session, planned, values, new Map()) : null;
}

function readPoint(
  session: SqlSession,
  planned: PlannedStatement,
  lookup: PointLookup,
  values: readonly Datum[],
): Execution | null {
  const {engine} = session.database;
  const row = engine.peek(lookup, values);
  if (row === undefined) return null;
  if (lookup.columns) return rowsResult(planned.columns!, row ? [row] : []);
  return runHere(session, planned, values, new Map([[lookup.object, snapshotOf(engine.memory, lookup, row)]]));
}

function runHere(
  session: SqlSession,
  planned: PlannedStatement,
  values: readonly Datum[],
  snapshots: ReadonlyMap<ObjectId, Snapshot>,
): Execution {
  try {
    const plan = bindPlanParameters(planned.plan!, values);
    const {facts} = session;
    const environment = {now: facts.now, settings: facts.settings};
    const run = new QueryRun(session.database.engine.memory, plan, snapshots, {environment});
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
  } finally {
    run.close();
  }
}
