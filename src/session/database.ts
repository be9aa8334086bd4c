import {randomBytes, timingSafeEqual} from 'node:crypto';
import type {Catalog} from '../catalog/catalog.ts';
import {publishTypes} from '../catalog/user-types.ts';
import type {ServerStatistics, SessionStatus} from '../catalog/system/status.ts';
import type {ObjectId} from '../plan/rel.ts';
import type {RelProps} from '../plan/props.ts';
import {admit, type AdmissionLimits, DEFAULT_ADMISSION, validPassword} from './admission.ts';
import {AdvisoryLocks} from './advisory-locks.ts';
import type {ConnectOptions, Database, Session} from './api.ts';
import {auditClasses, type AuditTrail} from './audit.ts';
import type {CatalogEdit, CatalogEditor} from './ddl.ts';
import {dropTemporary} from './drop-temporary.ts';
import {DdlTransaction} from './ddl-transaction.ts';
import {editLocked, type LockObjects} from './locked-edit.ts';
import {TransactionOutcomes} from './transaction-outcomes.ts';
import type {TransactionFacts} from '../catalog/system/snapshot.ts';
import {DatabaseActivity} from './database-activity.ts';
import type {Engine, EngineChange, ObjectLock, ObjectSpec} from './engine.ts';
import {SqlError} from '../types/sql-error.ts';
import type {Notification} from './notifications.ts';
import {SqlSession} from './session.ts';
import {definitionsByName} from './setting-definitions.ts';
import {keysWithoutNulls} from './table-spec.ts';
import {wallClockMicros} from '../types/clock.ts';

const SECRET_KEY_BYTES = 4;

const DEFAULT_AUDIT = definitionsByName.get('audit_log')!.initial;

/**
 * The one database of a server: the committed catalog, the engine, and who is connected. A change of the catalog is in the
 * engine and on disk before the catalog here moves, and has its objects locked until then.
 */
export class MillraceDatabase implements Database {
  readonly catalog: Catalog;
  readonly engine: Engine;
  /** null: none is kept. */
  readonly audit: AuditTrail | null;
  readonly locks = new AdvisoryLocks();
  readonly statistics = new DatabaseActivity();
  readonly outcomes = new TransactionOutcomes();
  /** What the command line has decided, by lower-case name of the setting. */
  readonly serverSettings: ReadonlyMap<string, string>;
  private readonly admission: AdmissionLimits;
  private readonly specs: Map<ObjectId, ObjectSpec>;
  private readonly sessions = new Map<number, SqlSession>();
  private nextProcessId = 1;
  private nextTransaction = 1;
  /** Greater than any before a restart. */
  private nextTransactionNumber = wallClockMicros();
  /** Changes of the catalog that are under way. */
  private readonly changing = new Set<DdlTransaction>();

  constructor(
    catalog: Catalog,
    engine: Engine,
    specs: ReadonlyMap<ObjectId, ObjectSpec>,
    admission = DEFAULT_ADMISSION,
    serverSettings: ReadonlyMap<string, string> = new Map(),
    audit: AuditTrail | null = null,
  ) {
    this.audit = audit;
    this.catalog = catalog;
    this.engine = engine;
    this.specs = new Map(specs);
    this.admission = admission;
    this.serverSettings = new Map([
      ...serverSettings,
      ['max_connections', String(admission.maxConnections)],
      ['superuser_reserved_connections', String(admission.superuserReserved)],
    ]);
    this.publish();
  }

  async connect(options: ConnectOptions): Promise<Session> {
    const sessionsOf = (role: number): number =>
      [...this.sessions.values()].filter(({identity}) => identity.authenticated === role).length;
    const counts = {all: this.sessions.size, of: sessionsOf};
    const processId = this.nextProcessId++;
    try {
      admit(this.catalog, options, counts, this.admission);
      const secret = randomBytes(options.secretKeyBytes ?? SECRET_KEY_BYTES);
      const session = new SqlSession(this, options, processId, secret);
      this.sessions.set(processId, session);
      this.statistics.sessions++;
      this.auditLogin(options, processId, null);
      return session;
    } catch (error) {
      this.auditLogin(options, processId, error);
      throw error;
    }
  }

  /** Somebody has logged in, or has not: wrong passwords are told by the front end that asks for them. */
  auditLogin({user, remoteAddress, parameters}: ConnectOptions, processId: number, error: unknown): void {
    if (!this.audit) return;
    const book = this.catalog.roleBook;
    const settings = book.settingsOf(book.named(user)?.oid ?? 0);
    this.audit.maxBytes = Number(book.settingsOf(0).get('audit_log_max_bytes') ?? this.audit.maxBytes);
    if (!auditClasses(settings.get('audit_log') ?? DEFAULT_AUDIT).has('login')) return;
    this.audit.append({
      at: Date.now(),
      class: 'login',
      sessionUser: user,
      currentUser: user,
      processId,
      client: remoteAddress,
      application: parameters.get('application_name') ?? '',
      statement: '',
      tag: error === null ? 'CONNECT' : '',
      sqlstate: error === null ? '00000' : error instanceof SqlError ? error.code : 'XX000',
      message: error instanceof Error ? error.message : null,
      rows: null,
    });
  }

