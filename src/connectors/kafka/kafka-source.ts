import type {KafkaConfig} from 'kafkajs';
import type {Batch} from '../../columnar/batch.ts';
import type {DeadLetter, Offsets, PartitionStatus, Poll, Source} from '../../dataflow/source.ts';
import type {Memory} from '../../kernels/memory.ts';
import type {Schema} from '../../types/schema.ts';
import type {Decoder} from '../formats/format.ts';
import {describeError, type FetchedPartition, type OffsetQuery, RawTopic} from './raw-fetch.ts';
import {offsetAfter} from './record-batch.ts';
import {type DecodedRecords, RecordSetDecoder} from './record-set-decoder.ts';

export type KafkaSourceOptions = {
  readonly config: KafkaConfig;
  readonly topic: string;
  readonly start: OffsetQuery;
};

/** Bytes asked for a partition at once; a larger single batch still comes whole. */
const FETCH_BYTES = 2 << 20;
/** How long a broker may hold an empty fetch back. */
const MAX_WAIT_MS = 250;
/** How often the partitions are listed anew. */
const METADATA_MS = 3000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;
/** Fetched and not yet polled, bytes a partition: one set being decoded, one on its way. */
const AHEAD_BYTES = 4 << 20;

const OFFSET_OUT_OF_RANGE = 1;

type Partition = {
  readonly id: number;
  readonly decoder: RecordSetDecoder;
  /** Next offset to poll, and next to fetch. */
  position: bigint;
  fetchOffset: bigint;
  highWatermark: bigint | null;
  readonly fetched: FetchedPartition[];
  fetchedBytes: number;
  state: 'starting' | 'running' | 'failed';
  lastError: string | null;
};

/**
 * All partitions of a topic. A loop a broker keeps one fetch in flight and stores what comes as raw record sets; `poll`
 * decodes them. A lost broker is retried with growing pauses, for ever; the status says so meanwhile.
 */
export class KafkaSource implements Source {
  readonly schema: Schema;
  readonly monotonic = true;
  private readonly options: KafkaSourceOptions;
  private readonly memory: Memory;
  private readonly createDecoder: () => Decoder;
  private readonly partitions = new Map<number, Partition>();
  private readonly loops = new Map<number, Promise<void>>();
  private readonly wakers = new Set<() => void>();
  private from: Offsets = new Map();
  private topic: RawTopic | null = null;
  private started: Promise<void> | null = null;
  private seenPartitions = false;
  private closed = false;
  private lastError: string | null = null;
  private turn = 0;

  constructor(memory: Memory, schema: Schema, createDecoder: () => Decoder, options: KafkaSourceOptions) {
    this.schema = schema;
    this.options = options;
    this.memory = memory;
    this.createDecoder = createDecoder;
  }

  /** Returns at once; the brokers may come later. */
  async open(from: Offsets): Promise<void> {
    this.from = from;
    this.started ??= this.stayConnected();
  }

  async poll(maxRows: number, until?: Offsets): Promise<Poll | null> {
    const deltas: Batch[] = [];
    const deadLetters: DeadLetter[] = [];
    const rows = new Map<string, number>();
    const next = new Map<string, bigint>();
    let taken = 0;
    const partitions = [...this.partitions.values()];
    for (let i = 0; i < partitions.length && taken < maxRows; i++) {
      const partition = partitions[(this.turn + i) % partitions.length];
      const end = until ? (until.get(String(partition.id)) ?? 0n) : null;
      while (taken < maxRows && partition.fetched.length > 0 && (end === null || partition.position < end)) {
        const decoded = this.decode(partition, end);
        deltas.push(...decoded.batches);
        deadLetters.push(...decoded.deadLetters);
        taken += decoded.rows + decoded.deadLetters.length;
        if (decoded.rows > 0) rows.set(String(partition.id), (rows.get(String(partition.id)) ?? 0) + decoded.rows);
        next.set(String(partition.id), partition.position);
      }
    }
    this.turn++;
    return next.size === 0 ? null : {deltas, deadLetters, rows, next};
  }

  private decode(partition: Partition, end: bigint | null): DecodedRecords {
    const set = partition.fetched[0];
    const decoded = partition.decoder.decode(set, partition.position, end);
    partition.position = decoded.next;
    if (end === null || decoded.next < end) {
      partition.fetched.shift();
      partition.fetchedBytes -= set.records.length;
      this.wakeAll();
    }
    return decoded;
  }

  wait(timeoutMs: number): Promise<void> {
    return this.pause(timeoutMs, () => this.hasRows());
  }

  private hasRows(): boolean {
    for (const partition of this.partitions.values()) if (partition.fetched.length > 0) return true;
    return false;
  }

