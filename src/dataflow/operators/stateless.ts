import type {Batch} from '../../columnar/batch.ts';
import type {Schema} from '../../types/schema.ts';
import type {Tick} from '../../types/tick.ts';
import type {Checkpointable, Operator, Output} from '../operator.ts';

/** An operator that remembers nothing from one chunk to the next. */
export abstract class StatelessOperator implements Operator {
  abstract readonly name: string;
  readonly schema: Schema;
  readonly stateBytes: number = 0;
  readonly state: readonly Checkpointable[] = [];

  constructor(schema: Schema) {
    this.schema = schema;
  }

  abstract push(port: number, delta: Batch, out: Output): void;

  flush(_tick: Tick, _out: Output): 'done' | 'more' {
    return 'done';
  }

  advance(): void {}

  close(): void {}
}
