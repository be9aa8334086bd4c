import type {Batch} from '../../columnar/batch.ts';
import type {Schema} from '../../types/schema.ts';
import type {Tick} from '../../types/tick.ts';
import {DeltaConsolidator} from '../delta-consolidator.ts';
import type {OperatorContext} from '../operator-context.ts';
import type {Checkpointable, Operator, Output} from '../operator.ts';
import type {DeltaKind} from './materialize.ts';

/**
 * O = I, handed on and not kept: what leaves the server. Each row stands once in the tick's delta, except in one that
 * is append-only: that passes as it comes. State: the delta of the tick under way.
 */
export class SinkOperator implements Operator {
  readonly name = 'sink';
  readonly schema: Schema;
  readonly stateBytes = 0;
  readonly state: readonly Checkpointable[] = [];
  private readonly delta: DeltaConsolidator;
  private readonly passing: boolean;

  constructor(schema: Schema, input: DeltaKind, context: OperatorContext) {
    this.schema = schema;
    this.passing = input.monotonic || input.consolidated;
    this.delta = new DeltaConsolidator(context.memory, schema);
  }

  push(_port: number, delta: Batch, out: Output): void {
    if (this.passing) out.emit(delta.retain());
    else this.delta.add(delta);
  }

  flush(_tick: Tick, out: Output): 'done' {
    if (!this.delta.isEmpty) for (const batch of this.delta.finish()) out.emit(batch);
    return 'done';
  }

  advance(): void {}

  close(): void {
    this.delta.close();
  }
}
