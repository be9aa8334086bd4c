import {Catalog, type CatalogHeader} from '../../catalog/catalog.ts';
import {hasJavaScript} from '../../catalog/function-signature.ts';
import {schemaOf} from '../../catalog/object.ts';
import {decodeObject, encodeObject} from '../../catalog/record.ts';
import {publishTypes} from '../../catalog/user-types.ts';
import {callSystemFunction} from '../../catalog/system-functions.ts';
import {systemRelationByOid} from '../../catalog/system/index.ts';
import type {LockStatus, SessionStatus} from '../../catalog/system/status.ts';
import type {SettingFact, SystemSnapshot} from '../../catalog/system/snapshot.ts';
import {Batch, MAX_BATCH_ROWS} from '../../columnar/batch.ts';
import {batchFromRows} from '../../columnar/builder.ts';
import {conformBatch} from '../../columnar/widen.ts';
import type {Snapshot} from '../../dataflow/arrangement/arrangement.ts';
import {loadJavaScript} from '../../expr/javascript/sandbox.ts';
import {Circuit} from '../../dataflow/circuit.ts';
import type {QueryRun} from '../../dataflow/query-run.ts';
import {loadKernels} from '../../kernels/load.ts';
import type {Memory} from '../../kernels/memory.ts';
import {keyLookups} from '../../plan/key-lookup.ts';
import type {ObjectId} from '../../plan/rel.ts';
import type {TableSpec} from '../../session/table-spec.ts';
import type {EngineChange, ObjectSpec, QueryRequest, SessionFacts} from '../../session/engine.ts';
import {describeSettings, shownSetting} from '../../session/settings.ts';
import {expressionText} from '../../sql/deparse/expression.ts';
import {columnsNamed} from '../../sql/deparse/columns-named.ts';
import {viewText} from '../../sql/deparse/view.ts';
import {decodeBatch} from '../../storage/batch-codec.ts';
import {CheckpointStore} from '../../storage/checkpoint-store.ts';
import {Store, type StoredCatalog} from '../../storage/store.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {Tick} from '../../types/tick.ts';
import {Logger} from '../log.ts';
import {PeekGate} from '../peek/gate.ts';
import {orAborted} from './abort.ts';
import {durablePart} from './durable-part.ts';
import {PreparedChange} from './prepared-change.ts';
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
import {ReadView, retainSnapshot} from './read-view.ts';
import {heldRows} from './writes/held-rows.ts';
import {commitCheck} from './writes/commit-check.ts';
import {CommitQueue, type DurableCommit} from './writes/commit-queue.ts';
import {transferBatch} from './writes/step-rows.ts';
import {type Frozen, Transactions} from './writes/transactions.ts';
import {type ViewRequest, Writes} from './writes/writes.ts';

/** How long a tick, a read or a hydration works before others get their turn, ms. */
const TICK_SLICE_MS = 20;
const READ_SLICE_MS = 5;
const HYDRATION_SLICE_MS = 5;

/**
 * The engine: circuit, sources, sinks, storage and the loop that makes ticks. One turn of the loop gives the tick under
 * way a slice, and between ticks the reads and the views that hydrate; messages and I/O come in between turns.
 */
export class EngineHost {
  private readonly memory: Memory;
  private readonly log: Logger;
  private readonly store: Store;
  private readonly checkpoints: CheckpointStore;
  private readonly circuit: Circuit;
  private readonly objects: Objects;
  private readonly sequences: Sequences;
  private readonly storedSequences: StoredCatalog['sequences'];
  private readonly commits: CommitQueue;
  private readonly reads = new Reads();
  private readonly transactions = new Transactions();
  private readonly writes: Writes;
  private readonly budget: MemoryBudget;
  private readonly publications: Publications;
  /** Closed from a tick's beginning to its end, and while objects come and go. */
  private readonly peeks: PeekGate;
  private readonly options: EngineOptions;
  private catalog: Catalog;
  private lastTick: number;
  private lastSequence: number;
  /** Commits in the tick under way. */
  private inTick: readonly DurableCommit[] | null = null;
  /** The tick that changed a table last. */
  private readonly changedAt = new Map<ObjectId, number>();
  /** Work that has to wait until no tick is under way. */
  private betweenTicks: (() => void)[] = [];
  private checkpointDue = false;
  private checkpointing: Promise<void> | null = null;
  private sinksReady: Promise<void> | null = null;
  private wakeLoop: (() => void) | null = null;
  private woken = false;
  private stopping = false;
  private loopEnded: Promise<void> | null = null;

