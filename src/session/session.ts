import {checkRights, type NeededRights} from '../catalog/needed-rights.ts';
import {parseObjectIdentifier, printObjectIdentifier} from '../catalog/object-identifier.ts';
import type {Catalog} from '../catalog/catalog.ts';
import {lookupColumns} from '../catalog/constraints.ts';
import {temporarySchema} from '../catalog/temporary.ts';
import {millraceAuditLog} from '../catalog/system/millrace-audit-log.ts';
import {pgCursors} from '../catalog/system/pg-cursors.ts';
import {pgPreparedStatements} from '../catalog/system/pg-prepared-statements.ts';
import {pgStatActivity} from '../catalog/system/pg-stat-activity.ts';
import type {CursorStatus, SessionStatus} from '../catalog/system/status.ts';
import {batchRows} from '../columnar/datum-access.ts';
import type {PhysicalPlan} from '../plan/physical.ts';
import type {RelProps} from '../plan/props.ts';
import type {ObjectId} from '../plan/rel.ts';
import {readStatements, unplaced} from '../sql/dialect/translate.ts';
import type {Datum} from '../types/datum.ts';
import type {FormatSettings, ObjectNames} from '../types/io/format-settings.ts';
import {SqlError} from '../types/sql-error.ts';
import {TEXT, type SqlType} from '../types/sql-type.ts';
import type {
  ConnectOptions,
  CopyIn,
  CopyOut,
  Execution,
  LookedUp,
  ResultChunk,
  Session,
  SessionListener,
  StatementDescription,
  TransactionStatus,
} from './api.ts';
import {type MillraceDatabase, propsOf} from './database.ts';
import {
  type GivenRows,
  isStalePlan,
  type LockRequest,
  type ObjectSpec,
  type SessionFacts,
  type WriteResult,
  type WriteStep,
} from './engine.ts';
import {Cursor, cursorRows, Cursors} from './cursor.ts';
import {command, QueryExecution, rowsAtHand} from './execution.ts';
import {withoutSecrets} from './error-detail.ts';
import {auditClasses, AuditedStatement, auditedText, hasPassword} from './audit.ts';
import {auditedExecution} from './audited-execution.ts';
import {Identity} from './identity.ts';
import {atCommit, endsWithCommit} from './on-commit.ts';
import {IdleTimer} from './idle-timer.ts';
import type {Measure} from './measure.ts';
import {Notifications, type Notification} from './notifications.ts';
import {PlanCache, type Versions} from './plan-cache.ts';
import {readPoint} from './point-read.ts';
import {cachedPlanChanged, type PlannedStatement, preparedStatuses, type PreparedStatement} from './prepared.ts';
import {callsSession, withSessionCalls} from './session-functions.ts';
import {Settings} from './settings.ts';
import {parseStartupOptions} from './startup-options.ts';
import {abandonable, type Cancellable, StatementGuard, type TimeBudget} from './statement-guard.ts';
import {handlerOf} from './statements/registry.ts';
import {bindParameters, planStatement} from './statements/planned.ts';
import {checkStatement} from './statements/statement-rights.ts';
import {Transaction} from './transaction.ts';

type Portal = {
  readonly prepared: PreparedStatement;
  readonly values: readonly Datum[];
  /** As it was bound, whatever happens to the catalog until it runs; null: no query or DML. */
  readonly planned: PlannedStatement | null;
  execution: Execution | null;
  finished: boolean;
  /** µs since 1970 UTC. */
  readonly created: bigint;
};

const MAX_TRIES = 20;
/** Prepared statements of a session, and portals: a client that forgets to close them shall notice, not the others. */
const MOST_NAMES = 10_000;

/** One client's session: settings, prepared statements, portals and the transaction, over a shared database. */
export class SqlSession implements Session {
  readonly database: MillraceDatabase;
  readonly processId: number;
  readonly secretKey: Uint8Array;
  readonly identity: Identity;
  readonly remoteAddress: string;
  readonly settings: Settings;
  readonly transaction: Transaction;
  readonly prepared = new Map<string, PreparedStatement>();
  readonly cursors = new Cursors();
  readonly notifications = new Notifications();
  private readonly portals = new Map<string, Portal>();
  private readonly plans = new PlanCache();
  private readonly guard = new StatementGuard();
  private readonly startedAt = BigInt(Date.now()) * 1000n;
  private readonly idle: IdleTimer;
  /** As of which catalog and role the rights that a plan needs were there. */
  private readonly checked = new WeakMap<NeededRights, {readonly version: number; readonly role: number}>();
  private listeners: SessionListener[] = [];
  private startupWarnings: SqlError[] = [];
  private format: {readonly plain: FormatSettings; readonly named: FormatSettings} | null = null;
  /** Of the statement that runs, or ran last. */
  private budget: TimeBudget = {left: Infinity};
  private lastQuery = '';
  private statementNow = 0n;
  private active = false;
  /** The engine's work on this session's last write. */
  private writing: Promise<unknown> = Promise.resolve();
  private closed = false;

