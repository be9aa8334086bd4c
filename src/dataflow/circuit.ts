import type {Batch} from '../columnar/batch.ts';
import type {EvaluationContext} from '../expr/evaluate.ts';
import type {Memory} from '../kernels/memory.ts';
import type {KeyLookup} from '../plan/key-lookup.ts';
import type {PhysicalPlan} from '../plan/physical.ts';
import type {ObjectId} from '../plan/rel.ts';
import type {Schema} from '../types/schema.ts';
import {SqlError} from '../types/sql-error.ts';
import type {Tick} from '../types/tick.ts';
import {Arrangement, type Snapshot} from './arrangement/arrangement.ts';
import type {MissingValues} from '../columnar/widen.ts';
import {CircuitObject} from './circuit-object.ts';
import {CurrentIndex} from './current-index.ts';
import {Dataflow, type DataflowHost, type InstallOptions, type NamedState, type RestoredState} from './dataflow.ts';
import type {ErrorRow} from './error-set.ts';
import type {HydrationSource} from './hydration.ts';
import {OperatorClock, type OperatorStats} from './operator-stats.ts';
import {QueryRun, type QueryOptions} from './query-run.ts';
import {TickRun, type TickHost} from './tick-run.ts';
import {unreadable} from './view-errors.ts';

/** The state of a table or view in a checkpoint: 'rows' of a table, the structures of a view's operators. */
const TABLE_ROWS = 'rows';

const NOTHING = {dataflow: null, arrangement: null};

/**
 * All objects of a worker and the dataflows between them. Input is fed to tables and streams; a tick runs everything
 * that it reaches once, in topological order, so that all views move together. Nothing here waits: long work is done in
 * slices, between which the caller may do other things but read (see `ticking`).
 */
export class Circuit {
  private readonly memory: Memory;
  private readonly objects = new Map<ObjectId, CircuitObject>();
  private readonly clock = new OperatorClock();
  private readonly environment: EvaluationContext;
  private readonly host: DataflowHost;
  private readonly ticks: TickHost;
  /** Objects with input for the next tick. */
  private fed = new Set<CircuitObject>();
  /** Tables whose rows the tick has changed. */
  private readonly touched = new Set<CircuitObject>();
  private run: TickRun | null = null;
  /** What the tick under way may change: the rows as they could be read before it; null: they could not. */
  private readonly reached = new Map<CircuitObject, Arrangement | null>();
  private lastTick = 0 as Tick;
  private nextSequence = 0;

  constructor(memory: Memory, environment: Partial<EvaluationContext> = {}) {
    this.memory = memory;
    this.environment = {now: 0n, settings: new Map(), ...environment};
    this.host = {
      clock: this.clock,
      context: {memory, environment: this.environment, mode: 'live', retractions: true},
      sharedIndex: (object, keys) => this.sharedIndex(object, keys),
      tick: () => this.lastTick,
      ticking: () => this.run !== null,
      source: object => this.source(object),
      subscribe: dataflow => this.subscribe(dataflow),
      activated: dataflow => this.run?.activate(dataflow),
      emitted: (dataflow, delta) => this.emitted(dataflow, delta),
      heard: dataflow => this.heard(dataflow),
    };
    this.ticks = {
      enter: (object, delta) => this.enter(object, delta),
      prepareEnd: (ran, deadline) => this.prepareEnd(ran, deadline),
      end: ran => this.endTick(ran),
    };
  }

  /** The last tick begun. */
  get tick(): Tick {
    return this.lastTick;
  }

  /** A tick is between two of its slices: nothing may be installed or dropped, and read only what `canRead` says. */
  get ticking(): boolean {
    return this.run !== null;
  }

  has(object: ObjectId): boolean {
    return this.objects.has(object);
  }

  ids(): Iterable<ObjectId> {
    return this.objects.keys();
  }

  schemaOf(object: ObjectId): Schema {
    return this.object(object).schema;
  }

  // Objects

  /** A table: its rows are kept, and indexed by `keys` if given. */
  addTable(
    object: ObjectId,
    schema: Schema,
    options: {
      readonly keys?: readonly number[];
      readonly restore?: RestoredState;
      /** Of columns that what is restored is too old to have. */
      readonly missing?: MissingValues;
    } = {},
  ): Arrangement {
    const rows = new Arrangement(this.memory, schema, options.keys ?? []);
    if (options.restore) rows.restore(options.restore.get(TABLE_ROWS) ?? [], options.missing);
    this.add(new CircuitObject(object, 'table', schema, {rows}));
    return rows;
  }

