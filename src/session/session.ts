import {parseObjectIdentifier, printObjectIdentifier} from '../catalog/object-identifier.ts';
import type {Catalog} from '../catalog/catalog.ts';
import {lookupColumns} from '../catalog/constraints.ts';
import {temporarySchema} from '../catalog/temporary.ts';
import type {WaitEvent} from '../catalog/system/status.ts';
import type {RelProps} from '../plan/props.ts';
import type {ObjectId} from '../plan/rel.ts';
import type {Datum} from '../types/datum.ts';
import type {FormatSettings, ObjectNames} from '../types/io/format-settings.ts';
import {SqlError} from '../types/sql-error.ts';
import type {SqlType} from '../types/sql-type.ts';
import type {
  CalledFunction,
  CallResult,
  ConnectOptions,
  Execution,
  LookedUp,
  Notice,
  Session,
  SessionListener,
  StatementDescription,
  TransactionStatus,
} from './api.ts';
import type {DebugLevel} from './message-levels.ts';
import {readsAsStandard, standardText} from './standard-text.ts';
import {Cursors} from './cursor.ts';
import {type MillraceDatabase, propsOf} from './database.ts';
import type {ObjectLock, ObjectSpec, SessionFacts} from './engine.ts';
import {DirectLookup} from './direct-lookup.ts';
import {command} from './execution.ts';
import {callFunction} from './function-call.ts';
import {guarded} from './guarded-execution.ts';
import {Identity} from './identity.ts';
import {IdleTimer} from './idle-timer.ts';
import type {Measure} from './measure.ts';
import {Notifications, type Notification} from './notifications.ts';
import {Portals} from './portals.ts';
import {PreparedStatements} from './prepared-statements.ts';
import type {PlannedStatement, PreparedStatement} from './prepared.ts';
import {SessionActivity} from './session-activity.ts';
import {SessionListeners} from './session-listeners.ts';
import {Settings} from './settings.ts';
import {applyRoleSettings, applyStartupParameters} from './startup-settings.ts';
import {type Cancellable, StatementGuard} from './statement-guard.ts';
import {StatementRunner} from './statement-runner.ts';
import {descriptorsOf} from './large-objects/descriptors.ts';
import {atomically, endImplicit, failTransaction, mark} from './transaction-ends.ts';
import {Transaction} from './transaction.ts';

/** Of a statement that asks for its transaction's number, which gives it one. */
const ASKS_TRANSACTIONS = /\b(\w+_current_snapshot|txid_status|pg_xact_status)\b/i;
const ASKS_NUMBER = /\b(txid_current|pg_current_xact_id)\b/i;

/** One client's session: settings, prepared statements, portals and the transaction, over a shared database. */
export class SqlSession implements Session {
  readonly database: MillraceDatabase;
  readonly processId: number;
  readonly secretKey: Uint8Array;
  readonly identity: Identity;
  readonly remoteAddress: string;
  readonly settings: Settings;
  readonly transaction: Transaction;
  readonly cursors = new Cursors();
  readonly notifications = new Notifications();
  readonly statements = new PreparedStatements(this);
  readonly portals = new Portals(this);
  readonly runner = new StatementRunner(this);
  private readonly guard = new StatementGuard();
  readonly activity: SessionActivity;
  private readonly directLookup = new DirectLookup(this);
  private readonly idle: IdleTimer;
  private readonly listeners: SessionListeners;
  private readonly startupWarnings: SqlError[];
  private format: {readonly plain: FormatSettings; readonly named: FormatSettings} | null = null;
  private closed = false;

