import type {Catalog} from './catalog.ts';
import {isMasked} from './masking.ts';
import {type CatalogObject, isRelation, type MaterializedViewObject, type ObjectId, type Relation} from './object.ts';
import {mayOn, mayOnColumns, owns} from './rights.ts';
import {policiesApply} from './row-security.ts';

// Which values of rows an error may tell a role.

/** Nothing is between the role and these columns of any row. `columns`: places in rows; null: all of them. */
export function maySeeRows(
  catalog: Catalog,
  relation: Exclude<Relation, {kind: 'system'}>,
  role: number,
  columns: readonly number[] | null,
): boolean {
  if (policiesApply(catalog, relation, role)) return false;
  const places = columns ?? relation.columns.map((_, i) => i);
  if (places.some(place => isMasked(relation.columns[place]))) return false;
  if (columns === null) return mayOn(catalog, relation, role, 'r');
  const numbers = places.map(place => relation.columns[place].number ?? place + 1);
  return mayOnColumns(catalog, relation, role, 'r', numbers);
}

/**
 * The view's own rows that have errors, which are some on the way from its inputs to its result: they have columns that the view
 * does not show, and they are not masked yet.
 */
export function maySeeErrorRows(catalog: Catalog, view: MaterializedViewObject, role: number): boolean {
  return owns(catalog, view, role) && mayReadInputs(catalog, view, role, new Set());
}

/** Views are seen through, whoever owns them, and so are functions. */
function mayReadInputs(catalog: Catalog, object: CatalogObject, role: number, visited: Set<ObjectId>): boolean {
  return object.dependsOn.every(oid => {
    if (visited.has(oid)) return true;
    visited.add(oid);
    const below = catalog.byOid(oid);
    if (!below || below.kind === 'system') return true;
    if (below.kind === 'view' || below.kind === 'function') return mayReadInputs(catalog, below, role, visited);
    return !isRelation(below) || maySeeRows(catalog, below, role, null);
  });
}
