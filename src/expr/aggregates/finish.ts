import type {Datum} from '../../types/datum.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {compileExpr, compileRowExpr, type CompiledExpr, type EvaluationContext} from '../evaluate.ts';
import type {AccumulatedAggregate} from './aggregate-row.ts';

/** The finishing expression ready to run over batches whose columns are the accumulators' vectors. */
export function compileFinish(
  aggregate: AccumulatedAggregate,
  args: readonly SqlType[],
  context: EvaluationContext,
): CompiledExpr {
  return compileExpr(aggregate.finish(args), context);
}

/** The result for one group. Errors: SqlError, 22003. */
export function finishRow(
  aggregate: AccumulatedAggregate,
  args: readonly SqlType[],
  accumulators: readonly Datum[],
  context: EvaluationContext,
): Datum {
  return compileRowExpr(aggregate.finish(args), context)(accumulators);
}
