import type {ClosePortal, DeclareCursor, Fetch, LockingClause} from '../../sql/ast/index.ts';
import {notSupported, SqlError} from '../../types/sql-error.ts';
import type {Datum} from '../../types/datum.ts';
import type {Execution} from '../api.ts';
import {Cursor} from '../cursor.ts';
import {command} from '../execution.ts';
import type {StatementHandler} from './handler.ts';
import {planStatement, raiseConstants} from './planned.ts';

const CHUNK_ROWS = 1024;

/** Errors: 25P01 outside a transaction block unless WITH HOLD, 42P03, 0A000. */
export const declareCursor: StatementHandler<DeclareCursor> = {
  query: ({query}) => (query.kind === 'query' ? query : null),
  async run(statement, session, sql, given) {
    const {name, query, binary, scroll, hold} = statement;
    if (query.kind !== 'query') throw notSupported('DECLARE CURSOR FOR SUBSCRIBE');
    const planned = planStatement(session, query, sql, given.types, 'cursor', true);
    if (planned.steps.length > 0) {
      throw new SqlError('0A000', 'DECLARE CURSOR must not contain data-modifying statements in WITH');
    }
    const {rows} = planned;
    const locks = planned.locks.length > 0;
    if (locks && (hold || scroll)) throw mustBeReadOnly(query.locking, hold);
    if (!hold && !session.transaction.isBlock) {
      throw new SqlError('25P01', 'DECLARE CURSOR can only be used in transaction blocks');
    }
    if (session.portals.has(name)) throw new SqlError('42P03', `cursor "${name}" already exists`);
    raiseConstants(session, planned);
    const options = {name, statement: sql, binary, scroll: locks ? false : scroll, hold, rows, locks};
    const cursor = new Cursor(options, await session.runPlanned(planned, given.values));
    await cursor.open();
    if (session.isClosed) await cursor.close();
    session.checkOpen();
    session.cursors.add(cursor);
    if (!session.transaction.isOpen) {
      try {
        await session.cursors.beforeCommit();
        await session.cursors.afterTransaction(true);
      } catch (error) {
        await session.cursors.afterTransaction(false);
        throw error;
      }
    }
    return command('DECLARE CURSOR');
  },
};

function mustBeReadOnly([{strength}]: readonly LockingClause[], hold: boolean): SqlError {
  const kind = hold ? 'CURSOR WITH HOLD' : 'SCROLL CURSOR';
  return new SqlError('0A000', `DECLARE ${kind} ... FOR ${strength.toUpperCase()} is not supported`, {
    detail: `${hold ? 'Holdable' : 'Scrollable'} cursors must be READ ONLY.`,
  });
}

/** FETCH and MOVE. Errors: 34000, 55000 a cursor that only goes forward. */
export const fetch: StatementHandler<Fetch> = {
  columns({move, cursor}, session) {
    return move || !session.cursors.has(cursor) ? null : session.cursors.get(cursor).columns;
  },
  async run(statement, session) {
    const cursor = await session.portals.cursorNamed(statement.cursor);
    const rows = new FetchedRows(statement, cursor);
    return statement.move ? moved(rows) : rows;
  },
};

export const close: StatementHandler<ClosePortal> = {
  async run({cursor}, session) {
    if (cursor === null) await session.cursors.closeAll();
    else await session.cursors.close(cursor);
    return command(cursor === null ? 'CLOSE CURSOR ALL' : 'CLOSE CURSOR');
  },
};

/** The rows of one FETCH, read as the client takes them. */
class FetchedRows implements Execution {
  readonly columns;
  readonly binary: boolean;
  private readonly statement: Fetch;
  private readonly cursor: Cursor;
  /** Of a run of rows; null: one row, or none. */
  private left: number | null;
  private readonly back: boolean;
  private count = 0;
  private done = false;

  constructor(statement: Fetch, cursor: Cursor) {
    const {direction, count} = statement;
    this.statement = statement;
    this.cursor = cursor;
    this.columns = cursor.columns;
    this.binary = cursor.options.binary;
    const number = count === 'all' ? Infinity : count;
    this.back = number < 0 ? direction === 'forward' : direction === 'backward';
    this.left = (direction === 'forward' || direction === 'backward') && number !== 0 ? Math.abs(number) : null;
  }

  get tag(): string {
    return `${this.statement.move ? 'MOVE' : 'FETCH'} ${this.count}`;
  }

  async next(maxRows: number) {
    if (this.done) return null;
    const rows = this.left === null ? await this.one() : await this.run(maxRows);
    if (rows.length === 0) return null;
    this.count += rows.length;
    const width = this.columns.length;
    return {kind: 'rows' as const, rows: rows.map(row => row.slice(0, width))};
  }

  async close(): Promise<void> {
    this.done = true;
  }

  private async one(): Promise<readonly (readonly Datum[])[]> {
    this.done = true;
    const {direction, count} = this.statement;
    if (direction === 'absolute') return this.cursor.absolute(Number(count));
    return this.cursor.relative(direction === 'relative' ? Number(count) : 0);
  }

  private async run(maxRows: number): Promise<readonly (readonly Datum[])[]> {
    const count = Math.min(this.left!, maxRows > 0 ? maxRows : Infinity, CHUNK_ROWS);
    const rows = this.back ? await this.cursor.backward(count) : await this.cursor.forward(count);
    this.left! -= rows.length;
    this.done = rows.length < count || this.left === 0;
    return rows;
  }
}

async function moved(rows: FetchedRows): Promise<Execution> {
  while ((await rows.next(0)) !== null);
  return command(rows.tag);
}
