import type {AggregateCall, Expr} from '../../expr/expr.ts';
import {exprChildren} from '../../plan/map-expr.ts';
import {mapOuterOf, outerColumns, refersToOuter} from '../../plan/outer-references.ts';
import {aggregateExprs, mapAggregate} from '../../plan/rel-children.ts';
import {notSupported, SqlError} from '../../types/sql-error.ts';
import type {Env} from './clause.ts';
import type {BindContext} from './context.ts';
import {type Level, pendingOf} from './level.ts';

/** The query that an aggregate belongs to, and the call as one over that query's rows. */
export type Belonging = {readonly level: Level; readonly levelsUp: number; readonly moved: AggregateCall};

/**
 * An aggregate belongs to the innermost query whose columns its arguments name, or to that in which it stands if they name
 * none. Errors: 42803 for an aggregate within one of the same query.
 */
export function belongingTo(ctx: BindContext, env: Env, call: AggregateCall, position: number): Belonging {
  const {direct = [], ...aggregated} = call;
  const {level, levelsUp, raised} = ownerOf(ctx, env, aggregateExprs(aggregated), position);
  if (levelsUp === 0) {
    refuseNested(ctx, env.level, aggregateExprs(call), position);
    return {level, levelsUp, moved: call};
  }
  const lower = direct.find(arg => nearest(env.level, [arg], levelsUp) !== null);
  if (lower) {
    throw new SqlError('42803', 'outer-level aggregate cannot contain a lower-level variable in its direct arguments', {
      position: ctx.positionOf(lower) ?? position,
    });
  }
  return {level, levelsUp, moved: mapAggregate(call, raised)};
}

/** The query that something belongs to which names these columns, and how its expressions are moved there. */
export function ownerOf(ctx: BindContext, env: Env, exprs: readonly Expr[], position: number) {
  const levelsUp = nearest(env.level, exprs) ?? 0;
  let {level} = env;
  for (let i = 0; i < levelsUp; i++) level = level.parent!;
  const move = (expr: Expr): Expr => (levelsUp === 0 ? expr : raisedBy(ctx, expr, levelsUp, position));
  return {level, levelsUp, raised: move};
}

/** How many levels up the nearest of the columns is that they name, if it is less than `below`; null: they name none. */
function nearest(level: Level, exprs: readonly Expr[], below = Infinity): number | null {
  let found: number | null = null;
  const see = (depth: number) => {
    if (depth < below) found = Math.min(found ?? depth, depth);
  };
  const visit = (expr: Expr): void => {
    if (expr.op === 'outer') see(expr.depth);
    if (expr.op === 'column') {
      const pending = pendingOf(level, expr.index);
      if (pending?.kind !== 'subquery') return see(0);
      pending.operands.forEach(visit);
      for (let depth = 1, up: Level | null = level; up; depth++, up = up.parent) {
        if (refersToOuter(pending.rel, depth)) see(depth - 1);
      }
    }
    exprChildren(expr).forEach(visit);
  };
  exprs.forEach(visit);
  return found;
}

/** A subquery among the arguments may hold an aggregate of this very query. */
function refuseNested(ctx: BindContext, level: Level, exprs: readonly Expr[], position: number): void {
  const visit = (expr: Expr): void => {
    const pending = expr.op === 'column' ? pendingOf(level, expr.index) : null;
    if (pending?.kind === 'subquery' && [...outerColumns(pending.rel)].some(index => index < 0)) {
      throw nested(ctx.positionOf(expr) ?? position);
    }
    exprChildren(expr).forEach(visit);
  };
  exprs.forEach(visit);
}

/** The expression as one of the query `levels` further out. Errors: 42803, 0A000. */
function raisedBy(ctx: BindContext, expr: Expr, levels: number, position: number): Expr {
  refuseSubqueries(expr, position);
  const up = mapOuterOf(expr, outer => {
    const {depth, index, type} = outer;
    if (depth > levels) return {...outer, depth: depth - levels};
    if (index < 0) throw nested(ctx.positionOf(outer) ?? position);
    return keepPosition(ctx, outer, {op: 'column', index, type});
  });
  return keepPosition(ctx, expr, up);
}

function refuseSubqueries(expr: Expr, position: number): void {
  if (expr.op === 'column') throw notSupported('a subquery in an aggregate that belongs to an outer query', position);
  for (const child of exprChildren(expr)) refuseSubqueries(child, position);
}

function nested(position: number): SqlError {
  return new SqlError('42803', 'aggregate function calls cannot be nested', {position});
}

function keepPosition<E extends Expr>(ctx: BindContext, from: Expr, to: E): E {
  const position = ctx.positionOf(from);
  return position === undefined || (from as Expr) === to ? to : ctx.markAt(to, position);
}
