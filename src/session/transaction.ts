import type {ObjectId} from '../plan/rel.ts';
import type {Statement} from '../sql/ast/index.ts';
import {SqlError} from '../types/sql-error.ts';
import type {TransactionStatus} from './api.ts';
import type {MillraceDatabase} from './database.ts';
import type {CatalogEdit, CatalogEditor} from './ddl.ts';
import type {DdlMark, DdlTransaction} from './ddl-transaction.ts';
import type {ConstraintModes} from './engine.ts';
import {editLocked, type LockObjects} from './locked-edit.ts';
import type {Settings, SettingsMark} from './settings.ts';
import {wallClockMicros} from '../types/clock.ts';

const AS_MADE: ConstraintModes = Object.freeze({all: null, named: new Map<ObjectId, boolean>()});

type Savepoint = {
  readonly name: string;
  readonly number: number;
  readonly isWritten: boolean;
  readonly settings: SettingsMark;
  readonly modes: ConstraintModes;
  readonly readOnly: boolean;
  readonly ddl: DdlMark | null;
  readonly goBack: () => Promise<void>;
};

/**
 * A session's transaction. Idle: each statement is its own. Implicit: the statements of one simple query, or of the
 * messages up to a Sync, stand or fall together. Explicit: from BEGIN to COMMIT or ROLLBACK. A write set is opened in the
 * engine at the first write; reads are at the newest tick (READ COMMITTED), or all at that of the first (REPEATABLE READ,
 * SERIALIZABLE), and see the write set.
 */
export class Transaction {
  private readonly database: MillraceDatabase;
  private readonly settings: Settings;
  private readonly ended: () => void;
  private readonly lockObjects: LockObjects;
  private readonly mark: () => () => Promise<void>;
  private state: 'idle' | 'implicit' | 'explicit' | 'failed' = 'idle';
  private id: number | null = null;
  private startedAt: bigint | null = null;
  private shownNumber: bigint | null = null;
  private modes: ConstraintModes = AS_MADE;
  private savepoints: Savepoint[] = [];
  private changes: DdlTransaction | null = null;
  private lastSavepoint = 0;
  /** A statement runs, or has run, that is a transaction of its own. */
  private alone = false;
  /** The statement under way has changed nothing yet that would be there twice if it ran again. */
  mayRunAgain = false;
  /** The implicit transaction is that of messages up to a Sync; `later`: the statement under way is not the first of them. */
  private pipeline: 'none' | 'first' | 'later' = 'none';
  /** Statements that read or write have run in it. */
  private begun = false;

  /**
   * `ended` is called at every end, of an implicit transaction too; `mark` at a savepoint: what it gives takes back what the
   * session has done since; `lockObjects` waits for locks, as the session waits.
   */
  constructor(
    database: MillraceDatabase,
    settings: Settings,
    ended: () => void,
    mark: () => () => Promise<void>,
    lockObjects: LockObjects,
  ) {
    this.lockObjects = lockObjects;
    this.ended = ended;
    this.mark = mark;
    this.database = database;
    this.settings = settings;
  }

  get status(): TransactionStatus {
    if (this.state === 'failed') return 'E';
    return this.state === 'explicit' ? 'T' : 'I';
  }

  /** There is one that goes on after the statement. */
  get isOpen(): boolean {
    return this.state !== 'idle';
  }

  get isExplicit(): boolean {
    return this.state === 'explicit' || this.state === 'failed';
  }

  /** A block, or the statements of one simple query; not those of messages up to a Sync, of which nobody knows how many come. */
  get isBlock(): boolean {
    return this.isExplicit || (this.state === 'implicit' && this.pipeline === 'none');
  }

  /** The statement under way, the first before a Sync, is committed when it is done, whatever comes behind it. */
  standsAlone = false;

  /** Errors: 25001 for a statement that has to be a transaction of its own. */
  mustStandAlone(what: string): void {
    if (this.isBlock) throw new SqlError('25001', `${what} cannot run inside a transaction block`);
    if (this.pipeline === 'later') throw new SqlError('25001', `${what} cannot be executed within a pipeline`);
    this.standsAlone = this.state === 'implicit';
  }

  /** As SET TRANSACTION READ ONLY or its default says. */
  get isReadOnly(): boolean {
    return this.settings.get('transaction_read_only') === 'on';
  }

  /** It may have; and if not there is nothing for its end to do. */
  get hasWritten(): boolean {
    return this.id !== null;
  }

