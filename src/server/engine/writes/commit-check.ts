import type {Batch} from '../../../columnar/batch.ts';
import type {Arrangement} from '../../../dataflow/arrangement/arrangement.ts';
import type {ObjectId} from '../../../plan/rel.ts';
import type {TableSpec} from '../../../session/table-spec.ts';
import {SqlError} from '../../../types/sql-error.ts';
import type {Claim, CommitCheck, TableDeltas} from './commit-queue.ts';
import {checkReferenced, checkReferencing, type ReferenceTables} from './foreign-keys.ts';
import type {PreparedChange} from '../prepared-change.ts';
import type {Reference} from './references.ts';
import {TableView} from './table-view.ts';
import {uniqueKeyChecks} from './unique-keys.ts';
import type {WriteSet} from './write-set.ts';

/** What the check needs of the engine. */
type CheckedTables = {
  readonly table: (oid: ObjectId) => TableSpec;
  readonly committed: (oid: ObjectId) => Arrangement | null;
  readonly referencesTo: (oid: ObjectId) => readonly Reference[];
  /** The tick that a SERIALIZABLE transaction changed it in last. */
  readonly changedAt: (oid: ObjectId) => number;
  /** Throws Blocked where an open transaction holds what a commit of another would change. */
  readonly mustBeFree: (set: WriteSet) => void;
  /** Another number when tables may have come, gone or become others. */
  readonly version: () => number;
  /** Errors: 53200. */
  readonly mustHaveRoom: (rows: Arrangement, deltas: readonly Batch[]) => void;
};

/**
 * Whether a transaction's deltas may be applied to the tables as they stand. From then on nothing may keep the commit from
 * being taken in. Between two steps ticks and reads may come, and changes of the catalog, after which it starts anew and goes
 * through without a pause, for changes may come all the time. Errors: 40001 a row to take out is no longer there, 23503, 23505.
 */
export function commitCheck(now: CheckedTables): CommitCheck {
  return function* (set, change) {
    for (let pauses = true; ; pauses = false) {
      const version = now.version();
      const steps = checkOnce(change ? withChange(now, change) : now, set);
      try {
        while (version === now.version()) {
          const step = steps.next();
          if (step.done) return step.value;
          if (pauses) yield;
        }
      } finally {
        steps.return(new Map());
      }
    }
  };
}

function* checkOnce(tables: CheckedTables, set: WriteSet): Generator<void, ReadonlyMap<ObjectId, Claim>> {
  const claims = new Map<ObjectId, Claim>();
  tables.mustBeFree(set);
  if (set.reads) claimReads(tables, set.reads, claims);
  for (const [oid, deltas] of set.deltas) {
    const table = tables.table(oid);
    if (table.generation !== set.generationOf(oid)) throw concurrentUpdate();
    const rows = tables.committed(oid);
    if (rows) tables.mustHaveRoom(rows, deltas);
    const deletes = deltas.some(takesRowsOut);
    if (table.uniques.length > 0 || table.foreignKeys.length > 0 || (deletes && deltas.length > 1)) {
      yield* set.summing(
        oid,
        table.uniques.map(({columns}) => columns),
      );
    }
    if (deletes && rows) yield* checkDeletes(rows, set, oid, deltas);
    claims.set(oid, deletes || table.uniques.length > 0 ? 'exclusive' : 'independent');
    const related = [
      ...table.foreignKeys.map(({references}) => references),
      ...(deletes ? tables.referencesTo(oid).map(reference => reference.table.oid) : []),
    ];
    for (const other of related) if (!set.deltas.has(other)) claims.set(other, 'read');
  }
  const view = (oid: ObjectId): TableView => new TableView(tables.committed(oid), set.sum(oid));
  yield* deltaChecks({...tables, view}, set.deltas, () => true);
  return claims;
}

/** SERIALIZABLE: as if all of the transaction had happened at its commit, to others that are SERIALIZABLE. Errors: 40001. */
function claimReads(
  {changedAt}: CheckedTables,
  {objects, since}: NonNullable<WriteSet['reads']>,
  claims: Map<ObjectId, Claim>,
): void {
  for (const object of objects) {
    if (changedAt(object) > since) {
      throw new SqlError('40001', 'could not serialize access due to read/write dependencies among transactions', {
        hint: 'The transaction might succeed if retried.',
      });
    }
    claims.set(object, 'read');
  }
}

/** Keys of tables and references between them, after the deltas, which the views have. Errors: 23503, 23505. */
export function checkDeltas(...given: Parameters<typeof deltaChecks>): void {
  for (const _ of deltaChecks(...given));
}

function* deltaChecks(
  tables: ReferenceTables,
  deltas: TableDeltas,
  counts: (constraint: {readonly oid: ObjectId}) => boolean,
): Generator<void> {
  for (const [oid, batches] of deltas) {
    const table = tables.table(oid);
    if (table.uniques.length > 0) yield* uniqueKeyChecks(table, tables.view(oid), batches, counts);
    for (const key of table.foreignKeys) {
      if (!counts(key)) continue;
      for (const batch of batches) {
        checkReferencing(tables, table, key, batch);
        yield;
      }
    }
    const references = tables.referencesTo(oid).filter(({key}) => counts(key));
    if (references.length === 0) continue;
    const removed = batches.filter(takesRowsOut);
    for (const reference of references) {
      for (const batch of removed) {
        checkReferenced(tables, table, reference, batch);
        yield;
      }
    }
  }
}

/** As the transaction that changes them sees them. */
function withChange(now: CheckedTables, change: PreparedChange): CheckedTables {
  return {
    ...now,
    table: oid => change.table(oid),
    committed: oid => change.committed(oid),
    referencesTo: oid => change.referencesTo(oid),
  };
}

export function concurrentUpdate(): SqlError {
  return new SqlError('40001', 'could not serialize access due to concurrent update');
}

export function concurrentDelete(): SqlError {
  return new SqlError('40001', 'could not serialize access due to concurrent delete');
}

function takesRowsOut(delta: Batch): boolean {
  const {memory, weights, selection, selected} = delta;
  return weights !== 0 && memory.kernels.weights_any_negative(weights, selection, selected) !== 0;
}

function* checkDeletes(rows: Arrangement, set: WriteSet, table: ObjectId, deltas: readonly Batch[]): Generator<void> {
  // Deltas of one transaction may take out what an earlier one of it put in.
  const merged = deltas.length === 1 ? [deltas[0].retain()] : [...set.sum(table)!.scan('after')];
  try {
    for (const delta of merged) {
      if (rows.wouldGoNegative(delta).length > 0) throw concurrentUpdate();
      yield;
    }
  } finally {
    for (const delta of merged) delta.release();
  }
}
