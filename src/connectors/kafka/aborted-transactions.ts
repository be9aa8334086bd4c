import type {RecordBatchHeader} from './record-batch.ts';

export type AbortedTransaction = {readonly producerId: bigint; readonly firstOffset: bigint};

/** Which transactional batches of a fetch belong to transactions that were aborted (read committed, KIP-98). */
export class AbortedTransactions {
  private readonly pending: AbortedTransaction[];
  private readonly active = new Set<bigint>();

  constructor(aborted: readonly AbortedTransaction[]) {
    this.pending = [...aborted].sort((a, b) => (a.firstOffset < b.firstOffset ? -1 : 1));
  }

  /** To be called once with each batch, in order. */
  hides(batch: RecordBatchHeader): boolean {
    while (this.pending.length > 0 && this.pending[0].firstOffset <= batch.lastOffset) {
      this.active.add(this.pending.shift()!.producerId);
    }
    if (!batch.transactional) return false;
    if (batch.control) {
      // The marker that ends the transaction.
      this.active.delete(batch.producerId);
      return false;
    }
    return this.active.has(batch.producerId);
  }
}
