import type {Batch} from '../../columnar/batch.ts';
import {outOfMemoryError} from '../../dataflow/out-of-memory.ts';
import type {QueryRun} from '../../dataflow/query-run.ts';
import type {OperatorCounts} from '../../plan/operator-counts.ts';
import {OutOfMemory} from '../../kernels/memory.ts';
import {SqlError} from '../../types/sql-error.ts';
import {orAborted} from './abort.ts';

type Waiter = {
  readonly wanted: number;
  readonly resolve: (batch: Batch | null) => void;
  readonly reject: (error: unknown) => void;
};
type Read = {readonly run: QueryRun; readonly measured: boolean; waiter: Waiter | null; cancelled: string | null};

/** One-shot reads in progress, each pulled by its client and advanced in slices between ticks. */
export class Reads {
  private readonly opening = new Map<number, AbortController>();
  private readonly runs = new Map<number, Read>();
  /** Of reads that are over: what their operators have done, until somebody takes it. */
  private readonly counts = new Map<number, readonly OperatorCounts[]>();

  /**
   * Registers the read that `start` makes, perhaps after a while: a cancel or close before that ends it too. `measured`: what
   * its operators have done will be asked for.
   */
  async open(id: number, start: (signal: AbortSignal) => Promise<QueryRun>, measured = false): Promise<void> {
    const controller = new AbortController();
    const {signal} = controller;
    this.opening.set(id, controller);
    const starting = start(signal);
    try {
      const run = await orAborted(starting, signal);
      this.runs.set(id, {run, measured, waiter: null, cancelled: null});
    } catch (error) {
      if (signal.aborted) starting.then(run => run.close()).catch(() => {});
      throw error;
    } finally {
      this.opening.delete(id);
    }
  }

  /** The next rows, computed by later `slice`s; `wanted`: see QueryRun. */
  next(id: number, wanted = 0): Promise<Batch | null> {
    const read = this.runs.get(id);
    if (!read) return Promise.resolve(null);
    return new Promise((resolve, reject) => (read.waiter = {wanted, resolve, reject}));
  }

  /** What the operators of a measured read have done that has come to its end. */
  takeCounts(id: number): readonly OperatorCounts[] {
    const counts = this.counts.get(id) ?? [];
    this.counts.delete(id);
    return counts;
  }

  cancel(id: number, message = 'canceling statement due to user request'): void {
    this.opening.get(id)?.abort(new SqlError('57014', message));
    const read = this.runs.get(id);
    if (!read) return;
    read.cancelled = message;
    if (read.waiter) this.end(id, new SqlError('57014', message));
  }

  close(id: number): void {
    this.opening.get(id)?.abort(new SqlError('57014', 'canceling statement due to user request'));
    this.end(id, null);
  }

  get waiting(): boolean {
    for (const {waiter} of this.runs.values()) if (waiter) return true;
    return false;
  }

  /** Works for about `budgetMs` on the reads somebody waits for, each in turn. */
  slice(budgetMs: number): void {
    for (const [id, read] of [...this.runs]) {
      const {waiter, run} = read;
      if (!waiter) continue;
      try {
        if (read.cancelled !== null) throw new SqlError('57014', read.cancelled);
        const result = run.next(budgetMs, waiter.wanted);
        if (result === 'more') continue;
        read.waiter = null;
        if (result === null && read.measured) this.counts.set(id, run.statistics());
        waiter.resolve(result);
        if (result === null) this.end(id, null);
      } catch (error) {
        this.end(id, error instanceof OutOfMemory ? outOfMemoryError(error) : error);
      }
    }
  }

  closeAll(): void {
    const reason = new SqlError('57P01', 'terminating connection due to administrator command');
    for (const controller of this.opening.values()) controller.abort(reason);
    for (const id of [...this.runs.keys()]) this.end(id, reason);
  }

  private end(id: number, error: unknown): void {
    const read = this.runs.get(id);
    if (!read) return;
    this.runs.delete(id);
    read.run.close();
    if (error !== null) read.waiter?.reject(error);
    else read.waiter?.resolve(null);
  }
}
