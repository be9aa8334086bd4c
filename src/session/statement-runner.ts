import {hasDeferred} from '../catalog/constraints.ts';
import {checkRights, type NeededRights} from '../catalog/needed-rights.ts';
import {millraceAuditLog} from '../catalog/system/millrace-audit-log.ts';
import {mzSessions} from '../catalog/system/materialize-internal.ts';
import {pgClass} from '../catalog/system/pg-class.ts';
import {pgCursors} from '../catalog/system/pg-cursors.ts';
import {pgPreparedStatements} from '../catalog/system/pg-prepared-statements.ts';
import {pgLocks} from '../catalog/system/pg-locks.ts';
import {pgStatActivity} from '../catalog/system/pg-stat-activity.ts';
import {statisticsViews} from '../catalog/system/statistics-views.ts';
import type {PhysicalPlan} from '../plan/physical.ts';
import type {ObjectId} from '../plan/rel.ts';
import {unplaced} from '../sql/dialect/translate.ts';
import {wallClock} from '../types/clock.ts';
import type {Datum} from '../types/datum.ts';
import type {Execution} from './api.ts';
import {AuditedStatement, auditedText, hasPassword} from './audit.ts';
import {auditedExecution} from './audited-execution.ts';
import {type GivenRows, isStalePlan, type LockRequest, type WriteResult, type WriteStep} from './engine.ts';
import {runAnew} from './locked-edit.ts';
import {calledOverRows} from './calls-over-rows.ts';
import {withoutSecrets} from './error-detail.ts';
import {command, QueryExecution, readAll, rowsAtHand, rowsResult} from './execution.ts';
import type {Measure} from './measure.ts';
import {endsWithCommit, writeTemporary} from './on-commit.ts';
import {readHere} from './point-read.ts';
import {type PlannedStatement, preparedStatuses, type PreparedStatement} from './prepared.ts';
import {callsLargeObjects, callsSession, withSessionCalls} from './session-functions.ts';
import {runCalls} from './routines.ts';
import type {SqlSession} from './session.ts';
import type {TimeBudget} from './statement-guard.ts';
import {bindParameters, raiseConstants} from './statements/planned.ts';
import {handlerOf} from './statements/registry.ts';
import {checkStatement} from './statements/statement-rights.ts';
import {passOn} from './transaction-ends.ts';
import {SqlError} from '../types/sql-error.ts';
import {abortedTransaction, readOnlyTransaction} from './transaction.ts';

type WriteExtras = {
  readonly given?: GivenRows;
  readonly locks?: LockRequest;
  readonly measured?: boolean;
  /** What the statement does with which columns: errors tell of those. */
  readonly rights?: NeededRights;
};

/** Relations that tell of all sessions. */
const ABOUT_SESSIONS = new Set([
  pgLocks.oid,
  pgStatActivity.oid,
  mzSessions.oid,
  ...statisticsViews.flatMap(({name, oid}) => (/^pg_stat_(ssl|gssapi|database)$/.test(name) ? [oid] : [])),
]);

/** Relations that tell what has been counted. */
const COUNTED = new Set([
  pgClass.oid,
  ...statisticsViews.flatMap(({name, oid}) =>
    /^pg_stat_(all|user|sys|database|archiver|bgwriter|wal)/.test(name) ? [oid] : [],
  ),
]);

/** Functions that tell of them, asked for without these relations. */
const ASKS_SESSIONS = /\bpg_blocking_pids\b|\bpg_stat_get_(activity|backend|db)/i;
const ASKS_COUNTS = /\bpg_stat_get_/i;

/** A table has been dropped since the statement was planned, which knows it by its OID. */
function isGone(error: unknown): boolean {
  return error instanceof SqlError && error.code === '42P01' && /^relation with OID \d+ does/.test(error.message);
}

/** Runs a session's statements: one at a time is begun, and its rows are read from what it returns. */
export class StatementRunner {
  /** Of the statement that runs, or ran last. */
  budget: TimeBudget = {left: Infinity};
  query = '';
  private startedMicros = 0;
  private readonly session: SqlSession;
  /** As of which catalog and role the rights that a plan needs were there. */
  private readonly checked = new WeakMap<NeededRights, {readonly version: number; readonly role: number}>();
  /** The engine's work on this session's last write. */
  private writing: Promise<unknown> = Promise.resolve();

  constructor(session: SqlSession) {
    this.session = session;
  }

  /** A statement of this text begins. */
  began(query: string): void {
    this.query = query;
    this.startedMicros = wallClock();
  }

  /** When that was: µs since 1970 UTC. */
  get startedAt(): bigint {
    return BigInt(this.startedMicros);
  }

  /** A write that is past cancelling is in its write set when this has resolved. */
  async settled(): Promise<void> {
    await this.writing;
  }

