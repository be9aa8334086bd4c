import type {Batch} from '../../columnar/batch.ts';
import type {Circuit} from '../../dataflow/circuit.ts';
import type {QueryRun} from '../../dataflow/query-run.ts';
import type {WriteRequest} from '../../session/engine.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {CommitQueue} from './commit-queue.ts';
import type {MemoryBudget} from './memory-budget.ts';
import type {Objects} from './objects.ts';
import type {Reads} from './reads.ts';
import {changesOf, checkKeys} from './table-writes.ts';
import type {WriteSets} from './write-sets.ts';

/** What writes need of the engine around them. */
export type WriteHost = {
  readonly circuit: Circuit;
  readonly objects: Objects;
  readonly reads: Reads;
  readonly commits: CommitQueue;
  readonly sets: WriteSets;
  readonly memory: MemoryBudget;
  readonly startRun: (request: WriteRequest, signal: AbortSignal) => Promise<QueryRun>;
  readonly whenIdle: <T>(work: () => T) => Promise<T>;
  readonly wake: () => void;
};

/** A write under way: what it reads, if it is at that, and why it shall end. */
type WriteState = {read: number | null; cancelled: string | null};

/** DML: the statement's rows are read as any query's, and what they change goes to a write set, or is committed at once. */
export class Writes {
  private readonly host: WriteHost;
  private readonly running = new Map<number, WriteState>();
  /** Reads of our own, told from those of clients by the sign of their numbers. */
  private nextRead = -1;

  constructor(host: WriteHost) {
    this.host = host;
  }

  /**
   * Rows affected. A statement that is a transaction of its own is run again where another came before it to the same
   * rows, as READ COMMITTED has it. Errors: 23502, 23505, 53200, 57014 and those of the statement's query.
   */
  async write(request: WriteRequest): Promise<number> {
    const state: WriteState = {read: null, cancelled: null};
    this.running.set(request.token, state);
    try {
      for (;;) {
        try {
          return await this.attempt(request, state);
        } catch (error) {
          const conflict = error instanceof SqlError && error.code === '40001';
          // Every conflict is somebody's success: this comes to an end.
          if (!conflict || request.transaction !== null) throw error;
        }
      }
    } finally {
      if (this.running.get(request.token) === state) this.running.delete(request.token);
    }
  }

  private async attempt(request: WriteRequest, state: WriteState): Promise<number> {
    const {objects, commits, sets, memory} = this.host;
    const table = objects.table(request.table);
    if (request.kind !== 'delete') memory.mustHaveRoom();
    const rows = await this.collect(request, state);
    let changes: ReturnType<typeof changesOf>;
    try {
      changes = changesOf(table, request.kind, rows);
    } finally {
      for (const batch of rows) batch.release();
    }
    const {affected, deltas} = changes;
    if (deltas.length === 0) return affected;
    const {transaction} = request;
    if (transaction === null) {
      await commits.add(new Map([[request.table, deltas]]));
      return affected;
    }
    try {
      await this.checkInTransaction(request, deltas);
    } catch (error) {
      for (const delta of deltas) delta.release();
      throw error;
    }
    sets.add(transaction, request.table, deltas);
    return affected;
  }

  /** A duplicate key fails the statement that brings it; what other transactions bring meanwhile fails the commit. */
  private async checkInTransaction({table, transaction}: WriteRequest, deltas: readonly Batch[]): Promise<void> {
    const {objects, circuit, sets, whenIdle} = this.host;
    if (!objects.table(table).primaryKey) return;
    await whenIdle(() => {
      const earlier = sets.view(transaction).get(table) ?? [];
      checkKeys(objects.table(table), circuit.arrangement(table)!, [...earlier, ...deltas]);
    });
  }

  /** Ends the write that runs under this token with 57014. */
  cancel(token: number, message = 'canceling statement due to user request'): void {
    const state = this.running.get(token);
    if (!state) return;
    state.cancelled = message;
    if (state.read !== null) this.host.reads.cancel(state.read, message);
  }

  private async collect(request: WriteRequest, state: WriteState): Promise<Batch[]> {
    if (state.cancelled !== null) throw new SqlError('57014', state.cancelled);
    const {reads, memory, startRun, wake} = this.host;
    const id = this.nextRead--;
    state.read = id;
    const rows: Batch[] = [];
    try {
      await reads.open(id, signal => startRun(request, signal));
      for (;;) {
        const next = reads.next(id);
        wake();
        const batch = await next;
        if (batch === null) return rows;
        rows.push(batch);
        memory.mustHaveRoom();
      }
    } catch (error) {
      for (const batch of rows) batch.release();
      throw error;
    } finally {
      reads.close(id);
      state.read = null;
    }
  }

  /** Makes the write set durable and visible. Errors: 40001, 23505. */
  async commit(transaction: number): Promise<void> {
    const deltas = this.host.sets.take(transaction);
    if (deltas.size > 0) await this.host.commits.add(deltas);
  }
}
