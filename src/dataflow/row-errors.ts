import {Batch} from '../columnar/batch.ts';
import {datumReader, selectedRows, weightOf} from '../columnar/datum-access.ts';
import {retainVector} from '../columnar/vector-references.ts';
import type {Vector} from '../columnar/vector.ts';
import type {Memory} from '../kernels/memory.ts';
import {formatDatum} from '../types/io/registry.ts';
import type {Datum} from '../types/datum.ts';
import type {SqlError} from '../types/sql-error.ts';
import {structOf} from '../types/sql-type.ts';
import type {Output} from './operator.ts';

/** Why an expression failed, by physical row. */
export type RowErrors = ReadonlyMap<number, SqlError>;

/** Reports the rows of `batch` whose expression failed, each with its weight and printed as a composite. */
export function emitRowErrors(batch: Batch, errors: RowErrors, out: Output): void {
  const text = rowPrinter(batch.memory, batch.columns);
  for (const [row, error] of errors) out.emitError(error, weightOf(batch, row), text(row));
}

/** The rows from the first on that failed, which alone is told of. */
export function fromFirstError(
  batch: Batch,
  errors: RowErrors,
): {readonly rest: Set<number>; readonly first: RowErrors} {
  const rest = new Set<number>();
  let first: RowErrors = new Map();
  for (const row of selectedRows(batch)) {
    const error = errors.get(row);
    if (error && rest.size === 0) first = new Map([[row, error]]);
    if (first.size > 0) rest.add(row);
  }
  return {rest, first};
}

/** Prints rows of these columns as Postgres prints a composite: (1,"a b",). */
export function rowPrinter(memory: Memory, columns: readonly Vector[]): (row: number) => string {
  const type = structOf(columns.map((column, i) => ({name: `column${i + 1}`, type: column.type})));
  const readers = columns.map(column => datumReader(memory, column));
  return row => {
    const values: Datum[] = readers.map(read => read(row));
    return formatDatum(type, values)!;
  };
}

/** The batch without these rows, sharing its columns: physical row numbers stay what they are. */
export function withoutRows(batch: Batch, rows: {has(row: number): boolean}): Batch {
  const {memory} = batch;
  const kept: number[] = [];
  for (const row of selectedRows(batch)) if (!rows.has(row)) kept.push(row);
  const selection = memory.alloc(Math.max(kept.length, 1) * 4);
  memory.u32.set(kept, selection >>> 2);
  if (batch.weights !== 0) memory.retain(batch.weights);
  return new Batch(memory, {
    schema: batch.schema,
    length: batch.length,
    columns: batch.columns.map(column => retainVector(memory, column)),
    weights: batch.weights,
    selection,
    selected: kept.length,
    consolidated: batch.consolidated,
  });
}
