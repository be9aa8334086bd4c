import {negateWeights} from '../../../columnar/batch-rows.ts';
import type {Batch} from '../../../columnar/batch.ts';
import {batchFromRows} from '../../../columnar/builder.ts';
import {readDatum, weightOf} from '../../../columnar/datum-access.ts';
import {totalWeight} from '../../../dataflow/weights.ts';
import type {PhysicalPlan} from '../../../plan/physical.ts';
import type {ObjectId} from '../../../plan/rel.ts';
import {
  type LockRequest,
  stalePlan,
  type TableLockMode,
  type WriteRequest,
  type WriteResult,
  type WriteStep,
} from '../../../session/engine.ts';
import type {TableSpec} from '../../../session/table-spec.ts';
import type {Schema} from '../../../types/schema.ts';
import type {SqlError} from '../../../types/sql-error.ts';
import type {Deferral} from '../../../catalog/constraints.ts';
import type {ReadView} from '../read-view.ts';
import {BatchScope} from './batch-scope.ts';
import {concurrentUpdate} from './commit-check.ts';
import {checkReferenced, checkReferencing} from './foreign-keys.ts';
import {onceEach} from './once-each.ts';
import {Proposals} from './on-conflict.ts';
import {referentialAction, withOtherKey} from './referential-actions.ts';
import type {Reference} from './references.ts';
import {firstWrongRow, withComputed} from './row-constraints.ts';
import {Outdated} from './row-locks.ts';
import {besides, columnsFrom, dense, pickRows} from './step-rows.ts';
import type {TableView} from './table-view.ts';
import {checkUniqueKeys} from './unique-keys.ts';
import type {WriteSet} from './write-set.ts';

/** What a statement needs of the engine around it. */
export type StatementHost = {
  readonly table: (oid: ObjectId) => TableSpec;
  /** The rows as the statement's transaction sees them now; between two ticks. */
  readonly view: (oid: ObjectId) => TableView;
  /** Which of the rows (dense, distinct, there now) the transaction's snapshot and its own changes show; null: all. */
  readonly sees: ((table: TableSpec, rows: Batch) => readonly boolean[]) | null;
  readonly referencesTo: (oid: ObjectId) => readonly Reference[];
  readonly whenIdle: <T>(work: () => T) => Promise<T>;
  /** Does `work` when no tick and no commit to these tables or to what references them is under way. */
  readonly whenAtRest: <T>(tables: Iterable<ObjectId>, work: () => T) => Promise<T>;
  /** The (dense) deltas have been added to the write set. Throws Blocked or Outdated if others have come before. */
  readonly claim: (table: TableSpec, deltas: readonly Batch[]) => void;
  /** So many rows have been inserted, updated and deleted. */
  readonly wrote: (
    table: ObjectId,
    rows: {readonly inserted: number; readonly updated: number; readonly deleted: number},
  ) => void;
  /** The transaction holds these (dense) rows from now on. Throws Blocked or Outdated. */
  readonly lockRows: (table: TableSpec, rows: Batch, mode: 'update' | 'share') => void;
  /** Throws Blocked. */
  readonly lockTable: (table: TableSpec, mode: TableLockMode) => void;
  /** All rows of a plan; the caller releases them. */
  readonly collect: (
    plan: PhysicalPlan,
    transient: ReadonlyMap<ObjectId, readonly Batch[]>,
  ) => Promise<readonly Batch[]>;
};

/** Rows that a step has changed, whole batches at a time; row i of an update's `old` became row i of its `fresh`. */
type Piece = {readonly old: Batch | null; readonly fresh: Batch | null};

type QueuedChange = Piece & {readonly table: TableSpec; readonly truncates: boolean};

/**
 * `out`: what RETURNING sees. `wrong`: what keeps the table from taking the row behind the last of the pieces; the statement
 * fails with it, unless one of these is wrong already. All batches are dense, and owned by the statement.
 */
type Change = {
  readonly pieces: readonly Piece[];
  readonly out: readonly Batch[];
  readonly affected: bigint;
  readonly wrong: SqlError | null;
  /** Others have come in between, so that it is not what should be done any more. */
  readonly isOvertaken?: () => boolean;
};

