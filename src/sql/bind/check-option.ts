import {liveColumns, type TableObject} from '../../catalog/object.ts';
import {isMasked} from '../../catalog/masking.ts';
import {mayOn, mayOnColumn} from '../../catalog/rights.ts';
import {policiesApply} from '../../catalog/row-security.ts';
import type {Expr} from '../../expr/expr.ts';
import {barrier, columnsOf, filter, project} from '../../plan/build.ts';
import {shiftColumns} from '../../plan/columns.ts';
import {literal} from '../../plan/conjuncts.ts';
import type {Rel} from '../../plan/rel.ts';
import {BOOLEAN, structOf, TEXT} from '../../types/sql-type.ts';
import type {BindContext} from './context.ts';
import {Placement} from './placement.ts';
import {checkedRows, newRowItem} from './row-security.ts';
import {openLayer, viewItem, type ViewLayer, type ViewPath} from './view-target.ts';
import type {WriteTarget} from './write-target.ts';

// WITH CHECK OPTION: a row that is written through a view must be one that the view shows.

/**
 * Checks of new rows, which stand in `rel` from column `offset` on: those of policies, then those of views. Errors of a row:
 * 42501, 44000.
 */
export function checkedWrite(
  ctx: BindContext,
  target: WriteTarget,
  rel: Rel,
  offset: number,
  commands: Parameters<typeof checkedRows>[4],
): Rel {
  const {path, table} = target;
  const passed = checkedRows(target.ctx, table, rel, offset, commands);
  return path && checksRows(path) ? checkedByViews(ctx, target, path, passed, offset) : passed;
}

/** Whether some view's condition is looked at for new rows. */
export function checksRows({layers}: ViewPath): boolean {
  return checking(layers).size > 0;
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

function checkedByViews(ctx: BindContext, target: WriteTarget, {layers}: ViewPath, rel: Rel, offset: number): Rel {
  const {table} = target;
  const width = rel.schema.length;
  const base = newRowItem(table, offset);
  const wanted = checking(layers);
  const checks: Expr[] = [];
  let rows: Rel = barrier(rel);
  let item = base;
  const shown = shownRow(
    ctx,
    target,
    base.columns.map(({expr}) => expr),
  );
  for (const layer of [...layers].reverse()) {
    const {level, targets, where} = openLayer(layer, rows, item);
    const placement: Placement = new Placement(level, rows);
    const exprs = placement.placeAll(targets);
    if (where && wanted.has(layer)) checks.push(check(placement.place(where), layer.view.name, shown));
    rows = placement.rel;
    item = viewItem(layer.view, exprs);
  }
  // What the table itself does not take is told first.
  const condition = checks.length === 1 ? checks[0] : ({op: 'and', args: checks, type: BOOLEAN} as const);
  const checked = filter(rows, {
    op: 'case',
    whens: [{when: isTaken(table, offset), then: condition}],
    otherwise: literal(true, BOOLEAN),
    type: BOOLEAN,
  });
  return checked.schema.length === width ? checked : project(checked, columnsOf(checked.schema).slice(0, width));
}

function check(condition: Expr, view: string, row: {readonly columns: string | null; readonly values: Expr}): Expr {
  return {
    op: 'call',
    signature: '$check_option(bool,text,text,record)',
    args: [condition, literal(view, TEXT), literal(row.columns, TEXT), row.values],
    type: BOOLEAN,
  };
}

/** No column that takes no NULL has one, and no CHECK of the table fails. */
function isTaken(table: TableObject, offset: number): Expr {
  const present = liveColumns(table).flatMap(({column, index}): Expr[] =>
    column.nullable || column.generated
      ? []
      : [{op: 'isNull', arg: {op: 'column', index: offset + index, type: column.type}, negated: true, type: BOOLEAN}],
  );
  const generated = table.columns.some(column => column.generated);
  const holding = generated
    ? []
    : table.checks.map(({expr}): Expr => ({
        op: 'isTruth',
        arg: shiftColumns(expr, offset),
        truth: 'false',
        negated: true,
        type: BOOLEAN,
      }));
  const all = [...present, ...holding];
  return all.length === 0 ? literal(true, BOOLEAN) : {op: 'and', args: all, type: BOOLEAN};
}

/**
 * What the error tells of the row: all of it to who may read the table, or the columns that may be read or were written;
 * nothing where policies or masks stand between. `columns`: null, nothing is told; empty, it is the whole row.
 */
function shownRow(
  ctx: BindContext,
  {table, path}: WriteTarget,
  row: readonly Expr[],
): {readonly columns: string | null; readonly values: Expr} {
  const {catalog, options} = ctx;
  const role = options.runAs ?? options.role;
  const live = liveColumns(table);
  const rowOf = (places: readonly number[]): Expr => {
    const args = places.map(place => row[place]);
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
