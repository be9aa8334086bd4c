import {NeededRights, type RelationUse} from '../../catalog/needed-rights.ts';
import type {CatalogColumn, ColumnDefault, TableObject, ViewObject} from '../../catalog/object.ts';
import {rowTypeOf} from '../../catalog/user-types.ts';
import type {Expr} from '../../expr/expr.ts';
import {barrier, filter} from '../../plan/build.ts';
import type {Rel} from '../../plan/rel.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {BindContext} from './context.ts';
import {bindBoolean} from './expression.ts';
import {named} from './from.ts';
import {Level, type ScopeItem} from './level.ts';
import {maskedColumns} from './masking.ts';
import {Placement} from './placement.ts';
import {namedColumns, viewContext} from './relation.ts';
import {bindTargets} from './target-list.ts';
import {isUpdatable, NO_COLUMNS, type NotUpdatable, type ViewShape, viewShape} from './view-shape.ts';

/** A view on the way to the table, and in whose name it reads what it is made of. */
export type ViewLayer = ViewShape & {
  readonly view: ViewObject;
  readonly ctx: BindContext;
  /** Of whoever reads the view itself. */
  readonly outer: BindContext;
  /** Of the base's columns those that the view's query reads. */
  readonly reads: RelationUse;
};

/** From the view that a statement names to the table that is written: the outermost view first. */
export type ViewPath = {
  readonly view: ViewObject;
  readonly layers: readonly ViewLayer[];
  readonly table: TableObject;
  /** Of each column of the view the table's column; or why it cannot be written. */
  readonly columns: readonly (number | ColumnProblem)[];
};

type ColumnProblem = {
  readonly view: string;
  readonly column: string;
  readonly because: string;
  /** How many layers above the view's are to be told of first. */
  readonly depth: number;
};

export type WriteVerb = 'insert into' | 'update' | 'delete from';

const WAYS: Readonly<Record<WriteVerb, readonly [doing: string, command: string]>> = {
  'insert into': ['inserting into', 'INSERT'],
  update: ['updating', 'UPDATE'],
  'delete from': ['deleting from', 'DELETE'],
};

/** Errors: 55000 not automatically updatable, be it the view or one that it reads. */
export function viewPath(ctx: BindContext, view: ViewObject, verb: WriteVerb): ViewPath {
  const layers: ViewLayer[] = [];
  let within = ctx;
  for (let next: ViewObject | TableObject = view; next.kind === 'view';) {
    const shape: ViewShape | NotUpdatable = viewShape(within, next);
    if (!isUpdatable(shape)) throw notUpdatable(next, verb, shape.because);
    if (verb !== 'delete from' && shape.columns.every(column => typeof column === 'string')) {
      throw notUpdatable(next, verb, NO_COLUMNS);
    }
    const outer = within;
    within = viewContext(outer, next);
    const reads = new NeededRights().use(shape.base.oid, null);
    layers.push({...shape, view: next, ctx: within, outer, reads});
    next = shape.base;
  }
  const {base} = layers[layers.length - 1];
  return {view, layers, table: base as TableObject, columns: view.columns.map((_, i) => tableColumn(layers, i))};
}

function notUpdatable({name}: ViewObject, verb: WriteVerb, detail: string): SqlError {
  const [doing, command] = WAYS[verb];
  return new SqlError('55000', `cannot ${verb} view "${name}"`, {
    detail,
    hint: `To enable ${doing} the view, provide an INSTEAD OF ${command} trigger or an unconditional ON ${command} DO INSTEAD rule.`,
  });
}

function tableColumn([layer, ...rest]: readonly ViewLayer[], index: number, depth = 0): number | ColumnProblem {
  const column = layer.columns[index];
  if (typeof column === 'string') {
    return {view: layer.view.name, column: layer.view.columns[index].name, because: column, depth};
  }
  return rest.length === 0 ? column : tableColumn(rest, column, depth + 1);
}

/** Errors: 0A000 one of the columns takes nothing: of the outermost view that says so the first. */
export function refuseUnwritable({columns}: ViewPath, given: readonly number[], verb: WriteVerb): void {
  const problems = [...given]
    .sort((a, b) => a - b)
    .flatMap(index => {
      const found = columns[index];
      return typeof found === 'number' ? [] : [found];
    });
  const depth = Math.min(...problems.map(problem => problem.depth));
  const first = problems.find(problem => problem.depth === depth);
  if (first) throw notWritable(first, verb);
}

/** Errors: 0A000 nothing can be written to the column. */
export function writtenColumn({columns}: ViewPath, index: number, verb: WriteVerb): number {
  const found = columns[index];
  if (typeof found === 'number') return found;
  throw notWritable(found, verb);
}

function notWritable({column, view, because}: ColumnProblem, verb: WriteVerb): SqlError {
  return new SqlError('0A000', `cannot ${verb} column "${column}" of view "${view}"`, {detail: because});
}