/**
 * Runs the steps of one statement: each one's plan gives the rows that it is about, these become deltas in the write set,
 * and what they were is kept for the plans that come after.
 */
export class StatementRun {
  private readonly host: StatementHost;
  private readonly request: WriteRequest;
  private readonly view: ReadView;
  private readonly set: WriteSet;
  private readonly scope = new BatchScope();
  private readonly transient = new Map<ObjectId, readonly Batch[]>();
  private readonly written = new Set<ObjectId>();
  private readonly changed: QueuedChange[] = [];
  /** Checks each step against the tables as they stand, and does not leave that to the commit. */
  private readonly checked: boolean;

  constructor(host: StatementHost, request: WriteRequest, view: ReadView, set: WriteSet, checked: boolean) {
    this.host = host;
    this.request = request;
    this.view = view;
    this.set = set;
    this.checked = checked;
    if (request.given) this.transient.set(request.given.object, request.given.batches);
  }

  /** Errors: those of the plans, 21000, 23502, 23503, 23505, 23514. */
  async run(): Promise<WriteResult> {
    try {
      let affected = 0n;
      for (const step of this.request.steps) affected = await this.step(step);
      if (this.checked) await this.settleReferences();
      const {result, locks} = this.request;
      if (locks?.tables) await this.lockTables(locks.tables);
      if (result && locks && locks.rows.length > 0) return {affected: 0, rows: await this.lockRows(result, locks)};
      return {affected: Number(affected), rows: result && (await this.host.collect(result, this.transient))};
    } finally {
      this.scope.close();
    }
  }

  private async lockTables({oids, mode}: NonNullable<LockRequest['tables']>): Promise<void> {
    await this.host.whenAtRest(oids, () => {
      for (const oid of oids) this.host.lockTable(this.host.table(oid), mode);
    });
  }

  /** A query with FOR UPDATE: its rows, once what they are made of is ours. */
  private async lockRows(plan: PhysicalPlan, {rows: locks, visible}: LockRequest): Promise<readonly Batch[]> {
    const batches = (await this.collect(plan)).map(batch => this.own(dense(batch.retain())));
    const tables = locks.map(({table}) => table);
    await this.host.whenAtRest(tables, () => {
      for (const {table: oid, generation, first, mode} of locks) {
        const table = this.host.table(oid);
        if (table.generation !== generation) throw stalePlan();
        for (const batch of batches) {
          this.host.lockRows(table, this.own(columnsFrom(batch, table.schema, first)), mode);
        }
      }
    });
    return batches.map(batch => columnsFrom(batch, batch.schema.slice(0, visible), 0));
  }

  private async step(step: WriteStep): Promise<bigint> {
    const table = this.host.table(step.table);
    if (table.generation !== step.generation) throw stalePlan();
    const rows = (await this.collect(step.plan)).map(batch => this.own(dense(batch.retain())));
    const change = await this.changeOf(step, table, rows);
    await this.host.whenAtRest([table.oid], () => {
      if (change.isOvertaken?.()) throw new Outdated(false);
      this.apply(table, change.pieces, this.checked || change.wrong !== null, step.truncates === true);
      if (change.wrong && !step.check) throw change.wrong;
    });
    if (step.check) await this.check(step.check, change);
    if (step.output) this.transient.set(step.output.object, change.out);
    this.written.add(table.oid);
    return change.affected;
  }

  /** Rows before the first that the table does not take may be ones that a view does not show. */
  private async check({object, plan}: NonNullable<WriteStep['check']>, {pieces, wrong}: Change): Promise<void> {
    this.transient.set(
      object,
      pieces.flatMap(({fresh}) => fresh ?? []),
    );
    await this.collect(plan);
    if (wrong) throw wrong;
  }

  private async collect(plan: PhysicalPlan): Promise<readonly Batch[]> {
    return this.scope.ownAll(await this.host.collect(plan, this.transient));
  }

