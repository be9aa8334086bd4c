import {MAX_BATCH_ROWS, type Batch} from '../../columnar/batch.ts';
import type {DeadLetter} from '../../dataflow/source.ts';
import {type Address, type Memory, OutOfMemory} from '../../kernels/memory.ts';
import type {InputUsage} from '../../plan/input-usage.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {Decoder} from '../formats/format.ts';
import {ByteArena} from './byte-arena.ts';
import {decompress} from './compression.ts';
import {CHECKED_AT, PAYLOAD_AT, type RecordBatchHeader} from './record-batch.ts';

type ReadRecords = {
  readonly deltas: readonly Batch[];
  readonly deadLetters: readonly DeadLetter[];
  /** Rows by partition. */
  readonly rows: ReadonlyMap<string, number>;
};

/** A record takes at least: its length, attributes, and the varints of time, offset, key, value and headers. */
const LEAST_RECORD_BYTES = 7;
const NO_END = 2n ** 63n - 1n;

/** Records of one partition that lie one behind the other in the list. */
type Run = {readonly partition: string; readonly first: number};

/**
 * Turns record batches into rows: checks and uncompresses them, walks their records, and has the values decoded, those of
 * many batches and partitions at once, since producers' batches are often small.
 */
export class RecordReader {
  private readonly memory: Memory;
  private readonly decoder: Decoder;
  private readonly arena: ByteArena;
  /** The list of records not decoded yet: (address, length) and offset of each. */
  private values = 0 as Address;
  private offsets = 0 as Address;
  private capacity = 0;
  private count = 0;
  private runs: Run[] = [];
  /** Record sets that the list points into. */
  private held = new Set<Address>();
  private deltas: Batch[] = [];
  private deadLetters: DeadLetter[] = [];
  private rows = new Map<string, number>();
  private decoded = 0;

  constructor(memory: Memory, decoder: Decoder) {
    this.memory = memory;
    this.decoder = decoder;
    this.arena = new ByteArena(memory);
  }

  keepOnly(usage: InputUsage): void {
    this.decoder.keepOnly?.(usage);
  }

  /** Records taken since the last `finish`, bad ones included. */
  get taken(): number {
    return this.decoded + this.count + this.deadLetters.length;
  }

  /**
   * Takes the records of a batch with from ≤ offset < end (null: no end). The batch lies at `address` in a buffer `held`;
   * `raw` are the same bytes. A batch that cannot be read at all becomes a dead letter. Errors: OutOfMemory, SqlError.
   */
  add(
    partition: number,
    {address, held, raw}: {readonly address: Address; readonly held: Address; readonly raw: Uint8Array},
    batch: RecordBatchHeader,
    from: bigint,
    end: bigint | null,
  ): void {
    // Batches of rows are better full, but not by splitting one.
    if (this.count > 0 && this.count + batch.records > MAX_BATCH_ROWS) this.decode();
    try {
      if (batch.magic !== 2) {
        throw new Error(`message format v${batch.magic} is not supported, only v2 (Kafka 0.11 and later)`);
      }
      if (batch.end - batch.start < PAYLOAD_AT) throw new Error('its header is cut off');
      this.check(address, batch);
      this.list(String(partition), address, batch, from, end);
    } catch (error) {
      if (error instanceof OutOfMemory || error instanceof SqlError) throw error;
      const reason = `record batch of offsets ${batch.baseOffset} to ${batch.lastOffset}: ${(error as Error).message}`;
      const offset = batch.baseOffset < from ? from : batch.baseOffset;
      this.deadLetters.push({partition: String(partition), offset, bytes: Uint8Array.from(raw), reason});
      return;
    }
    if (batch.compression === 0) this.hold(held);
    if (this.count >= MAX_BATCH_ROWS) this.decode();
  }

  /** Everything taken since the last `finish`. Errors: OutOfMemory, SqlError; then everything is still to be taken. */
  finish(): ReadRecords {
    if (this.count > 0) this.decode();
    const {deltas, deadLetters, rows} = this;
    this.reset();
    return {deltas, deadLetters, rows};
  }

