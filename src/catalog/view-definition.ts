import {quoteIdentifier} from '../expr/text/quote.ts';
import type {MaterializedViewObject, ViewObject} from './object.ts';
import {viewOfRule} from './system/derived-oids.ts';
import type {SystemSnapshot} from './system/snapshot.ts';

/** As pg_get_viewdef prints it. */
export function viewDefinition(
  {catalog, session, printer}: SystemSnapshot,
  view: ViewObject | MaterializedViewObject,
  pretty = false,
  wrap = 0,
): string {
  const printed = printer?.view(view, {catalog, searchPath: session.searchPath, pretty, wrap});
  return `${printed ?? ` ${view.query}`};`;
}

/** pg_get_ruledef. */
export function ruleText(snapshot: SystemSnapshot, rule: bigint, pretty: boolean): string | null {
  const object = snapshot.catalog.byOid(viewOfRule(rule));
  if (object?.kind !== 'view' && object?.kind !== 'materialized view') return null;
  const {catalog, session} = snapshot;
  const own = quoteIdentifier(object.name);
  const name =
    pretty && catalog.isVisible(object, session.searchPath) ? own : `${quoteIdentifier(object.schema)}.${own}`;
  return `CREATE RULE "_RETURN" AS\n    ON SELECT TO ${name} DO INSTEAD ${viewDefinition(snapshot, object, pretty, 0)}`;
}
