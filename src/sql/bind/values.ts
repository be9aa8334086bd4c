import type {Expr} from '../../expr/expr.ts';
import {ONE_ROW, project, union} from '../../plan/build.ts';
import {exprNullable} from '../../plan/nullability.ts';
import type {Rel} from '../../plan/rel.ts';
import {column} from '../../types/schema.ts';
import {SqlError} from '../../types/sql-error.ts';
import {BIGINT, UNKNOWN} from '../../types/sql-type.ts';
import type {SqlType} from '../../types/sql-type.ts';
import type {Values} from '../ast/index.ts';
import type {Env} from './clause.ts';
import {coerceTo, commonType} from './common-type.ts';
import type {BindContext} from './context.ts';
import {bindExpression} from './expression.ts';
import {Level} from './level.ts';
import {Placement} from './placement.ts';
import type {BoundQuery, Surroundings} from './query.ts';

/**
 * `VALUES (…), (…)`; columns are named column1, column2 …; behind them the rows' numbers, if somebody heeds their order.
 * Errors: 42601, 42804.
 */
export function bindValues(ctx: BindContext, ast: Values, around: Surroundings): BoundQuery {
  const level = new Level(around.parent, around.commonTables);
  const width = ast.rows[0].length;
  const env: Env = {level, clause: 'VALUES'};
  const rows = ast.rows.map(row => {
    if (row.length !== width) {
      throw new SqlError('42601', 'VALUES lists must all be the same length', {
        position: ctx.at(row[0] ?? ast),
      });
    }
    return row.map(item => bindExpression(ctx, env, item));
  });
  const types = ast.rows[0].map((_item, i) =>
    columnType(
      ctx,
      rows.map(row => row[i]),
      around,
    ),
  );
  ctx.recorder?.columnTypes.set(ast, types);
  const coerced = rows.map(row => row.map((expr, i) => coerceTo(ctx, expr, types[i], 'VALUES')));
  const names = types.map((_type, i) => `column${i + 1}`);
  const numbered = coerced.map((row, i) => [...row, {op: 'literal', value: BigInt(i + 1), type: BIGINT} as const]);
  return {
    rel: around.ordered ? valuesRel(level, numbered, [...names, 'ordinality']) : valuesRel(level, coerced, names),
    columns: types.map((type, i) => ({
      name: names[i],
      type,
      tableOid: 0,
      attributeNumber: 0,
      position: ctx.positionOf(rows[0][i]),
    })),
  };
}

function columnType(ctx: BindContext, exprs: readonly Expr[], around: Surroundings): SqlType {
  if (around.keepUnknown && exprs.every(expr => expr.type.kind === 'unknown')) return UNKNOWN;
  return commonType(ctx, exprs, 'VALUES');
}

/** Rows of expressions that refer to no columns; those with subqueries are a projection each. */
export function valuesRel(level: Level, rows: readonly (readonly Expr[])[], names: readonly string[]): Rel {
  if (level.pending.length > 0) {
    return union(
      rows.map(row => {
        const placement = new Placement(level, ONE_ROW);
        const exprs = placement.placeAll(row);
        return project(placement.rel, exprs, names);
      }),
    );
  }
  const schema = names.map((name, i) =>
    column(
      name,
      rows[0][i].type,
      rows.some(row => exprNullable(row[i], [])),
    ),
  );
  return {node: 'values', rows, schema};
}
