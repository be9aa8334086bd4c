import type {
  RelationStatus,
  SessionStatus,
  SinkStatus,
  SourceStatus,
  SystemStatus,
  ViewStatus,
} from '../../catalog/system/status.ts';
import type {Batch} from '../../columnar/batch.ts';
import {batchFromRows} from '../../columnar/builder.ts';
import type {ConnectorSpec} from '../../connectors/connector.ts';
import {connectorNamed} from '../../connectors/registry.ts';
import type {Arrangement} from '../../dataflow/arrangement/arrangement.ts';
import type {Circuit} from '../../dataflow/circuit.ts';
import type {Sink} from '../../dataflow/sink.ts';
import type {DeadLetter, Offsets, Source} from '../../dataflow/source.ts';
import {totalWeight} from '../../dataflow/weights.ts';
import type {Memory} from '../../kernels/memory.ts';
import {inputUsage, mergeUsage} from '../../plan/input-usage.ts';
import type {ObjectId} from '../../plan/rel.ts';
import type {ConnectorDefinition, ObjectSpec} from '../../session/engine.ts';
import type {TableSpec} from '../../session/table-spec.ts';
import type {CheckpointHead, CheckpointStore, ObjectState} from '../../storage/checkpoint-store.ts';
import type {Store} from '../../storage/store.ts';
import type {Schema} from '../../types/schema.ts';
import {notSupported, SqlError} from '../../types/sql-error.ts';
import type {Tick} from '../../types/tick.ts';
import type {Logger} from '../log.ts';
import type {MemoryBudget} from './memory-budget.ts';
import {type Reference, referencesByTable} from './writes/references.ts';
import type {Sequences} from './sequences.ts';
import {metricsText} from './metrics.ts';
import {type PartitionCounters, SourceFeed} from './source-feed.ts';
import {readHistory, readHistoryPersistently} from './source-history.ts';

/** µs since 1970 UTC: when the server began, within the time that its engine takes to start. */
const STARTED_AT = BigInt(Math.round(performance.timeOrigin)) * 1000n;

type SourceSpec = Extract<ObjectSpec, {kind: 'source'}>;
type DataflowSpec = Extract<ObjectSpec, {kind: 'view' | 'sink'}>;

type RunningSource = {readonly spec: SourceSpec; readonly feed: SourceFeed; readonly starts: Map<string, bigint>};
type RunningSink = {readonly spec: Extract<ObjectSpec, {kind: 'sink'}>; readonly sink: Sink; rows: bigint};

/** Everything that runs for the catalog's objects: circuit objects, sources, sinks. */
export class Objects {
  private readonly memory: Memory;
  private readonly circuit: Circuit;
  private readonly store: Store;
  private readonly checkpoints: CheckpointStore;
  private readonly sequences: Sequences;
  private readonly storedStarts: ReadonlyMap<number, Record<string, string>>;
  private readonly maxTickRows: number;
  private readonly budget: MemoryBudget;
  private readonly log: Logger;
  private readonly wake: () => void;
  private readonly all = new Map<ObjectId, ObjectSpec>();
  private readonly sources = new Map<ObjectId, RunningSource>();
  private readonly sinks = new Map<ObjectId, RunningSink>();
  /** By referenced table; null: to be looked for. */
  private references: ReadonlyMap<ObjectId, readonly Reference[]> | null = null;
  private readonly hydrating = new Set<ObjectId>();
  private populatedWaiters: {readonly oids: readonly ObjectId[]; readonly resolve: () => void}[] = [];
  private started = false;
  private waitingForMemory = false;
  /** Sinks that the tick under way has written to. */
  private readonly written = new Set<RunningSink>();

  constructor(
    memory: Memory,
    circuit: Circuit,
    store: Store,
    checkpoints: CheckpointStore,
    sequences: Sequences,
    storedStarts: ReadonlyMap<number, Record<string, string>>,
    maxTickRows: number,
    budget: MemoryBudget,
    log: Logger,
    wake: () => void,
  ) {
    this.memory = memory;
    this.circuit = circuit;
    this.store = store;
    this.checkpoints = checkpoints;
    this.sequences = sequences;
    this.storedStarts = storedStarts;
    this.maxTickRows = maxTickRows;
    this.budget = budget;
    this.log = log;
    this.wake = wake;
  }

  specs(): ObjectSpec[] {
    return [...this.all.values()];
  }

  /** Errors: 42P01 for what is no table any more. */
  table(oid: ObjectId): TableSpec {
    const spec = this.all.get(oid);
    if (spec?.kind === 'table') return spec;
    throw new SqlError('42P01', `relation with OID ${oid} does not exist`);
  }