  /** µs since 1970 UTC: when the transaction began, what now() gives. */
  get now(): bigint {
    return this.startedAt ?? wallClockMicros();
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
      statement.kind === 'transaction' &&
      ['commit', 'rollback', 'rollback_to', 'prepare'].includes(statement.command.type)
    );
  }

  /** Whether a query has been run in the block: its isolation level is settled then. */
  get hasBegun(): boolean {
    return this.begun;
  }

  /** A query or DML statement is run. */
  startQuery(): void {
    this.begun = this.isExplicit;
  }

  startStatement(): void {
    if (this.state !== 'idle') return;
    this.settings.endStatement();
    this.alone = true;
    this.startedAt = wallClockMicros();
    this.shownNumber = null;
  }

  /** What txid_current() shows: one for the whole transaction. */
  get number(): bigint {
    this.shownNumber ??= this.database.newTransactionNumber();
    return this.shownNumber;
  }

  /** The same, if it has been asked for or something has been written. */
  get assignedNumber(): bigint | undefined {
    return this.shownNumber !== null || this.id !== null ? this.number : undefined;
  }

  /** The write set to write into; null: commit at once. */
  forWriting(): number | null {
    if (this.state === 'idle') return null;
    this.id ??= this.database.newTransaction();
    return this.id;
  }

  /** The transaction whose rows and snapshot a read sees; null: what is committed now. */
  forReading(): number | null {
    // The engine keeps a snapshot for it from its first read on.
    if (this.isExplicit && this.hasSnapshot) this.id ??= this.database.newTransaction();
    return this.id;
  }

  private get hasSnapshot(): boolean {
    return ['repeatable read', 'serializable'].includes(this.settings.get('transaction_isolation')!);
  }

  beginImplicit(): void {
    if (this.state !== 'idle') return;
    this.alone = false;
    this.state = 'implicit';
    this.startedAt = wallClockMicros();
    this.settings.beginTransaction();
  }

  /** An Execute; `alone`: a Sync comes right behind it. */
  beginExecute(alone: boolean): void {
    if (!alone) this.beginImplicit();
    if (this.state === 'implicit') this.pipeline = this.pipeline === 'none' ? 'first' : 'later';
  }

  /** What ran as a transaction of its own is done. */
  endAlone(): void {
    if (this.alone && this.state === 'idle') {
      this.database.statistics.commits++;
      this.database.outcomes.ended(this.shownNumber, 'committed');
    }
    this.alone = false;
  }

  async endImplicit(): Promise<void> {
    if (this.state === 'implicit') await this.commit();
  }

  /** BEGIN. An implicit transaction's statements so far become part of it, as in Postgres. */
  begin(): void {
    this.alone = false;
    this.startedAt ??= wallClockMicros();
    if (this.state === 'idle') this.settings.beginTransaction();
    this.state = 'explicit';
  }

  /** Makes the writes durable and visible; false if the transaction had failed and was rolled back instead. */
  async commit(): Promise<boolean> {
    if (this.state === 'failed') {
      await this.rollback();
      return false;
    }
    const {id, changes, shownNumber} = this;
    this.reset();
    this.settings.endTransaction(true);
    try {
      if (id !== null) await this.database.engine.commit(id);
      if (changes) this.database.adopt(changes.catalog, changes.change());
      this.database.statistics.commits++;
      this.database.outcomes.ended(shownNumber, 'committed');
    } catch (error) {
      this.database.statistics.rollbacks++;
      this.database.outcomes.ended(shownNumber, 'aborted');
      throw error;
    } finally {
      if (changes) this.database.endChanges(changes);
      if (changes) this.database.engine.release(id!);
    }
    return true;
  }

  async rollback(): Promise<void> {
    if (this.alone || this.state !== 'idle') this.database.statistics.rollbacks++;
    this.database.outcomes.ended(this.shownNumber, 'aborted');
    this.alone = false;
    const {id, changes} = this;
    this.reset();
    this.settings.endTransaction(false);
    try {
      if (id !== null) await this.database.engine.rollback(id);
    } finally {
      if (changes) this.database.endChanges(changes);
    }
  }

  /** What it changes of the catalog; null: nothing. */
  get ddl(): DdlTransaction | null {
    return this.changes;
  }

  /**
   * Changes the catalog within the transaction: others see it when it commits, and wait until then with what has to do with the
   * same objects. `again`: the statement may be told to run anew. Errors: as of `editLocked`.
   */
  async edit(edit: CatalogEditor, again = this.mayRunAgain): Promise<CatalogEdit> {
    this.id ??= this.database.newTransaction();
    const {id} = this;
    this.changes ??= this.database.beginChanges();
    const ddl = this.changes;
    const attempt = await editLocked(ddl, edit, locks => this.lockObjects(id, locks), again);
    if (attempt.isEmpty) return attempt.result;
    this.mayRunAgain = false;
    this.database.publish();
    await this.database.engine.changeWithin(id, ddl.change());
    return attempt.result;
  }

  /** SAVEPOINT. Errors: 25P01 outside a block. */
  async savepoint(name: string): Promise<void> {
    this.mustBeBlock('SAVEPOINT');
    const number = ++this.lastSavepoint;
    if (this.id !== null) await this.database.engine.savepoint(this.id, number);
    const {settings, modes} = this;
    const ddl = this.ddl?.mark() ?? null;
    const goBack = this.mark();
    this.savepoints.push({
      name,
      number,
      isWritten: this.id !== null,
      settings: settings.mark(),
      modes,
      readOnly: this.isReadOnly,
      ddl,
      goBack,
    });
  }

  /** Errors: 25P01, 3B001. */
  release(name: string): void {
    this.mustBeBlock('RELEASE SAVEPOINT');
    const index = this.findSavepoint(name);
    const {readOnly} = this.savepoints[index];
    this.savepoints.length = index;
    // That it reads alone may have been said for the part that ends here.
    if (readOnly !== this.isReadOnly) this.settings.set('transaction_read_only', readOnly ? 'on' : 'off');
  }

  /** A savepoint is open. */
  get isWithinSavepoint(): boolean {
    return this.savepoints.length > 0;
  }

  /** ROLLBACK TO: what came after the savepoint is forgotten, and the transaction goes on. Errors: 25P01, 3B001. */
  async rollbackTo(name: string): Promise<void> {
    this.mustBeBlock('ROLLBACK TO SAVEPOINT');
    const index = this.findSavepoint(name);
    const {number, isWritten, settings, modes, ddl, goBack} = this.savepoints[index];
    this.savepoints.length = index + 1;
    await goBack();
    this.settings.rollbackTo(settings);
    this.modes = modes;
    // Before the first write there was nothing that the engine could have marked.
    if (this.id !== null) await this.database.engine.rollbackTo(this.id, isWritten ? number : null);
    if (this.changes) await this.rollbackChanges(ddl);
    this.state = 'explicit';
  }

  private async rollbackChanges(mark: DdlMark | null): Promise<void> {
    const ddl = this.changes!;
    if (mark) ddl.rollbackTo(mark);
    else this.changes = null;
    if (mark) this.database.publish();
    else this.database.endChanges(ddl);
    await this.database.engine.changeWithin(this.id!, mark && ddl.change());
  }

  private mustBeBlock(what: string): void {
    if (!this.isExplicit) throw new SqlError('25P01', `${what} can only be used in transaction blocks`);
  }

  private findSavepoint(name: string): number {
    const index = this.savepoints.findLastIndex(savepoint => savepoint.name === name);
    if (index < 0) throw new SqlError('3B001', `savepoint "${name}" does not exist`);
    return index;
  }

  /**
   * A statement failed: an explicit transaction waits for its end, and what it has set and written since its last savepoint
   * is gone at once; anything else is rolled back.
   */
  async fail(): Promise<void> {
    if (!this.isExplicit) return this.rollback();
    this.state = 'failed';
    const last = this.savepoints.at(-1);
    if (last) this.settings.rollbackTo(last.settings);
    else this.settings.failTransaction();
    if (this.id !== null) await this.database.engine.rollbackTo(this.id, last?.isWritten ? last.number : null);
    if (this.changes) await this.rollbackChanges(last?.ddl ?? null);
  }

  /** The client is gone. */
  async abandon(): Promise<void> {
    if (this.state !== 'idle') await this.rollback();
  }

  private reset(): void {
    this.state = 'idle';
    this.pipeline = 'none';
    this.standsAlone = false;
    this.modes = AS_MADE;
    this.savepoints = [];
    this.changes = null;
    this.begun = false;
    this.id = null;
    this.startedAt = null;
    this.shownNumber = null;
    this.ended();
  }
}

export function abortedTransaction(): SqlError {
  return new SqlError('25P02', 'current transaction is aborted, commands ignored until end of transaction block');
}

export function readOnlyTransaction(what: string): SqlError {
  return new SqlError('25006', `cannot execute ${what} in a read-only transaction`);
}
