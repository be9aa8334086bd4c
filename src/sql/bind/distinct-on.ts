import {columnAt} from '../../plan/columns.ts';
import {literal} from '../../plan/conjuncts.ts';
import {sameExpr} from '../../plan/expr-key.ts';
import type {Rel} from '../../plan/rel.ts';
import {SqlError} from '../../types/sql-error.ts';
import {BIGINT} from '../../types/sql-type.ts';
import type {Expression} from '../ast/index.ts';
import type {Env} from './clause.ts';
import {resolveUnknown} from './coerce.ts';
import {columnName} from './column-name.ts';
import type {BindContext} from './context.ts';
import {bindExpression} from './expression.ts';
import {findOutput, orderKeys} from './order-by.ts';
import type {OutputKey} from './order-by.ts';
import {requireOrdering} from './sortable.ts';
import type {BoundTarget} from './target-list.ts';

/**
 * The columns of DISTINCT ON, found as those of ORDER BY are; what is not selected is appended to `targets`.
 * Errors: 42P10 unless they are what ORDER BY begins with.
 */
export function bindDistinctOn(
  ctx: BindContext,
  env: Env,
  asts: readonly Expression[],
  targets: BoundTarget[],
  visible: number,
  order: readonly OutputKey[],
): readonly number[] {
  const columns = asts.map(ast => columnOf(ctx, env, ast, targets, visible));
  const mismatch = (at: number) =>
    new SqlError('42P10', 'SELECT DISTINCT ON expressions must match initial ORDER BY expressions', {
      position: ctx.at(asts[at].span.start),
    });
  const beyond = order.findIndex(({column}) => !columns.includes(column));
  if (beyond < 0) return columns;
  const late = order.slice(beyond).find(({column}) => columns.includes(column));
  if (late) throw mismatch(columns.indexOf(late.column));
  const unordered = columns.findIndex(column => !order.some(key => key.column === column));
  if (unordered >= 0) throw mismatch(unordered);
  return columns;
}

function columnOf(ctx: BindContext, env: Env, ast: Expression, targets: BoundTarget[], visible: number): number {
  const output = findOutput(ctx, ast, targets, visible, 'DISTINCT ON');
  if (output !== null) return output;
  const expr = resolveUnknown(ctx, bindExpression(ctx, env, ast));
  requireOrdering(expr.type, ctx.at(ast.span.start));
  const there = targets.findIndex(target => sameExpr(target.expr, expr));
  if (there >= 0) return there;
  return targets.push({name: columnName(ast), expr, tableOid: 0, attributeNumber: 0}) - 1;
}

/** The first row, in this order, of those that agree in `columns`. */
export function firstOfEach(input: Rel, columns: readonly number[], order: readonly OutputKey[]): Rel {
  return {
    node: 'sort',
    input,
    keys: orderKeys(order, input.schema).filter(({expr}) => expr.op !== 'column' || !columns.includes(expr.index)),
    limit: literal(1n, BIGINT),
    offset: null,
    partition: [...new Set(columns)].map(column => columnAt(input.schema, column).index),
    schema: input.schema,
  };
}

/** Postgres sorts by what is distinct, asked or not, and its users have come to expect that. */
export function orderOfFirsts(columns: readonly number[], order: readonly OutputKey[]): readonly OutputKey[] {
  const rest = [...new Set(columns)].filter(column => !order.some(key => key.column === column));
  return [...order, ...rest.map(column => ({column, descending: false, nullsFirst: false}))];
}
