import type {Batch} from '../../../columnar/batch.ts';
import {readDatum, readRow, selectedRows} from '../../../columnar/datum-access.ts';
import {releaseVector, retainVector} from '../../../columnar/vector-references.ts';
import {compileExpr, type EvaluationContext} from '../../../expr/evaluate.ts';
import type {TableSpec} from '../../../session/table-spec.ts';
import {SqlError} from '../../../types/sql-error.ts';
import {printFailingRow} from './row-text.ts';

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

/** NOT NULL, then CHECK in the order of their names. Errors: 23502, 23514 with the failing row, those of the expressions. */
export function checkRows(table: TableSpec, rows: Batch, context: EvaluationContext): void {
  checkNotNull(table, rows);
  for (const {name, expr} of table.checks) {
    const {vector, errors} = compileExpr(expr, context).evaluate(rows);
    try {
      if (errors) throw errors[0].error;
      for (const row of selectedRows(rows)) {
        if (readDatum(rows.memory, vector, row) !== false) continue;
        throw new SqlError('23514', `new row for relation "${table.name}" violates check constraint "${name}"`, {
          detail: failingRow(table, rows, row),
          schema: table.namespace,
          table: table.name,
          constraint: name,
        });
      }
    } finally {
      releaseVector(rows.memory, vector);
    }
  }
}

function checkNotNull(table: TableSpec, rows: Batch): void {
  const {u8} = rows.memory;
  for (const [index, column] of table.schema.entries()) {
    const {validity} = rows.columns[index];
    if (column.nullable || validity === 0) continue;
    for (const row of selectedRows(rows)) {
      if ((u8[validity + (row >>> 3)] >>> (row & 7)) & 1) continue;
      throw new SqlError(
        '23502',
        `null value in column "${column.name}" of relation "${table.name}" violates not-null constraint`,
        {detail: failingRow(table, rows, row), schema: table.namespace, table: table.name, column: column.name},
      );
    }
  }
}

function failingRow(table: TableSpec, rows: Batch, row: number): string {
  return `Failing row contains (${printFailingRow(table, readRow(rows.memory, rows.columns, row))}).`;
}
