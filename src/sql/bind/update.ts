import type {TableObject} from '../../catalog/object.ts';
import type {Expr} from '../../expr/expr.ts';
import {columnsOf, filter, project} from '../../plan/build.ts';
import type {Rel} from '../../plan/rel.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {Expression, SetClause, Update} from '../ast/index.ts';
import type {BindContext} from './context.ts';
import {bindBoolean, bindExpression} from './expression.ts';
import {Level} from './level.ts';
import {Placement} from './placement.ts';
import {getRel} from './relation.ts';
import {bindWith} from './with.ts';
import {assign, defaultOf, refuseReturning, targetColumn, targetItem, writeTarget} from './write-target.ts';

/** Errors: 42P01, 42703, 42601 a column set twice, 42804, 0A000 FROM and RETURNING. */
export function bindUpdate(ctx: BindContext, ast: Update): {readonly table: TableObject; readonly rel: Rel} {
  if (ast.from.length > 0) throw ctx.unsupported('UPDATE … FROM', ast.from[0]);
  refuseReturning(ctx, ast.returning);
  const commonTables = ast.with ? bindWith(ctx, ast.with, {parent: null, commonTables: null}) : null;
  const table = writeTarget(ctx, ast.table, 'update');
  const level = new Level(null, commonTables);
  level.rel = getRel(table);
  level.items = [targetItem(table, ast.alias?.name ?? null)];
  level.rangeTable.push(...level.items);
  const values = assignments(ctx, level, table, ast.set);
  const where = ast.where && bindBoolean(ctx, {level, clause: 'WHERE'}, ast.where, 'WHERE');
  let {rel} = level;
  if (where) {
    const placement = new Placement(level, rel);
    const predicate = placement.place(where);
    rel = filter(placement.rel, predicate);
  }
  const placement = new Placement(level, rel);
  const before = columnsOf(table.columns);
  const after = before.map((column, i) => placement.place(values.get(i) ?? column));
  const names = table.columns.map(({name}) => name);
  return {table, rel: project(placement.rel, [...before, ...after], [...names, ...names])};
}

/** What each set column becomes. */
function assignments(
  ctx: BindContext,
  level: Level,
  table: TableObject,
  clauses: readonly SetClause[],
): ReadonlyMap<number, Expr> {
  const values = new Map<number, Expr>();
  for (const clause of clauses) {
    const sources = clause.multiple ? fieldsOf(ctx, clause) : [clause.value];
    clause.targets.forEach((target, i) => {
      const index = targetColumn(ctx, table, target);
      if (values.has(index)) {
        throw new SqlError('42601', `multiple assignments to same column "${target.column}"`);
      }
      const column = table.columns[index];
      const source = sources[i];
      values.set(
        index,
        source.kind === 'default'
          ? defaultOf(column)
          : assign(ctx, bindExpression(ctx, {level, clause: 'UPDATE'}, source), column),
      );
    });
  }
  return values;
}

/** `(a, b) = (1, 2)`. */
function fieldsOf(ctx: BindContext, clause: SetClause): readonly Expression[] {
  if (clause.value.kind !== 'row') throw ctx.unsupported('UPDATE with a row that is not written out', clause.value);
  if (clause.value.items.length !== clause.targets.length) {
    throw new SqlError('42601', 'number of columns does not match number of values', {
      position: ctx.at(clause.value),
    });
  }
  return clause.value.items;
}
