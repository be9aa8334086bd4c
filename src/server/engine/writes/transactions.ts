import type {LockStatus} from '../../../catalog/system/status.ts';
import type {Snapshot} from '../../../dataflow/arrangement/arrangement.ts';
import type {ObjectId} from '../../../plan/rel.ts';
import type {ObjectLock, TableLockMode} from '../../../session/engine.ts';
import type {PreparedChange} from '../prepared-change.ts';
import type {TableDeltas} from './commit-queue.ts';
import {tableLocksConflict} from './table-locks.ts';
import {type WriteMark, WriteSet} from './write-set.ts';

/** All objects as of one tick; `there`: those that could not be read yet too. */
export type Frozen = {
  readonly tick: number;
  readonly snapshots: ReadonlyMap<ObjectId, Snapshot>;
  readonly there: ReadonlySet<ObjectId>;
};

/** One open transaction, as the engine keeps it. */
export class EngineTransaction {
  readonly number: number;
  /** The session's. */
  processId: number;
  readonly set = new WriteSet();
  /** Rows that it has locked without changing them: FOR UPDATE, FOR SHARE. */
  readonly locked = new WriteSet();
  readonly shared = new WriteSet();
  /** What it changes of the catalog; nobody else sees it. */
  private prepared: PreparedChange | null = null;
  /** LOCK TABLE, and what changes of the catalog are about, in order. */
  private readonly locks: ObjectLock[] = [];
  /** The same by what is locked. */
  private readonly modes = new Map<ObjectLock['key'], Set<TableLockMode>>();
  private readonly marks = new Map<number, {readonly written: readonly WriteMark[]; readonly locks: number}>();
  private frozen: Frozen | null = null;
  private readonly readObjects = new Set<ObjectId>();

  private readonly waiters: (() => void)[] = [];

  constructor(number: number, processId: number) {
    this.number = number;
    this.processId = processId;
  }

  savepoint(number: number): void {
    const written = this.written.map(set => set.mark());
    this.marks.set(number, {written, locks: this.locks.length});
  }

  /** null: to the beginning. */
  rollbackTo(number: number | null): void {
    const mark = number === null ? undefined : this.marks.get(number);
    this.written.forEach((set, i) => set.rollbackTo(mark?.written[i] ?? new Map()));
    this.locks.length = mark?.locks ?? 0;
    this.modes.clear();
    for (const lock of this.locks) this.noteMode(lock);
    this.release();
  }

  lockTable(table: ObjectId, mode: TableLockMode): void {
    this.lock({key: table, mode, on: {type: 'relation', relation: table}});
  }

  lock(wanted: ObjectLock): void {
    if (this.modes.get(wanted.key)?.has(wanted.mode)) return;
    this.locks.push(wanted);
    this.noteMode(wanted);
  }

  private noteMode({key, mode}: ObjectLock): void {
    const modes = this.modes.get(key);
    if (modes) modes.add(mode);
    else this.modes.set(key, new Set([mode]));
  }

  /** LOCK TABLE, or a change of the catalog, keeps others from it. */
  hasLocked(object: ObjectLock['key'], wanted: TableLockMode): boolean {
    for (const mode of this.modes.get(object) ?? []) if (tableLocksConflict(wanted, mode)) return true;
    return false;
  }

  /** As above, or for what has been written to it or locked of it. */
  holdsTable(table: ObjectId, wanted: TableLockMode): boolean {
    if (this.hasLocked(table, wanted)) return true;
    if (this.set.deltas.has(table) && tableLocksConflict(wanted, 'row exclusive')) return true;
    const rows = this.locked.deltas.has(table) || this.shared.deltas.has(table);
    return rows && tableLocksConflict(wanted, 'row share');
  }

  /** The lock cannot be had beside what it holds. */
  holds({key, mode}: ObjectLock): boolean {
    return typeof key === 'number' ? this.holdsTable(key, mode) : this.hasLocked(key, mode);
  }

  /** As pg_locks has them. */
  *lockStatuses(): Iterable<LockStatus> {
    const {processId} = this;
    const held = {processId, granted: true, blockedBy: []};
    yield {...held, mode: 'ExclusiveLock', on: {type: 'transactionid', number: BigInt(this.number)}};
    const shown = new Set<string>();
    for (const {key, mode, on} of [...this.locks, ...this.rowLocks()]) {
      if (on === null || shown.has(`${key} ${mode}`)) continue;
      shown.add(`${key} ${mode}`);
      yield {...held, mode: lockName(mode), on};
    }
  }

  private *rowLocks(): Iterable<ObjectLock> {
    const on =
      (mode: TableLockMode) =>
      (relation: ObjectId): ObjectLock => ({
        key: relation,
        mode,
        on: {type: 'relation', relation},
      });
    yield* [...this.set.deltas.keys()].map(on('row exclusive'));
    for (const set of [this.locked, this.shared]) yield* [...set.deltas.keys()].map(on('row share'));
  }

  private get written(): readonly WriteSet[] {
    return [this.set, this.locked, this.shared];
  }

  /** Resolves when it holds less than now: at its end, or when it goes back to a savepoint. */
  released(): Promise<void> {
    return new Promise(resolve => this.waiters.push(resolve));
  }

