import type {Batch} from '../columnar/batch.ts';
import type {Tick} from '../types/tick.ts';
import type {CircuitObject} from './circuit-object.ts';
import type {Dataflow} from './dataflow.ts';

type TickInput = {readonly object: CircuitObject; readonly deltas: readonly Batch[]};

export type TickHost = {
  readonly enter: (object: CircuitObject, delta: Batch) => void;
  /** A part of what the end would take long for; nothing that is read changes by it. */
  readonly prepareEnd: (ran: readonly Dataflow[], deadline: number) => 'done' | 'more';
  readonly end: (ran: readonly Dataflow[]) => void;
};

/**
 * One tick of the circuit, in slices: all input enters and is pushed through the operators; then the dataflows that it
 * reached are flushed in topological order, each after all that it reads; then the state after the tick becomes the state
 * before the next. A tick costs nothing for dataflows that it does not reach.
 */
export class TickRun {
  private readonly tick: Tick;
  private readonly host: TickHost;
  private readonly input: {readonly object: CircuitObject; readonly delta: Batch}[];
  private entered = 0;
  /** Dataflows with input, by sequence; those before `flushed` are done. */
  private readonly active: Dataflow[] = [];
  private flushed = 0;

  /** Takes the references to the deltas. */
  constructor(tick: Tick, input: readonly TickInput[], host: TickHost) {
    this.tick = tick;
    this.host = host;
    this.input = input.flatMap(({object, deltas}) => deltas.map(delta => ({object, delta})));
  }

  /** The dataflow got input. */
  activate(dataflow: Dataflow): void {
    if (dataflow.activeTick === this.tick) return;
    dataflow.activeTick = this.tick;
    const {active} = this;
    let at = active.length;
    while (at > 0 && active[at - 1].sequence > dataflow.sequence) at--;
    active.splice(at, 0, dataflow);
  }

  step(deadline: number): 'done' | 'more' {
    for (;;) {
      // What operators left for later is bounded by doing it between chunks.
      if (this.drain(deadline) === 'more') return 'more';
      if (this.entered === this.input.length) break;
      const {object, delta} = this.input[this.entered++];
      this.host.enter(object, delta);
      delta.release();
      if (performance.now() >= deadline && this.entered < this.input.length) return 'more';
    }
    while (this.flushed < this.active.length) {
      if (this.active[this.flushed].flush(this.tick, deadline) === 'more') return 'more';
      this.flushed++;
    }
    if (this.host.prepareEnd(this.active, deadline) === 'more') return 'more';
    this.host.end(this.active);
    return 'done';
  }

  private drain(deadline: number): 'done' | 'more' {
    for (const dataflow of this.active) if (dataflow.drain(deadline) === 'more') return 'more';
    return 'done';
  }
}