  constructor(database: MillraceDatabase, options: ConnectOptions, processId: number, secretKey: Uint8Array) {
    this.database = database;
    this.processId = processId;
    this.secretKey = secretKey;
    this.identity = new Identity(database.catalog.role(options.user)!, () => this.catalog);
    this.remoteAddress = options.remoteAddress;
    const changed = (name: string, value: string): void => {
      for (const listener of this.listeners) listener.parameterStatus(name, value);
    };
    this.settings = new Settings(changed, this.identity, database.serverSettings);
    const ended = (): void => database.locks.release(processId, 'transaction');
    this.settings.temporarySchema = temporarySchema(processId);
    this.transaction = new Transaction(
      database,
      this.settings,
      ended,
      () => this.mark(),
      () => this.lockCatalog(),
    );
    this.idle = new IdleTimer(this.settings, error => this.terminate(error));
    this.settings.setDefault('session_authorization', options.user, true);
    this.applyRoleSettings();
    this.applyStartupParameters(options.parameters);
  }

  /** OIDs of the role whose rights count, and of the one that the session belongs to. */
  get currentRole(): number {
    return this.identity.current;
  }

  get sessionRole(): number {
    return this.identity.session;
  }

  /** current_user. */
  get user(): string {
    return this.nameOfRole(this.identity.current);
  }

  get sessionUserName(): string {
    return this.nameOfRole(this.identity.session);
  }

  private nameOfRole(oid: number): string {
    return this.catalog.roleBook.ofOid(oid)?.name ?? `unknown (OID=${oid})`;
  }

  get transactionStatus(): TransactionStatus {
    return this.transaction.status;
  }

  get formatting(): FormatSettings {
    const plain = this.settings.formatting;
    if (this.format?.plain !== plain) this.format = {plain, named: {...plain, objectNames: this.objectNames}};
    return this.format.named;
  }

  /** What the reg* types print and read: the catalog as it is now, seen along this session's search path. */
  private readonly objectNames: ObjectNames = {
    oidOf: (kind, text) => parseObjectIdentifier(kind, text, this.catalog, this.settings.searchPath),
    nameOf: (kind, oid) => printObjectIdentifier(kind, oid, this.catalog, this.settings.searchPath),
  };

  /** The catalog as the session's statements see it. */
  get catalog(): Catalog {
    return this.transaction.ddl?.catalog ?? this.database.catalog;
  }

  /** Of that catalog: plans are good for one alone. */
  get catalogVersion(): number {
    return this.transaction.ddl?.version ?? this.database.catalog.version;
  }

  /** What the engine runs, or will run once the transaction has committed. */
  spec(oid: ObjectId): ObjectSpec | null {
    const own = this.transaction.ddl?.spec(oid);
    return own === undefined ? this.database.spec(oid) : own;
  }

  /** A materialized view that the transaction has made: it is filled when that commits. */
  isUnfilled(oid: ObjectId): boolean {
    return this.transaction.ddl?.spec(oid)?.kind === 'view' && this.database.spec(oid) === null;
  }

  /** What the planner may assume of an object's rows. */
  props(oid: ObjectId): RelProps {
    const object = this.catalog.byOid(oid);
    const indexes = object && object.kind !== 'system' ? lookupColumns(object) : [];
    return {...propsOf(this.spec(oid)), indexes};
  }

  /** What functions like current_user and now() see. */
  get facts(): SessionFacts {
    return {
      user: this.user,
      role: this.identity.current,
      sessionUser: this.nameOfRole(this.identity.session),
      database: this.database.catalog.database,
      searchPath: this.settings.searchPath,
      processId: this.processId,
      settings: this.settings.snapshot(),
      now: this.transaction.now,
      query: this.lastQuery,
      statementNow: this.statementNow,
      transactionId: this.transaction.assignedNumber,
      client: this.remoteAddress,
    };
  }

  /** The session's row of pg_stat_activity. */
  get activity(): SessionStatus {
    const idle = {I: 'idle', T: 'idle in transaction', E: 'idle in transaction (aborted)'} as const;
    return {
      processId: this.processId,
      user: this.nameOfRole(this.identity.session),
      database: this.database.catalog.database,
      applicationName: this.settings.get('application_name')!,
      client: this.remoteAddress,
      state: this.active ? 'active' : idle[this.transactionStatus],
      query: this.lastQuery,
      started: this.startedAt,
    };
  }