  /** Runs one statement; the result's rows are read from what it returns. */
  async start(
    prepared: PreparedStatement,
    values: readonly Datum[],
    bound: PlannedStatement | null = null,
  ): Promise<Execution> {
    const {session} = this;
    session.checkOpen();
    const statement = prepared.statement!;
    if (session.transaction.refuses(statement)) throw abortedTransaction();
    session.transaction.startStatement();
    this.began(hasPassword(statement) ? auditedText(statement, prepared.sql) : prepared.sql);
    const timeout = Number(session.settings.get('statement_timeout'));
    this.budget = {left: timeout === 0 ? Infinity : timeout};
    const trail = session.database.audit;
    const audited = trail && new AuditedStatement(session, trail, prepared);
    try {
      const execution = await this.startAllowed(prepared, values, bound);
      const told = audited ? auditedExecution(execution, audited) : execution;
      // Nobody is left who would read it, and the session has closed what it knew of.
      if (session.isClosed) await told.close();
      session.checkOpen();
      return told;
    } catch (error) {
      audited?.failed(error);
      if (error instanceof SqlError && error.code === '40P01') session.database.statistics.deadlocks++;
      throw prepared.translated ? unplaced(error) : error;
    }
  }

  /** What may run, as the statement that the client has sent, or as one that it executes. */
  async startAllowed(
    prepared: PreparedStatement,
    values: readonly Datum[],
    bound: PlannedStatement | null,
  ): Promise<Execution> {
    const {session} = this;
    const {statements} = session;
    const statement = prepared.statement!;
    const handler = handlerOf(statement);
    if (!handler) checkStatement(session, statement, prepared.sql);
    else {
      const types = values.length === 0 ? [] : statements.typesWithin(prepared);
      return runAnew(session, () => {
        checkStatement(session, statement, prepared.sql);
        return handler.run(statement, session, prepared.sql, {types, values});
      });
    }
    const isGood = bound?.role === session.currentRole;
    if (isGood) statements.checkParameters(prepared, bound, values.length);
    const planned = isGood ? bound : statements.planFor(prepared, values.length);
    return this.runFresh(prepared, planned, values);
  }

  /** Plans again where a table has become another meanwhile: nothing has been done then. */
  private async runFresh(
    prepared: PreparedStatement,
    planned: PlannedStatement,
    values: readonly Datum[],
  ): Promise<Execution> {
    const {database, statements} = this.session;
    for (let current = planned; ;) {
      try {
        return await this.runPlanned(current, values);
      } catch (error) {
        const gone = isGone(error);
        if (!gone && !isStalePlan(error)) throw error;
        // The engine knows already; this catalog does when the statement that altered the table is done.
        await database.settled(current.catalogVersion);
        if (gone && this.session.catalogVersion === current.catalogVersion) throw error;
        current = statements.plan(prepared)!;
      }
    }
  }

  /** A query or DML statement that has been planned. */
  async runPlanned(planned: PlannedStatement, values: readonly Datum[], measure?: Measure): Promise<Execution> {
    const {session} = this;
    const {transaction} = session;
    this.checkRights(planned.rights);
    raiseConstants(session, planned);
    if (planned.calls.length + planned.stages.length > 0) return runCalls(session, planned, values);
    const isHere = !measure && (planned.lookup !== null || planned.constant) && transaction.forReading() === null;
    const found = isHere ? readHere(session, planned, values) : null;
    if (found) {
      transaction.startQuery();
      return found;
    }
    let bound = bindParameters(planned, values);
    const plans = [...planned.steps.map(({plan}) => plan), ...(planned.plan ? [planned.plan] : [])];
    if (!transaction.isOpen && plans.some(callsLargeObjects)) {
      // What the functions write stands or falls with the statement.
      return session.atomically(async () => {
        const execution = await this.runPlanned(planned, values, measure);
        return planned.kind === 'select' ? rowsResult(planned.columns!, await readAll(execution)) : execution;
      });
    }
    if (planned.plan && callsSession(planned.plan)) {
      const rows = bound.steps.length > 0 ? null : await this.calledOverRows(bound);
      if (rows) return rows;
      bound = {...bound, plan: await withSessionCalls(session, bound.plan!)};
      // Of a statement that is its own transaction, this is the end.
      if (!transaction.isOpen) {
        session.database.locks.release(session.processId, 'transaction');
        passOn(session);
      }
    }
    if (bound.steps.some(({plan}) => callsSession(plan))) bound = await this.withCallsInSteps(bound);
    transaction.startQuery();
    const {steps, locks, lockWaits} = bound;
    return steps.length + locks.length + lockWaits.size === 0
      ? this.runQuery(bound, measure)
      : this.runWrite(bound, measure);
  }

  /** Rows that stand in an INSERT may call functions of the session, too. */
  private async withCallsInSteps(bound: PlannedStatement): Promise<PlannedStatement> {
    const steps: WriteStep[] = [];
    for (const step of bound.steps) {
      steps.push(callsSession(step.plan) ? {...step, plan: await withSessionCalls(this.session, step.plan)} : step);
    }
    return {...bound, steps};
  }

