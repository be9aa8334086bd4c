import {ByteReader} from '../../types/io/byte-reader.ts';
import type {TextCodec} from '../../types/io/text-codec.ts';
import {protocolViolation} from './protocol.ts';

/** A message as it came: its type byte (0 for the first packet, which has none) and its body. */
export type Frame = {readonly code: number; readonly body: ByteReader};

const MAX_STARTUP_BYTES = 10_000;
const MAX_SMALL_BYTES = 10_000;
/** Of a password, or what stands for one. */
const MAX_AUTHENTICATION_BYTES = 65_535;
const LENGTH_BYTES = 4;

// The messages that carry data of any size; all others are small, or lie.
const largeMessages = new Set([...'QPBdpF'].map(letter => letter.charCodeAt(0)));
const knownMessages = new Set([...'QPBDECHSXFdcfp'].map(letter => letter.charCodeAt(0)));

/**
 * Cuts the stream of a client into messages, wherever its chunks are cut. Holds what has come of the next message and
 * no more; refuses a length beyond the limit before it buffers a byte of it.
 */
export class FrameReader {
  /** Of the texts in messages; null: UTF-8. */
  codec: TextCodec | null = null;
  private readonly maxMessageBytes: number;
  private stage: 'startup' | 'authentication' | 'started' = 'startup';
  private chunks: Buffer[] = [];
  private buffered = 0;

  constructor(maxMessageBytes: number) {
    this.maxMessageBytes = maxMessageBytes;
  }

  /** Bytes that have come and were not read. */
  get bufferedBytes(): number {
    return this.buffered;
  }

  push(chunk: Buffer): void {
    if (chunk.length === 0) return;
    this.chunks.push(chunk);
    this.buffered += chunk.length;
  }

  /** The first packet has been understood: from now on messages have a type byte. Large ones come later. */
  endStartup(): void {
    this.stage = 'authentication';
  }

  /** The client is who it says. */
  endAuthentication(): void {
    this.stage = 'started';
  }

  /** The type of the message that comes next; null when nothing of it is here yet. */
  nextCode(): number | null {
    return this.buffered === 0 || this.stage === 'startup' ? null : this.chunks[0][0];
  }

  /** The body of the next message, left where it is; null where that is of another type, in pieces, or cannot be. */
  peekBody(code: number): ByteReader | null {
    if (this.nextCode() !== code) return null;
    const first = this.chunks[0];
    if (first.length < 1 + LENGTH_BYTES) return null;
    const length = first.readInt32BE(1);
    if (length < LENGTH_BYTES || length >= first.length || length > this.maxMessageBytes) return null;
    return new ByteReader(first, 1 + LENGTH_BYTES, 1 + length, this.codec);
  }

  /** Whether these messages come next behind a body that was peeked at; false too when they have come in pieces. */
  follows(body: ByteReader, messages: Buffer): boolean {
    const {bytes, end} = body;
    if (bytes.length - end < messages.length) return false;
    for (let i = 0; i < messages.length; i++) if (bytes[end + i] !== messages[i]) return false;
    return true;
  }

  /** Passes over a message that was peeked at, and `more` bytes behind it. */
  pass(body: ByteReader, more = 0): void {
    this.take(body.end + more);
  }

  /** The next whole message; null until there is one. Errors: 08P01 FATAL for a message that cannot be. */
  next(): Frame | null {
    return this.stage === 'startup' ? this.startupFrame() : this.messageFrame();
  }

  private startupFrame(): Frame | null {
    if (this.buffered < LENGTH_BYTES) return null;
    const length = this.peek(LENGTH_BYTES).readInt32BE(0);
    if (length < 2 * LENGTH_BYTES || length > MAX_STARTUP_BYTES) {
      throw protocolViolation('invalid length of startup packet');
    }
    if (this.buffered < length) return null;
    return {code: 0, body: new ByteReader(this.take(length), LENGTH_BYTES)};
  }

  private messageFrame(): Frame | null {
    if (this.buffered === 0) return null;
    const code = this.chunks[0][0];
    if (!knownMessages.has(code)) throw protocolViolation(`invalid frontend message type ${code}`);
    if (this.buffered < 1 + LENGTH_BYTES) return null;
    const length = this.peek(1 + LENGTH_BYTES).readInt32BE(1);
    const largest = this.stage === 'started' ? this.maxMessageBytes : MAX_AUTHENTICATION_BYTES;
    const limit = largeMessages.has(code) ? largest : MAX_SMALL_BYTES;
    if (length < LENGTH_BYTES || length > limit) throw protocolViolation('invalid message length');
    if (this.buffered < 1 + length) return null;
    return {code, body: new ByteReader(this.take(1 + length), 1 + LENGTH_BYTES, 1 + length, this.codec)};
  }

  /** The first `count` bytes in one piece, left where they are. */
  private peek(count: number): Buffer {
    if (this.chunks[0].length < count) this.join(count);
    return this.chunks[0];
  }

  private take(count: number): Buffer {
    if (this.chunks[0].length < count) this.join(count);
    const first = this.chunks[0];
    this.buffered -= count;
    if (first.length === count) return this.chunks.shift()!;
    this.chunks[0] = first.subarray(count);
    return first.subarray(0, count);
  }

  /** Joins chunks until the first has `count` bytes. */
  private join(count: number): void {
    let length = 0;
    let used = 0;
    while (length < count) length += this.chunks[used++].length;
    this.chunks.splice(0, used, Buffer.concat(this.chunks.slice(0, used), length));
  }
}
