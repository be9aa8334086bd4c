import type {KafkaConfig} from 'kafkajs';
import type {Offsets, PartitionStatus, Poll, Source} from '../../dataflow/source.ts';
import type {Memory} from '../../kernels/memory.ts';
import type {InputUsage} from '../../plan/input-usage.ts';
import type {Schema} from '../../types/schema.ts';
import type {Decoder} from '../formats/format.ts';
import {Signal} from '../signal.ts';
import {describeError, type FetchedPartition, kafkaError, type OffsetQuery, RawTopic} from './raw-fetch.ts';
import {offsetAfter} from './record-batch.ts';
import {RecordReader} from './record-reader.ts';
import {RecordSet} from './record-set.ts';

type KafkaSourceOptions = {
  readonly config: KafkaConfig;
  readonly topic: string;
  readonly start: OffsetQuery;
};

/** How long a broker may hold an empty fetch back. */
const MAX_WAIT_MS = 250;
/** How often the partitions are listed anew. */
const METADATA_MS = 3000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5000;
/** Bytes fetched and not yet polled, of all partitions together. */
const AHEAD_BYTES = 32 << 20;
/** Fetches that this is of each partition: one being read, one waiting and one on its way, so that neither side waits. */
const AHEAD_FETCHES = 3;
/** Bounds of what is asked of a partition at once; a larger single batch still comes whole. */
const LEAST_FETCH_BYTES = 64 << 10;
const MOST_FETCH_BYTES = 1 << 20;

const OFFSET_OUT_OF_RANGE = 1;
const NO_BYTES = Buffer.alloc(0);

type Partition = {
  readonly id: number;
  /** Where it is read from when nothing of it has been read. */
  readonly start: bigint;
  /** Next offset to poll, and next to fetch. */
  position: bigint;
  fetchOffset: bigint;
  lastStableOffset: bigint | null;
  fetched: RecordSet[];
  state: 'starting' | 'running' | 'failed';
  lastError: string | null;
};

