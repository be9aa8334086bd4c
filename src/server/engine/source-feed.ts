import type {Batch} from '../../columnar/batch.ts';
import {coversUsage, type InputUsage} from '../../plan/input-usage.ts';
import type {DeadLetter, Offsets, PartitionStatus, Poll, Source} from '../../dataflow/source.ts';
import {messageOf} from '../../types/message-of.ts';

type PartitionCounters = {rows: number; deadLetters: number};

/** Rows of a source that wait for the next tick, and where reading will stand once they are in. */
type Delivery = {
  readonly deltas: readonly Batch[];
  readonly deadLetters: readonly DeadLetter[];
};

/**
 * Rows wait this long for more of their source before a tick takes them, ms: a source that is far behind gives large ticks,
 * which work off what changes often only once, at the price of this much latency.
 */
const LONGEST_WAIT_MS = 40;
/** Rows of one poll at most: the engine does nothing else while they are decoded. */
const POLL_ROWS = 16_384;

/** Pause after an unexpected failure of a source's own code, so that it cannot spin. */
const FAILURE_PAUSE_MS = 1000;

/**
 * The shared reader of one source: polls ahead by one tick's worth while the circuit runs, and remembers the offsets
 * that the ticks so far have taken in. It reads only while something depends on the source.
 */
export class SourceFeed {
  readonly source: Source;
  private readonly maxRows: number;
  private readonly arrived: () => void;
  /** What ticks have taken in. */
  private readonly offsets: Map<string, bigint>;
  private readonly counters: Map<string, PartitionCounters>;
  private readonly first = new Map<string, bigint>();
  private waiting: Poll[] = [];
  private waitingRows = 0;
  /** When the first of the rows that wait came, by performance.now(). */
  private waitingSince = 0;
  private resume: (() => void) | null = null;
  /** What is read of the source; null: nothing depends on it. */
  private wanted: InputUsage | null = null;
  /** What the source has been told to keep. */
  private kept: InputUsage | null = null;
  private polling = false;
  /** What has been polled ahead lacks columns that somebody reads now: to be polled again. */
  private rewinding = false;
  private stopped = false;
  private running: Promise<void> | null = null;
  private problem: string | null = null;

  constructor(
    source: Source,
    offsets: Offsets,
    counters: ReadonlyMap<string, PartitionCounters>,
    maxRows: number,
    arrived: () => void,
  ) {
    this.source = source;
    this.offsets = new Map(offsets);
    this.counters = new Map([...counters].map(([partition, counts]) => [partition, {...counts}]));
    this.maxRows = maxRows;
    this.arrived = arrived;
  }

  /** Opens the source and reads it while something of it is wanted. */
  start(): void {
    this.running ??= this.run();
  }

  /** What is read of the source from the next tick on; null when nothing depends on it. */
  want(usage: InputUsage | null): void {
    this.wanted = usage;
    if (usage && this.kept && !coversUsage(this.kept, usage) && (this.polling || this.waiting.length > 0)) {
      this.rewinding = true;
      this.dropWaiting();
    }
    this.wake();
  }

  private dropWaiting(): void {
    for (const poll of this.waiting) for (const delta of poll.deltas) delta.release();
    this.waiting = [];
    this.waitingRows = 0;
  }

  /** Everything polled since the last tick; from now on it counts as taken in. */
  take(): Delivery | null {
    if (this.waiting.length === 0) return null;
    const polls = this.waiting;
    this.waiting = [];
    this.waitingRows = 0;
    for (const poll of polls) this.account(poll);
    this.wake();
    return {
      deltas: polls.flatMap(poll => poll.deltas),
      deadLetters: polls.flatMap(poll => poll.deadLetters),
    };
  }

  /** A tick should take what waits: it is enough, or the source has no more at once, or it has waited for more. */
  get isReady(): boolean {
    if (this.waiting.length === 0) return false;
    return !this.polling || this.waitingRows >= this.maxRows || this.waitedMs() >= LONGEST_WAIT_MS;
  }

  private waitedMs(): number {
    return performance.now() - this.waitingSince;
  }

  /** Next offsets of all partitions that ticks have taken something of. */
  get position(): Offsets {
    return this.offsets;
  }

  /** Where each partition stood when it was first seen: before anything of it was polled. */
  firstPositions(): readonly (readonly [string, bigint])[] {
    this.notePartitions();
    return [...this.first];
  }

  /** The offsets up to which the source is known to reach now. */
  known(): Offsets {
    return new Map(
      this.source.status().map(({partition, position, lag}) => [partition, position + (lag ?? 0n)] as const),
    );
  }

