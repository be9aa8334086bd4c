import type {Expr} from '../../expr/expr.ts';
import {columnsOf, filter, filterAll, ONE_ROW, project} from '../../plan/build.ts';
import {conjunction, conjuncts, isLiteral} from '../../plan/conjuncts.ts';
import {shiftColumns} from '../../plan/columns.ts';
import {someExpr} from '../../plan/map-expr.ts';
import {mapOuterOf} from '../../plan/outer-references.ts';
import type {ApplyRel, FilterRel, JoinRel, Rel} from '../../plan/rel.ts';
import {actingNumber, acts} from './acting.ts';
import type {BindContext} from './context.ts';

// Calls of functions that act, brought to where they can be made for each row: into a list of expressions.

/**
 * A condition with calls in it as a column: of the rows that the rest of the condition lets through, and of one side of a join where
 * it reads no other, as Postgres makes them.
 */
export function overPredicate({input, predicate}: FilterRel): Rel {
  const all = conjuncts(predicate);
  const sides = input.node === 'join' ? pushed(input, all) : {rel: input, rest: all};
  const rows = filterAll(
    sides.rel,
    sides.rest.filter(each => !acts(each)),
  );
  const asking = sides.rest.filter(acts);
  if (asking.length === 0) return rows;
  const width = rows.schema.length;
  const asked = project(rows, [...columnsOf(rows.schema), conjunction(asking)]);
  const holds = columnsOf(asked.schema)[width];
  return project(filter(asked, holds), columnsOf(rows.schema));
}

/** Conditions with calls that read one side, below the join, and with them the others that do; what is left. */
function pushed(join: JoinRel, all: readonly Expr[]): {readonly rel: Rel; readonly rest: readonly Expr[]} {
  const width = join.left.schema.length;
  const readsLeft = (expr: Expr): boolean => someExpr(expr, part => part.op === 'column' && part.index < width);
  const readsRight = (expr: Expr): boolean => someExpr(expr, part => part.op === 'column' && part.index >= width);
  const ofSide = (own: (expr: Expr) => boolean, other: (expr: Expr) => boolean): readonly Expr[] => {
    const found = all.filter(each => own(each) && !other(each));
    return found.some(acts) ? found : [];
  };
  const left = join.kind === 'inner' || join.kind === 'left' ? ofSide(readsLeft, readsRight) : [];
  const right = join.kind === 'inner' ? ofSide(readsRight, readsLeft) : [];
  const below = (side: Rel, conditions: readonly Expr[]): Rel =>
    conditions.length === 0 ? side : overPredicate(filter(side, conjunction(conditions)) as FilterRel);
  const rel: Rel = {
    ...join,
    left: below(join.left, left),
    right: below(
      join.right,
      right.map(each => shiftColumns(each, -width)),
    ),
  };
  return {rel, rest: all.filter(each => !left.includes(each) && !right.includes(each))};
}

/**
 * What stands beside each row of another and reads no table, LATERAL or as a subquery, as further columns of it; null: it does
 * more than that.
 */
export function besideRow(ctx: BindContext, {kind, left, right, on}: ApplyRel): Rel | null {
  if (kind !== 'inner' && kind !== 'left' && kind !== 'scalar') return null;
  const beside = over(left, right);
  if (!beside) return null;
  if (kind === 'inner') return filter(beside, on);
  // Each row has one beside it, or else NULLs would have to be put there.
  return isLiteral(on, true) && givesOne(ctx, right) ? beside : null;
}

function over(left: Rel, rel: Rel): Rel | null {
  const width = left.schema.length;
  const placed = (expr: Expr): Expr =>
    mapOuterOf(shiftColumns(expr, width), outer =>
      outer.depth === 1 ? {op: 'column', index: outer.index, type: outer.type} : {...outer, depth: outer.depth - 1},
    );
  if (rel === ONE_ROW) return left;
  if (rel.node !== 'project' && rel.node !== 'filter') return null;
  const input = over(left, rel.input);
  if (!input) return null;
  if (rel.node === 'filter') return filter(input, placed(rel.predicate));
  const names = [...left.schema, ...rel.schema].map(({name}) => name);
  return project(input, [...columnsOf(left.schema), ...rel.exprs.map(placed)], names);
}

function givesOne(ctx: BindContext, rel: Rel): boolean {
  if (rel === ONE_ROW) return true;
  if (rel.node !== 'project') return false;
  const isSet = (expr: Expr): boolean => {
    const number = actingNumber(expr);
    return number !== null && ctx.acting[number].object.set;
  };
  return givesOne(ctx, rel.input) && !rel.exprs.some(expr => someExpr(expr, isSet));
}
