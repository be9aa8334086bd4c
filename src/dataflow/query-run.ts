import type {Batch} from '../columnar/batch.ts';
import {sliceBatch} from '../columnar/batch-rows.ts';
import {consolidate} from '../columnar/consolidate.ts';
import {selectedRows} from '../columnar/datum-access.ts';

import {retainVector} from '../columnar/vector-references.ts';
import {evaluateConstant, type EvaluationContext} from '../expr/evaluate.ts';
import type {Memory} from '../kernels/memory.ts';
import {isVolatile} from '../plan/function-facts.ts';
import type {OperatorCounts} from '../plan/operator-counts.ts';
import type {PhysicalPlan} from '../plan/physical.ts';
import type {ObjectId} from '../plan/rel.ts';
import type {Schema} from '../types/schema.ts';
import {SqlError} from '../types/sql-error.ts';
import type {Tick} from '../types/tick.ts';
import type {Snapshot} from './arrangement/arrangement.ts';
import {SlicedSort, sortBatches} from './arrangement/sort.ts';
import {type PlanGraph, buildGraph} from './build-graph.ts';
import {isConsolidated} from './consolidated-output.ts';
import {ErrorSet} from './error-set.ts';
import {constantBigint} from './expressions.ts';
import type {OperatorContext} from './operator-context.ts';
import {OperatorClock} from './operator-stats.ts';
import {evaluateInTurn, type InTurn, rowByRow} from './operators/in-turn.ts';
import {SinkOperator} from './operators/sink.ts';
import type {RowErrors} from './row-errors.ts';
import {totalWeight} from './weights.ts';

export type QueryOptions = {
  /** A transaction's own deltas that no tick has seen yet, by object; retained. */
  readonly extraInput?: ReadonlyMap<ObjectId, readonly Batch[]>;
  readonly environment?: EvaluationContext;
  /** As a view that is being filled: rows that fail are left out, and no recursion goes on for ever. */
  readonly trial?: boolean;
};

/**
 * A read: the operators of its plan over snapshots of its inputs, run once in slices and thrown away. A plan of filters
 * and projections alone gives its rows as it reads; one with LIMIT and no ORDER BY stops when it has enough.
 */
export class QueryRun {
  /** Of the result: the visible columns. */
  readonly schema: Schema;
  private readonly memory: Memory;
  private readonly plan: PhysicalPlan;
  private readonly compiled: PlanGraph;
  /** What is still to be pushed, last first; of each from row `from` on. */
  private readonly input: {readonly node: number; readonly delta: Batch; readonly from: number}[] = [];
  /** So many rows of input go in at once. */
  private pieceRows = Infinity;
  private readonly errors = new ErrorSet();
  /** Ends the read, once the rows before it have been given out. */
  private failure: SqlError | null = null;
  private readonly trial: boolean;
  private ready: Batch[] = [];
  private readonly sorted: boolean;
  /** Nothing is given out before the end: rows are in order, or taken back, only then. */
  private readonly held: boolean;
  private readonly late: readonly InTurn[];
  /** Rows that OFFSET leaves out when their late columns have been computed. */
  private skipped = 0n;
  private offset: bigint;
  private limit: bigint | null;
  private phase: 'input' | 'flush' | 'finish' | 'sort' | 'done' = 'input';
  private sort: SlicedSort | null = null;
  /** Of each operator, as it was at the end. */
  private counts: readonly OperatorCounts[] = [];

