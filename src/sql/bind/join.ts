import type {Expr} from '../../expr/expr.ts';
import {filter, join} from '../../plan/build.ts';
import {outerColumns, refersToOuter} from '../../plan/outer-references.ts';
import type {Rel} from '../../plan/rel.ts';
import {SqlError} from '../../types/sql-error.ts';
import {BOOLEAN} from '../../types/sql-type.ts';
import type {Join} from '../ast/index.ts';
import {coerceAll, commonType} from './common-type.ts';
import type {BindContext} from './context.ts';
import {bindBoolean} from './expression.ts';
import {bindTableExpression, checkNames, lateralLevel, maskedLevel, renamed, shiftItems} from './from.ts';
import type {FromItem} from './from.ts';
import {Level} from './level.ts';
import type {RangeEntry, ScopeColumn, ScopeItem} from './level.ts';
import {outerJoinOnSubqueries} from './join-on-subqueries.ts';
import {callOperator} from './operator.ts';
import {lowerOuter} from './outer.ts';
import {Placement, lateral} from './placement.ts';
import {noteRead} from './resolve-column.ts';
import {TRUE} from './rel-builders.ts';
import {shiftOrder} from './row-order.ts';

/** Errors: 42703 and 42702 about USING, 42712, 42804, 42P10, 0A000. */
export function bindJoin(ctx: BindContext, outside: Level, ast: Join): FromItem {
  const left = bindTableExpression(ctx, outside, ast.left);
  // The right side stands under one more level, that of the left side's rows; what is further left is its parent.
  const beside = new Level(outside, outside.commonTables, outside.rangeTable);
  beside.rel = left.rel;
  beside.items = left.items;
  beside.wantsOrder = outside.wantsOrder;
  const right = bindTableExpression(ctx, beside, ast.right);
  checkNames(left.items, right.items);
  const rightItems = shiftItems(right.items, left.rel.schema.length);
  const names = ast.natural ? commonNames(left.items, rightItems) : ast.using;
  if (names) ctx.recorder?.using.set(ast, names);
  const merged = names?.map(name => mergeColumn(ctx, ast, name, left.items, rightItems));
  const equalities = merged?.map(({equality}) => equality) ?? [];
  const conditions = equalities.length > 1 ? and(equalities) : (equalities[0] ?? TRUE);
  const rel = ast.on
    ? joinOn(ctx, outside, ast, left, {rel: right.rel, items: rightItems})
    : joinRel(ctx, ast, left, right.rel, conditions);
  const order = [...(left.order ?? []), ...shiftOrder(right.order ?? [], left.rel.schema.length)];
  return {
    rel,
    ...(ast.type === 'right' || ast.type === 'full' ? {} : {order, isPartlyOrdered: true}),
    items: visibleItems(
      outside,
      ast,
      ast.type === 'right' || ast.type === 'full' ? left.items.map(missing) : left.items,
      ast.type === 'left' || ast.type === 'full' ? rightItems.map(missing) : rightItems,
      merged?.map(({column}) => column),
    ),
  };
}

function missing(item: ScopeItem): ScopeItem {
  return {...item, outer: true};
}

function and(args: readonly Expr[]): Expr {
  return {op: 'and', args, type: BOOLEAN};
}

function joinRel(ctx: BindContext, ast: Join, {rel: left, items}: FromItem, right: Rel, on: Expr): Rel {
  if (ast.type === 'right' || ast.type === 'full') {
    if (refersToOuter(right)) throw invalidLateral(ctx, ast, items, right);
    return join(ast.type, left, lowerOuter(right), on);
  }
  return lateral(left, right, ast.type === 'left' ? 'left' : 'inner', on);
}

function invalidLateral(ctx: BindContext, ast: Join, items: readonly ScopeItem[], right: Rel): SqlError {
  const [index] = outerColumns(right);
  const item = items.find(({columns}) => columns.some(({expr}) => expr.op === 'column' && expr.index === index));
  return new SqlError('42P10', `invalid reference to FROM-clause entry for table "${item?.alias ?? ''}"`, {
    detail: 'The combining JOIN type must be INNER or LEFT for a LATERAL reference.',
    position: positionOfOuter(ctx, right) ?? ctx.at(ast.right),
  });
}

/** Where a reference to what is around stands; undefined: nobody knows any more. */
function positionOfOuter(ctx: BindContext, part: unknown): number | undefined {
  if (typeof part !== 'object' || part === null) return undefined;
  if ('op' in part && part.op === 'outer') return ctx.positionOf(part as Expr);
  for (const inner of Object.values(part)) {
    const position = positionOfOuter(ctx, inner);
    if (position !== undefined) return position;
  }
  return undefined;
}

