import {Batch} from '../../columnar/batch.ts';
import {takeVector} from '../../columnar/take.ts';
import {filterBatch} from '../../columnar/batch-rows.ts';
import {releaseVector} from '../../columnar/vector-references.ts';
import type {Memory} from '../../kernels/memory.ts';
import type {Schema} from '../../types/schema.ts';
import type {Tick} from '../../types/tick.ts';
import type {Pairs, Side} from '../arrangement/reader.ts';
import {Coalescer} from '../coalescer.ts';
import type {CompiledExpr} from '../expressions.ts';
import type {OperatorContext} from '../operator-context.ts';
import type {Checkpointable, Operator, Output} from '../operator.ts';
import {emitRowErrors, fromFirstError, withoutRows} from '../row-errors.ts';
import {type JoinInput, JoinSide} from './join-side.ts';

const LEFT = 0;
const RIGHT = 1;
/** Chunks of pairs that one push emits before it leaves the rest to `drain`. */
const CHUNKS_AT_ONCE = 16;

type InnerJoinOptions = {
  readonly left: JoinInput;
  readonly right: JoinInput;
  /** Per key: NULL matches NULL. */
  readonly nullSafe: readonly boolean[];
  /** Over left ++ right. */
  readonly residual: CompiledExpr | null;
};

/**
 * O = L ⋈ R on equal keys. Δ(L ⋈ R) = ΔL ⋈ R + L ⋈ ΔR + ΔL ⋈ ΔR, computed so:
 *
 * - both sides owned: chunk after chunk, each against all that the other side holds so far (then it joins its own side),
 *   which needs no buffering;
 * - a shared side, say R, is not ours to step: ΔL ⋈ z⁻¹R at once, L ⋈ ΔR when the inputs of the tick are complete.
 *
 * A read (mode `once`) has no later tick: it holds its input back and indexes the smaller side only.
 * State: L and R, by key. A chunk with many matches is worked off in slices. Rows for which `residual` fails are error rows.
 */
export class InnerJoinOperator implements Operator {
  readonly name = 'hash join';
  readonly schema: Schema;
  private readonly memory: Memory;
  private readonly context: OperatorContext;
  private readonly sides: readonly [JoinSide, JoinSide];
  private readonly nullSafe: readonly boolean[];
  private readonly residual: CompiledExpr | null;
  private readonly output: Coalescer;
  /** Work to be done now, in order; the first may be under way. */
  private readonly jobs: Job[] = [];
  private running: Iterator<Pairs> | null = null;
  /** Chunks that must wait for the inputs to be complete. */
  private waiting: {readonly port: number; readonly delta: Batch}[] = [];

  constructor(schema: Schema, options: InnerJoinOptions, context: OperatorContext) {
    this.schema = schema;
    this.memory = context.memory;
    this.context = context;
    const once = context.mode === 'once';
    this.sides = [options.left, options.right].map(
      input =>
        new JoinSide(context.memory, input, {
          live: context.restored,
          appendOnly: once ? !context.retractions : input.monotonic,
        }),
    ) as [JoinSide, JoinSide];
    this.nullSafe = options.nullSafe;
    this.residual = options.residual;
    this.output = new Coalescer(context.memory, schema);
  }

  get stateBytes(): number {
    return this.sides[LEFT].bytes + this.sides[RIGHT].bytes;
  }

  get state(): readonly Checkpointable[] {
    return [...this.sides[LEFT].state, ...this.sides[RIGHT].state];
  }

  push(port: number, delta: Batch, out: Output): void {
    if (this.context.mode === 'once' || this.mustWait(port)) {
      this.waiting.push({port, delta: delta.retain()});
      return;
    }
    const side: Side = this.sides[1 - port].isShared ? 'before' : 'after';
    this.jobs.push({port, side, delta: delta.retain(), append: true});
    if (this.jobs.length === 1) this.drain(out);
  }

  /**
   * A shared side probes the other as it is after the tick, so it waits for `flush`; the other probes it as it was before.
   * With both shared it is the right side that waits.
   */
  private mustWait(port: number): boolean {
    const [left, right] = this.sides;
    return port === RIGHT ? right.isShared : left.isShared && !right.isShared;
  }

