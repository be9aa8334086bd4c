import type {Address, Memory} from '../../kernels/memory.ts';

const CHUNK_BYTES = 1 << 20;
/** Kernels may read and write this far past the end of what they are given. */
export const SLACK_BYTES = 32;

/** Bytes in linear memory that are laid one behind the other and all freed at once. */
export class ByteArena {
  private readonly memory: Memory;
  private readonly chunks: Address[] = [];
  private top = 0;
  private end = 0;

  constructor(memory: Memory) {
    this.memory = memory;
  }

  /** Room for `bytes` bytes and SLACK_BYTES; it is only taken by `take`. Errors: OutOfMemory. */
  room(bytes: number): Address {
    if (bytes + SLACK_BYTES > this.end - this.top) {
      const size = Math.max(CHUNK_BYTES, bytes + SLACK_BYTES);
      const chunk = this.memory.alloc(size);
      this.chunks.push(chunk);
      this.top = chunk;
      this.end = chunk + size;
    }
    return this.top as Address;
  }

  /** The first `bytes` of the room asked for last are in use. */
  take(bytes: number): void {
    this.top += (bytes + 7) & ~7;
  }

  /** A copy in the arena. */
  copy(bytes: Uint8Array): Address {
    const address = this.room(bytes.length);
    this.memory.u8.set(bytes, address);
    this.take(bytes.length);
    return address;
  }

  clear(): void {
    for (const chunk of this.chunks) this.memory.release(chunk);
    this.chunks.length = 0;
    this.top = 0;
    this.end = 0;
  }
}