  private own(batch: Batch): Batch {
    return this.scope.own(batch);
  }

  private async changeOf(step: WriteStep, table: TableSpec, rows: readonly Batch[]): Promise<Change> {
    switch (step.kind) {
      case 'insert':
        return step.conflict ? this.upsert(step, table, rows) : this.inserts(step, table, rows);
      case 'delete':
        return this.deletes(step, table, await this.once(step, table, rows, 0));
      case 'update':
        return this.updates(step, table, await this.once(step, table, rows, 0));
      case 'merge':
        return this.merge(step, table, rows);
    }
  }

  /** Each row to be changed once, where the plan may give it several times. */
  private async once(
    step: WriteStep,
    table: TableSpec,
    rows: readonly Batch[],
    first: number,
    mustBeOnce = false,
  ): Promise<readonly Batch[]> {
    const mayBeGone = this.written.has(step.table);
    if (!step.joined && !mayBeGone) return rows;
    const how = {mustBeOnce, mayBeGone, numberedBy: step.numberedBy};
    return this.host.whenIdle(() => this.scope.ownAll(onceEach(table, this.host.view(step.table), rows, first, how)));
  }

  /** Columns that come late are different for each row, copies of it too: a sorted read has none. */
  private inserts(step: WriteStep, table: TableSpec, rows: readonly Batch[]): Change {
    const given = rows.map(batch => {
      const columns = this.own(columnsFrom(batch, table.schema, 0));
      return this.own(withComputed(step.late, columns, this.view.environment));
    });
    const {fresh, wrong} = this.completed(table, given);
    const pieces = fresh.map(batch => ({old: null, fresh: batch}));
    return {pieces, out: this.output(step, fresh, null), affected: sum(fresh), wrong};
  }

  private deletes(step: WriteStep, table: TableSpec, rows: readonly Batch[]): Change {
    const old = rows.map(batch => this.own(columnsFrom(batch, table.schema, 0)));
    const others = this.others(step, table, rows, table.schema.length);
    const pieces = old.map(batch => ({old: batch, fresh: null}));
    return {pieces, out: this.output(step, old, others), affected: sum(old), wrong: null};
  }

  private updates(step: WriteStep, table: TableSpec, rows: readonly Batch[]): Change {
    const width = table.schema.length;
    const old = rows.map(batch => this.own(columnsFrom(batch, table.schema, 0)));
    const given = rows.map(batch => this.own(columnsFrom(batch, table.schema, width)));
    const {fresh, wrong} = this.completed(table, given);
    const pieces = fresh.map((batch, i) => ({old: this.first(batch.length, old[i]), fresh: batch}));
    const others = wrong ? null : this.others(step, table, rows, 2 * width);
    return {pieces, out: this.output(step, fresh, others), affected: sum(old), wrong};
  }

  private async upsert(step: WriteStep, table: TableSpec, rows: readonly Batch[]): Promise<Change> {
    const {arbiters, update} = step.conflict!;
    const plain = step.output ? {...step, output: {...step.output, schema: table.schema}} : step;
    const {pieces: proposals, wrong: refused} = this.inserts(plain, table, rows);
    const proposed = proposals.map(({fresh}) => fresh!);
    const keys = arbiters.map(number => table.uniques[number]);
    const {sees} = this.host;
    const seen = sees && ((met: Batch) => sees(table, met));
    const conflicts = await this.host.whenIdle(
      () => new Proposals(table, keys, this.host.view(step.table), proposed, seen),
    );
    const wrong = conflicts.meetsUnseen ? concurrentUpdate() : refused;
    const isOvertaken = (): boolean => conflicts.areOvertaken(this.host.view(step.table));
    const inserted = (batches: readonly Batch[]): Change => {
      const fresh = this.scope.ownAll(batches);
      const pieces = fresh.map(batch => ({old: null, fresh: batch}));
      const out = this.marked(step, table, this.output(plain, fresh, null), 0n);
      return {pieces, out, affected: sum(fresh), wrong, isOvertaken};
    };
    if (!update) return inserted(conflicts.newOnes());
    const met = conflicts.met();
    if (met) this.transient.set(update.object, [this.own(met)]);
    const changes = met ? (await this.collect(update.plan)).map(batch => this.own(dense(batch.retain()))) : [];
    const settled = conflicts.settle(changes);
    const updated = this.updates(plain, table, this.scope.ownAll(settled.changed));
    const out = this.marked(step, table, updated.out, CHANGED);
    const change = together([inserted(settled.fresh), {...updated, out}]);
    return {...change, wrong: updated.wrong ?? settled.wrong ?? wrong, isOvertaken};
  }

