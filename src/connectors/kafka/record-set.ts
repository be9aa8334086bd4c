import type {Address, Memory} from '../../kernels/memory.ts';
import {AbortedTransactions} from './aborted-transactions.ts';
import {SLACK_BYTES} from './byte-arena.ts';
import type {FetchedPartition} from './raw-fetch.ts';
import {batchAt, type RecordBatchHeader} from './record-batch.ts';
import type {RecordReader} from './record-reader.ts';

/** What one fetch brought of a partition, asked for from offset `from` on, and how far it has been read. */
export class RecordSet {
  readonly partition: number;
  readonly bytes: number;
  private readonly memory: Memory;
  private readonly fetched: FetchedPartition;
  /** The offset to go on at as of the last `commit`. */
  private committed: bigint;
  private aborted: AbortedTransactions;
  /** The batch to be read next, whether its transaction was aborted, and the offset to go on at. */
  private batch: RecordBatchHeader | null;
  private hidden: boolean;
  private next: bigint;
  /** The bytes in linear memory, while they are being read. */
  private copy = 0 as Address;

  constructor(memory: Memory, fetched: FetchedPartition, from: bigint) {
    this.memory = memory;
    this.fetched = fetched;
    this.partition = fetched.partition;
    this.bytes = fetched.records.length;
    this.committed = from;
    this.aborted = new AbortedTransactions(fetched.aborted);
    this.batch = null;
    this.hidden = false;
    this.next = from;
    this.moveTo(0);
  }

  /** The offset after what has been read. */
  get position(): bigint {
    return this.next;
  }

  get done(): boolean {
    return this.batch === null;
  }

  /**
   * Adds records to the reader, batch by batch, until it has `maxRows` or there is none left with an offset below `end`
   * (null: no bound).
   */
  read(reader: RecordReader, maxRows: number, end: bigint | null): void {
    while (this.batch !== null && reader.taken < maxRows) {
      const {batch} = this;
      if (end !== null && batch.baseOffset >= end) {
        // Compaction may have left nothing in between.
        if (this.next < end) this.next = end;
        return;
      }
      if (batch.lastOffset >= this.next) {
        if (!this.hidden && !batch.control) reader.add(this.partition, this.bytesOf(batch), batch, this.next, end);
        if (end !== null && batch.lastOffset >= end) {
          this.next = end;
          return;
        }
        this.next = batch.lastOffset + 1n;
      }
      this.moveTo(batch.end);
    }
  }

  /** What has been read will not be asked for again. */
  commit(): void {
    this.committed = this.next;
  }

  /** Forgets what has been read since the last `commit`. */
  rewind(): void {
    this.aborted = new AbortedTransactions(this.fetched.aborted);
    this.next = this.committed;
    this.moveTo(0);
  }

  close(): void {
    if (this.copy !== 0) this.memory.release(this.copy);
    this.copy = 0 as Address;
  }

  private moveTo(at: number): void {
    this.batch = batchAt(this.fetched.records, at);
    this.hidden = this.batch !== null && this.aborted.hides(this.batch);
    if (this.batch === null) this.close();
  }

  /** A batch's bytes: in linear memory, and as they came. */
  private bytesOf({start, end}: RecordBatchHeader): {address: Address; held: Address; raw: Buffer} {
    const {records} = this.fetched;
    if (this.copy === 0) {
      this.copy = this.memory.alloc(records.length + SLACK_BYTES);
      this.memory.u8.set(records, this.copy);
    }
    return {address: (this.copy + start) as Address, held: this.copy, raw: records.subarray(start, end)};
  }
}
