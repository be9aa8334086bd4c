import type {Batch} from '../columnar/batch.ts';
import type {SqlError} from '../types/sql-error.ts';
import type {Tick} from '../types/tick.ts';
import type {Operator, Output} from './operator.ts';
import {type OperatorClock, type OperatorStats, operatorStats} from './operator-stats.ts';

/** Takes the error rows of a graph. */
export type ErrorOutput = (error: SqlError, weight: bigint, row?: string) => void;

/**
 * Operators wired in topological order, but for loops, which are gone round until their head has nothing more to give: one
 * dataflow or one read. Chunks are pushed straight through from operator to
 * operator; in `flush` each operator that got something is told, in order, that the inputs of the tick are complete.
 */
export class OperatorGraph {
  private readonly nodes: readonly GraphNode[];
  private cursor = 0;
  private dirty = false;
  /** So many operators, the first ones, are closed. */
  private closed = 0;

  /**
   * `output` gets what the last operator emits and keeps no reference. `stopsAtError`: what comes before a row that fails is
   * given out before its error is told.
   */
  constructor(
    operators: readonly WiredOperator[],
    output: (delta: Batch) => void,
    errors: ErrorOutput,
    clock: OperatorClock,
    stopsAtError = false,
  ) {
    const nodes = operators.map(({operator}, i) => {
      const told: ErrorOutput = (error, weight, row) => {
        if (stopsAtError) this.passOn(i + 1);
        errors(error, weight, row);
      };
      return new GraphNode(operator, i, told, clock);
    });
    nodes.at(-1)!.output = output;
    operators.forEach(({inputs}, i) => {
      inputs.forEach((input, port) => {
        nodes[input].consumers.push({node: nodes[i], port});
        if (input > i) nodes[input].loopHead = i;
      });
    });
    this.nodes = nodes;
  }

  /** Rows arrived and have not been flushed. */
  get pending(): boolean {
    return this.dirty;
  }

  get stateBytes(): number {
    let bytes = 0;
    for (const {operator} of this.nodes.slice(this.closed)) bytes += operator.stateBytes;
    return bytes;
  }

  /** Marks every operator as one that must be flushed: the first tick of a graph, when constants come out. */
  begin(): void {
    for (const node of this.nodes) node.dirty = true;
    this.dirty = true;
  }

  /** A chunk for the operator at `index`, on port 0; the caller keeps its reference. */
  push(index: number, delta: Batch): void {
    if (delta.selected === 0) return;
    this.dirty = true;
    this.nodes[index].accept(0, delta);
  }

  /** Gives out the rows that wait in operators for others to come. */
  passOn(from = 0): void {
    for (const node of this.nodes.slice(from)) node.operator.passOn?.(node);
  }

  /** Lets operators that queue up work do it before more input comes. 'more': call again. */
  drain(deadline: number): 'done' | 'more' {
    for (const node of this.nodes) {
      while (node.drain() === 'more') if (performance.now() >= deadline) return 'more';
    }
    return 'done';
  }

  /** The inputs of the tick are complete. 'more': call again, nothing may be pushed in between. */
  flush(tick: Tick, deadline: number): 'done' | 'more' {
    if (!this.dirty) return 'done';
    for (; this.cursor < this.nodes.length; this.cursor++) {
      const node = this.nodes[this.cursor];
      if (node.dirty) {
        while (node.flush(tick) === 'more') if (performance.now() >= deadline) return 'more';
        node.dirty = false;
      }
      if (node.loopHead !== null && this.goRound(node.loopHead) && performance.now() >= deadline) return 'more';
    }
    this.cursor = 0;
    this.dirty = false;
    return 'done';
  }

  /** Back to the head of a loop if it has not given out everything; `cursor` is then just before it. */
  private goRound(head: number): boolean {
    const node = this.nodes[head];
    if (!node.dirty && !node.operator.unfinished) return false;
    node.dirty = true;
    this.cursor = head - 1;
    return true;
  }

  statistics(): readonly (OperatorStats & {readonly stateBytes: number})[] {
    return this.nodes.map(({stats, operator}, i) => ({
      ...stats,
      stateBytes: i < this.closed ? 0 : operator.stateBytes,
    }));
  }

  /** Leaves the last operator as it is; nothing may be pushed any more. */
  closeAllButOutput(): void {
    for (const {operator} of this.nodes.slice(this.closed, -1)) operator.close();
    this.closed = this.nodes.length - 1;
  }

  close(): void {
    for (const {operator} of this.nodes.slice(this.closed)) operator.close();
    this.closed = this.nodes.length;
  }
}

export type WiredOperator = {readonly operator: Operator; readonly inputs: readonly number[]};

class GraphNode implements Output {
  readonly operator: Operator;
  readonly stats: OperatorStats;
  readonly consumers: {readonly node: GraphNode; readonly port: number}[] = [];
  dirty = false;
  output: ((delta: Batch) => void) | null = null;
  /** The last node of a loop: the index of the first. */
  loopHead: number | null = null;
  private readonly errors: ErrorOutput;
  private readonly clock: OperatorClock;

  constructor(operator: Operator, index: number, errors: ErrorOutput, clock: OperatorClock) {
    this.operator = operator;
    this.stats = operatorStats(operator.name, index);
    this.errors = errors;
    this.clock = clock;
  }

  accept(port: number, delta: Batch): void {
    this.dirty = true;
    this.stats.rowsIn += delta.selected;
    this.stats.batchesIn++;
    this.clock.enter(this.stats);
    try {
      this.operator.push(port, delta, this);
    } finally {
      this.clock.leave();
    }
  }

  flush(tick: Tick): 'done' | 'more' {
    this.clock.enter(this.stats);
    try {
      return this.operator.flush(tick, this);
    } finally {
      this.clock.leave();
    }
  }

  drain(): 'done' | 'more' {
    if (!this.dirty || !this.operator.drain) return 'done';
    this.clock.enter(this.stats);
    try {
      return this.operator.drain(this);
    } finally {
      this.clock.leave();
    }
  }

  emit(delta: Batch): void {
    try {
      if (delta.selected === 0) return;
      this.stats.rowsOut += delta.selected;
      for (const {node, port} of this.consumers) node.accept(port, delta);
      this.output?.(delta);
    } finally {
      delta.release();
    }
  }

  emitError(error: SqlError, weight: bigint, row?: string): void {
    this.errors(error, weight, row);
  }
}