  listen(listener: SessionListener): void {
    this.listeners.push(listener);
    for (const {name, value} of this.settings.reported()) listener.parameterStatus(name, value);
    for (const {code, message} of this.startupWarnings.splice(0)) this.notice('WARNING', code, message);
  }

  notice(severity: 'NOTICE' | 'WARNING' | 'INFO', code: string, message: string, detail?: string): void {
    const levels = ['debug', 'log', 'notice', 'warning', 'error'];
    const rank = severity === 'WARNING' ? 3 : severity === 'INFO' ? 4 : 2;
    if (rank < levels.indexOf(this.settings.get('client_min_messages')!)) return;
    for (const listener of this.listeners) listener.notice({severity, code, message, detail});
  }

  async *simpleQuery(sql: string): AsyncIterable<Execution> {
    this.guard.reset();
    this.begin();
    let complete = false;
    try {
      // A simple query takes the place of what the unnamed statement and portal held.
      this.prepared.delete('');
      await this.dropPortal('');
      const statements = await this.read(sql, []);
      if (statements.length === 0) yield command('');
      for (const prepared of statements) {
        if (statements.length > 1) this.transaction.beginImplicit();
        const execution = await this.start(prepared, []);
        if (statements.length === 1) this.plans.put(this.versions, sql, prepared);
        try {
          yield this.guarded(execution, undefined, prepared.translated);
        } finally {
          await execution.close();
        }
      }
      await this.endImplicit();
      complete = true;
    } finally {
      // A statement failed, or the reader stopped early: what is not complete leaves nothing behind.
      if (!complete) await this.failTransaction();
      this.pause();
    }
  }

  async parse(name: string, sql: string, parameterTypes: readonly (SqlType | null)[]): Promise<void> {
    const statements = await this.read(sql, parameterTypes);
    if (statements.length > 1) {
      throw new SqlError('42601', 'cannot insert multiple commands into a prepared statement');
    }
    const prepared = statements[0] ?? {sql, statement: null, declaredTypes: parameterTypes, planned: null};
    if (prepared.statement && this.transaction.refuses(prepared.statement)) throw abortedTransaction();
    if (name !== '' && this.prepared.has(name)) {
      throw new SqlError('42P05', `prepared statement "${name}" already exists`);
    }
    this.prepared.delete(name);
    if (this.prepared.size >= MOST_NAMES) throw tooMany('prepared statements');
    try {
      this.plan(prepared);
    } catch (error) {
      const trail = this.database.audit;
      if (trail && prepared.statement)
        new AuditedStatement(this, trail, prepared.statement, prepared.sql).failed(error);
      throw prepared.translated ? unplaced(error) : error;
    }
    this.plans.put(this.versions, sql, prepared);
    this.prepared.set(name, {...prepared, origin: {fromSql: false, at: BigInt(Date.now()) * 1000n}});
  }

  /** The statements of a text, to be planned, or as they were the last time. Errors: 42601 and its like. */
  private async read(sql: string, declaredTypes: readonly (SqlType | null)[]): Promise<PreparedStatement[]> {
    const known = this.plans.get(this.versions, sql, declaredTypes);
    if (known) return [known];
    const statements = await readStatements(sql, this.settings.get('sql_dialect')!);
    return statements.map(read => ({...read, declaredTypes, planned: null}));
  }

  private get versions(): Versions {
    return {settings: this.settings.version, catalog: this.catalogVersion};
  }

  async describeStatement(name: string): Promise<StatementDescription> {
    const prepared = this.findPrepared(name);
    return this.describe(prepared, this.plan(prepared));
  }

  /**
   * What Bind, Execute and Sync of a prepared statement come to, where that is a lookup that can be answered at once; null:
   * nothing has been done. `values` decodes its parameters, and may fail as Bind does.
   */
  lookUp(name: string, values: (described: StatementDescription) => readonly Datum[]): LookedUp | null {
    const prepared = this.prepared.get(name);
    const planned = prepared?.planned;
    if (!planned?.lookup?.columns || planned.catalogVersion !== this.catalogVersion) return null;
    if (planned.role !== this.currentRole || !this.hasChecked(planned.rights)) return null;
    if (this.database.audit && auditClasses(this.settings.get('audit_log')!).has('read')) return null;
    if (this.closed || this.transaction.isOpen || this.portals.size > 0) return null;
    const {columns, parameterTypes} = planned;
    const row = this.database.engine.peek(planned.lookup, values({columns, parameterTypes}));
    if (row === undefined) return null;
    this.lastQuery = prepared!.sql;
    this.statementNow = BigInt(Date.now()) * 1000n;
    this.pause();
    return {columns: columns!, row};
  }

