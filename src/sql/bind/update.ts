import {columnsOf, filter, project} from '../../plan/build.ts';
import type {Update} from '../ast/index.ts';
import {bindAssignments} from './assignments.ts';
import {bindCheckOptions} from './check-option.ts';
import type {CommonTables} from './common-tables.ts';
import type {BindContext} from './context.ts';
import {bindBoolean} from './expression.ts';
import {bindFrom} from './from.ts';
import {Level} from './level.ts';
import {Placement} from './placement.ts';
import {getRel} from './relation.ts';
import {bindReturning} from './returning.ts';
import {checkedRows, visibleRows, withVisible} from './row-security.ts';
import type {BoundDml} from './statement.ts';
import {numberOf, settleRights, targetRows, writeTarget} from './write-target.ts';
import {outputOf} from './write-step.ts';

/** Errors: 42P01, 42703, 42601 a column set twice, 42804, 428C9, 0A000. */
export function bindUpdate(ctx: BindContext, ast: Update, commonTables: CommonTables | null): BoundDml {
  const written = writeTarget(ctx, ast.table, 'update');
  const {table, use} = written;
  const level = new Level(null, commonTables);
  const get = getRel(table);
  const alias = ast.alias?.name ?? null;
  const target = targetRows(written, get, alias);
  level.rel = target.rel;
  level.items = [target.item];
  level.rangeTable.push(...level.items);
  bindFrom(ctx, level, ast.from, target.item);
  const values = bindAssignments(ctx, {level, clause: 'UPDATE'}, written, ast.set);
  const where = ast.where && bindBoolean(ctx, {level, clause: 'WHERE'}, ast.where, 'WHERE');
  const joined = ast.returning ? level.rel.schema.slice(table.columns.length) : [];
  const output = ast.returning && outputOf(ctx, table, joined);
  const result = ast.returning && bindReturning(ctx, level, written, output!, alias, ast.returning);
  let {rel} = level;
  if (where) {
    const placement = new Placement(level, rel);
    const predicate = placement.place(where);
    rel = filter(placement.rel, predicate);
  }
  const placement = new Placement(level, rel);
  const before = columnsOf(table.columns);
  const after = before.map((column, i) => placement.place(values.get(i) ?? column));
  const others = columnsOf(joined, table.columns.length);
  const names = table.columns.map(({name}) => name);
  const {number, numberedBy} = numberOf(target.stored, before.length + after.length + others.length);
  const all = project(
    placement.rel,
    [...before, ...after, ...others, ...number],
    [...names, ...names, ...joined.map(({name}) => name), ...number.map(() => '$ctid')],
  );
  const commands = use.read.size > 0 ? (['select', 'update'] as const) : (['update'] as const);
  const changed = withVisible(all, get, visibleRows(written.ctx, table, get, commands));
  settleRights(written);
  return {
    step: {
      kind: 'update',
      table,
      rel: checkedRows(written.ctx, table, changed, table.columns.length, commands),
      joined: ast.from.length > 0,
      numberedBy,
      actions: [],
      conflict: null,
      late: [],
      output,
      check: bindCheckOptions(ctx, written),
    },
    result,
  };
}
