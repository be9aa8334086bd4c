import {liveColumns} from '../../catalog/object.ts';
import type {TableObject} from '../../catalog/object.ts';
import type {Expr} from '../../expr/expr.ts';
import type {Column} from '../../types/schema.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {Insert} from '../ast/index.ts';
import type {CommonTables} from './common-tables.ts';
import type {BindContext} from './context.ts';
import {insertedRows, valuesFor} from './insert-source.ts';
import {Level} from './level.ts';
import {bindOnConflict} from './on-conflict.ts';
import {getRel} from './relation.ts';
import {bindReturning} from './returning.ts';
import {checkedRows} from './row-security.ts';
import type {BoundDml} from './statement.ts';
import {targetColumn, targetItem, writeTarget} from './write-target.ts';
import {outputOf} from './write-step.ts';

/** Errors: 42P01, 42703, 42701, 42601 counts that differ, 42804, 428C9, 42P10, 0A000. */
export function bindInsert(ctx: BindContext, ast: Insert, commonTables: CommonTables | null): BoundDml {
  const table = writeTarget(ctx, ast.table, 'insert into');
  const use = ctx.use(table.oid);
  const targets = insertTargets(ctx, table, ast.columns);
  const {overriding} = ast;
  const {rel: rows, late} = insertedRows(
    ctx,
    ast,
    valuesFor(ctx, table, targets, overriding, ast.columns),
    commonTables,
  );
  const level = new Level(null, commonTables);
  level.rel = getRel(table);
  level.items = [targetItem(table, ast.alias, use)];
  level.rangeTable.push(...level.items);
  const conflict = ast.onConflict && bindOnConflict(ctx, level, table, ast.onConflict);
  const marks = ast.returning && conflict?.update && /xmax/i.test(ctx.source(ast.returning)) ? [XMAX] : [];
  const output = ast.returning && outputOf(ctx, table, marks);
  if (marks.length > 0) {
    const xmax: Expr = {op: 'column', index: table.columns.length, type: XMAX.type};
    level.items = level.items.map(item => ({...item, system: {...item.system!, xmax}}));
  }
  const result = ast.returning && bindReturning(ctx, table, level, output!, ast.returning);
  // Who gets to see the new row, or whether there is one of its key, must be shown it by policies too.
  const rel = checkedRows(ctx, table, rows, 0, use.read.size > 0 ? ['insert', 'select'] : ['insert']);
  return {step: {kind: 'insert', table, rel, joined: false, actions: [], conflict, late, output}, result};
}

/** Behind the rows that ON CONFLICT DO UPDATE gives back, if they are asked for it: 0 where the row is new. */
const XMAX: Column = {name: '$xmax', type: {kind: 'xid'}, nullable: false};

/** Numbers of the columns that values are given for, in their order. Errors: 42703, 42701. */
export function insertTargets(ctx: BindContext, table: TableObject, columns: Insert['columns']): number[] {
  const targets = targetsOf(ctx, table, columns);
  const use = ctx.use(table.oid);
  use.inserts = true;
  return targets;
}

function targetsOf(ctx: BindContext, table: TableObject, columns: Insert['columns']): number[] {
  if (columns.length === 0) return liveColumns(table).map(({index}) => index);
  const targets: number[] = [];
  for (const target of columns) {
    const index = targetColumn(ctx, table, target);
    // Parts of one column may be given one after the other.
    const whole = columns.some((other, i) => targets[i] === index && other.steps.length === 0);
    if (targets.includes(index) && (whole || target.steps.length === 0)) {
      throw new SqlError('42701', `column "${target.column}" specified more than once`, {position: ctx.at(target)});
    }
    targets.push(index);
  }
  return targets;
}
