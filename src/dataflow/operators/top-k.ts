import type {Batch} from '../../columnar/batch.ts';
import type {Schema} from '../../types/schema.ts';
import type {Tick} from '../../types/tick.ts';
import {OrderedMultiset, type OrderedOptions} from '../arrangement/ordered-multiset.ts';
import type {OperatorContext} from '../operator-context.ts';
import type {Checkpointable, Operator, Output} from '../operator.ts';

/**
 * O = for each partition, rows [offset, offset + limit) in the order of the keys (ties by the whole row).
 * ΔO = window(I + ΔI) − window(I), of the partitions that ΔI touches. State: every row of I, in order.
 */
export class TopKOperator implements Operator {
  readonly name = 'top-k';
  readonly schema: Schema;
  private readonly rows: OrderedMultiset;
  private changes: Iterator<Batch> | null = null;

  constructor(schema: Schema, options: OrderedOptions, context: OperatorContext) {
    this.schema = schema;
    this.rows = new OrderedMultiset(context.memory, schema, options);
  }

  get stateBytes(): number {
    return this.rows.bytes;
  }

  get state(): readonly Checkpointable[] {
    return [this.rows];
  }

  push(_port: number, delta: Batch): void {
    this.rows.append(delta);
  }

  flush(_tick: Tick, out: Output): 'done' | 'more' {
    this.changes ??= this.rows.changes()[Symbol.iterator]();
    const next = this.changes.next();
    if (!next.done) {
      out.emit(next.value);
      return 'more';
    }
    this.changes = null;
    this.rows.endTick();
    return 'done';
  }

  advance(): void {}

  close(): void {
    this.changes?.return?.();
    this.rows.close();
  }
}
