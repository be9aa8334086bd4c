import {Batch} from '../../columnar/batch.ts';
import {takeBatch} from '../../columnar/batch-rows.ts';
import {selectedRows, weightOf} from '../../columnar/datum-access.ts';
import {releaseVector, retainVector} from '../../columnar/vector-references.ts';
import type {Vector} from '../../columnar/vector.ts';
import type {Expr} from '../../expr/expr.ts';
import {isVolatile} from '../../plan/function-facts.ts';
import type {Schema} from '../../types/schema.ts';
import type {SqlError} from '../../types/sql-error.ts';
import {sameLayout} from '../../types/sql-type.ts';
import {type CompiledExpr, compile} from '../expressions.ts';
import type {OperatorContext} from '../operator-context.ts';
import type {Output} from '../operator.ts';
import {emitRowErrors, fromFirstError, withoutRows} from '../row-errors.ts';
import {evaluateInTurn, inTurn, type InTurn} from './in-turn.ts';
import {StatelessOperator} from './stateless.ts';

/**
 * ΔO = {(e₁(row), …, eₙ(row)) : row ∈ ΔI}. Linear, no state: columns that only move are shared, weights and selection
 * are the input's. A row for which one expression fails (the first counts) is an error row.
 */
export class ProjectOperator extends StatelessOperator {
  readonly name = 'project';
  private readonly columns: readonly (number | CompiledExpr)[];
  /** A volatile function gives each copy of a row a value of its own. */
  private readonly eachCopy: boolean;
  private readonly inTurn: readonly InTurn[];
  private readonly stopsAtError: boolean;

  constructor(schema: Schema, exprs: readonly Expr[], context: OperatorContext) {
    super(schema);
    this.eachCopy = context.mode === 'once' && exprs.some(isVolatile);
    this.inTurn = inTurn(exprs, context);
    this.stopsAtError = context.stopsAtError ?? false;
    this.columns = exprs.map(expr => (expr.op === 'column' ? expr.index : compile(expr, context)));
  }

  push(_port: number, delta: Batch, out: Output): void {
    if (!this.eachCopy || delta.weights === 0) return this.project(delta, out);
    const copies = writtenOut(delta);
    try {
      this.project(copies, out);
    } finally {
      copies.release();
    }
  }

  private project(delta: Batch, out: Output): void {
    const {memory} = delta;
    const vectors: Vector[] = [];
    let failed: Map<number, SqlError> | null = null;
    const together = this.inTurn.length === 0 ? null : evaluateInTurn(this.inTurn, delta);
    if (together && together.failed.size > 0) failed = new Map(together.failed);
    try {
      for (let i = 0; i < this.columns.length; i++) {
        const column = this.columns[i];
        const known = together?.vectors.get(i);
        if (known) {
          vectors.push(this.retyped(i, retainVector(memory, known)));
          continue;
        }
        if (typeof column === 'number') {
          vectors.push(this.retyped(i, retainVector(memory, delta.columns[column])));
          continue;
        }
        const {vector, errors} = column.evaluate(delta);
        vectors.push(this.retyped(i, vector));
        if (!errors) continue;
        failed ??= new Map<number, SqlError>();
        for (const [row, error] of errors) if (!failed.has(row)) failed.set(row, error);
      }
    } catch (error) {
      for (const vector of vectors) releaseVector(memory, vector);
      throw error;
    } finally {
      for (const vector of together?.vectors.values() ?? []) releaseVector(memory, vector);
    }
    const projected = delta.withColumns(this.schema, vectors);
    if (!failed) {
      out.emit(projected);
      return;
    }
    const {rest, first} = this.stopsAtError ? fromFirstError(delta, failed) : {rest: failed, first: failed};
    out.emit(withoutRows(projected, rest));
    emitRowErrors(delta, first, out);
    projected.release();
  }

  /** The vector under the type that the plan states: the same layout may go by another SQL type (varchar as text). */
  private retyped(column: number, vector: Vector): Vector {
    const {type} = this.schema[column];
    return vector.type === type || !sameLayout(vector.type, type) ? vector : {...vector, type};
  }
}

/** Each row as often as its weight says, every one with weight 1. Weights of a read are positive. */
function writtenOut(batch: Batch): Batch {
  const {memory} = batch;
  const rows: number[] = [];
  for (const row of selectedRows(batch)) for (let n = weightOf(batch, row); n > 0n; n--) rows.push(row);
  const places = memory.alloc(Math.max(4, rows.length * 4));
  memory.u32.set(rows, places >>> 2);
  const {schema, length} = batch;
  const columns = batch.columns.map(column => retainVector(memory, column));
  const unweighted = new Batch(memory, {schema, length, columns});
  const copies = takeBatch(unweighted, places, rows.length);
  unweighted.release();
  memory.release(places);
  return copies;
}
