import {owns} from '../../catalog/rights.ts';
import {readAll} from '../execution.ts';
import type {SqlSession} from '../session.ts';

/** Rows of each relation, and how many have been changed since the server began. */
const COUNTS = `SELECT relid, n_live_tup, n_tup_ins + n_tup_upd + n_tup_del FROM pg_catalog.pg_stat_user_tables`;

/**
 * Notes for pg_class.reltuples and pg_stat_all_tables what ANALYZE or VACUUM finds; null: all that the role may do it to. What
 * cannot be done is told of, and left out.
 */
export async function noteMaintenance(
  session: SqlSession,
  what: readonly ('analyze' | 'vacuum')[],
  named: readonly {readonly oid: number; readonly name: string; readonly kind: string}[] | null,
): Promise<void> {
  const {catalog, database} = session;
  const chosen = new Set<number>();
  for (const {oid, name, kind} of named ?? catalog.all()) {
    const object = catalog.byOid(oid);
    // Who is not the owner has been told so (statement-rights.ts).
    if (
      !object ||
      object.kind === 'schema' ||
      (object.kind !== 'system' && !owns(catalog, object, session.currentRole))
    )
      continue;
    if (kind === 'table' || kind === 'materialized view') chosen.add(oid);
    else if (named) {
      const reason = `cannot ${what[0]} non-tables or special system tables`;
      session.notice('WARNING', '01000', `skipping "${name}" --- ${reason}`);
    }
  }
  if (chosen.size === 0) return;
  const [counting] = await session.statements.read(COUNTS, []);
  const rows = await readAll(await session.runner.runPlanned(session.statements.plan(counting)!, []));
  for (const [relid, live, changed] of rows) {
    const relation = Number(relid);
    if (!chosen.has(relation)) continue;
    for (const each of what) database.statistics.maintain(relation, each, Number(live), Number(changed));
  }
}