  /** Foreign keys of tables that reference this one. */
  referencesTo(oid: ObjectId): readonly Reference[] {
    this.references ??= referencesByTable(this.all.values());
    return this.references.get(oid) ?? [];
  }

  // Coming and going

  /** Puts an object of a restart back, with its state from the checkpoint if that has any. */
  async restore(spec: ObjectSpec): Promise<void> {
    const segments = this.checkpoints.has(spec.oid) ? await this.checkpoints.restore(spec.oid) : undefined;
    this.install(spec, segments)();
  }

  /** Validates a new object; the result puts it in force, between two ticks. Errors: SqlError of the connector. */
  prepare(spec: ObjectSpec): () => void {
    return this.install(spec, undefined);
  }

  /** A new table, or what has become of one; `rows`: with its new columns, if it has any. */
  putTable(spec: TableSpec, rows: Arrangement | null): void {
    if (!this.all.has(spec.oid)) return this.prepare(spec)();
    this.all.set(spec.oid, spec);
    this.references = null;
    if (!rows) return;
    this.circuit.widenTable(spec.oid, rows);
    this.checkpoints.rewrite(spec.oid);
  }

  private install(spec: ObjectSpec, segments: Awaited<ReturnType<CheckpointStore['restore']>> | undefined): () => void {
    switch (spec.kind) {
      case 'table':
        return () => {
          this.all.set(spec.oid, spec);
          this.references = null;
          this.circuit.addTable(spec.oid, spec.schema, {restore: segments, missing: spec.missing});
        };
      case 'sequence':
        return () => {
          this.all.set(spec.oid, spec);
          this.sequences.put(spec);
        };
      case 'source': {
        const source = this.createSource(spec);
        return () => {
          this.all.set(spec.oid, spec);
          this.circuit.addStream(spec.oid, spec.schema, {monotonic: source.monotonic});
          this.addFeed(spec, source);
        };
      }
      case 'view':
        return () => {
          const running = this.all.has(spec.oid) ? this.circuit.dataflow(spec.oid) : null;
          this.all.set(spec.oid, spec);
          // Only its way with errors can have changed.
          if (running) running.onError = spec.onError;
          else this.installDataflow(spec, segments, undefined);
        };
      case 'sink': {
        const {schema} = spec.plan.nodes[spec.plan.root];
        const connector = connectorNamed(spec.definition.connector);
        const sink = connector.createSink?.(this.connectorSpec(spec.name, schema, spec.definition));
        if (!sink) throw notSupported(`sinks to ${connector.name}`);
        return () => {
          this.all.set(spec.oid, spec);
          const running = {spec, sink, rows: 0n};
          this.sinks.set(spec.oid, running);
          this.installDataflow(spec, segments, running);
        };
      }
    }
  }

  private installDataflow(
    spec: DataflowSpec,
    segments: Awaited<ReturnType<CheckpointStore['restore']>> | undefined,
    sink: RunningSink | undefined,
  ): void {
    const dataflow = this.circuit.install(spec.oid, spec.plan, {
      name: spec.name,
      output: spec.kind === 'view' ? 'materialize' : 'sink',
      onError: spec.kind === 'view' ? spec.onError : 'quarantine',
      onDelta: sink && ((tick, delta) => this.writeSink(sink, tick, delta)),
      restore: segments,
    });
    if (dataflow.state !== 'live') {
      this.hydrating.add(spec.oid);
      for (const input of spec.plan.inputs) void this.provideHistory(spec.oid, input);
    }
    this.updateDemand();
    this.wake();
  }

  /** Takes objects out, those that read others first. */
  drop(oids: readonly ObjectId[]): void {
    const specs = oids.map(oid => this.all.get(oid)).filter(spec => spec !== undefined);
    const order = {sink: 0, view: 1, table: 2, source: 2, sequence: 3};
    for (const spec of specs.sort((a, b) => order[a.kind] - order[b.kind] || b.oid - a.oid)) {
      this.all.delete(spec.oid);
      this.references = null;
      if (spec.kind === 'sequence') {
        this.sequences.drop(spec.oid);
        continue;
      }
      this.circuit.drop(spec.oid);
      // It may come again under the same number.
      this.checkpoints.rewrite(spec.oid);
      this.hydrating.delete(spec.oid);
      const source = this.sources.get(spec.oid);
      this.sources.delete(spec.oid);
      source?.feed.close().catch(error => this.log.warn(`closing source ${spec.name}: ${messageOf(error)}`));
      const sink = this.sinks.get(spec.oid);
      this.sinks.delete(spec.oid);
      sink?.sink.close().catch(error => this.log.warn(`closing sink ${spec.name}: ${messageOf(error)}`));
    }
    this.updateDemand();
    this.resolvePopulated();
  }

