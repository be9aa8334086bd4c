import type {SessionStatus, SystemStatus} from '../../catalog/system/status.ts';
import type {Batch} from '../../columnar/batch.ts';
import {connectorNamed} from '../../connectors/registry.ts';
import type {Arrangement} from '../../dataflow/arrangement/arrangement.ts';
import type {Circuit} from '../../dataflow/circuit.ts';
import type {Sink} from '../../dataflow/sink.ts';
import {totalWeight} from '../../dataflow/weights.ts';
import type {Memory} from '../../kernels/memory.ts';
import type {ObjectId} from '../../plan/rel.ts';
import type {ObjectSpec} from '../../session/engine.ts';
import type {TableSpec} from '../../session/table-spec.ts';
import type {CheckpointStore, ObjectState} from '../../storage/checkpoint-store.ts';
import {messageOf} from '../../types/message-of.ts';
import {notSupported, SqlError} from '../../types/sql-error.ts';
import type {Tick} from '../../types/tick.ts';
import type {Logger} from '../log.ts';
import {type Reference, referencesByTable} from './writes/references.ts';
import type {Sequences} from './sequences.ts';
import {connectorSpec} from './connector-spec.ts';
import {metricsText} from './metrics.ts';
import {objectStatus} from './object-status.ts';
import {RelationActivities} from './relation-activity.ts';
import {type SourceHost, Sources} from './sources.ts';

type DataflowSpec = Extract<ObjectSpec, {kind: 'view' | 'sink'}>;

type RunningSink = {readonly spec: Extract<ObjectSpec, {kind: 'sink'}>; readonly sink: Sink; rows: bigint};

/** What objects need of the engine around them. */
type ObjectsHost = Omit<SourceHost, 'table'> & {readonly sequences: Sequences};

/** Everything that runs for the catalog's objects: circuit objects, sources, sinks. */
export class Objects {
  readonly activity = new RelationActivities();
  private readonly memory: Memory;
  private readonly circuit: Circuit;
  private readonly checkpoints: CheckpointStore;
  private readonly sequences: Sequences;
  private readonly log: Logger;
  private readonly wake: () => void;
  readonly sources: Sources;
  private readonly all = new Map<ObjectId, ObjectSpec>();
  private readonly sinks = new Map<ObjectId, RunningSink>();
  /** By referenced table; null: to be looked for. */
  private references: ReadonlyMap<ObjectId, readonly Reference[]> | null = null;
  private readonly hydrating = new Set<ObjectId>();
  private populatedWaiters: {readonly oids: readonly ObjectId[]; readonly resolve: () => void}[] = [];
  /** Sinks that the tick under way has written to. */
  private readonly written = new Set<RunningSink>();

