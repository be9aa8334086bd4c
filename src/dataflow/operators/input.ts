import type {Batch} from '../../columnar/batch.ts';
import type {Output} from '../operator.ts';
import {StatelessOperator} from './stateless.ts';

/** ΔO = ΔI: where the deltas of an object enter a dataflow. No state. */
export class InputOperator extends StatelessOperator {
  readonly name = 'input';

  push(_port: number, delta: Batch, out: Output): void {
    out.emit(delta.retain());
  }
}
