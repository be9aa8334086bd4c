import type {Catalog} from '../../catalog/catalog.ts';
import type {ViewObject} from '../../catalog/object.ts';
import type {ViewBase} from '../../catalog/updatability.ts';
import {BindContext} from '../bind/context.ts';
import {isUpdatable, viewShape} from '../bind/view-shape.ts';

/** What rows are written to through the view; null: it is not automatically updatable. */
export function viewBase(view: ViewObject, catalog: Catalog): ViewBase | null {
  try {
    const ctx = new BindContext({catalog, searchPath: view.searchPath, text: view.query, trusted: true});
    ctx.definesOnly = true;
    const shape = viewShape(ctx, view);
    if (!isUpdatable(shape)) return null;
    const columns = shape.columns.map(place => (typeof place === 'number' ? place : null));
    return {base: shape.base.oid, columns};
  } catch {
    // What one view has must not hide the rest of the catalog.
    return null;
  }
}
