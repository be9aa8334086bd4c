import type {SourceStatus} from '../../catalog/system/status.ts';
import type {Batch} from '../../columnar/batch.ts';
import {batchFromRows} from '../../columnar/builder.ts';
import {connectorNamed} from '../../connectors/registry.ts';
import type {Circuit} from '../../dataflow/circuit.ts';
import type {DeadLetter, Offsets, Source} from '../../dataflow/source.ts';
import type {Memory} from '../../kernels/memory.ts';
import {inputUsage, mergeUsage} from '../../plan/input-usage.ts';
import type {PhysicalPlan} from '../../plan/physical.ts';
import type {ObjectId} from '../../plan/rel.ts';
import type {ObjectSpec} from '../../session/engine.ts';
import type {TableSpec} from '../../session/table-spec.ts';
import type {CheckpointHead, CheckpointStore} from '../../storage/checkpoint-store.ts';
import type {Store} from '../../storage/store.ts';
import {messageOf} from '../../types/message-of.ts';
import {notSupported} from '../../types/sql-error.ts';
import type {Logger} from '../log.ts';
import {connectorSpec} from './connector-spec.ts';
import type {MemoryBudget} from './memory-budget.ts';
import {SourceFeed} from './source-feed.ts';
import {readHistory, readHistoryPersistently} from './source-history.ts';

type SourceSpec = Extract<ObjectSpec, {kind: 'source'}>;
type RunningSource = {readonly spec: SourceSpec; readonly feed: SourceFeed; readonly starts: Map<string, bigint>};

/** What sources need of the engine around them. */
export type SourceHost = {
  readonly memory: Memory;
  readonly circuit: Circuit;
  readonly store: Store;
  readonly checkpoints: CheckpointStore;
  /** Where the partitions of each source began, as stored. */
  readonly storedStarts: ReadonlyMap<number, Record<string, string>>;
  readonly maxTickRows: number;
  readonly budget: MemoryBudget;
  readonly log: Logger;
  readonly wake: () => void;
  /** Errors: 42P01. */
  readonly table: (oid: ObjectId) => TableSpec;
};

/** The sources that run: what they deliver goes into ticks, what they had before is read again for those that come later. */
export class Sources {
  private readonly host: SourceHost;
  private readonly running = new Map<ObjectId, RunningSource>();
  private started = false;
  private waitingForMemory = false;

  constructor(host: SourceHost) {
    this.host = host;
  }

  /** Errors: SqlError of the connector, 0A000. */
  create(spec: SourceSpec): Source {
    const connector = connectorNamed(spec.definition.connector);
    const source = connector.createSource?.(connectorSpec(this.host.memory, spec.name, spec.schema, spec.definition));
    if (!source) throw notSupported(`sources from ${connector.name}`);
    return source;
  }

  add(spec: SourceSpec, source: Source): void {
    const head = this.host.checkpoints.head;
    const starts = offsetsFrom(this.host.storedStarts.get(spec.oid));
    const offsets = offsetsFrom(head?.offsets[spec.oid]);
    for (const [partition, start] of starts) if (!offsets.has(partition)) offsets.set(partition, start);
    const counters = new Map(Object.entries(head?.counters[spec.oid] ?? {}));
    const feed = new SourceFeed(source, offsets, counters, this.host.maxTickRows, this.host.wake);
    this.running.set(spec.oid, {spec, feed, starts});
    if (this.started) feed.start();
  }

  /** Takes a source out, if there is one of this number. Errors: those of its connector. */
  async drop(oid: ObjectId): Promise<void> {
    const source = this.running.get(oid);
    this.running.delete(oid);
    await source?.feed.close();
  }

  async close(): Promise<void> {
    await Promise.all([...this.running.values()].map(({feed}) => feed.close()));
  }

  startAll(): void {
    this.started = true;
    for (const {feed} of this.running.values()) feed.start();
  }

  /** A source is read while a view or sink depends on it. */
  updateDemand(plans: readonly PhysicalPlan[]): void {
    const usages = plans.map(inputUsage);
    for (const [oid, {feed}] of this.running) {
      const own = usages.flatMap(usage => usage.get(oid) ?? []);
      feed.want(own.length > 0 ? mergeUsage(own) : null);
    }
  }

  /** Feeds what the sources have delivered; false when that is nothing, or memory is so short that they have to wait. */
  feedDeliveries(): boolean {
    if (this.mustWait()) return false;
    let any = false;
    for (const {spec, feed, starts} of this.running.values()) {
      if (!feed.isReady) continue;
      this.rememberStarts(spec.oid, feed, starts);
      const delivery = feed.take();
      if (!delivery) continue;
      any = true;
      for (const delta of delivery.deltas) {
        this.host.circuit.feed(spec.oid, delta);
        delta.release();
      }
      this.feedDeadLetters(spec.deadLetters, delivery.deadLetters);
    }
    return any;
  }