  private constructor(
    options: EngineOptions,
    memory: Memory,
    store: Store,
    checkpoints: CheckpointStore,
    catalog: Catalog,
    stored: Pick<StoredCatalog, 'starts' | 'sequences'>,
  ) {
    this.options = options;
    this.memory = memory;
    this.log = new Logger(options.logLevel);
    this.store = store;
    this.checkpoints = checkpoints;
    this.catalog = catalog;
    this.lastTick = checkpoints.head?.tick ?? 0;
    this.lastSequence = checkpoints.head?.sequence ?? 0;
    this.circuit = new Circuit(memory);
    this.budget = new MemoryBudget(memory, options.maxMemoryBytes);
    this.publications = new Publications(this.circuit, options.peekWords);
    this.peeks = new PeekGate(options.peekWords, () => this.publications.refresh());
    const wake = (): void => this.wake();
    const {maxTickRows} = options;
    this.sequences = new Sequences(store);
    this.storedSequences = stored.sequences;
    this.objects = new Objects(
      memory,
      this.circuit,
      store,
      checkpoints,
      this.sequences,
      stored.starts,
      maxTickRows,
      this.budget,
      this.log,
      wake,
    );
    const check = commitCheck({
      table: oid => this.objects.table(oid),
      committed: oid => this.circuit.arrangement(oid),
      referencesTo: oid => this.objects.referencesTo(oid),
      changedAt: oid => this.changedAt.get(oid) ?? 0,
      mustBeFree: set => this.writes.mustBeFree(set),
      mustHaveRoom: (rows, deltas) => this.budget.mustHaveRoomFor(rows, deltas),
    });
    const isDurable = (table: ObjectId, change: PreparedChange | null): boolean =>
      !(change ?? this.objects).table(table).temporary;
    this.commits = new CommitQueue(store, check, isDurable, set => this.transactions.isBlocked(set), wake);
    this.writes = new Writes({
      circuit: this.circuit,
      objects: this.objects,
      reads: this.reads,
      commits: this.commits,
      transactions: this.transactions,
      memory: this.budget,
      openView: (request, signal) => this.openView(request, signal),
      whenIdle: work => this.whenIdle(work),
      wake,
    });
  }

  /** Recovers what the data directory holds. Errors: DataDirectoryError. */
  static async open(options: EngineOptions): Promise<EngineHost> {
    const memory = loadKernels(options.memory);
    const store = await Store.open(options.dataDirectory, options.migrations);
    try {
      const stored = await store.readCatalog();
      const catalog = stored.header
        ? Catalog.restore(JSON.parse(stored.header) as CatalogHeader, stored.records.map(decodeObject))
        : await createCatalog(store, options);
      publishTypes(catalog);
      if (hasJavaScript(catalog)) await loadJavaScript();
      const checkpoints = await CheckpointStore.load(store);
      const host = new EngineHost(options, memory, store, checkpoints, catalog, stored);
      await host.recover([...stored.specs.values()] as ObjectSpec[]);
      return host;
    } catch (error) {
      await store.close();
      throw error;
    }
  }

  private async recover(specs: readonly ObjectSpec[]): Promise<void> {
    for (const spec of inOrder(specs)) {
      await this.objects.restore(spec);
      const state = this.storedSequences.get(spec.oid);
      if (spec.kind === 'sequence' && state) this.sequences.put(spec, state);
    }
    for await (const {table, bytes} of this.store.replay(this.lastSequence)) {
      if (!this.circuit.has(table)) continue;
      const {schema, missing} = this.objects.table(table);
      const delta = decodeBatch(this.memory, schema, bytes, missing);
      this.circuit.feed(table, delta);
      delta.release();
    }
    this.log.info(
      `recovered ${specs.length} objects: checkpoint of tick ${this.lastTick}, ` +
        `${this.store.lastSequence - this.lastSequence} commits after it`,
    );
    this.lastSequence = this.store.lastSequence;
    if (this.circuit.pending) {
      this.lastTick++;
      while (this.circuit.step(this.lastTick as Tick, Infinity) === 'more');
    }
  }