  private async calledOverRows(planned: PlannedStatement): Promise<Execution | null> {
    const {session} = this;
    const rows = await calledOverRows(session, planned.plan!, plan => readAll(this.runQuery({...planned, plan})));
    if (!rows) return null;
    if (!session.transaction.isOpen) passOn(session);
    session.transaction.startQuery();
    return rowsResult(planned.columns!, rows);
  }

  /** At each execution: rights may have been revoked since it was planned. Errors: 42501. */
  private checkRights(needed: NeededRights): void {
    if (this.hasChecked(needed)) return;
    const {catalog, catalogVersion, currentRole} = this.session;
    checkRights(catalog, needed, currentRole);
    this.checked.set(needed, {version: catalogVersion, role: currentRole});
  }

  hasChecked(needed: NeededRights): boolean {
    const last = this.checked.get(needed);
    const {catalogVersion, currentRole} = this.session;
    return last !== undefined && last.version === catalogVersion && last.role === currentRole;
  }

  private async runWrite(planned: PlannedStatement, measure?: Measure): Promise<Execution> {
    const {session} = this;
    const {kind, steps, plan, columns, locks, lockWaits, width} = planned;
    const targets = steps.map(({table}) => table);
    if (!session.transaction.isOpen && endsWithCommit(session, targets)) {
      return session.atomically(() => this.runWrite(planned, measure));
    }
    if (!session.transaction.isOpen && targets.some(oid => isCheckedLate(session, oid))) {
      // It is complete first, its rows come, and then what the end of its transaction says.
      session.transaction.beginImplicit();
    }
    if (session.transaction.isReadOnly && !writeTemporary(session, targets)) {
      throw readOnlyTransaction(
        steps.length > 0 ? kind.toUpperCase() : `SELECT FOR ${(locks[0]?.mode ?? 'update').toUpperCase()}`,
      );
    }
    const lock: LockRequest | undefined =
      locks.length + lockWaits.size === 0 ? undefined : {rows: locks, visible: width, tables: null, waits: lockWaits};
    const measured = measure !== undefined;
    const transaction = session.transaction.forWriting();
    const {affected, rows, counts} = await this.write(steps, plan, transaction, {
      locks: lock,
      measured,
      rights: planned.rights,
    });
    if (measure) measure.write = {affected, counts: counts!};
    const tag = kind === 'insert' ? `INSERT 0 ${affected}` : `${kind.toUpperCase()} ${affected}`;
    if (rows === null) return command(tag);
    return new QueryExecution(columns!, rowsAtHand(rows), work => work(), kind === 'select' ? undefined : tag);
  }

  /**
   * Steps of a statement that writes; `transaction`: the write set, null to commit at once. Takes over the references to what
   * is given.
   */
  async write(
    steps: readonly WriteStep[],
    result: PhysicalPlan | null,
    transaction: number | null,
    {given, locks, measured = false, rights}: WriteExtras = {},
  ): Promise<WriteResult> {
    const {session} = this;
    const {engine} = session.database;
    const write = {cancel: (message: string) => engine.cancelWrite(session.processId, message)};
    let untaken = given?.batches ?? [];
    const written = session.waitFor(write, () => {
      untaken = [];
      const writing = engine.write({
        steps,
        result,
        facts: session.facts,
        transaction,
        constraints: session.transaction.constraints,
        token: session.processId,
        given,
        locks,
        measured,
      });
      this.writing = writing.catch(() => {});
      return writing.catch((error: unknown) => {
        throw withoutSecrets(error, session.catalog, session.currentRole, rights);
      });
    });
    // Cancelled before it was begun.
    return written.finally(() => untaken.forEach(batch => batch.release()));
  }

  private runQuery(planned: PlannedStatement, measure?: Measure): Execution {
    const {session} = this;
    const {database, cursors, portals} = session;
    const {inputs} = planned.plan!;
    const query = database.engine.query({
      plan: planned.plan!,
      facts: {
        ...session.facts,
        sessions:
          inputs.some(oid => ABOUT_SESSIONS.has(oid)) || ASKS_SESSIONS.test(this.query)
            ? database.activity()
            : undefined,
        cursors: inputs.includes(pgCursors.oid) ? [...cursors.all(), ...portals.statuses()] : undefined,
        statistics:
          inputs.some(oid => COUNTED.has(oid)) || ASKS_COUNTS.test(this.query) ? database.counted() : undefined,
        audit: inputs.includes(millraceAuditLog.oid) ? database.audit?.entries() : undefined,
        prepared: inputs.includes(pgPreparedStatements.oid) ? preparedStatuses(session.prepared) : undefined,
      },
      transaction: session.transaction.forReading(),
      measured: measure !== undefined,
    });
    if (measure) measure.query = query;
    const secured = <T>(work: () => Promise<T>): Promise<T> =>
      session.waitFor(query, work).catch((error: unknown) => {
        throw withoutSecrets(error, session.catalog, session.currentRole);
      });
    return new QueryExecution(planned.columns!, query, secured);
  }
}

function isCheckedLate(session: SqlSession, table: ObjectId): boolean {
  const object = session.catalog.byOid(table);
  return object?.kind === 'table' && hasDeferred(object);
}