function joinOn(ctx: BindContext, outside: Level, ast: Join, left: FromItem, right: FromItem): Rel {
  const cross = joinRel(ctx, ast, left, right.rel, TRUE);
  // ON sees the two sides and nothing else of this FROM clause.
  const level = new Level(maskedLevel(outside), outside.commonTables, outside.rangeTable);
  const sees = lateralLevel(level, {rel: cross, items: [...left.items, ...right.items]});
  const on = bindBoolean(ctx, {level: sees, clause: 'JOIN conditions'}, ast.on!, 'JOIN/ON');
  if (sees.pending.length === 0) return joinRel(ctx, ast, left, right.rel, on);
  if (ast.type !== 'inner' && ast.type !== 'cross') {
    if (ast.type !== 'left' && refersToOuter(right.rel)) throw invalidLateral(ctx, ast, left.items, right.rel);
    return outerJoinOnSubqueries(ast.type, left.rel, right.rel, on, sees);
  }
  const placement = new Placement(sees, cross);
  const predicate = placement.place(on);
  return filter(placement.rel, predicate);
}

type Merged = {readonly column: ScopeColumn; readonly equality: Expr};

/** A column of USING: one for both sides, of whichever has a value. */
function mergeColumn(
  ctx: BindContext,
  ast: Join,
  name: string,
  left: readonly ScopeItem[],
  right: readonly ScopeItem[],
): Merged {
  const a = usingColumn(name, left, 'left');
  const b = usingColumn(name, right, 'right');
  noteRead(a);
  noteRead(b);
  const type = commonType(ctx, [a.expr, b.expr], 'JOIN/USING');
  const equality = callOperator(ctx, '=', [a.expr, b.expr], ast.span.start);
  const [fromLeft, fromRight] = coerceAll(ctx, [a.expr, b.expr], type, () => 'JOIN/USING');
  const expr: Expr =
    ast.type === 'full'
      ? {op: 'coalesce', args: [fromLeft, fromRight], type}
      : ast.type === 'right'
        ? fromRight
        : fromLeft;
  const origin = expr === a.expr ? a : expr === b.expr ? b : {tableOid: 0, attributeNumber: 0, from: undefined};
  const {tableOid, attributeNumber, from} = origin;
  return {equality, column: {name, expr, tableOid, attributeNumber, ...(from ? {from} : {})}};
}

/** Like Postgres, without a position. */
function usingColumn(name: string, items: readonly ScopeItem[], side: 'left' | 'right'): ScopeColumn {
  const found = visibleColumns(items).filter(column => column.name === name);
  if (found.length === 1) return found[0];
  if (found.length > 1) {
    throw new SqlError('42702', `common column name "${name}" appears more than once in ${side} table`);
  }
  throw new SqlError('42703', `column "${name}" specified in USING clause does not exist in ${side} table`);
}

function commonNames(left: readonly ScopeItem[], right: readonly ScopeItem[]): string[] {
  const names = new Set(visibleColumns(right).map(({name}) => name));
  return [...new Set(visibleColumns(left).map(({name}) => name))].filter(name => names.has(name));
}

function visibleColumns(items: readonly ScopeItem[]): ScopeColumn[] {
  return items.filter(item => item.columnsVisible).flatMap(item => item.columns);
}

/** What can be named behind the join: all of both sides, or with USING and an alias what these make of them. */
function visibleItems(
  outside: Level,
  ast: Join,
  left: readonly ScopeItem[],
  right: readonly ScopeItem[],
  merged: readonly ScopeColumn[] | undefined,
): readonly ScopeItem[] {
  if (!merged && !ast.alias) return [...left, ...right];
  const used = new Set(merged?.map(({name}) => name));
  const rest = [...visibleColumns(left), ...visibleColumns(right)].filter(({name}) => !used.has(name));
  const columns = [...(merged ?? []), ...rest];
  const joined: ScopeItem = {
    alias: ast.alias?.name ?? null,
    schema: null,
    hiddenName: null,
    columns: ast.alias ? renamed(columns, ast.alias, `join expression "${ast.alias.name}"`) : columns,
    columnsVisible: true,
    nameVisible: true,
  };
  if (ast.alias) {
    const entry: RangeEntry = {name: ast.alias.name, columns: joined.columns};
    const item = {...joined, columns: joined.columns.map((column, index) => ({...column, from: {entry, index}}))};
    outside.rangeTable.push(item);
    return [item];
  }
  const qualified = [...left, ...right].map(item => ({...item, columnsVisible: false}));
  if (!ast.usingAlias || !merged) return [...qualified, joined];
  if (qualified.some(item => item.nameVisible && item.alias === ast.usingAlias)) {
    throw new SqlError('42712', `table name "${ast.usingAlias}" specified more than once`);
  }
  const alias: ScopeItem = {...joined, alias: ast.usingAlias, columns: merged, columnsVisible: false};
  return [...qualified, joined, alias];
}
