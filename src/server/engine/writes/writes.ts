import type {LockStatus} from '../../../catalog/system/status.ts';
import type {Batch} from '../../../columnar/batch.ts';
import type {Circuit} from '../../../dataflow/circuit.ts';
import type {OperatorCounts} from '../../../plan/operator-counts.ts';
import type {PhysicalPlan} from '../../../plan/physical.ts';
import {type KeyLookup, keyLookups} from '../../../plan/key-lookup.ts';
import type {ObjectId} from '../../../plan/rel.ts';
import type {
  ObjectLock,
  ObjectLockRequest,
  SessionFacts,
  WriteCounts,
  WriteRequest,
  WriteResult,
} from '../../../session/engine.ts';
import type {TableSpec} from '../../../session/table-spec.ts';
import {SqlError} from '../../../types/sql-error.ts';
import type {MemoryBudget} from '../memory-budget.ts';
import type {Objects} from '../objects.ts';
import type {ReadView} from '../read-view.ts';
import type {PreparedChange} from '../prepared-change.ts';
import type {Reads} from '../reads.ts';
import type {CommitQueue} from './commit-queue.ts';
import {checkDeltas, concurrentDelete, concurrentUpdate} from './commit-check.ts';
import type {ReferenceTables} from './foreign-keys.ts';
import {LockWaits} from './lock-waits.ts';
import {Blocked, mustBeFree, mustBeThere, mustGrant, mustStandIn, Outdated} from './row-locks.ts';
import {weightsInSnapshot} from './snapshot-rows.ts';
import {type StatementHost, StatementRun} from './statement-run.ts';
import {TableView} from './table-view.ts';
import {tableLocksConflict} from './table-locks.ts';
import type {EngineTransaction, Transactions} from './transactions.ts';
import {WriteSet} from './write-set.ts';

/** What a statement reads, and for whom. */
export type ViewRequest = {
  readonly inputs: readonly ObjectId[];
  /** Of which only these rows are read. */
  readonly lookups?: ReadonlyMap<ObjectId, KeyLookup>;
  /** What is read is to be written: a tick under way is waited for. */
  readonly betweenTicks?: boolean;
  /** Tables whose rows are passed over where other transactions hold them. */
  readonly skipped?: readonly ObjectId[];
  readonly facts: SessionFacts;
  readonly transaction: number | null;
};

/** What writes need of the engine around them. */
type WriteHost = {
  readonly circuit: Circuit;
  readonly objects: Objects;
  readonly reads: Reads;
  readonly commits: CommitQueue;
  readonly transactions: Transactions;
  readonly memory: MemoryBudget;
  readonly openView: (request: ViewRequest, signal: AbortSignal) => Promise<ReadView>;
  readonly whenIdle: <T>(work: () => T) => Promise<T>;
  readonly wake: () => void;
};

/** A write under way: what it reads, if it is at that, and why it shall end. */
type WriteState = {
  read: number | null;
  readonly ending: AbortController;
  /** Of a measured write: what the operators of its plans have done. */
  readonly counts: Map<PhysicalPlan, readonly OperatorCounts[]> | null;
};

/** A statement that only the commit finds wrong is run again so often, since somebody else must have come in between. */
const MAX_TRIES = 1000;

/** DML: the statement's rows are read as any query's, and what they change goes to a write set, or is committed at once. */
export class Writes {
  private readonly host: WriteHost;
  private readonly running = new Map<number, WriteState>();
  private readonly waits = new LockWaits();
  /** Reads of our own, told from those of clients by the sign of their numbers. */
  private nextRead = -1;

  constructor(host: WriteHost) {
    this.host = host;
  }

  /** Who waits for whose end. */
  waitStatuses(): Iterable<LockStatus> {
    return this.waits.statuses();
  }

  /**
   * A statement that is a transaction of its own is run again where another came before it to the same rows or keys, as
   * READ COMMITTED has it. Errors: 21000, 23502, 23505, 23514, 53200, 57014 and those of the statement's plans.
   */
  async write(request: WriteRequest): Promise<WriteResult> {
    const state: WriteState = {read: null, ending: new AbortController(), counts: request.measured ? new Map() : null};
    this.running.set(request.token, state);
    try {
      for (let tries = 1; ; tries++) {
        const outcome = await this.attempt(request, state);
        if (!('conflict' in outcome)) return {...outcome, counts: countsOf(request, state)};
        if (outcome.conflict instanceof Blocked) await this.waitFor(outcome.conflict, request, state);
        // Every conflict is somebody's success: this comes to an end.
        if (tries === MAX_TRIES) throw outcome.conflict;
      }
    } finally {
      if (this.running.get(request.token) === state) this.running.delete(request.token);
    }
  }

