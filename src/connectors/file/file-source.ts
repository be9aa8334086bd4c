import {type FileHandle, open, stat} from 'node:fs/promises';
import type {DeadLetter, Offsets, PartitionStatus, Poll, Source} from '../../dataflow/source.ts';
import {type Address, type Memory, OutOfMemory} from '../../kernels/memory.ts';
import type {InputUsage} from '../../plan/input-usage.ts';
import {messageOf} from '../../types/message-of.ts';
import type {Schema} from '../../types/schema.ts';
import type {Decoder} from '../formats/format.ts';
import {Signal} from '../signal.ts';

/** The one partition of a file; its offset counts bytes. */
const PARTITION = '0';
/** Bytes read at once; grows while a single record is longer. */
const READ_BYTES = 4 << 20;
const MOST_RECORD_BYTES = 256 << 20;
/** How often a followed file is looked at for more, and one that failed is tried again. */
const FOLLOW_MS = 100;
const RETRY_MS = 500;

export type FileSourceOptions = {
  readonly path: string;
  readonly follow: boolean;
  /** For tests. */
  readonly readBytes?: number;
};

/**
 * A file of records, read from its beginning; with `follow` it waits for more at the end. Bytes go from the file straight
 * into linear memory and are decoded there. A file that cannot be read, or has become shorter than what has been read of
 * it, is tried again until it can be read on where reading stopped.
 */
export class FileSource implements Source {
  readonly schema: Schema;
  readonly monotonic = true;
  private readonly memory: Memory;
  private readonly createDecoder: () => Decoder;
  private readonly options: FileSourceOptions;
  private decoder: Decoder | null = null;
  private usage: InputUsage | null = null;
  private file: FileHandle | null = null;
  private buffer = 0 as Address;
  private capacity = 0;
  /** The buffer holds `held` bytes that start at file offset `position`; the first `used` of them are decoded. */
  private position = 0;
  private held = 0;
  private used = 0;
  private size = 0;
  /** The end of a file that is not followed has been seen. */
  private complete = false;
  private state: PartitionStatus['state'] = 'starting';
  private lastError: string | null = null;
  private closed = false;
  private polling: Promise<unknown> | null = null;
  private readonly ended = new Signal();

  /** Nothing is opened or held yet. */
  constructor(memory: Memory, schema: Schema, createDecoder: () => Decoder, options: FileSourceOptions) {
    this.memory = memory;
    this.schema = schema;
    this.createDecoder = createDecoder;
    this.options = options;
  }

  async open(from: Offsets): Promise<void> {
    await this.forgetFile();
    this.decoder?.close();
    this.decoder = this.createDecoder();
    if (this.usage) this.decoder.keepOnly?.(this.usage);
    this.position = Number(from.get(PARTITION) ?? 0n);
    this.complete = false;
    this.state = 'starting';
    this.lastError = null;
    this.size = await this.sizeOfPath();
  }

  keepOnly(usage: InputUsage): void {
    this.usage = usage;
    this.decoder?.keepOnly?.(usage);
  }

  async poll(maxRows: number, until?: Offsets): Promise<Poll | null> {
    if (this.closed || !this.decoder || this.state === 'finished') return null;
    const end = until ? Number(until.get(PARTITION) ?? 0n) : Infinity;
    if (this.offset >= end) return null;
    const polling = this.readRows(maxRows, end).catch(error => this.fail(error));
    this.polling = polling;
    return polling;
  }

  async wait(timeoutMs: number): Promise<void> {
    if (this.closed) return;
    let pause = timeoutMs;
    if (this.state === 'failed') pause = Math.min(RETRY_MS, timeoutMs);
    else if (this.options.follow) pause = Math.min(FOLLOW_MS, timeoutMs);
    await this.ended.wait(pause);
  }

  status(): readonly PartitionStatus[] {
    const {state, lastError, offset} = this;
    const lag = BigInt(Math.max(0, this.size - offset));
    return [{partition: PARTITION, state, position: BigInt(offset), lag, lastError}];
  }

  async close(): Promise<void> {
    this.closed = true;
    this.ended.notify();
    // A read under way writes into the buffer.
    await this.polling?.catch(() => {});
    await this.forgetFile();
    this.decoder?.close();
    this.decoder = null;
    if (this.capacity > 0) this.memory.release(this.buffer);
    this.capacity = 0;
  }

  /** Where the next record begins. */
  private get offset(): number {
    return this.position + this.used;
  }

  private async readRows(maxRows: number, end: number): Promise<Poll | null> {
    await this.ensureOpen();
    for (;;) {
      if (this.used < this.held) {
        // A last record needs no line feed: that of a file that is not followed, and of a history.
        const final = this.complete || this.position + this.held === end;
        const poll = this.decode(maxRows, final);
        if (poll) return poll;
        if (final) throw new Error('the format leaves bytes behind at the end of the file');
      }
      if (await this.readMore(end)) continue;
      if (this.offset >= end || this.position + this.held >= end) return null;
      await this.checkEnd();
      if (this.options.follow) {
        this.state = 'idle';
        return null;
      }
      this.complete = true;
      if (this.used < this.held) continue;
      this.state = 'finished';
      return null;
    }
  }

