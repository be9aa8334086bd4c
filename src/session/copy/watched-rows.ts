import {compileRowExpr, type EvaluationContext} from '../../expr/evaluate.ts';
import type {Expr} from '../../expr/expr.ts';
import {isNull} from '../../plan/conjuncts.ts';
import {substituteColumns, usedColumns} from '../../plan/columns.ts';
import {isVolatile} from '../../plan/function-facts.ts';
import {someExpr} from '../../plan/map-expr.ts';
import type {BoundCopyFrom} from '../../sql/bind/index.ts';
import type {Datum} from '../../types/datum.ts';
import {SqlError} from '../../types/sql-error.ts';
import {BOOLEAN} from '../../types/sql-type.ts';

/** What can be told of a row of the data by itself, before the table is asked. */
export type RowWatch = {
  /** By field: what the domain of its column says of a value. Errors: 23502, 23514. */
  readonly domains: readonly (((value: Datum) => void) | null)[];
  /**
   * The row looks as if NOT NULL or a CHECK were broken. Whoever suspects a row lets the table say what is wrong with it. null:
   * nothing is asked.
   */
  readonly suspects: ((fields: readonly Datum[]) => boolean) | null;
};

export function rowWatch(
  {table: {columns, checks}, values, filtered, schema}: BoundCopyFrom,
  context: EvaluationContext,
): RowWatch {
  const domains = schema.map((_, field) => {
    const expr = values.find(value => value.type.domain !== undefined && usedColumns(value).has(field));
    if (!expr || !isPlain(expr)) return null;
    const compute = compileRowExpr(expr, context);
    const row: Datum[] = schema.map(() => null);
    return (value: Datum) => {
      row[field] = value;
      compute(row);
    };
  });
  // Rows that WHERE leaves out may be as they like.
  if (filtered) return {domains, suspects: null};
  const wanted = columns.flatMap(({nullable, generated}, i) =>
    nullable || generated || !isPlain(values[i]) ? [] : [isNull(values[i])],
  );
  const kept = checks
    .filter(check => check.columns.every(index => !columns[index].generated))
    .map(({expr}) => substituteColumns(expr, values))
    .filter(isPlain)
    .map((arg): Expr => ({op: 'isTruth', arg, truth: 'false', negated: false, type: BOOLEAN}));
  const tests = [...wanted, ...kept].map(expr => compileRowExpr(expr, context));
  if (tests.length === 0) return {domains, suspects: null};
  const suspects = (fields: readonly Datum[]): boolean =>
    tests.some(test => {
      try {
        return test(fields) === true;
      } catch (error) {
        return error instanceof SqlError;
      }
    });
  return {domains, suspects};
}

/** It says the same whenever and wherever it is computed. */
function isPlain(expr: Expr): boolean {
  return !isVolatile(expr) && !someExpr(expr, part => part.op === 'call' && part.signature.startsWith('$javascript'));
}