  /**
   * Puts other rows in the place of a table's: the same with columns added behind. Whoever reads the table goes on reading the
   * columns that were there. Takes the arrangement over.
   */
  widenTable(object: ObjectId, rows: Arrangement): void {
    this.mustBeBetweenTicks('widen');
    this.object(object).replaceRows(rows);
  }

  /** A source: its rows pass through and are not kept. */
  addStream(object: ObjectId, schema: Schema, _options: {readonly monotonic: boolean}): void {
    this.add(new CircuitObject(object, 'stream', schema, {}));
  }

  /**
   * Makes the operators of the plan, which reads objects that are there. Call `work` of the result until it is live;
   * with `restore` it is at once.
   */
  install(object: ObjectId, plan: PhysicalPlan, options: InstallOptions): Dataflow {
    this.mustBeBetweenTicks('install');
    for (const input of plan.inputs) this.object(input);
    const dataflow = new Dataflow(object, plan, this.nextSequence++, options, this.host);
    const kind = options.output === 'materialize' ? 'view' : 'sink';
    this.add(new CircuitObject(object, kind, dataflow.schema, {dataflow}));
    if (!options.restore) dataflow.work(0);
    return dataflow;
  }

  dataflow(object: ObjectId): Dataflow | null {
    return this.objects.get(object)?.dataflow ?? null;
  }

  /** Frees all that the object holds. Whatever reads it must have been dropped before. */
  drop(object: ObjectId): void {
    this.mustBeBetweenTicks('drop');
    const dropped = this.object(object);
    for (const other of this.objects.values()) {
      if (other.dataflow?.plan.inputs.includes(object)) throw new Error(`object ${other.id} reads object ${object}`);
    }
    this.objects.delete(object);
    this.fed.delete(dropped);
    if (dropped.dataflow)
      for (const {object: input} of dropped.dataflow.inputs) this.object(input).unsubscribe(dropped.dataflow);
    dropped.close();
  }

  close(): void {
    for (const object of [...this.objects.keys()].reverse()) {
      this.objects.get(object)!.close();
      this.objects.delete(object);
    }
  }

  // Ticks

  /** Input of a table or stream for the next tick; retained. */
  feed(object: ObjectId, delta: Batch): void {
    const target = this.object(object);
    if (target.kind !== 'table' && target.kind !== 'stream') throw new Error(`object ${object} takes no input`);
    if (delta.selected === 0) return;
    target.feed(delta);
    this.fed.add(target);
  }

  /** Something is fed for the next tick. */
  get pending(): boolean {
    return this.fed.size > 0;
  }

  /** Begins a tick. What is fed from here on belongs to the next one. */
  begin(tick: Tick): void {
    if (tick <= this.lastTick) throw new Error(`tick ${tick} after tick ${this.lastTick}`);
    this.lastTick = tick;
    for (const object of this.fed) this.reach(object);
    const input = [...this.fed].map(object => ({object, deltas: object.takeInput()}));
    this.fed = new Set();
    this.run = new TickRun(tick, input, this.ticks);
  }

  private reach(object: CircuitObject): void {
    if (this.reached.has(object)) return;
    this.reached.set(object, this.readable(object.id));
    for (const {dataflow} of object.readers) this.reach(this.object(dataflow.object));
  }

  /** Continues the tick, or begins it, for about `budgetMs`. */
  step(tick: Tick, budgetMs: number): 'done' | 'more' {
    if (!this.run) this.begin(tick);
    if (this.run!.step(performance.now() + budgetMs) === 'more') return 'more';
    this.run = null;
    this.reached.clear();
    return 'done';
  }

  /** Whether the tick under way may change the object. */
  isReached(object: ObjectId): boolean {
    return this.reached.has(this.object(object));
  }

  /**
   * Whether the object's rows as of the last whole tick can be read now: between ticks; within one where that does not reach it, or
   * where they are looked up by an index that is there, which tells of each row what it was before.
   */
  canRead(object: ObjectId, lookup?: KeyLookup): boolean {
    const found = this.object(object);
    if (!this.reached.has(found)) return true;
    return lookup !== undefined && this.reached.get(found)?.hasIndex(lookup.columns) === true;
  }