  /** Takes over the snapshots. Errors: 2201W, 2201X for a negative LIMIT or OFFSET; what constants raise. */
  constructor(memory: Memory, plan: PhysicalPlan, snapshots: ReadonlyMap<ObjectId, Snapshot>, options: QueryOptions) {
    this.memory = memory;
    this.plan = plan;
    this.trial = options.trial ?? false;
    const extra = options.extraInput ?? new Map<ObjectId, readonly Batch[]>();
    const taken = plan.inputs.some(object => extra.get(object)?.some(batch => batch.weights !== 0));
    // What a volatile function gives for a row cannot be taken back: rows that are gone must not come to it.
    const settled = taken && plan.nodes.some(callsVolatile);
    const retractions = (taken && !settled) || plan.nodes.some(({node}) => node === 'negate');
    const context: OperatorContext = {
      memory,
      environment: options.environment ?? {now: 0n, settings: new Map()},
      mode: 'once',
      trial: this.trial,
      retractions,
      stopsAtError: !retractions && !this.trial,
      restored: false,
    };
    try {
      const {finish, raises} = plan;
      if (raises) evaluateConstant(raises, context.environment);
      this.limit = finish?.limit ? constantBigint(finish.limit, context) : null;
      this.offset = (finish?.offset ? constantBigint(finish.offset, context) : null) ?? 0n;
      checkBounds(this.limit, this.offset);
      const root = plan.nodes[plan.root].schema;
      this.sorted = (finish?.keys.length ?? 0) > 0;
      this.late = rowByRow(finish?.late ?? [], context.environment);
      if (this.late.length > 0) {
        this.skipped = this.offset;
        this.limit = this.limit === null ? null : this.limit + this.offset;
        this.offset = 0n;
      }
      this.held = this.sorted || retractions;
      this.schema = root.slice(0, finish?.visible ?? root.length);
      this.compiled = buildGraph(
        plan,
        new SinkOperator(root, {monotonic: !retractions, consolidated: isConsolidated(plan, plan.root)}, context),
        {
          context,
          sharedIndex: () => null,
          emitted: delta => {
            if (!this.failure) this.ready.push(delta.retain());
          },
          errors: (error, weight, row) => {
            if (context.stopsAtError) this.failure ??= error;
            else this.errors.add(error, weight, row);
          },
          clock: new OperatorClock(),
        },
      );
    } catch (error) {
      for (const snapshot of snapshots.values()) snapshot.release();
      throw error;
    }
    this.compiled.graph.begin();
    for (const {object, node} of this.compiled.inputs.toReversed()) {
      // As they were inserted, which is how clients find them in PostgreSQL who do not ask for an order.
      const batches = [...(snapshots.get(object)?.batches ?? []), ...(extra.get(object) ?? [])];
      const deltas =
        settled && batches.length > 0
          ? consolidate(memory, batches[0].schema, batches)
          : batches.map(batch => batch.retain());
      for (const delta of deltas.toReversed()) this.input.push({node, delta, from: 0});
    }
    for (const snapshot of snapshots.values()) snapshot.release();
  }

  /**
   * The next rows, every weight ≥ 1 (the caller releases the batch), 'more' when the budget is spent before there are
   * any, null at the end. `wanted`: whoever reads stops after so many rows for now, so that not many more should be made and kept
   * (0: all are wanted). Errors: the first that a row of the input gives, after the rows before it unless they are held; the read
   * is closed then.
   */
  next(budgetMs: number, wanted = 0): Batch | 'more' | null {
    const deadline = performance.now() + budgetMs;
    this.pieceRows = wanted === 0 || this.held ? Infinity : wanted;
    let late = false;
    try {
      for (;;) {
        const rows = this.phase === 'done' || !this.held ? this.takeReady() : null;
        if (rows) return rows;
        if (this.failure) throw this.failure;
        if (this.phase === 'done') return null;
        if (late) return 'more';
        this.advance(deadline);
        late = performance.now() >= deadline;
      }
    } catch (error) {
      this.close();
      throw error;
    }
  }

  private advance(deadline: number): void {
    const {graph} = this.compiled;
    switch (this.phase) {
      case 'input':
        return this.pushNext(deadline);
      case 'flush':
        if (graph.flush(0 as Tick, deadline) === 'done') this.phase = 'finish';
        return;
      case 'finish':
        this.finish();
        return;
      case 'sort':
        if (!this.sort!.work()) this.phase = 'done';
        return;
      case 'done':
    }
  }

  private pushNext(deadline: number): void {
    const {graph} = this.compiled;
    if (graph.drain(deadline) === 'more') return;
    const next = this.input.pop();
    if (!next) {
      this.phase = 'flush';
      return;
    }
    const piece = this.pieceOf(next);
    try {
      graph.push(next.node, piece);
    } finally {
      piece.release();
    }
    if (this.pieceRows === Infinity) return;
    graph.passOn();
    // What selects few rows of many is not given its input in crumbs.
    this.pieceRows *= 2;
  }

  /** What is pushed of it now; the rest is put back. */
  private pieceOf({node, delta, from}: (typeof this.input)[number]): Batch {
    const to = Math.min(delta.selected, from + this.pieceRows);
    if (from === 0 && to === delta.selected) return delta;
    const piece = sliceBatch(delta, from, to);
    if (to < delta.selected) this.input.push({node, delta, from: to});
    else delta.release();
    return piece;
  }

  private finish(): void {
    if (this.failure) return;
    this.raiseErrors();
    if (this.sorted) {
      this.sort = new SlicedSort(this.memory, this.ready, this.plan.finish!.keys, this.limit, this.offset);
      this.ready = [];
      this.offset = 0n;
      this.limit = null;
    }
    this.closeGraph();
    this.phase = this.sort ? 'sort' : 'done';
  }