  drain(out: Output): 'done' | 'more' {
    for (let chunks = 0; this.jobs.length > 0; chunks++) {
      if (chunks === CHUNKS_AT_ONCE) return 'more';
      this.advanceJob(this.jobs[0], out);
    }
    return 'done';
  }

  /** One chunk of pairs of the job; the job leaves the queue with its last. */
  private advanceJob(job: Job, out: Output): void {
    const own = this.sides[job.port];
    const other = this.sides[1 - job.port];
    this.running ??= other.reader.probe(job.side, job.delta, own.input.keys, this.nullSafe)[Symbol.iterator]();
    const next = this.running.next();
    if (!next.done) {
      this.emitPairs(job, next.value, out);
      return;
    }
    this.running = null;
    this.jobs.shift();
    if (job.append) own.append(job.delta);
    job.delta.release();
  }

  private emitPairs({port, delta}: Job, pairs: Pairs, out: Output): void {
    const {memory} = this;
    const {reader, columns} = this.sides[1 - port];
    memory.retain(pairs.weights);
    const probing = delta.columns.map(column => takeVector(memory, column, pairs.probeRows, pairs.count));
    const stored = reader.gather(columns, pairs.storeRows, pairs.count);
    const joined = new Batch(memory, {
      schema: this.schema,
      length: pairs.count,
      columns: port === LEFT ? [...probing, ...stored] : [...stored, ...probing],
      weights: pairs.weights,
    });
    if (!this.residual) {
      this.output.add(joined, out);
      return;
    }
    this.emitMatching(this.residual, joined, out);
    joined.release();
  }

  private emitMatching(residual: CompiledExpr, joined: Batch, out: Output): void {
    const {vector, errors} = residual.evaluate(joined);
    try {
      if (!errors) {
        this.output.add(filterBatch(joined, vector), out);
        return;
      }
      const stops = this.context.stopsAtError;
      const {rest, first} = stops ? fromFirstError(joined, errors) : {rest: errors, first: errors};
      const sound = withoutRows(joined, rest);
      this.output.add(filterBatch(sound, vector), out);
      sound.release();
      if (stops) this.passOn(out);
      emitRowErrors(joined, first, out);
    } finally {
      releaseVector(this.memory, vector);
    }
  }

  passOn(out: Output): void {
    this.output.flush(out);
  }

  flush(_tick: Tick, out: Output): 'done' | 'more' {
    if (this.drain(out) === 'more') return 'more';
    if (this.waiting.length > 0) {
      this.startWaiting();
      return 'more';
    }
    for (const side of this.sides) if (side.prepareEnd() === 'more') return 'more';
    this.output.flush(out);
    for (const side of this.sides) side.endTick();
    return 'done';
  }

  private startWaiting(): void {
    const {waiting} = this;
    this.waiting = [];
    if (this.context.mode === 'once') {
      this.startOnce(waiting);
      return;
    }
    for (const {port, delta} of waiting) this.jobs.push({port, delta, side: 'after', append: true});
  }

  private startOnce(waiting: readonly {readonly port: number; readonly delta: Batch}[]): void {
    const rows = [0, 0];
    for (const {port, delta} of waiting) rows[port] += delta.selected;
    const build = rows[LEFT] < rows[RIGHT] ? LEFT : RIGHT;
    for (const {port, delta} of waiting) {
      if (port === build) {
        this.sides[build].append(delta);
        delta.release();
      } else {
        this.jobs.push({port, delta, side: 'after', append: false});
      }
    }
  }

  goLive(): void {
    for (const side of this.sides) side.goLive();
  }

  advance(): void {}

  close(): void {
    this.running?.return?.();
    this.running = null;
    for (const {delta} of [...this.jobs, ...this.waiting]) delta.release();
    this.jobs.length = 0;
    this.waiting = [];
    this.output.close();
    for (const side of this.sides) side.close();
  }
}

/** A chunk of one side to be matched with the other side as of `side`, and then added to its own. */
type Job = {readonly port: number; readonly side: Side; readonly delta: Batch; readonly append: boolean};
