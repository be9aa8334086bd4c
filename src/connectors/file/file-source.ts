import {type FileHandle, open, stat} from 'node:fs/promises';
import type {DeadLetter, Offsets, PartitionStatus, Poll, Source} from '../../dataflow/source.ts';
import type {Address, Memory} from '../../kernels/memory.ts';
import type {InputUsage} from '../../plan/input-usage.ts';
import type {Schema} from '../../types/schema.ts';
import type {Decoder} from '../formats/format.ts';

/** The one partition of a file; its offset counts bytes. */
const PARTITION = '0';
/** Bytes read at once; grows when a single record is longer. */
const READ_BYTES = 8 << 20;
/** How often a followed file is looked at for more. */
const FOLLOW_MS = 100;

export type FileSourceOptions = {readonly path: string; readonly follow: boolean};

/**
 * A file of records, read from its beginning; with `follow` it waits for more at the end, as `tail -f`. Bytes go from
 * the file straight into linear memory and are decoded there.
 */
export class FileSource implements Source {
  readonly schema: Schema;
  readonly monotonic = true;
  private readonly memory: Memory;
  private readonly decoder: Decoder;
  private readonly options: FileSourceOptions;
  private file: FileHandle | null = null;
  private buffer: Address;
  private capacity = READ_BYTES;
  /** The buffer holds `held` bytes that start at file offset `position`; the first `used` of them are decoded. */
  private position = 0;
  private held = 0;
  private used = 0;
  private size = 0;
  private state: PartitionStatus['state'] = 'starting';
  private lastError: string | null = null;
  private wake: (() => void) | null = null;

  constructor(memory: Memory, schema: Schema, decoder: Decoder, options: FileSourceOptions) {
    this.memory = memory;
    this.schema = schema;
    this.decoder = decoder;
    this.options = options;
    this.buffer = memory.alloc(this.capacity);
  }

  async open(from: Offsets): Promise<void> {
    this.position = Number(from.get(PARTITION) ?? 0n);
    this.held = 0;
    this.used = 0;
    this.state = 'starting';
    this.size = await this.currentSize();
  }

  private async currentSize(): Promise<number> {
    try {
      return (await stat(this.options.path)).size;
    } catch {
      return this.size;
    }
  }

  keepOnly(usage: InputUsage): void {
    this.decoder.keepOnly?.(usage);
  }

  async poll(maxRows: number, until?: Offsets): Promise<Poll | null> {
    const end = until ? Number(until.get(PARTITION) ?? 0n) : Infinity;
    if (this.position + this.used >= end) return null;
    if (!(await this.ensureOpen())) return null;
    if (this.used === this.held && !(await this.read(end))) return this.atEnd();
    let poll = this.decode(maxRows, this.endsHere());
    // A record longer than what has been read: read on until it is whole.
    while (poll === null && (await this.read(end))) poll = this.decode(maxRows, this.endsHere());
    // A record that was the file's last, without a line feed, ends where the history does.
    if (poll === null && this.position + this.held === end) poll = this.decode(maxRows, true);
    return poll ?? this.atEnd();
  }

  /** A file that is not there yet, or cannot be read, is tried again. */
  private async ensureOpen(): Promise<boolean> {
    if (this.file) return true;
    try {
      this.file = await open(this.options.path, 'r');
      if (this.position > 0) await this.readPreamble();
      this.state = 'running';
      this.lastError = null;
      return true;
    } catch (error) {
      this.state = 'failed';
      this.lastError = (error as Error).message;
      return false;
    }
  }

  /** A source that goes on in the middle of a file still needs what its first line says (a CSV header). */
  private async readPreamble(): Promise<void> {
    const {bytesRead} = await this.file!.read(this.memory.u8, this.buffer, Math.min(this.position, this.capacity), 0);
    this.decoder.readPreamble(this.buffer, bytesRead);
  }

  /** Reads more behind the bytes that are not decoded yet; false at the end of the file. */
  private async read(end: number): Promise<boolean> {
    const rest = this.held - this.used;
    if (this.used > 0) {
      this.memory.u8.copyWithin(this.buffer, this.buffer + this.used, this.buffer + this.held);
      this.position += this.used;
      this.used = 0;
      this.held = rest;
    }
    if (this.held === this.capacity) this.grow();
    const room = Math.min(this.capacity - this.held, end - this.position - this.held);
    if (room <= 0) return false;
    const at = this.buffer + this.held;
    const {bytesRead} = await this.file!.read(this.memory.u8, at, room, this.position + this.held);
    this.held += bytesRead;
    if (bytesRead === 0) {
      await this.noticeTruncation();
      return false;
    }
    this.size = Math.max(this.size, this.position + this.held);
    return true;
  }

  private grow(): void {
    const larger = this.memory.alloc(this.capacity * 2);
    this.memory.u8.copyWithin(larger, this.buffer, this.buffer + this.held);
    this.memory.release(this.buffer);
    this.buffer = larger;
    this.capacity *= 2;
  }

  private async noticeTruncation(): Promise<void> {
    const {size} = await this.file!.stat();
    if (size < this.position + this.held) {
      this.lastError = `file is shorter (${size} bytes) than what has been read of it (${this.position + this.held})`;
      this.state = 'failed';
    }
  }

  /** Rows of the records that are whole; null when there is none. */
  private decode(maxRows: number, final: boolean): Poll | null {
    const start = this.position + this.used;
    const {batches, bad, records, consumedBytes} = this.decoder.decodeLines(
      (this.buffer + this.used) as Address,
      this.held - this.used,
      {final, maxRecords: maxRows},
    );
    if (consumedBytes === 0) return null;
    this.used += consumedBytes;
    this.state = 'running';
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
      next: new Map([[PARTITION, BigInt(start + consumedBytes)]]),
    };
  }

  /** Nothing can follow what is in the buffer: a last line without its line feed is whole. */
  private endsHere(): boolean {
    return !this.options.follow && this.state === 'idle';
  }

  /** The end of the file as it is now. */
  private atEnd(): Poll | null {
    if (this.state === 'failed') return null;
    if (this.options.follow) {
      this.state = 'idle';
      return null;
    }
    if (this.used < this.held) {
      // The last record has no line feed.
      this.state = 'idle';
      const last = this.decode(Number.MAX_SAFE_INTEGER, true);
      if (last) return last;
    }
    this.state = 'finished';
    return null;
  }

  async wait(timeoutMs: number): Promise<void> {
    if (this.state === 'finished') timeoutMs = Math.max(timeoutMs, 60_000);
    const pause = this.options.follow || this.state === 'failed' ? Math.min(FOLLOW_MS, timeoutMs) : timeoutMs;
    await new Promise<void>(resolve => {
      const timer = setTimeout(resolve, pause);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    if (this.options.follow) this.size = await this.currentSize();
  }

  status(): readonly PartitionStatus[] {
    const position = this.position + this.used;
    return [
      {
        partition: PARTITION,
        state: this.state,
        position: BigInt(position),
        lag: BigInt(Math.max(0, this.size - position)),
        lastError: this.lastError,
      },
    ];
  }

  async close(): Promise<void> {
    this.wake?.();
    await this.file?.close();
    this.file = null;
    this.decoder.close();
    if (this.capacity > 0) this.memory.release(this.buffer);
    this.capacity = 0;
  }
}