  /** With the column that tells rows which ON CONFLICT has changed from new ones, if RETURNING asks for it. */
  private marked({output}: WriteStep, table: TableSpec, rows: readonly Batch[], mark: bigint): readonly Batch[] {
    if (!output || output.schema.length === table.schema.length) return rows;
    const schema = output.schema.slice(table.schema.length);
    return rows.map(batch => {
      const marks = batchFromRows(
        batch.memory,
        schema,
        Array.from({length: batch.length}, () => [mark]),
      );
      return this.own(besides(batch, this.own(marks), output.schema));
    });
  }

  /** The rows by what is done with them; an action's old rows are empty where it inserts. */
  private async merge(step: WriteStep, table: TableSpec, rows: readonly Batch[]): Promise<Change> {
    const inserting = this.rowsOf(step, rows, ['insert']);
    const changing = await this.once(step, table, this.rowsOf(step, rows, ['update', 'delete']), 1, true);
    const width = table.schema.length;
    const without = (batches: readonly Batch[], schema: Schema, first: number): readonly Batch[] =>
      batches.map(batch => this.own(columnsFrom(batch, schema, first)));
    return together([
      this.inserts(step, table, without(inserting, table.schema, 1 + width)),
      this.deletes(step, table, without(this.rowsOf(step, changing, ['delete']), table.schema, 1)),
      this.updates(
        step,
        table,
        without(this.rowsOf(step, changing, ['update']), [...table.schema, ...table.schema], 1),
      ),
    ]);
  }

  private rowsOf({actions}: WriteStep, batches: readonly Batch[], kinds: readonly string[]): readonly Batch[] {
    return batches.flatMap(batch => {
      const picked: number[] = [];
      const weights: bigint[] = [];
      for (let row = 0; row < batch.length; row++) {
        const action = readDatum(batch.memory, batch.columns[0], row) as number;
        if (!kinds.includes(actions[action])) continue;
        picked.push(row);
        weights.push(weightOf(batch, row));
      }
      return picked.length === 0 ? [] : [this.own(pickRows(batch, picked, weights))];
    });
  }

  /** New rows with all that the table adds to them, and fit for it: those before the first that is wrong. */
  private completed(
    table: TableSpec,
    rows: readonly Batch[],
  ): {readonly fresh: readonly Batch[]; readonly wrong: SqlError | null} {
    const {environment} = this.view;
    const fresh: Batch[] = [];
    for (const batch of rows) {
      const complete = this.own(withComputed(table.generated, batch, environment));
      const wrong = firstWrongRow(table, complete, environment);
      if (!wrong) fresh.push(complete);
      else {
        if (wrong.row > 0) fresh.push(this.first(wrong.row, complete));
        return {fresh, wrong: wrong.error};
      }
    }
    return {fresh, wrong: null};
  }

  /** The first rows of a dense batch. */
  private first(count: number, batch: Batch): Batch {
    if (count === batch.length) return batch;
    const rows = Array.from({length: count}, (_, row) => row);
    return this.own(
      pickRows(
        batch,
        rows,
        rows.map(row => weightOf(batch, row)),
      ),
    );
  }

  /** The columns that RETURNING sees beside the table's. */
  private others(step: WriteStep, table: TableSpec, rows: readonly Batch[], first: number): readonly Batch[] | null {
    if (!step.output || step.output.schema.length === table.schema.length) return null;
    const schema = step.output.schema.slice(table.schema.length);
    return rows.map(batch => this.own(columnsFrom(batch, schema, first)));
  }

