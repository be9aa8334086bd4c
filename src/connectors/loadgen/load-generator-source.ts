import {MAX_BATCH_ROWS, type Batch} from '../../columnar/batch.ts';
import {batchFromRows} from '../../columnar/builder.ts';
import type {Offsets, PartitionStatus, Poll, Source} from '../../dataflow/source.ts';
import type {Memory} from '../../kernels/memory.ts';
import type {Schema} from '../../types/schema.ts';
import type {Generator} from './generator.ts';

const PARTITION = '0';

export type LoadGeneratorSettings = {
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
  private wake: (() => void) | null = null;

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
    const end = Math.min(this.available(until), this.next + maxRows);
    if (end <= this.next) return null;
    const deltas: Batch[] = [];
    const count = end - this.next;
    while (this.next < end) {
      const size = Math.min(end - this.next, MAX_BATCH_ROWS);
      const rows = Array.from({length: size}, (_, i) => this.generator.row(this.next + i));
      deltas.push(batchFromRows(this.memory, this.schema, rows));
      this.next += size;
    }
    return {
      deltas,
      deadLetters: [],
      rows: new Map([[PARTITION, count]]),
      next: new Map([[PARTITION, BigInt(this.next)]]),
    };
  }

  /** The number behind the last event that may be given now. History before `until` is not paced. */
  private available(until: Offsets | undefined): number {
    const {rate, events} = this.settings;
    let end = events ?? Infinity;
    if (until) return Math.min(end, Number(until.get(PARTITION) ?? 0n));
    if (rate > 0) {
      if (this.startTime === 0) this.startTime = Date.now();
      const due = this.startEvent + Math.floor(((Date.now() - this.startTime) * rate) / 1000);
      end = Math.min(end, due);
    }
    return end;
  }

  wait(timeoutMs: number): Promise<void> {
    const {rate} = this.settings;
    const untilNext = rate > 0 ? Math.max(5, 1000 / rate) : timeoutMs;
    return new Promise(resolve => {
      const timer = setTimeout(resolve, Math.min(timeoutMs, untilNext));
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  status(): readonly PartitionStatus[] {
    const {events} = this.settings;
    const finished = events !== null && this.next >= events;
    return [
      {
        partition: PARTITION,
        state: !this.opened ? 'starting' : finished ? 'finished' : 'running',
        position: BigInt(this.next),
        lag: events === null ? null : BigInt(Math.max(0, events - this.next)),
        lastError: null,
      },
    ];
  }

  async close(): Promise<void> {
    this.wake?.();
  }
}
