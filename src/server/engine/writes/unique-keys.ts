import type {Batch} from '../../../columnar/batch.ts';
import {readRow, selectedRows, weightOf} from '../../../columnar/datum-access.ts';
import {equalityKey} from '../../../expr/equality-key.ts';
import type {TableSpec, UniqueKey} from '../../../session/table-spec.ts';
import type {Datum} from '../../../types/datum.ts';
import {SqlError} from '../../../types/sql-error.ts';
import {printKey} from './row-text.ts';
import type {TableView} from './table-view.ts';

/** PRIMARY KEY and UNIQUE: no key of the added rows may stand for two rows of the view, which has them; `counts`: of the keys that are checked. Errors: 23505. */
export function checkUniqueKeys(
  table: TableSpec,
  view: TableView,
  deltas: readonly Batch[],
  counts: (key: UniqueKey) => boolean = () => true,
): void {
  for (const unique of table.uniques) {
    if (counts(unique)) for (const delta of deltas) checkUnique(table, unique, view, delta);
  }
}

function checkUnique(table: TableSpec, unique: UniqueKey, view: TableView, delta: Batch): void {
  const counts = view.counts(delta, unique.columns, unique.columns, unique.nullsNotDistinct);
  const rows = [...selectedRows(delta)].filter((row, i) => counts[i] > 1n && weightOf(delta, row) > 0n);
  if (rows.length === 0) return;
  const values = rows.map(row => readRow(delta.memory, delta.columns, row));
  const keyOf = (row: readonly Datum[]): string =>
    unique.columns.map(column => equalityKey(table.schema[column].type, row[column])).join('\0');
  // Of rows that are in each other's way the second is the one too many.
  const second = values.slice(1).find(row => keyOf(row) === keyOf(values[0])) ?? values[0];
  throw new SqlError('23505', `duplicate key value violates unique constraint "${unique.name}"`, {
    detail: `Key ${printKey(table.schema, unique.columns, second)} already exists.`,
    schema: table.namespace,
    table: table.name,
    constraint: unique.name,
  });
}