  /** What now() is for deltas of the ticks from here on. */
  setNow(micros: bigint): void {
    this.environment.now = micros;
  }

  // Reads

  /**
   * A read at the last tick. An object of the plan that the circuit does not keep rows of (a stream, a system relation)
   * has those of `extraInput` alone. Errors: those of rows, of the views that it reads, and of the plan's LIMIT.
   */
  query(plan: PhysicalPlan, options: QueryOptions = {}): QueryRun {
    const given = plan.inputs.filter(
      object => options.extraInput?.has(object) && !this.objects.get(object)?.arrangement,
    );
    const snapshots = this.snapshots(plan.inputs.filter(object => !given.includes(object)));
    return new QueryRun(this.memory, plan, snapshots, options);
  }

  /**
   * The objects as of the last tick, of those in `lookups` perhaps only the rows looked for; the caller releases the snapshots.
   * Errors: those of the views among them.
   */
  snapshots(
    objects: readonly ObjectId[],
    lookups: ReadonlyMap<ObjectId, KeyLookup> = new Map(),
  ): Map<ObjectId, Snapshot> {
    const refused = objects.find(object => !this.canRead(object, lookups.get(object)));
    if (refused !== undefined) throw new Error(`object ${refused} read within a tick`);
    for (const object of objects) if (!this.isReached(object)) this.mustBeReadable(object);
    return new Map(
      objects.map(object => {
        const found = this.object(object);
        const arrangement = found.arrangement!;
        const lookup = lookups.get(object);
        const keys = lookup ? [lookup.values, ...(lookup.more ?? [])] : [];
        if (this.reached.has(found)) return [object, arrangement.lookUpBefore(lookup!.columns, keys)];
        return [object, (lookup && arrangement.lookUp(lookup.columns, keys)) ?? arrangement.snapshot()];
      }),
    );
  }

  /** All that can be read, as of the last tick; the caller releases the snapshots. */
  allSnapshots(): Map<ObjectId, Snapshot> {
    this.mustBeBetweenTicks('read');
    const snapshots = new Map<ObjectId, Snapshot>();
    for (const {id, arrangement, isLive} of this.objects.values()) {
      if (arrangement && isLive) snapshots.set(id, arrangement.snapshot());
    }
    return snapshots;
  }

  /** The tables that an object's rows are made from: itself, or those beneath a view. */
  tablesUnder(object: ObjectId): ObjectId[] {
    const {dataflow, kind} = this.object(object);
    if (dataflow) return dataflow.plan.inputs.flatMap(input => this.tablesUnder(input));
    return kind === 'table' ? [object] : [];
  }

  /** Rows of a table or view as of the last tick; null when none are kept. */
  arrangement(object: ObjectId): Arrangement | null {
    return this.object(object).arrangement;
  }

  /** Raises what a read of the object must raise: its error rows or failure, and those of the views it is made from. */
  mustBeReadable(object: ObjectId): void {
    const {dataflow, kind, arrangement} = this.object(object);
    if (dataflow) {
      const error = unreadable(dataflow);
      if (error) throw error;
      for (const input of dataflow.plan.inputs) {
        if (this.object(input).dataflow) this.mustBeReadable(input);
      }
    }
    if (!arrangement) throw new SqlError('0A000', `reading a ${kind} directly is not supported yet`);
  }

  /** The rows of an object that can be read now; null where it is gone, not filled, or a read of it would raise an error. */
  readable(object: ObjectId): Arrangement | null {
    const {dataflow, arrangement} = this.objects.get(object) ?? NOTHING;
    if (!dataflow || !arrangement) return arrangement;
    if (dataflow.failure || dataflow.state !== 'live') return null;
    if (dataflow.onError !== 'quarantine' && dataflow.errors.size > 0) return null;
    const below = dataflow.plan.inputs.every(input => !this.object(input).dataflow || this.readable(input));
    return below ? arrangement : null;
  }

