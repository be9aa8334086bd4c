import {wallClockMicros} from '../../types/clock.ts';
import {encodeObject} from '../../catalog/record.ts';
import {Batch} from '../../columnar/batch.ts';
import {Circuit} from '../../dataflow/circuit.ts';
import type {QueryRun} from '../../dataflow/query-run.ts';
import type {Memory} from '../../kernels/memory.ts';
import {keyLookups} from '../../plan/key-lookup.ts';
import type {ObjectId} from '../../plan/rel.ts';
import type {EngineChange, QueryRequest} from '../../session/engine.ts';
import type {Store} from '../../storage/store.ts';
import type {Tick} from '../../types/tick.ts';
import {Logger} from '../log.ts';
import {PeekGate} from '../peek/gate.ts';
import {CatalogChanges} from './catalog-changes.ts';
import {Checkpointing} from './checkpointing.ts';
import type {PreparedChange} from './prepared-change.ts';
import {HeaderWritten} from './header-written.ts';
import {MemoryBudget} from './memory-budget.ts';
import type {
  BootReport,
  EngineOptions,
  PlainBatch,
  PlainWriteRequest,
  PlainWriteResult,
  Request,
  Signal,
} from './messages.ts';
import {Objects} from './objects.ts';
import {type Published, Publications} from './publications.ts';
import {Reads} from './reads.ts';
import {Sequences} from './sequences.ts';
import {ReadViews} from './read-views.ts';
import {openStored, replay, type Stored} from './recovery.ts';
import {commitCheck} from './writes/commit-check.ts';
import {CommitQueue, type DurableCommit} from './writes/commit-queue.ts';
import {unpackSteps} from './writes/packed-steps.ts';
import {transferBatch} from './writes/step-rows.ts';
import {Transactions} from './writes/transactions.ts';
import {Writes} from './writes/writes.ts';

/** How long a tick, a read, the check of commits or a hydration works before others get their turn, ms. */
const TICK_SLICE_MS = 10;
const READ_SLICE_MS = 5;
const COMMIT_SLICE_MS = 10;
const HYDRATION_SLICE_MS = 5;

/**
 * The engine: circuit, sources, sinks, storage and the loop that makes ticks. One turn of the loop gives the tick under
 * way a slice, and between ticks the reads and the views that hydrate; messages and I/O come in between turns.
 */
export class EngineHost {
  private readonly memory: Memory;
  private readonly log: Logger;
  private readonly store: Store;
  private readonly circuit: Circuit;
  private readonly objects: Objects;
  private readonly sequences: Sequences;
  private readonly commits: CommitQueue;
  private readonly header: HeaderWritten;
  private readonly reads = new Reads();
  private readonly transactions = new Transactions();
  private readonly writes: Writes;
  private readonly budget: MemoryBudget;
  private readonly publications: Publications;
  /** Closed while a tick begins, and while objects come and go. */
  private readonly peeks: PeekGate;
  private readonly options: EngineOptions;
  private readonly changes: CatalogChanges;
  private readonly views: ReadViews;
  private lastTick: number;
  private lastSequence: number;
  /** Commits in the tick under way. */
  private inTick: readonly DurableCommit[] | null = null;
  /** The tick that a SERIALIZABLE transaction changed a table in last. */
  private readonly changedAt = new Map<ObjectId, number>();
  /** Work that has to wait until no tick is under way. */
  private betweenTicks: (() => void)[] = [];
  private readonly checkpointing: Checkpointing;
  private sinksReady: Promise<void> | null = null;
  private wakeLoop: (() => void) | null = null;
  private woken = false;
  private stopping = false;
  private loopEnded: Promise<void> | null = null;