  async close(): Promise<void> {
    await Promise.all([...this.sources.values()].map(({feed}) => feed.close()));
    await Promise.all([...this.sinks.values()].map(({sink}) => sink.close()));
    this.circuit.close();
  }

  // Sources

  private createSource(spec: SourceSpec): Source {
    const connector = connectorNamed(spec.definition.connector);
    const source = connector.createSource?.(this.connectorSpec(spec.name, spec.schema, spec.definition));
    if (!source) throw notSupported(`sources from ${connector.name}`);
    return source;
  }

  private connectorSpec(name: string, schema: Schema, definition: ConnectorDefinition): ConnectorSpec {
    const {options, format, formatOptions} = definition;
    return {memory: this.memory, name, schema, options, format, formatOptions};
  }

  private addFeed(spec: SourceSpec, source: Source): void {
    const head = this.checkpoints.head;
    const starts = offsetsFrom(this.storedStarts.get(spec.oid));
    const offsets = offsetsFrom(head?.offsets[spec.oid]);
    for (const [partition, start] of starts) if (!offsets.has(partition)) offsets.set(partition, start);
    const counters = new Map(Object.entries(head?.counters[spec.oid] ?? {}));
    const feed = new SourceFeed(source, offsets, counters, this.maxTickRows, this.wake);
    this.sources.set(spec.oid, {spec, feed, starts});
    if (this.started) feed.start();
  }

  startAll(): void {
    this.started = true;
    for (const {feed} of this.sources.values()) feed.start();
    this.updateDemand();
  }

  /** A source is read while a view or sink depends on it. */
  private updateDemand(): void {
    const plans = [...this.all.values()].flatMap(spec =>
      spec.kind === 'view' || spec.kind === 'sink' ? [spec.plan] : [],
    );
    const usages = plans.map(inputUsage);
    for (const [oid, {feed}] of this.sources) {
      const own = usages.flatMap(usage => usage.get(oid) ?? []);
      feed.want(own.length > 0 ? mergeUsage(own) : null);
    }
  }

  /** Feeds what the sources have delivered; false when that is nothing, or memory is so short that they have to wait. */
  feedDeliveries(): boolean {
    if (this.sourcesMustWait()) return false;
    let any = false;
    for (const {spec, feed, starts} of this.sources.values()) {
      if (!feed.isReady) continue;
      this.rememberStarts(spec.oid, feed, starts);
      const delivery = feed.take();
      if (!delivery) continue;
      any = true;
      for (const delta of delivery.deltas) {
        this.circuit.feed(spec.oid, delta);
        delta.release();
      }
      this.feedDeadLetters(spec.deadLetters, delivery.deadLetters);
    }
    return any;
  }

  private sourcesMustWait(): boolean {
    const wait = this.budget.isShort && this.sources.size > 0;
    if (wait && !this.waitingForMemory) this.log.error('memory is short: sources wait; drop views or delete rows');
    if (!wait && this.waitingForMemory) this.log.warn('there is memory again: sources go on');
    this.waitingForMemory = wait;
    return wait;
  }

  /** Where each partition began, so that a view made later can read what has been: kept from its first sight on. */
  private rememberStarts(oid: ObjectId, feed: SourceFeed, starts: Map<string, bigint>): void {
    const fresh = feed.firstPositions().filter(([partition]) => !starts.has(partition));
    if (fresh.length === 0) return;
    for (const [partition, position] of fresh) starts.set(partition, position);
    this.store.putStart(oid, offsetsToJson(starts)).catch(error => {
      this.log.error(`start offsets of source ${oid} could not be written: ${messageOf(error)}`);
    });
  }

  private feedDeadLetters(table: ObjectId, letters: readonly DeadLetter[]): void {
    if (letters.length === 0 || !this.circuit.has(table)) return;
    const rows = letters.map(({partition, offset, bytes, reason}) => [partition, offset, bytes, reason]);
    const batch = batchFromRows(this.memory, this.table(table).schema, rows);
    this.circuit.feed(table, batch);
    batch.release();
  }

  // Hydration

