import {indexesOf} from '../../catalog/constraints.ts';
import {liveColumns, type Relation} from '../../catalog/object.ts';
import type {Checkpoint, Maintenance} from '../../sql/ast/index.ts';
import {SqlError} from '../../types/sql-error.ts';
import {command} from '../execution.ts';
import {noteMaintenance} from './maintenance-counts.ts';
import type {StatementHandler} from './handler.ts';

const TAGS = {analyze: 'ANALYZE', vacuum: 'VACUUM', cluster: 'CLUSTER'};

/**
 * ANALYZE and VACUUM note how many rows there are; nothing else is to be done for them and CLUSTER, and scripts written for Postgres
 * go on working.
 * Errors: 42P01, 42704, 25001.
 */
export const maintenance: StatementHandler<Maintenance> = {
  async run({command: what, analyzes, tables, columns, index}, session) {
    if (what === 'vacuum') session.transaction.mustStandAlone('VACUUM');
    const named: Relation[] = [];
    for (const [i, {parts}] of tables.entries()) {
      const relation = session.catalog.resolve(parts, session.settings.searchPath);
      if (what === 'cluster' && relation.kind !== 'table' && relation.kind !== 'materialized view') {
        throw new SqlError('42809', `"${relation.name}" is not a table or materialized view`);
      }
      checkColumns(relation, columns[i]);
      named.push(relation);
      if (index === null || (relation.kind !== 'system' && indexesOf(relation).some(({name}) => name === index)))
        continue;
      throw new SqlError('42704', `index "${index}" for table "${relation.name}" does not exist`);
    }
    if (what !== 'cluster') {
      const also = analyzes ? (['analyze'] as const) : [];
      await noteMaintenance(session, [what, ...also], tables.length > 0 ? named : null);
    }
    return command(TAGS[what]);
  },
};

/** Errors: 42703, 42701. */
function checkColumns(relation: Relation, names: readonly string[]): void {
  const known = new Set(liveColumns(relation).map(({column}) => column.name));
  names.forEach((name, i) => {
    const of = `column "${name}" of relation "${relation.name}"`;
    if (!known.has(name)) throw new SqlError('42703', `${of} does not exist`);
    if (names.indexOf(name) < i) throw new SqlError('42701', `${of} appears more than once`);
  });
}

/** Resolves when it is on disk. */
export const checkpoint: StatementHandler<Checkpoint> = {
  async run(_statement, session) {
    await session.database.engine.checkpoint();
    return command('CHECKPOINT');
  },
};
