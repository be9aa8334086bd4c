import {gzipSync} from 'node:zlib';
import {Zstd} from '@hpcc-js/wasm-zstd';
import {lz4Block, lz4Frame, lzSteps, snappyBlock, xerialFrame} from './lz-encoders.ts';

/** Record batches and fetch responses as a broker sends them, made by the protocol guide alone. */

const zstd = await Zstd.load();

export function zstdCompress(bytes: Uint8Array, level: number): Uint8Array {
  return zstd.compress(bytes, level);
}

export type TestRecord = {
  /** null: a tombstone. */
  readonly value: string | Uint8Array | null;
  readonly key?: string | null;
  readonly headers?: readonly (readonly [string, string])[];
  /** Offset from the batch's first; its place in the batch if left out. */
  readonly delta?: number;
  readonly timeDelta?: bigint;
};

export type TestBatch = {
  readonly baseOffset: bigint;
  readonly records: readonly TestRecord[];
  readonly compression?: CompressionName;
  readonly transactional?: boolean;
  readonly control?: boolean;
  readonly producerId?: bigint;
  /** Greater than the last record's after compaction. */
  readonly lastDelta?: number;
  readonly magic?: number;
};

export type CompressionName = keyof typeof COMPRESSIONS;

export const COMPRESSIONS = {
  none: {code: 0, compress: (bytes: Buffer): Uint8Array => bytes},
  gzip: {code: 1, compress: (bytes: Buffer): Uint8Array => gzipSync(bytes)},
  'snappy bare': {code: 2, compress: (bytes: Buffer): Uint8Array => snappyBlock(lzSteps(bytes))},
  'snappy framed': {
    code: 2,
    compress: (bytes: Buffer): Uint8Array =>
      xerialFrame(slices(bytes, 32 << 10).map(slice => snappyBlock(lzSteps(slice)))),
  },
  lz4: {
    code: 3,
    compress: (bytes: Buffer): Uint8Array =>
      lz4Frame(slices(bytes, 64 << 10).map(slice => ({bytes: lz4Block(lzSteps(slice))}))),
  },
  zstd: {code: 4, compress: (bytes: Buffer): Uint8Array => zstdCompress(bytes, 3)},
} as const;

function slices(bytes: Buffer, size: number): Buffer[] {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) parts.push(bytes.subarray(at, at + size));
  return parts;
}

/** zigzag */
function varint(value: bigint | number): Buffer {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, (BigInt(value) << 1n) ^ (BigInt(value) >> 63n));
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  bytes.push(Number(rest));
  return Buffer.from(bytes);
}

export function encodeRecord({value, key = null, headers = [], delta = 0, timeDelta = 0n}: TestRecord): Buffer {
  const field = (text: string | Uint8Array | null): Buffer => {
    if (text === null) return varint(-1);
    const bytes = Buffer.from(text);
    return Buffer.concat([varint(bytes.length), bytes]);
  };
  const body = Buffer.concat([
    Buffer.from([0]),
    varint(timeDelta),
    varint(delta),
    field(key),
    field(value),
    varint(headers.length),
    ...headers.flatMap(([name, text]) => [field(name), field(text)]),
  ]);
  return Buffer.concat([varint(body.length), body]);
}

export function encodeBatch(batch: TestBatch): Buffer {
  const {baseOffset, compression = 'none', transactional = false, control = false, producerId = -1n} = batch;
  const records = batch.records.map((record, i) => ({delta: i, ...record}));
  const plain = Buffer.concat(records.map(encodeRecord));
  const payload = COMPRESSIONS[compression].compress(plain);
  const header = Buffer.alloc(61);
  header.writeBigInt64BE(baseOffset, 0);
  header.writeInt32BE(61 - 12 + payload.length, 8);
  header.writeInt32BE(0, 12); // leader epoch
  header.writeInt8(batch.magic ?? 2, 16);
  const attributes = COMPRESSIONS[compression].code | (transactional ? 16 : 0) | (control ? 32 : 0);
  header.writeInt16BE(attributes, 21);
  header.writeInt32BE(batch.lastDelta ?? Math.max(0, ...records.map(({delta}) => delta)), 23);
  header.writeBigInt64BE(1_700_000_000_000n, 27);
  header.writeBigInt64BE(1_700_000_000_000n, 35);
  header.writeBigInt64BE(producerId, 43);
  header.writeInt32BE(records.length, 57);
  const bytes = Buffer.concat([header, payload]);
  bytes.writeUInt32BE(crc32cOf(bytes.subarray(21)), 17);
  return bytes;
}

/** The record that ends a transaction: version, then 0 = abort or 1 = commit. */
export function marker(kind: 'abort' | 'commit'): TestRecord {
  return {key: String.fromCharCode(0, 0, 0, kind === 'commit' ? 1 : 0), value: Buffer.alloc(6)};
}

/** Bit by bit, by the definition: reflected polynomial 0x1EDC6F41. */
export function crc32cOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let i = 0; i < 8; i++) crc = (crc >>> 1) ^ (crc & 1 ? 0x82f63b78 : 0);
  }
  return ~crc >>> 0;
}

type TestPartition = {
  readonly partition: number;
  readonly errorCode?: number;
  readonly highWatermark: bigint;
  readonly lastStableOffset?: bigint;
  readonly aborted?: readonly {readonly producerId: bigint; readonly firstOffset: bigint}[];
  readonly records: Buffer | null;
};

/** A fetch response's payload, versions 4 to 11. */
export function encodeFetchResponse(version: number, topic: string, partitions: readonly TestPartition[]): Buffer {
  const parts: Buffer[] = [int(4, 0)];
  if (version >= 7) parts.push(int(2, 0), int(4, 0));
  parts.push(int(4, 1), int(2, topic.length), Buffer.from(topic), int(4, partitions.length));
  for (const each of partitions) {
    parts.push(int(4, each.partition), int(2, each.errorCode ?? 0), int(8, each.highWatermark));
    parts.push(int(8, each.lastStableOffset ?? -1n));
    if (version >= 5) parts.push(int(8, 0));
    parts.push(each.aborted ? int(4, each.aborted.length) : int(4, -1));
    for (const {producerId, firstOffset} of each.aborted ?? []) parts.push(int(8, producerId), int(8, firstOffset));
    if (version >= 11) parts.push(int(4, -1));
    parts.push(each.records ? Buffer.concat([int(4, each.records.length), each.records]) : int(4, -1));
  }
  return Buffer.concat(parts);
}

function int(bytes: 2 | 4 | 8, value: number | bigint): Buffer {
  const buffer = Buffer.alloc(bytes);
  if (bytes === 8) buffer.writeBigInt64BE(BigInt(value));
  else buffer.writeIntBE(Number(value), 0, bytes);
  return buffer;
}
