import type {Batch} from '../../../columnar/batch.ts';
import type {Arrangement} from '../../../dataflow/arrangement/arrangement.ts';
import type {TableLockMode} from '../../../session/engine.ts';
import {nullSafety, type TableSpec} from '../../../session/table-spec.ts';
import {TableView} from './table-view.ts';
import type {EngineTransaction} from './transactions.ts';

// Row locks without a table of locks: an open transaction holds the rows that its write set takes out, the keys that it
// adds or takes away, and the rows that it has locked by SELECT … FOR UPDATE. Whoever wants one of these waits for the
// transaction's end. Where nobody else has written to a table, nothing is looked at.

/** The statement must wait for another transaction's end, and be run again then. Stays within the engine. */
export class Blocked extends Error {
  readonly by: EngineTransaction;
  readonly table: TableSpec;
  readonly what: 'row' | 'key' | 'table';
  /** The lock on the table that was asked for. */
  readonly wanted: TableLockMode;

  constructor(by: EngineTransaction, table: TableSpec, what: Blocked['what'], wanted: TableLockMode) {
    super('blocked by another transaction');
    this.wanted = wanted;
    this.by = by;
    this.table = table;
    this.what = what;
  }
}

/** Rows that the statement has read are not there any more: it must be run again. Stays within the engine. */
export class Outdated extends Error {
  /** Nothing has come in their place. */
  readonly deleted: boolean;

  constructor(deleted: boolean) {
    super('outdated by another transaction');
    this.deleted = deleted;
  }
}

/** change: a delta; update, share: rows to be locked as SELECT … FOR UPDATE and FOR SHARE do. */
type LockMode = 'change' | 'update' | 'share';

/** Throws Blocked if one of the others holds what is wanted of the (dense) batch. */
export function mustBeFree(others: Iterable<EngineTransaction>, table: TableSpec, rows: Batch, mode: LockMode): void {
  for (const other of others) {
    const what = heldOf(other, table, rows, mode);
    if (what) throw new Blocked(other, table, what, tableLockFor(mode));
  }
}

function tableLockFor(mode: LockMode): TableLockMode {
  return mode === 'change' ? 'row exclusive' : 'row share';
}

/** LOCK TABLE. Throws Blocked if one of the others holds the table in a mode that is in the way, or has written to it. */
export function mustGrant(others: Iterable<EngineTransaction>, table: TableSpec, wanted: TableLockMode): void {
  for (const other of others) if (other.holdsTable(table.oid, wanted)) throw new Blocked(other, table, 'table', wanted);
}

/** What stands in the way of the rows; null: nothing. */
function heldOf(other: EngineTransaction, table: TableSpec, rows: Batch, mode: LockMode): Blocked['what'] | null {
  if (other.hasLocked(table.oid, tableLockFor(mode))) return 'table';
  if (holdsRow(other, table, rows, mode)) return 'row';
  // A table that the other has altered is another table; altering it keeps us from committing.
  if (mode !== 'change') return null;
  return holdsKey(other.set.sumFor(table), table, rows) ? 'key' : null;
}

/** A table that the other has altered is another table; that keeps us from committing. */
function holdsRow({set, locked, shared}: EngineTransaction, table: TableSpec, rows: Batch, mode: LockMode): boolean {
  const wanted = (weight: bigint): boolean => (mode === 'change' ? weight < 0n : weight > 0n);
  const meets = (layer: Arrangement | null, held: (weight: bigint) => boolean): boolean =>
    layer !== null && someWeight(layer, rows, (own, theirs) => wanted(own) && held(theirs));
  if (!takesRows(rows, mode)) return false;
  if (meets(set.sumFor(table), weight => weight < 0n) || meets(locked.sumFor(table), weight => weight > 0n))
    return true;
  return mode !== 'share' && meets(shared.sumFor(table), weight => weight > 0n);
}

/** Rows are only added: then nothing but their keys can be in anybody's way. */
function takesRows({weights}: Batch, mode: LockMode): boolean {
  return mode !== 'change' || weights !== 0;
}

function holdsKey(written: Arrangement | null, {uniques}: TableSpec, delta: Batch): boolean {
  if (!written || uniques.length === 0) return false;
  const view = new TableView(null, written);
  return uniques.some(key => {
    const counts = view.counts(delta, key.columns, key.columns, nullSafety(key));
    return counts.some((count, row) => count !== 0n && weightAt(delta, row) > 0n);
  });
}

/** `test` of a row's weight in the batch and in the layer holds for some row of the (dense) batch. */
function someWeight(layer: Arrangement, rows: Batch, test: (own: bigint, theirs: bigint) => boolean): boolean {
  const {memory} = rows;
  const weights = layer.weightsOf(rows);
  try {
    for (let row = 0; row < rows.length; row++) {
      if (test(weightAt(rows, row), memory.i64[(weights >>> 3) + row])) return true;
    }
    return false;
  } finally {
    memory.release(weights);
  }
}

function weightAt({weights, memory}: Batch, row: number): bigint {
  return weights === 0 ? 1n : memory.i64[(weights >>> 3) + row];
}

/** Throws Outdated if the table, with the (dense) delta already in the view, has less than none of a row that it takes out. */
export function mustBeThere(view: TableView, table: TableSpec, delta: Batch): void {
  if (delta.weights === 0) return;
  const weights = view.weightsOf(delta);
  for (let row = 0; row < delta.length; row++) {
    if (weights[row] < 0n && weightAt(delta, row) < 0n)
      throw new Outdated(isDeleted(view.committed, table, delta, row));
  }
}

/** Nobody has a key of the row any more. Without keys rows that are changed and rows that are deleted look the same. */
function isDeleted(committed: TableView, {uniques}: TableSpec, delta: Batch, row: number): boolean {
  if (uniques.length === 0) return false;
  return uniques.every(key => committed.counts(delta, key.columns, key.columns, nullSafety(key))[row] === 0n);
}

/** Throws Outdated if one of the (dense) rows is not in the view. */
export function mustStandIn(view: TableView, rows: Batch): void {
  if (view.weightsOf(rows).some(weight => weight <= 0n)) throw new Outdated(false);
}