  async bind(portal: string, statement: string, values: readonly Datum[]): Promise<void> {
    const prepared = this.findPrepared(statement);
    if (prepared.statement && this.transaction.refuses(prepared.statement)) throw abortedTransaction();
    if (portal !== '' && this.hasPortal(portal)) {
      throw new SqlError('42P03', `cursor "${portal}" already exists`);
    }
    const planned = this.plan(prepared);
    const expected = this.describe(prepared, planned).parameterTypes.length;
    if (values.length !== expected) {
      throw new SqlError(
        '08P01',
        `bind message supplies ${values.length} parameters, but prepared statement "${statement}" requires ${expected}`,
      );
    }
    await this.dropPortal(portal);
    if (this.portals.size >= MOST_NAMES) throw tooMany('portals');
    this.portals.set(portal, {
      prepared,
      values,
      planned,
      execution: null,
      finished: false,
      created: BigInt(Date.now()) * 1000n,
    });
  }

  /** A cursor that SQL has declared: the protocol may read it as a portal. */
  private isCursor(name: string): boolean {
    return !this.portals.has(name) && this.cursors.has(name);
  }

  /** A portal or a cursor has this name. */
  hasPortal(name: string): boolean {
    return this.portals.has(name) || this.cursors.has(name);
  }

  async describePortal(portal: string): Promise<StatementDescription> {
    if (this.isCursor(portal)) return {parameterTypes: [], columns: this.cursors.get(portal).columns};
    const {prepared, planned} = this.findPortal(portal);
    return this.describe(prepared, planned);
  }

  async execute(name: string, alone = false): Promise<Execution> {
    this.guard.reset();
    this.begin();
    if (this.isCursor(name)) {
      if (this.transactionStatus === 'E') throw abortedTransaction();
      return this.guarded(cursorRows(this.cursors.get(name)));
    }
    const portal = this.findPortal(name);
    if (!portal.prepared.statement) return command('');
    if (portal.finished) throw new SqlError('55000', `portal "${name}" cannot be run`);
    if (!portal.execution) {
      if (!alone) this.transaction.beginImplicit();
      portal.execution = this.guarded(
        await this.start(portal.prepared, portal.values, portal.planned),
        () => {
          // A result that has been read to its end gives no rows any more; a command cannot be run twice.
          portal.finished = portal.execution?.columns === null;
        },
        portal.prepared.translated,
      );
    } else if (this.transactionStatus === 'E') throw abortedTransaction();
    return portal.execution;
  }

