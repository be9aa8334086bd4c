import type {AggregateCall, Expr} from '../../expr/expr.ts';
import {exprChildren, mapExprChildren} from '../../plan/map-expr.ts';
import {mapOuter, outerColumns, refersToOuter} from '../../plan/outer-references.ts';
import {aggregateExprs, mapAggregate} from '../../plan/rel-children.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {Env} from './clause.ts';
import type {BindContext} from './context.ts';
import {type Level, type PendingSubquery, pendingOf} from './level.ts';

/** The query that an aggregate belongs to, and the call as one over that query's rows. */
type Belonging = {readonly level: Level; readonly levelsUp: number; readonly moved: AggregateCall};

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
  const move = (expr: Expr): Expr =>
    levelsUp === 0 ? expr : new Raise(ctx, env.level, level, levelsUp, position).raised(expr);
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

/** Moves expressions to the query `levels` further out, and the subqueries that they hold. Errors: 42803. */
class Raise {
  private readonly ctx: BindContext;
  private readonly from: Level;
  private readonly to: Level;
  private readonly levels: number;
  private readonly position: number;

  constructor(ctx: BindContext, from: Level, to: Level, levels: number, position: number) {
    this.ctx = ctx;
    this.from = from;
    this.to = to;
    this.levels = levels;
    this.position = position;
  }

  raised(expr: Expr): Expr {
    const up = this.moved(expr);
    return keepPosition(this.ctx, expr, up);
  }

  private moved(expr: Expr): Expr {
    if (expr.op === 'outer') return this.reference(expr);
    if (expr.op !== 'column') return mapExprChildren(expr, child => this.raised(child));
    // No column of the query itself is named: it stands for a subquery.
    const pending = pendingOf(this.from, expr.index) as PendingSubquery;
    const rel = mapOuter(pending.rel, (outer, nesting) => {
      if (outer.depth === 1 + this.levels && outer.index < 0) throw nested(this.ctx.positionOf(outer) ?? this.position);
      return {...outer, depth: outer.depth - this.levels + nesting};
    });
    const operands = pending.operands.map(operand => this.raised(operand));
    return this.to.defer({...pending, rel, operands}, expr.type);
  }

  private reference(outer: Extract<Expr, {op: 'outer'}>): Expr {
    const {depth, index, type} = outer;
    if (depth > this.levels) return {...outer, depth: depth - this.levels};
    if (index < 0) throw nested(this.ctx.positionOf(outer) ?? this.position);
    return {op: 'column', index, type};
  }
}

function nested(position: number): SqlError {
  return new SqlError('42803', 'aggregate function calls cannot be nested', {position});
}

function keepPosition<E extends Expr>(ctx: BindContext, from: Expr, to: E): E {
  const position = ctx.positionOf(from);
  return position === undefined || (from as Expr) === to ? to : ctx.markAt(to, position);
}
