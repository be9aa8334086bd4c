import type {Batch} from '../../columnar/batch.ts';
import type {DeadLetter} from '../../dataflow/source.ts';
import type {Address, Memory} from '../../kernels/memory.ts';
import type {Decoder} from '../formats/format.ts';
import {decompress} from './compression.ts';
import type {FetchedPartition} from './raw-fetch.ts';
import {recordBatches, type RecordBatchHeader} from './record-batch.ts';

export type DecodedRecords = {
  readonly batches: readonly Batch[];
  readonly deadLetters: readonly DeadLetter[];
  readonly rows: number;
  /** The offset to go on at. */
  readonly next: bigint;
};

/** Raw record sets of a partition to rows: checks, decompresses and walks the batches, decodes the values. */
export class RecordSetDecoder {
  private readonly memory: Memory;
  private readonly decoder: Decoder;

  constructor(memory: Memory, decoder: Decoder) {
    this.memory = memory;
    this.decoder = decoder;
  }

  close(): void {
    this.decoder.close();
  }

  /** The records with `position` ≤ offset < `end` (null: all). */
  decode(set: FetchedPartition, position: bigint, end: bigint | null): DecodedRecords {
    const batches: Batch[] = [];
    const deadLetters: DeadLetter[] = [];
    let rows = 0;
    let next = position;
    const aborted = new AbortedTransactions(set.aborted);
    for (const header of recordBatches(set.records)) {
      if (end !== null && header.baseOffset >= end) break;
      const skip = aborted.hides(header);
      if (header.lastOffset < position) continue;
      const after = header.lastOffset + 1n;
      if (!skip && !header.control) {
        const decoded = this.decodeBatch(set.partition, header, position, end);
        batches.push(...decoded.batches);
        deadLetters.push(...decoded.deadLetters);
        rows += decoded.rows;
      }
      next = end !== null && after > end ? end : after;
    }
    return {batches, deadLetters, rows, next};
  }

  private decodeBatch(
    partition: number,
    header: RecordBatchHeader,
    position: bigint,
    end: bigint | null,
  ): Omit<DecodedRecords, 'next'> {
    const {memory} = this;
    let bytes: Address | 0 = 0;
    let index: Address | 0 = 0;
    try {
      const uncompressed = this.uncompress(header);
      bytes = memory.alloc(Math.max(uncompressed.length, 1));
      memory.u8.set(uncompressed, bytes);
      const count = header.records;
      // values (address, length), deltas, and the walker's 8 bytes
      index = memory.alloc(count * 12 + 8);
      const deltas = index + count * 8;
      const read = memory.kernels.kafka_records(
        bytes,
        bytes + uncompressed.length,
        count,
        index,
        deltas,
        index + count * 12,
      );
      if (read !== count) throw new Error(`record ${read} of the batch is malformed`);
      const kept = this.keep(index, count, header.baseOffset, position, end);
      return this.decodeValues(partition, header.baseOffset, index, count, kept);
    } catch (error) {
      if (!(error instanceof Error) || error.name === 'SqlError') throw error;
      // The batch as a whole cannot be read: it is kept as one dead letter.
      const reason = `record batch at offset ${header.baseOffset}: ${error.message}`;
      const letter = {partition: String(partition), offset: header.baseOffset, bytes: copy(header.payload), reason};
      return {batches: [], deadLetters: [letter], rows: 0};
    } finally {
      if (bytes !== 0) memory.release(bytes);
      if (index !== 0) memory.release(index);
    }
  }

  private uncompress(header: RecordBatchHeader): Uint8Array {
    const {memory} = this;
    const checked = memory.alloc(header.checked.length);
    memory.u8.set(header.checked, checked);
    const crc = memory.kernels.crc32c(checked, header.checked.length) >>> 0;
    memory.release(checked);
    if (crc !== header.crc) throw new Error('checksum mismatch');
    return decompress(header.compression, header.payload);
  }

  /**
   * Packs the records that are asked for and have a value to the front of both lists; returns how many. Tombstones
   * (null values) carry no row.
   */
  private keep(index: Address, count: number, base: bigint, position: bigint, end: bigint | null): number {
    const {i32} = this.memory;
    const values = index >>> 2;
    const deltas = values + count * 2;
    const first = base < position ? Number(position - base) : 0;
    const last = end === null ? Infinity : Number(end - base);
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const delta = i32[deltas + i];
      if (delta < first || delta >= last || i32[values + 2 * i + 1] < 0) continue;
      i32[values + 2 * kept] = i32[values + 2 * i];
      i32[values + 2 * kept + 1] = i32[values + 2 * i + 1];
      i32[deltas + kept] = delta;
      kept++;
    }
    return kept;
  }

  private decodeValues(
    partition: number,
    base: bigint,
    index: Address,
    count: number,
    kept: number,
  ): Omit<DecodedRecords, 'next'> {
    const {batches, bad} = this.decoder.decodeRecords(index, kept);
    const deltas = (index + count * 8) >>> 2;
    const deadLetters = bad.map(({record, bytes, reason}): DeadLetter => ({
      partition: String(partition),
      offset: base + BigInt(this.memory.i32[deltas + record]),
      bytes,
      reason,
    }));
    return {batches, deadLetters, rows: kept - bad.length};
  }
}

/** Bytes on the ordinary heap, free of the buffer they lie in. */
function copy(bytes: Uint8Array): Uint8Array {
  const own = new Uint8Array(bytes.length);
  own.set(bytes);
  return own;
}

/** Which transactional batches of a fetch belong to transactions that were aborted (read committed, KIP-98). */
class AbortedTransactions {
  private readonly pending: {readonly producerId: bigint; readonly firstOffset: bigint}[];
  private readonly active = new Set<bigint>();

  constructor(aborted: FetchedPartition['aborted']) {
    this.pending = [...aborted].sort((a, b) => (a.firstOffset < b.firstOffset ? -1 : 1));
  }

  /** To be called with each batch in order. */
  hides(batch: RecordBatchHeader): boolean {
    while (this.pending.length > 0 && this.pending[0].firstOffset <= batch.lastOffset) {
      this.active.add(this.pending.shift()!.producerId);
    }
    if (!batch.transactional) return false;
    if (batch.control) {
      this.active.delete(batch.producerId);
      return false;
    }
    return this.active.has(batch.producerId);
  }
}
