import type {TableObject, ViewObject} from '../../catalog/object.ts';
import {NeededRights} from '../../catalog/needed-rights.ts';
import type {Query, Select, TableExpression, TableRef, Target} from '../ast/index.ts';
import {BindContext} from './context.ts';
import {bindFrom} from './from.ts';
import {Level} from './level.ts';
import {queryOf, resolve, viewContext} from './relation.ts';
import {systemColumns} from './system-columns.ts';
import {bindTargets} from './target-list.ts';

/** A view that rows can be written through: plain rows of one table or of another such view. */
export type ViewShape = {
  readonly base: TableObject | ViewObject;
  readonly select: Select;
  readonly from: TableRef;
  /** Of each of its columns the place in the base's; or, as DETAIL says it, why nothing can be written there. */
  readonly columns: readonly (number | string)[];
};

/** What keeps a view from being written through, as Postgres tells it in DETAIL and HINT. */
export type NotUpdatable = {readonly because: string};

export function isUpdatable(shape: ViewShape | NotUpdatable): shape is ViewShape {
  return !('because' in shape);
}

/** Whether rows of the view can be changed, whoever asks; whether some column can be written, `NO_COLUMNS` says apart. */
export function viewShape(ctx: BindContext, view: ViewObject): ViewShape | NotUpdatable {
  // What it is made of, not who may see that.
  const {options} = viewContext(ctx, view);
  const nobody = {trusted: true, rights: new NeededRights(), acting: [], lasting: undefined};
  return shapeOfQuery(new BindContext({...options, ...nobody}), queryOf(view));
}

/** The same of a query that is to become a view. */
function shapeOfQuery(ctx: BindContext, query: Query): ViewShape | NotUpdatable {
  const clause = unfitClause(query);
  if (clause) return unfit(`Views containing ${clause} are not automatically updatable.`);
  if (query.body.kind !== 'select') return unfit(SEVERAL);
  const select = query.body;
  const level = new Level(null, null);
  bindFrom(ctx, level, select.from);
  const bound = select.targets.map(target => ({
    target,
    exprs: bindTargets(ctx, {level, clause: 'SELECT'}, [target], false),
  }));
  const what = unfitCall(level);
  if (what) return unfit(`Views that return ${what} are not automatically updatable.`);
  const [from] = select.from;
  if (select.from.length !== 1 || !isPlain(from)) return unfit(SEVERAL);
  const base = resolve(ctx, from.name.parts, from.name);
  if (base.kind !== 'table' && base.kind !== 'view') return unfit(SEVERAL);
  if (from.sample) return unfit('Views containing TABLESAMPLE are not automatically updatable.');
  const columns = bound.flatMap(({target, exprs}) =>
    exprs.map(({expr}) =>
      expr.op === 'column' && expr.index >= 0 && expr.index < base.columns.length ? expr.index : unfitColumn(target),
    ),
  );
  return {base, select, from, columns};
}

const SEVERAL = 'Views that do not select from a single table or view are not automatically updatable.';

export const NO_COLUMNS = 'Views that have no updatable columns are not automatically updatable.';

function unfit(because: string): NotUpdatable {
  return {because};
}

function isPlain(from: TableExpression): from is TableRef {
  return from.kind === 'table_ref';
}

function unfitClause({body, with: common, limit, offset}: Query): string | null {
  const select = body.kind === 'select' ? body : null;
  if (select && (select.distinct || select.distinctOn.length > 0)) return 'DISTINCT';
  if (select && select.groupBy.length > 0) return 'GROUP BY';
  if (select?.having) return 'HAVING';
  if (body.kind === 'set_operation') return 'UNION, INTERSECT, or EXCEPT';
  if (common) return 'WITH';
  return limit || offset ? 'LIMIT or OFFSET' : null;
}

function unfitCall({pending}: Level): string | null {
  const has = (...kinds: readonly string[]): boolean => pending.some(({kind}) => kinds.includes(kind));
  if (has('aggregate', 'grouping')) return 'aggregate functions';
  if (has('window')) return 'window functions';
  return has('set') ? 'set-returning functions' : null;
}

function unfitColumn({expression}: Target): string {
  if (expression.kind === 'column_ref' && !expression.star) {
    return systemColumns.has(expression.path[expression.path.length - 1])
      ? 'View columns that refer to system columns are not updatable.'
      : 'View columns that return whole-row references are not updatable.';
  }
  return 'View columns that are not columns of their base relation are not updatable.';
}
