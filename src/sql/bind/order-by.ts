import type {OrderKey} from '../../expr/expr.ts';
import {project} from '../../plan/build.ts';
import {columnAt} from '../../plan/columns.ts';
import {sameExpr} from '../../plan/expr-key.ts';
import type {Rel} from '../../plan/rel.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {Expression, Query, SortKey} from '../ast/index.ts';
import type {Env} from './clause.ts';
import {resolveUnknown} from './coerce.ts';
import type {BindContext} from './context.ts';
import {columnName} from './column-name.ts';
import {bindExpression} from './expression.ts';
import {Level} from './level.ts';
import {bindLimit, limited} from './limit.ts';
import type {BoundQuery, Surroundings} from './query.ts';
import {Placement} from './placement.ts';
import {byLastColumn} from './row-order.ts';
import {missingTable} from './missing-name.ts';
import {requireOrdering} from './sortable.ts';
import type {BoundTarget} from './target-list.ts';

/** A sort key as a column of the select list, hidden columns included. */
export type OutputKey = {readonly column: number; readonly descending: boolean; readonly nullsFirst: boolean};

/**
 * ORDER BY over a select list: names of output columns first, then ordinals, then any expression over the input. What
 * is not selected yet is appended to `targets`. Errors: 42702, 42P10, 42601, 42883.
 */
export function bindOrderBy(
  ctx: BindContext,
  env: Env,
  keys: readonly SortKey[],
  targets: BoundTarget[],
  visible: number,
): OutputKey[] {
  return keys.map(key => {
    let column = findOutput(ctx, key.expression, targets, visible, 'ORDER BY');
    if (column === null) {
      const expr = resolveUnknown(ctx, bindExpression(ctx, env, key.expression));
      column = targets.findIndex(target => sameExpr(target.expr, expr));
      if (column < 0) {
        targets.push({name: columnName(key.expression), expr, tableOid: 0, attributeNumber: 0});
        column = targets.length - 1;
      }
    }
    requireOrdering(targets[column].expr.type, ctx.at(key.expression.span.start));
    return {column, ...direction(ctx, key)};
  });
}

/** The output column that an item of ORDER BY or GROUP BY names, by name or by number; null: it is an expression. */
export function findOutput(
  ctx: BindContext,
  ast: Expression,
  targets: readonly BoundTarget[],
  visible: number,
  clause: 'ORDER BY' | 'GROUP BY' | 'DISTINCT ON',
): number | null {
  const position = ctx.at(ast);
  if (ast.kind === 'column_ref' && ast.path.length === 1 && !ast.star) {
    const [name] = ast.path;
    let found: number | null = null;
    for (let i = 0; i < visible; i++) {
      if (targets[i].name !== name) continue;
      if (found !== null && !sameExpr(targets[found].expr, targets[i].expr)) {
        throw new SqlError('42702', `${clause} "${name}" is ambiguous`, {position});
      }
      found ??= i;
    }
    return found;
  }
  if (ast.kind === 'integer') {
    const ordinal = Number(ast.text);
    if (ordinal >= 1 && ordinal <= visible) return ordinal - 1;
    throw new SqlError('42P10', `${clause} position ${ast.text} is not in select list`, {position});
  }
  if (ast.kind === 'string' || ast.kind === 'numeric' || ast.kind === 'boolean' || ast.kind === 'null') {
    throw new SqlError('42601', `non-integer constant in ${clause}`, {position});
  }
  return null;
}

export function direction(
  ctx: BindContext,
  key: SortKey,
): {readonly descending: boolean; readonly nullsFirst: boolean} {
  let descending = key.direction === 'desc';
  if (key.using) {
    if (key.using.name !== '<' && key.using.name !== '>') {
      throw new SqlError('42809', `operator ${key.using.name} is not a valid ordering operator`, {
        hint: 'Ordering operators must be "<" or ">" members of btree operator families.',
        position: ctx.at(key),
      });
    }
    descending = key.using.name === '>';
  }
  return {descending, nullsFirst: key.nulls === 'default' ? descending : key.nulls === 'first'};
}

/** The keys over the relation that has the targets as columns. */
export function orderKeys(keys: readonly OutputKey[], schema: BoundQuery['rel']['schema']): OrderKey[] {
  return keys.map(({column, ...rest}) => ({expr: columnAt(schema, column), ...rest}));
}

/**
 * ORDER BY and LIMIT of VALUES and of set operations. Set operations can only name what comes out; over VALUES any expression
 * may stand. Errors: 0A000.
 */
export function orderOutput(
  ctx: BindContext,
  bound: BoundQuery,
  query: Query,
  around: Surroundings,
  what: 'VALUES' | 'set operation',
): BoundQuery {
  const level = new Level(around.parent, around.commonTables);
  const targets: BoundTarget[] = bound.columns.map((column, index) => ({
    ...column,
    expr: {op: 'column', index, type: column.type},
  }));
  const visible = targets.length;
  if (what === 'VALUES') showValues(level, bound.rel, targets);
  const keys = query.orderBy.map(key => {
    let column = findOutput(ctx, key.expression, targets, visible, 'ORDER BY');
    if (column === null) {
      if (what !== 'VALUES') throw orderByExpression(ctx, level, key.expression);
      const expr = resolveUnknown(ctx, bindExpression(ctx, {level, clause: 'ORDER BY'}, key.expression));
      column = targets.push({name: columnName(key.expression), expr, tableOid: 0, attributeNumber: 0}) - 1;
    }
    requireOrdering(targets[column].expr.type, ctx.at(key.expression.span.start));
    return {column, ...direction(ctx, key)};
  });
  const limits = bindLimit(ctx, level, query);
  let {rel} = bound;
  if (targets.length > visible) {
    if (level.pending.some(({kind}) => kind !== 'subquery')) {
      throw ctx.unsupported('ORDER BY an aggregate, a window or a set over VALUES', query.orderBy[0]);
    }
    const placement = new Placement(level, rel);
    const exprs = targets.map(({expr}) => placement.place(expr));
    rel = project(
      placement.rel,
      exprs,
      targets.map(({name}) => name),
    );
  }
  const written = orderKeys(keys, rel.schema);
  const order = written.length === 0 && rel.schema.length > visible ? byLastColumn(rel) : written;
  return {...bound, rel: limited(level, rel, order, limits)};
}

function showValues(level: Level, rel: Rel, targets: readonly BoundTarget[]): void {
  level.rel = rel;
  const item = {alias: '*VALUES*', schema: null, hiddenName: null, columnsVisible: true, nameVisible: true};
  level.items = [{...item, columns: [...targets]}];
  level.rangeTable.push(...level.items);
}

function orderByExpression(ctx: BindContext, level: Level, ast: Expression): SqlError {
  if (ast.kind === 'column_ref' && ast.path.length > 1) return missingTable(ctx, level, ast.path.slice(0, -1), ast);
  if (ast.kind === 'column_ref' && ast.path.length === 1) {
    return new SqlError('42703', `column "${ast.path[0]}" does not exist`, {position: ctx.at(ast)});
  }
  return new SqlError('0A000', 'invalid UNION/INTERSECT/EXCEPT ORDER BY clause', {
    detail: 'Only result column names can be used, not expressions or functions.',
    hint: 'Add the expression/function to every SELECT, or move the UNION into a FROM clause.',
    position: ctx.at(ast.span.start),
  });
}