  /** Error rows of a view that stand now. */
  errors(object: ObjectId): readonly ErrorRow[] {
    const {dataflow} = this.object(object);
    if (!dataflow) return [];
    if (dataflow.failure) return [{error: dataflow.failure, weight: 1n, row: null}];
    return [...dataflow.errors.rows()];
  }

  /** By operator of the view's or sink's plan. */
  statistics(object: ObjectId): readonly (OperatorStats & {readonly stateBytes: number})[] {
    return this.object(object).dataflow?.statistics() ?? [];
  }

  /** Bytes that the object holds in linear memory. */
  stateBytes(object: ObjectId): number {
    const {dataflow, arrangement} = this.object(object);
    return dataflow ? dataflow.stateBytes : (arrangement?.bytes ?? 0);
  }

  /** Rows of a table or view, those that are the same counted once. */
  rowsOf(object: ObjectId): number {
    const {dataflow, arrangement} = this.object(object);
    return (dataflow ? dataflow.arrangement : arrangement)?.rows ?? 0;
  }

  /**
   * What a checkpoint must carry of the object, under ids that a restart finds again. Empty for what starts anew after a
   * restart: a dataflow that is not live, or that reads one.
   */
  state(object: ObjectId): readonly NamedState[] {
    const {kind, dataflow, arrangement} = this.object(object);
    if (kind === 'table') return [{id: TABLE_ROWS, state: arrangement!}];
    return dataflow && this.isLiveToTheGround(dataflow) ? dataflow.checkpoint() : [];
  }

  private isLiveToTheGround({state, plan}: Dataflow): boolean {
    if (state !== 'live') return false;
    return plan.inputs.every(input => {
      const below = this.object(input).dataflow;
      return below === null || this.isLiveToTheGround(below);
    });
  }

  // What dataflows and ticks ask for

  /** Errors: 42P01 for what has been dropped while a statement was on its way to it. */
  private object(object: ObjectId): CircuitObject {
    const found = this.objects.get(object);
    if (!found) throw new SqlError('42P01', `relation with OID ${object} does not exist`);
    return found;
  }

  private add(object: CircuitObject): void {
    if (this.objects.has(object.id)) {
      object.close();
      throw new Error(`the circuit has an object ${object.id} already`);
    }
    this.objects.set(object.id, object);
  }

  private mustBeBetweenTicks(what: string): void {
    if (this.run) throw new Error(`${what} within a tick`);
  }

  private sharedIndex(object: ObjectId, keys: readonly number[]) {
    const {kind} = this.object(object);
    if (kind !== 'table' && kind !== 'view') return null;
    return () => new CurrentIndex(this.object(object), keys);
  }

  private source(object: ObjectId): HydrationSource | undefined {
    const source = this.object(object);
    if (!source.isLive) return undefined;
    return {snapshot: source.arrangement?.snapshot() ?? null};
  }

  private subscribe(dataflow: Dataflow): void {
    dataflow.inputs.forEach(({object}, input) => this.object(object).readers.push({dataflow, input}));
  }

  /** A delta of a table or stream begins its way. */
  private enter(object: CircuitObject, delta: Batch): void {
    if (object.arrangement) {
      object.arrangement.append(delta);
      this.touched.add(object);
    }
    this.publish(object, delta);
  }

  private publish(object: CircuitObject, delta: Batch): void {
    for (const {dataflow, input} of object.readers) dataflow.accept(input, delta);
  }

  private emitted(dataflow: Dataflow, delta: Batch): void {
    dataflow.onDelta?.(this.lastTick, delta);
    // A hydrating dataflow has no readers.
    if (dataflow.state !== 'live') return;
    this.publish(this.object(dataflow.object), delta);
  }

  private heard(dataflow: Dataflow): boolean {
    if (dataflow.onDelta) return true;
    return (this.objects.get(dataflow.object)?.readers.length ?? 0) > 0;
  }

  private prepareEnd(ran: readonly Dataflow[], deadline: number): 'done' | 'more' {
    for (const {arrangement} of [...this.touched, ...ran]) {
      while (arrangement?.prepareEnd() === 'more') if (performance.now() >= deadline) return 'more';
    }
    return 'done';
  }

  private endTick(ran: readonly Dataflow[]): void {
    for (const object of this.touched) object.arrangement!.endTick();
    this.touched.clear();
    for (const dataflow of ran) dataflow.arrangement?.endTick();
  }
}
