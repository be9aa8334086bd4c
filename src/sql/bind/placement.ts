import type {Expr} from '../../expr/expr.ts';
import {columnsOf, join} from '../../plan/build.ts';
import {rewriteColumns} from '../../plan/columns.ts';
import {refersToOuter} from '../../plan/outer-references.ts';
import type {Rel} from '../../plan/rel.ts';
import {pendingOf} from './level.ts';
import type {Level, PendingSubquery} from './level.ts';
import {lowerOuter} from './outer.ts';
import {TRUE, apply} from './rel-builders.ts';

/**
 * Puts the subqueries of expressions into the plan: each becomes an apply on top of `rel`, whose new column then stands
 * where the subquery was. Columns that were there keep their numbers.
 */
export class Placement {
  rel: Rel;
  private readonly level: Level;
  private readonly placed: Map<number, Expr>;

  /** `placed`: what stands for pending things that are in `rel` already. */
  constructor(level: Level, rel: Rel, placed: ReadonlyMap<number, Expr> = new Map()) {
    this.level = level;
    this.rel = rel;
    this.placed = new Map(placed);
  }

  place(expr: Expr): Expr {
    return rewriteColumns(expr, column => (column.index < 0 ? this.resolve(column.index) : column));
  }

  private resolve(index: number): Expr {
    let column = this.placed.get(index);
    if (!column) this.placed.set(index, (column = this.put(index)));
    return column;
  }

  private put(index: number): Expr {
    const pending = pendingOf(this.level, index)!;
    if (pending.kind !== 'subquery' && pending.kind !== 'set') {
      throw new Error(`${pending.kind} call left where it has no place`);
    }
    if (pending.kind === 'set') {
      this.rel = lateral(this.rel, pending.rel);
    } else {
      this.rel = this.applied(pending);
    }
    const last = this.rel.schema.length - 1;
    return {op: 'column', index: last, type: this.rel.schema[last].type};
  }

  private applied(pending: PendingSubquery): Rel {
    const operands = pending.operands.map(operand => this.place(operand));
    const right = columnsOf(pending.rel.schema, this.rel.schema.length);
    const on = pending.on ? pending.on(operands, right) : TRUE;
    return apply(pending.apply, this.rel, pending.rel, on);
  }
}

/** Each row of `left` with the rows of `right` for it; a plain join where `right` does not look at the row. */
export function lateral(left: Rel, right: Rel, kind: 'inner' | 'left' = 'inner', on: Expr = TRUE): Rel {
  if (refersToOuter(right)) return apply(kind, left, right, on);
  return join(kind, left, lowerOuter(right), on);
}