  constructor(database: MillraceDatabase, options: ConnectOptions, processId: number, secretKey: Uint8Array) {
    this.database = database;
    this.processId = processId;
    this.secretKey = secretKey;
    this.identity = new Identity(database.catalog.role(options.user)!, () => this.catalog);
    this.remoteAddress = options.remoteAddress;
    this.activity = new SessionActivity(this, options.tls ?? null);
    const changed = (name: string, value: string): void => this.listeners.parameterStatus(name, value);
    this.settings = new Settings(changed, this.identity, database.serverSettings);
    this.listeners = new SessionListeners(this.settings);
    const ended = (): void => {
      database.locks.release(processId, 'transaction');
      descriptorsOf(this).clear();
    };
    this.settings.temporarySchema = temporarySchema(processId);
    this.transaction = new Transaction(
      database,
      this.settings,
      ended,
      () => mark(this),
      (transaction, locks) => this.lockObjects(transaction, locks),
    );
    this.idle = new IdleTimer(this.settings, error => this.terminate(error));
    this.settings.setDefault('session_authorization', options.user, true);
    this.startupWarnings = applyRoleSettings(this.settings, this.catalog, this.identity);
    applyStartupParameters(this.settings, options.parameters);
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

  /** Prepared statements, by name. */
  get prepared(): Map<string, PreparedStatement> {
    return this.statements.byName;
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

  /** A materialized view that the transaction has made, or given another plan: it is filled when that commits. */
  isUnfilled(oid: ObjectId): boolean {
    const own = this.transaction.ddl?.spec(oid);
    if (own?.kind !== 'view') return false;
    const running = this.database.spec(oid);
    return running?.kind !== 'view' || running.refills !== own.refills;
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
      settingOrigins: this.settings.origins(),
      now: this.transaction.now,
      query: this.runner.query,
      statementNow: this.runner.startedAt,
      transactionId: ASKS_NUMBER.test(this.runner.query ?? '')
        ? this.transaction.number
        : this.transaction.assignedNumber,
      transactions: ASKS_TRANSACTIONS.test(this.runner.query ?? '') ? this.database.transactions() : undefined,
      client: this.remoteAddress,
      listening: this.notifications.listening,
    };
  }

  /** The number that its transaction has been given. */
  get assignedTransaction(): bigint | undefined {
    return this.transaction.assignedNumber;
  }

  listen(listener: SessionListener): void {
    this.listeners.add(listener);
    for (const {code, message} of this.startupWarnings.splice(0)) this.notice('WARNING', code, message);
  }

  notice(
    severity: 'NOTICE' | 'WARNING' | 'INFO',
    code: string,
    message: string,
    detail?: string,
    more: Pick<Notice, 'hint' | 'position'> = {},
  ): void {
    this.listeners.notice({severity, code, message, detail, ...more});
  }

  /** What servers tell about their work, to clients that ask for that much. */
  debug(level: DebugLevel, message: string, detail?: string): void {
    this.listeners.debug(level, message, detail);
  }

  async *simpleQuery(written: string): AsyncIterable<Execution> {
    this.guard.reset();
    this.begin();
    let complete = false;
    try {
      const sql = standardText(this, written);
      // A simple query takes the place of what the unnamed statement and portal held.
      this.prepared.delete('');
      await this.portals.drop('');
      const filled = this.statements.filledShape(sql);
      const statements = filled ? [filled.prepared] : await this.statements.read(sql, []);
      if (statements.length === 0) yield command('');
      for (const prepared of statements) {
        if (statements.length > 1) this.transaction.beginImplicit();
        const execution = await this.runner.start(prepared, filled?.values ?? []);
        if (statements.length === 1 && !filled) this.statements.rememberShape(sql, prepared);
        // What its end says against the last statement comes before the word that it is complete.
        const ended = prepared === statements.at(-1) ? () => endImplicit(this) : undefined;
        try {
          yield guarded(this, execution, ended, prepared.translated);
        } finally {
          await execution.close();
        }
      }
      await this.endUnlessBlock();
      this.settings.endStatement();
      complete = true;
    } finally {
      // A statement failed, or the reader stopped early: what is not complete leaves nothing behind.
      if (!complete) await failTransaction(this);
      this.pause();
    }
  }

  parse(name: string, sql: string, parameterTypes: readonly (SqlType | null)[]): Promise<void> {
    return this.statements.parse(name, standardText(this, sql), parameterTypes);
  }

  async describeStatement(name: string): Promise<StatementDescription> {
    return this.statements.describeWhole(this.statements.named(name));
  }

  /**
   * What Bind, Execute and Sync of a prepared statement come to, where that is a lookup that can be answered at once; null:
   * nothing has been done. `values` decodes its parameters, and may fail as Bind does.
   */
  lookUp(name: string, values: (described: StatementDescription) => readonly Datum[]): LookedUp | null {
    return this.lookUpDirectly(this.prepared.get(name), ({columns, parameterTypes}) =>
      values({columns, parameterTypes}),
    );
  }

  /** The same of a simple query, which has the values in its text. */
  lookUpText(sql: string): LookedUp | null {
    if (this.transaction.isOpen || !readsAsStandard(this, sql)) return null;
    const filled = this.statements.filledShape(sql);
    const found = filled && this.lookUpDirectly(filled.prepared, () => filled.values);
    if (found) this.prepared.delete('');
    return found;
  }

  private lookUpDirectly(
    prepared: PreparedStatement | undefined,
    values: (planned: PlannedStatement) => readonly Datum[],
  ): LookedUp | null {
    const found = this.directLookup.answer(prepared, values);
    if (found) this.pause();
    return found;
  }

  beginBind(portal: string, statement: string, given: number, formats: number): Promise<StatementDescription> {
    return this.portals.beginBind(portal, statement, given, formats);
  }

  bind(portal: string, statement: string, values: readonly Datum[]): Promise<void> {
    return this.portals.bind(portal, statement, values);
  }

  async describePortal(portal: string): Promise<StatementDescription> {
    return this.portals.describe(portal);
  }

  execute(portal: string, alone = false): Promise<Execution> {
    this.guard.reset();
    this.begin();
    return this.portals.run(portal, alone);
  }

  async callFunction(oid: number, values: (called: CalledFunction) => readonly Datum[]): Promise<CallResult> {
    this.guard.reset();
    this.begin();
    const result = await callFunction(this, oid, values);
    await this.endUnlessBlock();
    this.pause();
    return result;
  }

  closeStatement(name: string): void {
    this.prepared.delete(name);
  }

  closePortal(name: string): void {
    this.portals.close(name);
  }

  async sync(): Promise<void> {
    this.activity.setActive(false);
    await this.endUnlessBlock();
    // The client is told of no setting that holds no longer.
    this.settings.endStatement();
    this.pause();
  }

  async fail(_error: SqlError): Promise<void> {
    this.pause();
    // What the engine says to a rollback changes nothing for this session.
    await failTransaction(this).catch(() => {});
    if (!this.transaction.isExplicit) await this.portals.dropAll();
  }

  /** What was no block is over, and with it its portals. */
  private async endUnlessBlock(): Promise<void> {
    if (!this.transaction.isExplicit) await this.portals.dropAll();
    await endImplicit(this);
  }

  /** All that `work` does stands or falls together: with the transaction under way, or as one of its own. */
  atomically<T>(work: () => Promise<T>): Promise<T> {
    return atomically(this, work);
  }

  /** A statement is being run for the client. */
  private begin(): void {
    this.activity.setActive(true);
    this.idle.stop();
  }

  /** The client is answered; how long it may think, idle_session_timeout and its kin say. */
  private pause(): void {
    this.activity.setActive(false);
    this.tellHeard();
    if (!this.closed) this.idle.start(this.transaction.isExplicit);
  }

  /** Another session's notification, or its own. */
  hear(notification: Notification): void {
    this.notifications.heard(notification);
    if (!this.activity.isActive) this.tellHeard();
  }

  private tellHeard(): void {
    if (this.transactionStatus !== 'I') return;
    for (const notification of this.notifications.take()) this.listeners.notification(notification);
  }

  /** Tells the client why, and is over. */
  terminate(error: SqlError): void {
    this.database.statistics[error.code === '57P01' ? 'killed' : 'fatal']++;
    this.cancelRunning();
    this.listeners.terminate(error);
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
    this.listeners.clear();
    await this.portals.dropAll();
    await this.cursors.closeAll();
    // A write that is past cancelling must be in the write set before that is thrown away.
    await this.runner.settled();
    await this.transaction.abandon();
    await this.database.dropTemporary(this.settings.temporarySchema!);
  }

  /** Waits for the engine's work on the running statement; a cancel request or statement_timeout ends it with 57014. */
  waitFor<T>(work: Cancellable, body: () => Promise<T>): Promise<T> {
    return this.guard.run(work, this.runner.budget, body);
  }

  /** The same, and pg_stat_activity says for what. */
  waitForEvent<T>(waitsFor: WaitEvent, work: Cancellable, body: () => Promise<T>): Promise<T> {
    return this.activity.waiting(waitsFor, () => this.waitFor(work, body));
  }

  /** Waits while others have one of these; a cancel request, statement_timeout and lock_timeout are ends of the wait too. */
  async lockObjects(transaction: number, locks: readonly ObjectLock[]): Promise<void> {
    const {database, processId} = this;
    const work = {cancel: (message: string) => database.engine.cancelWrite(processId, message)};
    const timeout = Number(this.settings.get('lock_timeout') ?? 0);
    await this.waitForEvent({type: 'Lock', event: 'object'}, work, () =>
      database.lockObjects(transaction, locks, processId, timeout),
    );
    this.checkOpen();
  }

  /** The client has gone, and all that was open has been closed. */
  get isClosed(): boolean {
    return this.closed;
  }

  /** Errors: 57P01. */
  checkOpen(): void {
    if (this.closed) throw new SqlError('57P01', 'the client has gone');
  }

  /** The plan of a query or DML statement, made anew if the catalog has changed; null for any other statement. */
  plan(prepared: PreparedStatement): PlannedStatement | null {
    return this.statements.plan(prepared);
  }

  /** A query or DML statement that has been planned. */
  runPlanned(planned: PlannedStatement, values: readonly Datum[], measure?: Measure): Promise<Execution> {
    return this.runner.runPlanned(planned, values, measure);
  }
}