  private output({output}: WriteStep, rows: readonly Batch[], others: readonly Batch[] | null): readonly Batch[] {
    if (!output || !others) return output ? rows : [];
    return rows.map((batch, i) => this.own(besides(batch, others[i], output.schema)));
  }

  /** The deltas go to the write set, and are checked there if that is not left to the commit. */
  private apply(table: TableSpec, pieces: readonly Piece[], checked: boolean, truncates = false): void {
    const deltas = pieces.flatMap(({old, fresh}) => [
      ...(old ? [negateWeights(old)] : []),
      ...(fresh ? [fresh.retain()] : []),
    ]);
    this.set.add(table.oid, deltas, table.generation);
    this.host.claim(table, deltas);
    if (!truncates) this.count(table.oid, pieces);
    if (!checked) return;
    const fresh = pieces.flatMap(piece => piece.fresh ?? []);
    checkUniqueKeys(table, this.host.view(table.oid), fresh, key => !this.isDeferred(key));
    for (const piece of pieces) this.changed.push({table, ...piece, truncates});
  }

  private count(table: ObjectId, pieces: readonly Piece[]): void {
    const rows = {inserted: 0, updated: 0, deleted: 0};
    for (const {old, fresh} of pieces) {
      const what = old && fresh ? 'updated' : fresh ? 'inserted' : 'deleted';
      rows[what] += Number(totalWeight((fresh ?? old)!));
    }
    this.host.wrote(table, rows);
  }

  /**
   * At the statement's end: what its changes mean for rows that reference them, and whether all that they reference is
   * there. Changes that follow from others come behind those, as Postgres queues them.
   */
  private async settleReferences(): Promise<void> {
    const tables = new Set(this.changed.map(({table}) => table.oid));
    await this.host.whenAtRest(tables, () => this.followChanges());
  }

  private followChanges(): void {
    for (const change of this.changed) {
      const {table, old, fresh, truncates} = change;
      if (old && !truncates)
        for (const reference of this.host.referencesTo(table.oid)) this.follow(change, old, reference);
      for (const key of fresh ? table.foreignKeys : []) {
        if (this.isDeferred(key)) continue;
        const moved = old ? this.own(withOtherKey(table, key.columns, old, fresh!)) : fresh!;
        checkReferencing(this.host, table, key, moved);
      }
    }
  }

  private follow({table, fresh}: QueuedChange, old: Batch, reference: Reference): void {
    const {key, table: other} = reference;
    const action = fresh ? key.onUpdate : key.onDelete;
    if (action === 'no action') {
      if (!this.isDeferred(key)) checkReferenced(this.host, table, reference, old);
      return;
    }
    const result = referentialAction(this.host, {table, old, fresh}, reference, this.view.environment);
    if (result) {
      const old = this.own(result.old);
      const {fresh, wrong} = this.completed(other, result.fresh ? [this.own(result.fresh)] : []);
      if (wrong) throw wrong;
      this.apply(other, [{old, fresh: fresh[0] ?? null}], true);
    }
    // The default may be the very key that has gone.
    if (action === 'set default') checkReferenced(this.host, table, reference, old);
  }

  private isDeferred({oid, deferrable, deferred}: {readonly oid: ObjectId} & Deferral): boolean {
    const {all, named} = this.request.constraints;
    return deferrable && (named.get(oid) ?? all ?? deferred);
  }
}

/** xmax of a row that ON CONFLICT has changed; which transaction it was nobody asks. */
const CHANGED = 3n;

function together(changes: readonly Change[]): Change {
  return {
    pieces: changes.flatMap(({pieces}) => pieces),
    out: changes.flatMap(({out}) => out),
    affected: changes.reduce((total, {affected}) => total + affected, 0n),
    wrong: changes.findLast(({wrong}) => wrong !== null)?.wrong ?? null,
  };
}

function sum(batches: readonly Batch[]): bigint {
  return batches.reduce((total, batch) => total + totalWeight(batch), 0n);
}
