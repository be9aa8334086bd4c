import type {Catalog} from '../../catalog/catalog.ts';
import type {MaterializedViewObject, ObjectId, ViewObject} from '../../catalog/object.ts';
import {BindContext} from '../bind/context.ts';
import {Recorder} from '../bind/recorder.ts';
import {bindViewStatement, queryOf} from '../bind/relation.ts';
import {NamedColumns} from './named-columns.ts';

/** Attribute numbers of the columns that a view's query names, by relation; of those that it only reads from, none. */
export function columnsNamed(
  view: ViewObject | MaterializedViewObject,
  catalog: Catalog,
): ReadonlyMap<ObjectId, ReadonlySet<number>> {
  const named = new NamedColumns(true);
  try {
    const ctx = new BindContext({catalog, searchPath: view.searchPath, text: view.query, trusted: true});
    ctx.definesOnly = true;
    const recorder = new Recorder();
    bindViewStatement(ctx, view, queryOf(view), recorder);
    named.recorded(recorder);
    for (const {columns} of recorder.rows.values()) for (const column of columns) named.column(column);
  } catch {
    // What one view has must not hide the rest of the catalog.
  }
  return named.byRelation;
}