  private async attempt(request: WriteRequest, state: WriteState): Promise<WriteResult | {conflict: unknown}> {
    const {transactions, memory, commits} = this.host;
    const {transaction} = request;
    if (request.steps.some(({kind}) => kind !== 'delete')) memory.mustHaveRoom();
    const set = transaction === null ? new WriteSet() : transactions.of(transaction, request.facts.processId).set;
    if (isolationOf(request) === 'serializable') set.serializable = true;
    const checked = transaction !== null || this.mustCheckSteps(request);
    let result: WriteResult | null = null;
    try {
      result = await this.runSteps(request, state, set, checked);
      if (transaction === null && !set.isEmpty) await commits.add(set);
      return result;
    } catch (error) {
      for (const batch of result?.rows ?? []) batch.release();
      if (error instanceof Outdated && hasSnapshot(request)) {
        throw error.deleted ? concurrentDelete() : concurrentUpdate();
      }
      if (mayPassNextTime(error, result !== null, checked)) return {conflict: error};
      throw error;
    }
  }

  /** Errors: 40P01, 55P03, 57014. */
  private async waitFor({by, table, what, wanted}: Blocked, request: WriteRequest, state: WriteState): Promise<void> {
    const {transaction, facts, locks} = request;
    const wait = what === 'key' ? undefined : locks?.waits.get(table.oid);
    if (wait === 'nowait') throw notGranted(table, what);
    // It is among those that are passed over by now.
    if (wait === 'skip locked' && what === 'row' && !hasSnapshot(request)) return;
    const self = transaction === null ? null : this.host.transactions.of(transaction);
    const timeout = Number(facts.settings.get('lock_timeout') ?? 0);
    const lock = what === 'table' ? {mode: wanted, on: {type: 'relation', relation: table.oid} as const} : null;
    await this.waits.until(by, self, facts.processId, timeout, state.ending.signal, lock);
  }

  /** Without it, what the commit checks is all that there is to be checked. */
  private mustCheckSteps({steps}: WriteRequest): boolean {
    if (steps.length !== 1) return true;
    const [{conflict, check, kind, table}] = steps;
    if (conflict !== null || check || kind === 'merge') return true;
    // Others may reference what is changed.
    return kind !== 'insert' && this.host.objects.referencesTo(table).length > 0;
  }

  private async runSteps(
    request: WriteRequest,
    state: WriteState,
    set: WriteSet,
    checked: boolean,
  ): Promise<WriteResult> {
    const mark = set.mark();
    const {facts, transaction} = request;
    const skipped = hasSnapshot(request) ? [] : skippedTables(request);
    const view = await this.host.openView(
      {inputs: inputsOf(request), lookups: lookupsOf(request), betweenTicks: true, skipped, facts, transaction},
      state.ending.signal,
    );
    try {
      return await new StatementRun(
        this.statementHost(state, view, set, transaction, hasSnapshot(request)),
        request,
        view,
        set,
        checked,
      ).run();
    } catch (error) {
      set.rollbackTo(mark);
      throw error;
    } finally {
      view.close();
    }
  }

  private statementHost(
    state: WriteState,
    view: ReadView,
    set: WriteSet,
    transaction: number | null,
    isFrozen: boolean,
  ): StatementHost {
    const tables = this.tablesFor(set, transaction);
    return {
      ...tables,
      sees: isFrozen ? (table, rows) => this.seen(transaction!, table, rows) : null,
      wrote: (table, rows) => this.host.objects.activity.wrote(table, rows),
      whenIdle: this.host.whenIdle,
      whenAtRest: (oids, work) => (transaction === null ? this.host.whenIdle(work) : this.whenAtRest(oids, work)),
      claim: (table, deltas) => {
        if (transaction !== null) this.claim(set, tables.view, table, deltas);
      },
      lockRows: (table, rows, mode) => {
        const {transactions} = this.host;
        mustBeFree(transactions.others(set), table, rows, mode);
        mustStandIn(tables.view(table.oid), rows);
        if (transaction === null) return;
        const {locked, shared} = transactions.of(transaction);
        (mode === 'share' ? shared : locked).add(table.oid, [rows.retain()], table.generation);
      },
      lockTable: (table, mode) => {
        const {transactions} = this.host;
        mustGrant(transactions.others(set), table, mode);
        if (transaction !== null) transactions.of(transaction).lockTable(table.oid, mode);
      },
      collect: (plan, transient) => this.collect(state, view, plan, transient),
    };
  }