  bootReport(): BootReport {
    return {
      header: JSON.stringify(this.catalog.header),
      records: [...this.catalog.all()].map(encodeObject),
      specs: this.objects.specs(),
    };
  }

  /** Starts ticking. */
  run(): void {
    this.objects.startAll();
    const timer = setInterval(() => {
      this.checkpointDue = true;
      this.wake();
    }, this.options.checkpointMilliseconds);
    this.loopEnded = this.loop().finally(() => clearInterval(timer));
  }

  async handle(message: Request): Promise<unknown> {
    switch (message.method) {
      case 'change':
        return this.change(message.change);
      case 'populated':
        return this.objects.populated(message.objects);
      case 'open':
        return this.openRead(message.query, message.request);
      case 'next':
        return this.nextRows(message.query);
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
        return this.rollback(message.transaction);
      case 'changeWithin':
        return this.changeWithin(message.transaction, message.change);
      case 'savepoint':
        return this.transactions.of(message.transaction).savepoint(message.savepoint);
      case 'rollbackTo':
        return this.transactions.of(message.transaction).rollbackTo(message.savepoint);
      case 'publish':
        return this.publish(message.object, message.columns);
      case 'checkpoint':
        return this.checkpointNow();
      case 'metrics':
        return this.objects.metrics(this.lastTick, this.memory.stats(), this.publications.peeks);
      case 'shutdown':
        return this.shutdown();
    }
  }

