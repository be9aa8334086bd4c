import type {LockTable} from '../../sql/ast/index.ts';
import {SqlError} from '../../types/sql-error.ts';
import {command} from '../execution.ts';
import type {LockRequest} from '../engine.ts';
import type {SqlSession} from '../session.ts';
import type {StatementHandler} from './handler.ts';

/** LOCK TABLE: of tables; of what else it names, nothing is written to. Errors: 25P01, 42P01, 55P03, 40P01. */
export const lockTable: StatementHandler<LockTable> = {
  async run({tables, mode, nowait}, session) {
    if (!session.transaction.isBlock) {
      throw new SqlError('25P01', 'LOCK TABLE can only be used in transaction blocks');
    }
    const found = tables.map(({parts}) => session.catalog.resolve(parts, session.settings.searchPath));
    const oids = found.filter(({kind}) => kind === 'table').map(({oid}) => oid);
    const waits = new Map(nowait ? oids.map(oid => [oid, 'nowait'] as const) : []);
    if (oids.length > 0) await lock(session, {rows: [], visible: 0, tables: {oids, mode}, waits});
    return command('LOCK TABLE');
  },
};

async function lock(session: SqlSession, request: LockRequest): Promise<void> {
  await session.runner.write([], null, session.transaction.forWriting(), {locks: request});
}