  /** Forgets what has been taken. */
  abandon(): void {
    for (const delta of this.deltas) delta.release();
    this.clearList();
    this.reset();
  }

  close(): void {
    this.abandon();
    if (this.capacity > 0) {
      this.memory.release(this.values);
      this.memory.release(this.offsets);
    }
    this.capacity = 0;
    this.decoder.close();
  }

  private reset(): void {
    this.deltas = [];
    this.deadLetters = [];
    this.rows = new Map();
    this.decoded = 0;
  }

  private check(address: Address, {start, end, crc}: RecordBatchHeader): void {
    const found = this.memory.kernels.crc32c(address + CHECKED_AT, end - start - CHECKED_AT) >>> 0;
    if (found !== crc) throw new Error('checksum mismatch');
  }

  private list(partition: string, address: Address, batch: RecordBatchHeader, from: bigint, end: bigint | null): void {
    const {memory} = this;
    const {baseOffset, records} = batch;
    const compressed = {
      address: (address + PAYLOAD_AT) as Address,
      length: batch.end - batch.start - PAYLOAD_AT,
    };
    const bytes = decompress(memory, batch.compression, compressed, this.arena);
    if (records < 0 || records * LEAST_RECORD_BYTES > bytes.length) {
      throw new Error(`${bytes.length} bytes cannot hold ${records} records`);
    }
    this.reserve(records);
    const kept = memory.kernels.kafka_records(
      bytes.address,
      bytes.address + bytes.length,
      records,
      baseOffset,
      from > baseOffset ? from - baseOffset : 0n,
      end === null ? NO_END : end - baseOffset,
      this.values + this.count * 8,
      this.offsets + this.count * 8,
    );
    if (kept < 0) throw new Error(`record ${-1 - kept} is malformed`);
    if (kept === 0) return;
    if (this.runs.at(-1)?.partition !== partition) this.runs.push({partition, first: this.count});
    this.count += kept;
  }

  /** Makes room for so many more records. */
  private reserve(more: number): void {
    const wanted = this.count + more;
    if (wanted <= this.capacity) return;
    const capacity = Math.max(wanted, 2 * this.capacity, MAX_BATCH_ROWS);
    const values = this.memory.alloc(capacity * 8);
    let offsets: Address;
    try {
      offsets = this.memory.alloc(capacity * 8);
    } catch (error) {
      this.memory.release(values);
      throw error;
    }
    if (this.capacity > 0) {
      const {u8} = this.memory;
      u8.copyWithin(values, this.values, this.values + this.count * 8);
      u8.copyWithin(offsets, this.offsets, this.offsets + this.count * 8);
      this.memory.release(this.values);
      this.memory.release(this.offsets);
    }
    this.values = values;
    this.offsets = offsets;
    this.capacity = capacity;
  }

  private hold(buffer: Address): void {
    if (this.held.has(buffer)) return;
    this.memory.retain(buffer);
    this.held.add(buffer);
  }

  private decode(): void {
    const {batches, bad} = this.decoder.decodeRecords(this.values, this.count);
    this.deltas.push(...batches);
    for (const {record, bytes, reason} of bad) {
      const partition = this.runs[this.runOf(record)].partition;
      this.deadLetters.push({partition, offset: this.memory.i64[(this.offsets >>> 3) + record], bytes, reason});
      this.countRows(partition, -1);
    }
    this.runs.forEach(({partition, first}, i) => {
      this.countRows(partition, (this.runs[i + 1]?.first ?? this.count) - first);
    });
    this.decoded += this.count - bad.length;
    this.clearList();
  }

  private runOf(record: number): number {
    let i = this.runs.length - 1;
    while (this.runs[i].first > record) i--;
    return i;
  }

  private countRows(partition: string, rows: number): void {
    this.rows.set(partition, (this.rows.get(partition) ?? 0) + rows);
  }

  private clearList(): void {
    for (const buffer of this.held) this.memory.release(buffer);
    this.held.clear();
    this.arena.clear();
    this.runs = [];
    this.count = 0;
  }
}
