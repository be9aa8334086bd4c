import {compact} from '../../../columnar/batch-rows.ts';
import type {Batch} from '../../../columnar/batch.ts';
import type {ObjectId} from '../../../plan/rel.ts';
import {encodeBatch} from '../../../storage/batch-codec.ts';
import type {EngineChange} from '../../../session/engine.ts';
import type {Store} from '../../../storage/store.ts';
import {messageOf} from '../../../types/message-of.ts';
import {SqlError} from '../../../types/sql-error.ts';
import type {PreparedChange} from '../prepared-change.ts';
import type {WriteSet} from './write-set.ts';

/** Table deltas of one transaction, in order. */
export type TableDeltas = ReadonlyMap<ObjectId, readonly Batch[]>;

const ENCODING_SLICE_MS = 10;

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

/** Throws if the write set may not be applied to the tables as they stand. In steps, between which others may have their turn. */
export type CommitCheck = (
  set: WriteSet,
  change: PreparedChange | null,
) => Generator<void, ReadonlyMap<ObjectId, Claim>>;

/** A commit that is on disk and waits for its tick. */
export type DurableCommit = {
  /** To be installed before its deltas are fed. */
  readonly change: PreparedChange | null;
  readonly deltas: TableDeltas;
  readonly sequence: number;
  readonly serializable: boolean;
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
  private readonly toStore: (change: PreparedChange) => EngineChange | null;
  private readonly isBlocked: (set: WriteSet) => boolean;
  private readonly ready: () => void;
  private waiting: Waiting[] = [];
  private durable: DurableCommit[] = [];
  /** A group is being formed or written. */
  private busy = false;
  private forming: Generator<void, readonly Waiting[]> | null = null;
  /** The group that is being chosen, or has been and no tick has taken it in yet. */
  private flying: {readonly tables: ReadonlySet<ObjectId>; readonly landed: Promise<unknown>} | null = null;

  /** `isDurable`: the table's rows are written down; `toStore`: what of a change is; `isBlocked`: has to wait, until `ready` is called again. */
  constructor(
    store: Store,
    check: CommitCheck,
    isDurable: (table: ObjectId, change: PreparedChange | null) => boolean,
    toStore: (change: PreparedChange) => EngineChange | null,
    isBlocked: (set: WriteSet) => boolean,
    ready: () => void,
  ) {
    this.store = store;
    this.check = check;
    this.isDurable = isDurable;
    this.toStore = toStore;
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

  /**
   * Checks and writes the next group, if one waits and the last has been fed. To be called between ticks, until it has been
   * checked: that goes on for about `budgetMs` each time.
   */
  startGroup(budgetMs: number): void {
    if (!this.forming) {
      if (this.busy || this.waiting.length === 0 || this.durable.length > 0) return;
      this.busy = true;
      this.forming = this.formGroup();
    }
    const deadline = performance.now() + budgetMs;
    for (;;) {
      const {done, value: group} = this.forming.next();
      if (done) return this.startWriting(group);
      if (performance.now() >= deadline) return this.ready();
    }
  }

  private startWriting(group: readonly Waiting[]): void {
    this.forming = null;
    if (group.length === 0) {
      // All of them are blocked: whoever ends that wakes us.
      this.busy = false;
      return;
    }
    this.fly(group);
    this.writeGroup(group).finally(() => {
      this.busy = false;
      this.ready();
    });
  }

  private fly(group: readonly Waiting[]): void {
    const tables = tablesOf(group);
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
  private *formGroup(): Generator<void, readonly Waiting[]> {
    const candidates = this.waiting;
    this.waiting = [];
    const formed = settlable();
    // Nobody may take rows or keys that have been found to be free.
    this.flying = {tables: tablesOf(candidates), landed: formed.promise};
    const group: Waiting[] = [];
    const later: Waiting[] = [];
    const touched = new Map<ObjectId, Claim>();
    for (const commit of candidates) {
      // A change of the catalog stands alone: all else is checked against what it leaves.
      const alone = group.some(({change}) => change) || (commit.change && group.length > 0);
      if (alone || this.isBlocked(commit.set)) {
        later.push(commit);
        continue;
      }
      try {
        const claims = yield* this.check(commit.set, commit.change);
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
    // What has come meanwhile could be the first that is not blocked.
    if (this.waiting.length > 0) this.ready();
    this.waiting = [...later, ...this.waiting];
    this.flying = null;
    formed.resolve();
    return group;
  }

  private async writeGroup(group: readonly Waiting[]): Promise<void> {
    await Promise.all(
      group.map(async ({set, change, resolve, reject}) => {
        const {serializable} = set;
        const deltas = set.take();
        try {
          const encoded = await encode(new Map([...deltas].filter(([table]) => this.isDurable(table, change))));
          // From its header on it is on its way to disk: changes are written in the order of their headers.
          const sequence = await this.store.commit({
            catalog: (change && this.toStore(change)) ?? undefined,
            deltas: encoded,
          });
          this.durable.push({change, deltas, sequence, serializable, done: resolve});
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

/** A large commit is encoded in slices. */
async function encode(deltas: TableDeltas): Promise<{table: number; bytes: Uint8Array}[]> {
  const encoded: {table: number; bytes: Uint8Array}[] = [];
  let deadline = performance.now() + ENCODING_SLICE_MS;
  for (const [table, batches] of deltas) {
    for (const batch of batches) {
      const dense = compact(batch);
      encoded.push({table, bytes: encodeBatch(dense)});
      dense.release();
      if (performance.now() < deadline) continue;
      await new Promise(resolve => setImmediate(resolve));
      deadline = performance.now() + ENCODING_SLICE_MS;
    }
  }
  return encoded;
}

function tablesOf(commits: readonly Waiting[]): ReadonlySet<ObjectId> {
  return new Set(commits.flatMap(({set}) => [...set.deltas.keys()]));
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
