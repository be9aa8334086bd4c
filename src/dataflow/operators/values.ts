import {Batch, MAX_BATCH_ROWS} from '../../columnar/batch.ts';
import {concatBatches} from '../../columnar/batch-rows.ts';
import {batchFromRows} from '../../columnar/builder.ts';
import {releaseVector} from '../../columnar/vector-references.ts';
import type {Vector} from '../../columnar/vector.ts';
import type {Expr} from '../../expr/expr.ts';
import {overConstants, packRows} from '../../plan/packed-rows.ts';
import type {Datum} from '../../types/datum.ts';
import type {Schema} from '../../types/schema.ts';
import {sameLayout} from '../../types/sql-type.ts';
import type {Tick} from '../../types/tick.ts';
import {compile} from '../expressions.ts';
import type {OperatorContext} from '../operator-context.ts';
import type {Output} from '../operator.ts';
import {ProjectOperator} from './project.ts';
import {StatelessOperator} from './stateless.ts';

/** O = constant rows: all of them are in the first tick's delta. No state. A row that fails is an error row for good. */
export class ValuesOperator extends StatelessOperator {
  readonly name = 'values';
  private readonly rows: readonly (readonly Expr[])[];
  private readonly context: OperatorContext;
  private begun: boolean;

  constructor(schema: Schema, rows: readonly (readonly Expr[])[], context: OperatorContext) {
    super(schema);
    this.rows = rows;
    this.context = context;
    this.begun = context.restored;
  }

  push(): void {}

  override flush(_tick: Tick, out: Output): 'done' {
    if (this.begun) return 'done';
    this.begun = true;
    const literals = this.literals();
    if (!literals && this.together(out)) return 'done';
    const rows = literals ?? this.rows.flatMap(row => this.evaluate(row, out) ?? []);
    for (const batch of concatBatches(this.context.memory, this.schema, rows)) out.emit(batch);
    for (const row of rows) row.release();
    return 'done';
  }

  /** The rows, if they are all written out: long VALUES lists are. */
  private literals(): Batch[] | null {
    const rows: Datum[][] = [];
    for (const row of this.rows) {
      const datums: Datum[] = [];
      for (const [i, expr] of row.entries()) {
        if (expr.op !== 'literal' || !sameLayout(expr.type, this.schema[i].type)) return null;
        datums.push(expr.value);
      }
      rows.push(datums);
    }
    const batches: Batch[] = [];
    for (let from = 0; from < rows.length; from += MAX_BATCH_ROWS) {
      batches.push(batchFromRows(this.context.memory, this.schema, rows.slice(from, from + MAX_BATCH_ROWS)));
    }
    return batches;
  }

  /**
   * Long VALUES whose rows differ in their constants alone: these become columns, of which the rows are computed batch by batch.
   * false: they are others.
   */
  private together(out: Output): boolean {
    const packed = packRows(this.rows);
    if (!packed) return false;
    const {exprs, schema, columns} = overConstants(packed);
    const project = new ProjectOperator(this.schema, exprs, this.context);
    // Who fails is told of as if it stood alone: the constants are nobody's row.
    const errors: Output = {emit: batch => out.emit(batch), emitError: (error, weight) => out.emitError(error, weight)};
    for (let from = 0; from < packed.length; from += MAX_BATCH_ROWS) {
      const length = Math.min(MAX_BATCH_ROWS, packed.length - from);
      const rows = Array.from({length}, (_, i) => columns.map(values => values[from + i]));
      const constants = batchFromRows(this.context.memory, schema, rows);
      try {
        project.push(0, constants, errors);
      } finally {
        constants.release();
      }
    }
    return true;
  }

  /** A batch of the one row; null if an expression of it failed. */
  private evaluate(exprs: readonly Expr[], out: Output): Batch | null {
    const {memory} = this.context;
    const one = new Batch(memory, {schema: [], length: 1, columns: []});
    const columns: Vector[] = [];
    try {
      for (const [i, expr] of exprs.entries()) {
        const {vector, errors} = compile(expr, this.context).evaluate(one);
        const {type} = this.schema[i];
        columns.push(sameLayout(vector.type, type) ? {...vector, type} : vector);
        if (!errors) continue;
        for (const error of errors.values()) out.emitError(error, 1n);
        for (const column of columns) releaseVector(memory, column);
        return null;
      }
    } finally {
      one.release();
    }
    return new Batch(memory, {schema: this.schema, length: 1, columns});
  }
}
