import type {Batch} from '../../columnar/batch.ts';
import type {Schema} from '../../types/schema.ts';
import type {Tick} from '../../types/tick.ts';
import {Arrangement} from '../arrangement/arrangement.ts';
import {DeltaConsolidator} from '../delta-consolidator.ts';
import type {OperatorContext} from '../operator-context.ts';
import type {Checkpointable, Operator, Output} from '../operator.ts';

/** What is known of the delta that an output gets in a tick. */
export type DeltaKind = {
  /** Append-only. */
  readonly monotonic: boolean;
  /** Every row is in it at most once. */
  readonly consolidated: boolean;
};

/**
 * O = I, kept: the rows of a view. The tick's delta is passed on with every row once, if someone listens; append-only
 * deltas, and those that are so already, pass as they come. State: every row of I with its weight.
 */
export class MaterializeOperator implements Operator {
  readonly name = 'materialize';
  readonly schema: Schema;
  readonly arrangement: Arrangement;
  private readonly delta: DeltaConsolidator;
  private readonly passing: boolean;
  private readonly heard: () => boolean;

  /** `heard`: whether anyone listens to the delta in this tick. */
  constructor(schema: Schema, input: DeltaKind, heard: () => boolean, context: OperatorContext) {
    this.schema = schema;
    this.passing = input.monotonic || input.consolidated;
    this.heard = heard;
    this.arrangement = new Arrangement(context.memory, schema, [], {monotonic: input.monotonic});
    this.delta = new DeltaConsolidator(context.memory, schema);
  }

  get stateBytes(): number {
    return this.arrangement.bytes;
  }

  get state(): readonly Checkpointable[] {
    return [this.arrangement];
  }

  push(_port: number, delta: Batch, out: Output): void {
    const heard = this.heard();
    if (heard && !this.passing) {
      this.delta.add(delta);
      return;
    }
    this.arrangement.append(delta);
    if (heard) out.emit(delta.retain());
  }

  flush(_tick: Tick, out: Output): 'done' {
    if (this.delta.isEmpty) return 'done';
    const batches = this.delta.finish();
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
