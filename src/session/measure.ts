import type {OperatorCounts} from '../plan/operator-counts.ts';
import type {EngineQuery, WriteCounts} from './engine.ts';

/** Filled in while a statement runs whose operators are to be looked at: EXPLAIN ANALYZE. */
export type Measure = {
  query?: EngineQuery;
  write?: {readonly affected: number; readonly counts: WriteCounts};
};

/** Of the plan whose rows the client sees, once these have come to their end. */
export async function resultCounts({query, write}: Measure): Promise<readonly OperatorCounts[]> {
  if (query) return query.counts();
  const {steps, result} = write?.counts ?? {steps: [], result: []};
  // CREATE TABLE AS: the rows of the query are those of its one step.
  return result.length > 0 ? result : (steps.at(-1) ?? []);
}
