/** Header of a record batch, message format v2 (Kafka protocol guide, "Record Batch"). */
export type RecordBatchHeader = {
  /** Where the batch begins and ends in the record set. */
  readonly start: number;
  readonly end: number;
  readonly baseOffset: bigint;
  /** Of the last record. */
  readonly lastOffset: bigint;
  /** Message format. Only v2 has the fields that follow. */
  readonly magic: number;
  readonly crc: number;
  readonly compression: number;
  readonly transactional: boolean;
  readonly control: boolean;
  readonly producerId: bigint;
  readonly records: number;
};

/** The checksum covers the batch from here on. */
export const CHECKED_AT = 21;
export const PAYLOAD_AT = 61;
const SIZE_AT = 8;
const MAGIC_AT = 16;

/**
 * The batch at byte `at` of a fetched record set; null when none is there as a whole: brokers may cut the last one off,
 * which comes again with the next fetch.
 */
export function batchAt(records: Buffer, at: number): RecordBatchHeader | null {
  if (at + MAGIC_AT + 1 > records.length) return null;
  const end = at + 12 + records.readInt32BE(at + SIZE_AT);
  if (end > records.length || end < at + MAGIC_AT + 1) return null;
  const magic = records.readInt8(at + MAGIC_AT);
  const baseOffset = records.readBigInt64BE(at);
  if (magic !== 2 || end < at + PAYLOAD_AT) return {...OLD, start: at, end, magic, baseOffset, lastOffset: baseOffset};
  const attributes = records.readInt16BE(at + 21);
  return {
    start: at,
    end,
    baseOffset,
    lastOffset: baseOffset + BigInt(records.readInt32BE(at + 23)),
    magic,
    crc: records.readUInt32BE(at + 17),
    compression: attributes & 7,
    transactional: (attributes & 16) !== 0,
    control: (attributes & 32) !== 0,
    producerId: records.readBigInt64BE(at + 43),
    records: records.readInt32BE(at + 57),
  };
}

/** Messages of the formats v0 and v1: their offset is that of the last message inside. */
const OLD = {crc: 0, compression: 0, transactional: false, control: false, producerId: -1n, records: 0} as const;

/** The offset to fetch next after a record set; null when it holds no whole batch. */
export function offsetAfter(records: Buffer): bigint | null {
  let next: bigint | null = null;
  for (let batch = batchAt(records, 0); batch; batch = batchAt(records, batch.end)) next = batch.lastOffset + 1n;
  return next;
}