/** The table with the view's names, numbers and defaults for the columns that the view shows. */
export function throughView(path: ViewPath): TableObject {
  const {view, table, columns} = path;
  const defaults = defaultsOf(path);
  return {
    ...table,
    oid: view.oid,
    name: view.name,
    schema: view.schema,
    columns: table.columns.map((stored, index): CatalogColumn => {
      const value = defaults.get(index) ?? stored.default;
      const place = columns.indexOf(index);
      return place < 0
        ? {...stored, default: value, number: 0}
        : {...stored, default: value, name: view.columns[place].name, number: place + 1};
    }),
  };
}

/** Defaults that views have for columns of the table: the outermost view's count. */
function defaultsOf({layers}: ViewPath): ReadonlyMap<number, ColumnDefault> {
  const found = new Map<number, ColumnDefault>();
  layers.forEach(({view}, i) => {
    view.columns.forEach((column, place) => {
      const to = column.default ? tableColumn(layers.slice(i), place) : null;
      if (typeof to === 'number' && !found.has(to)) found.set(to, column.default!);
    });
  });
  return found;
}

/** Errors: 0A000 a view's default is for a column that nothing can be written to. */
export function refuseLostDefaults({layers}: ViewPath): void {
  layers.forEach(({view}, i) => {
    view.columns.forEach((column, place) => {
      const to = column.default ? tableColumn(layers.slice(i), place) : null;
      if (to !== null && typeof to !== 'number') throw notWritable(to, 'insert into');
    });
  });
}

/**
 * The rows of the view over `rel`, in which `base` finds the table's columns. `rel` gets columns behind its own where the
 * view's have subqueries; `finds`: only those rows that the view shows are left. `masks`: its
 * masks hide values from whoever reads them.
 */
export function shownByView(
  {layers}: Pick<ViewPath, 'layers'>,
  rel: Rel,
  base: ScopeItem,
  finds: boolean,
  masks = true,
): {readonly rel: Rel; readonly item: ScopeItem} {
  let shown = {rel, item: base};
  for (const layer of [...layers].reverse()) {
    const opened = openLayer(layer, shown.rel, shown.item);
    const {level, where} = opened;
    const placement = new Placement(level, shown.rel);
    const exprs = placement.placeAll(opened.targets);
    let {rel: rows} = placement;
    if (finds && where) {
      const predicate = placement.place(where);
      rows = filter(placement.rel, predicate);
    }
    if (finds && layer.view.options?.['security_barrier'] === 'true') rows = barrier(rows);
    const masked = masks ? maskedColumns(layer.outer, layer.view.columns, rows, exprs) : {rel: rows, exprs};
    shown = {rel: masked.rel, item: viewItem(layer.view, masked.exprs)};
  }
  return shown;
}

/** One view's query over the rows of its base. */
export function openLayer(
  layer: ViewLayer,
  rel: Rel,
  base: ScopeItem,
): {readonly level: Level; readonly targets: readonly Expr[]; readonly where: Expr | null} {
  const {ctx, from, select, base: relation} = layer;
  const level = new Level(null, null);
  level.rel = rel;
  const names = new Map(namedColumns(ctx, relation).map(({name, number}) => [number, name]));
  const columns = base.columns.flatMap(column => {
    const name = names.get(column.attributeNumber);
    return name === undefined ? [] : [{...column, name, use: layer.reads}];
  });
  const later = base.columns.filter(column => !names.has(column.attributeNumber));
  const {parts} = from.name;
  const {items} = named(level, rel, columns, from.alias, {
    name: parts[parts.length - 1],
    schema: relation.schema,
    rowType: rowTypeOf(relation),
    later,
    ...(base.system ? {system: {...base.system, use: layer.reads}} : {}),
  });
  level.items = items;
  const targets = bindTargets(ctx, {level, clause: 'SELECT'}, select.targets, false).map(({expr}) => expr);
  const where = select.where && bindBoolean(ctx, {level, clause: 'WHERE'}, select.where, 'WHERE');
  return {level, targets, where};
}

export function viewItem(view: ViewObject, exprs: readonly Expr[]): ScopeItem {
  return {
    alias: view.name,
    schema: view.schema,
    hiddenName: null,
    columns: view.columns.map(({name}, i) => ({
      name,
      expr: exprs[i],
      tableOid: view.oid,
      attributeNumber: i + 1,
    })),
    columnsVisible: true,
    nameVisible: true,
    rowType: rowTypeOf(view),
  };
}

/**
 * What the statement does with the view, those in whose name the view reads must be allowed to do with what it is made of.
 * To be called when all of the statement is bound.
 */
export function passOnRights({layers}: ViewPath, use: RelationUse): void {
  let outer = use;
  for (const {ctx, base, columns, reads} of layers) {
    const inner = ctx.use(base.oid);
    const mapped = (number: number): number[] => {
      const index = columns[number - 1];
      return typeof index === 'number' ? [base.columns[index].number ?? index + 1] : [];
    };
    inner.inserts ||= outer.inserts;
    inner.updates ||= outer.updates;
    inner.deletes ||= outer.deletes;
    for (const number of outer.inserted) for (const each of mapped(number)) inner.inserted.add(each);
    for (const number of outer.updated) for (const each of mapped(number)) inner.updated.add(each);
    if (outer.selects || outer.read.size > 0) {
      inner.selects = true;
      for (const number of reads.read) inner.read.add(number);
    }
    outer = inner;
  }
}
