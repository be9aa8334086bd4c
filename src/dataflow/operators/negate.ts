import {Batch} from '../../columnar/batch.ts';
import {retainVector} from '../../columnar/vector-references.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {Output} from '../operator.ts';
import {StatelessOperator} from './stateless.ts';

/** ΔO = −ΔI: the left-hand side minus the right of EXCEPT-like plans. No state. Errors: 22003 for the weight −2⁶³. */
export class NegateOperator extends StatelessOperator {
  readonly name = 'negate';

  push(_port: number, delta: Batch, out: Output): void {
    const {memory} = delta;
    const weights = memory.alloc(delta.length * 8);
    if (memory.kernels.weights_negate(delta.weights, weights, delta.length) !== 0) {
      memory.release(weights);
      throw new SqlError('22003', 'bigint out of range', {detail: 'The weight of a row exceeds 64 bits.'});
    }
    if (delta.selection !== 0) memory.retain(delta.selection);
    out.emit(
      new Batch(memory, {
        schema: this.schema,
        length: delta.length,
        columns: delta.columns.map(column => retainVector(memory, column)),
        weights,
        selection: delta.selection,
        selected: delta.selected,
        consolidated: delta.consolidated,
      }),
    );
  }
}