  private constructor(options: EngineOptions, stored: Stored) {
    const {memory, store, checkpoints, catalog} = stored;
    this.options = options;
    this.memory = memory;
    this.log = new Logger(options.logLevel);
    this.store = store;
    this.lastTick = checkpoints.head?.tick ?? 0;
    this.lastSequence = checkpoints.head?.sequence ?? 0;
    this.circuit = new Circuit(memory);
    this.budget = new MemoryBudget(memory, options.maxMemoryBytes);
    this.publications = new Publications(this.circuit, options.peekWords);
    this.peeks = new PeekGate(options.peekWords, () => this.publications.refresh());
    const wake = (): void => this.wake();
    const whenIdle = <T>(work: () => T): Promise<T> => this.whenIdle(work);
    const {maxTickRows} = options;
    this.sequences = new Sequences(store);
    this.objects = new Objects({
      memory,
      circuit: this.circuit,
      store,
      checkpoints,
      sequences: this.sequences,
      storedStarts: stored.starts,
      maxTickRows,
      budget: this.budget,
      log: this.log,
      wake,
    });
    const check = commitCheck({
      table: oid => this.objects.table(oid),
      committed: oid => this.circuit.arrangement(oid),
      referencesTo: oid => this.objects.referencesTo(oid),
      changedAt: oid => this.changedAt.get(oid) ?? 0,
      version: () => this.changes.version,
      mustBeFree: set => this.writes.mustBeFree(set),
      mustHaveRoom: (rows, deltas) => this.budget.mustHaveRoomFor(rows, deltas),
    });
    const isDurable = (table: ObjectId, change: PreparedChange | null): boolean =>
      !(change ?? this.objects).table(table).temporary;
    this.header = new HeaderWritten(catalog.header);
    const toStore = (change: PreparedChange): EngineChange | null => this.header.durable(change.change);
    this.commits = new CommitQueue(store, check, isDurable, toStore, set => this.transactions.isBlocked(set), wake);
    this.writes = new Writes({
      circuit: this.circuit,
      objects: this.objects,
      reads: this.reads,
      commits: this.commits,
      transactions: this.transactions,
      memory: this.budget,
      openView: (request, signal) => this.views.open(request, signal),
      whenIdle,
      wake,
    });
    const {circuit, objects, sequences, transactions, commits, peeks, log} = this;
    this.changes = new CatalogChanges(catalog, {
      circuit,
      objects,
      sequences,
      store,
      commits,
      transactions,
      peeks,
      header: this.header,
      whenIdle,
      wake,
    });
    this.views = new ReadViews({
      memory,
      circuit,
      objects,
      sequences,
      transactions,
      catalog: () => this.changes.catalog,
      lastTick: () => this.lastTick,
      waitStatuses: () => this.writes.waitStatuses(),
      whenIdle,
    });
    const reached = () => ({tick: this.lastTick as Tick, sequence: this.lastSequence});
    this.checkpointing = new Checkpointing({checkpoints, objects, log, reached, whenIdle});
  }

  /** Recovers what the data directory holds. Errors: DataDirectoryError. */
  static async open(options: EngineOptions): Promise<EngineHost> {
    const stored = await openStored(options);
    try {
      const host = new EngineHost(options, stored);
      await host.recover(stored);
      return host;
    } catch (error) {
      await stored.store.close();
      throw error;
    }
  }

  private async recover(stored: Stored): Promise<void> {
    const {circuit, objects, sequences, log} = this;
    await replay(stored, {circuit, objects, sequences, log});
    this.lastSequence = stored.store.lastSequence;
    if (circuit.pending) {
      this.lastTick++;
      while (circuit.step(this.lastTick as Tick, Infinity) === 'more');
    }
  }

  bootReport(): BootReport {
    const {catalog} = this.changes;
    return {
      header: JSON.stringify(catalog.header),
      records: [...catalog.all()].map(encodeObject),
      specs: this.objects.specs(),
    };
  }

  /** Starts ticking. */
  run(): void {
    this.objects.startAll();
    const timer = setInterval(() => {
      this.checkpointing.demand();
      this.wake();
    }, this.options.checkpointMilliseconds);
    this.loopEnded = this.loop().finally(() => clearInterval(timer));
  }

  async handle(message: Request): Promise<unknown> {
    switch (message.method) {
      case 'change':
        return this.changes.change(message.change);
      case 'populated':
        return this.objects.populated(message.objects);
      case 'open':
        return this.openRead(message.query, message.request, message.wanted);
      case 'next':
        return this.nextRows(message.query, message.wanted);
      case 'close':
        return this.reads.close(message.query);
      case 'counts':
        return this.reads.takeCounts(message.query);
      case 'write':
        return this.write(message.request);
      case 'commit':
        return this.writes.commit(message.transaction);
      case 'checkConstraints':
        return this.writes.checkConstraints(message.transaction, message.constraints);
      case 'rollback':
        return this.changes.rollback(message.transaction);
      case 'lockObjects':
        return this.writes.lockObjects(message.request);
      case 'changeWithin':
        return this.changes.changeWithin(message.transaction, message.change);
      case 'savepoint':
        return this.transactions.of(message.transaction).savepoint(message.savepoint);
      case 'rollbackTo':
        return this.transactions.of(message.transaction).rollbackTo(message.savepoint);
      case 'publish':
        return this.publish(message.object, message.columns);
      case 'checkpoint':
        return this.checkpointing.now();
      case 'metrics':
        return this.objects.metrics(this.lastTick, this.memory.stats(), this.publications.peeks);
      case 'shutdown':
        return this.shutdown();
    }
  }

  signal(signal: Signal): void {
    if (signal.signal === 'cancel') this.reads.cancel(signal.query, signal.message);
    else if (signal.signal === 'cancelWrite') this.writes.cancel(signal.token, signal.message);
    else if (signal.signal === 'resetCounts') this.objects.activity.reset(signal.of);
    else if (signal.signal === 'release') this.changes.release(signal.transaction);
    else this.sequences.forget(signal.processId);
  }

  // The loop

  private async loop(): Promise<void> {
    while (!this.stopping) {
      this.woken = false;
      const worked = this.turn();
      if (this.sinksReady) await this.sinksReady;
      if (worked || this.woken) await new Promise<void>(resolve => setImmediate(resolve));
      else await new Promise<void>(resolve => (this.wakeLoop = resolve));
    }
  }

