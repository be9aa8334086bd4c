import type {Batch} from '../../columnar/batch.ts';
import type {Output} from '../operator.ts';
import {StatelessOperator} from './stateless.ts';

/** ΔO = ΔI: where the deltas of an object enter a dataflow, without columns that the object got later. No state. */
export class InputOperator extends StatelessOperator {
  readonly name = 'input';

  push(_port: number, delta: Batch, out: Output): void {
    if (delta.columns.length === this.schema.length) out.emit(delta.retain());
    else
      out.emit(
        delta.pick(
          this.schema,
          this.schema.map((_, i) => i),
        ),
      );
  }
}
