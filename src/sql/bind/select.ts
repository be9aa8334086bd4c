import type {Expr} from '../../expr/expr.ts';
import {distinct, filter, project} from '../../plan/build.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {Query, Select} from '../ast/index.ts';
import type {BindContext} from './context.ts';
import {bindDistinctOn, firstOfEach, orderOfFirsts} from './distinct-on.ts';
import {bindBoolean} from './expression.ts';
import {bindFrom} from './from.ts';
import {dependentColumns} from './functional-dependency.ts';
import {type GroupBy, bindGroupBy} from './group-by.ts';
import {Grouping} from './grouping.ts';
import {Level} from './level.ts';
import {bindLimit, limited} from './limit.ts';
import {bindLocking, markRow} from './locking.ts';
import {bindOrderBy, orderKeys} from './order-by.ts';
import type {OutputKey} from './order-by.ts';
import {Placement} from './placement.ts';
import type {BoundQuery, Surroundings} from './query.ts';
import {ascendingOutput, heedsOrder, inheritedOrder, orderAggregates} from './row-order.ts';
import {wantRows} from './rows-wanted.ts';
import {requireEquality} from './sortable.ts';
import {bindWindowClause, placeWindows} from './windows.ts';
import {bindTargets} from './target-list.ts';
import type {BoundTarget} from './target-list.ts';

/** One SELECT with the ORDER BY and LIMIT of the query around it. */
export function bindSelect(ctx: BindContext, ast: Select, query: Query, around: Surroundings): BoundQuery {
  refuseClauses(ctx, ast);
  const level = new Level(around.parent, around.commonTables);
  level.wantsOrder = around.ordered === true || heedsOrder(ast);
  const marks = ctx.options.marksRows === true && around.locks === query && query.locking.length === 0;
  wantRows(ctx, query, around.locks === query, marks);
  bindFrom(ctx, level, ast.from);
  level.windows = ast.windows;
  const targets: BoundTarget[] = bindTargets(ctx, {level, clause: 'SELECT'}, ast.targets, around.keepUnknown === true);
  const visible = targets.length;
  const where = ast.where && bindBoolean(ctx, {level, clause: 'WHERE'}, ast.where, 'WHERE');
  const having = ast.having && bindBoolean(ctx, {level, clause: 'HAVING'}, ast.having, 'HAVING');
  const order = bindOrderBy(ctx, {level, clause: 'ORDER BY'}, query.orderBy, targets, visible);
  const groups = bindGroupBy(ctx, level, ast, targets, visible);
  const firsts =
    ast.distinctOn.length > 0
      ? bindDistinctOn(ctx, {level, clause: 'DISTINCT ON'}, ast.distinctOn, targets, visible, order)
      : null;
  if (ast.distinct && !firsts) checkDistinct(ctx, query, targets, visible, order);
  bindWindowClause(ctx, level);
  const limits = bindLimit(ctx, level, query);
  bindLocking(ctx, query, level, around.locks === query ? targets : null);
  if (marks) markRow(ctx, ast, level, targets);

  orderAggregates(level);
  const aggregated = level.pending.some(({kind}) => kind === 'aggregate' || kind === 'grouping');
  const grouped = ast.groupBy.length > 0 || having !== null || aggregated;
  const shuffled = grouped || ast.distinct || firsts !== null || level.pending.some(({kind}) => kind === 'window');
  const inherits = query.orderBy.length === 0 && query.locking.length === 0 && !shuffled;
  const inherited = inherits ? inheritedOrder(level, targets) : [];

  let {rel} = level;
  if (where) {
    const placement = new Placement(level, rel);
    const predicate = placement.place(where);
    rel = filter(placement.rel, predicate);
  }
  const used = [...targets.map(({expr}) => expr), ...(having ? [having] : [])];
  const grouping = grouped ? new Grouping(ctx, level, rel, withDependentColumns(ctx, level, groups, used)) : null;
  const rewrite = (expr: Expr) => (grouping ? grouping.rewrite(expr) : expr);
  if (grouping) rel = grouping.rel;
  // Everything is rewritten before anything is placed, so that the first error is the one Postgres would report.
  const outputs = targets.map(target => rewrite(target.expr));
  const havingTest = having && rewrite(having);
  if (havingTest) {
    const placement = new Placement(level, rel);
    const predicate = placement.place(havingTest);
    rel = filter(placement.rel, predicate);
  }
  const windows = placeWindows(level, rel, outputs);
  const placement = new Placement(level, windows.rel, windows.placed);
  placement.numbersSets = inherits && around.ordered === true && level.isOrdered;
  const exprs = placement.placeAll(outputs);
  const numbers = placement.setNumbers.map((_, i) => ascendingOutput(exprs.length + i));
  rel = project(
    placement.rel,
    [...exprs, ...placement.setNumbers],
    [...targets.map(({name}) => name), ...numbers.map(() => 'ordinality')],
  );
  targets.forEach(({expr}, i) => keepPosition(ctx, exprs[i], expr));
  const result = firsts ? firstOfEach(rel, firsts, order) : ast.distinct ? distinct(rel) : rel;
  return {
    rel: limited(
      level,
      result,
      orderKeys(firsts ? orderOfFirsts(firsts, order) : [...order, ...inherited, ...numbers], result.schema),
      limits,
    ),
    columns: targets.slice(0, visible).map(({name, expr, tableOid, attributeNumber}) => ({
      name,
      type: expr.type,
      tableOid,
      attributeNumber,
      position: ctx.positionOf(expr),
    })),
  };
}

/** What depends on columns that every grouping set has belongs to every one. */
function withDependentColumns(ctx: BindContext, level: Level, {keys, sets}: GroupBy, used: readonly Expr[]): GroupBy {
  const common = keys.filter((_, i) => sets.every(set => set.includes(i)));
  const dependent = dependentColumns(ctx, level, common, used);
  const places = dependent.map((_, i) => keys.length + i);
  return {keys: [...keys, ...dependent], sets: sets.map(set => [...set, ...places])};
}

/** Coercions that come later (UNION, INSERT) still know where the column was written. */
function keepPosition(ctx: BindContext, placed: Expr, written: Expr): void {
  const position = ctx.positionOf(written);
  if (position !== undefined && placed !== written) ctx.markAt(placed, position);
}

function refuseClauses(ctx: BindContext, ast: Select): void {
  if (ast.into) {
    throw new SqlError('42601', 'SELECT ... INTO is not allowed here', {position: ctx.at(ast.into.name)});
  }
}

function checkDistinct(
  ctx: BindContext,
  query: Query,
  targets: readonly BoundTarget[],
  visible: number,
  order: readonly OutputKey[],
): void {
  const hidden = order.findIndex(key => key.column >= visible);
  if (hidden >= 0) {
    throw new SqlError('42P10', 'for SELECT DISTINCT, ORDER BY expressions must appear in select list', {
      position: ctx.at(query.orderBy[hidden].expression.span.start),
    });
  }
  for (const {expr} of targets) requireEquality(expr.type, ctx.positionOf(expr));
}