  status(): readonly PartitionStatus[] {
    if (this.partitions.size === 0) {
      const state = this.lastError ? 'failed' : 'starting';
      return [{partition: '', state, position: 0n, lag: null, lastError: this.lastError}];
    }
    return [...this.partitions.values()].map(partition => {
      const lag = partition.highWatermark === null ? null : partition.highWatermark - partition.position;
      const error = this.lastError ?? partition.lastError;
      return {
        partition: String(partition.id),
        state: this.lastError ? 'failed' : partition.state === 'running' && lag === 0n ? 'idle' : partition.state,
        position: partition.position,
        lag: lag !== null && lag < 0n ? 0n : lag,
        lastError: error,
      };
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    this.wakeAll();
    await this.topic?.close().catch(() => {});
    await this.started;
    for (const partition of this.partitions.values()) partition.decoder.close();
  }

  /** Connects, lists partitions and keeps a fetch loop a leader going; starts over whenever that fails. */
  private async stayConnected(): Promise<void> {
    let pause = FIRST_PAUSE_MS;
    while (!this.closed) {
      try {
        this.topic = await RawTopic.connect(this.options.config, this.options.topic);
        let refresh = false;
        while (!this.closed) {
          await this.assignPartitions(refresh);
          pause = FIRST_PAUSE_MS;
          refresh = true;
          await this.pause(METADATA_MS, () => this.lastError !== null);
          if (this.lastError !== null) break;
        }
      } catch (error) {
        this.lastError = describeError(error);
      }
      await this.topic?.close().catch(() => {});
      await Promise.all(this.loops.values());
      this.loops.clear();
      this.topic = null;
      if (this.closed) return;
      await this.pause(pause, () => false);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    }
  }

  private async assignPartitions(refresh: boolean): Promise<void> {
    const topic = this.topic!;
    const leaders = await topic.partitions(refresh);
    const known = [...leaders.values()].flat();
    const fresh = known.filter(id => !this.partitions.has(id));
    if (fresh.length > 0) await this.addPartitions(topic, fresh);
    this.lastError = known.length === 0 ? `topic "${this.options.topic}" has no partitions` : null;
    for (const node of leaders.keys()) {
      if (node >= 0 && !this.loops.has(node)) this.loops.set(node, this.fetchLoop(topic, node));
    }
  }

  private async addPartitions(topic: RawTopic, ids: readonly number[]): Promise<void> {
    const unknown = ids.filter(id => !this.from.has(String(id)));
    // What appears later has been written since: it is read from its beginning.
    const where = this.seenPartitions ? 'earliest' : this.options.start;
    const starts = unknown.length > 0 ? await topic.offsets(unknown, where) : new Map<number, bigint>();
    for (const id of [...ids].sort((a, b) => a - b)) {
      const position = this.from.get(String(id)) ?? starts.get(id) ?? 0n;
      this.partitions.set(id, {
        id,
        decoder: new RecordSetDecoder(this.memory, this.createDecoder()),
        position,
        fetchOffset: position,
        highWatermark: null,
        fetched: [],
        fetchedBytes: 0,
        state: 'starting',
        lastError: null,
      });
    }
    this.seenPartitions = true;
  }

  /** Fetches from one node what it leads, until the connection is given up. */
  private async fetchLoop(topic: RawTopic, node: number): Promise<void> {
    while (!this.closed && this.topic === topic && this.lastError === null) {
      try {
        const ids = (await topic.partitions(false)).get(node) ?? [];
        const wanted = ids
          .map(id => this.partitions.get(id))
          .filter((p): p is Partition => p !== undefined && p.fetchedBytes < AHEAD_BYTES);
        if (wanted.length === 0) {
          await this.pause(MAX_WAIT_MS, () => false);
          continue;
        }
        const request = wanted.map(p => ({partition: p.id, offset: p.fetchOffset, maxBytes: FETCH_BYTES}));
        for (const fetched of await topic.fetch(node, request, MAX_WAIT_MS)) await this.accept(topic, fetched);
      } catch (error) {
        if (this.closed) return;
        this.lastError = describeError(error);
        this.wakeAll();
      }
    }
  }

  private async accept(topic: RawTopic, fetched: FetchedPartition): Promise<void> {
    const partition = this.partitions.get(fetched.partition);
    if (!partition) return;
    if (fetched.errorCode === OFFSET_OUT_OF_RANGE) return this.recoverOffset(topic, partition);
    if (fetched.errorCode !== 0) throw new Error(`partition ${partition.id}: Kafka error code ${fetched.errorCode}`);
    partition.state = 'running';
    partition.highWatermark = fetched.highWatermark;
    const next = offsetAfter(fetched.records);
    if (next === null) return;
    partition.fetchOffset = next;
    partition.fetched.push(fetched);
    partition.fetchedBytes += fetched.records.length;
    this.wakeAll();
  }

  /** Retention has removed what was to be read next, or the topic was made anew: goes on at the oldest record there is. */
  private async recoverOffset(topic: RawTopic, partition: Partition): Promise<void> {
    const earliest = (await topic.offsets([partition.id], 'earliest')).get(partition.id) ?? 0n;
    partition.lastError = `offset ${partition.fetchOffset} is out of range, reading goes on at ${earliest}`;
    partition.fetchOffset = earliest;
    if (partition.fetched.length === 0) partition.position = earliest;
  }

  /** Waits until woken with `ready`, or for `milliseconds`. */
  private pause(milliseconds: number, ready: () => boolean): Promise<void> {
    if (this.closed || ready()) return Promise.resolve();
    return new Promise(resolve => {
      const end = (): void => {
        clearTimeout(timer);
        this.wakers.delete(wake);
        resolve();
      };
      const wake = end;
      const timer = setTimeout(end, milliseconds);
      this.wakers.add(wake);
    });
  }

  private wakeAll(): void {
    for (const wake of [...this.wakers]) wake();
  }
}