  signal(signal: Signal): void {
    if (signal.signal === 'cancel') this.reads.cancel(signal.query, signal.message);
    else if (signal.signal === 'cancelWrite') this.writes.cancel(signal.token, signal.message);
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
      this.commits.startGroup();
      if (this.checkpointDue && !this.checkpointing) this.startCheckpoint();
      this.beginTick();
    }
    let worked = false;
    if (this.inTick) {
      worked = true;
      if (this.circuit.step(this.lastTick as Tick, TICK_SLICE_MS) === 'done') this.endTick();
    }
    if (!this.inTick) {
      if (this.reads.waiting) {
        worked = true;
        this.reads.slice(READ_SLICE_MS);
      }
      if (this.objects.hydrate(HYDRATION_SLICE_MS)) worked = true;
    }
    return worked || this.betweenTicks.length > 0;
  }

  /** Feeds what is durable and what sources have delivered; nothing happens if there is neither. */
  private beginTick(): void {
    const commits = this.commits.take();
    for (const {deltas, change} of commits) {
      if (change) this.install(change);
      for (const [table, batches] of deltas) {
        for (const batch of batches) {
          if (this.circuit.has(table)) this.circuit.feed(table, batch);
          this.changedAt.set(table, this.lastTick + 1);
          batch.release();
        }
      }
    }
    const delivered = this.objects.feedDeliveries();
    if (commits.length === 0 && !delivered) return;
    this.peeks.close();
    this.inTick = commits;
    this.lastTick++;
    this.circuit.setNow(BigInt(Date.now()) * 1000n);
  }

  private endTick(): void {
    for (const {sequence, done} of this.inTick!) {
      this.lastSequence = Math.max(this.lastSequence, sequence);
      done();
    }
    this.inTick = null;
    this.peeks.open();
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

  private async openRead(id: number, request: QueryRequest): Promise<PlainBatch | null> {
    await this.reads.open(id, signal => this.startRun(request, signal), request.measured);
    return this.nextRows(id);
  }

  /** An index that the main thread may use by itself; null: not now. */
  private publish(object: ObjectId, columns: readonly number[]): Promise<Published | null> {
    return this.whenIdle(() => this.publications.publish(object, columns));
  }

  private async nextRows(id: number): Promise<PlainBatch | null> {
    const rows = this.reads.next(id);
    this.wake();
    const batch = await rows;
    await this.sequences.durable();
    return batch && transferBatch(batch);
  }

  private async write({given, ...request}: PlainWriteRequest): Promise<PlainWriteResult> {
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
    const view = await this.openView({inputs: plan.inputs, lookups, facts, transaction}, signal);
    try {
      return view.run(plan, undefined, trial);
    } finally {
      view.close();
    }
  }

  /**
   * What a statement sees: the objects as of the last tick, and its transaction's rows. A view that is being filled is waited
   * for. Errors: 57014 of the signal, 42P01 for what is gone, those that stand in the views.
   */
  private async openView(
    {inputs, lookups, skipped, facts, transaction}: ViewRequest,
    signal: AbortSignal,
  ): Promise<ReadView> {
    await orAborted(this.objects.settled(inputs), signal);
    const history = await this.objects.readHistories(inputs, signal);
    return this.whenIdle(() => {
      const extra = new Map<ObjectId, readonly Batch[]>(history);
      try {
        signal.throwIfAborted();
        const change = this.transactions.changeOf(transaction);
        const there = (object: ObjectId): boolean => (change ? change.has(object) : this.circuit.has(object));
        const gone = inputs.find(
          object => !there(object) && !systemRelationByOid(object) && !this.sequences.has(object),
        );
        if (gone !== undefined) throw new SqlError('42P01', `relation with OID ${gone} does not exist`);
        const snapshot = this.systemSnapshot(facts, change?.catalog ?? this.catalog);
        for (const object of inputs) {
          const relation = systemRelationByOid(object);
          if (relation) extra.set(object, batchesOf(this.memory, schemaOf(relation), relation.rows(snapshot)));
          if (this.sequences.has(object)) {
            const sequence = snapshot.catalog.relation(object);
            extra.set(object, batchesOf(this.memory, schemaOf(sequence), [this.sequences.row(object)]));
          }
          if (change?.isNew(object) && !extra.has(object)) extra.set(object, []);
        }
        const kept = inputs.filter(object => !extra.has(object));
        const snapshots = this.snapshotsFor(kept, lookups, facts, transaction);
        if (change) for (const object of kept) widenSnapshot(snapshots, object, change.wider(object));
        for (const [object, deltas] of this.transactions.view(transaction)) {
          if (!snapshots.has(object) && !change?.isNew(object)) continue;
          if (inputs.includes(object)) this.mustFit(object, transaction!);
          extra.set(
            object,
            deltas.map(delta => delta.retain()),
          );
        }
        for (const object of skipped ?? []) {
          const own = transaction === null ? null : this.transactions.of(transaction).set;
          const held = heldRows(this.memory, this.transactions.others(own), (change ?? this.objects).table(object));
          if (held) extra.set(object, [...(extra.get(object) ?? []), held]);
        }
        return new ReadView(this.memory, snapshots, extra, {
          now: facts.now,
          settings: facts.settings,
          system: (name, args) => callSystemFunction(snapshot, name, args),
        });
      } catch (error) {
        for (const batches of extra.values()) for (const batch of batches) batch.release();
        throw error;
      }
    });
  }

  /** As of now, or in a transaction that has a snapshot as of its first read. */
  private snapshotsFor(
    objects: readonly ObjectId[],
    lookups: ViewRequest['lookups'],
    {settings}: SessionFacts,
    transaction: number | null,
  ): Map<ObjectId, Snapshot> {
    const isolation = settings.get('transaction_isolation');
    if (transaction === null || (isolation !== 'repeatable read' && isolation !== 'serializable')) {
      return this.circuit.snapshots(objects, lookups);
    }
    const own = this.transactions.of(transaction);
    const {snapshots} = own.snapshot(() => this.freeze());
    if (isolation === 'serializable') own.noteReads(objects.flatMap(object => this.circuit.tablesUnder(object)));
    // What has been made since is seen as it is.
    const later = this.circuit.snapshots(objects.filter(object => !snapshots.has(object)));
    for (const object of objects) {
      const snapshot = snapshots.get(object);
      if (snapshot) later.set(object, retainSnapshot(snapshot));
    }
    return later;
  }

  private freeze(): Frozen {
    return {tick: this.lastTick, snapshots: this.circuit.allSnapshots()};
  }

  /** Rows of the transaction's own were made for the table as it is. Errors: 40001. */
  private mustFit(table: ObjectId, transaction: number): void {
    const {set, change} = this.transactions.of(transaction);
    if ((change ?? this.objects).table(table).generation === set.generationOf(table)) return;
    throw new SqlError('40001', 'could not serialize access due to concurrent update');
  }

  private *lockStatuses(sessions: readonly SessionStatus[] = []): Iterable<LockStatus> {
    yield* this.transactions.lockStatuses();
    yield* this.writes.waitStatuses();
    for (const {locks} of sessions) yield* locks;
  }

  private systemSnapshot(facts: SessionFacts, catalog: Catalog): SystemSnapshot {
    let settings: readonly SettingFact[] | null = null;
    return {
      catalog,
      status: {...this.objects.status(facts.sessions), locks: () => this.lockStatuses(facts.sessions)},
      session: {
        user: facts.user,
        role: facts.role,
        sessionUser: facts.sessionUser,
        database: facts.database,
        searchPath: facts.searchPath,
        processId: facts.processId,
        query: facts.query,
        statementNow: facts.statementNow,
        transactionId: facts.transactionId,
        client: facts.client,
        // Few ask for them, and they are many.
        get settings() {
          return (settings ??= describeSettings(facts.settings));
        },
        settingOf: name => shownSetting(facts.settings, name),
        cursors: facts.cursors,
        audit: facts.audit,
        prepared: facts.prepared,
        listening: facts.listening,
      },
      sequences: this.sequences,
      printer: {view: viewText, columnsNamed, expression: expressionText},
    };
  }

  // Catalog changes

  private async change(change: EngineChange): Promise<void> {
    // Everything that can be wrong is found before anything is written.
    const prepared = this.prepare(change);
    if (hasJavaScript(prepared.catalog)) await loadJavaScript();
    await this.store.commit({catalog: durablePart(change) ?? undefined});
    await this.whenIdle(() => this.install(prepared));
    this.wake();
  }

  private prepare(change: EngineChange): PreparedChange {
    const catalog = this.catalogWith(change, JSON.parse(change.header) as CatalogHeader);
    return new PreparedChange(change, catalog, this.objects, this.circuit);
  }

  /** Between two ticks, once it is durable. */
  private install(prepared: PreparedChange): void {
    const {catalog, change} = prepared;
    const fresh = change.puts.flatMap(({spec}) =>
      spec?.kind === 'sequence' && !this.sequences.has(spec.oid) ? [spec] : [],
    );
    this.catalog = catalog;
    publishTypes(catalog);
    this.peeks.whileClosed(() => prepared.install());
    // Whatever a transaction that came to nothing may have left under the number.
    for (const {oid, start} of fresh) this.sequences.restart(oid, {last: start, called: false});
    for (const {oid, last, called} of change.restarts) this.sequences.restart(oid, {last, called});
  }

  /** Sequences work at once, for nobody else knows of them; all else waits for the commit. */
  private async changeWithin(transaction: number, change: EngineChange | null): Promise<void> {
    const prepared = change && this.prepare(change);
    if (prepared && hasJavaScript(prepared.catalog)) await loadJavaScript();
    if (change && change.examines.length > 0) {
      this.transactions.lock(transaction, change.examines);
      // What was on its way before the lock is among what is examined.
      await this.commits.settled();
    }
    await this.whenIdle(() => {
      const own = this.transactions.of(transaction);
      for (const {spec} of change?.puts ?? []) {
        if (spec?.kind === 'sequence' && !this.sequences.has(spec.oid)) {
          this.sequences.put(spec);
          this.sequences.restart(spec.oid, {last: spec.start, called: false});
        }
        if (spec?.kind !== 'table') continue;
        own.set.conform(spec.oid, spec.schema, spec.missing, spec.generation);
      }
      const still = new Set(change?.puts.map(({oid}) => oid));
      for (const {oid, spec} of own.change?.change.puts ?? []) {
        // Back at a savepoint, a table may look as it did before.
        if (spec?.kind !== 'table' || still.has(oid) || !this.circuit.has(oid)) continue;
        const {schema, missing, generation} = this.objects.table(oid);
        own.set.conform(oid, schema, missing, generation);
      }
      own.setChange(prepared);
      publishTypes(prepared?.catalog ?? this.catalog);
    });
  }

  private rollback(transaction: number): void {
    const change = this.transactions.changeOf(transaction);
    this.transactions.drop(transaction);
    this.wake();
    if (!change) return;
    publishTypes(this.catalog);
    for (const {oid, spec} of change.change.puts) {
      if (spec?.kind === 'sequence' && this.catalog.byOid(oid) === null) this.sequences.drop(oid);
    }
  }

  private catalogWith(change: EngineChange, header: CatalogHeader): Catalog {
    const records = new Map([...this.catalog.all()].map(object => [object.oid, object]));
    for (const oid of change.deletes) records.delete(oid);
    for (const {oid, record} of change.puts) records.set(oid, decodeObject(record));
    return Catalog.restore(header, records.values());
  }

  // Checkpoints

  /** One that fails is logged; the next, in its turn, covers what this one should have. */
  private startCheckpoint(): void {
    this.checkpointDue = false;
    this.checkpointing = this.checkpoint()
      .catch(error => this.log.error(`checkpoint failed, will be tried again: ${(error as Error).message}`))
      .finally(() => (this.checkpointing = null));
  }

  /** Errors: 58030. */
  private async checkpointNow(): Promise<void> {
    // One that is under way may have captured before what the client asks for.
    while (this.checkpointing) await this.checkpointing;
    try {
      await this.whenIdle(() => {
        const done = this.checkpoint();
        this.checkpointing = done.catch(() => {}).finally(() => (this.checkpointing = null));
        return [done];
      }).then(([done]) => done);
    } catch (error) {
      throw new SqlError('58030', `checkpoint failed: ${(error as Error).message}`);
    }
  }

  /** Captures at once; the rest may take its time. Nothing is lost if it fails: the last one and the log stand. */
  private async checkpoint(): Promise<void> {
    const tick = this.lastTick as Tick;
    const persist = this.checkpoints.capture(
      {
        tick,
        sequence: this.lastSequence,
        offsets: this.objects.offsets(),
        counters: this.objects.counters(),
      },
      this.objects.states(),
    );
    const start = performance.now();
    await persist();
    await this.objects.committed(tick);
    this.log.debug(`checkpoint of tick ${tick} in ${Math.round(performance.now() - start)} ms`);
  }

  /** Errors: why the last checkpoint could not be taken; everything is closed all the same. */
  private async shutdown(): Promise<void> {
    this.reads.closeAll();
    await this.whenIdle(() => (this.stopping = true));
    this.wake();
    await this.loopEnded;
    await this.checkpointing;
    try {
      await this.checkpoint();
    } catch (error) {
      throw new SqlError('58030', `the last checkpoint failed: ${(error as Error).message}`);
    } finally {
      this.transactions.dropAll();
      await this.sequences.close();
      this.peeks.close();
      await this.objects.close();
      await this.store.close();
    }
  }
}