  constructor(host: ObjectsHost) {
    const {memory, circuit, checkpoints, sequences, log, wake} = host;
    this.memory = memory;
    this.circuit = circuit;
    this.checkpoints = checkpoints;
    this.sequences = sequences;
    this.log = log;
    this.wake = wake;
    this.sources = new Sources({...host, table: oid => this.table(oid)});
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

  isTable(oid: ObjectId): boolean {
    return this.all.get(oid)?.kind === 'table';
  }

  /** Foreign keys of tables that reference this one. */
  referencesTo(oid: ObjectId): readonly Reference[] {
    return this.allReferences().get(oid) ?? [];
  }

  /** By referenced table; another map once a table has become another. */
  allReferences(): ReadonlyMap<ObjectId, readonly Reference[]> {
    return (this.references ??= referencesByTable(this.all.values()));
  }

  // Coming and going

  /** Puts an object of a restart back, with its state from the checkpoint if that has any. */
  async restore(spec: ObjectSpec): Promise<void> {
    const segments = this.checkpoints.has(spec.oid) ? await this.checkpoints.restore(spec.oid) : undefined;
    this.install(spec, segments && ofThisFill(spec, segments))();
  }

  /** Validates a new object; the result puts it in force, between two ticks. Errors: SqlError of the connector. */
  prepare(spec: ObjectSpec): () => void {
    return this.install(spec, undefined);
  }

  /** What runs for the view is to run by another plan. */
  isRefilledBy(spec: ObjectSpec): boolean {
    const running = this.all.get(spec.oid);
    return running?.kind === 'view' && spec.kind === 'view' && running.refills !== spec.refills;
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

  private install(spec: ObjectSpec, segments: Segments | undefined): () => void {
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
        const source = this.sources.create(spec);
        return () => {
          this.all.set(spec.oid, spec);
          this.circuit.addStream(spec.oid, spec.schema, {monotonic: source.monotonic});
          this.sources.add(spec, source);
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
        const sink = connector.createSink?.(connectorSpec(this.memory, spec.name, schema, spec.definition));
        if (!sink) throw notSupported(`a sink to ${connector.name}`);
        return () => {
          this.all.set(spec.oid, spec);
          const running = {spec, sink, rows: 0n};
          this.sinks.set(spec.oid, running);
          this.installDataflow(spec, segments, running);
        };
      }
    }
  }

  private installDataflow(spec: DataflowSpec, segments: Segments | undefined, sink: RunningSink | undefined): void {
    const dataflow = this.circuit.install(spec.oid, spec.plan, {
      name: spec.name,
      output: spec.kind === 'view' ? 'materialize' : 'sink',
      onError: spec.kind === 'view' ? spec.onError : 'quarantine',
      onDelta: sink && ((tick, delta) => this.writeSink(sink, tick, delta)),
      restore: segments,
    });
    if (dataflow.state !== 'live') {
      this.hydrating.add(spec.oid);
      for (const input of spec.plan.inputs) void this.sources.provideHistory(spec.oid, input);
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
      this.sources.drop(spec.oid).catch(error => this.log.warn(`closing source ${spec.name}: ${messageOf(error)}`));
      const sink = this.sinks.get(spec.oid);
      this.sinks.delete(spec.oid);
      sink?.sink.close().catch(error => this.log.warn(`closing sink ${spec.name}: ${messageOf(error)}`));
    }
    this.updateDemand();
    this.resolvePopulated();
  }

  async close(): Promise<void> {
    await this.sources.close();
    await Promise.all([...this.sinks.values()].map(({sink}) => sink.close()));
    this.circuit.close();
  }

  startAll(): void {
    this.sources.startAll();
    this.updateDemand();
  }

  private updateDemand(): void {
    this.sources.updateDemand(
      [...this.all.values()].flatMap(spec => (spec.kind === 'view' || spec.kind === 'sink' ? [spec.plan] : [])),
    );
  }

  // Hydration

  /** A slice of the views that are being filled; false when none needs one. */
  hydrate(budgetMs: number): boolean {
    let more = false;
    for (const oid of this.hydrating) {
      const dataflow = this.circuit.dataflow(oid);
      const before = dataflow?.state;
      const progress = dataflow ? dataflow.work(budgetMs) : 'done';
      if (before === 'waiting' && dataflow?.state === 'hydrating') {
        for (const input of dataflow.plan.inputs) void this.sources.provideHistory(oid, input);
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
      .map(spec => ({object: spec.oid, structures: this.circuit.state(spec.oid).map(part => named(spec, part))}))
      .filter(({structures}) => structures.length > 0);
  }

  status(sessions: readonly SessionStatus[] = []): Omit<SystemStatus, 'locks'> {
    const {circuit, all, sources, sinks, hydrating} = this;
    return {
      ...objectStatus({circuit, all, sources, sinks, hydrating}),
      checkpoints: () => this.activity.checkpoints,
      activity: () => this.activity.tell(oid => all.has(oid)),
      sessions: () => sessions,
    };
  }

  metrics(tick: number, memory: ReturnType<Memory['stats']>, peeks: number): string {
    const name = (oid: ObjectId): string => this.all.get(oid)?.name ?? String(oid);
    return metricsText(this.status(), name, tick, memory, peeks);
  }
}

type Structure = ObjectState['structures'][number];
type Segments = Awaited<ReturnType<CheckpointStore['restore']>>;

/** A checkpoint tells the state that a view has computed by its plan from what it had computed by those before. */
function fillOf(spec: ObjectSpec): string {
  return spec.kind === 'view' && spec.refills ? `fill ${spec.refills}: ` : '';
}

function named(spec: ObjectSpec, part: Structure): Structure {
  return {...part, id: fillOf(spec) + part.id};
}

/** undefined: the checkpoint was taken before the view got its plan. */
function ofThisFill(spec: ObjectSpec, segments: Segments): Segments | undefined {
  const fill = fillOf(spec);
  const ids = [...segments.keys()];
  if (ids.some(id => !id.startsWith(fill) || (fill === '' && /^fill \d+: /.test(id)))) return undefined;
  return new Map([...segments].map(([id, list]) => [id.slice(fill.length), list]));
}

function rowsOf(arrangement: Arrangement): bigint {
  const snapshot = arrangement.snapshot();
  const rows = snapshot.batches.reduce((sum, batch) => sum + totalWeight(batch), 0n);
  snapshot.release();
  return rows;
}
