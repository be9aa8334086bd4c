import type {TextCodec} from './text-codec.ts';

/**
 * Bytes written one after the other into a buffer that grows: values in binary format, protocol messages. All numbers
 * are big-endian.
 */
export class ByteWriter {
  /** Valid up to `length`; replaced by a longer one when it is full. */
  buffer: Buffer;
  length = 0;
  /** Of the texts that come; null: UTF-8. */
  codec: TextCodec | null = null;

  constructor(capacity = 1024) {
    this.buffer = Buffer.allocUnsafe(capacity);
  }

  /** Room for `bytes` more; returns the position where they begin, without moving `length`. */
  reserve(bytes: number): number {
    const needed = this.length + bytes;
    if (needed > this.buffer.length) this.grow(needed);
    return this.length;
  }

  private grow(needed: number): void {
    const longer = Buffer.allocUnsafe(Math.max(needed, this.buffer.length * 2));
    this.buffer.copy(longer, 0, 0, this.length);
    this.buffer = longer;
  }

  int8(value: number): void {
    const at = this.reserve(1);
    this.buffer[at] = value;
    this.length = at + 1;
  }

  int16(value: number): void {
    const at = this.reserve(2);
    const buffer = this.buffer;
    buffer[at] = value >> 8;
    buffer[at + 1] = value;
    this.length = at + 2;
  }

  int32(value: number): void {
    const at = this.reserve(4);
    this.putInt32(at, value);
    this.length = at + 4;
  }

  /** Overwrites four bytes already written: a length that was not known before. */
  putInt32(at: number, value: number): void {
    const buffer = this.buffer;
    buffer[at] = value >> 24;
    buffer[at + 1] = value >> 16;
    buffer[at + 2] = value >> 8;
    buffer[at + 3] = value;
  }

  int64(value: bigint): void {
    const at = this.reserve(8);
    this.buffer.writeBigInt64BE(value, at);
    this.length = at + 8;
  }

  float32(value: number): void {
    const at = this.reserve(4);
    this.buffer.writeFloatBE(value, at);
    this.length = at + 4;
  }

  float64(value: number): void {
    const at = this.reserve(8);
    this.buffer.writeDoubleBE(value, at);
    this.length = at + 8;
  }

  bytes(value: Uint8Array): void {
    const at = this.reserve(value.length);
    this.buffer.set(value, at);
    this.length = at + value.length;
  }

  /** Errors: 22P05 for a character that the encoding has not. */
  text(text: string): void {
    if (this.codec === null) this.utf8(text);
    else this.bytes(this.codec.encode(text));
  }

  /** Whatever the encoding of texts is. */
  utf8(text: string): void {
    const length = text.length;
    let at = this.reserve(length * 3);
    if (length < 32) {
      // Short ASCII, the common case, is faster by hand than by a call into the runtime.
      const buffer = this.buffer;
      let i = 0;
      for (; i < length; i++) {
        const code = text.charCodeAt(i);
        if (code > 127) break;
        buffer[at++] = code;
      }
      if (i === length) {
        this.length = at;
        return;
      }
      at = this.length;
    }
    this.length = at + this.buffer.write(text, at, 'utf8');
  }

  /** Text with the zero byte that ends a protocol string; what follows an embedded zero would be lost, so none is sent. */
  cstring(text: string): void {
    this.text(text.includes('\0') ? text.replaceAll('\0', '') : text);
    this.int8(0);
  }

  /** A view of what was written, valid until the next write. */
  written(): Buffer {
    return this.buffer.subarray(0, this.length);
  }

  /** What was written, as its owner's own; the writer starts anew. */
  take(nextCapacity = 1024): Buffer {
    const taken = this.written();
    this.buffer = Buffer.allocUnsafe(nextCapacity);
    this.length = 0;
    return taken;
  }
}