  private release(): void {
    for (const resolve of this.waiters.splice(0)) resolve();
  }

  /** Nothing of it is left but what it has committed. */
  over(): void {
    this.locked.close();
    this.shared.close();
    this.release();
  }

  /** REPEATABLE READ: what there was at the first read, whatever comes since. */
  snapshot(freeze: () => Frozen): Frozen {
    return (this.frozen ??= freeze());
  }

  /** The table as it was at the first read; null: it was not there, or nothing has been read. */
  snapshotOf(table: ObjectId): Snapshot | null {
    return this.frozen?.snapshots.get(table) ?? null;
  }

  get change(): PreparedChange | null {
    return this.prepared;
  }

  /** All that it has changed of the catalog up to now; null: nothing. */
  setChange(prepared: PreparedChange | null): void {
    this.prepared?.close();
    this.prepared = prepared;
  }

  /** SERIALIZABLE: a commit that writes must find unchanged what was read here. */
  noteReads(objects: Iterable<ObjectId>): void {
    for (const object of objects) this.readObjects.add(object);
    if (this.frozen) this.set.reads = {objects: this.readObjects, since: this.frozen.tick};
  }

  /** The write set and the change of the catalog, to be committed or closed; all else is let go. */
  end(): {readonly set: WriteSet; readonly change: PreparedChange | null} {
    for (const snapshot of this.frozen?.snapshots.values() ?? []) snapshot.release();
    this.frozen = null;
    return {set: this.set, change: this.prepared};
  }
}

/** As pg_locks has it. */
export function lockName(mode: TableLockMode): string {
  const words = mode.split(' ').map(word => word[0].toUpperCase() + word.slice(1));
  return `${words.join('')}Lock`;
}

export class Transactions {
  private readonly open = new Map<number, EngineTransaction>();
  /** They have committed changes of the catalog that not everybody knows of yet. */
  private readonly untold = new Map<number, EngineTransaction>();
  /** The open ones, and those whose commit is on its way. */
  private readonly contenders = new Set<EngineTransaction>();
  /** Tables that a transaction looks through, and whose rows others may not change until it is over. */
  private readonly examined = new Map<ObjectId, WriteSet>();

  lock(transaction: number, tables: readonly ObjectId[]): void {
    const {set} = this.of(transaction);
    for (const table of tables) this.examined.set(table, set);
  }

  /** The set writes to a table that another transaction has locked. */
  isBlocked(set: WriteSet): boolean {
    for (const table of set.deltas.keys())
      if (this.examined.has(table) && this.examined.get(table) !== set) return true;
    return false;
  }

  /** The transaction's commit is through, or it came to nothing. */
  over(set: WriteSet): void {
    for (const [table, holder] of this.examined) if (holder === set) this.examined.delete(table);
    for (const transaction of this.contenders) {
      if (transaction.set !== set) continue;
      this.contenders.delete(transaction);
      transaction.over();
    }
  }

  /** Made at its first use. */
  of(transaction: number, processId = 0): EngineTransaction {
    let found = this.open.get(transaction);
    if (!found) {
      this.open.set(transaction, (found = new EngineTransaction(transaction, processId)));
      this.contenders.add(found);
    }
    if (found.processId === 0) found.processId = processId;
    return found;
  }

  *lockStatuses(): Iterable<LockStatus> {
    for (const transaction of this.contenders) yield* transaction.lockStatuses();
  }

  /** Who may hold what the owner of the set wants. */
  *others(set: WriteSet | null): Iterable<EngineTransaction> {
    for (const transaction of this.contenders) if (transaction.set !== set) yield transaction;
  }

  /** Not where the set is an open transaction's, which has claimed all that it changes already. */
  mayBeHeld(set: WriteSet): boolean {
    if (this.contenders.size === 0) return false;
    for (const transaction of this.contenders) if (transaction.set === set) return false;
    return true;
  }

  /** What a read in the transaction sees beside the committed rows; the set keeps the references. */
  view(transaction: number | null): TableDeltas {
    return (transaction !== null && this.open.get(transaction)?.set.deltas) || new Map();
  }

  changeOf(transaction: number | null): PreparedChange | null {
    return transaction === null ? null : (this.open.get(transaction)?.change ?? null);
  }

  /** Ends the transaction; the caller closes what it was. */
  take(transaction: number): ReturnType<EngineTransaction['end']> | null {
    const found = this.open.get(transaction);
    this.open.delete(transaction);
    return found ? found.end() : null;
  }

  drop(transaction: number): void {
    const ended = this.take(transaction);
    if (ended) this.over(ended.set);
    ended?.set.close();
    ended?.change?.close();
  }

  /** Of the open ones. */
  *changes(): Iterable<PreparedChange> {
    for (const {change} of this.open.values()) if (change) yield change;
  }

  /** The transaction has committed, and keeps its locks until `letGo`. */
  keep(transaction: number, set: WriteSet): void {
    for (const each of this.contenders) if (each.set === set) this.untold.set(transaction, each);
  }

  letGo(transaction: number): void {
    const found = this.untold.get(transaction);
    this.untold.delete(transaction);
    if (found) this.over(found.set);
  }

  dropAll(): void {
    for (const transaction of [...this.open.keys()]) this.drop(transaction);
  }
}
