import type {Expr} from '../../expr/expr.ts';
import {columnsOf, filter, project, projectColumns, union} from '../../plan/build.ts';
import {columnAt, rewriteColumns} from '../../plan/columns.ts';
import {literal} from '../../plan/conjuncts.ts';
import {mapOuter, mapOuterOf} from '../../plan/outer-references.ts';
import type {Rel} from '../../plan/rel.ts';
import {BOOLEAN} from '../../types/sql-type.ts';
import {Level} from './level.ts';
import type {Pending} from './level.ts';
import {lowerOuter, raiseOuter} from './outer.ts';
import {Placement} from './placement.ts';
import {apply} from './rel-builders.ts';

/**
 * An outer join whose condition holds subqueries. These see a pair of rows, so that the condition becomes a filter of one
 * side's rows for each row of the other: a lateral left join. `on` and what is pending in `sees` are over left ++ right;
 * `right` is one level further in, beside the left side's row.
 */
export function outerJoinOnSubqueries(
  type: 'left' | 'right' | 'full',
  left: Rel,
  right: Rel,
  on: Expr,
  sees: Level,
): Rel {
  const width = left.schema.length;
  const total = width + right.schema.length;
  const leftFirst = (): Rel => apply('left', left, matching(right, on, sees, {from: width, to: total}));
  const rightRows = (): Rel => lowerOuter(right);
  const leftRows = (): Rel => matching(raiseOuter(left, 1), on, sees, {from: 0, to: width});
  switch (type) {
    case 'left':
      return leftFirst();
    case 'right': {
      const joined = apply('left', rightRows(), leftRows());
      const moved = [...range(total - width, total), ...range(0, total - width)];
      return projectColumns(joined, moved);
    }
    case 'full': {
      const answered = apply('exists', rightRows(), leftRows());
      const found = columnAt(answered.schema, total - width);
      const alone = filter(answered, {op: 'not', arg: found, type: BOOLEAN});
      const nulls = left.schema.map(column => literal(null, column.type));
      const names = [...left.schema, ...right.schema].map(column => column.name);
      const others = columnsOf(right.schema);
      return union([leftFirst(), project(alone, [...nulls, ...others], names)]);
    }
  }
}

type Side = {readonly from: number; readonly to: number};

/** The rows of one side (columns [from, to) of the pair) for which the condition holds, under an apply over the other side. */
function matching(rows: Rel, on: Expr, sees: Level, side: Side): Rel {
  const level = new Level(null, sees.commonTables);
  for (const pending of sees.pending) level.pending.push(movedPending(pending, side));
  const placement = new Placement(level, rows);
  const predicate = placement.place(movedExpr(on, side));
  return projectColumns(filter(placement.rel, predicate), [...rows.schema.keys()]);
}

function movedPending(pending: Pending, side: Side): Pending {
  if (pending.kind !== 'subquery') throw new Error(`a ${pending.kind} in a join's condition`);
  return {
    ...pending,
    operands: pending.operands.map(operand => movedExpr(operand, side)),
    rel: mapOuter(pending.rel, (outer, nesting) => {
      if (outer.depth > 1) return {...outer, depth: outer.depth + 1 + nesting};
      const own = isWithin(outer.index, side);
      return {...outer, index: placeOf(outer.index, side), depth: (own ? 1 : 2) + nesting};
    }),
  };
}

/** Over the side's own columns; what is of the other side is of the row around. */
function movedExpr(expr: Expr, side: Side): Expr {
  const raised = mapOuterOf(expr, outer => ({...outer, depth: outer.depth + 1}));
  return rewriteColumns(raised, column => {
    if (column.index < 0) return column;
    const index = placeOf(column.index, side);
    return isWithin(column.index, side) ? {...column, index} : {op: 'outer', depth: 1, index, type: column.type};
  });
}

function isWithin(index: number, {from, to}: Side): boolean {
  return index >= from && index < to;
}

/** Columns before the side keep their number among those of the other side, as do those of a side that comes first. */
function placeOf(index: number, {from, to}: Side): number {
  if (isWithin(index, {from, to})) return index - from;
  return index < from ? index : index - to;
}

function range(from: number, to: number): number[] {
  return Array.from({length: to - from}, (_, i) => from + i);
}
