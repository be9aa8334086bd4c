import type {AggregateCall, Expr} from '../../expr/expr.ts';
import {sameExpr} from '../../plan/expr-key.ts';
import {exprChildren, mapExprChildren} from '../../plan/map-expr.ts';
import {mapOuter} from '../../plan/outer-references.ts';
import {mapAggregate} from '../../plan/rel-children.ts';
import type {Rel} from '../../plan/rel.ts';
import {SqlError} from '../../types/sql-error.ts';
import {INTEGER} from '../../types/sql-type.ts';
import type {BindContext} from './context.ts';
import {mapPendingWindow, pendingOf} from './level.ts';
import type {GroupBy} from './group-by.ts';
import {unitedSets} from './grouping-sets.ts';
import type {Level, Pending, PendingAggregate, PendingGrouping, PendingSubquery} from './level.ts';
import {Placement} from './placement.ts';
import {aggregate} from './rel-builders.ts';

/**
 * The aggregation of a SELECT: what its other clauses say of input columns is rewritten to speak of keys and
 * aggregates. Several grouping sets are as many aggregations of one input, united; what a set does not group by is NULL in
 * its rows. Errors: 42803 for a column that is neither.
 */
export class Grouping {
  readonly rel: Rel;
  private readonly ctx: BindContext;
  private readonly level: Level;
  private readonly keys: readonly Expr[];
  /** What stands for aggregates and for GROUPING. */
  private readonly results = new Map<Pending, Expr>();
  private readonly rewritten = new Map<number, Expr>();

  constructor(ctx: BindContext, level: Level, input: Rel, {keys, sets}: GroupBy) {
    this.ctx = ctx;
    this.level = level;
    this.keys = keys;
    const placement = new Placement(level, input);
    const placedKeys = placement.placeAll(keys);
    const calls: AggregateCall[] = [];
    for (const pending of level.pending.filter(isAggregate)) {
      pending.call.direct?.forEach(arg => this.checkDirect(arg));
      this.results.set(pending, {op: 'column', index: keys.length + calls.length, type: pending.call.type});
      calls.push(mapAggregate(pending.call, arg => placement.place(arg)));
    }
    const groupings = level.pending.filter(isGrouping);
    const masks = groupings.map(({args}) => args.map(arg => this.keyOf(arg)));
    if (sets.length === 1) {
      for (const pending of groupings) this.results.set(pending, {op: 'literal', value: 0, type: INTEGER});
    } else {
      groupings.forEach((pending, i) => {
        this.results.set(pending, {op: 'column', index: keys.length + calls.length + i, type: INTEGER});
      });
    }
    const names = keys.map((key, i) => this.keyName(key, i));
    const whole = {input: placement.rel, keys: placedKeys, names, calls, masks};
    this.rel = sets.length === 1 ? aggregate(placement.rel, placedKeys, names, calls) : unitedSets(whole, sets);
  }

  /** The expression over the aggregation's columns. */
  rewrite(expr: Expr): Expr {
    const key = this.keys.findIndex(candidate => sameExpr(candidate, expr));
    if (key >= 0) return {op: 'column', index: key, type: expr.type};
    if (expr.op !== 'column') return mapExprChildren(expr, child => this.rewrite(child));
    if (expr.index >= 0) throw this.ungrouped(expr);
    let replacement = this.rewritten.get(expr.index);
    if (!replacement) this.rewritten.set(expr.index, (replacement = this.rewritePending(expr)));
    return replacement;
  }

  /** Errors: 42803. */
  private keyOf(arg: Expr): number {
    const key = this.keys.findIndex(candidate => sameExpr(candidate, arg));
    if (key >= 0) return key;
    throw new SqlError('42803', 'arguments to GROUPING must be grouping expressions of the associated query level', {
      position: this.ctx.positionOf(arg),
    });
  }

  /** What is the same for all rows of a group. Errors: 42803. */
  private checkDirect(arg: Expr): void {
    if (this.keys.some(key => sameExpr(key, arg))) return;
    if (arg.op === 'column' && arg.index >= 0) {
      throw this.ungrouped(arg, 'Direct arguments of an ordered-set aggregate must use only grouped columns.');
    }
    for (const child of exprChildren(arg)) this.checkDirect(child);
  }

  private rewritePending(expr: Expr & {readonly op: 'column'}): Expr {
    const pending = pendingOf(this.level, expr.index)!;
    const result = this.results.get(pending);
    if (result) return result;
    if (pending.kind === 'window')
      return this.level.defer(
        mapPendingWindow(pending, part => this.rewrite(part)),
        expr.type,
      );
    if (pending.kind === 'set') {
      return this.level.defer({...pending, args: pending.args.map(arg => this.rewrite(arg))}, expr.type);
    }
    const subquery = pending as PendingSubquery;
    const rel = mapOuter(subquery.rel, (outer, nesting) => {
      if (outer.depth > 1) return {...outer, depth: outer.depth + nesting};
      // An aggregate of this query that stands in a subquery.
      if (outer.index < 0) {
        const result = this.results.get(pendingOf(this.level, outer.index)!)!;
        return result.op === 'column' ? {...outer, index: result.index, depth: 1 + nesting} : result;
      }
      const index = this.keys.findIndex(key => key.op === 'column' && key.index === outer.index);
      if (index < 0) throw this.ungroupedInSubquery(outer.index, this.ctx.positionOf(outer));
      return {...outer, index, depth: 1 + nesting};
    });
    const operands = subquery.operands.map(operand => this.rewrite(operand));
    return this.level.defer({...subquery, rel, operands}, expr.type);
  }

  private ungrouped(column: Expr & {readonly op: 'column'}, detail?: string): SqlError {
    const name = nameOfColumn(this.level, column.index);
    return new SqlError(
      '42803',
      `column "${name}" must appear in the GROUP BY clause or be used in an aggregate function`,
      {detail, position: this.ctx.positionOf(column)},
    );
  }

  private ungroupedInSubquery(index: number, position: number | undefined): SqlError {
    const name = nameOfColumn(this.level, index);
    return new SqlError('42803', `subquery uses ungrouped column "${name}" from outer query`, {position});
  }

  private keyName(key: Expr, i: number): string {
    if (key.op !== 'column' || key.index < 0) return `key${i + 1}`;
    return nameOfColumn(this.level, key.index).replace(/^.*\./, '');
  }
}

function isAggregate(pending: Pending): pending is PendingAggregate {
  return pending.kind === 'aggregate';
}

function isGrouping(pending: Pending): pending is PendingGrouping {
  return pending.kind === 'grouping';
}

/** As the message names it: with its table's name. */
function nameOfColumn(level: Level, index: number): string {
  for (const item of level.items) {
    for (const {name, expr} of item.columns) {
      if (expr.op === 'column' && expr.index === index) return item.alias === null ? name : `${item.alias}.${name}`;
    }
  }
  return '?column?';
}
