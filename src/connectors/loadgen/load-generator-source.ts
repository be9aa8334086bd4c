import {MAX_BATCH_ROWS, type Batch} from '../../columnar/batch.ts';
import type {Offsets, PartitionStatus, Poll, Source} from '../../dataflow/source.ts';
import type {Memory} from '../../kernels/memory.ts';
import type {Schema} from '../../types/schema.ts';
import {Signal} from '../signal.ts';
import type {Generator} from './generator.ts';

const PARTITION = '0';
const POLL_MS = 10;

type LoadGeneratorSettings = {
  /** Events a second of wall-clock time; 0 = as fast as they are taken. */
  readonly rate: number;
  /** Events in all; null = without end. */
  readonly events: number | null;
};

/** One partition whose offset is the number of the next event. */
export class LoadGeneratorSource implements Source {
  readonly schema: Schema;
  readonly monotonic = true;
  private readonly memory: Memory;
  private readonly generator: Generator;
  private readonly settings: LoadGeneratorSettings;
  private next = 0;
  /** The clock that `rate` counts on: this event at this time (ms). */
  private startEvent = 0;
  private startTime = 0;
  private opened = false;
  private closed = false;
  private readonly ended = new Signal();

  constructor(memory: Memory, generator: Generator, settings: LoadGeneratorSettings) {
    this.memory = memory;
    this.generator = generator;
    this.schema = generator.schema;
    this.settings = settings;
  }

  async open(from: Offsets): Promise<void> {
    this.next = Number(from.get(PARTITION) ?? 0n);
    this.startEvent = this.next;
    this.startTime = 0;
    this.opened = true;
  }

  async poll(maxRows: number, until?: Offsets): Promise<Poll | null> {
    if (!until && this.startTime === 0) this.startTime = Date.now();
    const end = Math.min(this.available(until), this.next + maxRows);
    if (end <= this.next) return null;
    const first = this.next;
    const deltas: Batch[] = [];
    // Making events takes the thread that everything else runs on: a poll may give fewer rows than are wanted.
    const enough = performance.now() + POLL_MS;
    try {
      do {
        const size = Math.min(end - this.next, MAX_BATCH_ROWS);
        deltas.push(this.generator.batch(this.memory, this.next, size));
        this.next += size;
      } while (this.next < end && performance.now() < enough);
    } catch (error) {
      // As if nothing had been made.
      for (const delta of deltas) delta.release();
      this.next = first;
      throw error;
    }
    return {
      deltas,
      deadLetters: [],
      rows: new Map([[PARTITION, this.next - first]]),
      next: new Map([[PARTITION, BigInt(this.next)]]),
    };
  }

  /** The number behind the last event that may be given now. History before `until` is not paced. */
  private available(until: Offsets | undefined): number {
    const {rate, events} = this.settings;
    let end = events ?? Infinity;
    if (until) return Math.min(end, Number(until.get(PARTITION) ?? 0n));
    if (rate > 0) {
      if (this.startTime === 0) return this.startEvent;
      const due = this.startEvent + Math.floor(((Date.now() - this.startTime) * rate) / 1000);
      end = Math.min(end, due);
    }
    return end;
  }

  async wait(timeoutMs: number): Promise<void> {
    const {rate} = this.settings;
    const untilNext = rate > 0 ? Math.max(5, 1000 / rate) : timeoutMs;
    if (!this.closed) await this.ended.wait(Math.min(timeoutMs, untilNext));
  }

  status(): readonly PartitionStatus[] {
    const {events, rate} = this.settings;
    const finished = events !== null && this.next >= events;
    // Of a paced stream what is due now; one without pace and end has everything at any time.
    const known = rate > 0 ? this.available(undefined) : events;
    return [
      {
        partition: PARTITION,
        state: !this.opened ? 'starting' : finished ? 'finished' : 'running',
        position: BigInt(this.next),
        lag: known === null ? null : BigInt(Math.max(0, known - this.next)),
        lastError: null,
      },
    ];
  }

  async close(): Promise<void> {
    this.closed = true;
    this.ended.notify();
  }
}