  passwordOf(user: string): string | null {
    return validPassword(this.catalog, user);
  }

  isMember(user: string, role: string): boolean {
    const book = this.catalog.roleBook;
    const [member, group] = [book.named(user), book.named(role)];
    return member !== null && group !== null && book.isMemberByGrant(member.oid, group.oid);
  }

  cancel(processId: number, secretKey: Uint8Array): void {
    const session = this.sessions.get(processId);
    if (!session || session.secretKey.length !== secretKey.length) return;
    if (timingSafeEqual(session.secretKey, secretKey)) session.cancelRunning();
  }

  session(processId: number): SqlSession | null {
    return this.sessions.get(processId) ?? null;
  }

  /** What pg_stat_activity shows. */
  activity(): SessionStatus[] {
    return [...this.sessions.values()].map(session => session.activity.status);
  }

  /** What pg_stat_database and its kin show, of what the engine does not count. */
  counted(): ServerStatistics {
    return this.statistics.tell(
      this.engine.peekCounts(),
      [...this.sessions.values()].map(session => session.activity.startedAt),
    );
  }

  /** pg_stat_reset. */
  resetCounts(): void {
    this.statistics.reset([...this.sessions.values()].map(session => session.activity.startedAt));
    this.engine.resetCounts('all');
  }

  disconnected(session: SqlSession): void {
    if (this.sessions.delete(session.processId)) this.statistics.sessionMicros += session.activity.ageMicros;
    this.engine.endSession(session.processId);
  }

  /** Passes on what a committed transaction said. */
  notify(notification: Notification): void {
    for (const session of this.sessions.values()) session.hear(notification);
  }

  /** For functions that tell of transactions. */
  transactions(): TransactionFacts {
    const numbers = [...this.sessions.values()].flatMap(session => session.assignedTransaction ?? []);
    return {next: this.nextTransactionNumber, running: numbers, ended: this.outcomes.all};
  }

  newTransactionNumber(): bigint {
    return this.nextTransactionNumber++;
  }

  newTransaction(): number {
    return this.nextTransaction++;
  }

  spec(oid: ObjectId): ObjectSpec | null {
    return this.specs.get(oid) ?? null;
  }

  /** Of one transaction. */
  beginChanges(): DdlTransaction {
    const ddl = new DdlTransaction(this.catalog);
    this.changing.add(ddl);
    return ddl;
  }

  /** They are in force, or came to nothing. */
  endChanges(ddl: DdlTransaction): void {
    this.changing.delete(ddl);
    this.publish();
  }

  /** What the types are called and made of: as committed, and as transactions under way have made them. */
  publish(): void {
    publishTypes(
      this.catalog,
      [...this.changing].map(ddl => ddl.made()),
    );
  }

  /**
   * Makes a catalog change that is a transaction of its own, durably, and then shows it to everybody; `lock` is how it waits for
   * others who change the same. Errors: as of `editLocked`.
   */
  async editCatalog(
    edit: CatalogEditor,
    lock: LockObjects = (transaction, locks) => this.lockObjects(transaction, locks, 0),
    again = false,
  ): Promise<CatalogEdit> {
    const ddl = this.beginChanges();
    const transaction = this.newTransaction();
    try {
      const {result, isEmpty} = await editLocked(ddl, edit, locks => lock(transaction, locks), again);
      if (isEmpty) return result;
      const change = ddl.change();
      await this.engine.change(change);
      this.adopt(ddl.catalog, change);
      return result;
    } finally {
      this.endChanges(ddl);
      this.engine.release(transaction);
    }
  }

  lockObjects(transaction: number, locks: readonly ObjectLock[], processId: number, timeout = 0): Promise<void> {
    return this.engine.lockObjects({transaction, processId, locks, timeout, token: processId});
  }

  /** The session is over. What cannot be dropped now (the server ends) is not there when it starts again. */
  async dropTemporary(schema: string): Promise<void> {
    if (!this.catalog.schema(schema)) return;
    await this.editCatalog(fork => dropTemporary(fork, schema, '')).catch(() => {});
  }

  /** Waits for the change under way that makes plans of this version stale; not for long. */
  async settled(version: number): Promise<void> {
    for (let waits = 0; waits < 100 && this.catalog.version === version; waits++) {
      await new Promise(resolve => setTimeout(resolve, 1));
    }
  }

  /** The change is durable, and in force in the engine; `endChanges` comes next. */
  adopt(catalog: Catalog, {puts, deletes}: EngineChange): void {
    this.catalog.commit(catalog);
    for (const {oid, spec} of puts) {
      if (spec) this.specs.set(oid, spec);
      else if (spec === null) this.specs.delete(oid);
    }
    for (const oid of deletes) this.specs.delete(oid);
  }
}

/** What the planner may assume of the rows of an object with this spec. */
export function propsOf(spec: ObjectSpec | null): RelProps {
  if (spec?.kind === 'source') return {uniqueKeys: [], monotonic: true, nonNegative: true};
  if (spec?.kind === 'table') return {uniqueKeys: keysWithoutNulls(spec), monotonic: false, nonNegative: true};
  if (spec?.kind === 'view') return spec.plan.nodes[spec.plan.root].props;
  return {uniqueKeys: [], monotonic: false, nonNegative: true};
}
