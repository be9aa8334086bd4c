import type {Batch} from '../columnar/batch.ts';
import {OutOfMemory} from '../kernels/memory.ts';
import type {PhysicalPlan} from '../plan/physical.ts';
import type {ObjectId} from '../plan/rel.ts';
import type {Schema} from '../types/schema.ts';
import type {SqlError} from '../types/sql-error.ts';
import {fromPlainError, toPlainError} from '../types/sql-error.ts';
import type {Tick} from '../types/tick.ts';
import type {Arrangement} from './arrangement/arrangement.ts';
import {type PlanInput, buildGraph} from './build-graph.ts';
import {isConsolidated} from './consolidated-output.ts';
import {ErrorSet} from './error-set.ts';
import {Hydration, type HydrationProgress, type HydrationSource, type StreamHistory} from './hydration.ts';
import type {OperatorContext} from './operator-context.ts';
import type {OperatorGraph} from './operator-graph.ts';
import type {OperatorClock, OperatorStats} from './operator-stats.ts';
import type {Checkpointable, Operator} from './operator.ts';
import {type DeltaKind, MaterializeOperator} from './operators/materialize.ts';
import type {Build} from './operators/registry.ts';
import {SinkOperator} from './operators/sink.ts';
import {outOfMemoryError} from './out-of-memory.ts';

export type InstallOptions = {
  /** For error messages. */
  readonly name?: string;
  /** materialize: rows are kept and can be read and built upon. Else they are only handed to `onDelta`. */
  readonly output: 'materialize' | 'sink' | 'none';
  /** The view's changes, in chunks; retain what is kept. While it hydrates: the rows it begins with. */
  readonly onDelta?: (tick: Tick, delta: Batch) => void;
  readonly onError: 'raise' | 'quarantine';
  /** State of a checkpoint by the ids of `Circuit.state`: starts live. */
  readonly restore?: RestoredState;
};

export type RestoredSegment = {readonly segment: number; readonly version: number; readonly bytes: Uint8Array};
export type RestoredState = ReadonlyMap<string, Iterable<RestoredSegment>>;
export type NamedState = {readonly id: string; readonly state: Checkpointable};

/**
 * waiting: a view that it reads is not live yet. hydrating: catching up, `work` does it. failed: an error that is not a
 * row's (out of memory); its operators are freed and reads raise the error.
 */
type DataflowState = 'waiting' | 'hydrating' | 'live' | 'failed';

/** What a dataflow needs of the circuit it is in. */
export type DataflowHost = {
  readonly clock: OperatorClock;
  readonly context: Omit<OperatorContext, 'restored'>;
  readonly sharedIndex: Build<'join'>['sharedIndex'];
  readonly tick: () => Tick;
  /** A tick is between two of its slices. */
  readonly ticking: () => boolean;
  /** Snapshot of an object's rows, or null for a stream; undefined while the object is not live. */
  readonly source: (object: ObjectId) => HydrationSource | undefined;
  /** From the next tick on, deltas of the inputs go to `accept`. */
  readonly subscribe: (dataflow: Dataflow) => void;
  /** The live dataflow has got input in this tick. */
  readonly activated: (dataflow: Dataflow) => void;
  readonly emitted: (dataflow: Dataflow, delta: Batch) => void;
  readonly heard: (dataflow: Dataflow) => boolean;
};

/** A plan kept alive: its operators, where its inputs enter, and how far it has come. */
export class Dataflow {
  readonly object: ObjectId;
  readonly name: string;
  readonly plan: PhysicalPlan;
  readonly schema: Schema;
  /** Place in the order in which a tick runs dataflows: after all that it reads. */
  readonly sequence: number;
  readonly inputs: readonly PlanInput[];
  readonly errors = new ErrorSet();
  readonly onDelta: InstallOptions['onDelta'];
  onError: 'raise' | 'quarantine';
  /** The view's rows (stale once failed); null for a sink. */
  arrangement: Arrangement | null = null;
  failure: SqlError | null = null;
  /** The last tick that reached it. */
  activeTick: Tick | null = null;
  private readonly host: DataflowHost;
  private readonly graph: OperatorGraph;
  private readonly operators: readonly Operator[];
  private current: DataflowState;
  private hydration: Hydration | null = null;
  private closed = false;

  constructor(object: ObjectId, plan: PhysicalPlan, sequence: number, options: InstallOptions, host: DataflowHost) {
    this.object = object;
    this.name = options.name ?? `object ${object}`;
    this.plan = plan;
    this.sequence = sequence;
    this.onDelta = options.onDelta;
    this.onError = options.onError;
    this.host = host;
    const root = plan.nodes[plan.root];
    this.schema = root.schema;
    const context = {...host.context, restored: options.restore !== undefined};
    const kind = {monotonic: root.props.monotonic, consolidated: isConsolidated(plan, plan.root)};
    const output = this.makeOutput(options.output, kind, context);
    const {graph, operators, inputs} = buildGraph(plan, output, {
      context,
      sharedIndex: host.sharedIndex,
      emitted: delta => host.emitted(this, delta),
      errors: (error, weight, row) => this.errors.add(error, weight, row),
      clock: host.clock,
    });
    this.graph = graph;
    this.operators = operators;
    this.inputs = inputs;
    this.current = 'waiting';
    if (options.restore) this.restore(options.restore);
    else graph.begin();
  }

