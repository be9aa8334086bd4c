import type {Expr} from '../../expr/expr.ts';
import {columnsOf, join, project} from '../../plan/build.ts';
import {columnAt} from '../../plan/columns.ts';
import {isNull} from '../../plan/conjuncts.ts';
import {isVolatile} from '../../plan/function-facts.ts';
import {mapExprChildren, someExpr} from '../../plan/map-expr.ts';
import {refersToOuter} from '../../plan/outer-references.ts';
import {nextRelId} from '../../plan/rel-id.ts';
import type {Rel} from '../../plan/rel.ts';
import {column} from '../../types/schema.ts';
import {BIGINT, BOOLEAN} from '../../types/sql-type.ts';
import {withArguments} from './function-arguments.ts';
import {pendingOf} from './level.ts';
import {askedOnlyIf, mayRaise} from './lazy-subquery.ts';
import type {Level, Pending, PendingSet, PendingSubquery} from './level.ts';
import {lowerOuter} from './outer.ts';
import {TRUE, apply} from './rel-builders.ts';

/**
 * Puts the subqueries of expressions into the plan: each becomes an apply on top of `rel`, whose new column then stands
 * where the subquery was. Columns that were there keep their numbers.
 */
export class Placement {
  rel: Rel;
  /** Rows of set-returning functions are numbered. */
  numbersSets = false;
  /** Their numbers, outermost last. */
  readonly setNumbers: Expr[] = [];
  private readonly level: Level;
  private readonly placed: Map<number, Expr>;

  /** `placed`: what stands for pending things that are in `rel` already. */
  constructor(level: Level, rel: Rel, placed: ReadonlyMap<number, Expr> = new Map()) {
    this.level = level;
    this.rel = rel;
    this.placed = new Map(placed);
  }

  place(expr: Expr): Expr {
    return this.placeAll([expr])[0];
  }

  /** Set-returning functions of all these expressions run in lockstep; those within arguments of others before them. */
  placeAll(exprs: readonly Expr[]): Expr[] {
    for (let sets = this.innermostSets(exprs); sets.length > 0; sets = this.innermostSets(exprs)) this.putSets(sets);
    return exprs.map(expr => this.substituted(expr));
  }

  /** Indexes of the set-returning functions that wait for no other. */
  private innermostSets(exprs: readonly Expr[]): number[] {
    const found = new Set<number>();
    const visit = (expr: Expr): boolean => {
      let waits = false;
      someExpr(expr, part => {
        const pending = part.op === 'column' && !this.placed.has(part.index) && pendingOf(this.level, part.index);
        if (pending && pending.kind === 'subquery') waits = pending.operands.filter(visit).length > 0 || waits;
        if (part.op !== 'column' || !pending || pending.kind !== 'set') return false;
        waits = true;
        if (pending.args.filter(visit).length === 0) found.add(part.index);
        return false;
      });
      return waits;
    };
    exprs.forEach(visit);
    return [...found];
  }

  private putSets(indexes: readonly number[]): void {
    const sets = indexes.map(index => pendingOf(this.level, index) as PendingSet);
    const args = sets.flatMap(set => set.args.map(arg => this.substituted(arg)));
    const calls = sets.map(({call}) => call);
    const input = this.rel;
    const ordinality = this.numbersSets;
    const numbers = ordinality ? [column('ordinality', BIGINT, false)] : [];
    const schema = [...input.schema, ...calls.flatMap(call => call.columns), ...numbers];
    this.rel = {node: 'flatMap', input, calls, args, ordinality, schema};
    if (ordinality) this.setNumbers.push(columnAt(schema, schema.length - 1));
    // Each has one column: one of several is a composite here.
    indexes.forEach((index, i) => this.placed.set(index, columnAt(schema, input.schema.length + i)));
  }

  private substituted(expr: Expr): Expr {
    return this.placeWhere(expr, null);
  }

  /** `asked`: the condition on which the expression is evaluated at all; null: always. */
  private placeWhere(expr: Expr, asked: Expr | null): Expr {
    switch (expr.op) {
      case 'column':
        return expr.index < 0 ? this.resolve(expr.index, asked) : expr;
      case 'case': {
        let before = asked;
        const whens = expr.whens.map(({when, then}) => {
          const condition = this.placeWhere(when, before);
          const placed = {when: condition, then: this.placeWhere(then, both(before, truth(condition, false)))};
          before = both(before, truth(condition, true));
          return placed;
        });
        return {...expr, whens, otherwise: this.placeWhere(expr.otherwise, before)};
      }
      case 'coalesce': {
        let before = asked;
        const args = expr.args.map(arg => {
          const placed = this.placeWhere(arg, before);
          before = both(before, isNull(placed));
          return placed;
        });
        return {...expr, args};
      }
      default:
        return mapExprChildren(expr, child => this.placeWhere(child, asked));
    }
  }

  private resolve(index: number, asked: Expr | null): Expr {
    const known = this.placed.get(index);
    if (known) return known;
    const pending = this.called(pendingOf(this.level, index)!, asked);
    if (!asked || pending.kind !== 'subquery' || !mayRaise(pending)) {
      const column = this.put(pending);
      this.placed.set(index, column);
      return column;
    }
    return this.put({...pending, rel: askedOnlyIf(asked, pending.rel)});
  }

  private put(pending: Pending): Expr {
    if (pending.kind === 'subquery') this.rel = this.applied(pending);
    else throw new Error(`${pending.kind} call left where it has no place`);
    const last = this.rel.schema.length - 1;
    return {op: 'column', index: last, type: this.rel.schema[last].type};
  }

  /** The body of a function over the arguments of the call. */
  private called(pending: Pending, asked: Expr | null): Pending {
    if (pending.kind !== 'subquery' || !pending.isBody) return pending;
    const args = pending.operands.map(operand => {
      const arg = this.placeWhere(operand, asked);
      return isVolatile(arg) ? this.computed(arg, asked) : arg;
    });
    return {...pending, rel: withArguments(pending.rel, args, 1), operands: []};
  }

  /** As a column of its own, whose values are found once. */
  private computed(expr: Expr, asked: Expr | null): Expr {
    const {type} = expr;
    const otherwise: Expr = {op: 'literal', value: null, type};
    const value: Expr = asked ? {op: 'case', whens: [{when: asked, then: expr}], otherwise, type} : expr;
    const input = project(this.rel, [...columnsOf(this.rel.schema), value]);
    const {schema} = input;
    this.rel = {node: 'shared', id: nextRelId(), input, schema};
    return columnAt(schema, schema.length - 1);
  }

  private applied(pending: PendingSubquery): Rel {
    const operands = pending.operands.map(operand => this.place(operand));
    const right = columnsOf(pending.rel.schema, this.rel.schema.length);
    const on = pending.on ? pending.on(operands, right) : TRUE;
    return apply(pending.apply, this.rel, pending.rel, on);
  }
}

function both(a: Expr | null, b: Expr): Expr {
  return a ? {op: 'and', args: [a, b], type: BOOLEAN} : b;
}

function truth(arg: Expr, negated: boolean): Expr {
  return {op: 'isTruth', arg, truth: 'true', negated, type: BOOLEAN};
}

/** Each row of `left` with the rows of `right` for it; a plain join where `right` does not look at the row. */
export function lateral(left: Rel, right: Rel, kind: 'inner' | 'left' = 'inner', on: Expr = TRUE): Rel {
  if (refersToOuter(right)) return apply(kind, left, right, on);
  return join(kind, left, lowerOuter(right), on);
}
