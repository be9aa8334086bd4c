import type {Batch} from '../../columnar/batch.ts';
import {filterBatch} from '../../columnar/batch-rows.ts';
import {releaseVector} from '../../columnar/vector-references.ts';
import type {Schema} from '../../types/schema.ts';
import type {Tick} from '../../types/tick.ts';
import {Coalescer} from '../coalescer.ts';
import type {CompiledExpr} from '../expressions.ts';
import type {OperatorContext} from '../operator-context.ts';
import type {Output} from '../operator.ts';
import {emitRowErrors, fromFirstError, withoutRows} from '../row-errors.ts';
import {StatelessOperator} from './stateless.ts';

/**
 * ΔO = {row ∈ ΔI : predicate(row) is true}. Linear; no state between ticks (small outputs wait for the tick's flush). A row
 * whose predicate fails is an error row.
 */
export class FilterOperator extends StatelessOperator {
  readonly name = 'filter';
  private readonly predicate: CompiledExpr;
  private readonly output: Coalescer;
  private readonly stopsAtError: boolean;

  constructor(schema: Schema, predicate: CompiledExpr, context: OperatorContext) {
    super(schema);
    this.predicate = predicate;
    this.output = new Coalescer(context.memory, schema);
    this.stopsAtError = context.stopsAtError ?? false;
  }

  push(_port: number, delta: Batch, out: Output): void {
    const {vector, errors} = this.predicate.evaluate(delta);
    try {
      if (!errors) {
        this.output.add(filterBatch(delta, vector), out);
        return;
      }
      const {rest, first} = this.stopsAtError ? fromFirstError(delta, errors) : {rest: errors, first: errors};
      const sound = withoutRows(delta, rest);
      this.output.add(filterBatch(sound, vector), out);
      sound.release();
      if (this.stopsAtError) this.passOn(out);
      emitRowErrors(delta, first, out);
    } finally {
      releaseVector(delta.memory, vector);
    }
  }

  passOn(out: Output): void {
    this.output.flush(out);
  }

  override flush(_tick: Tick, out: Output): 'done' {
    this.passOn(out);
    return 'done';
  }

  override close(): void {
    this.output.close();
  }
}
