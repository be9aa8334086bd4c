/** Header of a record batch, message format v2 (Kafka protocol guide, "Record Batch"). */
export type RecordBatchHeader = {
  readonly baseOffset: bigint;
  /** Of the last record. */
  readonly lastOffset: bigint;
  readonly crc: number;
  readonly compression: number;
  readonly transactional: boolean;
  readonly control: boolean;
  readonly producerId: bigint;
  readonly records: number;
  /** Bytes from here on are covered by the checksum: attributes … end. */
  readonly checked: Buffer;
  /** The records, compressed as the header says. */
  readonly payload: Buffer;
};

const LENGTH_AT = 8;
const HEADER_BYTES = 61;

/** The whole batches in a fetched record set; a batch that is cut off at the end is left for the next fetch. */
export function* recordBatches(records: Buffer): Iterable<RecordBatchHeader> {
  let at = 0;
  while (at + 17 <= records.length) {
    const end = at + 12 + records.readInt32BE(at + LENGTH_AT);
    if (end > records.length || end < at + 17) return;
    const magic = records.readInt8(at + 16);
    if (magic !== 2) throw new Error(`message format v${magic} is not supported, only v2 (Kafka 0.11 and later)`);
    const attributes = records.readInt16BE(at + 21);
    const baseOffset = records.readBigInt64BE(at);
    yield {
      baseOffset,
      lastOffset: baseOffset + BigInt(records.readInt32BE(at + 23)),
      crc: records.readUInt32BE(at + 17),
      compression: attributes & 7,
      transactional: (attributes & 16) !== 0,
      control: (attributes & 32) !== 0,
      producerId: records.readBigInt64BE(at + 43),
      records: records.readInt32BE(at + 57),
      checked: records.subarray(at + 21, end),
      payload: records.subarray(at + HEADER_BYTES, end),
    };
    at = end;
  }
}

/** The offset to fetch next after a record set; null when it holds no whole batch. */
export function offsetAfter(records: Buffer): bigint | null {
  let at = 0;
  let next: bigint | null = null;
  while (at + 27 <= records.length) {
    const end = at + 12 + records.readInt32BE(at + LENGTH_AT);
    if (end > records.length || end <= at) break;
    next = records.readBigInt64BE(at) + BigInt(records.readInt32BE(at + 23)) + 1n;
    at = end;
  }
  return next;
}
