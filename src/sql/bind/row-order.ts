import {isFolded} from '../../expr/aggregates/aggregate-row.ts';
import type {AggregateCall, Expr, OrderKey} from '../../expr/expr.ts';
import {aggregateBySignature} from '../../expr/registry.ts';
import {columnAt, shiftColumns} from '../../plan/columns.ts';
import {exprKey} from '../../plan/expr-key.ts';
import type {Rel} from '../../plan/rel.ts';
import type {Select} from '../ast/index.ts';
import type {FromItem} from './from.ts';
import type {Level} from './level.ts';
import type {OutputKey} from './order-by.ts';
import type {BoundQuery} from './query.ts';
import {findNode} from './row-expression.ts';
import {keepColumns} from './rel-builders.ts';
import {hasOrdering} from './sortable.ts';
import type {BoundTarget} from './target-list.ts';

/**
 * The order in which PostgreSQL would meet the rows of a FROM clause, where the query says one: that of a subquery's ORDER
 * BY, of the elements that a function returns, of the rows of VALUES. A query without ORDER BY gives its rows in it, and
 * aggregates without ORDER BY take their values in it.
 */
export type RowOrder = readonly OrderKey[];

/** Aggregates that tell in which order they met their values. */
const HEEDING = new Set([
  'array_agg',
  'string_agg',
  'json_agg',
  'jsonb_agg',
  'json_object_agg',
  'jsonb_object_agg',
  'xmlagg',
]);

/** A subquery in FROM with the order of its rows; keys that are not selected follow its columns. */
export function asOrderedSubquery({rel, columns}: BoundQuery, whole = false): BoundQuery & {readonly order: RowOrder} {
  if (rel.node !== 'sort') return {columns, rel: whole ? rel : keepColumns(rel, columns.length), order: []};
  return {columns, rel: rel.limit || rel.offset ? rel : rel.input, order: rel.keys};
}

/** Something in the SELECT's own clauses may ask in which order its rows come. */
export function heedsOrder({targets, having}: Select): boolean {
  const asks = (node: {readonly kind: string}) =>
    node.kind === 'function_call' && HEEDING.has((node as {readonly name?: readonly string[]}).name?.at(-1) ?? '');
  return findNode([targets, having], asks) !== null;
}

/** An item of FROM stands behind what there is: its rows are met once for each of those. */
export function addOrder(level: Level, {order = [], isPartlyOrdered = false}: FromItem, width: number): void {
  level.order = [...level.order, ...shiftOrder(order, width)];
  if (order.length === 0 || isPartlyOrdered) level.isOrdered = false;
}

export function shiftOrder(order: RowOrder, by: number): RowOrder {
  return order.map(key => ({...key, expr: shiftColumns(key.expr, by)}));
}

/** Ascending by the last column: the numbers of the rows. */
export function byLastColumn({schema}: Rel): RowOrder {
  return [ascending(columnAt(schema, schema.length - 1))];
}

function ascending(expr: Expr): OrderKey {
  return {expr, descending: false, nullsFirst: false};
}

/**
 * The aggregates of the level that heed the order and have none of their own take their values in it; several in one order at
 * any rate, for who asks for two lists reads them side by side.
 */
export function orderAggregates(level: Level): void {
  const calls = level.pending.flatMap(pending => (pending.kind === 'aggregate' ? [pending.call] : [])).filter(heeds);
  const order = [...level.order, ...(calls.length > 1 ? byArguments(calls) : [])];
  if (order.length === 0) return;
  for (const [i, pending] of level.pending.entries()) {
    if (pending.kind !== 'aggregate' || !heeds(pending.call)) continue;
    level.pending[i] = {kind: 'aggregate', call: {...pending.call, order}};
  }
}

function heeds(call: AggregateCall): boolean {
  const row = aggregateBySignature(call.signature);
  return HEEDING.has(row.name) && isFolded(row) && !call.distinct && !call.order;
}

function byArguments(calls: readonly AggregateCall[]): RowOrder {
  const args = calls.flatMap(call => call.args).filter(arg => arg.op !== 'literal' && hasOrdering(arg.type));
  return [...new Map(args.map(arg => [exprKey(arg), arg])).values()].map(ascending);
}

/** Ascending by a column of the select list. */
export function ascendingOutput(column: number): OutputKey {
  return {column, descending: false, nullsFirst: false};
}

/** The order as columns behind the select list, for a query that says none. */
export function inheritedOrder(level: Level, targets: BoundTarget[]): OutputKey[] {
  if (!level.isOrdered) return [];
  return level.order.map(({expr, descending, nullsFirst}) => {
    const column = targets.push({name: '?column?', expr, tableOid: 0, attributeNumber: 0}) - 1;
    return {column, descending, nullsFirst};
  });
}