  private async ensureOpen(): Promise<void> {
    if (this.file) return;
    if (this.capacity === 0) {
      this.capacity = this.options.readBytes ?? READ_BYTES;
      this.buffer = this.memory.alloc(this.capacity);
    }
    this.file = await open(this.options.path, 'r');
    if (this.position > 0) await this.readPreamble();
    this.running();
  }

  /** A source that goes on in the middle of a file still needs what its first line says (a CSV header). */
  private async readPreamble(): Promise<void> {
    for (;;) {
      const bytes = Math.min(this.position, this.capacity);
      const {bytesRead} = await this.file!.read(this.memory.u8, this.buffer, bytes, 0);
      if (this.decoder!.readPreamble(this.buffer, bytesRead) > 0) return;
      // No preamble, or one that is longer than the buffer.
      if (bytesRead < bytes || bytes === this.position || !this.grow()) return;
    }
  }

  /** Reads on behind the bytes that are not decoded yet; false when there is no more, or `end` is reached. */
  private async readMore(end: number): Promise<boolean> {
    if (this.complete) return false;
    if (this.used > 0) {
      this.memory.u8.copyWithin(this.buffer, this.buffer + this.used, this.buffer + this.held);
      this.position += this.used;
      this.held -= this.used;
      this.used = 0;
    }
    if (this.held === this.capacity && !this.grow()) {
      throw new Error(`the record at byte ${this.offset} is longer than ${MOST_RECORD_BYTES >> 20} MB`);
    }
    const at = this.position + this.held;
    const room = Math.min(this.capacity - this.held, end - at);
    if (room <= 0) return false;
    const {bytesRead} = await this.file!.read(this.memory.u8, this.buffer + this.held, room, at);
    this.held += bytesRead;
    this.size = Math.max(this.size, at + bytesRead);
    return bytesRead > 0;
  }

  private grow(): boolean {
    if (this.capacity >= MOST_RECORD_BYTES) return false;
    const larger = this.memory.alloc(this.capacity * 2);
    this.memory.u8.copyWithin(larger, this.buffer, this.buffer + this.held);
    this.memory.release(this.buffer);
    this.buffer = larger;
    this.capacity *= 2;
    return true;
  }

  /**
   * The file has no more bytes now: whether it is still the one that is being read. Another of the same name that is as long
   * is read on with. Errors: it is shorter.
   */
  private async checkEnd(): Promise<void> {
    const read = this.position + this.held;
    const mine = await this.file!.stat();
    const named = this.options.follow ? await stat(this.options.path) : mine;
    this.size = named.size;
    if (named.size < read) {
      throw new Error(`the file is shorter (${named.size} bytes) than what has been read of it (${read} bytes)`);
    }
    if (named.ino !== mine.ino || named.dev !== mine.dev) await this.forgetFile();
    else this.running();
  }

  private running(): void {
    this.state = 'running';
    this.lastError = null;
  }

  /** Rows of the records that are whole; null when there is none. */
  private decode(maxRows: number, final: boolean): Poll | null {
    const start = this.offset;
    const {batches, bad, records, consumedBytes} = this.decoder!.decodeLines(
      (this.buffer + this.used) as Address,
      this.held - this.used,
      {final, maxRecords: maxRows},
    );
    if (consumedBytes === 0) return null;
    this.used += consumedBytes;
    this.running();
    const deadLetters = bad.map(({offset, bytes, reason}): DeadLetter => ({
      partition: PARTITION,
      offset: BigInt(start + offset),
      bytes,
      reason,
    }));
    return {
      deltas: batches,
      deadLetters,
      rows: new Map([[PARTITION, records - bad.length]]),
      next: new Map([[PARTITION, BigInt(this.offset)]]),
    };
  }

  /** Notes why nothing comes; what has been read and not decoded is read again. */
  private async fail(error: unknown): Promise<null> {
    if (error instanceof OutOfMemory) throw error;
    this.state = 'failed';
    this.lastError = describe(error, this.options.path);
    await this.forgetFile();
    return null;
  }

  private async forgetFile(): Promise<void> {
    const {file} = this;
    this.file = null;
    this.position += this.used;
    this.used = 0;
    this.held = 0;
    await file?.close().catch(() => {});
  }

  private async sizeOfPath(): Promise<number> {
    try {
      return (await stat(this.options.path)).size;
    } catch {
      return 0;
    }
  }
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}

function describe(error: unknown, path: string): string {
  if (!isFileError(error)) return messageOf(error);
  // ENOENT: no such file or directory, open '/data/bids.json'
  const reason = /^[A-Z0-9]+: ([^,]*)/.exec(error.message)?.[1] ?? error.message;
  return `could not read file "${path}": ${reason}`;
}
