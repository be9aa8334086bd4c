import {SqlError} from '../sql-error.ts';
import type {TextCodec} from './text-codec.ts';

/** Reads big-endian values from a bounded range of bytes. Reading past the end raises 08P01, as Postgres does. */
export class ByteReader {
  readonly bytes: Buffer;
  position: number;
  readonly end: number;
  /** Of its texts; null: UTF-8. */
  private readonly codec: TextCodec | null;

  constructor(bytes: Uint8Array, start = 0, end = bytes.length, codec: TextCodec | null = null) {
    this.bytes = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.position = start;
    this.end = end;
    this.codec = codec;
  }

  get remaining(): number {
    return this.end - this.position;
  }

  private advance(count: number): number {
    const at = this.position;
    if (count < 0 || at + count > this.end) throw new SqlError('08P01', 'insufficient data left in message');
    this.position = at + count;
    return at;
  }

  int8(): number {
    return this.bytes.readInt8(this.advance(1));
  }
  uint8(): number {
    return this.bytes[this.advance(1)];
  }
  int16(): number {
    return this.bytes.readInt16BE(this.advance(2));
  }
  uint16(): number {
    return this.bytes.readUInt16BE(this.advance(2));
  }
  int32(): number {
    return this.bytes.readInt32BE(this.advance(4));
  }
  uint32(): number {
    return this.bytes.readUInt32BE(this.advance(4));
  }
  int64(): bigint {
    return this.bytes.readBigInt64BE(this.advance(8));
  }
  float32(): number {
    return this.bytes.readFloatBE(this.advance(4));
  }
  float64(): number {
    return this.bytes.readDoubleBE(this.advance(8));
  }

  /** A view, valid as long as the bytes are. */
  slice(count: number): Buffer {
    const at = this.advance(count);
    return this.bytes.subarray(at, at + count);
  }

  /** A reader of the next `count` bytes, which this one skips. */
  sub(count: number): ByteReader {
    const at = this.advance(count);
    return new ByteReader(this.bytes, at, at + count, this.codec);
  }

  rest(): Buffer {
    return this.slice(this.remaining);
  }

  /** The rest as text. Errors: 22021 for what is not in the encoding, 22P05. */
  text(): string {
    return decodeText(this.rest(), this.codec);
  }

  /** Text up to its zero byte. Errors: 08P01 when there is none. */
  cstring(): string {
    const zero = this.bytes.indexOf(0, this.position);
    if (zero < 0 || zero >= this.end) throw new SqlError('08P01', 'invalid string in message');
    const start = this.position;
    const text = shortAscii(this.bytes, start, zero) ?? decodeText(this.bytes.subarray(start, zero), this.codec);
    this.position = zero + 1;
    return text;
  }
}

/** What is longer is faster by the runtime's decoder. */
const SHORT = 32;

/** Names and numbers, mostly; null: longer, or other characters. */
function shortAscii(bytes: Uint8Array, start: number, end: number): string | null {
  if (end - start > SHORT) return null;
  let text = '';
  for (let i = start; i < end; i++) {
    const byte = bytes[i];
    if (byte === 0 || byte > 127) return null;
    text += ASCII[byte];
  }
  return text;
}

const ASCII = Array.from({length: 128}, (_, code) => String.fromCharCode(code));

const strictDecoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});

/** In what the codec says, or UTF-8. Errors: 22021, 22P05. */
export function decodeText(bytes: Uint8Array, codec: TextCodec | null): string {
  return codec === null ? decodeUtf8(bytes) : codec.decode(bytes);
}

/** Errors: 22021 invalid UTF-8 or a zero byte, with the offending bytes. */
export function decodeUtf8(bytes: Uint8Array): string {
  const short = shortAscii(bytes, 0, bytes.length);
  if (short !== null) return short;
  let text: string;
  try {
    text = strictDecoder.decode(bytes);
  } catch {
    throw invalidByteSequence(offendingBytes(bytes));
  }
  if (text.includes('\0')) throw invalidByteSequence([0]);
  return text;
}

function invalidByteSequence(bytes: readonly number[]): SqlError {
  const hex = bytes.map(byte => `0x${byte.toString(16).padStart(2, '0')}`).join(' ');
  return new SqlError('22021', `invalid byte sequence for encoding "UTF8": ${hex}`);
}

/** The first byte that begins no valid sequence, with as many after it as its length promises. */
function offendingBytes(bytes: Uint8Array): number[] {
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes[at]);
    const sequence = bytes.subarray(at, at + length);
    if (sequence.length < length || !isUtf8(sequence)) return [...sequence];
    at += length;
  }
  return [];
}

function sequenceLength(first: number): number {
  if (first < 0xc0) return 1;
  return first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf8 ? 4 : 1;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    strictDecoder.decode(bytes);
    return true;
  } catch {
    return false;
  }
}
