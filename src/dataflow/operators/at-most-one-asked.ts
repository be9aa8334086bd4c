import type {Batch} from '../../columnar/batch.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {Schema} from '../../types/schema.ts';
import type {Tick} from '../../types/tick.ts';
import {GroupTable} from '../arrangement/group-table.ts';
import type {OperatorContext} from '../operator-context.ts';
import type {Checkpointable, Operator, Output} from '../operator.ts';

const ROWS = 0;

/**
 * O = I, and error 21000 while there is more than one row and somebody asks for it (A is not empty): a scalar subquery that is
 * the same for all rows A that it is asked for. State: how many rows I and A have.
 */
export class AtMostOneAskedOperator implements Operator {
  readonly name = 'at most one';
  readonly schema: Schema;
  private readonly rows: GroupTable;
  private readonly asking: GroupTable;
  /** The error that stands; undefined: nothing has come since the start. */
  private failing: boolean | undefined;

  constructor(schema: Schema, {memory}: OperatorContext) {
    this.schema = schema;
    this.rows = new GroupTable(memory, [], []);
    this.asking = new GroupTable(memory, [], []);
  }

  get stateBytes(): number {
    return this.rows.bytes + this.asking.bytes;
  }

  get state(): readonly Checkpointable[] {
    return [this.rows, this.asking];
  }

  push(port: number, delta: Batch, out: Output): void {
    this.failing ??= this.fails();
    if (port === ROWS) {
      this.rows.update(delta, [], []);
      out.emit(delta.retain());
    } else this.asking.update(delta, [], []);
  }

  flush(_tick: Tick, out: Output): 'done' {
    const was = this.failing;
    if (was === undefined) return 'done';
    this.rows.endTick();
    this.asking.endTick();
    this.failing = this.fails();
    if (this.failing === was) return 'done';
    const error = new SqlError('21000', 'more than one row returned by a subquery used as an expression');
    out.emitError(error, this.failing ? 1n : -1n, '()');
    return 'done';
  }

  private fails(): boolean {
    return weightOf(this.rows) > 1n && weightOf(this.asking) > 0n;
  }

  advance(): void {}

  close(): void {
    this.rows.close();
    this.asking.close();
  }
}

/** Of its one group. */
function weightOf(table: GroupTable): bigint {
  let weight = 0n;
  for (const {count, after, release} of table.all()) {
    if (count > 0) weight = table.memory.i64[after.weights >>> 3];
    release();
  }
  return weight;
}
