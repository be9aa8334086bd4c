import type {MaterializedViewObject, ViewObject} from './object.ts';
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