/** One connection's life. */
type Connection = {
  readonly topic: RawTopic;
  leaders: ReadonlyMap<number, readonly number[]>;
  readonly loops: Map<number, Promise<void>>;
  /** Set when the connection has to be given up. */
  failure: unknown;
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
  /** Something to poll has come; something has been polled; the connection has failed or the source is being closed. */
  private readonly arrived = new Signal();
  private readonly taken = new Signal();
  private readonly ended = new Signal();
  private reader: RecordReader | null = null;
  private usage: InputUsage | null = null;
  private connection: Connection | null = null;
  private from: Offsets = new Map();
  private until: Offsets | null = null;
  private started: Promise<void> | null = null;
  private closed = false;
  private pauseMs = FIRST_PAUSE_MS;
  private attempts = 0;
  /** While there are no partitions to say it of. */
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
    for (const partition of this.partitions.values())
      seek(partition, from.get(String(partition.id)) ?? partition.start);
    if (this.started) return;
    this.reader = new RecordReader(this.memory, this.createDecoder());
    if (this.usage) this.reader.keepOnly(this.usage);
    this.started = this.stayConnected();
  }

  keepOnly(usage: InputUsage): void {
    this.usage = usage;
    this.reader?.keepOnly(usage);
  }

  async poll(maxRows: number, until?: Offsets): Promise<Poll | null> {
    this.until = until ?? null;
    const {reader} = this;
    if (!reader) return null;
    const touched: Partition[] = [];
    try {
      for (const partition of this.inTurn()) {
        if (reader.taken >= maxRows) break;
        if (this.readPartition(partition, reader, maxRows)) touched.push(partition);
      }
      const read = reader.finish();
      for (const partition of touched) this.advance(partition);
      if (touched.length === 0) return null;
      this.taken.notify();
      return {...read, next: new Map(touched.map(({id, position}) => [String(id), position]))};
    } catch (error) {
      // As if nothing had been read.
      reader.abandon();
      for (const {fetched} of this.partitions.values()) for (const set of fetched) set.rewind();
      throw error;
    }
  }

  /** Each poll begins with another partition. */
  private inTurn(): Partition[] {
    const partitions = [...this.partitions.values()];
    const first = this.turn++ % Math.max(1, partitions.length);
    return [...partitions.slice(first), ...partitions.slice(0, first)];
  }

  /** Whether there was something to read. */
  private readPartition(partition: Partition, reader: RecordReader, maxRows: number): boolean {
    const end = this.endOf(partition);
    let any = false;
    for (const set of partition.fetched) {
      if (reader.taken >= maxRows || (end !== null && set.position >= end && !set.done)) break;
      set.read(reader, maxRows, end);
      any = true;
    }
    return any;
  }

  /** Takes over what has been read of the partition. */
  private advance(partition: Partition): void {
    for (let set = partition.fetched.at(0); set; set = partition.fetched.at(0)) {
      set.commit();
      partition.position = set.position;
      if (!set.done) return;
      partition.fetched.shift();
    }
  }

  private endOf({id}: Partition): bigint | null {
    return this.until ? (this.until.get(String(id)) ?? 0n) : null;
  }

  async wait(timeoutMs: number): Promise<void> {
    if (!this.closed && !this.hasRows()) await this.arrived.wait(timeoutMs);
  }

  private hasRows(): boolean {
    for (const partition of this.partitions.values()) {
      const end = this.endOf(partition);
      if (partition.fetched.length > 0 && (end === null || partition.position < end)) return true;
    }
    return false;
  }

  status(): readonly PartitionStatus[] {
    if (this.partitions.size === 0) {
      const state = this.lastError ? 'failed' : 'starting';
      return [{partition: '', state, position: 0n, lag: null, lastError: this.lastError}];
    }
    return [...this.partitions.values()].map(({id, state, position, lastStableOffset, lastError}) => {
      const lag = lastStableOffset === null ? null : lastStableOffset - position;
      return {
        partition: String(id),
        state: state === 'running' && lag !== null && lag <= 0n ? 'idle' : state,
        position,
        lag: lag !== null && lag < 0n ? 0n : lag,
        lastError,
      };
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const signal of [this.arrived, this.taken, this.ended]) signal.notify();
    for (const {fetched} of this.partitions.values()) for (const set of fetched) set.close();
    this.partitions.clear();
    this.reader?.close();
    this.reader = null;
    await this.connection?.topic.close();
    await this.started;
  }

  /** Connects, lists partitions and keeps a fetch loop a leader going; starts over whenever that fails. */
  private async stayConnected(): Promise<void> {
    while (!this.closed) {
      const failure = await this.connect();
      if (this.closed) return;
      this.noteFailure(describeError(failure));
      await this.ended.wait(this.pauseMs);
      this.pauseMs = Math.min(this.pauseMs * 2, LONGEST_PAUSE_MS);
    }
  }

  /** Resolves when the connection has ended, with the reason. */
  private async connect(): Promise<unknown> {
    // Each attempt begins with another of the brokers named.
    const {config} = this.options;
    const brokers = config.brokers as string[];
    const first = this.attempts++ % brokers.length;
    const rotated = [...brokers.slice(first), ...brokers.slice(0, first)];
    const topic = new RawTopic({...config, brokers: rotated}, this.options.topic);
    const connection: Connection = {topic, leaders: new Map(), loops: new Map(), failure: null};
    this.connection = connection;
    try {
      await topic.connect();
      for (let refresh = false; connection.failure === null && !this.closed; refresh = true) {
        await this.assignPartitions(connection, refresh);
        if (connection.failure === null && !this.closed) await this.ended.wait(METADATA_MS);
      }
    } catch (error) {
      connection.failure ??= error;
    }
    await topic.close();
    await Promise.all(connection.loops.values());
    return connection.failure;
  }

  private noteFailure(message: string): void {
    this.lastError = message;
    for (const partition of this.partitions.values()) {
      partition.state = 'failed';
      partition.lastError = message;
    }
  }

  private async assignPartitions(connection: Connection, refresh: boolean): Promise<void> {
    const {topic, loops} = connection;
    const leaders = await topic.partitions(refresh);
    const known = [...leaders.values()].flat();
    if (known.length === 0) throw new Error(`topic "${this.options.topic}" has no partitions`);
    const fresh = known.filter(id => !this.partitions.has(id));
    if (fresh.length > 0) await this.addPartitions(topic, fresh);
    if (this.closed) return;
    connection.leaders = leaders;
    for (const node of leaders.keys()) {
      if (node >= 0 && !loops.has(node)) loops.set(node, this.fetchLoop(connection, node));
    }
  }

  private async addPartitions(topic: RawTopic, ids: readonly number[]): Promise<void> {
    const unknown = ids.filter(id => !this.from.has(String(id)));
    // Where others have been read before, what is new has been made since: it is read from its beginning.
    const where = this.partitions.size > 0 || this.from.size > 0 ? 'earliest' : this.options.start;
    const starts = unknown.length > 0 ? await topic.offsets(unknown, where) : new Map<number, bigint>();
    if (this.closed) return;
    for (const id of [...ids].sort((a, b) => a - b)) {
      const position = this.from.get(String(id)) ?? starts.get(id) ?? 0n;
      this.partitions.set(id, {
        id,
        start: position,
        position,
        fetchOffset: position,
        lastStableOffset: null,
        fetched: [],
        state: 'starting',
        lastError: null,
      });
    }
    // Where they begin is news too.
    this.arrived.notify();
  }

  /** Fetches from one node what it leads, until the connection is given up. */
  private async fetchLoop(connection: Connection, node: number): Promise<void> {
    for (let turn = 0; !this.closed && connection.failure === null; turn++) {
      try {
        const wanted = this.wantedOf(connection.leaders.get(node) ?? [], turn);
        if (wanted.length === 0) {
          await this.taken.wait(MAX_WAIT_MS);
          continue;
        }
        const fetched = await connection.topic.fetch(node, wanted, MAX_WAIT_MS);
        for (const [i, answer] of fetched.entries()) {
          const asked = wanted.find(({partition}) => partition === answer.partition) ?? wanted[i];
          await this.accept(connection.topic, answer, asked.offset);
        }
      } catch (error) {
        connection.failure ??= error;
        this.ended.notify();
      }
    }
  }

  /**
   * What to ask for next. Each turn begins with another partition: only the first that has anything gets a batch that is
   * larger than asked for.
   */
  private wantedOf(ids: readonly number[], turn: number): {partition: number; offset: bigint; maxBytes: number}[] {
    const share = Math.floor(AHEAD_BYTES / AHEAD_FETCHES / Math.max(1, this.partitions.size));
    const maxBytes = Math.min(Math.max(share, LEAST_FETCH_BYTES), MOST_FETCH_BYTES);
    const first = turn % Math.max(1, ids.length);
    return [...ids.slice(first), ...ids.slice(0, first)]
      .map(id => this.partitions.get(id))
      .filter(partition => partition !== undefined)
      .filter(partition => {
        const end = this.endOf(partition);
        if (end !== null && partition.fetchOffset >= end) return false;
        return partition.fetched.reduce((bytes, set) => bytes + set.bytes, 0) < (AHEAD_FETCHES - 1) * maxBytes;
      })
      .map(({id, fetchOffset}) => ({partition: id, offset: fetchOffset, maxBytes}));
  }

  private async accept(topic: RawTopic, answer: FetchedPartition, asked: bigint): Promise<void> {
    const partition = this.partitions.get(answer.partition);
    // Another node's answer may have come first, while the leader changed.
    if (!partition || partition.fetchOffset !== asked) return;
    if (answer.errorCode === OFFSET_OUT_OF_RANGE) return this.recoverOffset(topic, partition);
    if (answer.errorCode !== 0) throw kafkaError(answer.errorCode);
    if (partition.state !== 'running') partition.lastError = null;
    partition.state = 'running';
    partition.lastStableOffset = answer.lastStableOffset;
    this.lastError = null;
    this.pauseMs = FIRST_PAUSE_MS;
    const next = offsetAfter(answer.records);
    if (next === null) return;
    partition.fetched.push(new RecordSet(this.memory, answer, asked));
    partition.fetchOffset = next;
    this.arrived.notify();
  }

  /** Retention has removed what was to be read next, or the topic was made anew: goes on at the oldest record there is. */
  private async recoverOffset(topic: RawTopic, partition: Partition): Promise<void> {
    const earliest = (await topic.offsets([partition.id], 'earliest')).get(partition.id);
    if (earliest === undefined) throw new Error(`partition ${partition.id} does not tell its oldest offset`);
    const lost = `offset ${partition.fetchOffset} is out of range: reading goes on at ${earliest}, the oldest there is`;
    partition.state = 'running';
    partition.lastError = lost;
    partition.fetchOffset = earliest;
    // An empty set behind what has been fetched before moves the position.
    const nothing = {partition: partition.id, errorCode: 0, lastStableOffset: earliest, aborted: [], records: NO_BYTES};
    partition.fetched.push(new RecordSet(this.memory, nothing, earliest));
    this.arrived.notify();
  }
}

/** Goes on at another offset; what was fetched is forgotten. */
function seek(partition: Partition, position: bigint): void {
  for (const set of partition.fetched) set.close();
  partition.fetched = [];
  partition.position = position;
  partition.fetchOffset = position;
}
