import type {Catalog} from '../../catalog/catalog.ts';
import type {MaterializedViewObject, ObjectId, ViewObject} from '../../catalog/object.ts';
import {BindContext} from '../bind/context.ts';
import type {ScopeColumn} from '../bind/level.ts';
import {Recorder} from '../bind/recorder.ts';
import {bindViewStatement, queryOf} from '../bind/relation.ts';

/** Attribute numbers of the columns that a view's query names, by relation; of those that it only reads from, none. */
export function columnsNamed(
  view: ViewObject | MaterializedViewObject,
  catalog: Catalog,
): ReadonlyMap<ObjectId, ReadonlySet<number>> {
  const named = new Map<ObjectId, Set<number>>();
  const note = (oid: ObjectId): Set<number> => {
    const known = named.get(oid) ?? new Set();
    named.set(oid, known);
    return known;
  };
  const add = ({tableOid, attributeNumber}: ScopeColumn): void => {
    if (tableOid > 0 && attributeNumber !== 0) note(tableOid).add(attributeNumber);
  };
  try {
    const ctx = new BindContext({catalog, searchPath: view.searchPath, text: view.query, trusted: true});
    ctx.definesOnly = true;
    const recorder = new Recorder();
    bindViewStatement(ctx, view, queryOf(view), recorder);
    for (const oid of recorder.relations.values()) note(oid);
    for (const column of recorder.columns.values()) add(column);
    for (const columns of recorder.stars.values()) columns.forEach(add);
    for (const item of recorder.rows.values()) item.columns.forEach(add);
  } catch {
    // What one view has must not hide the rest of the catalog.
  }
  return named;
}
