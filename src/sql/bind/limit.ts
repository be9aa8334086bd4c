import type {Expr, OrderKey} from '../../expr/expr.ts';
import {filter} from '../../plan/build.ts';
import {conjunction} from '../../plan/conjuncts.ts';
import {someExpr} from '../../plan/map-expr.ts';
import {numberRows, withinLimits} from '../../plan/number-rows.ts';
import {outerColumns} from '../../plan/outer-references.ts';
import type {Rel} from '../../plan/rel.ts';
import {SqlError} from '../../types/sql-error.ts';
import {BIGINT} from '../../types/sql-type.ts';
import type {Expression, Query} from '../ast/index.ts';
import type {Clause} from './clause.ts';
import type {BindContext} from './context.ts';
import {asType, bindExpression} from './expression.ts';
import {type Level, pendingOf} from './level.ts';
import {Placement} from './placement.ts';
import {keepColumns, sort} from './rel-builders.ts';

/** LIMIT and OFFSET as bigints; null where they say nothing. */
type Limits = {readonly limit: Expr | null; readonly offset: Expr | null; readonly withTies: boolean};

/** Errors: 42804, 42P10 they refer to columns, 2201W no number of rows for WITH TIES. */
export function bindLimit(ctx: BindContext, level: Level, query: Query): Limits {
  const bind = (ast: Expression | null, clause: Clause & ('LIMIT' | 'OFFSET')): Expr | null => {
    if (!ast || ast.kind === 'null') return null;
    const expr = asType(ctx, bindExpression(ctx, {level, clause}, ast), BIGINT, clause);
    if (someExpr(expr, node => node.op === 'column' && dependsOnRows(level, node.index))) {
      throw new SqlError('42P10', `argument of ${clause} must not contain variables`, {
        position: ctx.at(ast.span.start),
      });
    }
    return expr.op === 'literal' && expr.value === null ? null : expr;
  };
  const offset = bind(query.offset, 'OFFSET');
  const limit = bind(query.limit, 'LIMIT');
  if (query.withTies && !limit) {
    throw new SqlError('2201W', 'row count cannot be null in FETCH FIRST ... WITH TIES clause');
  }
  return {limit, offset, withTies: query.withTies};
}

/** A column; or a subquery that reads columns of the query that it limits. */
function dependsOnRows(level: Level, index: number): boolean {
  const pending = pendingOf(level, index);
  return !pending || pending.kind !== 'subquery' || outerColumns(pending.rel).size > 0;
}

/** The rows in order and cut. Keys are over `rel`. */
export function limited(level: Level, rel: Rel, keys: readonly OrderKey[], limits: Limits): Rel {
  const {limit, offset, withTies} = limits;
  const computed = [limit, offset].some(bound => bound && someExpr(bound, node => node.op === 'column'));
  if (!withTies && !computed) return sort(rel, keys, limit, offset);
  return sort(cutByNumber(level, rel, keys, limits), keys);
}

/** Rows as many as a subquery says, or with the last one all its peers. */
function cutByNumber(level: Level, input: Rel, keys: readonly OrderKey[], {limit, offset, withTies}: Limits): Rel {
  refuseNegative(limit, 'LIMIT', '2201W');
  refuseNegative(offset, 'OFFSET', '2201X');
  const numbered = numberRows(input, [], keys);
  const placement = new Placement(level, numbered);
  const placed = [limit, offset].map(bound => bound && placement.place(bound));
  const conditions = withinLimits(numbered, placed[0], placed[1], withTies);
  return keepColumns(filter(placement.rel, conjunction(conditions)), input.schema.length);
}

function refuseNegative(bound: Expr | null, clause: string, code: string): void {
  if (bound?.op !== 'literal' || BigInt(bound.value as bigint) >= 0n) return;
  throw new SqlError(code, `${clause} must not be negative`);
}
