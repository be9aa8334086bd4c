import {schemaOf} from '../../catalog/object.ts';
import {type TableIndex, uniqueConstraints} from '../../catalog/constraints.ts';
import {columnsOf, filter, project} from '../../plan/build.ts';
import {SqlError} from '../../types/sql-error.ts';
import {INTEGER} from '../../types/sql-type.ts';
import type {OnConflict} from '../ast/index.ts';
import {bindAssignments} from './assignments.ts';
import type {BindContext} from './context.ts';
import {bindBoolean} from './expression.ts';
import {inferArbiters} from './infer-arbiters.ts';
import {Level} from './level.ts';
import {Placement} from './placement.ts';
import {checkedOldRows, checkedRows} from './row-security.ts';
import {proposedRows, writtenRows, type WriteTarget} from './write-target.ts';
import {type BoundConflict, transientRel} from './write-step.ts';

/** ON CONFLICT of an INSERT; `level` has the target under its name. Errors: 42P10, 42704, 42601 and those of SET. */
export function bindOnConflict(
  ctx: BindContext,
  level: Level,
  target: WriteTarget,
  alias: string | null,
  ast: OnConflict,
): BoundConflict {
  const {table, surface, use, path} = target;
  if (ast.action === 'update') showProposed(level);
  const arbiters = arbitersOf(ctx, level, target, alias, ast);
  // Whether a row is there tells its key: that takes the right to read it.
  if (ast.elements.length > 0 || ast.constraint !== null) {
    for (const arbiter of arbiters) {
      for (const index of uniqueConstraints(table)[arbiter].columns) {
        use.read.add(surface.columns[index].number ?? index + 1);
      }
    }
  }
  if (ast.action === 'nothing') return {arbiters: required(arbiters, ast), update: null};
  const width = table.columns.length;
  const number = {name: '$proposal', type: INTEGER, nullable: false};
  const both = transientRel(ctx, table.name, [...schemaOf(table), ...schemaOf(table), number]);
  const over = new Level(level.parent, level.commonTables, level.rangeTable);
  // A row that is there and may not be seen or changed is no silent miss: it is an error, as in Postgres.
  const visible = checkedOldRows(target.ctx, table, both, 0, ['select', 'update']);
  const old = writtenRows(target, visible, alias, level.items.at(0));
  if (path) level.rangeTable.push(old.item);
  const proposed = proposedRows(target, old.rel, width);
  over.rel = proposed.rel;
  const {system: _none, ...excluded} = proposed.item;
  over.items = [old.item, excluded];
  const values = bindAssignments(ctx, {level: over, clause: 'UPDATE'}, target, ast.set);
  const where = ast.where && bindBoolean(ctx, {level: over, clause: 'WHERE'}, ast.where, 'WHERE');
  let placement = new Placement(over, proposed.rel);
  if (where) {
    const predicate = placement.place(where);
    placement = new Placement(over, filter(placement.rel, predicate));
  }
  const before = columnsOf(schemaOf(table));
  const after = before.map((column, i) => placement.place(values.get(i) ?? column));
  const names = table.columns.map(({name}) => name);
  return {
    arbiters: required(arbiters, ast),
    update: {
      object: both.object,
      rel: checkedRows(
        target.ctx,
        table,
        project(
          placement.rel,
          [...before, ...after, {op: 'column', index: 2 * width, type: INTEGER}],
          [...names, ...names, number.name],
        ),
        width,
        ['update', 'select'],
      ),
    },
  };
}

/** What is said of `excluded` where it cannot be named. */
function showProposed(level: Level): void {
  const [target] = level.items;
  if (target) level.rangeTable.push({...target, alias: 'excluded', schema: null, hiddenName: null});
}

/** Said after all that is wrong with names. Errors: 42P10. */
function required(arbiters: readonly number[], {elements}: OnConflict): readonly number[] {
  if (arbiters.length > 0 || elements.length === 0) return arbiters;
  throw new SqlError('42P10', 'there is no unique or exclusion constraint matching the ON CONFLICT specification');
}

/** Errors: 42704 no such constraint, 42601 none named for DO UPDATE. */
function arbitersOf(
  ctx: BindContext,
  level: Level,
  target: WriteTarget,
  alias: string | null,
  ast: OnConflict,
): number[] {
  const uniques = uniqueConstraints(target.table);
  const found = inferred(ctx, level, target, alias, uniques, ast);
  if (found.some(number => uniques[number].deferrable)) {
    throw new SqlError(
      '55000',
      'ON CONFLICT does not support deferrable unique constraints/exclusion constraints as arbiters',
    );
  }
  return found;
}

function inferred(
  ctx: BindContext,
  level: Level,
  {surface: table, path}: WriteTarget,
  alias: string | null,
  uniques: readonly TableIndex[],
  ast: OnConflict,
): number[] {
  if (ast.constraint !== null) {
    const index = uniques.findIndex(({name, constraint}) => constraint && name === ast.constraint);
    if (index >= 0 && !path) return [index];
    throw new SqlError('42704', `constraint "${ast.constraint}" for table "${table.name}" does not exist`);
  }
  if (ast.elements.length === 0) {
    if (ast.action === 'nothing') return uniques.flatMap(({deferrable}, i) => (deferrable ? [] : [i]));
    throw new SqlError('42601', 'ON CONFLICT DO UPDATE requires inference specification or constraint name', {
      hint: 'For example, ON CONFLICT (column_name).',
      position: ctx.at(ast),
    });
  }
  return inferArbiters(ctx, level, table, alias, ast);
}
