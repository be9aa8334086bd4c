import type {Batch} from '../../columnar/batch.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {Schema} from '../../types/schema.ts';
import type {Tick} from '../../types/tick.ts';
import {type GroupChanges, GroupTable} from '../arrangement/group-table.ts';
import type {OperatorContext} from '../operator-context.ts';
import type {Checkpointable, Operator, Output} from '../operator.ts';
import {duplicateFlips} from '../presence.ts';
import {rowPrinter} from '../row-errors.ts';

/**
 * O = I, and error 21000 for each key with more than one row: what a scalar subquery promises. The error goes when the
 * key is back at one row. State: every key with the number of its rows.
 */
export class AtMostOneOperator implements Operator {
  readonly name = 'at most one';
  readonly schema: Schema;
  private readonly keys: readonly number[];
  private readonly groups: GroupTable;
  private changes: Iterator<GroupChanges> | null = null;

  constructor(schema: Schema, keys: readonly number[], context: OperatorContext) {
    this.schema = schema;
    this.keys = keys;
    this.groups = new GroupTable(
      context.memory,
      keys.map(key => schema[key]),
      [],
    );
  }

  get stateBytes(): number {
    return this.groups.bytes;
  }

  get state(): readonly Checkpointable[] {
    return [this.groups];
  }

  push(_port: number, delta: Batch, out: Output): void {
    this.groups.update(delta, this.keys, []);
    out.emit(delta.retain());
  }

  flush(_tick: Tick, out: Output): 'done' | 'more' {
    this.changes ??= this.groups.changes()[Symbol.iterator]();
    const next = this.changes.next();
    if (next.done) {
      this.changes = null;
      this.groups.endTick();
      return 'done';
    }
    this.emitErrors(next.value, out);
    return 'more';
  }

  private emitErrors(changes: GroupChanges, out: Output): void {
    const {memory} = this.groups;
    const flips = duplicateFlips(memory, changes);
    if (flips) {
      const keyText = rowPrinter(memory, changes.keys);
      for (let i = 0; i < flips.selected; i++) {
        const row = memory.u32[(flips.selection >>> 2) + i];
        const error = new SqlError('21000', 'more than one row returned by a subquery used as an expression');
        out.emitError(error, BigInt(memory.i32[(flips.weights >>> 2) + 2 * row]), keyText(row));
      }
      memory.release(flips.weights);
      memory.release(flips.selection);
    }
    changes.release();
  }

  advance(): void {}

  close(): void {
    this.changes?.return?.();
    this.groups.close();
  }
}
