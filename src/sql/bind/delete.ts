import type {TableObject} from '../../catalog/object.ts';
import {filter} from '../../plan/build.ts';
import type {Rel} from '../../plan/rel.ts';
import type {Delete} from '../ast/index.ts';
import type {BindContext} from './context.ts';
import {bindBoolean} from './expression.ts';
import {Level} from './level.ts';
import {Placement} from './placement.ts';
import {keepColumns} from './rel-builders.ts';
import {getRel} from './relation.ts';
import {bindWith} from './with.ts';
import {refuseReturning, targetItem, writeTarget} from './write-target.ts';

/** Errors: 42P01, 42703 …, 0A000 USING and RETURNING. */
export function bindDelete(ctx: BindContext, ast: Delete): {readonly table: TableObject; readonly rel: Rel} {
  if (ast.using.length > 0) throw ctx.unsupported('DELETE … USING', ast.using[0]);
  refuseReturning(ctx, ast.returning);
  const commonTables = ast.with ? bindWith(ctx, ast.with, {parent: null, commonTables: null}) : null;
  const table = writeTarget(ctx, ast.table, 'delete from');
  const get = getRel(table);
  if (!ast.where) return {table, rel: get};
  const level = new Level(null, commonTables);
  level.rel = get;
  level.items = [targetItem(table, ast.alias?.name ?? null)];
  level.rangeTable.push(...level.items);
  const where = bindBoolean(ctx, {level, clause: 'WHERE'}, ast.where, 'WHERE');
  const placement = new Placement(level, get);
  const predicate = placement.place(where);
  return {table, rel: keepColumns(filter(placement.rel, predicate), table.columns.length)};
}