  private wake(): void {
    this.woken = true;
    this.wakeLoop?.();
    this.wakeLoop = null;
  }

  /** One slice of everything there is to do; false when there was nothing. */
  private turn(): boolean {
    if (!this.inTick) {
      for (const work of this.betweenTicks.splice(0)) work();
      this.commits.startGroup(COMMIT_SLICE_MS);
      this.checkpointing.startIfDue();
      this.beginTick();
    }
    let worked = false;
    // First of all: who looks a row up waits for one slice of a large tick, and not for two.
    if (this.reads.waiting) {
      worked = true;
      this.reads.slice(READ_SLICE_MS);
    }
    if (this.inTick) {
      worked = true;
      if (this.circuit.step(this.lastTick as Tick, TICK_SLICE_MS) === 'done') this.endTick();
    }
    if (!this.inTick && this.objects.hydrate(HYDRATION_SLICE_MS)) worked = true;
    return worked || this.betweenTicks.length > 0;
  }

  /** Feeds what is durable and what sources have delivered; nothing happens if there is neither. */
  private beginTick(): void {
    const commits = this.commits.take();
    for (const {deltas, change, serializable} of commits) {
      if (change) this.changes.install(change);
      for (const [table, batches] of deltas) {
        for (const batch of batches) {
          if (this.circuit.has(table)) this.circuit.feed(table, batch);
          if (serializable) this.changedAt.set(table, this.lastTick + 1);
          batch.release();
        }
      }
    }
    const delivered = this.objects.sources.feedDeliveries();
    if (commits.length === 0 && !delivered) return;
    this.inTick = commits;
    this.lastTick++;
    this.circuit.setNow(wallClockMicros());
    // Nobody is in the middle of reading what the tick may change; all else is read while it runs.
    this.peeks.whileClosed(() => this.circuit.begin(this.lastTick as Tick));
  }

  private endTick(): void {
    for (const {sequence, done} of this.inTick!) {
      this.lastSequence = Math.max(this.lastSequence, sequence);
      done();
    }
    this.inTick = null;
    this.publications.refresh();
    const waiting = this.objects.endTick(this.lastTick as Tick);
    this.sinksReady = waiting && waiting.then(() => void (this.sinksReady = null));
  }

  /** Runs `work` as soon as no tick is under way. */
  private whenIdle<T>(work: () => T): Promise<T> {
    if (!this.inTick) return Promise.resolve().then(() => (this.inTick ? this.whenIdle(work) : work()));
    return new Promise((resolve, reject) => {
      this.betweenTicks.push(() => {
        try {
          resolve(work());
        } catch (error) {
          reject(error);
        }
      });
      this.wake();
    });
  }

  // Reads

  private async openRead(id: number, request: QueryRequest, wanted: number): Promise<PlainBatch | null> {
    await this.reads.open(id, signal => this.startRun(request, signal), request.measured);
    return this.nextRows(id, wanted);
  }

  /** An index that the main thread may use by itself; null: not now. */
  private publish(object: ObjectId, columns: readonly number[]): Promise<Published | null> {
    return this.whenIdle(() => this.publications.publish(object, columns));
  }

  private async nextRows(id: number, wanted: number): Promise<PlainBatch | null> {
    const rows = this.reads.next(id, wanted);
    this.wake();
    const batch = await rows;
    await this.sequences.durable();
    return batch && transferBatch(batch);
  }

  private async write({given, packed, ...plain}: PlainWriteRequest): Promise<PlainWriteResult> {
    const request = {...plain, steps: unpackSteps({steps: plain.steps, packed})};
    const batches = given && given.batches.map(plain => new Batch(this.memory, plain));
    try {
      const {rows, ...result} = await this.writes.write(
        batches ? {...request, given: {object: given.object, batches}} : request,
      );
      await this.sequences.durable();
      return {...result, rows: rows && rows.map(transferBatch)};
    } finally {
      for (const batch of batches ?? []) batch.release();
    }
  }

  private async startRun({plan, facts, transaction, trial}: QueryRequest, signal: AbortSignal): Promise<QueryRun> {
    const lookups = keyLookups(plan);
    const view = await this.views.open({inputs: plan.inputs, lookups, facts, transaction}, signal);
    try {
      return view.run(plan, undefined, trial);
    } finally {
      view.close();
    }
  }

  /** Errors: why the last checkpoint could not be taken; everything is closed all the same. */
  private async shutdown(): Promise<void> {
    this.reads.closeAll();
    await this.whenIdle(() => (this.stopping = true));
    this.wake();
    await this.loopEnded;
    try {
      await this.checkpointing.last();
    } finally {
      this.transactions.dropAll();
      this.views.close();
      await this.sequences.close();
      this.peeks.close();
      await this.objects.close();
      await this.store.close();
    }
  }
}
