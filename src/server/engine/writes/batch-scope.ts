import type {Batch} from '../../../columnar/batch.ts';

/** Batches that are let go of together, when the work that made them is over, however it ends. */
export class BatchScope {
  private readonly batches: Batch[] = [];

  /** Takes over the reference. */
  own(batch: Batch): Batch {
    this.batches.push(batch);
    return batch;
  }

  ownAll(batches: readonly Batch[]): readonly Batch[] {
    this.batches.push(...batches);
    return batches;
  }

  close(): void {
    for (const batch of this.batches.splice(0)) batch.release();
  }
}
