import {compact, negateWeights} from '../../columnar/batch-rows.ts';
import type {Batch} from '../../columnar/batch.ts';
import {consolidate} from '../../columnar/consolidate.ts';
import {selectedRows, weightOf} from '../../columnar/datum-access.ts';
import {retainVector} from '../../columnar/vector-references.ts';
import type {Arrangement} from '../../dataflow/arrangement/arrangement.ts';
import type {ObjectSpec, WriteRequest} from '../../session/engine.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {PlainBatch} from './messages.ts';
import {checkNotNull, checkPrimaryKey, keyWeights} from './table-constraints.ts';

type TableSpec = Extract<ObjectSpec, {kind: 'table'}>;

/**
 * The deltas that a DML statement's rows mean for its table (the caller takes over the references), and how many rows
 * it counts as. Errors: 23502.
 */
export function changesOf(
  table: TableSpec,
  kind: WriteRequest['kind'],
  rows: readonly Batch[],
): {readonly deltas: Batch[]; readonly affected: number} {
  const deltas: Batch[] = [];
  let affected = 0n;
  try {
    for (const batch of rows) {
      for (const row of selectedRows(batch)) affected += weightOf(batch, row);
      if (kind === 'insert') deltas.push(tableRows(table, batch, 0));
      if (kind !== 'insert') {
        const old = tableRows(table, batch, 0);
        deltas.push(negateWeights(old));
        old.release();
      }
      if (kind === 'update') deltas.push(tableRows(table, batch, table.schema.length));
      if (kind !== 'delete') checkNotNull(table, deltas[deltas.length - 1]);
    }
    return {deltas, affected: Number(affected)};
  } catch (error) {
    for (const delta of deltas) delta.release();
    throw error;
  }
}

/** The table's columns out of a result, from column `first` on, dense. */
function tableRows(table: TableSpec, batch: Batch, first: number): Batch {
  const picked = batch.pick(
    table.schema,
    table.schema.map((_, i) => first + i),
  );
  const dense = compact(picked);
  picked.release();
  return dense;
}

/**
 * Whether a transaction's deltas may be applied to the table as it stands. Errors: 40001 a row to take out is no longer
 * there, 23505.
 */
export function checkCommit(
  table: TableSpec,
  rows: Arrangement,
  deltas: readonly Batch[],
): 'independent' | 'exclusive' {
  const deletes = deltas.some(delta => delta.weights !== 0);
  if (deletes) checkDeletes(table, rows, deltas);
  checkKeys(table, rows, deltas);
  return deletes || table.primaryKey ? 'exclusive' : 'independent';
}

/** PRIMARY KEY alone, against the table as it stands. Errors: 23505. */
export function checkKeys(table: TableSpec, rows: Arrangement, deltas: readonly Batch[]): void {
  if (table.primaryKey) checkPrimaryKey(table, deltas, delta => keyWeights(rows, delta, table.primaryKey!));
}

function checkDeletes(table: TableSpec, rows: Arrangement, deltas: readonly Batch[]): void {
  // Deltas of one transaction may take out what an earlier one of it put in.
  const merged = deltas.length === 1 ? null : consolidated(table, deltas);
  try {
    for (const delta of merged ?? deltas) {
      if (rows.wouldGoNegative(delta).length === 0) continue;
      throw new SqlError('40001', 'could not serialize access due to concurrent update', {table: table.name});
    }
  } finally {
    for (const delta of merged ?? []) delta.release();
  }
}

function consolidated(table: TableSpec, deltas: readonly Batch[]): Batch[] {
  return consolidate(deltas[0].memory, table.schema, deltas);
}

/** A batch for another thread: each of its addresses carries a reference of its own. Takes the reference. */
export function transferBatch(batch: Batch): PlainBatch {
  const {schema, length, weights, selection, selected, memory} = batch;
  const columns = batch.columns.map(column => retainVector(memory, column));
  if (weights !== 0) memory.retain(weights);
  if (selection !== 0) memory.retain(selection);
  batch.release();
  return {schema, length, columns, weights, selection, selected};
}
