import {Batch} from '../../columnar/batch.ts';
import {retainVector} from '../../columnar/vector-references.ts';
import type {Schema} from '../../types/schema.ts';
import type {Tick} from '../../types/tick.ts';
import {type GroupChanges, GroupTable} from '../arrangement/group-table.ts';
import type {OperatorContext} from '../operator-context.ts';
import type {Checkpointable, Operator, Output} from '../operator.ts';
import {presenceFlips} from '../presence.ts';

/**
 * O(row) = 1 where I(row) > 0, rows compared as GROUP BY compares them. ΔO = the rows whose presence the tick changed.
 * State: every distinct row with its weight.
 */
export class DistinctOperator implements Operator {
  readonly name = 'distinct';
  readonly schema: Schema;
  private readonly groups: GroupTable;
  private readonly columns: readonly number[];
  private changes: Iterator<GroupChanges> | null = null;

  constructor(schema: Schema, context: OperatorContext) {
    this.schema = schema;
    this.groups = new GroupTable(context.memory, schema, []);
    this.columns = schema.map((_, i) => i);
  }

  get stateBytes(): number {
    return this.groups.bytes;
  }

  get state(): readonly Checkpointable[] {
    return [this.groups];
  }

  push(_port: number, delta: Batch): void {
    this.groups.update(delta, this.columns, []);
  }

  flush(_tick: Tick, out: Output): 'done' | 'more' {
    this.changes ??= this.groups.changes()[Symbol.iterator]();
    const next = this.changes.next();
    if (next.done) {
      this.changes = null;
      this.groups.endTick();
      return 'done';
    }
    this.emitChanges(next.value, out);
    return 'more';
  }

  private emitChanges(changes: GroupChanges, out: Output): void {
    const {memory} = this.groups;
    const flips = presenceFlips(memory, changes);
    if (flips) {
      out.emit(
        new Batch(memory, {
          schema: this.schema,
          length: changes.count,
          columns: changes.keys.map(column => retainVector(memory, column)),
          ...flips,
          consolidated: true,
        }),
      );
    }
    changes.release();
  }

  advance(): void {}

  close(): void {
    this.changes?.return?.();
    this.groups.close();
  }
}