  private makeOutput(output: InstallOptions['output'], kind: DeltaKind, context: OperatorContext): Operator {
    if (output !== 'materialize') return new SinkOperator(this.schema, kind, context);
    const materialize = new MaterializeOperator(this.schema, kind, () => this.host.heard(this), context);
    this.arrangement = materialize.arrangement;
    return materialize;
  }

  get state(): DataflowState {
    return this.current;
  }

  /** Bytes of all operators and of the view's rows. */
  get stateBytes(): number {
    return this.closed ? 0 : this.graph.stateBytes;
  }

  /** By operator, in the order of the plan's nodes, then the output. */
  statistics(): readonly (OperatorStats & {readonly stateBytes: number})[] {
    return this.closed ? [] : this.graph.statistics();
  }

  progress(): HydrationProgress | null {
    return this.hydration?.progress() ?? null;
  }

  /**
   * Where the rows go that a stream has had before this dataflow subscribed to it: all that earlier ticks have seen, not
   * what is fed and waits for the next one. null: not a stream, or the state is not 'hydrating'.
   */
  hydrationInput(object: ObjectId): StreamHistory | null {
    return this.hydration?.history(object) ?? null;
  }

  /**
   * Starts hydrating when all that it reads is live, and takes it further. waiting: nothing to do until a view below
   * goes live, the history of a stream goes on, or the tick under way ends. done: live (or failed).
   */
  work(budgetMs: number): 'done' | 'more' | 'waiting' {
    if (this.current === 'waiting' && !this.begin()) return 'waiting';
    if (!this.hydration) return 'done';
    try {
      const progress = this.hydration.work(performance.now() + budgetMs, this.host.tick());
      if (progress !== 'caught up') return progress;
      if (this.host.ticking()) return 'waiting';
      this.goLive();
    } catch (error) {
      this.fail(error);
    }
    return 'done';
  }

  /** Takes snapshots of its inputs and subscribes to them. */
  private begin(): boolean {
    if (this.host.ticking()) return false;
    const sources: HydrationSource[] = [];
    for (const {object} of this.inputs) {
      const source = this.host.source(object);
      if (source === undefined) {
        for (const other of sources) other.snapshot?.release();
        return false;
      }
      sources.push(source);
    }
    this.hydration = new Hydration(this.graph, this.inputs, sources, () => this.arrangement?.endTick());
    this.current = 'hydrating';
    this.host.subscribe(this);
    return true;
  }

  private goLive(): void {
    this.hydration!.close();
    this.hydration = null;
    for (const operator of this.operators) operator.goLive?.();
    this.current = 'live';
  }

  /** A delta of the object at `inputs[index]`. */
  accept(index: number, delta: Batch): void {
    if (this.current === 'hydrating') {
      this.hydration!.retain(this.inputs[index].node, delta);
      return;
    }
    if (this.current !== 'live') return;
    this.host.activated(this);
    try {
      this.graph.push(this.inputs[index].node, delta);
    } catch (error) {
      this.fail(error);
    }
  }

  /** What `accept` left for later, before more input comes. */
  drain(deadline: number): 'done' | 'more' {
    return this.guarded(() => this.graph.drain(deadline));
  }

  /** All input of the tick is in. */
  flush(tick: Tick, deadline: number): 'done' | 'more' {
    return this.guarded(() => this.graph.flush(tick, deadline));
  }

  private guarded(run: () => 'done' | 'more'): 'done' | 'more' {
    if (this.current !== 'live') return 'done';
    try {
      return run();
    } catch (error) {
      this.fail(error);
      return 'done';
    }
  }

  /** Frees all but the view's rows: joins of views above may be reading their index. */
  private fail(error: unknown): void {
    this.failure = asSqlError(error);
    this.current = 'failed';
    this.hydration?.close();
    this.hydration = null;
    this.graph.closeAllButOutput();
    this.errors.clear();
  }

  /** Empty unless live: a dataflow that is still hydrating starts anew after a restart. */
  checkpoint(): readonly NamedState[] {
    return this.current === 'live' ? this.structures() : [];
  }

  private structures(): readonly NamedState[] {
    const named: NamedState[] = this.operators.flatMap((operator, i) =>
      operator.state.map((state, k) => ({id: `operator ${i}.${k}`, state})),
    );
    named.push({id: 'errors', state: this.errors});
    return named;
  }

  private restore(segments: RestoredState): void {
    for (const {id, state} of this.structures()) {
      state.restore(segments.get(id) ?? []);
    }
    this.current = 'live';
    this.host.subscribe(this);
  }

  /** Frees everything. */
  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.hydration?.close();
    this.hydration = null;
    this.graph.close();
    this.errors.clear();
    this.arrangement = null;
  }
}

function asSqlError(error: unknown): SqlError {
  if (error instanceof OutOfMemory) return outOfMemoryError(error);
  return fromPlainError(toPlainError(error));
}
