import type {CursorStatus} from '../catalog/system/status.ts';
import type {Datum} from '../types/datum.ts';
import {SqlError} from '../types/sql-error.ts';
import type {Execution, StatementDescription} from './api.ts';
import {Cursor, cursorRows} from './cursor.ts';
import {command} from './execution.ts';
import {guarded} from './guarded-execution.ts';
import {MOST_NAMES, tooMany} from './most-names.ts';
import type {PlannedStatement, PreparedStatement} from './prepared.ts';
import type {SqlSession} from './session.ts';
import {endImplicit} from './transaction-ends.ts';
import {abortedTransaction} from './transaction.ts';
import {wallClockMicros} from '../types/clock.ts';

type Portal = {
  readonly prepared: PreparedStatement;
  readonly values: readonly Datum[];
  /** As it was bound, whatever happens to the catalog until it runs; null: no query or DML. */
  readonly planned: PlannedStatement | null;
  execution: Execution | null;
  running: boolean;
  finished: boolean;
  /** µs since 1970 UTC. */
  readonly created: bigint;
};

/** The portals of a session, by name; they share their names with the cursors that SQL declares. */
export class Portals {
  private readonly session: SqlSession;
  private readonly open = new Map<string, Portal>();

  constructor(session: SqlSession) {
    this.session = session;
  }

  get size(): number {
    return this.open.size;
  }

  /** A portal or a cursor has this name. */
  has(name: string): boolean {
    return this.open.has(name) || this.session.cursors.has(name);
  }

  /** What Bind says before it looks at values: so many come. Errors: 26000, 08P01, 25P02, 42P03, and those of planning. */
  async beginBind(name: string, statement: string, given: number, formats: number): Promise<StatementDescription> {
    const {statements, transaction} = this.session;
    const prepared = statements.named(statement);
    if (formats > 1 && formats !== given) {
      throw new SqlError('08P01', `bind message has ${formats} parameter formats but ${given} parameters`);
    }
    const expected = statements.parameterTypes(prepared).length;
    if (given !== expected) {
      throw new SqlError(
        '08P01',
        `bind message supplies ${given} parameters, but prepared statement "${statement}" requires ${expected}`,
      );
    }
    if (prepared.statement && transaction.refuses(prepared.statement)) throw abortedTransaction();
    if (name !== '' && this.has(name)) throw new SqlError('42P03', `cursor "${name}" already exists`);
    await this.drop(name);
    return statements.describe(prepared, statements.plan(prepared));
  }

  /** Errors: 54000. */
  async bind(name: string, statement: string, values: readonly Datum[]): Promise<void> {
    const {statements} = this.session;
    const prepared = statements.named(statement);
    const planned = statements.plan(prepared);
    await this.drop(name);
    if (this.open.size >= MOST_NAMES) throw tooMany('portals');
    const created = wallClockMicros();
    this.open.set(name, {prepared, values, planned, execution: null, running: false, finished: false, created});
  }

  /** Errors: 34000. */
  describe(name: string): StatementDescription {
    const {session} = this;
    const {cursors, statements} = session;
    const described = this.isCursor(name)
      ? {parameterTypes: [], columns: cursors.get(name).columns}
      : statements.describe(this.find(name).prepared, this.find(name).planned);
    if (described.columns && session.transactionStatus === 'E') throw abortedTransaction();
    return described;
  }

  /** Runs it, or goes on with it. Errors: 34000, 55000. */
  async run(name: string, alone: boolean): Promise<Execution> {
    const {session} = this;
    if (this.isCursor(name)) {
      if (session.transactionStatus === 'E') throw abortedTransaction();
      return guarded(session, cursorRows(session.cursors.get(name)));
    }
    const portal = this.find(name);
    const {statement} = portal.prepared;
    if (!statement) return command('');
    if (session.transaction.refuses(statement)) throw abortedTransaction();
    if (portal.finished || portal.running) throw new SqlError('55000', `portal "${name}" cannot be run`);
    if (portal.execution) return portal.execution;
    session.transaction.beginExecute(alone);
    const {prepared, values, planned} = portal;
    portal.running = true;
    const execution = await session.runner.start(prepared, values, planned).finally(() => (portal.running = false));
    if (session.transaction.standsAlone) await endImplicit(session);
    const ended = (): void => {
      // A result that has been read to its end gives no rows any more; a command cannot be run twice.
      portal.finished = portal.execution?.columns === null;
    };
    portal.execution = guarded(session, execution, ended, prepared.translated);
    return portal.execution;
  }

  /** As pg_cursors shows them. */
  statuses(): CursorStatus[] {
    return [...this.open].map(([name, {prepared, created}]) => ({
      name,
      statement: prepared.sql,
      holdable: false,
      binary: false,
      scrollable: false,
      created,
    }));
  }

  /** What FETCH and MOVE name: a cursor, or a portal, which goes on as a cursor. Errors: 34000, 55000. */
  async cursorNamed(name: string): Promise<Cursor> {
    const {cursors} = this.session;
    const portal = this.open.get(name);
    if (!portal?.prepared.statement) return cursors.get(name);
    const execution = portal.execution ?? (await this.run(name, false));
    if (!execution.columns) throw new SqlError('55000', `portal "${name}" cannot be run`);
    this.open.delete(name);
    const statement = portal.prepared.sql;
    const options = {name, statement, binary: false, scroll: false, hold: false, rows: [], locks: false};
    const cursor = new Cursor(options, execution);
    cursors.add(cursor);
    return cursor;
  }

  close(name: string): void {
    if (this.isCursor(name)) void this.session.cursors.close(name);
    else void this.drop(name);
  }

  async drop(name: string): Promise<void> {
    const portal = this.open.get(name);
    this.open.delete(name);
    await portal?.execution?.close();
  }

  async dropAll(): Promise<void> {
    for (const name of [...this.open.keys()]) await this.drop(name);
  }

  /** A cursor that SQL has declared: the protocol may read it as a portal. */
  private isCursor(name: string): boolean {
    return !this.open.has(name) && this.session.cursors.has(name);
  }

  private find(name: string): Portal {
    const portal = this.open.get(name);
    if (!portal) throw new SqlError('34000', `portal "${name}" does not exist`);
    return portal;
  }
}