  /** Gives a new dataflow what its sources had before it came; a source that fails is tried again until the dataflow goes. */
  private async provideHistory(object: ObjectId, input: ObjectId): Promise<void> {
    const running = this.sources.get(input);
    if (!running) return;
    const dataflow = this.circuit.dataflow(object)!;
    const history = dataflow.hydrationInput(input);
    if (!history) return;
    const until = new Map(running.feed.position);
    const {spec, starts} = running;
    const hydrating = (): boolean => dataflow.state === 'hydrating' && this.circuit.dataflow(object) === dataflow;
    const take = async (deltas: readonly Batch[]): Promise<boolean> => {
      for (const delta of deltas) {
        if (hydrating()) history.push(delta);
        delta.release();
      }
      this.wake();
      while (history.waitingRows > this.maxTickRows && hydrating()) {
        await new Promise(resolve => setImmediate(resolve));
      }
      return hydrating();
    };
    const reader = (): Source => {
      const source = this.createSource(spec);
      source.keepOnly?.(inputUsage(dataflow.plan).get(input)!);
      return source;
    };
    await readHistoryPersistently(reader, starts, until, this.maxTickRows, take, error =>
      this.log.warn(`filling ${dataflow.name} from source ${spec.name}: ${messageOf(error)}`),
    );
    history.complete();
    this.wake();
  }

  /** A slice of the views that are being filled; false when none needs one. */
  hydrate(budgetMs: number): boolean {
    let more = false;
    for (const oid of this.hydrating) {
      const dataflow = this.circuit.dataflow(oid);
      const before = dataflow?.state;
      const progress = dataflow ? dataflow.work(budgetMs) : 'done';
      if (before === 'waiting' && dataflow?.state === 'hydrating') {
        for (const input of dataflow.plan.inputs) void this.provideHistory(oid, input);
      }
      if (progress === 'more') more = true;
      if (progress === 'done') {
        this.hydrating.delete(oid);
        more = true;
        this.resolvePopulated();
      }
    }
    return more;
  }

  /** Resolves when none of these objects is being filled any more: a read waits rather than fail. */
  async settled(oids: readonly ObjectId[]): Promise<void> {
    if (!oids.some(oid => this.hydrating.has(oid))) return;
    await new Promise<void>(resolve => this.populatedWaiters.push({oids, resolve}));
  }

  /** As `settled`; how many rows they have. Errors: what made one of them fail. */
  async populated(oids: readonly ObjectId[]): Promise<bigint> {
    await this.settled(oids);
    let rows = 0n;
    for (const oid of oids) {
      const dataflow = this.all.has(oid) && this.circuit.dataflow(oid);
      if (!dataflow) continue;
      if (dataflow.failure) throw dataflow.failure;
      rows += dataflow.arrangement ? rowsOf(dataflow.arrangement) : 0n;
    }
    return rows;
  }

  private resolvePopulated(): void {
    const ready = this.populatedWaiters.filter(({oids}) => !oids.some(oid => this.hydrating.has(oid)));
    this.populatedWaiters = this.populatedWaiters.filter(waiter => !ready.includes(waiter));
    for (const {resolve} of ready) resolve();
  }

