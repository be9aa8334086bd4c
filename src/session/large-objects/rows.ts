import {parseStatements} from '../../sql/parse/index.ts';
import type {Datum} from '../../types/datum.ts';
import {readAll} from '../execution.ts';
import type {PlannedStatement} from '../prepared.ts';
import type {SqlSession} from '../session.ts';
import {planStatement} from '../statements/planned.ts';

type Row = readonly Datum[];

/** Plans of the statements below, by session and text; each good for one version of the catalog. */
const plans = new WeakMap<SqlSession, Map<string, PlannedStatement>>();

/** Runs a statement of ours over the tables of large objects, whatever the user may do with them; its rows. */
export async function rowsOf(session: SqlSession, sql: string, values: Row): Promise<readonly Row[]> {
  return readAll(await session.runPlanned(planOf(session, sql), values));
}

function planOf(session: SqlSession, sql: string): PlannedStatement {
  const own = plans.get(session) ?? new Map<string, PlannedStatement>();
  plans.set(session, own);
  const known = own.get(sql);
  if (known?.catalogVersion === session.catalogVersion) return known;
  const planned = planStatement(session, parseStatements(sql)[0], sql, [], 'server');
  own.set(sql, planned);
  return planned;
}
