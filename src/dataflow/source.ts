import type {Batch} from '../columnar/batch.ts';
import type {InputUsage} from '../plan/input-usage.ts';
import type {Schema} from '../types/schema.ts';
import type {Watermark} from '../types/tick.ts';

/** Partition → next offset to read. What an offset counts is the connector's (records, bytes, events). */
export type Offsets = ReadonlyMap<string, bigint>;

/** A record that could not be decoded. */
export type DeadLetter = {
  readonly partition: string;
  readonly offset: bigint;
  readonly bytes: Uint8Array;
  readonly reason: string;
};

export type PartitionStatus = {
  readonly partition: string;
  readonly state: 'starting' | 'running' | 'idle' | 'finished' | 'failed';
  /** Next offset to read. */
  readonly position: bigint;
  /** Offsets known to exist beyond the position; null = unknown. */
  readonly lag: bigint | null;
  readonly lastError: string | null;
};

export type Poll = {
  /** Decoded rows, weight +1 each, at most MAX_BATCH_ROWS a batch; the receiver releases them. */
  readonly deltas: readonly Batch[];
  readonly deadLetters: readonly DeadLetter[];
  /** Rows decoded in this poll, by partition. */
  readonly rows: ReadonlyMap<string, number>;
  /** Offsets after it, of every partition that moved. */
  readonly next: Offsets;
  readonly mark?: Watermark;
};

/** A reader of an external stream. `open` and `poll` are never called while another call is pending. */
export interface Source {
  readonly schema: Schema;
  readonly monotonic: boolean;
  /** Partitions missing in `from` start where the source was declared to start. Errors: SqlError 08000 family. */
  open(from: Offsets): Promise<void>;
  /**
   * From the next poll on, columns and fields that are not in `usage` may come as NULL: nobody reads them. Not called while
   * another call is pending. A source that has this can be opened again, to go back to what it has given without them.
   */
  keepOnly?(usage: InputUsage): void;
  /**
   * About `maxRows` more rows; resolves to null when nothing is there now (call `wait` before polling again).
   * `until`: read no record at or beyond these offsets (a new view catching up with an open source).
   */
  poll(maxRows: number, until?: Offsets): Promise<Poll | null>;
  /** Resolves when polling may give rows again, or after `timeoutMs`. */
  wait(timeoutMs: number): Promise<void>;
  /** A row a partition. A source that ends says 'finished' for all once everything has been polled. */
  status(): readonly PartitionStatus[];
  close(): Promise<void>;
}
