import {permissionDenied} from '../../catalog/rights-errors.ts';
import {mayOn} from '../../catalog/rights.ts';
import type {OperatorCounts} from '../../plan/operator-counts.ts';
import {explainText} from '../../planner/explain.ts';
import {explainTree} from '../../planner/explain/tree.ts';
import type {ExplainedView} from '../../sql/ast/index.ts';
import {SqlError} from '../../types/sql-error.ts';
import {readAll} from '../execution.ts';
import type {SqlSession} from '../session.ts';
import type {ExplainSettings} from './explain-options.ts';
import {planQueryText} from './planned.ts';

/** The operators that keep a materialized view; with ANALYZE, what they have done since the server began. Errors: 42P01, 42809. */
export async function explainView(
  session: SqlSession,
  {name}: ExplainedView,
  sql: string,
  settings: ExplainSettings,
): Promise<string[]> {
  const view = session.catalog.resolve(name.parts, session.settings.searchPath);
  const spec = session.spec(view.oid);
  if (spec?.kind !== 'view') {
    throw new SqlError('42809', `"${view.name}" is not a materialized view`, {
      position: [...sql.slice(0, name.span.start)].length + 1,
    });
  }
  // The plan tells what the view's query is, row counts what is in it.
  if (!mayOn(session.catalog, view, session.currentRole, 'r')) throw permissionDenied(view);
  const counts = settings.analyze ? await runningCounts(session, view.oid) : null;
  const root = explainTree({plan: spec.plan, counts}, settings);
  return explainText({root, planningMs: null, executionMs: null}, settings);
}

async function runningCounts(session: SqlSession, oid: number): Promise<OperatorCounts[]> {
  const name = session.catalog.displayName(session.catalog.relation(oid), session.settings.searchPath);
  const text = `SELECT operator, rows_in, rows_out, nanoseconds, state_bytes FROM millrace.operators
    WHERE object = '${name.replaceAll("'", "''")}'`;
  const rows = await readAll(await session.runPlanned(planQueryText(session, text), []));
  const counts: OperatorCounts[] = [];
  for (const [index, rowsIn, rowsOut, nanoseconds, stateBytes] of rows.map(row => row.map(Number))) {
    counts[index] = {index, rowsIn, rowsOut, nanoseconds, stateBytes};
  }
  return counts;
}
