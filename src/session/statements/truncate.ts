import type {Catalog} from '../../catalog/catalog.ts';
import type {TableObject} from '../../catalog/object.ts';
import type {Truncate} from '../../sql/ast/index.ts';
import {SqlError} from '../../types/sql-error.ts';
import {command} from '../execution.ts';
import type {SqlSession} from '../session.ts';
import {readOnlyTransaction} from '../transaction.ts';
import type {StatementHandler} from './handler.ts';
import {planQueryText} from './planned.ts';
import {runText, tableText} from './table-rows.ts';

/**
 * TRUNCATE: all rows of the tables go at once, whatever references them being among them. Unlike in Postgres a sequence that
 * RESTART IDENTITY sets back stays so when the transaction is rolled back. Errors: 42P01, 42809, 0A000 a table that
 * references one of them is left out.
 */
export const truncate: StatementHandler<Truncate> = {
  async run(statement, session) {
    if (session.transaction.isReadOnly) throw readOnlyTransaction('TRUNCATE TABLE');
    const named = statement.tables.map(({name}) => findTable(session, name.parts));
    const tables = withReferencing(session.catalog, named, statement.behavior === 'cascade', session);
    const [first, ...others] = tables.map(table => planQueryText(session, `DELETE FROM ${tableText(table)}`));
    const steps = [first, ...others].flatMap(({steps: own}) => own.map(step => ({...step, truncates: true})));
    await session.atomically(async () => {
      await session.runPlanned({...first, steps}, []);
      if (statement.restartIdentity) await restartSequences(session, tables);
    });
    return command('TRUNCATE TABLE');
  },
};

function findTable(session: SqlSession, parts: readonly string[]): TableObject {
  const found = session.catalog.find(parts, session.settings.searchPath);
  if (!found) throw new SqlError('42P01', `relation "${parts.join('.')}" does not exist`);
  if (found.kind === 'system') throw new SqlError('42501', `permission denied: "${found.name}" is a system catalog`);
  if (found.kind !== 'table') throw new SqlError('42809', `"${found.name}" is not a table`);
  return found;
}

function withReferencing(
  catalog: Catalog,
  named: readonly TableObject[],
  cascade: boolean,
  session: SqlSession,
): readonly TableObject[] {
  const tables = new Map(named.map(table => [table.oid, table]));
  for (const target of tables.values()) {
    for (const other of catalog.ofKind('table')) {
      if (tables.has(other.oid) || !other.foreignKeys.some(key => key.references === target.oid)) continue;
      if (!cascade) {
        throw new SqlError('0A000', 'cannot truncate a table referenced in a foreign key constraint', {
          detail: `Table "${other.name}" references "${target.name}".`,
          hint: `Truncate table "${other.name}" at the same time, or use TRUNCATE ... CASCADE.`,
        });
      }
      session.notice('NOTICE', '00000', `truncate cascades to table "${other.name}"`);
      tables.set(other.oid, other);
    }
  }
  return [...tables.values()];
}

async function restartSequences(session: SqlSession, tables: readonly TableObject[]): Promise<void> {
  const oids = new Set(tables.map(({oid}) => oid));
  for (const {oid, start, ownedBy} of session.catalog.ofKind('sequence')) {
    if (ownedBy && oids.has(ownedBy.table)) await runText(session, `SELECT setval(${oid}::regclass, ${start}, false)`);
  }
}