  /** The next batch of the result, cut to OFFSET and LIMIT. */
  private takeReady(): Batch | null {
    for (;;) {
      if (this.limit === 0n) this.stop();
      const batch = this.ready.shift() ?? this.sort?.next();
      if (!batch) return null;
      const cut = this.cut(batch);
      const whole = cut && this.completed(cut);
      if (whole) return this.visible(whole);
    }
  }

  /** There are rows enough: what fails behind them is not heard of. */
  private stop(): void {
    this.close();
    this.failure = null;
  }

  private raiseErrors(): void {
    const first = this.trial ? null : this.errors.first();
    if (first) throw first.error;
  }

  /** What OFFSET and LIMIT leave of the batch, or null for nothing (yet); takes the reference. */
  private cut(batch: Batch): Batch | null {
    const {offset, limit} = this;
    const isWritten = this.late.length === 0 || batch.weights === 0;
    if (isWritten && offset === 0n && limit === null) return batch;
    try {
      if (!isWritten) {
        // Each of the rows that one stands for has columns of its own.
        this.ready.unshift(...sortBatches(this.memory, [batch], [], null, 0n));
        return null;
      }
      const rows = totalWeight(batch);
      if (rows <= offset) {
        this.offset = offset - rows;
        return null;
      }
      if (offset === 0n && rows <= limit!) {
        this.limit = limit! - rows;
        return batch.retain();
      }
      this.offset = 0n;
      if (batch.weights !== 0) {
        // Rows that stand for several, written out, so that the cut can go through them; LIMIT is taken from these next.
        this.ready.unshift(...sortBatches(this.memory, [batch], [], limit, offset));
        return null;
      }
      const from = Number(offset);
      const to = limit === null || limit > batch.selected - from ? batch.selected : from + Number(limit);
      if (limit !== null) this.limit = limit - BigInt(to - from);
      return sliceBatch(batch, from, to);
    } finally {
      batch.release();
    }
  }

  /** With the columns that come late; null: OFFSET leaves all of it out. Takes the reference. Errors: what they raise. */
  private completed(batch: Batch): Batch | null {
    if (this.late.length === 0) return batch;
    const {memory} = this;
    const {vectors, failed} = evaluateInTurn(this.late, batch, true);
    const whole = batch.withColumns(
      batch.schema,
      batch.columns.map((column, i) => vectors.get(i) ?? retainVector(memory, column)),
    );
    batch.release();
    try {
      const sound = this.beforeFailed(whole, failed);
      const skipped = Number(this.skipped < BigInt(sound) ? this.skipped : BigInt(sound));
      this.skipped -= BigInt(skipped);
      if (skipped === 0 && sound === whole.selected) return whole.retain();
      return skipped === sound ? null : sliceBatch(whole, skipped, sound);
    } finally {
      whole.release();
    }
  }

  /** How many rows come before the first that failed, with which the read ends. */
  private beforeFailed(batch: Batch, failed: RowErrors): number {
    if (failed.size === 0) return batch.selected;
    this.close();
    for (const [i, row] of [...selectedRows(batch)].entries()) {
      this.failure = failed.get(row) ?? null;
      if (this.failure) return i;
    }
    return batch.selected;
  }

  /** Without the trailing columns that were only there to sort by; takes the reference. */
  private visible(batch: Batch): Batch {
    if (this.schema.length === batch.columns.length) return batch;
    const visible = batch.pick(
      this.schema,
      this.schema.map((_, i) => i),
    );
    batch.release();
    return visible;
  }

  /** What the operators have done; complete once the run is over. */
  statistics(): readonly OperatorCounts[] {
    return this.counts;
  }

  private closeGraph(): void {
    const {graph} = this.compiled;
    this.counts = graph.statistics();
    graph.close();
  }

  /** Stops and frees everything. Idempotent. */
  close(): void {
    if (this.phase !== 'done' && this.phase !== 'sort') this.closeGraph();
    this.phase = 'done';
    this.sort?.close();
    this.sort = null;
    for (const {delta} of this.input) delta.release();
    this.input.length = 0;
    for (const batch of this.ready) batch.release();
    this.ready = [];
  }
}

function callsVolatile(node: PhysicalPlan['nodes'][number]): boolean {
  if (node.node === 'project') return node.exprs.some(isVolatile);
  return node.node === 'filter' && isVolatile(node.predicate);
}

function checkBounds(limit: bigint | null, offset: bigint): void {
  if (offset < 0n) throw new SqlError('2201X', 'OFFSET must not be negative');
  if (limit !== null && limit < 0n) throw new SqlError('2201W', 'LIMIT must not be negative');
}
