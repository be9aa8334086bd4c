import type {Batch} from '../../columnar/batch.ts';
import {datumReader, selectedRows} from '../../columnar/datum-access.ts';
import {releaseVector} from '../../columnar/vector-references.ts';
import type {Datum} from '../../types/datum.ts';
import {formatDatum} from '../../types/io/registry.ts';
import {SqlError} from '../../types/sql-error.ts';
import {sameLayout} from '../../types/sql-type.ts';
import {compileExpr, compileRowExpr, type EvaluationContext} from '../evaluate.ts';
import type {Expr} from '../expr.ts';

// The vector evaluator against the row evaluator, for tests.

type Outcome = string | null | {readonly error: string};

function outcome(compute: () => string | null): Outcome {
  try {
    return compute();
  } catch (error) {
    if (error instanceof SqlError) return {error: `${error.code} ${error.message}`};
    throw error;
  }
}

/** Outcomes by selected row, as text: the vector path's and the row path's. */
export function bothWays(
  expr: Expr,
  batch: Batch,
  context: EvaluationContext,
): {readonly vector: Outcome[]; readonly row: Outcome[]} {
  const rows = [...selectedRows(batch)];
  const readers = batch.columns.map(column => datumReader(batch.memory, column));
  const byRow = compileRowExpr(expr, context);
  const row = rows.map(r => outcome(() => formatDatum(expr.type, byRow(readers.map((read): Datum => read(r))))));

  const {vector, errors} = compileExpr(expr, context).evaluate(batch);
  if (!sameLayout(vector.type, expr.type)) throw new Error('the vector has another layout than the expression');
  if (vector.length !== batch.length) throw new Error('the vector has another length than the batch');
  const failed = new Map(errors?.map(({row: r, error}) => [r, error]));
  for (const r of failed.keys()) if (!rows.includes(r)) throw new Error('a row that does not count raised');
  const read = datumReader(batch.memory, vector);
  const byVector = rows.map(r =>
    outcome(() => {
      const error = failed.get(r);
      if (error) throw error;
      return formatDatum(expr.type, read(r));
    }),
  );
  releaseVector(batch.memory, vector);
  return {vector: byVector, row};
}