  /** Locks of a change of the catalog. Errors: 40P01, 55P03, 57014. */
  async lockObjects({transaction, processId, locks, timeout, token}: ObjectLockRequest): Promise<void> {
    const {transactions, objects} = this.host;
    const self = transactions.of(transaction, processId);
    const state: WriteState = {read: null, ending: new AbortController(), counts: null};
    if (token !== 0) this.running.set(token, state);
    const grant = (): {readonly by: EngineTransaction; readonly lock: ObjectLock} | null => {
      for (const lock of locks) {
        for (const by of transactions.others(self.set)) if (by.holds(lock)) return {by, lock};
      }
      for (const lock of locks) self.lock(lock);
      return null;
    };
    // Writers on their way to the table have nothing in their sets any more.
    const written = locks.flatMap(({key, mode}) =>
      typeof key === 'number' && objects.isTable(key) && tableLocksConflict(mode, 'row exclusive') ? [key] : [],
    );
    try {
      for (;;) {
        const blocked = written.length === 0 ? grant() : await this.whenAtRest(written, grant);
        if (!blocked) return;
        await this.waits.until(blocked.by, self, processId, timeout, state.ending.signal, blocked.lock);
      }
    } finally {
      if (this.running.get(token) === state) this.running.delete(token);
    }
  }

  /** No commit of somebody else is past checking and yet to come. */
  private async whenAtRest<T>(oids: Iterable<ObjectId>, work: () => T): Promise<T> {
    const tables = [...this.touchedFrom(oids)];
    for (;;) {
      const outcome = await this.host.whenIdle(() => {
        const landed = this.host.commits.inFlight(tables);
        return landed ? {landed, value: null} : {landed: null, value: work()};
      });
      if (outcome.landed === null) return outcome.value;
      await outcome.landed;
    }
  }

  /** The tables, and those that references make follow their changes. */
  private touchedFrom(oids: Iterable<ObjectId>): Set<ObjectId> {
    const found = new Set(oids);
    for (const oid of found) for (const {table} of this.host.objects.referencesTo(oid)) found.add(table.oid);
    return found;
  }

  /** Statements that are transactions of their own hold nothing, and wait all the same. Throws Blocked. */
  mustBeFree(set: WriteSet): void {
    const {transactions, objects} = this.host;
    if (!transactions.mayBeHeld(set)) return;
    for (const [oid, deltas] of set.deltas) {
      for (const delta of deltas) mustBeFree(transactions.others(set), objects.table(oid), delta, 'change');
    }
  }

  private claim(set: WriteSet, view: (oid: ObjectId) => TableView, table: TableSpec, deltas: readonly Batch[]): void {
    for (const delta of deltas) {
      mustBeFree(this.host.transactions.others(set), table, delta, 'change');
      mustBeThere(view(table.oid), table, delta);
    }
  }

  private seen(transaction: number, table: TableSpec, rows: Batch): readonly boolean[] {
    const {transactions, circuit} = this.host;
    const own = transactions.of(transaction);
    const committed = own.change ? own.change.committed(table.oid) : circuit.arrangement(table.oid);
    const earlier = own.snapshotOf(table.oid);
    const before = committed && earlier && weightsInSnapshot(earlier, committed, rows, table.missing);
    const changed = new TableView(null, own.set.sum(table.oid)).weightsOf(rows);
    return changed.map((weight, row) => weight + (before?.[row] ?? 0n) > 0n);
  }

  /** Ends the write that runs under this token with 57014. */
  cancel(token: number, message = 'canceling statement due to user request'): void {
    const state = this.running.get(token);
    if (!state) return;
    state.ending.abort(new SqlError('57014', message));
    if (state.read !== null) this.host.reads.cancel(state.read, message);
  }

