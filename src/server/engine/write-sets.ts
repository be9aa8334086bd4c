import type {Batch} from '../../columnar/batch.ts';
import type {ObjectId} from '../../plan/rel.ts';

/** Uncommitted table deltas of open transactions, by table, in order. */
export class WriteSets {
  private readonly sets = new Map<number, Map<ObjectId, Batch[]>>();

  /** Takes over the references. */
  add(transaction: number, table: ObjectId, deltas: readonly Batch[]): void {
    let set = this.sets.get(transaction);
    if (!set) this.sets.set(transaction, (set = new Map()));
    const list = set.get(table) ?? [];
    list.push(...deltas);
    set.set(table, list);
  }

  /** What a read in the transaction sees beside the committed rows; the set keeps the references. */
  view(transaction: number | null): ReadonlyMap<ObjectId, readonly Batch[]> {
    return (transaction !== null && this.sets.get(transaction)) || new Map();
  }

  /** Ends the transaction; the caller takes over the references. */
  take(transaction: number): ReadonlyMap<ObjectId, readonly Batch[]> {
    const set = this.sets.get(transaction);
    this.sets.delete(transaction);
    return set ?? new Map();
  }

  drop(transaction: number): void {
    for (const deltas of this.take(transaction).values()) for (const delta of deltas) delta.release();
  }

  dropAll(): void {
    for (const transaction of [...this.sets.keys()]) this.drop(transaction);
  }
}