  /** Named portals, as pg_cursors shows them. */
  private portalStatuses(): CursorStatus[] {
    return [...this.portals]
      .filter(([name]) => name !== '')
      .map(([name, {prepared, created}]) => ({
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
    const portal = this.portals.get(name);
    if (!portal?.prepared.statement) return this.cursors.get(name);
    const execution = portal.execution ?? (await this.execute(name));
    if (!execution.columns) throw new SqlError('55000', `portal "${name}" cannot be run`);
    this.portals.delete(name);
    const options = {
      name,
      statement: portal.prepared.sql,
      binary: false,
      scroll: false,
      hold: false,
      rows: [],
      locks: false,
    };
    const cursor = new Cursor(options, execution, splitChunk);
    this.cursors.add(cursor);
    return cursor;
  }

  closeStatement(name: string): void {
    this.prepared.delete(name);
  }

  closePortal(name: string): void {
    if (this.isCursor(name)) void this.cursors.close(name);
    else void this.dropPortal(name);
  }

  async sync(): Promise<void> {
    this.active = false;
    if (!this.transaction.isExplicit) await this.dropAllPortals();
    await this.endImplicit();
    this.pause();
  }

  fail(_error: SqlError): void {
    this.pause();
    // What the engine says to a rollback changes nothing for this session.
    this.failTransaction().catch(() => {});
  }

  /** COMMIT; false if the transaction had failed and was rolled back instead. */
  async commit(): Promise<boolean> {
    let committed = false;
    const views = this.transaction.ddl?.views.filter(oid => this.isUnfilled(oid)) ?? [];
    try {
      if (this.transactionStatus !== 'E') {
        await this.cursors.beforeCommit();
        if (this.transaction.hasWritten) await this.settleTemporary();
      }
      committed = await this.transaction.commit().catch((error: unknown) => {
        throw withoutSecrets(error, this.catalog, this.currentRole);
      });
    } finally {
      await this.cursors.afterTransaction(committed);
    }
    if (committed) this.passOn();
    else this.notifications.rollback();
    if (committed && views.length > 0) await this.fill(views);
    return committed;
  }

  /** What cannot be done at its end is the end of the transaction. */
  private async settleTemporary(): Promise<void> {
    try {
      await atCommit(this);
    } catch (error) {
      await this.transaction.rollback();
      throw error;
    }
  }

  /** A savepoint. */
  private mark(): () => Promise<void> {
    const cursors = this.cursors.mark();
    const notifications = this.notifications.mark();
    return async () => {
      notifications();
      await cursors();
    };
  }

  async rollback(): Promise<void> {
    this.notifications.rollback();
    await this.cursors.afterTransaction(false);
    await this.transaction.rollback();
  }

  /** All that `work` does stands or falls together: with the transaction under way, or as one of its own. */
  async atomically<T>(work: () => Promise<T>): Promise<T> {
    if (this.transaction.isOpen) return work();
    for (let tries = 1; ; tries++) {
      this.transaction.beginImplicit();
      try {
        const result = await work();
        await this.endImplicit();
        return result;
      } catch (error) {
        await this.failTransaction();
        // Somebody else has written in between, as READ COMMITTED lets them.
        if (!(error instanceof SqlError) || error.code !== '40001' || tries === MAX_TRIES) throw error;
      }
    }
  }

  /** The rows of a statement of ours. */
  async readAll(execution: Execution): Promise<(readonly Datum[])[]> {
    const rows: (readonly Datum[])[] = [];
    try {
      for (let chunk = await execution.next(0); chunk; chunk = await execution.next(0)) {
        rows.push(...splitChunk(chunk));
        if (chunk.kind === 'batch') chunk.release();
      }
    } finally {
      await execution.close();
    }
    return rows;
  }

  /** Ends what was no block of its own. */
  async endImplicit(): Promise<void> {
    if (this.transaction.isBlock && !this.transaction.isExplicit) await this.commit();
  }

  async failTransaction(): Promise<void> {
    if (!this.transaction.isExplicit) {
      this.notifications.rollback();
      await this.cursors.afterTransaction(false);
    }
    await this.transaction.fail();
  }

  /** A statement is being run for the client. */
  private begin(): void {
    this.active = true;
    this.idle.stop();
  }

  /** The client is answered; how long it may think, idle_session_timeout and its kin say. */
  private pause(): void {
    this.active = false;
    this.tellHeard();
    if (!this.closed) this.idle.start(this.transaction.isExplicit);
  }

  /** What the transaction that has committed said, to all who listen. */
  passOn(): void {
    for (const notification of this.notifications.commit()) this.database.notify(notification);
  }

  /** Another session's notification, or its own. */
  hear(notification: Notification): void {
    this.notifications.heard(notification);
    if (!this.active) this.tellHeard();
  }

  private tellHeard(): void {
    if (this.transactionStatus !== 'I') return;
    for (const notification of this.notifications.take()) {
      for (const listener of this.listeners) listener.notification?.(notification);
    }
  }

  /** Tells the client why, and is over. */
  terminate(error: SqlError): void {
    this.cancelRunning();
    for (const listener of this.listeners) listener.terminate?.(error);
  }

  /** CancelRequest. */
  cancelRunning(): void {
    this.guard.cancel();
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    this.idle.stop();
    this.cancelRunning();
    this.database.disconnected(this);
    this.database.locks.release(this.processId, 'session');
    this.listeners = [];
    await this.dropAllPortals();
    await this.cursors.closeAll();
    // A write that is past cancelling must be in the write set before that is thrown away.
    await this.writing;
    await this.transaction.abandon();
    await this.database.dropTemporary(this.settings.temporarySchema!);
  }

  /** Waits for the engine's work on the running statement; a cancel request or statement_timeout ends it with 57014. */
  waitFor<T>(work: Cancellable, body: () => Promise<T>): Promise<T> {
    return this.guard.run(work, this.budget, body);
  }

  /** New views and sinks: they are filled, or are no more. Errors: what made one of them fail. */
  async fill(oids: readonly ObjectId[]): Promise<void> {
    try {
      await this.untilPopulated(oids);
    } catch (error) {
      // Who has cancelled does not wait any longer, and that is all.
      if (!(error instanceof SqlError) || error.code === '57014') throw error;
      await this.database.editCatalog(fork => {
        const failed = oids.filter(oid => fork.byOid(oid) && fork.dependents(oid).length === 0);
        fork.remove(failed);
        return {specs: new Map(), notices: [], tag: ''};
      });
      throw error;
    }
  }

  /** Waits until new views are filled; the statement may be cancelled, and they go on being filled. */
  async untilPopulated(oids: readonly ObjectId[]): Promise<void> {
    const {work, result} = abandonable(this.database.engine.populated(oids));
    await this.waitFor(work, () => result);
  }

  /**
   * Waits while another transaction changes the catalog; a cancel request, statement_timeout and the client's end are ends of
   * the wait too, and whoever has given up is not given the lock.
   */
  async lockCatalog(): Promise<() => void> {
    const granted = this.database.lockCatalog();
    const {work, result} = abandonable(granted);
    try {
      const unlock = await this.waitFor(work, () => result);
      if (!this.closed) return unlock;
      throw new SqlError('57P01', 'the client has gone');
    } catch (error) {
      void granted.then(unlock => unlock());
      throw error;
    }
  }

  /** Fails the transaction when reading the rows fails, before whoever reads them hears of it. */
  private guarded(execution: Execution, ended = (): void => {}, translated = false): Execution {
    const {budget} = this;
    const failing = async <T>(work: () => Promise<T>): Promise<T> => {
      this.budget = budget;
      try {
        return await work();
      } catch (error) {
        await this.failTransaction();
        throw translated ? unplaced(error) : error;
      }
    };
    return {
      columns: execution.columns,
      binary: execution.binary,
      copy: execution.copy && failingCopy(execution.copy, failing),
      get tag() {
        return execution.tag;
      },
      next: maxRows =>
        failing(async () => {
          const chunk = await execution.next(maxRows);
          if (chunk === null) ended();
          return chunk;
        }),
      close: () => execution.close(),
    };
  }

  /** Runs one statement; the result's rows are read from what it returns. */
  private async start(
    prepared: PreparedStatement,
    values: readonly Datum[],
    bound: PlannedStatement | null = null,
  ): Promise<Execution> {
    if (this.closed) throw new SqlError('57P01', 'the client has gone');
    const statement = prepared.statement!;
    if (this.transaction.refuses(statement)) throw abortedTransaction();
    this.transaction.startStatement();
    this.lastQuery = hasPassword(statement) ? auditedText(statement, prepared.sql) : prepared.sql;
    this.statementNow = BigInt(Date.now()) * 1000n;
    const timeout = Number(this.settings.get('statement_timeout'));
    this.budget = {left: timeout === 0 ? Infinity : timeout};
    const trail = this.database.audit;
    const audited = trail && new AuditedStatement(this, trail, statement, prepared.sql);
    try {
      const execution = await this.startAllowed(prepared, values, bound);
      return audited ? auditedExecution(execution, audited) : execution;
    } catch (error) {
      audited?.failed(error);
      throw prepared.translated ? unplaced(error) : error;
    }
  }

  private async startAllowed(
    prepared: PreparedStatement,
    values: readonly Datum[],
    bound: PlannedStatement | null,
  ): Promise<Execution> {
    const statement = prepared.statement!;
    const handler = handlerOf(statement);
    checkStatement(this, statement, prepared.sql);
    if (handler) {
      const types = values.length === 0 ? [] : this.typesWithin(prepared);
      return handler.run(statement, this, prepared.sql, {types, values});
    }
    const planned = bound?.role === this.currentRole ? bound : this.plan(prepared)!;
    this.checkParameters(prepared, planned, values.length);
    return this.runFresh(prepared, planned, values);
  }

  /** Plans again where a table has become another meanwhile: nothing has been done then. */
  private async runFresh(
    prepared: PreparedStatement,
    planned: PlannedStatement,
    values: readonly Datum[],
  ): Promise<Execution> {
    for (let current = planned; ;) {
      try {
        return await this.runPlanned(current, values);
      } catch (error) {
        if (!isStalePlan(error)) throw error;
        // The engine knows already; this catalog does when the statement that altered the table is done.
        await this.database.settled(current.catalogVersion);
        current = this.plan(prepared)!;
      }
    }
  }

  /** A query or DML statement that has been planned. */
  async runPlanned(planned: PlannedStatement, values: readonly Datum[], measure?: Measure): Promise<Execution> {
    this.checkRights(planned.rights);
    const found =
      !measure && planned.lookup && this.transaction.forReading() === null ? readPoint(this, planned, values) : null;
    if (found) {
      this.transaction.startQuery();
      return found;
    }
    let bound = bindParameters(planned, values);
    if (planned.plan && callsSession(planned.plan)) {
      bound = {...bound, plan: await withSessionCalls(this, bound.plan!)};
      // Of a statement that is its own transaction, this is the end.
      if (!this.transaction.isOpen) {
        this.database.locks.release(this.processId, 'transaction');
        this.passOn();
      }
    }
    this.transaction.startQuery();
    const {steps, locks, lockWaits} = bound;
    return steps.length + locks.length + lockWaits.size === 0
      ? this.runQuery(bound, measure)
      : this.runWrite(bound, measure);
  }

  /** At each execution: rights may have been revoked since it was planned. Errors: 42501. */
  private checkRights(needed: NeededRights): void {
    if (this.hasChecked(needed)) return;
    checkRights(this.catalog, needed, this.currentRole);
    this.checked.set(needed, {version: this.catalogVersion, role: this.currentRole});
  }

  private hasChecked(needed: NeededRights): boolean {
    const last = this.checked.get(needed);
    return last !== undefined && last.version === this.catalogVersion && last.role === this.currentRole;
  }

  private async runWrite(planned: PlannedStatement, measure?: Measure): Promise<Execution> {
    const {kind, steps, plan, columns, locks, lockWaits, width} = planned;
    const targets = steps.map(({table}) => table);
    if (!this.transaction.isOpen && endsWithCommit(this, targets)) {
      return this.atomically(() => this.runWrite(planned, measure));
    }
    if (this.transaction.isReadOnly) {
      throw readOnlyTransaction(
        steps.length > 0 ? kind.toUpperCase() : `SELECT FOR ${(locks[0]?.mode ?? 'update').toUpperCase()}`,
      );
    }
    const lock: LockRequest | undefined =
      locks.length + lockWaits.size === 0 ? undefined : {rows: locks, visible: width, tables: null, waits: lockWaits};
    const measured = measure !== undefined;
    const transaction = this.transaction.forWriting();
    const {affected, rows, counts} = await this.write(steps, plan, transaction, undefined, lock, measured);
    if (measure) measure.write = {affected, counts: counts!};
    const tag = kind === 'insert' ? `INSERT 0 ${affected}` : `${kind.toUpperCase()} ${affected}`;
    if (rows === null) return command(tag);
    return new QueryExecution(
      columns!,
      rowsAtHand(rows),
      splitChunk,
      work => work(),
      kind === 'select' ? undefined : tag,
    );
  }

  /** Steps of a statement that writes; `transaction`: the write set, null to commit at once. */
  async write(
    steps: readonly WriteStep[],
    result: PhysicalPlan | null,
    transaction: number | null,
    given?: GivenRows,
    locks?: LockRequest,
    measured = false,
  ): Promise<WriteResult> {
    const {engine} = this.database;
    const write = {cancel: (message: string) => engine.cancelWrite(this.processId, message)};
    return this.waitFor(write, () => {
      const writing = engine.write({
        steps,
        result,
        facts: this.facts,
        transaction,
        constraints: this.transaction.constraints,
        token: this.processId,
        given,
        locks,
        measured,
      });
      this.writing = writing.catch(() => {});
      return writing.catch((error: unknown) => {
        throw withoutSecrets(error, this.catalog, this.currentRole);
      });
    });
  }

  private runQuery(planned: PlannedStatement, measure?: Measure): Execution {
    const {inputs} = planned.plan!;
    const query = this.database.engine.query({
      plan: planned.plan!,
      facts: {
        ...this.facts,
        sessions: inputs.includes(pgStatActivity.oid) ? this.database.activity() : undefined,
        cursors: inputs.includes(pgCursors.oid) ? [...this.cursors.all(), ...this.portalStatuses()] : undefined,
        audit: inputs.includes(millraceAuditLog.oid) ? this.database.audit?.entries() : undefined,
        prepared: inputs.includes(pgPreparedStatements.oid) ? preparedStatuses(this.prepared) : undefined,
      },
      transaction: this.transaction.forReading(),
      measured: measure !== undefined,
    });
    if (measure) measure.query = query;
    const secured = <T>(work: () => Promise<T>): Promise<T> =>
      this.waitFor(query, work).catch((error: unknown) => {
        throw withoutSecrets(error, this.catalog, this.currentRole);
      });
    return new QueryExecution(planned.columns!, query, splitChunk, secured);
  }

  /** The plan of a query or DML statement, made anew if the catalog has changed; null for any other statement. */
  plan(prepared: PreparedStatement): PlannedStatement | null {
    const {statement, sql, declaredTypes, planned} = prepared;
    if (!statement) return null;
    // Not even looked at: what it names may be gone.
    if (this.transaction.refuses(statement)) throw abortedTransaction();
    if (handlerOf(statement)) return null;
    if (planned?.catalogVersion === this.catalogVersion && planned.role === this.currentRole) return planned;
    const fresh = planStatement(this, statement, sql, planned?.parameterTypes ?? declaredTypes);
    if (planned && cachedPlanChanged(planned, fresh)) {
      throw new SqlError('0A000', 'cached plan must not change result type');
    }
    return (prepared.planned = fresh);
  }

  /** A simple query gives no values. Errors: 42P02. */
  private checkParameters({statement, sql}: PreparedStatement, planned: PlannedStatement, given: number): void {
    // Bound with those that there are, the statement says where it wants another.
    if (planned.parameterTypes.length > given) {
      planStatement(this, statement!, sql, planned.parameterTypes.slice(0, given), 'user', true);
    }
  }

  private describe(prepared: PreparedStatement, planned: PlannedStatement | null): StatementDescription {
    if (!prepared.statement) return {parameterTypes: [], columns: null};
    if (planned) return {parameterTypes: planned.parameterTypes, columns: planned.columns};
    const handler = handlerOf(prepared.statement)!;
    const columns = handler.columns?.(prepared.statement, this) ?? null;
    return {parameterTypes: this.typesWithin(prepared), columns};
  }

  /** Of the parameters of a statement that has a query within it, as DECLARE CURSOR has. */
  private typesWithin({statement, sql, declaredTypes}: PreparedStatement): readonly SqlType[] {
    const within = handlerOf(statement!)?.query?.(statement!);
    if (within && /\$\d/.test(sql)) return planStatement(this, within, sql, declaredTypes).parameterTypes;
    return declaredTypes.map(type => type ?? TEXT);
  }

  private findPrepared(name: string): PreparedStatement {
    const prepared = this.prepared.get(name);
    if (prepared) return prepared;
    throw new SqlError(
      '26000',
      name === '' ? 'unnamed prepared statement does not exist' : `prepared statement "${name}" does not exist`,
    );
  }

  private findPortal(name: string): Portal {
    const portal = this.portals.get(name);
    if (!portal) throw new SqlError('34000', `portal "${name}" does not exist`);
    return portal;
  }

  private async dropPortal(name: string): Promise<void> {
    const portal = this.portals.get(name);
    this.portals.delete(name);
    await portal?.execution?.close();
  }

  async dropAllPortals(): Promise<void> {
    for (const name of [...this.portals.keys()]) await this.dropPortal(name);
  }

  /** ALTER ROLE … SET; what is not good any more is told and left. */
  private applyRoleSettings(): void {
    for (const [name, value] of this.catalog.roleBook.settingsOf(this.identity.authenticated)) {
      try {
        this.settings.setDefault(name, value, 'role');
      } catch (error) {
        if (!(error instanceof SqlError)) throw error;
        this.startupWarnings.push(error);
      }
    }
  }

  private applyStartupParameters(parameters: ReadonlyMap<string, string>): void {
    try {
      for (const [name, value] of parameters) {
        if (name !== 'options') this.settings.setDefault(name, value);
        else for (const [option, setting] of parseStartupOptions(value)) this.settings.setDefault(option, setting);
      }
    } catch (error) {
      throw error instanceof SqlError ? error.with({severity: 'FATAL'}) : error;
    }
  }
}

export function splitChunk(chunk: ResultChunk): readonly (readonly Datum[])[] {
  if (chunk.kind === 'rows') return chunk.rows;
  return batchRows(chunk.batch).flatMap(({row, weight}) => Array.from({length: Number(weight)}, () => row));
}

type Failing = <T>(work: () => Promise<T>) => Promise<T>;

function failingCopy(copy: CopyIn | CopyOut, failing: Failing): CopyIn | CopyOut {
  if (copy.direction === 'out') return copy;
  return {
    direction: 'in',
    binary: copy.binary,
    width: copy.width,
    write: data => failing(() => copy.write(data)),
    end: () => failing(() => copy.end()),
    fail: reason => failing(() => copy.fail(reason)),
  };
}

function tooMany(what: string): SqlError {
  return new SqlError('54000', `too many ${what}`, {detail: `A session may have ${MOST_NAMES} at a time.`});
}

function abortedTransaction(): SqlError {
  return new SqlError('25P02', 'current transaction is aborted, commands ignored until end of transaction block');
}

export function readOnlyTransaction(what: string): SqlError {
  return new SqlError('25006', `cannot execute ${what} in a read-only transaction`);
}
