import type {Batch} from '../columnar/batch.ts';
import type {Vector} from '../columnar/vector.ts';
import type {Address} from '../kernels/memory.ts';
import type {Datum} from '../types/datum.ts';
import type {SqlError} from '../types/sql-error.ts';
import type {SqlType} from '../types/sql-type.ts';
import type {EvaluationContext} from './call-context.ts';
import type {Expr} from './expr.ts';
import {compileRowExpr} from './row-evaluator.ts';
import {Compiler} from './vector/compile.ts';
import {ConstantPool} from './vector/constant-pool.ts';
import {Frame} from './vector/frame.ts';
import {Lanes} from './vector/lanes.ts';
import type {Node} from './vector/node.ts';

export type {EvaluationContext} from './call-context.ts';
export {compileRowExpr, type RowExpr} from './row-evaluator.ts';

/** A physical row whose expression raised. */
type RowError = {readonly row: number; readonly error: SqlError};

type Evaluated = {
  /** One lane a physical row, owned by the caller. Lanes that do not count, or failed, hold anything. */
  readonly vector: Vector;
  /** By row, ascending; null = none. */
  readonly errors: readonly RowError[] | null;
};

/** An expression ready to run over batches. Holds no memory between evaluations; may be dropped at any time. */
export class CompiledExpr {
  readonly type: SqlType;
  private readonly root: Node;
  private readonly pool: ConstantPool;

  constructor(root: Node, pool: ConstantPool) {
    this.root = root;
    this.pool = pool;
    this.type = root.type;
  }

  /** The value, where it is the same for every row for ever; undefined where it is not known. */
  get constant(): Datum | undefined {
    return this.root.constant?.value;
  }

  /**
   * Evaluates over the physical rows of the batch. Only rows that are selected, and set in `active` (a bitmap of
   * batch.length bits; 0 = all), may raise.
   */
  evaluate(batch: Batch, active: Address = 0 as Address): Evaluated {
    const frame = new Frame(batch.memory, batch.columns, batch.length, this.pool.contents);
    try {
      this.root.run(frame, Lanes.ofBatch(batch, active));
      const vector = frame.take();
      return {vector, errors: sortedErrors(frame.errors)};
    } catch (error) {
      frame.close();
      throw error;
    }
  }
}

function sortedErrors(errors: ReadonlyMap<number, SqlError> | null): readonly RowError[] | null {
  if (errors === null) return null;
  return [...errors].map(([row, error]) => ({row, error})).sort((a, b) => a.row - b.row);
}

/** Compiles an expression over the columns of a schema. Constant parts are folded, unless they raise. */
export function compileExpr(expr: Expr, context: EvaluationContext): CompiledExpr {
  const pool = new ConstantPool();
  return new CompiledExpr(new Compiler(context, pool).exact(expr), pool);
}

/** The value of an expression without columns. Errors: SqlError. */
export function evaluateConstant(expr: Expr, context: EvaluationContext): Datum {
  return compileRowExpr(expr, context)([]);
}
