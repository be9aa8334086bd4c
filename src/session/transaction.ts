import type {ObjectId} from '../plan/rel.ts';
import type {Statement} from '../sql/ast/index.ts';
import type {TransactionStatus} from './api.ts';
import type {MillraceDatabase} from './database.ts';
import type {ConstraintModes} from './engine.ts';
import type {Settings} from './settings.ts';

const AS_MADE: ConstraintModes = Object.freeze({all: null, named: new Map<ObjectId, boolean>()});

/**
 * A session's transaction. Idle: each statement is its own. Implicit: the statements of one simple query, or of the
 * messages up to a Sync, stand or fall together. Explicit: from BEGIN to COMMIT or ROLLBACK. A write set is opened in the
 * engine at the first write; reads are at the newest tick (READ COMMITTED) and see the write set.
 */
export class Transaction {
  private readonly database: MillraceDatabase;
  private readonly settings: Settings;
  private state: 'idle' | 'implicit' | 'explicit' | 'failed' = 'idle';
  private id: number | null = null;
  private startedAt: bigint | null = null;
  private modes: ConstraintModes = AS_MADE;

  constructor(database: MillraceDatabase, settings: Settings) {
    this.database = database;
    this.settings = settings;
  }

  get status(): TransactionStatus {
    if (this.state === 'failed') return 'E';
    return this.state === 'explicit' ? 'T' : 'I';
  }

  get isExplicit(): boolean {
    return this.state === 'explicit' || this.state === 'failed';
  }

  /** As SET TRANSACTION READ ONLY or its default says. */
  get isReadOnly(): boolean {
    return this.settings.get('transaction_read_only') === 'on';
  }

  /** µs since 1970 UTC: when the transaction began, what now() gives. */
  get now(): bigint {
    return this.startedAt ?? BigInt(Date.now()) * 1000n;
  }

  /** As SET CONSTRAINTS has them in this transaction. */
  get constraints(): ConstraintModes {
    return this.modes;
  }

  /**
   * SET CONSTRAINTS, of these or (null) all. What is not deferred any more is checked now. Errors: 23503, 23505.
   */
  async setConstraints(oids: readonly ObjectId[] | null, deferred: boolean): Promise<void> {
    if (!deferred && this.id !== null) await this.database.engine.checkConstraints(this.id, oids);
    this.modes =
      oids === null
        ? {all: deferred, named: new Map()}
        : {...this.modes, named: new Map([...this.modes.named, ...oids.map(oid => [oid, deferred] as const)])};
  }

  /** In a failed transaction only its end is accepted. */
  refuses(statement: Statement): boolean {
    if (this.state !== 'failed') return false;
    return !(
      statement.kind === 'transaction' && ['commit', 'rollback', 'rollback_to'].includes(statement.command.type)
    );
  }

  startStatement(): void {
    if (this.state === 'idle') this.startedAt = BigInt(Date.now()) * 1000n;
  }

  /** The write set to write into; null: commit at once. */
  forWriting(): number | null {
    if (this.state === 'idle') return null;
    this.id ??= this.database.newTransaction();
    return this.id;
  }

  /** The write set to read beside the committed rows; null: none. */
  forReading(): number | null {
    return this.id;
  }

  beginImplicit(): void {
    if (this.state !== 'idle') return;
    this.state = 'implicit';
    this.startedAt = BigInt(Date.now()) * 1000n;
    this.settings.beginTransaction();
  }

  async endImplicit(): Promise<void> {
    if (this.state === 'implicit') await this.commit();
  }

  /** BEGIN. An implicit transaction's statements so far become part of it, as in Postgres. */
  begin(): void {
    this.startedAt ??= BigInt(Date.now()) * 1000n;
    if (this.state === 'idle') this.settings.beginTransaction();
    this.state = 'explicit';
  }

  /** Makes the writes durable and visible; false if the transaction had failed and was rolled back instead. */
  async commit(): Promise<boolean> {
    const {id, state} = this;
    const failed = state === 'failed';
    this.reset();
    this.settings.endTransaction(!failed);
    if (id !== null) await (failed ? this.database.engine.rollback(id) : this.database.engine.commit(id));
    return !failed;
  }

  async rollback(): Promise<void> {
    const {id} = this;
    this.reset();
    this.settings.endTransaction(false);
    if (id !== null) await this.database.engine.rollback(id);
  }

  /** A statement failed: an explicit transaction waits for its end, anything else is rolled back. */
  async fail(): Promise<void> {
    if (this.isExplicit) this.state = 'failed';
    else await this.rollback();
  }

  /** The client is gone. */
  async abandon(): Promise<void> {
    if (this.state !== 'idle') await this.rollback();
  }

  private reset(): void {
    this.state = 'idle';
    this.modes = AS_MADE;
    this.id = null;
    this.startedAt = null;
  }
}
