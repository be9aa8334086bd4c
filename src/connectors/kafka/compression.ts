import {gunzipSync} from 'node:zlib';
import type {Address, Memory} from '../../kernels/memory.ts';
import {type ByteArena, SLACK_BYTES} from './byte-arena.ts';

/** Bytes in linear memory. */
type Bytes = {readonly address: Address; readonly length: number};

/** No batch is larger than this, uncompressed. */
const MOST_BYTES = 1 << 30;

type Codec = (memory: Memory, bytes: Bytes, arena: ByteArena) => Bytes;

/** Codecs by the number in a batch's attributes; adding one touches this list alone. */
const CODECS: Readonly<Record<number, Codec>> = {
  0: (_memory, bytes) => bytes,
  1: gunzip,
  2: (memory, bytes, arena) => {
    const {snappy_size, snappy_decode} = memory.kernels;
    return expand(bytes, arena, snappy_size, snappy_decode);
  },
  3: (memory, bytes, arena) => expand(bytes, arena, memory.kernels.lz4_bound, memory.kernels.lz4_decode),
  4: unzstd,
};

/**
 * The bytes uncompressed: where they are if they are not compressed, else in the arena. `bytes` have SLACK_BYTES behind
 * them. Errors: a plain Error for an unknown codec or damaged bytes, OutOfMemory.
 */
export function decompress(memory: Memory, codec: number, bytes: Bytes, arena: ByteArena): Bytes {
  const decode = CODECS[codec];
  if (!decode) throw new Error(`compression codec ${codec} is unknown`);
  return decode(memory, bytes, arena);
}

function expand(
  {address, length}: Bytes,
  arena: ByteArena,
  bound: (source: number, length: number) => number,
  decode: (source: number, length: number, to: number, capacity: number) => number,
): Bytes {
  const capacity = checked(bound(address, length));
  const to = arena.room(capacity);
  const size = checked(decode(address, length, to, capacity));
  arena.take(size);
  return {address: to, length: size};
}

function unzstd(memory: Memory, bytes: Bytes, arena: ByteArena): Bytes {
  const {kernels} = memory;
  const context = memory.alloc(kernels.zstd_context_bytes());
  try {
    return expand(bytes, arena, kernels.zstd_bound, (source, length, to, capacity) =>
      kernels.zstd_decode(context, source, length, to, capacity),
    );
  } finally {
    memory.release(context);
  }
}

function gunzip(memory: Memory, {address, length}: Bytes, arena: ByteArena): Bytes {
  // The last four bytes say how much it is (modulo 2^32): so that it comes in one piece.
  const tail = Buffer.from(memory.u8.slice(address + Math.max(0, length - 4), address + length));
  const said = tail.length === 4 ? tail.readUInt32LE(0) : 0;
  const uncompressed = gunzipSync(memory.u8.slice(address, address + length), {
    chunkSize: Math.min(Math.max(said + SLACK_BYTES, 1024), 16 << 20),
    maxOutputLength: MOST_BYTES,
  });
  return {address: arena.copy(uncompressed), length: uncompressed.length};
}

/** The kernels' sizes are negative when there is none. */
function checked(size: number): number {
  if (size === -2) throw new Error('the batch is larger than 1 GB uncompressed');
  if (size < 0) throw new Error('the compressed bytes are damaged');
  return size;
}
