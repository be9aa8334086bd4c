import {compact} from '../../../columnar/batch-rows.ts';
import type {Batch} from '../../../columnar/batch.ts';
import type {ObjectId} from '../../../plan/rel.ts';
import {encodeBatch} from '../../../storage/batch-codec.ts';
import type {Store} from '../../../storage/store.ts';
import {messageOf} from '../../../types/message-of.ts';
import {SqlError} from '../../../types/sql-error.ts';
import {durablePart} from '../durable-part.ts';
import type {PreparedChange} from '../prepared-change.ts';
import type {WriteSet} from './write-set.ts';

/** Table deltas of one transaction, in order. */
export type TableDeltas = ReadonlyMap<ObjectId, readonly Batch[]>;

type Waiting = {
  readonly set: WriteSet;
  /** What the transaction changes of the catalog. */
  readonly change: PreparedChange | null;
  readonly landed: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
};

/**
 * How a commit depends on what else is committed with it. independent: not at all (inserts into a table without a key);
 * exclusive: nothing else of the group may touch the table; read: nothing else may change it.
 */
export type Claim = 'independent' | 'exclusive' | 'read';

/** Throws if the write set may not be applied to the tables as they stand. */
export type CommitCheck = (set: WriteSet, change: PreparedChange | null) => ReadonlyMap<ObjectId, Claim>;

/** A commit that is on disk and waits for its tick. */
export type DurableCommit = {
  /** To be installed before its deltas are fed. */
  readonly change: PreparedChange | null;
  readonly deltas: TableDeltas;
  readonly sequence: number;
  /** Tells the committer; called after the tick. */
  readonly done: () => void;
};

/**
 * Commits on their way to disk: whatever waits is checked and written as one group; a group is fed to the circuit
 * before the next is checked, so that checks see every earlier commit.
 */
export class CommitQueue {
  private readonly store: Store;
  private readonly check: CommitCheck;
  private readonly isDurable: (table: ObjectId, change: PreparedChange | null) => boolean;
  private readonly isBlocked: (set: WriteSet) => boolean;
  private readonly ready: () => void;
  private waiting: Waiting[] = [];
  private durable: DurableCommit[] = [];
  private busy = false;
  /** The group that has been chosen and that no tick has taken in yet. */
  private flying: {readonly tables: ReadonlySet<ObjectId>; readonly landed: Promise<unknown>} | null = null;

  /** `isDurable`: the table's rows are written down; `isBlocked`: has to wait, until `ready` is called again. */
  constructor(
    store: Store,
    check: CommitCheck,
    isDurable: (table: ObjectId, change: PreparedChange | null) => boolean,
    isBlocked: (set: WriteSet) => boolean,
    ready: () => void,
  ) {
    this.store = store;
    this.check = check;
    this.isDurable = isDurable;
    this.isBlocked = isBlocked;
    this.ready = ready;
  }

  /** Takes the set over; resolves when the commit is durable and a tick has taken it in. */
  add(set: WriteSet, change: PreparedChange | null = null): Promise<void> {
    const {promise: landed, resolve, reject} = settlable();
    this.waiting.push({set, change, landed, resolve, reject});
    this.ready();
    return landed;
  }

  /** Resolves when nothing is being written, nor waits to be fed, that was before. */
  async settled(): Promise<void> {
    while (this.busy || this.durable.length > 0) {
      this.ready();
      await new Promise(resolve => setImmediate(resolve));
    }
  }

  get hasDurable(): boolean {
    return this.durable.length > 0;
  }

  /** What is durable and not yet in the circuit; the caller feeds it and calls each `done` after the tick. */
  take(): DurableCommit[] {
    const {durable} = this;
    this.durable = [];
    return durable;
  }

  /** Starts writing the next group, if one waits and the last has been fed. To be called between ticks. */
  startGroup(): void {
    if (this.busy || this.waiting.length === 0 || this.durable.length > 0) return;
    const group = this.selectGroup();
    // All of them are blocked: whoever ends that wakes us.
    if (group.length === 0) return;
    this.busy = true;
    this.fly(group);
    this.writeGroup(group).finally(() => {
      this.busy = false;
      this.ready();
    });
  }

  private fly(group: readonly Waiting[]): void {
    const tables = new Set(group.flatMap(({set}) => [...set.deltas.keys()]));
    const landed = Promise.allSettled(group.map(({landed}) => landed));
    const flight = {tables, landed};
    this.flying = flight;
    void landed.then(() => {
      if (this.flying === flight) this.flying = null;
    });
  }

  /** Commits to one of the tables are past checking and not in force yet: settles when they are. */
  inFlight(tables: Iterable<ObjectId>): Promise<unknown> | null {
    if (!this.flying) return null;
    for (const table of tables) if (this.flying.tables.has(table)) return this.flying.landed;
    return null;
  }

  /** Commits that can be checked against the tables as they stand; one that depends on another of the group waits. */
  private selectGroup(): Waiting[] {
    const group: Waiting[] = [];
    const later: Waiting[] = [];
    const touched = new Map<ObjectId, Claim>();
    for (const commit of this.waiting) {
      // A change of the catalog stands alone: all else is checked against what it leaves.
      const alone = group.some(({change}) => change) || (commit.change && group.length > 0);
      if (alone || this.isBlocked(commit.set)) {
        later.push(commit);
        continue;
      }
      try {
        const claims = this.check(commit.set, commit.change);
        if ([...claims].some(([table, claim]) => conflicts(claim, touched.get(table)))) {
          later.push(commit);
          continue;
        }
        for (const [table, claim] of claims) if (touched.get(table) !== 'exclusive') touched.set(table, claim);
        group.push(commit);
      } catch (error) {
        commit.set.close();
        commit.change?.close();
        commit.reject(error);
      }
    }
    this.waiting = later;
    return group;
  }

  private async writeGroup(group: readonly Waiting[]): Promise<void> {
    await Promise.all(
      group.map(async ({set, change, resolve, reject}) => {
        const deltas = set.take();
        try {
          const sequence = await this.store.commit({
            catalog: (change && durablePart(change.change)) ?? undefined,
            deltas: encode(new Map([...deltas].filter(([table]) => this.isDurable(table, change)))),
          });
          this.durable.push({change, deltas, sequence, done: resolve});
        } catch (error) {
          release(deltas);
          change?.close();
          const reason = messageOf(error);
          reject(error instanceof SqlError ? error : new SqlError('58030', `could not write the commit: ${reason}`));
        }
      }),
    );
  }
}

function conflicts(a: Claim, b: Claim | undefined): boolean {
  return b !== undefined && a !== b ? true : b === 'exclusive';
}

function encode(deltas: TableDeltas): {table: number; bytes: Uint8Array}[] {
  return [...deltas].flatMap(([table, batches]) =>
    batches.map(batch => {
      const dense = compact(batch);
      const bytes = encodeBatch(dense);
      dense.release();
      return {table, bytes};
    }),
  );
}

function release(deltas: TableDeltas): void {
  for (const batches of deltas.values()) for (const batch of batches) batch.release();
}

function settlable(): {promise: Promise<void>; resolve: () => void; reject: (error: unknown) => void} {
  let resolve = (): void => {};
  let reject = (_error: unknown): void => {};
  const promise = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return {promise, resolve, reject};
}
