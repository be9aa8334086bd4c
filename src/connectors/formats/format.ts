import type {Batch} from '../../columnar/batch.ts';
import type {Address, Memory} from '../../kernels/memory.ts';
import type {InputUsage} from '../../plan/input-usage.ts';
import type {Schema} from '../../types/schema.ts';

/** A record that could not be decoded. */
export type BadRecord = {
  /** Ordinal of the record in the call: for a record list its index, for lines the how-manieth that was consumed. */
  readonly record: number;
  /** Byte offset of the record from the start of the input; 0 in a record list. */
  readonly offset: number;
  /** The record's bytes, copied. */
  readonly bytes: Uint8Array;
  /** `invalid JSON at byte 17`, `column "price": value "x" is out of range for type integer`; bytes count from the record's first, 0. */
  readonly reason: string;
};

export type Decoded = {
  /** Rows in the records' order, weight +1 each, at most MAX_BATCH_ROWS a batch; the caller releases them. */
  readonly batches: readonly Batch[];
  readonly bad: readonly BadRecord[];
  /** Records taken, bad ones included, blank lines not: rows = records - bad. */
  readonly records: number;
};

export type DecodedLines = Decoded & {
  /** Bytes of the input that were taken: whole records only. The rest is to be given again, with what follows it. */
  readonly consumedBytes: number;
};

export type LineOptions = {
  /** Nothing follows: a last record without its end of line is complete. */
  readonly final: boolean;
  /** Stop after this many records. */
  readonly maxRecords?: number;
};

/**
 * Turns bytes in linear memory into columns. One decoder serves one stream (a file, a partition) and is not shared:
 * it remembers what records look like, and a CSV decoder its header.
 */
export interface Decoder {
  readonly schema: Schema;
  /**
   * From the next call on, columns and fields that are not in `usage` may come as NULL. Their values are checked all the same:
   * a record is as good or bad as ever. A format that would gain nothing by it need not have this.
   */
  keepOnly?(usage: InputUsage): void;
  /**
   * What stands before the first record (a CSV header), from the stream's first bytes; called before a stream is decoded from its
   * middle on. Bytes taken: 0 where there is no such thing, or it is not complete yet.
   */
  readPreamble(address: Address, length: number): number;
  /** Records one after the other, each ended by a line feed, from `address`. Errors: OutOfMemory; SqlError of the stream as a whole. */
  decodeLines(address: Address, length: number, options: LineOptions): DecodedLines;
  /** One record each: `records` is uint32 pairs (address, length) in memory, `count` of them. */
  decodeRecords(records: Address, count: number): Decoded;
  /** Frees what the decoder keeps in memory. */
  close(): void;
}

/** A row of the format registry (registry.ts): adding a format is one file and one row. */
export type Format = {
  readonly name: string;
  /** Errors: SqlError 22023 for an option that is unknown or malformed, 0A000 for a column type that the format has no form for. */
  createDecoder(memory: Memory, schema: Schema, options: Readonly<Record<string, string>>): Decoder;
};
