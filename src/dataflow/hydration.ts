import type {Batch} from '../columnar/batch.ts';
import type {ObjectId} from '../plan/rel.ts';
import type {Tick} from '../types/tick.ts';
import type {Snapshot} from './arrangement/arrangement.ts';
import type {PlanInput} from './build-graph.ts';
import type {OperatorGraph} from './operator-graph.ts';

/** A stream has no snapshot: its history is pushed from outside. */
export type HydrationSource = {readonly snapshot: Snapshot | null};

export type HydrationProgress = {
  /** Rows pushed so far, of snapshots, histories and retained deltas. */
  readonly rows: number;
  /** Rows of the snapshots; those of a stream's history are not known before. */
  readonly snapshotRows: number;
  /** Rows of deltas that came meanwhile and wait. */
  readonly retainedRows: number;
};

/** Where the rows go that a stream has had before. */
export interface StreamHistory {
  /** The caller keeps its reference. */
  push(delta: Batch): void;
  /** Rows pushed and not taken in yet: the caller should pause beyond some. */
  readonly waitingRows: number;
  complete(): void;
}

/** Rows between two flushes: bounds what operators hold back, and keeps the number of intermediate results small. */
const STEP_ROWS = 1 << 20;
/** In catching up, ticks are taken together up to this many rows. */
const CATCH_UP_ROWS = 1 << 16;

/**
 * The first fill of a dataflow's operators while the rest of the circuit goes on ticking: first what its inputs held when
 * it subscribed, then, in order, the deltas they have had since, which are retained meanwhile.
 */
export class Hydration {
  private readonly graph: OperatorGraph;
  private readonly stepped: () => void;
  private readonly snapshots: {readonly node: number; readonly snapshot: Snapshot; next: number}[] = [];
  private readonly histories: History[] = [];
  private retained: {readonly node: number; readonly delta: Batch}[] = [];
  private retainedRows = 0;
  private rows = 0;
  private snapshotRows = 0;
  private stepRows = 0;
  private flushing = false;
  private filled = false;

  /** `sources` are by input; their snapshots are released here. `stepped` is called after each flush. */
  constructor(
    graph: OperatorGraph,
    inputs: readonly PlanInput[],
    sources: readonly HydrationSource[],
    stepped: () => void,
  ) {
    this.graph = graph;
    this.stepped = stepped;
    inputs.forEach(({object, node}, i) => {
      const {snapshot} = sources[i];
      if (snapshot) {
        this.snapshots.push({node, snapshot, next: 0});
        this.snapshotRows += snapshot.rows;
        return;
      }
      const history = this.histories.find(other => other.object === object);
      if (history) history.nodes.push(node);
      else this.histories.push(new History(object, node));
    });
  }

  progress(): HydrationProgress {
    return {rows: this.rows, snapshotRows: this.snapshotRows, retainedRows: this.retainedRows};
  }

  history(object: ObjectId): StreamHistory | null {
    return this.histories.find(history => history.object === object) ?? null;
  }

  /** A delta that an input has while the graph is not there yet. */
  retain(node: number, delta: Batch): void {
    this.retained.push({node, delta: delta.retain()});
    this.retainedRows += delta.selected;
  }

  work(deadline: number, tick: Tick): 'more' | 'waiting' | 'caught up' {
    do {
      if (this.flushing) {
        if (this.graph.flush(tick, deadline) === 'more') return 'more';
        this.flushing = false;
        this.stepRows = 0;
        this.stepped();
      }
      if (this.graph.drain(deadline) === 'more') return 'more';
      const step = this.filled ? this.catchUp() : this.fill();
      if (step !== 'more') return step;
    } while (performance.now() < deadline);
    return 'more';
  }

  /** One chunk of what the inputs held at first. */
  private fill(): 'more' | 'waiting' {
    if (this.stepRows >= STEP_ROWS) {
      this.flushing = true;
      return 'more';
    }
    const snapshot = this.snapshots.find(({snapshot: {batches}, next}) => next < batches.length);
    if (snapshot) {
      this.push(snapshot.node, snapshot.snapshot.batches[snapshot.next++]);
      return 'more';
    }
    const history = this.histories.find(({waitingRows}) => waitingRows > 0);
    if (history) {
      const delta = history.take();
      for (const node of history.nodes) this.push(node, delta);
      delta.release();
      return 'more';
    }
    if (this.histories.some(({completed}) => !completed)) return 'waiting';
    for (const {snapshot: done} of this.snapshots) done.release();
    this.snapshots.length = 0;
    this.filled = true;
    this.flushing = true;
    return 'more';
  }

  private catchUp(): 'more' | 'caught up' {
    if (this.retained.length === 0) return 'caught up';
    const step = this.retained;
    this.retained = [];
    let rows = 0;
    let taken = 0;
    for (; taken < step.length && rows < CATCH_UP_ROWS; taken++) {
      const {node, delta} = step[taken];
      rows += delta.selected;
      this.retainedRows -= delta.selected;
      this.push(node, delta);
      delta.release();
    }
    this.retained = [...step.slice(taken), ...this.retained];
    this.flushing = true;
    return 'more';
  }

  private push(node: number, delta: Batch): void {
    this.rows += delta.selected;
    this.stepRows += delta.selected;
    this.graph.push(node, delta);
  }

  close(): void {
    for (const {snapshot} of this.snapshots) snapshot.release();
    this.snapshots.length = 0;
    for (const history of this.histories) history.close();
    for (const {delta} of this.retained) delta.release();
    this.retained = [];
  }
}

class History implements StreamHistory {
  readonly object: ObjectId;
  readonly nodes: number[];
  completed = false;
  waitingRows = 0;
  private waiting: Batch[] = [];

  constructor(object: ObjectId, node: number) {
    this.object = object;
    this.nodes = [node];
  }

  push(delta: Batch): void {
    if (delta.selected === 0) return;
    this.waiting.push(delta.retain());
    this.waitingRows += delta.selected;
  }

  complete(): void {
    this.completed = true;
  }

  take(): Batch {
    const delta = this.waiting.shift()!;
    this.waitingRows -= delta.selected;
    return delta;
  }

  close(): void {
    for (const delta of this.waiting) delta.release();
    this.waiting = [];
    this.waitingRows = 0;
  }
}
