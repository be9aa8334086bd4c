import type {Batch} from '../../../columnar/batch.ts';
import {readDatum, readRow, selectedRows} from '../../../columnar/datum-access.ts';
import {releaseVector, retainVector} from '../../../columnar/vector-references.ts';
import {compileExpr, type EvaluationContext} from '../../../expr/evaluate.ts';
import type {TableSpec} from '../../../session/table-spec.ts';
import {SqlError} from '../../../types/sql-error.ts';
import {failingRow} from './row-text.ts';

// What a row must be by itself, seen to as it is written.

/** The rows with these columns computed from the others; the batch itself where there are none. A reference of its own. */
export function withComputed(columns: TableSpec['generated'], rows: Batch, context: EvaluationContext): Batch {
  if (columns.length === 0) return rows.retain();
  const {memory} = rows;
  const computed = new Map<number, Batch['columns'][number]>();
  try {
    for (const {column, expr} of columns) {
      const {vector, errors} = compileExpr(expr, context).evaluate(rows);
      computed.set(column, vector);
      if (errors) throw errors[0].error;
    }
  } catch (error) {
    for (const vector of computed.values()) releaseVector(memory, vector);
    throw error;
  }
  return rows.withColumns(
    rows.schema,
    rows.columns.map((column, i) => computed.get(i) ?? retainVector(memory, column)),
  );
}

/** A row that the table does not take. */
type WrongRow = {readonly row: number; readonly error: SqlError};

/** The first row that breaks NOT NULL or, in the order of their names, a CHECK: 23502, 23514, or what a check's expression raises. */
export function firstWrongRow(table: TableSpec, rows: Batch, context: EvaluationContext): WrongRow | null {
  let first = firstNull(table, rows);
  for (const {name, expr} of table.checks) {
    const {vector, errors} = compileExpr(expr, context).evaluate(rows);
    try {
      const failed = new Map(errors?.map(({row, error}) => [row, error]));
      for (const row of selectedRows(rows)) {
        if (first && row >= first.row) break;
        const error = failed.get(row);
        if (error) first = {row, error};
        else if (readDatum(rows.memory, vector, row) === false) {
          const message = `new row for relation "${table.name}" violates check constraint "${name}"`;
          const told = failingRow(table, readRow(rows.memory, rows.columns, row));
          const fields = {...told, schema: table.namespace, table: table.name, constraint: name};
          first = {row, error: new SqlError('23514', message, fields)};
        }
      }
    } finally {
      releaseVector(rows.memory, vector);
    }
  }
  return first;
}

function firstNull(table: TableSpec, rows: Batch): WrongRow | null {
  const {u8} = rows.memory;
  let first: {readonly row: number; readonly column: string} | null = null;
  for (const [index, column] of table.schema.entries()) {
    const {validity} = rows.columns[index];
    if (column.nullable || validity === 0) continue;
    for (const row of selectedRows(rows)) {
      if (first && row >= first.row) break;
      if (!((u8[validity + (row >>> 3)] >>> (row & 7)) & 1)) first = {row, column: column.name};
    }
  }
  if (!first) return null;
  const {row, column} = first;
  const message = `null value in column "${column}" of relation "${table.name}" violates not-null constraint`;
  const fields = {schema: table.namespace, table: table.name, column};
  const told = failingRow(table, readRow(rows.memory, rows.columns, row));
  return {row, error: new SqlError('23502', message, {...told, ...fields})};
}
