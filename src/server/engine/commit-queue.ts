import type {Batch} from '../../columnar/batch.ts';
import {compact} from '../../columnar/batch-rows.ts';
import type {ObjectId} from '../../plan/rel.ts';
import {encodeBatch} from '../../storage/batch-codec.ts';
import type {Store} from '../../storage/store.ts';
import {SqlError} from '../../types/sql-error.ts';

/** Table deltas of one transaction, in order. */
export type TableDeltas = ReadonlyMap<ObjectId, readonly Batch[]>;

type Waiting = {
  readonly deltas: TableDeltas;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Throws if the deltas may not be applied to the table as it stands. 'independent': they may be whatever else is
 * committed with them (inserts into a table without a key); 'exclusive': only if nothing else touches the table.
 */
export type CommitCheck = (table: ObjectId, deltas: readonly Batch[]) => 'independent' | 'exclusive';

/** A commit that is on disk and waits for its tick. */
export type DurableCommit = {
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
  private readonly ready: () => void;
  private waiting: Waiting[] = [];
  private durable: DurableCommit[] = [];
  private busy = false;

  constructor(store: Store, check: CommitCheck, ready: () => void) {
    this.store = store;
    this.check = check;
    this.ready = ready;
  }

  /** Takes over the references; resolves when the commit is durable and a tick has taken it in. */
  add(deltas: TableDeltas): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({deltas, resolve, reject});
      this.ready();
    });
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
    this.busy = true;
    this.writeGroup(this.selectGroup()).finally(() => {
      this.busy = false;
      this.ready();
    });
  }

  /** Commits that can be checked against the tables as they stand; one that depends on another of the group waits. */
  private selectGroup(): Waiting[] {
    const group: Waiting[] = [];
    const later: Waiting[] = [];
    const touched = new Map<ObjectId, 'independent' | 'exclusive'>();
    for (const commit of this.waiting) {
      try {
        const checks = [...commit.deltas].map(([table, deltas]) => [table, this.check(table, deltas)] as const);
        const conflict = checks.some(([table, kind]) => {
          const other = touched.get(table);
          return other !== undefined && (kind === 'exclusive' || other === 'exclusive');
        });
        if (conflict) {
          later.push(commit);
          continue;
        }
        for (const [table, kind] of checks) touched.set(table, kind);
        group.push(commit);
      } catch (error) {
        release(commit.deltas);
        commit.reject(error);
      }
    }
    this.waiting = later;
    return group;
  }

  private async writeGroup(group: readonly Waiting[]): Promise<void> {
    await Promise.all(
      group.map(async ({deltas, resolve, reject}) => {
        try {
          const sequence = await this.store.commit({deltas: encode(deltas)});
          this.durable.push({deltas, sequence, done: resolve});
        } catch (error) {
          release(deltas);
          const reason = error instanceof Error ? error.message : String(error);
          reject(error instanceof SqlError ? error : new SqlError('58030', `could not write the commit: ${reason}`));
        }
      }),
    );
  }
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
