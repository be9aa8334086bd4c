import type {TableObject} from '../../catalog/object.ts';
import {schemaOf} from '../../catalog/object.ts';
import {type TableIndex, uniqueConstraints} from '../../catalog/constraints.ts';
import {columnsOf, filter, project} from '../../plan/build.ts';
import {SqlError} from '../../types/sql-error.ts';
import {INTEGER} from '../../types/sql-type.ts';
import type {OnConflict} from '../ast/index.ts';
import {bindAssignments} from './assignments.ts';
import type {BindContext} from './context.ts';
import {bindBoolean} from './expression.ts';
import {shiftItems} from './from.ts';
import {inferArbiters} from './infer-arbiters.ts';
import {Level} from './level.ts';
import {Placement} from './placement.ts';
import {checkedOldRows, checkedRows} from './row-security.ts';
import {maskedTarget, targetItem} from './write-target.ts';
import {type BoundConflict, transientRel} from './write-step.ts';

/** ON CONFLICT of an INSERT; `level` has the target under its name. Errors: 42P10, 42704, 42601 and those of SET. */
export function bindOnConflict(ctx: BindContext, level: Level, table: TableObject, ast: OnConflict): BoundConflict {
  const arbiters = arbitersOf(ctx, table, ast);
  // Whether a row is there tells its key: that takes the right to read it.
  const use = ctx.use(table.oid);
  if (ast.elements.length > 0 || ast.constraint !== null) {
    for (const arbiter of arbiters) {
      for (const index of uniqueConstraints(table)[arbiter].columns) {
        use.read.add(table.columns[index].number ?? index + 1);
      }
    }
  }
  if (ast.action === 'nothing') return {arbiters, update: null};
  const width = table.columns.length;
  const number = {name: '$proposal', type: INTEGER, nullable: false};
  const both = transientRel(ctx, table.name, [...schemaOf(table), ...schemaOf(table), number]);
  const over = new Level(level.parent, level.commonTables, level.rangeTable);
  const [item, ...others] = level.items;
  const target = maskedTarget(ctx, table, both, item);
  over.rel = target.rel;
  const excluded = {...targetItem(table, 'excluded', use), hiddenName: null};
  over.items = [target.item, ...others, ...shiftItems([excluded], width)];
  const values = bindAssignments(ctx, {level: over, clause: 'UPDATE'}, table, ast.set);
  const where = ast.where && bindBoolean(ctx, {level: over, clause: 'WHERE'}, ast.where, 'WHERE');
  // A row that is there and may not be seen or changed is no silent miss: it is an error, as in Postgres.
  const seen = checkedOldRows(ctx, table, target.rel, 0, ['select', 'update']);
  let placement = new Placement(over, seen);
  if (where) {
    const predicate = placement.place(where);
    placement = new Placement(over, filter(placement.rel, predicate));
  }
  const before = columnsOf(schemaOf(table));
  const after = before.map((column, i) => placement.place(values.get(i) ?? column));
  const names = table.columns.map(({name}) => name);
  return {
    arbiters,
    update: {
      object: both.object,
      rel: checkedRows(
        ctx,
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

/** Errors: 42704 no such constraint, 42P10 no unique constraint over these columns, 42601 none named for DO UPDATE. */
function arbitersOf(ctx: BindContext, table: TableObject, ast: OnConflict): number[] {
  const uniques = uniqueConstraints(table);
  const found = inferred(ctx, table, uniques, ast);
  if (found.some(number => uniques[number].deferrable)) {
    throw new SqlError(
      '55000',
      'ON CONFLICT does not support deferrable unique constraints/exclusion constraints as arbiters',
    );
  }
  return found;
}

function inferred(ctx: BindContext, table: TableObject, uniques: readonly TableIndex[], ast: OnConflict): number[] {
  if (ast.constraint !== null) {
    const index = uniques.findIndex(({name, constraint}) => constraint && name === ast.constraint);
    if (index >= 0) return [index];
    throw new SqlError('42704', `constraint "${ast.constraint}" for table "${table.name}" does not exist`);
  }
  if (ast.elements.length === 0) {
    if (ast.action === 'nothing') return uniques.flatMap(({deferrable}, i) => (deferrable ? [] : [i]));
    throw new SqlError('42601', 'ON CONFLICT DO UPDATE requires inference specification or constraint name', {
      hint: 'For example, ON CONFLICT (column_name).',
      position: ctx.at(ast),
    });
  }
  return inferArbiters(ctx, table, ast);
}