  /** What one-shot reads see of sources: their records from the start to where they end now. The caller releases the batches. */
  async readHistories(inputs: readonly ObjectId[], signal: AbortSignal): Promise<Map<ObjectId, Batch[]>> {
    const histories = new Map<ObjectId, Batch[]>();
    try {
      for (const input of inputs) {
        const running = this.sources.get(input);
        if (!running) continue;
        const rows: Batch[] = [];
        histories.set(input, rows);
        const {spec, feed, starts} = running;
        await readHistory(this.createSource(spec), new Map(starts), feed.known(), this.maxTickRows, async deltas => {
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

  // Sinks

  private writeSink(running: RunningSink, tick: Tick, delta: Batch): void {
    running.rows += BigInt(delta.selected);
    running.sink.write(tick, delta);
    this.written.add(running);
  }

  /** What to wait for before the next tick; null: nothing. */
  endTick(tick: Tick): Promise<void> | null {
    if (this.written.size === 0) return null;
    const ends = [...this.written].map(({sink}) => sink.endTick(tick));
    this.written.clear();
    return Promise.all(ends).then(() => {});
  }

  async committed(tick: Tick): Promise<void> {
    await Promise.all([...this.sinks.values()].map(({sink}) => sink.commit(tick)));
  }

  // Checkpoint and status

  states(): ObjectState[] {
    return [...this.all.values()]
      .filter(spec => spec.kind !== 'source' && spec.kind !== 'sequence' && !this.hydrating.has(spec.oid))
      .filter(spec => spec.kind !== 'table' || !spec.temporary)
      .map(spec => ({object: spec.oid, structures: this.circuit.state(spec.oid)}))
      .filter(({structures}) => structures.length > 0);
  }

  /** Offsets for a checkpoint. Starts come first: a source that nobody reads yet began where it did all the same. */
  offsets(): CheckpointHead['offsets'] {
    for (const {spec, feed, starts} of this.sources.values()) this.rememberStarts(spec.oid, feed, starts);
    return Object.fromEntries([...this.sources].map(([oid, {feed}]) => [oid, offsetsToJson(feed.position)]));
  }

  counters(): CheckpointHead['counters'] {
    return Object.fromEntries(
      [...this.sources].map(([oid, {feed}]) => [
        oid,
        Object.fromEntries([...feed.partitionCounters].map(([partition, counts]) => [partition, {...counts}])),
      ]),
    );
  }

  status(sessions: readonly SessionStatus[] = []): SystemStatus {
    return {
      sources: () => this.sourceStatus(),
      sinks: () => this.sinkStatus(),
      materializedViews: () => this.viewStatus(),
      relations: () => this.relationStatus(),
      viewErrors: () => this.viewErrors(),
      operators: () => this.operatorStatus(),
      sessions: () => sessions,
      startedAt: () => STARTED_AT,
    };
  }

  private *sourceStatus(): Iterable<SourceStatus> {
    for (const [oid, {feed}] of this.sources) {
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

  private *sinkStatus(): Iterable<SinkStatus> {
    for (const [oid, {rows}] of this.sinks) {
      const failure = this.circuit.dataflow(oid)?.failure ?? null;
      const state = failure ? 'failed' : this.hydrating.has(oid) ? 'starting' : 'running';
      yield {sink: oid, state, rows, lastError: failure?.message ?? null};
    }
  }

  private *viewStatus(): Iterable<ViewStatus> {
    for (const spec of this.all.values()) {
      if (spec.kind !== 'view') continue;
      const dataflow = this.circuit.dataflow(spec.oid)!;
      yield {
        view: spec.oid,
        state: dataflow.state === 'failed' ? 'failed' : dataflow.state === 'live' ? 'running' : 'hydrating',
        rows: BigInt(dataflow.arrangement?.rows ?? 0),
        stateBytes: BigInt(dataflow.stateBytes),
        tick: BigInt(this.circuit.tick),
      };
    }
  }

  private *relationStatus(): Iterable<RelationStatus> {
    for (const {oid, kind} of this.all.values()) {
      if (kind === 'table' || kind === 'view') yield {relation: oid, bytes: BigInt(this.circuit.stateBytes(oid))};
    }
  }

  private *viewErrors(): ReturnType<SystemStatus['viewErrors']> & Iterable<never> {
    for (const spec of this.all.values()) {
      if (spec.kind !== 'view') continue;
      for (const {error, weight, row} of this.circuit.errors(spec.oid)) {
        yield {view: spec.oid, code: error.code, message: error.message, row, weight} as never;
      }
    }
  }

  private *operatorStatus(): ReturnType<SystemStatus['operators']> & Iterable<never> {
    for (const spec of this.all.values()) {
      if (spec.kind !== 'view' && spec.kind !== 'sink') continue;
      for (const stats of this.circuit.statistics(spec.oid)) {
        yield {
          object: spec.oid,
          worker: 0,
          operator: stats.index,
          name: stats.name,
          rowsIn: BigInt(stats.rowsIn),
          rowsOut: BigInt(stats.rowsOut),
          nanoseconds: BigInt(Math.round(stats.nanoseconds)),
          stateBytes: BigInt(stats.stateBytes),
        } as never;
      }
    }
  }

  metrics(tick: number, memory: ReturnType<Memory['stats']>, peeks: number): string {
    const name = (oid: ObjectId): string => this.all.get(oid)?.name ?? String(oid);
    return metricsText(this.status(), name, tick, memory, peeks);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function offsetsFrom(json: Readonly<Record<string, string>> | undefined): Map<string, bigint> {
  return new Map(Object.entries(json ?? {}).map(([partition, offset]) => [partition, BigInt(offset)]));
}

function offsetsToJson(offsets: Offsets): Record<string, string> {
  return Object.fromEntries([...offsets].map(([partition, offset]) => [partition, offset.toString()]));
}

export type {PartitionCounters};

function rowsOf(arrangement: Arrangement): bigint {
  const snapshot = arrangement.snapshot();
  const rows = snapshot.batches.reduce((sum, batch) => sum + totalWeight(batch), 0n);
  snapshot.release();
  return rows;
}