/** What is read stands before what reads it: tables and sources, then views and sinks as they were made. */
function inOrder(specs: readonly ObjectSpec[]): readonly ObjectSpec[] {
  const rank = ({kind}: ObjectSpec): number => (kind === 'view' || kind === 'sink' ? 1 : 0);
  return [...specs].sort((a, b) => rank(a) - rank(b) || a.oid - b.oid);
}

/** The table's rows with the columns that the transaction has given it. */
function widenSnapshot(snapshots: Map<ObjectId, Snapshot>, object: ObjectId, table: TableSpec | null): void {
  const snapshot = table && snapshots.get(object);
  if (!snapshot) return;
  const batches = snapshot.batches.map(batch => conformBatch(batch, table.schema, table.missing));
  snapshot.release();
  const release = (): void => batches.forEach(batch => batch.release());
  snapshots.set(object, {schema: table.schema, batches, rows: snapshot.rows, release});
}

async function createCatalog(store: Store, options: EngineOptions): Promise<Catalog> {
  const catalog = Catalog.create(options.database, options.user);
  await store.commit({
    catalog: {
      puts: [...catalog.all()].map(object => ({oid: object.oid, record: encodeObject(object)})),
      deletes: [],
      header: JSON.stringify(catalog.header),
    },
  });
  return catalog;
}

function batchesOf(
  memory: Memory,
  schema: Parameters<typeof batchFromRows>[1],
  rows: readonly Parameters<typeof batchFromRows>[2][number][],
): Batch[] {
  const batches: Batch[] = [];
  for (let at = 0; at < rows.length; at += MAX_BATCH_ROWS) {
    batches.push(batchFromRows(memory, schema, rows.slice(at, at + MAX_BATCH_ROWS)));
  }
  return batches;
}
