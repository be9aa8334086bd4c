import {liveColumns} from '../../catalog/object.ts';
import type {Expr} from '../../expr/expr.ts';
import type {Column} from '../../types/schema.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {Insert} from '../ast/index.ts';
import type {CommonTables} from './common-tables.ts';
import type {BindContext} from './context.ts';
import {bindCheckOptions} from './check-option.ts';
import {insertedRows, valuesFor} from './insert-source.ts';
import {Level} from './level.ts';
import {bindOnConflict} from './on-conflict.ts';
import {getRel} from './relation.ts';
import {bindReturning} from './returning.ts';
import {checkedRows} from './row-security.ts';
import type {BoundDml} from './statement.ts';
import {settleRights, targetColumn, targetItem, writeTarget, type WriteTarget} from './write-target.ts';
import {refuseLostDefaults, refuseUnwritable} from './view-target.ts';
import {outputOf} from './write-step.ts';

/** Errors: 42P01, 42703, 42701, 42601 counts that differ, 42804, 428C9, 42P10, 0A000. */
export function bindInsert(ctx: BindContext, ast: Insert, commonTables: CommonTables | null): BoundDml {
  const target = writeTarget(ctx, ast.table, 'insert into');
  const {table, use, path} = target;
  const targets = insertTargets(ctx, target, ast.columns);
  if (path) refuseLostDefaults(path);
  const {overriding} = ast;
  const {rel: rows, late} = insertedRows(
    ctx,
    ast,
    valuesFor(ctx, target, targets, overriding, ast.columns),
    commonTables,
  );
  const level = new Level(null, commonTables);
  level.rel = getRel(table);
  level.items = path ? [] : [targetItem(table, ast.alias, use)];
  level.rangeTable.push(...level.items);
  const conflict = ast.onConflict && bindOnConflict(ctx, level, target, ast.alias, ast.onConflict);
  const marks = ast.returning && conflict?.update && !path && /xmax/i.test(ctx.source(ast.returning)) ? [XMAX] : [];
  const output = ast.returning && outputOf(ctx, table, marks);
  if (marks.length > 0) {
    const xmax: Expr = {op: 'column', index: table.columns.length, type: XMAX.type};
    level.items = level.items.map(item => ({...item, system: {...item.system!, xmax}}));
  }
  const result = ast.returning && bindReturning(ctx, level, target, output!, ast.alias, ast.returning);
  // Who gets to see the new row, or whether there is one of its key, must be shown it by policies too.
  const rel = checkedRows(target.ctx, table, rows, 0, use.read.size > 0 ? ['insert', 'select'] : ['insert']);
  settleRights(target);
  const check = bindCheckOptions(ctx, target);
  return {step: {kind: 'insert', table, rel, joined: false, actions: [], conflict, late, output, check}, result};
}

/** Behind the rows that ON CONFLICT DO UPDATE gives back, if they are asked for it: 0 where the row is new. */
const XMAX: Column = {name: '$xmax', type: {kind: 'xid'}, nullable: false};

/** Numbers of the columns that values are given for, in their order. Errors: 42703, 42701. */
export function insertTargets(ctx: BindContext, target: WriteTarget, columns: Insert['columns']): number[] {
  const targets = targetsOf(ctx, target, columns);
  target.use.inserts = true;
  return targets;
}

function targetsOf(ctx: BindContext, into: WriteTarget, columns: Insert['columns']): number[] {
  const {path} = into;
  if (columns.length === 0) return allColumns(into);
  if (path) {
    const places = columns.map(({column}) => path.view.columns.findIndex(({name}) => name === column));
    if (!places.includes(-1)) refuseUnwritable(path, places, 'insert into');
  }
  const targets: number[] = [];
  for (const target of columns) {
    const index = targetColumn(ctx, into, target);
    // Parts of one column may be given one after the other.
    const named = columns.flatMap((other, i) => (targets[i] === index ? [other] : []));
    if (named.some(other => other.column !== target.column)) throw assignedTwice(into.table.columns[index].name);
    const whole = named.some(other => other.steps.length === 0);
    if (targets.includes(index) && (whole || target.steps.length === 0)) {
      throw new SqlError('42701', `column "${target.column}" specified more than once`, {position: ctx.at(target)});
    }
    targets.push(index);
  }
  return targets;
}

/** Of a view those that no value can be given for are among them: that is told where one is. */
function allColumns({surface, path}: WriteTarget): number[] {
  if (!path) return liveColumns(surface).map(({index}) => index);
  return path.columns.map((column, i) => (typeof column === 'number' ? column : -1 - i));
}

/** Two columns of a view are the same one of the table. */
export function assignedTwice(column: string): SqlError {
  return new SqlError('42601', `multiple assignments to same column "${column}"`);
}
