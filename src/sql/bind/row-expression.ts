import type {CatalogColumn} from '../../catalog/object.ts';
import type {Expr} from '../../expr/expr.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {Expression, Node} from '../ast/index.ts';
import type {Clause} from './clause.ts';
import {collatedExpr} from './collation.ts';
import type {BindContext} from './context.ts';
import {bindExpression} from './expression.ts';
import {Level} from './level.ts';
import type {ScopeItem} from './level.ts';

/** A table that is being made or changed, as its own expressions see it. */
export type RowScope = {
  /** Absent: it is named without one. */
  readonly schema?: string;
  readonly table: string;
  readonly oid: number;
  readonly columns: readonly CatalogColumn[];
};

/**
 * An expression over one row of a table: CHECK, GENERATED, an index. `what` names it in messages. Errors: 0A000 a
 * subquery, and all of an expression's.
 */
export function bindRowExpression(
  ctx: BindContext,
  scope: RowScope,
  ast: Expression,
  clause: Clause,
  what: string,
): Expr {
  refuseSubqueries(ctx, ast, what);
  const level = new Level(null, null);
  level.items = [rowItem(scope)];
  level.rangeTable.push(...level.items);
  return collatedExpr(ctx, bindExpression(ctx, {level, clause}, ast), scope.columns);
}

function rowItem({schema, table, oid, columns}: RowScope): ScopeItem {
  return {
    alias: table,
    schema: schema ?? null,
    hiddenName: null,
    columns: columns.map(({name, type}, index) => ({
      name,
      expr: {op: 'column', index, type},
      tableOid: oid,
      attributeNumber: index + 1,
    })),
    columnsVisible: true,
    nameVisible: true,
  };
}

const subqueries = new Set(['subquery', 'exists', 'in_subquery', 'array_subquery']);

/** Errors: 0A000. */
export function refuseSubqueries(ctx: BindContext, ast: Expression, what: string): void {
  const found = findNode(ast, node => subqueries.has(node.kind) || (node.kind === 'quantified' && 'query' in node));
  if (found) throw new SqlError('0A000', `cannot use subquery in ${what}`, {position: ctx.at(found)});
}

/** The first node in the tree, outermost first, for which the test holds. */
export function findNode(tree: unknown, test: (node: Node & {readonly kind: string}) => boolean): Node | null {
  if (typeof tree !== 'object' || tree === null) return null;
  if ('kind' in tree && 'span' in tree && test(tree as Node & {readonly kind: string})) return tree as unknown as Node;
  for (const part of Object.values(tree)) {
    const found = findNode(part, test);
    if (found) return found;
  }
  return null;
}