  get partitionCounters(): ReadonlyMap<string, PartitionCounters> {
    return this.counters;
  }

  /** The source's own status, as of the rows the views hold. */
  status(): readonly (PartitionStatus & PartitionCounters)[] {
    return this.source.status().map(status => {
      const position = this.offsets.get(status.partition) ?? null;
      const behind = position !== null && status.position > position ? status.position - position : 0n;
      const unread = this.waiting.length > 0 || this.rewinding || (!this.wanted && status.state === 'running');
      return {
        ...status,
        state: status.state === 'finished' && unread ? 'running' : status.state,
        position: position ?? status.position,
        lag: status.lag === null ? null : status.lag + behind,
        lastError: this.problem ?? status.lastError,
        ...(this.counters.get(status.partition) ?? {rows: 0, deadLetters: 0}),
      };
    });
  }

  async close(): Promise<void> {
    this.stopped = true;
    this.wake();
    // A source that hangs in poll must not keep the server from closing.
    await this.source.close();
    await this.running;
    this.dropWaiting();
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      try {
        await this.source.open(this.polled());
        this.rewinding = false;
        await this.read();
      } catch (error) {
        if (this.stopped) return;
        this.problem = messageOf(error);
        if (this.waiting.length > 0) this.arrived();
        await new Promise(resolve => setTimeout(resolve, FAILURE_PAUSE_MS).unref());
      }
    }
  }

  /** Next offsets behind what has been polled. */
  private polled(): Offsets {
    return new Map([...this.offsets, ...this.waiting.flatMap(poll => [...poll.next])]);
  }

  /** Until the feed is stopped, or has to go back. */
  private async read(): Promise<void> {
    while (!this.stopped && !this.rewinding) {
      if (!this.wanted || this.waitingRows >= this.maxRows) {
        await new Promise<void>(resolve => (this.resume = resolve));
        continue;
      }
      this.notePartitions();
      this.deliverStarts();
      this.keepWanted(this.wanted);
      const poll = await this.poll();
      if (poll === null) {
        if (this.waiting.length > 0) this.arrived();
        // Not only until the source has more: what is wanted of it may change.
        await Promise.race([this.source.wait(1000), new Promise<void>(resolve => (this.resume = resolve))]);
        continue;
      }
      this.problem = null;
      if (this.stopped || this.rewinding) {
        for (const delta of poll.deltas) delta.release();
        return;
      }
      if (this.waiting.length === 0) this.waitingSince = performance.now();
      this.waiting.push(poll);
      this.waitingRows += poll.deltas.reduce((rows, delta) => rows + delta.selected, 0) + poll.deadLetters.length + 1;
      this.arrived();
    }
  }

  private async poll(): Promise<Poll | null> {
    // What waits does not wait for a poll that takes its time.
    const patience =
      this.waiting.length > 0 ? setTimeout(this.arrived, Math.max(0, LONGEST_WAIT_MS - this.waitedMs())) : undefined;
    this.polling = true;
    try {
      return await this.source.poll(Math.min(POLL_ROWS, this.maxRows - this.waitingRows));
    } finally {
      this.polling = false;
      clearTimeout(patience);
    }
  }

  private keepWanted(usage: InputUsage): void {
    if (!this.source.keepOnly || this.kept === usage) return;
    this.kept = usage;
    this.source.keepOnly(usage);
  }

  private notePartitions(): void {
    // A source without a name for its partition yet does not know where it stands.
    for (const {partition, position} of this.source.status()) {
      if (partition !== '' && !this.first.has(partition)) this.first.set(partition, position);
    }
  }

  /**
   * A partition that nothing has come of is delivered without rows, so that where it begins is kept with the next tick:
   * a restart must not look anew for what START said.
   */
  private deliverStarts(): void {
    const polled = this.polled();
    const fresh = [...this.first].filter(([partition]) => !polled.has(partition));
    if (fresh.length === 0) return;
    this.waiting.push({deltas: [], deadLetters: [], rows: new Map(), next: new Map(fresh)});
    this.arrived();
  }

  private account(poll: Poll): void {
    for (const [partition, next] of poll.next) this.offsets.set(partition, next);
    for (const [partition, rows] of poll.rows) this.count(partition).rows += rows;
    for (const {partition} of poll.deadLetters) this.count(partition).deadLetters++;
  }

  private count(partition: string): PartitionCounters {
    let counters = this.counters.get(partition);
    if (!counters) this.counters.set(partition, (counters = {rows: 0, deadLetters: 0}));
    return counters;
  }

  private wake(): void {
    this.resume?.();
    this.resume = null;
  }
}
