import type {Kernels} from './load.ts';

/** Byte offset in linear memory, 0 = absent. Below 2^32. */
export type Address = number & {readonly __address: true};

export const ABSENT = 0 as Address;

const PAGE_BYTES = 65536;

/**
 * The linear memory that kernels and every vector live in: shared between the threads of one worker, up to 4 GiB.
 * Buffers are 64-byte aligned and reference-counted: `alloc` gives one reference, the last `release` frees.
 *
 * The typed-array getters must be called anew after anything that may allocate: memory that has grown is a longer
 * SharedArrayBuffer, and an old view does not see its end.
 */
export class Memory {
  readonly raw: WebAssembly.Memory;
  readonly kernels: Kernels;
  private buffer: ArrayBufferLike;
  private views: Views;

  constructor(raw: WebAssembly.Memory, kernels: Kernels) {
    this.raw = raw;
    this.kernels = kernels;
    this.buffer = raw.buffer;
    this.views = makeViews(this.buffer);
  }

  /** Uninitialised buffer of at least `bytes` bytes. Errors: SqlError 53200 when memory is exhausted. */
  alloc(bytes: number): Address {
    const address = this.kernels.mem_alloc(bytes);
    if (address === 0) throw new OutOfMemory(bytes);
    if (address + bytes > this.buffer.byteLength) this.seeGrowth();
    return address as Address;
  }

  /** As `alloc`, zero-filled. */
  allocZeroed(bytes: number): Address {
    const address = this.alloc(bytes);
    this.u8.fill(0, address, address + bytes);
    return address;
  }

  retain(address: Address): void {
    this.kernels.mem_retain(address);
  }

  release(address: Address): void {
    this.kernels.mem_release(address);
  }

  /** Bytes in live buffers (as asked for) and in the memory as a whole. */
  stats(): {readonly liveBytes: number; readonly liveBuffers: number; readonly totalBytes: number} {
    return {
      liveBytes: this.kernels.mem_live_bytes(),
      liveBuffers: this.kernels.mem_live_buffers(),
      totalBytes: this.raw.buffer.byteLength,
    };
  }

  /** Another thread may have grown the memory a moment ago: from here on the typed arrays reach to its end. */
  seeGrowth(): void {
    if (this.raw.buffer.byteLength < this.kernels.mem_pages() * PAGE_BYTES) this.raw.grow(0);
  }

  /** The UTF-8 string at an address. */
  text(address: number, bytes: number): string {
    return this.current().buffer.utf8Slice(address, address + bytes);
  }

  /** Writes a string as UTF-8 (lone surrogates as U+FFFD) and gives the bytes written; `byteLength` says how many before. */
  writeText(address: number, text: string): number {
    return this.current().buffer.utf8Write(text, address);
  }

  get u8(): Uint8Array {
    return this.current().u8;
  }
  get i16(): Int16Array {
    return this.current().i16;
  }
  get i32(): Int32Array {
    return this.current().i32;
  }
  get u32(): Uint32Array {
    return this.current().u32;
  }
  get i64(): BigInt64Array {
    return this.current().i64;
  }
  get u64(): BigUint64Array {
    return this.current().u64;
  }
  get f32(): Float32Array {
    return this.current().f32;
  }
  get f64(): Float64Array {
    return this.current().f64;
  }

  private current(): Views {
    const buffer = this.raw.buffer;
    if (buffer !== this.buffer) {
      this.buffer = buffer;
      this.views = makeViews(buffer);
    }
    return this.views;
  }
}

export class OutOfMemory extends Error {
  /** Without `bytes`: a kernel ran out of memory and does not say at which size. */
  constructor(bytes?: number) {
    super(bytes === undefined ? 'out of memory' : `out of memory: could not allocate ${bytes} bytes of state`);
  }
}

/** Node's Buffer has these since ever and uses them itself; its types leave them out. */
type Utf8Buffer = Buffer & {
  utf8Slice(start: number, end: number): string;
  utf8Write(text: string, offset: number): number;
};

type Views = {
  readonly buffer: Utf8Buffer;
  readonly u8: Uint8Array;
  readonly i16: Int16Array;
  readonly i32: Int32Array;
  readonly u32: Uint32Array;
  readonly i64: BigInt64Array;
  readonly u64: BigUint64Array;
  readonly f32: Float32Array;
  readonly f64: Float64Array;
};

function makeViews(buffer: ArrayBufferLike): Views {
  return {
    buffer: Buffer.from(buffer as ArrayBuffer) as Utf8Buffer,
    u8: new Uint8Array(buffer),
    i16: new Int16Array(buffer),
    i32: new Int32Array(buffer),
    u32: new Uint32Array(buffer),
    i64: new BigInt64Array(buffer),
    u64: new BigUint64Array(buffer),
    f32: new Float32Array(buffer),
    f64: new Float64Array(buffer),
  };
}
