import type {Batch} from '../../columnar/batch.ts';
import {vectorFromDatums} from '../../columnar/builder.ts';
import {readRow, selectedRows} from '../../columnar/datum-access.ts';
import type {Vector} from '../../columnar/vector.ts';
import {compileRowExpr, type EvaluationContext, type RowExpr} from '../../expr/evaluate.ts';
import type {Expr} from '../../expr/expr.ts';
import {isVolatile, usesSequence} from '../../plan/function-facts.ts';
import type {LateColumn} from '../../plan/physical.ts';
import type {Datum} from '../../types/datum.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {SqlType} from '../../types/sql-type.ts';
import type {OperatorContext} from '../operator-context.ts';

/** An expression whose value for a row may follow from what another did for the same row. */
export type InTurn = {readonly column: number; readonly type: SqlType; readonly value: RowExpr};

/**
 * `nextval('s'), currval('s')`: of a row all are computed before those of the next row. Empty where there are no two such
 * expressions, and columns may be computed one after the other.
 */
export function inTurn(exprs: readonly Expr[], {mode, environment}: OperatorContext): readonly InTurn[] {
  if (mode !== 'once' || !exprs.some(usesSequence)) return [];
  const columns = exprs.flatMap((expr, column) => (isVolatile(expr) ? [{expr, column}] : []));
  return columns.length < 2 ? [] : rowByRow(columns, environment);
}

export function rowByRow(columns: readonly LateColumn[], environment: EvaluationContext): readonly InTurn[] {
  return columns.map(({expr, column}) => ({column, type: expr.type, value: compileRowExpr(expr, environment)}));
}

/** The vectors of these expressions, by their columns, and the rows for which one failed, or the first. */
export function evaluateInTurn(
  exprs: readonly InTurn[],
  batch: Batch,
  stopsAtError = false,
): {readonly vectors: ReadonlyMap<number, Vector>; readonly failed: ReadonlyMap<number, SqlError>} {
  const values = exprs.map(() => new Array<Datum>(batch.length).fill(null));
  const failed = new Map<number, SqlError>();
  for (const row of selectedRows(batch)) {
    const datums = readRow(batch.memory, batch.columns, row);
    try {
      exprs.forEach(({value}, i) => (values[i][row] = value(datums)));
    } catch (error) {
      if (!(error instanceof SqlError)) throw error;
      failed.set(row, error);
      if (stopsAtError) break;
    }
  }
  const vectors = new Map<number, Vector>();
  exprs.forEach(({column, type}, i) => vectors.set(column, vectorFromDatums(batch.memory, type, values[i])));
  return {vectors, failed};
}
