import {primaryKeyOf} from '../../catalog/constraints.ts';
import type {Expr} from '../../expr/expr.ts';
import {someExpr} from '../../plan/map-expr.ts';
import {outerColumns} from '../../plan/outer-references.ts';
import type {BindContext} from './context.ts';
import {pendingWindowExprs} from './level.ts';
import type {Level, ScopeItem} from './level.ts';

/**
 * Columns that need not be grouped by though they are used, since a table's whole primary key is: one row of the table
 * stands for the group. They become further keys, which divides no group.
 */
export function dependentColumns(
  ctx: BindContext,
  level: Level,
  keys: readonly Expr[],
  used: readonly Expr[],
): readonly Expr[] {
  const grouped = new Set(keys.map(columnIndex));
  const items = level.items.filter(item => hasGroupedKey(ctx, item, grouped));
  if (items.length === 0) return [];
  const referenced = referencedColumns(level, used);
  const dependent = new Map<number, Expr>();
  for (const {expr} of items.flatMap(item => item.columns)) {
    const index = columnIndex(expr);
    if (index >= 0 && !grouped.has(index) && referenced.has(index)) dependent.set(index, expr);
  }
  return [...dependent.values()];
}

function columnIndex(expr: Expr): number {
  return expr.op === 'column' ? expr.index : -1;
}

function hasGroupedKey(ctx: BindContext, item: ScopeItem, grouped: ReadonlySet<number>): boolean {
  const [first] = item.columns;
  const table = first && first.tableOid !== 0 ? ctx.catalog.byOid(first.tableOid) : null;
  if (table?.kind !== 'table') return false;
  const key = primaryKeyOf(table);
  if (!key || key.deferrable) return false;
  return key.columns.every(index =>
    item.columns.some(
      column =>
        column.tableOid === table.oid &&
        column.attributeNumber === (table.columns[index].number ?? index + 1) &&
        grouped.has(columnIndex(column.expr)),
    ),
  );
}

function referencedColumns(level: Level, used: readonly Expr[]): ReadonlySet<number> {
  const found = new Set<number>();
  const collect = (expr: Expr) =>
    someExpr(expr, node => {
      if (node.op === 'column') found.add(node.index);
      return false;
    });
  used.forEach(collect);
  for (const pending of level.pending) {
    if (pending.kind === 'aggregate' || pending.kind === 'grouping') continue;
    if (pending.kind === 'window') {
      pendingWindowExprs(pending).forEach(collect);
      continue;
    }
    if (pending.kind === 'set') {
      pending.args.forEach(collect);
      continue;
    }
    pending.operands.forEach(collect);
    outerColumns(pending.rel).forEach(index => found.add(index));
  }
  return found;
}
