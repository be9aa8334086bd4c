import type {Batch} from '../columnar/batch.ts';
import type {Vector} from '../columnar/vector.ts';
import {compileExpr, evaluateConstant} from '../expr/evaluate.ts';
import type {Expr} from '../expr/expr.ts';
import type {OperatorContext} from './operator-context.ts';
import type {RowErrors} from './row-errors.ts';

/** An expression ready to run over batches. */
export type CompiledExpr = {
  /** One lane a physical row, owned by the caller; lanes of rows that are not selected, or failed, hold anything. */
  evaluate(batch: Batch): {readonly vector: Vector; readonly errors: RowErrors | null};
};

export function compile(expr: Expr, {environment}: OperatorContext): CompiledExpr {
  const compiled = compileExpr(expr, environment);
  return {
    evaluate(batch) {
      const {vector, errors} = compiled.evaluate(batch);
      return {vector, errors: errors && new Map(errors.map(({row, error}) => [row, error]))};
    },
  };
}

/** The value of a column-free expression of type bigint. Errors: what the expression raises. */
export function constantBigint(expr: Expr, {environment}: OperatorContext): bigint | null {
  const value = evaluateConstant(expr, environment);
  return value === null ? null : BigInt(value as bigint | number);
}
