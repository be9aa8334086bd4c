import type {Batch} from '../../columnar/batch.ts';
import type {Vector} from '../../columnar/vector.ts';
import type {Address} from '../../kernels/memory.ts';
import type {Schema} from '../../types/schema.ts';

/** Within a tick: `before` is the state at its start (z⁻¹∘I), `after` includes what the tick has appended so far (I). */
export type Side = 'before' | 'after';

/**
 * Pairs (row of the probing batch, row of the arrangement) with equal keys, at most 8,192 a chunk. The arrays are
 * overwritten by the next chunk unless someone retains them (memory.retain): then the next chunk gets fresh ones.
 */
export type Pairs = {
  /** Pairs in this chunk, never 0. */
  readonly count: number;
  /** uint32[count]: physical rows of the probing batch. Ascending over the whole probe. */
  readonly probeRows: Address;
  /** uint32[count]: row references of the arrangement, for `gather`. Good until `endTick`. */
  readonly storeRows: Address;
  /** int64[count]: weight of the probing row × weight of the stored row; never 0. */
  readonly weights: Address;
};

/** Integral of a stream, indexed by key; one writer, many readers. */
export interface ArrangementReader {
  readonly schema: Schema;
  /** Columns of `schema` that the index is on. */
  readonly keys: readonly number[];
  /** Distinct rows whose weight is not 0. */
  readonly rows: number;
  /** Bytes of linear memory held. */
  readonly bytes: number;
  /**
   * The stored rows that match each selected row of `batch` by key: `columns[i]` of the batch (same layout) against
   * `keys[i]`. A NULL matches nothing, unless `nullSafe[i]`: there NULL matches NULL.
   * Errors: 22003 when a product of weights overflows.
   */
  probe(side: Side, batch: Batch, columns: readonly number[], nullSafe?: readonly boolean[]): Iterable<Pairs>;
  /** Fresh vectors of `count` rows: `columns` of the stored rows at `storeRows` (uint32). A row 0xffffffff gives NULLs. */
  gather(columns: readonly number[], storeRows: Address, count: number): Vector[];
  /** Every row with its weight as zero-copy batches (a selection leaves out what is not there); the caller releases each. */
  scan(side: Side): Iterable<Batch>;
}
