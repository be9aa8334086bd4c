import {liveColumns, schemaOf} from '../../catalog/object.ts';
import {isMasked} from '../../catalog/masking.ts';
import {mayOn, mayOnColumn} from '../../catalog/rights.ts';
import {policiesApply} from '../../catalog/row-security.ts';
import type {Expr} from '../../expr/expr.ts';
import {columnsOf, filter} from '../../plan/build.ts';
import {conjunction, literal} from '../../plan/conjuncts.ts';
import type {Rel} from '../../plan/rel.ts';
import {BOOLEAN, structOf, TEXT} from '../../types/sql-type.ts';
import type {BindContext} from './context.ts';
import {Placement} from './placement.ts';
import {openLayer, viewItem, type ViewLayer} from './view-target.ts';
import {type BoundCheck, transientRel} from './write-step.ts';
import {targetItem, type WriteTarget} from './write-target.ts';

// WITH CHECK OPTION: a row that is written through a view must be one that the view shows.

/** null: no view's condition is looked at. To be called when all of the statement is bound. */
export function bindCheckOptions(ctx: BindContext, target: WriteTarget): BoundCheck | null {
  const {path, table} = target;
  if (!path) return null;
  const wanted = checking(path.layers);
  if (wanted.size === 0) return null;
  const rows = transientRel(ctx, table.name, schemaOf(table));
  const checks: Expr[] = [];
  const shown = shownRow(ctx, target);
  let rel: Rel = rows;
  let item = targetItem(table, null);
  // Those of the views below come first.
  for (const layer of [...path.layers].reverse()) {
    const {level, targets, where} = openLayer(layer, rel, item);
    const placement: Placement = new Placement(level, rel);
    const exprs = placement.placeAll(targets);
    if (where && wanted.has(layer)) checks.push(check(placement.place(where), layer.view.name, shown));
    rel = placement.rel;
    item = viewItem(layer.view, exprs);
  }
  return {object: rows.object, rel: filter(rel, conjunction(checks))};
}

/** The views whose conditions count: what WITH CASCADED CHECK OPTION says holds for all the views below too. */
function checking(layers: readonly ViewLayer[]): ReadonlySet<ViewLayer> {
  const found = new Set<ViewLayer>();
  let cascaded = false;
  for (const layer of layers) {
    const option = layer.view.options?.['check_option'];
    if (!cascaded && option === undefined) continue;
    cascaded ||= option === 'cascaded';
    if (layer.select.where) found.add(layer);
  }
  return found;
}

function check(condition: Expr, view: string, row: {readonly columns: string | null; readonly values: Expr}): Expr {
  return {
    op: 'call',
    signature: '$check_option(bool,text,text,record)',
    args: [condition, literal(view, TEXT), literal(row.columns, TEXT), row.values],
    type: BOOLEAN,
  };
}

/**
 * What the error tells of the row: all of it to who may read the table, or the columns that may be read or were written;
 * nothing where policies or masks stand between. `columns`: null, nothing is told; empty, it is the whole row.
 */
function shownRow(
  ctx: BindContext,
  {table, path}: WriteTarget,
): {readonly columns: string | null; readonly values: Expr} {
  const {catalog, options} = ctx;
  const row = columnsOf(schemaOf(table));
  const role = options.runAs ?? options.role;
  const live = liveColumns(table);
  const rowOf = (places: readonly number[]): Expr => {
    const args = places.map(place => row[live[place].index]);
    const type = structOf(args.map((arg, i) => ({name: `f${i + 1}`, type: arg.type})));
    return {op: 'row', args, type};
  };
  const places = live.map((_, i) => i);
  if (role === undefined) return {columns: '', values: rowOf(places)};
  const hidden = policiesApply(catalog, table, role) || table.columns.some(isMasked);
  if (hidden) return {columns: null, values: rowOf([])};
  if (mayOn(catalog, table, role, 'r')) return {columns: '', values: rowOf(places)};
  const use = path && ctx.use(path.view.oid);
  const written = new Set([...(use?.inserted ?? []), ...(use?.updated ?? [])].map(number => path?.columns[number - 1]));
  const told = places.filter(i => written.has(live[i].index) || mayOnColumn(catalog, live[i].column, role, 'r'));
  if (told.length === 0) return {columns: null, values: rowOf([])};
  return {columns: told.map(i => live[i].column.name).join(', '), values: rowOf(told)};
}
