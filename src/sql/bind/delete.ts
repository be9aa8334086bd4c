import {columnsOf, filter, project} from '../../plan/build.ts';
import type {Delete} from '../ast/index.ts';
import type {CommonTables} from './common-tables.ts';
import type {BindContext} from './context.ts';
import {bindBoolean} from './expression.ts';
import {bindFrom} from './from.ts';
import {Level} from './level.ts';
import {Placement} from './placement.ts';
import {getRel} from './relation.ts';
import {bindReturning} from './returning.ts';
import {visibleRows, withVisible} from './row-security.ts';
import type {BoundDml} from './statement.ts';
import {numberOf, settleRights, targetRows, writeTarget} from './write-target.ts';
import {outputOf} from './write-step.ts';

/** Errors: 42P01, 42703 … */
export function bindDelete(ctx: BindContext, ast: Delete, commonTables: CommonTables | null): BoundDml {
  const written = writeTarget(ctx, ast.table, 'delete from');
  const {table, use} = written;
  use.deletes = true;
  const level = new Level(null, commonTables);
  const get = getRel(table);
  const alias = ast.alias?.name ?? null;
  const target = targetRows(written, get, alias);
  level.rel = target.rel;
  level.items = [target.item];
  level.rangeTable.push(...level.items);
  bindFrom(ctx, level, ast.using, target.item);
  const where = ast.where && bindBoolean(ctx, {level, clause: 'WHERE'}, ast.where, 'WHERE');
  const width = table.columns.length;
  const joined = ast.returning ? level.rel.schema.slice(width) : [];
  const output = ast.returning && outputOf(ctx, table, joined);
  const result = ast.returning && bindReturning(ctx, level, written, output!, alias, ast.returning);
  let {rel} = level;
  if (where) {
    const placement = new Placement(level, rel);
    const predicate = placement.place(where);
    rel = filter(placement.rel, predicate);
  }
  const kept = columnsOf(rel.schema).slice(0, width + joined.length);
  const {number, numberedBy} = numberOf(target.stored, kept.length);
  const all = kept.length === rel.schema.length ? rel : project(rel, [...kept, ...number]);
  const commands = use.read.size > 0 ? (['select', 'delete'] as const) : (['delete'] as const);
  settleRights(written);
  return {
    step: {
      kind: 'delete',
      table,
      rel: withVisible(all, get, visibleRows(written.ctx, table, get, commands)),
      joined: ast.using.length > 0,
      numberedBy,
      actions: [],
      conflict: null,
      late: [],
      output,
    },
    result,
  };
}
