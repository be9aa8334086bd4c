import type {Batch} from '../../columnar/batch.ts';
import {selectedRows} from '../../columnar/datum-access.ts';
import type {Address, Memory} from '../../kernels/memory.ts';
import type {Schema} from '../../types/schema.ts';
import type {Tick} from '../../types/tick.ts';
import {Coalescer} from '../coalescer.ts';
import type {OperatorContext} from '../operator-context.ts';
import type {Checkpointable, Operator, Output} from '../operator.ts';
import type {JoinInput} from './join-side.ts';

/** Chunks of output of one call of `flush`. */
const CHUNKS_AT_ONCE = 16;

export type KeyedJoinOptions = {
  readonly left: JoinInput;
  readonly right: JoinInput;
  /** Per key: NULL matches NULL. */
  readonly nullSafe: readonly boolean[];
};

/**
 * What left, semi and anti join have in common: whether a left row has a match changes with the right side, so the tick's
 * deltas are held until both are complete and then worked off by `work`, a slice at a time.
 */
export abstract class KeyedJoinOperator implements Operator {
  abstract readonly name: string;
  readonly schema: Schema;
  protected readonly memory: Memory;
  protected readonly output: Coalescer;
  protected left: Batch[] = [];
  protected right: Batch[] = [];
  private running: Iterator<void> | null = null;

  constructor(schema: Schema, context: OperatorContext) {
    this.schema = schema;
    this.memory = context.memory;
    this.output = new Coalescer(context.memory, schema);
  }

  abstract get stateBytes(): number;
  abstract get state(): readonly Checkpointable[];

  /** Works off `left` and `right` and ends the tick of the state; yields after each chunk of output. */
  protected abstract work(out: Output): Generator<void>;

  push(port: number, delta: Batch): void {
    (port === 0 ? this.left : this.right).push(delta.retain());
  }

  flush(_tick: Tick, out: Output): 'done' | 'more' {
    this.running ??= this.work(out);
    for (let chunks = 0; chunks < CHUNKS_AT_ONCE; chunks++) {
      if (!this.running.next().done) continue;
      this.running = null;
      for (const batch of [...this.left, ...this.right]) batch.release();
      this.left = [];
      this.right = [];
      this.output.flush(out);
      return 'done';
    }
    return 'more';
  }

  advance(): void {}

  close(): void {
    this.running?.return?.();
    this.running = null;
    for (const batch of [...this.left, ...this.right]) batch.release();
    this.left = [];
    this.right = [];
    this.output.close();
  }
}

/** Marks physical rows of a batch. */
export class RowMarks {
  private readonly marks: Uint8Array;
  private readonly batch: Batch;
  private count = 0;

  constructor(batch: Batch) {
    this.batch = batch;
    this.marks = new Uint8Array(batch.length);
  }

  /** uint32[count] rows at `rows`. */
  add(rows: number, count: number): void {
    const list = this.batch.memory.u32;
    const at = rows >>> 2;
    for (let i = 0; i < count; i++) {
      const row = list[at + i];
      this.count += 1 - this.marks[row];
      this.marks[row] = 1;
    }
  }

  /** The selected rows that are not marked as a fresh uint32 list, or null without any. */
  unmarked(): {readonly rows: Address; readonly count: number} | null {
    const {batch} = this;
    const count = batch.selected - this.count;
    if (count === 0) return null;
    const rows = batch.memory.alloc(count * 4);
    const list = batch.memory.u32;
    let at = rows >>> 2;
    for (const row of selectedRows(batch)) if (!this.marks[row]) list[at++] = row;
    return {rows, count};
  }
}
