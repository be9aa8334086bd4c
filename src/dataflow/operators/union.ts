import type {Batch} from '../../columnar/batch.ts';
import type {Output} from '../operator.ts';
import {StatelessOperator} from './stateless.ts';

/** ΔO = Σ ΔIₚ over the ports p (UNION ALL). No state. */
export class UnionOperator extends StatelessOperator {
  readonly name = 'union';

  push(_port: number, delta: Batch, out: Output): void {
    out.emit(delta.retain());
  }
}