  private async collect(
    state: WriteState,
    view: ReadView,
    plan: PhysicalPlan,
    transient: ReadonlyMap<ObjectId, readonly Batch[]>,
  ): Promise<readonly Batch[]> {
    state.ending.signal.throwIfAborted();
    const {reads, memory, wake} = this.host;
    const id = this.nextRead--;
    state.read = id;
    const rows: Batch[] = [];
    try {
      await reads.open(id, async () => view.run(plan, transient), state.counts !== null);
      for (;;) {
        const next = reads.next(id);
        wake();
        const batch = await next;
        if (batch === null) {
          state.counts?.set(plan, reads.takeCounts(id));
          return rows;
        }
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

  /** Errors: 23503, 23505 of what the transaction has written; `constraints`: of these alone. */
  async checkConstraints(transaction: number, constraints: readonly ObjectId[] | null): Promise<void> {
    const {transactions, whenIdle} = this.host;
    await whenIdle(() => {
      const {set} = transactions.of(transaction);
      checkDeltas(
        this.tablesFor(set, transaction),
        set.deltas,
        ({oid}) => constraints === null || constraints.includes(oid),
      );
    });
  }

  /** Makes the write set durable and visible. Errors: 40001, 23505. */
  async commit(transaction: number): Promise<void> {
    const ended = this.host.transactions.take(transaction);
    if (!ended) return;
    const {set, change} = ended;
    // What was written to a table that the transaction has dropped means nothing any more.
    set.forget(table => !(change ?? this.host.circuit).has(table));
    try {
      if (set.isEmpty && !change) set.close();
      else await this.host.commits.add(set, change);
    } finally {
      // Until those who would look for what has changed can see it.
      if (change) this.host.transactions.keep(transaction, set);
      else this.host.transactions.over(set);
      this.host.wake();
    }
  }

  /** The tables as a transaction sees them, which may have changed what they are. */
  private tablesFor(set: WriteSet, transaction: number | null): ReferenceTables {
    const {objects, circuit, transactions} = this.host;
    const change = (): PreparedChange | null => transactions.changeOf(transaction);
    return {
      table: oid => (change() ?? objects).table(oid),
      referencesTo: oid => (change() ?? objects).referencesTo(oid),
      view: oid => {
        const changed = change();
        return new TableView(changed ? changed.committed(oid) : circuit.arrangement(oid), set.sum(oid));
      },
    };
  }
}

/** The commit found another's rows; what the statement itself has checked before cannot have been its own fault. */
function mayPassNextTime(error: unknown, inCommit: boolean, checked: boolean): boolean {
  if (error instanceof Blocked || error instanceof Outdated) return true;
  if (!inCommit || !(error instanceof SqlError)) return false;
  return error.code === '40001' || (checked && error.code.startsWith('235'));
}

/** NOWAIT. */
function notGranted({name}: TableSpec, what: Blocked['what']): SqlError {
  return new SqlError('55P03', `could not obtain lock on ${what === 'row' ? 'row in ' : ''}relation "${name}"`);
}

function skippedTables({locks}: WriteRequest): readonly ObjectId[] {
  return [...(locks?.waits ?? [])].flatMap(([table, wait]) => (wait === 'skip locked' ? [table] : []));
}

function countsOf({steps, result}: WriteRequest, {counts}: WriteState): WriteCounts | undefined {
  if (!counts) return undefined;
  return {steps: steps.map(({plan}) => counts.get(plan) ?? []), result: (result && counts.get(result)) ?? []};
}

function hasSnapshot(request: WriteRequest): boolean {
  return request.transaction !== null && isolationOf(request) !== 'read committed';
}

function isolationOf({facts}: WriteRequest): string | undefined {
  return facts.settings.get('transaction_isolation');
}

/** Objects of the catalog that the statement's plans read. */
function inputsOf(request: WriteRequest): ObjectId[] {
  return [...new Set(plansOf(request).flatMap(plan => plan.inputs))].filter(object => object > 0);
}

function plansOf({steps, result}: WriteRequest): PhysicalPlan[] {
  const plans = steps.flatMap(({plan, conflict, check}) => [
    plan,
    ...(conflict?.update ? [conflict.update.plan] : []),
    ...(check ? [check.plan] : []),
  ]);
  return result ? [...plans, result] : plans;
}

/** The tables of which the statement reads rows with a key alone: one of its plans reads them, and by that key. */
function lookupsOf(request: WriteRequest): Map<ObjectId, KeyLookup> {
  const plans = plansOf(request);
  const lookups = new Map<ObjectId, KeyLookup>();
  for (const plan of plans) {
    for (const [object, lookup] of keyLookups(plan)) {
      if (plans.filter(({inputs}) => inputs.includes(object)).length === 1) lookups.set(object, lookup);
    }
  }
  return lookups;
}
