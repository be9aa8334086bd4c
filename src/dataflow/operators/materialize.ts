import type {Batch} from '../../columnar/batch.ts';
import type {Schema} from '../../types/schema.ts';
import type {Tick} from '../../types/tick.ts';
import {Arrangement} from '../arrangement/arrangement.ts';
import {DeltaConsolidator} from '../delta-consolidator.ts';
import type {OperatorContext} from '../operator-context.ts';
import type {Checkpointable, Operator, Output} from '../operator.ts';

/**
 * O = I, kept: the rows of a view. The tick's delta is passed on with every row once, if someone listens; append-only
 * deltas pass as they come. State: every row of I with its weight.
 */
export class MaterializeOperator implements Operator {
  readonly name = 'materialize';
  readonly schema: Schema;
  readonly arrangement: Arrangement;
  private readonly delta: DeltaConsolidator;
  private readonly monotonic: boolean;
  private readonly heard: () => boolean;

  /** `heard`: whether anyone listens to the delta in this tick. */
  constructor(schema: Schema, monotonic: boolean, heard: () => boolean, context: OperatorContext) {
    this.schema = schema;
    this.monotonic = monotonic;
    this.heard = heard;
    this.arrangement = new Arrangement(context.memory, schema, [], {monotonic});
    this.delta = new DeltaConsolidator(context.memory, schema);
  }

  get stateBytes(): number {
    return this.arrangement.bytes;
  }

  get state(): readonly Checkpointable[] {
    return [this.arrangement];
  }

  push(_port: number, delta: Batch, out: Output): void {
    if (this.monotonic || !this.heard()) {
      this.arrangement.append(delta);
      if (this.monotonic) out.emit(delta.retain());
      return;
    }
    this.delta.add(delta);
  }

  flush(_tick: Tick, out: Output): 'done' {
    if (this.delta.isEmpty) return 'done';
    const batches = this.delta.finish();
    // All of it is in place before anyone is told: readers of the index probe the state after the tick.
    for (const batch of batches) this.arrangement.append(batch);
    for (const batch of batches) out.emit(batch);
    return 'done';
  }

  advance(): void {}

  close(): void {
    this.delta.close();
    this.arrangement.close();
  }
}