  private mustWait(): boolean {
    const wait = this.host.budget.isShort && this.running.size > 0;
    if (wait && !this.waitingForMemory) this.host.log.error('memory is short: sources wait; drop views or delete rows');
    if (!wait && this.waitingForMemory) this.host.log.warn('there is memory again: sources go on');
    this.waitingForMemory = wait;
    return wait;
  }

  /** Where each partition began, so that a view made later can read what has been: kept from its first sight on. */
  private rememberStarts(oid: ObjectId, feed: SourceFeed, starts: Map<string, bigint>): void {
    const fresh = feed.firstPositions().filter(([partition]) => !starts.has(partition));
    if (fresh.length === 0) return;
    for (const [partition, position] of fresh) starts.set(partition, position);
    this.host.store.putStart(oid, offsetsToJson(starts)).catch(error => {
      this.host.log.error(`start offsets of source ${oid} could not be written: ${messageOf(error)}`);
    });
  }

  private feedDeadLetters(table: ObjectId, letters: readonly DeadLetter[]): void {
    if (letters.length === 0 || !this.host.circuit.has(table)) return;
    const rows = letters.map(({partition, offset, bytes, reason}) => [partition, offset, bytes, reason]);
    const batch = batchFromRows(this.host.memory, this.host.table(table).schema, rows);
    this.host.circuit.feed(table, batch);
    batch.release();
  }

  /** Gives a new dataflow what its sources had before it came; a source that fails is tried again until the dataflow goes. */
  async provideHistory(object: ObjectId, input: ObjectId): Promise<void> {
    const running = this.running.get(input);
    if (!running) return;
    const dataflow = this.host.circuit.dataflow(object)!;
    const history = dataflow.hydrationInput(input);
    if (!history) return;
    const until = new Map(running.feed.position);
    const {spec, starts} = running;
    const hydrating = (): boolean => dataflow.state === 'hydrating' && this.host.circuit.dataflow(object) === dataflow;
    const take = async (deltas: readonly Batch[]): Promise<boolean> => {
      for (const delta of deltas) {
        if (hydrating()) history.push(delta);
        delta.release();
      }
      this.host.wake();
      while (history.waitingRows > this.host.maxTickRows && hydrating()) {
        await new Promise(resolve => setImmediate(resolve));
      }
      return hydrating();
    };
    const reader = (): Source => {
      const source = this.create(spec);
      source.keepOnly?.(inputUsage(dataflow.plan).get(input)!);
      return source;
    };
    await readHistoryPersistently(reader, starts, until, this.host.maxTickRows, take, error =>
      this.host.log.warn(`filling ${dataflow.name} from source ${spec.name}: ${messageOf(error)}`),
    );
    history.complete();
    this.host.wake();
  }

  /** What one-shot reads see of sources: their records from the start to where they end now. The caller releases the batches. */
  async readHistories(inputs: readonly ObjectId[], signal: AbortSignal): Promise<Map<ObjectId, Batch[]>> {
    const histories = new Map<ObjectId, Batch[]>();
    try {
      for (const input of inputs) {
        const running = this.running.get(input);
        if (!running) continue;
        const rows: Batch[] = [];
        histories.set(input, rows);
        const {spec, feed, starts} = running;
        await readHistory(this.create(spec), new Map(starts), feed.known(), this.host.maxTickRows, async deltas => {
          rows.push(...deltas);
          return !signal.aborted;
        });
        signal.throwIfAborted();
      }
      return histories;
    } catch (error) {
      for (const rows of histories.values()) for (const batch of rows) batch.release();
      throw error;
    }
  }

  /** Offsets for a checkpoint. Starts come first: a source that nobody reads yet began where it did all the same. */
  offsets(): CheckpointHead['offsets'] {
    for (const {spec, feed, starts} of this.running.values()) this.rememberStarts(spec.oid, feed, starts);
    return Object.fromEntries([...this.running].map(([oid, {feed}]) => [oid, offsetsToJson(feed.position)]));
  }

  counters(): CheckpointHead['counters'] {
    return Object.fromEntries(
      [...this.running].map(([oid, {feed}]) => [
        oid,
        Object.fromEntries([...feed.partitionCounters].map(([partition, counts]) => [partition, {...counts}])),
      ]),
    );
  }

  *status(): Iterable<SourceStatus> {
    for (const [oid, {feed}] of this.running) {
      for (const {partition, state, position, lag, rows, deadLetters, lastError} of feed.status()) {
        yield {
          source: oid,
          partition,
          state,
          position,
          lag,
          rows: BigInt(rows),
          deadLetters: BigInt(deadLetters),
          lastError: this.waitingForMemory ? 'waiting: memory is short' : lastError,
        };
      }
    }
  }
}

function offsetsFrom(json: Readonly<Record<string, string>> | undefined): Map<string, bigint> {
  return new Map(Object.entries(json ?? {}).map(([partition, offset]) => [partition, BigInt(offset)]));
}

function offsetsToJson(offsets: Offsets): Record<string, string> {
  return Object.fromEntries([...offsets].map(([partition, offset]) => [partition, offset.toString()]));
}
